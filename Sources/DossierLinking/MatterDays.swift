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
    let matter = MatterPartners(
      articles: articles, entities: entities, published: published,
      counts: { $0.kind == .person && $0.form == .name }, fewestShared: Self.fewestPersons)
    for (number, partners) in matter.partners(of: undated) {
      let clues = DateClues(articles[number])
      let told = Set(clues.monthDays.map(\.value))
      let telling =
        told.isEmpty
        ? []
        : partners.map(\.number).filter { partner -> Bool in
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
}
