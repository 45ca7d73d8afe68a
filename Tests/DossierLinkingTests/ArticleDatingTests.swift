import DossierAnalysis
import DossierLanguages
import DossierLinking
import DossierMarkdown
import DossierModel
import DossierSource
import Testing

@Suite struct ArticleDatingTests {
  private static let byDate = """
    King Rudolf received the Bordurian envoy in Strelsau on March 14. "We shall rebuild the bridge before the \
    first snow falls," the king told the court. Both sides agreed that the two realms would share the cost of the \
    work and that the tolls would be cut. The old bridge fell in 2016.
    """
  private static let byWeekday = """
    The Bordurian envoy met King Rudolf on Wednesday. "We shall rebuild the bridge before the first snow falls," \
    he said. The envoy added that the two realms would share the cost of the work and that the tolls would be cut.
    """
  private static let relayed = """
    A new bridge is planned, Wire Press reported Thursday. The king met the envoy on Wednesday. "We shall rebuild \
    the bridge before the first snow falls," he said on Wednesday, and promised that the two realms would share the \
    cost of the work.
    """

  private func published(_ texts: [String], dates: [Int: String] = [:]) -> [Claim<EDTF>?] {
    ArticleDating().published(of: articles(texts, dates: dates))
  }

  private func articles(_ texts: [String], dates: [Int: String]) -> [AnnotatedArticle] {
    let analyzer = Analyzer(languages: [.english])
    return texts.enumerated().map { number, text in
      var metadata = ArticleMetadata(title: "Article \(number)")
      if let date = dates[number] {
        let parts = date.split(separator: "-").compactMap { Int($0) }
        let value = EDTF.date(CalendarDate(year: parts[0], month: parts[1], day: parts[2]))
        metadata.published = Claim(value, basis: .stated, rule: Rule("test"), printed: date)
      }
      return analyzer.annotate(
        Article(
          id: ArticleID("a\(number)"), source: SourcePath("a\(number).txt"),
          fingerprint: Fingerprint(of: text),
          metadata: metadata, body: MarkdownDocument(text)))
    }
  }

  private func check(
    _ texts: [String], dates: [Int: String] = [:], _ expected: [String],
    _ location: Testing.SourceLocation = #_sourceLocation
  ) {
    let found = published(texts, dates: dates).map { $0?.value.description ?? "open" }
    #expect(found == expected, sourceLocation: location)
  }

  @Test func aWeekdayAndAMonthDayOfOneEventGiveTheYearTheyMeetIn() {
    check(
      [Self.byDate, Self.byWeekday, Self.relayed],
      ["2018-03-14/..", "2018-03-14/2018-03-20", "2018-03-15/2018-03-20"])
  }

  @Test func anAnniversaryIsWhereTheWeekdayFallsThatTheTextOpensWith() {
    let text =
      "Bells rang in Strelsau on Wednesday evening, where a year ago the bridge fell. Families wept. The bridge fell on August 4, 2020, when a barge struck it."
    check([text], ["2021-08-04/2021-08-10"])
    check([text.replacing("a year ago", with: "one year after the crash")], ["2021-08-04/2021-08-10"])
    check([text.replacing("a year ago", with: "two years ago")], ["open"])
    check([text.replacing("on Wednesday evening", with: "on Friday")], ["open"])
    check([text.replacing("where a year ago", with: "where once")], ["open"])
    // Who speaks of a later year writes later.
    check([text + " It was built anew in 2023."], ["open"])
  }

  @Test func theDayThatATextBeginsWithMeetsItsWeekdayInTheYearBehindThoseItTells() {
    check(
      [
        """
        On Wednesday, 14 March, it was a year since King Rudolf fled. He had sealed the bridge on 21 November 2017. \
        On 24 November the envoy was crowned.
        """
      ], ["2018-03-14/.."])
  }

  @Test func aDatelineHasTheYearOfTheOthersOnItsMatter() {
    let line =
      "STRELSAU, March 14 (Wire) - The council met on Wednesday. Anna Berg, Carl Dahl and Tom Roe spoke. Nobody else did."
    let other =
      "Anna Berg spoke first. Tom Roe and Carl Dahl answered her in Strelsau, and the council voted."
    check([line, other], dates: [1: "2018-03-20"], ["2018-03-14", "2018-03-20"])
    let strokes = line.replacing("March 14 (Wire) -", with: "March 14. /WIRE/.")
    check([strokes, other], dates: [1: "2018-03-20"], ["2018-03-14", "2018-03-20"])
    check(
      [line, other, other], dates: [1: "2018-03-20", 2: "2012-03-20"], ["open", "2018-03-20", "2012-03-20"])
    check([line, other], dates: [1: "2018-06-20"], ["open", "2018-06-20"])
    // The weekday that the report begins with is none of that day's, whatever others it tells.
    let monday = line.replacing("Wednesday", with: "Monday") + " It had rained. They had met on Wednesday."
    check([monday, other], dates: [1: "2018-03-20"], ["open", "2018-03-20"])
    let few = "Anna Berg spoke first. Nobody answered her in Strelsau, and the council voted at night."
    check([line, few], dates: [1: "2018-03-20"], ["open", "2018-03-20"])
  }

