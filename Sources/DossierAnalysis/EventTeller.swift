import DossierModel
import DossierSource

/// Tells the events of one sentence.
struct EventTeller {
  let clause: ClauseText
  let subjects: SubjectFinder
  let times: [TimeExpression]
  let classes: [String]
  let places: Lexicon
  let sentence: Range<Int>
  let index: Int
  let predicates: [Predicate]
  /// Index of the mention that "he" or "she" stands for.
  let topic: Int?
  /// Indexes of the two mentions that "the two leaders" stands for; empty where nobody was told of together.
  let pair: [Int]
  /// Whether the sentence before told of the two, so that "they" are those.
  let isPairAtHand: Bool
  /// The classes of events whose participants are told of together.
  let joiningClasses: Set<String>
  /// What the article's quotations cover.
  let speech: [TextRange]

  func tokens(of time: Int) -> Range<Int> { clause.text.tokens(in: times[time].range) }

  func subject(of predicate: Predicate) -> ClauseSubject? {
    subjects.subject(of: predicate.governor ?? predicate.start, from: sentence.lowerBound)
  }

  func events(at times: [Int], isLead: Bool) -> [EventMention] {
    told(at: times, isLead: isLead).filter { !isOnlyTheSpeakers($0) && !isFragment($0) && !isTagOfSpeech($0) }
  }

  /// Whether it only says that words in quotation marks were said, and not by whom: "“…,” her office said on Monday".
  private func isTagOfSpeech(_ event: EventMention) -> Bool {
    let verb = clause.text.tokenIndex(endingAfter: event.trigger.lowerBound)
    guard event.participants.isEmpty, event.place == nil, clause.has(verb, .reports), !speech.isEmpty else {
      return false
    }
    let words = sentence.filter { clause.tokens[$0].kind == .word }
    let spoken = words.count { word in
      speech.contains { $0.contains(clause.text.range(word..<word + 1)) }
    }
    return spoken > 0 && words.count - spoken <= Self.longestTag
  }

  /// Words that a clause has at most which only says that something was said.
  private static let longestTag = 6

  /// Whether a line begins with what was done, and names nobody who did it: "Published on 2 May", "Updated at noon".
  private func isFragment(_ event: EventMention) -> Bool {
    let verb = clause.text.tokenIndex(endingAfter: event.trigger.lowerBound)
    return event.participants.isEmpty && event.place == nil && clause.isPast(verb)
      && sentence.first { clause.tokens[$0].kind == .word } == verb
  }

  /// Whether nobody is named as taking part but who speaks: "I wrote to them in 1996".
  ///
  /// What is told of oneself or the reader without a time is no news: "You went to Rome and saw nothing".
  private func isOnlyTheSpeakers(_ event: EventMention) -> Bool {
    guard event.time == nil || event.participants.isEmpty && event.place == nil else { return false }
    let verb = clause.text.tokenIndex(endingAfter: event.trigger.lowerBound)
    guard let predicate = predicates.first(where: { $0.verb == verb }) else { return false }
    return subject(of: predicate).map { clause.has($0.tokens.lowerBound, .speakingPronoun) } ?? false
  }

  private func told(at times: [Int], isLead: Bool) -> [EventMention] {
    let counted = times.compactMap { countedDays($0, among: times) }
    let own = ownTimes(among: times, without: Set(counted.map(\.length)))
    if own.isEmpty {
      let soon = times.first { pointsAhead($0) }
      return untimed(soon: soon, isLead: isLead)
    }
    var events = counted.map(event)
    var used = Set(counted.map(\.trigger.token))
    let asides = counted.filter(\.isAside).map(\.clause) + own.compactMap(namingOfEvent)
    var isShared = own.count == 1
    for time in own {
      if let noun = nounBeside(time) {
        isShared = false
        guard used.insert(noun).inserted else { continue }
        if let governor = governor(of: noun) {
          guard !governor.isUnreal, !isCompared(time, by: governor) else { continue }
          used.insert(governor.verb)
          // "Called the talks off": what the verb makes of them is the event.
          let phrasal = clause.phrasalClass(ofVerb: governor.verb, in: sentence)
          let trigger = phrasal.map { (governor.verb, $0) } ?? (noun, Int(clause.entry(noun).nounClass))
          events.append(event(governor, trigger: trigger, time: time, before: asides))
        } else if self.times[time].bound != .from {
          // "The fourth such meeting since 2017" and "since last year's talks" compare, and tell no event of then.
          events.append(event(noun: noun, time: time, before: asides))
        }
        continue
      }
      guard let predicate = predicate(of: time, besides: asides), !predicate.isUnreal,
        !isCompared(time, by: predicate)
      else { continue }
      if isLongBefore(predicate, time) {
        isShared = false
        if let noun = noun(before: time, behind: predicate), used.insert(noun).inserted {
          events.append(event(noun: noun, time: time, before: asides))
        }
        continue
      }
      let trigger = trigger(of: predicate)
      if isState(predicate, trigger, at: time) { continue }
      guard used.insert(trigger.token).inserted else { continue }
      events.append(event(predicate, trigger: trigger, time: time, before: asides))
    }
    for predicate in predicates where !predicate.isUnreal && (isShared || isLead) {
      let trigger = trigger(of: predicate)
      let time = isShared && shares(own[0], predicate) ? own[0] : timeOfNoun(before: predicate, among: own)
      guard time != nil || isLead && (predicate.isPast || predicate.isPlanned), trigger.class > 0,
        used.insert(trigger.token).inserted
      else { continue }
      events.append(event(predicate, trigger: trigger, time: time))
    }
    return events
  }

