import DossierModel

/// Numbers, units, lengths of time, and distances made of them.
extension TimeGrammar {
  struct Count {
    let end: Int
    /// Nil for "several".
    let value: Double?
    /// Whether it is only an article: "a year".
    var isArticle = false
  }

  /// "two", "12 to 18", "5 1/2", "two and a half", "a", "half an", "several".
  func count(at index: Int) -> Count? {
    guard var first = simpleCount(at: index) else { return nil }
    // "and a half" before the unit; behind it `length` looks.
    if has(first.end, .and), let half = half(at: first.end + 1), let value = first.value {
      first = Count(end: half, value: value + 0.5)
    }
    let isRange = has(first.end, .rangeMark) || has(first.end, .or) || isMark(first.end, "-")
    if isRange, !first.isArticle, let second = simpleCount(at: first.end + 1), !second.isArticle {
      // "the 2019-2020 school year": years count nothing.
      if fourDigits(at: index) != nil, fourDigits(at: first.end + 1) != nil { return nil }
      // "sentenced in 2018 to 10 years": what leads down is no stretch.
      if let from = first.value, let to = second.value, from > to { return nil }
      return Count(end: second.end, value: first.value == second.value ? first.value : nil)
    }
    return first
  }

  private func half(at index: Int) -> Int? {
    let after = skip(.indefinite, index)
    return has(after, .half) ? after + 1 : nil
  }

  private func simpleCount(at index: Int) -> Count? {
    guard index < atoms.count else { return nil }
    if isNumber(index) {
      guard atoms[index].digits <= 4 else { return nil }
      var end = index + 1
      var value = atoms[index].decimal
      // "5 1/2", "5-1/2", "1/2".
      let fraction = isMark(end, "-") ? end + 1 : end
      if let part = self.fraction(at: fraction) {
        value += part
        end = fraction + 3
      } else if let part = self.fraction(at: index) {
        value = part
        end = index + 3
      }
      return Count(end: end, value: value)
    }
    if has(index, .couple) { return Count(end: skip(.of, index + 1), value: 2) }
    if has(index, .indefinite), has(index + 1, .couple) {
      return Count(end: skip(.of, index + 2), value: 2)
    }
    if has(index, .vagueCount) { return Count(end: index + 1, value: nil) }
    if has(index, .half) {
      return Count(end: skip(.indefinite, skip(.of, index + 1)), value: 0.5)
    }
    if let words = numberInWords(at: index) { return Count(end: words.end, value: Double(words.value)) }
    if has(index, .indefinite) {
      if has(index + 1, .half) { return Count(end: index + 2, value: 0.5) }
      return Count(end: index + 1, value: 1, isArticle: true)
    }
    return nil
  }

  private func fraction(at index: Int) -> Double? {
    guard isNumber(index), isMark(index + 1, "/"), isJoined(index + 1), isNumber(index + 2),
      isJoined(index + 2),
      atoms[index].digits == 1, atoms[index + 2].digits == 1, atoms[index + 2].number > 1,
      atoms[index].number < atoms[index + 2].number
    else { return nil }
    return Double(atoms[index].number) / Double(atoms[index + 2].number)
  }

  /// "twenty-five", "two hundred", "a hundred", "nineteen".
  func numberInWords(at index: Int) -> (end: Int, value: Int)? {
    var at = index
    var total = 0
    var current = 0
    var any = false
    if has(at, .indefinite), has(at + 1, .multiplier) {
      current = 1
      at += 1
      any = true
    }
    while at < atoms.count {
      let word = any && isMark(at, "-") && isJoined(at) ? at + 1 : at
      if let value = value(word, .cardinal) {
        guard
          current == 0 || (current % 100 >= 20 && current % 10 == 0 && value < 10)
            || (current >= 100 && current % 100 == 0)
        else { break }
        current += value
      } else if let value = value(word, .multiplier), current > 0, current < 1000 {
        if value >= 1000 {
          guard total == 0 else { break }
          total += current * value
          current = 0
        } else {
          current *= value
        }
      } else if any, has(word, .and), current >= 100, current % 100 == 0, has(word + 1, .cardinal) {
        at = word + 1
        continue
      } else {
        break
      }
      any = true
      at = word + 1
    }
    return any && at > index ? (at, total + current) : nil
  }

