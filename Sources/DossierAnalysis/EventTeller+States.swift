import DossierModel

/// What only tells how things are, or were, and no event.
extension EventTeller {
  /// Whether a predicate only tells how things are: "revenue is up this year", "in 2016 most of them need a loan".
  ///
  /// A verb that tells an event may do so in the present, as any may on a day: "the jury is sworn in on 24 September".
  func isState(_ predicate: Predicate, _ trigger: (token: Int, class: Int), at time: Int) -> Bool {
    !predicate.isPast && !predicate.isPlanned && times[time].direction != .future
      && (clause.has(predicate.verb, .be) || trigger.class == 0 && !times[time].meaning.isDay)
  }

  /// Whether a predicate only tells how things were: "Keller was mayor in 2004", not that she was in Ghent.
  ///
  /// What was so on one day and at a place mostly came about there and then: "on Tuesday she was free in Ghent".
  func isPastState(_ predicate: Predicate, _ trigger: (token: Int, class: Int)) -> Bool {
    predicate.isPast && trigger.class == 0 && clause.has(predicate.verb, .be) && !isAtPlace(predicate)
      && !precedesParticiple(predicate.verb) && !tellsOfEvent(predicate)
  }

  /// Whether a verb tells where somebody is: "was in Ghent".
  private func isAtPlace(_ predicate: Predicate) -> Bool {
    let next = predicate.verb + 1
    return next < sentence.upperBound && clause.has(next, .locative)
  }

  /// Whether a participle that is no verb of the tables follows: "was re-opened".
  private func precedesParticiple(_ verb: Int) -> Bool {
    var next = verb + 1
    while next + 1 < sentence.upperBound, clause.isHyphen(next + 1) { next += 2 }
    return next < sentence.upperBound && clause.isPast(next)
  }

  /// Whether a verb tells when or where an event was: "the election was in May", not "the speech was long".
  private func tellsOfEvent(_ predicate: Predicate) -> Bool {
    let next = predicate.verb + 1
    guard next < sentence.upperBound, clause.has(next, .preposition) else { return false }
    return subject(of: predicate)?.tokens.contains(where: isNoun) ?? false
  }
}
