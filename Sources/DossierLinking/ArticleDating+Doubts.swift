import DossierModel

/// What speaks against the date that one shared event gives an article.
extension ArticleDating {
  static let sharedEvent = Rule("day-of-shared-event")

  /// An article is not older than a day that it tells: only a bound, in which no weekday has a date.
  static let notBefore = Rule("not-before-day-told")
  static let lastYear = Rule("day-of-last-year")

  /// Whether all that is known of an article's date is that it is not older than what it tells.
  static func isOnlyBound(_ claim: Claim<EDTF>?) -> Bool {
    claim?.rule == notBefore || claim?.rule == lastYear
  }

  /// Whether an article was dated by the day of an event that it shares, and by nothing else.
  static func isOfOneEvent(_ claim: Claim<EDTF>?) -> Bool { claim?.rule == sharedEvent }

  /// The date by one event, where what all the shared events tell does not speak against it: then it stays open.
  static func settled(_ ofOneEvent: Claim<EDTF>?, beside claim: Claim<EDTF>) -> Claim<EDTF>? {
    guard let ofOneEvent else { return claim }
    return overlap(ofOneEvent.value, claim.value) ? ofOneEvent : nil
  }

  private static func overlap(_ one: EDTF, _ other: EDTF) -> Bool {
    func isBehind(_ one: EDTF, _ other: EDTF) -> Bool {
      guard let first = one.firstDay, let last = other.lastDay else { return false }
      return first > last
    }
    return !isBehind(one, other) && !isBehind(other, one)
  }

  /// Days behind an article within which a day that it tells by its weekday and date was not that of another year.
  private static let mostDaysBehind = 90

  /// Whether an article tells as past a day behind the last on which it can have appeared.
  static func isBeforeWhatItTells(_ claim: Claim<EDTF>?, _ article: AnnotatedArticle) -> Bool {
    guard let last = claim?.value.lastDay else { return false }
    return DateClues(article).fullDays.contains { full in
      full.isPast
        && full.value.day.days(within: mostDaysBehind, of: last).contains {
          $0.weekday == full.value.weekday && $0 > last
        }
    }
  }
}
