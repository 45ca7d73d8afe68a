/// Clauses that others follow: what a time before them does not tell of.
extension EventTeller {
  /// Whether "after" or one of its like opens a predicate's clause, behind a time that is not in it: "on 3 March, the
  /// day after the bridge fell, the mayor left".
  func isOpened(_ predicate: Predicate, behind time: Int) -> Bool {
    time < predicate.start && isOpened(predicate, from: time)
  }

  /// Whether "after" or one of its like opens a predicate's clause, and a comma closes it before a time: "After the bridge
  /// fell, the mayor left on 3 March".
  func isOpened(_ predicate: Predicate, before time: Int) -> Bool {
    predicate.verb < time && (predicate.verb..<time).contains { clause.isComma($0) }
      && isOpened(predicate, from: sentence.lowerBound)
  }

  private func isOpened(_ predicate: Predicate, from start: Int) -> Bool {
    (start..<max(predicate.start, start)).contains {
      clause.has($0, .subordinator) && clause.has($0, .preposition) && opensClause($0, of: predicate)
    }
  }

  /// Whether a comma behind a time closes a clause that only tells who is meant, so that the verb behind it is another's:
  /// "Berg, who has led the town since 1980, resigned".
  func closesRelative(at time: Int, before predicate: Predicate) -> Bool {
    guard (time..<predicate.verb).contains(where: { clause.isComma($0) }),
      let opening = (sentence.lowerBound..<time).last(where: {
        clause.has($0, .relative) && subjects.mentions[$0] == nil && $0 > sentence.lowerBound
          && clause.isComma($0 - 1)
      })
    else { return false }
    return predicates.contains { opening < $0.verb && $0.verb < time }
  }

  /// Whether a clause with a verb begins at a word before a time, and not only a noun: "resigned as mayor in March".
  func opensVerb(_ word: Int, before time: Int) -> Bool {
    guard word > sentence.lowerBound, clause.isPast(word - 1) || clause.has(word - 1, .anyVerb) else {
      return true
    }
    let end = (time..<sentence.upperBound).first { clause.isComma($0) } ?? sentence.upperBound
    return predicates.contains { word < $0.verb && $0.verb < end }
  }

  /// Whether a time belongs to what was done to somebody, told in passing between two commas, so that the verb behind is
  /// of another: "Berg, accused of taking a boat in 2014, resigned".
  func isOfParticiple(_ time: Int, before predicate: Predicate) -> Bool {
    guard time < predicate.verb, (time..<predicate.verb).contains(where: { clause.isComma($0) }),
      let opening = (sentence.lowerBound..<time).last(where: { clause.isComma($0) }),
      opening > sentence.lowerBound, subjects.mentions[opening - 1] != nil, opening + 1 < time
    else { return false }
    return subjects.mentions[opening + 1] == nil && clause.isPast(opening + 1)
      && !clause.has(opening + 1, .auxiliary)
  }

  /// Whether a predicate is what somebody is said to have done by others, and a time behind it is that of the deed:
  /// "accused of taking a boat in 2014".
  func isCharge(_ predicate: Predicate, before time: Int) -> Bool {
    predicate.verb + 1 < time && clause.has(predicate.verb, .reportsAbout)
      && clause.has(predicate.verb + 1, .genitiveMarker)
      && (predicate.verb + 2..<time).contains { clause.isPresentParticiple($0) }
  }

  /// Whether a predicate at a sentence's end only tells who says what stands before it, times and all.
  ///
  /// "The mill has leaked since at least 2016, the board reported": the report is of no such year.
  func isClosingReport(_ predicate: Predicate, behind time: Int) -> Bool {
    guard time < predicate.verb, clause.has(predicate.verb, .reports),
      (time..<predicate.verb).contains(where: { clause.isComma($0) }),
      predicates.contains(where: { $0.verb < time })
    else { return false }
    return (predicate.verb + 1..<max(predicate.verb + 1, sentence.upperBound)).allSatisfy {
      clause.tokens[$0].kind == .punctuation
    }
  }

  /// Whether a word can begin nothing but a relative clause: "who", not "that".
  func isRelativeOnly(_ word: Int) -> Bool {
    clause.has(word, .relative) && !clause.has(word, [.subordinator, .determiner])
      && subjects.mentions[word] == nil
  }

  /// Whether a predicate only tells, in a clause that begins behind a time, who is meant: "On Monday Berg, who served at
  /// sea, was there".
  func isTellingWho(_ predicate: Predicate, behind time: Int) -> Bool {
    guard time < predicate.verb,
      let opening = (time..<predicate.verb).last(where: isRelativeOnly), opening > time,
      clause.isComma(opening - 1)
    else { return false }
    return !(opening..<predicate.verb).contains { clause.isComma($0) }
  }

  /// Whether a predicate tells, between two commas, who somebody is, and a time stands behind both: "met Berg, who leads
  /// the town, on Monday".
  func isStandingApart(_ predicate: Predicate, before time: Int) -> Bool {
    guard !predicate.isPlanned, predicate.verb < time,
      let comma = (predicate.verb..<time).last(where: { clause.isComma($0) }),
      !predicate.isPast || hasOwnTime(predicate, before: comma, and: time),
      let opening = (sentence.lowerBound..<predicate.start).last(where: {
        clause.has($0, .relative) && !clause.has($0, .determiner) && subjects.mentions[$0] == nil
      })
    else { return false }
    return opening > sentence.lowerBound && clause.isComma(opening - 1) && opensClause(opening, of: predicate)
  }

  /// Whether a time stands in the clause of a predicate before the comma that closes it, and another behind it.
  private func hasOwnTime(_ predicate: Predicate, before comma: Int, and time: Int) -> Bool {
    times.indices.contains { other in
      times[other].sentence == index && (predicate.verb..<comma).contains(tokens(of: other).lowerBound)
        && placesEvents(other)
    } && time - comma <= Self.wordsToTime
  }

  /// Tokens from a comma to the time behind it, at most: ", on Monday".
  private static let wordsToTime = 2

  /// Whether a word that may open a clause opens that of a predicate: nothing parts the two.
  func opensClause(_ index: Int, of predicate: Predicate) -> Bool {
    index < predicate.start && subjects.mentions[index] == nil
      && !(index + 1..<predicate.start).contains { clause.isComma($0) }
      && !predicates.contains { index < $0.start && $0.start < predicate.start }
  }
}
