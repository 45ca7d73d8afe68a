import DossierModel

/// A date as a line of a page prints it.
struct PrintedDate: Sendable, Equatable {
  let date: CalendarDate
  /// What the words before it say that it is the date of.
  let label: PageWords.DateLabel?
  /// Whether the weekday is printed with it.
  let hasWeekday: Bool
  /// Words on its line that belong to no date: a place, a byline.
  var otherWords = 0
  /// Whether the day stands before the month; nil where it is not printed in numbers, or either would do.
  var order: NumericOrder?

  enum NumericOrder: Sendable { case dayFirst, monthFirst }
}

/// A numeric date that fits two calendars: "03/04/2019".
struct AmbiguousDate: Sendable, Equatable {
  let text: String
  let dayFirst: CalendarDay
  let monthFirst: CalendarDay
  let label: PageWords.DateLabel?
  /// Whether a weekday is printed with it, that of neither.
  var hasWeekday = false

  /// The date as it is read once the order is known.
  func date(in order: PrintedDate.NumericOrder) -> PrintedDate {
    PrintedDate(
      date: CalendarDate(order == .dayFirst ? dayFirst : monthFirst), label: label, hasWeekday: false,
      order: order)
  }
}

/// A line's dates, and what else stands on it.
struct DateLine: Sendable {
  let dates: [PrintedDate]
  /// The stretches of the line that belong to no date, label, weekday or time of day.
  let rest: String
  /// What stands before the first date and its label, as it is printed.
  let front: String
  /// What of the rest stands behind the first date.
  let tail: String
  /// The first numeric date that fits two calendars.
  let ambiguous: AmbiguousDate?
  /// Whether the line tells its age instead of its date: "3 hours ago".
  let tellsAge: Bool
}

/// Reads the dates of lines that are not prose: datelines, bylines, "Updated:" lines, page headers.
///
/// Dates within sentences are left to the analysis: they are what an article tells, not what it says of itself.
struct DateLineReader: Sendable {
  let words: PageWords

  init(words: PageWords) { self.words = words }

  /// The dates of a line, or nil where it has none and tells no age either.
  func dates(of line: String) -> DateLine? {
    var scan = Scan(line: line, tokens: DateToken.tokens(of: splittingGlued(line)))
    var dates: [PrintedDate] = []
    var label: PageWords.DateLabel?
    var weekday: Int?
    var ambiguous: AmbiguousDate?
    var wordsBehindLabel = 0
    while scan.index < scan.tokens.count {
      if scan.rest.isEmpty || tellsTime(in: scan), let found = shortDate(in: scan, labelled: label) {
        if let order = found.order ?? Self.order(of: found.date, on: weekday) ?? orderOfZone(in: scan) {
          dates.append(found.date.date(in: order))
        } else {
          ambiguous = ambiguous ?? found.date
          if weekday != nil { ambiguous?.hasWeekday = true }
        }
        scan.skipDate(5)
      } else if let found = date(in: scan) {
        dates.append(
          PrintedDate(date: found.date, label: label, hasWeekday: weekday != nil, order: order(in: scan)))
        scan.skipDate(found.count)
      } else if let found = ambiguousDate(in: scan, labelled: label) {
        if let order = Self.order(of: found, on: weekday) ?? orderOfZone(in: scan) {
          dates.append(found.date(in: order))
        } else {
          ambiguous = ambiguous ?? found
          if weekday != nil { ambiguous?.hasWeekday = true }
        }
        scan.skipDate(5)
      } else if let found = phrase(words.dateLabels, in: scan) {
        (label, wordsBehindLabel) = (found.value, 0)
        scan.skipWords(found.count)
      } else if let found = phrase(words.weekdays, in: scan) {
        weekday = found.value
        scan.skipWords(found.count)
      } else if isClockToken(scan) {
        // What was published in one sentence is not of the day that another tells.
        if wordsBehindLabel >= Self.sentenceWords, endsSentence(scan) { label = nil }
        scan.skip(1)
      } else {
        if case .word? = scan[0] { wordsBehindLabel += 1 }
        scan.keep()
      }
    }
    let rest = FoldedWords(scan.rest)
    let told = words.agePhrases.firstMatch(in: rest)
    let age = told != nil && dates.isEmpty
    guard !dates.isEmpty || ambiguous != nil || age else { return nil }
    let others = otherWords(of: rest, age: told.map { $0.index..<$0.index + $0.count })
    for index in dates.indices { dates[index].otherWords = others }
    return DateLine(
      dates: dates, rest: scan.rest, front: scan.front, tail: scan.tail, ambiguous: ambiguous, tellsAge: age)
  }

