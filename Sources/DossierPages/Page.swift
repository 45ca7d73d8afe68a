import DossierModel
import DossierSource

/// A page, complete: everything that its template shows, as plain values.
package enum Page: Sendable {
  case home(HomePage)
  case articles(ArticleIndexPage)
  case article(ArticlePage)
  case timeline(TimelinePage)
  case names(NameIndexPage)
  case actor(ActorPage)
  case place(PlacePage)
  case mentions(MentionsPage)
  case events(EventIndexPage)
  case event(EventPage)
  case outlets(OutletIndexPage)
  case outlet(OutletPage)
  case quotes(QuoteIndexPage)
  case fragments(FragmentIndexPage)
  case figures(FigureIndexPage)
  case search(SearchPage)
  case comparison(ComparisonPage)
  case review(ReviewPage)
  case corrections(CorrectionsPage)
  case build(BuildPage)
  case terms(TermsPage)
  case term(TermPage)
  case quoteView(QuoteViewPage)
  case actorMap(ActorMapPage)
  case methods(FixedPage)
  case notFound(FixedPage)
}

/// A page that says the same on every site.
package struct FixedPage: Sendable {
  package let path: PagePath
}

/// What a page is about, before it is drawn up: indexes into the dossier, and the part of a split list.
enum Subject: Sendable, Hashable {
  case home, outlets, methods, notFound, terms, review, corrections, build, actorMap
  case articles(Shelf), timeline(Shelf), actors(Shelf), places(Shelf), events(Shelf), quotes(Shelf)
  case fragments(Shelf), figures(Shelf), headlines(Shelf)
  case article(Int), actor(Int), place(Int), event(Int), outlet(Int)
  case mentions(entity: Int, Shelf), entityTimeline(entity: Int, Shelf)
  /// Indexes of an event whose articles are compared, and of a term among those that are printed.
  case comparison(Int), term(Int)
  case quoteView(QuoteViewPage.View)
  /// The overview of a list that is split.
  case overview(SplitList)
}

/// A list that may be too long for one page.
enum SplitList: Sendable, Hashable, CaseIterable {
  case articles, timeline, actors, places, events, quotes, fragments, figures, headlines
}

/// A page that exists, at its path: cheap to hold, drawn up by `SitePlan.page(_:)`.
package struct PlannedPage: Sendable, Hashable {
  package let path: PagePath
  let subject: Subject
}

/// A link to a part of a split list.
package struct ShelfLink: Sendable, Hashable {
  package let name: Shelf.Name
  package let part: Int?
  package let rows: Int
  package let path: PagePath
}

/// Which part of a list a page shows, and how to reach the others.
package struct Shelving: Sendable, Hashable {
  /// The part that this page shows; `whole` where the list is not split.
  package let name: Shelf.Name
  package let part: Int?
  package let previous: ShelfLink?
  package let next: ShelfLink?
  /// All parts, on the list's overview only: a part's page names its neighbours.
  package let parts: [ShelfLink]
  /// The overview; nil on the overview itself and where the list is not split.
  package let overview: PagePath?
}
