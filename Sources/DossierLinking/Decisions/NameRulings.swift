import DossierModel
import DossierSource

/// Applies the editor's lines on names while the names of a corpus are linked.
///
/// What is not one is kept apart before the machine joins anything; what is one is joined behind it, so that surnames
/// and other short forms follow; what single passages mean comes last.
struct NameRulings: Sendable {
  /// What the lines came to, by node.
  struct Outcome: Sendable {
    var stale: [StaleDecision] = []
    var conflicts: [DecisionConflict] = []
    /// Lines that had an effect, with the nodes that it was on.
    var touched: [(decision: DecisionID, node: Int)] = []
    var pages: [(decision: DecisionID, node: Int)] = []
    var successions: [(from: Int, to: Int, decision: DecisionID)] = []
    var redactions: [(node: Int, words: String, decision: DecisionID)] = []
    var apart: [(Int, Int)] = []
    /// Whom the selectors of speakers and places mean.
    var nodes: [EntitySelector: Int] = [:]
  }

  /// What the lines say of how things are called.
  struct Calling: Sendable {
    /// Nodes whose names are those of something that was joined to another: never the name of the whole.
    var demoted: Set<Int> = []
    /// Kinds of forms, by the node of the whole.
    var kinds: [Int: [Int: Alias.Kind]] = [:]
    /// Ids of what the editor alone tells apart.
    var ids: [Int: EntityID] = [:]
    /// What sort of thing the editor says that something is, by its node.
    var sorts: [Int: EntitySelector.Sort] = [:]
  }

  private static let suggestions = 5

  private let decisions: [Decision]
  private let annotations: AnnotationRulings
  private let matcher: NameMatcher
  private(set) var outcome = Outcome()
  private(set) var calling = Calling()
  private var roots: [EntitySelector: Int] = [:]
  /// Forms whose joining the editor decided.
  private var decidedForms: Set<Int> = []
  /// By form: a node that it is not, and the one that it is instead.
  private var apartForms: [Int: [(from: Int, to: Int, decision: DecisionID)]] = [:]
  private var hidden: [Int: DecisionID] = [:]
  /// Selectors that are ids of one of several things of a name.
  var numbered = NumberedNames()

  init(_ annotations: AnnotationRulings, names: CorpusNames, knowledge: KnowledgeIndex) {
    self.annotations = annotations
    decisions = annotations.decisions.all
    matcher = NameMatcher(
      decisions.flatMap(Self.selectors).map(\.name), in: names.table, knowledge: knowledge)
    numbered = NumberedNames(
      among: decisions.lazy.flatMap(Self.selectors).filter { [matcher] in matcher.nodes(of: $0).isEmpty })
  }

  /// Whether a line names one of several things of a name: it is followed when all else is linked.
  private func isLate(_ decision: Decision) -> Bool {
    numbered.isWaiting && Self.selectors(of: decision).contains(where: numbered.isLate)
  }

  private static func selectors(of decision: Decision) -> [EntitySelector] {
    switch decision.action {
    case .same(let entity, .entity(let other), _, _), .notSame(let entity, .entity(let other), _),
      .successor(let entity, let other), .split(let entity, _, let other):
      [entity, other]
    case .same(let entity, .printed, _, _), .notSame(let entity, .printed, _), .means(_, let entity),
      .hide(let entity), .page(let entity), .redact(let entity, _), .speaker(_, _, .entity(let entity)):
      [entity]
    case .pin(_, _, let place): place.map { [$0] } ?? []
    default: []
    }
  }

  private func nodes(of name: Decision.Name, beside entity: EntitySelector) -> [Int] {
    switch name {
    case .entity(let other): matcher.nodes(of: other)
    case .printed(let words): matcher.nodes(ofPrinted: words, asPerson: entity.sort == .person)
    }
  }

  // MARK: Joining

  /// Keeps apart what lines say is not one, before anything is joined.
  mutating func separate(_ sets: inout UnionFind) {
    for decision in decisions where !isLate(decision) {
      guard case .notSame(let entity, let name, let scope) = decision.action else { continue }
      let rights = nodes(of: name, beside: entity)
      let lefts = matcher.nodes(of: entity).filter { !rights.contains($0) }
      guard !lefts.isEmpty, !rights.isEmpty else {
        outcome.stale.append(missing(lefts.isEmpty ? entity.written : name.written, for: decision, entity))
        continue
      }
      if scope.isEmpty { sets.separate(lefts, rights, pair: decision.id.number) }
    }
  }

