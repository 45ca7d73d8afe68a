import DossierModel

/// Dates, years, and what the calendar names: months, weekdays, seasons, quarters, holidays.
extension TimeGrammar {
  /// A date or a named period, with the year it lies in where one is told.
  func calendar(at index: Int) -> TimePhrase? {
    calendarPhrase(at: index).map(withYearOfSecond).map(withYearBefore)
  }

  /// "5 December" of "In 2011, on 5 December" is of the year that stands before it.
  private func withYearBefore(_ phrase: TimePhrase) -> TimePhrase {
    guard case .slot(let slot, .nearest) = phrase.meaning, phrase.start > 3 else { return phrase }
    switch slot {
    case .month, .monthDay: break
    default: return phrase
    }
    let at = phrase.start - 3
    guard has(at + 2, .on) || has(at + 2, .in), isMark(at + 1, ","), isNumber(at), atoms[at].digits == 4,
      has(at - 1, .in), let year = year(at: at), case .absolute = year.meaning
    else { return phrase }
    var phrase = phrase
    phrase.meaning = .slot(slot, .within(year.meaning))
    return phrase
  }

  /// "July" of "July to November 1954" is of the year that stands behind the second.
  private func withYearOfSecond(_ phrase: TimePhrase) -> TimePhrase {
    guard case .slot(let slot, .nearest) = phrase.meaning else { return phrase }
    if case .season(let season) = slot {
      return season == Self.winter ? phrase : withYearOfSecondSeason(phrase)
    }
    let first: (month: Int, day: Int?)
    switch slot {
    case .month(let month): first = (month, nil)
    case .monthDay(let month, let day): first = (month, day)
    default: return phrase
    }
    let mark = phrase.end
    guard joins(mark),
      case .absolute(.date(let second))? = (monthDate(at: mark + 1) ?? dayFirstDate(at: mark + 1))?.meaning,
      let year = second.year, let month = second.month, year > 0
    else { return phrase }
    var phrase = phrase
    phrase.meaning = date(first.month > month ? year - 1 : year, first.month, first.day)
    return phrase
  }

  /// The fourth season, which begins in one year and ends in the next.
  private static let winter = 4

  /// "summer" of "summer and autumn 1918", "the spring" of "the spring and early summer of 1943".
  private func withYearOfSecondSeason(_ phrase: TimePhrase) -> TimePhrase {
    guard has(phrase.end, .rangeMark) || has(phrase.end, .and) || has(phrase.end, .or) else { return phrase }
    let at = skip(.definite, phrase.end + 1)
    guard let second = namedPeriod(at: has(at, .part) ? at + 1 : at),
      case .slot(.season, .within(let year)) = second.meaning, case .slot(let slot, _) = phrase.meaning
    else { return phrase }
    var phrase = phrase
    phrase.meaning = .slot(slot, .within(year))
    return phrase
  }

  private func calendarPhrase(at index: Int) -> TimePhrase? {
    numericDate(at: index) ?? weekdayDate(at: index) ?? monthDate(at: index) ?? dayFirstDate(at: index)
      ?? namedPeriod(at: index) ?? dayOfMonth(at: index) ?? decade(at: index) ?? century(at: index)
      ?? year(at: index)
  }

  /// A day or a period that other phrases can be of or on: "the end of", "two days after", "10 p.m.".
  func dayOrPeriod(at index: Int) -> TimePhrase? {
    if let day = deicticDay(at: index) { return day }
    let dated = calendar(at: index)
    let told = relative(at: index)
    guard let dated else { return told?.kind == .date ? told : nil }
    guard let told, told.kind == .date, told.end > dated.end else { return dated }
    return told
  }

  func date(_ year: Int?, _ month: Int? = nil, _ day: Int? = nil) -> TimeMeaning {
    .absolute(.date(CalendarDate(year: year, month: month, day: day)))
  }

  // MARK: Numbers only

