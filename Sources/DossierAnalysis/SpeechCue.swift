import DossierModel
import DossierSource

/// Words that tell that somebody said something, and who: "said Putin", "according to the ministry".
struct SpeechCue {
  let tokens: Range<Int>
  /// Nil where the words do not tell, as in a sentence that begins with "adding".
  let subject: ClauseSubject?
  /// Whether the cue stands right beside the quotation, with nothing but a comma or colon between.
  let isAdjacent: Bool
}

/// Finds the cue that a quotation belongs to, in the sentence round it.
struct SpeechCueFinder {
  let clause: ClauseText
  let subjects: SubjectFinder
  let sourceCues: Lexicon
  static let reach = 60

  /// The cue of a quotation, seen from its tokens, marks too.
  func cue(of quote: Range<Int>, in frame: Range<Int>) -> SpeechCue? {
    guard let found = nearestCue(of: quote, in: frame) else { return nil }
    guard let quoted = subjectOfPassedOn(found.tokens.lowerBound, in: frame) else { return found }
    return SpeechCue(tokens: found.tokens, subject: quoted, isAdjacent: found.isAdjacent)
  }

  /// Whose words another passes on, by the verb that tells it: "the Gazette quoted Berg as saying".
  ///
  /// Who is not named there is known by the other alone.
  private func subjectOfPassedOn(_ verb: Int, in frame: Range<Int>) -> ClauseSubject? {
    guard clause.has(verb, .reportsAbout) else { return nil }
    let limit = min(frame.upperBound - 1, verb + Self.reachOfPassedOn)
    for link in verb + 1..<max(verb + 1, limit) {
      if subjects.isQuoted[link] || subjects.isFinite(link) { return nil }
      guard clause.has(link, .subordinator), clause.has(link + 1, .reports),
        clause.has(link + 1, .verbPresentParticiple)
      else { continue }
      guard link > verb + 1, let quoted = subjects.phrase(endingAt: link - 1, from: verb + 1),
        let name = quoted.mention, subjects.mentions.mentions[name].kind == .person
      else { return nil }
      return quoted
    }
    return nil
  }

  /// Words within which "quoted" and "as saying" belong together.
  private static let reachOfPassedOn = 16

  private func nearestCue(of quote: Range<Int>, in frame: Range<Int>) -> SpeechCue? {
    let before = cueBefore(quote, in: frame)
    if let before, before.isAdjacent { return before }
    let source = sourceCue(of: quote, in: frame)
    if let source, leadsUp(source, to: quote) { return source }
    return signature(behind: quote, in: frame) ?? cueBehind(quote, in: frame) ?? before ?? source
      ?? closingCue(behind: quote, in: frame) ?? closingName(behind: quote, in: frame)
  }

  // MARK: Before the quotation

  private func cueBefore(_ quote: Range<Int>, in frame: Range<Int>) -> SpeechCue? {
    var index = quote.lowerBound - 1
    let low = max(startOfAnother(before: quote, in: frame) ?? frame.lowerBound, index - Self.reach)
    var unsure: SpeechCue?
    while index >= low {
      defer { index -= 1 }
      guard !subjects.isQuoted[index], isReporting(index, from: frame.lowerBound) else { continue }
      let isAdjacent = stands(index, beside: quote)
      if clause.has(index, .reportsRarely), !isAdjacent { continue }
      if let subject = subject(of: index, in: frame) {
        if isWithinReport(index, of: subject, in: frame) { continue }
        return SpeechCue(tokens: index..<(index + 1), subject: subject, isAdjacent: isAdjacent)
      }
      if unsure == nil {
        unsure = SpeechCue(tokens: index..<(index + 1), subject: nil, isAdjacent: isAdjacent)
      }
    }
    if let unsure { return unsure }
    return introduction(of: quote, in: frame)
  }

  /// Whether a verb that reports words only beside them is itself told by somebody, and no name is its subject: "she said
  /// the work continues “for the town”".
  private func isWithinReport(_ verb: Int, of subject: ClauseSubject, in frame: Range<Int>) -> Bool {
    clause.has(verb, .reportsRarely) && subject.mention == nil && !subject.isPronoun
      && firstReporter(before: subject.tokens.lowerBound, in: frame) != nil
  }