  /// "first", "27th", "twenty-first".
  func ordinal(at index: Int) -> (end: Int, value: Int)? {
    if let value = value(index, .ordinal) { return (index + 1, value) }
    if isNumber(index), atoms[index].digits > 0, isJoined(index + 1), has(index + 1, .ordinalSuffix) {
      return (index + 2, atoms[index].number)
    }
    if let tens = value(index, .cardinal), tens >= 20, isMark(index + 1, "-"), isJoined(index + 1),
      let ones = value(index + 2, .ordinal), ones < 10
    {
      return (index + 3, tens + ones)
    }
    return nil
  }

  /// A unit's noun, and whether it stands in the plural.
  func unit(at index: Int) -> (unit: TimeMeaning.Unit, isPlural: Bool)? {
    if let value = value(index, .unit) { return (TimeMeaning.Unit.allCases[value], false) }
    if let value = value(index, .units) { return (TimeMeaning.Unit.allCases[value], true) }
    return nil
  }

  /// "two years", "a week", "two-year", "several months", "years": with what makes it a distance behind it.
  func length(at index: Int) -> TimePhrase? {
    if has(index, .distancePrefix) { return prefixedDistance(at: index) }
    var at = index
    var amount: Double?
    var isArticle = false
    if let count = count(at: index) {
      amount = count.value
      isArticle = count.isArticle
      at = count.end
      if isMark(at, "-"), isJoined(at) { at += 1 }
      at = skipAll(.whole, skip(.approximatorSuffix, skipAll(.whole, at)))
      if !isArticle, isAttribute(at) { at += 1 }
      if isMark(at, "-"), isJoined(at) { at += 1 }
    }
    let counted = at > index
    // "will one day be": a day of the future, and no length.
    if amount == 1, !isArticle, unit(at: at)?.unit == .day, at == index + 1, has(index - 1, .future),
      isWord(at + 1),
      !isNumber(index)
    {
      return TimePhrase(index, at + 1, .vague("FUTURE_REF"), rule: "vague")
    }
    guard let unit = unit(at: at) else { return countedWeekday(index, at, amount) }
    guard isLength(unit.unit, plural: unit.isPlural, at: at, counted: counted, isArticle: isArticle) else {
      return nil
    }
    if !counted { return bareUnits(at: at, unit) }
    // "the 2020 school year": a year counts nothing.
    if !unit.isPlural, fourDigits(at: index) != nil { return nil }
    // "three-quarters", "some quarters".
    if unit.unit == .quarter, isMark(at - 1, "-") || has(at + 1, .of) { return nil }
    let unitEnd = at + 1
    at = unitEnd
    if has(at, .and), let half = half(at: at + 1), let known = amount {
      amount = known + 0.5
      at = half
    } else if let more = secondLength(at: at, after: unit.unit), let known = amount {
      // "two years and six months": in the larger unit, as far as it can be told in it.
      amount = known + more.value
      at = more.end
    }
    at = skip(.approximatorSuffix, at)
    if let distance = distance(index, at, unit.unit, amount) {
      // "a year-earlier loss": the article is the loss's.
      return isArticle && isMark(at, "-") ? nil : distance
    }
    guard ageMark(at) == nil || unit.unit != .year else { return nil }
    // "a year-long trip": the article is the trip's.
    if isArticle, isMark(at, "-"), let end = lengthMark(at), end == at + 2 {
      return TimePhrase(index + 1, end, .duration(unit.unit, amount), .duration, rule: "length")
    }
    at = lengthMark(at) ?? ageMark(at) ?? at
    if isArticle, isRate(at: index) {
      return TimePhrase(index, at, .set(setValue(unit.unit, 1)), .set, rule: "rate")
    }
    return TimePhrase(index, at, .duration(unit.unit, amount), .duration, rule: "length")
  }

  /// Whether a word stands between a number and its unit as an adjective does: "two bloody weeks".
  private func isAttribute(_ index: Int) -> Bool {
    guard isWord(index), !atoms[index].isCapital, atoms[index].classes == 0, !isJoined(index),
      !tables.ends(atoms[index], as: .pluralEnding), !tables.ends(atoms[index], as: .pastEnding),
      unit(at: index + 1)?.isPlural == true
    else { return false }
    return !has(index + 2, .fromText) && !has(index + 2, .fromTime) && !has(index + 2, .fromNow)
  }

