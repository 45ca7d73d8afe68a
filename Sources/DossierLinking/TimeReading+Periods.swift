import DossierModel

/// How long something lasts, as TIMEX3 writes it.
extension TimeReading {
  /// A TIMEX3 period: `P2Y`, `PT3H`, `PXM`.
  static func period(_ unit: TimeMeaning.Unit, _ count: Double?) -> String {
    switch unit {
    case .decade: return count.map { "P" + number($0 * 10) + "Y" } ?? "PXDE"
    case .century: return count.map { "P" + number($0 * 100) + "Y" } ?? "PXCE"
    case .millennium: return count.map { "P" + number($0 * 1000) + "Y" } ?? "PXML"
    case .second, .minute, .hour: return "PT" + amount(count, unit)
    case .halfYear: return count.map { "P" + number($0 * 6) + "M" } ?? "PXM"
    default: return "P" + amount(count, unit)
    }
  }

  private static func amount(_ count: Double?, _ unit: TimeMeaning.Unit) -> String {
    guard let count else { return "X" + unit.designator }
    // A half is told in the next smaller unit, as in `P2Y6M`.
    let whole = count.rounded(.down)
    let rest = count - whole
    guard rest > 0.01, let (smaller, share) = smaller(than: unit) else {
      return number(count) + unit.designator
    }
    let parts = rest * share
    guard abs(parts - parts.rounded()) < 0.05 else { return number(count) + unit.designator }
    let separator = unit == .day ? "T" : ""
    return (whole > 0 ? number(whole) + unit.designator : "") + separator + number(parts.rounded()) + smaller
  }

  private static func smaller(than unit: TimeMeaning.Unit) -> (String, Double)? {
    switch unit {
    case .year: ("M", 12)
    case .hour: ("M", 60)
    case .minute: ("S", 60)
    case .day: ("H", 24)
    default: nil
    }
  }

  private static func number(_ value: Double) -> String {
    guard abs(value) < 1e9 else { return "X" }
    let rounded = value.rounded()
    guard abs(value - rounded) > 0.001 else { return String(Int(rounded)) }
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(abs(tenths % 10))"
  }

  /// What can be said of an expression that could not be placed: with X for what is not known, as TIDES has it.
  func unresolved(_ meaning: TimeMeaning) -> String {
    switch meaning {
    case .distance(let unit, let count, _, .event): Self.period(unit, count)
    case .distance(let unit, .some, _, .previous):
      Self.unknown(unit, in: isNarrative ? previous?.value.year : nil)
    case .distance(_, _, let later, _): later ? "FUTURE_REF" : "PAST_REF"
    case .part(_, let whole), .approximate(let whole): unresolved(whole)
    case .timeOfDay(let time, _): CalendarValue(.someDay, time: time).timex
    case .relative(.day, 0, .previous), .relative(.day, 0, .previousDay): ""
    case .relative(.day, 0, .publication): "PRESENT_REF"
    case .relative(let unit, _, _): Self.unknown(unit, in: nil)
    default: ""
    }
  }

  /// A time as fine as a unit, of which at most the year is known.
  static func unknown(_ unit: TimeMeaning.Unit, in year: Int?) -> String {
    let known = year.map { CalendarValue(.year($0)).timex } ?? "XXXX"
    switch unit {
    case .second, .minute, .hour: return known + "-XX-XXTXX"
    case .day: return known + "-XX-XX"
    case .week, .weekend: return known + "-WXX"
    case .month: return known + "-XX"
    case .quarter: return known + "-QX"
    default: return "XXXX"
    }
  }
}
