import DossierModel

/// The values of meanings, against what has been read so far.
extension TimeReading {
  mutating func value(of meaning: TimeMeaning) -> CalendarValue? {
    switch meaning {
    case .absolute(let value): return CalendarValue(edtf: value)
    case .slot(let slot, let frame):
      return self.value(of: slot, frame)
    case .relative(let unit, let steps, let anchor):
      isStated = false
      return relative(unit, steps, anchor)
    case .distance(let unit, let count, let later, let anchor):
      isStated = false
      return distance(unit, count.map { later ? $0 : -$0 }, anchor)
    case .part(let part, let whole):
      guard var value = isOwnDay(whole) ? dayAtHand : value(of: whole) else { return nil }
      if value.part == nil { value.part = part }
      return value
    case .approximate(let whole):
      guard var value = value(of: whole) else { return nil }
      // "around four on Monday" is of that day, whatever the hour.
      if case .timeOfDay = whole { return value }
      value.isApproximate = true
      return value
    case .timeOfDay(let time, let on): return timeOfDay(time, on)
    case .duration, .set, .vague: return nil
    }
  }

  private mutating func timeOfDay(_ time: TimeOfDay, _ on: TimeMeaning?) -> CalendarValue? {
    let day: CalendarValue?
    if let on {
      let told = value(of: on)
      day = on == .relative(.day, 0, from: .previous) && isNoDay(told) ? lastDayTold : told
    } else {
      isStated = false
      day = dayAtHand
    }
    guard var day else { return nil }
    day.time = time
    return day
  }

  /// Whether "that afternoon" cannot be of what was told last: a whole year, or a day that has not come yet when something
  /// was.
  private func isNoDay(_ told: CalendarValue?) -> Bool {
    guard let previous, let told else { return false }
    switch told.shape {
    case .yearlessDay, .someWeekday, .someDay: return false
    default: return told.day == nil || previous.value.day != told.day
    }
  }

  /// The last day told, not far above, that something can have been on.
  private var lastDayTold: CalendarValue? {
    guard let previousDay, sentence - previousDay.sentence <= Self.sentencesOfThatDay,
      let day = previousDay.value.day, direction != .past || publication.map({ day <= $0 }) ?? true
    else { return nil }
    return previousDay.value
  }

  /// For how many sentences a day is "that" day, where something longer was told since.
  private static let sentencesOfThatDay = 2

  /// Whether "the day" of "late in the day" is the article's, as none was told before.
  private func isOwnDay(_ meaning: TimeMeaning) -> Bool {
    meaning == .relative(.day, 0, from: .previous) && previous?.value.day == nil
  }

  /// The day that a time of day without one is on: the one told just before, or that which the article opens with,
  /// or its own where it has told no other.
  var dayAtHand: CalendarValue? {
    if let previous, let day = previous.value.day, !isPassed(day, in: previous) { return previous.value }
    if let entryAtHand { return entryAtHand }
    if isNarrative { return nil }
    return opening ?? (previousDay == nil ? publication.map { CalendarValue(.day($0)) } : nil)
  }

  private var entryAtHand: CalendarValue? {
    entry.flatMap { sentence - $0.sentence <= Self.entryReach ? $0.value : nil }
  }

  /// Whether what goes on in a text is not of the day told last: news come back from one that lies well behind by the
  /// next sentence, and nothing that was is of a day to come, or of one since which something lasts.
  private func isPassed(_ day: CalendarDay, in told: Told) -> Bool {
    if told.isLimit || entryAtHand != nil && told.sentence < sentence { return true }
    guard !isNarrative, let publication else { return !isNarrative && sentence - told.sentence > 1 }
    if direction == .past, day > publication { return true }
    switch sentence - told.sentence {
    case 0: return false
    case 1: return !told.isCounted && abs(publication.serial - day.serial) > Self.daysOfNews
    default: return true
    }
  }

  /// Days around an article's own that its news are of.
  private static let daysOfNews = 10

  // MARK: Relative units

