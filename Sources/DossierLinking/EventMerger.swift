import DossierModel
import DossierSource

/// Joins what several articles tell of one happening.
///
/// A candidate is compared only with clusters that lie in one of its blocks: a stretch of the calendar together with a
/// party, or with a rare word. It joins the best of those that fit in time and have enough in common.
struct EventMerger: Sendable {
  /// What two tellings have in common, and whether that is enough.
  struct Likeness: Sendable {
    var isSameDay = false
    var sharedParticipants = 0
    var isSameKind = false
    var isSamePlace = false
    var sharedWords = 0
    var bothMain = false

    var score: Int {
      (isSameDay ? 1 : 0) + 2 * min(sharedParticipants, 3) + (isSameKind ? 2 : 0) + (isSamePlace ? 1 : 0)
        + min(sharedWords, 4) + (bothMain ? 2 : 0)
    }

    var isEnough: Bool {
      if sharedParticipants == 0 { return isSameDay && isSameKind && sharedWords >= 3 }
      if bothMain, isSameDay { return score >= 5 }
      return score >= 6 && (isSameKind || sharedWords >= 2)
    }

    var signals: [Rule] {
      var rules = [Rule(isSameDay ? "same-day" : "times-agree")]
      if sharedParticipants > 1 { rules.append(Rule("same-participants")) }
      if sharedParticipants == 1 { rules.append(Rule("same-participant")) }
      if isSameKind { rules.append(Rule("same-kind-of-event")) }
      if isSamePlace { rules.append(Rule("same-place")) }
      if sharedWords > 1 { rules.append(Rule("shared-words")) }
      if bothMain { rules.append(Rule("both-reported")) }
      return rules
    }
  }

  /// Tellings of one happening, with the signals that joined them.
  struct Cluster: Sendable {
    var candidates: [EventCandidate]
    var when: EventCandidate.When?
    var participants: [Int32]
    /// Participants, and the countries that the persons among them act for.
    var parties: Set<Int32>
    var words: Set<UInt32>
    var classes: Set<String>
    var places: Set<Int32>
    var signals: Set<Rule> = []
  }

  /// Clusters of one block that are compared with a candidate, the newest first.
  private static let blockLimit = 48

  private let countryOfPerson: [Int32: Int32]
  private(set) var clusters: [Cluster] = []
  private var blocks: [UInt64: [Int32]] = [:]

  init(countryOfPerson: [Int32: Int32]) { self.countryOfPerson = countryOfPerson }

  /// Adds candidates in their order; those with exact times first make better clusters than those with vague ones.
  mutating func add(_ candidates: [EventCandidate]) {
    for candidate in candidates { add(candidate) }
  }

  private mutating func add(_ candidate: EventCandidate) {
    let parties = parties(of: candidate)
    let keys = keys(of: candidate, parties: parties)
    var seen: Set<Int32> = []
    var best: (cluster: Int, likeness: Likeness)?
    for key in keys {
      for number in (blocks[key] ?? []).suffix(Self.blockLimit) where seen.insert(number).inserted {
        guard let likeness = likeness(candidate, parties: parties, clusters[Int(number)]), likeness.isEnough
        else { continue }
        let isBetter =
          best.map {
            likeness.score > $0.likeness.score
              || (likeness.score == $0.likeness.score && Int(number) < $0.cluster)
          } ?? true
        if isBetter { best = (Int(number), likeness) }
      }
    }
    if let best {
      join(candidate, parties: parties, to: best.cluster, as: best.likeness)
      for key in keys where !(blocks[key]?.contains(Int32(best.cluster)) ?? false) {
        blocks[key, default: []].append(Int32(best.cluster))
      }
    } else {
      clusters.append(
        Cluster(
          candidates: [candidate], when: candidate.when, participants: candidate.participants,
          parties: parties,
          words: Set(candidate.words), classes: candidate.triggerClasses,
          places: Set([candidate.place].compactMap { $0 })))
      for key in keys { blocks[key, default: []].append(Int32(clusters.count - 1)) }
    }
  }

