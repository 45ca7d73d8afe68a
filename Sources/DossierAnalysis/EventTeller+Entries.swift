import DossierModel

/// What the entries of a chronology tell, which have their dates as headings and mostly stand in the present.
extension EventTeller {
  /// The events of a sentence without a time of its own, on that of its entry.
  ///
  /// Only what is told in the tense of the first verb and in no clause beside it: what was before, or is said, is of
  /// another time.
  func eventsOfEntry(at time: Int) -> [EventMention] {
    let told = predicates.filter {
      !$0.isUnreal && !$0.isPlanned && !$0.isPluperfect && !isInClause($0) && !isInSpeech($0)
    }
    var used: Set<Int> = []
    return told.compactMap { predicate in
      let trigger = trigger(of: predicate)
      guard predicate.isPast == told[0].isPast, used.insert(trigger.token).inserted else { return nil }
      let event = event(predicate, trigger: trigger, time: time)
      if trigger.class > 0 { return event }
      // What an entry tells first is its event, whatever the verb.
      let isFirst = predicate.verb == told[0].verb && !clause.has(predicate.verb, .be)
      return isFirst && !event.participants.isEmpty ? event : nil
    }
  }

  /// Whether a word opens a clause that a predicate stands in: "who", "as", "that".
  private func isInClause(_ predicate: Predicate) -> Bool {
    (sentence.lowerBound..<max(predicate.start, sentence.lowerBound)).contains {
      clause.has($0, [.relative, .subordinator]) && opensClause($0, of: predicate)
    }
  }

  private func isInSpeech(_ predicate: Predicate) -> Bool {
    let verb = clause.tokens[predicate.verb].lower
    return speech.contains { ($0.lowerBound..<$0.upperBound).contains(verb) }
  }
}