  /// Joins what lines say is one, behind what the machine joined.
  mutating func join(_ sets: inout UnionFind, formCount: Int) {
    var joins: [(decision: DecisionID, left: Int, right: Int)] = []
    var lesser: Set<Int> = []
    for decision in decisions where !isLate(decision) {
      guard case .same(let entity, let name, let kind, let scope) = decision.action,
        let right = root(of: name, beside: entity, for: decision, in: &sets),
        let left = root(ofFirst: entity, beside: name, at: right, for: decision, in: &sets)
      else { continue }
      if scope.isEmpty {
        calling.sorts[left] = entity.sort
        // Some articles may have been read as naming a person, and others something else.
        for node in matcher.readings(of: entity, called: name) where sets.root(of: node) != left {
          joins.append((decision.id, left, sets.root(of: node)))
        }
      }
      if let kind, case .printed(let words) = name, let form = matcher.form(ofPrinted: words) {
        calling.kinds[left, default: [:]][form] = kind
      }
      outcome.touched.append((decision.id, left))
      guard scope.isEmpty else { continue }
      if left != right { lesser.insert(right) }
      joins.append((decision.id, left, right))
      if case .printed(let words) = name, let form = matcher.form(ofPrinted: words) {
        calling.demoted.insert(MentionClusterer.node(form, asPerson: entity.sort == .person))
        decidedForms.insert(form)
      }
    }
    if !lesser.isEmpty {
      for node in 0..<(formCount * 2) where lesser.contains(sets.root(of: node)) {
        calling.demoted.insert(node)
        decidedForms.insert(node / 2)
      }
    }
    for (decision, left, right) in joins where !sets.join(left, right) {
      if let pair = sets.separation(of: left, right) {
        outcome.conflicts.append(
          DecisionConflict(DecisionID(min(pair, decision.number)), DecisionID(max(pair, decision.number))))
      }
    }
    for decision in decisions {
      if !isLate(decision) {
        findRoots(of: decision, in: &sets)
      } else {
        // Who is told apart may be new.
        for selector in Self.selectors(of: decision)
        where !numbered.isLate(selector) && !(decision.verb == .split && matcher.nodes(of: selector).isEmpty)
        {
          _ = root(of: selector, for: decision, in: &sets)
        }
      }
    }
    // Nodes were named before some were joined.
    outcome.touched = outcome.touched.map { ($0.decision, sets.root(of: $0.node)) }
    calling.kinds = Dictionary(
      calling.kinds.map { (sets.root(of: $0.key), $0.value) },
      uniquingKeysWith: { $0.merging($1) { first, _ in first } })
    calling.sorts = Dictionary(
      calling.sorts.sorted { $0.key < $1.key }.map { (sets.root(of: $0.key), $0.value) },
      uniquingKeysWith: { first, _ in first })
    roots = roots.mapValues { sets.root(of: $0) }
  }

  /// Finds whom the lines mean that neither join nor keep apart.
  private mutating func findRoots(of decision: Decision, in sets: inout UnionFind) {
    switch decision.action {
    case .same, .notSame: break
    case .split(let entity, _, let other):
      _ = root(of: entity, for: decision, in: &sets)
      // Who is told apart may be new.
      if !matcher.nodes(of: other).isEmpty { _ = root(of: other, for: decision, in: &sets) }
    default:
      for selector in Self.selectors(of: decision) { _ = root(of: selector, for: decision, in: &sets) }
    }
  }

  private mutating func root(
    of selector: EntitySelector, for decision: Decision, in sets: inout UnionFind
  ) -> Int? {
    if let known = roots[selector] { return sets.root(of: known) }
    let nodes = matcher.nodes(of: selector)
    let found = Set(nodes.map { sets.root(of: $0) })
    if let only = found.first, found.count == 1 {
      roots[selector] = only
      return only
    }
    if found.isEmpty {
      outcome.stale.append(missing(selector.written, for: decision, selector))
    } else {
      let fitting = Set(nodes.compactMap(matcher.written)).sorted().prefix(4)
      outcome.stale.append(
        StaleDecision(decision.id, .severalNames, selector.written, candidates: Array(fitting)))
    }
    return nil
  }

  /// The first of two that are one: where nothing of its sort is printed, the second by the same name is meant, of
  /// which the line says what sort of thing it is.
  private mutating func root(
    ofFirst entity: EntitySelector, beside name: Decision.Name, at other: Int, for decision: Decision,
    in sets: inout UnionFind
  ) -> Int? {
    if matcher.nodes(of: entity).isEmpty, matcher.isCalled(entity, alike: name) {
      roots[entity] = other
      return other
    }
    return root(of: entity, for: decision, in: &sets)
  }

  private mutating func root(
    of name: Decision.Name, beside entity: EntitySelector, for decision: Decision, in sets: inout UnionFind
  ) -> Int? {
    switch name {
    case .entity(let other): return root(of: other, for: decision, in: &sets)
    case .printed(let words):
      if let node = matcher.nodes(ofPrinted: words, asPerson: entity.sort == .person).first {
        return sets.root(of: node)
      }
      outcome.stale.append(StaleDecision(decision.id, .noName, name.written))
      return nil
    }
  }

