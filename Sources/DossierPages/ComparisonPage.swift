import DossierModel
import DossierSource

/// What the articles on one event say of it, side by side: a row a point, a column an article, verbatim throughout.
package struct ComparisonPage: Sendable {
  /// An article, by its outlet.
  package struct Column: Sendable {
    package let article: ArticleReference
    package let role: Coverage.Role
    package let relays: [String]
    package let credits: [String]
    package let origin: OriginLine?
  }

  /// What a row is about.
  package enum Label: Sendable {
    case name(Reference)
    case words(String)
    /// A date that leads to what happened then.
    case date(EDTF, PagePath?)
    /// Words of the theme, by key.
    case key(String)
  }

  package enum Note: Sendable, Hashable {
    case difference(QuoteFamily.Difference)
    case agreement(FigureGroup.Agreement)
  }

  package struct Cell: Sendable {
    /// None where the article does not have it.
    package let snippets: [Snippet]
    package let more: Int
  }

  package struct Row: Sendable {
    package let label: Label
    package let note: Note?
    /// As many as the columns.
    package let cells: [Cell]
  }

  /// A group of rows of one sort.
  package struct Facet: Sendable {
    package enum Sort: String, Sendable, CaseIterable {
      case headline, told, when, place, who, quotes, figures, characters, background, terms, single
    }

    package let sort: Sort
    package let rows: [Row]
  }

  package let path: PagePath
  package let event: Reference
  package let when: DateClaim?
  package let place: Reference?
  package let columns: [Column]
  /// Articles on the event beyond those that have a column.
  package let moreColumns: Int
  package let independence: Independence
  package let facets: [Facet]
  package let copies: [SharedRun]

  /// Words that two of the articles print alike outside quotation marks.
  package struct SharedRun: Sendable {
    package let text: String
    package let wordCount: Int
    package let first: CitedSentence
    package let second: CitedSentence
  }
}

extension LinkTable {
  /// Where an event's articles are compared.
  static func comparisonPath(of event: EventID) -> PagePath { PagePath("events/\(event)--compared.html") }
}

extension SitePlan {
  /// The page that compares an event's articles; nil where there is nothing to compare.
  ///
  /// Two asides on one event stand side by side on its own page, which says all that a comparison could.
  func comparisonPath(ofEvent index: Int) -> PagePath? {
    let count = concordance.accounts[index].count
    guard eventReferences[index].path != nil, count > (dossier.events[index].isReported ? 1 : 2) else {
      return nil
    }
    return LinkTable.comparisonPath(of: dossier.events[index].id)
  }

  func comparisonPage(at path: PagePath, _ index: Int) -> ComparisonPage {
    let event = dossier.events[index]
    let accounts = concordance.accounts[index]
    let sides = Comparison.sides(of: accounts, event: event, plan: self)
    let comparison = Comparison(plan: self, event: index, sides: sides)
    return ComparisonPage(
      path: path, event: eventReferences[index], when: date(event.when, citing: 3),
      place: event.place.map { reference(to: $0.value) },
      columns: sides.map { side in
        let article = dossier.articles[side.article].article
        return ComparisonPage.Column(
          article: side.reference, role: side.role, relays: article.metadata.relays,
          credits: article.textCredits,
          origin: originLine(of: side.article))
      },
      moreColumns: accounts.count - sides.count,
      independence: independence(ofEvent: index), facets: comparison.facets(),
      copies: comparison.isReported ? comparison.copies() : [])
  }
}

/// One event with its articles, while their comparison is drawn up.
struct Comparison {
  /// Articles that have a column.
  private static let shownSides = 8

  /// Runs of words that articles share.
  private static let shownCopies = 12

  /// An article and what of it belongs to the event: all of it where it reports the event, else some sentences.
  struct Side {
    let article: Int
    let reference: ArticleReference
    let role: Coverage.Role
    let covering: [Int]

    func tells(_ sentence: Int) -> Bool { role == .reported || covering.contains(sentence) }
  }

  let plan: SitePlan
  let event: Int
  let sides: [Side]

  /// The event's articles by date, those that report it before those that mention it.
  static func sides(of accounts: [Concordance.Account], event: Event, plan: SitePlan) -> [Side] {
    let all = accounts.map { account in
      let coverage = event.coverage[account.coverage]
      return Side(
        article: account.article, reference: plan.references[account.article], role: coverage.role,
        covering: coverage.sentences.filter {
          plan.references[account.article].sentences.indices.contains($0)
        })
    }
    let ordered = all.filter { $0.role == .reported } + all.filter { $0.role == .mentioned }
    return Array(ordered.prefix(shownSides))
  }

  /// Whether several articles have the event as their subject, so that what else they say may be compared too.
  var isReported: Bool { sides.count { $0.role == .reported } > 1 }

  func facets() -> [ComparisonPage.Facet] {
    var facets: [ComparisonPage.Facet] = []
    func add(_ sort: ComparisonPage.Facet.Sort, _ rows: [ComparisonPage.Row]) {
      let told = rows.filter { $0.cells.contains { !$0.snippets.isEmpty } }
      if !told.isEmpty { facets.append(ComparisonPage.Facet(sort: sort, rows: told)) }
    }
    if isReported { add(.headline, headlines()) } else { add(.told, [told()]) }
    add(.when, [times()])
    add(.place, [places()])
    add(.who, participants())
    guard isReported else { return facets }
    add(.quotes, sharedQuotes())
    add(.figures, sharedFigures())
    add(.characters, characterisations())
    add(.background, background())
    add(.terms, terms())
    add(.single, singles())
    return facets
  }

  func row(
    _ label: ComparisonPage.Label, note: ComparisonPage.Note? = nil, limit: Int,
    _ snippets: (Side) -> [Snippet]
  ) -> ComparisonPage.Row {
    ComparisonPage.Row(
      label: label, note: note,
      cells: sides.map { side in
        let all = snippets(side)
        return ComparisonPage.Cell(
          snippets: Array(all.prefix(limit)), more: max(0, all.count - limit))
      })
  }

  /// What the articles print alike outside quotation marks, the longest first.
  func copies() -> [ComparisonPage.SharedRun] {
    let articles = sides.map(\.article)
    let within = articles.flatMap { article in
      plan.concordance.copiesOfArticle[article].filter { index in
        let pair = plan.concordance.articlesOfCopies[index]
        return pair.first == article && articles.contains(pair.second)
      }
    }
    let copies = plan.dossier.sharedCopies
    let sorted = within.sorted { (copies[$1].wordCount, $0) < (copies[$0].wordCount, $1) }
      .prefix(Self.shownCopies).map { copies[$0] }
    return sorted.compactMap { copy in
      guard let first = plan.sentence(of: copy.first), let second = plan.sentence(of: copy.second) else {
        return nil
      }
      return ComparisonPage.SharedRun(
        text: String(first.article.text[copy.first.range]), wordCount: copy.wordCount, first: first,
        second: second)
    }
  }
}
