import DossierModel
import DossierSource

/// The subject of a clause: its words, and the mention that is their head.
struct ClauseSubject: Hashable {
  let tokens: Range<Int>
  /// The last token of the phrase before any "of" or "for".
  let head: Int
  /// Nil where the words describe without naming, and for pronouns.
  let mention: Int?
  let isPronoun: Bool
}

/// Finds the subject of a verb without parsing the sentence: by the words that begin and end phrases.
///
/// It reads outwards from the verb, over adverbs, auxiliaries, appositions and relative clauses, and stops where a
/// phrase must end. Where the words allow no safe reading it finds nothing. A class only so that those who ask it
/// share one: it never changes.
final class SubjectFinder: Sendable {
  let clause: ClauseText
  let mentions: MentionIndex
  /// Of each token: whether it stands within quotation marks; empty where that does not matter.
  let isQuoted: [Bool]

  init(clause: ClauseText, mentions: MentionIndex, isQuoted: [Bool]) {
    self.clause = clause
    self.mentions = mentions
    self.isQuoted = isQuoted
  }

  /// How far a clause is read, so that a text without marks costs no more than others.
  private static let reach = 70

  @inline(__always) func quoted(_ token: Int) -> Bool { !isQuoted.isEmpty && isQuoted[token] }

  // MARK: Subjects

  /// The subject of a verb in the clause that begins at a token or later.
  func subject(of verb: Int, from low: Int, depth: Int = 0) -> ClauseSubject? {
    guard depth < 4 else { return nil }
    let low = max(low, verb - Self.reach)
    // "she'll": the verb with its subject in one word.
    if clause.has(verb, .subjectPronoun), clause.has(verb, [.auxiliary, .futureModal]), verb >= low {
      return ClauseSubject(tokens: verb..<verb + 1, head: verb, mention: nil, isPronoun: true)
    }
    if clause.isVerbSecond, opensWithoutSubject(before: verb, from: low) { return subjectBehind(verb) }
    let index = beforeVerbGroup(verb, from: low)
    guard index >= low else { return nil }
    if quoted(index) || (clause.isComma(index) && index > low && quoted(index - 1)) {
      return subjectBehind(verb)
    }
    if clause.isComma(index) || clause.isDash(index) {
      let before = subjectBeforeInsertion(endingAt: index, from: low)
      guard let behind = inverted(verb) else { return before }
      return behind.mention == nil && before.map { isApposed(to: $0, endingAt: index) } == true
        ? before : behind
    }
    // "Moon Sae-in said": the part of a name is no preposition.
    let isOfName = mentions[index] != nil
    if !isOfName, clause.has(index, .relative),
      !clause.has(index, .determiner) || index > low && clause.isComma(index - 1)
    {
      let end = index > low && clause.isComma(index - 1) ? index - 2 : index - 1
      // "sent to Lund and who left": of whom it is told stands further off.
      if end >= low, mentions[end] == nil, clause.has(end, .conjunction) { return nil }
      return end >= low ? phrase(endingAt: end, from: low).map { named(before: $0, from: low) } : nil
    }
    if !isOfName, clause.has(index, [.conjunction, .infinitiveMarker]) {
      return clauseSubject(before: index, from: low, depth: depth + 1)
    }
    if !isOfName, clause.has(index, .preposition), !clause.has(index, .adverb) {
      return clauseSubject(before: index, from: low, depth: depth + 1)
    }
    guard let found = phrase(endingAt: index, from: low) else { return nil }
    guard found.mention == nil, !found.isPronoun else { return found }
    if let inserted = beforeInsertedPhrase(found, from: low) { return inserted }
    return clause.isTimeNoun(found.head) ? beforeTime(found, from: low) : behindTime(found)
  }

  /// Whether something other than the subject opens the clause of a verb that is its second part: "Am Montag sagte".
  private func opensWithoutSubject(before verb: Int, from low: Int) -> Bool {
    var start = verb
    while start > low, !quoted(start - 1), !clause.has(start - 1, .conjunction),
      clause.tokens[start - 1].kind != .punctuation || clause.isHyphen(start - 1)
        || isOrdinalStop(start - 1)
    {
      start -= 1
    }
    guard start < verb, mentions[start] == nil else { return false }
    if clause.has(start, .preposition) || clause.isAdverb(start) { return true }
    // "Das sagte Berg": what was said.
    return start == verb - 1 && clause.has(start, .determiner)
  }

  /// Whether it is the full stop of an ordinal, which ends nothing.
  private func isOrdinalStop(_ index: Int) -> Bool {
    index > 0 && clause.isMark(index, UInt8(ascii: ".")) && clause.tokens[index].isJoined
      && clause.tokens[index - 1].isNumber
  }

