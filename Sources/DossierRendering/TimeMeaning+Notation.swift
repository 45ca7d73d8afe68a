import DossierModel

extension TimeMeaning {
  /// The meaning as a term: `distance(year -2 from publication)`; for people who debug a date.
  var notation: String {
    switch self {
    case .absolute(let value): value.description
    case .slot(let slot, let frame): "slot(\(slot.notation) \(frame.notation))"
    case .relative(let unit, let count, let anchor):
      "relative(\(unit.rawValue) \(count) from \(anchor.notation))"
    case .distance(let unit, let count, let later, let anchor):
      "distance(\(unit.rawValue) \(later ? "+" : "-")\(Self.plain(count)) from \(anchor.notation))"
    case .part(let part, let whole): "\(part.rawValue)(\(whole.notation))"
    case .approximate(let exact): "about(\(exact.notation))"
    case .timeOfDay(let time, let day): "time(\(time.notation) on \(day?.notation ?? "the day spoken of"))"
    case .duration(let unit, let count): "duration(\(unit.rawValue) \(Self.plain(count)))"
    case .set(let value): "set(\(value))"
    case .vague(let value): "vague(\(value))"
    }
  }

  private static func plain(_ count: Double?) -> String {
    count.map { Int(exactly: $0)?.description ?? $0.description } ?? "some"
  }
}

extension TimeMeaning.Anchor {
  fileprivate var notation: String {
    switch self {
    case .publication: "publication"
    case .previous: "previous"
    case .previousDay: "previous-day"
    case .told: "told"
    case .time(let time): time.notation
    case .saying(let time): "saying on \(time.notation)"
    case .event(let kind, _): "\(kind) told elsewhere"
    }
  }
}

extension TimeMeaning.Frame {
  fileprivate var notation: String {
    switch self {
    case .nearest: "nearest"
    case .pointed(let count, let anchor): "\(count) from \(anchor.notation)"
    case .within(let whole): "within \(whole.notation)"
    }
  }
}

extension CalendarSlot {
  fileprivate var notation: String {
    switch self {
    case .month(let month): "month \(month)"
    case .monthDay(let month, let day): "month \(month) day \(day)"
    case .dayOfMonth(let day): "day \(day)"
    case .weekday(let weekday): "weekday \(weekday)"
    case .weekdayMonthDay(let weekday, let month, let day): "weekday \(weekday) month \(month) day \(day)"
    case .season(let season): "season \(season)"
    case .quarter(let quarter): "quarter \(quarter)"
    case .half(let half): "half \(half)"
    case .nthWeekday(let ordinal, let weekday, let month):
      "weekday \(weekday) no \(ordinal) of month \(month)"
    case .easter(let days): "easter \(days)"
    case .yearOfCentury(let year): "year \(year) of its century"
    case .decadeOfCentury(let decade): "decade \(decade) of its century"
    }
  }
}

extension TimeOfDay {
  fileprivate var notation: String {
    switch self {
    case .part(let part): part.rawValue
    case .clock(let hour, let minute, let second, let zone):
      ([hour] + [minute, second].compactMap(\.self)).map(String.init).joined(separator: ":")
        + (zone.map { " zone \($0)" } ?? "")
    }
  }
}