  private func pointsAhead(_ time: Int) -> Bool {
    if case .vague = times[time].meaning { return times[time].direction == .future }
    return false
  }

  /// What a sentence without a time tells: in the lead the article's subject, elsewhere what somebody did or plans.
  private func untimed(soon: Int?, isLead: Bool) -> [EventMention] {
    var events: [EventMention] = []
    for predicate in predicates where !predicate.isUnreal {
      let trigger = trigger(of: predicate)
      if isLead, trigger.class > 0, !isGeneral(predicate) {
        events.append(event(predicate, trigger: trigger, time: predicate.isPlanned ? soon : nil))
        continue
      }
      guard predicate.isPlanned || predicate.isPast && !predicate.isPluperfect && events.isEmpty else {
        continue
      }
      if predicate.start == predicate.verb, isReduced(predicate.verb) { continue }
      if predicate.isPlanned, trigger.class == 0 || clause.has(predicate.verb, .reports) { continue }
      let told = event(predicate, trigger: trigger, time: predicate.isPlanned ? soon : nil)
      if !told.participants.isEmpty { events.append(told) }
    }
    return events
  }

  /// Whether a full sentence tells in the present what holds at all times: "the union agrees with him.".
  ///
  /// A headline tells in the present what happened, and so do verbs of saying.
  private func isGeneral(_ predicate: Predicate) -> Bool {
    !predicate.isPast && !predicate.isPlanned && predicate.start == predicate.verb
      && !clause.has(predicate.verb, .reports) && clause.ends(sentence, with: UInt8(ascii: "."))
  }

  /// Whether a participle only describes a noun: "forces backed by the town", "US-backed forces".
  private func isReduced(_ verb: Int) -> Bool {
    if verb + 1 < sentence.upperBound, clause.has(verb + 1, .agentMarker) { return true }
    return verb > sentence.lowerBound && (clause.isHyphen(verb - 1) || clause.isComma(verb - 1))
  }

  // MARK: Nouns and predicates of times

  /// A noun that tells an event and has the time as its own: "announcement in December", "Wednesday's talks".
  func nounBeside(_ time: Int) -> Int? {
    if !isLimit(time) {
      var before = tokens(of: time).lowerBound - 1
      let isLinked = before >= sentence.lowerBound && clause.has(before, [.preposition, .locative])
      if isLinked { before -= 1 }
      if before >= sentence.lowerBound, isNoun(before), isLinked || !precedesVerb(time), !isOutcome(before) {
        return before
      }
      if let noun = nounWithName(before: time) { return noun }
    }
    return attributedNoun(of: time)
  }

  /// The noun that a time stands before as its attribute: "Wednesday's talks", "the September attacks".
  func attributedNoun(of time: Int) -> Int? {
    let tokens = tokens(of: time)
    var end = tokens.upperBound
    let isAttribute = end < sentence.upperBound && clause.has(end, .possessiveEnding)
    if isAttribute { end += 1 }
    guard isAttribute || hasArticle(tokens) else { return nil }
    for index in end..<max(end, min(end + 4, sentence.upperBound)) {
      if isNoun(index) { return index }
      guard clause.tokens[index].kind == .word, !clause.has(index, [.preposition, .auxiliary]) else { break }
    }
    return nil
  }

  /// The predicate that a noun is the object of, or the subject where nothing parts them.
  private func governor(of noun: Int) -> Predicate? {
    predicates.last { predicate in
      guard predicate.verb < noun, noun - predicate.verb < 8 else { return false }
      return !((predicate.verb + 1)..<noun).contains {
        subjects.mentions[$0] == nil && clause.has($0, [.preposition, .subordinator, .relative])
          || clause.isComma($0) && !partsAdjectives($0, of: predicate.verb)
      }
    }
  }

