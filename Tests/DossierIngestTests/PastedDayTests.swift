import DossierIngest
import DossierModel
import Testing

/// Days that something else on the page must tell: how to read them, or whose they are.
@Suite struct PastedDayTests {
  @Test func theWeekdayOfTheTextTellsHowADateInNumbersIsRead() throws {
    // In the text the harbour was closed on a Monday.
    #expect(try harbourPage("Issued on: 06/08/2018 - 07:12").publishedDay == "2018-08-06")
    #expect(try harbourPage("Issued on: 08/06/2018 - 07:12").publishedDay == "2018-08-06")
    #expect(try harbourPage("Issued on: 07/08/2018 - 07:12").publishedDay == nil)
  }

  @Test func aDayAmongButtonsIsTheVisits() throws {
    let page = try article(
      "Aldmouth Radio\nListen live · Thursday, December 3, 2020 · Donate\n\nBarge closes the harbour of Aldmouth\n\n"
        + harbourText)
    #expect(page.publishedDay == nil && page.metadata.retrieved?.value.description == "2020-12-03")
  }

  @Test func anArchivesPrintoutTellsTheDayAboveTheLabelledTitle() throws {
    func printout(_ label: String) throws -> Article {
      try article(
        """
        Copyright 2018 The Aldmouth Ledger

        The Aldmouth Ledger

        March 5, 2018 Monday
        Final Edition

        SECTION: NEWS; Pg. 3

        LENGTH: 421 words

        \(label)Barge closes the harbour of Aldmouth for days

        \(harbourText)

        LOAD-DATE: March 6, 2018
        """)
    }
    #expect(try printout("HEADLINE: ").publishedDay == "2018-03-05")
    #expect(try printout("").publishedDay == nil)
  }

  @Test func aTimeOfDayMayStandBehindPlaceAndDay() throws {
    let page = try harbourPage("By Ida Thornquist\nALDMOUTH, 5. MARCH, 20:07")
    #expect(page.metadata.dateline == "ALDMOUTH, 5. MARCH, 20:07")
    #expect(
      page.metadata.datelineDay == CalendarDate(year: nil, month: 3, day: 5) && page.metadata.deck == nil)
  }
}
