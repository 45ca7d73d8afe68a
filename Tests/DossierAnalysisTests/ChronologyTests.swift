import DossierAnalysis
import DossierLanguages
import DossierMarkdown
import DossierModel
import DossierSource
import Testing

/// What the entries of a chronology tell, which stand under their dates.
@Suite struct ChronologyTests {
  /// Each event's trigger with the words of its time.
  private func events(_ body: String) -> [String] {
    let article = Article(
      id: ArticleID("a"), source: SourcePath("a.md"), fingerprint: Fingerprint(of: body),
      metadata: ArticleMetadata(title: "How it came about"), body: MarkdownDocument(body))
    let annotated = Analyzer(languages: [.english]).annotate(article)
    return annotated.events.map { event in
      let time = event.time.map { String(article.text[annotated.times[$0].range]) } ?? "-"
      return "\(article.text[event.trigger]) \(time)"
    }
  }

  @Test func whatStandsUnderADateIsOfThatDate() {
    let told = events(
      """
      ## 1 March

      Mayor Anna Berg resigns. Paul Keller, who left Lund in May, arrives in Aldmouth.

      ## 3 March

      “We met the mayor,” Keller says.

      ## 4 March

      Anna Berg is arrested, and the board says that it will meet.

      Tom Roe is elected by the board of the town.
      """)
    #expect(told.contains("resigns 1 March"))
    #expect(told.contains("arrested 4 March"))
    #expect(!told.contains("met 3 March"))
    #expect(!told.contains("meet 4 March"))
    #expect(!told.contains("elected 4 March"))
  }

  @Test func datesAtTheHeadOfParagraphsAreOfTheirParagraphOnly() {
    let told = events(
      """
      1 March: Mayor Anna Berg quits after a quarrel with the board of the town. Paul Keller is sacked by the board.

      3 March – Paul Keller is arrested in the town hall by the police of the state.

      4 March: Anna Berg is freed, and the board of the town says nothing of it to the press.

      Paul Keller resigns.
      """)
    #expect(told.contains("sacked 1 March"))
    #expect(!told.contains("resigns 4 March"))
  }

  @Test func oneOrTwoDatesAsHeadingsAreNoChronology() {
    let told = events("## 1 March\n\nMayor Anna Berg resigns.\n\n## 3 March\n\nPaul Keller is sacked.")
    #expect(!told.contains("resigns 1 March"))
  }
}