  private func isLength(
    _ unit: TimeMeaning.Unit, plural: Bool, at index: Int, counted: Bool, isArticle: Bool
  ) -> Bool {
    switch unit {
    // "the second", "a second", "a quarter of": words for other things too.
    case .second where !plural: return counted && !isArticle && !has(index + 1, .unit)
    case .quarter where !plural: return counted && !isArticle && isNumber(index - 2)
    case .season, .weekend, .halfYear: return counted && !isArticle
    default: return counted || plural
    }
  }

  /// "years", "weeks or months", "days later".
  private func bareUnits(at index: Int, _ unit: (unit: TimeMeaning.Unit, isPlural: Bool)) -> TimePhrase? {
    let at = index + 1
    if let distance = distance(index, at, unit.unit, nil) { return distance }
    guard ![.second, .minute, .hour, .quarter].contains(unit.unit) || lengthMark(at) != nil else {
      return nil
    }
    guard ageMark(at) == nil else { return nil }
    if has(at, .or) || has(at, .and), let second = self.unit(at: at + 1), second.isPlural {
      return TimePhrase(index, at + 2, .duration(unit.unit, nil), .duration, rule: "units")
    }
    return TimePhrase(index, lengthMark(at) ?? at, .duration(unit.unit, nil), .duration, rule: "units")
  }

  /// "six months" after "two years and", as a share of the larger unit.
  private func secondLength(at index: Int, after unit: TimeMeaning.Unit) -> (end: Int, value: Double)? {
    let at = has(index, .and) ? index + 1 : index
    guard at > index, let count = count(at: at), let value = count.value, let next = self.unit(at: count.end)
    else { return nil }
    switch (unit, next.unit) {
    case (.year, .month): return (count.end + 1, value / 12)
    case (.hour, .minute), (.minute, .second): return (count.end + 1, value / 60)
    case (.week, .day): return (count.end + 1, value / 7)
    default: return nil
    }
  }

  /// After "-long" behind a length.
  func lengthMark(_ index: Int) -> Int? { mark(.lengthMark, index) }
  private func ageMark(_ index: Int) -> Int? { mark(.ageMark, index) }

  private func mark(_ kind: TimeWord.Class, _ index: Int) -> Int? {
    let at = isMark(index, "-") && isJoined(index) ? index + 1 : index
    return has(at, kind) && (at == index || isJoined(at)) ? at + 1 : nil
  }

  /// Whether "a year" says how often: after a number, "times a", "dollars a".
  private func isRate(at index: Int) -> Bool {
    isNumber(index - 1) || has(index - 1, .times) || has(index - 1, .counted) || has(index - 1, .multiplier)
  }

  func setValue(_ unit: TimeMeaning.Unit, _ count: Int) -> String {
    switch unit {
    case .second, .minute, .hour: "PT\(count)\(unit.designator)"
    default: "P\(count)\(unit.designator)"
    }
  }

  // MARK: Distances

  /// A length that stands between two indexes, with "ago", "later", "before …" behind it.
  private func distance(_ start: Int, _ end: Int, _ unit: TimeMeaning.Unit, _ amount: Double?) -> TimePhrase?
  {
    let at = isMark(end, "-") && isJoined(end) ? end + 1 : end
    if let side = value(at, .fromNow) {
      let distance = TimeMeaning.distance(unit, amount, later: side > 0, from: .publication)
      return anniversary(start, at + 1, distance) ?? TimePhrase(start, at + 1, distance, rule: "distance")
    }
    if let side = value(at, .fromText) {
      return TimePhrase(
        start, at + 1, .distance(unit, amount, later: side > 0, from: .previous), rule: "distance")
    }
    // "the murder" of "two days before the murder" is no part of it, and neither is the preposition.
    guard let side = value(at, .fromTime), at == end, !isWord(at + 1) && !isNumber(at + 1) else { return nil }
    return TimePhrase(
      start, at + 1, .distance(unit, amount, later: side > 0, from: .previous), rule: "distance")
  }

