import Testing

/// Articles without a date that tell days by month and day, beside ones of March 2021, in which the 10th is a Wednesday.
@Suite struct YearsOfMatterTests {
  private static let first = """
    The harbour tunnel of the Varda Company collapsed on 10 March and buried ten men, Anna Berg said. Carl Dahl had \
    warned of it on 2 March.
    """
  private static let dated = ["2021-03-20": first]

  private func check(
    _ text: String, beside others: [String: String] = dated, _ expected: String,
    _ location: Testing.SourceLocation = #_sourceLocation
  ) {
    #expect(publishedDay(of: text, beside: others) == expected, sourceLocation: location)
  }

  /// A day that the other article tells too, and one that only this one tells.
  private static let open = """
    Carl Dahl and Anna Berg do not speak to each other. The tunnel collapsed on March 10, and she moved to Lund on \
    April 4.
    """

  @Test func anArticleIsNotOlderThanADayThatItTellsOfTheYearOfOthers() {
    check(Self.open, "2021-04-04/.. not-before-day-told a0,a1")
    // What is to come bounds nothing, and no more does what a day was set for.
    let shared = "2021-03-10/.. day-of-shared-event a0,a1"
    check(Self.open.replacing("she moved", with: "she will move"), shared)
    check(Self.open.replacing("she moved to Lund on", with: "she set her move for"), shared)
  }

  @Test func aDayThatNobodyElseTellsOrThatIsToldOfSomethingElseBoundsNothing() {
    check(Self.open.replacing("March 10", with: "March 11"), "open")
    check(Self.open.replacing("The tunnel collapsed on March 10", with: "It snowed on March 10"), "open")
    check(
      Self.open.replacing("The tunnel collapsed on March 10", with: "The ferry sank on March 10")
        .replacing("Carl Dahl", with: "Tom Roe"), "open")
  }

  @Test func ofTwoYearsThatOthersTellTheOneThatMoreOfThemTellIsMeant() {
    let open =
      "Carl Dahl and Anna Berg mourn the dead of March 10 at the tunnel that collapsed. She moved to Lund on April 4."
    let other = Self.first + " It was wet."
    check(open, beside: ["2021-03-20": Self.first, "2019-03-20": other], "open")
    check(
      open, beside: ["2021-03-20": Self.first, "2021-03-21": Self.first, "2019-03-20": other],
      "2021-04-04/.. not-before-day-told a0,a0,a2")
  }

  @Test func theDateOfTheWeekdayThatAnArticleOpensWithIsItsOwn() {
    check(
      "Anna Berg left on Friday. In a letter dated May 14 she named Carl Dahl. The tunnel collapsed on March 10.",
      "2021-05-14/2021-05-20 weekday+month-day+year-of-same-matter a0,a0,a1")
    // A day that is no Friday of that year is another.
    check(
      "Anna Berg left on Friday. In a letter dated May 13 she named Carl Dahl. The tunnel collapsed on March 10.",
      "2021-03-10/.. not-before-day-told a0,a1")
  }

  @Test func daysCountedFromADayLeadToTheWeekdayThatAnArticleOpensWith() {
    let counted =
      "Anna Berg left on Thursday. She told Carl Dahl so eight days after the tunnel had collapsed on March 10."
    check(counted, "2021-03-18/2021-03-24 weekday+counted-days a0,a1")
    check(
      counted.replacing("on Thursday", with: "on Friday"), "2021-03-10/.. not-before-day-told a0,a1")
  }

  @Test func daysCountedFromWhatOthersDateLeadToTheWeekdayToo() {
    let counted =
      "Anna Berg left on Thursday. She told Carl Dahl so eight days after the harbour tunnel had collapsed and buried ten."
    check(counted, "2021-03-18/2021-03-24 weekday+counted-days a0,a0,a1")
    check(counted.replacing("on Thursday", with: "on Friday"), "open")
    check(
      counted.replacing("harbour tunnel had collapsed and buried ten", with: "ferry had come back"), "open")
  }

  @Test func aDateThatLiesBeforeWhatTheArticleTellsIsGivenUp() {
    let meeting =
      "The harbour tunnel of the Varda Company collapsed on Wednesday and buried ten men, Anna Berg said."
    check(meeting + " Carl Dahl was silent.", "2021-03-10/2021-03-16 day-of-shared-event a0,a1")
    check(
      meeting + " Carl Dahl was silent until he was jailed on April 4.",
      "2021-04-04/.. not-before-day-told a0,a0")
  }

  @Test func anArticleIsOfTheYearAfterADayOfLastYear() {
    let told = "The court freed Carl Dahl. The tunnel collapsed on March 10 last year, Anna Berg said."
    check(told, "2022 day-of-last-year a0,a1")
    check("LUND, June 8 — " + told, "2022-06-08 dateline-day+day-of-last-year a0,a1")
    // 8 June 2022 is a Wednesday.
    let opened = "The trial of Carl Dahl opened on Wednesday, June 8. " + told
    check(opened, "2022-06-08/.. weekday+month-day+day-of-last-year a0,a1")
    check(opened.replacing("Wednesday", with: "Thursday"), "2022 day-of-last-year a0,a1")
    check(told.replacing("The tunnel collapsed", with: "It snowed"), "open")
  }
}
