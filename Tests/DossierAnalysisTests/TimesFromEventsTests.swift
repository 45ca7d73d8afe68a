import DossierAnalysis
import DossierLanguages
import DossierModel
import DossierSource
import Testing

/// Lengths of time that are counted from an event which only a noun names.
@Suite struct TimesFromEventsTests {
  private struct Found {
    let text: AnalysedText
    let times: [TimeExpression]
    let events: [EventMention]

    init(_ marked: String) {
      text = AnalysedText(marked)
      times = TimesFromEvents(
        clause: text.clause, times: text.times, mentions: text.mentions,
        classes: LanguagePack.english.events.classes
      ).marked()
      events = EventExtractor(tables: LanguagePack.english.events).events(
        in: text.clause, mentions: text.mentions, times: times, quotations: [])
    }

    /// The class of each event from which a time is counted, and the words that name it.
    var named: [String] {
      times.compactMap {
        guard case .distance(_, _, let later, from: .event(let kind, let words)) = $0.meaning else {
          return nil
        }
        return "\(later ? "after" : "before") \(kind): \(text.text[words])"
      }
    }

    /// The words that tell the events which are dated by such a time.
    var dated: [String] {
      events.filter { $0.time.map { times[$0].meaning.isFromEvent } ?? false }
        .map { String(text.text[$0.trigger]) }
    }
  }

  private func check(
    _ marked: String, named: [String], dated: [String], _ location: Testing.SourceLocation = #_sourceLocation
  ) {
    let found = Found(marked)
    #expect(found.named == named, sourceLocation: location)
    #expect(found.dated == dated, sourceLocation: location)
  }

  @Test func whatIsToldByDaysFromANamedEventIsDatedByThem() {
    check(
      "[Anna Berg|person] resigned [three days|time length after] after the flood.",
      named: ["after disaster: the flood"], dated: ["resigned"])
    check(
      "[Three days|time length after] after the disaster [Anna Berg|person] visited the port.",
      named: ["after disaster: the disaster"], dated: ["visited"])
    check(
      "[Anna Berg|person] warned the board [three days|time length before] before the harbour explosion.",
      named: ["before attack: the harbour explosion"], dated: ["warned"])
  }

  @Test func whatAClauseSaysOfTheNamedEventIsNotDatedByTheDays() {
    check(
      "[Three days|time length after] after the flood that killed ten, the mayor resigned.",
      named: ["after disaster: the flood"], dated: ["resigned"])
  }

  @Test func aDayOfTheSentenceDatesItsEventsInPlaceOfTheCount() {
    check(
      "[Anna Berg|person] resigned [on Monday|time], [three days|time length after] after the flood.",
      named: ["after disaster: the flood"], dated: [])
  }

  @Test func whatIsNoNameOfAnEventIsCountedFromNothing() {
    for phrase in [
      "a flood", "the flood warning", "the rebels staged attacks", "the flood had passed", "the new bridge",
    ] {
      check(
        "[Anna Berg|person] resigned [three days|time length after] after \(phrase).", named: [], dated: [])
    }
  }

  @Test func howLongSomethingTookIsNoDay() {
    check(
      "[Anna Berg|person] resigned in [three days|time length after] after the flood.", named: [], dated: [])
    check(
      "[Anna Berg|person] resigned barely [three days|time length after] after the flood.", named: [],
      dated: [])
  }

  @Test func aDayBetweenANounAndItsVerbIsThatOfTheVerb() {
    func times(of marked: String) -> [String] {
      let found = Found(marked)
      return found.events.filter { $0.time != nil }.map { String(found.text.text[$0.trigger]) }
    }
    #expect(
      times(of: "The judge looking into the old explosion [Monday|time] charged [Carl Dahl|person].")
        == ["charged"])
    #expect(times(of: "The explosion on [Monday|time] killed ten.").contains("explosion"))
  }

  @Test func whatHappenedWhenSomethingDidIsToldByTheMainVerbOfTheClause() {
    let found = Found(
      "Many blame [Carl Dahl|person] for what happened [on Monday|time], when barrels that had stood there for years exploded."
    )
    #expect(
      found.events.filter { $0.time != nil }.map { String(found.text.text[$0.trigger]) } == ["exploded"])
  }

  @Test func theDayBeforeANamedEventIsCountedFromIt() {
    func meanings(_ text: String) -> [String] {
      let split = SentenceSplitter(tables: LanguagePack.english.sentences).split(
        text, blocks: [TokenizedText.Block(kind: .paragraph, range: TextRange(0, text.utf8.count))])
      let clause = LanguagePack.english.clauses.read(split)
      return TimesFromEvents(
        clause: clause, times: TemporalTagger(tables: LanguagePack.english.times).times(in: split),
        mentions: [],
        classes: LanguagePack.english.events.classes
      ).marked().map { $0.meaning.isFromEvent ? "event" : "text" }
    }
    #expect(meanings("They came to Ghent the day before the killing and left.") == ["event"])
    #expect(meanings("They came to Ghent the day before.") == ["text"])
  }
}
