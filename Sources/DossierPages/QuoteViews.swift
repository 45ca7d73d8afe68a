import DossierModel
import DossierSource

/// Quotations by event or by outlet: each leads to its entry in the index by speaker, which has its variants.
package struct QuoteViewPage: Sendable {
  package enum View: String, Sendable, Hashable, CaseIterable { case event, outlet }

  package struct Entry: Sendable {
    package let text: String
    package let speaker: Reference?
    package let path: PagePath
    package let anchor: String
    package let independence: Independence
    package let differs: Bool
  }

  package struct Group: Sendable {
    /// Nil for quotations of no event, and articles of no outlet.
    package let subject: Reference?
    package let total: Int
    /// The first of them.
    package let entries: [Entry]
  }

  package let path: PagePath
  package let view: View
  package let groups: [Group]
  /// Groups beyond those shown.
  package let more: Int
}

extension PagePath {
  /// Where quotations are shown in another order than by speaker.
  package static func quotes(by view: QuoteViewPage.View) -> PagePath {
    PagePath("quotes-by-\(view.rawValue).html")
  }
}

extension SitePlan {
  /// Quotations of one event or outlet on such a page.
  private static let shownQuotes = 8

  func quoteViewPage(at path: PagePath, _ view: QuoteViewPage.View) -> QuoteViewPage {
    let groups =
      switch view {
      case .event: quotesByEvent()
      case .outlet: quotesByOutlet()
      }
    let shown = 3 * shortLimit
    return QuoteViewPage(
      path: path, view: view, groups: groups.prefix(shown).map { group($0.subject, $0.families) },
      more: max(0, groups.count - shown))
  }

  /// Families of quotations before anything is made of them: most groups are not shown.
  private typealias GroupedQuotes = (subject: Reference?, families: [Int])

  /// Events in the order of time, and last what was said at none of them.
  private func quotesByEvent() -> [GroupedQuotes] {
    let events = concordance.eventsByDate.filter { !concordance.quotesOfEvent[$0].isEmpty }
    let other = dossier.quoteFamilies.indices.filter { dossier.quoteFamilies[$0].event == nil }
    return events.map { (eventReferences[$0], concordance.quotesOfEvent[$0]) }
      + (other.isEmpty ? [] : [(nil, other)])
  }

  private func quotesByOutlet() -> [GroupedQuotes] {
    var families = [[Int]](repeating: [], count: outlets.count + 1)
    for article in concordance.articlesByDate {
      let outlet = outletOfArticle[article] ?? outlets.count
      families[outlet] += concordance.quotesOfArticle[article].map(\.group)
    }
    return families.enumerated().compactMap { outlet, indexes in
      var seen: Set<Int> = []
      let distinct = indexes.filter { seen.insert($0).inserted }
      guard !distinct.isEmpty else { return nil }
      return (outlet < outlets.count ? Reference(outlets[outlet].name, outlets[outlet].path) : nil, distinct)
    }
  }

  private func group(_ subject: Reference?, _ families: [Int]) -> QuoteViewPage.Group {
    QuoteViewPage.Group(
      subject: subject, total: families.count,
      entries: families.prefix(Self.shownQuotes).compactMap { index in
        let family = dossier.quoteFamilies[index]
        guard let first = family.variants.first,
          let article = concordance.articleIndex[first.citation.article]
        else { return nil }
        return QuoteViewPage.Entry(
          text: String(references[article].text[first.citation.range]),
          speaker: family.speaker.map { reference(to: $0) }
            ?? (family.speakerText.isEmpty ? nil : Reference(family.speakerText, nil)),
          path: quotePaths[index], anchor: family.id,
          independence: origins.independence(
            of: Set(family.variants.compactMap { concordance.articleIndex[$0.citation.article] })),
          differs: family.variants.contains { $0.difference != .identical })
      })
  }
}
