import DossierModel

/// Times seen from another: "yesterday", "last week", "the following year", "the past two months", "late April".
extension TimeGrammar {
  /// "today", "yesterday", with a part of the day behind it left to `timeOfDay`.
  func deicticDay(at index: Int) -> TimePhrase? {
    guard let days = value(index, .deicticDay), !isPartOfName(index) else { return nil }
    return TimePhrase(index, index + 1, .relative(.day, days, from: .publication), rule: "deictic-day")
  }

  /// Whether a word of time is written as a name: "The Harbour Today", "a film called “This Week”".
  ///
  /// Where most words have capitals, in headlines, they tell nothing.
  private func isPartOfName(_ index: Int) -> Bool {
    guard index > 0, atoms[index].isCapital, isWord(index - 1), atoms[index - 1].isCapital else {
      return false
    }
    let words = atoms.lazy.filter { $0.kind == .word }
    return words.count(where: \.isCapital) * 2 < words.count(where: { _ in true })
  }

  /// What a determiner points at: how many steps, seen from what.
  private struct Pointer {
    var end: Int
    var steps: Int
    var anchor: TimeMeaning.Anchor
    /// "past", "recent", "coming": alone before a plural it is no single period.
    var isVague = false
    var isPast = false
    /// "the" alone.
    var isArticle = false
    var isThat = false
  }

  private func pointer(at index: Int) -> Pointer? {
    var at = index
    var found: Pointer?
    if has(at, .definite) || has(at, .possessive) {
      found = Pointer(end: at + 1, steps: 0, anchor: .previous, isArticle: true)
      at += 1
    } else if has(at, .this) {
      found = Pointer(end: at + 1, steps: 0, anchor: .publication)
      at += 1
    } else if has(at, .that) {
      if joinsClauses(at) { return nil }
      // Before another pointer it joins clauses: "said that last week".
      let end = has(at + 1, .same) ? at + 2 : at + 1
      return Pointer(end: end, steps: 0, anchor: .previous, isThat: end == at + 1)
    }
    if has(at, .same) {
      return Pointer(end: at + 1, steps: 0, anchor: .previous)
    }
    if let steps = value(at, .textPointer) { return Pointer(end: at + 1, steps: steps, anchor: .previous) }
    if let steps = value(at, .pointer) {
      let isThis = found != nil && !(found?.isArticle ?? true)
      // "the next day" follows the time told before; "next week" the article's date.
      let fromText = found?.isArticle == true && steps > 0
      return Pointer(
        end: at + 1, steps: isThis && steps != 0 ? steps : steps, anchor: fromText ? .previous : .publication)
    }
    if has(at, .past) { return Pointer(end: at + 1, steps: -1, anchor: .publication, isPast: true) }
    if let steps = value(at, .vaguePointer) {
      return Pointer(end: at + 1, steps: steps, anchor: .publication, isVague: true)
    }
    return found
  }

  /// Whether "that" begins what is reported, and a day stands first in it: "said that Monday's talks", "that Monday was".
  private func joinsClauses(_ that: Int) -> Bool {
    guard isWord(that - 1), value(that + 1, .weekday) != nil || value(that + 1, .month) != nil else {
      return false
    }
    if isMark(that + 2, "'") { return true }
    return (has(that - 1, .pastVerb) || has(that - 1, .and) || tables.ends(atoms[that - 1], as: .pastEnding))
      && (has(that + 2, .be) || has(that + 2, .future) || has(that + 2, .pastVerb))
  }

  /// A determiner with a unit, a weekday, a month or a season.
  func relative(at index: Int) -> TimePhrase? {
    if let day = deicticDay(at: index) { return day }
    if let compound = yearAgoCompound(at: index) { return compound }
    if let end = endOfUnit(at: index) { return end }
    if let earlier = unitBeforeLast(at: index) { return earlier }
    if let next = dayBeside(at: index) ?? unitBeside(at: index) { return next }
    guard let pointer = pointer(at: index) else { return ordinalUnit(at: index) }
    var at = skipAll(.fiscal, skipAll(.whole, pointer.end))
    if let count = count(at: at), !count.isArticle {
      // "said that two days had passed": it joins clauses.
      if pointer.isThat { return nil }
      let joined = isMark(count.end, "-") && isJoined(count.end) ? count.end + 1 : count.end
      let unitAt = skipAll(.whole, joined)
      // "the two-week crisis": the article is not the length's.
      if joined > count.end { return nil }
      if let unit = unit(at: unitAt), unit.isPlural || count.value == 1 || unitAt > count.end {
        guard !pointer.isArticle || pointer.steps == 0 else { return nil }
        return TimePhrase(
          index, periodBehind(skip(.approximatorSuffix, unitAt + 1)), .duration(unit.unit, count.value),
          .duration,
          rule: "length")
      }
      if !pointer.isArticle, has(unitAt, .season) {
        return TimePhrase(index, unitAt + 1, .duration(.season, count.value), .duration, rule: "length")
      }
      return ordinalUnit(at: index)
    }
    if let unit = unit(at: at) {
      return isPartOfName(at) ? nil : partOfMonth(index, at) ?? pointed(index, at, pointer, unit)
    }
    if pointer.isArticle { return ordinalUnit(at: index) }
    if let slot = pointedSlot(at: at), !pointer.isThat || !isMark(slot.end - 2, "-") {
      return TimePhrase(
        index, slot.end, .slot(slot.slot, .pointed(pointer.steps, from: pointer.anchor)), rule: slot.rule)
    }
    at = pointer.end
    // "the latest period" of a report is the quarter it is about.
    if has(at, .period), pointer.steps < 0, !pointer.isVague, !pointer.isPast {
      return TimePhrase(index, at + 1, .relative(.quarter, 0, from: .previous), rule: "relative-unit")
    }
    return nil
  }

