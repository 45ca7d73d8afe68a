import DossierModel

/// Who takes part in an event, where it happens, and whether it lies before what the article reports.
extension EventTeller {
  private func precedes(_ mention: Int, _ token: Int) -> Int {
    var first = token
    while first > 0, subjects.mentions[first - 1] == mention { first -= 1 }
    first -= 1
    while first > 0, clause.has(first, .determiner) { first -= 1 }
    return first
  }

  func isLocated(_ mention: Int, _ token: Int) -> Bool {
    let kind = subjects.mentions.mentions[mention].kind
    guard kind == .place || kind == .country else { return false }
    let before = precedes(mention, token)
    return before >= 0 && clause.has(before, .locative)
  }

  func takesPart(_ mention: Int, _ token: Int) -> Bool {
    switch subjects.mentions.mentions[mention].kind {
    case .person, .organization, .group, .country: return true
    case .place:
      let before = precedes(mention, token)
      return before >= 0 && clause.has(before, .companion)
    case .other: return false
    }
  }

  // MARK: Background

  /// Whether a time lies apart from the days on which an article's own subject happens.
  func isBackground(_ meaning: TimeMeaning) -> Bool {
    switch meaning {
    case .absolute(let value): value.day == nil
    case .slot(let slot, let frame): !slot.isDay || frame != .nearest
    case .relative(let unit, let count, _): unit != .day || count < -1 || count > 1
    case .timeOfDay(_, let day): day.map(isBackground) ?? false
    case .distance(let unit, _, _, _): unit != .hour && unit != .minute
    case .approximate(let whole): isBackground(whole)
    case .part: true
    case .duration, .set, .vague: false
    }
  }
}
