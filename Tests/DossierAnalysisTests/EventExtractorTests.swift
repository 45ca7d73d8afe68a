import DossierAnalysis
import DossierLanguages
import DossierModel
import DossierSource
import Testing

@Suite struct EventExtractorTests {
  /// Each event as trigger, class, status, participants, place and time in the words of the text.
  private func events(_ marked: String, quoting words: String? = nil) -> [String] {
    let text = AnalysedText(marked)
    let extractor = EventExtractor(tables: LanguagePack.english.events)
    let speech = words.flatMap { text.text.firstRange(of: $0) }.map {
      Quotation(range: text.range($0), use: .speech, speaker: nil, cue: nil, sentence: 0)
    }
    return extractor.events(
      in: text.clause, mentions: text.mentions, times: text.times, quotations: [speech].compactMap(\.self)
    ).map { event in
      let names = event.participants.map { String(text.text[text.mentions[$0].range]) }.joined(
        separator: ", ")
      let place = event.place.map { String(text.text[text.mentions[$0].range]) } ?? "-"
      let time = event.time.map { String(text.text[text.times[$0].range]) } ?? "-"
      let status = event.status.rawValue + (event.isBackground ? " before" : "")
      return "\(text.text[event.trigger]) \(event.triggerClass) | \(status) | \(names) | \(place) | \(time)"
    }
  }

