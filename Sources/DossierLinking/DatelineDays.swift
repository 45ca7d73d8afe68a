import DossierModel
import DossierSource

/// Dates articles that begin with a day and no year, "ALDMOUTH, March 3 (Wire) –", by dated ones on the same matter.
///
/// A report that names the same persons in full was written within weeks of the others, which leaves one year; where
/// they leave two, or the weekdays told do not fit, the article stays undated.
struct DatelineDays {
  /// Persons whom two articles on one matter both name in full, at least.
  private static let fewestNames = 3
  /// Days between two reports on one matter, at most.
  private static let mostDays = 30

  private let articles: [AnnotatedArticle]
  /// By number: the day that the article begins with.
  private var lines: [Int: DateClues.MonthDay] = [:]

  init(of undated: [Int], among articles: [AnnotatedArticle]) {
    self.articles = articles
    for number in undated {
      if let day = Self.dateline(of: articles[number]) { lines[number] = day }
    }
  }

  /// A claim for each article that the others leave one year.
  func claims(dated: [Claim<EDTF>?], clues: [Int: DateClues]) -> [Int: Claim<EDTF>] {
    guard !lines.isEmpty else { return [:] }
    var claims: [Int: Claim<EDTF>] = [:]
    for (number, partners) in partners(dated: dated) {
      guard let line = lines[number] else { continue }
      var found: Set<CalendarDay> = []
      for partner in partners {
        guard let published = dated[partner]?.value.day else { continue }
        for year in published.year - 1...published.year + 1 {
          guard let day = CalendarDay(year: year, month: line.month, day: line.day),
            abs(day.serial - published.serial) <= Self.mostDays
          else { continue }
          found.insert(day)
        }
      }
      guard let day = found.first, found.count == 1, fits(day, clues[number]) else { continue }
      claims[number] = Claim(
        .date(CalendarDate(day)), basis: .inferred, rule: Rule("dateline-day+year-of-same-matter"),
        evidence: ([number] + partners.prefix(2)).compactMap(firstSentence))
    }
    return claims
  }

  /// Whether one of the weekdays told, if any, is that of the day or of the one before.
  private func fits(_ day: CalendarDay, _ clues: DateClues?) -> Bool {
    guard let clues, !clues.weekdays.isEmpty else { return true }
    return clues.weekdays.contains { (day.weekday - $0.value + 7) % 7 <= 1 }
  }

  private func firstSentence(of number: Int) -> Citation? {
    articles[number].sentences.first.map { Citation(article: articles[number].article.id, range: $0.range) }
  }

  /// The dated articles that name enough of the same persons, rising.
  private func partners(dated: [Claim<EDTF>?]) -> [(number: Int, partners: [Int])] {
    var holders: [Substring: [Int]] = [:]
    for number in lines.keys.sorted() {
      for name in fullNames(of: number) { holders[name, default: []].append(number) }
    }
    var partners: [Int: [Int]] = [:]
    for number in articles.indices where dated[number]?.value.day != nil {
      var shared: [Int: Int] = [:]
      for name in fullNames(of: number) {
        for holder in holders[name] ?? [] { shared[holder, default: 0] += 1 }
      }
      for (holder, count) in shared where count >= Self.fewestNames {
        partners[holder, default: []].append(number)
      }
    }
    return partners.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func fullNames(of number: Int) -> Set<Substring> {
    let text = articles[number].article.text
    return Set(
      articles[number].mentions.lazy.filter { $0.kind == .person && $0.form == .name }
        .map { text[$0.range] }.filter { $0.utf8.contains(0x20) })
  }

  /// The month and day before the dash that a report's first sentence begins with.
  private static func dateline(of article: AnnotatedArticle) -> DateClues.MonthDay? {
    for time in article.times.prefix(2) {
      guard article.sentences.indices.contains(time.sentence),
        time.range.upperBound - article.sentences[time.sentence].range.lowerBound <= 80,
        case .slot(.monthDay(let month, let day), _) = time.meaning,
        isBeforeDash(time.range.upperBound, in: TextContext(article.article.text).bytes)
      else { continue }
      return DateClues.MonthDay(month: month, day: day)
    }
    return nil
  }

  /// Whether a dash follows, with the name of an agency in brackets before it perhaps.
  private static func isBeforeDash(_ start: Int, in bytes: [UInt8]) -> Bool {
    var index = start
    func skipSpaces() { while index < bytes.count, bytes[index] == 0x20 { index += 1 } }
    skipSpaces()
    if index < bytes.count, bytes[index] == UInt8(ascii: "(") {
      guard let close = bytes[index...].prefix(40).firstIndex(of: UInt8(ascii: ")")) else { return false }
      index = close + 1
      skipSpaces()
    }
    let rest = bytes[min(index, bytes.count)...].prefix(3)
    return rest.first == UInt8(ascii: "-") || rest.elementsEqual([0xE2, 0x80, 0x93])
      || rest.elementsEqual([0xE2, 0x80, 0x94])
  }
}
