/// How much words or names tell of one matter: the less, the more articles have them.
struct TellingWeights<Thing: Hashable & Comparable & Sendable>: Sendable {
  /// Articles up to which a thing is as telling as can be; one of twice as many tells half as much.
  private static var commonArticles: Int { 16 }

  /// Of those that many articles have.
  private let ofCommon: [Thing: Double]

  /// Counts the articles that have each thing; what one article has follows in a row.
  init(of things: some Sequence<(article: Int, things: [Thing])>) {
    var counts: [Thing: (last: Int, articles: Int)] = [:]
    for (article, things) in things {
      for thing in things where counts[thing]?.last != article {
        counts[thing] = (article, (counts[thing]?.articles ?? 0) + 1)
      }
    }
    ofCommon = counts.filter { $1.articles > Self.commonArticles }.mapValues {
      Double(Self.commonArticles) / Double($0.articles)
    }
  }

  /// How much two rising rows share.
  func shared(_ left: [Thing], _ right: [Thing]) -> Double {
    var sum = 0.0
    ContentWords.forEachCommon(left, right) { sum += ofCommon[$0] ?? 1 }
    return sum
  }
}
