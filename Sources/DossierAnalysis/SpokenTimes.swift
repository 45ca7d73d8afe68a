import DossierModel
import DossierSource

/// Marks the times that stand in somebody's words.
///
/// "“We leave today,” she said on Sunday": today is that Sunday, on whatever day the article was printed. Only where the
/// sentence of the reporting verb tells one day outside the words is it the day on which they were spoken.
struct SpokenTimes {
  let clause: ClauseText
  let times: [TimeExpression]
  let quotations: [Quotation]

  /// The times, with those in somebody's words marked as such.
  func marked() -> [TimeExpression] {
    let speeches = quotations.filter { $0.use == .speech && $0.within == nil }
    let spoken = speeches.map { times(in: $0.range) }
    guard spoken.contains(where: { !$0.isEmpty }) else { return times }
    let spokenTimes = Set(spoken.joined())
    var marked = times
    for (speech, found) in zip(speeches, spoken) where !found.isEmpty {
      let day = day(of: speech, without: spokenTimes)
      for index in found { marked[index] = times[index].spoken(on: day) }
    }
    return marked
  }

  private func times(in range: TextRange) -> Range<Int> {
    let start = times.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
    let end = times.partitioningIndex { $0.range.upperBound > range.upperBound }
    return start..<max(start, end)
  }

  /// The day that the sentence of a speech's cue tells beside the speech; nil where it tells none or several, or where a
  /// clause of its own parts the two: "said Berg, who left on Sunday".
  private func day(of speech: Quotation, without spoken: Set<Int>) -> TimeMeaning? {
    guard let cue = speech.cue else { return nil }
    let verb = clause.text.tokens(in: cue).lowerBound
    let sentence = clause.text.sentenceIndex(ofToken: verb)
    let days = times.indices.filter {
      times[$0].sentence == sentence && !spoken.contains($0) && Self.isDayByItself(times[$0].meaning)
    }
    guard days.count == 1, let day = days.first, times[day].direction == .past else { return nil }
    let place = clause.text.tokens(in: times[day].range).lowerBound
    let between = min(verb, place)..<max(verb, place)
    return between.contains { clause.has($0, .relative) } ? nil : times[day].meaning
  }

  /// Whether a day is told by its own words, and not from where the text has come to: "on Sunday night".
  private static func isDayByItself(_ meaning: TimeMeaning) -> Bool {
    switch meaning {
    case .slot(let slot, .nearest): slot.isDay
    case .absolute: meaning.isDay
    case .timeOfDay(_, let day?): isDayByItself(day)
    default: false
    }
  }
}