  @Test func severalArticlesGiveADatelineItsYearWhereItsWeekdayIsThatOfTheDay() {
    let line = "STRELSAU, March 14. /WIRE/. The council met on Wednesday. Anna Berg and Tom Roe spoke."
    let others = [
      "Anna Berg spoke first in Strelsau, and the council voted.", "Tom Roe answered Carl Dahl in Strelsau.",
    ]
    check(
      [line] + others, dates: [1: "2018-03-20", 2: "2018-03-15"], ["2018-03-14", "2018-03-20", "2018-03-15"])
    let otherDay = line.replacing("Wednesday", with: "Tuesday")
    check(
      [otherDay] + others, dates: [1: "2018-03-20", 2: "2018-03-15"], ["open", "2018-03-20", "2018-03-15"])
    check([line, others[0]], dates: [1: "2018-03-20"], ["open", "2018-03-20"])
  }

  @Test func twoNamesOfAnArticleOfThatWeekGiveADatelineItsYear() {
    let line = "STRELSAU, March 14. /WIRE/. The council met on Tuesday. Anna Berg and Tom Roe spoke."
    let other = "Anna Berg and Tom Roe left Strelsau, and the council voted."
    check([line, other], dates: [1: "2018-03-16"], ["2018-03-14", "2018-03-16"])
    check([line, other], dates: [1: "2018-03-24"], ["open", "2018-03-24"])
    let noWeekday = line.replacing(" on Tuesday", with: "")
    check([noWeekday, other], dates: [1: "2018-03-16"], ["open", "2018-03-16"])
    let otherDay = line.replacing("Tuesday", with: "Friday")
    check([otherDay, other], dates: [1: "2018-03-16"], ["open", "2018-03-16"])
  }

  @Test func anUndatedArticleHasTheYearOfItsMatterForItsDaysButNoDate() {
    let open =
      "Anna Berg met Carl Dahl and Tom Roe on May 3. The bridge fell on April 9, and on Sunday nobody came."
    let other = "Tom Roe spoke. Anna Berg and Carl Dahl left Strelsau on May 3."
    func times(_ day: String, _ texts: [String]) -> [String] {
      let linker = DossierLinker(knowledge: MarkedCorpus.knowledge)
      let dossier = linker.dossier(of: articles([open] + texts, dates: [1: day]))
      return dossier.articles[0].times.map(\.timex)
    }
    #expect(times("2018-05-20", [other]).prefix(2) == ["2018-05-03", "2018-04-09"])
    #expect(times("2018-09-20", [other])[0] == "XXXX-05-03")
    #expect(times("2018-05-20", ["Tom Roe and Carl Dahl left Strelsau on May 3."])[0] == "XXXX-05-03")
  }

  @Test func theSentencesThatProveTheYearAreItsEvidence() throws {
    let claims = published([Self.byDate, Self.byWeekday])
    let claim = try #require(claims[1])
    #expect(claim.basis == .inferred)
    #expect(claim.rule == Rule("weekday+month-day→year"))
    #expect(claim.evidence.map(\.article.string) == ["a0", "a0", "a1"])
  }

  @Test func aDatedArticleOfTheSameEventDatesTheOthers() {
    check([Self.byDate, Self.byWeekday], dates: [0: "2018-03-15"], ["2018-03-15", "2018-03-14/2018-03-20"])
  }

  @Test func staysOpenWithoutAYearOrWithTwo() {
    let yearless = Self.byDate.replacing("in 2016", with: "long ago")
    check([yearless, Self.byWeekday], ["open", "open"])
    // 14 March is a Wednesday in 2007 and in 2012.
    check([Self.byDate.replacing("2016", with: "2007"), Self.byWeekday], ["open", "open"])
  }

  @Test func staysOpenWhereTheWordsSharedAreFew() {
    let other = "The envoy met King Rudolf on Wednesday. The two realms would share the cost."
    check([Self.byDate, other], ["open", "open"])
  }

  @Test func anArticleMayProveItsYearAlone() {
    check(["The court met on Wednesday, March 14. The old bridge fell in 2016."], ["2018-03-14/.."])
  }

  @Test func theLastDayToldInFullIsTheReportsWhereItsWeekdayIsToldFirst() {
    check(["The court met on Wednesday. A picture of 14 March 2018 shows it."], ["2018-03-14/2018-03-20"])
    check(["The court met on Friday. A picture of 14 March 2018 shows it."], ["open"])
    check(["Tom Roe was freed on Wednesday. He was arrested on 14 March 2018 at the port."], ["open"])
    check(
      ["The court met on Wednesday. It rained. It snowed. A picture of 14 March 2018 shows it."], ["open"])
    check(["The court met on Wednesday. A picture of 14 March 2018 shows it. It fell in 2019."], ["open"])
  }

  @Test func aWeekdayThatMeetsItsDateOnlyYearsAfterwardsLeavesItOpen() {
    check(["The court met on Saturday, March 14. The old bridge fell in 2016."], ["open"])
  }

