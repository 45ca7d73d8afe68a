import DossierModel
import Testing

/// What the first words of an agency's report say of who published it, and when.
@Suite struct DatelineTests {
  private func page(_ dateline: String, above: String = "", below: String = "") throws -> Article {
    try article(
      """
      Barge closes the harbour of Aldmouth for days
      \(above)
      \(dateline) The harbour of Aldmouth was closed on Monday after a barge struck the northern pier, the port said.

      "Nobody was hurt, and the cargo is safe," said the harbour master, Olaf Brandt, who came to the pier himself.

      \(below)
      """)
  }

  @Test func anAgencyThatTellsTheDayBeforeItsTextHasPublishedIt() throws {
    for (dateline, agency, day) in [
      ("ALDMOUTH, March 5, 2018 (AFP) -", "AFP", "2018-03-05"),
      ("Aldmouth, 5 March 2018 (AFP) —", "AFP", "2018-03-05"),
      ("ALDMOUTH, Mar 5, 2018, AFP.", "AFP", "2018-03-05"),
      ("ALDMOUTH, 5 Mar 2018 (AFP):", "AFP", "2018-03-05"),
      ("ALDMOUTH, March 5. /TASS/.", "TASS", nil), ("ALDMOUTH, March 5 (Xinhua) --", "Xinhua", nil),
    ] {
      let page = try page(dateline)
      #expect(page.metadata.outlet == agency && page.metadata.credits.isEmpty, "\(dateline)")
      #expect(page.publishedDay == day, "\(dateline)")
    }
  }

  @Test func whoPrintsAnAgencysTextIsItsOutlet() throws {
    let page = try page("ALDMOUTH, March 5 (Reuters) -", above: "\nThe Aldmouth Herald\n6 March 2018\n")
    #expect(page.metadata.outlet != "Reuters")
    #expect(page.metadata.credits == ["Reuters"])
    #expect(page.publishedDay == "2018-03-06")
  }

  @Test func anAgencyWithoutADayIsCreditedUnlessItsPageNamesItToo() throws {
    #expect(try page("ALDMOUTH (Reuters) -").metadata.outlet == nil)
    #expect(try page("ALDMOUTH (Reuters) -").metadata.credits == ["Reuters"])
    let own = try page("ALDMOUTH (Reuters) -", below: "Our Standards: The Thomson Reuters Trust Principles.")
    #expect(own.metadata.outlet == "Reuters")
  }

  @Test func aPlaceBetweenStrokesIsNoAgency() throws {
    let page = try page("ALDMOUTH, March 5. /North pier/ A barge sank.")
    #expect(page.metadata.outlet == nil && page.metadata.credits.isEmpty)
  }

  @Test func aPlaceAndADayInALineOfTheirOwnAreTheDatelineAndNoDate() throws {
    for (line, month, day) in [
      ("Aldmouth, March 5", 3, 5), ("New Livna, 5 March", 3, 5), ("PORT SOLE, June 30", 6, 30),
    ] {
      let metadata = try page("", above: line).metadata
      #expect(metadata.dateline == line)
      #expect(metadata.datelineDay == CalendarDate(year: nil, month: month, day: day))
      #expect(metadata.published == nil)
    }
    for line in ["Aldmouth, March 35", "Barge, crew and 5 lost", "Aldmouth, March"] {
      #expect(try page("", above: line).metadata.dateline == nil, "\(line)")
    }
  }

  @Test func markdownHasItsDatelineToo() throws {
    let text = """
      # Barge closes the harbour

      ALDMOUTH, March 5, 2018 (AFP) - The harbour of Aldmouth was closed on Monday, the port said.
      """
    let page = try article(text, as: "harbour.md")
    #expect(page.metadata.outlet == "AFP")
    #expect(page.publishedDay == "2018-03-05")
  }
}
