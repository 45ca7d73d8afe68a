import DossierModel
import DossierSource

/// What an article's own words say of the days it reports, without a year.
struct DateClues {
  struct Clue<Value> {
    let value: Value
    let sentence: Int
    /// Whether its verb says that it has passed.
    var isPast = false
    /// Whether it says when that was, and not for when it was set: "on 3 May", not "set for 3 May".
    var saysWhen = true
  }

  struct MonthDay: Hashable, Comparable {
    let month: Int
    let day: Int

    init(month: Int, day: Int) {
      self.month = month
      self.day = day
    }

    init(_ day: CalendarDay) { self.init(month: day.month, day: day.day) }

    static func < (left: Self, right: Self) -> Bool { (left.month, left.day) < (right.month, right.day) }

    /// The days of the calendar so called within so many days of one.
    func days(within reach: Int, of day: CalendarDay) -> [CalendarDay] {
      (day.year - 1...day.year + 1).compactMap { year in
        CalendarDay(year: year, month: month, day: self.day).flatMap {
          abs($0.serial - day.serial) <= reach ? $0 : nil
        }
      }
    }
  }

  /// Sentences in which a report tells its day.
  static let leadLength = 3

  /// Weekdays told as past without a date beside them, in order.
  private(set) var weekdays: [Clue<Int>] = []
  /// Months with days told as past without a year, in order.
  private(set) var monthDays: [Clue<MonthDay>] = []
  /// Months with days of the year before its own: "2 October last year".
  private(set) var daysOfLastYear: [Clue<MonthDay>] = []
  /// Weekdays printed beside their month and day.
  private(set) var fullDays: [Clue<(weekday: Int, day: MonthDay)>] = []
  /// Days printed with their year, as past.
  private(set) var days: [Clue<CalendarDay>] = []
  /// The latest year the text speaks of as past.
  private(set) var latestYear: Clue<Int>?
  /// How many years its opening sentences say have gone by: "a year ago", "one year after the flood".
  private(set) var anniversaries: [Clue<Int>] = []
  /// How many days it counts, in days or weeks: "nine days after", "three weeks earlier".
  private(set) var counts: [Clue<Int>] = []
  /// Whether it speaks of the month before its own, in which what it dates by month and day may have been.
  private(set) var speaksOfLastMonth = false

  init(_ article: AnnotatedArticle) {
    for (index, time) in article.times.enumerated()
    where time.direction != .future && !Self.isHour(index, besideItsDay: article.times) {
      read(time.meaning, time)
    }
  }

  /// Whether a time of day is on the day that the next expression tells: "noon" of "noon on Tuesday".
  private static func isHour(_ index: Int, besideItsDay times: [TimeExpression]) -> Bool {
    guard case .timeOfDay(_, let day?) = times[index].meaning, index + 1 < times.count else { return false }
    return times[index + 1].sentence == times[index].sentence && times[index + 1].meaning == day
  }

  private mutating func read(_ meaning: TimeMeaning, _ time: TimeExpression) {
    let sentence = time.sentence
    switch meaning {
    case .slot(.weekday(let weekday), .nearest):
      weekdays.append(Clue(value: weekday, sentence: sentence, isPast: time.direction == .past))
    case .slot(.monthDay(let month, let day), .nearest):
      monthDays.append(
        Clue(
          value: MonthDay(month: month, day: day), sentence: sentence, isPast: time.direction == .past,
          saysWhen: time.isAdverbial))
    case .slot(.weekdayMonthDay(let weekday, let month, let day), .nearest):
      fullDays.append(
        Clue(
          value: (weekday, MonthDay(month: month, day: day)), sentence: sentence,
          isPast: time.direction == .past))
    case .slot(.monthDay(let month, let day), .within(.relative(.year, -1, from: .publication))):
      daysOfLastYear.append(Clue(value: MonthDay(month: month, day: day), sentence: sentence))
    case .absolute(let value):
      if let day = value.day {
        days.append(Clue(value: day, sentence: sentence, isPast: time.direction == .past))
      }
      if case .date(let date) = value, let year = date.year, latestYear.map({ $0.value < year }) ?? true {
        latestYear = Clue(value: year, sentence: sentence)
      }
    case .relative(.month, -1, from: .publication): speaksOfLastMonth = true
    case .distance(.year, let years?, later: false, from: .publication),
      .relative(.day, 0, from: .time(.distance(.year, let years?, later: false, from: .publication))):
      addAnniversary(abs(years), sentence)
    case .duration(.year, let years?): addAnniversary(years, sentence)
    case .duration(let unit, let count?), .distance(let unit, let count?, later: _, from: _):
      addCount(of: unit, abs(count), sentence)
    case .timeOfDay(_, let day?): read(day, time)
    case .part(_, let whole), .approximate(let whole): read(whole, time)
    default: break
    }
  }

