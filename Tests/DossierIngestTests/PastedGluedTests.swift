import DossierIngest
import DossierModel
import Testing

/// Things of a page's head that were stuck together when it was copied.
@Suite struct PastedGluedTests {
  private func check(
    _ head: String, bylines: [String] = [], published: String? = nil, outlet: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let page = try harbourPage(head)
    #expect(page.metadata.bylines == bylines, sourceLocation: sourceLocation)
    #expect(page.publishedDay == published, sourceLocation: sourceLocation)
    #expect(page.metadata.outlet == outlet, sourceLocation: sourceLocation)
    #expect(page.marked.count == 2 && page.metadata.deck == nil, sourceLocation: sourceLocation)
  }

  @Test func initialsInPlaceOfAPortraitMayStickToTheByline() throws {
    try check("ITBy Ida Thornquist\n5 March 2018", bylines: ["Ida Thornquist"], published: "2018-03-05")
    try check("PLBy Per LundStaff Reporter", bylines: ["Per Lund"])
  }

  @Test func lettersThatNobodysNameBeginsWithAreNoInitials() throws {
    let page = try harbourPage("XQBy Ida Thornquist\n5 March 2018")
    #expect(page.metadata.bylines != ["Ida Thornquist"])
  }

  @Test func whatAnAuthorIsMayStickToTheName() throws {
    try check("By Ida ThornquistHarbour Correspondent", bylines: ["Ida ThornquistHarbour Correspondent"])
    try check("By Ida ThornquistStaff Writer", bylines: ["Ida Thornquist"])
    try check("By Ida ThornquistBBC News", bylines: ["Ida Thornquist"], outlet: "BBC News")
    try check("By Ida McKay", bylines: ["Ida McKay"])
  }

  @Test func aMonthMayStickToTheSectionBeforeIt() throws {
    for head in [
      "World NewsMarch 5, 2018 / 3:12 PM", "WORLD NEWSMARCH 5, 2018 / 3:12 PM / UPDATED 2 YEARS AGO",
    ] {
      try check(head, published: "2018-03-05")
    }
    try check("By Ida ThornquistMarch 5, 2018", bylines: ["Ida Thornquist"], published: "2018-03-05")
  }

  @Test func theEndOfAWordInCapitalsIsNoMonth() throws {
    let page = try harbourPage("DISMAY 5, 2018")
    #expect(page.publishedDay == nil)
  }

  @Test func aTimeOfDayMayStickToTheYear() throws {
    try check("March 5, 20183:12 PM ET", published: "2018-03-05")
    try check("5 March 201815:12", published: "2018-03-05")
  }

  @Test func theLinesOfAPageBeginWithItsGluedDay() throws {
    let page = try article(
      "WORLD NEWSMARCH 5, 2018 / 3:12 PM\nBarge closes the harbour of Aldmouth for days\nIda Thornquist\n3 MIN READ\n\n"
        + harbourText)
    #expect(page.metadata.title == "Barge closes the harbour of Aldmouth for days")
    #expect(page.publishedDay == "2018-03-05")
  }
}