  /// Words behind a label with which a sentence may end, at least.
  private static let sentenceWords = 4

  /// Whether a full stop stands behind a word that is no abbreviation, and before a blank.
  private func endsSentence(_ scan: Scan) -> Bool {
    guard scan[0] == .mark("."), scan[1] == .mark(" "), case .word(let word)? = scan[-1] else { return false }
    return word.utf8.count > 3
  }

  /// How many words of a line belong to no date.
  ///
  /// "World News July 9, 2018, updated 2 years ago": neither the age of a change nor the section before it does any harm.
  private func otherWords(of rest: FoldedWords, age: Range<Int>?) -> Int {
    guard let age else { return rest.words.count }
    var count = 0
    var index = 0
    while index < rest.words.count {
      // The age, and what says of what it is: "updated".
      let isOfAge = (age.lowerBound - 2..<age.upperBound).contains(index)
      let length = isOfAge ? 1 : words.sections.match(in: rest, at: index)?.count ?? 0
      if length == 0 { count += 1 }
      index += max(length, 1)
    }
    return count
  }

  /// The month of a line that is a month with its year, a label aside: "November 2003".
  func month(of line: String) -> CalendarDate? {
    var scan = Scan(line: line, tokens: DateToken.tokens(of: line))
    if let label = phrase(words.dateLabels, in: scan), label.value == .published { scan.skip(label.count) }
    scan.skip(skippingMarks(in: scan, from: 0))
    guard case .word(let name)? = scan[0], let month = month(name) else { return nil }
    scan.skip(skippingMarks(in: scan, from: 1))
    guard case .number(let year, let digits)? = scan[0], digits.utf8.count == 4,
      plausibleDay(year, month, 1) != nil, scan[skippingMarks(in: scan, from: 1)] == nil
    else { return nil }
    return CalendarDate(year: year, month: month)
  }

  /// Where reading stands in a line's tokens, and what of it is left over.
  private struct Scan {
    let line: String
    let tokens: [DateToken]
    var index = 0
    var rest = ""
    /// Where the first date or the words before it begin.
    private var frontEnd: Int?
    /// How much of the rest stands before the first date.
    private var beforeDate: Int?

    init(line: String, tokens: [DateToken]) {
      self.line = line
      self.tokens = tokens
    }

    subscript(_ offset: Int) -> DateToken? {
      index + offset < tokens.count && index + offset >= 0 ? tokens[index + offset] : nil
    }

    mutating func skip(_ count: Int) { index += count }

    /// Skips words that belong to a date.
    mutating func skipWords(_ count: Int) {
      frontEnd = frontEnd ?? index
      skip(count)
    }

    mutating func skipDate(_ count: Int) {
      beforeDate = beforeDate ?? rest.utf8.count
      skipWords(count)
    }

    var front: String { tokens[..<(frontEnd ?? 0)].map(\.text).joined() }
    var tail: String { String(decoding: rest.utf8.dropFirst(beforeDate ?? 0), as: UTF8.self) }

    mutating func keep() {
      switch tokens[index] {
      case .word(let text), .number(_, let text):
        let isJoined = index > 0 && tokens[index - 1] == .mark("-") && rest.last == "-"
        rest += rest.isEmpty || rest.last == " " || isJoined ? text : " " + text
      case .mark(let mark):
        if mark != " " { rest.unicodeScalars.append(mark) } else if !rest.isEmpty { rest += " " }
      }
      index += 1
    }
  }

  private func date(in scan: Scan) -> (date: CalendarDate, count: Int)? {
    numericDate(in: scan) ?? dayFirst(in: scan) ?? monthFirst(in: scan)
  }

