import DossierModel

/// Who takes part in an event, where it happens, and whether it lies before what the article reports.
extension EventTeller {
  /// The last token before the mention that a token belongs to, and before its articles.
  private func precedes(_ token: Int) -> Int {
    var first = subjects.mentions.start(ofMentionAt: token, from: 0) - 1
    while first > 0, clause.has(first, .determiner) { first -= 1 }
    return first
  }

  /// Whether an event is told to be at a place: "in Ghent", and of a journey "to Ghent" and "visited Ghent".
  func isLocated(_ mention: Int, _ token: Int, trigger: Int) -> Bool {
    let kind = subjects.mentions.mentions[mention].kind
    guard kind == .place || kind == .country else { return false }
    let near = precedes(token)
    let before = locative(of: mention, behind: near) ?? near
    guard before >= 0, !isOfMatter(before, of: trigger) else { return false }
    return clause.has(before, .locative) || before < near
      || clause.has(trigger, .motion) && (before == trigger || clause.has(before, .destination))
  }

  /// The preposition that tells where, before the words that only say which part of a place is meant or what sort of
  /// place it is: "in southern Norway", "in the harbour town of Lund", "on the outskirts of Oslo", "in the capital, Oslo".
  private func locative(of mention: Int, behind word: Int) -> Int? {
    guard word >= sentence.lowerBound else { return nil }
    var index = word
    while index > sentence.lowerBound, isPlaceModifier(index) { index -= 1 }
    while index > sentence.lowerBound, clause.has(index, .determiner) { index -= 1 }
    if index < word, clause.has(index, .locative) { return index }
    index = word
    if index - 1 > sentence.lowerBound, clause.isComma(index) || clause.has(index, .genitiveMarker) {
      index -= 1
    }
    guard isPlaceWord(index, .noun), subjects.mentions[index] == nil else { return nil }
    let noun = index
    index -= 1
    while index > sentence.lowerBound, noun - index <= Self.nounPhrase, isWithinNounPhrase(index) {
      index -= 1
    }
    guard index >= sentence.lowerBound, subjects.mentions[index] == nil else { return nil }
    return clause.has(index, [.locative, .motion]) || isPlaceWord(index, .surface) ? index : nil
  }

  /// Words that a noun for a place may have before it: "in the old Norwegian harbour town of".
  private static let nounPhrase = 5

  private func isPlaceWord(_ index: Int, _ sort: PlaceWord) -> Bool {
    places.value(of: clause.tokens[index].hash).map { PlaceWord(rawValue: $0).contains(sort) } ?? false
  }

  private func isPlaceModifier(_ index: Int) -> Bool {
    guard subjects.mentions[index] == nil else { return false }
    // "rebel-held", "north-eastern".
    return isPlaceWord(index, .modifier) || clause.isHyphen(index) || clause.isHyphen(index - 1)
      || index + 1 < sentence.upperBound && clause.isHyphen(index + 1) && clause.tokens[index].kind == .word
  }

  /// Whether a word may stand between a preposition and its noun: an article, an adjective, another's name.
  private func isWithinNounPhrase(_ index: Int) -> Bool {
    if subjects.mentions[index] != nil || clause.has(index, [.possessiveEnding, .determiner, .possessive]) {
      return true
    }
    guard clause.tokens[index].kind == .word || clause.isHyphen(index) else { return false }
    return !clause.has(
      index,
      [
        .preposition, .locative, .conjunction, .subordinator, .relative, .auxiliary, .modal, .futureModal,
        .finiteVerb, .subjectPronoun, .objectPronoun,
      ])
  }

  /// Whether a comma and the name of a place stand before a country: "in Lund, Norway".
  private func followsPlace(_ comma: Int) -> Bool {
    guard comma > sentence.lowerBound, clause.isComma(comma), let before = subjects.mentions[comma - 1] else {
      return false
    }
    return subjects.mentions.mentions[before].kind == .place
  }

