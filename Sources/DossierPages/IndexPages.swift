import DossierModel
import DossierSource

/// The list of all articles.
package struct ArticleIndexPage: Sendable {
  package struct Row: Sendable {
    package let article: ArticleReference
    package let deck: String?
    package let bylines: [String]
    package let published: DateClaim?
  }

  package let path: PagePath
  package let shelving: Shelving
  package let years: [YearGroup<Row>]
  package let total: Int
}

/// The list of all names of a sort, as in the back of a book: other forms lead to the name.
package struct NameIndexPage: Sendable {
  package enum Sort: Sendable, Hashable { case actors, places }

  package struct Row: Sendable {
    package let text: String
    package let target: Reference
    package let isVariant: Bool
    package let kind: EntityKind
    package let mentions: Int
    package let articles: Int
  }

  package struct Letter: Sendable {
    /// Nil for names that do not begin with a Latin letter.
    package let letter: String?
    package let rows: [Row]
  }

  package let path: PagePath
  package let sort: Sort
  package let shelving: Shelving
  package let letters: [Letter]
  /// The page that shows how those who are named most hang together.
  package let map: PagePath?
  /// Without other forms.
  package let total: Int
}

/// The list of outlets, and of those that others took text from.
package struct OutletIndexPage: Sendable {
  package struct Row: Sendable {
    package let outlet: Reference
    package let articles: Int
    package let relayedIn: Int
  }

  package let path: PagePath
  package let independence: Independence
  package let rows: [Row]
  /// Articles of which nobody says who published them.
  package let unnamed: Int
}

/// How often one outlet prints a term.
package struct OutletTerm: Sendable {
  package let term: Reference
  package let anchor: String
  package let count: TermsPage.Count
}

/// The page of an outlet or agency.
package struct OutletPage: Sendable {
  package let path: PagePath
  package let name: String
  /// The newest first.
  package let articles: [ArticleIndexPage.Row]
  /// Articles beyond those shown; they are in the list of all articles.
  package let moreArticles: Int
  package let relayedIn: [ArticleReference]
  /// Whom its articles say they took text from, with how many do.
  package let relays: [(reference: Reference, count: Int)]
  package let credits: [(text: String, count: Int)]
  package let notices: [(text: String, count: Int)]
  /// Quotations that no other outlet prints.
  package let ownQuotes: [QuoteRow]
  /// Contested words it prints, in the order of their lists.
  package let terms: [OutletTerm]
}

extension SitePlan {
  func articleIndexPage(at path: PagePath, _ shelf: Shelf?) -> ArticleIndexPage {
    let rows = shelf.map {
      lists.articles[$0.rows.clamped(to: lists.articles.indices)].map { articleRow($0) }
    }
    return ArticleIndexPage(
      path: path, shelving: shelving(of: .articles, shelf),
      years: YearGroup.groups(of: rows ?? []) { TimelinePlace($0.published?.value) },
      total: dossier.articles.count)
  }

  func articleRow(_ index: Int) -> ArticleIndexPage.Row {
    let linked = dossier.articles[index]
    return ArticleIndexPage.Row(
      article: reference(toArticle: index), deck: linked.article.metadata.deck,
      bylines: linked.article.metadata.bylines, published: date(linked.published))
  }

  func nameIndexPage(at path: PagePath, _ sort: NameIndexPage.Sort, _ shelf: Shelf?) -> NameIndexPage {
    let entries = sort == .actors ? lists.actors : lists.places
    let shown = shelf.map { Array(entries[$0.rows.clamped(to: entries.indices)]) } ?? []
    var letters: [NameIndexPage.Letter] = []
    var open: [NameIndexPage.Row] = []
    for (index, entry) in shown.enumerated() {
      open.append(nameRow(entry))
      if index + 1 < shown.count, shown[index + 1].letter == entry.letter { continue }
      letters.append(NameIndexPage.Letter(letter: entry.letter, rows: open))
      open = []
    }
    return NameIndexPage(
      path: path, sort: sort, shelving: shelving(of: sort == .actors ? .actors : .places, shelf),
      letters: letters, map: sort == .actors ? actorMapPath : nil,
      total: sort == .actors ? lists.actorCount : lists.placeCount)
  }

  private func nameRow(_ entry: NameEntry) -> NameIndexPage.Row {
    let entity = dossier.entities[entry.entity]
    return NameIndexPage.Row(
      text: entry.text, target: reference(to: entity.id), isVariant: entry.isVariant, kind: entity.kind,
      mentions: entity.mentionCount, articles: entity.articles.count)
  }

  func outletIndexPage(at path: PagePath) -> OutletIndexPage {
    OutletIndexPage(
      path: path, independence: origins.independence(of: Array(dossier.articles.indices)),
      rows: outlets.map {
        OutletIndexPage.Row(
          outlet: Reference($0.name, $0.path), articles: $0.articles.count, relayedIn: $0.relayedIn.count)
      }, unnamed: outletOfArticle.count { $0 == nil })
  }

  func outletPage(at path: PagePath, _ index: Int) -> OutletPage {
    let outlet = outlets[index]
    let articles = outlet.articles.map { dossier.articles[$0].article }
    let shown = 2 * shortLimit
    return OutletPage(
      path: path, name: outlet.name,
      articles: outlet.articles.reversed().prefix(shown).map { articleRow($0) },
      moreArticles: max(0, outlet.articles.count - shown),
      relayedIn: outlet.relayedIn.reversed().prefix(options.listLimit).map { reference(toArticle: $0) },
      relays: counted(articles.flatMap(\.metadata.relays)).map { (reference(toOutlet: $0.text), $0.count) },
      credits: Array(counted(articles.flatMap(\.textCredits)).prefix(shortLimit)),
      notices: Array(counted(articles.flatMap(\.notices)).prefix(shortLimit)),
      ownQuotes: ownQuotes(of: index), terms: outletTerms(of: index))
  }

  /// The first quotations that only this outlet prints.
  private func ownQuotes(of index: Int) -> [QuoteRow] {
    var found: [QuoteRow] = []
    for article in outlets[index].articles {
      for row in concordance.quotesOfArticle[article] where row.row == 0 {
        guard found.count < shortLimit else { return found }
        let printed = dossier.quoteFamilies[row.group].variants.map {
          concordance.articleIndex[$0.citation.article].flatMap { outletOfArticle[$0] }
        }
        if printed.allSatisfy({ $0 == index }) { found.append(self.row(ofQuote: row.group)) }
      }
    }
    return found
  }

  private func counted(_ texts: [String]) -> [(text: String, count: Int)] {
    var counts: [String: Int] = [:]
    for text in texts { counts[text, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { (text: $0.key, count: $0.value) }
  }
}
