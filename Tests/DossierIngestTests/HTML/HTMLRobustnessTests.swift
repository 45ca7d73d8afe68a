import Testing

/// Checks that a page is read at all, in a time that grows with its size.
private func check(_ page: String, within limit: Duration, sourceLocation: SourceLocation = #_sourceLocation)
{
  let took = ContinuousClock().measure { _ = reading(Array(page.utf8), as: "a.html") }
  #expect(took < limit, sourceLocation: sourceLocation)
}

@Suite struct HTMLRobustnessTests {
  @Test func readsDeeplyNestedBoxes() {
    check(String(repeating: "<div>", count: 100_000) + prose(1), within: .seconds(20))
  }

  @Test(arguments: [200, 260, 500, 5_000])
  func keepsAllTextOfAPageWhoseTagsAreNeverClosed(count: Int) throws {
    let opened = String(repeating: "<div><span>", count: count)
    let page =
      "<body><h1>Ice</h1><article>\(paragraphs(1...2))\(opened)\(paragraphs(3...5))<p>\(prose(6))</p>"
    let read = try article(page, as: "a.html")
    let all = read.text + read.removed.map(\.text).joined()
    for number in 1...6 { #expect(all.contains(prose(number))) }
  }

  @Test func keepsTheStructureOfWhatStandsAboveBoxesNestedTooDeep() throws {
    let page =
      "<body><article>\(paragraphs(1...3))<ul><li>One<li>Two</ul>"
      + String(repeating: "<font color='a>b'>", count: 600) + paragraphs(4...4) + "</article>"
    let read = try article(page, as: "a.html")
    #expect(read.marked.contains("- Two"))
    #expect(read.text.contains(prose(4)))
  }

  @Test func saysThatAPageIsCutThatIsLargerThanAnyArticle() {
    let page = "<body><article>\(paragraphs(1...3))</article>" + String(repeating: "<p>x</p>", count: 250_000)
    #expect(reading(Array(page.utf8), as: "a.html").diagnostics.map(\.id) == ["page-cut"])
  }

  @Test func readsManyBoxesBesideEachOther() {
    check(String(repeating: "<div class=\"a-b\">x</div>", count: 100_000), within: .seconds(20))
  }

  @Test func keepsTheTextOfAPageThatBreaksOff() throws {
    let page = try article(
      "<html><body><article>\(paragraphs(1...3))<p>The last barge of the ye", as: "a.html")
    #expect(page.marked.count == 4)
  }

  @Test func readsPagesWithoutABodyAndFramesets() throws {
    #expect(try article("<title>Barges</title>", as: "a.html").metadata.title == "Barges")
    #expect(
      try article("<frameset><frame src=\"a\"></frameset><p>\(prose(1))", as: "a.html").text.isEmpty == false)
  }

  @Test func refusesPagesBeyondTheLimit() {
    let read = reading([UInt8](repeating: 0x61, count: 50 << 20), as: "a.html")
    #expect(read.article == nil)
    #expect(read.diagnostics.map(\.id) == ["source-too-large"])
  }

  @Test func readsDataThatBreaksOffOrNestsWithoutEnd() throws {
    for data in [
      "{\"@type\": \"NewsArticle\", \"headline\": \"Ice", String(repeating: "[", count: 50_000), "{]", "",
    ] {
      let page =
        "<script type=\"application/ld+json\">\(data)</script><article>\(paragraphs(1...2))</article>"
      #expect(try article(page, as: "a.html").marked.count == 2)
    }
  }
}
