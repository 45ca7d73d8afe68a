import DossierModel

/// Nouns that tell an event by themselves, with the words that belong to them.
extension EventTeller {
  /// Words of a phrase that are gone through for its noun or its beginning, at most.
  private static let longestPhrase = 8

  /// A noun with a name behind it, of which a month or year tells when: "the murder of Anna Berg in 2014".
  ///
  /// A day is rather that of the sentence's verb.
  func nounWithName(before time: Int) -> Int? {
    let marker = tokens(of: time).lowerBound - 1
    guard !times[time].meaning.isDay, marker - 2 > sentence.lowerBound, clause.has(marker, .locative),
      subjects.mentions[marker - 1] != nil
    else { return nil }
    let low = max(sentence.lowerBound + 1, marker - Self.longestPhrase)
    for index in stride(from: marker - 1, through: low, by: -1) where subjects.mentions[index] == nil {
      if clause.has(index, .preposition) { return isNoun(index - 1) ? index - 1 : nil }
      guard clause.tokens[index].kind == .word, !subjects.isFinite(index),
        !clause.has(index, [.conjunction, .subordinator, .relative])
      else { return nil }
    }
    return nil
  }

  /// The words from the article before a noun up to it: "the last presidential election"; nil where only the words
  /// before them tell whose it is: "their last talks".
  func phrase(of noun: Int) -> Range<Int>? {
    var start = noun
    while start > sentence.lowerBound, noun - start < Self.longestPhrase {
      var before = start - 1
      // "the so-called harbour war".
      if clause.isHyphen(before), before - 1 > sentence.lowerBound { before -= 1 }
      let isName = subjects.mentions[before] != nil
      if !isName, clause.tokens[before].kind == .punctuation, !clause.isHyphen(before),
        !clause.has(before, .possessiveEnding)
      {
        break
      }
      let ends: WordTraits = [.preposition, .conjunction, .subordinator, .relative, .auxiliary]
      if !isName, before == start - 1, clause.has(before, ends) || subjects.isFinite(before) { break }
      start = before
      if !isName, before < noun, clause.has(before, .possessive), !clause.has(before, .possessiveEnding) {
        return nil
      }
      if !isName, clause.has(before, [.determiner, .possessive]) { break }
    }
    return start..<noun + 1
  }

  /// Whether a bare noun only tells what a verb with an event of its own led to: "sentenced five men to death".
  func isOutcome(_ noun: Int) -> Bool {
    guard noun - 1 > sentence.lowerBound, clause.has(noun - 1, .destination),
      let predicate = predicates.last(where: { $0.verb < noun - 1 }),
      noun - predicate.verb < Self.longestPhrase, trigger(of: predicate).class > 0
    else { return false }
    let between = predicate.verb + 1..<noun - 1
    return (predicate.isPassive || !between.isEmpty)
      && between.allSatisfy {
        subjects.mentions[$0] != nil
          || !clause.isComma($0) && !clause.has($0, [.preposition, .subordinator, .relative])
      }
  }

  /// Whether a time is that for which something was set, not when: "has been fixed for 23 September".
  func isArranged(_ time: Int, by predicate: Predicate) -> Bool {
    !times[time].isAdverbial && tokens(of: time).lowerBound == predicate.verb + 2
      && clause.has(predicate.verb + 1, .preposition)
  }

  /// Whether the verb before a noun places it ahead, of which nothing else tells on which side of now it lies: "could be
  /// law before the vote on 6 August".
  func isAwaited(_ noun: Int, at time: Int) -> Bool {
    guard times[time].direction == .unknown, times[time].meaning.isOfMonth,
      let predicate = predicates.last(where: { $0.verb < noun })
    else { return false }
    return predicate.isPlanned || predicate.isUnreal
  }
}
