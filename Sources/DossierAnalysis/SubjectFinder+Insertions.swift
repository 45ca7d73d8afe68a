import DossierModel
import DossierSource

/// Subjects that something put between commas or dashes parts from their verbs.
extension SubjectFinder {
  /// The subject of "Chavez, who for years has said", where "years" only stands beside the verb.
  func beforeInsertedPhrase(_ phrase: ClauseSubject, from low: Int) -> ClauseSubject? {
    let preposition = phrase.tokens.lowerBound - 1
    guard preposition > low, !quoted(preposition), clause.has(preposition, .preposition) else { return nil }
    guard !quoted(preposition - 1) else { return nil }
    if clause.has(preposition - 1, .relative) {
      let end = preposition - 2
      guard end >= low else { return nil }
      return self.phrase(endingAt: clause.isComma(end) ? max(end - 1, low) : end, from: low)
    }
    guard mentions[preposition - 1] != nil else { return nil }
    return self.phrase(endingAt: preposition - 1, from: low)
  }

  /// Whether what stands between a name and a mark tells what its bearer is: "Berg & Co, the firm that owns the ship,".
  func isApposed(to subject: ClauseSubject, endingAt mark: Int) -> Bool {
    let comma = subject.tokens.upperBound
    return subject.mention != nil && comma + 1 < mark && clause.isComma(comma)
      && clause.has(comma + 1, .determiner) && mentions[comma + 1] == nil
  }

  /// The subject before what is put between commas or dashes: "Noble, an attorney with the centre, said".
  func subjectBeforeInsertion(endingAt mark: Int, from low: Int) -> ClauseSubject? {
    var end = mark
    var nearest: ClauseSubject?
    for _ in 0..<5 {
      guard let start = insertionStart(before: end, from: low), start > low else { break }
      // "Noble, 40, of Lund, who came late, said": where somebody is from is an insertion too.
      if nearest == nil, let before = prepositionalInsertion(before: start, from: low) {
        end = before
        continue
      }
      if nearest != nil, opensWithPreposition(before: start, from: low) { break }
      if nearest == nil, let before = relativeInsertion(before: start, from: low) {
        end = before
        continue
      }
      guard let subject = phrase(endingAt: start - 1, from: low), !isAdverbial(subject) else { break }
      let first = subject.tokens.lowerBound
      let followsComma = first > low && clause.isComma(first - 1) && !quoted(first - 1)
      let isName = mentions[first] != nil || subject.isPronoun
      if !followsComma || (isName && !clause.isNounPosition(first)) {
        return named(subject, by: (start + 1)..<end)
      }
      nearest = nearest ?? named(subject, by: (start + 1)..<end)
      end = start
    }
    return nearest
  }

  /// Whether words only say when or how: "Earlier, her adviser, Jake Berg, said".
  private func isAdverbial(_ subject: ClauseSubject) -> Bool {
    subject.mention == nil && !subject.isPronoun && subject.tokens.allSatisfy { clause.isAdverb($0) }
  }

  /// A description with the name that it is put behind: "Jake Berg, a graduate of the college who left in May".
  func named(before subject: ClauseSubject, from low: Int) -> ClauseSubject {
    let comma = subject.tokens.lowerBound - 1
    guard subject.mention == nil, !subject.isPronoun, comma > low, clause.isComma(comma), !quoted(comma),
      clause.has(subject.tokens.lowerBound, .determiner), let name = mentions[comma - 1],
      mentions.mentions[name].kind == .person
    else { return subject }
    let first = mentions.start(ofMentionAt: comma - 1, from: low)
    return ClauseSubject(
      tokens: first..<subject.tokens.upperBound, head: subject.head, mention: name, isPronoun: false)
  }

  /// A description with the name that is put behind it: "her adviser, Jake Berg, said".
  private func named(_ subject: ClauseSubject, by insertion: Range<Int>) -> ClauseSubject {
    guard subject.mention == nil, !subject.isPronoun, let last = insertion.last, let name = mentions[last],
      mentions.mentions[name].kind == .person,
      let first = insertion.first(where: { mentions[$0] == name }),
      titleStart(before: first, from: insertion.lowerBound) == insertion.lowerBound,
      (first..<insertion.upperBound).allSatisfy({ mentions[$0] == name })
    else { return subject }
    return ClauseSubject(
      tokens: subject.tokens.lowerBound..<insertion.upperBound, head: subject.head, mention: name,
      isPronoun: false)
  }

  /// Whether what stands before a comma is no phrase of its own: "In a statement to the paper, her adviser said".
  private func opensWithPreposition(before end: Int, from low: Int) -> Bool {
    var index = end - 1
    while index >= low, !clause.isComma(index), !quoted(index) { index -= 1 }
    return index + 1 < end && mentions[index + 1] == nil && clause.has(index + 1, .preposition)
  }

  /// The comma before a phrase with a preposition that ends at another comma.
  private func prepositionalInsertion(before end: Int, from low: Int) -> Int? {
    guard clause.isComma(end), opensWithPreposition(before: end, from: low),
      let start = insertionStart(before: end, from: low), start > low, clause.isComma(start)
    else { return nil }
    return start
  }

  /// The comma before a clause that only tells more of what stands before it, and ends in an object of its own: "Noble, a
  /// man who had belonged to the club, as a friend, said".
  private func relativeInsertion(before end: Int, from low: Int) -> Int? {
    guard clause.isComma(end), let start = insertionStart(before: end, from: low), start > low,
      clause.isComma(start), let subject = phrase(endingAt: end - 1, from: start + 1),
      subject.tokens.lowerBound > start + 2, clause.has(subject.tokens.lowerBound - 1, .preposition),
      isFinite(subject.tokens.lowerBound - 2),
      (start + 1..<subject.tokens.lowerBound).contains(where: { clause.has($0, .relative) })
    else { return nil }
    return start
  }

  private func insertionStart(before end: Int, from low: Int) -> Int? {
    var index = end - 1
    while index >= low, !quoted(index) {
      if clause.isComma(index) || clause.isDash(index) { return index }
      index -= 1
    }
    return nil
  }
}
