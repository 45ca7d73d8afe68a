import DossierModel

/// What a sentence tells by how many days it lies from a day of the same sentence.
extension EventTeller {
  /// An event so told: "on Monday, two days after the port fell".
  struct CountedDays {
    /// Indexes into the times: of the number of days, and of the day that they are counted from.
    let length: Int
    let day: Int
    /// From the day to the event; negative where it was before.
    let days: Int
    let trigger: (token: Int, class: Int)
    /// Nil where a noun tells it: "two days after the flood".
    let predicate: Predicate?
    let subject: ClauseSubject?
    /// Where it is told.
    let clause: Range<Int>
    /// Whether it is told only to say when something else was.
    let isAside: Bool
  }

  /// Days that are counted, at most: of more the number is rather a round one.
  private static let mostDays = 30.0
  /// Words between "after" and a noun that tells an event, at most.
  private static let reachOfNoun = 4

  /// The event that a number of days is counted to, or from, where a day beside it places the other end.
  func countedDays(_ length: Int, among times: [Int]) -> CountedDays? {
    guard let days = days(of: length) else { return nil }
    let (told, aside) = clause(behind: tokens(of: length).upperBound)
    if let within = times.first(where: { isDay($0) && told.contains(tokens(of: $0).lowerBound) }) {
      // "On Friday, ten days after she had said on Sunday": both have their days.
      let isDated = times.contains { $0 != length && isDay($0) && !told.contains(tokens(of: $0).lowerBound) }
      guard !isDated, !isDeeper(tokens(of: within).lowerBound, in: told) else { return nil }
      return main(besides: told, length, at: within, days)
    }
    guard let day = day(beside: length, before: told, among: times) else { return nil }
    return toldAside(in: told, besides: aside, length, from: day, -days)
  }

  /// What happened so many days from the day of the clause that they are counted from: "two days before they met on
  /// Friday, the court freed Berg".
  private func main(besides told: Range<Int>, _ length: Int, at day: Int, _ days: Int) -> CountedDays? {
    guard let main = mainPredicate(besides: told, length), !main.isUnreal else { return nil }
    let start = tokens(of: length).lowerBound
    return CountedDays(
      length: length, day: day, days: days, trigger: trigger(of: main), predicate: main,
      subject: subject(of: main),
      clause: main.verb < start ? sentence.lowerBound..<start : told.upperBound..<sentence.upperBound,
      isAside: false)
  }

  /// What the clause tells that the days are counted from: "on Friday, two days after the court freed Berg".
  private func toldAside(
    in told: Range<Int>, besides aside: Range<Int>, _ length: Int, from day: Int, _ days: Int
  ) -> CountedDays? {
    let candidates = predicates.filter { told.contains($0.verb) && !aside.contains($0.verb) }
    // "A day before Berg is due to leave": what is planned is the event.
    if let predicate = candidates.first(where: \.isPlanned) ?? candidates.first {
      let trigger = trigger(of: predicate)
      // A verb of no kind says too little of what it was to be known again elsewhere.
      guard !predicate.isUnreal, trigger.class > 0 else { return nil }
      return CountedDays(
        length: length, day: day, days: days, trigger: trigger, predicate: predicate,
        subject: aside.isEmpty
          ? subjects.subject(of: predicate.start, from: told.lowerBound)
          : subjects.phrase(endingAt: aside.lowerBound - 1, from: told.lowerBound),
        clause: told, isAside: true)
    }
    return noun(in: told).map {
      CountedDays(
        length: length, day: day, days: days, trigger: ($0, Int(clause.entry($0).nounClass)), predicate: nil,
        subject: nil, clause: told, isAside: true)
    }
  }