  /// 2019-08-27, 27/08/2019, 8/27/2019, 27.8.2019.
  private func numericDate(at index: Int) -> TimePhrase? {
    guard isNumber(index), index + 4 < atoms.count, atoms[index].digits > 0, isNumber(index + 2),
      isNumber(index + 4),
      (1...4).allSatisfy({ isJoined(index + $0) }), atoms[index + 1].hash == atoms[index + 3].hash,
      isMark(index + 1, "-") || isMark(index + 1, "/") || isMark(index + 1, "."),
      !(isJoined(index) && (isMark(index - 1, "-") || isMark(index - 1, "/"))),
      !(isJoined(index + 5) && (isMark(index + 5, "-") || isMark(index + 5, "/")) && isNumber(index + 6))
    else { return nil }
    let (first, second, third) = (atoms[index], atoms[index + 2], atoms[index + 4])
    if first.digits == 4, second.digits <= 2, third.digits <= 2 {
      return dated(index, index + 5, first.number, second.number, third.number)
    }
    guard first.digits <= 2, second.digits <= 2, third.digits == 4 || third.digits == 2 else { return nil }
    if third.digits == 2, !isMark(index + 1, "/") { return nil }
    let year = third.digits == 4 ? third.number : fullYear(third.number)
    let isDayFirst =
      first.number > 12 || (second.number <= 12 && tables.order == .dayFirst) || isMark(index + 1, ".")
    return isDayFirst
      ? dated(index, index + 5, year, second.number, first.number)
      : dated(index, index + 5, year, first.number, second.number)
  }

  private func dated(_ start: Int, _ end: Int, _ year: Int, _ month: Int, _ day: Int) -> TimePhrase? {
    guard let day = CalendarDay(year: year, month: month, day: day) else { return nil }
    return TimePhrase(start, end, .absolute(EDTF(day)), rule: "calendar-date")
  }

  func fullYear(_ number: Int) -> Int { number < 50 ? 2000 + number : 1900 + number }

  // MARK: Months and days

  /// "Wednesday", "Wednesday, January 23", "Wednesday 23 January 2019".
  func weekdayDate(at index: Int) -> TimePhrase? {
    guard let weekday = value(index, .weekday) else { return nil }
    let stop = skipStop(index + 1)
    let at = skip(.definite, skipMark(",", stop > index + 1 && isFollowedByDate(stop) ? stop : index + 1))
    if at == index + 2, has(index + 1, .definite), let day = numberedDay(at: at) {
      return TimePhrase(index, day.end, .slot(.dayOfMonth(day.value), .nearest), rule: "day-of-month")
    }
    guard let date = monthDate(at: at) ?? dayFirstDate(at: at) ?? numericDate(at: at) else {
      // "the Harbour Sun.": a short form that ends a name.
      let isAfterName = isWord(index - 1) && atoms[index - 1].isCapital
      guard value(index, .ambiguous) == nil || (isMark(index + 1, ".") && isJoined(index + 1) && !isAfterName)
      else { return nil }
      // "closed on Sundays": each of them; "two Sundays" are days that were told.
      if let habit = value(index, .set), !has(index - 1, .cardinal), !isNumber(index - 1) {
        return TimePhrase(index, index + 1, .set(tables.setValues[habit]), .set, rule: "set")
      }
      // "one Sunday last March" is none of them; "Formula One Sunday" is a name.
      if value(index - 1, .cardinal) == 1, index == 1 || !atoms[index - 1].isCapital {
        return TimePhrase(index, index + 1, .vague("XXXX-WXX-\(weekday)"), rule: "weekday")
      }
      if isNarrated(index) {
        return TimePhrase(
          index, index + 1, .slot(.weekday(weekday), .pointed(0, from: .told)), rule: "weekday-told")
      }
      return TimePhrase(index, index + 1, .slot(.weekday(weekday), .nearest), rule: "weekday")
    }
    switch date.meaning {
    case .slot(.monthDay(let month, let day), .nearest):
      let slot = CalendarSlot.weekdayMonthDay(weekday: weekday, month: month, day: day)
      return TimePhrase(index, date.end, .slot(slot, .nearest), rule: "weekday-month-day")
    case .slot(.monthDay, _):
      return TimePhrase(index, date.end, date.meaning, rule: date.rule)
    case .absolute(let value) where value.day != nil:
      return TimePhrase(index, date.end, date.meaning, rule: date.rule)
    default: return TimePhrase(index, index + 1, .slot(.weekday(weekday), .nearest), rule: "weekday")
    }
  }

