import DossierModel
import DossierSource

extension DecisionRecord {
  /// What the editor's lines came to on articles and names; events, quotations and figures are added as they are made.
  init(_ rulings: AnnotationRulings, names: SettledNames, articles: [AnnotatedArticle]) {
    self.init()
    let decisions = rulings.decisions
    self.decisions = decisions.lines
    stale = decisions.stale + rulings.stale + names.stale
    conflicts = decisions.conflicts + names.conflicts
    successions = names.successions
    restrictions = names.redactions
    ofEntities = names.ofEntities
    apart = names.apart
    let notTimes = Set(rulings.notTimes.values)
    for decision in decisions.all
    where decisions.applied.contains(decision.id) || notTimes.contains(decision.id) {
      for selector in decision.articles {
        if let article = decisions.articles[selector] { note(decision.id, article) }
      }
    }
    addRestrictions(decisions, articles: articles)
  }

  private mutating func note(_ decision: DecisionID, _ article: ArticleID) {
    ofArticles[article, default: []].append(decision)
  }

  /// The articles whose text is cut or withheld, named one by one or by their outlet.
  private mutating func addRestrictions(_ decisions: Decisions, articles: [AnnotatedArticle]) {
    var byOutlet: [String: [ArticleID]]?
    func subjects(_ subject: Decision.Subject) -> [ArticleID] {
      switch subject {
      case .article(let selector): return decisions.articles[selector].map { [$0] } ?? []
      case .outlet(let name):
        let outlets = byOutlet ?? Self.articlesByOutlet(articles)
        byOutlet = outlets
        return outlets[Slug(folding: name).string] ?? []
      }
    }
    for decision in decisions.all {
      let found: [(ArticleID, Restriction)]
      switch decision.action {
      case .excerpt(let subject, let words):
        found = subjects(subject).map { ($0, .excerpt($0, words: words)) }
      case .withhold(let subject): found = subjects(subject).map { ($0, .withhold($0)) }
      default: continue
      }
      for (article, restriction) in found {
        restrictions.append((decision.id, restriction))
        note(decision.id, article)
      }
      if found.isEmpty, case .excerpt(.outlet(let name), _) = decision.action {
        stale.append(StaleDecision(decision.id, .noOutlet, "outlet:" + name))
      } else if found.isEmpty, case .withhold(.outlet(let name)) = decision.action {
        stale.append(StaleDecision(decision.id, .noOutlet, "outlet:" + name))
      }
    }
  }

  private static func articlesByOutlet(_ articles: [AnnotatedArticle]) -> [String: [ArticleID]] {
    var found: [String: [ArticleID]] = [:]
    for article in articles {
      guard let outlet = article.article.metadata.outlet else { continue }
      found[Slug(folding: outlet).string, default: []].append(article.article.id)
    }
    return found
  }

  /// The same with all that is told in its order.
  func sorted() -> DecisionRecord {
    var record = self
    record.stale = Set(stale).sorted()
    record.conflicts = Set(conflicts).sorted()
    record.ofArticles = ofArticles.mapValues { Set($0).sorted() }
    record.restrictions.sort { $0.decision < $1.decision }
    return record
  }
}