  private func missing(
    _ written: String, for decision: Decision, _ selector: EntitySelector
  ) -> StaleDecision {
    let mayGuess = outcome.stale.count < Self.suggestions && written == selector.written
    let nearest = mayGuess ? matcher.nearest(to: selector) : nil
    return StaleDecision(decision.id, .noName, written, candidates: nearest.map { [$0] } ?? [])
  }

  // MARK: Linking

  /// Links what lines decide, when all else is linked.
  mutating func rule(
    _ links: inout [[ArticleNames.Link]], forms: [[Int32]], corpus: ArticleNames.Corpus,
    bearers: inout NameBearers
  ) {
    for naming in annotations.namings where !isLate(naming.decision) {
      apply(naming, to: &links[naming.article], bearers: &bearers)
    }
    for decision in decisions where !isLate(decision) {
      rule(decision, &links, forms: forms, corpus: corpus, bearers: &bearers)
    }
    ruleLate(&links, forms: forms, corpus: corpus, bearers: &bearers)
    outcome.nodes = roots
    outcome.conflicts += outcome.pages.compactMap { page in
      hidden[page.node].map { DecisionConflict(min($0, page.decision), max($0, page.decision)) }
    }
    linkThroughout(&links, forms: forms)
  }

  /// Follows the lines that name one of several things of a name.
  private mutating func ruleLate(
    _ links: inout [[ArticleNames.Link]], forms: [[Int32]], corpus: ArticleNames.Corpus,
    bearers: inout NameBearers
  ) {
    for (selector, place) in numbered.places { roots[selector] = links[place.article][place.mention].node }
    guard !numbered.places.isEmpty else { return }
    for naming in annotations.namings where isLate(naming.decision) {
      apply(naming, to: &links[naming.article], bearers: &bearers)
    }
    for decision in decisions where isLate(decision) {
      switch decision.action {
      case .same(let entity, let name, _, let scope) where scope.isEmpty:
        guard let root = roots[entity] else { continue }
        relinkThroughout(name, to: root, for: decision, in: &links, forms: forms)
        outcome.touched.append((decision.id, root))
      case .notSame(let entity, .entity(let other), let scope) where scope.isEmpty:
        guard let left = roots[entity], let right = roots[other] else { continue }
        outcome.touched.append((decision.id, left))
        outcome.apart.append((left, right))
      default: rule(decision, &links, forms: forms, corpus: corpus, bearers: &bearers)
      }
    }
  }

  /// Gives a name another meaning in all articles.
  private mutating func relinkThroughout(
    _ name: Decision.Name, to root: Int, for decision: Decision, in links: inout [[ArticleNames.Link]],
    forms: [[Int32]]
  ) {
    var node: Int?
    var form: Int?
    switch name {
    case .entity(let other): node = roots[other]
    case .printed(let words): form = matcher.form(ofPrinted: words)
    }
    guard node != nil || form != nil else {
      outcome.stale.append(StaleDecision(decision.id, .noName, name.written))
      return
    }
    for number in links.indices {
      for index in links[number].indices
      where form.map({ forms[number][index] == $0 }) ?? (links[number][index].node == node) {
        links[number][index] = ArticleNames.Link(node: root, ground: .decided)
      }
    }
  }

  private mutating func rule(
    _ decision: Decision, _ links: inout [[ArticleNames.Link]], forms: [[Int32]],
    corpus: ArticleNames.Corpus, bearers: inout NameBearers
  ) {
    switch decision.action {
    case .same(let entity, let name, _, let scope) where !scope.isEmpty:
      guard let root = roots[entity] else { return }
      for number in annotations.numbers(of: scope) {
        relink(name, beside: entity, to: root, for: decision, in: &links[number], forms: forms[number])
      }
    case .notSame(let entity, let name, let scope):
      keepApart(entity, name, scope, decision, &links, forms: forms, corpus: corpus, bearers: &bearers)
    case .hide(let entity): if let root = roots[entity] { hidden[root] = decision.id }
    case .page(let entity):
      guard let root = roots[entity] else { return }
      outcome.pages.append((decision.id, root))
    case .redact(let entity, let words):
      if let root = roots[entity] { outcome.redactions.append((root, words, decision.id)) }
    case .successor(let from, let to):
      if let from = roots[from], let to = roots[to] { outcome.successions.append((from, to, decision.id)) }
    default: break
    }
  }

