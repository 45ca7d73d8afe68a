import DossierIngest
import DossierModel
import Testing

/// Authors, slogans and stamps at the top of a page that no label tells.
@Suite struct PastedTopTests {
  private func bylines(_ head: String, _ foot: String = "") throws -> [String] {
    try harbourPage(head, foot).metadata.bylines
  }

  @Test func anAuthorMayStandRightBeforeTheDay() throws {
    let page = try harbourPage("Tessa Thornquist Mar 5, 2018", "The team\nTessa Thornquist Reporter")
    #expect(page.metadata.bylines == ["Tessa Thornquist"] && page.publishedDay == "2018-03-05")
    #expect(try bylines("Olaf Brandt Mar 5, 2018") == [])
    #expect(try bylines("Port Ansel Mar 5, 2018") == [])
  }

  @Test func aShortPartOfTheNameMayStandInTheTextToo() throws {
    let foot = "The boats of El-Mina had come to Aldmouth on Sunday, a day before the barge struck the pier."
    #expect(try bylines("Mariam El-Thornquist , Monday 5 Mar 2018", foot) == ["Mariam El-Thornquist"])
    #expect(try bylines("Olaf Brandt , Monday 5 Mar 2018", foot) == [])
  }

  @Test func anAuthorMayStandAboveTheLineOfHisPlace() throws {
    #expect(try bylines("Fergal Thornquist\nin Oxhaven") == ["Fergal Thornquist"])
    #expect(try bylines("Ferries Stay Home\nin the autumn") == [])
  }

  @Test func aHeadlineSetInTwoLinesStaysWhole() throws {
    let page = try article("Golden Dawn\nin Aldmouth\n\nBy Ida Thornquist\n5 March 2018\n\n" + harbourText)
    #expect(page.metadata.title == "Golden Dawn in Aldmouth")
  }

  @Test func countsBehindAnAuthorAreNoneOfTheName() throws {
    #expect(try bylines("Ida Thornquist 0 4 minutes read") == ["Ida Thornquist"])
    #expect(try bylines("Olaf Brandt 0 4 minutes read") == [])
  }

  @Test func theLanguagesOfAPageAreNoAuthors() throws {
    #expect(try bylines("BY IDA THORNQUIST\n\nEN ES\n\n5 March 2018") == ["IDA THORNQUIST"])
  }

  @Test func anAgencyMayStandInTheAuthorsPlace() throws {
    let page = try harbourPage("Reuters · Posted: Mar 05, 2018 5:21 AM ET | Last Updated: March 6, 2018")
    #expect(page.metadata.bylines == ["Reuters"] && page.publishedDay == "2018-03-05")
    #expect(try bylines("Reuters | 5 March 2018") == [])
  }

  @Test func theStampOfAPrintoutIsNoneOfTheHeadline() throws {
    let page = try article(
      "3/15/22, 9:03 PM Barge closes the harbour of Aldmouth | Coast News\n\nBarge closes the harbour of Aldmouth\n\n"
        + "By Ida Thornquist\nMarch 5, 2018\n\n" + harbourText)
    #expect(page.metadata.title == "Barge closes the harbour of Aldmouth")
    #expect(page.publishedDay == "2018-03-05")
  }

  @Test func aSloganAboveTheDayOfTheVisitIsNoHeadline() throws {
    let top = "THE COAST LEDGER\nLivonia's leading daily of the sea\nSATURDAY, 13 MAR 2021 02:46 PM"
    let page = try article(
      top + "\n\nNews World Business Opinion Sports\n\nBarge closes the harbour of Aldmouth\n\n"
        + "The port is shut until the end of the week\n\nBy Ida Thornquist\n\n" + harbourText)
    #expect(page.metadata.title == "Barge closes the harbour of Aldmouth")
  }

  @Test func aHeadlineAboveItsDayAndTheSectionsStays() throws {
    let page = try article(
      "THE COAST LEDGER\nBarge closes the harbour of Aldmouth\nMonday, 5 March 2018\n\n"
        + "News World Business Opinion Sports\n\nThe port is shut until the end of the week\n\n" + harbourText
    )
    #expect(page.metadata.title == "Barge closes the harbour of Aldmouth")
  }

  @Test func aSectionWithAQuestionBetweenThePagesOwnLinesIsNoText() throws {
    let page = try harbourPage(
      "Source: The Guardian\nEditorial | what does this mean?\nBe the first to comment")
    #expect(page.marked.count == 2)
    #expect(try harbourPage("5 March 2018\n\nWho pays for it?").text.contains("Who pays"))
  }
}
