import DossierModel

/// Which round of a calendar slot is meant: which September, which Wednesday.
extension TimeReading {
  mutating func value(of slot: CalendarSlot, _ frame: TimeMeaning.Frame) -> CalendarValue? {
    switch frame {
    case .nearest:
      isStated = false
      return nearest(slot)
    case .pointed(let steps, let anchor):
      isStated = false
      return pointed(slot, steps, anchor)
    case .within(let whole):
      guard let whole = value(of: whole) else { return nil }
      return placed(slot, in: whole)
    }
  }

  /// A slot in the year, or the month, that holds it.
  private func placed(_ slot: CalendarSlot, in whole: CalendarValue) -> CalendarValue? {
    switch slot {
    case .dayOfMonth(let number):
      guard let year = whole.year, let month = whole.month,
        let day = CalendarDay(year: year, month: month, day: number)
      else { return nil }
      return CalendarValue(.day(day))
    default:
      guard let year = whole.year else { return nil }
      return occurrence(of: slot, in: year)
    }
  }

  /// A slot that comes once a year, in that year.
  func occurrence(of slot: CalendarSlot, in year: Int) -> CalendarValue? {
    switch slot {
    case .month(let month): return CalendarValue(.month(year: year, month))
    case .monthDay(let month, let day):
      return CalendarDay(year: year, month: month, day: day).map { CalendarValue(.day($0)) }
    case .weekdayMonthDay(let weekday, let month, let day):
      // A year in which the weekday is another's is not meant.
      guard let found = CalendarDay(year: year, month: month, day: day), found.weekday == weekday else {
        return nil
      }
      return CalendarValue(.day(found))
    case .season(let season): return CalendarValue(.season(year: year, season))
    case .quarter(let quarter): return CalendarValue(.quarter(year: year, quarter))
    case .half(let half): return CalendarValue(.half(year: year, half))
    case .easter(let days):
      return CalendarDay.easter(of: year).map { CalendarValue(.day($0.adding(days: days))) }
    case .nthWeekday(let number, let weekday, let month):
      return nthWeekday(number, weekday, month, year).map { CalendarValue(.day($0)) }
    case .dayOfMonth, .weekday, .yearOfCentury, .decadeOfCentury: return nil
    }
  }

  private func nthWeekday(_ number: Int, _ weekday: Int, _ month: Int, _ year: Int) -> CalendarDay? {
    if number > 0 {
      guard let first = CalendarDay(year: year, month: month, day: 1) else { return nil }
      return first.adding(days: (weekday - first.weekday + 7) % 7 + 7 * (number - 1))
    }
    guard let last = CalendarDay(year: year, month: month, day: CalendarDay.days(inMonth: month, of: year))
    else { return nil }
    return last.adding(days: -((last.weekday - weekday + 7) % 7))
  }

  // MARK: The nearest

  private mutating func nearest(_ slot: CalendarSlot) -> CalendarValue? {
    switch slot {
    case .weekday(let weekday): return nearestWeekday(weekday)
    case .dayOfMonth(let number): return nearestDayOfMonth(number)
    case .yearOfCentury(let number): return CalendarValue(.year(century(for: number) + number))
    case .decadeOfCentury(let number): return CalendarValue(.decade(century(for: number) + number))
    default: break
    }
    if side == .open { return yearless(slot) }
    if isNarrative, !isBehindYearToCome { return (mayBeOfToday ? nil : narrated(slot)) ?? yearless(slot) }
    guard let publication else { return ofMatter(slot) ?? yearless(slot) }
    let near = nearest(slot, to: publication)
    if let found = goingOn(slot, before: publication, not: near) {
      goesOn = true
      return found
    }
    return near
  }

  /// Whether the time told last is a bare year after the article's own: no history goes on from there.
  private var isBehindYearToCome: Bool {
    guard let publication, let told = previous?.value, told.month == nil, let year = told.year else {
      return false
    }
    return year > publication.year
  }