  @Test func theOrderOfArticlesChangesNothing() {
    check(
      [Self.relayed, Self.byWeekday, Self.byDate],
      ["2018-03-15/2018-03-20", "2018-03-14/2018-03-20", "2018-03-14/.."])
  }

  @Test func ofACountryAndATownThatAsManyNameTheTownIsWhereItWas() {
    func told(_ place: String) -> String {
      "Anna Berg met Carl Dahl in \(place) on 9 March 2021 over the treaty."
    }
    let dossier = DossierLinker(knowledge: MarkedCorpus.knowledge).dossier(
      of: articles([told("Finland"), told("Helsinki")], dates: [:]))
    #expect(dossier.events.map { $0.place?.value.string } == ["place-helsinki"])
  }

  // MARK: Events

  /// When an article was published that tells of a meeting, beside another of 13 March 2021, a Saturday.
  private func date(beside told: String, of open: String) -> String {
    let dossier = DossierLinker(knowledge: MarkedCorpus.knowledge).dossier(
      of: articles([open, told], dates: [1: "2021-03-13"]))
    let claim = dossier.articles[0].published
    return claim.map { "\($0.value.description) \($0.rule) \($0.evidence.count)" } ?? "open"
  }

  @Test func aWeekdayOfAnEventThatADatedArticleTellsDatesTheOther() {
    let told = "On Friday Carl Dahl held talks with Anna Berg in Lund."
    let found = "day-of-shared-event 2"
    #expect(
      date(beside: told, of: "Anna Berg met Carl Dahl in Lund on Friday.") == "2021-03-12/2021-03-18 " + found
    )
    #expect(
      date(beside: told, of: "Anna Berg met Carl Dahl in Lund on March 12.") == "2021-03-12/.. " + found)
    // Told by its date, it is no day of the weekdays that the text has besides.
    #expect(
      date(
        beside: told,
        of: "Anna Berg met Carl Dahl in Lund on March 12. It rained. It snowed. The mill burned on Friday.")
        == "2021-03-12/.. " + found)
    #expect(
      date(beside: told, of: "The mill burned last month. Anna Berg met Carl Dahl in Lund on March 12.")
        == "open")
    #expect(date(beside: told, of: "Anna Berg met Carl Dahl in Lund on Monday.") == "open")
    #expect(date(beside: told, of: "Anna Berg met Tom Roe in Lund on Friday.") == "open")
    #expect(date(beside: told, of: "Anna Berg and Carl Dahl sang in Lund on Friday.") == "open")
  }

  @Test func eventsOfTwoWeeksDateNothing() {
    let told =
      "On Friday Carl Dahl held talks with Anna Berg in Lund. On 3 March Anna Berg sacked Tom Roe in Ghent."
    let open = "Anna Berg met Carl Dahl in Lund on Friday. Anna Berg sacked Tom Roe in Ghent on Wednesday."
    #expect(date(beside: told, of: open) == "open")
  }

  @Test func aDatelineTellsTheDayWhereTheAddressTellsTheMonth() throws {
    func day(_ text: String) -> String? {
      var told = articles([text], dates: [:])
      var metadata = told[0].article.metadata
      metadata.published = Claim(
        .date(CalendarDate(year: 2018, month: 3)), basis: .stated, rule: Rule("url-path"), printed: "url")
      let first = told[0].article
      told = [
        Analyzer(languages: [.english]).annotate(
          Article(
            id: first.id, source: first.source, fingerprint: first.fingerprint, metadata: metadata,
            body: first.body))
      ]
      return ArticleDating().published(of: told)[0]?.value.description
    }
    #expect(day("March 14: The council met in Strelsau, and the king spoke.") == "2018-03-14")
    #expect(day("STRELSAU, March 14 (Wire) - The council met, and the king spoke.") == "2018-03-14")
    #expect(day("April 14: The council met in Strelsau, and the king spoke.") == "2018-03")
    #expect(day("The council met in Strelsau on March 14: the king spoke.") == "2018-03")
  }

  @Test func aDayBehindTheLastOnWhichItCanHaveAppearedLeavesItOpen() {
    let told = "On Friday Carl Dahl held talks with Anna Berg in Lund."
    let open = "Anna Berg met Carl Dahl in Lund on Friday. "
    #expect(date(beside: told, of: open + "Tom Roe was sacked on Tuesday 23 March.") == "open")
    #expect(
      date(beside: told, of: open + "Tom Roe was sacked on Tuesday 9 March.")
        == "2021-03-12/2021-03-18 day-of-shared-event 2")
  }

  @Test func theHourAndItsDayAreToldOnce() {
    let told = Self.byWeekday.replacing("on Wednesday", with: "on Monday") + " A fair had closed on Tuesday."
    let open =
      Self.byWeekday.replacing("on Wednesday", with: "on Monday") + " A term ended at midnight on Tuesday."
    check([told, open], dates: [0: "2021-03-15"], ["2021-03-15", "2021-03-15/2021-03-21"])
  }
}