  /// Whether a weekday goes on from a day told before, and not from the day of writing: "on the Tuesday".
  ///
  /// Before a noun the article is the noun's: "on the Tuesday flight".
  private func isNarrated(_ weekday: Int) -> Bool {
    guard has(weekday - 1, .definite),
      has(weekday - 2, .on) || has(weekday - 2, .preposition) || has(weekday - 2, .boundUntil)
    else { return false }
    let next = weekday + 1
    // "On the Tuesday after the vote".
    if value(next, .fromTime) == 1, isWord(next + 1) { return true }
    let isOfDay = has(next, .dayPart) && !atoms[next].isCapital
    return next >= atoms.count || !isWord(next) && !isNumber(next) || isOfDay || has(next, .and)
      || has(next, .future) || has(next, .perfect) || has(next, .be) || has(next, .pastVerb)
      || has(next, .opener)
  }

  /// "21st" of "Thursday the 21st", where no month and no noun stands behind it.
  private func numberedDay(at index: Int) -> (end: Int, value: Int)? {
    guard let day = ordinal(at: index), (1...31).contains(day.value), !has(day.end, .month),
      !has(day.end, .of),
      !isWord(day.end) || isFunctionWord(day.end) || has(day.end, .pastVerb)
    else { return nil }
    return day
  }

  private func isFollowedByDate(_ index: Int) -> Bool {
    has(skipMark(",", index), .month) || isNumber(skipMark(",", index))
  }

  /// "January 23, 2019", "Jan 23", "January 2019", "February of 1940", "June last year", "March the 5th".
  private func monthDate(at index: Int) -> TimePhrase? {
    guard let month = value(index, .month) else { return nil }
    let bare = skipStop(index + 1)
    var at = skip(.definite, bare)
    if let day = dayNumber(at: at), !countsNoun(day.end, behindMonth: index) {
      at = day.end
      if let year = yearBehind(at) { return monthDay(index, year.end, month, day.value, year.value) }
      if let frame = relativeYear(behind: at) {
        return TimePhrase(
          index, frame.end, .slot(.monthDay(month: month, day: day.value), .within(frame.meaning)),
          rule: "month-day")
      }
      // "March 5-7, 1998": the year behind the second day is that of the first too.
      if let next = continuedDay(at: at), let year = yearBehind(next.end) {
        return monthDay(index, day.end, month, day.value, year.value)
      }
      return TimePhrase(
        index, day.end, .slot(.monthDay(month: month, day: day.value), .nearest), rule: "month-day")
    }
    at = bare
    if let year = yearBehind(at) {
      return TimePhrase(index, year.end, date(year.value, month), rule: "calendar-date")
    }
    if let frame = relativeYear(behind: at) {
      return TimePhrase(index, frame.end, .slot(.month(month), .within(frame.meaning)), rule: "month")
    }
    guard isBareMonth(index) else { return nil }
    let end = bare > index + 1 && bare == atoms.count ? index + 1 : bare
    return TimePhrase(index, end, .slot(.month(month), .nearest), rule: "month")
  }

  /// Whether a number behind a month counts what follows it: "In March 23 people were told to leave".
  ///
  /// A day is told with "on", or stands alone.
  private func countsNoun(_ end: Int, behindMonth month: Int) -> Bool {
    guard has(month - 1, .in), end == month + 2, isWord(end) else { return false }
    return !isFunctionWord(end) && !has(end, .pastVerb) && !has(end, .be) && !has(end, .future)
      && !has(end, .preposition) && !has(end, .on) && !has(end, .in) && !has(end, .or)
      && yearBehind(end) == nil && relativeYear(behind: end) == nil
  }

