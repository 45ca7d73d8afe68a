import DossierModel
import DossierSource

/// What events are recognised by, besides the words that tell them.
package struct EventTables: Sendable {
  /// The names of the classes of events; the first is that of verbs the tables do not have.
  package var classes: [String] = []

  package init() {}
}

/// Finds what an article tells of things that happened or are planned.
///
/// A sentence tells an event where it has a time and a predicate; without a time only the article's first
/// sentences do, which tell its own subject. What is denied, supposed or merely possible is no event.
package struct EventExtractor: Sendable {
  private let classes: [String]
  /// How many sentences of the body tell the article's own subject even without a time.
  private static let leadSentences = 3
  private static let mostInSentence = 4

  package init(tables: EventTables) { classes = tables.classes }

  package func events(
    in clause: ClauseText, mentions: [Mention], times: [TimeExpression], quotations: [Quotation]
  ) -> [EventMention] {
    let subjects = SubjectFinder(
      clause: clause, mentions: MentionIndex(mentions, in: clause.tokens), isQuoted: [])
    let teller = EventTeller(clause: clause, subjects: subjects, times: times, classes: classes)
    var events: [EventMention] = []
    var time = 0
    var lead = 0
    for (index, sentence) in clause.text.sentenceTokens.enumerated() {
      let first = time
      while time < times.count, times[time].sentence <= index { time += 1 }
      let isHeading = isHeading(index, in: clause.text)
      if !isHeading { lead += 1 }
      let isLead = lead <= Self.leadSentences && !isHeading
      let own = (first..<time).filter { times[$0].sentence == index && teller.placesEvents($0) }
      guard isLead || !own.isEmpty else { continue }
      events += teller.events(in: sentence, index: index, times: own, isLead: isLead).prefix(
        Self.mostInSentence)
    }
    return events
  }

  private func isHeading(_ sentence: Int, in text: TokenizedText) -> Bool {
    let block = text.sentences[sentence].block
    return text.blocks.indices.contains(block) && text.blocks[block].kind == .heading
  }
}

/// Tells the events of one sentence.
private struct EventTeller {
  let clause: ClauseText
  let subjects: SubjectFinder
  let times: [TimeExpression]
  let classes: [String]

  /// Whether a time says when something happened, not how long it took or how often it does.
  func placesEvents(_ time: Int) -> Bool {
    switch times[time].meaning {
    case .duration, .set, .vague: false
    default: times[time].kind != .set && times[time].kind != .duration
    }
  }

  func events(in sentence: Range<Int>, index: Int, times own: [Int], isLead: Bool) -> [EventMention] {
    let finder = PredicateFinder(clause: clause, subjects: subjects)
    let predicates = finder.predicates(in: sentence)
    var used: Set<Int> = []
    var events: [EventMention] = []
    for time in own {
      let told = nounBeside(time, in: sentence)
      if let told, !used.contains(told) {
        used.insert(told)
        events.append(event(noun: told, time: time, in: sentence, index: index))
        if predicates.isEmpty { continue }
      }
      guard let predicate = predicate(of: time, among: predicates), !predicate.isUnreal else { continue }
      let trigger = trigger(of: predicate, in: sentence)
      guard used.insert(trigger.token).inserted else { continue }
      events.append(event(predicate, trigger: trigger, time: time, in: sentence, index: index))
    }
    let shared = own.count == 1 ? own.first : nil
    guard isLead || shared != nil else { return events }
    for predicate in predicates where !predicate.isUnreal {
      let trigger = trigger(of: predicate, in: sentence)
      // A plan's time is not the time at which it was made: "agreed to host a summit next week".
      let time = shared.flatMap { (times[$0].direction == .future) == predicate.isPlanned ? $0 : nil }
      guard isLead || time != nil, trigger.class > 0, used.insert(trigger.token).inserted else { continue }
      events.append(event(predicate, trigger: trigger, time: time, in: sentence, index: index))
    }
    return events
  }

  // MARK: Triggers

