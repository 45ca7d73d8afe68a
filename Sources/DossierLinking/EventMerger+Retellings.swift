import DossierModel

/// What articles tell again of a time behind them.
///
/// Reports of a day tell many of its things; who writes later and mentions that day once mostly means what it is known
/// for. So less has to agree than of two reports, as long as nothing else of that time agrees as much.
extension EventMerger {
  /// How much more agrees than what is needed, where an article has more to tell of the time.
  private static let surplusOfSeveral = 2
  /// How much more agrees than of any other happening, at least: what agrees nearly as well may be what is meant.
  private static let lead = 2

  /// Joins what was told again to what others tell of its time; gives the numbers of the clusters that it was.
  mutating func joinRetellings(without gone: Set<Int>) -> Set<Int> {
    let tellings = tellingsOfTimes(without: gone)
    var taken = gone
    for number in clusters.indices
    where !gone.contains(number) && clusters[number].candidates.allSatisfy(\.isRetold) {
      guard let match = match(of: clusters[number], number, without: taken, tellings) else { continue }
      for candidate in clusters[number].candidates {
        join(telling(candidate), to: match.cluster, as: match.likeness)
      }
      taken.insert(number)
    }
    return taken.subtracting(gone)
  }

  /// A time as an article tells it.
  private struct TimeOfArticle: Hashable {
    let article: Int
    let time: EDTF
  }

  /// How many things each article tells of a time.
  private func tellingsOfTimes(without gone: Set<Int>) -> [TimeOfArticle: Int] {
    var counts: [TimeOfArticle: Int] = [:]
    for candidate in clusters.indices.lazy.filter({ !gone.contains($0) }).flatMap({ clusters[$0].candidates })
    where candidate.status == .happened {
      guard let when = candidate.when, !when.isSupposed else { continue }
      counts[TimeOfArticle(article: candidate.article, time: when.value), default: 0] += 1
    }
    return counts
  }

  /// Whether a cluster's articles tell nothing else of its time.
  private func isAlone(_ cluster: Cluster, _ tellings: [TimeOfArticle: Int]) -> Bool {
    cluster.candidates.allSatisfy { candidate in
      candidate.when.map { tellings[TimeOfArticle(article: candidate.article, time: $0.value)] == 1 } ?? false
    }
  }

  /// A happening that what was told again may be.
  private struct Match {
    let cluster: Int
    let likeness: Likeness
    var weight: Int { likeness.weightOfRetelling }
  }

  /// The happening that agrees most with a cluster, if enough does, and clearly more than of any other.
  private func match(
    of cluster: Cluster, _ number: Int, without joined: Set<Int>, _ tellings: [TimeOfArticle: Int]
  ) -> Match? {
    let matches = matches(of: cluster, number, without: joined)
      .sorted { ($0.weight, $1.cluster) > ($1.weight, $0.cluster) }
    guard let best = matches.first else { return nil }
    let surplus = isAlone(cluster, tellings) ? 0 : Self.surplusOfSeveral
    let rivals = matches.dropFirst().filter { best.weight < $0.weight + Self.lead }
    guard rivals.allSatisfy({ mayBeOne($0, with: best) }) else { return nil }
    return isEnough(best, for: cluster, tellings, surplus: surplus) ? best : nil
  }

  /// Whether enough agrees for a telling to be of a happening, with so much more where it may be of another.
  private func isEnough(
    _ match: Match, for cluster: Cluster, _ tellings: [TimeOfArticle: Int], surplus: Int
  ) -> Bool {
    let other = clusters[match.cluster]
    guard let when = cluster.when, tellsTheSame(cluster, as: other, match.likeness) else { return false }
    let isKnownFor =
      other.hasReport || other.candidates.allSatisfy(\.isRetold) && isAlone(other, tellings)
    return match.weight >= (isKnownFor ? 2 : 3) + surplus + (when.isDay ? 0 : when.isMonth ? 1 : 2)
  }

  /// Whether what agrees as well as the best may be that very happening, told again: as much agrees between the two.
  private func mayBeOne(_ rival: Match, with best: Match) -> Bool {
    let cluster = clusters[rival.cluster]
    guard cluster.candidates.allSatisfy(\.isRetold),
      mayBeRetold(clusters[best.cluster], by: cluster, Set(cluster.candidates.map(\.article)))
    else { return false }
    return cluster.candidates.contains { candidate in
      retelling(telling(candidate), of: best.cluster).map {
        $0.weightOfRetelling + Self.lead > best.weight && !$0.isOfOtherKind
      } ?? false
    }
  }

