import DossierModel
import DossierSource

/// What a search can lead to, in the order in which the index numbers it.
///
/// Pages of one kind, outlet and year stand together, so that what readers narrow a search by is a range.
package struct SearchRows: Sendable {
  package struct Row: Sendable {
    /// Into the dossier's entities, events or articles.
    package let index: Int
    package let path: PagePath
    package let outlet: String?
    package let year: Int?
  }

  /// Actors and places that have pages, by kind, the most mentioned first.
  package let names: [Row]
  /// Events that have pages, the newest year first.
  package let events: [Row]
  /// By year, the newest first, then by outlet.
  package let articles: [Row]
}

extension SitePlan {
  /// All pages that readers look for.
  package func searchRows() -> SearchRows {
    SearchRows(names: searchedNames(), events: searchedEvents(), articles: searchedArticles())
  }

  /// The words by which an event is found: its title, and who took part and where.
  package func searchedWords(ofEvent index: Int) -> (title: String, participants: [String], place: String?) {
    let event = dossier.events[index]
    return (
      title(of: event), event.participants.map { reference(to: $0).text },
      event.place.map { reference(to: $0.value).text }
    )
  }

  private func searchedNames() -> [SearchRows.Row] {
    let kinds = EntityKind.allCases
    return kinds.flatMap { kind in
      let found = dossier.entities.indices.filter { dossier.entities[$0].kind == kind }
      let sorted = found.map { (count: dossier.entities[$0].mentionCount, index: $0) }
        .sorted { ($1.count, $0.index) < ($0.count, $1.index) }
      return sorted.compactMap { entry in
        links.path(of: dossier.entities[entry.index].id).map {
          SearchRows.Row(index: entry.index, path: $0, outlet: nil, year: nil)
        }
      }
    }
  }

  private func searchedEvents() -> [SearchRows.Row] {
    concordance.eventsByDate.enumerated().compactMap { rank, index in
      let event = dossier.events[index]
      return links.path(of: event.id).map {
        (
          rank,
          SearchRows.Row(index: index, path: $0, outlet: nil, year: TimelinePlace(event.when?.value).year)
        )
      }
    }.sorted { Self.isNewer($0, $1) }.map(\.1)
  }

  private func searchedArticles() -> [SearchRows.Row] {
    concordance.articlesByDate.enumerated().compactMap { rank, index in
      let article = dossier.articles[index]
      return links.articles[article.id].map { path in
        let outlet = outletOfArticle[index].map { outlets[$0].name }
        let year = TimelinePlace(article.published?.value).year
        return (rank, SearchRows.Row(index: index, path: path, outlet: outlet, year: year))
      }
    }.sorted { Self.isNewer($0, $1) }.map(\.1)
  }

  private static func isNewer(_ left: (Int, SearchRows.Row), _ right: (Int, SearchRows.Row)) -> Bool {
    // Nothing known stands last, as in every list of the site.
    let years = (left.1.year ?? Int.min, right.1.year ?? Int.min)
    guard years.0 == years.1 else { return years.0 > years.1 }
    let names = (left.1.outlet ?? "", right.1.outlet ?? "")
    return names.0 == names.1 ? left.0 > right.0 : names.0 < names.1
  }
}
