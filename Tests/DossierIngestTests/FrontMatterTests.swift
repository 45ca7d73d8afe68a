import DossierModel
import DossierSource
import Testing

@Suite struct FrontMatterTests {
  @Test func frontMatterIsTakenAtItsWord() throws {
    let page = try article(
      """
      ---
      title: "Harbour strike: third week"
      author:
        - Nils Okoro
        - Eva Lind
      date: 2014-09-02T10:00:00Z
      updated: 2014-09-03
      outlet: The Harbour Courier
      url: https://courier.example/strike
      language: en
      deck: Talks break down over night shifts
      draft: true
      slug: Strike, week 3
      ---

      # Harbour strike: third week

      Dock workers in Aldmouth voted on Tuesday to go on with their strike.

      The company said *no*.
      """, as: "2014/strike.md")
    #expect(page.metadata.title == "Harbour strike: third week")
    #expect(page.metadata.bylines == ["Nils Okoro", "Eva Lind"])
    #expect(page.publishedDay == "2014-09-02")
    #expect(page.metadata.published?.printed == "date: 2014-09-02T10:00:00Z")
    #expect(page.metadata.updated?.value.description == "2014-09-03")
    #expect(page.metadata.outlet == "The Harbour Courier")
    #expect(page.metadata.url == "https://courier.example/strike")
    #expect(page.metadata.language == "en")
    #expect(page.metadata.deck == "Talks break down over night shifts")
    #expect(page.metadata.isDraft)
    #expect(page.id == ArticleID("strike-week-3"))
    #expect(page.blocks.count == 2)
    #expect(page.body.markdown.contains("*no*"))
    #expect(page.removedFor(.repeatedTitle) == ["Harbour strike: third week"])
  }

  @Test func theFrontMatterOfOtherGeneratorsIsReadToo() throws {
    let page = try article(
      """
      +++
      title = "Harbour strike: third week"
      date = 2014-09-02
      author = ["Nils Okoro", "Eva Lind"]
      +++

      Dock workers in Aldmouth voted on Tuesday to go on with their strike.
      """, as: "strike.md")
    #expect(page.metadata.title == "Harbour strike: third week" && page.publishedDay == "2014-09-02")
    #expect(page.metadata.bylines == ["Nils Okoro", "Eva Lind"] && page.marked.count == 1)
  }

