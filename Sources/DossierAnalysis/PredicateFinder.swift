import DossierModel
import DossierSource

/// A verb of a sentence with what its auxiliaries say of it.
struct Predicate: Hashable {
  /// The main verb.
  let verb: Int
  /// The first token of the verb group.
  let start: Int
  var isPlanned = false
  /// Told under a negation, a condition or as a possibility: not told as an event.
  var isUnreal = false
  var isPluperfect = false
  var isPassive = false
}

/// Finds the predicates of a sentence: what is told as happening, and how sure it is.
struct PredicateFinder {
  let clause: ClauseText
  let subjects: SubjectFinder

  func predicates(in sentence: Range<Int>) -> [Predicate] {
    var predicates: [Predicate] = []
    var index = sentence.lowerBound
    var isConditional = false
    while index < sentence.upperBound {
      if clause.has(index, .condition), subjects.mentions[index] == nil { isConditional = true }
      if isConditional, clause.isComma(index) { isConditional = false }
      guard subjects.isFinite(index), var predicate = group(at: index, in: sentence) else {
        index += 1
        continue
      }
      if isConditional { predicate.isUnreal = true }
      predicates.append(predicate)
      if let planned = plan(after: predicate, in: sentence) { predicates.append(planned) }
      index = max(index, predicate.verb) + 1
    }
    return predicates
  }

  /// The verb group that begins at a finite verb.
  private func group(at start: Int, in sentence: Range<Int>) -> Predicate? {
    var index = start
    var isPlanned = false
    var isUnreal = start > sentence.lowerBound && clause.has(start - 1, .negation)
    var isPluperfect = false
    var lastBe = -1
    while index < sentence.upperBound,
      clause.has(index, [.auxiliary, .modal, .futureModal, .negation])
        || index > start && clause.isAdverb(index)
    {
      let traits = clause.traits(index)
      if traits.contains(.negation) { isUnreal = true }
      if traits.contains(.modal), !traits.contains(.futureModal) { isUnreal = true }
      if traits.contains(.futureModal) { isPlanned = true }
      if traits.contains(.pastPerfect) { isPluperfect = true }
      if traits.contains(.be) { lastBe = index }
      index += 1
    }
    if index == start { return Predicate(verb: start, start: start, isUnreal: isUnreal) }
    guard index < sentence.upperBound, clause.tokens[index].kind == .word else {
      return Predicate(verb: index - 1, start: start, isPlanned: isPlanned, isUnreal: isUnreal)
    }
    // "is to meet"
    if clause.has(index, .infinitiveMarker), lastBe == index - 1, index + 1 < sentence.upperBound,
      clause.has(index + 1, .verbBase)
    {
      return Predicate(verb: index + 1, start: start, isPlanned: true, isUnreal: isUnreal)
    }
    let isVerb =
      clause.has(index, .anyVerb) || clause.isPast(index) || clause.isPresentParticiple(index)
      || (clause.traits(index).isEmpty && lastBe < 0)
    guard isVerb, subjects.mentions[index] == nil else {
      return Predicate(
        verb: index - 1, start: start, isPlanned: isPlanned, isUnreal: isUnreal, isPluperfect: isPluperfect)
    }
    let isParticiple = clause.has(index, .verbPastParticiple) || clause.isPast(index)
    return Predicate(
      verb: index, start: start, isPlanned: isPlanned, isUnreal: isUnreal, isPluperfect: isPluperfect,
      isPassive: lastBe >= 0 && isParticiple && !clause.isPresentParticiple(index))
  }

  /// What a verb of planning leads up to: "agreed to host".
  private func plan(after predicate: Predicate, in sentence: Range<Int>) -> Predicate? {
    guard clause.has(predicate.verb, .plans), !predicate.isUnreal else { return nil }
    for marker in (predicate.verb + 1)..<max(predicate.verb + 1, min(predicate.verb + 4, sentence.upperBound))
    {
      guard clause.has(marker, .infinitiveMarker), marker + 1 < sentence.upperBound else { continue }
      guard clause.has(marker + 1, .verbBase) || clause.traits(marker + 1).isEmpty else { return nil }
      return Predicate(verb: marker + 1, start: marker, isPlanned: true)
    }
    return nil
  }
}
