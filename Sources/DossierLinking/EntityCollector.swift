import DossierModel
import DossierSource

/// Counts what is said of each node, and makes entities of it.
struct EntityCollector: Sendable {
  private struct Tally: Sendable {
    /// By the kind's place in `kinds`.
    var kinds = SIMD8<Int32>()
    var articles: [ArticleID] = []
    var mentionCount = 0
  }

  /// Of two kinds that are read equally often, the first is taken.
  private static let kinds: [EntityKind] = [.person, .organization, .group, .country, .place, .other]

  private var table: NameTable
  private let knowledge: KnowledgeIndex
  private var aliases = AliasTable()
  private var tallies: [Tally] = []
  /// The tally of each node; -1 where there is none yet.
  private var tallyOfNode: [Int32]
  private var outlets: [String: Int32] = [:]
  private var outletNames: [String] = []
  /// The names of those whom some article says it took its text from: outlets, whoever they are.
  private var relays: Set<String> = []
  private let calling: NameRulings.Calling
  /// Nodes that are places, though their names are countries'.
  var places: Set<Int> = []
  /// The first node that stands for a row of the knowledge base.
  private let entriesFrom: Int

  init(
    table: NameTable, knowledge: KnowledgeIndex, nodeCount: Int,
    calling: NameRulings.Calling = NameRulings.Calling()
  ) {
    self.calling = calling
    entriesFrom = table.forms.count * 2
    tallyOfNode = Array(repeating: -1, count: nodeCount)
    self.table = table
    self.knowledge = knowledge
  }

  mutating func add(_ article: AnnotatedArticle, links: [ArticleNames.Link], forms: [Int32]) {
    let outlet = article.article.metadata.outlet.map { number(ofOutlet: $0) }
    let context = TextContext(article.article.text)
    let id = article.article.id
    for relay in article.article.metadata.relays {
      relays.insert(knowledge.normalizer.name(of: relay[...]).compact)
    }
    for (index, link) in links.enumerated() {
      guard let node = link.node else { continue }
      let mention = article.mentions[index]
      tally(node, mention: mention, isMetonym: Self.isMetonym(mention, link), article: id)
      let honorific = honorificRange(of: mention, in: context)
      let usage = Self.usage(of: mention, link: link, isHonorific: honorific != nil)
      let range = honorific ?? mention.range
      let isPrinted = table.forms[Int(forms[index])].text.utf8.count == mention.range.count
      let bareForm = isPrinted ? Int(forms[index]) : table.number(of: context[mention.range])
      let form = honorific == nil ? bareForm : table.number(of: context[range])
      let key = AliasTable.Key(node: Int32(node), form: Int32(form), usage: usage)
      aliases.count(key, bareForm: bareForm, outlet: outlet, at: Citation(article: id, range: range))
    }
  }

  private mutating func tally(_ node: Int, mention: Mention, isMetonym: Bool, article: ArticleID) {
    if tallyOfNode[node] < 0 {
      tallyOfNode[node] = Int32(tallies.count)
      tallies.append(Tally())
    }
    let number = Int(tallyOfNode[node])
    tallies[number].mentionCount += 1
    if tallies[number].articles.last != article { tallies[number].articles.append(article) }
    guard mention.form != .description, !isMetonym else { return }
    if let kind = Self.kinds.firstIndex(of: mention.kind) { tallies[number].kinds[kind] += 1 }
  }

  private static func usage(
    of mention: Mention, link: ArticleNames.Link, isHonorific: Bool
  ) -> AliasTable.Usage {
    switch link.ground {
    case .metonym: .metonym
    case .description: .description
    case .decided where isMetonym(mention, link): .metonym
    case .name, .alias, .decided:
      mention.form == .demonym ? .demonym : isHonorific ? .honorific : .name
    }
  }

  /// Whether a place's name stands for somebody who acts, by a rule or by the editor's word.
  private static func isMetonym(_ mention: Mention, _ link: ArticleNames.Link) -> Bool {
    link.ground == .metonym || (mention.kind == .place && link.decidedSort?.isActor ?? false)
  }

  /// The range of a name with the honorific before it: "Mr Smith".
  private func honorificRange(of mention: Mention, in context: TextContext) -> TextRange? {
    guard let title = mention.title, title.upperBound <= mention.range.lowerBound,
      case let words = knowledge.normalizer.name(
        of: context.text(from: title.lowerBound, to: title.upperBound)[...]
      )
      .words, words.count == 1, words.allSatisfy(knowledge.isHonorific)
    else { return nil }
    return TextRange(title.lowerBound, mention.range.upperBound)
  }

  private mutating func number(ofOutlet outlet: String) -> Int32 {
    if let number = outlets[outlet] { return number }
    let number = Int32(outletNames.count)
    outlets[outlet] = number
    outletNames.append(outlet)
    return number
  }

