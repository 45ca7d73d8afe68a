import DossierModel
import DossierSource

/// Where the events of a list lie in time, to be drawn as a strip: the list below it says all that it shows.
package struct TimelineStrip: Sendable {
  /// An event: a tick for a day, a bar for what lasts or is known less exactly.
  package struct Mark: Sendable, Hashable {
    package let x: Int
    package let width: Int
    package let lane: Lane
    /// How high it is drawn: less than a whole mark where it stands for fewer events than others beside it.
    package let height: Int
    /// Whether the drawn end is not the event's: nobody says when it began, or ended.
    package let isOpen: Bool
    /// Its first day, counted from the beginning of the strip, and how many days it takes.
    package let day: Int
    package let days: Int
    /// The rows of the list below that it stands for, where the strip is one of a list.
    package fileprivate(set) var rows: [Int]
  }

  /// The beginning of a year; of a month, or a day, where the strip is short.
  package struct Tick: Sendable, Hashable {
    package let x: Int
    package let year: Int
    package let month: Int?
    package var day: Int? = nil
  }

  package let marks: [Mark]
  package let ticks: [Tick]
  /// The first day that is drawn, and how many are.
  package let firstDay: CalendarDay
  package let days: Int
  /// Events too far from the others to be drawn.
  package let farOff: Int

  /// The strip's length, in the drawing's own units.
  package static let length = 1_000
  /// Of fewer events a strip tells no more than the list.
  private static let fewestEvents = 3
  private static let shortestMark = 4
  private static let mostTicks = 8
  /// From so many days on the beginnings of months tell enough.
  private static let daysOfMonths = 70
  /// Of more marks a reader sees only how dense they are.
  private static let mostMarks = 300
  private static let columnWidth = 8
  /// Of a whole mark, in the drawing's own units.
  package static let markHeight = 12

  /// Nil where too few events have their place on the calendar, or all have the same.
  ///
  /// Where the strip stands above the list of the same rows, each mark knows its rows, so that they can be hidden
  /// together; else what falls on one place is drawn once.
  init?(of rows: [(value: EDTF?, lane: Lane)], isListed: Bool = false) {
    let spans = rows.enumerated().compactMap { Span($1.value, $1.lane, row: $0) }
    let events = spans.filter { $0.lane != .published }
    guard events.count >= Self.fewestEvents, let range = Self.range(of: spans) else { return nil }
    let scale = { (day: Int) in
      (min(max(day, range.lowerBound), range.upperBound) - range.lowerBound) * Self.length / range.count
    }
    var drawn: [Place: Int] = [:]
    var marks: [Mark] = []
    for span in spans where span.last >= range.lowerBound && span.first <= range.upperBound {
      let start = min(scale(span.first), Self.length - Self.shortestMark)
      let width = max(Self.shortestMark, scale(span.last + 1) - start)
      let place = Place(
        lane: span.lane, isOpen: span.isOpen, start: isListed ? span.first : start,
        length: isListed ? span.last : width)
      let known = drawn[place, default: marks.count]
      if known == marks.count {
        drawn[place] = known
        marks.append(
          Mark(
            x: start, width: width, lane: span.lane, height: Self.markHeight, isOpen: span.isOpen,
            day: span.first - range.lowerBound, days: span.last - span.first + 1, rows: []))
      }
      if isListed { marks[known].rows.append(span.row) }
    }
    self.marks = isListed || marks.count <= Self.mostMarks ? marks : Self.columns(of: spans, over: range)
    ticks = Self.ticks(over: range, scale: scale)
    firstDay = CalendarDay(serial: range.lowerBound)
    days = range.count
    farOff = events.count { $0.last < range.lowerBound || $0.first > range.upperBound }
  }

  /// How many events fall on each stretch of the strip, by lane: the more the higher, by the logarithm of their number.
  private static func columns(of spans: [Span], over range: ClosedRange<Int>) -> [Mark] {
    let count = length / columnWidth
    let days = { (column: Int) in column * range.count / count }
    return Lane.allCases.flatMap { lane -> [Mark] in
      // Where spans begin and end, added up from left to right.
      var steps = [Int](repeating: 0, count: count + 1)
      for span in spans
      where span.lane == lane && span.last >= range.lowerBound && span.first <= range.upperBound {
        steps[(max(span.first, range.lowerBound) - range.lowerBound) * count / range.count] += 1
        steps[(min(span.last, range.upperBound) - range.lowerBound) * count / range.count + 1] -= 1
      }
      var sum = 0
      let sums = steps.map { step in
        sum += step
        return sum
      }
      let digits = { (number: Int) in Int.bitWidth - number.leadingZeroBitCount }
      let most = max(1, digits(sums.max() ?? 0))
      return sums.indices.filter { sums[$0] > 0 }.map { column in
        Mark(
          x: column * columnWidth, width: columnWidth - 1, lane: lane,
          height: max(2, markHeight * digits(sums[column]) / most), isOpen: false, day: days(column),
          days: max(1, days(column + 1) - days(column)), rows: [])
      }
    }
  }

  /// What two marks have in common that are drawn as one.
  private struct Place: Hashable {
    let lane: Lane
    let isOpen: Bool
    let start: Int
    let length: Int
  }

  /// Days since 1970 that an event can have lain on.
  private struct Span {
    let first: Int
    let last: Int
    let lane: Lane
    let isOpen: Bool
    let row: Int

    init?(_ value: EDTF?, _ lane: Lane, row: Int) {
      guard let value else { return nil }
      let days = (value.firstDay?.serial, value.lastDay?.serial)
      guard let first = days.0 ?? days.1, let last = days.1 ?? days.0, first <= last else { return nil }
      self.first = first
      self.last = last
      self.lane = lane
      self.row = row
      isOpen = days.0 == nil || days.1 == nil
    }
  }

  /// The stretch that is drawn: all of it, unless a few far-off events would press the others into one corner.
  private static func range(of spans: [Span]) -> ClosedRange<Int>? {
    let firsts = spans.map(\.first).sorted()
    let lasts = spans.map(\.last).sorted()
    let whole = firsts[0]...max(firsts[0], lasts[lasts.count - 1])
    let edge = spans.count / 10
    let middle = firsts[edge]...max(firsts[edge], lasts[lasts.count - 1 - edge])
    guard whole.count > 6 * middle.count && middle.count > 1 else { return whole.count > 1 ? whole : nil }
    // What lies no farther from the middle than this is not far off.
    let first = firsts.first { $0 >= middle.lowerBound - middle.count } ?? middle.lowerBound
    let last = lasts.last { $0 <= middle.upperBound + middle.count } ?? middle.upperBound
    return first...max(first, last)
  }

  private static func ticks(over range: ClosedRange<Int>, scale: (Int) -> Int) -> [Tick] {
    let (first, last) = (CalendarDay(serial: range.lowerBound), CalendarDay(serial: range.upperBound))
    guard range.count >= daysOfMonths else { return days(over: range, scale: scale) }
    let months = (last.year - first.year) * 12 + last.month - first.month
    let step = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1_200].first { months / $0 < mostTicks } ?? 12_000
    var ticks: [Tick] = []
    var month = (first.year * 12 + first.month - 1 + step - 1) / step * step
    while ticks.count <= mostTicks, let day = CalendarDay(year: month / 12, month: month % 12 + 1, day: 1),
      day.serial <= range.upperBound
    {
      if day.serial >= range.lowerBound {
        ticks.append(Tick(x: scale(day.serial), year: day.year, month: step < 12 ? day.month : nil))
      }
      month += step
    }
    return ticks
  }

  /// Days at equal distances: of a few weeks months would tell little; none is so near an end that it runs over.
  private static func days(over range: ClosedRange<Int>, scale: (Int) -> Int) -> [Tick] {
    let step = [1, 2, 4, 7].first { range.count / $0 <= mostTicks } ?? 10
    let days = stride(from: range.lowerBound + step / 2, through: range.upperBound, by: step)
    return days.filter { (50...length - 50).contains(scale($0)) }.map { serial in
      let day = CalendarDay(serial: serial)
      return Tick(x: scale(serial), year: day.year, month: day.month, day: day.day)
    }
  }
}
