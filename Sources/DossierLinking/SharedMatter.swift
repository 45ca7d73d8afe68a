import DossierModel

/// Which articles are on one matter: those that name several of the same, of whom one that many articles name tells
/// little.
struct SharedMatter: Sendable {
  /// Articles up to which a name is as telling as can be; one of twice as many tells half as much.
  private static let commonArticles = 16

  /// Of each article: whom it names, rising.
  private let named: [[Int32]]
  /// Of those whom many articles name, how much they tell.
  private let common: [Int32: Double]

  init(articles: [LinkedArticle], entities: EntityLinks) {
    named = zip(articles, entities.numbers).map { article, numbers in
      guard !article.annotated.figures.isEmpty else { return [] }
      return Set(
        zip(article.annotated.mentions, numbers).lazy.filter { $0.form == .name && $1 >= 0 }.map(\.1)
      ).sorted()
    }
    var counts: [Int32: Int] = [:]
    for names in named { for name in names { counts[name, default: 0] += 1 } }
    common = counts.filter { $1 > Self.commonArticles }.mapValues {
      Double(Self.commonArticles) / Double($0)
    }
  }

  /// How many names two articles share, each by how much it tells.
  func sharedNames(_ left: Int, _ right: Int) -> Double {
    ContentWords.common(named[left], named[right]).reduce(0) { $0 + (common[$1] ?? 1) }
  }

  /// Whether an article names all of those, who are in rising order.
  func names(_ article: Int, all names: [Int32]) -> Bool {
    ContentWords.shared(named[article], names) == names.count
  }
}