  /// The entities by id, and the number of each node's.
  func drafts() -> (drafts: [EntityLinks.Draft], numberOfNode: [Int: Int]) {
    let rows = aliases.rowsByNode()
    var named: [(node: Int, first: Citation, draft: EntityLinks.Draft)] = []
    for node in tallyOfNode.indices where tallyOfNode[node] >= 0 {
      let tally = tallies[Int(tallyOfNode[node])]
      guard let nodeRows = rows[Int32(node)], let first = nodeRows.first?.first else { continue }
      named.append((node, first, draft(of: tally, rows: nodeRows, node: node)))
    }
    named.sort { ($0.draft.id, $0.first) < ($1.draft.id, $1.first) }
    var taken = Set(calling.ids.values)
    for index in named.indices where calling.ids[named[index].node] != named[index].draft.id {
      let draft = named[index].draft
      guard !taken.insert(draft.id).inserted else { continue }
      let id = Self.freeID(draft.id, first: named[index].first, taken: &taken)
      named[index].draft = EntityLinks.Draft(
        id: id, name: draft.name, kind: draft.kind, aliases: draft.aliases, articles: draft.articles,
        mentionCount: draft.mentionCount, isOutlet: draft.isOutlet)
    }
    named.sort { $0.draft.id < $1.draft.id }
    var numbers: [Int: Int] = [:]
    for (number, entry) in named.enumerated() { numbers[entry.node] = number }
    return (named.map(\.draft), numbers)
  }

  /// An id with a suffix that comes from the first place of the name, so that it stays when other articles come.
  private static func freeID(_ id: EntityID, first: Citation, taken: inout Set<EntityID>) -> EntityID {
    let print = Fingerprint(of: "\(first.article) \(first.range)").description
    for length in stride(from: 4, through: 32, by: 4) {
      let candidate = EntityID("\(id)-\(print.prefix(length))")
      if taken.insert(candidate).inserted { return candidate }
    }
    return id
  }

  private func draft(of tally: Tally, rows: [AliasTable.Row], node: Int) -> EntityLinks.Draft {
    var kind = EntityKind.other
    var most: Int32 = 0
    var counts = tally.kinds
    // Those of its mentions that were read as a person's were not taken for one.
    if node < entriesFrom, !MentionClusterer.isOfPerson(node), counts.wrappedSum() > counts[0] {
      counts[0] = 0
    }
    for (place, candidate) in Self.kinds.enumerated() where counts[place] > most {
      kind = candidate
      most = counts[place]
    }
    let sort = calling.sorts[node]
    kind = sort?.kind(of: kind) ?? kind
    let named = calling.demoted.isEmpty ? rows : ownNames(among: rows, isPerson: kind == .person)
    let kinds = AliasKinds(rows: named, table: table, isPerson: kind == .person, knowledge: knowledge)
    let decided = calling.kinds[node]
    let known = table.forms[kinds.nameForm].name
    // A people is no country, though its country may be meant with it.
    let entry = places.contains(node) ? nil : knowledge.entry(named: known)
    if places.contains(node) { kind = .place }
    if sort == nil, entry == nil, table.forms[kinds.nameForm].isUnclear { kind = .other }
    if sort == nil, kind != .person, let entry, let sort = knowledge.kind(of: entry) { kind = sort }
    // What is named only by what stands for it: a government by its capital.
    if most == 0, node >= entriesFrom, node - entriesFrom < knowledge.entryCount,
      let sort = knowledge.kind(of: node - entriesFrom)
    {
      kind = sort
    }
    let name = table.forms[kinds.nameForm].text
    let printed = rows.map { row in
      let outlets = zip(row.outlets, row.outletCounts).map { (name: outletNames[Int($0)], count: $1) }
        .sorted { $0.name < $1.name }
      return Alias(
        text: table.forms[row.form].text, kind: decided?[row.bareForm] ?? kinds.kind(of: row),
        count: row.count,
        outlets: outlets.map(\.name), outletCounts: outlets.map(\.count), first: row.first)
    }
    return EntityLinks.Draft(
      id: calling.ids[node] ?? EntityID("\(kind.rawValue)-\(Slug(folding: name))"), name: name, kind: kind,
      aliases: printed.sorted {
        ($1.count, $0.text, $0.kind.rawValue) < ($0.count, $1.text, $1.kind.rawValue)
      },
      articles: tally.articles, mentionCount: tally.mentionCount,
      isOutlet: kind != .person && (relays.contains(known.compact) || entry.map(knowledge.isOutlet) ?? false))
  }

  /// The forms that the whole may be named by: not those of what the editor joined to it.
  private func ownNames(among rows: [AliasTable.Row], isPerson: Bool) -> [AliasTable.Row] {
    let own = rows.filter {
      !calling.demoted.contains(MentionClusterer.node($0.bareForm, asPerson: isPerson))
    }
    return own.contains { $0.usage == .name || $0.usage == .honorific } ? own : rows
  }
}
