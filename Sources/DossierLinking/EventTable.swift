import DossierModel
import DossierSource

/// Makes events of clusters: with a title, a time, who takes part, and who tells of it.
struct EventTable: Sendable {
  let articles: [LinkedArticle]
  let entities: EntityLinks
  let titles: EventTitle

  /// The events by id; participants and places are entities' ids.
  func events(of clusters: [EventMerger.Cluster]) -> [Event] { numbered(clusters).map(\.event) }

  /// The events by id, each with the number of its cluster; those of some clusters under ids that are given.
  func numbered(
    _ clusters: [EventMerger.Cluster], ids: [Int: EventID] = [:]
  ) -> [(event: Event, cluster: Int)] {
    var numbers: [Int] = []
    var events: [Event] = []
    for (number, cluster) in clusters.enumerated() {
      guard let event = event(of: cluster) else { continue }
      events.append(ids[number].map { event.under($0) } ?? event)
      numbers.append(number)
    }
    var order = events.indices.map { (id: events[$0].id, source: events[$0].titleSource, place: $0) }
    order.sort { ($0.id, $0.source) < ($1.id, $1.source) }
    var taken = Set(ids.values)
    var renamed: [Int: Event] = [:]
    for index in order.indices
    where ids[numbers[order[index].place]] == nil && !taken.insert(order[index].id).inserted {
      let event = self.renamed(events[order[index].place], taken: &taken)
      renamed[order[index].place] = event
      order[index].id = event.id
    }
    order.sort { $0.id < $1.id }
    return order.map { (renamed[$0.place] ?? events[$0.place], numbers[$0.place]) }
  }

  private func event(of cluster: EventMerger.Cluster) -> Event? {
    let candidates = cluster.candidates.sorted {
      ($0.article, $0.sentences.first ?? 0) < ($1.article, $1.sentences.first ?? 0)
    }
    guard let first = candidates.first, !isOfNoDay(cluster),
      let title = titles.title(of: candidates, in: articles)
    else { return nil }
    let coverage = coverage(of: candidates)
    let participants = participants(of: candidates)
    return Event(
      id: id(when: cluster.when, participants: participants, title: title.text), title: title.text,
      titleSource: title.source, when: claim(cluster.when, candidates: candidates), status: first.status,
      place: place(of: candidates),
      participants: Set(participants.map(\.id) + concerned(in: candidates)).sorted(),
      coverage: coverage,
      signals: cluster.signals.sorted(),
      hasPage: coverage.count > 1 || coverage.contains { $0.role == .reported })
  }

  /// Whether nothing tells when a thing was though its only article is dated: how things are, and no event of a day.
  private func isOfNoDay(_ cluster: EventMerger.Cluster) -> Bool {
    guard cluster.when == nil, cluster.candidates.count == 1, let only = cluster.candidates.first else {
      return false
    }
    return only.status == .happened && articles[only.article].published?.value.day != nil
  }

  private func coverage(of candidates: [EventCandidate]) -> [Coverage] {
    var sentences: [Int: Set<Int>] = [:]
    var reported: Set<Int> = []
    for candidate in candidates {
      sentences[candidate.article, default: []].formUnion(candidate.sentences)
      if candidate.isMain { reported.insert(candidate.article) }
    }
    return sentences.sorted { $0.key < $1.key }.map { number, found in
      Coverage(
        article: articles[number].id, role: reported.contains(number) ? .reported : .mentioned,
        sentences: found.sorted())
    }
  }

  /// Those who take part, those whom most tellings name first.
  private func participants(of candidates: [EventCandidate]) -> [EntityLinks.Draft] {
    var counts: [Int32: Int] = [:]
    for candidate in candidates {
      for participant in candidate.participants { counts[participant, default: 0] += 1 }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { entities.drafts[Int($0.key)] }
  }

  /// Those whom what was said is about, as far as another article names them too.
  ///
  /// Whom only somebody's words name in one article has done nothing that would make an actor of them.
  private func concerned(in candidates: [EventCandidate]) -> [EntityID] {
    Set(candidates.flatMap(\.concerned)).map { entities.drafts[Int($0)] }
      .filter { $0.articles.count > 1 }.map(\.id)
  }

  /// The time, with all that prove it: the times told in every telling that names the very same.
  ///
  /// What some tellings print in full is not proved by those from which it is only inferred.
  private func claim(_ when: EventCandidate.When?, candidates: [EventCandidate]) -> Claim<EDTF>? {
    guard let when else { return nil }
    let proofs = candidates.compactMap(\.when).filter {
      $0.value == when.value && (when.basis == .inferred || $0.basis == when.basis)
    }
    let evidence = Set(proofs.flatMap { [$0.evidence, $0.anchor].compactMap(\.self) })
    return Claim(when.value, basis: when.basis, rule: when.rule, evidence: evidence.sorted())
  }

  private func place(of candidates: [EventCandidate]) -> Claim<EntityID>? {
    var counts: [Int32: Int] = [:]
    for case let place? in candidates.map(\.place) { counts[place, default: 0] += 1 }
    // Of a country and a town in it that as many name, the town says more.
    func rank(_ place: (key: Int32, value: Int)) -> (Int, Int, Int32) {
      (-place.value, entities.drafts[Int(place.key)].kind == .country ? 1 : 0, place.key)
    }
    guard let place = counts.min(by: { rank($0) < rank($1) })?.key else { return nil }
    var evidence: Set<Citation> = []
    for candidate in candidates where candidate.place == place {
      evidence.formUnion(namings(of: place, in: candidate))
    }
    return Claim(
      entities.drafts[Int(place)].id, basis: .stated, rule: Rule("place-of-most-tellings"),
      evidence: evidence.sorted())
  }

  /// Where a telling names a place: other sentences of it prove nothing of where it was.
  private func namings(of place: Int32, in candidate: EventCandidate) -> [Citation] {
    let linked = articles[candidate.article]
    return zip(linked.annotated.mentions, entities.numbers[candidate.article])
      .filter { mention, number in number == place && candidate.sentences.contains(mention.sentence) }
      .map { mention, _ in Citation(article: linked.id, range: mention.range) }
  }

  /// An id from the time and the first two participants, or from the title where there is none.
  private func id(
    when: EventCandidate.When?, participants: [EntityLinks.Draft], title: String
  ) -> EventID {
    let time = when.map(\.value.description) ?? "undated"
    let names = participants.prefix(2).map(\.name)
    let words = names.isEmpty ? [title] : names.sorted()
    return EventID(Slug(folding: ([time] + words).joined(separator: " ")).string)
  }

  /// The event under an id that is free, with a suffix from where its title stands.
  private func renamed(_ event: Event, taken: inout Set<EventID>) -> Event {
    let print = Fingerprint(of: "\(event.titleSource.article) \(event.titleSource.range) \(event.title)")
      .description
    var id = event.id
    for length in stride(from: 4, through: 32, by: 4) {
      id = EventID("\(event.id)-\(print.prefix(length))")
      if taken.insert(id).inserted { break }
    }
    return event.under(id)
  }
}

extension Event {
  fileprivate func under(_ id: EventID) -> Event {
    Event(
      id: id, title: title, titleSource: titleSource, when: when, status: status, place: place,
      participants: participants, coverage: coverage, signals: signals, hasPage: hasPage)
  }
}
