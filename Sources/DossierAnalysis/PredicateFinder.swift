import DossierModel
import DossierSource

/// A verb of a sentence with what its auxiliaries say of it.
struct Predicate: Hashable {
  /// The main verb.
  let verb: Int
  /// The first token of the verb group.
  let start: Int
  /// The first token of the verb group whose subject it has too: of "agreed" in "agreed in Ghent to host".
  var governor: Int?
  var isPlanned = false
  /// Told under a negation, a condition or as a possibility: not told as an event.
  var isUnreal = false
  var isPluperfect = false
  var isPassive = false
  /// Told in a past tense or the perfect.
  var isPast = false
}

/// Finds the predicates of a sentence: what is told as happening, and how sure it is.
struct PredicateFinder {
  let clause: ClauseText
  let subjects: SubjectFinder

  func predicates(in sentence: Range<Int>) -> [Predicate] {
    var predicates: [Predicate] = []
    var index = sentence.lowerBound
    var isConditional = false
    var isSupposed = false
    // What a sentence asks has not happened by it.
    let isQuestion = clause.ends(sentence, with: UInt8(ascii: "?"))
    while index < sentence.upperBound {
      if clause.has(index, .condition), subjects.mentions[index] == nil {
        isConditional = true
        if clause.has(index, .supposition), !followsVerb(index, in: sentence) { isSupposed = true }
      }
      if opensCondition(index, in: sentence) { isConditional = true }
      if isConditional, clause.isComma(index) { isConditional = false }
      guard subjects.isFinite(index), var predicate = group(at: index, in: sentence) else {
        index += 1
        continue
      }
      if isConditional || isQuestion || predicates.isEmpty && opensWithNobody(sentence) {
        predicate.isUnreal = true
      }
      if let last = predicates.last, isDenied(predicate, behind: last) { predicate.isUnreal = true }
      predicates.append(predicate)
      if let planned = plan(after: predicate, in: sentence) { predicates.append(planned) }
      index = max(index, predicate.verb) + 1
    }
    guard isSupposed else { return predicates }
    for index in predicates.indices where predicates[index].isPlanned { predicates[index].isUnreal = true }
    return predicates
  }

  /// Whether a sentence begins with the auxiliary of a condition: "Had the two met on Monday, she would have won".
  private func opensCondition(_ index: Int, in sentence: Range<Int>) -> Bool {
    index == sentence.lowerBound && clause.has(index, .pastPerfect) && subjects.mentions[index] == nil
      && index + 1 < sentence.upperBound && !clause.isPast(index + 1) && !clause.isVerbSecond
  }

  /// Whether somebody says that it is not so: "denied that she left", "dismissed reports that she left".
  private func isDenied(_ predicate: Predicate, behind other: Predicate) -> Bool {
    guard let denial = clause.denial(other.verb), predicate.start > other.verb else { return false }
    let between = other.verb + 1..<predicate.start
    guard !between.contains(where: { clause.isComma($0) || clause.has($0, .semicolon) || opensOther($0) })
    else {
      return false
    }
    return denial != ClauseTables.denialOfWords
      || between.contains { clause.has($0, .subordinator) && clause.has($0 - 1, .sayingNoun) }
  }

  /// Whether a word joins a clause that is told beside another, and is no "that".
  private func opensOther(_ token: Int) -> Bool {
    guard subjects.mentions[token] == nil else { return false }
    if clause.has(token, .conjunction) {
      return subjects.mentions[token - 1] == nil || subjects.mentions[token + 1] == nil
    }
    return clause.has(token, [.subordinator, .relative]) && !clause.has(token, .determiner)
  }

  /// Whether nobody did what a sentence tells first: "Nobody in the town left on Friday".
  private func opensWithNobody(_ sentence: Range<Int>) -> Bool {
    guard let first = sentence.first(where: { clause.tokens[$0].kind == .word }) else { return false }
    return clause.has(first, .negation) && subjects.mentions[first] == nil
      && !clause.has(first, [.adverb, .determiner, .conjunction, .preposition, .auxiliary, .modal])
  }

  /// Whether a word stands behind a verb, which asks by it: "asked if".
  private func followsVerb(_ index: Int, in sentence: Range<Int>) -> Bool {
    index > sentence.lowerBound && (clause.has(index - 1, .anyVerb) || clause.isPast(index - 1))
  }

  /// The person that a sentence is first about, whom a pronoun of the next may stand for.
  func person(in predicates: [Predicate], of sentence: Range<Int>) -> Int? {
    if let first = sentence.first, let mention = subjects.mentions[first],
      subjects.mentions.mentions[mention].kind == .person
    {
      return mention
    }
    for predicate in predicates.prefix(2) {
      let subject = subjects.subject(of: predicate.start, from: sentence.lowerBound)
      if let mention = subject?.mention, subjects.mentions.mentions[mention].kind == .person {
        return mention
      }
      if subject?.isPronoun == true { return nil }
    }
    return nil
  }

