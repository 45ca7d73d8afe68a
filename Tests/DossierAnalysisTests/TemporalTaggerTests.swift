import DossierAnalysis
import DossierLanguages
import DossierModel
import DossierSource
import DossierTestSupport
import Testing

@Suite struct TemporalTaggerTests {
  private let pack = LanguagePack.english

  private func times(in text: String) -> (text: TokenizedText, times: [TimeExpression]) {
    let block = TokenizedText.Block(kind: .paragraph, range: TextRange(0, text.utf8.count))
    let split = SentenceSplitter(tables: pack.sentences).split(text, blocks: [block])
    return (split, TemporalTagger(tables: pack.times).times(in: split))
  }

  /// The stretches are the expressions, their labels the types.
  private func check(_ marked: String, _ location: Testing.SourceLocation = #_sourceLocation) {
    let marked = MarkedText(marked)
    let found = times(in: marked.text)
    #expect(
      found.times.map { "\(found.text.string($0.range)) \($0.kind.rawValue)" }
        == marked.stretches.map { "\(marked.text[$0.range]) \($0.label)" }, sourceLocation: location)
  }

  /// The stretches are the expressions, their labels the sides of now that the tense puts them on.
  private func checkDirection(_ marked: String, _ location: Testing.SourceLocation = #_sourceLocation) {
    let marked = MarkedText(marked)
    #expect(
      times(in: marked.text).times.map(\.direction.rawValue) == marked.stretches.map(\.label),
      sourceLocation: location)
  }

  @Test func theEarlyHoursAreAPartOfTheDay() {
    check(
      "They came in [the early hours of Wednesday, 15 November 2017|TIME] and left in [the small hours|TIME]."
    )
    check("The early hours were cut from the schedule.".replacing("early", with: "opening"))
  }

  @Test func findsDatesInAllUsualForms() {
    check("They met on [27 August 2019|DATE] and on [Aug. 27|DATE].")
    check("Dated [27/08/2019|DATE], [2019-08-27|DATE] and [27.8.2019|DATE].")
    check("He came on [Wednesday, January 23, 2019|DATE] and left on [the 27th|DATE].")
    check("It fell in [March 2011|DATE], not in [February of 1940|DATE].")
  }

  @Test func findsPartsOfPeriodsWithThePeriod() {
    check("It began in [late April|DATE] and ended in [the mid-1980s|DATE].")
    check("In [the 1990s|DATE] she ran the 1500m; the screen has 1080p.")
    check("By [the end of the year|DATE] and [earlier this month|DATE] it rained.")
  }

  @Test func findsLengthsAndDistances() {
    check("He stayed [two weeks|DURATION] in a [10-hour|DURATION] queue.")
    check("It ended [two years ago|DATE]; [three days later|DATE] they left.")
    check("For [the past two months|DURATION] and [at least 30 days|DURATION] it held.")
  }

  @Test func findsTimesOfDayWithTheirDay() {
    check("It blew up at [10:35 a.m. Friday|TIME], they said [this morning|TIME].")
    check("They met at [5 p.m. EST, Nov. 6|TIME] after [noon|TIME].")
  }

  @Test func findsTimesOfDayByTheirZone() {
    check("It struck at [1430 GMT|TIME], and again at [2030 GMT|TIME] on [Monday|DATE].")
    check("Polls close at [8 p.m.|TIME] local time, or [9 p.m.|TIME] Harbour time.")
    check("They marched from [19:00|TIME]-[03:00hrs|TIME].")
    check(
      "It was [14 January 2010 - 17:26 GMT|TIME], then [17.04 BST|TIME], then [1300|TIME] local time.")
    check("It fell at [9.30pm|TIME] on [Monday|DATE]; 7.5 p.m. is none.")
    check("It fell at [nine o'clock|TIME].")
  }

  @Test func capitalsMakeAMonthTheShortFormOfAName() {
    check("DEC members met. [DEC 5|DATE] came.")
    check("The Dairy Exports Council (DEC) met. The DEC's boats left in [Dec.|DATE], or in [DEC 2009|DATE].")
  }

  @Test func findsALengthWithAnAdjective() {
    check("They fought for [two bloody weeks|DURATION].")
    check("He saw two red doors and left two goats [hours later|DATE].")
  }

  @Test func thatBeforeALengthJoinsClauses() {
    check("He said that [two days|DURATION] would do.")
  }

  @Test func findsWhatComesBack() {
    check("They meet [every Tuesday|SET] and [each year|SET], and pay $5 [a year|SET].")
  }

  @Test func findsBothEndsOfARangeOfYearsOrDays() {
    check("The war of [2011|DATE]–[14|DATE] and the talks of [March 5|DATE]-[7|DATE].")
  }

  @Test func aRangeOfYearsCountsNone() {
    check("It closed in the [2019|DATE]-[2020|DATE] school year.")
  }

  @Test func aCountGoesOnAsACount() {
    check("The cases rose from 297 to 1051, and from [1997|DATE] to [2005|DATE].")
    check("It ran from [499|DATE] to [493 BC|DATE].")
  }

  @Test func leavesNumbersThatAreNoDates() {
    check("The S-400 and the F-35 flew at MAKS-2019 over 1990 soldiers.")
    check("Call 555-1999 and pay $1998, or 3.5 percent of 2,019 dollars.")
    check("Khan may march on with the Sun and the 6-year-old boy.")
  }

  @Test func findsWeekdaysByTheirPlaceInAMonth() {
    check("They meet on [the first Friday of July|DATE] and [the last Sunday in October 2018|DATE].")
    check("They left on [Thursday the 21st|DATE]. The first [Friday|DATE] in office was hard.")
    check("On [Thursday|DATE] the 3rd Army left.")
  }

  @Test func findsQuartersByTheirNumber() {
    check("It lost money in [Q1|DATE] and [Q3 2018|DATE]. The Harbour Q3 and a plain Q2 were shown.")
  }

  @Test func findsDecadesInWords() {
    check(
      "It was bad in [the nineteen seventies|DATE] and [the late eighties|DATE]; she was in her eighties.")
  }

  @Test func takesNoTimeOutOfANameThatHasItsWord() {
    check("He said that Sun's profit fell and that Mon Repos was sold.")
    check("She said on the programme \"This Week\" that the ferry was late, as Harbour Today had told.")
    check("[This week|DATE] the ferry was late, and [today|DATE] it is too.")
    check("Old Mayor Keller Resigns [This Week|DATE].")
    check("He told the Harbour Sun. They voted on Super Tuesday and left on [Sun|DATE]. at [noon|TIME].")
  }

  @Test func aUnitAloneIsALengthWhereAnotherIsMeant() {
    check("The loan runs for [an additional year|DURATION] or [another month|DURATION].")
    check("It lasted [another two weeks|DURATION]; another quarter of the town was dark.")
  }

  @Test func findsThePeriodOfAReport() { check("[The latest period|DATE] had a loss.") }

  @Test func soonAfterTellsNoTimeToCome() {
    check("He will resign soon after the vote, but will be back [soon|DATE].")
  }

  @Test func aParticipleThatStandsAsAnAdjectiveTellsNoPast() {
    checkDirection("The board will meet behind closed doors on [Friday|future].")
    checkDirection("The pier will remain closed on [Friday|future].")
    checkDirection("The board opened the doors on [Friday|past].")
    checkDirection("The plan will be debated and voted upon on [Friday|future].")
    checkDirection("The plan was debated and voted upon on [Friday|past].")
  }

  @Test func willAndItsLikeHoldForAMonthUntilAnotherVerbComes() {
    checkDirection("She will be named commander of the fishing fleet for a journey in [December|future].")
    checkDirection("It would be paid on a still unspecified date at some bank in [January|future].")
    checkDirection("Keller, 52, will succeed the old harbour master of the town on [Feb. 1|future].")
    checkDirection("She said that he left the fishing fleet for a long journey by sea in [December|unknown].")
  }

  @Test func theTenseOfTheGoverningVerbTellsTheSide() {
    checkDirection("They agreed a truce in [September|past].")
    checkDirection("A summit set for the harbour town in [April|future] will draw crowds.")
    checkDirection("The court adjourned until [Monday|future].")
    checkDirection("The march they called for [Friday|future] would take place.")
    checkDirection("She will put it to them on [Thursday|future].")
    checkDirection("They said they would not set off for the town on [Friday|future].")
    checkDirection("They put it to them on [Thursday|past].")
    checkDirection("It may have been the cause of a drop on [Thursday|past].")
    checkDirection("They were blamed for [Friday|past]'s fire.")
    checkDirection("Nobody forgave him for [Sunday|past].")
    checkDirection("They were blamed for [Friday|past]’s fire and for [Sunday|past] prayers.")
    checkDirection("They waited until [Monday|past].")
    checkDirection("Until [Monday|past] they had said nothing.")
    checkDirection("They would meet in [September|future], she said on [Tuesday|past].")
    checkDirection("The summit will be held in [May|future].")
    checkDirection("The summit was held in [May|past].")
    checkDirection("In [July|past], the firm began deliveries.")
    checkDirection("He plans to visit in [June|future].")
    checkDirection("A row over the king's announcement in [December|unknown] that he would leave goes on.")
  }

  @Test func anInfinitiveLiesAheadOnlyBehindAVerbThatLooksAhead() {
    checkDirection("They agreed to meet on [Friday|future].")
    checkDirection("They sought to calm the harbour workers on [Friday|past].")
    checkDirection("She spoke to him on [Friday|past].")
    checkDirection("He was taken to hospital on [Friday|past].")
    checkDirection("He returned to work on [Friday|past].")
  }

  @Test func aPlanIsNoVerb() {
    checkDirection("She announced a spending plan on [Monday|past].")
    checkDirection("They plan to vote on [Monday|future].")
    checkDirection("In [May|past], the harbour office proposed a new toll.")
  }

  @Test func readsAnySequenceOfTimeWords() {
    let words = [
      "the", "a", "last", "two", "hundred", "thousand", "nineteen", "1990", "23", "Jan.", "March", "Friday",
      "-", "to",
      "and", "half", "week", "years", "ago", "before", "of", "BC", "'", "s", "10:30", "p.m.", "about",
      "first", "quarter",
      "99999999999999999999", "/", "3.5", "more", "days", "–", "morning", "every", "fiscal", "end", "late",
      "é", "until",
    ]
    var state: UInt64 = 42
    for _ in 0..<300 {
      var text = ""
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += words[Int(state >> 33) % words.count] + (state >> 60 < 5 ? "" : " ")
      }
      let ranges = times(in: text).times.map(\.range)
      #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
      #expect(ranges.allSatisfy { !text[$0].isEmpty })
    }
  }

  @Test func aWeekdayIsCountedFromNowAndFromTheText() {
    check("They vote [two Sundays from now|DATE], as they did [three Fridays ago|DATE].")
    check("They left on [Monday|DATE]. [Two Fridays later|DATE] they were back.")
    check("It rained for two [Sundays|DATE].")
    check("The envoy said that [Monday|DATE]'s talks failed, and that [Tuesday|DATE] was too late.")
    check("The mayor said that [Tuesday|DATE] was too late. The war ended [that Sunday|DATE].")
    check("The bridge is closed on [Saturdays|SET] and [Sundays|SET].")
    check("Nobody is ready at [this time|DATE].")
  }

  @Test func anIntervalIsOpenAfterSinceAndBeforeUntil() {
    let found = times(in: "Since 2011 it was so, until 2016.").times
    #expect(found.map(\.bound) == [.from, .until])
  }

  @Test func aNumberThatCountsBehindSmallWordsIsNoYear() {
    check("The port will send 1960 small arms soldiers and 90 carts.")
    check("They left in [1960|DATE] with soldiers.")
    check("The board met there [1960|DATE].")
  }

  @Test func whatAPurposeLastsUpToLiesAhead() {
    checkDirection("She named Anna Berg to lead the town until an election in [May|future].")
    checkDirection("She led the town until an election in [May|unknown].")
    checkDirection("They tried to hold the town until a vote in [May|unknown].")
  }

  @Test func theVerbOfTheNextClausePlacesNoTimeBeforeIt() {
    checkDirection(
      "The plan was approved by the head of the old council in [May|unknown] and it is expected to end in [2023|future]."
    )
  }

  @Test func whatAThingDoesAtATimeLiesAhead() {
    checkDirection("They signed a contract that expires on [3 May|future].")
  }

  @Test func aNameThatIsAVerbTooPlacesNothingAhead() {
    checkDirection("Theresa May blamed them on [March 12|past].")
    checkDirection("May told them so in [June|past].")
    checkDirection("May they rest until [June|future].")
  }

  @Test func aNumberBehindAMonthThatIsToldWithInCountsWhatFollows() {
    check("In [March|DATE] 23 envoys were told to leave.")
    check("In [March 23, 2018|DATE] and on [March 23|DATE] envoys left.")
    check("On [May 5|DATE] people died.")
  }

  @Test func oneWeekdayIsAnyOfItsKind() {
    #expect(
      times(in: "It fell one Sunday morning last March. He left on Sunday morning.").times.map {
        "\($0.meaning)"
      }.first?.contains("XXXX-WXX-7") == true)
    check("He won at Formula One [Sunday morning|TIME].")
  }

  @Test func theFirstDayOfSomethingIsNoDayThatWasTold() {
    let found = times(in: "She came on 3 May 2017. They sang on the first day of their trial.").times
    #expect(found.last?.meaning == .vague("XXXX-XX-XX"))
    #expect(times(in: "They sang on the first day.").times.last?.meaning != .vague("XXXX-XX-XX"))
  }

  @Test func theLastDayForWhatSomebodyIsToldToDoLiesAhead() {
    checkDirection("He told them to answer for the plan (TSO) by [noon|future] on [Tuesday|future].")
    checkDirection("They were able to leave by [Tuesday|past].")
    checkDirection("The envoy had left by [Tuesday|past].")
  }

  @Test func aDayThatIsMadeIntoSomethingLiesAhead() {
    checkDirection("The council declared [Monday|future] a holiday.")
    checkDirection("The council declared it on [Monday|past], a holiday.")
  }

  @Test func aTimeThatOpensWhatIsSaidLiesWhereItsOwnVerbSays() {
    checkDirection("She said that by [Thursday|future] all would be over.")
    checkDirection("She said that on [Thursday|past] he had left.")
    checkDirection("She said on [Thursday|past] that it would end.")
  }

  @Test func aTimeBehindAClauseBetweenCommasIsOfTheMainVerb() {
    checkDirection("The town is expected to ban dams, where ten died in [2015|past], on [Monday|future].")
  }
}
