import DossierModel

/// Times that a verb in the present perfect cannot have.
extension EventTeller {
  /// Whether a time lies behind the "now" of a verb in the present perfect: it is that of something it is about, "have
  /// charged Berg over the collapse a year ago".
  ///
  /// Where that tense is the one in which the past is told, it tells nothing.
  func isLongBefore(_ predicate: Predicate, _ time: Int) -> Bool {
    guard isPresentPerfect(predicate), !clause.isVerbSecond, predicate.verb < tokens(of: time).lowerBound,
      times[time].bound == nil
    else { return false }
    switch times[time].meaning {
    case .distance(let unit, _, later: false, from: .publication):
      return [.month, .year, .decade].contains(unit)
    case .relative(.year, ..<0, from: .publication), .absolute, .slot(_, .within): return true
    default: return false
    }
  }

  func isPresentPerfect(_ predicate: Predicate) -> Bool {
    clause.has(predicate.start, .perfect) && !clause.has(predicate.start, .pastPerfect)
  }

  /// The last noun that tells an event between a predicate and a time, where no comma parts it from the time.
  func noun(before time: Int, behind predicate: Predicate) -> Int? {
    let place = tokens(of: time).lowerBound
    let noun = (predicate.verb + 1..<place).last(where: isNoun)
    return noun.flatMap { noun in (noun..<place).contains { clause.isComma($0) } ? nil : noun }
  }
}
