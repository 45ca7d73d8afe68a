import DossierModel
import DossierSource

/// Where the events of a list lie in time, to be drawn as a strip: the list below it says all that it shows.
package struct TimelineStrip: Sendable {
  /// An event: a tick for a day, a bar for what lasts or is known less exactly.
  package struct Mark: Sendable, Hashable {
    package let x: Int
    package let width: Int
    package let lane: Lane
    /// Whether the drawn end is not the event's: nobody says when it began, or ended.
    package let isOpen: Bool
  }

  /// The beginning of a year, or of a month where the strip is short.
  package struct Tick: Sendable, Hashable {
    package let x: Int
    package let year: Int
    package let month: Int?
  }

  package let marks: [Mark]
  package let ticks: [Tick]

  /// The strip's length, in the drawing's own units.
  package static let length = 1_000
  /// Of fewer events a strip tells no more than the list.
  private static let fewestEvents = 3
  private static let shortestMark = 4
  private static let mostTicks = 8

  /// Nil where too few events have their place on the calendar, or all have the same.
  init?(of events: [(value: EDTF?, lane: Lane)]) {
    let spans = events.compactMap { Span($0.value, $0.lane) }
    guard spans.count >= Self.fewestEvents, let range = Self.range(of: spans) else { return nil }
    let scale = { (day: Int) in
      (min(max(day, range.lowerBound), range.upperBound) - range.lowerBound) * Self.length / range.count
    }
    var drawn: Set<Mark> = []
    marks = spans.compactMap { span in
      guard span.last >= range.lowerBound, span.first <= range.upperBound else { return nil }
      let start = scale(span.first)
      let mark = Mark(
        x: min(start, Self.length - Self.shortestMark),
        width: max(Self.shortestMark, scale(span.last + 1) - start), lane: span.lane, isOpen: span.isOpen)
      return drawn.insert(mark).inserted ? mark : nil
    }
    ticks = Self.ticks(over: range, scale: scale)
  }

  /// Days since 1970 that an event can have lain on.
  private struct Span {
    let first: Int
    let last: Int
    let lane: Lane
    let isOpen: Bool

    init?(_ value: EDTF?, _ lane: Lane) {
      guard let value else { return nil }
      let days = (value.firstDay?.serial, value.lastDay?.serial)
      guard let first = days.0 ?? days.1, let last = days.1 ?? days.0, first <= last else { return nil }
      self.first = first
      self.last = last
      self.lane = lane
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
    let drawn = whole.count > 6 * middle.count && middle.count > 1 ? middle : whole
    return drawn.count > 1 ? drawn : nil
  }

  private static func ticks(over range: ClosedRange<Int>, scale: (Int) -> Int) -> [Tick] {
    let (first, last) = (CalendarDay(serial: range.lowerBound), CalendarDay(serial: range.upperBound))
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
}