  /// The round of a slot that lies nearest to the day of publication, on the side of the tense.
  private func nearest(_ slot: CalendarSlot, to publication: CalendarDay) -> CalendarValue? {
    if case .weekdayMonthDay(let weekday, let month, let day) = slot,
      let matching = nearestYear(of: weekday, month, day, to: publication)
    {
      return occurrence(of: slot, in: matching)
    }
    var slot = slot
    // A weekday that no near year has is a slip.
    if case .weekdayMonthDay(_, let month, let day) = slot { slot = .monthDay(month: month, day: day) }
    var candidates = (publication.year - 1...publication.year + 1).compactMap { occurrence(of: slot, in: $0) }
    if hasBegun || side == .behind { candidates.removeAll { ($0.firstDay ?? publication) > publication } }
    // A quarter spoken of is the last one begun: figures are of what was.
    if case .quarter = slot, direction != .future {
      return candidates.last { ($0.firstDay ?? publication) <= publication }
    }
    return candidates.min { cost(of: $0, slot, publication) < cost(of: $1, slot, publication) }
  }

  /// The month, or a day in it, that goes on from one told with a year: "In May 2014 she came. In July she left."
  ///
  /// Of what was, and not where another round is more likely: one that lies behind the article, unless the year told is
  /// long past, and then one near the article, unless a sentence right behind the other's begins with it.
  private func goingOn(
    _ slot: CalendarSlot, before publication: CalendarDay, not near: CalendarValue?
  ) -> CalendarValue? {
    guard let isDay = Self.isDayOfMonth(slot), direction == .past, !isLimit, previous?.value.month != nil,
      let told = dated?.firstDay,
      let found = following(slot, told), let day = found.firstDay, day <= publication,
      (0...Self.oneYear).contains(day.serial - told.serial)
    else { return nil }
    let sentences = sentence - datedSentence
    let distance = near?.firstDay.map { $0.serial - publication.serial } ?? 0
    if distance > 1 { return side == .behind && sentences <= Self.sentencesAside ? found : nil }
    guard publication.serial - told.serial > Self.longPast else { return nil }
    let reach = isDay ? isOpening ? Self.sentencesOfOpenings : Self.sentencesOfStretch : 0
    return isOpening && sentences <= 1 || -distance > Self.daysNear && sentences <= reach ? found : nil
  }

  /// Whether a slot is a day of a month; nil where it is neither that nor a month.
  private static func isDayOfMonth(_ slot: CalendarSlot) -> Bool? {
    switch slot {
    case .month: false
    case .monthDay, .weekdayMonthDay: true
    default: nil
    }
  }

  /// Days before an article of which it may tell without a year, whatever it told before.
  private static let daysNear = 62
  /// For how many sentences a date long past gives the days behind it their year, wherever they stand.
  private static let sentencesOfStretch = 2
  /// The same for days that sentences begin with.
  private static let sentencesOfOpenings = 5

  /// Days since which a stretch of the text tells of former years.
  private static let longPast = 548
  private static let oneYear = 366

  /// Whether a text that tells a history, and of its own days too, has told no date of the history for some sentences:
  /// then nothing tells which of the two a month without its year is of.
  private var mayBeOfToday: Bool {
    speaksOfToday && sentence - max(datedSentence, previous?.sentence ?? 0) > Self.sentencesOfHistory
  }

  /// For how many sentences a date of a history gives the months behind it their year, in a text that speaks of today too.
  private static let sentencesOfHistory = 5

  /// The round of a month, or of a day in it, that lies close to when others wrote of the matter.
  private func ofMatter(_ slot: CalendarSlot) -> CalendarValue? {
    switch slot {
    case .month, .monthDay, .weekdayMonthDay: break
    default: return nil
    }
    guard let matter else { return nil }
    let near = (matter.lowerBound.serial - Self.daysAround)...(matter.upperBound.serial + Self.daysAround)
    let candidates = (matter.lowerBound.year - 1...matter.upperBound.year + 1).compactMap {
      occurrence(of: slot, in: $0)
    }.filter { $0.span.map { near.contains($0.first.serial) && near.contains($0.last.serial) } ?? false }
    return candidates.count == 1 ? candidates[0] : nil
  }

  /// Days before and behind what others wrote within which a day told without its year is of theirs.
  private static let daysAround = 62

  /// How far a candidate lies from the article's date, against the tense more than with it.
  ///
  /// A day told without its year is mostly near whatever the verb, "payable Dec. 15"; a month follows its verb.
  private func cost(of value: CalendarValue, _ slot: CalendarSlot, _ publication: CalendarDay) -> Int {
    guard let span = value.span else { return .max }
    if span.first <= publication && publication <= span.last { return 0 }
    let isPast = span.last < publication
    let days = isPast ? publication.serial - span.last.serial : span.first.serial - publication.serial
    switch isLimit && !hasBegun && direction == .past ? .unknown : direction {
    case .unknown:
      if case .month = slot { return isPast ? days : days * 2 + 30 }
      return isPast ? days : days + 30
    case .past where isPast, .future where !isPast: return days
    case .past, .future:
      switch slot {
      case .month: return days + 1000
      case .season: return days * 4
      case .quarter, .half: return days * 2
      default: return days * 4
      }
    }
  }