  /// `2019-08-27`, `2019/08/27`, `27.08.2019`, `27/8/2019`.
  private func numericDate(in scan: Scan) -> (date: CalendarDate, count: Int)? {
    guard case .number(let first, let text)? = scan[0], case .mark(let mark)? = scan[1],
      case .number(let second, _)? = scan[2], scan[3] == .mark(mark),
      case .number(let third, let last)? = scan[4],
      mark == "-" || mark == "/" || mark == "."
    else { return nil }
    // "1863-01-10-2018" is the number of a paper.
    if text.utf8.count == 4, scan[5] == .mark(mark), case .number(_, let fourth)? = scan[6],
      fourth.utf8.count == 4
    {
      return nil
    }
    if text.utf8.count == 4, let day = plausibleDay(first, second, third) { return (CalendarDate(day), 5) }
    guard last.utf8.count == 4 else { return nil }
    // Full stops part day, month and year in this order; strokes and hyphens leave both orders open.
    if mark == "." || second > 12 || first > 12 || first == second {
      let (day, month) = second > 12 ? (second, first) : (first, second)
      if let found = plausibleDay(third, month, day) { return (CalendarDate(found), 5) }
    }
    return nil
  }

  /// The order of a numeric date that only one order fits.
  private func order(in scan: Scan) -> PrintedDate.NumericOrder? {
    guard case .number(let first, let text)? = scan[0], text.utf8.count <= 2,
      case .mark(let mark)? = scan[1], mark == "/" || mark == "-",
      case .number(let second, _)? = scan[2], first != second
    else { return nil }
    return second > 12 ? .monthFirst : .dayFirst
  }

  private func ambiguousDate(in scan: Scan, labelled label: PageWords.DateLabel?) -> AmbiguousDate? {
    guard case .number(let first, let text)? = scan[0], case .mark(let mark)? = scan[1],
      mark == "/" || mark == "-",
      case .number(let second, let middle)? = scan[2], scan[3] == .mark(mark),
      case .number(let year, let last)? = scan[4],
      last.utf8.count == 4, let dayFirst = plausibleDay(year, second, first),
      let monthFirst = plausibleDay(year, first, second)
    else { return nil }
    return AmbiguousDate(
      text: "\(text)\(mark)\(middle)\(mark)\(last)", dayFirst: dayFirst, monthFirst: monthFirst, label: label)
  }

  /// `14.11.24`, `3/14/19`: with two digits for the year, where nothing else but a time of day stands on the line,
  /// and with its order where only one fits.
  private func shortDate(in scan: Scan, labelled label: PageWords.DateLabel?)
    -> (date: AmbiguousDate, order: PrintedDate.NumericOrder?)?
  {
    guard case .number(let first, let text)? = scan[0], text.utf8.count <= 2, case .mark(let mark)? = scan[1],
      mark == "/" || mark == ".", case .number(let second, let middle)? = scan[2], middle.utf8.count <= 2,
      scan[3] == .mark(mark), case .number(let third, let last)? = scan[4], last.utf8.count == 2, third < 70,
      scan[5] != .mark(mark), endsLine(scan, from: 5)
    else { return nil }
    let dayFirst = plausibleDay(2000 + third, second, first)
    let monthFirst = mark == "/" ? plausibleDay(2000 + third, first, second) : nil
    guard let either = dayFirst ?? monthFirst else { return nil }
    let date = AmbiguousDate(
      text: "\(text)\(mark)\(middle)\(mark)\(last)", dayFirst: dayFirst ?? either,
      monthFirst: monthFirst ?? either, label: label)
    return (
      date, monthFirst == nil || dayFirst == monthFirst ? .dayFirst : dayFirst == nil ? .monthFirst : nil
    )
  }

  /// Whether nothing stands behind but marks and what belongs to a time of day.
  private func endsLine(_ scan: Scan, from offset: Int) -> Bool {
    var rest = scan
    rest.skip(offset)
    while rest.index < rest.tokens.count {
      guard rest[0] == .mark(" ") || isClockToken(rest) else { return false }
      rest.skip(1)
    }
    return true
  }

  /// Whether a time of day stands behind a date of five pieces: "3/5/18 9:03 AM".
  private func tellsTime(in scan: Scan) -> Bool {
    guard case .number? = scan[0], scan[5] == .mark(" ") || scan[5] == .mark(",") else { return false }
    return (6...8).contains { scan[$0] == .mark(":") }
  }

