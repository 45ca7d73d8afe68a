import DossierModel
import DossierSource

/// Applies the editor's lines to events: who tells of them, which are one, what they are called, and when they were.
///
/// A name that no event has may be given to one by `in` or `merge`; all other lines may then use it.
struct EventRulings {
  /// Events, and what the lines came to.
  struct Outcome {
    var events: [Event] = []
    var ofEvents: [EventID: [DecisionID]] = [:]
    var titled: [EventID: DecisionID] = [:]
    var links: [DecisionRecord.EventLink] = []
    var stale: [StaleDecision] = []
  }

  private static let suggestions = 5

  private let annotations: AnnotationRulings
  private let table: EventTable
  private let decisions: [Decision]
  private var clusters: [EventMerger.Cluster]
  private var numbers: [EventID: Int] = [:]
  /// Names that lines give to clusters.
  private var named: [String: Int] = [:]
  /// Ids that clusters keep or are given, whatever they come to hold.
  private var ids: [Int: EventID] = [:]
  /// Clusters that another one has taken in.
  private var mergedInto: [Int: Int] = [:]
  private var touched: [(decision: DecisionID, cluster: Int)] = []
  private var outcome = Outcome()

  private init(_ annotations: AnnotationRulings, table: EventTable, clusters: [EventMerger.Cluster]) {
    self.annotations = annotations
    self.table = table
    self.clusters = clusters
    decisions = annotations.decisions.all.filter(Self.isOfEvents)
  }

  /// The events of clusters, as the lines have them.
  static func outcome(
    of annotations: AnnotationRulings, table: EventTable, clusters: [EventMerger.Cluster]
  ) -> Outcome {
    var rulings = EventRulings(annotations, table: table, clusters: clusters)
    let numbered = table.numbered(clusters)
    guard !rulings.decisions.isEmpty else { return Outcome(events: numbered.map(\.event)) }
    for (event, cluster) in numbered { rulings.numbers[event.id] = cluster }
    rulings.rearrange()
    rulings.describe(table.numbered(rulings.clusters, ids: rulings.ids))
    return rulings.outcome
  }

  private static func isOfEvents(_ decision: Decision) -> Bool {
    switch decision.verb {
    case .eventDate, .pin, .include, .exclude, .merge, .link: true
    default: false
    }
  }

  // MARK: Clusters

  private mutating func rearrange() {
    for decision in decisions {
      guard case .include(let event, let articles) = decision.action, find(event) == nil else { continue }
      name(event, after: articles, decision)
    }
    for decision in decisions {
      guard case .merge(let event, let others) = decision.action, find(event) == nil else { continue }
      if let first = others.lazy.compactMap(find).first { give(event.name, to: first) }
    }
    for decision in decisions {
      switch decision.action {
      case .merge(let event, let others): merge(others, into: event, decision)
      case .include(let event, let articles):
        guard let cluster = find(event) else { continue }
        for article in articles { include(article, in: cluster, decision) }
      default: continue
      }
    }
    for decision in decisions {
      guard case .exclude(let event, let articles) = decision.action,
        let cluster = required(event, decision)
      else { continue }
      exclude(articles, from: cluster, decision)
    }
  }

  private func find(_ selector: EventSelector) -> Int? {
    guard var cluster = named[selector.name] ?? numbers[EventID(selector.name)] else { return nil }
    while let next = mergedInto[cluster] { cluster = next }
    return cluster
  }

  private mutating func required(_ selector: EventSelector, _ decision: Decision) -> Int? {
    if let cluster = find(selector) { return cluster }
    var nearest: String?
    if outcome.stale.count < Self.suggestions {
      nearest = NearestName.name(to: selector.name, among: numbers.keys.map(\.string).sorted())
    }
    outcome.stale.append(
      StaleDecision(decision.id, .noEvent, selector.written, candidates: nearest.map { ["ev:" + $0] } ?? []))
    return nil
  }

  private mutating func give(_ name: String, to cluster: Int) {
    named[name] = cluster
    ids[cluster] = EventID(Slug(folding: name).string)
  }

  /// Gives a new name to what the first of some articles reports.
  private mutating func name(
    _ event: EventSelector, after articles: [ArticleSelector], _ decision: Decision
  ) {
    guard let article = articles.first, let number = annotations.number(of: article) else { return }
    let cluster = clusters.firstIndex { $0.candidates.contains { $0.article == number && $0.isMain } }
    guard let cluster else {
      outcome.stale.append(StaleDecision(decision.id, .tellsNoEvent, article.written))
      return
    }
    give(event.name, to: cluster)
  }

  private mutating func merge(_ others: [EventSelector], into event: EventSelector, _ decision: Decision) {
    guard let cluster = required(event, decision) else { return }
    keepID(of: cluster)
    for other in others {
      guard let second = required(other, decision), second != cluster else { continue }
      clusters[cluster].candidates += clusters[second].candidates
      clusters[cluster].signals.formUnion(clusters[second].signals)
      clusters[second].candidates = []
      mergedInto[second] = cluster
    }
    settle(cluster)
    touched.append((decision.id, cluster))
  }