  /// The word that tells what a predicate is about: its verb, or the object or passive subject of a light verb.
  private func trigger(of predicate: Predicate, in sentence: Range<Int>) -> (token: Int, class: Int) {
    let verb = predicate.verb
    let own = (verb, Int(clause.entry(verb).verbClass))
    guard clause.has(verb, .lightVerb) else { return own }
    if predicate.isPassive, let subject = subjects.subject(of: predicate.start, from: sentence.lowerBound),
      let noun = subject.tokens.first(where: { clause.has($0, .triggerNoun) && subjects.mentions[$0] == nil })
    {
      return (noun, Int(clause.entry(noun).nounClass))
    }
    for index in (verb + 1)..<max(verb + 1, min(verb + 8, sentence.upperBound)) {
      if clause.has(index, .triggerNoun), subjects.mentions[index] == nil {
        return (index, Int(clause.entry(index).nounClass))
      }
      if clause.has(index, [.preposition, .subordinator, .relative]) || clause.isComma(index) { break }
    }
    return own
  }

  /// A noun that tells an event and has the time as its own: "announcement in December", "Wednesday's talks".
  private func nounBeside(_ time: Int, in sentence: Range<Int>) -> Int? {
    let first = clause.text.tokenIndex(endingAfter: times[time].range.lowerBound)
    var end = clause.text.tokenIndex(endingAfter: max(times[time].range.upperBound - 1, 0)) + 1
    var before = first - 1
    if before >= sentence.lowerBound, clause.has(before, [.preposition, .locative]) { before -= 1 }
    if before >= sentence.lowerBound, isNoun(before) { return before }
    let isAttribute = end < sentence.upperBound && clause.has(end, .possessiveEnding)
    if isAttribute { end += 1 }
    let hasArticle =
      first > sentence.lowerBound && clause.has(first - 1, [.determiner, .possessive, .possessiveEnding])
    guard isAttribute || hasArticle else { return nil }
    for index in end..<max(end, min(end + 4, sentence.upperBound)) {
      if isNoun(index) { return index }
      guard clause.tokens[index].kind == .word, !clause.has(index, [.preposition, .auxiliary]) else { break }
    }
    return nil
  }

  private func isNoun(_ index: Int) -> Bool {
    guard clause.has(index, .triggerNoun), subjects.mentions[index] == nil else { return false }
    return !subjects.isFinite(index)
  }

  /// The predicate whose clause a time stands in, else the nearest.
  private func predicate(of time: Int, among predicates: [Predicate]) -> Predicate? {
    let place = clause.text.tokenIndex(endingAfter: times[time].range.lowerBound)
    return predicates.min { distance(from: place, to: $0) < distance(from: place, to: $1) }
  }

  /// How far a time stands from a predicate; a mark that parts clauses counts as many words.
  private func distance(from time: Int, to predicate: Predicate) -> Int {
    let between = time < predicate.verb ? time..<predicate.verb : predicate.verb..<time
    var distance = between.count + (predicate.isUnreal ? 1 : 0)
    for index in between.prefix(60) where subjects.mentions[index] == nil {
      if clause.has(index, [.relative, .subordinator]), !clause.has(index, .preposition) { distance += 12 }
      if clause.isMark(index, 0x3B) || clause.isDash(index) { distance += 12 }
      if clause.has(index, .conjunction) || clause.isComma(index) {
        distance += time < predicate.verb ? 1 : 4
      }
    }
    return distance
  }

  // MARK: Event mentions

  private func event(
    _ predicate: Predicate, trigger: (token: Int, class: Int), time: Int?, in sentence: Range<Int>, index: Int
  ) -> EventMention {
    let region = region(of: predicate.verb, in: sentence)
    let subject = subjects.subject(of: predicate.start, from: sentence.lowerBound)
    let isPlanned = predicate.isPlanned || time.map { times[$0].direction == .future } ?? false
    return eventMention(
      trigger, at: time, in: region, subject: subject, sentence: index, isPlanned: isPlanned,
      isPluperfect: predicate.isPluperfect && !isReported(predicate, in: sentence))
  }

