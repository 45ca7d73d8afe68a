import DossierLinking
import DossierModel
import Testing

/// On which day something happened that a text tells beside its days, and what it is called by.
@Suite struct EventDayTests {
  @Test func whatGoesOnFromADayToldBeforeIsNotOfTheDayOfPublication() {
    let corpus = MarkedCorpus([
      "2021-03-10\n[On Monday|time 2021-03-08] the harbour was shut.\n[Ann Lee|person 1] [visited|event visit 1] the pier of [Zenda|place 3]."
    ])
    let after = DossierLinker(knowledge: MarkedCorpus.knowledge).dossier(of: corpus.articles)
    #expect(after.events.allSatisfy { $0.when?.value.description != "2021-03-10" })
    let alone = check(
      "2021-03-10\nThe harbour was shut.\n[Ann Lee|person 1] [visited|event visit 1] the pier of [Zenda|place 3]."
    )
    #expect(alone.events.map { $0.when?.value.description } == ["2021-03-10"])
  }

  @Test func whatADayIsCountedFromIsOfTheDayThatTheCountTells() {
    func event(named subject: String) -> Event? {
      let corpus = MarkedCorpus([
        "2021-03-10\n[Ann Lee|person 1] [left|event visit 1] the town [on Monday|time 2021-03-08], twenty days after \(subject) [resigned|event resignation background days=-20 2]."
      ])
      return DossierLinker(knowledge: MarkedCorpus.knowledge).dossier(of: corpus.articles).events.first {
        $0.when?.value.description == "2021-02-16"
      }
    }
    let plain = event(named: "[Bob Ray|person 2] of the old lower town")
    #expect(plain?.when?.basis == .inferred)
    #expect(plain?.when?.rule.name == "days-from-day-in-sentence")
    let named = event(named: "[[Bob Ray|person 2] of the old lower town|subject]")
    #expect(named?.title == "Bob Ray of the old lower town resigned")
    let noun = MarkedCorpus([
      "2021-03-10\n[Ann Lee|person 1] [left|event visit 1] the town [on Monday|time 2021-03-08], twenty days after [the long [summit|event meeting background days=-20 2]|subject] of the three towns."
    ])
    let titles = DossierLinker(knowledge: MarkedCorpus.knowledge).dossier(of: noun.articles).events.map(
      \.title)
    #expect(titles.contains("the long summit of the three towns"))
  }

  @Test func whatComesRoundEachYearIsNoHappening() {
    let corpus = MarkedCorpus([
      "2021-05-04\n[Ann Lee|person 1] is [celebrated|event visit 1] in [Zenda|place 3] [every year|time set] on [May 6|time 2021-05-06]."
    ])
    let dossier = DossierLinker(knowledge: MarkedCorpus.knowledge).dossier(of: corpus.articles)
    #expect(dossier.events.allSatisfy { $0.when?.value.description != "2021-05-06" })
  }

  @Test func whatAReportTellsWithoutADayIsSupposedToBeOfThatOfItsDateline() {
    let report =
      "[LUND, [March 9|time day 3-9 past] (Wire) – |dateline][Ann Lee|person 1] [won|event win 1] a race."
    for (published, value) in [("", "XXXX-03-09"), ("2021-03-11\n", "2021-03-09")] {
      let when = check(published + report).events.first?.when
      #expect(when?.value.description == value)
      #expect(when?.basis == .inferred)
      #expect(when?.rule.name == "lead-without-date→dateline-day")
    }
    let told = report.replacing("a race.", with: "a race [on Friday|time weekday 5 past].")
    #expect(check(told).events.first?.when == nil)
  }

  @Test func whatAClauseTellsOfAThingIsCalledByTheThingAndTheClause() {
    let dossier = check(
      "2021-03-09\n[Bob Ray|person 1] asked for calm in the great long flood that [broke|event disaster 1] the pier of [Zenda|place 3] [in 2020|time 2020]."
    )
    #expect(
      dossier.events.contains { $0.title == "the great long flood that broke the pier of Zenda in 2020" })
  }

  @Test func whatALongSentenceTellsLateIsCalledByItsOwnWords() {
    let dossier = check(
      "2021-03-09\n[Bob Ray|person 1] and the mayors of the three small towns on the northern lake spoke for many hours of the long quarrel of the years when the great flood [broke|event disaster 1] the pier of [Zenda|place 3] [in 2020|time 2020]."
    )
    #expect(dossier.events.contains { $0.title == "the great flood broke the pier of Zenda in 2020" })
    // "They" is nobody out of its sentence.
    let pronoun = check(
      "2021-03-09\n[Bob Ray|person 1] and the mayors of the three small towns on the northern lake spoke for many hours of the long quarrel of the years when they [broke|event disaster 1] the pier of [Zenda|place 3] [in 2020|time 2020]."
    )
    #expect(!pronoun.events.contains { $0.title.hasPrefix("they") })
  }

  @Test func aThingToldForTheFirstTimeMayBeWhatATitleBeginsWith() {
    let dossier = check(
      "2021-03-09\n[Bob Ray|person 1] asked for calm in a great long flood that [broke|event disaster 1] the pier of [Zenda|place 3] [in 2020|time 2020]."
    )
    #expect(dossier.events.contains { $0.title == "a great long flood that broke the pier of Zenda in 2020" })
  }

  @Test func aTitleBeginsBehindTheDayAndColonOfADateline() {
    let dossier = check(
      "2021-03-09\n[March 9|time 2021-03-09]: [Bob Ray|person 1] [visited|event visit 1] [Zenda|place 3].")
    #expect(dossier.events.map(\.title) == ["Bob Ray visited Zenda"])
  }

  @Test func theTimeOfALogsEntryIsNoPartOfATitle() {
    let dossier = check("2021-03-09\n17:20 [Bob Ray|person 1] [visited|event visit 1] [Zenda|place 3].")
    #expect(dossier.events.map(\.title) == ["Bob Ray visited Zenda"])
  }

  @Test func theDayOfAReportIsThatWhichTheNextSentencesTellOfItsKind() {
    let report =
      "2021-03-12\n[Ann Lee|person 1] was [killed|event death 1] at the old pier of [Zenda|place 3]."
    let day = "\nPolice said the barge [struck|event attack 2] the pier [on Thursday|time 2021-03-11]."
    #expect(check(report + day).events.map { $0.when?.value.description }.allSatisfy { $0 == "2021-03-11" })
    // Of two days neither is it, nor is one of another kind, or of what was at another place.
    let elsewhere = day.replacing("the pier", with: "a pier at [Hentzau|place 5]")
    #expect(check(report + elsewhere).events.contains { $0.when?.value.description == "2021-03-12" })
    let second = "\nA barge [struck|event attack 4] a boat [on Wednesday|time 2021-03-10]."
    #expect(check(report + day + second).events.contains { $0.when?.value.description == "2021-03-12" })
    let vote = day.replacing("struck|event attack 2", with: "met|event meeting 2")
    #expect(check(report + vote).events.contains { $0.when?.value.description == "2021-03-12" })
  }

  @Test func aTitleHasWhatTheVerbAsksForBehindItsTime() {
    let long =
      "The old union of the harbour's workers and the clerks of the lower town said that all its members would leave because "
    let asked =
      "[Ann Lee|person 1] [asked|event other 1] the town [on Monday|time 2021-03-08] to give up the pier, leaving it to them."
    let titles = check("2021-03-10\n" + long + asked).events.map(\.title)
    #expect(titles == ["Ann Lee asked the town on Monday to give up the pier"])
  }
}