  /// Whether what stands before a place is what somebody said or agreed on: "agreed on a zone in Ghent".
  private func isOfMatter(_ preposition: Int, of verb: Int) -> Bool {
    guard clause.has(verb, [.plans, .reports]), !clause.has(verb, .triggerNoun), verb + 1 < preposition else {
      return false
    }
    let between = verb + 1..<preposition
    guard !between.contains(where: { clause.has($0, .triggerNoun) }) else { return false }
    return between.contains {
      subjects.mentions[$0] == nil
        && (clause.has($0, .infinitiveMarker)
          || clause.has($0, [.preposition, .determiner]) && subjects.mentions[$0 + 1] == nil
            && !clause.has($0 + 1, .locative) && !isInTime($0 + 1))
    }
  }

  func isInTime(_ token: Int) -> Bool {
    let range = clause.text.range(token..<token + 1)
    return times.contains { $0.range.overlaps(range) }
  }

  /// Whether a place is a state that a journey goes to.
  func isHost(_ mention: Int, trigger: Int) -> Bool {
    subjects.mentions.mentions[mention].kind == .country && clause.has(trigger, .motion)
  }

  /// Where a clause ends within a stretch of a sentence: where another verb has the same subject, "and was shown a
  /// mill", where a purpose or a plan is told, "to ask for an end", or what came of it, ", prompting cheers in Ghent".
  func clauseEnd(behind token: Int, in region: Range<Int>) -> Int {
    let next = predicates.first { $0.start > token && !$0.isPlanned }?.start ?? region.upperBound
    let purpose = (token + 1..<max(token + 1, region.upperBound - 1)).first {
      guard subjects.mentions[$0 + 1] == nil else { return false }
      return clause.has($0, .infinitiveMarker) && clause.has($0 + 1, .verbBase)
        || clause.isComma($0) && clause.isPresentParticiple($0 + 1)
    }
    return min(next, purpose ?? region.upperBound, region.upperBound)
  }

  func takesPart(_ mention: Int, _ token: Int, besides trigger: Int) -> Bool {
    switch subjects.mentions.mentions[mention].kind {
    case .organization: return !isOnlyTold(token, besides: trigger)
    case .person, .group: return true
    case .country:
      let before = precedes(token)
      return before < 0
        || !clause.has(before, .locative) && locative(of: mention, behind: before) == nil
          && !followsPlace(before)
    case .place:
      let before = precedes(token)
      return before >= 0 && clause.has(before, .companion)
    case .other: return false
    }
  }

  /// Whether a body is only whom somebody told what happened: "confirmed to Wire", "told Wire".
  ///
  /// Of the telling itself it is a party: "warned the Bank".
  private func isOnlyTold(_ token: Int, besides trigger: Int) -> Bool {
    let before = subjects.mentions.start(ofMentionAt: token, from: 0) - 1
    guard before > sentence.lowerBound, before != trigger, subjects.mentions[before] == nil else {
      return false
    }
    if clause.has(before, .takesAddressee) { return clause.isPast(before) && subjects.isFinite(before) }
    return clause.has(before, .destination) && clause.has(before - 1, .reports) && clause.isPast(before - 1)
  }

  /// Whether a word before a subject stands for what is told of it: "the fall of Lund, which Berg announced", "the
  /// treaty that Berg signed".
  func isAskedFor(_ word: Int) -> Bool {
    guard word >= sentence.lowerBound, subjects.mentions[word] == nil, clause.has(word, .relative) else {
      return false
    }
    guard clause.has(word, .subordinator) else { return true }
    return clause.has(word, .determiner) && word > sentence.lowerBound && isThing(word - 1)
  }

  /// Whether a word before "that" is a noun or a count, with which it goes on, and no verb whose words it opens.
  private func isThing(_ word: Int) -> Bool {
    if clause.tokens[word].isNumber { return true }
    return clause.tokens[word].kind == .word && !clause.isPast(word) && !clause.isAdverb(word)
      && !clause.has(word, [.anyVerb, .preposition, .conjunction, .auxiliary, .objectPronoun])
  }

  /// Whether two who were told of together are named as such: "the two leaders", "both men", "the two".
  func namesPair(in region: Range<Int>) -> Bool {
    guard !pair.isEmpty else { return false }
    return region.contains {
      guard clause.has($0, .pairMark), subjects.mentions[$0] == nil else { return false }
      let next = $0 + 1
      guard next < sentence.upperBound, subjects.mentions[next] == nil else { return false }
      // "Two men" are any two.
      let isDefinite = $0 > sentence.lowerBound && clause.has($0 - 1, .determiner)
      if clause.has(next, .pairNoun) { return isDefinite || !clause.has($0, .number) }
      return subjects.isFinite(next) && isDefinite
    }
  }