  private func nearestYear(of weekday: Int, _ month: Int, _ day: Int, to publication: CalendarDay) -> Int? {
    let offsets = direction == .future ? [0, 1, -1, 2, -2] : [0, -1, 1, -2, 2]
    return offsets.map { publication.year + $0 }.first {
      CalendarDay(year: $0, month: month, day: day)?.weekday == weekday
    }
  }

  /// In a history a month goes on from the date told before.
  private func narrated(_ slot: CalendarSlot) -> CalendarValue? {
    guard let previous, let year = previous.value.year else { return nil }
    guard let dated, let last = dated.firstDay else { return occurrence(of: slot, in: year) }
    let near = following(slot, last)
    let gap = near?.firstDay.map { $0.serial - last.serial } ?? .max
    // A bare year opens a new stretch of the history, for some sentences, or until a date is told where it is a
    // later year; but a day within two weeks of the one told last goes on from there.
    let isOpening =
      opensStretch && previous.value.month == nil
      && (sentence - previous.sentence <= Self.sentencesOfYear
        || year > (dated.year ?? year) && sentence - previous.sentence <= Self.sentencesAside)
    if isOpening {
      let goesOn = dated.day != nil && near?.day != nil && (0...Self.fewDays).contains(gap)
      return goesOn ? near : occurrence(of: slot, in: year)
    }
    if !(0...Self.soonInHistory).contains(gap), let back = returning(slot, beyond: abs(gap)) { return back }
    return near ?? occurrence(of: slot, in: year)
  }

  /// The round of a slot that goes on from where the history stood before it looked back or ahead, where that is
  /// closer than what follows from the date told last.
  private func returning(_ slot: CalendarSlot, beyond other: Int) -> CalendarValue? {
    guard let left, sentence - left.sentence <= Self.sentencesAside, let stand = left.value.firstDay,
      let found = following(slot, stand), let day = found.firstDay
    else { return nil }
    let gap = day.serial - stand.serial
    return abs(gap) < other && gap >= -Self.monthBack ? found : nil
  }

  /// Within how many days a day goes on from the one told last, whatever year was named between.
  private static let fewDays = 14
  /// How many sentences a history may look aside and still come back to where it stood.
  private static let sentencesAside = 8
  /// How far a history steps back without a year: a month.
  private static let monthBack = 31

  /// For how many sentences a bare year gives the months behind it their year.
  private static let sentencesOfYear = 3

  /// The round of a slot in the year of a day, or in the next where that is soon after and the other long before.
  private func following(_ slot: CalendarSlot, _ last: CalendarDay) -> CalendarValue? {
    let same = occurrence(of: slot, in: last.year)
    guard let next = occurrence(of: slot, in: last.year + 1), let soon = next.firstDay,
      soon.serial - last.serial <= Self.soonInHistory
    else { return same }
    return next
  }

  /// Within how many days a history goes on into the next year.
  private static let soonInHistory = 120

  private func yearless(_ slot: CalendarSlot) -> CalendarValue? {
    switch slot {
    case .month(let month): CalendarValue(.month(year: nil, month))
    case .monthDay(let month, let day), .weekdayMonthDay(_, let month, let day):
      CalendarValue(.yearlessDay(month: month, day: day))
    case .season(let season): CalendarValue(.season(year: nil, season))
    case .quarter(let quarter): CalendarValue(.quarter(year: nil, quarter))
    case .half(let half): CalendarValue(.half(year: nil, half))
    case .weekday(let weekday): CalendarValue(.someWeekday(weekday))
    case .dayOfMonth: CalendarValue(.someDay)
    case .nthWeekday, .easter, .yearOfCentury, .decadeOfCentury: nil
    }
  }

  private mutating func nearestWeekday(_ weekday: Int) -> CalendarValue? {
    if isNarrative {
      guard let day = previous?.value.day else { return CalendarValue(.someWeekday(weekday)) }
      return CalendarValue(.day(day.adding(days: (weekday - day.weekday + 7) % 7)))
    }
    if let narratedSentence, sentence - narratedSentence <= 1, direction == .past {
      return goneOnWeekday(weekday)
    }
    guard let publication else { return CalendarValue(.someWeekday(weekday)) }
    let ahead = (weekday - publication.weekday + 7) % 7
    return CalendarValue(
      .day(publication.adding(days: direction == .future || ahead == 0 ? ahead : ahead - 7)))
  }