  /// The order of a date with a time of day behind it that is of a zone where the month stands first: "11:42 AM ET".
  private func orderOfZone(in scan: Scan) -> PrintedDate.NumericOrder? {
    var rest = scan
    rest.skip(5)
    while let token = rest[0] {
      if case .word(let word) = token, words.monthFirstZones.contains(FoldedWords(word).joined) {
        return .monthFirst
      }
      guard token == .mark(" ") || isClockToken(rest) else { return nil }
      rest.skip(1)
    }
    return nil
  }

  /// The order in which a date falls on the weekday printed with it, where only one does.
  private static func order(of date: AmbiguousDate, on weekday: Int?) -> PrintedDate.NumericOrder? {
    guard let weekday, date.dayFirst.weekday != date.monthFirst.weekday else { return nil }
    if date.dayFirst.weekday == weekday { return .dayFirst }
    return date.monthFirst.weekday == weekday ? .monthFirst : nil
  }

  /// `27 August 2019`, `27th of August, 2019`.
  private func dayFirst(in scan: Scan) -> (date: CalendarDate, count: Int)? {
    guard case .number(let day, let text)? = scan[0], text.utf8.count <= 2, !isEndOfRange(scan) else {
      return nil
    }
    var next = 1
    if case .word(let suffix)? = scan[next], suffix.utf8.count <= 2 { next += 1 }
    next = skippingMarks(in: scan, from: next)
    if case .word(let joint)? = scan[next], joint.utf8.count == 2, month(joint) == nil {
      next = skippingMarks(in: scan, from: next + 1)
    }
    guard case .word(let name)? = scan[next], let month = month(name) else { return nil }
    var year = skippingMarks(in: scan, from: next + 1)
    if let found = shortYear(in: scan, at: year), let date = plausibleDay(found, month, day) {
      return (CalendarDate(date), year + 1)
    }
    if case .word(let joint)? = scan[year], joint.utf8.count == 2 {
      year = skippingMarks(in: scan, from: year + 1)
    }
    guard case .number(let number, let digits)? = scan[year], digits.utf8.count == 4,
      let found = plausibleDay(number, month, day)
    else { return nil }
    return (CalendarDate(found), year + 1)
  }

  /// The year of `27 Aug 19`: two digits that end the line and are no time of day.
  private func shortYear(in scan: Scan, at offset: Int) -> Int? {
    guard case .number(let year, let digits)? = scan[offset], digits.utf8.count == 2,
      scan[offset - 1] == .mark(" "), scan[offset + 1] != .mark(":"), scan[offset + 1] != .mark("."),
      scan[offset + 1] != .mark("-"), endsLine(scan, from: offset + 1)
    else { return nil }
    var behind = scan
    behind.skip(offset + 1)
    while behind[0] == .mark(" ") { behind.skip(1) }
    if case .word? = behind[0] { return nil }
    return year < 70 ? 2000 + year : 1900 + year
  }

  /// `August 27, 2019`, `Aug. 27th 2019`, `August 27/2019`.
  private func monthFirst(in scan: Scan) -> (date: CalendarDate, count: Int)? {
    guard case .word(let name)? = scan[0], let month = month(name) else { return nil }
    let day = skippingMarks(in: scan, from: 1)
    guard case .number(let number, let text)? = scan[day], text.utf8.count <= 2 else { return nil }
    var next = day + 1
    if case .word(let suffix)? = scan[next], suffix.utf8.count <= 2 { next += 1 }
    let year = skippingMarks(in: scan, from: next)
    guard case .number(let yearNumber, let digits)? = scan[year], digits.utf8.count == 4,
      let found = plausibleDay(yearNumber, month, number)
    else { return nil }
    return (CalendarDate(found), year + 1)
  }

  /// Whether a number ends a range of days, "23-26 March": when something takes place, not when a text came out.
  private func isEndOfRange(_ scan: Scan) -> Bool {
    guard case .mark(let mark)? = scan[-1], mark == "-" || mark == "–",
      case .number(let first, let text)? = scan[-2]
    else { return false }
    return text.utf8.count <= 2 && (1...31).contains(first)
  }