  /// The subject of the nearest predicate before a token: that of a participle, or of a verb after "and".
  func clauseSubject(before limit: Int, from low: Int, depth: Int = 0) -> ClauseSubject? {
    guard depth < 4 else { return nil }
    let low = max(low, limit - Self.reach)
    var index = limit - 1
    var tries = 0
    while index >= low, tries < 4 {
      if isFinite(index) {
        tries += 1
        if let subject = subject(of: index, from: low, depth: depth + 1) { return subject }
        index = beforeVerbGroup(index, from: low)
      } else {
        index -= 1
      }
    }
    return nil
  }

  /// The last token before a verb, its auxiliaries and the adverbs among them.
  private func beforeVerbGroup(_ verb: Int, from low: Int) -> Int {
    var index = verb - 1
    while index >= low, !quoted(index) {
      let traits = clause.traits(index)
      let isVerbEnding =
        traits.contains(.possessiveEnding) && index > low && clause.has(index - 1, .subjectPronoun)
      // "Mrs May": a name is no auxiliary.
      let isInGroup =
        isVerbEnding
        || mentions[index] == nil
          && !traits.isDisjoint(with: [.auxiliary, .modal, .futureModal, .negation])
      guard isInGroup || (clause.isAdverb(index) && mentions[index] == nil) else { break }
      // "would no longer say": a negation is no determiner here.
      guard traits.isDisjoint(with: [.subjectPronoun, .relative]) else { break }
      guard !traits.contains(.determiner) || traits.contains(.negation) && index < verb - 1 else { break }
      index -= 1
    }
    return index
  }

  /// Whether a token is a verb with a subject.
  func isFinite(_ token: Int) -> Bool {
    guard clause.tokens[token].kind == .word, !quoted(token), mentions[token] == nil else { return false }
    let traits = clause.traits(token)
    if !traits.isDisjoint(with: [.auxiliary, .modal, .futureModal]) { return true }
    guard traits.isDisjoint(with: [.preposition, .determiner]) else { return false }
    // "Moon Sae-in said": the part of a name is no preposition.
    if clause.isNounPosition(token), mentions[token - 1] == nil || clause.has(token - 1, .possessiveEnding) {
      return false
    }
    let flags = clause.tokens[token].flags
    if flags.contains(.capitalised), !flags.contains(.firstWord) { return false }
    if isCompounded(token) || isDescription(token) { return false }
    if clause.isPast(token) { return true }
    return traits.contains(.verbThird) && !looksLikePlural(token)
  }

  /// Whether a participle describes the person behind it: "a visibly moved Berg said".
  private func isDescription(_ token: Int) -> Bool {
    guard token + 1 < clause.tokens.count, let name = mentions[token + 1],
      mentions.mentions[name].kind == .person
    else { return false }
    var before = token - 1
    while before > 0, clause.isAdverb(before), mentions[before] == nil { before -= 1 }
    return before < token - 1 && before >= 0 && clause.has(before, [.numberArticle, .definite])
      && clause.has(before, .determiner)
  }

  /// Whether a word is part of a compound that describes: "a moss-grown wall".
  private func isCompounded(_ token: Int) -> Bool {
    token > 0 && clause.isHyphen(token - 1)
      || token + 1 < clause.tokens.count && clause.isHyphen(token + 1)
  }

  /// Whether a form such as "talks" or "remarks" is a plural noun here.
  func looksLikePlural(_ token: Int) -> Bool {
    guard token > 0 else { return true }
    if clause.has(token - 1, .anyVerb) { return true }
    if mentions[token - 1] != nil || clause.has(token - 1, [.subjectPronoun, .relative]) { return false }
    guard token + 1 < clause.tokens.count, clause.has(token, [.sayingNoun, .triggerNoun]) else {
      return false
    }
    return clause.has(token + 1, [.preposition, .conjunction, .auxiliary]) || clause.isPast(token + 1)
      || clause.tokens[token + 1].kind == .punctuation
  }

  /// The subject behind a verb of saying that closes a sentence: "the road is closed, said Anna Berg".
  private func inverted(_ verb: Int) -> ClauseSubject? {
    // Behind "called" stands what the words are about, behind "argues" the "that" of what is argued.
    // What "signs" or "holds" a thing is before it.
    guard clause.has(verb, .reports),
      !clause.has(verb, [.takesAddressee, .reportsAbout, .reportsRarely, .verbPresentParticiple])
    else { return nil }
    guard verb + 1 < clause.tokens.count, !quoted(verb + 1), let subject = subjectBehind(verb) else {
      return nil
    }
    let first = subject.tokens.lowerBound
    // "Berg said that the ban, and the plan, were void": what is said begins there.
    if subject.mention == nil, clause.has(first, .subordinator) { return nil }
    guard
      subject.isPronoun || mentions[first] != nil || subject.mention != nil || clause.has(first, .determiner)
    else {
      return nil
    }
    let end = subject.tokens.upperBound
    guard end < clause.tokens.count else { return subject }
    // "said the road “must not” close", "said the road from the harbour would": what the verb reports begins there.
    guard !quoted(end) else { return nil }
    let closes = clause.tokens[end].kind == .punctuation || clause.has(end, .preposition)
    return closes && !hasOwnVerb(behind: end) ? subject : nil
  }