  /// What a slot is pointed at from: for a weekday a day told not long before, as none lies beside a whole year.
  private func anchorValue(for slot: CalendarSlot) -> CalendarValue? {
    guard case .weekday = slot, let told = previous?.value, told.month == nil, !isNarrative else {
      return previous?.value
    }
    return previousDay.flatMap { sentence - $0.sentence <= Self.daysReach ? $0.value : nil }
  }

  /// "On the Tuesday" is the first from the day told before, and so are the weekdays right behind it; where none was told
  /// it is nobody's.
  private mutating func goneOnWeekday(_ weekday: Int) -> CalendarValue? {
    guard let told = previousDay, sentence - told.sentence <= Self.daysReach, let day = told.value.day,
      !isAheadOfText(day)
    else { return CalendarValue(.someWeekday(weekday)) }
    let found = day.adding(days: (weekday - day.weekday + 7) % 7)
    guard direction == .future || !isAheadOfText(found) else { return CalendarValue(.someWeekday(weekday)) }
    narratedSentence = sentence
    goesOn = true
    return CalendarValue(.day(found))
  }

  private func isAheadOfText(_ day: CalendarDay) -> Bool { publication.map { day > $0 } ?? false }

  private func nearestDayOfMonth(_ number: Int) -> CalendarValue? {
    let told = previous.flatMap { previous in
      previous.value.year.flatMap { year in previous.value.month.map { (year, $0) } }
    }
    if let (year, month) = told, let day = CalendarDay(year: year, month: month, day: number) {
      return CalendarValue(.day(day))
    }
    guard !isNarrative, let publication,
      let day = CalendarDay(year: publication.year, month: publication.month, day: number)
    else { return CalendarValue(.someDay) }
    if direction == .past, day > publication { return CalendarValue(.day(day.adding(months: -1))) }
    if direction == .future, day < publication { return CalendarValue(.day(day.adding(months: 1))) }
    return CalendarValue(.day(day))
  }

  /// The century of a year told by its last digits: that of the time told before in a history, else the last past.
  private func century(for number: Int) -> Int {
    if isNarrative, let year = previous?.value.year { return Self.floor(year, 100) }
    guard let publication else { return 1900 }
    let century = Self.floor(publication.year, 100)
    return century + number > publication.year + 5 ? century - 100 : century
  }

  // MARK: Pointed at

  /// "last September", "this summer", "next Friday", "the previous April".
  private mutating func pointed(_ slot: CalendarSlot, _ steps: Int, _ anchor: TimeMeaning.Anchor)
    -> CalendarValue?
  {
    if case .weekday(let weekday) = slot, anchor == .told { return goneOnWeekday(weekday) }
    var reference = publication
    // "Last October" is the last before the text was written, where that is known, whatever it told before.
    if anchor != .publication || isNarrative && publication == nil, let told = anchorValue(for: slot) {
      reference = steps < 0 ? told.firstDay : told.lastDay
    }
    guard let reference else { return yearless(slot) }
    switch slot {
    case .weekday(let weekday):
      let ahead = (weekday - reference.weekday + 7) % 7
      switch steps {
      case 0:
        return CalendarValue(
          .day(reference.adding(days: direction == .past && ahead > 0 ? ahead - 7 : ahead)))
      case 1...:
        return CalendarValue(.day(reference.adding(days: (ahead == 0 ? 7 : ahead) + 7 * (steps - 1))))
      default: return CalendarValue(.day(reference.adding(days: ahead + 7 * steps)))
      }
    case .dayOfMonth, .yearOfCentury, .decadeOfCentury: return nil
    default: break
    }
    if steps == 0 { return occurrence(of: slot, in: reference.year) }
    // "the winter before last" is two steps back; nothing points further.
    let reach = steps < -1 ? 2 : 1
    let candidates = (reference.year - reach...reference.year + 1).compactMap { occurrence(of: slot, in: $0) }
    if steps > 0 { return candidates.first { ($0.firstDay ?? reference) > reference } }
    return candidates.filter { ($0.lastDay ?? reference) < reference }.dropLast(reach - 1).last
  }
}
