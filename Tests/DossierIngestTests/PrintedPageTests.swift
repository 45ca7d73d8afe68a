import DossierModel
import Testing

/// Text from printed pages, and short reports on one page: what stands between and right above paragraphs.
@Suite struct PrintedPageTests {
  /// The words that three wrapped lines become, between paragraphs that are wrapped at the same column.
  private func joined(_ first: String, _ second: String) throws -> String {
    let page = try article(
      """
      The ferry and the harbour

      The ferry between the two harbours of the bay has run
      since the spring of last year, and nobody who lives on
      \(first)
      \(second) than the old one was, they say at the
      quay, where the crews wait for the tide each morning.
      """)
    return page.text
  }

  @Test(arguments: [
    ("the island can do without it, for it is no less ex-", "pensive and faster", "less expensive and"),
    ("the island can do without the boat: it is well-", "known and much faster", "is well-known and"),
    (
      "the island can do without the boat, as in pre-", "and post-season it is faster",
      "in pre- and post-season"
    ),
    (
      "the island can do without the boat, say some 40-", "odd people, for it is faster", "some 40-odd people"
    ),
  ])
  func aHyphenAtTheEndOfALineGoesOrStays(first: String, second: String, word: String) throws {
    #expect(try joined(first, second).contains(word))
  }

  @Test func aWordThatTheTextPrintsElsewhereTellsWhatAHyphenIs() throws {
    let text = try joined("the sea-front can do without it, though the sea-", "front is farther off")
    #expect(text.contains("though the sea-front is"))
  }

  @Test func pageNumbersAndRunningHeadsAreNoHeadings() throws {
    let page = try article(
      """
      The ferry and the harbour

      The ferry between the two harbours of the bay has run
      through the whole of the winter, and all of the spring
      since the autumn of last year, and nobody who lives on

      Bay Review 3/2019                                  14

      the island can do without it, as those who live there
      say. The crews wait for the tide at the quay each day.
      Those who want to cross wait with them, for the ferry
      leaves when the water is high, whatever the clock says.

      15                                  Bay Review 3/2019

      In the winter of the year before last there was still
      the old boat, which was slower and had no room for cars.
      """)
    #expect(page.removedFor(.pageFurniture) == ["Bay Review 3/2019 14", "15 Bay Review 3/2019"])
    #expect(page.marked.count == 3 && page.marked[0].contains("who lives on the island can do"))
  }

  @Test func headingsThatNumberDaysStay() throws {
    let page = try article(
      """
      A week on the ferry

      Day 1

      The crew of the ferry waits for the tide at the quay.

      Day 2

      The crew of the ferry waits for the wind at the quay.
      """)
    #expect(page.marked.filter { $0.hasPrefix("# ") }.count >= 1)
    #expect(page.removedFor(.pageFurniture) == [])
  }

  @Test func aMonthBelowTheHeadlineIsWhenAMagazineCameOut() throws {
    let page = try article(
      """
      The ferry and the harbour of the bay

      By Ida Thornquist

      April 2019

      The ferry between the two harbours of the bay has run since the spring.

      May 2019

      The ferry between the two harbours of the bay will get a second deck.
      """)
    #expect(page.publishedDay == "2019-04" && page.metadata.bylines == ["Ida Thornquist"])
    #expect(page.marked.contains("# May 2019"))
  }

  @Test func aHeadlineThatIsSetInTwoLinesIsOne() throws {
    let page = try article(
      """
      Warnings ignored for years
      at the ferry of the bay

      By Ida Thornquist, 4 April 2019

      The ferry between the two harbours of the bay has run since the spring.
      """)
    #expect(page.metadata.title == "Warnings ignored for years at the ferry of the bay")
  }