  /// What a telling has in common with a happening that it may tell again: words of any of those who told it.
  private func retelling(_ telling: Telling, of cluster: Int) -> Likeness? {
    guard var likeness = likeness(of: telling, to: cluster), likeness.mayBeRetold else { return nil }
    let classes = clusters[cluster].classes
    likeness.isRetelling = true
    likeness.isOnlySaid =
      telling.candidate.triggerClasses.isSubset(of: kinds.speech) && classes.isDisjoint(with: kinds.speech)
    likeness.isOfNoKind = !telling.isOfSomeKind && classes.isSubset(of: openKinds)
    let words = clusters[cluster].candidates.suffix(Self.tellingLimit).map {
      ContentWords.shared($0.words, telling.candidate.words)
    }
    likeness.sharedWords = max(likeness.sharedWords, words.max() ?? 0)
    return likeness
  }

  /// The happenings of a cluster's time, told by other articles, that have something in common with it.
  private func matches(of cluster: Cluster, _ number: Int, without joined: Set<Int>) -> [Match] {
    let articles = Set(cluster.candidates.map(\.article))
    var found: [Int: Match] = [:]
    for candidate in cluster.candidates {
      let telling = telling(candidate)
      var seen: Set<Int32> = [Int32(number)]
      for key in Periods(of: candidate, reportedDays).sought.flatMap({ Self.keys($0, telling) }) {
        for other in (blocks[key] ?? []).suffix(Self.blockLimit) where seen.insert(other).inserted {
          guard !joined.contains(Int(other)), mayBeRetold(clusters[Int(other)], by: cluster, articles),
            let likeness = retelling(telling, of: Int(other))
          else { continue }
          let match = Match(cluster: Int(other), likeness: likeness)
          if found[Int(other)].map({ $0.weight < match.weight }) ?? true { found[Int(other)] = match }
        }
      }
    }
    return Array(found.values)
  }

  /// Whether other articles tell of a happening, at no other place, and of no others than a telling names.
  private func mayBeRetold(_ cluster: Cluster, by telling: Cluster, _ articles: Set<Int>) -> Bool {
    !cluster.candidates.contains { articles.contains($0.article) }
      && !Self.areOthers(cluster.places, telling.places)
      && !Self.areOthers(cluster.persons, telling.persons)
  }

  /// Words in which two of other kinds are told that are one.
  private static let wordsBesideKind = 4

  /// Whether more agrees than the words that many things of a kind are told in, as fires and crashes are.
  ///
  /// A speech is no arrest, but what "was delivered" may have "landed" where the rest is told in the same words.
  private func tellsTheSame(_ telling: Cluster, as cluster: Cluster, _ likeness: Likeness) -> Bool {
    let namesSame = likeness.sharedParticipants > likeness.sharedCommonParties
    let isInDetail =
      likeness.sharedWords >= Self.wordsBesideKind && (namesSame || likeness.isSamePlace)
    guard !likeness.isOfOtherKind || likeness.isOfHarm || isInDetail else { return false }
    guard let when = telling.when else { return false }
    if when.isDay { return tellsTheSameOfDay(telling, likeness) }
    return tellsTheSameOfMonth(likeness, reported: cluster.hasReport)
      && (when.isMonth || likeness.sharedWords >= Self.wordsOfYear)
  }

  /// Words in which two tell of one year, in which much happens, at least.
  private static let wordsOfYear = 5

  /// Of a day, somebody who takes part has to agree, or more words where nobody is named again, or the place too.
  private func tellsTheSameOfDay(_ telling: Cluster, _ likeness: Likeness) -> Bool {
    if likeness.sharedParticipants > likeness.sharedCommonParties { return true }
    if telling.persons.isEmpty, likeness.sharedWords > 2 { return true }
    return likeness.isSamePlace && likeness.sharedWords > 1
  }

  /// Of a month, the kind has to agree, and who takes part, or where; or more of what is told, where not both name others.
  ///
  /// Of harm that is not enough: fires and crashes befall many in a month, and wars begin once.
  private func tellsTheSameOfMonth(_ likeness: Likeness, reported: Bool) -> Bool {
    if likeness.isOnlySaid { return false }
    if likeness.sharedWords >= Self.wordsBesideKind { return true }
    let telling = likeness.sharedParticipants - likeness.sharedCommonParties
    if likeness.isOfNoKind, telling > 1, likeness.sharedWords > 0 { return true }
    guard likeness.isSameKind || likeness.isOfHarm || likeness.sharesTrigger else { return false }
    if telling > 0 || likeness.isSamePlace { return true }
    // Of what an article reported itself, the word that tells it counts too: it is what the month is known for.
    let words = likeness.sharedWords - (likeness.sharesTrigger && !reported ? 1 : 0)
    return !likeness.isOfHarm && words > 2
  }
}

extension EventMerger.Likeness {
  /// How much agrees: words, those who take part, the place and the kind.
  fileprivate var weightOfRetelling: Int {
    sharedWords + sharedParticipants + (isSamePlace ? 1 : 0)
      + (isSameKind || isOfHarm || sharesTrigger ? 1 : 0)
  }

  /// Whether their times are one, or one within the other's month, and nothing else is against it.
  fileprivate var mayBeRetold: Bool { !isSupposedDay && !isCountedOfNobody }
}
