/// A date as precise as it is known: a year, a month or a day; also `XXXX-01-23`, whose year is not known.
///
/// It takes eight bytes, since a corpus has more dates than sentences; no calendar reaches further than they do.
package struct CalendarDate: Hashable, Sendable, CustomStringConvertible {
  private let storedYear: Int32
  /// 0 where there is none.
  private let storedMonth: Int8
  private let storedDay: Int8
  /// Written with `~`: "about".
  package let isApproximate: Bool

  package init(year: Int?, month: Int? = nil, day: Int? = nil, isApproximate: Bool = false) {
    storedYear = year.map { max(Int32(clamping: $0), Self.unknownYear + 1) } ?? Self.unknownYear
    storedMonth = Int8(clamping: month ?? 0)
    storedDay = Int8(clamping: day ?? 0)
    self.isApproximate = isApproximate
  }

  private static let unknownYear = Int32.min

  /// Nil where the year is not known.
  package var year: Int? { storedYear == Self.unknownYear ? nil : Int(storedYear) }
  package var month: Int? { storedMonth == 0 ? nil : Int(storedMonth) }
  package var day: Int? { storedDay == 0 ? nil : Int(storedDay) }

  package init(_ day: CalendarDay) { self.init(year: day.year, month: day.month, day: day.day) }

  /// The first day that the date can mean; nil where its year is not known.
  package var firstDay: CalendarDay? {
    year.flatMap { CalendarDay(year: $0, month: month ?? 1, day: day ?? 1) }
  }

  /// The last day that the date can mean; nil where its year is not known.
  package var lastDay: CalendarDay? {
    year.flatMap { year in
      let month = month ?? 12
      return CalendarDay(year: year, month: month, day: day ?? CalendarDay.days(inMonth: month, of: year))
    }
  }

  package var description: String {
    var text = ""
    if let year { Self.append(year, width: 4, to: &text) } else { text = "XXXX" }
    if let month {
      text += "-"
      Self.append(month, width: 2, to: &text)
      if let day {
        text += "-"
        Self.append(day, width: 2, to: &text)
      }
    }
    if isApproximate { text += "~" }
    return text
  }

  private static func append(_ number: Int, width: Int, to text: inout String) {
    if number < 0 { text += "-" }
    let magnitude = number.magnitude
    var floor: UInt = 10
    for _ in 1..<width {
      if magnitude < floor { text += "0" }
      floor *= 10
    }
    text += String(magnitude)
  }
}

/// A time on the calendar in the Extended Date/Time Format (ISO 8601-2): the one form in which dates are kept.
package enum EDTF: Hashable, Sendable, CustomStringConvertible {
  case date(CalendarDate)
  /// `2019-01-14/2019-01-20`; an end that is nil is open or unknown and written `..`.
  case interval(from: CalendarDate?, to: CalendarDate?)
  /// `199X`, by the decade's first year.
  case decade(Int)
  /// `18XX`, by the century's first year.
  case century(Int)

  package init(_ day: CalendarDay) { self = .date(CalendarDate(day)) }

  /// The day, where the value is exactly one.
  package var day: CalendarDay? {
    guard case .date(let date) = self, date.day != nil else { return nil }
    return date.firstDay
  }

  /// The first day the value can mean; nil where it is open or its year is not known.
  package var firstDay: CalendarDay? {
    switch self {
    case .date(let date): date.firstDay
    case .interval(let from, _): from?.firstDay
    case .decade(let year), .century(let year): CalendarDay(year: year, month: 1, day: 1)
    }
  }

  /// The last day the value can mean; nil where it is open or its year is not known.
  package var lastDay: CalendarDay? {
    switch self {
    case .date(let date): date.lastDay
    case .interval(_, let to): to?.lastDay
    case .decade(let year): CalendarDay(year: year + 9, month: 12, day: 31)
    case .century(let year): CalendarDay(year: year + 99, month: 12, day: 31)
    }
  }

  package var description: String {
    switch self {
    case .date(let date): date.description
    case .interval(let from, let to): "\(from?.description ?? "..")/\(to?.description ?? "..")"
    case .decade(let year): "\(year / 10)X"
    case .century(let year): "\(year / 100)XX"
    }
  }
}
