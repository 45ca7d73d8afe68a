import DossierModel
import DossierSource

/// The names of outlets as they name themselves, which makes them no actors.
struct OutletNames: Sendable {
  private let normalizer: NameNormalizer
  private let ownNames: [String: Set<String>]

  /// Of all outlets that articles name: the name they publish under, and whatever the knowledge base adds to it.
  init(_ articles: [AnnotatedArticle], knowledge: KnowledgeBase, normalizer: NameNormalizer) {
    self.normalizer = normalizer
    let known = knowledge.outlets.map { row in
      Set(([row.name] + row.names).map { normalizer.name(of: $0[...]).compact })
    }
    let functionWords = Set(knowledge.words.functionWords)
    var ownNames: [String: Set<String>] = [:]
    for case let outlet? in articles.map(\.article.metadata.outlet) where ownNames[outlet] == nil {
      let name = normalizer.name(of: outlet[...])
      let bare = name.words.drop { functionWords.contains($0) }.joined()
      var names: Set<String> = [name.compact, bare]
      for row in known where !row.isDisjoint(with: names) { names.formUnion(row) }
      ownNames[outlet] = names
    }
    self.ownNames = ownNames
  }

  /// Whether a name is that of the outlet that prints it.
  func isOwn(_ name: NormalName, of outlet: String?) -> Bool {
    guard let outlet, let names = ownNames[outlet] else { return false }
    return names.contains(name.compact)
  }
}
