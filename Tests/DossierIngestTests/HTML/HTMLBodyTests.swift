import DossierModel
import Testing

/// A sentence or two that read as prose, told apart by their number.
func prose(_ number: Int) -> String {
  "The harbour master counted \(number) barges on the river before noon, and he wrote every one of them down in the old ledger."
}

func paragraphs(_ numbers: ClosedRange<Int>) -> String { numbers.map { "<p>\(prose($0))</p>" }.joined() }

/// The article of a page with three paragraphs, and with what stands above and below them.
func savedPage(
  _ head: String, _ top: String, foot: String = "", language: String? = nil
) throws -> Article {
  let attribute = language.map { " lang=\"\($0)\"" } ?? ""
  return try article(
    "<html\(attribute)><head>\(head)</head><body><main>\(top)<article>\(paragraphs(1...3))</article>\(foot)"
      + "</main></body></html>", as: "a.html")
}

/// Checks what the body of a saved page is, each block marked with its kind.
private func check(
  _ body: String, gives expected: [String], sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let page = "<html><head><title>Barges</title></head><body>\(body)</body></html>"
  #expect(try article(page, as: "a.html").marked == expected, sourceLocation: sourceLocation)
}

@Suite struct HTMLBodyTests {
  @Test func keepsTheTextAndLeavesMenusTeasersAndFooters() throws {
    try check(
      """
      <nav><a href="/">Home</a> <a href="/w">Weather</a></nav>
      <main><h1>Barges</h1>\(paragraphs(1...3))</main>
      <aside><h3>More</h3><p>\(prose(9))</p></aside><footer>Our company, Dock Street 4</footer>
      """, gives: [prose(1), prose(2), prose(3)])
  }

  @Test func keepsHeadingsListsAndQuotesAsWhatTheyAre() throws {
    try check(
      """
      <article>\(paragraphs(1...2))<h2>The ledger</h2><p>\(prose(3))</p>
      <ul><li>Coal from the north</li><li>Salt</li></ul>
      <blockquote><p>We saw them all pass by.</p></blockquote>\(paragraphs(4...5))</article>
      """,
      gives: [
        prose(1), prose(2), "# The ledger", prose(3), "- Coal from the north", "- Salt",
        "> We saw them all pass by.", prose(4), prose(5),
      ])
  }

  @Test func keepsTheWordsOfLinksWithinSentences() throws {
    try check(
      "<article>\(paragraphs(1...2))<p>Read <a href=\"/x\">the ledger of the harbour</a> as it was kept in those days.</p></article>",
      gives: [prose(1), prose(2), "Read the ledger of the harbour as it was kept in those days."])
  }

  @Test func partsParagraphsAtTwoLineBreaks() throws {
    try check(
      "<div>\(prose(1))<br><br>\(prose(2))<br>\(prose(3))</div>",
      gives: [prose(1), "\(prose(2)) \(prose(3))"])
  }

  @Test func keepsTextThatTheBoxOfAnAdvertisementParts() throws {
    try check(
      "<div class=\"post-body\">\(paragraphs(1...2))<div class=\"ad-slot\">Buy boats</div>\(paragraphs(3...4))</div>",
      gives: [prose(1), prose(2), prose(3), prose(4)])
  }

  @Test func keepsABodyWhoseBoxIsNamedLikeFurniture() throws {
    try check(
      "<div class=\"promoted node\"><h1>Barges</h1>\(paragraphs(1...6))</div>",
      gives: (1...6).map { prose($0) })
  }

  @Test func putsPartsThatTheServerStreamedLateInTheirPlace() throws {
    try check(
      """
      <article>\(paragraphs(1...2))<!--$?--><template id="B:3"></template><p>Loading paragraph</p><!--/$-->\(paragraphs(4...5))</article>
      <div hidden id="S:3"><p>\(prose(3))</p></div>
      """, gives: (1...5).map { prose($0) })
  }

  @Test func takesTheShortLeadThatStandsInTheNamedBodyWithTheRest() throws {
    try check(
      "<div class=\"article-content\"><p>\(prose(1))</p><div><section>\(paragraphs(2...9))</section></div></div>",
      gives: (1...9).map { prose($0) })
  }

