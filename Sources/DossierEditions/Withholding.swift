import DossierModel
import DossierSource

/// Leaves out the articles that the editor withholds, before anything is linked: what only they say is not known.
package struct Withholding {
  package let articles: [AnnotatedArticle]
  /// The lines that are still to be followed; those on withheld articles have done all they can.
  package let decisions: Decisions

  package init(of articles: [AnnotatedArticle], by decisions: Decisions) {
    var withheld: Set<ArticleID> = []
    var done: Set<DecisionID> = []
    for decision in decisions.all {
      guard case .withhold(let subject) = decision.action else { continue }
      let found = Self.articles(of: subject, among: articles, decisions)
      // One that finds nothing is left for whoever tells of stale lines.
      if found.isEmpty { continue }
      withheld.formUnion(found)
      done.insert(decision.id)
    }
    guard !withheld.isEmpty else {
      (self.articles, self.decisions) = (articles, decisions)
      return
    }
    for decision in decisions.all where !decision.articles.isEmpty {
      let named = decision.articles.compactMap { decisions.articles[$0] }
      if named.allSatisfy(withheld.contains) { done.insert(decision.id) }
    }
    self.articles = articles.filter { !withheld.contains($0.article.id) }
    var left = Decisions(
      lines: decisions.lines, all: decisions.all.filter { !done.contains($0.id) },
      articles: decisions.articles, stale: decisions.stale, conflicts: decisions.conflicts)
    left.applied = decisions.applied.union(done)
    self.decisions = left
  }

  private static func articles(
    of subject: Decision.Subject, among articles: [AnnotatedArticle], _ decisions: Decisions
  ) -> [ArticleID] {
    switch subject {
    case .article(let selector): return decisions.articles[selector].map { [$0] } ?? []
    case .outlet(let name):
      let slug = Slug(folding: name)
      return articles.filter { article in
        article.article.metadata.outlet.map { Slug(folding: $0) } == slug
      }.map(\.article.id)
    }
  }
}
