import DossierModel
import DossierSource

/// Finds the articles that the editor's lines name, and the lines that contradict each other.
package struct DecisionBinding {
  private let articles: [(id: ArticleID, source: SourcePath)]
  private let bySource: [String: ArticleID]
  private var found: [ArticleSelector: Result<ArticleID, Missing>] = [:]

  private struct Missing: Error {
    let reason: StaleDecision.Reason
    let candidates: [String]
  }

  /// Lines whose nearest article is looked for: with many of them it is the folder that has changed.
  private static let suggestions = 20

  /// Binds lines to the articles of a corpus.
  package static func bound(
    _ decisions: [Decision], to articles: [(id: ArticleID, source: SourcePath)]
  ) -> Decisions {
    guard !decisions.isEmpty else { return .none }
    var binding = DecisionBinding(articles)
    var stale: [StaleDecision] = []
    var bound: [ArticleSelector: ArticleID] = [:]
    var kept: [Decision] = []
    for decision in decisions {
      var isWhole = true
      for selector in decision.articles {
        switch binding.article(selector, mayGuess: stale.count < suggestions) {
        case .success(let id): bound[selector] = id
        case .failure(let missing):
          isWhole = false
          stale.append(
            StaleDecision(
              decision.id, missing.reason, selector.written, candidates: missing.candidates))
        }
      }
      if isWhole, !decision.isRejection { kept.append(decision) }
    }
    let conflicts = DecisionConflicts.found(in: kept, articles: bound)
    let barred = Set(conflicts.flatMap { [$0.first, $0.second] })
    return Decisions(
      lines: decisions, all: kept.filter { !barred.contains($0.id) }, articles: bound, stale: stale,
      conflicts: conflicts)
  }

  private init(_ articles: [(id: ArticleID, source: SourcePath)]) {
    self.articles = articles.sorted { $0.id < $1.id }
    bySource = Dictionary(
      articles.map { ($0.source.string, $0.id) }, uniquingKeysWith: { first, _ in first })
  }

  private mutating func article(
    _ selector: ArticleSelector, mayGuess: Bool
  ) -> Result<ArticleID, Missing> {
    if let known = found[selector] { return known }
    let result = search(selector.name, mayGuess: mayGuess)
    found[selector] = result
    return result
  }

  /// By id, by the path of the source, or by the beginning of the id up to a hyphen where only one has it.
  private func search(_ name: String, mayGuess: Bool) -> Result<ArticleID, Missing> {
    let place = articles.partitioningIndex { $0.id.string >= name }
    if place < articles.count, articles[place].id.string == name { return .success(articles[place].id) }
    if let id = bySource[name] { return .success(id) }
    let beginning = name + "-"
    let fitting = articles[articles.partitioningIndex { $0.id.string >= beginning }...].prefix {
      $0.id.string.hasPrefix(beginning)
    }
    if let only = fitting.first, fitting.count == 1 { return .success(only.id) }
    guard fitting.isEmpty else {
      return .failure(
        Missing(reason: .severalArticles, candidates: fitting.prefix(3).map { "a:\($0.id)" }))
    }
    let nearest = mayGuess ? NearestName.name(to: name, among: articles.lazy.map(\.id.string)) : nil
    return .failure(Missing(reason: .noArticle, candidates: nearest.map { ["a:" + $0] } ?? []))
  }
}
