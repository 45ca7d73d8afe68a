import Testing

/// Articles without a date, beside ones of March 2021, in which the 10th is a Wednesday.
@Suite struct DayAlignmentTests {
  private static let dated = """
    The Lund council rejected the harbour tunnel on Wednesday after a stormy debate, Anna Berg said. Carl Dahl left the \
    hall. Engineers of the Varda Company had measured the harbour for years. A fire broke out in the old granary on \
    Monday and destroyed the roof.
    """

  private func check(
    _ text: String, beside others: [String: String] = ["2021-03-11": dated], _ expected: String,
    _ location: Testing.SourceLocation = #_sourceLocation
  ) {
    #expect(publishedDay(of: text, beside: others) == expected, sourceLocation: location)
  }

  private static let open = """
    Anna Berg and Carl Dahl have to start anew: the harbour tunnel was rejected on Wednesday after a stormy debate.
    """
  private static let found = " days-of-shared-events a0,a1"

  @Test func aWeekdayThatMeetsWhatADatedArticleTellsOfThatDayDatesTheOther() {
    check(Self.open, "2021-03-10/2021-03-16" + Self.found)
  }

  @Test func theReportIsOfTheLatestWeekdayThatItsFirstSentenceTellsAsPast() {
    let later = Self.open.dropLast(2) + ", Tom Roe said Thursday."
    check(String(later), "2021-03-11/2021-03-16" + Self.found)
  }

  @Test func aWeekdayToComeEndsTheDaysOnWhichItCanHaveAppeared() {
    let ahead = "Anna Berg and Carl Dahl will hold a stormy debate on the harbour tunnel on Wednesday."
    check(ahead, "2021-03-04/2021-03-09" + Self.found)
  }

  @Test func otherWordsOtherPersonsOrAnotherWeekdayDateNothing() {
    check(Self.open.replacing("Wednesday", with: "Friday"), "open")
    check("Anna Berg and Carl Dahl were told that the ferry sank on Wednesday in heavy fog.", "open")
    check(Self.open.replacing("Carl Dahl", with: "Tom Roe"), "open")
  }

  @Test func oneMeetingOfSentencesOfOtherKindsDatesNothing() {
    check(
      "Carl Dahl and Anna Berg were killed on Wednesday in the harbour tunnel after a stormy debate.", "open")
  }

  @Test func anotherWeekThatTellsNearlyAsMuchLeavesItOpen() {
    check(Self.open, beside: ["2021-03-11": Self.dated, "2021-03-25": Self.dated], "open")
  }

  @Test func aDayToldInFullLaterThanThatLeavesItOpen() {
    check(Self.open + " Tom Roe was sacked on 20 March 2021.", "open")
    check(Self.open + " In January 2023 the court had allowed it.", "open")
  }

  @Test func aWeekdayWhoseDateStandsBesideItIsThatDay() {
    check(
      Self.open.replacing("on Wednesday", with: "on Wednesday (March 17)"),
      "2021-03-17/2021-03-23 weekday+month-day+year-of-same-matter a0,a1")
    check(
      Self.open.replacing("on Wednesday", with: "on Wednesday (March 10)"),
      "2021-03-10/2021-03-16 day-of-shared-event a0,a1")
  }

  @Test func aWeekdayBesideItsDateHasTheYearOfTheMatter() {
    let open = "On Sunday, Anna Berg and Carl Dahl opened a hospital. The ribbon was cut on March 7."
    check(open, "2021-03-07/2021-03-13 weekday+month-day+year-of-same-matter a0,a0,a1")
    check(open.replacing("March 7", with: "March 8"), "open")
    check(open.replacing("The ribbon", with: "It rained. It snowed. The ribbon"), "open")
  }

  @Test func whatASpokesmanSaysEveryWeekDatesNothing() {
    let told =
      "Peace is near, Anna Berg told reporters on Wednesday. Carl Dahl was there. The Varda Company was not."
    let open = "The talks lasted for hours, Anna Berg told reporters on Wednesday. Carl Dahl came late."
    check(open, beside: ["2021-03-11": told], "open")
  }

  private static let report = """
    The ferry company Varda closed its last line on Wednesday. "Nobody rows us home any more," said Anna Berg. Carl \
    Dahl called it a sad end.
    """
  private static let sameReport = """
    Islanders were told on Wednesday that no ship will come. Carl Dahl wept. "Today nobody rows us home any more," said \
    Anna Berg of the village council.
    """

  @Test func areAReportsWordsThatADatedOneOfThatWeekdayPrintsTooOfItsDay() {
    check(Self.sameReport, beside: ["2021-03-10": Self.report], "2021-03-10/2021-03-16" + Self.found)
  }

  @Test func wordsThatASpeakerTellsOfADayWithinAreThoseOfTheReport() {
    check(
      """
      Islanders were told on Wednesday that no ship will come. Carl Dahl wept. "This morning nobody rows us home any \
      more," said Anna Berg of the village council.
      """, beside: ["2021-03-10": Self.report], "2021-03-10/2021-03-16" + Self.found)
  }

  @Test func wordsOfAnotherSpeakerOrToldAgainDateNoReport() {
    let others = ["2021-03-10": Self.report]
    check(Self.sameReport.replacing("Anna Berg of", with: "Carl Dahl of"), beside: others, "open")
    check(
      Self.sameReport.replacing("said Anna Berg of the village council", with: "Anna Berg had said in 2019"),
      beside: others, "open")
  }

  @Test func aWeekdayToldWithItsDateAtTheHeadHasTheYearOfTheMatter() {
    let open = "On Wednesday 17 March Anna Berg and Carl Dahl opened a hospital."
    check(open, "2021-03-17/.. weekday+month-day+year-of-same-matter a0,a1")
    check(open.replacing("Wednesday", with: "Friday"), "open")
    check("It rained. It snowed. It thawed. " + open, "open")
    check(open.replacing("Carl Dahl", with: "Tom Roe"), "open")
  }

  @Test func whatOneEventTellsAgainstAllOthersDatesNothing() {
    let shared =
      "The old mill of the valley stood empty for many years. A new owner of the mill wants to bake bread there. "
    let other = shared + "Rain fell on Wednesday."
    check(
      shared + "Snow fell on Wednesday.", beside: ["2021-03-25": other],
      "2021-03-24/2021-03-30 day-of-shared-event a1")
    check(
      shared + Self.open, beside: ["2021-03-11": Self.dated, "2021-03-25": other], "open")
  }
}