  func isNoun(_ index: Int) -> Bool {
    guard clause.has(index, .triggerNoun), subjects.mentions[index] == nil else { return false }
    return !isInTime(index) && !subjects.isFinite(index) && !predicates.contains { $0.verb == index }
  }

  /// The predicate whose clause a time stands in, else the nearest; none of clauses that are told by other days.
  func predicate(of time: Int, besides clauses: [Range<Int>] = []) -> Predicate? {
    if let told = clauseBehind(time) { return told }
    let place = tokens(of: time).lowerBound
    return predicates.filter { predicate in
      mayBeDated(by: time, at: place, predicate) && !clauses.contains { $0.contains(predicate.verb) }
    }
    .min { distance(of: time, at: place, from: $0) < distance(of: time, at: place, from: $1) }
  }

  /// Whether nothing keeps a time from saying when a predicate happened.
  func mayBeDated(by time: Int, at place: Int, _ predicate: Predicate) -> Bool {
    // "It has broken rules since 2016, the board reported": what lasts since then is not the telling.
    let isSinceThen =
      times[time].bound == .from && place < predicate.verb && clause.has(predicate.verb, .reports)
    return !isSinceThen && !isSpoken(time, without: predicate) && !isOfParticiple(place, before: predicate)
      && !isTellingWho(predicate, behind: place) && !isStandingApart(predicate, before: place)
      && !isCharge(predicate, before: place)
      && !isClosingReport(predicate, behind: place)
  }

  /// As how many words it counts that a verb is past and its time lies ahead.
  private static let otherSide = 24

  /// How far a time stands from a predicate, and further from one that is past where it lies ahead.
  private func distance(of time: Int, at place: Int, from predicate: Predicate) -> Int {
    let isOnOtherSide = predicate.isPast && !predicate.isPlanned && times[time].direction == .future
    return distance(from: place, to: predicate) + (isOnOtherSide ? Self.otherSide : 0)
  }

  /// How far a time stands from a predicate; a mark that parts clauses counts as many words.
  private func distance(from time: Int, to predicate: Predicate) -> Int {
    let between = time < predicate.verb ? time..<predicate.verb : predicate.verb..<time
    var distance = between.count + (predicate.isUnreal ? 1 : 0)
    if !predicate.isPast, !predicate.isPlanned { distance += 6 }
    if time < predicate.verb, closesRelative(at: time, before: predicate) { distance += 12 }
    for index in between.prefix(60) where subjects.mentions[index] == nil {
      if clause.has(index, [.relative, .subordinator]), !compares(index, with: time),
        !clause.has(index, .preposition) || time < index && opensClause(index, of: predicate),
        index > time || clause.has(index, .relative) || opensVerb(index, before: time)
      {
        distance += 12
      }
      // "will fight today after the council crushed her plan": the crushing is not of today.
      if index > time, time < predicate.verb, clause.has(index, .subordinator),
        clause.has(index, .preposition)
      {
        distance += 12
      }
      if clause.has(index, [.semicolon, .dash]) { distance += 12 }
      if clause.isComma(index) { distance += time < predicate.verb ? 1 : 4 }
      if clause.has(index, .conjunction), !joinsNames(index) { distance += 8 }
    }
    return distance
  }

  /// Whether a word that opens clauses stands right before a time, or before one of the kind: "as recently as August".
  private func compares(_ index: Int, with time: Int) -> Bool {
    index + 1 == time || index + 3 == time && clause.isAdverb(index + 1)
  }

  private func joinsNames(_ conjunction: Int) -> Bool {
    conjunction > 0 && conjunction + 1 < clause.tokens.count && subjects.mentions[conjunction - 1] != nil
      && subjects.mentions[conjunction + 1] != nil
  }

  // MARK: Event mentions

  /// What an event mention is made of.
  private struct Telling {
    let trigger: (token: Int, class: Int)
    /// The word whose clause tells who takes part, and where.
    let anchor: Int
    let time: Int?
    var daysFromTime = 0
    var subject: ClauseSubject?
    var isPlanned: Bool
    var isPluperfect = false
    var isPastTense = false
    var isState = false
    /// Where it is told: a participle that only describes a noun has nothing to do with the verb before it.
    var within: Range<Int>?
    /// Of a noun that no verb governs, the words that name the event.
    var phrase: Range<Int>?
  }

