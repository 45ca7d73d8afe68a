import DossierModel
import DossierSource

/// Dates articles by the events that they share with dated ones: a weekday, or a month and day, that they tell of what
/// another tells with its date.
///
/// Events are joined before, by more than a day (``EventMerger``); here only the day is read off. A weekday told of
/// what lies behind is one of the last seven days, so that the article appeared within a week of it.
struct EventDating {
  let articles: [LinkedArticle]
  let clusters: [EventMerger.Cluster]

  /// A claim for each article that has none, where all the days it shares agree.
  func claims() -> [Int: Claim<EDTF>] {
    var days: [Int: [ArticleDating.EventDay]] = [:]
    for cluster in clusters {
      guard let day = cluster.when?.value.day, let proof = proof(in: cluster) else { continue }
      for candidate in cluster.candidates where tellsDay(candidate) {
        let evidence = [proof, citation(candidate)].compactMap(\.self).sorted()
        days[candidate.article, default: []].append(
          ArticleDating.EventDay(day: day, rule: Rule("day-of-shared-event"), evidence: evidence))
      }
    }
    return days.reduce(into: [:]) { claims, found in
      let ordered = found.value.sorted { $0.day < $1.day }
      let clues = DateClues(articles[found.key].annotated)
      guard let first = ordered.first, let last = ordered.last, last.day.serial - first.day.serial < 7,
        !clues.mayLieInLastMonth(last.day)
      else { return }
      claims[found.key] = ArticleDating().bounds(on: last, clues)
    }
  }

  /// Whether an article without a date tells a day of what has happened, which another places on the calendar.
  private func tellsDay(_ candidate: EventCandidate) -> Bool {
    articles[candidate.article].published == nil && candidate.status == .happened
      && (candidate.weekday != nil || candidate.when?.yearlessDay != nil)
  }

  /// The first sentence of a dated article that gives the day.
  private func proof(in cluster: EventMerger.Cluster) -> Citation? {
    cluster.candidates.first {
      $0.when == cluster.when && articles[$0.article].published?.value.day != nil
    }.flatMap(citation)
  }

  private func citation(_ candidate: EventCandidate) -> Citation? {
    candidate.sentences.first.flatMap(articles[candidate.article].annotated.citation(ofSentence:))
  }
}
