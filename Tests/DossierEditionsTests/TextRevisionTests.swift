import DossierSource
import Testing

@testable import DossierEditions

@Suite struct TextRevisionTests {
  private let text = "One two. Three four. Five."

  private func revision(_ edits: (Int, Int, String, TextRevision.Change)...) -> TextRevision {
    TextRevision(
      of: text,
      by: edits.map { TextRevision.Edit(range: TextRange($0.0, $0.1), text: $0.2, change: $0.3) })
  }

  @Test func rangesBehindAnEditMoveWithTheirText() {
    let revised = revision((9, 20, "…", .hidden))
    #expect(revised.text == "One two. … Five.")
    #expect(revised.text[revised.range(TextRange(21, 26))] == "Five.")
    #expect(revised.range(TextRange(4, 7)) == TextRange(4, 7))
  }

  @Test func whatIsHiddenIsCoveredByItsMark() {
    let revised = revision((9, 20, "…", .hidden))
    #expect(revised.text[revised.range(TextRange(9, 14))] == "…")
    #expect(revised.text[revised.range(TextRange(4, 14))] == "two. …")
    #expect(
      !revised.shows(TextRange(4, 14)) && revised.shows(TextRange(0, 9)) && revised.shows(TextRange(20, 26)))
  }

  @Test func rewordedTextCountsAsShown() {
    let revised = revision((4, 7, "[name]", .reworded))
    #expect(revised.shows(TextRange(0, 8)) && revised.text[revised.range(TextRange(0, 8))] == "One [name].")
  }

  @Test func anEditWithinAnotherIsLeftOut() {
    #expect(revision((0, 8, "…", .hidden), (4, 7, "x", .reworded)).text == "… Three four. Five.")
  }
}