  /// The full verb that closes the clause of an auxiliary where the two part: "hat den Vertrag gestern unterschrieben".
  private func closingVerb(from first: Int, in sentence: Range<Int>) -> Int? {
    var end = first
    while end < sentence.upperBound, clause.tokens[end].kind != .punctuation || clause.isHyphen(end) {
      end += 1
    }
    let last = end - 1
    guard last >= first, clause.tokens[last].kind == .word, !clause.tokens[last].isCapitalised else {
      return nil
    }
    return clause.isAdverb(last) || clause.has(last, [.determiner, .preposition]) ? nil : last
  }

  /// The verb group that begins at a finite verb.
  private func group(at start: Int, in sentence: Range<Int>) -> Predicate? {
    var predicate = Predicate(verb: start, start: start)
    predicate.isUnreal = start > sentence.lowerBound && clause.has(start - 1, .negation)
    var index = start
    var lastBe = -1
    while index < sentence.upperBound, isInGroup(index, from: start) {
      let traits = clause.traits(index)
      if traits.contains(.negation) { predicate.isUnreal = true }
      if traits.contains(.modal), !traits.contains(.futureModal) { predicate.isUnreal = true }
      if traits.contains(.futureModal) { predicate.isPlanned = true }
      if traits.contains(.pastPerfect) { predicate.isPluperfect = true }
      if !traits.isDisjoint(with: [.pastAuxiliary, .perfect]) { predicate.isPast = true }
      if traits.contains(.be) { lastBe = index }
      index += 1
    }
    if predicate.isPlanned { predicate.isPast = false }
    if index == start {
      predicate.isPast = clause.isPast(start)
      return predicate
    }
    if clause.isVerbSecond {
      guard let verb = closingVerb(from: index, in: sentence) else { return nil }
      return Predicate(
        verb: verb, start: start, isPlanned: predicate.isPlanned, isUnreal: predicate.isUnreal,
        isPluperfect: predicate.isPluperfect, isPassive: lastBe >= 0, isPast: predicate.isPast)
    }
    guard index < sentence.upperBound, clause.tokens[index].kind == .word, subjects.mentions[index] == nil
    else {
      return carried(predicate, by: lastBe)
    }
    // "is to meet"
    if clause.has(index, .infinitiveMarker), lastBe == index - 1, index + 1 < sentence.upperBound,
      clause.has(index + 1, .verbBase) || clause.isUnknown(index + 1)
    {
      return Predicate(verb: index + 1, start: start, isPlanned: true, isUnreal: predicate.isUnreal)
    }
    let isParticiple = clause.has(index, .verbPastParticiple) || clause.isPast(index)
    let isVerb =
      isParticiple || clause.has(index, .anyVerb) || clause.isPresentParticiple(index)
      || (clause.isUnknown(index) && lastBe < 0)
    guard isVerb else { return carried(predicate, by: lastBe) }
    return Predicate(
      verb: index, start: start, isPlanned: predicate.isPlanned, isUnreal: predicate.isUnreal,
      isPluperfect: predicate.isPluperfect && isParticiple,
      isPassive: lastBe >= 0 && isParticiple && !clause.isPresentParticiple(index), isPast: predicate.isPast)
  }

  private func isInGroup(_ index: Int, from start: Int) -> Bool {
    clause.has(index, [.auxiliary, .modal, .futureModal, .negation])
      || index > start && clause.isAdverb(index)
  }

  /// A predicate without a full verb: "was in Moscow".
  private func carried(_ predicate: Predicate, by be: Int) -> Predicate {
    Predicate(
      verb: be >= 0 ? be : predicate.start, start: predicate.start, isPlanned: predicate.isPlanned,
      isUnreal: predicate.isUnreal, isPast: predicate.isPast)
  }

  /// What a verb of planning leads up to: "agreed to host".
  private func plan(after predicate: Predicate, in sentence: Range<Int>) -> Predicate? {
    guard clause.has(predicate.verb, .plans), !predicate.isUnreal else { return nil }
    for marker in (predicate.verb + 1)..<max(predicate.verb + 1, min(predicate.verb + 4, sentence.upperBound))
    {
      if clause.has(marker, .negation) { return nil }
      guard clause.has(marker, .infinitiveMarker), marker + 1 < sentence.upperBound else { continue }
      guard clause.has(marker + 1, .verbBase) || clause.isUnknown(marker + 1) else { return nil }
      // What stands right behind the verb may be who is to do it: "asked Berg to host".
      let isOwn = marker == predicate.verb + 1 || clause.has(predicate.verb + 1, .preposition)
      return Predicate(
        verb: marker + 1, start: marker, governor: isOwn ? predicate.start : nil, isPlanned: true)
    }
    return nil
  }
}
