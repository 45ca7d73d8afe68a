import DossierIngest
import DossierModel
import Testing

/// Which of a page's days is its own, where those of other texts and of comments stand below.
@Suite struct PastedOwnDayTests {
  private let others = "Fog delays the ferries\nThe lock is to be renewed"

  @Test func aDayBetweenTitleAndTextIsThePagesWhateverIsPublishedBelow() throws {
    let foot = others + "\nPublished on March 2, 2016"
    #expect(try harbourPage("By Ida Thornquist • 5 Mar 2018", foot).publishedDay == "2018-03-05")
    #expect(try harbourPage("5 Mar 2018", foot).publishedDay == "2018-03-05")
  }

  @Test func severalDaysBelowTheTextAreNotThePages() throws {
    let comments = "March 5, 2018 at 3:12 pm\nWell done\nMarch 7, 2018 at 9:40 am"
    #expect(try harbourPage("By Ida Thornquist", comments).publishedDay == nil)
    #expect(try harbourPage("By Ida Thornquist", "March 5, 2018 at 3:12 pm").publishedDay == "2018-03-05")
  }

  @Test func theDayAboveMostOfTheTextIsThePagesWhateverDaysStandBelow() throws {
    let teaser =
      "The town of Aldmouth has had a harbour since the days of the sailing ships, and many of its people live from it to this day, as their parents did."
    let foot = "March 7, 2018 at 9:40 am\nWell done\nMarch 9, 2018 at 8:11 am"
    let page = try harbourPage(
      teaser + "\n\nMarch 5, 2018", harbourText.replacing("pier", with: "mole") + "\n\n" + foot)
    #expect(page.publishedDay == "2018-03-05")
  }

  @Test func aDayWithAFewWordsRightAboveTheTitleIsThePages() throws {
    for line in [
      "March 5, 2018/Coast Life/Harbours", "HarboursMarch 5, 2018", "March 5, 2018 Coast Overhauls",
    ] {
      #expect(try day(above: line) == "2018-03-05", "\(line)")
    }
  }

  @Test func aDayWithTheWeatherOrAWeekdayAboveTheTitleIsThatOfAVisit() throws {
    for line in [
      "March 5, 2018 Aldmouth 6°C", "Monday, March 5, 2018 Coast Overhauls", "BBC News March 5, 2018",
    ] {
      #expect(try day(above: line) == nil, "\(line)")
    }
  }

  @Test func strokesMayPartADayFromWhatFollows() throws {
    let page = try harbourPage("March 5, 2018/0 Comments/in Harbours and Ships of the Coast/by idathornquist")
    #expect(page.publishedDay == "2018-03-05" && page.marked.count == 2)
  }

  private func day(above line: String) throws -> String? {
    try article(line + "\nBarge closes the harbour of Aldmouth for days\n\n" + harbourText).publishedDay
  }
}
