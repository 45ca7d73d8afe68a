import DossierModel
import DossierSource

/// Marks the times that stand in somebody's words.
///
/// "“We leave today,” she said on Sunday": today is that Sunday, on whatever day the article was printed. Only where the
/// sentence of the reporting verb tells one day outside the words is it the day on which they were spoken, and not where
/// a thing has them, a law or a banner: its words are of no day.
struct SpokenTimes {
  let clause: ClauseText
  let times: [TimeExpression]
  let quotations: [Quotation]
  /// Nouns for what has words that nobody says on a day: "law", "banner".
  let wordings: Lexicon

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

  /// The day that the sentence of a speech's cue tells beside the speech, unknown where it may be that of something else.
  ///
  /// Nil where the sentence tells none or several, or where a clause of its own parts the two: "said Berg, who left on
  /// Sunday".
  private func day(of speech: Quotation, without spoken: Set<Int>) -> TimeMeaning? {
    guard let cue = speech.cue else { return nil }
    let verb = clause.text.tokens(in: cue).lowerBound
    let sentence = clause.text.sentenceIndex(ofToken: verb)
    let told = times.indices.filter { times[$0].sentence == sentence && !spoken.contains($0) }
    let days = told.filter { Self.isDayByItself(times[$0].meaning) }
    // "He told them that night": on a day above, and not on the article's.
    if days.isEmpty, told.contains(where: { Self.isDayAbove(times[$0].meaning) }) { return Self.unknown }
    guard days.count == 1, let day = days.first, times[day].direction == .past else { return nil }
    let place = clause.text.tokens(in: times[day].range)
    let between = verb < place.lowerBound ? verb + 1..<place.lowerBound : place.upperBound..<verb
    if between.contains(where: { clause.has($0, .relative) }) { return nil }
    let isOfSaying =
      verb < place.lowerBound
      ? tellsWhen(place.lowerBound, behind: verb)
      : tellsWhen(place, from: clause.text.sentenceTokens[sentence].lowerBound)
    return isOfSaying && !isWording(speech, by: verb) ? times[day].meaning : Self.unknown
  }

  /// A day that nothing tells.
  private static let unknown = TimeMeaning.vague("")

  /// Whether words are read or cited, or a thing has them.
  private func isWording(_ speech: Quotation, by verb: Int) -> Bool {
    if clause.has(verb, [.reportsAbout, .reportsRarely]) { return true }
    guard let speaker = speech.speaker, speaker.mention == nil,
      let noun = clause.text.tokens(in: speaker.range).last
    else { return false }
    return wordings.contains(clause.tokens[noun])
  }

  /// Whether a day behind a verb tells when that was, and not when something else was that is told between the two: "said
  /// of the attack on Sunday", "said in a book published on Sunday"; what was said after the talks on Sunday was said on
  /// Sunday.
  private func tellsWhen(_ day: Int, behind verb: Int) -> Bool {
    let between = verb + 1..<day
    if between.contains(where: { clause.isPast($0) }) { return false }
    guard let noun = between.last(where: { clause.has($0, .triggerNoun) }),
      let preposition = between.last(where: { $0 < noun && clause.has($0, .preposition) })
    else { return true }
    return clause.has(preposition, .locative)
      || clause.has(preposition, .subordinator) && !clause.has(preposition, .limit)
  }

  /// The same of a day before a verb: not in "In her book, published on Sunday, Berg says", though in "in a letter dated 3
  /// May Berg says".
  private func tellsWhen(_ day: Range<Int>, from start: Int) -> Bool {
    !(start..<max(start, day.lowerBound - 1)).contains { clause.isPast($0) }
  }

  /// Whether a day is one that the text has told: "that night", "the same day".
  private static func isDayAbove(_ meaning: TimeMeaning) -> Bool {
    switch meaning {
    case .relative(.day, 0, from: .previous), .relative(.day, 0, from: .previousDay): true
    case .timeOfDay(_, let day?): isDayAbove(day)
    default: false
    }
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