  private func skippingMarks(in scan: Scan, from offset: Int) -> Int {
    var offset = offset
    while case .mark(let mark)? = scan[offset],
      mark == " " || mark == "," || mark == "." || mark == "-" || mark == "/"
    {
      offset += 1
    }
    return offset
  }

  private func month(_ name: String) -> Int? { words.months.match(whole: FoldedWords(name)) }

  private func plausibleDay(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay? {
    guard (1700...2199).contains(year) else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }

  /// A phrase of several words that begins here; its length counts tokens, with the colon behind a label.
  private func phrase<Value>(_ table: PhraseTable<Value>, in scan: Scan) -> (value: Value, count: Int)? {
    guard case .word? = scan[0] else { return nil }
    var text = ""
    var ends: [Int] = []
    var offset = 0
    while offset < 12, let token = scan[offset] {
      guard case .word(let word) = token else {
        guard token == .mark(" ") || token == .mark("-") else { break }
        offset += 1
        continue
      }
      text += text.isEmpty ? word : " " + word
      ends.append(offset + 1)
      offset += 1
    }
    guard let found = table.match(in: FoldedWords(text)), found.count <= ends.count else { return nil }
    var end = ends[found.count - 1]
    if scan[end] == .mark(":") { end += 1 }
    return (found.value, end)
  }

  private func isClockToken(_ scan: Scan) -> Bool {
    switch scan[0] {
    case .word(let word)?:
      // "T" and "Z" of ISO 8601, "am", "GMT" and the like.
      return words.clockWords.contains(FoldedWords(word).joined)
    case .number(let value, let text)?:
      guard text.utf8.count <= 2, value < 60 else { return isOffsetOrClock(scan, text) }
      return isBesideClockMark(scan)
    case .mark(let mark)?:
      return mark == ":" || mark == "," || mark == "|" || mark == "•" || mark == "·" || mark == "/"
        || mark == "–"
        || mark == "—" || mark == "-" || mark == "+" || mark == "(" || mark == ")" || mark == ";"
        || mark == "."
        || mark == "*"
    case nil: return false
    }
  }

  /// `1430 GMT`, `+0300`.
  private func isOffsetOrClock(_ scan: Scan, _ text: String) -> Bool {
    guard text.utf8.count >= 3, text.utf8.count <= 6 else { return false }
    if case .mark(let before)? = scan[-1], before == "+" || before == "-" || before == "." { return true }
    let next = scan[1] == .mark(" ") ? scan[2] : scan[1]
    if case .word(let word)? = next { return words.clockWords.contains(FoldedWords(word).joined) }
    return false
  }

  private func isBesideClockMark(_ scan: Scan) -> Bool {
    for neighbour in [scan[-1], scan[1]] {
      if case .mark(let mark)? = neighbour, mark == ":" || mark == "." || mark == "+" { return true }
    }
    let next = scan[1] == .mark(" ") ? scan[2] : scan[1]
    if case .word(let word)? = next { return words.clockWords.contains(FoldedWords(word).joined) }
    return false
  }
}

/// A piece of a line as far as reading dates goes.
enum DateToken: Equatable {
  case word(String)
  case number(Int, String)
  case mark(Unicode.Scalar)

  var text: String {
    switch self {
    case .word(let text), .number(_, let text): text
    case .mark(let mark): String(mark)
    }
  }

  static func tokens(of line: String) -> [DateToken] {
    var tokens: [DateToken] = []
    var text = ""
    var isNumber = false
    func finished() -> DateToken? {
      guard !text.isEmpty else { return nil }
      return isNumber ? .number(Int(text) ?? Int.max, text) : .word(text)
    }
    for scalar in line.unicodeScalars {
      let isDigit = scalar.value >= 0x30 && scalar.value <= 0x39
      guard FoldedWords.isPartOfWord(scalar) else {
        if let token = finished() { tokens.append(token) }
        text = ""
        tokens.append(.mark(scalar))
        continue
      }
      if isDigit != isNumber, let token = finished() {
        tokens.append(token)
        text = ""
      }
      isNumber = isDigit
      text.unicodeScalars.append(scalar)
    }
    if let token = finished() { tokens.append(token) }
    return tokens
  }
}
