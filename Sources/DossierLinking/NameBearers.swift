import DossierModel

/// Who in the corpus bears a name that is not full.
struct NameBearers: Sendable {
  enum Bearer: Sendable {
    case none
    case one(Int)
    case several
  }

  let corpus: ArticleNames.Corpus
  /// Nodes of forms and of the knowledge base, and those that single articles have to themselves.
  private(set) var nodeCount: Int
  private var evidence: [Int: Set<Int>] = [:]
  private var surnames: [String: Set<Int>] = [:]

  init(corpus: ArticleNames.Corpus) {
    self.corpus = corpus
    nodeCount = corpus.roots.count
    for (form, counted) in corpus.table.forms.enumerated() where counted.personMentions > 0 {
      guard counted.name.words.count > 1, let surname = counted.name.words.last else { continue }
      surnames[surname, default: []].insert(corpus.root(form, asPerson: true))
    }
  }

  /// A node for a name that means something in one article only.
  mutating func addNode() -> Int {
    nodeCount += 1
    return nodeCount - 1
  }

  /// Adds what short forms were found to mean in an article that has the full name too.
  mutating func add(_ found: [(form: Int, node: Int)]) {
    for (form, node) in found { evidence[form, default: []].insert(node) }
  }

  /// The bearers of a full surname in the corpus, and those the form stands for in other articles.
  func bearer(of form: Int, isPerson: Bool) -> Bearer {
    var nodes = evidence[form] ?? []
    let name = corpus.table.forms[form].name
    if isPerson, name.words.count == 1, let word = name.words.first { nodes.formUnion(surnames[word] ?? []) }
    guard isPerson || name.isAcronym, let node = nodes.first else { return .none }
    return nodes.count == 1 ? .one(node) : .several
  }
}