  /// Gives the mentions of a passage the meaning that a line says they have.
  private mutating func apply(
    _ naming: AnnotationRulings.Naming, to links: inout [ArticleNames.Link], bearers: inout NameBearers
  ) {
    let target: EntitySelector
    var source: Int?
    switch naming.decision.action {
    case .means(_, let entity): target = entity
    case .split(let entity, _, let other):
      source = roots[entity]
      guard source != nil else { return }
      target = other
      if roots[other] == nil {
        let node = bearers.addNode()
        roots[other] = node
        calling.ids[node] = EntityID("\(other.sort.kind.rawValue)-\(Slug(folding: other.name))")
      }
    default: return
    }
    guard let node = roots[target] else { return }
    if calling.sorts[node] == nil { calling.sorts[node] = target.sort }
    let former = Set(naming.mentions.compactMap { links[$0].node }).subtracting([node])
    for mention in naming.mentions where source == nil || links[mention].node == source {
      links[mention] = ArticleNames.Link(node: node, ground: .decided, decidedSort: target.sort)
    }
    if !naming.isNarrow { followShortForms(of: former, to: node, in: &links) }
    outcome.touched.append((naming.decision.id, node))
  }

  /// Where an article has only short forms left of what was given another meaning, they have it too.
  private func followShortForms(of former: Set<Int>, to node: Int, in links: inout [ArticleNames.Link]) {
    for old in former {
      let left = links.indices.filter { links[$0].node == old }
      guard left.allSatisfy({ links[$0].ground == .alias || links[$0].ground == .description }) else {
        continue
      }
      for index in left { links[index] = ArticleNames.Link(node: node, ground: .decided) }
    }
  }

  /// Gives a name in one article, and whatever is short for it there, another meaning.
  private mutating func relink(
    _ name: Decision.Name, beside entity: EntitySelector, to root: Int, for decision: Decision,
    in links: inout [ArticleNames.Link], forms: [Int32]
  ) {
    var former: Set<Int> = []
    switch name {
    case .entity(let other): if let node = roots[other] { former = [node] }
    case .printed(let words):
      guard let form = matcher.form(ofPrinted: words) else { return }
      for index in links.indices where forms[index] == form { former.insert(links[index].node ?? -1) }
      for index in links.indices where forms[index] == form {
        links[index] = ArticleNames.Link(node: root, ground: .decided)
      }
    }
    if former.isEmpty { outcome.stale.append(StaleDecision(decision.id, .noName, name.written)) }
    for index in links.indices {
      guard let node = links[index].node, node != root, former.contains(node) else { continue }
      links[index] = ArticleNames.Link(node: root, ground: .decided)
    }
  }

  private mutating func keepApart(
    _ entity: EntitySelector, _ name: Decision.Name, _ scope: [ArticleSelector], _ decision: Decision,
    _ links: inout [[ArticleNames.Link]], forms: [[Int32]], corpus: ArticleNames.Corpus,
    bearers: inout NameBearers
  ) {
    let rights = nodes(of: name, beside: entity)
    let lefts = matcher.nodes(of: entity).filter { !rights.contains($0) }
    guard let left = lefts.first.map({ Int(corpus.roots[$0]) }),
      let right = rights.first.map({ Int(corpus.roots[$0]) })
    else { return }
    outcome.touched.append((decision.id, left))
    outcome.apart.append((left, right))
    let names = rights.compactMap { matcher.form(ofNode: $0) }
    guard !scope.isEmpty else {
      for form in names { apartForms[form, default: []].append((left, right, decision.id)) }
      // A short form of the one may have been taken for the other.
      for form in lefts.compactMap(matcher.form(ofNode:)) {
        apartForms[form, default: []].append((right, left, decision.id))
      }
      return
    }
    let other = left == right ? bearers.addNode() : right
    for number in annotations.numbers(of: scope) {
      for index in links[number].indices
      where names.contains(Int(forms[number][index])) && links[number][index].node == left {
        links[number][index] = ArticleNames.Link(node: other, ground: .decided)
      }
    }
  }

  /// What holds in every article: one pass over all mentions, where any line asks for it.
  private mutating func linkThroughout(_ links: inout [[ArticleNames.Link]], forms: [[Int32]]) {
    guard !(decidedForms.isEmpty && apartForms.isEmpty && hidden.isEmpty) else { return }
    var hiding: Set<DecisionID> = []
    for number in links.indices {
      for index in links[number].indices {
        guard let node = links[number][index].node else { continue }
        let form = Int(forms[number][index])
        if let other = apartForms[form]?.first(where: { $0.from == node && $0.to != node }) {
          links[number][index] = ArticleNames.Link(node: other.to, ground: .decided)
        } else if decidedForms.contains(form), links[number][index].ground == .name {
          links[number][index].ground = .decided
        }
        if let decision = hidden[node] {
          links[number][index] = ArticleNames.Link(node: nil, ground: .decided)
          hiding.insert(decision)
        }
      }
    }
    let unseen = Set(hidden.values).subtracting(hiding)
    for decision in decisions where unseen.contains(decision.id) {
      guard case .hide(let entity) = decision.action else { continue }
      outcome.stale.append(StaleDecision(decision.id, .noName, entity.written))
    }
  }
}
