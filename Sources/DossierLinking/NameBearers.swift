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
  private var givenNames: [String: Set<Int>] = [:]
  /// Of each person named in full: the family names.
  private var familyNames: [Int: Set<String>] = [:]
  /// Who bears a name in quotation marks between others.
  private var nicknames: [String: Set<Int>] = [:]
  /// Articles that name a person in full.
  private var fullArticles: [Int: Int] = [:]
  /// What the given names of a node say.
  private var genders: [Int: NameGender] = [:]
  private var company: NameCompany

  init(corpus: ArticleNames.Corpus, articleCount: Int) {
    self.corpus = corpus
    company = NameCompany(nodeCount: corpus.roots.count, articleCount: articleCount)
    nodeCount = corpus.roots.count
    for (form, counted) in corpus.table.forms.enumerated() where counted.personMentions > 0 {
      guard counted.name.words.count > 1, let surname = counted.name.familyName else { continue }
      let node = corpus.root(form, asPerson: true)
      surnames[surname, default: []].insert(node)
      familyNames[node, default: []].insert(surname)
      if let given = counted.name.words.first { givenNames[given, default: []].insert(node) }
      if let nickname = counted.nickname { nicknames[nickname, default: []].insert(node) }
      if counted.name.hasParticle { withParticle[surname, default: []].insert(node) }
      if let gender = corpus.knowledge.genders.gender(ofPerson: counted.name) { genders[node] = gender }
    }
  }

  /// A node for a name that means something in one article only.
  mutating func addNode() -> Int {
    nodeCount += 1
    return nodeCount - 1
  }

  /// Adds what short forms were found to mean in an article that has the full name too, and whom it names in full.
  mutating func add(_ article: ArticleNames) {
    for (form, node) in article.evidence { evidence[form, default: []].insert(node) }
    company.add(article)
    for node in article.fullPersons { fullArticles[node, default: 0] += 1 }
  }

  /// The bearers of a full surname in the corpus, and those the form stands for in other articles.
  ///
  /// Somebody else than all of them, where a title fits none. Of a bearer whom hardly an article names in full, the
  /// name is taken only in an article that names somebody or something else that belongs to that bearer; and so is a
  /// given name, which many have.
  func bearer(of form: Int, in article: Int, isPerson: Bool, gender: NameGender? = nil) -> Bearer {
    var nodes = evidence[form] ?? []
    let name = corpus.table.forms[form].name
    if isPerson, name.words.count == 1, let word = name.words.first {
      nodes.formUnion((name.hasParticle ? withParticle : surnames)[word] ?? [])
      nodes.formUnion(nicknames[word] ?? [])
    }
    if let gender, !nodes.isEmpty {
      nodes = nodes.filter { (genders[$0] ?? gender) == gender }
      if nodes.isEmpty { return .several }
    }
    let isGivenName = isPerson && corpus.knowledge.genders.isGivenName(name)
    guard isPerson || name.isAcronym, let node = nodes.first else {
      return isGivenName && !company.isOfFewArticles ? .several : .none
    }
    guard nodes.count == 1 else { return (isPerson ? foremost(of: nodes) : nil).map(Bearer.one) ?? .several }
    guard isPerson else { return company.joins(article, to: node) ? .one(node) : .none }
    let isKnown = company.isOfFewArticles || (fullArticles[node] ?? 0) > 1
    // What others print for somebody's family name is one, though it is a given name elsewhere.
    let isSurname =
      evidence[form]?.contains(node) ?? false
      && name.words.first.flatMap { surnames[$0] }?.contains(node) ?? false
    // A given name takes both.
    let isMeant =
      isGivenName && !isSurname
      ? isKnown && company.joins(article, to: node) : isKnown || company.joins(article, to: node)
    return isMeant ? .one(node) : .several
  }

  /// Whom a name of one word may stand for: those with the surname, and whom it means in articles that name these in full.
  func bearers(of form: Int) -> Set<Int> {
    let surname = corpus.table.forms[form].name.familyName.flatMap { surnames[$0] } ?? []
    return surname.union(evidence[form] ?? [])
  }

  /// Whether a name is that of a family whose members the corpus names far more often: nobody alone, and no body.
  func isFamily(_ form: Int) -> Bool {
    let counted = corpus.table.forms[form]
    guard let word = counted.name.words.first, counted.name.words.count == 1, !counted.name.isAcronym,
      corpus.knowledge.entry(named: counted.name) == nil
    else { return false }
    let mentions = counted.personMentions + counted.otherMentions
    return corpus.knowledge.singulars(of: word).contains { surname in
      let articles = (surnames[surname] ?? []).reduce(0) { $0 + (fullArticles[$1] ?? 0) }
      return articles >= Self.familyRatio * mentions
    }
  }

  /// How many articles name a member in full for each place that names the family.
  private static let familyRatio = 2

  /// The only one whom the corpus names in full by a given name and a family name.
  func bearer(ofGivenName given: String, familyName family: String) -> Int? {
    guard let nodes = surnames[family]?.intersection(givenNames[given] ?? []), nodes.count == 1 else {
      return nil
    }
    return nodes.first
  }

  /// Whether somebody may be of a family, by a name that is its own or begins as it does: "Orlova", of the Orlovs.
  func mayBe(_ node: Int, ofFamily family: String) -> Bool {
    guard let names = familyNames[node] else { return true }
    return names.contains { $0 == family || $0.utf8.prefix(4).elementsEqual(family.utf8.prefix(4)) }
  }

  /// The one whom the corpus speaks of by far the most of all that bear a name of one word as their surname.
  func foremostBearer(ofSurname form: Int) -> Int? {
    corpus.table.forms[form].name.familyName.flatMap { surnames[$0] }.flatMap(foremost)
  }

  /// The one of several bearers whom the corpus speaks of by far the most: a report that takes a family name to need
  /// no given name means that one.
  func foremost(of nodes: Set<Int>) -> Int? {
    let counts = nodes.map { (count: fullArticles[$0] ?? 0, node: $0) }.sorted { $1 < $0 }
    guard counts.count > 1, counts[0].count >= Self.fewestArticles,
      counts[0].count >= Self.foremostRatio * counts[1].count
    else { return nil }
    return counts[0].node
  }

  /// Articles that must name in full whom a bare family name is to mean, where others bear it too.
  private static let fewestArticles = 4
  /// How many times as many they must be as those that name the next bearer.
  private static let foremostRatio = 5
}
