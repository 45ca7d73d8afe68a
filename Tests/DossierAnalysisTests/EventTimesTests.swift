import DossierAnalysis
import DossierLanguages
import DossierModel
import Testing

/// Which of the times of a sentence an event has.
@Suite struct EventTimesTests {
  /// Each event's trigger with the words of its time.
  private func times(_ marked: String) -> [String] {
    let text = AnalysedText(marked)
    let extractor = EventExtractor(tables: LanguagePack.english.events)
    return extractor.events(in: text.clause, mentions: text.mentions, times: text.times, quotations: []).map {
      event in
      "\(text.text[event.trigger]) \(event.time.map { String(text.text[text.times[$0].range]) } ?? "-")"
    }
  }

  @Test func theYearsOfATitleAreNoTimeOfWhatIsToldOfIt() {
    let text = AnalysedText("[Anna Berg|person]'s “Aldmouth [1914|time year]” came out [last autumn|time].")
    let titles = QuotationExtractor(tables: LanguagePack.english.quotations).quotations(
      in: text.clause, mentions: text.mentions)
    let found = EventExtractor(tables: LanguagePack.english.events).events(
      in: text.clause, mentions: text.mentions, times: text.times, quotations: titles)
    #expect(found.compactMap(\.time).map { text.text[text.times[$0].range] } == ["last autumn"])
  }

