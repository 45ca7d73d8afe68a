import DossierMarkdown
import DossierTestSupport
import Testing

@Suite struct MarkdownWriterTests {
  /// Texts made of what Markdown takes for marks, and of ordinary words.
  private static let pieces = [
    "word", "Łódź", " ", "  ", "\n", "\n\n", "\t", "\r", "*", "**", "_", "`", "```", "~", "~~", "[", "]",
    "](x)", "[^1]:",
    "[a]: b", "!", "<", ">", "<b>", "<!--", "&", "&amp;", "&#65;", "\\", "#", "# ", " #", "-", "- ", "---",
    "===", "+ ",
    "1. ", "12) ", ":", ":-:", "|", "| - |", "http://a.example/b_c*d?e=1&f=2", "https://",
    "www.a.example/x_y", "a@b.example",
    ".", ",", "(", ")", "'", "\"", "“", "\u{A0}", "\u{B}", "\u{C}", "[ ] ", "xmpp:a@b.example/c", "é", "👩‍👧",
  ]

  private static func text(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...8, using: &random)).map { _ in
      pieces[Int.random(in: 0..<pieces.count, using: &random)]
    }
    .joined()
  }

  private func check(_ blocks: [WrittenBlock], says texts: [String]) {
    let markdown = MarkdownWriter.markdown(of: blocks)
    let plain = MarkdownDocument(markdown).plainText.text
    #expect(plain == texts.joined(separator: "\n\n"), "\(markdown.debugDescription)")
  }

  @Test func anyTextComesBackAsItWas() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<20_000 {
      let text = Self.text(&random)
      check([.paragraph(MarkdownWriter.escaped(text))], says: [text])
    }
  }

  @Test func anyTextComesBackFromAnyBlock() {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<4_000 {
      let texts = (0..<7).map { _ in Self.text(&random) }
      let inline = texts.map(MarkdownWriter.escaped)
      check(
        [
          .heading(level: 2, inline[0]), .paragraph(inline[1]), .quote([inline[2], inline[3]]),
          .list(ordered: true, items: [inline[4], inline[5]]), .paragraph(inline[6]),
          .list(ordered: false, items: [inline[0]]), .heading(level: 3, inline[1]),
        ],
        says: texts + [texts[0], texts[1]])
    }
  }

  @Test func anyCellComesBackFromATable() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<4_000 {
      let texts = (0..<4).map { _ in Self.text(&random) }
      let inline = texts.map(MarkdownWriter.escaped)
      check(
        [.table([[inline[0], inline[1]], [inline[2], inline[3]]])],
        says: [texts[0] + " | " + texts[1], texts[2] + " | " + texts[3]])
    }
  }

  @Test func leavesOrdinaryProseAsItIs() {
    let prose = "“We met,” he said: 3.6 million (a third!) left - in 2019; it's so."
    #expect(MarkdownWriter.escaped(prose) == prose)
  }

  @Test func writesWebAddressesAsLinks() {
    let html = MarkdownDocument(MarkdownWriter.escaped("See https://a.example/b_c?d=1&e=2.")).html()
    #expect(
      html
        == "<p>See <a href=\"https://a.example/b_c?d=1&amp;e=2\">https://a.example/b_c?d=1&amp;e=2</a>.</p>\n"
    )
  }

  @Test func writesALinkWhoseAddressHoldsMarks() {
    let link = MarkdownWriter.link("so", to: "https://a.example/<b c>?d=1&lt=2\\")
    #expect(
      MarkdownDocument(link).html()
        == "<p><a href=\"https://a.example/%3Cb%20c%3E?d=1&amp;lt=2%5C\">so</a></p>\n")
  }
}
