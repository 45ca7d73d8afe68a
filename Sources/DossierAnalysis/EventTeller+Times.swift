import DossierModel

/// Which times of a sentence say when something happened.
extension EventTeller {
  /// Whether a time says when something happened, not how long it took, how often it does, or up to when.
  func placesEvents(_ time: Int) -> Bool {
    switch times[time].meaning {
    case .duration, .set, .vague: return false
    default: break
    }
    guard times[time].kind != .set, times[time].kind != .duration, !isBesideOther(time), !isAnySuch(time),
      !isRestated(time), !isOfComparedFigure(time)
    else { return false }
    // Of a time that only limits, nothing is told but what bears it as its own: "before Wednesday's talks".
    return (!isLimit(time) || isDeadline(time) || beginsClause(time) || attributedNoun(of: time) != nil)
      && !isAttribute(time)
  }

  /// Whether a time of day is on no day that is told, but on one beside something else: "the night before the talks".
  private func isBesideOther(_ time: Int) -> Bool {
    guard case .timeOfDay(_, nil) = times[time].meaning else { return false }
    let next = tokens(of: time).upperBound
    return next < sentence.upperBound && clause.has(next, .preposition) && clause.has(next, .subordinator)
      && !clause.has(next, .genitiveMarker)
  }

  /// Whether a time only says since when nothing was like it: "met for their fifth summit since 2017".
  ///
  /// What has gone on since then is told in the perfect, where a language has one for it; and what is to come has not:
  /// "is expected to fall to the lowest level since 2011".
  func isCompared(_ time: Int, by predicate: Predicate) -> Bool {
    let place = tokens(of: time).lowerBound
    guard times[time].bound == .from, !clause.isVerbSecond, predicate.verb < place else { return false }
    if predicate.isPlanned {
      return clause.has(place - 1, .preposition) && clause.has(place - 1, .subordinator)
    }
    return predicate.isPast && predicate.start == predicate.verb
  }

  /// Whether a time is that of a figure which the one told is compared with: "37 per cent, up from 31 two years ago".
  private func isOfComparedFigure(_ time: Int) -> Bool {
    let place = tokens(of: time).lowerBound
    let words = sentence.lowerBound..<place
    guard let figure = words.suffix(Self.longestFigure).last(where: { clause.tokens[$0].kind == .number })
    else {
      return false
    }
    let unit = (figure + 1)..<place
    guard unit.allSatisfy({ !clause.tokens[$0].isCapitalised && !clause.isComma($0) }) else { return false }
    var before = figure - 1
    while before > sentence.lowerBound, clause.has(before, .determiner) { before -= 1 }
    return before > sentence.lowerBound && clause.isComparison(endingAt: before)
  }

  /// Words of a figure with what it counts and a preposition behind it, at most: "31.5 per cent of the vote in".
  private static let longestFigure = 7

  /// Whether a day is told by its date too, right behind it: "on Monday (May 4)", "the same day, May 4".
  private func isRestated(_ time: Int) -> Bool {
    guard time + 1 < times.count, times[time].sentence == times[time + 1].sentence,
      times[time + 1].meaning.isDay
    else { return false }
    let end = tokens(of: time).upperBound
    guard tokens(of: time + 1).lowerBound == end + 1 else { return false }
    switch times[time].meaning {
    case .slot(.weekday, .nearest): return clause.isMark(end, UInt8(ascii: "("))
    case .relative(.day, 0, from: .previousDay): return clause.isComma(end)
    default: return false
    }
  }

  /// Whether a verb stands right behind a time, whose time it is: "the judge looking into the blast Monday charged two".
  func precedesVerb(_ time: Int) -> Bool {
    let next = tokens(of: time).upperBound
    return predicates.contains { $0.start == next && $0.isPast }
  }

