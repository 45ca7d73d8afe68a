import DossierModel
import Testing

private let body = """

  The bridge over the river was closed on Monday after the storm had damaged two of its pillars, the council said.

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
}
