import DossierModel
import Testing

private let body = """

  The bridge over the river was closed on Saturday after the storm had damaged two of its pillars, the council said.

  Engineers will look at the pillars in the coming days, and traffic is led over the old dam until summer.
  """

/// Dates printed in numbers above a pasted text, and the day that they are read as.
private func check(_ lines: String, published: String?, sourceLocation: SourceLocation = #_sourceLocation)
  throws
{
  let text = "Bridge closes after the long winter storm\n\n" + lines + "\n" + body
  #expect(try article(text).publishedDay == published, sourceLocation: sourceLocation)
  #expect(
    diagnostics(text).map(\.id) == (published == nil ? ["ambiguous-date"] : []),
    sourceLocation: sourceLocation)
}

@Suite struct PrintedDateTests {
  @Test func leavesADateOpenThatFitsTwoCalendarsAndSaysWhere() throws {
    try check("03/04/2019", published: nil)
    try check("By Jane Doe 03/04/2019", published: nil)
    try check("Published: 3-4-2019", published: nil)
    let told = diagnostics("Bridge closes after the long winter storm\n\n03/04/2019\n" + body)
    #expect(told.first?.location.line == 3)
    #expect(told.first?.message.contains("03/04/2019") == true)
  }

  @Test func readsADateByTheWeekdayPrintedWithIt() throws {
    try check("Wednesday 03/04/2019", published: "2019-04-03")
    try check("Monday, 03/04/2019", published: "2019-03-04")
    try check("Friday 03/04/2019", published: nil)
  }

  @Test func readsADateInTheOrderOfThePagesOtherDates() throws {
    try check("Published: 03/04/2019 | Updated: 25/04/2019", published: "2019-04-03")
    try check("Published: 03/04/2019 | Updated: 04/25/2019", published: "2019-03-04")
  }

  @Test func readsMonthsInTheLanguageOfTheSite() throws {
    try check("Publicado el 4 de agosto de 2021", published: "2021-08-04")
    try check("Jane Doe, 04-ago-2021 5:11:10", published: "2021-08-04")
    try check("12 août 2021", published: "2021-08-12")
    try check("5 września 2021", published: "2021-09-05")
  }

  @Test func saysNothingOfADateThatFitsTwoCalendarsWhereAnotherTellsTheDay() throws {
    try check("https://example.org/2019/04/03/bridge\n03/04/2019", published: "2019-04-03")
  }

  @Test func takesALineWithTheWordsOfAnOutletForNoByline() throws {
    func read(_ lines: String) throws -> ArticleMetadata {
      try article("Bridge closes after the long winter storm\n\n" + lines + "\n" + body).metadata
    }
    for name in ["The Harbour Times", "Rivertown Chronicle", "The Herald of the Lakes"] {
      let metadata = try read("\(name)\n12 March 2019")
      #expect(metadata.bylines.isEmpty)
      #expect(metadata.outlet == name)
    }
    let both = try read("By Jane Doe, Rivertown Chronicle\n12 March 2019")
    #expect(both.bylines == ["Jane Doe"])
    #expect(both.outlet == "Rivertown Chronicle")
    #expect(try read("Jane Doe\n12 March 2019").bylines == ["Jane Doe"])
  }

  private func published(_ text: String) throws -> String? {
    let body =
      "The bridge was closed on Monday after the storm had damaged two of its pillars, the council said."
    return try article(text + "\n\n" + body).publishedDay
  }

  @Test func readsADateWithAFullStopBehindItsDay() throws {
    let page = try article(
      "Bridge closes after the long winter storm\n\nBy Jane Doe\n\n17. Oktober 2019, 5:02 Uhr     Lesezeit: 4 min\n"
        + body)
    #expect(page.publishedDay == "2019-10-17" && page.marked.count == 2)
    let listed = try article(
      "Bridge closes after the long winter storm\n" + body
        + "\n\n1. March to the square\n2. May the bridge stand")
    #expect(listed.marked.suffix(2) == ["- March to the square", "- May the bridge stand"])
  }

