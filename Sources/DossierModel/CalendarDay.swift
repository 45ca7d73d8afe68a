/// A day of the proleptic Gregorian calendar, without a time zone.
package struct CalendarDay: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let year: Int
  /// 1 to 12.
  package let month: Int
  /// 1 to 31.
  package let day: Int

  /// A day of the calendar; nil where there is none, such as 30 February.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Self.days(inMonth: month, of: year) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Days since 1970-01-01.
  ///
  /// After Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
  package var serial: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day that lies so many days after 1970-01-01.
  package init(serial: Int) {
    let shifted = serial + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// 1 for Monday to 7 for Sunday, as in ISO 8601.
  package var weekday: Int { ((serial + 3) % 7 + 7) % 7 + 1 }

  package func adding(days: Int) -> CalendarDay { CalendarDay(serial: serial + days) }

  /// The same day so many months on; the last day of the month where it has no such day.
  package func adding(months: Int) -> CalendarDay {
    let index = year * 12 + month - 1 + months
    let newYear = index >= 0 ? index / 12 : (index - 11) / 12
    let newMonth = index - newYear * 12 + 1
    let lastDay = Self.days(inMonth: newMonth, of: newYear)
    return CalendarDay(year: newYear, month: newMonth, day: min(day, lastDay)) ?? self
  }

  /// The week's number and the year it belongs to, as in ISO 8601.
  package var isoWeek: (year: Int, week: Int) {
    let thursday = adding(days: 4 - weekday)
    guard let newYear = CalendarDay(year: thursday.year, month: 1, day: 1) else { return (year, 1) }
    return (thursday.year, (thursday.serial - newYear.serial) / 7 + 1)
  }

  /// Easter Sunday of the western churches.
  ///
  /// The anonymous Gregorian computus as Meeus gives it in "Astronomical Algorithms", chapter 8.
  package static func easter(of year: Int) -> CalendarDay? {
    guard year > 1582 else { return nil }
    let golden = year % 19
    let (century, rest) = (year / 100, year % 100)
    let correction = (8 * century + 13) / 25
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30
    let toSunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
    let shift = (golden + 11 * epact + 22 * toSunday) / 451
    let sum = epact + toSunday - 7 * shift + 114
    return CalendarDay(year: year, month: sum / 31, day: sum % 31 + 1)
  }

  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// `2019-08-27`.
  package var description: String { CalendarDate(self).description }

  package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}
