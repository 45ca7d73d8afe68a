import DossierAnalysis
import DossierLanguages
import DossierModel
import Testing

/// What a sentence tells by how many days it lies from a day of the same sentence.
@Suite struct EventDistanceTests {
  /// Each event's trigger with the words of its time, and the days from it to the event.
  private func check(
    _ marked: String, _ expected: [String], _ location: Testing.SourceLocation = #_sourceLocation
  ) {
    let text = AnalysedText(marked)
    let events = text.events
    let found = events.filter { $0.time != nil }.map { event in
      let time = event.time.map { String(text.text[text.times[$0].range]) } ?? ""
      return "\(text.text[event.trigger]) \(time) \(event.daysFromTime)"
    }
    #expect(Set(found) == Set(expected), sourceLocation: location)
  }

  @Test func whatADayIsCountedFromIsDatedByIt() {
    check(
      "[Anna Berg|person] left [on Monday|time], [three days|time length after] after [Carl Dahl|person] attacked the port.",
      ["left on Monday 0", "attacked on Monday -3"])
    check(
      "[Anna Berg|person] flew home [on Monday|time], [three days|time length before] before the election of [Carl Dahl|person].",
      ["flew on Monday 0", "election on Monday 3"])
    check(
      "[On Monday|time] the mayor, [three days|time length after] after [Carl Dahl|person], who leads the board, had resigned, closed the port.",
      ["closed On Monday 0", "resigned On Monday -3"])
  }

  @Test func whoIsNamedBehindTheDaysTakesNoPartInWhatIsToldBeforeThem() {
    let text = AnalysedText(
      "[Anna Berg|person] and [Tom Roe|person] held a second, surprise meeting [on Monday|time], [three days|time length after] after [Carl Dahl|person] resigned."
    )
    let events = text.events
    let parties = Dictionary(
      uniqueKeysWithValues: events.map { event in
        (text.text[event.trigger], event.participants.map { text.text[text.mentions[$0].range] })
      })
    #expect(parties["meeting"] == ["Anna Berg", "Tom Roe"])
    #expect(parties["resigned"] == ["Carl Dahl"])
  }

  @Test func whatIsCountedFromADayIsNotOfThatDay() {
    check(
      "[Three days|time length before] before the ministers met [on Monday|time], [Anna Berg|person] arrested [Carl Dahl|person].",
      ["met on Monday 0", "arrested on Monday -3"])
  }

  @Test func daysCountedFromAnotherClauseDateNothing() {
    check(
      "[Anna Berg|person] said [on Monday|time] that [Carl Dahl|person] had met her [three days|time length after] after the port collapsed.",
      ["said on Monday 0"])
    check(
      "[Anna Berg|person] won [on Monday|time], for the third time in [three days|time length after] after the port collapsed.",
      ["won on Monday 0"])
  }

  @Test func whereBothHaveTheirDaysNothingIsCounted() {
    check(
      "[Anna Berg|person] left [on Monday|time], [three days|time length after] after she had met [Carl Dahl|person] [on Friday|time].",
      ["left on Monday 0", "met on Friday 0"])
    check(
      "[Anna Berg|person] resigned [three days|time length after] after [Carl Dahl|person] warned that the talks [on Friday|time] would fail.",
      ["talks on Friday 0"])
    check(
      "[Anna Berg|person] left [on Monday|time], barely [three days|time length after] after the flood.",
      ["left on Monday 0"])
  }

  @Test func whatAVerbOfNoKindTellsAsideIsNoEvent() {
    check(
      "[Anna Berg|person] left [on Monday|time], [three days|time length after] after [Carl Dahl|person] sang.",
      ["left on Monday 0"])
  }

  @Test func whatAClauseBeforeACommaTellsIsNotOfTheDayBehindIt() {
    check(
      "After [Carl Dahl|person] resigned, [Anna Berg|person] left the town [on Monday|time].",
      ["left on Monday 0"])
    check(
      "[Carl Dahl|person] met [Anna Berg|person], who leads the town, [on Monday|time].", ["met on Monday 0"])
  }

  @Test func aVerbTellsAnotherEventWithAWordBehindIt() {
    func kinds(_ marked: String) -> [String] {
      let text = AnalysedText(marked)
      return text.events.map(\.triggerClass)
    }
    #expect(kinds("[Anna Berg|person] stepped down [on Monday|time].") == ["resignation"])
    #expect(kinds("[Anna Berg|person] called the long talks off [on Monday|time].") == ["end"])
    #expect(kinds("[Anna Berg|person] called for a truce off the coast [on Monday|time].") == ["statement"])
  }

  @Test func hoursEarlierAreNoDayThatOthersAreCountedFrom() {
    let text =
      "[Two days|time length after] after the flood, [Anna Berg|person] shut the port; [Carl Dahl|person] had resigned "
    check(text + "[some time earlier|time hours].", ["resigned some time earlier 0"])
    check(text + "[on Monday|time].", ["resigned on Monday 0", "flood on Monday -3"])
  }
}
