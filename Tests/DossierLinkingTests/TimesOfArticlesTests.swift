import DossierAnalysis
import DossierLanguages
import DossierLinking
import DossierMarkdown
import DossierModel
import DossierSource
import DossierTestSupport
import Testing

/// What the times of a whole article come to, once its events and quotations are known.
@Suite struct TimesOfArticlesTests {
  /// The stretches are the times, their labels TIMEX3 values.
  private func check(
    _ marked: String, on day: CalendarDay, _ location: Testing.SourceLocation = #_sourceLocation
  ) {
    let marked = MarkedText(marked)
    var metadata = ArticleMetadata(title: "The harbour")
    metadata.published = Claim(EDTF(day), basis: .stated, rule: Rule("test"), printed: day.description)
    let article = Article(
      id: ArticleID("a"), source: SourcePath("a.txt"), fingerprint: Fingerprint(of: marked.text),
      metadata: metadata, body: MarkdownDocument(marked.text))
    let linked = DossierLinker(knowledge: Languages.knowledge).dossier(
      of: [Analyzer(languages: [.english]).annotate(article)])
    #expect(
      linked.articles[0].times.map(\.timex) == marked.stretches.map(\.label), sourceLocation: location)
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CalendarDay {
    try #require(CalendarDay(year: year, month: month, day: day))
  }

  @Test func whatSomebodyDidOnADayDoesNotLieAheadOfTheArticle() throws {
    let day = try day(2019, 3, 4)
    check("Anna Berg blamed Tom Roe on [March 12|2018-03-12].", on: day)
    check("Anna Berg cancelled the [March 12|2019-03-12] summit in Lund.", on: day)
    check("Anna Berg called a meeting for [March 12|2019-03-12].", on: day)
    check("Anna Berg called on Tom Roe to speak in Lund on [March 12|2019-03-12].", on: day)
    check("Anna Berg has invited Tom Roe to a ceremony in Lund on [March 12|2019-03-12].", on: day)
    check("Anna Berg was to have joined the board on [March 12|2019-03-12].", on: day)
  }

  @Test func aDayOfWhatAVerbIsOnlyAboutIsTheNearest() throws {
    let day = try day(2021, 3, 10)
    check("Tom Roe sold seats for the concert in Lund on [12 April|2021-04-12].", on: day)
    check("Tom Roe sold a seat in Lund on [12 April|2020-04-12].", on: day)
    check("A court sentenced Tom Roe to appear on [24 March|2021-03-24].", on: day)
    check("The two sides agreed on [29 March|2021-03-29].", on: day)
    check("Anna Berg said she would leave once Tom Roe was sworn in on [1 April|2021-04-01].", on: day)
    check("Anna Berg left once Tom Roe was sworn in on [1 April|2020-04-01].", on: day)
    check("Anna Berg said that she resigned effective [30 June|2021-06-30].", on: day)
    check("Anna Berg moved the hearing to [14 June|2021-06-14].", on: day)
    check("Anna Berg moved to Lund on [4 May|2020-05-04].", on: day)
    check("Had Tom Roe left Lund on [5 May|2021-05-05], Anna Berg could have won.", on: day)
  }

  @Test func aMonthOfWhatAVerbIsOnlyAboutIsOfNoYear() throws {
    let day = try day(2021, 3, 10)
    check("Tom Roe cancelled the fair in [August|XXXX-08].", on: day)
    check("Tom Roe left the fair in [August|2020-08].", on: day)
    check("Tom Roe announced in [August|2020-08] that he had left.", on: day)
    check("The party chose Anna Berg to run in [November|XXXX-11].", on: day)
    check("The party nominated Tom Roe for the vote in [October|XXXX-10].", on: day)
    check("Tom Roe cancelled the fair in [February|2021-02].", on: day)
    check("The work was due to begin in [May|2021-05] and to end in [November|2021-11].", on: day)
  }

  @Test func daysThatAreToldInOneAreOfOneYear() throws {
    check("The council met on [3|2020-05-03] and [4 May|2020-05-04].", on: try day(2021, 3, 10))
  }

  @Test func whatHappenedGoesOnFromADateWithItsYear() throws {
    check(
      "On [October 4, 2019|2019-10-04], Tom Roe left the board. Anna Berg met Carl Dahl in Lund on [November 6|2019-11-06].",
      on: try day(2020, 10, 27))
  }

  @Test func aDayInATaleOfAYearLongPastIsOfThatYear() throws {
    let day = try day(2021, 11, 25)
    check(
      "On [June 3, 2019|2019-06-03], soldiers stormed the square. Only after a march on [June 30|2019-06-30] did they talk to Anna Berg.",
      on: day)
    check(
      "On [June 3, 2019|2019-06-03], soldiers stormed the square. Anna Berg left Lund on [October 30|2021-10-30].",
      on: day)
    check(
      "In [March 2007|2007-03] a spy was poisoned. Anna Berg was criticised in [March|2021-03] when she spoke of it.",
      on: day)
  }

  @Test func todayIsTheDayOnWhichItWasSaid() throws {
    let day = try day(2019, 9, 30)
    check("“[Today|2019-09-29] we have won,” Anna Berg told them on [Sunday night|2019-09-29TNI].", on: day)
    check("“[Tomorrow|2019-09-30] we start,” Anna Berg said on [Sunday|2019-09-29].", on: day)
    check("“[Today|2019-09-30] we have won,” said Anna Berg, who left Lund on [Sunday|2019-09-29].", on: day)
    check("“[Today|2019-09-30] we have won,” Anna Berg said [later in the day|2019-09-30].", on: day)
  }