  @Test func theDayOfAnElectionIsItsOwnWhateverIsOfIt() {
    #expect(
      times("The paradox of [Thursday|time]'s election is that nobody won.").contains("election Thursday"))
    #expect(times("The paradox of [Thursday|time] is that nobody lost.").allSatisfy { $0.hasSuffix("-") })
  }

  @Test func whoTakesControlOrPowerIsToldOfLikeACapture() {
    let text = AnalysedText("[The army|group] took control of the town, and took power [on Friday|time].")
    let events = EventExtractor(tables: LanguagePack.english.events).events(
      in: text.clause, mentions: text.mentions, times: text.times, quotations: [])
    #expect(events.map(\.triggerClass).allSatisfy { $0 == "attack" } && !events.isEmpty)
  }

  @Test func aParticipleBehindACommaTellsOfTheNounBeforeIt() {
    func triggers(_ marked: String) -> [String] {
      times(marked).filter { !$0.hasSuffix("-") }
    }
    let struck = ", struck in Lund [in May|time], lifted the toll."
    #expect(triggers("The agreement" + struck) == ["agreement in May"])
    #expect(triggers("The tower" + struck) == ["struck in May"])
  }

  @Test func ofTwoTimesTheDayIsThatOfTheEvent() {
    #expect(
      times("[In September|time month], [on Wednesday|time], [Anna Berg|person] rejected the plan.")
        == ["rejected on Wednesday"])
  }

  @Test func theTimeByWhichSomethingIsToBeDoneIsNotThatOfTheTelling() {
    #expect(
      times("The board told [Anna Berg|person] to leave by [noon|time hour] on [Monday|time].")
        .allSatisfy { $0.hasSuffix("-") })
  }

  @Test func aTimeUpToWhichSomethingWasSoIsThatOfTheClauseItBegins() {
    #expect(
      times("[Anna Berg|person] held out until [Wednesday|time], when she sacked [Tom Roe|person].")
        .contains("sacked Wednesday"))
    #expect(
      times("[Anna Berg|person] held out until [Wednesday|time], and then sacked [Tom Roe|person].")
        .allSatisfy { $0.hasSuffix("-") })
  }

  @Test func aMonthInBracketsIsNoVerbThoughItIsOneElsewhere() {
    #expect(
      times("[Anna Berg|person] held a long, hard meeting [on Saturday|time] ([May 26|time]) in Lund.")
        == ["meeting May 26"])
  }

  @Test func whatWasOnADayAndWhatWasDoneThenAreBothOfIt() {
    #expect(
      Set(
        times(
          "[Anna Berg|person] met [Tom Roe|person] on [Wednesday|time], when she sacked [Carl Dahl|person]."))
        == ["met Wednesday", "sacked Wednesday"])
  }

  @Test func theyAreTheTwoWhoWereToldOfTogether() {
    let text = AnalysedText(
      "[Anna Berg|person] met [Tom Roe|person] in Lund.\nThey first met on [Wednesday|time].\nThey sang on [Wednesday|time]."
    )
    let parties = text.events.map(\.participants.count)
    #expect(parties == [2, 2, 0])
  }

  @Test func theLastDayOfAStretchTellsNoEventOfItsOwn() {
    #expect(times("The miners met [Anna Berg|person] from [3 May|time]-[9|time].") == ["met 3 May"])
    #expect(times("[Anna Berg|person] changed the dates of [5 May|time]-[8|time].") == ["changed -"])
  }

  @Test func aTimeInARelativeClauseIsNotOfTheVerbBehindIt() {
    #expect(
      times("[Anna Berg|person], who has ruled the small town since [1980|time month], was asked to resign.")
        == ["ruled 1980"])
  }

  @Test func whoTakesPartOnTheNextDayTakesNoPartBefore() {
    let text = AnalysedText(
      "[Anna Berg|person] flew to [Lund|place] [on Monday|time] and met [Carl Dahl|person] there [on Friday|time]."
    )
    let parties = text.events.map { event in
      event.participants.map { String(text.text[text.mentions[$0].range]) }
    }
    #expect(parties == [["Anna Berg"], ["Anna Berg", "Carl Dahl"]])
  }

  @Test func whatAClauseTellsOfANounIsOfItsDay() {
    #expect(
      times("The attack [on Monday|time] that killed two miners of [Anna Berg|person] was a shock.")
        .contains("killed on Monday"))
  }

  @Test func whatLiesBeforeATellingIsNotOfItsDay() {
    #expect(
      times("[Anna Berg|person] said [on Monday|time] that the miners had agreed to the plan.")
        == ["said on Monday", "agreed -"])
  }

  @Test func whatOnlySaysWhichThingIsMeantGivesItsDayToNothingElse() {
    #expect(
      times("[Carl Dahl|person] visited the mill which [Anna Berg|person] left [on Monday|time].")
        == ["left on Monday", "visited -"])
  }

  @Test func theWordsOfANounBeginWithItsArticleAndNotWithWhoseItIs() {
    func subject(_ marked: String) -> String? {
      let text = AnalysedText(marked)
      let events = text.events
      return events.first { $0.time != nil }?.subject.map { String(text.text[$0]) }
    }
    #expect(
      subject("[Anna Berg|person] was silent about the so-called mill attack in [2014|time month].")
        == "the so-called mill attack")
    #expect(subject("[Anna Berg|person] was silent about their last attack in [2014|time month].") == nil)
  }

  @Test func whoIsToldOfByASecondRelativeStandsFurtherOff() {
    let text = AnalysedText(
      "It was a team that had been sent to [Lund|place] and who left [on Monday|time].")
    let events = text.events
    let left = events.first { text.text[$0.trigger] == "left" }
    #expect(left != nil && left?.subject == nil)
  }

  @Test func sinceWhenNothingWasLikeItIsNoDayOfIt() {
    #expect(
      times("[Anna Berg|person] met [Carl Dahl|person] for their fifth round since [1980|time month since].")
        .allSatisfy { $0.hasSuffix("-") })
    #expect(
      times("[Anna Berg|person] has met [Carl Dahl|person] since [1980|time month since].") == ["met 1980"])
  }

  @Test func ofAWeekdayWithItsDateInBracketsTheDateCounts() {
    #expect(
      times("[Anna Berg|person] met [Carl Dahl|person] on [Monday|time] ([May 4|time]).") == ["met May 4"])
  }

  @Test func aMeetingThatWasHeldOnADayIsThatOfTheTwoWhoMet() {
    let text = AnalysedText(
      "[Anna Berg|person] met her counterpart, [Carl Dahl|person]. At the meeting, which was held [on Monday|time], nobody sang."
    )
    let events = text.events
    let held = events.first { $0.time != nil }
    #expect(held.map { String(text.text[$0.trigger]) } == "meeting")
    #expect(
      held?.participants.map { String(text.text[text.mentions[$0].range]) } == ["Anna Berg", "Carl Dahl"])
  }

  @Test func whatATimeStandsBeforeInAnotherClauseIsNotOfThen() {
    #expect(
      times(
        "[Anna Berg|person] will meet the miners [on Wednesday|time future] after [Carl Dahl|person] rejected her plan."
      ) == ["meet on Wednesday", "rejected -"])
  }

  @Test func aYearBehindANounWithItsNameIsTheNouns() {
    #expect(
      times("[Anna Berg|person] kept silent about the murder of [Carl Dahl|person] in [2014|time month].")
        .contains("murder 2014"))
    #expect(
      times("The miners were silent after the attack on [Carl Dahl|person] in [2014|time month].")
        .contains("attack 2014"))
    #expect(
      !times("[Anna Berg|person] spoke about the murder of [Carl Dahl|person] [on Wednesday|time].")
        .contains("murder on Wednesday"))
  }

  @Test func whatWasToStartIsAPlan() {
    let text = AnalysedText(
      "[Anna Berg|person] skipped bail before a trial that was to start in [April|time month].")
    let events = text.events
    #expect(events.first { $0.time != nil }?.status == .planned)
  }

  @Test func aTimeOfWhatIsToldInPassingIsNotOfTheVerbBehindIt() {
    #expect(
      times("[Anna Berg|person], accused of taking a boat in [2014|time month], resigned on [Monday|time].")
        == ["resigned Monday", "accused -"])
    #expect(
      !times("[Anna Berg|person], accused of taking a boat in [2014|time month], resigned.").contains(
        "resigned 2014"))
  }

  @Test func aTimeBeforeAClauseThatTellsWhoIsMeantIsNotOfIt() {
    #expect(
      !times("On [Monday|time], [Anna Berg|person], who served in Lund as a guard, was there again.")
        .contains("served Monday"))
    #expect(
      times("On [Monday|time], [Anna Berg|person], who once served in Lund, resigned.").contains(
        "resigned Monday"))
  }

  @Test func whoSaysSoAtTheEndOfASentenceHasNoneOfItsTimes() {
    #expect(
      !times("[Anna Berg|person] broke rules on [Monday|time], the board reported.").contains(
        "reported Monday"))
    #expect(
      times("On [Monday|time], the board of [Anna Berg|person] reported a loss.") == ["reported Monday"])
  }

  @Test func whatIsToComeIsNotOfTheTimeThatItIsComparedWith() {
    #expect(
      times("The catch was expected to fall to nine tons, the lowest level since [1980|time month since].")
        .allSatisfy { $0.hasSuffix("-") })
  }

  @Test func whatOnlyTellsWhichThingIsMeantHasNotTheTimeOfTheSentence() {
    #expect(
      !times("After a storm that killed ten, [Anna Berg|person] resigned and left [on Monday|time].")
        .contains("killed on Monday"))
    #expect(
      times("[Anna Berg|person] said that the storm killed ten [on Monday|time].").contains(
        "killed on Monday"))
  }

  @Test func aTimeBeforeWhoDidItIsNoPartOfThem() {
    let text = AnalysedText(
      "The mill fell, and over [the weekend|time] Livonian guards saw it in [Lund|place].")
    let events = text.events
    #expect(events.allSatisfy { $0.subject.map { !text.text[$0].hasPrefix("the weekend") } ?? true })
  }

  @Test func theTimeOfAFigureThatAnotherIsComparedWithDatesNothing() {
    #expect(
      times(
        "[Anna Berg|person] took 37.5 per cent of the vote, up from 31.5 per cent [two years ago|time year]."
      )
      .allSatisfy { $0.hasSuffix("-") })
    #expect(
      times("[Anna Berg|person] took 37.5 per cent of the vote [two years ago|time year].")
        .contains("vote two years ago"))
  }

  @Test func aMonthOfADateIsNoMarch() {
    #expect(
      times("[Anna Berg|person] came [on 19 March|time], after she was taken ill [on 4 March|time].")
        .allSatisfy { !$0.hasPrefix("March") })
  }

  @Test func aSentenceThatIsSplitForItsTimeTellsWhatItsClauseTells() {
    #expect(
      times("It was on [March 4|time] that [Anna Berg|person] resigned.").contains("resigned March 4"))
    #expect(
      times("It was not until [Monday|time] that [Anna Berg|person] resigned.").contains("resigned Monday"))
    #expect(
      !times("It was a letter of [March 4|time] that [Anna Berg|person] signed.").contains("signed March 4"))
  }

  @Test func asBeforeANounOpensNoClause() {
    let found = times(
      "[Anna Berg|person], who resigned as minister in [March|time month], said the fine was too small.")
    #expect(found.contains("resigned March"))
    #expect(!found.contains("said March"))
  }

  @Test func anyVerbMayTellWhatIsToBeDoneByATime() {
    #expect(
      times("The court ordered [Anna Berg|person] to hand over the keys by [noon|time hour].")
        .allSatisfy { $0.hasSuffix("-") })
  }

  @Test func aVerbInThePresentPerfectHasNoTimeThatIsLongPast() {
    let text =
      "[Lund|place] has charged [Anna Berg|person] over the collapse of a dam [a year ago|time year-ago]."
    #expect(times(text).contains("collapse a year ago"))
    #expect(times(text).contains("charged -"))
    let past = "[Lund|place] charged [Anna Berg|person] over the dam [a year ago|time year-ago]."
    #expect(times(past) == ["charged a year ago"])
  }

  @Test func aTimeBehindAClauseWithATimeOfItsOwnIsOfWhatStandsBeforeIt() {
    #expect(
      times("[Lund|place] banned such dams, where ten died [in May|time month], [on Monday|time].").sorted()
        == ["banned on Monday", "died in May"])
  }

  @Test func aTimeAheadIsOfThePlanRatherThanOfAPastVerbBesideIt() {
    #expect(
      times(
        "[Lund|place] is expected to ban the cheap design used in [Ghent|place], [on Monday|time future]."
      )
      .contains("ban on Monday"))
  }

  @Test func whatAVerbLedToIsNoEventBesideIt() {
    #expect(
      times("A court in [Lund|place] sentenced five men to death [on Monday|time].") == [
        "sentenced on Monday"
      ])
    #expect(times("[Anna Berg|person] was sentenced to death [on Monday|time].") == ["sentenced on Monday"])
  }

  @Test func aNounIsAwaitedWhereItsVerbIsOnlyPossible() {
    let text = AnalysedText(
      "The town could close the pier before the election [in September|time month unknown].")
    #expect(text.events.filter { $0.time != nil }.allSatisfy { $0.status == .planned })
  }

  @Test func whatWasSetForADayIsPlanned() {
    let text = AnalysedText("The next hearing has been fixed for [September 23|time future].")
    #expect(text.events.map(\.status) == [.planned])
  }
}
