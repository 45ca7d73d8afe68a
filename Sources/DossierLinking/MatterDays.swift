import DossierModel
import DossierSource

/// When the matter of an article that prints no date was in the news: by dated articles that name the same persons and
/// tell one of its days with the year.
///
/// It dates no article, and no weekday: only months and days without a year that lie close to it get the year.
struct MatterDays {
  /// Persons whom both articles name, at least.
  private static let fewestPersons = 3
  /// Days within which the dated articles lie: a matter that comes up for years tells none of them.
  private static let mostDays = 120

  let articles: [AnnotatedArticle]
  let entities: EntityLinks
  let published: [Claim<EDTF>?]

  /// The days of publication between which the matter lies, by the number of the undated article.
  func ranges() -> [Int: ClosedRange<CalendarDay>] {
    let undated = articles.indices.filter { published[$0] == nil && !articles[$0].times.isEmpty }
    guard !undated.isEmpty else { return [:] }
    var days: [Int: Set<CalendarDay>] = [:]
    var ranges: [Int: ClosedRange<CalendarDay>] = [:]
    for (number, partners) in partners(of: undated) {
      let clues = DateClues(articles[number])
      let told = Set(clues.monthDays.map(\.value))
      let telling =
        told.isEmpty
        ? []
        : partners.filter { partner -> Bool in
          let own = days[partner] ?? self.days(toldBy: partner)
          days[partner] = own
          return own.contains { told.contains(DateClues.MonthDay(month: $0.month, day: $0.day)) }
        }
      let dates = telling.compactMap { published[$0]?.value.day }.sorted()
      guard let first = dates.first, let last = dates.last, last.serial - first.serial <= Self.mostDays,
        clues.latestYear.map({ $0.value <= last.year }) ?? true
      else { continue }
      ranges[number] = first...last
    }
    return ranges
  }

  /// The days that a dated article tells.
  private func days(toldBy number: Int) -> Set<CalendarDay> {
    let times = TimeResolver().times(of: articles[number].times, published: published[number]?.value)
    return Set(times.compactMap { $0.edtf?.day })
  }

  /// The dated articles that name enough of the same persons, by undated article.
  private func partners(of undated: [Int]) -> [(number: Int, partners: [Int])] {
    var holders: [Int32: [Int]] = [:]
    for number in undated {
      for person in persons(of: number) { holders[person, default: []].append(number) }
    }
    var partners: [Int: [Int]] = [:]
    for number in articles.indices where published[number]?.value.day != nil {
      var shared: [Int: Int] = [:]
      for person in persons(of: number) {
        for holder in holders[person] ?? [] { shared[holder, default: 0] += 1 }
      }
      for (holder, count) in shared where count >= Self.fewestPersons {
        partners[holder, default: []].append(number)
      }
    }
    return partners.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func persons(of number: Int) -> Set<Int32> {
    Set(
      zip(articles[number].mentions, entities.numbers[number]).lazy
        .filter { $0.kind == .person && $0.form == .name && $1 >= 0 }.map(\.1))
  }
}
