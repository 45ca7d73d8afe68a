import DossierModel
import DossierSource

/// A dossier as one document for paper: what its pages hold, each once, in the order in which it is read.
package struct PrintedDossier: Sendable {
  package let home: HomePage
  package let timeline: TimelinePage
  /// By name.
  package let actors: [ActorPage]
  /// By date.
  package let events: [EventPage]
  /// By date.
  package let articles: [ArticlePage]
}

extension SitePlan {
  /// Draws up all that is printed.
  package func printed() -> PrintedDossier {
    let names = lists.actors.lazy.filter { !$0.isVariant }.map(\.entity)
    return PrintedDossier(
      home: homePage(at: .home),
      timeline: timelinePage(
        at: .timeline, Shelf(name: .whole, part: nil, rows: lists.timeline.indices)),
      actors: names.compactMap { index in
        entityReferences[index].path.map { actorPage(at: $0, index) }
      },
      events: lists.timeline.compactMap { index in
        eventReferences[index].path.map { eventPage(at: $0, index) }
      },
      articles: concordance.articlesByDate.map { articlePage(at: references[$0].path, $0) })
  }
}

extension PagePath {
  package static let timeline = PagePath("timeline.html")
}