  /// Where a clause begins that names another behind the quotation before: "Berg warned of “a flood”, while Dahl spoke of
  /// “a trifle”".
  ///
  /// What somebody was, as in "while Dahl was “a fool”", the first may have said.
  func startOfAnother(before quote: Range<Int>, in frame: Range<Int>) -> Int? {
    guard let last = (frame.lowerBound..<quote.lowerBound).last(where: { subjects.isQuoted[$0] }) else {
      return nil
    }
    return (last..<quote.lowerBound - 1).first { comma in
      guard clause.isComma(comma), clause.has(comma + 1, [.conjunction, .subordinator]),
        let name = subjects.mentions[comma + 2]
      else { return false }
      var verb = comma + 2
      while verb < quote.lowerBound, subjects.mentions[verb] == name { verb += 1 }
      return verb < quote.lowerBound && subjects.isFinite(verb) && !clause.has(verb, .be)
    }
  }

  /// A sentence that leads up to a quotation with a comma or colon, whatever its verb: "Kasich resisted: …".
  private func introduction(of quote: Range<Int>, in frame: Range<Int>) -> SpeechCue? {
    let last = quote.lowerBound - 1
    guard last > frame.lowerBound, !subjects.isQuoted[last] else { return nil }
    guard clause.isComma(last) || clause.isMark(last, UInt8(ascii: ":")) else { return nil }
    guard
      let subject = label(endingAt: last, in: frame) ?? owner(ofWordsEndingAt: last, in: frame)
        ?? subjects.clauseSubject(before: last, from: frame.lowerBound)
    else { return nil }
    return SpeechCue(tokens: last..<(last + 1), subject: subject, isAdjacent: clause.isMark(last, 0x3A))
  }

  /// A name and a colon before the words: "Anna Berg: “…”".
  private func label(endingAt colon: Int, in frame: Range<Int>) -> ClauseSubject? {
    guard clause.isMark(colon, 0x3A) else { return nil }
    guard let named = subjects.named(endingAt: colon - 1, from: frame.lowerBound) else {
      return sourceNote(endingAt: colon, in: frame)
    }
    let first = named.tokens.lowerBound
    return first == frame.lowerBound || clause.tokens[first - 1].kind == .punctuation ? named : nil
  }

  /// A few words without a verb before a colon: "More from the report: “…”".
  private func sourceNote(endingAt colon: Int, in frame: Range<Int>) -> ClauseSubject? {
    var start = colon
    while start > frame.lowerBound, !clause.isDash(start - 1), !subjects.isQuoted[start - 1] {
      start -= 1
      if subjects.isFinite(start) || colon - start > 8 { return nil }
    }
    if let person = onlyPerson(in: start..<colon) { return person }
    if let last = (start..<colon).last(where: { clause.has($0, .preposition) && subjects.mentions[$0] == nil }
    ) {
      start = last + 1
    }
    return start < colon ? subjects.described(start..<colon) : nil
  }

  /// The one person whom such words name, at their beginning: "Mr Berg, at home: “…”".
  private func onlyPerson(in words: Range<Int>) -> ClauseSubject? {
    let named = Set(words.compactMap { subjects.mentions[$0] })
    guard let name = named.first, named.count == 1, subjects.mentions.mentions[name].kind == .person,
      let last = words.last(where: { subjects.mentions[$0] == name })
    else { return nil }
    let person = subjects.mentions.mentions[name]
    let start = clause.text.tokens(in: person.title ?? person.range).lowerBound
    guard start == words.lowerBound, last + 1 < clause.tokens.count, clause.isComma(last + 1) else {
      return nil
    }
    return ClauseSubject(tokens: start..<last + 1, head: last, mention: name, isPronoun: false)
  }

  /// "in Berg's words, “…”".
  private func owner(ofWordsEndingAt mark: Int, in frame: Range<Int>) -> ClauseSubject? {
    guard mark > frame.lowerBound, clause.has(mark - 1, .sayingNoun) else { return nil }
    var index = mark - 2
    while index >= frame.lowerBound, mark - index < 6, !clause.isComma(index) {
      if clause.has(index + 1, .possessiveEnding),
        let owner = subjects.named(endingAt: index, from: frame.lowerBound)
      {
        return owner
      }
      index -= 1
    }
    return nil
  }