  @Test func theFirstOfSeveralShortReportsKeepsItsHeading() throws {
    let page = try article(
      """
      The bay in brief

      The Bay Gazette
      18 March 2019

      Ferry runs again
      The ferry to the island runs again from Saturday, its owner said.

      Council of the bay turns down the plan for a car park at the northern quay
      The bridge at the northern end of the bay stays closed until April.

      09.30
      The crew of the ferry waits for the tide at the quay.
      """)
    #expect(
      page.marked.filter { $0.hasPrefix("# ") } == [
        "# Ferry runs again",
        "# Council of the bay turns down the plan for a car park at the northern quay", "# 09.30",
      ])
  }

  @Test func wordsBetweenTwoLinesOfThePageAreThePagesToo() throws {
    let page = try article(
      """
      Ferry of the bay runs again after a year

      By Ida Thornquist, 4 April 2019

      The ferry between the two harbours of the bay has run since the spring.

      Sign up for our newsletter
      The best of the bay in your inbox every morning.
      Enter your email address

      The crew of the ferry waits for the tide at the quay.
      """)
    #expect(page.marked.count == 2)
    #expect(page.removedFor(.pageFurniture).contains("The best of the bay in your inbox every morning."))
  }

  @Test func aLineOfOutletDateAndAuthorIsReadInMarkdownToo() throws {
    let page = try article(
      """
      # Ferry of the bay runs again

      *Bay Tribune, 6 April 2019 — by Ida Thornquist*

      The ferry between the **two** harbours of the bay has run since the spring.
      """, as: "a.md")
    #expect(page.publishedDay == "2019-04-06" && page.metadata.bylines == ["Ida Thornquist"])
    #expect(page.metadata.outlet == "Bay Tribune" && page.marked.count == 1)
  }

  @Test func aForwardedMessageHasItsSubjectForAHeadline() throws {
    let page = try article(
      "Subject: Ferry of the bay runs again\n\nThe ferry between the two harbours has run since the spring.\n"
    )
    #expect(page.metadata.title == "Ferry of the bay runs again")
  }

  @Test func whoHeldAnInterviewIsItsAuthor() throws {
    let page = try article(
      """
      A talk with the captain of the ferry

      Bay Monitor, 22 April 2019
      Interview: Ingrid Salve

      The captain of the ferry has been at sea for thirty years.
      """)
    #expect(page.metadata.bylines == ["Ingrid Salve"])
  }

  @Test(arguments: [
    ("(Sealine News) — The ferry", ["Sealine News"]),
    ("ALDMOUTH (Sealine News) - The ferry", ["Sealine News"]),
    ("The owner (Bay News) — The ferry", []), ("ALDMOUTH (Northshire) — The ferry", []),
  ])
  func theAgencyOfADatelineIsCreditedThoughNoListKnowsIt(start: String, credits: [String]) throws {
    let page = try article(
      "Ferry runs again after a year\n\n4 April 2019\n\n\(start) between the two harbours runs again.\n")
    #expect(page.metadata.credits == credits)
  }

  /// Wrapped paragraphs of one sentence each, with a line between the halves of the first.
  private func paged(_ between: String) throws -> Article {
    try article(
      """
      BAY PAPERS No. 41                                 March 2021

      The ferry and the harbour

      The ferry between the two harbours of the bay has run
      since the spring of last year, and nobody who lives on
      the island can do without it, they say at the quay in

      \(between)

      Aldmouth, where the crews wait for the tide each morning
      and the captain looks at the sky before he says a word
      about the weather of the day and of the one behind it.
      """)
  }

  @Test func theNumberOfOnePrintedPageIsNoHeading() throws {
    for between in ["2", "- 1 -", "BAY PAPERS No. 41                                 March 2021"] {
      let page = try paged(between)
      #expect(page.text.contains("at the quay in Aldmouth, where"), "\(between)")
      #expect(page.marked.count == 1 && page.metadata.title == "The ferry and the harbour")
    }
  }

  @Test func theRowsOfATranscriptThatComeAgainAreText() throws {
    let page = try article(
      """
      The ferry and the harbour

      The ferry between the two harbours of the bay has run
      since the spring of last year, and nobody who lives on
      the island can do without it, they say at the quay in
      Aldmouth, where the crews wait for the tide each morning
      and the captain looks at the sky before he says a word
      about the weather of the day and of the one behind it.

      PROSECUTOR    Was the crane moving
      WITNESS    No
      PROSECUTOR    And the dog
      WITNESS    No

      Nobody had asked him before, he said, and the lawyers of
      both sides looked for a while at the papers before them
      while the clock above the door went on to strike eleven.
      """)
    #expect(page.text.split(separator: "WITNESS No").count == 3, "\(page.marked)")
  }

  @Test func aHeadingBetweenHyphensHasLetters() throws {
    #expect(try paged("- Low water -").marked.contains("# Low water"))
  }
}
