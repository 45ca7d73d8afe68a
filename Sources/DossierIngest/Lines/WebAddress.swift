import DossierModel

/// An address of the web as a source prints it: its host, and the date that its path holds.
struct WebAddress: Sendable {
  let string: String
  let host: String
  let published: CalendarDate?

  /// The address that a text is, angle brackets and white space aside; nil where it is more or less than one.
  ///
  /// Months that the path tells by name are read where their names are given.
  init?(_ text: some StringProtocol, months: PhraseTable<Int>? = nil) {
    var bytes = Array(text.utf8)
    while let last = bytes.last, last <= 0x20 || last == UInt8(ascii: ">") { bytes.removeLast() }
    let start = bytes.firstIndex { $0 > 0x20 && $0 != UInt8(ascii: "<") } ?? bytes.endIndex
    bytes.removeFirst(start)
    guard bytes.allSatisfy({ $0 > 0x20 }) else { return nil }
    let printed = String(decoding: bytes, as: UTF8.self)
    guard let rest = Self.withoutScheme(printed), let host = Self.host(of: rest) else { return nil }
    string = printed
    self.host = host
    published = Self.date(in: rest, months: months)
  }

  private static func withoutScheme(_ address: String) -> Substring? {
    for scheme in ["https://", "http://"] {
      let head = address.prefix(scheme.count)
      if head.lowercased() == scheme { return address.dropFirst(scheme.count) }
    }
    return address.lowercased().hasPrefix("www.") ? address[...] : nil
  }

  private static func host(of rest: Substring) -> String? {
    let end = rest.firstIndex { "/?#:".contains($0) } ?? rest.endIndex
    var host = rest[..<end].lowercased()
    if host.hasPrefix("www.") { host.removeFirst(4) }
    let isHost = host.utf8.allSatisfy {
      $0 >= 0x80 || $0 == 0x2D || $0 == 0x2E || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
    }
    return isHost && host.utf8.contains(0x2E) && !host.hasPrefix(".") ? host : nil
  }

  /// `/2019/08/27/`, `/2019/aug/27/`, `/2019-08-27-`, `/20190827/` or `/2019/08/` in the path.
  private static func date(in rest: Substring, months: PhraseTable<Int>?) -> CalendarDate? {
    var numbers: [[UInt8]] = []
    var month: CalendarDate?
    for part in rest.utf8.split(whereSeparator: { $0 == 0x2F || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E }) {
      guard part.allSatisfy({ (0x30...0x39).contains($0) }) else {
        let named = numbers.last?.count == 4 ? months.flatMap { number(ofMonth: part, in: $0) } : nil
        numbers = named.flatMap { named in numbers.last.map { [$0, named] } } ?? []
        continue
      }
      if let month, let day = stampedDay(part, in: month) { return CalendarDate(day) }
      if part.count == 8, let day = day(of: [part.prefix(4), part.dropFirst(4).prefix(2), part.suffix(2)]) {
        return CalendarDate(day)
      }
      numbers.append(Array(part))
      let last = numbers.suffix(3).map { $0[...] }
      if last.count == 3, last[0].count == 4, last[1].count <= 2, last[2].count <= 2, let day = day(of: last)
      {
        return CalendarDate(day)
      }
      if month == nil, last.count >= 2,
        let found = Self.month(year: last[last.count - 2], month: last[last.count - 1])
      {
        month = found
      }
    }
    return month
  }

  /// The two digits of a month that is told by its name.
  private static func number(ofMonth name: Substring.UTF8View.SubSequence, in months: PhraseTable<Int>)
    -> [UInt8]?
  {
    guard name.count >= 3, let month = months.match(whole: FoldedWords(String(Substring(name)))) else {
      return nil
    }
    return Array((month < 10 ? "0\(month)" : String(month)).utf8)
  }

  /// The day of a number that begins with day and time, `190827143500123`, where the path tells the same month.
  private static func stampedDay(_ part: Substring.UTF8View.SubSequence, in month: CalendarDate)
    -> CalendarDay?
  {
    guard part.count >= 12, let digits = Int(String(Substring(part.prefix(12)))) else { return nil }
    let pairs = [10_000_000_000, 100_000_000, 1_000_000, 10_000, 100, 1].map { digits / $0 % 100 }
    guard let year = month.year, year % 100 == pairs[0], month.month == pairs[1], pairs[3] < 24,
      pairs[4] < 60, pairs[5] < 60
    else { return nil }
    return CalendarDay(year: year, month: pairs[1], day: pairs[2])
  }

  private static func month(year: ArraySlice<UInt8>, month: ArraySlice<UInt8>) -> CalendarDate? {
    guard year.count == 4, month.count == 2, let day = day(of: [year, month, [0x31]]) else { return nil }
    return CalendarDate(year: day.year, month: day.month)
  }

  private static func day(of parts: [some Collection<UInt8>]) -> CalendarDay? {
    let numbers = parts.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == 3, (1980...2100).contains(numbers[0]) else { return nil }
    return CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2])
  }
}
