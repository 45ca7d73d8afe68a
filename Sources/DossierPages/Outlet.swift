import DossierModel
import DossierSource

/// A publisher of the corpus, or an agency that others took an article from.
struct Outlet: Sendable {
  let name: String
  let path: PagePath
  /// Indexes of its articles, by date.
  let articles: [Int]
  /// Indexes of articles of others that say they took their text from it, by date.
  let relayedIn: [Int]
}

extension Outlet {
  /// The outlets of a corpus by name, and the place of each article's own among them.
  static func all(of articles: [LinkedArticle], order: [Int]) -> (outlets: [Outlet], ofArticle: [Int?]) {
    var entries: [String: Entry] = [:]
    for index in order {
      let metadata = articles[index].article.metadata
      if let name = metadata.outlet { entries[slug(name), default: Entry(name: name)].articles.append(index) }
      for relay in Set(metadata.relays).sorted() {
        entries[slug(relay), default: Entry(name: relay)].relayedIn.append(index)
      }
    }
    let sorted = entries.sorted { $0.key < $1.key }
    var ofArticle = [Int?](repeating: nil, count: articles.count)
    let outlets = sorted.enumerated().map { place, entry in
      for index in entry.value.articles { ofArticle[index] = place }
      return Outlet(
        name: entry.value.name, path: PagePath("outlets/\(entry.key).html"), articles: entry.value.articles,
        relayedIn: entry.value.relayedIn)
    }
    return (outlets, ofArticle)
  }

  private struct Entry {
    let name: String
    var articles: [Int] = []
    var relayedIn: [Int] = []
  }

  static func slug(_ name: String) -> String { Slug(folding: name).string }
}
