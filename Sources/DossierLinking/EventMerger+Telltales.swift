import DossierModel

/// What articles tell of one day in words and names that they tell of hardly any other day.
extension EventMerger {
  /// What such words and names weigh together, at least, and where they who take part or the places are others'.
  private static let leastTelltales = (alike: 0.65, otherwise: 1.0)

  /// Two happenings of a day that such words make one.
  private struct Pair {
    let left: Int
    let right: Int
    let weight: Double
    /// The telling of the one on the right that has most in common with one on the left.
    let candidate: Int
  }

  /// Joins happenings to each other, those with most in common first; gives the numbers of the clusters that they were.
  mutating func joinTelltales(without gone: Set<Int>) -> Set<Int> {
    var whole = UnionFind(count: clusters.count)
    var joined: Set<Int> = []
    for pair in telltalePairs(without: gone) {
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
  private func telltalePairs(without gone: Set<Int>) -> [Pair] {
    guard let telltales = Telltales(of: clusters.flatMap(\.candidates)) else { return [] }
    var best: [UInt64: Pair] = [:]
    for pair in tellingsOfOneDay(telltales, without: gone) {
      let (left, right) = (pair.left, pair.right)
      let weight = telltales.weight(of: candidate(left), candidate(right))
      let key = Self.pair(left.cluster, right.cluster)
      guard weight > best[key]?.weight ?? 0, mayBeOne(left.cluster, right.cluster, weight: weight) else {
        continue
      }
      best[key] = Pair(
        left: left.cluster, right: right.cluster, weight: weight, candidate: right.candidate)
    }
    return best.values.sorted { ($1.weight, $0.left, $0.right) < ($0.weight, $1.left, $1.right) }
  }

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

  /// The tellings of two clusters that have a word or name of few days in common, each two once.
  private func tellingsOfOneDay(_ telltales: Telltales, without gone: Set<Int>) -> [PlacePair] {
    var told: [(day: Int, word: UInt64, place: Place)] = []
    for number in clusters.indices where !gone.contains(number) {
      for (index, candidate) in clusters[number].candidates.enumerated() {
        guard let day = Telltales.day(of: candidate) else { continue }
        let place = Place(cluster: number, candidate: index)
        for word in telltales.rare(in: candidate) { told.append((day, word, place)) }
      }
    }
    told.sort {
      ($0.day, $0.word, $0.place.cluster, $0.place.candidate) < (
        $1.day, $1.word, $1.place.cluster, $1.place.candidate
      )
    }
    var seen: Set<PlacePair> = []
    var pairs: [PlacePair] = []
    var start = 0
    for index in told.indices {
      if told[index].day != told[start].day || told[index].word != told[start].word { start = index }
      for other in max(start, index - Self.blockLimit)..<index {
        let pair = PlacePair(left: told[other].place, right: told[index].place)
        if pair.left.cluster != pair.right.cluster, seen.insert(pair).inserted { pairs.append(pair) }
      }
    }
    return pairs
  }

  /// Whether so much is in common that two are one: more, where they name others or other places.
  private func mayBeOne(_ left: Int, _ right: Int, weight: Double) -> Bool {
    guard clusters[left].candidates[0].status == clusters[right].candidates[0].status,
      areOfOtherArticles(left, right)
    else { return false }
    let isOfOthers = areOthers(clusters[left].persons, clusters[right].persons)
    let isElsewhere = areOthers(clusters[left].places, clusters[right].places)
    return weight >= (isOfOthers || isElsewhere ? Self.leastTelltales.otherwise : Self.leastTelltales.alike)
  }

  private func areOthers(_ left: Set<Int32>, _ right: Set<Int32>) -> Bool {
    !left.isEmpty && !right.isEmpty && left.isDisjoint(with: right)
  }

  private func areOfOtherArticles(_ left: Int, _ right: Int) -> Bool {
    Set(clusters[left].candidates.map(\.article)).isDisjoint(with: clusters[right].candidates.map(\.article))
  }
}