  /// The day behind "-", "to", "and" after a day: "March 5-7", "April 12 or 13".
  private func continuedDay(at index: Int) -> (start: Int, end: Int, value: Int)? {
    guard isMark(index, "-") || has(index, .rangeMark) || has(index, .and) || has(index, .or) else {
      return nil
    }
    let start = index + 1
    guard let day = dayNumber(at: start), !(isJoined(day.end) && isWord(day.end)), !has(day.end, .month),
      !has(day.end, .of),
      !has(day.end, .units), !isMark(index, "-") || isJoined(start)
    else { return nil }
    // "5 people", "27.8.2019": a number of something else.
    let isPlain =
      !isWord(day.end) || isFunctionWord(day.end) || has(day.end, .pastVerb)
      || has(day.end, .future) || (!has(day.end, .counted) && isMark(index, "-"))
    guard isPlain, !(isJoined(day.end) && isNumber(day.end + 1) && isJoined(day.end + 1)) else { return nil }
    return (start, day.end, day.value)
  }

  /// Whether what stands at an index joins two times: "and", "to", a dash.
  func joins(_ index: Int) -> Bool {
    isMark(index, "-") || has(index, .rangeMark) || has(index, .and) || has(index, .or)
  }

  /// A second day or year of what was just found: "March 5-7", "2011–14".
  func continuation(of phrase: TimePhrase, at index: Int) -> TimePhrase? {
    switch phrase.meaning {
    case .slot(.monthDay(let month, _), let frame):
      guard let next = continuedDay(at: index) else { return nil }
      if let year = yearBehind(next.end) {
        return monthDay(next.start, year.end, month, next.value, year.value)
      }
      return TimePhrase(
        next.start, next.end, .slot(.monthDay(month: month, day: next.value), frame), rule: "month-day")
    case .absolute(.date(let first)):
      guard let year = first.year, year > 0 else { return nil }
      if let month = first.month, first.day != nil, let next = continuedDay(at: index) {
        return monthDay(next.start, yearBehind(next.end)?.end ?? next.end, month, next.value, year)
      }
      guard first.month == nil, isMark(index, "-") || isMark(index, "/"), isJoined(index),
        isJoined(index + 1),
        isNumber(index + 1), atoms[index + 1].digits == 2, !isJoined(index + 2) || !isWord(index + 2)
      else { return nil }
      return TimePhrase(index + 1, index + 2, date(year / 100 * 100 + atoms[index + 1].number), rule: "year")
    default: return nil
    }
  }

  /// A month's name that is also another word stands alone only after a preposition.
  private func isBareMonth(_ index: Int) -> Bool {
    // Among other words, capitals make it the short form of a name: "the DEC's appeal".
    if atoms[index].isInCapitals, isWord(index - 1), !atoms[index - 1].isInCapitals { return false }
    // "DEC members are there": a body's short name opens the sentence.
    if atoms[index].isInCapitals, !isWord(index - 1), isWord(index + 1), !atoms[index + 1].isInCapitals {
      return false
    }
    if atoms[index].isInCapitals, isMark(index - 1, "("), isMark(index + 1, ")") { return false }
    guard let kind = value(index, .ambiguous) else { return true }
    guard kind == 0 else { return isMark(index + 1, ".") && isJoined(index + 1) }
    if isMark(index + 1, "-") || has(index + 1, .rangeMark), has(index + 2, .month) { return true }
    return has(index - 1, .in) || has(index - 1, .boundFrom) || has(index - 1, .boundUntil)
      || has(index - 1, .part)
      || has(index - 1, .yearCue) || (isMark(index - 1, "-") && has(index - 2, .part))
  }

  private func monthDay(_ start: Int, _ end: Int, _ month: Int, _ day: Int, _ year: Int) -> TimePhrase? {
    TimePhrase(
      start, end, date(year, month, min(day, CalendarDay.days(inMonth: month, of: year))),
      rule: "calendar-date")
  }

  /// A number that can be a day of a month: 23, 23rd, "twenty-third"; not the 10 of "10:30" or "10 percent".
  private func dayNumber(at index: Int) -> (end: Int, value: Int)? {
    if let ordinal = ordinal(at: index), (1...31).contains(ordinal.value) {
      return has(ordinal.end, .unit) ? nil : ordinal
    }
    guard isNumber(index), (1...2).contains(atoms[index].digits), (1...31).contains(atoms[index].number)
    else { return nil }
    let next = index + 1
    if isMark(next, ":"), isJoined(next), isNumber(next + 1) { return nil }
    if has(next, .halfDay) || isMark(next, "%") { return nil }
    return (next, atoms[index].number)
  }

