import DossierMarkdown
import DossierSource
import Testing

@Suite struct PlainTextTests {
  private func check(
    _ markdown: String, _ expected: [(kind: TextBlock.Kind, text: String)],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let plain = MarkdownDocument(markdown).plainText
    #expect(plain.blocks.map(\.kind) == expected.map(\.kind), sourceLocation: sourceLocation)
    #expect(
      plain.blocks.map { String(plain.text[$0.range]) } == expected.map(\.text),
      sourceLocation: sourceLocation)
    #expect(plain.text == expected.map(\.text).joined(separator: "\n\n"), sourceLocation: sourceLocation)
  }

  private typealias SourceLocation = Testing.SourceLocation

  @Test func joinsBlocksByABlankLine() {
    check(
      "# Talks\n\nThey *met* in\nthe `hall`.\n\n> Said one.\n>\n> Said two.\n\n- first\n- second\n\n---\n\n    code\n",
      [
        (.heading(level: 1), "Talks"), (.paragraph, "They met in the hall."), (.quote, "Said one."),
        (.quote, "Said two."), (.listItem, "first"), (.listItem, "second"), (.code, "code"),
      ])
  }

  @Test func aHardBreakIsALineEnd() { check("one\\\ntwo  \nthree", [(.paragraph, "one\ntwo\nthree")]) }

  @Test func keepsTheTextOfLinksAndDropsImagesAndTags() {
    check(
      "The [two *sides*](https://a.example) ![photo](x.jpg)met<br>.", [(.paragraph, "The two sides met.")])
  }

  @Test func aRowOfATableIsABlock() {
    check(
      "| a | b |\n|---|---|\n| *c* |  |\n|  | d |",
      [(.tableRow, "a | b"), (.tableRow, "c"), (.tableRow, "d")])
  }

  @Test func aBlockThatSaysNothingIsNoBlock() {
    check(
      "![x](y.png)\n\none\n\n<div>\nraw\n</div>\n\n![x](y.png)\n\ntwo\n\n![z](z.png)",
      [(.paragraph, "one"), (.paragraph, "two")])
  }

  @Test func aTaskAndAFootnoteAreText() {
    check(
      "- [x] done\n\nA claim.[^1]\n\n[^1]: Its source.",
      [(.listItem, "done"), (.paragraph, "A claim."), (.paragraph, "Its source.")])
  }

  @Test func countsOffsetsInUTF8() {
    let plain = MarkdownDocument("Köln\n\n*Łódź* &mdash; “so”").plainText
    #expect(plain.blocks.map(\.range) == [TextRange(0, 5), TextRange(7, 7 + 7 + 5 + 8)])
  }

  @Test(arguments: ["One.\n\n## Two\n\nThree.\n", "One.\n"])
  func aTextWithoutMarksIsKeptOnce(_ markdown: String) {
    let document = MarkdownDocument(markdown)
    #expect(document.written == nil)
    #expect(document.markdown == markdown)
  }

  @Test(arguments: ["\nOne.\n", "One.", "One\ntwo.\n", "*One.*\n", "One \\* two.\n", "One.\n\n\nTwo.\n", ""])
  func whatThePlainTextDoesNotTellIsKept(_ markdown: String) {
    #expect(MarkdownDocument(markdown).markdown == markdown)
    #expect(MarkdownDocument(markdown).written == markdown)
  }

  @Test(.timeLimit(.minutes(1)))
  func aTableWhoseRowsWouldGrowWithoutBoundIsText() {
    let wide = String(repeating: "a|", count: 20_000) + "\n" + String(repeating: "-|", count: 20_000) + "\n"
    let plain = MarkdownDocument(wide + String(repeating: "b|\n", count: 20_000)).plainText
    #expect(plain.blocks.map(\.kind) == [.paragraph])
  }
}
