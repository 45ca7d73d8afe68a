import DossierModel
import Testing

/// Boxes set into a text: where they end, and who speaks in them.
@Suite struct PastedInsetTests {
  private let head = "Barge closes the harbour of Aldmouth for days\n\n5 March 2018\n\n"
  private let third =
    "The council of Aldmouth said on Tuesday that the barge would be towed to Oxhaven before the week is out."
  private let fourth =
    "Dockers who were sent home on Monday have been told to come back on Friday, when the ferries are to sail again."

  private func page(_ box: String, below: String = "") throws -> Article {
    try article(
      head + harbourText + "\n\n" + third + "\n\n" + box + "\n\n" + fourth + "\n\n"
        + third.replacing(
          "barge", with: "wreck") + below)
  }

  @Test func aHeadingBehindABoxOfHeadlinesIsText() throws {
    for box in [
      "Related articles\nHow the pier was built in a year\nFerry fares rise for the third time",
      "Watch video 01:38\nBoats under pressure",
    ] {
      let read = try page(box + "\n\nBoats to go to Oxhaven")
      #expect(read.marked.contains("# Boats to go to Oxhaven"))
      #expect(!read.text.contains("third time") && !read.text.contains("under pressure"))
    }
  }

  @Test func aTextGoesOnBehindABoxThoughOneParagraphIsLeft() throws {
    let last = "Dockers said they would be back at work on Friday, when the ferries are to sail again."
    let read = try article(
      head + harbourText + "\n\n" + third + "\n\nRelated\nFerry fares rise for the third time\n\n" + last)
    #expect(read.marked.last == last && !read.text.contains("fares"))
  }

  @Test func whatSpeaksToReadersBehindABoxIsNoText() throws {
    let read = try article(
      head + harbourText + "\n\n" + third + "\n\nRelated\nFerry fares rise for the third time\n\n"
        + "As we said before, you can write to us about our reports on the harbour at any time.")
    #expect(read.marked.last == third)
  }

  @Test func anEndMarkerMayNameItsSectionOrOutlet() throws {
    for marker in ["Most Read Business Stories", "Trending on AP News"] {
      let read = try page(marker + "\nCouncil to open new bridge\nWhat the new fare means for you")
      #expect(!read.text.contains("new bridge"), "\(marker)")
      #expect(read.text.contains("Dockers who were sent home"))
    }
    #expect(try page("Trending in the harbour").text.contains("Trending in the harbour"))
  }

  @Test func whoWroteAnInsetIsNotWhoWroteTheText() throws {
    let inset = "Analysis: A quiet harbour\nBy Per Lundquist, harbour correspondent\n"
    let read = try page(inset + fourth.replacing("Monday", with: "Sunday"))
    #expect(read.metadata.bylines.isEmpty && read.metadata.credits == ["Per Lundquist"])
    #expect(read.marked.contains("# Analysis: A quiet harbour"))
  }

  @Test func headlinesWithTheirSectionsAreNoText() throws {
    let read = try page(
      "Recommended\n\nWORLD\nStrike shuts ports in Livonia\n\nWORLD\nIn the north the ice is early")
    #expect(!read.text.contains("Strike") && !read.text.contains("ice is early"))
    #expect(try page("WORLD\nStrike shuts ports in Livonia").text.contains("Strike"))
  }

  @Test(arguments: [
    "Each evening the Ledger sends out the news of the coast. Sign up here.",
    "You have read 1 of your 5 free articles this month.",
    "Your tax deductible gift can help keep the coast clean.",
    "Ida Thornquist: 555-0147 or ida@ledger.example; on Twitter: @ida.",
  ])
  func whatAPageSaysOfItselfBelowTheTextIsNoneOfIt(line: String) throws {
    let read = try harbourPage("By Ida Thornquist\n5 March 2018", line)
    #expect(read.marked.count == 2)
  }

  @Test(arguments: [
    "The council sends out a letter each morning. It is read by few.",
    "Your support is needed, Mr Brandt told the dockers.",
    "Olaf Brandt: the harbour master whom nobody asked.",
  ])
  func aTextMayEndInASentenceThatOnlyBeginsSo(line: String) throws {
    #expect(try harbourPage("By Ida Thornquist\n5 March 2018", line).marked.count == 3)
  }

  @Test func agenciesThatContributedAreCredits() throws {
    let read = try harbourPage("5 March 2018", "Reuters and The Associated Press contributed.")
    #expect(read.metadata.credits.count == 2 && read.marked.count == 2)
    #expect(try harbourPage("5 March 2018", "The dockers of Oxhaven contributed.").marked.count == 3)
  }

  @Test func theBoxOfAnAuthorMayStandRightBelowThePagesOwnLines() throws {
    let read = try harbourPage(
      "By Ida Thornquist\n5 March 2018",
      "Tags: Harbours, Ferries\nIda Thornquist\nIda is a reporter at the Ledger.\nView all posts by Ida Thornquist"
    )
    #expect(read.marked.count == 2)
  }
}
