import DossierModel
import DossierSource

/// Marks the lengths of time that are counted from an event which only a noun names: "two days after the flood".
///
/// Which flood that was and on what day, other sentences tell, or other articles; here only its words are found. A
/// length that is counted otherwise stays what it is: "in the two days after the flood", "after a flood", "barely two
/// days after". What the noun is but a part of names no event either: "two days after the flood warning".
package struct TimesFromEvents {
  private let clause: ClauseText
  private let times: [TimeExpression]
  private let mentions: [Mention]
  /// The names of the classes of events.
  private let classes: [String]

  /// Words between "the" and the noun that names an event, at most: "the dam collapse".
  private static let mostWordsBefore = 3

  package init(clause: ClauseText, times: [TimeExpression], mentions: [Mention], classes: [String]) {
    self.clause = clause
    self.times = times
    self.mentions = mentions
    self.classes = classes
  }

  /// The times, with such lengths counted from what the noun names.
  package func marked() -> [TimeExpression] {
    guard times.contains(where: { $0.bound == .after || $0.bound == .before }) else { return times }
    let index = MentionIndex(mentions, in: clause.tokens)
    return times.map { time in
      guard let (unit, count) = Self.length(of: time), !isWithin(time),
        let (kind, named) = event(behind: time, index)
      else { return time }
      return time.counted(
        from: .event(class: kind, named: named), unit, count, later: time.bound == .after)
    }
  }

  /// How many of which unit lie between a time and what follows it.
  private static func length(of time: TimeExpression) -> (TimeMeaning.Unit, Double)? {
    guard time.bound == .after || time.bound == .before else { return nil }
    switch time.meaning {
    case .duration(let unit, let count?): return (unit, count)
    case .relative(.day, -1...1, from: .previous): return (.day, 1)
    default: return nil
    }
  }

  /// Whether it says in how long something was, or only about how much: "in the two days after", "barely two days after".
  private func isWithin(_ time: TimeExpression) -> Bool {
    let sentence = clause.text.sentenceTokens[time.sentence]
    var before = clause.text.tokens(in: time.range).lowerBound - 1
    while before > sentence.lowerBound, clause.has(before, .adverb) { before -= 1 }
    guard before >= sentence.lowerBound else { return false }
    if clause.has(before, .looksAdverb) { return true }
    // "On the day after" is that day.
    if case .relative = time.meaning { return false }
    return clause.has(before, [.preposition, .determiner]) && !clause.has(before, .relative)
  }

  /// The event that a noun names behind a time and the word that it is counted by, and its words from the article on.
  private func event(behind time: TimeExpression, _ mentions: MentionIndex) -> (String, TextRange)? {
    let sentence = clause.text.sentenceTokens[time.sentence]
    let start = clause.text.tokens(in: time.range).upperBound + 1
    guard start < sentence.upperBound, clause.has(start, .definite) else { return nil }
    for word in start + 1..<min(start + 2 + Self.mostWordsBefore, sentence.upperBound) {
      guard clause.tokens[word].kind == .word, !isInTime(word) else { return nil }
      if mentions[word] == nil, clause.has(word, .triggerNoun) {
        let kind = Int(clause.entry(word).nounClass)
        guard endsPhrase(word, in: sentence, mentions), classes.indices.contains(kind) else { return nil }
        return (classes[kind], clause.text.range(start..<word + 1))
      }
      guard mentions[word] != nil || isAttribute(word, isFirst: word == start + 1) else { return nil }
    }
    return nil
  }

  private func isInTime(_ word: Int) -> Bool {
    let range = clause.text.range(word..<word + 1)
    return times.contains { $0.range.contains(range) }
  }

  /// Whether a word may stand between "the" and a noun: not what the noun before it did, "the rebels staged attacks".
  private func isAttribute(_ word: Int, isFirst: Bool) -> Bool {
    (isFirst || !clause.isPast(word))
      && !clause.has(
        word,
        [.preposition, .conjunction, .subordinator, .relative, .auxiliary, .subjectPronoun, .determiner])
  }

  /// Whether a noun ends its phrase: no other noun and no verb of its own follows.
  private func endsPhrase(_ noun: Int, in sentence: Range<Int>, _ mentions: MentionIndex) -> Bool {
    let next = noun + 1
    guard next < sentence.upperBound, mentions[next] == nil else { return true }
    if clause.isHyphen(next) || clause.has(next, [.auxiliary, .modal, .possessiveEnding]) { return false }
    return clause.tokens[next].kind == .punctuation
      || clause.has(
        next,
        [
          .preposition, .conjunction, .relative, .determiner, .possessive, .subjectPronoun, .locative,
          .subordinator,
        ])
  }
}
