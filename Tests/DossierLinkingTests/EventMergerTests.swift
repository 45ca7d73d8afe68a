import DossierLinking
import DossierModel
import Testing

@Suite struct EventMergerTests {
  @Test func joinsTwoReportsOfOneMeetingOnOneDay() {
    let dossier = check(
      "2021-03-10\n[Ann Lee|person 1] [met|event meeting 1] [Bob Ray|person 2] in [Zenda|place 3] [on Tuesday|time 2021-03-09].",
      "2021-03-09\n[Bob Ray|person 2] held [talks|event meeting 1] with [Ann Lee|person 1].",
      "2021-03-19\n[Bob Ray|person 2] held [talks|event meeting 2] with [Ann Lee|person 1].")
    let event = dossier.events[0]
    #expect(event.when?.value.description == "2021-03-09")
    #expect(event.coverage.map(\.role) == [.reported, .reported])
    #expect(event.signals.contains(Rule("same-day")))
  }

  @Test func aDayThatSomeTellingPrintsIsStatedAndProvedByItAlone() {
    let inferred =
      "2021-05-20\n[Ann Lee|person 1] [met|event meeting 1] [Bob Ray|person 2] [in May|time month 5]."
    let stated =
      "2021-05-21\n[Ann Lee|person 1] [met|event meeting 1] [Bob Ray|person 2] [in May 2021|time 2021-05]."
    for tellings in [[inferred, stated], [stated, inferred]] {
      let corpus = MarkedCorpus(tellings)
      let dossier = DossierLinker(knowledge: MarkedCorpus.knowledge).dossier(of: corpus.articles)
      #expect(dossier.events.map { $0.when?.basis } == [.stated])
      let proofs = dossier.events.first?.when?.evidence ?? []
      #expect(
        proofs.compactMap { proof in
          corpus.articles.first { $0.article.id == proof.article }?.article.text[proof.range]
        } == ["in May 2021"])
    }
  }

  @Test func aDayToldLongAfterwardsIsOfOneHappening() {
    func told(_ published: String, _ text: String, _ event: Int) -> String {
      "\(published)\n" + text.replacing("#", with: "\(event)")
    }
    let election = "The [election|event election #] of [March 9|time 2021-03-09] was a farce."
    let vote =
      "The harbour has been closed since the [election|event election #] [on March 9|time 2021-03-09]."
    check(told("2021-04-10", election, 1), told("2021-04-12", vote, 1))
    // In the days behind it, more has to agree; and so it has where they name others or another place.
    check(told("2021-03-10", election, 1), told("2021-03-11", vote, 2))
    let others =
      "[Ann Lee|person 1] lost the [election|event election #] in [Zenda|place 3] [on March 9|time 2021-03-09]."
    let more =
      "[Bob Ray|person 2] lost the [election|event election #] in [Hentzau|place 4] [on March 9|time 2021-03-09]."
    check(told("2021-04-10", others, 1), told("2021-04-12", more, 2))
  }

  @Test func whatIsToldOfAMonthIsWhatOthersTellOfItsDay() {
    let report =
      "2021-03-10\nThe barge of [Ann Lee|person 1] [struck|event attack 1] the old pier of the river [on Tuesday|time 2021-03-09]."
    let later =
      "2021-05-01\nThe pier was lost when [Ann Lee|person 1]'s barge [struck|event attack 1] it [in March|time 2021-03]."
    check(report, later)
    check(
      report,
      later.replacing("Ann Lee|person 1", with: "Bob Ray|person 4").replacing("attack 1", with: "attack 2"))
    // A pier may be struck by a barge more often than once in a month.
    check(report, later.replacing("[Ann Lee|person 1]'s", with: "a").replacing("attack 1", with: "attack 2"))
  }

  @Test func theOnlyThingOfItsKindThatTwoArticlesOnOneMatterTellOfADayIsOne() {
    let others = "\n[Ann Lee|person 1] sang.\n[Bob Ray|person 2] wept."
    let vote = "The barge [vote|event election 1] was held [on Tuesday|time 2021-03-09]."
    let defeat = "They lost the [ballot|event election 1] on the barge [on March 9|time 2021-03-09]."
    check("2021-03-10\n" + vote + others, "2021-03-11\n" + defeat + others)
    // On another matter it is another, and so it is where an article tells of two, or each names somebody else.
    let apart = defeat.replacing("election 1", with: "election 2")
    check("2021-03-10\n" + vote + others, "2021-03-11\n" + apart)
    let second = "\nThe [poll|event election 3] of Lund was lost [on Tuesday|time 2021-03-09]."
    check("2021-03-10\n" + vote + second + others, "2021-03-11\n" + apart + others)
    check(
      "2021-03-10\n[Tom Roe|person 3] lost the barge [vote|event election 1] [on Tuesday|time 2021-03-09]."
        + others,
      "2021-03-11\n" + apart.replacing("They", with: "[Ida Falk|person 4]") + others)
  }

  @Test func twoPersonsAtOnePlaceOnOneDayAreOneHappening() {
    let found =
      "[Ann Lee|person 1] and [Bob Ray|person 2] were [found|event other 1] in [Zenda|place 3] [on Tuesday|time 2021-03-09]."
    let attack =
      "The [attack|event attack 1] on [Ann Lee|person 1] and [Bob Ray|person 2] in [Zenda|place 3] [on Tuesday|time 2021-03-09]."
    check("2021-03-10\n" + found, "2021-03-11\n" + attack)
    let alone = attack.replacing(" and [Bob Ray|person 2]", with: "").replacing("attack 1", with: "attack 2")
    check("2021-03-10\n" + found, "2021-03-11\n" + alone)
  }

  @Test func whatTwoSaidOnOneDayOfOnePartyIsTwoEvents() {
    check(
      "2021-03-09\n[Ann Lee|person 1] [said|event statement 1] [on Monday|time 2021-03-08] that [Zenda|place 3] sleeps.\n"
        + "[Bob Ray|person 2] [said|event statement 2] [on Monday|time 2021-03-08] that [Zenda|place 3] sings.\n"
        + "[Ann Lee|person 1] [said|event statement 1] [on Monday|time 2021-03-08] that it rains.")
  }

  @Test func whatIsToldInQuotationMarksIsNotOfTheDayOfTheReport() {
    let corpus = MarkedCorpus([
      "2021-03-09\n[Ann Lee|person 1] was here.\n[Bob Ray|person 2] [won|event win 1] a race.",
      "2021-03-09\n[Ann Lee|person 1]: [We [won|event win 2]|quote 1] a race at [Zenda|place 3].",
    ])
    let events = DossierLinker(knowledge: MarkedCorpus.knowledge).dossier(of: corpus.articles).events
    #expect(events.map(\.title) == ["Bob Ray won a race"])
  }

  @Test func whatSomebodySaysLateInAReportIsNotItsNews() {
    let corpus = MarkedCorpus([
      "2021-03-09\nA car is small.\nA ship is large.\n[Ann Lee|person 1] [said|event statement 1] that it sails."
    ])
    #expect(DossierLinker(knowledge: MarkedCorpus.knowledge).dossier(of: corpus.articles).events.isEmpty)
  }

  @Test func aTitleEndsBeforeWhatIsToldOfItsLastWordAndNotWithinAList() {
    let rest =
      "of which nobody who was there that night remembers anything worth a word to the papers of the coast."
    let opening =
      "2021-03-09\n[Ann Lee|person 1] [met|event meeting 1] [Bob Ray|person 2] for a long night of talks in "
    let told = check(opening + "[Zenda|place 3], the old harbour town on the lake, " + rest)
    #expect(told.events.map(\.title) == ["Ann Lee met Bob Ray for a long night of talks in Zenda"])
    let listed = check(opening + "[Zenda|place 3], the Northern Isles and the south, " + rest)
    #expect(
      listed.events.map(\.title) == [
        "Ann Lee met Bob Ray for a long night of talks in Zenda, the Northern Isles and the south"
      ])
  }

  @Test func theTitleOfANounEndsBeforeWhatIsToldOfOthers() {
    let dossier = check(
      "2021-03-09\nThe sailors of the northern lake spoke at length of [the long harbour [war|event attack 1]|subject] in [Zenda|place 3] in [2014|time 2014], would never be silent, and left the papers to those who came behind them."
    )
    #expect(dossier.events.map(\.title) == ["the long harbour war in Zenda in 2014"])
  }

  @Test func titlesBeginBehindAnAgencyOrABracket() {
    for opening in ["(WIRE)", "(WIRE) — ", "(WIRE) -- ", "("] {
      let close = opening == "(" ? ")" : ""
      let dossier = check("2021-03-09\n\(opening)[Ann Lee|person 1] [won|event win 1] a race.\(close)")
      #expect(dossier.events.map(\.title) == ["Ann Lee won a race"])
    }
  }

  @Test func titlesBeginBehindADateline() {
    let dossier = check(
      "2021-03-09\n[ZENDA (Wire - 9 March) – |dateline][Ann Lee|person 1] [won|event win 1] a race.")
    #expect(dossier.events.map(\.title) == ["Ann Lee won a race"])
  }

  @Test func titlesAnEventByWhatHappenedRatherThanByWhatWasSaidOfIt() {
    let matter = "the harbour treaty"
    let dossier = check(
      "2021-03-10\n[Ann Lee|person 1] [met|event meeting 1] [Bob Ray|person 2] over \(matter) [on Tuesday|time 2021-03-09].",
      "2021-03-10\n[Bob Ray|person 2] [told|event statement 1] [Ann Lee|person 1] of \(matter) at [Zenda|place 3] [on Tuesday|time 2021-03-09]."
    )
    #expect(dossier.events.first?.title.hasPrefix("Ann Lee met") == true)
  }

  @Test func aReportWithoutADayIsOfTheDayBeforeItsPrintingWhereOthersTellTheSameOfThen() {
    let told =
      "2021-03-09\n[Ann Lee|person 1] [met|event meeting 1] [Bob Ray|person 2] in [Zenda|place 3] [on Tuesday|time 2021-03-09]."
    let printed = "[Ann Lee|person 1] [met|event meeting 1] [Bob Ray|person 2] in [Zenda|place 3]."
    let dossier = check(told, "2021-03-10\n" + printed)
    #expect(dossier.events.map { $0.when?.value.description } == ["2021-03-09"])
    #expect(dossier.events.first?.signals.contains(Rule("printed-next-day")) == true)
    check(told, "2021-03-11\n" + printed.replacing("meeting 1", with: "meeting 2"))
    check(
      told,
      "2021-03-10\n[Ann Lee|person 1] [met|event meeting 2] [Bob Ray|person 2] in [Hentzau|place 4] over a mill."
    )
    check(told, "2021-03-10\n[Ann Lee|person 1] [left|event visit 2] [Bob Ray|person 2] in [Zenda|place 3].")
  }

  @Test func keepsApartWhatOnePersonDidOnOneDay() {
    check(
      "2021-03-09\n[Ann Lee|person 1] [visited|event visit 1] a school for sailors in [Zenda|place 3].",
      "2021-03-09\n[Ann Lee|person 1] [toured|event visit 2] the old paper mill at [Hentzau|place 4].",
      "2021-03-09\n[Ann Lee|person 1] [saw|event visit 2] an old paper mill near [Hentzau|place 4].")
  }

  @Test func keepsApartWhatOthersDidOnOneDay() {
    check(
      "2021-03-09\n[Ann Lee|person 1] [won|event win 1] a boat race on the lake.",
      "2021-03-09\n[Bob Ray|person 2] [took|event win 2] another boat race by a lake.")
    check(
      "2021-03-09\nThe mayor [won|event win 1] a boat race on the lake.",
      "2021-03-09\n[Bob Ray|person 2] [took|event win 1] another boat race by a lake.")
  }

  @Test func takesAReportForNoneThatItIsLikeOnlyByAnother() {
    check(
      "2021-03-09\nThe bakers [sold|event trade 1] salt, flour, yeast.",
      "2021-03-09\nTraders [offered|event trade 1] salt, flour, yeast, ropes, sails, masts.",
      "2021-03-09\nSailors [bought|event trade 2] ropes, sails, masts.")
  }

  @Test func takesTellingsInTheSameWordsForOne() {
    let dossier = check(
      "2021-03-09\nIn [2009|time 2009] ice [broke|event damage 1] forty boats, two piers, an old lighthouse.",
      "2021-03-12\nIn [2009|time 2009] ice [broke|event damage 1] forty boats, two piers, an old lighthouse.",
      "2021-03-12\nIn [2008|time 2008] ice [broke|event damage 2] forty boats, two piers, an old lighthouse.",
      "2021-03-12\nIn [2009|time 2009] a storm [broke|event damage 3] forty boats, ten masts, a pier.")
    #expect(dossier.events.contains { $0.signals.contains(Rule("same-words")) && $0.coverage.count == 2 })
  }

  @Test func takesFewWordsForOneTellingOnlyWhereTheArticlesTellOfOneEvent() {
    let opening = "In [2009|time 2009] the mill [opened|event opening"
    check("2021-03-09\n\(opening) 1] near rails.", "2021-03-12\n\(opening) 2] near rails.")
    let talks = "[Ann Lee|person 1] [met|event meeting 3] [Bob Ray|person 2] on [Tuesday|time 2021-03-09]."
    let both = "\(talks)\n\(opening) 1] near rails."
    check("2021-03-10\n\(both)", "2021-03-11\n\(both)")
  }

  /// How many events some tellings make beside articles that each tell of one more with the same parties.
  private func events(of tellings: [String], beside count: Int, with parties: String) -> Int {
    let others = (0..<count).map { number in
      "2020-01-\(11 + number)\n\(parties) [won|event win \(number)] game number \(number)."
    }
    let corpus = MarkedCorpus(others + tellings)
    let dossier = DossierLinker(knowledge: MarkedCorpus.knowledge).dossier(of: corpus.articles)
    return dossier.events.count - count
  }

  @Test func asksMoreOfTwoReportsOnWhomTheCorpusNamesAllTheTime() {
    let one = "[Ann Lee|person 1]"
    let tellings = [
      "2021-03-09\n\(one) [visited|event visit 1] a school where music rang.",
      "2021-03-09\n\(one) [toured|event visit 2] the school about its music hall.",
    ]
    #expect(events(of: tellings, beside: 0, with: one) == 1)
    #expect(events(of: tellings, beside: 20, with: one) == 2)
  }

  @Test func takesPartiesThatMostArticlesNameForNoSign() {
    let pair = "[Ann Lee|person 1] and [Bob Ray|person 2]"
    let tellings = [
      "2021-03-09\n\(pair) [visited|event visit 1] a school [in March|time 2021-03].",
      "2021-03-29\n\(pair) [saw|event visit background 2] the old mill [on 9 March|time 2021-03-09].",
    ]
    #expect(events(of: tellings, beside: 0, with: pair) == 1)
    #expect(events(of: tellings, beside: 20, with: pair) == 2)
  }

  @Test func asksMoreOfOneDaysTellingsOfThoseWhomAllArticlesName() {
    let pair = "[Ann Lee|person 1], [Bob Ray|person 2]"
    let tellings = [
      "2021-03-09\n\(pair) [fought|event dispute 1] over a school.",
      "2021-03-29\n\(pair) [quarrelled|event dispute background 2] about the school band [on 9 March|time 2021-03-09].",
    ]
    #expect(events(of: tellings, beside: 0, with: pair) == 1)
    #expect(events(of: tellings, beside: 20, with: pair) == 2)
  }

  @Test func endsATitleBeforeAWordThatBeginsWhatCanBeLeftOut() {
    let dossier = check(
      "2021-03-09\n[Bob Ray|person 2] [visited|event visit 1] the long bridge of the northern lake because the builders of [Zenda|place 3]’s mayor had asked him to look at the cracks of it again and again and to tell the town of them by the summer."
    )
    #expect(dossier.events[0].title == "Bob Ray visited the long bridge of the northern lake")
    let whole = check(
      "2021-03-09\n[Bob Ray|person 2] [ruled|event court 1] that the decision of the mayor of the town to shut the long old bridge for five weeks before the summer fair was unlawful."
    )
    #expect(whole.events[0].title.hasSuffix("was unlawful"))
    let possessive = check(
      "2021-03-09\n[Bob Ray|person 2] [visited|event visit 1] builders who mended long bridges and old roofs of a mayor of [Zenda|place 3]’s unusually tiresome neighbours yesterday evening together again."
    )
    #expect(!possessive.events[0].title.hasSuffix("Zenda"))
  }

  @Test func noTitleIsCutWithinANumber() {
    let dossier = check(
      "2021-03-09\n[Bob Ray|person 2] [visited|event visit 1] the long wooden bridge at the lake which old keepers call grey so that some 2,000 builders told him everything about the cracks."
    )
    #expect(!dossier.events[0].title.hasSuffix("2"))
  }

  @Test func noTitleBeginsBehindTheThingThatItTellsOf() {
    let dossier = check(
      "2021-03-09\nThe keepers have long since left two of the twelve old posts [Borduria|subject] [founded|event start 1] near the long northern lake under a deal that nobody now remembers signing."
    )
    #expect(dossier.events[0].title.hasPrefix("The keepers have long since left"))
  }

  @Test func endsATitleBeforeACommaRatherThanAWordBehindIt() {
    let dossier = check(
      "2021-03-09\n[Bob Ray|person 2] [visited|event visit 1] the long wooden bridge at the lake which the old keepers always called grey [Zenda|place 3], builders of the far towns told crowds of people there who had come for the summer fair."
    )
    #expect(
      dossier.events[0].title
        == "Bob Ray visited the long wooden bridge at the lake which the old keepers always called grey Zenda"
    )
  }

  @Test func beginsATitleWithWhoDoesItWhereItsSentenceIsLong() {
    let dossier = check(
      "2021-03-09\nThe mayor spoke for an hour of the long bridge and of [the keepers|subject] who [left|event visit 1] [Zenda|place 3], and of many other things that nobody who was there remembers."
    )
    #expect(dossier.events[0].title.hasPrefix("the keepers who left Zenda, and"))
    let short = check(
      "2021-03-09\nThe mayor spoke of [the keepers|subject] who [left|event visit 1] [Zenda|place 3].")
    #expect(short.events[0].title == "The mayor spoke of the keepers who left Zenda")
  }

  @Test func titlesWhatARelativeClauseTellsByThatClause() {
    let dossier = check(
      "[Ann Lee|person 1], who [led|event other 1] the union from [2002|time 2002] to [2010|time 2010], is tired."
    )
    #expect(dossier.events[0].title == "Ann Lee, who led the union from 2002 to 2010")
    let titled = check(
      "[Ruritanian|country demonym 2] [President|title] [Ann Lee|person 1], who [led|event other 1] the union in [2002|time 2002], is tired."
    )
    #expect(titled.events[0].title == "Ruritanian President Ann Lee, who led the union in 2002")
    let other = check(
      "[Ann Lee|person 1], now tired, [led|event other 1] the union in [2002|time 2002], and left.")
    #expect(other.events[0].title.hasSuffix("and left"))
  }

  @Test func noTitleBeginsWithinAList() {
    let dossier = check(
      "2021-03-09\nThe mayors of the three towns on the lake, Zenda, [Strelsau and Hentzau|subject], [visited|event visit 1] the long northern bridge that the builders had mended in the winter before."
    )
    #expect(dossier.events[0].title.hasPrefix("The mayors of the three towns"))
  }

  @Test func takesTheMarkOfAListForNoPartOfATitle() {
    let dossier = check("2021-03-09\n- - [Bob Ray|person 2] [visited|event visit 1] [Zenda|place 3].")
    #expect(dossier.events[0].title == "Bob Ray visited Zenda")
  }

  @Test func joinsADayWithItsMonthWhenPartiesAndKindAgree() {
    let dossier = check(
      "[Ann Lee|person 1] and [Bob Ray|person 2] [signed|event agreement background 1] a pact on fishing [on 3 May|time 2020-05-03].",
      "[Ann Lee|person 1] and [Bob Ray|person 2] struck a fishing [pact|event agreement background 1] [in May 2020|time 2020-05].",
      "[Ann Lee|person 1] and [Bob Ray|person 2] [met|event meeting background 2] aboard a yacht [in May 2020|time 2020-05].",
      "[Ann Lee|person 1] and [Bob Ray|person 2] struck a fishing [pact|event agreement background 3] [in June 2020|time 2020-06]."
    )
    #expect(dossier.events.first { $0.coverage.count == 2 }?.when?.value.description == "2020-05-03")
  }

  @Test func takesThePersonWithTheTitleForTheCountry() {
    check(
      "[Ruritanian King|title] [Rudolf Elphberg|person 1] and [Bordurian Marshal|title] [Kurvi Tasch|person 2] struck a fishing [pact|event agreement background 1] [in May|time 2020-05].",
      "A fishing [pact|event agreement background 1] of [Ruritania|country 3] and [Borduria|country 4] was signed [last May|time 2020-05]."
    )
  }

  @Test func keepsThePlannedApartFromTheHappened() {
    check(
      "[Ann Lee|person 1] will [meet|event meeting planned 1] [Bob Ray|person 2] [in May|time 2020-05].",
      "[Ann Lee|person 1] [met|event meeting 2] [Bob Ray|person 2] [in May|time 2020-05].")
  }

  @Test func takesWhatLiesAheadOfItsArticleForPlanned() {
    let vote = "[Bob Ray|person 2] spoke of the [vote|event election 1] of [Zenda|place 3]"
    #expect(events("2021-03-09\n\(vote) [on 9 May|time 2021-05-09].").map(\.status) == [.planned])
    #expect(events("2021-03-09\n\(vote) [on 9 March|time 2021-03-09].").map(\.status) == [.happened])
  }

  private func events(_ marked: String) -> [Event] {
    DossierLinker(knowledge: MarkedCorpus.knowledge).dossier(of: MarkedCorpus([marked]).articles).events
  }

  @Test func datesALeadWithoutATimeByThePublication() {
    let dossier = check("2021-03-09\n[Bob Ray|person 2] [arrived|event visit 1] in [Zenda|place 3].")
    #expect(dossier.events[0].when?.value.description == "2021-03-09")
    #expect(dossier.events[0].when?.basis == .inferred)
  }

  @Test func titlesAnEventWithWordsOfASentence() {
    let dossier = check(
      "2021-03-09\n[Bob Ray|person 2] [visited|event visit 1] the long bridge at [Zenda|place 3], where the mayor had been waiting with a band since the early hours of that cold morning."
    )
    #expect(dossier.events[0].title == "Bob Ray visited the long bridge at Zenda")
  }

  @Test func takesAnOutletsTellingForNoEvent() {
    let dossier = check(
      """
      2021-03-12
      [Ann Lee|person 1] and [Bob Ray|person 2] [met|event meeting 1], [Wire Press|organization 3] [reported|event announcement 1] [on Thursday|time 2021-03-11].
      """)
    #expect(dossier.events.map(\.when?.value.description) == ["2021-03-12"])
    #expect(dossier.events[0].participants.count == 2)
  }

  @Test func endsATitleWhereAClauseEnds() {
    let dossier = check(
      """
      2021-03-09
      [Bob Ray|person 1] will [host|event meeting planned 1] a summit of [Ruritania|country 2], [Borduria|country 3] and the [League of Lakes|organization 4] at which they will at long last speak about the lake.
      """)
    #expect(
      dossier.events[0].title
        == "Bob Ray will host a summit of Ruritania, Borduria and the League of Lakes at which they will at long last speak about the lake"
    )
  }

  @Test func addsWhatWasSaidAtAnEventToWhatTellsOfIt() {
    let dossier = check(
      """
      2021-03-09
      [Ann Lee|person 1] and [Bob Ray|person 2] [met|event meeting 1] in [Zenda|place 3].
      [Lee|person 1] [promised|event statement 1] a bridge to [Cy Fox|person 4].
      [Cy Fox|person 4] [denied|event statement -] it.
      """)
    #expect(dossier.events.count == 1)
    #expect(dossier.events[0].participants.count == 2)
  }

  @Test func provesThePlaceByTheWordsThatNameIt() {
    let dossier = check(
      """
      2021-03-09
      [Ann Lee|person 1] and [Bob Ray|person 2] [met|event meeting 1] in [Zenda|place 3].
      [Lee|person 1] [promised|event statement 1] a bridge to [Cy Fox|person 4].
      """)
    let place = dossier.events[0].place
    #expect(place?.value == EntityID("place-zenda"))
    let text = dossier.articles[0].article.text
    #expect(place?.evidence.map { String(text[$0.range]) } == ["Zenda"])
  }

  @Test func readsTheTimeOfWhatHasHappenedBackwards() {
    let dossier = check(
      """
      2021-03-09
      Nothing is new.\nNothing is old.\nNothing is lost.\nNothing is won.
      [Ann Lee|person 1] [met|event meeting background 1] [Bob Ray|person 2] on [Friday|time weekday 5].
      """)
    #expect(dossier.events[0].when?.value.description == "2021-03-05")
  }

  @Test func leavesAMonthWhereAVerbCloseToItPlacesIt() {
    let events = events(
      """
      2021-03-09
      Nothing is new.\nNothing is old.\nNothing is lost.\nNothing is won.
      [Ann Lee|person 1] [met|event meeting background 1] [Bob Ray|person 2] in [December|time month 12].
      """)
    #expect(events[0].when?.value.description == "2021-12")
  }

  @Test func noTitleBeginsWithinThePhraseOfItsSubject() {
    let dossier = check(
      "2021-03-09\nA long and bitter quarrel over the harbour between the old [Ann Lee|person 1] and [the young Bob Ray|subject] at the end [won|event win 1] a prize that nobody had heard of before [on Monday|time 2021-03-08]."
    )
    #expect(dossier.events[0].title.hasPrefix("A long and bitter quarrel"))
  }

  @Test func whatWasPlannedForLongAgoIsNoPlan() {
    let events = events(
      "2021-03-09\n[Ann Lee|person 1] agreed to [meet|event meeting planned 1] [Bob Ray|person 2] [in May 2017|time 2017-05]."
    )
    #expect(events.map(\.status) == [.happened])
  }

  @Test func aTitleIsRatherOfASentenceThatDoesNotOnlyBeginWithTheEvent() {
    let dossier = check(
      "2021-03-09\nWhen [Ann Lee|person 1] and [Bob Ray|person 2] [met|event meeting 1] in [Zenda|place 3] [on Monday|time 2021-03-08], a cook stood there.",
      "2021-03-09\nIt was known that [Ann Lee|person 1] and [Bob Ray|person 2] [met|event meeting 1] in [Zenda|place 3] [on Monday|time 2021-03-08]."
    )
    #expect(dossier.events[0].title.hasPrefix("It was known"))
  }

  @Test func titlesBeginWithTheThingThatAClauseTellsOf() {
    func title(_ marked: String) -> String { check(marked).events.first?.title ?? "" }
    let time = "[in 2002|time 2002]"
    #expect(
      title(
        "The town wants a new one like the one near Zenda that [burst|event disaster 1] \(time), and a road.")
        == "the one near Zenda that burst in 2002")
    #expect(
      title("The police searched the firm that had [sold|event other 1] the old bridge to the town \(time).")
        == "the firm that had sold the old bridge to the town in 2002")
    #expect(
      title(
        "He speaks of [Ann Lee|person 1], a smith who was [named|event other 1] mayor \(time).")
        == "Ann Lee, a smith who was named mayor in 2002")
    #expect(
      title(
        "The town is to ban such dams, and so is [Zenda|place 2], where ten people [died|event death 1] \(time)."
      )
        == "Zenda, where ten people died in 2002")
  }

  @Test func noTitleIsCutWithinAName() {
    let dossier = check(
      "2021-03-09\nIn a short summary [made|event other 1] public on Thursday by the keepers of the old bridge at the [Office for the Long Northern Lakes|organization 2] there said that nobody knew anything of the cracks at all."
    )
    #expect(!dossier.events[0].title.hasSuffix("Office"))
  }
}