  private mutating func addCount(of unit: TimeMeaning.Unit, _ count: Double, _ sentence: Int) {
    let days = unit == .day ? count : unit == .week ? 7 * count : 0
    guard days == days.rounded(), (1...Self.mostDaysCounted).contains(days) else { return }
    counts.append(Clue(value: Int(days), sentence: sentence))
  }

  /// Days that are counted from another, at most: of more the number is rather a round one.
  private static let mostDaysCounted = 60.0

  /// Sentences in which a report says what has come round.
  static let openingSentences = 2
  /// Years after which a day is still remembered to the day.
  private static let mostYears = 100.0

  private mutating func addAnniversary(_ years: Double, _ sentence: Int) {
    guard sentence < Self.openingSentences, years == years.rounded(), (1...Self.mostYears).contains(years)
    else { return }
    anniversaries.append(Clue(value: Int(years), sentence: sentence))
  }

  /// Whether a day is told by its month and day alone, and may be one of last month's.
  func mayLieInLastMonth(_ day: CalendarDay) -> Bool { speaksOfLastMonth && !sentences(telling: day).isEmpty }

  /// Sentences between a weekday and the date that it is, at most.
  static let besideSentences = 1

  /// Whether a day is told by its weekday: where it is told by its date too, only beside that, for elsewhere a weekday is
  /// that of another day.
  func tellsByWeekday(_ day: CalendarDay) -> Bool {
    let dates = sentences(telling: day)
    return weekdays.contains { clue in
      clue.value == day.weekday
        && (dates.isEmpty || dates.contains { abs($0 - clue.sentence) <= Self.besideSentences })
    }
  }

  /// The sentences that tell a day by its month and day alone.
  private func sentences(telling day: CalendarDay) -> [Int] {
    monthDays.filter { $0.value == MonthDay(day) }.map(\.sentence)
  }

  /// The first weekday that the article tells by itself, where that is in the sentences in which a report tells its day.
  var openingWeekday: Clue<Int>? { weekdays.first.flatMap { $0.sentence < Self.leadLength ? $0 : nil } }

  /// The first weekday with its date, where that is in those sentences.
  var openingFullDay: Clue<(weekday: Int, day: MonthDay)>? {
    fullDays.first.flatMap { $0.sentence < Self.leadLength ? $0 : nil }
  }

  /// The weekday that the article tells most, the earlier of two told as often; nil where it tells none.
  var mainWeekday: Int? {
    var counts: [Int: Int] = [:]
    for clue in weekdays { counts[clue.value, default: 0] += 1 }
    let most = counts.values.max()
    return weekdays.first { counts[$0.value] == most }?.value
  }

  /// The month and day that the article tells most, the earlier of two told as often.
  var mainMonthDay: MonthDay? {
    var counts: [MonthDay: Int] = [:]
    for clue in monthDays { counts[clue.value, default: 0] += 1 }
    let most = counts.values.max()
    return monthDays.first { counts[$0.value] == most }?.value
  }
}
