/// Which word of a clause tells what happened.
extension EventTeller {
  /// The word that tells what a predicate is about: its verb, or the object or passive subject of a light verb, or the
  /// subject where the object tells nothing either: "talks took place".
  func trigger(of predicate: Predicate) -> (token: Int, class: Int) {
    let verb = predicate.verb
    if let told = clause.phrasalClass(ofVerb: verb, in: sentence) { return (verb, told) }
    let own = (verb, Int(clause.entry(verb).verbClass))
    guard clause.has(verb, .lightVerb) else { return own }
    if predicate.isPassive { return nounBefore(predicate) ?? nounBehind(verb) ?? own }
    if hasEmptyObject(verb) { return nounBefore(predicate) ?? own }
    return nounBehind(verb) ?? nounDescribed(by: predicate) ?? own
  }

  /// The noun right before a light verb that has no object of its own: "the accord reached on Sunday", "the talks, held in
  /// Ghent".
  private func nounDescribed(by predicate: Predicate) -> (token: Int, class: Int)? {
    let before = predicate.verb - 1
    let noun = before > sentence.lowerBound && clause.isComma(before) ? before - 1 : before
    guard predicate.start == predicate.verb, clause.has(predicate.verb, .verbPastParticiple),
      noun >= sentence.lowerBound, isNoun(noun), closesParticiple(predicate.verb + 1)
    else { return nil }
    return (noun, Int(clause.entry(noun).nounClass))
  }

  /// Whether no object stands at a token, but a preposition, a time or a mark.
  private func closesParticiple(_ token: Int) -> Bool {
    guard token < sentence.upperBound else { return true }
    return clause.tokens[token].kind == .punctuation || clause.has(token, [.preposition, .locative])
      || isInTime(token)
  }

  /// The first noun of a predicate's clause that tells an event, before its verb, or what a relative clause is about.
  private func nounBefore(_ predicate: Predicate) -> (token: Int, class: Int)? {
    region(of: predicate.start).first { $0 < predicate.start && isNoun($0) }
      .map { ($0, Int(clause.entry($0).nounClass)) } ?? antecedent(of: predicate)
  }

  /// The noun that tells an event and that a relative clause is about: "at the meeting, which was held on Monday".
  private func antecedent(of predicate: Predicate) -> (token: Int, class: Int)? {
    var before = predicate.start - 1
    guard before > sentence.lowerBound, clause.has(before, .relative), !clause.has(before, .preposition)
    else {
      return nil
    }
    before -= clause.isComma(before - 1) ? 2 : 1
    guard before >= sentence.lowerBound, isNoun(before) else { return nil }
    return (before, Int(clause.entry(before).nounClass))
  }

  /// Tokens behind a light verb within which its object is looked for.
  private static let reachOfObject = 10

  /// The noun that tells an event as the object of a light verb: "had their first one-on-one talks".
  private func nounBehind(_ verb: Int) -> (token: Int, class: Int)? {
    for index in (verb + 1)..<max(verb + 1, min(verb + Self.reachOfObject, sentence.upperBound)) {
      if clause.has(index, .triggerNoun), subjects.mentions[index] == nil {
        return (index, Int(clause.entry(index).nounClass))
      }
      if clause.isComma(index), !partsAdjectives(index, of: verb) { return nil }
      if clause.has(index, [.preposition, .subordinator, .relative]), !isWithinHyphens(index) { return nil }
    }
    return nil
  }

  /// Words between a comma and the noun of an object, at most: "held a second, much longer meeting".
  private static let adjectivesBehindComma = 3

  /// Whether a comma stands between the words before a verb's object: "held a second, surprise meeting".
  func partsAdjectives(_ comma: Int, of verb: Int) -> Bool {
    guard verb + 1 < comma, clause.has(verb + 1, .determiner), !clause.has(comma - 1, .triggerNoun) else {
      return false
    }
    for index
      in (comma + 1)..<max(comma + 1, min(comma + 2 + Self.adjectivesBehindComma, sentence.upperBound))
    {
      if clause.has(index, .triggerNoun), subjects.mentions[index] == nil { return true }
      guard clause.tokens[index].kind == .word, subjects.mentions[index] == nil,
        !clause.has(index, [.preposition, .determiner, .conjunction, .relative, .auxiliary])
      else { return false }
    }
    return false
  }

  private func isWithinHyphens(_ index: Int) -> Bool {
    clause.isHyphen(index - 1) && index + 1 < sentence.upperBound && clause.isHyphen(index + 1)
  }

  /// Whether what follows a light verb tells nothing, as "place" in "took place".
  private func hasEmptyObject(_ verb: Int) -> Bool {
    ((verb + 1)..<min(verb + Self.reachOfObject, sentence.upperBound)).contains {
      clause.has($0, .emptyObject)
    }
  }
}