  /// The subject of a reporting verb in whatever form it stands.
  func subject(of verb: Int, in frame: Range<Int>) -> ClauseSubject? {
    guard clause.has(verb, .verbPresentParticiple) else {
      if isPassive(verb, from: frame.lowerBound) { return agent(of: verb, in: frame) }
      return reporterGoingOn(with: verb, in: frame) ?? subjects.subject(of: verb, from: frame.lowerBound)
    }
    var before = verb - 1
    while before >= frame.lowerBound, clause.isAdverb(before), subjects.mentions[before] == nil {
      before -= 1
    }
    guard before >= frame.lowerBound else { return subjectOfOpening(verb, in: frame) }
    if before == verb - 1, clause.has(before, .subordinator) {
      let verbs = max(frame.lowerBound, verb - Self.reachOfPassedOn)..<before
      for other in verbs.reversed() where clause.has(other, .reportsAbout) {
        if let quoted = subjectOfPassedOn(other, in: frame) { return quoted }
        // "Berg was quoted as saying".
        if isPassive(other, from: frame.lowerBound) {
          return subjects.subject(of: other, from: frame.lowerBound)
        }
      }
    }
    if before == verb - 1, let blamed = blamed(before: before, in: frame) { return blamed }
    if clause.has(before, .auxiliary) { return subjects.subject(of: verb, from: frame.lowerBound) }
    let isApart =
      clause.tokens[before].kind == .punctuation || subjects.isQuoted[before]
      || clause.has(before, [.conjunction, .preposition, .subordinator])
    if !isApart, let phrase = subjects.phrase(endingAt: before, from: frame.lowerBound),
      !clause.has(phrase.head, .sayingNoun)
    {
      // "said she would not allow a fire at the mill warning that": what the words before it are about warns nobody.
      let reporter = phrase.mention == nil ? firstReporter(before: phrase.tokens.lowerBound, in: frame) : nil
      return reporter ?? phrase
    }
    return apposedName(before: before, from: frame.lowerBound) ?? firstReporter(before: before, in: frame)
      ?? subjects.clauseSubject(before: before + 1, from: frame.lowerBound)
      ?? nameBefore(before, from: frame.lowerBound)
  }

  /// The person who is named beside an office of their own right before a participle: "the board resigned, the mayor, Anna
  /// Berg, saying that".
  private func apposedName(before comma: Int, from low: Int) -> ClauseSubject? {
    guard let name = nameBefore(comma, from: low) else { return nil }
    let inner = name.tokens.lowerBound - 1
    guard inner > low + 1, clause.isComma(inner),
      let office = subjects.phrase(endingAt: inner - 1, from: low),
      office.mention == nil, !office.isPronoun, clause.has(office.tokens.lowerBound, .definite),
      office.tokens.lowerBound > low, clause.isComma(office.tokens.lowerBound - 1)
    else { return nil }
    return name
  }

  /// The person whose name ends before the comma of a participle, where no verb stands before: "Berg, promising that".
  private func nameBefore(_ comma: Int, from low: Int) -> ClauseSubject? {
    guard clause.isComma(comma), comma > low,
      let name = subjects.named(endingAt: comma - 1, from: low), let mention = name.mention,
      subjects.mentions.mentions[mention].kind == .person
    else { return nil }
    return name
  }

  /// Who is blamed or praised for words, where "for saying" follows: the object of "criticised Berg", "hit back at Berg".
  ///
  /// In "was fined by Berg for saying" and "apologised to Berg for saying" somebody else said them.
  private func blamed(before link: Int, in frame: Range<Int>) -> ClauseSubject? {
    guard link > frame.lowerBound, clause.has(link, .blameLink),
      let person = person(endingAt: link - 1, from: frame.lowerBound)
    else { return nil }
    let first = person.tokens.lowerBound
    let low = max(frame.lowerBound, first - Self.reachOfTitle)
    for index in stride(from: first - 1, through: low, by: -1) {
      let isVerb = subjects.mentions[index] == nil && clause.has(index, .reportsAbout)
      if isVerb || clause.has(index, .locative), !subjects.isQuoted[index] {
        return person
      }
      if isMoreThanTitle(index) || clause.has(index, .agentMarker) { return nil }
    }
    return nil
  }

  /// Words of a title that may stand before a name: "the deputy ferry minister".
  private static let reachOfTitle = 6

