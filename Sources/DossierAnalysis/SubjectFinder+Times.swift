import DossierModel

/// Who does something beside a time, which does nothing itself.
extension SubjectFinder {
  /// The subject of "Berg, who last week said" and "Berg last week said": a time does nothing itself.
  func beforeTime(_ time: ClauseSubject, from low: Int) -> ClauseSubject? {
    var end = time.tokens.lowerBound - 1
    // More than "last week" is somebody beside a time: "whose wife last week said".
    if time.tokens.count > 2 { return phrase(endingAt: time.tokens.upperBound - 3, from: low) }
    guard end > low, !quoted(end), !clause.has(end, .preposition) else { return nil }
    if clause.has(end, .relative) {
      guard clause.isComma(end - 1) else { return nil }
      end -= 2
    }
    guard end >= low, clause.tokens[end].kind == .word else { return nil }
    return phrase(endingAt: end, from: low)
  }

  /// "The clerk" of "last October the clerk wrote".
  func behindTime(_ phrase: ClauseSubject) -> ClauseSubject {
    let start = phrase.tokens.dropFirst().first { clause.isTimeNoun($0 - 1) && clause.has($0, .determiner) }
    guard let start, start < phrase.head else { return phrase }
    return ClauseSubject(
      tokens: start..<phrase.tokens.upperBound, head: phrase.head, mention: nil, isPronoun: false)
  }
}