  /// What a predicate tells, with those named before the clauses that tell something else aside.
  func event(
    _ predicate: Predicate, trigger: (token: Int, class: Int), time: Int?, before asides: [Range<Int>] = []
  ) -> EventMention {
    let start = startOfDescription(predicate) ?? sentence.lowerBound
    let end = end(before: asides, behind: predicate.verb)
    let isAhead = time.map { times[$0].direction == .future } ?? false
    return mention(
      Telling(
        trigger: trigger, anchor: predicate.verb, time: time,
        subject: subject(of: predicate),
        isPlanned: predicate.isPlanned
          || isAhead && (!predicate.isPast || time.map { isArranged($0, by: predicate) } ?? false),
        isPluperfect: predicate.isPluperfect && !isReported(predicate),
        isPastTense: trigger.token == predicate.verb && time.map { tells(predicate, asPastAt: $0) } == true,
        isState: time != nil && isPastState(predicate, trigger),
        within: start..<max(start, end)))
  }

  private func event(_ counted: CountedDays) -> EventMention {
    let predicate = counted.predicate
    return mention(
      Telling(
        trigger: counted.trigger, anchor: predicate?.verb ?? counted.trigger.token, time: counted.day,
        daysFromTime: counted.days, subject: counted.subject,
        isPlanned: predicate?.isPlanned ?? false, isPluperfect: counted.isAside, within: counted.clause,
        phrase: predicate == nil ? phrase(of: counted.trigger.token) : nil))
  }

  /// Whether a verb in the past tense itself, and not in the perfect, says what was done at a time: "resigned on 3 May",
  /// not "has resigned", "was to have resigned", "called her to speak on 3 May".
  private func tells(_ predicate: Predicate, asPastAt time: Int) -> Bool {
    guard predicate.isPast, !isPresentPerfect(predicate), !isInfinitive(predicate) else { return false }
    let place = tokens(of: time)
    let between =
      predicate.verb < place.lowerBound
      ? predicate.verb + 1..<place.lowerBound
      : min(place.upperBound, predicate.start)..<predicate.start
    return !between.contains { subjects.isFinite($0) || isInfinitive($0) }
  }

  /// Whether an infinitive begins at a token: "to speak".
  private func isInfinitive(_ token: Int) -> Bool {
    clause.has(token, .infinitiveMarker) && subjects.mentions[token] == nil
      && clause.has(token + 1, .verbBase)
  }

  /// Whether an infinitive tells it: "was to have joined".
  private func isInfinitive(_ predicate: Predicate) -> Bool {
    var start = predicate.start
    while start > sentence.lowerBound, clause.has(start - 1, .auxiliary) { start -= 1 }
    return start > sentence.lowerBound && clause.has(start - 1, .infinitiveMarker)
  }

  /// Where the words begin that a participle describes with: behind the verb before it.
  private func startOfDescription(_ predicate: Predicate) -> Int? {
    guard predicate.start == predicate.verb, isReduced(predicate.verb) else { return nil }
    return predicates.last { $0.verb < predicate.start }.map { $0.verb + 1 }
  }

  /// Where the first of some clauses begins behind a word, else the sentence's end.
  private func end(before clauses: [Range<Int>], behind word: Int) -> Int {
    clauses.map(\.lowerBound).filter { word < $0 }.min() ?? sentence.upperBound
  }

  private func event(noun: Int, time: Int, before asides: [Range<Int>]) -> EventMention {
    let isAfterPast = predicates.contains { $0.isPast && $0.start < noun }
    return mention(
      Telling(
        trigger: (noun, Int(clause.entry(noun).nounClass)), anchor: noun, time: time,
        isPlanned: times[time].direction == .future && !isAfterPast || isAwaited(noun, at: time),
        within: sentence.lowerBound..<end(before: asides, behind: noun), phrase: phrase(of: noun)))
  }