  @Test func tellsWhoMetWhereAndWhen() {
    #expect(
      events("[Anna Berg|person] met [Carl Dahl|person] in [Lund|place] [on Wednesday|time].")
        == ["met meeting | happened | Anna Berg, Carl Dahl | Lund | on Wednesday"])
  }

  @Test func whatTakesPlaceIsTheEvent() {
    let told = "summit meeting | happened | Anna Berg, Carl Dahl | Lund | on Wednesday"
    let there = "in [Lund|place] [on Wednesday|time]."
    #expect(
      events("A long-awaited summit between [Anna Berg|person] and [Carl Dahl|person] took place \(there)")
        == [told])
    #expect(
      events("[Anna Berg|person] and [Carl Dahl|person] had their first one-on-one summit \(there)") == [told]
    )
    #expect(
      events("[Anna Berg|person] took her place beside [Carl Dahl|person] \(there)").first?.hasPrefix("took")
        == true)
  }

  @Test func aJourneyIsWhereItGoesAndNotWhereItsPurposeLies() {
    #expect(
      events(
        "[Anna Berg|person] travelled to [Norland|country] [on Wednesday|time] to ask for an end to the strike in [Lund|place]."
      ) == ["travelled visit | happened | Anna Berg, Norland | Norland | on Wednesday"])
    #expect(
      events("[Anna Berg|person] visited [Lund|place] [on Wednesday|time].")
        == ["visited visit | happened | Anna Berg | Lund | on Wednesday"])
  }

  @Test func whatOnlyDescribesSomebodyHappenedElsewhere() {
    #expect(
      events(
        "At a meeting in [Lund|place] [on Wednesday|time] the [Union|organization] chose [Anna Berg|person], a miner dismissed by [Carl Dahl|person] [in September|time month]."
      ).last == "dismissed resignation | happened before | Anna Berg, Carl Dahl | - | in September")
  }

  @Test func thatWordsWereSaidIsNoEventWhereNobodyIsNamed() {
    let words = "“We are tired of promises and will leave”"
    #expect(events(words + ", her office said [on Wednesday|time].", quoting: words).isEmpty)
    #expect(events(words + ", [Anna Berg|person] said [on Wednesday|time].", quoting: words).count == 1)
  }

  @Test func whatIsAgreedOnIsNotWhereItWasAgreed() {
    let agreed = "[Anna Berg|person] agreed [in September|time month] "
    let told = "agreed agreement | happened before | Anna Berg |"
    #expect(
      events(agreed + "on a zone without guns in [Ghent|place].").first?.hasPrefix(told + " - |") == true)
    #expect(events(agreed + "on a zone in [Norland|country].").first?.hasPrefix(told + " - |") == true)
    #expect(events(agreed + "to set up a zone in [Ghent|place].").first?.hasPrefix(told + " - |") == true)
    #expect(events(agreed + "in [Ghent|place] on a zone.").first?.hasPrefix(told + " Ghent |") == true)
    #expect(
      events(agreed + "with [Carl Dahl|person] in [Ghent|place] to sell it.").first?.hasSuffix(
        "Anna Berg, Carl Dahl | Ghent | in September") == true)
  }

  @Test func aPlaceBelongsToTheVerbThatIsNearerToIt() {
    #expect(
      events("[Anna Berg|person] agreed [on Wednesday|time] to open a shop in [Lund|place].").first
        == "agreed agreement | happened | Anna Berg | - | on Wednesday")
    #expect(
      events("[Anna Berg|person] left [on Wednesday|time] and was shown a mill in [Lund|place].").first
        == "left visit | happened | Anna Berg | - | on Wednesday")
  }

  @Test func twoWhoMetAreTheTwoLeadersFromThenOn() {
    let pair =
      "[Anna Berg|person] met [Carl Dahl|person] in [Lund|place] [on Wednesday|time]. [Ida Falk|person] left. "
    let later = " in [Ghent|place] [in September|time month]."
    let told = "| happened before | Anna Berg, Carl Dahl | Ghent | in September"
    #expect(events(pair + "The two leaders agreed" + later).last == "agreed agreement " + told)
    #expect(events(pair + "The two agreed" + later).last == "agreed agreement " + told)
    #expect(events(pair + "Both men were seen" + later).last?.hasSuffix(told) == true)
    // Who is told of with three is no pair, and two boats are no persons.
    let three = "[Anna Berg|person], [Carl Dahl|person] and [Ida Falk|person] met [on Wednesday|time]. "
    #expect(events(three + "The two leaders agreed" + later).last?.contains("| happened before |  |") == true)
    #expect(events(pair + "The two boats crashed" + later).last?.contains("| happened before |  |") == true)
  }

  @Test func aDayThatIsLikeAnyOtherTellsNoEvent() {
    let told = events("[Anna Berg|person] feared a [Wednesday|time] like no other.")
    #expect(told.first?.hasSuffix("| -") == true)
  }

  @Test func aTimeThatSomebodySpeaksOfIsNotWhenItWasSaid() {
    let told = "“Nobody left [on Wednesday|time],” [Anna Berg|person] told [Carl Dahl|person]."
    #expect(events(told, quoting: "“Nobody left on Wednesday,”").allSatisfy { $0.hasSuffix("| -") })
  }

  @Test func aDayDatesAnEventRatherThanItsDistanceFromAnother() {
    #expect(
      events("[Ten days later|time later], on [Wednesday|time], [Anna Berg|person] met [Carl Dahl|person].")
        == ["met meeting | happened | Anna Berg, Carl Dahl | - | Wednesday"])
  }

  @Test func whatNobodyDidIsNoEvent() {
    #expect(events("Nobody from [Lund|place] met [Anna Berg|person] [on Wednesday|time].").isEmpty)
  }

  @Test func noTitleBeginsWithinAClauseThatGoesOnWithANoun() {
    let extractor = EventExtractor(tables: LanguagePack.english.events)
    for opening in ["It was a treaty", "It was one of 12"] {
      let text = AnalysedText(opening + " that [Anna Berg|person] signed [on Wednesday|time].")
      let found = extractor.events(
        in: text.clause, mentions: text.mentions, times: text.times, quotations: [])
      #expect(!found.isEmpty)
      #expect(found.allSatisfy { $0.subject == nil })
    }
  }

  @Test func aLightVerbLeavesItToItsNoun() {
    #expect(
      events("[Anna Berg|person] and [Carl Dahl|person] held talks in [Lund|place] [on Wednesday|time].")
        == ["talks meeting | happened | Anna Berg, Carl Dahl | Lund | on Wednesday"])
    #expect(
      events(
        "The last meeting of [Anna Berg|person] and [Carl Dahl|person] was held in [Lund|place] [in September|time month]."
      )
        == ["meeting meeting | happened before | Anna Berg, Carl Dahl | Lund | in September"])
  }

  @Test func aNounThatIsComparedWithWhatWasSinceATimeTellsNoEventOfThen() {
    #expect(
      events(
        "[Anna Berg|person] met [Carl Dahl|person] in [Lund|place], the fourth such meeting since [September|time month since]."
      ) == ["met meeting | happened | Anna Berg, Carl Dahl | Lund | -"])
  }

  @Test func aNounWithATimeTellsAnEventOfItsOwn() {
    #expect(
      events("It follows [Anna Berg|person]'s announcement [in September|time month].").first
        == "announcement announcement | happened before | Anna Berg | - | in September")
  }

  @Test func whatWillHappenIsPlanned() {
    #expect(
      events("[Anna Berg|person] would meet [Carl Dahl|person] in [Lund|place] [in September|time month].")
        == ["meet meeting | planned before | Anna Berg, Carl Dahl | Lund | in September"])
    #expect(
      events("[Anna Berg|person] agreed to host a summit [next week|time future].").first
        == "summit meeting | planned | Anna Berg | - | next week")
  }

  @Test func whatIsDeniedSupposedOrPossibleIsNoEvent() {
    #expect(events("[Anna Berg|person] did not meet [Carl Dahl|person] [on Wednesday|time].") == [])
    #expect(events("[Anna Berg|person] may meet [Carl Dahl|person] [on Wednesday|time].") == [])
  }

  @Test func whatTheWriterTellsOfThemselvesWithoutATimeIsNoEvent() {
    #expect(events("We met [Carl Dahl|person] in [Lund|place].") == [])
    #expect(events("We met [Carl Dahl|person] in [Lund|place] [on Wednesday|time].").count == 1)
  }

  @Test func aLineThatBeginsWithItsVerbAndNamesNobodyTellsNoEvent() {
    #expect(events("Published [on Wednesday|time] at noon.") == [])
    #expect(events("Fired by [Carl Dahl|person] [on Wednesday|time].").count == 1)
  }

  @Test func aLengthOfTimePlacesNothing() {
    let far = "The road is long. The road is long. The road is long. "
    #expect(
      events(far + "[Anna Berg|person] met [Carl Dahl|person] [for three days|time length].")
        == ["met meeting | happened | Anna Berg, Carl Dahl | - | -"])
  }

  @Test func aDayThatOnlyLimitsIsThatOfTheTalksThatBearIt() {
    #expect(
      events("[Anna Berg|person] met [Carl Dahl|person] before [Wednesday|time]'s talks.").first
        == "talks meeting | happened | Anna Berg, Carl Dahl | - | Wednesday")
    #expect(
      !events("[Anna Berg|person] met [Carl Dahl|person] before this [Wednesday|time].").contains {
        $0.hasSuffix("Wednesday")
      })
  }

  @Test func aVerbThatOnlyItsEndingTellsIsNoLimit() {
    #expect(
      events("[Anna Berg|person] juggled [Wednesday|time].")
        == ["juggled other | happened | Anna Berg | - | Wednesday"])
  }

  @Test func aPronounTakesPartAsThePersonBefore() {
    #expect(
      events("[Anna Berg|person] lives in [Lund|place]. She opened a shop [on Wednesday|time].")
        == ["opened start | happened | Anna Berg | - | on Wednesday"])
  }

  @Test func aPastTimeIsNotThatOfWhatGoesOnNow() {
    #expect(
      events("[Norland|country] opened its border [in September|time month] and hosts many.")
        == ["opened start | happened before | Norland | - | in September"])
  }

  @Test func anAnnouncementOfAPlanHasHappened() {
    #expect(
      events(
        "They agreed after [Anna Berg|person]'s announcement [in May|time month future] that she would go."
      ).first
        == "announcement announcement | happened before | Anna Berg | - | in May")
  }

  @Test func aGovernmentTakesPartWhereItsSeatIsDealtWith() {
    #expect(
      events("[Norland|country] signed a treaty with [Lund|place] [on Wednesday|time].")
        == ["treaty agreement | happened | Norland, Lund | - | on Wednesday"])
  }

  private static let far = "The road is long. The road is long. The road is long. "

  @Test func aTimeUpToWhichSomethingWasSoPlacesNothing() {
    for limit in ["before", "until", "by"] {
      let found = events(Self.far + "[Anna Berg|person] asked for money \(limit) [the winter|time].")
      #expect(!found.contains { $0.hasSuffix("the winter") }, "\(limit)")
    }
    #expect(events("[Anna Berg|person] met [Carl Dahl|person] in [the winter|time].").count == 1)
  }

  @Test func aTimeThatOnlyTellsWhichThingIsMeantPlacesNothing() {
    let ofLastYear = events(Self.far + "[Anna Berg|person] compared the figures of [last year|time].")
    #expect(!ofLastYear.contains { $0.hasSuffix("last year") })
    let airliner = events(Self.far + "[Anna Berg|person] bought a [1968|time month] airliner.")
    #expect(!airliner.contains { $0.hasSuffix("1968") })
    #expect(
      events(Self.far + "[Anna Berg|person] left the talks of [last year|time].").first?.hasSuffix(
        "last year")
        == true)
  }

  @Test func whoTellsOfAPastEventDoesNotTellItThen() {
    #expect(
      events(Self.far + "[Anna Berg|person] said that [Carl Dahl|person] met her on [Wednesday|time].")
        == ["met meeting | happened | Carl Dahl | - | Wednesday"])
  }

  @Test func aCompoundThatDescribesIsNoEvent() {
    #expect(events("[Anna Berg|person] met the star-struck guests on [Wednesday|time].").count == 1)
  }

  @Test func howThingsAreIsNoEvent() {
    #expect(events(Self.far + "[Norland|country] is richer [this year|time].") == [])
    #expect(events(Self.far + "[Norland|country] was at war [last year|time].").count == 1)
    #expect(events(Self.far + "[Norland|country] seems calm in [the autumn|time].") == [])
    #expect(events(Self.far + "[Anna Berg|person] visits [Lund|place] on [Tuesday|time].").count == 1)
  }

  @Test func howThingsWereIsNoEventEither() {
    #expect(
      events(Self.far + "[Anna Berg|person] was mayor of [Lund|place] in [1996|time month].").allSatisfy {
        $0.contains(" state |")
      })
    #expect(events(Self.far + "[Anna Berg|person] was in [Lund|place] on [Tuesday|time].").count == 1)
    #expect(events(Self.far + "The bridge of [Lund|place] was re-opened on [Tuesday|time].").count == 1)
    #expect(events(Self.far + "[Anna Berg|person] was born in [1996|time month].").count == 1)
  }

  @Test func whatIsAskedOrHangsOnAConditionIsNoEvent() {
    #expect(events("Did [Anna Berg|person] meet [Carl Dahl|person] on [Wednesday|time]?") == [])
    #expect(
      events("If the vote fails, [Anna Berg|person] will leave [Lund|place] on [Friday|time future].") == [])
    #expect(
      events("[Anna Berg|person] asked if he lied, and will leave [Lund|place] on [Friday|time future].")
        .contains { $0.hasPrefix("leave") })
    #expect(
      !events("[Anna Berg|person] vowed not to meet [Carl Dahl|person] [next week|time future].")
        .contains { $0.hasPrefix("meet") })
  }

  @Test func aHeadlineTellsInThePresentWhatHappenedAndASentenceWhatHolds() {
    #expect(events("[Anna Berg|person] meets [Carl Dahl|person]").count == 1)
    #expect(events("[Anna Berg|person] meets [Carl Dahl|person] every winter for a walk.") == [])
  }

  @Test func whatOnlyTheSpeakersTookPartInIsNoEvent() {
    #expect(events(Self.far + "I wrote to them in [1996|time month].") == [])
    #expect(events(Self.far + "I met [Carl Dahl|person] in [1996|time month].").count == 1)
  }

  @Test func irregularPastFormsTellEvents() {
    #expect(
      events("[Anna Berg|person] and [Carl Dahl|person] set out a plan on [Wednesday|time].").first
        == "set other | happened | Anna Berg, Carl Dahl | - | Wednesday")
  }

  @Test func aWordThatPartsClausesMayStandWithinAVerb() {
    #expect(events("[Anna Berg|person] said the talks were once held.").count == 2)
  }

  @Test func aPlanIsOfWhoeverMadeIt() {
    #expect(
      events("[Anna Berg|person] agreed in [Lund|place] to open a mine [next week|time future].").contains {
        $0.hasPrefix("open") && $0.contains("planned | Anna Berg")
      })
  }

  @Test func aDayByWhichSomethingIsToBeDoneIsThatOfAPlan() {
    #expect(
      events("[Anna Berg|person] is to leave [Lund|place] by [20 November|time future].").first?
        .contains("planned | Anna Berg") == true)
    #expect(
      !events("[Anna Berg|person] left [Lund|place] by [20 November|time].").contains {
        $0.hasSuffix("20 November")
      })
  }

  @Test func aTimeOfAClauseThatOnlyTellsWhoIsMeantIsNotTheSentences() {
    let told = events("[Anna Berg|person], who left [Lund|place] [in 2012|time month], asked for talks.")
    #expect(told.contains { $0.hasPrefix("left") && $0.hasSuffix("in 2012") })
    #expect(!told.contains { $0.hasPrefix("asked") && $0.hasSuffix("in 2012") })
  }

  @Test func aPronounStandsForNobodyNamedLongBefore() {
    let between = "It rained. The lake rose. The road was shut. The driver slept. "
    #expect(
      events(
        between + "[Anna Berg|person] spoke. " + between
          + "He will meet [Carl Dahl|person] [in May|time future]."
      )
      .last?.contains("| Carl Dahl |") == true)
  }

  @Test func aNightBesideSomethingElseIsOnNoDay() {
    #expect(
      events("[Anna Berg|person] left [Lund|place] [the night|time night] before the talks.").allSatisfy {
        $0.hasSuffix("| -")
      })
    #expect(
      events("[Anna Berg|person] left [Lund|place] at [night|time night].").first?.hasSuffix("night") == true)
  }

  @Test func aTimeBehindAComparisonIsThatOfItsVerb() {
    #expect(
      events("[Anna Berg|person] told the council as recently as [August|time month] that “it is ours”.")
        .first
        == "told statement | happened before | Anna Berg | - | August")
  }

  @Test func aDescriptionBehindANameIsThatPerson() {
    #expect(
      events(
        "They mourned [Anna Berg|person], a graduate of the college who left [Lund|place] [on Wednesday|time]."
      )
      .contains { $0.hasPrefix("left") && $0.contains("| Anna Berg |") })
    #expect(
      events("They met [Anna Berg|person], whose family left [Lund|place] [on Wednesday|time].")
        .contains { $0.hasPrefix("left") && $0.contains("| Anna Berg |") })
  }

  @Test func theEndOfAStretchTellsNoEventOfItsOwn() {
    let told = events("[Anna Berg|person] led the town from [2004|time month] to [2009|time month].")
    #expect(told.count == 1 && told.first?.hasSuffix("2004") == true)
  }

  @Test func whatCameOfAnEventIsNotItsPlace() {
    #expect(
      events("[Anna Berg|person] signed the pact [on Wednesday|time], prompting cheers in [Lund|place].")
        .first?
        .hasSuffix("| Anna Berg | - | on Wednesday") == true)
    #expect(
      events("[Anna Berg|person] signed the pact in [Lund|place] [on Wednesday|time], ending the strike.")
        .first?
        .hasSuffix("| Anna Berg | Lund | on Wednesday") == true)
  }

  @Test func aTimeMayBeToldByWhatHappenedThen() {
    let told = events(
      "The vote was a change from [last year|time month], when [Anna Berg|person] attacked [Carl Dahl|person]."
    )
    #expect(told.map { $0.hasPrefix("attacked") } == [true])
    #expect(told.first?.hasSuffix("last year") == true)
    #expect(
      events("[Anna Berg|person] said [on Monday|time] that [Carl Dahl|person] had left.").contains {
        $0.hasPrefix("said") && $0.hasSuffix("on Monday")
      })
  }

  @Test func whoIsOnlyToldWhatHappenedTakesNoPartInIt() {
    let told = events(
      "[Anna Berg|person] has left [Lund|place], the board confirmed to [Wire|organization] [on Monday|time]."
    )
    #expect(!told.isEmpty && told.allSatisfy { !$0.contains("Wire") })
    #expect(
      events("[Anna Berg|person] warned [Lund Bank|organization] [on Monday|time].").first?.contains(
        "Lund Bank")
        == true)
    #expect(
      events("[Anna Berg|person] met [Wire|organization] in [Lund|place] [on Monday|time].").first?.contains(
        "Wire")
        == true)
  }

  @Test func aLightVerbRightBehindANounLeavesTheEventToIt() {
    #expect(
      events("The truce reached in [Lund|place] [on Monday|time] ends the war.").first?.hasPrefix(
        "truce agreement")
        == true)
  }

  @Test func theFirstOfTwoTakesPartWhateverStandsBetween() {
    func takers(_ marked: String) -> String { events(marked).last ?? "" }
    let both = takers(
      "[Erik Lind|person], who leads the board, and [Eva Holm|person] signed a pact [on Tuesday|time].")
    #expect(both.contains("Erik Lind") && both.contains("Eva Holm"))
    // Who is only praised has signed nothing, and so has who did something else.
    #expect(
      !takers(
        "They praised [Erik Lind|person], who leads the board, and [Eva Holm|person] signed a pact [on Tuesday|time]."
      )
      .contains("Erik Lind"))
    #expect(
      events(
        "[Nils Lind|person] left with [Erik Moe|person], and [Eva Holm|person] met [Carl Dahl|person] [on Tuesday|time]."
      )
      .contains { $0.contains("| Eva Holm, Carl Dahl |") })
  }

  @Test func whatSomebodyDeniesHasNotHappened() {
    func tells(_ verb: String, _ marked: String) -> Bool { events(marked).contains { $0.hasPrefix(verb) } }
    #expect(!tells("met", "[Anna Berg|person] denied she met [Carl Dahl|person] [on Monday|time]."))
    #expect(
      !tells(
        "met", "The board dismissed reports that [Anna Berg|person] met [Carl Dahl|person] [on Monday|time].")
    )
    #expect(tells("met", "[Anna Berg|person] denied it before she met [Carl Dahl|person] [on Monday|time]."))
    #expect(
      tells(
        "met", "The board dismissed the clerk that [Anna Berg|person] met in [Lund|place] [on Monday|time]."))
  }

  @Test func aVerbTellsWithTheWordBehindItThatLivesWereLostOrACompanyFailed() {
    func classes(_ marked: String) -> [String] { AnalysedText(marked).events.map(\.triggerClass) }
    #expect(classes("Ten sailors lost their lives on [Monday|time].") == ["death"])
    #expect(classes("[Anna Berg|person] lost her purse on [Monday|time].") == ["other"])
    #expect(classes("[Berg Lines|organization] declared itself insolvent on [Monday|time].") == ["trade"])
    #expect(classes("[Berg Lines|organization] declared a dividend on [Monday|time].") == ["announcement"])
  }
}
