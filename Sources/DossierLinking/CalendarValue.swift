import DossierModel

/// A place on the calendar of any size, some of it perhaps unknown: what expressions of time resolve to.
struct CalendarValue: Hashable {
  enum Shape: Hashable {
    case century(Int)
    case decade(Int)
    case year(Int)
    case half(year: Int?, Int)
    case quarter(year: Int?, Int)
    case season(year: Int?, Int)
    case month(year: Int?, Int)
    /// By its Monday.
    case week(CalendarDay)
    case weekend(CalendarDay)
    case day(CalendarDay)
    case yearlessDay(month: Int, day: Int)
    /// A weekday in no known week.
    case someWeekday(Int)
    /// A day of which nothing is known.
    case someDay
    case someYear
  }

  var shape: Shape
  var time: TimeOfDay?
  var part: TimeMeaning.Part?
  var isApproximate = false

  init(_ shape: Shape, time: TimeOfDay? = nil) {
    self.shape = shape
    self.time = time
  }

  /// What a value told in full is; nil for intervals.
  init?(edtf value: EDTF) {
    switch value {
    case .decade(let year): self.init(.decade(year))
    case .century(let year): self.init(.century(year))
    case .interval: return nil
    case .date(let date):
      if let month = date.month, let day = date.day {
        guard let year = date.year else {
          self.init(.yearlessDay(month: month, day: day))
          return
        }
        guard let day = CalendarDay(year: year, month: month, day: day) else { return nil }
        self.init(.day(day))
      } else if let month = date.month {
        self.init(.month(year: date.year, month))
      } else {
        guard let year = date.year else { return nil }
        self.init(.year(year))
      }
      isApproximate = date.isApproximate
    }
  }

  // MARK: Parts

  var year: Int? {
    switch shape {
    case .year(let year): year
    case .half(let year, _), .quarter(let year, _), .season(let year, _), .month(let year, _): year
    case .week(let monday), .weekend(let monday): monday.adding(days: 3).year
    case .day(let day): day.year
    case .decade, .century, .yearlessDay, .someWeekday, .someDay, .someYear: nil
    }
  }

  var month: Int? {
    switch shape {
    case .month(_, let month): month
    case .week(let monday), .weekend(let monday): monday.month
    case .day(let day): day.month
    case .yearlessDay(let month, _): month
    default: nil
    }
  }

  var day: CalendarDay? {
    guard case .day(let day) = shape else { return nil }
    return day
  }

  /// The first day it can mean.
  var firstDay: CalendarDay? { span?.first }
  var lastDay: CalendarDay? { span?.last }

  var span: (first: CalendarDay, last: CalendarDay)? {
    switch shape {
    case .day(let day): return (day, day)
    case .week(let monday): return (monday, monday.adding(days: 6))
    case .weekend(let monday): return (monday.adding(days: 5), monday.adding(days: 6))
    default:
      guard let value = wholeEDTF, let first = value.firstDay, let last = value.lastDay else { return nil }
      return (first, last)
    }
  }

  // MARK: TIMEX3

  var timex: String {
    let date = timexDate
    guard let time else { return date }
    switch time {
    case .part(let part): return date + "T" + part.rawValue
    case .clock(let hour, let minute, let second, _):
      var text = date + "T" + Self.padded(hour, 2)
      if let minute { text += ":" + Self.padded(minute, 2) }
      if let second { text += ":" + Self.padded(second, 2) }
      return text
    }
  }

