import DossierModel

/// Reads the place and day that a report begins with in a line of its own: "Aldmouth, March 3", "NEW LIVNA, 3 March (AP)".
///
/// Such a line tells no year, and so dates nothing by itself; but others on the matter may leave one.
struct StandingDatelineReader: Sendable {
  /// Words of a place's name, at most.
  private static let mostWords = 3

  private let words: PageWords

  init(words: PageWords) { self.words = words }

  /// What a line is that names a place and a day of the year, and an agency in brackets perhaps.
  func labels(of line: PastedLine) -> [PastedLine.Label]? {
    let text = Self.withoutTime(line.text)
    let shape = LineShape(text)
    guard line.mark == .none, (1...2).contains(shape.digitCount), shape.wordCount <= Self.mostWords + 3,
      let comma = text.utf8.firstIndex(of: UInt8(ascii: ","))
    else { return nil }
    let place = LineShape(String(text[..<comma]))
    guard (1...Self.mostWords).contains(place.wordCount), place.isCapitalizedThroughout,
      let day = day(FoldedWords(String(text[comma...])).words)
    else { return nil }
    return [.dateline(line.text, day)]
  }

  /// A line without the time of day at its end: "Aldmouth, March 3, 20:07".
  private static func withoutTime(_ text: String) -> String {
    guard let comma = text.lastIndex(of: ",") else { return text }
    let parts = text[text.index(after: comma)...].split(separator: ":").map { $0.filter { $0 != " " } }
    let isTime =
      parts.count == 2 && parts.allSatisfy { (1...2).contains($0.count) && $0.allSatisfy(\.isNumber) }
    return isTime ? String(text[..<comma]) : text
  }

  /// The month and day that stand behind the place, in either order, with one name behind them at most.
  private func day(_ told: [FoldedWords.Word]) -> CalendarDate? {
    guard (2...3).contains(told.count) else { return nil }
    guard let found = words.monthAndDay(in: FoldedWords(words: told), at: 0), let day = found.day,
      CalendarDay(year: 2000, month: found.month, day: day) != nil
    else { return nil }
    return CalendarDate(year: nil, month: found.month, day: day)
  }
}