  private func parties(of candidate: EventCandidate) -> Set<Int32> {
    Set(candidate.participants).union(candidate.participants.compactMap { countryOfPerson[$0] })
  }

  private mutating func join(
    _ candidate: EventCandidate, parties: Set<Int32>, to cluster: Int, as likeness: Likeness
  ) {
    clusters[cluster].candidates.append(candidate)
    clusters[cluster].participants = Set(clusters[cluster].participants).union(candidate.participants)
      .sorted()
    clusters[cluster].parties.formUnion(parties)
    clusters[cluster].words.formUnion(candidate.words)
    clusters[cluster].classes.formUnion(candidate.triggerClasses)
    if let place = candidate.place { clusters[cluster].places.insert(place) }
    clusters[cluster].signals.formUnion(likeness.signals)
    if let when = candidate.when, when.span < clusters[cluster].when?.span ?? .max {
      clusters[cluster].when = when
    }
  }

  /// What a candidate has in common with a cluster; nil where their times or statuses exclude each other.
  private func likeness(_ candidate: EventCandidate, parties: Set<Int32>, _ cluster: Cluster) -> Likeness? {
    guard let first = cluster.candidates.first, first.status == candidate.status else { return nil }
    var likeness = Likeness()
    switch (candidate.when, cluster.when) {
    case (nil, nil): break
    case (let left?, let right?):
      guard Self.agree(left, right) else { return nil }
      likeness.isSameDay = left.isDay && left.value == right.value
    case (nil, _?), (_?, nil):
      guard candidate.status == .planned || candidate.isMain else { return nil }
    }
    likeness.sharedParticipants = cluster.parties.intersection(parties).count
    likeness.isSameKind = !cluster.classes.isDisjoint(with: candidate.triggerClasses)
    likeness.isSamePlace = candidate.place.map(cluster.places.contains) ?? false
    likeness.sharedWords = candidate.words.reduce(0) { $0 + (cluster.words.contains($1) ? 1 : 0) }
    likeness.bothMain = candidate.isMain && cluster.candidates.contains(where: \.isMain)
    return likeness
  }

  /// Whether two times can be one: the same, or a more exact one within a vaguer one of a month at most.
  static func agree(_ left: EventCandidate.When, _ right: EventCandidate.When) -> Bool {
    if left.value == right.value { return true }
    guard let leftFirst = left.first, let leftLast = left.last, let rightFirst = right.first,
      let rightLast = right.last, min(left.span, right.span) < max(left.span, right.span),
      max(left.span, right.span) <= 31
    else { return false }
    return leftFirst <= rightFirst && rightLast <= leftLast
      || rightFirst <= leftFirst && leftLast <= rightLast
  }

  /// The blocks of a candidate: its months, or its years where it is that vague, with each party and each class.
  private func keys(of candidate: EventCandidate, parties: Set<Int32>) -> [UInt64] {
    var periods: [Int] = [0]
    if let when = candidate.when {
      guard let first = when.value.firstDay ?? when.value.lastDay,
        let last = when.value.lastDay ?? when.value.firstDay
      else { return [] }
      let months =
        (first.year * 12 + first.month)...max(first.year * 12 + first.month, last.year * 12 + last.month)
      periods = months.count <= 3 ? Array(months) : [100_000 + first.year]
    }
    let status: UInt64 = candidate.status == .planned ? 1 << 63 : 0
    var keys: [UInt64] = []
    for period in periods {
      let base = status | UInt64(truncatingIfNeeded: period & 0xF_FFFF) << 36
      for party in parties.sorted() { keys.append(base | UInt64(UInt32(bitPattern: party))) }
      for word in candidate.words { keys.append(base | 1 << 34 | UInt64(word)) }
    }
    return keys
  }
}
