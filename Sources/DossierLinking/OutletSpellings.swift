import DossierModel
import DossierSource

/// Gives an outlet one name in all articles, where some print its article and others do not.
///
/// "The Harbour Post" and "Harbour Post" are one paper: as two, its reports would count as two witnesses. The form
/// that most articles print is the name, and of two printed equally often the longer one.
struct OutletSpellings: Sendable {
  /// The name for each form that gives way to another.
  private var names: [String: String] = [:]

  init(of articles: [AnnotatedArticle], articleWords: [String]) {
    var counts: [String: Int] = [:]
    for article in articles {
      let metadata = article.article.metadata
      if let outlet = metadata.outlet { counts[outlet, default: 0] += 1 }
      // What others call it is no more than a hint of how it calls itself.
      for relay in metadata.relays { counts[relay, default: 0] += 0 }
    }
    let words = Set(articleWords)
    let spellings = Dictionary(grouping: counts.keys) { Self.bare($0, articleWords: words) }
    for case let forms in spellings.values where forms.count > 1 {
      let best = forms.max { left, right in
        (counts[left] ?? 0, left.utf8.count, right) < (counts[right] ?? 0, right.utf8.count, left)
      }
      for form in forms where form != best { names[form] = best }
    }
  }

  /// The articles with one name for each outlet.
  func unified(_ articles: [AnnotatedArticle]) -> [AnnotatedArticle] {
    guard !names.isEmpty else { return articles }
    return articles.map { annotated in
      let metadata = annotated.article.metadata
      let forms = [metadata.outlet].compactMap(\.self) + metadata.relays
      guard forms.contains(where: { names[$0] != nil }) else { return annotated }
      var changed = metadata
      changed.outlet = metadata.outlet.map { names[$0] ?? $0 }
      changed.relays = []
      for relay in metadata.relays.map({ names[$0] ?? $0 }) where !changed.relays.contains(relay) {
        changed.relays.append(relay)
      }
      return annotated.replacing(metadata: changed)
    }
  }

  /// The words of a name without an article before them and without case.
  private static func bare(_ name: String, articleWords: Set<String>) -> String {
    let words = name.lowercased().split { $0 == " " || $0 == "\u{A0}" }
    guard words.count > 1, let first = words.first, articleWords.contains(String(first)) else {
      return words.joined(separator: " ")
    }
    return words.dropFirst().joined(separator: " ")
  }
}