  /// The times that date the events of the sentence, but for some; where there is no other, that which is counted from an
  /// event that other sentences date: "six days after the flood".
  func ownTimes(among times: [Int], without others: Set<Int>) -> [Int] {
    let own = times.filter { placesEvents($0) && !others.contains($0) }
    guard own.isEmpty else { return mostTellingFirst(own) }
    let counted = times.filter { self.times[$0].meaning.isFromEvent && !others.contains($0) }
    return counted.count == 1 ? counted : []
  }

  /// The words that name the event which a time is counted from, with what a clause behind it tells of it: "the flood
  /// that killed ten".
  func namingOfEvent(_ time: Int) -> Range<Int>? {
    guard case .distance(_, _, _, from: .event(_, let named)) = times[time].meaning else { return nil }
    let words = clause.text.tokens(in: named)
    let end = (words.upperBound..<sentence.upperBound).first {
      clause.isComma($0) || clause.has($0, [.semicolon, .dash])
    }
    let rest = words.upperBound..<(end ?? sentence.upperBound)
    return rest.contains(where: isRelativeOnly) ? words.lowerBound..<rest.upperBound : words
  }

  /// Times in the order in which they may date an event: "Two weeks later, on 29 January" and "ten days earlier, on
  /// 7 September" say most by the day.
  func mostTellingFirst(_ placing: [Int]) -> [Int] {
    guard placing.count > 1 else { return placing }
    func vagueness(_ time: Int) -> Int {
      let meaning = times[time].meaning
      guard meaning.isDay else { return 2 }
      if case .distance = meaning { return 1 }
      return 0
    }
    return (0...2).flatMap { rank in placing.filter { vagueness($0) == rank } }
  }

  /// Whether a time stands in somebody's words, and a predicate does not: "“I left on Friday,” she said".
  func isSpoken(_ time: Int, without predicate: Predicate) -> Bool {
    let verb = clause.tokens[predicate.verb].lower
    return speech.contains {
      $0.contains(times[time].range) && !($0.lowerBound..<$0.upperBound).contains(verb)
    }
  }

  /// Whether a day of the week is any of its kind: "a Monday like this".
  private func isAnySuch(_ time: Int) -> Bool {
    guard case .slot(_, .nearest) = times[time].meaning, attributedNoun(of: time) == nil else { return false }
    let before = tokens(of: time).lowerBound - 1
    return before >= sentence.lowerBound && clause.has(before, .numberArticle)
  }

  /// Whether a time is one up to which something was so: "before the winter", "until Sunday".
  ///
  /// A time of day is near enough to what happened "shortly before midnight on Monday".
  func isLimit(_ time: Int) -> Bool {
    if times[time].kind == .time { return endsPurpose(time) }
    guard times[time].kind == .date else { return false }
    if let hour = hourOn(time), endsPurpose(hour) { return true }
    var before = tokens(of: time).lowerBound - 1
    while before > sentence.lowerBound, clause.has(before, .determiner), !clause.has(before, .limit) {
      before -= 1
    }
    return before >= sentence.lowerBound && clause.has(before, .limit) || endsRange(time)
  }

  /// Whether the next clause tells what was at a time: "until Tuesday, when the mayor gave in".
  private func beginsClause(_ time: Int) -> Bool {
    let next = wordBehind(time)
    return next < sentence.upperBound && clause.has(next, .subordinator) && clause.has(next, .relative)
      || clauseOfCleft(time) != nil
  }

  /// The token behind a time and a comma, if there is one; the sentence's end where nothing is.
  func wordBehind(_ time: Int) -> Int {
    let end = tokens(of: time).upperBound
    return end < sentence.upperBound && clause.isComma(end) ? end + 1 : end
  }

  /// The time of day that stands right before a day: "noon" of "by noon on Monday".
  private func hourOn(_ day: Int) -> Int? {
    guard day > 0, times[day - 1].kind == .time else { return nil }
    let gap = tokens(of: day).lowerBound - tokens(of: day - 1).upperBound
    return (0...1).contains(gap) ? day - 1 : nil
  }

