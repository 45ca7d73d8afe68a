import DossierModel

/// Who in the corpus bears a name that is not full.
struct NameBearers: Sendable {
  enum Bearer: Sendable {
    case none
    case one(Int)
    /// Nobody who is known, or one of several: the name means something in its article only.
    case several
  }

  let corpus: ArticleNames.Corpus
  /// Nodes of forms and of the knowledge base, and those that single articles have to themselves.
  private(set) var nodeCount: Int
  private var evidence: [Int: Set<Int>] = [:]
  private var surnames: [String: Set<Int>] = [:]
  /// Of these, the names that are printed with a particle.
  private var withParticle: [String: Set<Int>] = [:]
  /// What the given names of a node say.
  private var genders: [Int: NameGender] = [:]

  init(corpus: ArticleNames.Corpus) {
    self.corpus = corpus
    nodeCount = corpus.roots.count
    for (form, counted) in corpus.table.forms.enumerated() where counted.personMentions > 0 {
      guard counted.name.words.count > 1, let surname = counted.name.words.last else { continue }
      let node = corpus.root(form, asPerson: true)
      surnames[surname, default: []].insert(node)
      if counted.name.hasParticle { withParticle[surname, default: []].insert(node) }
      if let gender = corpus.knowledge.genders.gender(ofPerson: counted.name) { genders[node] = gender }
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
  ///
  /// Somebody else than all of them, where a title fits none.
  func bearer(of form: Int, isPerson: Bool, gender: NameGender? = nil) -> Bearer {
    var nodes = evidence[form] ?? []
    let name = corpus.table.forms[form].name
    if isPerson, name.words.count == 1, let word = name.words.first {
      nodes.formUnion((name.hasParticle ? withParticle : surnames)[word] ?? [])
    }
    if let gender, !nodes.isEmpty {
      nodes = nodes.filter { (genders[$0] ?? gender) == gender }
      if nodes.isEmpty { return .several }
    }
    guard isPerson || name.isAcronym, let node = nodes.first else { return .none }
    return nodes.count == 1 ? .one(node) : .several
  }
}
