import DossierModel

/// Times of day, with the day they are on where it stands beside them.
extension TimeGrammar {
  func timeOfDay(at index: Int) -> TimePhrase? {
    clockTime(at: index) ?? deicticPart(at: index) ?? dayThenPart(at: index) ?? partOfDay(at: index)
  }

  /// "10:30 EST Wednesday", "noon Saturday", "4 in the morning", "03:00hrs".
  private func clockTime(at index: Int) -> TimePhrase? {
    guard let clock = clock(at: index) else { return nil }
    var at = clock.end
    if let zone = zone(behind: clock) {
      let time = TimeOfDay.clock(hour: clock.hour, minute: clock.minute, second: nil, zone: zone.minutes)
      // "local time" tells of the time, but not which it is.
      return placedTime(index, zone.minutes == nil ? clock.end : zone.end, time, behind: zone.end)
    }
    if has(at, .in), has(at + 1, .definite), let part = value(at + 2, .dayPart) {
      let isLate = TimeOfDay.Part.allCases[part] == .afternoon || TimeOfDay.Part.allCases[part] == .evening
      at += 3
      return placedTime(
        index, at,
        .clock(
          hour: isLate && clock.hour < 12 ? clock.hour + 12 : clock.hour, minute: clock.minute ?? 0,
          second: nil,
          zone: nil))
    }
    guard clock.isPlain else { return nil }
    return placedTime(index, at, .clock(hour: clock.hour, minute: clock.minute, second: nil, zone: nil))
  }

  /// The zone behind a time of day, with its minutes from UTC where the tables know them: "EST", "local time",
  /// "Pacific time".
  private func zone(behind clock: Clock) -> (end: Int, minutes: Int?)? {
    let at = clock.end
    if let minutes = value(at, .zone), atoms[at].isCapital { return (at + 1, minutes) }
    guard clock.isPlain else { return nil }
    if has(at, .zoneName) { return (at + 1, nil) }
    guard isWord(at), atoms[at].isCapital, atoms[at].classes == 0, has(at + 1, .time) else { return nil }
    return (at + 2, nil)
  }

  private struct Clock {
    let hour: Int
    let minute: Int?
    let end: Int
    /// Whether it is a time without anything behind it.
    let isPlain: Bool
  }

  private func clock(at index: Int) -> Clock? {
    if let minutes = value(index, .clockName) {
      return Clock(
        hour: minutes / 60, minute: minutes == 1440 ? nil : minutes % 60, end: index + 1, isPlain: true)
    }
    if let clock = pointedClock(at: index) { return clock }
    guard isNumber(index), (1...4).contains(atoms[index].digits),
      !(isJoined(index) && isMark(index - 1, "-") && isNumber(index - 2)) || has(index + 1, .halfDay)
        || isMark(index - 3, ":") && isMark(index + 1, ":")
    else { return wordClock(at: index) }
    var hour = atoms[index].number
    var minute: Int?
    var at = index + 1
    if isMark(at, ":") || isMark(at, "."), isJoined(at), isNumber(at + 1), isJoined(at + 1),
      atoms[at + 1].digits == 2, atoms[at + 1].number < 60, hour <= 24
    {
      let isColon = isMark(at, ":")
      guard isColon || halfDay(at + 2) != nil else { return nil }
      minute = atoms[at + 1].number
      at += 2
      if isColon, isMark(at, ":"), isJoined(at), isNumber(at + 1), isJoined(at + 1) { at += 2 }
    } else if atoms[index].digits == 4, has(at, .clockMark), hour / 100 <= 24, hour % 100 < 60 {
      return Clock(hour: hour / 100, minute: hour % 100, end: at + 1, isPlain: true)
    } else if atoms[index].digits == 4, hour / 100 < 24, hour % 100 < 60,
      has(at, .zoneName) || has(at, .zone) && atoms[at].isCapital
    {
      return Clock(hour: hour / 100, minute: hour % 100, end: at, isPlain: has(at, .zoneName))
    } else if atoms[index].digits == 4, hour < 1000, hour % 100 < 60, has(at, .on), has(at + 1, .weekday) {
      // "0600 on Monday"
      return Clock(hour: hour / 100, minute: hour % 100, end: at, isPlain: true)
    } else if atoms[index].digits > 2 {
      return nil
    }
    guard hour <= 24 else { return nil }
    if let half = halfDay(at) {
      guard hour <= 12 else { return nil }
      hour = hour % 12 + half.hours
      return Clock(hour: hour, minute: minute ?? 0, end: half.end, isPlain: true)
    }
    if has(at, .clockMark), minute != nil || !has(at, .units) {
      return Clock(hour: hour, minute: minute ?? 0, end: at + 1, isPlain: true)
    }
    guard minute == nil || !isScore(index) || has(at, .zone) else { return nil }
    return Clock(hour: hour, minute: minute, end: at, isPlain: minute != nil)
  }