  /// Whether a distance only says of the day before it how far that lies off: "on 2 May, exactly three weeks earlier".
  func restatesDay(_ start: Int) -> Bool {
    followsDay(start)
      || start > 0 && tables.ends(atoms[start - 1], as: .adverbEnding) && followsDay(start - 1)
  }

  /// "forty years ago today", "a year ago this week", "five years ago tonight": a day, or a period, as far back as a length.
  private func anniversary(_ start: Int, _ at: Int, _ distance: TimeMeaning) -> TimePhrase? {
    let today = TimeMeaning.relative(.day, 0, from: .time(distance))
    if value(at, .deicticDay) == 0 { return TimePhrase(start, at + 1, today, rule: "anniversary") }
    if let part = value(at, .deicticPart), part < 100 {
      return TimePhrase(
        start, at + 1, .timeOfDay(.part(TimeOfDay.Part.allCases[part]), on: today), .time, rule: "anniversary"
      )
    }
    guard has(at, .this), let unit = unit(at: at + 1), !unit.isPlural,
      [.week, .weekend, .month].contains(unit.unit)
    else { return nil }
    return TimePhrase(start, at + 2, .relative(unit.unit, 0, from: .time(distance)), rule: "anniversary")
  }

  /// "two Sundays from now", "three Fridays ago": a weekday that stands at an index, counted from now or the text.
  private func countedWeekday(_ start: Int, _ index: Int, _ amount: Double?) -> TimePhrase? {
    guard let weekday = value(index, .weekday), let amount, let count = Int(exactly: amount),
      (1...Self.mostWeeks).contains(count)
    else { return nil }
    if let side = value(index + 1, .fromNow) {
      return TimePhrase(
        start, index + 2, .slot(.weekday(weekday), .pointed(side * count, from: .publication)),
        rule: "counted-weekday")
    }
    guard let side = value(index + 1, .fromText) else { return nil }
    return TimePhrase(
      start, index + 2, .slot(.weekday(weekday), .pointed(side * count, from: .previous)),
      rule: "counted-weekday")
  }

  /// More weeks than a year has are not counted by their days.
  private static let mostWeeks = 52

  /// As languages have it that put the word first: "vor zwei Jahren", "hace dos años".
  private func prefixedDistance(at index: Int) -> TimePhrase? {
    guard let side = value(index, .distancePrefix), let count = count(at: index + 1),
      let unit = unit(at: skipAll(.whole, count.end))
    else { return nil }
    return TimePhrase(
      index, skipAll(.whole, count.end) + 1,
      .distance(unit.unit, count.value, later: side > 0, from: .publication), rule: "distance")
  }

  // MARK: Repetition

  /// "daily", "every Tuesday", "each year", "every two weeks".
  func repeated(at index: Int) -> TimePhrase? {
    if let set = value(index, .set), value(index, .weekday) == nil {
      return TimePhrase(index, index + 1, .set(tables.setValues[set]), .set, rule: "set")
    }
    guard has(index, .every) else { return nil }
    let at = skip(.definite, skip(.of, index + 1))
    if let weekday = value(at, .weekday) {
      let part = value(at + 1, .dayPart).map { "T" + TimeOfDay.Part.allCases[$0].rawValue } ?? ""
      return TimePhrase(
        index, part.isEmpty ? at + 1 : at + 2, .set("XXXX-WXX-\(weekday)\(part)"), .set, rule: "set")
    }
    if let month = value(at, .month) {
      return TimePhrase(
        index, at + 1, .set("XXXX-" + (month < 10 ? "0" : "") + "\(month)"), .set, rule: "set")
    }
    if let season = value(at, .season) {
      return TimePhrase(
        index, at + 1, .set("XXXX-" + ["SP", "SU", "FA", "WI"][season - 1]), .set, rule: "set")
    }
    if let part = value(at, .dayPart) {
      return TimePhrase(
        index, at + 1, .set("XXXX-XX-XXT" + TimeOfDay.Part.allCases[part].rawValue), .set, rule: "set")
    }
    let count = count(at: at)
    guard let unit = unit(at: count?.end ?? at) else { return nil }
    let number = Int(count?.value ?? 1)
    return TimePhrase(
      index, (count?.end ?? at) + 1, .set(setValue(unit.unit, max(1, number))), .set, rule: "set")
  }
}
