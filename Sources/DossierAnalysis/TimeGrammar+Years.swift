import DossierModel

/// Years, decades and centuries, alone and behind what lies in them.
extension TimeGrammar {
  /// The year behind a month or a season: ", 2019", "of 1940", "2019", "1940 BC", "nineteen ninety-seven".
  func yearBehind(_ index: Int) -> (end: Int, value: Int)? {
    var at = isMark(index, ",") ? index + 1 : index
    at = has(at, .of) || has(at, .in) ? at + 1 : at
    at = skipAll(.fiscal, skip(.yearWord, skip(.definite, at)))
    if let year = fourDigits(at: at) { return eraYear(at + 1, year) }
    if isNumber(at), (1...3).contains(atoms[at].digits), let era = value(at + 1, .era) {
      return (at + 2, era == 0 ? 1 - atoms[at].number : atoms[at].number)
    }
    if isMark(at, "'"), isNumber(at + 1), isJoined(at + 1), atoms[at + 1].digits == 2,
      !(isJoined(at + 2) && isWord(at + 2))
    {
      return (at + 2, fullYear(atoms[at + 1].number))
    }
    return yearInWords(at: at)
  }

  func fourDigits(at index: Int) -> Int? {
    guard isNumber(index), atoms[index].digits == 4, (1000...2199).contains(atoms[index].number) else {
      return nil
    }
    // The number of a time, a length or a sum, or a part of a longer one.
    if isJoined(index + 1), isWord(index + 1) || (isMark(index + 1, ":") && isNumber(index + 2)) {
      return nil
    }
    return atoms[index].number
  }

  private func eraYear(_ index: Int, _ year: Int) -> (end: Int, value: Int) {
    guard let era = value(index, .era), atoms[index].isCapital else { return (index, year) }
    return (index + 1, era == 0 ? 1 - year : year)
  }

  /// "nineteen ninety-seven", "two thousand".
  private func yearInWords(at index: Int) -> (end: Int, value: Int)? {
    if let hundreds = value(index, .cardinal), (16...20).contains(hundreds),
      let rest = numberInWords(at: index + 1), (10...99).contains(rest.value)
    {
      return (rest.end, hundreds * 100 + rest.value)
    }
    guard let words = numberInWords(at: index), (2000...2099).contains(words.value) else { return nil }
    return has(words.end, .units) ? nil : words
  }

  /// "last year", "that year", "the same year" behind a month, with "of" or without.
  func relativeYear(behind index: Int) -> TimePhrase? {
    let at = isMark(index, ",") ? index + 1 : skip(.of, index)
    guard let phrase = relative(at: at), phrase.kind == .date, case .relative(.year, _, _) = phrase.meaning
    else { return nil }
    return phrase
  }

  /// A year that stands alone.
  func year(at index: Int) -> TimePhrase? {
    if has(index, .fiscal), let year = yearBehind(index + 1) {
      return TimePhrase(index, year.end, date(year.value), rule: "year")
    }
    let first = has(index, .definite) && has(index + 1, .yearWord) ? index + 1 : index
    let number = skip(.yearWord, first)
    if number > index, let words = yearInWords(at: number) {
      return TimePhrase(index, words.end, date(words.value), rule: "year")
    }
    guard number < atoms.count, atoms[number].kind == .number || atoms[number].kind == .mark else {
      guard let words = yearInWords(at: index),
        words.value < 2000 || has(index - 1, .yearCue) || isMark(index - 1, ",")
      else { return nil }
      return TimePhrase(index, words.end, date(words.value), rule: "year")
    }
    if let era = value(number + 1, .era), isNumber(number), atoms[number].digits > 0,
      atoms[number + 1].isCapital
    {
      let value = atoms[number].number
      return TimePhrase(index, number + 2, date(era == 0 ? 1 - value : value), rule: "year")
    }
    if let year = yearBeforeEra(at: number) { return TimePhrase(index, number + 1, date(year), rule: "year") }
    if let short = shortYear(at: number) {
      return TimePhrase(number == first ? index : number, short.end, short.meaning, rule: "year")
    }
    guard let value = fourDigits(at: number), isYear(at: number, cued: number > index) else { return nil }
    return TimePhrase(index, number + 1, date(value), rule: "year")
  }

  /// The first year of "480-479 BC" or "499 to 493 BC".
  private func yearBeforeEra(at index: Int) -> Int? {
    guard isNumber(index), atoms[index].digits > 0, isNumber(index + 2), value(index + 3, .era) == 0,
      atoms[index].number > atoms[index + 2].number,
      isMark(index + 1, "-") || has(index + 1, .rangeMark) || has(index + 1, .and) || has(index + 1, .or)
    else { return nil }
    return 1 - atoms[index].number
  }

  /// "'99".
  private func shortYear(at index: Int) -> (end: Int, meaning: TimeMeaning)? {
    guard isMark(index, "'"), !isJoined(index), isNumber(index + 1), isJoined(index + 1),
      atoms[index + 1].digits == 2, !(isJoined(index + 2) && isWord(index + 2)),
      has(index - 1, .yearCue) || has(index - 1, .month) || has(index - 1, .season)
    else { return nil }
    return (index + 2, .slot(.yearOfCentury(atoms[index + 1].number), .nearest))
  }

