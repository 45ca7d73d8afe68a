import DossierIngest
import DossierModel
import Testing

/// What pages print on the line of an author, and the lines that name one in other ways than "By".
@Suite struct PastedAuthorLineTests {
  private func check(
    _ head: String, _ bylines: [String], published: String? = nil, foot: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let page = try harbourPage(head, foot)
    #expect(page.metadata.bylines == bylines, sourceLocation: sourceLocation)
    #expect(page.publishedDay == published, sourceLocation: sourceLocation)
    #expect(page.marked.count == 2 && page.metadata.deck == nil, sourceLocation: sourceLocation)
  }

  @Test func whatAnAuthorGoesByElsewhereIsNoPartOfTheName() throws {
    try check(
      "By Ida Thornquist@ithornquist Mar 5, 2018, 7:53pm EST", ["Ida Thornquist"], published: "2018-03-05")
    try check("5 March 2018\nIda Thornquist@IdaOfTheCoast", ["Ida Thornquist"], published: "2018-03-05")
    try check("By Ida Thornquist (@ithornquist) and Per Lund", ["Ida Thornquist", "Per Lund"])
  }

  @Test func aNameWithWhatItsBearerGoesByIsTheAuthors() throws {
    try check("Yrsa Thornquist @ythornquist", ["Yrsa Thornquist"])
    try check("Yrsa Thornquist @ythornquist / 2 days", ["Yrsa Thornquist"])
    try check("Olaf Brandt @olafbrandt", [])
  }

  @Test func whatStandsBehindTheDayIsNoPartOfTheName() throws {
    try check(
      "By Ida Thornquist 2018-03-05T12:48:14Z Harbours & Ships", ["Ida Thornquist"], published: "2018-03-05")
    let page = try harbourPage("By Ida Thornquist, 5 March 2018, BBC News")
    #expect(page.metadata.bylines == ["Ida Thornquist"] && page.metadata.outlet == "BBC News")
  }

  @Test func theAuthorMayStandBehindTheDay() throws {
    try check("3/15/2018 by Ida Thornquist", ["Ida Thornquist"], published: "2018-03-15")
    try check(
      "Monday March 5, 2018 7:45 am PST by Ida Thornquist", ["Ida Thornquist"], published: "2018-03-05")
  }

  @Test func aBylineMayEndInATimeOfDay() throws {
    try check(
      "By Ida Thornquist , Per Lund on Monday, March 5th, 2018 at 11:08 a.m.",
      ["Ida Thornquist", "Per Lund"],
      published: "2018-03-05")
  }

  @Test func aLabelMayStickToTheName() throws {
    try check("ByIda Thornquist 5 March 2018", ["Ida Thornquist"], published: "2018-03-05")
    try check("ByIda ThornquistMar 5, 2018", ["Ida Thornquist"], published: "2018-03-05")
    try check("By Ida ThornquistCRNHerald", ["Ida Thornquist"])
    try check("By Ida MacDONALD", ["Ida MacDONALD"])
  }

  @Test func aNameMayStandBelowItsLabel() throws {
    try check("By\nIda Thornquist\nIda Thornquist", ["Ida Thornquist"])
    try check("Posted by\n\nYrsa", ["Yrsa"])
    try check("Author\nIda Thornquist", ["Ida Thornquist"])
    try check("Author\nRecent Posts", [])
  }

  @Test func theLabelsOfOtherTextsNameNoAuthor() throws {
    try check("By Ida Thornquist", ["Ida Thornquist"], foot: "More on this story\nThe lock\nBy\nPer Lund")
  }

  @Test func aNameBeforeWhatItsBearerIsIsTheAuthors() throws {
    try check("Yrsa Q. Thornquist Senior Contributor", ["Yrsa Q. Thornquist"])
    try check("Olaf Brandt Reporter", [])
  }

  @Test func aNameBesideTheAgeOfATextIsTheAuthors() throws {
    try check("Ida Thornquist\n3 hours ago", ["Ida Thornquist"])
    try check("Ida Thornquist\nMonday 6:30PM", ["Ida Thornquist"])
  }

  @Test func whatATextTellsOfItsAuthorDoesNotMakeAnotherOfIt() throws {
    let page = try harbourPage(
      "Ida Thornquist\n5 min read",
      "Ida Thornquist is a writer who lives by the sea and has two boats of her own.")
    #expect(page.metadata.bylines == ["Ida Thornquist"])
  }

  @Test func aHeadingBelowAnAuthorIsNoOther() throws {
    try check(
      "5 March 2018\nIda Thornquist@IdaOfTheCoast\nKey Facts", ["Ida Thornquist"], published: "2018-03-05")
  }

  @Test func whatReadersDidMayStandBeforeTheAuthor() throws {
    try check("12 Comments | Ida Thornquist | March 5, 2018", ["Ida Thornquist"], published: "2018-03-05")
  }

  @Test func theAuthorMayStandRightBehindTheDay() throws {
    try check("March 5, 2018 Ida Thornquist", ["Ida Thornquist"], published: "2018-03-05")
    try check("March 5, 2018 Olaf Brandt", [], published: "2018-03-05")
    try check("Associated Press March 5, 2018, 9:02 AM", ["Associated Press"], published: "2018-03-05")
  }

  @Test func theAuthorMayStandAboveTheTitleWithTheDay() throws {
    let title = "\nBarge closes the harbour of Aldmouth for days\n\n" + harbourText
    #expect(
      try article("Menu\nIda Thornquist\nBusiness\nMarch 5, 2018" + title).metadata.bylines == [
        "Ida Thornquist"
      ])
    #expect(try article("Menu\nIda Thornquist\nBusiness" + title).metadata.bylines == [])
    #expect(
      try article("Menu\nIda Thornquist\nFog delays ferries\nMarch 5, 2018" + title).metadata.bylines == [])
  }

  @Test func aPaperThatNoListKnowsMayStandBehindTheName() throws {
    let page = try harbourPage("Ida Thornquist Coast Herald\n5 March 2018")
    #expect(page.metadata.bylines == ["Ida Thornquist"] && page.metadata.outlet == "Coast Herald")
  }

  @Test func theAuthorMayStandAboveWhatIsToldOfHer() throws {
    let foot = "Ida Thornquist\nIda is a writer who lives by the sea."
    #expect(try harbourPage("5 March 2018", foot).metadata.bylines == ["Ida Thornquist"])
    let told = "Ida Brandt\nIda is a writer who lives by the sea."
    #expect(try harbourPage("5 March 2018", told).metadata.bylines == [])
  }

  @Test func aProfileOfAnAuthorIsNoName() throws {
    #expect(try harbourPage("5 March 2018", "Author\u{2019}s Profile").metadata.bylines == [])
  }
}
