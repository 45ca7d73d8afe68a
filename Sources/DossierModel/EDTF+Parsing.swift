extension EDTF {
  /// Reads a date as this tool writes it; nil where the text is none.
  ///
  /// `2019-08-27`, `2019-08`, `2019`, each with `~` for "about"; `XXXX-01-23`; an interval of two with `/` between,
  /// one of which may be `..`; `199X` and `18XX`.
  package init?(parsing text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2 {
      let ends = parts.map { $0 == ".." ? CalendarDate?.none : CalendarDate(parsing: $0) }
      guard zip(parts, ends).allSatisfy({ $0 == ".." || $1 != nil }), ends.contains(where: { $0 != nil })
      else { return nil }
      if let from = ends[0]?.firstDay, let to = ends[1]?.lastDay, to < from { return nil }
      self = .interval(from: ends[0], to: ends[1])
      return
    }
    guard parts.count == 1 else { return nil }
    if let date = CalendarDate(parsing: parts[0]) {
      self = .date(date)
    } else if text.utf8.count == 4, text.hasSuffix("XX"), let century = Int(text.prefix(2)) {
      self = .century(century * 100)
    } else if text.utf8.count == 4, text.hasSuffix("X"), let decade = Int(text.prefix(3)) {
      self = .decade(decade * 10)
    } else {
      return nil
    }
  }
}

extension CalendarDate {
  /// Reads `2019`, `2019-08` or `2019-08-27`, with `XXXX` for a year that is not known and `~` for "about".
  fileprivate init?(parsing text: Substring) {
    let isApproximate = text.hasSuffix("~")
    let bare = isApproximate ? text.dropLast() : text
    let parts = bare.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      parts.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: "X") })
    else { return nil }
    let year = Int(parts[0])
    guard year != nil || (parts[0] == "XXXX" && parts.count > 1) else { return nil }
    let month = parts.count > 1 ? Int(parts[1]) : nil
    let day = parts.count > 2 ? Int(parts[2]) : nil
    if parts.count > 1 {
      guard let month, (1...12).contains(month) else { return nil }
      // A leap year stands in for a year that is not known.
      guard
        parts.count == 2 || day.flatMap({ CalendarDay(year: year ?? 2_000, month: month, day: $0) }) != nil
      else { return nil }
    }
    self.init(year: year, month: month, day: day, isApproximate: isApproximate)
  }
}
