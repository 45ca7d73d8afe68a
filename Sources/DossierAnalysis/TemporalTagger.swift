import DossierModel
import DossierSource

/// Finds what tells a time, with what it means before the article's date is known.
package struct TemporalTagger: Sendable {
  private let tables: TimeTables

  package init(tables: TimeTables) { self.tables = tables }

  /// The expressions of a text, in order and without overlap.
  package func times(in text: TokenizedText) -> [TimeExpression] {
    var found: [TimeExpression] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      for (index, sentence) in text.sentences.enumerated()
      where mayTell(text.tokens[text.sentenceTokens[index]]) {
        guard let atoms = atoms(of: sentence.range, in: bytes) else { continue }
        appendTimes(of: atoms, sentence: index, to: &found)
      }
    }
    return found
  }

  /// Whether a sentence holds a number, or a word without which none of its words tells a time.
  private func mayTell(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.contains { $0.kind == .number || $0.flags.contains(.hasDigit) || tables.tellsTime($0.hash) }
  }

  /// The sentence's atoms with what the tables know of them; nil where none of them can begin a time.
  private func atoms(of range: TextRange, in bytes: UnsafeBufferPointer<UInt8>) -> [TimeAtom]? {
    var scanner = TimeScanner(bytes, range: range)
    var atoms: [TimeAtom] = []
    atoms.reserveCapacity(range.count / 4)
    var isTold = false
    while let atom = scanner.next() { atoms.append(atom) }
    var read = 0
    var written = 0
    while read < atoms.count {
      var atom = atoms[read]
      var length = 1
      if atom.kind != .number, let known = tables.match(at: read, in: atoms) {
        length = known.length
        atom.entry = known.entry
        atom.classes = known.classes
        if length > 1 { atom.upper = atoms[read + length - 1].upper }
      }
      isTold = isTold || tellsTime(atom)
      atoms[written] = atom
      written += 1
      read += length
    }
    atoms.removeSubrange(written...)
    return isTold ? atoms : nil
  }

  /// Whether an atom can make an expression of time, with others or alone.
  private func tellsTime(_ atom: TimeAtom) -> Bool {
    if atom.kind == .number || atom.classes & TimeWord.telling != 0 { return true }
    return atom.has(.cardinal) && tables.value(of: atom, as: .cardinal) ?? 0 >= TimeWord.firstHundreds
  }

  /// The classes of words that an expression can begin with.
  private static let beginning =
    TimeWord.telling
    | TimeWord.bits([
      .cardinal, .multiplier, .ordinal, .lastOrdinal, .half, .couple, .vagueCount, .definite, .indefinite,
      .possessive, .this, .that, .same, .pointer, .textPointer, .vaguePointer, .distancePrefix, .part,
      .partNoun,
      .approximator, .minimal, .beyond, .fiscal, .every, .quarterMark,
    ])

  /// How many atoms may stand before the one that tells the time: "no more than the first two and a half hours".
  private static let longestOpening = 8

  private func appendTimes(of atoms: [TimeAtom], sentence: Int, to found: inout [TimeExpression]) {
    let grammar = TimeGrammar(atoms: atoms, tables: tables)
    let tense = TenseReader(atoms: atoms, tables: tables)
    var index = 0
    var last: (end: Int, direction: TimeExpression.Direction)?
    var nextTelling = 0
    while index < atoms.count {
      nextTelling = max(nextTelling, index)
      while nextTelling < atoms.count, !tellsTime(atoms[nextTelling]) { nextTelling += 1 }
      if nextTelling == atoms.count { break }
      let canBegin =
        nextTelling - index <= Self.longestOpening
        && (atoms[index].kind == .number || atoms[index].classes & Self.beginning != 0
          || (atoms[index].kind == .mark && atoms[index].isMark(UInt8(ascii: "'"))))
      guard canBegin, let phrase = grammar.phrase(at: index) else {
        index += 1
        continue
      }
      let clause = clause(behind: phrase, in: grammar)
      var direction = clause.flatMap(tense.directionOfClause) ?? direction(of: phrase, by: tense)
      // "on 3 and 4 March": two that are joined lie on one side, but for what opens another clause: "left on Sunday and
      // Monday will be quiet".
      if let last, last.end == phrase.start - 1, grammar.joins(last.end) {
        if Self.isWeekday(phrase.meaning), tense.isSubject(endingBefore: phrase.end) {
          direction = tense.directionOfClause(at: phrase.end) ?? .unknown
        } else if direction == .unknown || Self.isWeekday(phrase.meaning) {
          direction = last.direction
        }
      }
      let isOfOther = direction != .future && mayBeOfOther(phrase, by: tense)
      if isOfOther { direction = .unknown }
      let isSaidTwice = last.map { isApposed(phrase, to: $0.end, in: grammar) } ?? false
      last = (phrase.end, Self.side(of: phrase.meaning) ?? direction)
      index = phrase.end
      if isSaidTwice { continue }
      // "soon" in a tale of the past is no time to come, and "soon after" is counted from what follows.
      if grammar.has(phrase.start, .expectant), direction == .past || grammar.has(index, .fromTime) {
        continue
      }
      found.append(
        TimeExpression(
          range: TextRange(atoms[phrase.start].lower, atoms[phrase.end - 1].upper), kind: phrase.kind,
          meaning: phrase.meaning, direction: direction,
          bound: clause == nil
            ? bound(before: phrase.start, in: grammar) ?? side(of: phrase, in: grammar) : nil,
          opensSentence: opensSentence(phrase, in: grammar),
          isAdverbial: isAdverbial(phrase, in: grammar), mayBeOfOther: isOfOther,
          sentence: sentence, rule: Rule("time:" + phrase.rule)))
      while let next = grammar.continuation(of: phrase, at: index) {
        found.append(
          TimeExpression(
            range: TextRange(atoms[next.start].lower, atoms[next.end - 1].upper), kind: next.kind,
            meaning: next.meaning, direction: direction, sentence: sentence,
            rule: Rule("time:" + next.rule)))
        index = next.end
      }
    }
  }

  private static func isWeekday(_ meaning: TimeMeaning) -> Bool {
    if case .slot(.weekday, .nearest) = meaning { return true }
    return false
  }

  /// The side of a day counted from that of writing: "tomorrow".
  private static func side(of meaning: TimeMeaning) -> TimeExpression.Direction? {
    guard case .relative(.day, let steps, from: .publication) = meaning, steps != 0 else { return nil }
    return steps > 0 ? .future : .past
  }

  /// Whether a weekday only tells which day a date was: "on 2 March, a Friday,".
  private func isApposed(_ phrase: TimePhrase, to end: Int, in grammar: TimeGrammar) -> Bool {
    Self.isWeekday(phrase.meaning) && phrase.start == end + 2 && grammar.has(end + 1, .indefinite)
      && grammar.atoms[end].isMark(UInt8(ascii: ","))
  }

  /// A month is placed by a verb close to it only: further away the verb is another's more often than not.
  private func direction(of phrase: TimePhrase, by tense: TenseReader) -> TimeExpression.Direction {
    switch phrase.meaning.unparted {
    case .slot(.month, .nearest), .slot(.monthDay, .nearest), .slot(.season, .nearest),
      .slot(.quarter, .nearest):
      return tense.direction(at: phrase.start, phrase.end, within: Self.closeVerb)
    default: return tense.direction(at: phrase.start, phrase.end)
    }
  }

  /// Whether a month, or a day of one, may be that of what its verb is only about.
  private func mayBeOfOther(_ phrase: TimePhrase, by tense: TenseReader) -> Bool {
    phrase.meaning.isOfMonth && tense.mayBeOfOther(at: phrase.start, within: TenseReader.farthestVerb)
  }

  private static let closeVerb = 6

  /// Where a clause begins that tells what was at the end of a time: it is the day of that, not only an end.
  private func clause(behind phrase: TimePhrase, in grammar: TimeGrammar) -> Int? {
    guard grammar.has(phrase.start - 1, .boundUntil) else { return nil }
    let isParted = phrase.end < grammar.atoms.count && grammar.atoms[phrase.end].isMark(UInt8(ascii: ","))
    let index = phrase.end + (isParted ? 1 : 0)
    return grammar.has(index, .clauseTime) ? index : nil
  }

  /// On which side of what follows it a number of days, weeks or months lies: "two days after the flood", "the day before they left", but
  /// not "less than two days after they left"; or whether it only says anew when the day before it was.
  private func side(of phrase: TimePhrase, in grammar: TimeGrammar) -> TimeExpression.Bound? {
    switch phrase.meaning {
    case .distance(_, _, _, from: .previous) where grammar.restatesDay(phrase.start): return .restated
    case .duration(.day, _), .duration(.week, _), .duration(.month, _),
      .relative(.day, -1...1, from: .previous):
      break
    default: return nil
    }
    let isCounted =
      grammar.isNumber(phrase.start) || grammar.has(phrase.start, .cardinal)
      || grammar.has(phrase.start, .indefinite) || grammar.has(phrase.start, .definite)
    guard isCounted else { return nil }
    return grammar.value(phrase.end, .fromTime).map { $0 > 0 ? .after : .before }
  }

  /// Whether a month, or a day of one, is what its sentence begins with, but for a preposition: "In March he left".
  private func opensSentence(_ phrase: TimePhrase, in grammar: TimeGrammar) -> Bool {
    switch phrase.meaning {
    case .slot(.month, .nearest), .slot(.monthDay, .nearest): break
    default: return false
    }
    return phrase.start == 0
      || phrase.start == 1 && (grammar.has(0, .in) || grammar.has(0, .on) || grammar.has(0, .preposition))
  }

  private func isAdverbial(_ phrase: TimePhrase, in grammar: TimeGrammar) -> Bool {
    let before = phrase.start - 1
    return before < 0 || grammar.has(before, .in) || grammar.has(before, .on)
      || grammar.atoms[before].isMark(UInt8(ascii: ","))
  }

  private func bound(before index: Int, in grammar: TimeGrammar) -> TimeExpression.Bound? {
    grammar.has(index - 1, .boundFrom) ? .from : grammar.has(index - 1, .boundUntil) ? .until : nil
  }
}
