import DossierLinking
import DossierModel
import Testing

/// On which day something was that is counted from an event which only a noun names.
@Suite struct CountedFromEventsTests {
  /// The value and the rule of the last article's count, and how many sentences the day of its event is proved by.
  private func check(
    _ marked: [String], _ expected: String, evidence: Int? = nil,
    _ location: Testing.SourceLocation = #_sourceLocation
  ) {
    let corpus = MarkedCorpus(marked)
    let dossier = DossierLinker(knowledge: MarkedCorpus.knowledge).dossier(of: corpus.articles)
    let last = dossier.articles.last
    let counts = zip(last?.annotated.times ?? [], last?.times ?? []).filter { $0.0.meaning.isFromEvent }
    #expect(counts.map { $1.edtf?.description ?? "open" } == [expected], sourceLocation: location)
    for (_, time) in counts where time.edtf != nil {
      #expect(time.basis == .inferred, sourceLocation: location)
      #expect(time.rule.name == "days-from-event", sourceLocation: location)
    }
    guard let evidence else { return }
    let event = dossier.events.first { $0.when?.rule.name == "days-from-event" }
    #expect(event?.when?.basis == .inferred, sourceLocation: location)
    #expect(event?.when?.evidence.count == evidence, sourceLocation: location)
  }

  private let count =
    "[Ann Lee|person 1] [resigned|event resignation 1] [two days|time from 2 disaster] after [the flood|named]."

  @Test func daysAreCountedFromTheOneEventThatTheArticleTellsByThatWord() {
    check(
      ["2021-03-20\nA [flood|event disaster 2] broke the pier [on 8 March|time 2021-03-08].\n\(count)"],
      "2021-03-10", evidence: 2)
  }

  @Test func aWeekIsAsExactAsItsUnit() {
    check(
      [
        "2021-03-30\nA [flood|event disaster 2] broke the pier [on 8 March|time 2021-03-08].\n"
          + count.replacing("two days|time from 2 disaster", with: "two weeks|time from 2 disaster weeks")
      ],
      "2021-03-22/2021-03-28")
  }

  @Test func whereTwoDaysMayBeMeantTheCountStaysOpen() {
    check(
      [
        "2021-03-20\nA [flood|event disaster 2] broke the pier [on 8 March|time 2021-03-08].\nA [flood|event disaster 3] broke the wall [on 2 March|time 2021-03-02].\n\(count)"
      ], "open")
    check(["2021-03-20\nNobody says when it was.\n\(count)"], "open")
  }

  @Test func anotherEventOfTheKindIsNotTheOneThatIsNamed() {
    let told = "2021-03-20\nA [flood|event disaster 2] broke the pier [on 8 March|time 2021-03-08].\n"
    check([told + count.replacing("the flood", with: "the second flood")], "open")
    check([told + count.replacing("the flood|named]", with: "the flood|named] in [Zenda|place 3]")], "open")
    // What somebody else resigned over is no flood, whatever else its class.
    check(
      [told + count.replacing("the flood", with: "the funeral").replacing("disaster", with: "death")], "open")
  }

  @Test func aDisasterIsWhateverHarmTheArticleDatesIfItIsOfOneDay() {
    check(
      [
        "2021-03-20\nTen people were [killed|event death 2] [on 8 March|time 2021-03-08].\n"
          + count.replacing("the flood", with: "the disaster")
      ], "2021-03-10")
  }

  @Test func daysAreCountedFromTheDayThatTheCorpusTellsOf() {
    let tellers = (1...3).map {
      "2021-03-1\($0)\nA flood [killed|event death \($0)] \($0) men [on 8 March|time 2021-03-08]."
    }
    check(tellers + ["2021-03-20\nNobody says when it was.\n\(count)"], "2021-03-10")
    check(Array(tellers.prefix(2)) + ["2021-03-20\nNobody says when it was.\n\(count)"], "open")
  }

  @Test func whatHasHappenedIsNotCountedToADayAhead() {
    check(
      ["2021-03-09\nA [flood|event disaster 2] broke the pier [on 8 March|time 2021-03-08].\n\(count)"],
      "2021-03-10")
    check(
      [
        "2021-03-09\nA [flood|event disaster 2] broke the pier [on 8 March|time 2021-03-08].\n"
          + count.replacing("from 2", with: "from 5")
      ], "open")
  }

  @Test func whatIsOnlyCountedToADayIsOneWithAnotherOfThoseWhoDidIt() {
    let flood = "2021-03-20\nA [flood|event disaster 2] broke the pier [on 8 March|time 2021-03-08].\n"
    let told =
      "[arrived|event visit 5] [two days|time from 2 disaster] after [the flood|named] with dogs to search the ruins."
    let reported =
      "2021-03-11\n[Bob Ray|person 4] [arrived|event visit 4] [on 10 March|time 2021-03-10] with dogs to search the ruins."
    func joined(_ marked: [String]) -> Int {
      DossierLinker(knowledge: MarkedCorpus.knowledge).dossier(of: MarkedCorpus(marked).articles).events
        .count { $0.coverage.count > 1 }
    }
    #expect(joined([reported, "\(flood)Many \(told)"]) == 0)
    #expect(joined([reported, "\(flood)[Bob Ray|person 4] \(told)"]) == 1)
  }
}
