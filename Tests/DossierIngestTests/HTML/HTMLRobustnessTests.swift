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