  /// Who goes on to say more: in "Berg said the harbour was shut and promised “…”" nobody but Berg promises.
  private func reporterGoingOn(with verb: Int, in frame: Range<Int>) -> ClauseSubject? {
    var index = verb - 1
    let low = max(frame.lowerBound, verb - Self.reach)
    while index >= low, clause.isAdverb(index), subjects.mentions[index] == nil { index -= 1 }
    guard index > low, clause.has(index, .conjunction), !subjects.isQuoted[index] else { return nil }
    for other in stride(from: index - 1, through: low, by: -1) where !subjects.isQuoted[other] {
      guard isReporting(other, from: frame.lowerBound), !clause.has(other, .reportsRarely),
        subjects.isFinite(other), !isPassive(other, from: frame.lowerBound)
      else { continue }
      return subjects.subject(of: other, from: frame.lowerBound)
    }
    return nil
  }

  /// The subject of the sentence's first verb of saying: that of every "adding" behind it.
  private func firstReporter(before limit: Int, in frame: Range<Int>) -> ClauseSubject? {
    let low = max(frame.lowerBound, limit - Self.reach)
    for index in low..<max(low, limit) where !subjects.isQuoted[index] {
      guard isReporting(index, from: frame.lowerBound), subjects.isFinite(index) else { continue }
      if isPassive(index, from: frame.lowerBound) { return nil }
      return subjects.subject(of: index, from: frame.lowerBound)
    }
    return nil
  }

  /// "Citing “obligations”, the spokeswoman told reporters": the subject comes with the first full verb.
  private func subjectOfOpening(_ participle: Int, in frame: Range<Int>) -> ClauseSubject? {
    let limit = min(frame.upperBound, participle + Self.reach)
    for index in (participle + 1)..<max(participle + 1, limit) where subjects.isFinite(index) {
      if let subject = subjects.subject(of: index, from: participle + 1) { return subject }
    }
    return nil
  }

  /// Whether somebody whom nothing names speaks before a pronoun in its sentence: "a docker told us she was ill, she said".
  func isOfUnnamed(before pronoun: Int, in frame: Range<Int>) -> Bool {
    let verb = (frame.lowerBound..<max(frame.lowerBound, pronoun)).first {
      !subjects.isQuoted[$0] && isReporting($0, from: frame.lowerBound)
    }
    guard let verb, let subject = subject(of: verb, in: frame), subject.mention == nil, !subject.isPronoun
    else { return false }
    return subjects.isOneUnnamed(
      Quotation.Speaker(
        range: clause.text.range(subject.tokens), mention: nil, attribution: .unnamedSource))
  }

  private func isPassive(_ verb: Int, from low: Int) -> Bool {
    guard clause.has(verb, .verbPastParticiple) else { return false }
    var index = verb - 1
    while index >= low, clause.isAdverb(index) || clause.has(index, .negation),
      subjects.mentions[index] == nil
    {
      index -= 1
    }
    return index >= low && clause.has(index, .be)
  }

  private func agent(of verb: Int, in frame: Range<Int>) -> ClauseSubject? {
    let limit = min(frame.upperBound, verb + 12)
    for index in (verb + 1)..<max(verb + 1, limit) where clause.has(index, .agentMarker) {
      return subjects.phrase(startingAt: index + 1, before: frame.upperBound)
    }
    return nil
  }

  /// Whether only commas, a colon or "that" part a verb from a quotation, or the words of whom it was said to.
  private func stands(_ verb: Int, beside quote: Range<Int>) -> Bool {
    let last = quote.lowerBound - 1
    if last == verb { return true }
    guard quote.lowerBound - verb < 25 else { return false }
    if clause.isMark(last, UInt8(ascii: ":")) || clause.isComma(last) {
      return !(verb + 1..<last).contains { clause.has($0, .semicolon) || subjects.isFinite($0) }
    }
    return last == verb + 1 && clause.has(last, .subordinator) || tellsAbout(verb, quote)
  }

  /// Words between a verb and what is said of its object, at most: "spoke of the need for a “middle ground”".
  private static let reachOfObject = 6

  /// Whether a verb that seldom reports words has those in the phrase behind it: "spoke of “an important step”".
  private func tellsAbout(_ verb: Int, _ quote: Range<Int>) -> Bool {
    let between = verb + 1..<quote.lowerBound
    guard clause.has(verb, .reportsAbout), clause.has(verb, .reportsRarely),
      between.count <= Self.reachOfObject,
      let first = between.first, clause.has(first, .genitiveMarker)
    else { return false }
    return !between.contains { clause.tokens[$0].kind != .word || subjects.isFinite($0) }
  }

  // MARK: Cues