  @Test func keepsTheCommentsOfCode() throws {
    try check(
      "<article>\(paragraphs(1...2))<pre><code>a <span class=\"token comment\"># the barge</span></code></pre>\(paragraphs(3...4))</article>",
      gives: [prose(1), prose(2), "a # the barge", prose(3), prose(4)])
  }

  @Test func takesTheTextForMachinesWhereThePageShowsHardlyAny() throws {
    let whole = (1...8).map { prose($0) }
    try check(
      """
      <script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "\(whole.joined(separator: "\\n\\n"))"}</script>
      <p>\(prose(9))</p>
      """, gives: whole)
  }

  @Test func endsAtTheHeadingOfOtherStories() throws {
    try check(
      """
      <article>\(paragraphs(1...4))<h3>Most Read</h3><p>A ferry is late again this week.</p><p>Ice on the canals.</p></article>
      """, gives: (1...4).map { prose($0) })
  }

  @Test func leavesLinesThatBelongToThePage() throws {
    try check(
      """
      <article><p>5 min read</p><p>Share this article</p>\(paragraphs(1...2))<p>Advertisement</p>\(paragraphs(3...4))</article>
      """, gives: (1...4).map { prose($0) })
  }

  @Test func mendsTextThatWasReadAsLatin1AndSavedAgain() throws {
    try check(
      "<article>\(paragraphs(1...2))<p>The master\u{E2}\u{80}\u{99}s ledger is kept in the caf\u{C3}\u{A9} by the lock, as it was.</p></article>",
      gives: [prose(1), prose(2), "The master’s ledger is kept in the café by the lock, as it was."])
  }
}

@Suite struct HTMLRemovalTests {
  @Test func tellsWhatWasLeftOutAndWhy() throws {
    let page = try article(
      """
      <body><nav><a href="/">Front page of ours</a></nav><article>\(paragraphs(1...3))
      <div class="related">Ferries: what to know</div><p>Advertisement</p></article>
      <footer>Dock Street 4</footer></body>
      """, as: "a.html")
    #expect(page.removedFor(.navigation) == ["Front page of ours"])
    #expect(page.removedFor(.relatedLink) == ["Ferries: what to know"])
    #expect(page.removedFor(.advertisement) == ["Advertisement"])
    #expect(page.removedFor(.pageFurniture) == ["Dock Street 4"])
  }

  @Test func saysNothingOfCodeAndDrawings() throws {
    let page = try article(
      """
      <body><script>var barges = 1;</script><style>p { color: red }</style>
      <article>\(paragraphs(1...3))<svg><title>Arrow</title></svg></article></body>
      """, as: "a.html")
    #expect(page.removed == [])
  }

  @Test func theHeadlineInABoxOfItsOwnIsNoParagraph() throws {
    let page = try article(
      "<html><head><title>Barges at dawn</title></head><body><div><div>Barges at dawn</div>\(paragraphs(1...3))</div></body></html>",
      as: "a.html")
    #expect(page.marked == (1...3).map { prose($0) } && page.removedFor(.repeatedTitle) == ["Barges at dawn"])
  }

  @Test func aPageWithoutATitleIsCalledByItsFirstParagraph() throws {
    let page = try article("<p>Barges at dawn</p>\(paragraphs(1...3))", as: "a.html")
    #expect(page.metadata.title == "Barges at dawn")
  }

  @Test func textBetweenLineBreaksIsNotListedAsRemoved() throws {
    let text = (1...3).map { prose($0) }.joined(separator: "<br><br>")
    let page = try article("<html><body><h1>Barges at dawn</h1>\(text)</body></html>", as: "a.html")
    #expect(page.removed.allSatisfy { removed in !page.text.contains(removed.text) })
  }

  @Test func captionsAreImagesWithTheirCredit() throws {
    let page = try article(
      """
      <article>\(paragraphs(1...2))<figure><img src="a.jpg"><figcaption>Barges at dawn (Photo: Jane Roe)</figcaption></figure>
      <figure><img src="b.jpg"><figcaption>The lock <span class="credit">Ann Poe</span></figcaption></figure>\(paragraphs(3...4))</article>
      """, as: "a.html")
    #expect(
      page.images == [
        ImageCaption(caption: "Barges at dawn", credit: "Photo: Jane Roe"),
        ImageCaption(caption: "The lock", credit: "Ann Poe"),
      ])
    #expect(page.marked == (1...4).map { prose($0) })
  }
}
