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
    var home = Array(clusters.indices)
    var joined: Set<Int> = []
    for pair in telltalePairs(without: gone) {
      let (left, right) = (home[pair.left], home[pair.right])
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
      for number in home.indices where home[number] == from { home[number] = into }
      joined.insert(from)
    }
    return joined
  }

  /// The pairs with enough in common, most of it first.
  private func telltalePairs(without gone: Set<Int>) -> [Pair] {
    guard let telltales = Telltales(of: clusters.flatMap(\.candidates)) else { return [] }
    var best: [UInt64: Pair] = [:]
    for (left, right) in tellingsOfOneDay(telltales, without: gone) {
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

  private func candidate(_ place: Place) -> EventCandidate {
    clusters[place.cluster].candidates[place.candidate]
  }

  /// The tellings of two clusters that have a word or name of few days in common, the one with the smaller number first.
  private func tellingsOfOneDay(
    _ telltales: Telltales, without gone: Set<Int>
  ) -> [(Place, Place)] {
    struct Key: Hashable {
      let day: Int
      let word: UInt64
    }
    var places: [Key: [Place]] = [:]
    for number in clusters.indices where !gone.contains(number) {
      for (index, candidate) in clusters[number].candidates.enumerated() {
        guard let day = Telltales.day(of: candidate) else { continue }
        for word in telltales.rare(in: candidate) {
          places[Key(day: day, word: word), default: []].append(Place(cluster: number, candidate: index))
        }
      }
    }
    var pairs: [(Place, Place)] = []
    for places in places.values where places.count > 1 {
      for (index, right) in places.suffix(Self.blockLimit).enumerated() {
        for left in places.suffix(Self.blockLimit).prefix(index) where left.cluster != right.cluster {
          pairs.append((left, right))
        }
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
