import DossierModel

/// Happenings of which a day has one, a vote or the harm of the matter, that were found in two parts: articles joined one
/// part or the other before the words were known that the parts have in common.
extension EventMerger {
  /// Joins the parts that several articles tell of to each other; gives the numbers of the clusters that they were.
  ///
  /// Of the smaller number of tellings, at least half have to find enough in the other part.
  mutating func joinParted(without gone: Set<Int>) -> Set<Int> {
    var joined: Set<Int> = []
    let parts = clusters.indices.filter { !gone.contains($0) && isOfSeveral(clusters[$0]) }
    for number in parts {
      guard let other = counterpart(of: number, without: gone.union(joined)) else { continue }
      for candidate in clusters[number].candidates {
        join(telling(candidate), to: other.cluster, as: other.likeness)
      }
      joined.insert(number)
    }
    return joined
  }

  private func isOfSeveral(_ cluster: Cluster) -> Bool {
    guard let first = cluster.candidates.first?.article else { return false }
    return cluster.candidates.contains { $0.article != first }
  }

  /// The earliest cluster that has at least as many tellings, and enough in common with half of one's own.
  private func counterpart(of number: Int, without gone: Set<Int>) -> (cluster: Int, likeness: Likeness)? {
    let candidates = clusters[number].candidates
    var found: [Int: (count: Int, likeness: Likeness)] = [:]
    for candidate in candidates where mayBeOneOfTheDay(candidate) {
      let fits = fitting(telling(candidate), in: Periods(of: candidate, reportedDays).sought)
      for fit in fits
      where fit.likeness.isOneOfTheDay && fit.cluster != number && !gone.contains(fit.cluster)
        && isOfSeveral(clusters[fit.cluster]) && clusters[fit.cluster].candidates.count >= candidates.count
      {
        found[fit.cluster] = ((found[fit.cluster]?.count ?? 0) + 1, fit.likeness)
      }
    }
    let most = found.filter { 2 * $0.value.count >= candidates.count }
    return most.min { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map {
      ($0.key, $0.value.likeness)
    }
  }
}
