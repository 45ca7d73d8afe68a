import DossierModel
import DossierSource

extension SubjectFinder {
  /// Whether words that name nobody may describe somebody: "a witness", and not what a misread sentence leaves over.
  func mayDescribe(_ subject: ClauseSubject) -> Bool {
    let (first, head) = (subject.tokens.lowerBound, subject.head)
    let isAlone = subject.tokens.count == 1
    if clause.isTimeNoun(head) { return false }
    guard clause.tokens[head].kind == .word || clause.tokens[head].kind == .number && !isAlone,
      clause.tokens[first].kind != .punctuation,
      !clause.tokens[first].flags.contains(.clitic)
    else { return false }
    if clause.has(first, [.preposition, .conjunction, .auxiliary, .modal, .possessiveEnding]) {
      return false
    }
    if isAlone, clause.has(first, [.subordinator, .relative]) { return false }
    if isAlone, clause.has(first, .anyVerb), !clause.tokens[first].isCapitalised { return false }
    if !isAlone, clause.has(first, .verbPresentParticiple),
      clause.has(first + 1, [.determiner, .possessive, .preposition])
    {
      return false
    }
    // "the May 4 attack on them": a day is nobody.
    if clause.tokens[head].kind == .number, head > first + 1, clause.has(first, .determiner),
      clause.tokens[head - 1].isCapitalised
    {
      return false
    }
    // "a coveted": what it describes was lost.
    let isWhole = subject.tokens.upperBound == head + 1
    return isAlone || !isWhole
      || !clause.has(head, [.determiner, .possessive, .preposition, .looksPast, .conjunction])
  }

  /// Whether a speaker is a single one whom nothing names: "the official", "a witness", and not "two officials".
  func isOneUnnamed(_ speaker: Quotation.Speaker?) -> Bool {
    guard let speaker, speaker.attribution == .unnamedSource, speaker.mention == nil else { return false }
    let tokens = clause.text.tokens(in: speaker.range)
    guard let first = tokens.first, tokens.count > 1, clause.has(first, .determiner) else { return false }
    return !tokens.contains { clause.has($0, [.looksPlural, .number]) }
  }

  /// Whom a sentence brings in behind its verb: "Beside her is Carl Dahl, a smith".
  func introduced(behind verb: Int) -> Quotation.Speaker? {
    guard clause.has(verb, .be), verb + 1 < clause.tokens.count, let mention = mentions[verb + 1],
      mentions.mentions[mention].kind == .person
    else { return nil }
    return Quotation.Speaker(
      range: mentions.mentions[mention].range, mention: mention, attribution: .carriedOver)
  }

  /// Whether words are capitalised as a title's are, the first of them too.
  func looksLikeTitle(_ words: Range<Int>) -> Bool {
    guard let first = words.first(where: { clause.tokens[$0].kind == .word }),
      clause.tokens[first].isCapitalised
    else { return false }
    var capitals = 0
    var small = 0
    for token in words where clause.tokens[token].kind == .word {
      if clause.tokens[token].isCapitalised {
        capitals += 1
      } else if clause.isUnknown(token) || clause.has(token, [.auxiliary, .subjectPronoun, .anyVerb]) {
        small += 1
      }
    }
    return small == 0 && capitals >= 1
  }
}
