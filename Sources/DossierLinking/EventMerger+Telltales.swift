import DossierModel

/// What articles tell of one day, or month, in words and names that they tell of hardly any other.
extension EventMerger {
  /// What such words and names weigh together, at least, and where they who take part or the places are others'.
  ///
  /// More of a month, in which more happens than on a day.
  private static let leastTelltales = (
    day: (alike: 0.65, otherwise: 1.0), month: (alike: 1.0, otherwise: 1.5)
  )
  /// How much more they weigh than of any other day of a month that is told, at least.
  private static let leadOfTelltales = 0.5

  /// Two happenings of one time that such words make one.
  private struct Pair {
    let left: Int
    let right: Int
    let weight: Double
    /// The telling of the one on the right that has most in common with one on the left.
    let candidate: Int
    /// Whether they share a name, and not only words.
    let isTelling: Bool
  }

  /// Joins happenings to each other, first those of a day and then what is told of its month, and of each those with most
  /// in common; gives the numbers of the clusters that they were.
  mutating func joinTelltales(without gone: Set<Int>) -> Set<Int> {
    let joined = joinTelltales(of: .day, without: gone)
    return joined.union(joinTelltales(of: .month, without: gone.union(joined)))
  }

  private mutating func joinTelltales(of fineness: Telltales.Fineness, without gone: Set<Int>) -> Set<Int> {
    var whole = UnionFind(count: clusters.count)
    var joined: Set<Int> = []
    for pair in telltalePairs(of: fineness, without: gone) {
      let (left, right) = (whole.root(of: pair.left), whole.root(of: pair.right))
      guard left != right, areOfOtherArticles(left, right) else { continue }
      let (into, from) = (min(left, right), max(left, right))
      guard
        var likeness = likeness(of: telling(clusters[pair.right].candidates[pair.candidate]), to: pair.left)
      else { continue }
      likeness.sharesTelltales = true
      for candidate in clusters[from].candidates {
        let telling = telling(candidate)
        join(telling, to: into, as: likeness)
        list(telling, under: into)
      }
      whole.join(into, from)
      joined.insert(from)
    }
    return joined
  }

  /// The pairs with enough in common, most of it first.
  private func telltalePairs(of fineness: Telltales.Fineness, without gone: Set<Int>) -> [Pair] {
    let candidates = clusters.indices.lazy.filter { !gone.contains($0) }.flatMap { clusters[$0].candidates }
    guard let telltales = Telltales(of: Array(candidates), by: fineness) else { return [] }
    var best: [UInt64: Pair] = [:]
    for pair in tellingsOfOneTime(telltales, without: gone) {
      let (left, right) = (pair.left, pair.right)
      let weight = telltales.weight(of: candidate(left), candidate(right))
      let key = Self.pair(left.cluster, right.cluster)
      guard weight > best[key]?.weight ?? 0 else { continue }
      best[key] = Pair(
        left: left.cluster, right: right.cluster, weight: weight, candidate: right.candidate,
        isTelling: telltales.shareName(candidate(left), candidate(right)))
    }
    let rivals = fineness == .day ? [:] : daysOfMonths(best.values)
    return best.values.filter { mayBeOne($0, of: fineness) && isClear($0, among: rivals) }
      .sorted { ($1.weight, $0.left, $0.right) < ($0.weight, $1.left, $1.right) }
  }

  /// Of each happening that is told of a month, the weights of the happenings of a day that it may be, most first.
  private func daysOfMonths(_ pairs: some Collection<Pair>) -> [Int: [Double]] {
    var days: [Int: [Double]] = [:]
    for pair in pairs where isOfDay(pair.left) && !isOfDay(pair.right) {
      days[pair.right, default: []].append(pair.weight)
    }
    return days.mapValues { $0.sorted(by: >) }
  }

  /// Whether no other day of a month is told nearly as much like what is told of the month.
  private func isClear(_ pair: Pair, among rivals: [Int: [Double]]) -> Bool {
    guard isOfDay(pair.left), let weights = rivals[pair.right], weights.count > 1 else { return true }
    return pair.weight == weights[0] && weights[0] >= weights[1] + Self.leadOfTelltales
  }

  private func isOfDay(_ cluster: Int) -> Bool { clusters[cluster].when?.isDay ?? false }

  /// A telling, by its cluster and its place in it.
  private struct Place: Hashable {
    let cluster: Int
    let candidate: Int
  }

  private struct PlacePair: Hashable {
    let left: Place
    let right: Place
  }

  private func candidate(_ place: Place) -> EventCandidate {
    clusters[place.cluster].candidates[place.candidate]
  }

  /// The tellings of two clusters that have a word or name of few times in common, each two once.
  private func tellingsOfOneTime(_ telltales: Telltales, without gone: Set<Int>) -> [PlacePair] {
    var told: [(time: Int, word: UInt64, place: Place)] = []
    for number in clusters.indices where !gone.contains(number) {
      for (index, candidate) in clusters[number].candidates.enumerated() {
        guard let time = telltales.fineness.number(of: candidate) else { continue }
        let place = Place(cluster: number, candidate: index)
        for word in telltales.rare(in: candidate) { told.append((time, word, place)) }
      }
    }
    told.sort {
      ($0.time, $0.word, $0.place.cluster, $0.place.candidate) < (
        $1.time, $1.word, $1.place.cluster, $1.place.candidate
      )
    }
    var seen: Set<PlacePair> = []
    var pairs: [PlacePair] = []
    var start = 0
    for index in told.indices {
      if told[index].time != told[start].time || told[index].word != told[start].word { start = index }
      for other in max(start, index - Self.blockLimit)..<index {
        let pair = PlacePair(left: told[other].place, right: told[index].place)
        if pair.left.cluster != pair.right.cluster, seen.insert(pair).inserted { pairs.append(pair) }
      }
    }
    return pairs
  }

  /// Whether so much is in common that two are one: more, where they name others or other places.
  ///
  /// Words alone agree by chance: the two are of one kind, or share a name, of a month one that no other has. And of a
  /// month one of them is told again.
  private func mayBeOne(_ pair: Pair, of fineness: Telltales.Fineness) -> Bool {
    let (left, right) = (clusters[pair.left], clusters[pair.right])
    guard left.candidates[0].status == right.candidates[0].status, areOfOtherArticles(pair.left, pair.right)
    else { return false }
    if fineness == .month, !isToldAgainOfMonth(left), !isToldAgainOfMonth(right) { return false }
    let kinds = left.classes.intersection(right.classes).subtracting(openKinds)
    let isSure =
      pair.isTelling || !kinds.isEmpty || fineness == .day && pair.weight >= Self.leastTelltales.day.otherwise
    guard isSure else { return false }
    let isOtherwise = Self.areOthers(left.persons, right.persons) || Self.areOthers(left.places, right.places)
    let least = fineness == .day ? Self.leastTelltales.day : Self.leastTelltales.month
    return pair.weight >= (isOtherwise ? least.otherwise : least.alike)
  }

  private func isToldAgainOfMonth(_ cluster: Cluster) -> Bool {
    cluster.when?.isMonth ?? false && cluster.candidates.allSatisfy(\.isRetold)
  }

  private func areOfOtherArticles(_ left: Int, _ right: Int) -> Bool {
    Set(clusters[left].candidates.map(\.article)).isDisjoint(with: clusters[right].candidates.map(\.article))
  }
}