  @Test func aDayBesideASayingThatMayBeOfSomethingElseTellsNoToday() throws {
    let day = try day(2019, 9, 30)
    check(
      "“[Today|XXXX-XX-XX] we mourn,” Anna Berg said of the attack in Lund on [Sunday|2019-09-29].", on: day)
    check(
      "“[Today|2019-09-29] we mourn,” Anna Berg said after the talks in Lund on [Sunday|2019-09-29].", on: day
    )
    check(
      "In her book, published on [Sunday|2019-09-29], Anna Berg wrote: “[Today|XXXX-XX-XX] we know better.”",
      on: day)
    check(
      "In a letter dated [3 May|2019-05-03] Anna Berg wrote: “I leave for Lund [today|2019-05-03].”", on: day)
    check("The sign on the door in Lund said “Closed [today|XXXX-XX-XX]” on [Sunday|2019-09-29].", on: day)
  }

  @Test func theYesterdayOfASpeakerIsNotWhereTheTextGoesOn() throws {
    check(
      "“After [yesterday|2019-09-29] we must rest,” said Anna Berg in Lund, where people had been waiting since [noon|2019-09-30T12:00].",
      on: try day(2019, 9, 30))
  }

  @Test func aNightBehindADayThatWasCountedIsOfThatDay() throws {
    check(
      "The footage came out on [3 March|2019-03-03]. Anna Berg resigned [the next morning|2019-03-04TMO]. The two had spoken in [the night|2019-03-04TNI].",
      on: try day(2019, 5, 30))
  }

  @Test func aWeekdayBehindADateIsThatDate() throws {
    check(
      "The men landed in Lund on [March 2|2018-03-02], a Friday, and left [the next day|2018-03-03].",
      on: try day(2018, 9, 5))
  }

  @Test func theSecondOfTwoDaysFollowsTheFirst() throws {
    let day = try day(2018, 9, 5)
    check("The talks, held on [Monday|2018-09-03] and [Tuesday|2018-09-04], will be repeated.", on: day)
    check("He has called for [tomorrow|2018-09-06] and [Friday|2018-09-07].", on: day)
    check(
      "The fair in Lund opened on [Monday|2018-09-03] and [Friday|2018-09-07] will see the last dance.",
      on: day)
  }

  @Test func aYearToComeOpensNoTale() throws {
    check(
      "In [1998|1998] they met. On [May 5, 1999|1999-05-05], on [June 6, 2003|2003-06-06] and on [July 7, 2008|2008-07-07] they met in Lund. They retire from [2026|2026]. The island votes on [December 12|2021-12-12].",
      on: try day(2021, 11, 5))
  }

  @Test func hoursLaterIsMostlyTheSameDay() throws {
    let text = "Anna Berg was arrested on 26 August. Hours later, Tom Roe resigned."
    let article = Article(
      id: ArticleID("a"), source: SourcePath("a.txt"), fingerprint: Fingerprint(of: text),
      metadata: ArticleMetadata(title: "The harbour"), body: MarkdownDocument(text))
    let times = TimeResolver().times(
      of: Analyzer(languages: [.english]).annotate(article).times, published: EDTF(try day(2018, 9, 5)))
    #expect(times.map { $0.edtf?.description } == ["2018-08-26", "2018-08-26"])
    check(
      "Anna Berg was born in Lund in [May 1990|1990-05]. [Hours later|FUTURE_REF] they left.",
      on: try day(2018, 9, 5))
  }

  @Test func whatWasIsNotCountedFromWhatIsStillToCome() throws {
    let day = try day(2019, 3, 15)
    check(
      "The fair is to open on [March 28|2019-03-28]. Tom Roe was thrown out of the club [the week before|2019-W10].",
      on: day)
    check("The pact was signed on [Friday|2019-03-15]. [Ten months later|XXXX-XX] it has failed.", on: day)
    check(
      "The pact was signed on [May 3, 2017|2017-05-03]. [Ten months later|2018-03] it had failed.", on: day)
  }

  @Test func whatHappenedWhenADayCameTellsWhereThatLies() throws {
    let day = try day(2019, 3, 15)
    check("Her name will be tied to [September 24|2018-09-24], when she stopped the ships.", on: day)
    check("Her name will be tied to [September 24|2019-09-24], when she will stop the ships.", on: day)
    check("Her name will be tied to [September 24|2019-09-24].", on: day)
  }

  @Test func aYearBeforeALengthIsNoPartOfIt() throws {
    check(
      "Tom Roe was sentenced in [2017|2017] to [10 years|P10Y] and freed in [May of that year|2017-05].",
      on: try day(2019, 3, 15))
  }

  @Test func aSentenceThatADayOpensGoesOnFromADateLongPast() throws {
    let aside = "The police came. Many were hurt. Tom Roe fled. "
    check(
      "On [October 1, 2017|2017-10-01], the town voted. " + aside
        + "On [October 27|2017-10-27] the council declared it void.", on: try day(2019, 10, 14))
    check(
      "On [October 1, 2017|2017-10-01], the town voted. " + aside
        + "The council met on [October 11|2019-10-11] and declared it void.", on: try day(2019, 10, 14))
  }

  @Test func todayInWhatWasSaidOnADayAboveIsNotTheArticles() throws {
    let day = try day(2019, 3, 4)
    check(
      "Anna Berg came on [March 1|2019-03-01]. Carl Dahl told her [that night|2019-03-01TNI]: “[Today|XXXX-XX-XX] we have lost.”",
      on: day)
    check(
      "Anna Berg came on [March 1|2019-03-01]. Carl Dahl told her: “[Today|2019-03-04] we have lost.”",
      on: day)
  }
}
