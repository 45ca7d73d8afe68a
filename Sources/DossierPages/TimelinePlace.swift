import DossierModel

/// Where a date stands in a list by year, month and day; what is not known is nil, and stands first.
///
/// A month is never taken for its first day: it stands under its month's heading, before the days.
package struct TimelinePlace: Sendable, Hashable, Comparable {
  package let year: Int?
  package let month: Int?
  package let day: Int?

  package init(year: Int?, month: Int?, day: Int?) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The place of a value; without any where its year is not known.
  package init(_ value: EDTF?) {
    switch value {
    case .date(let date): self.init(of: date)
    case .interval(let from?, let to?): self.init(from: from, to: to)
    case .interval(let from?, nil): self.init(of: from)
    case .interval(nil, let to?): self.init(of: to)
    case .decade(let year), .century(let year): self.init(year: year, month: nil, day: nil)
    case .interval(nil, nil), nil: self.init(year: nil, month: nil, day: nil)
    }
  }

  private init(of date: CalendarDate) {
    let isPlaced = date.year != nil
    self.init(year: date.year, month: isPlaced ? date.month : nil, day: isPlaced ? date.day : nil)
  }

  /// As exact as its two ends agree, with the first day to sort by.
  private init(from: CalendarDate, to: CalendarDate) {
    let sameMonth = from.year == to.year && from.month == to.month
    guard from.year != nil else {
      self.init(of: to)
      return
    }
    self.init(
      year: from.year, month: sameMonth || from.day != nil ? from.month : nil,
      day: sameMonth || from.day != nil ? from.day : nil)
  }

  /// Unplaced dates last; within a year or month, what is less exact first.
  package static func < (left: Self, right: Self) -> Bool {
    (left.year ?? Int.max, left.month ?? 0, left.day ?? 0)
      < (right.year ?? Int.max, right.month ?? 0, right.day ?? 0)
  }
}
