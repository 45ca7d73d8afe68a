import DossierModel

/// The times of an article at which something happened, and which were yet read as ahead of it.
struct TimesOfHappenings {
  /// Of those without their year: on which side of the article they lie.
  private(set) var sides: [Int: TimeResolver.Side] = [:]
  /// Those that are to be read anew as past.
  private(set) var turned: Set<Int> = []

  /// `times` is what the times of the article were read as, which was published on a day.
  init(article: AnnotatedArticle, times: [ResolvedTime], published: CalendarDay) {
    for event in article.events where event.status == .happened {
      guard let time = event.ownTime, times.indices.contains(time), article.times[time].bound != .entry,
        let value = times[time].edtf
      else { continue }
      if article.times[time].mayBeOfOther {
        // A day is near; of a month, the article may tell when something was done or when it is to be.
        if value.day == nil, !Self.hasJustBeen(value, published) { sides[time] = .open }
        continue
      }
      guard value.isAhead(of: published) else { continue }
      if event.isPastTense, article.times[time].saysWhen { sides[time] = .behind }
      if article.times[time].mayLieBehind { turned.insert(time) }
    }
    for time in sides.keys.sorted() {
      var next = time + 1
      while article.times.indices.contains(next),
        Self.goesOn(article.times[next - 1], with: article.times[next])
      {
        sides[next] = sides[time]
        next += 1
      }
    }
  }

  /// Whether a month ended shortly before an article, or it is of that month.
  private static func hasJustBeen(_ month: EDTF, _ published: CalendarDay) -> Bool {
    guard let first = month.firstDay, let last = month.lastDay else { return false }
    return first <= published && published.serial - last.serial <= daysNear
  }

  /// Days after a month in which it is told of without its year.
  private static let daysNear = 62

  /// Whether a day is told in one with the day before it: "on 3 and 4 May".
  private static func goesOn(_ day: TimeExpression, with next: TimeExpression) -> Bool {
    day.sentence == next.sentence && next.isOfMonth && !next.isAdverbial
      && next.range.lowerBound - day.range.upperBound <= longestJoint
  }

  /// Bytes between two days that are told in one, at most: " and ".
  private static let longestJoint = 5
}
