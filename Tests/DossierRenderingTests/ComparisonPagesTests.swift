import DossierModel
import DossierPages
import DossierSource
import DossierTestSupport
import Testing

@testable import DossierRendering

@Suite struct ComparisonPagesTests {
  private static let first =
    "[Anna Berg|person-anna-berg] met rebels in [Kolm|place-kolm]. [We will mend it|q:person-anna-berg], she said."
  private static let second =
    "[Berg|person-anna-berg] saw ships. [We shall mend it|q:person-anna-berg], she said of “rebels”."

  /// Two articles that report one event, quote one sentence in two wordings, and use one term.
  private static func dossier(sharingAnOrigin: Bool = false, articles count: Int = 2) -> Dossier {
    var sample = SampleDossier()
    let ids = (0..<count).map { "a\($0)" }
    for (number, id) in ids.enumerated() {
      sample.add(id, outlet: "Outlet \(number)", number == 0 ? first : second)
    }
    sample.addEvent(
      "meeting", on: .date(CalendarDate(year: 2019, month: 5, day: 3)), reportedBy: ids,
      participants: ["person-anna-berg"], place: "place-kolm")
    let made = sample.dossier()
    let quotes = made.articles.map { Citation(article: $0.id, range: $0.annotated.quotations[0].range) }
    let variants = quotes.enumerated().map { number, citation in
      let start = citation.range.lowerBound
      return QuoteFamily.Variant(
        citation: citation, quotation: 0, difference: number == 0 ? .identical : .wording,
        edits: number == 0
          ? []
          : [
            .init(
              kind: .wording,
              before: TextRange(quotes[0].range.lowerBound + 3, quotes[0].range.lowerBound + 7),
              after: TextRange(start + 3, start + 8))
          ])
    }
    return Dossier(
      articles: made.articles, entities: made.entities, events: made.events,
      quoteFamilies: [
        QuoteFamily(
          id: "family", speaker: EntityID("person-anna-berg"), speakerText: "", event: EventID("meeting"),
          variants: variants)
      ], figureGroups: [],
      sharedCopies: [
        SharedCopy(
          first: Citation(article: made.articles[0].id, range: TextRange(0, 9)),
          second: Citation(article: made.articles[1].id, range: TextRange(0, 4)), wordCount: 12)
      ],
      origins: made.articles.indices.map {
        Origin(number: sharingAnOrigin ? 0 : $0, name: "Wire", ground: .byline)
      },
      terms: [Term(name: "rebel", group: "Fighters", forms: ["rebels"], language: nil)],
      termUses: [
        TermUse(term: 0, article: 0, place: .body(TextRange(14, 20), sentence: 0), isQuoted: false),
        TermUse(term: 0, article: 1, place: .headline(TextRange(0, 7)), isQuoted: true),
      ])
  }

  private let pages = SitePages(dossier())
  private var compared: String { pages.files["events/meeting--compared.html"] ?? "" }

  @Test func rendersWithoutTrouble() { #expect(pages.diagnostics == []) }

  @Test func marksWhereAQuotationDiffersAndSaysItInWords() {
    #expect(
      compared.contains(
        "We <del>will</del> <ins>shall</ins> <small class=\"edit\">wording</small> mend it"))
  }

  @Test func saysThatAnArticleDoesNotHaveIt() {
    #expect(compared.contains("not found in this article"))
    #expect(!compared.contains("omitted"))
  }

  @Test func takesNoQuotationForADescription() {
    var sample = SampleDossier()
    sample.add("a", outlet: "One", "[Anna Berg|person-anna-berg], a baker, met rebels.")
    sample.add(
      "b", outlet: "Two",
      "According to [Anna Berg|person-anna-berg], “[we will mend it|q:-]”. [Anna Berg|person-anna-berg], a cook, left."
    )
    sample.addEvent(
      "meeting", on: .date(CalendarDate(year: 2019)), reportedBy: ["a", "b"],
      participants: ["person-anna-berg"], place: nil)
    let page = SitePages(sample.dossier()).files["events/meeting--compared.html"] ?? ""
    let facet = page.components(separatedBy: "facet-characters").last?.components(separatedBy: "</section>")
    #expect(facet?.first?.contains("a baker") == true && facet?.first?.contains("a cook") == true)
    #expect(facet?.first?.contains("According to") == false)
  }

  @Test func stacksTheBlocksOfMoreThanFourArticles() {
    #expect(!compared.contains("stacked"))
    let many = SitePages(Self.dossier(articles: 5))
    #expect(many.files["events/meeting--compared.html"]?.contains("class=\"compare of-4 stacked") == true)
  }

  @Test func anEventOfOneArticleHasNothingToCompare() {
    #expect(SitePages(SitePages.meeting()).files["events/summit--compared.html"] == nil)
  }

  @Test func countsOriginsBesideOutlets() {
    let event = pages.files["events/meeting.html"] ?? ""
    #expect(event.contains("2 articles · 2 outlets · at most 2 origins, independence not established"))
    let shared = SitePages(Self.dossier(sharingAnOrigin: true)).files["events/meeting.html"] ?? ""
    #expect(shared.contains("2 articles · 2 outlets · 1 origin"))
    #expect(!shared.contains("independence"))
  }

  @Test func showsWhatAnArticleSharesWithAnother() {
    let article = pages.files["articles/a0.html"] ?? ""
    #expect(article.contains("The same text elsewhere"))
    #expect(article.contains("<span class=\"run\">Anna Berg</span> <span class=\"note\">12 words</span>"))
    #expect(article.contains("text of Wire, by its byline"))
  }

  @Test func countsTermsByOutletInAndOutOfQuotationMarks() {
    let terms = pages.files["terms.html"] ?? ""
    #expect(
      terms.contains(
        "<a href=\"terms/rebel.html#outlet-0\">1</a> / <a href=\"terms/rebel.html#outlet-0-outside\">1</a>"))
    #expect(terms.contains("<a href=\"terms/rebel.html#outlet-1\">1</a> / 0"))
    let term = pages.files["terms/rebel.html"] ?? ""
    #expect(term.contains("Anna Berg met <mark>rebels</mark> in Kolm."))
    #expect(term.contains("id=\"outlet-1-quoted\""))
  }

  @Test func leadsFromTheEventToItsComparison() {
    #expect(pages.files["events/meeting.html"]?.contains("meeting--compared.html") == true)
  }
}