  @Test func theIdComesFromTheSourcesName() throws {
    #expect(
      try article("A text of one sentence.", as: "x/Über die Brücke.txt").id == ArticleID("uber-die-brucke"))
  }

  @Test func badFrontMatterIsToldWithItsLineAndTheArticleIsBuilt() throws {
    let text = """
      ---
      title: "Harbour strike: third week
      author: [Nils
      date: 2014-09-02
      ---

      Dock workers in Aldmouth voted on Tuesday to go on with their strike.
      """
    let page = try article(text, as: "strike.md")
    #expect(page.metadata.title == "Harbour strike: third week")
    #expect(page.publishedDay == "2014-09-02")
    #expect(page.text == "Dock workers in Aldmouth voted on Tuesday to go on with their strike.")
    let told = diagnostics(text, as: "strike.md")
    #expect(told.map(\.id) == ["bad-front-matter"])
    #expect(told.first?.location == SourceLocation(path: "strike.md", line: 2))
  }

  @Test(arguments: [
    ("mood: grim", "unknown-front-matter-key", 3), ("date: soon", "bad-date", 3),
    ("date: 03/04/2019", "ambiguous-date", 3),
  ])
  func whatIsNotUnderstoodIsTold(row: String, id: String, line: Int) {
    let told = diagnostics("---\ntitle: A\n\(row)\n---\n\nA text of one sentence.\n", as: "a.md")
    #expect(told.map(\.id) == [id])
    #expect(told.first?.location.line == line)
  }

  @Test func onlyWhatIsSurelyAPagesLeavesACheckedText() throws {
    let page = try article(
      """
      ---
      title: Council votes on the bridge
      ---

      Economy

      The council voted on Monday, [the clerk said](/clerk). See [the minutes](https://a.example/m).

      Advertisement

      ![The old bridge at dusk](bridge.jpg)

      <script>alert(1)</script>

      Twitter.

      Watch this space

      That was three years ago.
      """, as: "a.md")
    #expect(
      page.blocks.map { String(page.text[$0.range]) } == [
        "Economy", "The council voted on Monday, the clerk said. See the minutes.", "Twitter.",
        "Watch this space", "That was three years ago.",
      ])
    #expect(page.removed.map(\.reason) == [.deadLink, .advertisement, .movedToMetadata, .activeContent])
    #expect(page.images == [ImageCaption(caption: "The old bridge at dusk", credit: nil)])
    #expect(page.body.markdown.contains("(https://a.example/m)"))
  }

  @Test func aTextWithoutFrontMatterIsPastedWhenItShowsAPagesMarks() throws {
    let pasted = try article(
      """
      # Council votes on the bridge

      By Jana Brix

      August 27, 2019

      The council voted on Monday to close the old bridge to lorries after engineers had found rust in its piers.
      """, as: "a.md")
    #expect(pasted.metadata.bylines == ["Jana Brix"])
    #expect(pasted.blocks.count == 1)
    let written = try article(
      "A man was shot near the mill\n\nPolice have no word on who did it\n", as: "b.md")
    #expect(written.blocks.count == 2)
  }

  @Test func severalAuthorsInOneValueAreEach() throws {
    let page = try article(
      "---\ntitle: Strike\nauthor: Nils Okoro and Eva Lind\n---\n\nThe dockers came back.\n", as: "a.md")
    #expect(page.metadata.bylines == ["Nils Okoro", "Eva Lind"])
    let desk = try article(
      "---\ntitle: Strike\nauthor: Harbour Desk\n---\n\nThe dockers came back.\n", as: "a.md")
    #expect(desk.metadata.bylines == ["Harbour Desk"])
  }

  @Test func whatProgramsThatClipPagesWriteIsRead() throws {
    let page = try article(
      """
      ---
      title: "Harbour strike: third week"
      source: "https://courier.example/strike"
      author:
        - "[[Nils Okoro]]"
        - "[[lind|Eva Lind]]"
      published: 2014-09-02
      clipped: 2015-01-05
      excerpt: Talks break down
      ---

      Dock workers in Aldmouth voted on Tuesday to go on with their strike.
      """, as: "strike.md")
    #expect(page.metadata.bylines == ["Nils Okoro", "Eva Lind"])
    #expect(page.metadata.url == "https://courier.example/strike")
    #expect(page.metadata.retrieved?.value.description == "2015-01-05")
    #expect(page.metadata.deck == "Talks break down")
  }

  @Test func theHeadOfAPageNamesItsOutletAndAddress() throws {
    let text = "Title: Barge closes the harbour\nAuthor: Jane Doe\nSource: The Herald\nDate: 5 March 2018\n\n"
    let page = try article(text + harbourText, as: "a.md")
    #expect(page.metadata.outlet == "The Herald")
    let linked = text.replacing(
      "The Herald", with: "[The Herald](https://herald.example/2018/barge-closes-harbour)")
    #expect(
      try article(linked + harbourText, as: "a.md").metadata.url
        == "https://herald.example/2018/barge-closes-harbour")
    let chart = text.replacing("The Herald", with: "[Statista](https://statista.example/2014/05/06/chart)")
    #expect(try article(chart + harbourText, as: "a.md").publishedDay == "2018-03-05")
  }

  @Test(arguments: [("published_at", "lede"), ("publish_date", "dek"), ("pubdate", "standfirst")])
  func frontMatterMayHaveTheNamesOfOtherSystems(day: String, deck: String) throws {
    let text = """
      ---
      title: Harbour strike
      \(day): 2014-09-02 10:40
      updated_at: 2014-09-03
      \(deck): Talks break down
      site_name: Aldmouth Ledger
      ---

      Dock workers in Aldmouth voted on Tuesday to go on with their strike.
      """
    let page = try article(text, as: "strike.md")
    #expect(page.publishedDay == "2014-09-02" && page.metadata.updated?.value.description == "2014-09-03")
    #expect(page.metadata.deck == "Talks break down" && page.metadata.outlet == "Aldmouth Ledger")
    #expect(diagnostics(text, as: "strike.md").isEmpty)
  }
}
