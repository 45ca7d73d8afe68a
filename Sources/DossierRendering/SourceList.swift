import DossierPages
import DossierTemplates
import Synchronization

/// The articles that one page cites, numbered in the order in which they are first cited, for its list on paper.
///
/// A class with a lock: the functions that make a page's values know nothing of each other, and what they cite is
/// known only when all of them are done.
final class SourceList: Sendable {
  private struct Cited {
    var numbers: [ObjectIdentifier: Int] = [:]
    var articles: [ArticleReference] = []

    mutating func number(of article: ArticleReference) -> Int {
      let id = ObjectIdentifier(article)
      if let known = numbers[id] { return known }
      articles.append(article)
      numbers[id] = articles.count
      return articles.count
    }
  }

  private let cited: Mutex<Cited>

  /// A list in which some articles have their numbers already.
  init(_ articles: [ArticleReference] = []) {
    var first = Cited()
    for article in articles { _ = first.number(of: article) }
    cited = Mutex(first)
  }

  func number(of article: ArticleReference) -> Int { cited.withLock { $0.number(of: article) } }

  var articles: [ArticleReference] { cited.withLock { $0.articles } }
}

extension PageValues {
  /// The number of an article among the page's sources; false where the page has no list of them.
  func cite(_ article: ArticleReference) -> TemplateValue {
    guard let sources else { return .flag(false) }
    return .text(String(sources.number(of: article)))
  }

  /// The list of what a page cites, with where each can be found.
  func listed(_ articles: [ArticleReference]) -> TemplateValue {
    list(articles) { article in
      .object([
        "title": .text(article.title), "outlet": text(article.outlet),
        "date": article.published.map { date($0) } ?? .flag(false),
        "address": .text(article.address ?? article.path.string),
      ])
    }
  }
}
