import DossierModel
import DossierPages

/// Dates in words: an interval stays an interval, and what is not known is said.
extension Wording {
  func date(_ value: EDTF) -> String {
    switch value {
    case .date(let date): return self.date(date)
    case .interval(let from?, let to?): return between(from, to)
    case .interval(let from?, nil): return text("date.from", ["from": date(from)])
    case .interval(nil, let to?): return text("date.until", ["to": date(to)])
    case .interval(nil, nil): return self["date.none"]
    case .decade(let year): return text("date.decade", ["year": self.year(year)])
    case .century(let year):
      return text("date.century", ["from": self.year(year), "to": self.year(year + 99)])
    }
  }

  func date(_ date: CalendarDate) -> String {
    let words = exactDate(date)
    return date.isApproximate ? text("date.about", ["date": words]) : words
  }

  /// The month's heading: "August 2019".
  func heading(year: Int?, month: Int?) -> String {
    guard let year else { return self["date.none"] }
    return date(CalendarDate(year: year, month: month))
  }

  /// A year by its number; the year before 1 is 0 in dates, and 1 BC in words.
  func year(_ year: Int) -> String {
    year > 0 ? String(year) : text("date.before-christ", ["n": String(1 - year)])
  }

  private func exactDate(_ date: CalendarDate) -> String {
    let monthName = date.month.map { month($0) } ?? ""
    let day = date.day.map(String.init) ?? ""
    guard let year = date.year else {
      guard date.month != nil else { return self["date.none"] }
      let key = date.day == nil ? "date.month-without-year" : "date.day-without-year"
      return text(key, ["day": day, "month": monthName])
    }
    guard date.month != nil else { return text("date.year", ["year": self.year(year)]) }
    return text(
      date.day == nil ? "date.month" : "date.day", ["day": day, "month": monthName, "year": self.year(year)])
  }

  private func between(_ from: CalendarDate, _ to: CalendarDate) -> String {
    guard
      let year = from.year, year == to.year, let month = from.month, month == to.month, let first = from.day,
      let last = to.day, !from.isApproximate, !to.isApproximate
    else { return text("date.between", ["from": date(from), "to": date(to)]) }
    return text(
      "date.between-days",
      ["from": String(first), "to": String(last), "month": self.month(month), "year": self.year(year)])
  }
}

extension EDTF {
  /// What the `datetime` of a `<time>` may hold for the value; nil where HTML has no form for it.
  var htmlDate: String? {
    guard case .date(let date) = self, !date.isApproximate else { return nil }
    guard let year = date.year else {
      guard date.month != nil, date.day != nil else { return nil }
      return String(date.description.dropFirst("XXXX-".count))
    }
    return (1...9999).contains(year) ? date.description : nil
  }

  /// Whether the value names a month or a year but no day.
  var lacksDay: Bool {
    guard case .date(let date) = self else { return false }
    return date.day == nil && date.year != nil
  }
}