  /// Whether a verb follows in the same clause, which the words before it are the subject of.
  private func hasOwnVerb(behind end: Int) -> Bool {
    for index in end..<min(clause.tokens.count, end + Self.reachOfSubject) {
      if quoted(index) { return true }
      if clause.tokens[index].kind == .punctuation, !clause.isHyphen(index) { return false }
      if clause.has(index, [.relative, .subordinator]), !clause.has(index, .preposition) { return false }
      if isFinite(index) { return true }
    }
    return false
  }

  /// How many words may stand between a subject's first noun and its verb.
  private static let reachOfSubject = 16

  /// A name as a subject, by its last token.
  func named(endingAt last: Int, from low: Int) -> ClauseSubject? {
    mentions[last].map {
      let first = mentions.start(ofMentionAt: last, from: low)
      return ClauseSubject(tokens: first..<last + 1, head: last, mention: $0, isPronoun: false)
    }
  }

  // MARK: Phrases

  /// The noun phrase that ends at a token.
  func phrase(endingAt end: Int, from low: Int) -> ClauseSubject? {
    var start = end + 1
    var index = end
    while index >= low, !quoted(index), let next = phraseExtends(to: index, from: low, hasWords: start <= end)
    {
      start = next
      index = next - 1
    }
    guard start <= end else { return nil }
    if let whole = describedByParticiple(index, start: start, end: end, from: low) { return whole }
    return trimmed(start..<(end + 1))
  }

  /// A phrase with a participle and what belongs to it behind its noun: "the duties raised on steel by the ministry".
  private func describedByParticiple(_ verb: Int, start: Int, end: Int, from low: Int) -> ClauseSubject? {
    guard verb > low, !quoted(verb), !quoted(verb - 1), clause.has(verb, .verbPastParticiple),
      !clause.has(verb, [.reports, .auxiliary]), mentions[verb] == nil, mentions[start] == nil,
      clause.has(start, .preposition), clause.tokens[verb - 1].kind == .word, mentions[verb - 1] == nil,
      !clause.has(verb - 1, [.auxiliary, .modal, .negation, .subjectPronoun, .relative]),
      !clause.isAdverb(verb - 1), let noun = phrase(endingAt: verb - 1, from: low), !noun.isPronoun,
      clause.has(noun.tokens.lowerBound, [.determiner, .possessive])
    else { return nil }
    return ClauseSubject(
      tokens: noun.tokens.lowerBound..<(end + 1), head: noun.head, mention: noun.mention, isPronoun: false)
  }

  /// The first token of a phrase that takes in one more word on its left; nil where the phrase begins after it.
  private func phraseExtends(to index: Int, from low: Int, hasWords: Bool) -> Int? {
    if mentions[index] != nil { return mentions.start(ofMentionAt: index, from: low) }
    if clause.tokens[index].kind == .punctuation {
      if clause.isHyphen(index) || clause.has(index, .possessiveEnding) { return index }
      guard clause.isMark(index, UInt8(ascii: ")")) else { return nil }
      return openBracket(before: index, from: low)
    }
    let traits = clause.traits(index)
    // "That's all": behind a pronoun the ending is a verb.
    if traits.contains(.possessiveEnding), index > low, clause.has(index - 1, [.subjectPronoun, .relative]) {
      return nil
    }
    if traits.contains(.conjunction) { return hasWords && joinsNames(index, from: low) ? index : nil }
    if clause.isUnknown(index) { return isFinite(index) ? nil : index }
    if !traits.isDisjoint(with: [.subordinator, .relative]), traits.isDisjoint(with: [.preposition]) {
      return nil
    }
    return isFinite(index) ? nil : index
  }

  private func openBracket(before index: Int, from low: Int) -> Int? {
    var open = index - 1
    while open >= low, index - open < 12 {
      if clause.isMark(open, UInt8(ascii: "(")) { return open }
      open -= 1
    }
    return nil
  }

