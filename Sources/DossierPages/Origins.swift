import DossierModel
import DossierSource

/// How many have something, and from how many: outlets are no witnesses where they print one text.
package struct Independence: Sendable, Hashable {
  package let articles: Int
  /// Those that articles name.
  package let outlets: Int
  /// At most so many: that two are different does not prove that they know nothing of each other.
  package let origins: Int
}

/// Whose text articles print, counted: made once, looked up by every page.
struct OriginCounts: Sendable {
  private let numbers: [Int]
  private let outlets: [Int?]
  private let count: Int

  init(of dossier: Dossier, outletOfArticle: [Int?]) {
    let isKnown = dossier.origins.count == dossier.articles.count
    outlets = outletOfArticle
    // Where nobody has looked, an outlet is an origin, and so is an article that names none.
    numbers =
      isKnown
      ? dossier.origins.map(\.number)
      : outletOfArticle.enumerated().map { index, outlet in outlet ?? outletOfArticle.count + index }
    count = (numbers.max() ?? -1) + 1
  }

  /// Of some articles, each once.
  func independence(of articles: some Collection<Int>) -> Independence {
    // Most things are told by one article.
    if articles.count == 1, let article = articles.first {
      return Independence(articles: 1, outlets: outlets[article] == nil ? 0 : 1, origins: 1)
    }
    var origins: Set<Int> = []
    var names: Set<Int> = []
    for article in articles {
      origins.insert(numbers[article])
      if let outlet = outlets[article] { names.insert(outlet) }
    }
    return Independence(articles: articles.count, outlets: names.count, origins: origins.count)
  }

  /// Per entity, the origins of those who mention it.
  func origins(of occurrences: [[Concordance.Occurrence]]) -> [Int] {
    var seen = [Int](repeating: -1, count: count)
    return occurrences.enumerated().map { entity, occurrences in
      var last = -1
      var origins = 0
      for occurrence in occurrences where occurrence.article != last {
        last = occurrence.article
        if seen[numbers[last]] != entity { origins += 1 }
        seen[numbers[last]] = entity
      }
      return origins
    }
  }
}

/// What two articles print alike outside quotation marks, as one of them shows it.
package struct CopyPanel: Sendable {
  package struct Run: Sendable {
    package let text: String
    package let wordCount: Int
    package let own: CitedSentence
    package let other: CitedSentence
  }

  package let other: ArticleReference
  /// The longest first.
  package let runs: [Run]
  /// Whether so much is alike that the two count as one origin.
  package let isOneOrigin: Bool
}

/// Where an article's text comes from, by its own words or by what it shares.
package struct OriginLine: Sendable {
  package let name: String?
  package let ground: Origin.Ground
}

extension SitePlan {
  /// Other articles and runs shown on one article's page.
  private static let shownCopies = 6
  private static let shownRuns = 4

  func originLine(of article: Int) -> OriginLine? {
    guard dossier.origins.indices.contains(article) else { return nil }
    let origin = dossier.origins[article]
    return OriginLine(name: origin.name, ground: origin.ground)
  }

  /// What an article shares with others, those that share the longest runs first.
  func copyPanels(of article: Int) -> [CopyPanel] {
    // The runs of a pair lie together, the longest first: only those that are shown are read.
    var pairs: [(other: Int, copies: ArraySlice<Int>, longest: Int)] = []
    let copies = concordance.copiesOfArticle[article]
    var start = 0
    while start < copies.count {
      let other = partner(of: article, in: copies[start])
      var end = start + 1
      while end < copies.count, partner(of: article, in: copies[end]) == other { end += 1 }
      pairs.append((other, copies[start..<end], dossier.sharedCopies[copies[start]].wordCount))
      start = end
    }
    let rank = concordance.rank
    pairs.sort { ($1.longest, rank[$0.other]) < ($0.longest, rank[$1.other]) }
    return pairs.prefix(Self.shownCopies).map { other, copies, _ in
      CopyPanel(
        other: references[other], runs: copies.prefix(Self.shownRuns).compactMap { run($0, of: article) },
        isOneOrigin: isOneOrigin(article, other))
    }
  }

  private func partner(of article: Int, in copy: Int) -> Int {
    let (first, second) = concordance.articlesOfCopies[copy]
    return first == article ? second : first
  }

  private func run(_ index: Int, of article: Int) -> CopyPanel.Run? {
    let copy = dossier.sharedCopies[index]
    let isFirst = concordance.articlesOfCopies[index].first == article
    let (own, other) = isFirst ? (copy.first, copy.second) : (copy.second, copy.first)
    guard let ownSentence = sentence(of: own), let otherSentence = sentence(of: other) else { return nil }
    return CopyPanel.Run(
      text: String(references[article].text[own.range]), wordCount: copy.wordCount, own: ownSentence,
      other: otherSentence)
  }

  func isOneOrigin(_ left: Int, _ right: Int) -> Bool {
    guard dossier.origins.indices.contains(max(left, right)) else { return false }
    return dossier.origins[left].number == dossier.origins[right].number
  }
}