  /// Whether a number of four digits is a year here, not a count, a sum, or part of a name such as a model's.
  private func isYear(at index: Int, cued: Bool) -> Bool {
    let value = atoms[index].number
    if isJoined(index), index > 0 {
      guard
        isMark(index - 1, "-") || isMark(index - 1, "(") || isMark(index - 1, "\"")
          || isMark(index - 1, "'") || isMark(index - 1, "[")
      else { return false }
      // A hyphen behind a letter makes a name of it, unless the word before is one of time: "mid-1996".
      let isHyphenated = isMark(index - 1, "-") && isJoined(index - 1)
      if isHyphenated, isWord(index - 2), !has(index - 2, .part), !has(index - 2, .season),
        !has(index - 2, .month)
      {
        return has(index - 2, .boundFrom) || has(index - 2, .yearCue)
      }
      if isHyphenated, isNumber(index - 2), atoms[index - 2].digits != 4 { return false }
    }
    if isMark(index + 1, "-"), isJoined(index + 1), isJoined(index + 2) {
      // A range of years goes on with a year; anything else behind a hyphen makes a compound or a number of it.
      if isNumber(index + 2) { return atoms[index + 2].digits == 4 || atoms[index + 2].digits == 2 }
      return false
    }
    if isMark(index + 1, "%") || has(index + 1, .counted) || has(index + 1, .units)
      || has(index + 1, .multiplier) || !cued && countsBehindWords(index)
    {
      return false
    }
    if isMark(index - 1, "$") || isMark(index - 1, "#") { return false }
    // "from 297 to 1051": a count goes on as one.
    if has(index - 1, .rangeMark), isNumber(index - 2), atoms[index - 2].digits == 3, !has(index + 1, .era) {
      return false
    }
    let isSecond = isMark(index - 1, "-") && isNumber(index - 2) && atoms[index - 2].digits == 4
    let isCued =
      cued || isSecond || has(index - 1, .yearCue) || has(index - 1, .part) || has(index - 1, .definite)
    return (1900...2059).contains(value) ? true : isCued || isMark(index - 1, "(") || isMark(index + 1, ")")
  }

  /// Whether a number behind a word that asks for no year counts what stands behind one or two small words: "sent 1960
  /// lightly armed soldiers".
  private func countsBehindWords(_ index: Int) -> Bool {
    guard isWord(index - 1), !atoms[index - 1].isCapital, !has(index - 1, .yearCue), !has(index - 1, .part),
      !has(index - 1, .definite),
      !has(index - 1, .in), !has(index - 1, .of)
    else { return false }
    for next in index + 1...index + 2 {
      guard isWord(next), !atoms[next].isCapital else { return false }
      if has(next + 1, .counted) { return true }
    }
    return false
  }

  /// "the 1990s", "the '80s", "the nineties", "1870s".
  func decade(at index: Int) -> TimePhrase? {
    let first = has(index, .definite) ? index + 1 : index
    if let name = value(first, .decadeName), first > index || isBehindPart(first) {
      return TimePhrase(index, first + 1, .slot(.decadeOfCentury(name), .nearest), rule: "decade")
    }
    // "the nineteen seventies".
    if let hundreds = value(first, .cardinal), (16...20).contains(hundreds),
      let name = value(first + 1, .decadeName)
    {
      return TimePhrase(index, first + 2, .absolute(.decade(hundreds * 100 + name)), rule: "decade")
    }
    let short = isMark(first, "'") ? first + 1 : first
    guard isNumber(short), atoms[short].digits > 0, isJoined(short + 1) || isMark(short + 1, "'"),
      has(pluralMark(short + 1), .decadeMark), atoms[short].number % 10 == 0
    else { return nil }
    var end = pluralMark(short + 1) + 1
    if has(skipMark("-", end), .yearWord) { end = skipMark("-", end) + 1 }
    let number = atoms[short].number
    if atoms[short].digits == 2, short > first || first > index {
      return TimePhrase(index, end, .slot(.decadeOfCentury(number), .nearest), rule: "decade")
    }
    if let era = value(end, .era), era == 0 {
      return TimePhrase(index, end + 1, .absolute(.decade(-number)), rule: "decade")
    }
    guard atoms[short].digits == 4, (1000...2100).contains(number) else { return nil }
    return TimePhrase(index, end, .absolute(.decade(number)), rule: "decade")
  }

  /// Whether "late" or "mid-" stands before.
  private func isBehindPart(_ index: Int) -> Bool {
    has(index - 1, .part) || isMark(index - 1, "-") && has(index - 2, .part)
  }

  private func pluralMark(_ index: Int) -> Int { isMark(index, "'") && isJoined(index) ? index + 1 : index }

  /// "the 19th century", "eighteenth-century".
  func century(at index: Int) -> TimePhrase? {
    guard let number = ordinal(at: skip(.definite, index)), number.value > 1 || has(number.end + 1, .era)
    else { return nil }
    let at = isMark(number.end, "-") ? number.end + 1 : number.end
    guard unit(at: at)?.unit == .century else { return nil }
    if let era = value(at + 1, .era), era == 0 {
      return TimePhrase(index, at + 2, .absolute(.century(-number.value * 100)), rule: "century")
    }
    return TimePhrase(index, at + 1, .absolute(.century((number.value - 1) * 100)), rule: "century")
  }
}