  /// "23 January 2019", "the 23rd of January", "23-Jan-2019".
  private func dayFirstDate(at index: Int) -> TimePhrase? {
    let first = has(index, .definite) ? index + 1 : index
    guard let day = dayNumber(at: first) else { return nil }
    var at = skip(.of, day.end)
    if isMark(at, "."), isJoined(at) { at += 1 }
    if isMark(at, "-") { at += 1 }
    guard let month = value(at, .month) else { return firstOfTwoDays(index, day) }
    if isJoined(index), isMark(index - 1, "/") { return nil }
    let behind = skipStop(at + 1)
    if let year = yearBehind(isMark(behind, "-") ? behind + 1 : behind) {
      return monthDay(index, year.end, month, day.value, year.value)
    }
    let slot = CalendarSlot.monthDay(month: month, day: day.value)
    if let frame = relativeYear(behind: behind) {
      return TimePhrase(index, frame.end, .slot(slot, .within(frame.meaning)), rule: "month-day")
    }
    return TimePhrase(index, at + 1, .slot(slot, .nearest), rule: "month-day")
  }

  /// "22" of "22-25 April 1951", "the 28" of "the 28 and 29 August": the month stands behind the second.
  private func firstOfTwoDays(_ index: Int, _ day: (end: Int, value: Int)) -> TimePhrase? {
    let mark = day.end
    guard joins(mark),
      let second = dayNumber(at: skip(.definite, mark + 1)), has(skip(.of, second.end), .month),
      let date = dayFirstDate(at: mark + 1)
    else { return nil }
    switch date.meaning {
    case .slot(.monthDay(let month, _), let frame):
      return TimePhrase(
        index, day.end, .slot(.monthDay(month: month, day: day.value), frame), rule: "month-day")
    case .absolute(.date(let second)):
      guard let year = second.year, let month = second.month else { return nil }
      return monthDay(index, day.end, month, day.value, year)
    default: return nil
    }
  }

  /// "the 27th", with nothing but a preposition before it and no noun behind it.
  private func dayOfMonth(at index: Int) -> TimePhrase? {
    guard has(index, .definite), isNumber(index + 1), let day = ordinal(at: index + 1),
      (1...31).contains(day.value),
      has(index - 1, .on) || has(index - 1, .boundFrom) || has(index - 1, .boundUntil)
        || has(index - 1, .rangeMark)
    else { return nil }
    if has(day.end, .of), let month = relative(at: day.end + 1), month.kind == .date {
      return TimePhrase(
        index, month.end, .slot(.dayOfMonth(day.value), .within(month.meaning)), rule: "day-of-month")
    }
    guard !isWord(day.end) || isFunctionWord(day.end) || has(day.end, .pastVerb) else { return nil }
    return TimePhrase(index, day.end, .slot(.dayOfMonth(day.value), .nearest), rule: "day-of-month")
  }

  private func isFunctionWord(_ index: Int) -> Bool {
    has(index, .yearCue) || has(index, .and) || has(index, .rangeMark) || has(index, .of)
      || has(index, .opener)
  }

  // MARK: Seasons, quarters, halves, holidays

  private func namedPeriod(at index: Int) -> TimePhrase? {
    if let slot = slot(at: index) {
      if let year = yearBehind(slot.end), let meaning = placed(slot.slot, in: date(year.value)) {
        return TimePhrase(index, year.end, meaning, rule: slot.rule)
      }
      if let frame = relativeYear(behind: slot.end) {
        return TimePhrase(index, frame.end, .slot(slot.slot, .within(frame.meaning)), rule: slot.rule)
      }
      guard slot.standsAlone else { return nil }
      return TimePhrase(index, slot.end, .slot(slot.slot, .nearest), rule: slot.rule)
    }
    // "the 1988 third quarter", "1982 summer".
    let at = skip(.definite, index)
    guard let year = fourDigits(at: at) else { return nil }
    if let slot = slot(at: at + 1) {
      return TimePhrase(index, slot.end, .slot(slot.slot, .within(date(year))), rule: slot.rule)
    }
    if has(at + 1, .period) || unit(at: at + 1)?.unit == .quarter {
      return at > index ? TimePhrase(index, at + 2, date(year), rule: "year") : nil
    }
    return nil
  }