  private func pointedSlot(at index: Int) -> Slot? {
    if let weekday = value(index, .weekday) {
      // "that Sun": a short form that is a name too.
      guard let date = weekdayDate(at: index) else { return nil }
      // "this coming Sunday, March 8": the date says it all.
      if date.end > index + 1, case .slot(let slot, .nearest) = date.meaning {
        return Slot(slot: slot, end: date.end, rule: date.rule)
      }
      return Slot(slot: .weekday(weekday), end: index + 1, rule: "weekday")
    }
    if let month = value(index, .month) {
      let end = skipStop(index + 1)
      if isNumber(end), (1...2).contains(atoms[end].digits), (1...31).contains(atoms[end].number) {
        return Slot(slot: .monthDay(month: month, day: atoms[end].number), end: end + 1, rule: "month-day")
      }
      return Slot(slot: .month(month), end: end == atoms.count ? index + 1 : end, rule: "month")
    }
    return slot(at: index)
  }

  private func pointed(
    _ start: Int, _ index: Int, _ pointer: Pointer, _ unit: (unit: TimeMeaning.Unit, isPlural: Bool)
  ) -> TimePhrase? {
    let end = index + 1
    if unit.isPlural {
      guard !pointer.isArticle else { return nil }
      if has(end, .and) || has(end, .or), self.unit(at: end + 1)?.isPlural == true {
        return TimePhrase(start, end + 2, .duration(unit.unit, nil), .duration, rule: "length")
      }
      return TimePhrase(start, end, .duration(unit.unit, nil), .duration, rule: "length")
    }
    switch unit.unit {
    case .second, .minute, .hour, .season, .halfYear: return nil
    case .decade,
      .century where pointer.isPast:
      if pointer.isPast { return TimePhrase(start, end, .duration(unit.unit, 1), .duration, rule: "length") }
    default: break
    }
    // "the year-ago results": a word of its own.
    if isMark(end, "-"), isJoined(end), isJoined(end + 1), isWord(end + 1) { return nil }
    if pointer.isArticle {
      guard [.year, .quarter, .week, .month, .weekend].contains(unit.unit),
        index == start + 1 || has(index - 1, .fiscal) || has(index - 1, .whole)
      else { return nil }
    }
    if pointer.isVague, unit.unit == .day { return nil }
    // "the year ended June 30" is a length.
    if pointer.isArticle, unit.unit == .year, has(end, .ended) {
      return TimePhrase(start, end, .duration(.year, 1), .duration, rule: "length")
    }
    // "on the same day that the bridge fell": the day is that of what follows, not of what was told before.
    if unit.unit == .day, has(index - 1, .same), has(end, .that), has(start - 1, .yearCue) {
      return TimePhrase(start, end, .vague("XXXX-XX-XX"), rule: "relative-unit")
    }
    let meaning = TimeMeaning.relative(unit.unit, pointer.steps, from: anchor(of: pointer, to: unit.unit))
    if has(end, .approximatorSuffix) {
      return TimePhrase(start, end + 1, .approximate(meaning), rule: "relative-unit")
    }
    // "last year's third quarter".
    if let behind = genitive(end), let slot = slot(at: behind), unit.unit == .year {
      return TimePhrase(start, slot.end, .slot(slot.slot, .within(meaning)), rule: slot.rule)
    }
    // "last year's quarter" is the one spoken of, a year before.
    if let behind = genitive(end), unit.unit == .year,
      self.unit(at: behind)?.unit == .quarter || has(behind, .period)
    {
      return TimePhrase(
        start, behind + 1,
        .distance(.year, Double(abs(pointer.steps)), later: pointer.steps > 0, from: .previous),
        rule: "distance")
    }
    // "the week of March 6".
    if [.week, .weekend, .month].contains(unit.unit), pointer.steps == 0, has(end, .of),
      let day = calendar(at: end + 1),
      isDay(day.meaning)
    {
      return TimePhrase(
        start, day.end, .relative(unit.unit, 0, from: .time(day.meaning)), rule: "relative-unit")
    }
    return TimePhrase(start, end, meaning, rule: "relative-unit")
  }