  /// Whether a time of day is the last for what somebody is told to do: "told her to leave by noon on Monday".
  private func endsPurpose(_ time: Int) -> Bool {
    let marker = tokens(of: time).lowerBound - 1
    guard marker > sentence.lowerBound, clause.has(marker, .agentMarker) else { return false }
    return (sentence.lowerBound..<marker).contains {
      clause.has($0, .infinitiveMarker) && subjects.mentions[$0 + 1] == nil
        && (clause.has($0 + 1, .verbBase) || clause.isUnknown($0 + 1))
    }
  }

  /// Whether a time ends a stretch of which another is the beginning: "led the town from 2004 to 2009".
  private func endsRange(_ time: Int) -> Bool {
    let marker = tokens(of: time).lowerBound - 1
    guard time > 0, marker > sentence.lowerBound,
      clause.has(marker, [.infinitiveMarker, .dash]) || clause.isHyphen(marker)
    else { return false }
    return tokens(of: time - 1).upperBound == marker
  }

  /// Whether a time is the last day of what is to be done: "is to leave the harbour by 20 November".
  private func isDeadline(_ time: Int) -> Bool {
    let marker = tokens(of: time).lowerBound - 1
    guard times[time].meaning.isDay, marker > sentence.lowerBound, clause.has(marker, .agentMarker) else {
      return false
    }
    return predicates.contains { $0.isPlanned && !$0.isUnreal && $0.verb < marker }
  }

  /// Whether a time only tells which thing is meant: "the figures of last year", "a 1968 airliner".
  ///
  /// A noun that tells an event has it as its own: "the talks of last year", "the winners of Sunday's election".
  private func isAttribute(_ time: Int) -> Bool {
    let tokens = tokens(of: time)
    return followsThing(tokens.lowerBound - 1) && attributedNoun(of: time) == nil
      || describesThing(tokens) && nounBeside(time) == nil
  }

  /// Whether the word before a time makes it that of a thing: "of".
  private func followsThing(_ marker: Int) -> Bool {
    guard marker > sentence.lowerBound, clause.has(marker, .genitiveMarker), !clause.has(marker, .determiner)
    else { return false }
    let noun = marker - 1
    guard clause.tokens[noun].kind == .word, !isNoun(noun) else { return false }
    return !clause.has(noun, [.subordinator, .preposition, .auxiliary, .triggerVerb])
      && !clause.isPast(noun) && !clause.isAdverb(noun)
  }

  /// Whether a time stands between an article and a noun: "a 2012 message".
  private func describesThing(_ time: Range<Int>) -> Bool {
    let end = time.upperBound
    guard hasArticle(time), end < sentence.upperBound else { return false }
    if clause.isHyphen(end) { return true }
    guard clause.tokens[end].kind == .word else { return false }
    return subjects.mentions[end] != nil
      || !clause.has(
        end,
        [
          .preposition, .auxiliary, .modal, .futureModal, .conjunction, .subordinator, .relative, .adverb,
          .subjectPronoun, .finiteVerb, .determiner,
        ]) && !clause.isPast(end) && !clause.isAdverb(end)
  }

  /// Whether an article or an owner stands before a time: "the", "their".
  func hasArticle(_ time: Range<Int>) -> Bool {
    time.lowerBound > sentence.lowerBound
      && clause.has(time.lowerBound - 1, [.determiner, .possessive, .possessiveEnding])
  }

  /// Whether the one time of a sentence holds for another of its predicates: not for a plan's own making, as in
  /// "agreed to host a summit next week", nor for what goes on now, nor for the telling of what happened then.
  func shares(_ time: Int, _ predicate: Predicate) -> Bool {
    guard !reports(predicate, whatHappenedAt: time), !isApart(time, from: predicate),
      mayBeDated(by: time, at: tokens(of: time).lowerBound, predicate),
      !liesBefore(predicate, theTellingAt: time), !isCompared(time, by: predicate),
      !isOfThing(predicate, before: time),
      !isOpened(predicate, behind: tokens(of: time).upperBound),
      !isOpened(predicate, before: tokens(of: time).lowerBound)
    else { return false }
    return times[time].direction == .future ? predicate.isPlanned : predicate.isPast
  }

