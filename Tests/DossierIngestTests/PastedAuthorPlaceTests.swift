import DossierIngest
import DossierModel
import Testing

/// Authors whom nothing tells but a name in an author's place.
@Suite struct PastedAuthorPlaceTests {
  private func bylines(_ head: String, _ foot: String = "") throws -> [String] {
    try harbourPage(head, foot).metadata.bylines
  }

  @Test(arguments: [
    "5 March 2018\nIda Thornquist", "Ida Thornquist | Ferries  Herring  Port Ansel",
    "Heard on Coast Radio\n\nIda Thornquist\n\n3-Minute Listen",
    "Ida Thornquist Aldmouth\nMon 5 March 2018", "Ida Thornquist\n\n2-Minute Listen  Download  Transcript",
  ]) func aPersonsNameAloneAboveTheTextIsTheAuthors(head: String) throws {
    #expect(try bylines(head) == ["Ida Thornquist"])
  }

  @Test(arguments: [
    "Olaf Brandt", "Port Ansel", "Victoria Falls", "Victoria Harbour News", "Olaf Brandt\n\n5 min read",
  ])
  func whomOrWhatATextIsOfIsNoAuthor(head: String) throws {
    #expect(try bylines(head) == [])
  }

  @Test func whomTheTextNamesAgainIsNoAuthor() throws {
    #expect(
      try bylines(
        "Ida Thornquist\n\n4 min read",
        "Thornquist, who owns the barge, had no word for those who waited at the pier.") == [])
  }

  @Test func whoIsSeenInThePictureBesideTheDayIsNoAuthor() throws {
    #expect(
      try bylines("By Ida Thornquist, coast correspondent\n5 March 2018\nOlaf Brandt\n") == ["Ida Thornquist"]
    )
    #expect(try bylines("By Ida Thornquist\nPer Lund\n5 March 2018") == ["Ida Thornquist", "Per Lund"])
  }

  @Test func theDeckOfAnOpinionStandsBelowItsAuthor() throws {
    let deck = "The town has paid for a pier that leaks. It is time that somebody told it why"
    let page = try harbourPage("Ida Thornquist\n\(deck)\n\n5 March 2018")
    #expect(page.metadata.bylines == ["Ida Thornquist"] && page.metadata.deck == deck)
  }

  @Test func namesBelowTheDeckAreAuthors() throws {
    let deck = "Port authority says that the ferries will sail from the southern quay"
    let page = try article(
      "5 March 2018\nBarge closes the harbour of Aldmouth\n\(deck)\nIda Thornquist and Per Lund\n\n"
        + harbourText)
    #expect(page.metadata.bylines == ["Ida Thornquist", "Per Lund"] && page.metadata.deck == deck)
  }

  @Test func aDeckInCapitalsWithTwoPartsIsNoNames() throws {
    #expect(try bylines("Levy Talks Break Off; Spring Floods Near") == [])
    #expect(try bylines("Ida Thornquist; Per Lund") == ["Ida Thornquist", "Per Lund"])
  }

  @Test func anAuthorWithHisDayIsNoDeck() throws {
    #expect(try harbourPage("BY IDA THORNQUIST - 03/05/20 07:21 PM EST\n\n53SHARES").metadata.deck == nil)
  }

  @Test func anAuthorStandsBeforeOutletAndDayWithDotsBetween() throws {
    let page = try harbourPage(
      "Tove Aldous · CBC News · Posted: Sep 25, 2019 7:12 PM ET | Last Updated: September 26, 2019")
    #expect(page.metadata.bylines == ["Tove Aldous"] && page.publishedDay == "2019-09-25")
    #expect(try bylines("Climate Change | March 5, 2018") == [])
    #expect(try bylines("Port Ansel | March 5, 2018") == [])
    #expect(try bylines("Ida Thornquist | March 5, 2018") == ["Ida Thornquist"])
  }

  @Test func aStrokePartsTwoAuthorsButNoOutlet() throws {
    #expect(try bylines("BY IDA THORNQUIST/PER LUND") == ["IDA THORNQUIST", "PER LUND"])
    #expect(try bylines("By Ida Thornquist/Coast News") != ["Ida Thornquist", "Coast News"])
  }

  @Test func theNumberOfAnOutletsNameIsNoCount() throws {
    let page = try harbourPage(
      "Issued on: 13/08/2018 - 07:12\n\nText by: FRANCE 24 Follow | Video by: Solène Lund")
    #expect(page.metadata.bylines == ["FRANCE 24"] && page.metadata.deck == nil)
  }
}