  /// Adds what an article reports; where nothing was found in it, its first sentence.
  private mutating func include(_ selector: ArticleSelector, in cluster: Int, _ decision: Decision) {
    guard let number = annotations.number(of: selector) else { return }
    keepID(of: cluster)
    touched.append((decision.id, cluster))
    guard !clusters[cluster].candidates.contains(where: { $0.article == number }) else { return }
    let source = clusters.firstIndex { $0.candidates.contains { $0.article == number && $0.isMain } }
    if let source {
      let moved = clusters[source].candidates.filter { $0.article == number && $0.isMain }
      clusters[source].candidates.removeAll { $0.article == number && $0.isMain }
      if clusters[source].candidates.isEmpty { mergedInto[source] = cluster } else { settle(source) }
      clusters[cluster].candidates += moved
    } else {
      let status = clusters[cluster].candidates.first?.status ?? .happened
      clusters[cluster].candidates.append(
        EventCandidate(
          article: number, mentions: [], sentences: [0], triggerClasses: [], status: status, when: nil,
          window: nil, participants: [], place: nil, words: [], numbers: [], isMain: true, isBackground: false
        ))
    }
    settle(cluster)
  }

  /// Takes articles out of an event; of articles that are all that tell of it, one stays.
  private mutating func exclude(
    _ selectors: [ArticleSelector], from cluster: Int, _ decision: Decision
  ) {
    keepID(of: cluster)
    var hasLeft = false
    for selector in selectors {
      guard let number = annotations.number(of: selector) else { continue }
      let leaving = clusters[cluster].candidates.filter { $0.article == number }
      guard !leaving.isEmpty, leaving.count < clusters[cluster].candidates.count else {
        if leaving.isEmpty || !hasLeft {
          outcome.stale.append(StaleDecision(decision.id, .notInEvent, selector.written))
        }
        continue
      }
      clusters[cluster].candidates.removeAll { $0.article == number }
      var other = clusters[cluster]
      other.candidates = leaving
      clusters.append(other)
      settle(clusters.count - 1)
      hasLeft = true
    }
    guard hasLeft else { return }
    settle(cluster)
    touched.append((decision.id, cluster))
  }

  /// An event that a line changes keeps the id that it had before.
  private mutating func keepID(of cluster: Int) {
    guard ids[cluster] == nil else { return }
    ids[cluster] = numbers.filter { $0.value == cluster }.map(\.key).min()
  }

  /// Finds anew what follows from the tellings that a cluster now has.
  private mutating func settle(_ cluster: Int) {
    var when: EventCandidate.When?
    for candidate in clusters[cluster].candidates {
      if let told = candidate.when, told.tellsMore(than: when) { when = told }
    }
    clusters[cluster].when = when
    let isOfOne = Set(clusters[cluster].candidates.map(\.article)).count < 2
    if isOfOne { clusters[cluster].signals = [] } else { clusters[cluster].signals.insert(Rule("decision")) }
  }

  // MARK: Events

  private mutating func describe(_ numbered: [(event: Event, cluster: Int)]) {
    var events = numbered.map(\.event)
    let places = Dictionary(
      numbered.enumerated().map { ($1.cluster, $0) }, uniquingKeysWith: { first, _ in first })
    for (decision, cluster) in touched { note(decision, events, places[cluster]) }
    for decision in decisions {
      switch decision.action {
      case .eventDate(let selector, let date):
        guard let place = required(selector, decision).flatMap({ places[$0] }) else { continue }
        events[place] = events[place].with(when: Claim(date, decidedBy: decision.id))
        note(decision.id, events, place)
      case .pin(let selector, let title, let whereabouts):
        guard let place = required(selector, decision).flatMap({ places[$0] }) else { continue }
        if let title {
          events[place] = events[place].with(title: title)
          outcome.titled[events[place].id] = decision.id
        }
        if let entity = whereabouts.flatMap({ table.entities.settled.numbers[$0] }) {
          let id = table.entities.drafts[Int(entity)].id
          events[place] = events[place].with(place: Claim(id, decidedBy: decision.id))
        }
        note(decision.id, events, place)
      case .link(let from, let to, let relation):
        guard let from = required(from, decision).flatMap({ places[$0] }),
          let to = required(to, decision).flatMap({ places[$0] })
        else { continue }
        outcome.links.append(
          DecisionRecord.EventLink(
            from: events[from].id, to: events[to].id, relation: relation, decision: decision.id))
        for place in [from, to] {
          events[place] = events[place].with()
          note(decision.id, events, place)
        }
      default: continue
      }
    }
    outcome.events = events
  }

  private mutating func note(_ decision: DecisionID, _ events: [Event], _ place: Int?) {
    guard let place, outcome.ofEvents[events[place].id]?.contains(decision) != true else { return }
    outcome.ofEvents[events[place].id] = ((outcome.ofEvents[events[place].id] ?? []) + [decision]).sorted()
  }
}

extension Event {
  /// The same as the editor has it; what a line names has a page.
  fileprivate func with(
    title: String? = nil, when: Claim<EDTF>? = nil, place: Claim<EntityID>? = nil
  ) -> Event {
    Event(
      id: id, title: title ?? self.title, titleSource: titleSource, when: when ?? self.when, status: status,
      place: place ?? self.place, participants: participants, coverage: coverage, signals: signals,
      hasPage: true)
  }
}