  /// How many days something lies behind what follows; negative where it is before it, and nil where that is not told.
  private func days(of length: Int) -> Int? {
    let count: Double
    switch times[length].meaning {
    case .duration(.day, let days?) where days <= Self.mostDays && days == days.rounded(),
      .distance(.day, let days?, _, from: .event) where days <= Self.mostDays && days == days.rounded():
      count = days
    case .relative(.day, 0, from: .previous): count = 1
    default: return nil
    }
    // "Barely two days after" is not two.
    let next = tokens(of: length).lowerBound - 1
    if next >= sentence.lowerBound, clause.has(next, .looksAdverb) { return nil }
    // "For the second time in ten days after the vote": counted from elsewhere.
    let before = wordBefore(length)
    if before >= sentence.lowerBound, clause.has(before, .preposition) { return nil }
    switch times[length].bound {
    case .after: return Int(count)
    case .before: return -Int(count)
    case .from, .until, .entry, .restated, nil: return nil
    }
  }

  /// The words behind "after" up to where another clause begins, and those in it that only tell who is meant: "after
  /// Berg, who led the town, had left".
  private func clause(behind marker: Int) -> (words: Range<Int>, aside: Range<Int>) {
    let start = min(marker + 1, sentence.upperBound)
    func end(from index: Int) -> Int {
      (index..<sentence.upperBound).first { clause.isComma($0) || clause.has($0, [.semicolon, .dash]) }
        ?? sentence.upperBound
    }
    let mark = end(from: start)
    guard mark + 1 < sentence.upperBound, clause.isComma(mark), isRelativeOnly(mark + 1) else {
      return (start..<mark, mark..<mark)
    }
    let close = end(from: mark + 1)
    return (start..<end(from: min(close + 1, sentence.upperBound)), mark..<close)
  }

  /// The token before a number of days and its adverbs: "just two days".
  private func wordBefore(_ length: Int) -> Int {
    var before = tokens(of: length).lowerBound - 1
    while before > sentence.lowerBound, clause.isAdverb(before) { before -= 1 }
    return before
  }

  /// Whether another clause begins between the start of a clause and a word: "after he warned that on Friday".
  private func isDeeper(_ word: Int, in told: Range<Int>) -> Bool {
    (told.lowerBound..<max(word, told.lowerBound)).contains {
      clause.has($0, [.subordinator, .relative]) && !clause.has($0, .preposition)
        && subjects.mentions[$0] == nil
    }
  }

  private func isDay(_ time: Int) -> Bool {
    // "Some hours earlier" is no day that others are counted from.
    if case .distance(let unit, _, _, _) = times[time].meaning, unit != .day { return false }
    return times[time].meaning.isDay && times[time].kind == .date && placesEvents(time)
  }

  /// The day of the clause that a number of days stands in: the last before it, or where it opens the sentence, the first
  /// behind the clause that it is counted from.
  private func day(beside length: Int, before told: Range<Int>, among times: [Int]) -> Int? {
    let place = tokens(of: length).lowerBound
    let days = times.filter { $0 != length && isDay($0) }
    guard let day = days.last(where: { tokens(of: $0).upperBound <= place }) else {
      return place == sentence.lowerBound ? days.first { tokens(of: $0).lowerBound >= told.upperBound } : nil
    }
    let before = wordBefore(length)
    if clause.isComma(before) || clause.has(before, .dash) { return day }
    let end = tokens(of: day).upperBound
    let own = predicate(of: day)?.verb
    return predicates.contains { $0.verb != own && end <= $0.verb && $0.verb < place } ? nil : day
  }

  /// The predicate of the clause that a number of days says more of: right before it, or behind the clause that the days
  /// are counted from where they open the sentence.
  private func mainPredicate(besides told: Range<Int>, _ length: Int) -> Predicate? {
    let place = tokens(of: length).lowerBound
    return place == sentence.lowerBound
      ? predicates.first { $0.start >= told.upperBound } : predicates.last { $0.verb < place }
  }

  /// The noun that tells an event at the beginning of a clause, behind what stands before nouns.
  private func noun(in told: Range<Int>) -> Int? {
    for index in told.prefix(Self.reachOfNoun) {
      if isNoun(index) { return index }
      guard clause.tokens[index].kind == .word || clause.isHyphen(index), !clause.has(index, .preposition)
      else { return nil }
    }
    return nil
  }
}
