import DossierModel

/// Two subjects that "and" joins, and two clauses.
extension EventTeller {
  /// The first of two who do something together, where something put between keeps it from the subject: "Berg, who leads
  /// the board, and Dahl signed"; and a capital that stands for its government: "Oslo and Ghent signed".
  func firstOfPair(before subject: ClauseSubject) -> Int? {
    let conjunction = subject.tokens.lowerBound - 1
    guard let last = subject.mention, conjunction > sentence.lowerBound, isConjunction(conjunction) else {
      return nil
    }
    let kind = subjects.mentions.mentions[last].kind
    let end = conjunction - 1
    if let first = subjects.mentions[end] {
      // In "heavy rain in Oslo and Ghent" and "mayors of Oslo and Ghent" others are the subject.
      let start = subjects.mentions.start(ofMentionAt: end, from: sentence.lowerBound)
      let opens = start == sentence.lowerBound || clause.isComma(start - 1)
      return kind == .place && opens && subjects.mentions.mentions[first].kind == kind ? first : nil
    }
    guard clause.isComma(end), let first = subjects.mentions[sentence.lowerBound],
      [.person, .organization, .country].contains(kind), subjects.mentions.mentions[first].kind == kind,
      let comma = (sentence.lowerBound..<end).first(where: { subjects.mentions[$0] != first }),
      clause.isComma(comma), comma + 1 < end, isInsertion(comma + 1..<end)
    else { return nil }
    return first
  }

  /// Whether words only tell who somebody is: without a comma, and with a verb only where "who" opens them.
  private func isInsertion(_ words: Range<Int>) -> Bool {
    guard let first = words.first, !words.contains(where: { clause.isComma($0) }) else { return false }
    if clause.has(first, .relative) { return predicates.count { words.contains($0.verb) } == 1 }
    return clause.has(first, [.determiner, .possessive]) && !predicates.contains { words.contains($0.verb) }
  }

  /// Whether a comma with "and" begins another clause, of somebody who is named: "Berg left, and Dahl met Falk".
  func joinsClauses(_ comma: Int) -> Bool {
    guard clause.isComma(comma), comma > sentence.lowerBound, isConjunction(comma + 1),
      comma + 2 < sentence.upperBound, let name = subjects.mentions[comma + 2],
      predicates.contains(where: { $0.verb < comma })
    else { return false }
    var end = comma + 3
    while end < sentence.upperBound, subjects.mentions[end] == name || clause.isAdverb(end) { end += 1 }
    return predicates.contains { $0.start == end }
  }

  private func isConjunction(_ token: Int) -> Bool {
    token < sentence.upperBound && subjects.mentions[token] == nil && clause.has(token, .conjunction)
  }
}
