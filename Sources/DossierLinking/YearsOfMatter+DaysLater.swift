import DossierModel
import DossierSource

/// Articles that open with a weekday and count their days from what others date: "on Thursday", "nine days after her
/// husband was taken to prison".
extension YearsOfMatter {
  /// How close the sentence that counts is to the telling of another day that fits too, at most, by that of the best.
  private static let rivalShare = 0.6

  /// A day from which an article counts, with what tells it.
  private struct Start {
    let day: CalendarDay
    let closeness: Double
    let own: Int
    let place: ToldSentence.Place
  }

  /// The one day of that weekday that lies so many days behind what a sentence close to the counting one tells.
  mutating func findingDaysLater(for number: Int, _ clues: DateClues, _ others: ToldDays) -> Finding? {
    guard published[number] == nil, let opening = clues.openingWeekday else { return nil }
    let own = shelf.sentences(of: number)
    var best: [CalendarDay: Start] = [:]
    for count in clues.counts where own.indices.contains(count.sentence) {
      for telling in others.tellings.values.joined() {
        let day = telling.day.adding(days: count.value)
        guard day.weekday == opening.value else { continue }
        let start = Start(
          day: day, closeness: others.weights.closeness(of: own[count.sentence], to: telling.sentence),
          own: count.sentence, place: telling.sentence.place)
        guard start.closeness >= Self.leastAlone else { continue }
        if best[day].map({ Self.isBetter(start, than: $0) }) ?? true { best[day] = start }
      }
    }
    let starts = best.values.sorted { Self.isBetter($0, than: $1) }
    guard let first = starts.first,
      starts.dropFirst().allSatisfy({ $0.closeness < Self.rivalShare * first.closeness })
    else { return nil }
    let evidence = [
      (number, opening.sentence), (number, first.own), (first.place.article, first.place.sentence),
    ].compactMap { articles[$0].citation(ofSentence: $1) }
    return Finding(
      days: first.day...first.day,
      claim: ArticleDating().bounds(
        on: ArticleDating.EventDay(
          day: first.day, rule: Rule("weekday+counted-days"), evidence: Set(evidence).sorted()), clues))
  }

  private static func isBetter(_ left: Start, than right: Start) -> Bool {
    (-left.closeness, left.day, left.place, left.own)
      < (-right.closeness, right.day, right.place, right.own)
  }
}
