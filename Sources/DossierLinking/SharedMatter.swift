import DossierModel

/// Which articles are on one matter: those that name several of the same, of whom one that many articles name tells
/// little.
struct SharedMatter: Sendable {
  /// Of each article: whom it names, rising.
  private let named: [[Int32]]
  private let weights: TellingWeights<Int32>

  init(articles: [LinkedArticle], entities: EntityLinks) {
    named = zip(articles, entities.numbers).map { article, numbers in
      guard !article.annotated.figures.isEmpty else { return [] }
      return Set(
        zip(article.annotated.mentions, numbers).lazy.filter { $0.form == .name && $1 >= 0 }.map(\.1)
      ).sorted()
    }
    weights = TellingWeights(of: named.enumerated().lazy.map { ($0, $1) })
  }

  /// How many names two articles share, each by how much it tells.
  func sharedNames(_ left: Int, _ right: Int) -> Double {
    weights.shared(named[left], named[right])
  }

  /// Whether an article names all of those, who are in rising order.
  func names(_ article: Int, all names: [Int32]) -> Bool {
    ContentWords.shared(named[article], names) == names.count
  }
}