  /// "this day" is the one told of, for "today" is the word for the other; "the weekend" is the last one.
  private func anchor(of pointer: Pointer, to unit: TimeMeaning.Unit) -> TimeMeaning.Anchor {
    switch unit {
    case .day where pointer.steps == 0: .previousDay
    case .year where pointer.isThat: .told
    case .weekend where pointer.isArticle && pointer.steps == 0: .publication
    default: pointer.anchor
    }
  }

  /// After "of 1915" or "of February 1951" behind a length; the same index where there is none.
  private func periodBehind(_ index: Int) -> Int {
    guard has(index, .of), let period = calendar(at: index + 1), !isDay(period.meaning) else { return index }
    return period.end
  }

  /// "the last week of October", "the first days of 1915".
  private func partOfMonth(_ start: Int, _ index: Int) -> TimePhrase? {
    let isLast = has(index - 1, .lastOrdinal)
    guard isLast || value(index - 1, .ordinal) == 1, has(index + 1, .of),
      let base = calendar(at: index + 2), !isDay(base.meaning)
    else { return nil }
    return TimePhrase(start, base.end, .part(isLast ? .end : .start, of: base.meaning), rule: "part")
  }

  /// "the week before last", "the winter before last": what lies before the last one.
  private func unitBeforeLast(at index: Int) -> TimePhrase? {
    guard has(index, .definite), value(index + 2, .fromTime) == -1, value(index + 3, .pointer) == -1,
      !isWord(index + 4) || has(index + 4, .pastVerb) || has(index + 4, .future) || has(index + 4, .yearCue)
    else { return nil }
    if let season = value(index + 1, .season) {
      return TimePhrase(
        index, index + 4, .slot(.season(season), .pointed(-2, from: .publication)), rule: "season")
    }
    guard let unit = unit(at: index + 1), !unit.isPlural,
      [.week, .weekend, .month, .year, .quarter].contains(unit.unit)
    else { return nil }
    return TimePhrase(
      index, index + 4, .relative(unit.unit, -2, from: .publication), rule: "relative-unit")
  }

  /// "the day before", "the day after the vote": the day beside the one told.
  private func dayBeside(at index: Int) -> TimePhrase? {
    guard has(index, .definite), let unit = unit(at: index + 1), !unit.isPlural, unit.unit == .day,
      let side = value(index + 2, .fromTime) ?? value(index + 2, .textPointer)
    else { return nil }
    let isBesideEvent = isWord(index + 3) || isNumber(index + 3)
    let end = isBesideEvent ? index + 2 : index + 3
    // "On 3 March, the day after the vote": the day told before it.
    let steps = isBesideEvent && followsDay(index) ? 0 : side
    return TimePhrase(index, end, .relative(.day, steps, from: .previous), rule: "relative-unit")
  }

  /// "the week before", "the month after": beside the time told before, where nothing follows that it is beside.
  private func unitBeside(at index: Int) -> TimePhrase? {
    guard has(index, .definite), let unit = unit(at: index + 1), !unit.isPlural,
      [.week, .weekend, .month, .year].contains(unit.unit),
      let side = value(index + 2, .fromTime) ?? value(index + 2, .textPointer),
      !isWord(index + 3), !isNumber(index + 3)
    else { return nil }
    return TimePhrase(index, index + 3, .relative(unit.unit, side, from: .previous), rule: "relative-unit")
  }

  /// Whether a comma and a day stand right before: "on 3 March, the day after".
  func followsDay(_ index: Int) -> Bool {
    guard index > 1, isMark(index - 1, ",") else { return false }
    return isNumber(index - 2) || has(index - 2, .ordinalSuffix) || has(index - 2, .weekday)
      || has(index - 2, .month)
  }

  /// "the first nine months", "the second day", "first two quarters of 1990".
  private func ordinalUnit(at index: Int) -> TimePhrase? {
    let at = skip(.definite, index)
    let order: (end: Int, value: Int)
    if let ordinal = ordinal(at: at) {
      order = ordinal
    } else if has(at, .lastOrdinal) {
      order = (at + 1, -1)
    } else {
      return nil
    }
    if unit(at: order.end) != nil, let part = partOfMonth(index, order.end) { return part }
    if at > index, order.value > 0, let unit = unit(at: order.end), unit.unit == .day, !unit.isPlural {
      // "The first day of their trial" is of what follows, and on no day that was told.
      if has(order.end + 1, .of), has(order.end + 2, .possessive) {
        return TimePhrase(index, order.end + 1, .vague("XXXX-XX-XX"), rule: "relative-unit")
      }
      return TimePhrase(index, order.end + 1, .relative(.day, 0, from: .previous), rule: "relative-unit")
    }
    if let count = count(at: order.end), !count.isArticle, let unit = unit(at: count.end), unit.isPlural {
      return TimePhrase(
        index, periodBehind(count.end + 1), .duration(unit.unit, count.value), .duration, rule: "length")
    }
    return nil
  }