  /// Whether a word is a verb of saying here, and no noun or name.
  func isReporting(_ token: Int, from low: Int) -> Bool {
    let traits = clause.traits(token)
    guard traits.contains(.reports), subjects.mentions[token] == nil else { return false }
    // "a so-called “union”": a part of a compound reports nothing.
    if token > low, clause.isHyphen(token - 1) { return false }
    let flags = clause.tokens[token].flags
    if flags.contains(.capitalised), !flags.contains(.firstWord) { return false }
    let isNounPosition =
      clause.isNounPosition(token)
      && (subjects.mentions[token - 1] == nil || clause.has(token - 1, .possessiveEnding))
    if isAttribute(token, from: low) { return false }
    guard token == low || !isNounPosition || clause.has(token, .verbPresentParticiple) else { return false }
    if !traits.isDisjoint(with: [.verbPast, .verbPastParticiple]) { return true }
    if traits.contains(.verbThird) { return !subjects.looksLikePlural(token) }
    if traits.contains(.verbPresentParticiple) {
      return token == low || !clause.has(token - 1, [.determiner, .possessive])
    }
    guard token > low else { return false }
    // "who was to blame": that is yet to be told.
    if token > low + 1, clause.has(token - 1, .infinitiveMarker), clause.has(token - 2, .be) { return false }
    // "an emergency order “to leave”": a noun, where nobody before it may be several.
    if traits.contains(.reportsRarely), clause.isUnknown(token - 1), !mayBeSeveral(token - 1) { return false }
    return clause.has(
      token - 1, [.subjectPronoun, .modal, .futureModal, .infinitiveMarker, .auxiliary, .adverb])
      || (subjects.mentions[token - 1] == nil && clause.isUnknown(token - 1) && !isAdjective(token - 1))
  }

  /// Whether a participle behind an article and an adverb describes the noun that follows: "the newly declared “Zone”".
  func isAttribute(_ token: Int, from low: Int) -> Bool {
    token - 2 >= low && clause.has(token, .verbPastParticiple) && clause.isAdverb(token - 1)
      && subjects.mentions[token - 1] == nil && clause.has(token - 2, [.determiner, .possessive])
      && !clause.has(token - 2, .subjectPronoun)
  }

  /// Whether a capital within a sentence makes it an adjective of what follows: "told Ruritanian state television".
  private func isAdjective(_ token: Int) -> Bool {
    let flags = clause.tokens[token].flags
    return flags.contains(.capitalised) && !flags.contains(.firstWord)
  }

  /// Whether a word ends as nouns of many do.
  private func mayBeSeveral(_ token: Int) -> Bool {
    clause.bytes[clause.tokens[token].upper - 1] == UInt8(ascii: "s")
  }

  /// Whether only commas and dashes stand between a quotation and what is right behind it.
  private func closesWithNothing(between end: Int, _ index: Int) -> Bool {
    index >= end && (end..<index).allSatisfy { clause.isComma($0) || clause.isDash($0) }
  }

  /// Whether the words that tell a source stand in commas right before a quotation: "Berg wants it, according to a clerk,
  /// “by noon”".
  private func leadsUp(_ source: SpeechCue, to quote: Range<Int>) -> Bool {
    guard let end = source.subject?.tokens.upperBound, source.tokens.lowerBound < quote.lowerBound else {
      return false
    }
    return end + 1 == quote.lowerBound && clause.isComma(end)
  }

  /// "according to the ministry".
  private func sourceCue(of quote: Range<Int>, in frame: Range<Int>) -> SpeechCue? {
    let low = max(frame.lowerBound, quote.lowerBound - Self.reach)
    let high = min(frame.upperBound, quote.upperBound + Self.reach)
    for index in low..<max(low, high) where !subjects.isQuoted[index] {
      guard clause.has(index, .sourceCue) else { continue }
      guard let match = sourceCues.longestMatch(at: index, before: high, in: clause.tokens) else { continue }
      let isBesideOnly = match.value == QuotationTables.besideOnly
      if isBesideOnly, !closesWithNothing(between: quote.upperBound, index) { continue }
      let cue = index..<(index + match.length)
      guard let source = subjects.phrase(startingAt: cue.upperBound, before: frame.upperBound) else {
        continue
      }
      return SpeechCue(
        tokens: cue, subject: subjects.namedBehind(source),
        isAdjacent: isBesideOnly || index == quote.upperBound)
    }
    return nil
  }
}