  /// Whether a conjunction stands between two names: "Putin and Erdogan said".
  private func joinsNames(_ conjunction: Int, from low: Int) -> Bool {
    guard conjunction > low, conjunction + 1 < clause.tokens.count else { return false }
    guard let first = mentions[conjunction - 1] else { return false }
    var start = conjunction - 1
    while start > low, mentions[start - 1] == first { start -= 1 }
    guard start > low else { return true }
    guard !isFinite(start - 1) else { return false }
    // "talks between Berg and Dahl", "Berg and her deputy".
    return mentions[conjunction + 1] != nil
      || !clause.has(start - 1, .preposition) && clause.has(conjunction + 1, .possessive)
  }

  /// A phrase without what stands before it in the sentence: "On Tuesday the minister" is "the minister".
  private func trimmed(_ range: Range<Int>) -> ClauseSubject? {
    let last = range.upperBound - 1
    if clause.has(last, .subjectPronoun), mentions[last] == nil {
      return ClauseSubject(tokens: last..<range.upperBound, head: last, mention: nil, isPronoun: true)
    }
    var start = range.lowerBound
    while start < last, clause.isAdverb(start) || clause.has(start, [.conjunction, .possessiveEnding]),
      mentions[start] == nil
    {
      start += 1
    }
    if start < last, isClock(start) { start += 1 }
    if clause.has(start, .preposition), mentions[start] == nil {
      start = startBehindPreposition(start..<range.upperBound)
    }
    guard start < range.upperBound, clause.tokens[start].kind != .punctuation else { return nil }
    return described(start..<range.upperBound)
  }

  /// Whether a time of day without a mark opens a sentence, as in reports by the minute: "1250 Anna Berg says".
  private func isClock(_ token: Int) -> Bool {
    let number = clause.tokens[token]
    guard number.isNumber, number.upper - number.lower == 4,
      [token, token + 1].contains(where: { clause.tokens[$0].flags.contains(.firstWord) })
    else { return false }
    if let mention = mentions[token + 1] {
      return [.person, .organization].contains(mentions.mentions[mention].kind)
    }
    return clause.has(token + 1, .determiner)
  }

  /// Where the subject begins behind a phrase that opens the sentence.
  private func startBehindPreposition(_ range: Range<Int>) -> Int {
    var start = range.upperBound
    var index = range.upperBound - 1
    while index >= range.lowerBound {
      if mentions[index] == nil, clause.has(index, .preposition) { break }
      start = index
      if mentions[index] == nil, clause.has(index, [.determiner, .possessive]) { break }
      index -= 1
    }
    if let name = (start..<range.upperBound).first(where: { mentions[$0] != nil }),
      !clause.has(start, [.determiner, .possessive])
    {
      return titleStart(before: name, from: start)
    }
    return start
  }

  func titleStart(before name: Int, from low: Int) -> Int {
    guard let mention = mentions[name], let title = mentions.mentions[mention].title else { return name }
    var start = name
    while start > low, clause.tokens[start - 1].lower >= title.lowerBound { start -= 1 }
    return start
  }

  /// A phrase with the mention that is its head, where it has one.
  func described(_ range: Range<Int>) -> ClauseSubject {
    var headEnd = range.lowerBound
    var person: Int?
    var last: Int?
    while headEnd < range.upperBound {
      if let mention = mentions[headEnd] {
        if mentions.mentions[mention].kind == .person { person = mention }
        last = mention
      } else if clause.has(headEnd, .preposition) || clause.isMark(headEnd, UInt8(ascii: "(")) {
        break
      } else if clause.isVerbSecond, headEnd > range.lowerBound, clause.has(headEnd, .genitiveMarker) {
        // "der Sprecher der Regierung": the article of the genitive.
        break
      }
      headEnd += 1
    }
    let head = headEnd - 1
    guard head >= range.lowerBound else {
      return ClauseSubject(tokens: range, head: range.lowerBound, mention: nil, isPronoun: false)
    }
    let isSayingNoun = clause.has(head, .sayingNoun)
    var mention = mentions[head]
    if mention == nil, isSayingNoun { mention = person ?? last }
    if mention == nil, let name = closingName(of: range) {
      return ClauseSubject(tokens: range, head: range.upperBound - 1, mention: name, isPronoun: false)
    }
    return ClauseSubject(tokens: range, head: head, mention: mention, isPronoun: false)
  }

  /// The person whose name closes a description that has a preposition in it: "Secretary of State Anna Berg".
  private func closingName(of range: Range<Int>) -> Int? {
    guard let name = mentions[range.upperBound - 1], mentions.mentions[name].kind == .person else {
      return nil
    }
    let before = mentions.start(ofMentionAt: range.upperBound - 1, from: range.lowerBound) - 1
    guard before > range.lowerBound, clause.tokens[before].kind == .word,
      !clause.has(before, [.preposition, .conjunction, .determiner, .possessive, .possessiveEnding]),
      clause.tokens[before].isCapitalised || !clause.has(before, .anyVerb) || isInTitle(before)
    else { return nil }
    return name
  }
}
