import DossierAnalysis
import DossierLanguages
import DossierLinking
import DossierModel
import DossierSource
import DossierTestSupport
import Testing

@Suite struct TimeResolverTests {
  private let pack = LanguagePack.english

  private func resolved(_ text: String, published: String?) -> [ResolvedTime] {
    let block = TokenizedText.Block(kind: .paragraph, range: TextRange(0, text.utf8.count))
    let split = SentenceSplitter(tables: pack.sentences).split(text, blocks: [block])
    let times = TemporalTagger(tables: pack.times).times(in: split)
    let parts = (published ?? "").split(separator: "-").compactMap { Int($0) }
    let date = parts.first.map {
      CalendarDate(
        year: $0, month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
    }
    return TimeResolver().times(of: times, published: date.map { EDTF.date($0) })
  }

  /// The labels are TIMEX3 values.
  private func check(
    _ marked: String, on published: String? = "2019-08-27",
    _ location: Testing.SourceLocation = #_sourceLocation
  ) {
    let marked = MarkedText(marked)
    #expect(
      resolved(marked.text, published: published).map(\.timex) == marked.stretches.map(\.label),
      sourceLocation: location)
  }

  /// The labels are EDTF values, `-` for none.
  private func checkEDTF(
    _ marked: String, on published: String? = "2019-08-27",
    _ location: Testing.SourceLocation = #_sourceLocation
  ) {
    let marked = MarkedText(marked)
    #expect(
      resolved(marked.text, published: published).map { $0.edtf?.description ?? "-" }
        == marked.stretches.map(\.label), sourceLocation: location)
  }

  @Test func inAnArticleOfWhichOnlyTheMonthIsKnownAWeekdayHasNoDate() {
    check(
      "They met on [Saturday|XXXX-WXX-6] and on [May 3|2019-05-03], and left [yesterday|XXXX-XX-XX].",
      on: "2019-05")
  }

  @Test func inAnArticleOfOneOfSeveralDaysOnlyWhatItsFirstDaysAllTellHasADate() {
    let days = EDTF.interval(
      from: CalendarDate(year: 2019, month: 12, day: 30), to: CalendarDate(year: 2020, month: 1, day: 5))
    let text =
      "They came on Monday. On Thursday police said so, and others did yesterday. A trial was held on December 3, and one on Friday."
    let block = TokenizedText.Block(kind: .paragraph, range: TextRange(0, text.utf8.count))
    let times = TemporalTagger(tables: pack.times).times(
      in: SentenceSplitter(tables: pack.sentences).split(text, blocks: [block]))
    #expect(
      TimeResolver().times(of: times, published: days).map(\.timex)
        == ["2019-12-30", "XXXX-WXX-4", "XXXX-XX-XX", "2019-12-03", "2019-12-27"])
  }

  @Test func whatWasThatYearOrThenIsCountedFromTheYearToldThoughItIsFarBack() {
    check(
      "He won in [June 2000|2000-06]. His wife came [that year|2000]. [Six years later|2006] he left. In [March of that year|2006-03] it rained."
    )
  }

  @Test func aMonthBehindOneOfAYearLongPastGoesOnFromIt() {
    check("In [February 2016|2016-02] he stood there. In [March|2016-03] he resigned.")
    check("On [12 November 2016|2016-11-12] he stood there. On [5 January|2017-01-05] he resigned.")
    check("In [May 2016|2016-05] he stood there. In [March|2019-03] he resigned.")
    check("In [February 2019|2019-02] he stood there. In [March|2019-03] he resigned.")
    check("In [February 2016|2016-02] he stood there. He will resign in [October|2019-10].")
    check("In [February 2016|2016-02] he left. It rained. It snowed. In [March|2019-03] he resigned.")
  }

  @Test func aWeekdayWithItsArticleGoesOnFromTheDayToldBefore() {
    check(
      "He came on [5 March 2018|2018-03-05]. On the [Tuesday|2018-03-06] he sang, and by the [Thursday|2018-03-08] he was gone."
    )
    check(
      "He came on [5 March 2018|2018-03-05]. On the [Tuesday|2018-03-06] he sang. On [Friday|2018-03-09] he wept."
    )
    check("He put it down on the [Tuesday|XXXX-WXX-2], and left.")
    // Not from a day to come, nor to one, nor from a day told long before.
    check("It will sail on [5 September|2019-09-05]. He was hurt on the [Tuesday|XXXX-WXX-2], and left.")
    check("It began on [Monday|2019-08-26]. She had come on the [Sunday|XXXX-WXX-7], he said.")
    check(
      "It ended in Lund on [11 November 1918|1918-11-11]. It rained. It snowed. It blew. It froze. It hailed. He was hurt on the [Tuesday|XXXX-WXX-2], he said."
    )
    check("He was hurt on the [Tuesday|2019-08-27] flight.")
  }

  @Test func aDayAsManyYearsAgoAsATextSaysIsTheSameDay() {
    check("[Forty years ago tonight|1979-08-27TNI] he landed. On [28 August|1979-08-28] he spoke.")
    check("[A year ago today|2018-08-27] he landed.")
    check("The rock fell [9,999,999,999,999,999 decades ago today|XXXX-XX-XX], they say.")
    check("[A year ago this week|2018-W35] he landed. [Two years ago|2017] he left.")
  }

  @Test func aDayIsOfTheYearThatStandsRightBeforeIt() {
    check("In [2011|2011], on [5 December|2011-12-05], they met.")
    check("They built it in [2011|2011] and on [5 August|2019-08-05] they met.")
  }

  @Test func aWholeYearHasNoDayThatOthersAreCountedFrom() {
    check("He sat from [2003|2003] to [2005|2005]. [That day|] he left.")
    check("He won in [1973|1973]. [The previous Sunday|2019-08-25] he left.")
    check("She was born in [2015|2015]. [Eight years later|XXXX] she died.")
  }

  @Test func aTextThatBeginsWithItsOwnDayIsNewsWhateverYearsItsHeadlineTells() {
    check(
      "Report: sums of [2007|2007] and [2015|2015]. LUND, [Aug 27|2019-08-27] (Wire) - He left [Wednesday|2019-08-21]. In [2009|2009], [May 2012|2012-05], [June 2013|2013-06] and [2007|2007] he sat."
    )
  }

  @Test func theLastOctoberIsTheLastBeforeATextWhateverItTold() {
    check(
      "It fell in [April 1964|1964-04], in [May 1965|1965-05] and in [June 1966|1966-06], and was shut [last October|2018-10]."
    )
  }

  @Test func aMonthFarBelowADateOfThePastStaysOpenInATextThatSpeaksOfTodayToo() {
    let past =
      "It fell in [April 1961|1961-04], in [May 1962|1962-05], in [June 1963|1963-06], in [April 1964|1964-04], in [May 1965|1965-05] and on [1 June 1966|1966-06-01]."
    let between = " Nobody wept. Nobody sang. Nobody came. Nobody left. Nobody spoke."
    check(past + " It was shut [last October|2018-10]." + between + " A plan was passed in [April|XXXX-04].")
    check(past + " A plan was passed in [July|1966-07].")
  }

  @Test func aTimeOfDayIsOfNoDayThatOnlyLimitsOrLiesFarBack() {
    check(
      "They met on [Monday|2019-08-26]. They have fought since [1 August|2019-08-01]. She left at [noon|2019-08-26T12:00].",
      on: "2019-08-27")
    check(
      "They met on [Monday|2019-08-26]. Forty died on [14 August 2018|2018-08-14]. He came in [the afternoon|2019-08-26TAF].",
      on: "2019-08-27")
    check(
      "They met on [Monday|2019-08-26]. They want it done by [15 October|2019-10-15]. He came in [the afternoon|2019-08-26TAF].",
      on: "2019-08-27")
  }

  @Test func theFollowingWeekendIsTheFirstBehindTheDayTold() {
    check("She fell ill on [20 August|2019-08-20]. [The following weekend|2019-W34-WE] she was flown out.")
  }

  @Test func theMonthUpToWhichSomethingIsSoIsTheNearest() {
    check("It has given itself until [the end of September|2019-09] to agree.")
    check("It will stay closed until [May|2020-05].")
  }

  @Test func theEndOfWhatWasSoIsTheDayOfWhatEndedIt() {
    checkEDTF("She held out until [Wednesday|2019-08-21], when she gave in.")
    checkEDTF("She will hold out until [Wednesday|2019-08-28], when the vote will be held.")
    checkEDTF("She will hold out until [Wednesday|../2019-08-28], and then go.")
  }

  @Test func whatWasToStartLiesAhead() {
    check("She left before the trial, which was to start in [April|2020-04].", on: "2020-01-02")
    check("The trial was in [April|2019-04].", on: "2020-01-02")
  }

  @Test func theSameDayOfWhatWasDoneIsNotOneToCome() {
    check(
      "The trial will begin on [October 1|2019-10-01]. The owner said in Lund [the same day|2019-08-27] that he would sell."
    )
  }

  @Test func theDayThatNothingTellsIsTheArticles() {
    check("The port closed in [September|2018-09]. The owner answered [late in the day|2019-08-27].")
  }

  @Test func countsFromTheDayOfPublication() {
    check("He came [yesterday|2019-08-26] and leaves [tomorrow|2019-08-28].")
    check("It was told [last week|2019-W34], [last year|2018] and [two years ago|2017].")
    check("It ended [three months ago|2019-05] in [the third quarter|2019-Q3].")
  }

  @Test func theSameDayIsTheDayToldThoughAWeekWasToldSince() {
    check(
      "They spoke on [Sunday|2019-08-25]. The town fell [last week|2019-W34]. It began on [the same day|2019-08-25]."
    )
  }

  @Test func placesWeekdaysAndMonthsBySideOfTheTense() {
    check("He said on [Thursday|2019-08-22] that they would meet on [Thursday|2019-08-29].")
    check("They agreed in [September|2018-09] and will meet in [September|2019-09].")
    check("They agreed [last September|2018-09].")
  }

  @Test func whatHasBegunLiesBehindTheArticle() {
    check("They have worked in the north since [the autumn|2018-FA].")
    check("They have worked in the north since [October|2018-10].")
  }

  @Test func whatHoldsFromADayOnLiesAheadUnlessItIsTold() {
    check("The ferry runs again from [Saturday|2019-08-31].")
    check("The pool was shut from [Saturday|2019-08-24].")
  }

  @Test func whatSomethingComesBeforeLiesAhead() {
    check("He sent his adviser away, which was seen as a sign ahead of the [Nov. 8|2019-11-08] vote.")
    check("He spoke of the northern road at great length before the [Nov. 8|2019-11-08] vote.")
    check("He resigned before [May 5|2019-05-05].")
  }

  @Test func someYearsOfThePastMakeNoHistory() {
    check(
      "The treaties of [1951|1951], [1967|1967] and [1984|1984] forbid it. They meet on [September 3|2019-09-03]."
    )
  }

  @Test func countsWeekdays() {
    check("They vote [two Sundays from now|2019-09-08] and [one Tuesday from now|2019-09-03].")
    check("They voted [three Fridays ago|2019-08-09] and [two Tuesdays ago|2019-08-13].")
  }

  @Test func countsFromTheTimeToldBefore() {
    check("They met on [May 3, 2018|2018-05-03]. [The next day|2018-05-04] they left.")
    check("They met on [May 3, 2018|2018-05-03] and [two days later|2018-05-05] again.")
    check("The war began in [1914|1914]; [that year|1914] he fled.")
  }

  @Test func aHistoryGoesOnFromItsOwnYears() {
    check(
      "It began in [1939|1939]. By [May 1940|1940-05] and in [June 1940|1940-06] it grew. In [1941|1941] it spread. "
        + "In [April|1941-04] they fell.", on: "2009-12-19")
  }

  private let siege = "The siege began on [2 June 1793|1793-06-02]. On [13 July|1793-07-13] the wall fell. "

  @Test func aHistoryThatLookedAsideGoesOnWhereItStood() {
    check(
      siege
        + "The king had fled in [August 1790|1790-08]. On [24 June|1793-06-24] and [17 August|1793-08-17] "
        + "they met.", on: nil)
    check(
      siege + "His rank was confirmed in [November 1799|1799-11]. On [20 July|1793-07-20] they met.", on: nil)
    check(siege + "Peace came in [May 1794|1794-05]. In [June|1794-06] they met.", on: nil)
  }

  @Test func aYearNamedInPassingDoesNotMoveTheDaysAroundIt() {
    check(siege + "They had planned it for [1796|1796]. On [15 July|1793-07-15] they met.", on: nil)
    check(siege + "In [1796|1796] they came back. On [15 December|1796-12-15] they met.", on: nil)
  }

  @Test func aLaterYearHoldsUntilADateIsToldInIt() {
    check(
      siege + "In [1796|1796] they came back. It rained. It rained on. Nobody met. Nobody ate. "
        + "On [15 June|1796-06-15] they met.", on: nil)
  }

  @Test func aYearThatIsComparedWithOpensNoNewStretch() {
    check(siege + "[Two years earlier|1791] he had left. In [October|1793-10] they met.", on: nil)
  }

  @Test func aPeriodIsLongerThanTheDayToldBefore() {
    check(
      siege
        + "During [this period|1793-07] they met. It rained in [1794|1794]. In [that period|1794] he ate.",
      on: nil)
  }

  @Test func whatIsNotKnownOfADistanceIsX() {
    check("It began in [1939|1939]. [Three days later|1939-XX-XX] they met.", on: nil)
    check(
      "They ate. [Three days later|XXXX-XX-XX] they met, and [a few days later|FUTURE_REF] they left.",
      on: nil)
  }

  @Test func placesWeekdaysByTheirPlaceInAMonth() {
    check("They will meet on [the first Friday of September|2019-09-06].")
    check("They met on [the last Sunday in October 2018|2018-10-28].")
    check("It lost money in [Q1|2019-Q1] and in [the first quarter of fiscal 2018|2018-Q1].")
    check("It was bad in [the nineteen seventies|197].")
  }

  @Test func aQuarterOfThisYearIsComparedWithThatOfTheLast() {
    check("Profit rose in [this year's second quarter|2019-Q2] from [a year earlier|2018-Q2].")
  }

  @Test func aHistoryGoesOnIntoTheNextYear() {
    check(
      "It began on [7 December 1941|1941-12-07]. [The day before|1941-12-06] it rained. In [January|1942-01] they fell.",
      on: nil)
  }

  @Test func theDayBesideAHappeningIsTheOneToldBeforeIt() {
    check("On [3 May 2018|2018-05-03], [the day|2018-05-03] after the bridge fell, the mayor left.", on: nil)
    check("They ate on [3 May 2018|2018-05-03]. [The day after|2018-05-04], the mayor left.", on: nil)
  }

  @Test func lastEveningIsThatOfYesterday() {
    check("They met on [Sunday|2019-08-25]. By [last evening|2019-08-26TEV] all had left.")
  }

  @Test func theYearBehindTheSecondOfTwoDatesIsThatOfTheFirst() {
    check(
      "It lasted from [July|1954-07] to [November 1954|1954-11], not [22|1951-04-22]-[25 April 1951|1951-04-25]."
    )
    check("It ran from [499|BC0499] to [493 BC|BC0493].")
  }

  @Test func aDayWithoutItsYearIsNearTheArticle() {
    check("The dividend was announced, payable [Dec. 15|2019-12-15].")
    check("The [January 14|2020-01-14] deadline stands.", on: "2020-01-05")
  }

  @Test func aYearEarlierBehindAQuarterIsThatQuarter() {
    check("Net rose in [the third quarter|2019-Q3]; [a year earlier|2018-Q3] it fell.", on: "2019-10-27")
  }

  @Test func givesLengthsAsPeriods() {
    check("It took [two years|P2Y], [three hours|PT3H], [several months|PXM] or [5 1/2 hours|PT5H30M].")
    check("[A minute and a half|PT1M30S], [two decades|P20Y] and [weeks|PXW].")
  }

  @Test func givesTimesOfDayWithTheirDay() {
    check("He said [this morning|2019-08-27TMO] that it fell at [10 p.m. Wednesday|2019-08-21T22:00].")
    check("It ends at [midnight Friday|2019-08-23T24] and began [last night|2019-08-26TNI].")
  }

  @Test func aTimeOfDayIsOfTheDayBehindItsOtherForm() {
    check(
      "It fell at [10:35 a.m.|2019-08-23T10:35] ([0735 GMT|2019-08-23T07:35]) [Friday|2019-08-23].")
    check("It fell at [9 p.m.|2019-08-24T21:00] ([1900 GMT|2019-08-24T19:00]) on [Saturday|2019-08-24].")
    check(
      "They sat from [8 a.m.|2019-08-26T08:00] to [5 p.m. Monday|2019-08-26T17:00].", on: "2019-08-27")
  }

  @Test func overnightIsOfTheDayBehindIt() {
    check("Shells fell [overnight|2019-08-24TNI] on [Saturday|2019-08-24].")
    check("Shells fell [overnight Sunday|2019-08-25TNI].")
  }

  @Test func countsBackFromTheLastOne() {
    check("They met [the week before last|2019-W33] and [the year before last|2017].")
    check("He has been ill since [the summer before last|2018-SU].", on: "2020-02-01")
  }

  @Test func aWeekendIsThatOfItsDays() {
    check("They met on [the weekend of August 10|2019-W32-WE].")
  }

  @Test func twoDaysThatAreJoinedLieOnOneSide() {
    check("He died on [the night of 3|2019-03-03TNI]-[4 March|2019-03-04].", on: "2019-11-19")
  }

  @Test func theYearBehindTheSecondOfTwoSeasonsIsThatOfTheFirst() {
    check("They spent [the spring|1943-SP] and [early summer of 1943|1943-SU] at sea.")
    check("They won in [summer|1918-SU] and [autumn 1918|1918-FA].")
  }

  @Test func oneDayLiesAheadBehindWill() {
    check("The party will [one day|FUTURE_REF] be large. They stayed [one day|P1D].")
  }

  @Test func countsYearsBeforeTheEra() {
    check("In [480 BC|BC0480] the [4th century BC|BC03] was far off.")
  }

  @Test func knowsFixedHolidays() {
    check("They met at [Christmas 2007|2007-12-25] and on [Thanksgiving 1999|1999-11-25].")
    check("[Easter 2019|2019-04-21] was late.")
  }

  @Test func keepsWhatIsImpreciseImprecise() {
    checkEDTF("A deal of [two years ago|2017~] fell.")
    checkEDTF("It began in [late April|2019-04-21/2019-04-30].")
    checkEDTF("He said so [last week|2019-08-19/2019-08-25].")
    checkEDTF("It held from [about 1910|1910~] on and in [the 1990s|199X].")
    checkEDTF("It was so since [2011|2011/..] and until [2016|../2016].")
    checkEDTF("They came [earlier this year|2019-01-01/2019-08-27] for [two weeks|-].")
  }

  @Test func leavesOpenWhatAnUndatedArticleDoesNotTell() {
    check(
      "They met on [Wednesday|XXXX-WXX-3] or [January 23|XXXX-01-23], not [yesterday|XXXX-XX-XX].", on: nil)
    checkEDTF("They met on [Wednesday|-] or [January 23|XXXX-01-23], not [yesterday|-].", on: nil)
  }

  @Test func aReportWithoutADateTakesNoYearFromItsBackground() {
    check(
      "The owners met on [February 27|XXXX-02-27]. The first meeting was in Lund on [June 12, 2018|2018-06-12]. They talk again on [March 1|XXXX-03-01].",
      on: nil)
    check(
      "He said on [Monday|XXXX-WXX-1] that it was sold in [1993|1993]. It opens on [July 17|XXXX-07-17].",
      on: nil)
    check("On [2 June 1793|1793-06-02] it fell. On [13 July|1793-07-13] he died.", on: nil)
  }

  @Test func aHistoryGoesOnFromAMonthOfThisYear() {
    check(
      "On [27 September 2013|2013-09-27] it left. It came on [21 November 2013|2013-11-21]. In [February 2014|2014-02] he wrote. It was moved on [23 October 2014|2014-10-23]. It sank in [February 2018|2018-02]. In [January this year|2019-01] he looked. On [20 July|2019-07-20] he wrote again. On [4 August|2019-08-04] it burned."
    )
  }

  @Test func aTextThatBeginsWithoutAYearIsOfItsOwn() {
    let text =
      "On [18 June|%-06-18] they waited. In [2002|2002] he came. In [May 2008|2008-05] they asked. In [June 2015|2015-06] they wrote, in [March 2016|2016-03] again. In [2010|2010] he rose. He was sent away on [18 June|%-06-18]."
    check(text.replacing("%", with: "XXXX"), on: nil)
    check(text.replacing("%", with: "2019"))
  }

  @Test func aTimeOfDayIsOnTheDayThatTheArticleIsAbout() {
    check(
      "The car left [yesterday|2019-08-26]. A crowd stood there. Nobody spoke. The ship sailed at [6.30pm|2019-08-26T18:30]."
    )
  }

  @Test func aNightMayRunIntoADayAndAnHourHaveFourFigures() {
    checkEDTF("The first of them landed [overnight|2019-08-26] into [Monday|2019-08-26].")
    check("The gates opened at [0600|2019-08-26T06:00] on [Monday|2019-08-26].")
  }

  @Test func theSameDayThatSomethingElseHappenedIsNotThePages() {
    checkEDTF(
      "She was held on [the same day|-] that the ferry sank. He left [on Monday|2019-08-26].".replacing(
        "[on Monday|", with: "on [Monday|"))
    checkEDTF("The ferry sank on [May 3|2019-05-03]. She was held [the same day|2019-05-03].")
  }

  @Test func wordsOfThisMonthOrMorningMakeATextNews() {
    checkEDTF(
      "He came in [May 2017|2017-05]. On [June 9|XXXX-06-09] she will speak [this morning|-].", on: nil)
  }

  @Test func aReportWithoutADateTellsNoHistoryWhateverYearsItLooksBackTo() {
    let history =
      "The barge was built in [September 2013|2013-09] and sold in [May 2014|2014-05]. It lay idle in [2015|2015], in [2016|2016], and in [August 2017|2017-08], and in [2017|2017]."
    check(history + " On [4 May|2017-05-04] it sank.", on: nil)
    check("The wreck was found [last week|XXXX-WXX]. \(history) On [4 May|XXXX-05-04] it sank.", on: nil)
  }

  @Test func aDayOfTheWeekInATextOfNoKnownEndIsNotOneLongBeforeWhatItReports() {
    func values(_ text: String, _ published: EDTF) -> [String] {
      let block = TokenizedText.Block(kind: .paragraph, range: TextRange(0, text.utf8.count))
      let split = SentenceSplitter(tables: pack.sentences).split(text, blocks: [block])
      let times = TemporalTagger(tables: pack.times).times(in: split)
      return TimeResolver().times(of: times, published: published).map(\.timex)
    }
    let tuesday = CalendarDate(year: 2021, month: 3, day: 23)
    let text = "It sank on Tuesday. She left on Sunday. The mayor spoke on Saturday."
    #expect(
      values(text, .interval(from: tuesday, to: nil)) == ["2021-03-23", "2021-03-21", "XXXX-WXX-6"])
    #expect(values(text, .date(tuesday)) == ["2021-03-23", "2021-03-21", "2021-03-20"])
  }

  @Test func thatAfternoonIsOfTheLastDayToldAndOfNoYear() {
    checkEDTF(
      "It sank on [Friday|2019-08-23]. She came in [2010|2010]. He saw it [that afternoon|2019-08-23].")
    checkEDTF(
      "She came in [2010|2010]. They will meet on [Friday|2019-08-30]. He saw it [that afternoon|-].")
  }

  @Test func theWeekdayAfterSomethingGoesOnFromTheDayToldBefore() {
    check(
      "He was seized on [21 November 2018|2018-11-21]. She left on the [Tuesday|2018-11-27] after the arrest."
    )
  }

  @Test func theMonthBehindAYearIsTheArticlesOwn() {
    check("It was the highest since [1998|1998]. A cabinet is due by [the end of the month|2019-08].")
  }

  @Test func whatGoesOnFromADayOfWhichNoDateIsKnownHasNoneEither() {
    check(
      "On [8 March 2018|2018-03-08] he spoke. On [Sunday|XXXX-WXX-7] it sank. He said so [that day|XXXX-WXX-7].",
      on: nil)
  }

  @Test func aDistanceBehindItsDayOnlySaysAnewWhenThatWas() {
    check("She said that he died on [2 August|2019-08-02], exactly [three weeks earlier|2019-08-02].")
    check("He died on [2 August|2019-08-02]. [Three days later|2019-08-05] she spoke.")
  }

  @Test func daysAndMonthsAreCountedFromWhatTheyCanBeCountedFrom() {
    check(
      "On [18 June|2019-06-18] they refused to sign those for [2017|2017]. [The next day|2019-06-19] he left."
    )
    check(
      "He was named in [January|2019-01]. “[More than nine months later|XXXX-XX], we are where we were,” she said.",
      on: "2019-02-18")
    check(
      "They met on [18 June|2019-06-18]. It rained. They signed for [2017|2017]. He left [a day later|XXXX-XX-XX]."
    )
  }

  @Test func hoursLaterAreOfTheDaySinceWhichSomethingLasts() {
    checkEDTF(
      "She had been there since [30 June|2019-06-30/..], when she fell. He fell ill [a few hours later|2019-06-30].",
      on: "2019-07-09")
  }
}
