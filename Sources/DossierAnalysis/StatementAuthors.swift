/// Finds whose statement it is that says something.
///
/// "The harbour board confirmed in a statement that the pier was shut. The statement said …": the words are the board's.
struct StatementAuthors {
  let clause: ClauseText
  let frames: QuotationFrames
  let cues: SpeechCueFinder

  /// Sentences before its own in which a statement is looked for.
  private static let reach = 3

  /// The mention of who speaks "in a statement" in a sentence before, where the subject is that statement.
  func author(of subject: ClauseSubject, in frame: Int) -> Int? {
    guard clause.has(subject.head, .sayingNoun), clause.has(subject.tokens.lowerBound, .definite) else {
      return nil
    }
    for earlier in stride(from: frame - 1, through: max(0, frame - Self.reach), by: -1)
    where bringsIn(subject.head, frames.frames[earlier].tokens) {
      let range = frames.frames[earlier].tokens
      let verb = range.first { !frames.isQuoted[$0] && cues.isReporting($0, from: range.lowerBound) }
      return verb.flatMap { cues.subject(of: $0, in: range)?.mention }
    }
    return nil
  }

  /// Whether a sentence has the same noun, behind a preposition and an article that makes it a new one: "in a statement".
  private func bringsIn(_ noun: Int, _ frame: Range<Int>) -> Bool {
    frame.dropFirst(2).contains { index in
      clause.tokens[index].hash == clause.tokens[noun].hash && !frames.isQuoted[index]
        && clause.has(index - 1, .determiner) && !clause.has(index - 1, .definite)
        && clause.has(index - 2, .preposition)
    }
  }
}
