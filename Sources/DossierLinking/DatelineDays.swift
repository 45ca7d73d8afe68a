import DossierModel
import DossierSource

/// Dates articles that begin with a day and no year, "ALDMOUTH, March 3 (Wire) –", by dated ones on the same matter.
///
/// A report that names the same persons in full was written within weeks of the others, which leaves one year; where
/// they leave two, or the weekdays told do not fit, the article stays undated. Where the first weekday told is that of
/// the day, fewer names are enough, and several of the others may give them; so are two that one of the same week
/// names, where the article tells the weekday of its day or of the one before.
struct DatelineDays {
  /// Persons whom two articles on one matter both name in full, at least.
  private static let fewestNames = 3
  /// Persons whom an article names in full as others do, at least, where its weekday is that of the day too.
  private static let fewestNamesBesideWeekday = 2
  /// Days between two reports on one matter, at most.
  private static let mostDays = 30
  /// Days between two reports of one week.
  private static let sameWeek = 6

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
    for (number, company) in partners(dated: dated) {
      guard let line = lines[number] else { continue }
      var found: Set<CalendarDay> = []
      for partner in company.numbers {
        guard let published = dated[partner]?.value.day else { continue }
        for day in line.days(within: Self.mostDays, of: published)
        where company.isEnough || isFirstWeekday(day, clues[number])
          || company.ofPairs.contains(partner) && abs(day.serial - published.serial) <= Self.sameWeek
            && clues[number]?.weekdays.isEmpty == false
        {
          found.insert(day)
        }
      }
      guard let day = found.first, found.count == 1, fits(day, clues[number]) else { continue }
      claims[number] = Claim(
        .date(CalendarDate(day)), basis: .inferred, rule: Rule("dateline-day+year-of-same-matter"),
        evidence: ([number] + company.numbers.prefix(2)).compactMap(firstSentence),
        printed: articles[number].article.metadata.dateline)
    }
    return claims
  }

  /// Whether the first weekday told is that of the day.
  private func isFirstWeekday(_ day: CalendarDay, _ clues: DateClues?) -> Bool {
    clues?.weekdays.first?.value == day.weekday
  }

  /// Sentences in which a report tells the weekday of what it reports.
  private static let lead = 2

  /// Whether one of the weekdays told, if any, is that of the day or of the one before: the first, where the report
  /// begins with it.
  private func fits(_ day: CalendarDay, _ clues: DateClues?) -> Bool {
    guard let clues, let first = clues.weekdays.first else { return true }
    let told = first.sentence < Self.lead ? [first] : clues.weekdays
    return told.contains { (day.weekday - $0.value + 7) % 7 <= 1 }
  }

  private func firstSentence(of number: Int) -> Citation? {
    articles[number].citation(ofSentence: 0)
  }

  /// The dated articles that name the same persons.
  private struct Company {
    /// Rising.
    let numbers: [Int]
    /// Whether one alone names so many of them that it is on the same matter.
    let isEnough: Bool
    /// Those of which each names as many as are enough beside a weekday.
    var ofPairs: Set<Int> = []
  }

  /// The dated articles that name enough of the same persons; where none does alone, those that do together.
  private func partners(dated: [Claim<EDTF>?]) -> [(number: Int, company: Company)] {
    var holders: [Substring: [Int]] = [:]
    for number in lines.keys.sorted() {
      for name in fullNames(of: number) { holders[name, default: []].append(number) }
    }
    var shared: [Int: [Int: Set<Substring>]] = [:]
    for number in articles.indices where dated[number]?.value.day != nil {
      for name in fullNames(of: number) {
        for holder in holders[name] ?? [] { shared[holder, default: [:]][number, default: []].insert(name) }
      }
    }
    return shared.sorted { $0.key < $1.key }.compactMap { holder, names in
      let alone = names.filter { $0.value.count >= Self.fewestNames }.keys.sorted()
      if !alone.isEmpty { return (holder, Company(numbers: alone, isEnough: true)) }
      let together = names.values.reduce(into: Set()) { $0.formUnion($1) }
      guard together.count >= Self.fewestNamesBesideWeekday else { return nil }
      let pairs = names.filter { $0.value.count >= Self.fewestNamesBesideWeekday }.keys
      return (holder, Company(numbers: names.keys.sorted(), isEnough: false, ofPairs: Set(pairs)))
    }
  }

  private func fullNames(of number: Int) -> Set<Substring> {
    let text = articles[number].article.text
    return Set(
      articles[number].mentions.lazy.filter { $0.kind == .person && $0.form == .name }
        .map { text[$0.range] }.filter { $0.utf8.contains(0x20) })
  }

  /// The day that an article begins with, where its address tells the month and no day.
  static func day(inMonthOf claim: Claim<EDTF>?, _ article: AnnotatedArticle) -> Claim<EDTF>? {
    guard let claim, claim.rule == Rule("url-path"), case .date(let month) = claim.value, month.day == nil,
      let year = month.year, let line = dateline(of: article), line.month == month.month,
      let day = CalendarDay(year: year, month: line.month, day: line.day),
      let first = article.sentences.first, !tellsLater(line, article)
    else { return nil }
    return Claim(
      .date(CalendarDate(day)), basis: .inferred, rule: Rule("dateline-day+url-path"),
      evidence: [Citation(article: article.article.id, range: first.range)], printed: claim.printed)
  }

  /// Whether a text tells what was on a later day of that month: its first day is the first entry of a chronicle.
  private static func tellsLater(_ line: DateClues.MonthDay, _ article: AnnotatedArticle) -> Bool {
    article.times.contains { time in
      guard case .slot(.monthDay(let month, let day), _) = time.meaning else { return false }
      return month == line.month && day > line.day && time.direction != .future
    }
  }

  /// The month and day of a line above the report, or before the dash or colon that its first sentence begins with.
  static func dateline(of article: AnnotatedArticle) -> DateClues.MonthDay? {
    if let line = article.article.metadata.datelineDay, let month = line.month, let day = line.day {
      return DateClues.MonthDay(month: month, day: day)
    }
    for time in article.times.prefix(2) {
      guard article.sentences.indices.contains(time.sentence),
        time.range.upperBound <= article.sentences[time.sentence].telling.lowerBound
          || opens(article, with: time),
        case .slot(.monthDay(let month, let day), _) = time.meaning
      else { continue }
      return DateClues.MonthDay(month: month, day: day)
    }
    return nil
  }

  /// Whether a text begins with a time and a colon: "March 3: The mayor".
  private static func opens(_ article: AnnotatedArticle, with time: TimeExpression) -> Bool {
    let context = TextContext(article.article.text)
    return time.range.lowerBound == article.sentences[0].range.lowerBound
      && context.text(from: time.range.upperBound, to: time.range.upperBound + 2) == ": "
  }
}
