import DossierModel
import DossierSource

/// What a rule of the grammar found: which atoms, and what they mean.
struct TimePhrase {
  /// Index of the atom after the last.
  var end: Int
  var meaning: TimeMeaning
  var kind: TimeExpression.Kind
  var rule: String
  /// Whether more than one was found, and the rest begins here: "May 5 and 6".
  var start: Int

  init(
    _ start: Int, _ end: Int, _ meaning: TimeMeaning, _ kind: TimeExpression.Kind = .date, rule: String
  ) {
    self.start = start
    self.end = end
    self.meaning = meaning
    self.kind = kind
    self.rule = rule
  }
}

/// The rules that make expressions of time of one sentence's atoms, each for one kind of phrase.
///
/// Compositional: small phrases (a number, a unit, a day) make larger ones (a length, a distance, a part of a
/// period), after the typed tokens of SynTime (Zhong, Sun and Cambria, ACL 2017), with values from the parts.
/// It holds for languages that put these parts in the orders the rules allow; which words are which is the pack's.
struct TimeGrammar {
  let atoms: [TimeAtom]
  let tables: TimeTables

  // MARK: Looking at atoms

  func has(_ index: Int, _ kind: TimeWord.Class) -> Bool {
    index >= 0 && index < atoms.count && atoms[index].has(kind)
  }

  func value(_ index: Int, _ kind: TimeWord.Class) -> Int? {
    has(index, kind) ? tables.value(of: atoms[index], as: kind) : nil
  }

  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    index >= 0 && index < atoms.count && atoms[index].isMark(UInt8(ascii: mark))
  }

  /// Whether an atom follows the one before it without a space.
  func isJoined(_ index: Int) -> Bool { index > 0 && index < atoms.count && !atoms[index].spaceBefore }

  func isNumber(_ index: Int) -> Bool { index >= 0 && index < atoms.count && atoms[index].kind == .number }
  func isWord(_ index: Int) -> Bool { index >= 0 && index < atoms.count && atoms[index].kind == .word }

  /// The index after a word of a class, or the same index.
  func skip(_ kind: TimeWord.Class, _ index: Int) -> Int { has(index, kind) ? index + 1 : index }
  func skipMark(_ mark: Unicode.Scalar, _ index: Int) -> Int { isMark(index, mark) ? index + 1 : index }

  func skipAll(_ kind: TimeWord.Class, _ index: Int) -> Int {
    var index = index
    while has(index, kind) { index += 1 }
    return index
  }

  /// After an apostrophe and the s of a genitive, or the apostrophe alone; nil where there is none.
  func genitive(_ index: Int) -> Int? {
    guard isMark(index, "'"), isJoined(index) else { return nil }
    return isWord(index + 1) && isJoined(index + 1) && atoms[index + 1].upper - atoms[index + 1].lower == 1
      ? index + 2 : index + 1
  }

  /// After the full stop of an abbreviation that ends at an index.
  func skipStop(_ index: Int) -> Int {
    guard isMark(index, "."), isJoined(index), index > 0 else { return index }
    return atoms[index - 1].upper - atoms[index - 1].lower <= 5 ? index + 1 : index
  }

  // MARK: The phrase at an index

  /// The longest phrase that begins at an index.
  func phrase(at index: Int) -> TimePhrase? {
    var best: TimePhrase?
    func consider(_ phrase: TimePhrase?) {
      guard let phrase, phrase.end > (best?.end ?? index) else { return }
      best = phrase
    }
    consider(core(at: index))
    consider(modified(at: index))
    return best
  }

  private func core(at index: Int) -> TimePhrase? {
    var best: TimePhrase?
    func consider(_ phrase: TimePhrase?) {
      guard let phrase, phrase.end > (best?.end ?? index) else { return }
      best = phrase
    }
    consider(timeOfDay(at: index))
    consider(partOfPeriod(at: index))
    consider(repeated(at: index))
    consider(calendar(at: index))
    consider(relative(at: index))
    consider(length(at: index))
    consider(vague(at: index))
    consider(samePeriod(at: index))
    return best
  }

  /// "at least about", with the full stop of "ca.": more of them is no phrase.
  private static let mostModifiers = 4

  /// "about two years", "nearly four years ago", "at least the past 18 months".
  private func modified(at index: Int) -> TimePhrase? {
    var after = index
    var isAbout = false
    while after < atoms.count, after - index < Self.mostModifiers {
      if has(after, .approximator) {
        isAbout = true
        after += 1
        if isMark(after, "."), isJoined(after) { after += 1 }
      } else if has(after, .minimal) || (has(after, .beyond) && isWithinPreposition(after)) {
        after += 1
      } else {
        break
      }
    }
    guard after > index, after < atoms.count, var phrase = core(at: after) ?? oneMore(at: after) else {
      return nil
    }
    guard phrase.kind != .set, phrase.rule != "vague", phrase.rule != "units" else { return nil }
    if !isAbout, phrase.kind != .duration, phrase.rule != "distance" { return nil }
    if isAbout, phrase.kind != .duration { phrase.meaning = .approximate(phrase.meaning) }
    phrase.start = index
    return phrase
  }

  /// "another year", "an additional month".
  private func oneMore(at index: Int) -> TimePhrase? {
    guard value(index - 1, .minimal) == 1, let unit = unit(at: index), !unit.isPlural else { return nil }
    switch unit.unit {
    case .hour, .day, .week, .month, .year, .decade, .century:
      return TimePhrase(index, index + 1, .duration(unit.unit, 1), .duration, rule: "length")
    default: return nil
    }
  }

  /// "at that time", "during this period": the time told before.
  private func samePeriod(at index: Int) -> TimePhrase? {
    guard has(index, .that) || has(index, .this) || (has(index, .definite) && has(index + 1, .same)) else {
      return nil
    }
    let at = skip(.same, index + 1)
    // "at the same time" mostly joins sentences and tells no time.
    guard has(at, .time) || has(at, .period), at == index + 1 || has(at, .period), has(index - 1, .yearCue)
    else { return nil }
    // "at this time" is now, as whoever says it means.
    if has(index, .this), at == index + 1, has(at, .time) {
      return TimePhrase(index, at + 1, .vague("PRESENT_REF"), rule: "vague")
    }
    // A period is longer than the day that was told last.
    return TimePhrase(
      index, at + 1, .relative(has(at, .period) ? .month : .day, 0, from: .previous), rule: "same-time")
  }

  /// "for over two years", "over a week": not "over the last two years".
  private func isWithinPreposition(_ index: Int) -> Bool {
    has(index + 1, .indefinite) || (has(index - 1, .yearCue) && count(at: index + 1) != nil)
  }

  /// "now", "recently", "soon", "the past".
  private func vague(at index: Int) -> TimePhrase? {
    if has(index, .definite), has(index + 1, .past), has(index - 1, .yearCue) || !isWord(index + 2) {
      return TimePhrase(index, index + 2, .vague("PAST_REF"), rule: "vague")
    }
    guard let value = value(index, .vague) else { return nil }
    return TimePhrase(index, index + 1, .vague(tables.vagueValues[value]), rule: "vague")
  }
}