  /// What an anchor stands for.
  private mutating func base(_ anchor: TimeMeaning.Anchor) -> CalendarValue? {
    switch anchor {
    case .publication:
      isFromPublication = true
      return publication.map { CalendarValue(.day($0)) }
    case .previous:
      if let day = previous?.value.firstDay, let publication, direction == .past, !isNarrative,
        day > publication
      {
        // What was done "the week before" was not before what is still to come.
        return CalendarValue(.day(publication))
      }
      return previous?.value ?? (isNarrative ? nil : publication.map { CalendarValue(.day($0)) })
    case .previousDay:
      if let told = previousDay, sentence - told.sentence <= Self.daysReach {
        // What was done on "the same day" was not on one that is still to come.
        guard direction == .past, let publication, let day = told.value.day, day > publication else {
          return told.value
        }
        return CalendarValue(.day(publication))
      }
      // A year or month told before has no day that "that day" could be.
      if let told = previous?.value, told.day == nil, !isNarrative { return opening }
      return base(.previous)
    case .told: return previous?.value
    case .time(let meaning):
      return dayAtDistance(meaning).map { CalendarValue(.day($0)) } ?? value(of: meaning)
    case .saying(let meaning):
      let own = direction
      direction = .past
      defer { direction = own }
      return value(of: meaning)
    // A history has told of the battle just before "the day after the battle".
    case .event: return isNarrative ? previous?.value : nil
    }
  }

  /// What days are counted from: where a longer time was told last, the day told in the same sentence as that, or in the
  /// one before.
  private mutating func dayBase(_ anchor: TimeMeaning.Anchor) -> CalendarValue? {
    let base = base(anchor)
    guard anchor == .previous, let base, base.day == nil, let told = previousDay,
      sentence - told.sentence <= 1
    else { return base }
    return told.value
  }

  /// Periods further off than the calendar reaches.
  private static let farthest = 1000

  /// The day as far from the article's own as a length of whole periods: that of "forty years ago today".
  private func dayAtDistance(_ meaning: TimeMeaning) -> CalendarDay? {
    guard let publication, case .distance(let unit, let count?, let later, .publication) = meaning,
      let count = Int(exactly: count), count <= Self.farthest
    else { return nil }
    let steps = later ? count : -count
    switch unit {
    case .week: return publication.adding(days: 7 * steps)
    case .month: return publication.adding(months: steps)
    case .year: return publication.adding(months: 12 * steps)
    case .decade: return publication.adding(months: 120 * steps)
    default: return nil
    }
  }

  private mutating func relative(_ unit: TimeMeaning.Unit, _ steps: Int, _ anchor: TimeMeaning.Anchor)
    -> CalendarValue?
  {
    guard let base = base(anchor) else { return nil }
    switch unit {
    case .second, .minute, .hour, .season, .halfYear: return nil
    case .day:
      guard let day = (steps == 0 ? base : dayBase(anchor) ?? base).day else {
        return steps == 0 ? base : nil
      }
      // "today" in a history is the age it was written in.
      if isNarrative, steps == 0, anchor == .publication { return nil }
      return CalendarValue(.day(day.adding(days: steps)))
    case .week, .weekend:
      guard let day = base.day ?? weekDay(of: base) else { return nil }
      // "The following weekend", behind a Thursday, is that of its own week.
      if unit == .weekend, anchor == .previous, steps > 0, day.weekday < 6 {
        return CalendarValue(.weekend(day.adding(days: 1 - day.weekday + 7 * (steps - 1))))
      }
      let monday = day.adding(days: 1 - day.weekday + 7 * steps)
      if unit == .week { return CalendarValue(.week(monday)) }
      return CalendarValue(.weekend(weekendMonday(day, steps)))
    case .month:
      // "The month", in news, is the article's where a whole year or more was told last.
      let base =
        isWithoutMonth(base, steps, anchor) ? publication.map { CalendarValue(.day($0)) } ?? base : base
      guard let year = base.year, let month = base.month,
        let first = CalendarDay(year: year, month: month, day: 1)
      else { return steps == 0 && anchor == .previous ? base : nil }
      let moved = first.adding(months: steps)
      return CalendarValue(.month(year: moved.year, moved.month))
    case .quarter: return quarter(base, steps, anchor)
    case .year:
      // "the year", in news, is that of the article unless the sentence has told another.
      if steps == 0, anchor == .previous, !isNarrative, let publication, previous?.sentence != sentence {
        return CalendarValue(.year(publication.year))
      }
      return base.year.map { CalendarValue(.year($0 + steps)) }
    case .decade:
      return decade(of: base).map { CalendarValue(.decade($0 + 10 * steps)) }
    case .century:
      return base.year.map { CalendarValue(.century(Self.floor($0, 100) + 100 * steps)) }
    case .millennium: return nil
    }
  }

