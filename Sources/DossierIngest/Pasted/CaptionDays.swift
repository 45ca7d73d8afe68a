import DossierModel

/// Finds the day of a report that prints none, by the caption of its picture.
///
/// An agency's caption tells the whole day on which a picture was taken, and a picture may be years older than the
/// report; of two days the later is the report's: "in this photo of 2 May the mayor, who left on 3 June". Only where all
/// captions tell one day, and the text tells its weekday before any other, it is the report's.
struct CaptionDays: Sendable {
  /// Paragraphs within which the text tells its own weekday.
  private static let paragraphs = 3
  /// Days that an article which tells a day by its weekday can have appeared after it, at most.
  private static let mostDays = 6

  private let words: PageWords
  private let dates: DateLineReader

  init(words: PageWords) {
    self.words = words
    dates = DateLineReader(words: words)
  }

  /// When an article can have appeared, from the day of its caption on; nil where that is not its day.
  func published(of lines: [PastedLine]) -> Claim<EDTF>? {
    let found = captions(in: lines) { $0.max().map { [$0] } ?? [] }
    guard let (day, caption) = found.first, found.count == 1, tellsFirst(day, in: lines) else { return nil }
    return Claim(
      .interval(from: CalendarDate(day), to: CalendarDate(day.adding(days: Self.mostDays))), basis: .inferred,
      rule: Rule("caption-day"), printed: caption)
  }

  /// The days that captions tell.
  func days(in lines: [PastedLine]) -> Set<CalendarDay> { Set(captions(in: lines) { $0 }.keys) }

  /// The days that captions tell, each with the first that does; of several days of one caption, those that are asked for.
  private func captions(
    in lines: [PastedLine], _ choose: ([CalendarDay]) -> [CalendarDay]
  ) -> [CalendarDay: String] {
    var found: [CalendarDay: String] = [:]
    for line in lines {
      for case .caption(let caption?, _) in line.labels {
        let told = (dates.dates(of: caption)?.dates ?? []).compactMap { EDTF.date($0.date).day }
        for day in choose(told) { found[day] = found[day] ?? caption }
      }
    }
    return found
  }

  func firstParagraphs(of lines: [PastedLine]) -> [PastedLine] {
    Array(lines.lazy.filter(\.isBody).prefix(Self.paragraphs))
  }

  /// Whether one of some paragraphs tells a day by weekday, month and number: "on Thursday, 4 February".
  func isToldFirst(_ day: CalendarDay, in paragraphs: [PastedLine]) -> Bool {
    paragraphs.contains { line in
      let folded = FoldedWords(line.text, limit: 120)
      return folded.words.indices.contains { index in
        guard let weekday = words.weekdays.match(in: folded, at: index), weekday.value == day.weekday,
          let told = words.monthAndDay(in: folded, at: index + weekday.count)
        else { return false }
        return told.month == day.month && told.day == day.day
      }
    }
  }

  /// The order of a date in numbers in which it falls on the weekday that the text tells first, where in the other it
  /// falls neither on that nor on the next.
  ///
  /// What hyphens part may be a number of another kind, and a weekday that fits neither leaves nothing sure.
  func order(of date: AmbiguousDate, in paragraphs: [PastedLine]) -> PrintedDate.NumericOrder? {
    func fits(_ day: CalendarDay) -> Bool { tellsFirst(day, in: paragraphs) }
    func mayFit(_ day: CalendarDay) -> Bool { fits(day) || fits(day.adding(days: -1)) }
    guard date.text.contains("/"), !date.hasWeekday else { return nil }
    if fits(date.dayFirst), !mayFit(date.monthFirst) { return .dayFirst }
    return fits(date.monthFirst) && !mayFit(date.dayFirst) ? .monthFirst : nil
  }

  /// Whether the weekday that the text tells first is that of a day, as the nearest or with the very date behind it.
  private func tellsFirst(_ day: CalendarDay, in lines: [PastedLine]) -> Bool {
    for line in firstParagraphs(of: lines) {
      let folded = FoldedWords(line.text, limit: 120)
      for index in folded.words.indices {
        guard let weekday = words.weekdays.match(in: folded, at: index) else { continue }
        return weekday.value == day.weekday && mayBeFollowed(by: index + weekday.count, in: folded, of: day)
          && isNearest(behind: index > 0 ? folded.words[index - 1].folded : nil)
      }
    }
    return false
  }

  /// Whether no date stands behind a weekday, or that of a day: "on Friday (Nov 24)".
  private func mayBeFollowed(by next: Int, in folded: FoldedWords, of day: CalendarDay) -> Bool {
    if let told = words.monthAndDay(in: folded, at: next) {
      return told.month == day.month && told.day == day.day
    }
    return next >= folded.words.count || Int(folded.words[next].folded) == nil
  }

  /// Whether a weekday behind a word is the nearest one: "on Monday", "said Monday", not "last Monday".
  private func isNearest(behind word: String?) -> Bool {
    guard let word else { return true }
    return words.openWords.contains(word) || words.reportingVerbs.contains(word)
      || words.tellingVerbs.contains(word)
  }
}