  /// Whether a noun with its article is what two were told of at before: "at the meeting, which was held on Monday".
  ///
  /// What somebody else does with it is not theirs: "parliament passed the agreement".
  func isOfPair(_ noun: Int, _ triggerClass: Int, told subject: ClauseSubject?) -> Bool {
    guard !pair.isEmpty, classes.indices.contains(triggerClass),
      subject.map({ $0.isPronoun || $0.tokens.contains(noun) }) ?? true,
      joiningClasses.contains(classes[triggerClass]),
      noun > sentence.lowerBound, clause.has(noun, .triggerNoun)
    else { return false }
    return clause.has(noun - 1, [.determiner, .possessive])
      && !clause.has(noun - 1, [.numberArticle, .negation])
  }

  /// Whether "they" are two who were told of together: who "met again" are those who met.
  func isPair(_ subject: ClauseSubject?, joinedBy triggerClass: Int) -> Bool {
    guard isPairAtHand, let subject, subject.isPronoun, classes.indices.contains(triggerClass) else {
      return false
    }
    return joiningClasses.contains(classes[triggerClass])
      && clause.has(subject.tokens.lowerBound, .pluralPronoun)
  }

  /// What happened then, where a time is told by it: "a change from last year, when Berg left".
  func clauseBehind(_ time: Int) -> Predicate? {
    if let told = clauseOfCleft(time) { return told }
    let next = wordBehind(time)
    guard next < sentence.upperBound, subjects.mentions[next] == nil, clause.has(next, .relative),
      clause.has(next, .subordinator), !clause.has(next, [.preposition, .determiner])
    else { return nil }
    let behind = predicates.filter { $0.start > next }
    guard let first = behind.first, behind.count > 1, describes(first, before: behind[1]) else {
      return behind.first
    }
    return behind[1]
  }

  /// Whether a predicate only says which thing is meant that the next tells of: "when the barrels that had stood there
  /// blew up".
  private func describes(_ predicate: Predicate, before next: Predicate) -> Bool {
    guard predicate.start > sentence.lowerBound, clause.has(predicate.start - 1, .relative) else {
      return false
    }
    return !(predicate.verb + 1..<max(next.start, predicate.verb + 1)).contains {
      clause.isComma($0) || clause.has($0, [.conjunction, .subordinator, .relative, .semicolon, .dash])
    }
  }

  /// What happened at a time that a sentence is split for: "It was on Monday that Berg left", "It was not until Monday that".
  func clauseOfCleft(_ time: Int) -> Predicate? {
    let place = tokens(of: time)
    guard place.upperBound < sentence.upperBound, clause.has(place.upperBound, .relative),
      !clause.has(place.upperBound, .preposition)
    else { return nil }
    var verb = place.lowerBound - 1
    while verb > sentence.lowerBound, place.lowerBound - verb <= Self.longestOfCleft, !clause.has(verb, .be) {
      guard clause.has(verb, [.preposition, .limit, .adverb, .negation, .locative]) || clause.isAdverb(verb)
      else { return nil }
      verb -= 1
    }
    guard verb > sentence.lowerBound, clause.has(verb, .be), clause.has(verb - 1, .subjectPronoun),
      !clause.has(verb - 1, .personPronoun),
      sentence.first(where: { clause.tokens[$0].kind == .word }) == verb - 1
    else { return nil }
    return predicates.first { $0.start > place.upperBound }
  }

  /// Words between the verb and the time of a split sentence, at most: "was only late on".
  private static let longestOfCleft = 4

  // MARK: Background

  /// Whether a time lies apart from the days on which an article's own subject happens.
  func isBackground(_ meaning: TimeMeaning) -> Bool {
    switch meaning {
    case .absolute(let value): value.day == nil
    case .slot(let slot, let frame): !slot.isDay || frame != .nearest
    case .relative(let unit, let count, _): unit != .day || count < -1 || count > 1
    case .timeOfDay(_, let day): day.map(isBackground) ?? false
    case .distance(_, _, _, from: .event): false
    case .distance(let unit, _, _, _): unit != .hour && unit != .minute
    case .approximate(let whole): isBackground(whole)
    case .part: true
    case .duration, .set, .vague: false
    }
  }
}