  private func placed(_ slot: CalendarSlot, in year: TimeMeaning) -> TimeMeaning? {
    .slot(slot, .within(year))
  }

  struct Slot {
    let slot: CalendarSlot
    let end: Int
    let rule: String
    /// Whether it tells a time without anything beside it.
    var standsAlone = true
  }

  /// A season, a quarter, a half or a holiday without its year.
  func slot(at index: Int) -> Slot? {
    if let holiday = value(index, .holiday) {
      return Slot(slot: tables.holidays[holiday], end: index + 1, rule: "holiday")
    }
    if let day = weekdayOfMonth(at: index) { return day }
    if let quarter = markedQuarter(at: index) { return quarter }
    let hasArticle = has(index, .definite)
    var at = hasArticle ? index + 1 : index
    let first = at
    if let season = value(at, .season) {
      // A season's name that is also a verb or a noun needs an article or a preposition, and no genitive behind it.
      if has(at, .ambiguous), has(at + 1, .of), yearBehind(at + 1) == nil, relativeYear(behind: at + 1) == nil
      {
        return nil
      }
      let isCued = hasArticle || has(index - 1, .in) || has(index - 1, .part) || has(index - 1, .of)
      return Slot(
        slot: .season(season), end: at + 1, rule: "season",
        standsAlone: isCued || (season != 1 && season != 3 && !isWord(at + 1)))
    }
    at = skip(.fiscal, at)
    if isMark(at, "-") { at += 1 }
    if has(at, .lastOrdinal), has(at + 1, .half), hasArticle {
      return Slot(slot: .half(2), end: at + 2, rule: "half", standsAlone: false)
    }
    guard let number = ordinal(at: at) else { return nil }
    at = skip(.fiscal, isMark(number.end, "-") ? number.end + 1 : number.end)
    if (1...4).contains(number.value), unit(at: at)?.unit == .quarter {
      // "the third-quarter loss": the article is not the quarter's.
      if first > index, isMark(at - 1, "-") { return nil }
      return Slot(slot: .quarter(number.value), end: at + 1, rule: "quarter")
    }
    if (1...2).contains(number.value), has(at, .half), hasArticle || isMark(at - 1, "-") {
      return Slot(slot: .half(number.value), end: at + 1, rule: "half", standsAlone: false)
    }
    return nil
  }

  /// "the first Friday of July", "the last Sunday in October".
  private func weekdayOfMonth(at index: Int) -> Slot? {
    let at = skip(.definite, index)
    var order = ordinal(at: at)
    if order == nil, has(at, .lastOrdinal) { order = (at + 1, -1) }
    guard let order, order.value < 6, let weekday = value(order.end, .weekday),
      has(order.end + 1, .of) || has(order.end + 1, .in), let month = value(order.end + 2, .month)
    else { return nil }
    return Slot(
      slot: .nthWeekday(order.value, weekday: weekday, month: month), end: order.end + 3, rule: "weekday")
  }

  /// "Q3", which cars and other things are called too: behind a preposition, or with its year.
  private func markedQuarter(at index: Int) -> Slot? {
    guard has(index, .quarterMark), isNumber(index + 1), isJoined(index + 1), atoms[index + 1].digits == 1,
      (1...4).contains(atoms[index + 1].number), !isJoined(index + 2) || !isWord(index + 2),
      !isWord(index - 1) || !atoms[index - 1].isCapital || has(index - 1, .in)
    else { return nil }
    return Slot(
      slot: .quarter(atoms[index + 1].number), end: index + 2, rule: "quarter",
      standsAlone: has(index - 1, .in) || has(index - 1, .yearCue))
  }
}