  /// "the year-ago quarter", "year-earlier period".
  private func yearAgoCompound(at index: Int) -> TimePhrase? {
    let at = skip(.definite, index)
    guard let unit = unit(at: at), !unit.isPlural, isMark(at + 1, "-"),
      has(at + 2, .fromNow) || has(at + 2, .fromText)
    else { return nil }
    if let count = count(at: at + 3), !count.isArticle, let unit = self.unit(at: count.end) {
      return TimePhrase(index, count.end + 1, .duration(unit.unit, count.value), .duration, rule: "length")
    }
    let isNoun = slot(at: at + 3) != nil || has(at + 3, .period) || self.unit(at: at + 3) != nil
    guard isNoun || at == index else { return nil }
    let side = value(at + 2, .fromNow) ?? value(at + 2, .fromText) ?? -1
    let anchor = has(at + 2, .fromNow) ? TimeMeaning.Anchor.publication : .previous
    let year = TimeMeaning.distance(unit.unit, 1, later: side > 0, from: anchor)
    if let slot = slot(at: at + 3) {
      return TimePhrase(index, slot.end, .slot(slot.slot, .within(year)), rule: slot.rule)
    }
    if has(at + 3, .period) || self.unit(at: at + 3) != nil {
      return TimePhrase(index, at + 4, year, rule: "distance")
    }
    return TimePhrase(index, at + 3, year, rule: "distance")
  }

  /// "year-end", "year's end", "month's end".
  private func endOfUnit(at index: Int) -> TimePhrase? {
    guard let unit = unit(at: index), !unit.isPlural,
      [.year, .month, .week, .day, .quarter].contains(unit.unit)
    else { return nil }
    let at = genitive(index + 1) ?? (isMark(index + 1, "-") ? index + 2 : index + 1)
    guard let part = value(at, .partNoun), at == index + 1 || isJoined(at) || at > index + 2,
      TimeMeaning.Part.allCases[part] == .end
    else { return nil }
    return TimePhrase(
      index, at + 1, .part(.end, of: .relative(unit.unit, 0, from: .previous)), rule: "part")
  }

  // MARK: Parts of periods

  /// "late April", "early this year", "the end of 1990", "mid-1980s", "earlier this month".
  func partOfPeriod(at index: Int) -> TimePhrase? {
    if let part = value(index, .part) {
      var at = index + 1
      if isMark(at, "-") { at += 1 }
      at = skip(.in, at)
      guard let base = partBase(at: at) else { return nil }
      return TimePhrase(
        index, base.end, .part(TimeMeaning.Part.allCases[part], of: base.meaning), base.kind, rule: "part")
    }
    // "the early 1980s", "the middle of October", "the end of the year".
    let at = skip(.definite, index)
    if at > index, let part = value(at, .part), !has(at, .partNoun) || isMark(at + 1, "-") {
      let behind = isMark(at + 1, "-") ? at + 2 : at + 1
      guard let base = partBase(at: behind) else { return nil }
      return TimePhrase(
        index, base.end, .part(TimeMeaning.Part.allCases[part], of: base.meaning), base.kind, rule: "part")
    }
    guard let part = value(at, .partNoun) else { return nil }
    let isOf = has(at + 1, .of)
    guard isOf || isMark(at + 1, "-") else { return nil }
    guard let base = dayOrPeriod(at: at + 2) ?? definitePeriod(at: at + 2) else { return nil }
    return TimePhrase(
      index, base.end, .part(TimeMeaning.Part.allCases[part], of: base.meaning), rule: "part")
  }

  private func partBase(at index: Int) -> TimePhrase? {
    if let time = timeOfDay(at: index) { return time }
    guard let base = dayOrPeriod(at: index) ?? definitePeriod(at: index) else {
      guard let season = value(index, .season) else { return nil }
      return TimePhrase(index, index + 1, .slot(.season(season), .nearest), rule: "season")
    }
    return base
  }

  private func definitePeriod(at index: Int) -> TimePhrase? {
    guard has(index, .definite), let unit = unit(at: index + 1), !unit.isPlural else { return nil }
    return TimePhrase(
      index, index + 2, .relative(unit.unit, 0, from: .previous), rule: "relative-unit")
  }
}
