import DossierModel
import DossierSource

/// A dossier with what proposals look up in it.
struct CorpusReading: Sendable {
  let dossier: Dossier
  private let articles: [ArticleID: Int]

  init(_ dossier: Dossier) {
    self.dossier = dossier
    articles = Dictionary(
      dossier.articles.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func article(_ id: ArticleID) -> LinkedArticle? { articles[id].map { dossier.articles[$0] } }

  func text(of citation: Citation) -> Substring? { article(citation.article)?.article.text[citation.range] }

  func sentence(_ index: Int?, of id: ArticleID) -> Citation? {
    guard let index, let article = article(id), article.annotated.sentences.indices.contains(index) else {
      return nil
    }
    return Citation(article: id, range: article.annotated.sentences[index].range)
  }

  /// Events that two articles report with the same words of somebody.
  func eventsConfirmedByQuotation() -> Set<EventID> {
    var eventsOfArticle: [ArticleID: Set<EventID>] = [:]
    for event in dossier.events {
      for coverage in event.coverage where coverage.role == .reported {
        eventsOfArticle[coverage.article, default: []].insert(event.id)
      }
    }
    var confirmed: Set<EventID> = []
    for family in dossier.quoteFamilies where family.variants.count > 1 {
      var seen: Set<EventID> = []
      for article in Set(family.variants.map(\.citation.article)).sorted() {
        for event in eventsOfArticle[article] ?? [] where !seen.insert(event).inserted {
          confirmed.insert(event)
        }
      }
    }
    return confirmed
  }
}