  private var timexDate: String {
    switch shape {
    case .century(let year):
      return year < 0 ? "BC" + Self.padded(-year / 100 - 1, 2) : Self.padded(year / 100, 2)
    case .decade(let year): return year < 0 ? "BC" + Self.padded(-year / 10, 3) : Self.padded(year / 10, 3)
    case .year(let year): return Self.timex(year: year)
    case .half(let year, let half): return Self.timex(year: year) + "-H\(half)"
    case .quarter(let year, let quarter): return Self.timex(year: year) + "-Q\(quarter)"
    case .season(let year, let season):
      return Self.timex(year: year) + "-" + ["SP", "SU", "FA", "WI"][(season - 1) & 3]
    case .month(let year, let month): return Self.timex(year: year) + "-" + Self.padded(month, 2)
    case .week(let monday): return Self.timex(week: monday)
    case .weekend(let monday): return Self.timex(week: monday) + "-WE"
    case .day(let day):
      return Self.timex(year: day.year) + "-" + Self.padded(day.month, 2) + "-" + Self.padded(day.day, 2)
    case .yearlessDay(let month, let day): return "XXXX-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
    case .someWeekday(let weekday): return "XXXX-WXX-\(weekday)"
    case .someDay: return "XXXX-XX-XX"
    case .someYear: return "XXXX"
    }
  }

  private static func timex(week monday: CalendarDay) -> String {
    let week = monday.isoWeek
    return timex(year: week.year) + "-W" + padded(week.week, 2)
  }

  private static func timex(year: Int?) -> String {
    guard let year else { return "XXXX" }
    return year > 0 ? padded(year, 4) : "BC" + padded(1 - year, 4)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  // MARK: EDTF

  /// Its place on the calendar; nil where nothing of it is known.
  var edtf: EDTF? {
    guard let whole = wholeEDTF else { return nil }
    if let part, let parted = edtf(of: part) { return parted }
    guard isApproximate, case .date(let date) = whole else { return whole }
    return .date(CalendarDate(year: date.year, month: date.month, day: date.day, isApproximate: true))
  }

  private var wholeEDTF: EDTF? {
    switch shape {
    case .century(let year): return .century(year)
    case .decade(let year): return .decade(year)
    case .year(let year): return .date(CalendarDate(year: year))
    case .half(let year, let half): return months(year, (half - 1) * 6 + 1, 6)
    case .quarter(let year, let quarter): return months(year, (quarter - 1) * 3 + 1, 3)
    // As in the northern hemisphere, where the year's seasons begin in March.
    case .season(let year, let season): return months(year, season * 3, 3)
    case .month(let year, let month): return .date(CalendarDate(year: year, month: month))
    case .week(let monday): return days(monday, monday.adding(days: 6))
    case .weekend(let monday): return days(monday.adding(days: 5), monday.adding(days: 6))
    case .day(let day): return EDTF(day)
    case .yearlessDay(let month, let day): return .date(CalendarDate(year: nil, month: month, day: day))
    case .someWeekday, .someDay, .someYear: return nil
    }
  }

  private func days(_ first: CalendarDay, _ last: CalendarDay) -> EDTF {
    .interval(from: CalendarDate(first), to: CalendarDate(last))
  }

  private func months(_ year: Int?, _ first: Int, _ count: Int) -> EDTF? {
    guard let year, let start = CalendarDay(year: year, month: first, day: 1) else { return nil }
    let last = start.adding(months: count - 1)
    return .interval(
      from: CalendarDate(year: start.year, month: start.month),
      to: CalendarDate(year: last.year, month: last.month))
  }

  /// Early, mid and late are the thirds of a month, a year or a decade.
  private func edtf(of part: TimeMeaning.Part) -> EDTF? {
    let third: Int
    switch part {
    case .early, .start: third = 0
    case .mid: third = 1
    case .late, .end: third = 2
    case .earlier, .later: return nil
    }
    switch shape {
    case .month(let year?, let month):
      let last = CalendarDay.days(inMonth: month, of: year)
      return .interval(
        from: CalendarDate(year: year, month: month, day: third * 10 + 1),
        to: CalendarDate(year: year, month: month, day: third == 2 ? last : third * 10 + 10))
    case .year(let year): return months(year, third * 4 + 1, 4)
    case .decade(let year):
      let first = [0, 4, 7][third]
      return .interval(
        from: CalendarDate(year: year + first), to: CalendarDate(year: year + [3, 6, 9][third]))
    default: return nil
    }
  }
}