  /// Whether a predicate only tells which thing is meant, before a comma that a time stands behind: "After the storm that
  /// killed ten, the board said on Monday".
  private func isOfThing(_ predicate: Predicate, before time: Int) -> Bool {
    let place = tokens(of: time).lowerBound
    guard predicate.verb < place, (predicate.verb..<place).contains(where: { clause.isComma($0) }),
      let opening = (sentence.lowerBound..<predicate.start).last(where: {
        clause.has($0, .relative) && !clause.has($0, .preposition) && subjects.mentions[$0] == nil
      }), opening > sentence.lowerBound,
      isAskedFor(opening) || !predicates.contains(where: { $0.verb < opening })
    else { return false }
    return !(opening..<predicate.start).contains { clause.isComma($0) }
  }

  /// Whether the same subject goes on to do something on a day of its own, which tells who took part then: "came on Monday
  /// and met Dahl on Tuesday".
  func isOnOtherDay(from end: Int, than time: Int?) -> Bool {
    guard let time, tokens(of: time).upperBound <= end, end < sentence.upperBound,
      end > sentence.lowerBound, clause.has(end - 1, .conjunction)
    else { return false }
    return times.indices.contains { other in
      times[other].sentence == index && times[other].meaning.isDay && tokens(of: other).lowerBound > end
    }
  }

  /// The time of a noun that a predicate tells more of: "the attack on Monday that killed two".
  func timeOfNoun(before predicate: Predicate, among times: [Int]) -> Int? {
    let relative = predicate.start - 1
    guard relative > sentence.lowerBound, clause.has(relative, .relative), predicate.isPast else {
      return nil
    }
    return times.first { tokens(of: $0).upperBound == relative && nounBeside($0) != nil }
  }

  /// Whether a time is that of somebody's telling, and what is told lies before it: "said on Monday they had agreed".
  private func liesBefore(_ predicate: Predicate, theTellingAt time: Int) -> Bool {
    guard predicate.isPluperfect, let own = self.predicate(of: time), own.verb < predicate.start else {
      return false
    }
    return clause.has(own.verb, .reports) && !own.isPluperfect
  }

  /// Whether a time stands in a clause that only tells who or what is meant: "Berg, who left in 2012, asked for talks",
  /// "toured the mill which Berg left on Monday".
  private func isApart(_ time: Int, from predicate: Predicate) -> Bool {
    guard let own = self.predicate(of: time), own.verb != predicate.verb else { return false }
    if clauseBehind(time) != nil {
      // "They met on Monday, when they signed the pact": both are of that day.
      return clause.isComma(tokens(of: time).upperBound) && !isOnDay(time)
    }
    if predicate.verb < own.start, own.start <= tokens(of: time).lowerBound,
      (predicate.verb + 1..<own.start).contains(where: isRelativeOnly)
    {
      return true
    }
    var before = own.start - 1
    while before > sentence.lowerBound, clause.isAdverb(before), subjects.mentions[before] == nil {
      before -= 1
    }
    return before > sentence.lowerBound && clause.has(before, .relative) && clause.isComma(before - 1)
  }

  /// Whether a time is a day with a preposition that only says when: "on Monday".
  private func isOnDay(_ time: Int) -> Bool {
    let before = tokens(of: time).lowerBound - 1
    return times[time].meaning.isDay && before > sentence.lowerBound && clause.has(before, .preposition)
      && !clause.has(before, [.limit, .subordinator, .destination, .genitiveMarker])
  }

  /// Whether a time stands in what a verb reports: behind a predicate that follows it.
  private func reports(_ predicate: Predicate, whatHappenedAt time: Int) -> Bool {
    guard clause.has(predicate.verb, .reports) else { return false }
    let place = tokens(of: time).lowerBound
    return predicates.contains { $0.start > predicate.verb && !$0.isPlanned && $0.verb < place }
  }
}