  @Test(arguments: ["", "."])
  func takesTheEntriesOfAChronologyForNoDateLines(stop: String) throws {
    let list = [
      "March 2018: A diver finds the first crack", "April 2018: The council is told of it",
      "May 2018: The bridge is shut",
    ]
    let entries = list.enumerated().map { "\($0.offset + 1)\(stop) \($0.element)" }
    let long =
      "The bridge was closed on Monday after the storm had damaged two of its pillars, the council said in a statement to the press."
    let below = try article(
      "Bridge closes after the long winter storm\n\n" + long + "\n\nWhat came to pass\n\n"
        + entries.joined(separator: "\n"))
    #expect(list.allSatisfy { below.text.contains($0) } && below.publishedDay == nil, "\(below.marked)")
    let texts = [
      "Nobody but the crews of the town was told of it in time, and so the ships went on for weeks as if nothing were amiss.",
      "The mayor asked for a report, which a clerk put on a shelf, where it lay until the autumn with many others of its kind.",
      "Ferries now sail each hour from the fish market, and whoever has a car has to go round by the old mill.",
    ]
    let parts = zip(entries, texts).map { $0 + "\n\n" + $1 }.joined(separator: "\n\n")
    let amid = try article("Bridge closes after the long winter storm\n\n" + long + "\n\n" + parts)
    #expect(amid.publishedDay == nil, "\(amid.marked)")
    #expect(list.allSatisfy { amid.text.contains($0) }, "\(amid.marked)")
  }

  @Test func takesNumberedEntriesInGermanForNoDateLines() throws {
    let page = try article(
      "Brücke nach dem Sturm gesperrt\n\nDie Brücke wurde am Montag gesperrt, nachdem der Sturm zwei ihrer Pfeiler beschädigt hatte, sagte der Rat der Stadt am Abend.\n\nChronik\n1. März 2018: Ein Taucher findet den ersten Riss\n2. April 2018: Der Rat erfährt davon\n3. Mai 2018: Die Brücke wird gesperrt"
    )
    #expect(page.marked.count == 5 && page.publishedDay == nil, "\(page.marked)")
  }

  @Test func readsTheDayBeforeTheNameOfAnOutlet() throws {
    #expect(
      try published("Bridge closes after the long winter storm\n5 March 2018 – The Aldmouth Ledger")
        == "2018-03-05")
  }

  @Test func readsAYearOfTwoDigitsThatEndsTheLine() throws {
    #expect(try published("Bridge closes after the long winter storm\n01 Oct 18") == "2018-10-01")
    #expect(try published("News 01 Oct 18\nBridge closes after the long winter storm") == "2018-10-01")
    for line in ["1 Oct 18:30", "1 October 10 am", "1 Oct 18 comments"] {
      #expect(try published("Bridge closes after the long winter storm\n" + line) == nil, "\(line)")
    }
  }

  @Test func readsTheDayBehindThePlaceBelowALettersHead() throws {
    let head = "Office of the River Council\n\n"
    #expect(
      try published(head + "Aldmouth, 9 December 2019\n\nBridge closes after the long winter storm")
        == "2019-12-09")
    #expect(
      try published(
        "The Aldmouth Ledger\nAldmouth, 9 December 2019\n\nBridge closes after the long winter storm\n\nBy Jane Doe"
      )
        == nil)
    #expect(
      try published(head + "Aldmouth, Monday 9 December 2019\n\nBridge closes after the long winter storm")
        == nil)
  }

  @Test func readsTheDayAtTheHeadOfANewspapersPage() throws {
    for masthead in [
      "THE ALDMOUTH STAR     Oxhaven, Monday, September 18, 1978     Page A1",
      "THE ALDMOUTH STAR • Monday, September 18, 1978 • Vol. XLVI, No. 14011",
    ] {
      #expect(try published(masthead + "\n\nBridge closes after the long winter storm") == "1978-09-18")
    }
    #expect(
      try published(
        "THE ALDMOUTH STAR • Monday, September 18, 1978\n\nBridge closes after the long winter storm")
        == nil)
    for visit in [
      "Saturday, August 31, 2019     Page 1 of 3", "Samstag, 31. August 2019     Seite 1 von 3",
      "Saturday, August 31, 2019     Page 1/3", "Saturday, August 31, 2019     No mild days",
    ] {
      #expect(try published(visit + "\n\nBridge closes after the long winter storm") == nil, "\(visit)")
    }
  }

  @Test func readsNoDayInAPapersNumber() throws {
    let head = "Bridge closes after the long winter storm\n"
    #expect(try published(head + "1863-01-10-2018") == nil)
    #expect(try published(head + "2018-01-10-14-38") == "2018-01-10")
  }

  @Test func readsADateInNumbersByTheDayThatTheTextTells() throws {
    func read(_ told: String) throws -> String? {
      try article(
        "Bridge closes after the long winter storm\n\n04/02/2021 13h10\n\nThe council signed \(told) the agreement on the repair of the bridge, which no ship has passed since the winter."
      ).publishedDay
    }
    #expect(try read("on the morning of this Thursday, 4 February,") == "2021-02-04")
    #expect(try read("on Friday, April 2,") == "2021-04-02")
    #expect(try read("on Monday, 1 February,") == nil)
  }
}