  /// "9.30pm", "17.04 BST": a full stop stands for the colon, and what follows tells that it is a time.
  private func pointedClock(at index: Int) -> Clock? {
    guard isNumber(index), atoms[index].digits == 0, atoms[index].decimal < 24 else { return nil }
    let hour = Int(atoms[index].decimal)
    let minute = Int((atoms[index].decimal - Double(hour)) * 100 + 0.5)
    // Two figures stand behind the point.
    let length = atoms[index].upper - atoms[index].lower
    guard length == 5 || length == 4 && hour < 10, minute < 60 else { return nil }
    if let half = halfDay(index + 1), (1...12).contains(hour) {
      return Clock(hour: hour % 12 + half.hours, minute: minute, end: half.end, isPlain: true)
    }
    guard has(index + 1, .zone), atoms[index + 1].isCapital else { return nil }
    return Clock(hour: hour, minute: minute, end: index + 1, isPlain: false)
  }

  /// A number with a colon that stands in no place for a time: after "by", a result.
  private func isScore(_ index: Int) -> Bool { isMark(index - 1, "-") }

  private func wordClock(at index: Int) -> Clock? {
    guard let hour = value(index, .cardinal), hour <= 12 else { return nil }
    if let half = halfDay(index + 1) {
      return Clock(hour: hour % 12 + half.hours, minute: 0, end: half.end, isPlain: true)
    }
    if has(index + 1, .clockMark), !has(index + 1, .units) {
      return Clock(hour: hour, minute: 0, end: index + 2, isPlain: true)
    }
    return nil
  }

  /// "a.m.", "p.m", "PM": its full stop belongs to it inside a sentence only.
  private func halfDay(_ index: Int) -> (hours: Int, end: Int)? {
    guard let hours = value(index, .halfDay) else { return nil }
    return (hours, index + 1)
  }

  /// Adds the day behind a time: "Wednesday", ", November 9", "on Friday", "yesterday", "that day".
  private func placedTime(
    _ start: Int, _ end: Int, _ time: TimeOfDay, behind zone: Int? = nil
  ) -> TimePhrase {
    let behind = zone ?? end
    // "11 a.m. on 11 November": two expressions, the first on the day that the second tells.
    let second = skipMark(",", behind)
    if has(second, .on), let day = dayOrPeriod(at: second + 1), isDay(day.meaning) {
      return TimePhrase(start, end, .timeOfDay(time, on: day.meaning), .time, rule: "time-of-day")
    }
    if let day = dayBehindBracket(behind) ?? dayOfSecondTime(behind) {
      return TimePhrase(start, end, .timeOfDay(time, on: day), .time, rule: "time-of-day")
    }
    let at = second
    if let part = value(at, .deicticPart) {
      let day = TimeMeaning.relative(.day, deicticSteps(part), from: .publication)
      return TimePhrase(start, at + 1, .timeOfDay(time, on: day), .time, rule: "time-of-day")
    }
    if at > behind,
      !(has(at, .weekday) || has(at, .month) || has(at, .deicticDay) || isNumber(at))
    {
      return TimePhrase(start, end, .timeOfDay(time, on: nil), .time, rule: "time-of-day")
    }
    if let day = dayOrPeriod(at: at), isDay(day.meaning) {
      return TimePhrase(start, day.end, .timeOfDay(time, on: day.meaning), .time, rule: "time-of-day")
    }
    return TimePhrase(start, end, .timeOfDay(time, on: nil), .time, rule: "time-of-day")
  }

  /// The day behind the bracket that tells a time by another clock, seen from before it and from its end:
  /// "9 pm (2000 GMT) on Monday".
  private func dayBehindBracket(_ index: Int) -> TimeMeaning? {
    var at = index
    if isMark(at, "(") {
      at += 1
      let limit = at + Self.longestBracket
      while at < limit, at < atoms.count, !isMark(at, ")") { at += 1 }
    }
    guard isMark(at, ")"), has(at - 1, .zone) || has(at - 1, .zoneName) || has(at - 1, .time) else {
      return nil
    }
    let behind = skip(.on, skipMark(",", at + 1))
    guard let day = dayOrPeriod(at: behind), isDay(day.meaning) else { return nil }
    return day.meaning
  }

  /// How many atoms a time in brackets has: "8:30 pm Pacific time".
  private static let longestBracket = 7

  /// The day that stands behind the second of two times: "from 8 am to 5 pm Monday".
  private func dayOfSecondTime(_ index: Int) -> TimeMeaning? {
    guard isMark(index, "-") || has(index, .rangeMark) || has(index, .and), let second = clock(at: index + 1)
    else { return nil }
    let end = zone(behind: second)?.end ?? second.end
    guard end > second.end || second.isPlain else { return nil }
    let behind = skip(.on, skipMark(",", end))
    guard let day = dayOrPeriod(at: behind), isDay(day.meaning) else { return nil }
    return day.meaning
  }