  private func isWithoutMonth(_ base: CalendarValue, _ steps: Int, _ anchor: TimeMeaning.Anchor) -> Bool {
    steps == 0 && anchor == .previous && !isNarrative && base.month == nil && previous?.sentence != sentence
  }

  private func weekDay(of base: CalendarValue) -> CalendarDay? {
    switch base.shape {
    case .week(let monday), .weekend(let monday): monday
    default: nil
    }
  }

  /// "the weekend" is the nearest one on the side of the tense.
  private func weekendMonday(_ day: CalendarDay, _ steps: Int) -> CalendarDay {
    let monday = day.adding(days: 1 - day.weekday)
    if steps == 0, direction != .future, day.weekday < 6 { return monday.adding(days: -7) }
    return monday.adding(days: 7 * steps)
  }

  private func quarter(_ base: CalendarValue, _ steps: Int, _ anchor: TimeMeaning.Anchor) -> CalendarValue? {
    // "the quarter" is the one told before, else the one last completed.
    if anchor == .previous, case .quarter(let year?, let number)? = quarterAtHand?.shape {
      return Self.quarter(year, number + steps)
    }
    guard let day = base.firstDay, base.day != nil || base.month != nil else { return nil }
    return Self.quarter(day.year, (day.month - 1) / 3 + 1 + steps)
  }

  /// The quarter told just before, else the one last completed: what reports of figures speak of.
  private var quarterAtHand: CalendarValue? {
    if let quarter, sentence - quarter.sentence <= 1 || isNarrative { return quarter.value }
    return isNarrative ? nil : publication.map { Self.quarter($0.year, ($0.month - 1) / 3) }
  }

  static func quarter(_ year: Int, _ quarter: Int) -> CalendarValue {
    let index = year * 4 + quarter - 1
    let newYear = floor(index, 4) / 4
    return CalendarValue(.quarter(year: newYear, index - newYear * 4 + 1))
  }

  private func decade(of base: CalendarValue) -> Int? {
    if case .decade(let year) = base.shape { return year }
    return base.year.map { Self.floor($0, 10) }
  }

  /// The multiple at or below a number.
  static func floor(_ number: Int, _ step: Int) -> Int {
    number - ((number % step) + step) % step
  }

  // MARK: Distances

  private mutating func distance(
    _ unit: TimeMeaning.Unit, _ count: Double?, _ anchor: TimeMeaning.Anchor
  ) -> CalendarValue? {
    guard let count, abs(count) < 10_000, var base = unit == .day ? dayBase(anchor) : base(anchor) else {
      return nil
    }
    if unit == .year, abs(count) == 1 {
      if let compared = compared(Int(count), anchor) { return compared }
      // Figures of this year are compared with the year before, whatever years a sentence far above told.
      if anchor == .previous, !isNarrative, let publication, sentence - (previous?.sentence ?? sentence) > 1 {
        base = CalendarValue(.day(publication))
      }
    }
    var value: CalendarValue?
    switch unit {
    case .second, .minute, .hour: return nil
    case .day:
      return base.day.map { CalendarValue(.day($0.adding(days: Int(count)))) }
    case .week, .weekend:
      guard let day = base.day else { return nil }
      let moved = day.adding(days: Int((count * 7).rounded()))
      value = CalendarValue(.week(moved.adding(days: 1 - moved.weekday)))
    case .month, .quarter, .season, .halfYear:
      guard let year = base.year, let month = base.month,
        let first = CalendarDay(year: year, month: month, day: 1)
      else { return nil }
      let months = [.quarter, .season].contains(unit) ? count * 3 : unit == .halfYear ? count * 6 : count
      let moved = first.adding(months: Int(months.rounded()))
      value = CalendarValue(.month(year: moved.year, moved.month))
    case .year, .decade, .century, .millennium:
      let years =
        unit == .year ? count : unit == .decade ? count * 10 : unit == .century ? count * 100 : count * 1000
      value = base.year.map { CalendarValue(.year($0 + Int(years.rounded()))) }
    }
    value?.isApproximate = true
    return value
  }

  /// "a year earlier" behind a quarter is that quarter of the year before: what figures are compared with.
  private func compared(_ years: Int, _ anchor: TimeMeaning.Anchor) -> CalendarValue? {
    guard quarter != nil, case .quarter(let year?, let number)? = quarterAtHand?.shape else { return nil }
    return CalendarValue(.quarter(year: year + years, number))
  }
}