  private func mention(_ telling: Telling) -> EventMention {
    let subject = telling.subject
    let trigger = telling.trigger
    var participants: [Int] = []
    if let mention = subject?.mention { participants.append(mention) }
    if let subject, subject.isPronoun, let topic, clause.has(subject.tokens.lowerBound, .personPronoun) {
      participants.append(topic)
    }
    if let subject, let owner = owner(of: subject), !participants.contains(owner) {
      participants.append(owner)
    }
    if let subject, let first = firstOfPair(before: subject), !participants.contains(first) {
      participants.append(first)
    }
    for token in subject?.tokens ?? 0..<0 {
      if let mention = subjects.mentions[token], !participants.contains(mention),
        takesPart(mention, token, besides: trigger.token)
      {
        participants.append(mention)
      }
    }
    var place: Int?
    var region = region(of: telling.anchor)
    if let within = telling.within, within.overlaps(region) { region = region.clamped(to: within) }
    let end = clauseEnd(behind: max(telling.anchor, trigger.token), in: region)
    if isOnOtherDay(from: end, than: telling.time) {
      region = region.lowerBound..<max(end, region.lowerBound)
    }
    for token in region {
      guard let mention = subjects.mentions[token], !participants.contains(mention), place != mention else {
        continue
      }
      if isLocated(mention, token, trigger: trigger.token) {
        if place == nil, token < end { place = mention }
        // A state that is visited is its guests' host.
        if place == mention, isHost(mention, trigger: trigger.token) { participants.append(mention) }
      } else if takesPart(mention, token, besides: trigger.token) {
        participants.append(mention)
      }
    }
    if participants.allSatisfy({ subjects.mentions.mentions[$0].kind != .person }),
      namesPair(in: region)
        || participants.isEmpty
          && (isOfPair(trigger.token, trigger.class, told: subject)
            || isPair(subject, joinedBy: trigger.class))
    {
      participants += pair
    }
    let isOfDay = telling.time.map { times[$0].meaning.isDay } ?? false
    let isState = telling.isState && (!isOfDay || place == nil)
    return EventMention(
      sentence: index, trigger: clause.text.range(trigger.token..<(trigger.token + 1)),
      subject: telling.phrase.map { clause.text.range($0) }
        ?? subject.flatMap { isNamed($0) ? clause.text.range(behindTime($0.tokens)) : nil },
      triggerClass: isState
        ? EventMention.stateClass : classes.indices.contains(trigger.class) ? classes[trigger.class] : "",
      status: telling.isPlanned ? .planned : .happened, isPastTense: telling.isPastTense,
      time: telling.time, daysFromTime: telling.daysFromTime,
      participants: participants.sorted(), place: place,
      isBackground: telling.isPluperfect || telling.time.map { isBackground(times[$0].meaning) } ?? false)
  }

  /// The words of a subject without a time before them that a preposition stands at: "over the weekend Berg left".
  private func behindTime(_ tokens: Range<Int>) -> Range<Int> {
    guard tokens.lowerBound > sentence.lowerBound, clause.has(tokens.lowerBound - 1, .preposition) else {
      return tokens
    }
    let end = times.lazy.filter { $0.sentence == index }.map { clause.text.tokens(in: $0.range) }
      .first { $0.contains(tokens.lowerBound) }?.upperBound
    guard let end, end < tokens.upperBound, !clause.has(end, .possessiveEnding) else { return tokens }
    return end..<tokens.upperBound
  }

  /// Whose a subject is that only "whose" tells: "Berg, whose family fled in July".
  private func owner(of subject: ClauseSubject) -> Int? {
    let whose = subject.tokens.lowerBound - 1
    guard whose - 1 > sentence.lowerBound, clause.has(whose, .relative), clause.has(whose, .possessive) else {
      return nil
    }
    return subjects.phrase(
      endingAt: clause.isComma(whose - 1) ? whose - 2 : whose - 1, from: sentence.lowerBound)?.mention
  }

  /// Whether a subject names or describes somebody, and does not only go on with what comes before.
  private func isNamed(_ subject: ClauseSubject) -> Bool {
    let first = subject.tokens.lowerBound
    guard !subject.isPronoun, !isAskedFor(first - 1) else { return false }
    return subjects.mentions[first] != nil
      || clause.has(first, [.determiner, .possessive]) && !clause.has(first, .relative)
  }

  /// Tokens on each side of a verb that can belong to it: what ends nowhere is no sentence but a list or a table, and
  /// would be gone through as a whole for each of its verbs.
  private static let reach = 200

  /// The stretch of a sentence that belongs to a predicate.
  func region(of verb: Int) -> Range<Int> {
    var start = verb
    while start > max(sentence.lowerBound, verb - Self.reach), !partsClauses(start - 1) { start -= 1 }
    var end = verb + 1
    while end < min(sentence.upperBound, verb + Self.reach), !partsClauses(end) { end += 1 }
    return start..<end
  }

  private func partsClauses(_ index: Int) -> Bool {
    guard subjects.mentions[index] == nil else { return false }
    if clause.has(index, [.semicolon, .dash]) || joinsClauses(index) { return true }
    return clause.has(index, [.relative, .subordinator]) && !clause.has(index, .preposition)
  }

  private func isReported(_ predicate: Predicate) -> Bool {
    (max(sentence.lowerBound, predicate.start - Self.reach)..<predicate.start).contains {
      clause.has($0, .reports) && (clause.isPast($0) || clause.has($0, .verbPresentParticiple))
    }
  }
}
