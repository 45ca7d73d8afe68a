import DossierModel

/// A day that an article of no known date tells by its weekday, or by how far it lies from the report.
///
/// It stands nowhere on the calendar, and yet says something: a report of what was done "on Tuesday" is fresh, and is
/// of no event of a Friday.
enum ToldDay: Hashable, Sendable {
  /// 1 is Monday.
  case weekday(Int)
  /// "today", "yesterday", "this evening".
  case besideReport

  init?(_ meaning: TimeMeaning) {
    switch meaning {
    case .slot(.weekday(let weekday), .nearest),
      .slot(.weekday(let weekday), .pointed(_, from: .publication)):
      self = .weekday(weekday)
    case .relative(.day, _, from: .publication): self = .besideReport
    case .timeOfDay(_, let day?), .part(_, let day), .approximate(let day):
      guard let told = ToldDay(day) else { return nil }
      self = told
    default: return nil
    }
  }

  var weekday: Int? {
    if case .weekday(let weekday) = self { return weekday }
    return nil
  }
}

/// The stretch of the calendar that a corpus reports on, where a day told without its date is looked for.
struct ReportedDays {
  /// Days beyond which a weekday alone says nothing.
  private static let mostDays = 400
  /// Years beyond which a month and a day alone say nothing.
  private static let mostYears = 20

  /// Days before and after a publication that it may tell of by the weekday.
  private static let margin = 10

  /// Days since 1970; nil where no article has a date.
  let range: ClosedRange<Int>?

  init(of articles: [LinkedArticle]) {
    var range: ClosedRange<Int>?
    for article in articles {
      guard let day = article.published?.value.day?.serial else { continue }
      let days = day - Self.margin...day + Self.margin
      range = range.map { min($0.lowerBound, days.lowerBound)...max($0.upperBound, days.upperBound) } ?? days
    }
    self.range = range
  }

  /// Whether a telling without a date may be of a day, counted since 1970.
  func holds(_ day: Int, for candidate: EventCandidate) -> Bool {
    if let weekday = candidate.weekday, CalendarDay(serial: day).weekday != weekday { return false }
    if let first = candidate.notBefore, day < first { return false }
    return candidate.window.map { $0.contains(day) } ?? (candidate.weekday != nil)
  }

  /// The days on which a telling without a date may have happened, as days since 1970.
  func days(of candidate: EventCandidate) -> [Int] {
    if let window = candidate.window { return window.filter { holds($0, for: candidate) } }
    guard let range else { return [] }
    if candidate.weekday != nil {
      guard range.count <= Self.mostDays else { return [] }
      return range.filter { holds($0, for: candidate) }
    }
    let years = CalendarDay(serial: range.lowerBound).year...CalendarDay(serial: range.upperBound).year
    guard let day = candidate.when?.yearlessDay, years.count <= Self.mostYears else { return [] }
    return years.compactMap {
      CalendarDay(year: $0, month: day.month, day: day.day)?.serial
    }
  }
}

extension EventCandidate {
  /// The weekday that is all it tells of its time.
  var weekday: Int? { when == nil ? told?.weekday : nil }
}

extension EventCandidate.When {
  /// The month and day of a whole date.
  var monthDay: DateClues.MonthDay? { value.day.map { DateClues.MonthDay(month: $0.month, day: $0.day) } }

  /// The month and day of a time without its year.
  var yearlessDay: DateClues.MonthDay? {
    guard case .date(let date) = value, date.year == nil, let month = date.month, let day = date.day else {
      return nil
    }
    return DateClues.MonthDay(month: month, day: day)
  }
}