  private func event(noun: Int, time: Int, in sentence: Range<Int>, index: Int) -> EventMention {
    let region = region(of: noun, in: sentence)
    return eventMention(
      (noun, Int(clause.entry(noun).nounClass)), at: time, in: region, subject: nil, sentence: index,
      isPlanned: times[time].direction == .future, isPluperfect: false)
  }

  private func eventMention(
    _ trigger: (token: Int, class: Int), at time: Int?, in region: Range<Int>, subject: ClauseSubject?,
    sentence: Int, isPlanned: Bool, isPluperfect: Bool
  ) -> EventMention {
    var participants: [Int] = []
    if let mention = subject?.mention { participants.append(mention) }
    for token in subject?.tokens ?? 0..<0 {
      if let mention = subjects.mentions[token], !participants.contains(mention), takesPart(mention, token) {
        participants.append(mention)
      }
    }
    var place: Int?
    for token in region {
      guard let mention = subjects.mentions[token], !participants.contains(mention), place != mention else {
        continue
      }
      if isLocated(mention, token) {
        if place == nil { place = mention }
      } else if takesPart(mention, token) {
        participants.append(mention)
      }
    }
    return EventMention(
      sentence: sentence, trigger: clause.text.range(trigger.token..<(trigger.token + 1)),
      triggerClass: classes.indices.contains(trigger.class) ? classes[trigger.class] : "",
      status: isPlanned ? .planned : .happened, time: time, participants: participants.sorted(), place: place,
      isBackground: isPluperfect || time.map { isBackground(times[$0].meaning) } ?? false)
  }

  /// The stretch of a sentence that belongs to a predicate.
  private func region(of verb: Int, in sentence: Range<Int>) -> Range<Int> {
    var start = verb
    while start > sentence.lowerBound, !partsClauses(start - 1) { start -= 1 }
    var end = verb + 1
    while end < sentence.upperBound, !partsClauses(end) { end += 1 }
    return start..<end
  }

  private func partsClauses(_ index: Int) -> Bool {
    guard subjects.mentions[index] == nil else { return false }
    if clause.isMark(index, 0x3B) || clause.isDash(index) { return true }
    return clause.has(index, [.relative, .subordinator]) && !clause.has(index, .preposition)
  }

  private func isReported(_ predicate: Predicate, in sentence: Range<Int>) -> Bool {
    (sentence.lowerBound..<predicate.start).contains {
      clause.has($0, .reports) && (clause.isPast($0) || clause.has($0, .verbPresentParticiple))
    }
  }

  // MARK: Roles

  private func precedes(_ mention: Int, _ token: Int) -> Int {
    var first = token
    while first > 0, subjects.mentions[first - 1] == mention { first -= 1 }
    first -= 1
    while first > 0, clause.has(first, .determiner) { first -= 1 }
    return first
  }

  private func isLocated(_ mention: Int, _ token: Int) -> Bool {
    let kind = subjects.mentions.mentions[mention].kind
    guard kind == .place || kind == .country else { return false }
    let before = precedes(mention, token)
    return before >= 0 && clause.has(before, .locative)
  }

  private func takesPart(_ mention: Int, _ token: Int) -> Bool {
    switch subjects.mentions.mentions[mention].kind {
    case .person, .organization, .group, .country: return true
    case .place:
      let before = precedes(mention, token)
      return before >= 0 && clause.has(before, .companion)
    case .other: return false
    }
  }

  // MARK: Background

  /// Whether a time lies apart from the days on which an article's own subject happens.
  private func isBackground(_ meaning: TimeMeaning) -> Bool {
    switch meaning {
    case .absolute(let value): value.day == nil
    case .slot(let slot, let frame): !slot.isDay || frame != .nearest
    case .relative(let unit, let count, _): unit != .day || count < -1 || count > 1
    case .timeOfDay(_, let day): day.map(isBackground) ?? false
    case .distance(let unit, _, _, _): unit != .hour && unit != .minute
    case .approximate(let whole): isBackground(whole)
    case .part: true
    case .duration, .set, .vague: false
    }
  }
}
