import DossierMarkdown
import DossierSource
import DossierTestSupport
import Testing

@Suite struct WeavingTests {
  /// Weaves a mark of its own name round each stretch of words: `s…` a span, `a…` a link.
  private func check(
    _ markdown: String, _ marks: [(words: String, name: String)], _ expected: String,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let document = MarkdownDocument(markdown)
    let text = document.plainText.text
    let woven = marks.compactMap { mark -> Woven? in
      guard let found = text.range(of: mark.words) else { return nil }
      let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
      let tag = mark.name.hasPrefix("a") ? "a" : "span"
      return Woven(
        range: TextRange(start, start + mark.words.utf8.count), opening: "<\(tag) id=\"\(mark.name)\">",
        continuation: "<\(tag)>", closing: "</\(tag)>")
    }
    #expect(woven.count == marks.count, sourceLocation: sourceLocation)
    #expect(document.html(weaving: woven) == expected + "\n", sourceLocation: sourceLocation)
  }

  @Test func weavesAMarkIntoAText() {
    check("He met Ann Lee today.", [("Ann Lee", "a1")], #"<p>He met <a id="a1">Ann Lee</a> today.</p>"#)
  }

  @Test func weavesMarksWithinMarksInAnyOrder() {
    let expected =
      #"<p><span id="s1"><a id="a1">Ann</a> left.</span> <span id="s2">Bo <a id="a2">Li</a></span></p>"#
    check("Ann left. Bo Li", [("Ann left.", "s1"), ("Ann", "a1"), ("Bo Li", "s2"), ("Li", "a2")], expected)
    check("Ann left. Bo Li", [("Li", "a2"), ("Bo Li", "s2"), ("Ann", "a1"), ("Ann left.", "s1")], expected)
  }

  /// A rule below a text makes a tree necessary, and changes nothing above it.
  @Test func weavesIntoBareTextAsIntoATree() {
    let text = "# Ann & Bo\n\nShe \"left\" <then>, Ann said.\n\n## Low\n\nBo’s *"
    var generator = SeededGenerator(seed: 7)
    let length = MarkdownDocument(text).plainText.text.utf8.count
    for _ in 0..<200 {
      let woven = (0..<4).map { number in
        let start = Int.random(in: 0..<length, using: &generator)
        return Woven(
          range: TextRange(start, min(length, start + Int.random(in: 1..<12, using: &generator))),
          opening: number.isMultiple(of: 2) ? "<a x>" : "<i>",
          closing: number.isMultiple(of: 2) ? "</a>" : "</i>")
      }
      let bare = MarkdownDocument(text).html(weaving: woven, headingsBelow: 1)
      #expect(bare + "<hr />\n" == MarkdownDocument(text + "\n\n---").html(weaving: woven, headingsBelow: 1))
    }
  }

  @Test func closesAndContinuesAMarkAtTheBordersOfEmphasis() {
    check(
      "One *two three* four", [("One two", "s1"), ("three four", "s2")],
      #"<p><span id="s1">One </span><em><span>two</span> <span id="s2">three</span></em><span> four</span></p>"#
    )
  }

  @Test func keepsAMarkWholeRoundWhatItHolds() {
    check(
      "*Ann* and **Bo**", [("Ann and Bo", "s1"), ("Bo", "a1")],
      #"<p><span id="s1"><em>Ann</em> and <a id="a1"><strong>Bo</strong></a></span></p>"#)
    check("of *Ann Lee* then", [("Ann", "a1")], #"<p>of <em><a id="a1">Ann</a> Lee</em> then</p>"#)
  }

  @Test func continuesAMarkInTheNextBlock() {
    check(
      "One two\n\nthree", [("two\n\nthree", "s1")],
      "<p>One <span id=\"s1\">two</span></p>\n<p><span>three</span></p>")
    check("a\nb\\\nc", [("a b\nc", "s1")], "<p><span id=\"s1\">a\nb<br />\nc</span></p>")
  }

  @Test func ofTwoLinksTheOneThatSaysItMoreExactlyStays() {
    check(
      "The [trip of Ann](https://x.example) ended", [("Ann", "a1")],
      #"<p>The <a href="https://x.example">trip of Ann</a> ended</p>"#)
    check("The [Ann](https://x.example) show", [("Ann", "a1")], #"<p>The <a id="a1">Ann</a> show</p>"#)
    check("The [Ann](https://x.example) Lee", [("Ann Lee", "a1")], #"<p>The <a id="a1">Ann Lee</a></p>"#)
  }

  @Test func weavesASpanThroughALink() {
    check(
      "See [one. Two](https://x.example) end.", [("See one.", "s1"), ("Two end.", "s2")],
      #"<p><span id="s1">See </span><a href="https://x.example"><span>one.</span> <span id="s2">Two</span></a><span> end.</span></p>"#
    )
  }

  @Test func leavesOutAMarkThatCrossesAnotherAndALinkInALink() {
    check(
      "one two three", [("one two", "s1"), ("two three", "s2")], #"<p><span id="s1">one two</span> three</p>"#
    )
    check("one two three", [("one two", "a1"), ("two", "a2")], #"<p><a id="a1">one two</a> three</p>"#)
  }

  @Test func weavesIntoTablesCodeStruckTextAndFootnotes() {
    check(
      "| a b | c |\n|---|---|\n| d | e |", [("b", "a1"), ("d | e", "s1")],
      """
      <table>
      <thead>
      <tr>
      <th>a <a id="a1">b</a></th>
      <th>c</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td><span id="s1">d</span></td>
      <td><span>e</span></td>
      </tr>
      </tbody>
      </table>
      """)
    check(
      "~~one two~~ `x y`", [("two", "a1"), ("y", "a2")],
      #"<p><del>one <a id="a1">two</a></del> <code>x </code><a id="a2"><code>y</code></a></p>"#)
  }

  @Test func everyTextStaysAsItWasUnderMarksAtRandom() {
    var random = SeededGenerator(seed: 7)
    let markdown =
      "A *b **c** d* [e f](https://x.example) `g h` ~~i~~\n\n> j\n> k\n\n| l m | n |\n|--|--|\n| o | *p* |\n\n- q ü r"
    let document = MarkdownDocument(markdown)
    let count = document.plainText.text.utf8.count
    let plain = Self.withoutTags(document.html())
    for _ in 0..<2_000 {
      let woven = (0..<Int.random(in: 1...6, using: &random)).map { number in
        let start = Int.random(in: 0..<count, using: &random)
        let end = Int.random(in: start...count, using: &random)
        return Woven(
          range: TextRange(start, end), opening: number.isMultiple(of: 2) ? "<a id=\"x\">" : "<i>",
          closing: number.isMultiple(of: 2) ? "</a>" : "</i>")
      }
      let html = document.html(
        weaving: woven.filter { Self.isOnScalars($0.range, of: document.plainText.text) })
      #expect(Self.withoutTags(html) == plain)
      #expect(Self.isBalanced(html), "\(html)")
    }
  }

  private static func isOnScalars(_ range: TextRange, of text: String) -> Bool {
    let bytes = Array(text.utf8)
    return [range.lowerBound, range.upperBound].allSatisfy { $0 == bytes.count || bytes[$0] & 0xC0 != 0x80 }
  }

  private static func withoutTags(_ html: String) -> String {
    var isInTag = false
    return html.filter { character in
      if character == "<" { isInTag = true }
      defer { if character == ">" { isInTag = false } }
      return !isInTag
    }
  }

  private static func isBalanced(_ html: String) -> Bool {
    var open: [Substring] = []
    for piece in html.split(separator: "<").filter({ $0.contains(">") }) {
      let tag = piece.prefix { $0 != ">" }
      let name = tag.prefix { $0 != " " }
      if tag.hasSuffix("/") { continue }
      guard name.hasPrefix("/") else {
        if name == "a", open.contains("a") { return false }
        open.append(name)
        continue
      }
      guard open.popLast() == name.dropFirst() else { return false }
    }
    return open.isEmpty
  }
}
