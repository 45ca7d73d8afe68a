import DossierModel

/// Times behind a past tense that may be those of something else.
extension TenseReader {
  /// Whether a time may be that of what a past tense is only about: "picked her to run in May", "sold seats for the
  /// concert on 3 May", "cancelled the fair in May", "agreed on 3 May", "would leave once it was sold on 3 May".
  ///
  /// Only behind "on" or "in", and not where a mark parts it from the verb.
  func mayBeOfOther(at start: Int, within reach: Int) -> Bool {
    let marker = start - 1
    guard marker > 0, atoms[marker].has(.on) || atoms[marker].has(.in) else { return false }
    if atoms[marker].has(.on), atoms[marker - 1].has(.settling) { return true }
    var isOfObject = false
    var index = marker - 1
    while index >= 0, start - index <= reach, atoms[index].kind != .mark {
      isOfObject = isOfObject || isPurpose(at: index) || isMeantFor(index)
      if let direction = direction(ofVerb: index) {
        guard direction == .past else { return false }
        if isOfObject, !atoms[index].has(.implicative) || atoms[index].has(.envisaging) { return true }
        return isAboutWhatIsAhead(index, before: marker) || isWithinPlan(index)
      }
      index -= 1
    }
    return false
  }

  /// Whether a verb stands right behind a time, which is its subject then: "left on Sunday and Monday will be quiet".
  func isSubject(endingBefore index: Int) -> Bool {
    index < atoms.count && (atoms[index].has(.be) || direction(ofVerb: index) != nil)
  }

  /// Whether a time ends what a verb gives another one: "moved the vote to 3 May", "from 3 April to 3 May".
  func isShifted(to marker: Int) -> Bool {
    guard marker > 0, atoms[marker].has(.infinitive) || tables.value(of: atoms[marker], as: .ahead) == 1
    else {
      return false
    }
    var index = marker - 1
    while index >= 0, atoms[index].kind != .mark {
      if atoms[index].has(.shifting) { return true }
      if direction(ofVerb: index) != nil { return false }
      index -= 1
    }
    return false
  }

  /// Whether a time opens what somebody is told to say: "said that by Thursday all would be over".
  func opensReport(_ marker: Int) -> Bool {
    marker > 1 && atoms[marker - 1].has(.that) && direction(ofVerb: marker - 2) != nil
      && (atoms[marker].has(.on) || atoms[marker].has(.in) || atoms[marker].has(.preposition)
        || tables.value(of: atoms[marker], as: .ahead) == Self.limiting)
  }

  /// Whether a time is what a past verb makes into something: "declared Monday a holiday".
  func isDeclared(_ verb: Int, _ end: Int) -> Bool {
    verb >= 0 && atoms[verb].has(.declaring) && end < atoms.count && atoms[end].has(.indefinite)
  }

  /// Whether a time is the last for what somebody was told to do: "told him to answer by Tuesday", "by noon on Tuesday".
  func isLastDay(ofOrderBefore marker: Int) -> Bool {
    var limit = marker
    if limit > 1, atoms[limit].has(.on), atoms[limit - 1].has(.clockName) { limit -= 2 }
    guard limit > 0, tables.value(of: atoms[limit], as: .ahead) == Self.limiting else { return false }
    var isOrder = false
    var index = limit - 1
    while index > 0, limit - index <= Self.farthestVerb, !parts(index) {
      isOrder = isOrder || isPurpose(at: index)
      if direction(ofVerb: index) != nil { return isOrder }
      index -= 1
    }
    return false
  }

  /// The value of a word that leads to the last day of something: "by".
  private static let limiting = 1

  /// Whether a mark parts what stands before it from what stands behind: not the bracket of a short name.
  private func parts(_ index: Int) -> Bool {
    atoms[index].kind == .mark && !atoms[index].isMark(UInt8(ascii: "("))
      && !atoms[index].isMark(UInt8(ascii: ")"))
  }

  /// Whether "for" leads to a thing with its article: "for the concert".
  private func isMeantFor(_ index: Int) -> Bool {
    let next = index + 1
    guard atoms[index].has(.purpose), next < atoms.count else { return false }
    return atoms[next].has(.definite) || atoms[next].has(.indefinite) || atoms[next].has(.possessive)
  }

  /// Whether a verb whose object lies ahead has one before its time.
  private func isAboutWhatIsAhead(_ verb: Int, before marker: Int) -> Bool {
    guard atoms[verb].has(.envisaging) else { return false }
    return (verb + 1..<marker).contains { !isAdverb(atoms[$0]) }
  }

  /// Whether a verb stands in a clause that what is to come depends on.
  private func isWithinPlan(_ verb: Int) -> Bool {
    var index = verb - 1
    var isSubordinate = false
    while index >= 0, atoms[index].kind != .mark {
      let direction = direction(ofVerb: index)
      if isSubordinate, let direction { return direction == .future }
      isSubordinate = isSubordinate || atoms[index].has(.subordinating)
      index -= 1
    }
    return false
  }
}
