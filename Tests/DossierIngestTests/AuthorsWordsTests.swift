import DossierModel
import Testing

/// What a source tells of its author and of itself beside its text.
@Suite struct AuthorsWordsTests {
  private func markdown(_ body: String) throws -> Article {
    try article(
      "---\ntitle: A pier has a memory\nauthor: Ruth Berg\ndate: 2018-03-05\n---\n\n" + body, as: "a.md")
  }

  @Test func theTitleInStrongLettersAndTheAuthorBelowAreNoText() throws {
    let page = try markdown("**A pier has a memory**\n\nBy Ruth Berg\n\n" + harbourText)
    #expect(page.marked.count == 2 && page.removedFor(.repeatedTitle) == ["A pier has a memory"])
    #expect(try markdown("**A pier has its memories**\n\n" + harbourText).marked.count == 3)
  }

  @Test func slantedWordsAtTheEndTellOfTheAuthor() throws {
    let end = "*Ruth Berg is a former harbour master of Oxhaven.*"
    #expect(try markdown(harbourText + "\n\n" + end).marked.count == 2)
    for kept in [
      "*Olaf Brandt is a former harbour master of Oxhaven.*",
      "Ruth Berg is a former harbour master, he said.",
    ] {
      #expect(try markdown(harbourText + "\n\n" + kept).marked.count == 3)
    }
  }

  @Test func theLastParagraphTellsOfAnAuthorWithoutTheTitle() throws {
    let end = "Ruth Berg teaches the history of harbours at Oxhaven and is the author of The Quiet Pier."
    #expect(try harbourPage("Professor Ruth Berg\n\n5 March 2018", end).marked.count == 2)
    #expect(try harbourPage("Professor Anna Berg\n\n5 March 2018", end).marked.count == 3)
  }

  @Test func aFormulaOfRightsAndALabelNameNoOutlet() throws {
    #expect(try harbourPage("5 March 2018", "© RECHTEN VOORBEHOUDEN").metadata.outlet == nil)
    #expect(try harbourPage("News Code : 353188 | 5 March 2018").metadata.outlet == nil)
    #expect(try harbourPage("5 March 2018", "© THE COAST OBSERVER").metadata.outlet == "THE COAST OBSERVER")
  }

  @Test func whoCompiledATextIsNoDeck() throws {
    let page = try harbourPage("Compiled by the harbour documentation desk\n\n5 March 2018")
    #expect(page.metadata.deck == nil)
  }
}