  /// Whether a meaning is a single day.
  func isDay(_ meaning: TimeMeaning) -> Bool {
    switch meaning {
    case .absolute(let value): value.day != nil
    case .slot(let slot, _): slot.isDay
    case .relative(.day, _, _), .distance(.day, _, _, _): true
    default: false
    }
  }

  private func deicticSteps(_ value: Int) -> Int {
    value < 0 ? (value - 99) / 100 : value / 100
  }

  /// "tonight", "last night", "overnight".
  private func deicticPart(at index: Int) -> TimePhrase? {
    guard let value = value(index, .deicticPart) else { return nil }
    let steps = deicticSteps(value)
    let part = TimeOfDay.Part.allCases[value - steps * 100]
    // "overnight Sunday", "overnight on Saturday", "overnight into Monday": the night of the day that is told.
    let isOn = has(index + 1, .on) || has(index + 1, .yearCue)
    if let day = calendar(at: isOn ? index + 2 : index + 1), isDay(day.meaning) {
      return TimePhrase(
        index, isOn ? index + 1 : day.end, .timeOfDay(.part(part), on: day.meaning), .time,
        rule: "time-of-day")
    }
    return TimePhrase(
      index, index + 1, .timeOfDay(.part(part), on: .relative(.day, steps, from: .publication)), .time,
      rule: "time-of-day")
  }

  /// "Friday morning", "yesterday afternoon", "Christmas night", "Friday at 10 a.m.".
  private func dayThenPart(at index: Int) -> TimePhrase? {
    guard let day = deicticDay(at: index) ?? calendar(at: index), isDay(day.meaning) else { return nil }
    let at = isMark(day.end, "-") ? day.end + 1 : day.end
    if let part = value(at, .dayPart) {
      return TimePhrase(
        index, at + 1, .timeOfDay(.part(TimeOfDay.Part.allCases[part]), on: day.meaning), .time,
        rule: "time-of-day")
    }
    if let name = value(at, .clockName) {
      let time = TimeOfDay.clock(hour: name / 60, minute: name == 1440 ? nil : 0, second: nil, zone: nil)
      return TimePhrase(index, at + 1, .timeOfDay(time, on: day.meaning), .time, rule: "time-of-day")
    }
    let clockAt = skipMark(",", has(at, .in) || has(at, .on) ? at + 1 : at)
    if let clock = clock(at: clockAt), clock.isPlain, isNumber(clockAt) {
      let end = has(clock.end, .zone) ? clock.end + 1 : clock.end
      let time = TimeOfDay.clock(
        hour: clock.hour, minute: clock.minute, second: nil, zone: value(clock.end, .zone))
      return TimePhrase(index, end, .timeOfDay(time, on: day.meaning), .time, rule: "time-of-day")
    }
    return nil
  }

  /// "this morning", "the next morning", "the morning of 31 January 1965", "the night of August 10".
  private func partOfDay(at index: Int) -> TimePhrase? {
    if let part = value(index, .dayPart) { return bareOrOf(index, index, TimeOfDay.Part.allCases[part]) }
    var at = index
    var day: TimeMeaning?
    var isPointed = false
    if has(at, .definite) {
      at += 1
    } else if has(at, .this) {
      day = .relative(.day, 0, from: .publication)
      isPointed = true
      at += 1
    } else if has(at, .that) {
      day = .relative(.day, 0, from: .previous)
      isPointed = true
      at += 1
    }
    if has(at, .same) {
      day = .relative(.day, 0, from: .previous)
      isPointed = true
      at += 1
    } else if let steps = value(at, .textPointer) ?? value(at, .pointer) {
      day = .relative(.day, steps, from: .previous)
      isPointed = true
      at += 1
    }
    guard at > index, let value = value(at, .dayPart) else { return nil }
    let part = TimeOfDay.Part.allCases[value]
    if isPointed {
      return TimePhrase(index, at + 1, .timeOfDay(.part(part), on: day), .time, rule: "time-of-day")
    }
    return bareOrOf(index, at, part)
  }

  private func bareOrOf(_ start: Int, _ index: Int, _ part: TimeOfDay.Part) -> TimePhrase? {
    if has(index + 1, .of), let day = dayOrPeriod(at: index + 2), isDay(day.meaning) {
      return TimePhrase(start, day.end, .timeOfDay(.part(part), on: day.meaning), .time, rule: "time-of-day")
    }
    if value(index + 1, .deicticDay) != nil, let day = deicticDay(at: index + 1) {
      return TimePhrase(start, day.end, .timeOfDay(.part(part), on: day.meaning), .time, rule: "time-of-day")
    }
    guard start < index || has(start - 1, .part) || (isMark(start - 1, "-") && has(start - 2, .part)) else {
      return nil
    }
    return TimePhrase(start, index + 1, .timeOfDay(.part(part), on: nil), .time, rule: "time-of-day")
  }
}
