import DossierModel
import DossierSource

/// Cues that stand behind a quotation: “…,” said Berg.
extension SpeechCueFinder {
  /// A dash and a name that close a paragraph which is a quotation: “…” — Anna Berg, farmer.
  ///
  /// They may stand behind the full stop that ends the quotation's sentence.
  func signature(behind quote: Range<Int>, in frame: Range<Int>) -> SpeechCue? {
    let dash = quote.upperBound
    let block = clause.text.block(ofToken: quote.lowerBound)
    guard quote.lowerBound == frame.lowerBound, dash + 1 < clause.tokens.count,
      clause.isDash(dash) || clause.isHyphen(dash), clause.text.blocks.indices.contains(block),
      let name = subjects.mentions[dash + 1], subjects.mentions.mentions[name].kind == .person
    else { return nil }
    let limit = clause.text.tokens(in: clause.text.blocks[block].range).upperBound
    var end = dash + 2
    while end < limit, subjects.mentions[end] == name { end += 1 }
    guard end <= limit, end == limit || clause.tokens[end].kind == .punctuation,
      !(end..<limit).contains(where: { subjects.isFinite($0) || subjects.isQuoted[$0] })
    else { return nil }
    let subject = ClauseSubject(tokens: dash + 1..<end, head: end - 1, mention: name, isPronoun: false)
    return SpeechCue(tokens: dash..<dash + 1, subject: subject, isAdjacent: true)
  }

  /// A name alone that closes the sentence which a quotation begins, its verb left out: “…,” ferry master Anna Berg.
  func closingName(behind quote: Range<Int>, in frame: Range<Int>) -> SpeechCue? {
    let start = quote.upperBound
    var last = frame.upperBound - 1
    while last > start, clause.tokens[last].kind == .punctuation { last -= 1 }
    guard quote.lowerBound == frame.lowerBound, last > start, last - start < 12, endsWithPause(quote),
      let subject = person(endingAt: last, from: start),
      !(start..<last).contains(where: { subjects.mentions[$0] == nil && isMoreThanTitle($0) })
    else { return nil }
    return SpeechCue(tokens: subject.tokens, subject: subject, isAdjacent: true)
  }

  /// A person's name as a subject, by its last token.
  func person(endingAt last: Int, from low: Int) -> ClauseSubject? {
    guard let name = subjects.mentions[last], subjects.mentions.mentions[name].kind == .person else {
      return nil
    }
    return subjects.named(endingAt: last, from: low)
  }

  /// Whether a word before a name makes more of the two than a name with its title.
  func isMoreThanTitle(_ token: Int) -> Bool {
    subjects.isQuoted[token] || subjects.isFinite(token) || clause.tokens[token].kind == .punctuation
      || clause.has(token, [.preposition, .conjunction, .verbPresentParticiple, .subordinator])
  }

  func cueBehind(_ quote: Range<Int>, in frame: Range<Int>) -> SpeechCue? {
    var index = quote.upperBound
    guard index < frame.upperBound else { return nil }
    var pauses = endsWithPause(quote)
    while index < frame.upperBound, clause.isComma(index) || clause.isDash(index) {
      pauses = true
      index += 1
    }
    let start = index
    while index < frame.upperBound, clause.isAdverb(index), subjects.mentions[index] == nil { index += 1 }
    if index < frame.upperBound, isReporting(index, from: start),
      clause.isPast(index) || clause.has(index, .verbThird),
      let subject = subjects.subjectBehind(index), pauses || !subject.isPronoun, !actsItself(subject),
      // "…”, went home": such a verb needs one who can speak behind it.
      !clause.has(index, .reportsRarely) || subject.mention != nil || subject.isPronoun
    {
      return SpeechCue(tokens: index..<(index + 1), subject: subject, isAdjacent: true)
    }
    if pauses, let cue = perfectCue(at: index, behind: quote, in: frame) { return cue }
    guard pauses || quote.lowerBound == frame.lowerBound else { return nil }
    guard let cue = cueBehindSubject(from: start, in: frame) else { return nil }
    // Without a comma only the shortest form is safe: “…” Berg said.
    return pauses || cue.tokens.lowerBound - start < 4 ? cue : nil
  }

  /// The cue of a verb in the perfect with its subject behind it: “…,” has written in the evening Anna Berg.
  ///
  /// Whoever it is, nobody of the sentences before it says the words. A verb that reports nothing has a title before it
  /// where no comma parts them: “Hello, Lund!” has turned Carl Dahl into a star.
  private func perfectCue(
    at start: Int, behind quote: Range<Int>, in frame: Range<Int>
  ) -> SpeechCue? {
    var verb = start + 1
    while verb < frame.upperBound, clause.isAdverb(verb), subjects.mentions[verb] == nil { verb += 1 }
    guard verb < frame.upperBound, clause.has(start, .perfect), subjects.mentions[start] == nil,
      clause.has(verb, .verbPastParticiple) || clause.isPast(verb),
      clause.has(verb, .reports) || isParted(quote, from: start, in: frame)
    else { return nil }
    let subject =
      subjects.subjectBehind(verb).flatMap { $0.mention == nil ? nil : $0 }
      ?? (verb + 1..<min(frame.upperBound, verb + 6)).lazy.compactMap { self.personBegun(at: $0) }.first
      ?? subjects.subjectBehind(verb)
    return SpeechCue(tokens: start..<verb + 1, subject: subject, isAdjacent: true)
  }

  /// Whether a comma parts words that open a sentence, or stand behind its dash or colon, from its verb: no title that is
  /// the verb's subject has one there.
  private func isParted(_ quote: Range<Int>, from verb: Int, in frame: Range<Int>) -> Bool {
    let before = quote.lowerBound - 1
    let opens =
      before < frame.lowerBound || clause.isDash(before) || clause.isMark(before, UInt8(ascii: ":"))
      || clause.isHyphen(before)
    return opens && (clause.isComma(verb - 1) || quote.count > 1 && clause.isComma(quote.upperBound - 2))
  }

  /// A person's name that begins at a token with no preposition before it.
  private func personBegun(at token: Int) -> ClauseSubject? {
    guard let name = subjects.mentions[token], subjects.mentions[token - 1] != name,
      subjects.mentions.mentions[name].kind == .person, !clause.has(token - 1, [.preposition, .conjunction])
    else { return nil }
    var end = token + 1
    while end < clause.tokens.count, subjects.mentions[end] == name { end += 1 }
    return ClauseSubject(tokens: token..<end, head: end - 1, mention: name, isPronoun: false)
  }

  /// Whether words behind a verb have a verb of their own: "known as “the Owl” – said the two would meet".
  private func actsItself(_ subject: ClauseSubject) -> Bool {
    let next = subject.tokens.upperBound
    return subject.mention == nil && !subject.isPronoun && next < clause.tokens.count
      && !subjects.isQuoted[next] && clause.has(next, [.auxiliary, .modal, .futureModal])
  }

  /// The cue that closes a sentence which goes on behind the marks: “…” for the town, said Berg.
  func closingCue(behind quote: Range<Int>, in frame: Range<Int>) -> SpeechCue? {
    let limit = min(frame.upperBound, quote.upperBound + Self.reach)
    var index = quote.upperBound + 1
    while index < limit, !subjects.isQuoted[index] {
      defer { index += 1 }
      guard isReporting(index, from: quote.upperBound), !clause.has(index, .verbPresentParticiple),
        let subject = subjects.subject(of: index, from: quote.upperBound)
      else { continue }
      let first = min(index, subject.tokens.lowerBound)
      guard first > quote.upperBound, clause.isComma(first - 1) else { continue }
      return SpeechCue(tokens: index..<(index + 1), subject: subject, isAdjacent: false)
    }
    return nil
  }

  /// "…," Noble, an attorney, told reporters.
  private func cueBehindSubject(from start: Int, in frame: Range<Int>) -> SpeechCue? {
    var index = start
    let limit = min(frame.upperBound, start + Self.reach)
    while index < limit, !subjects.isQuoted[index] {
      if isReporting(index, from: start), !clause.has(index, .verbPresentParticiple) {
        guard let subject = subjects.subject(of: index, from: start) else { return nil }
        let gap = (start..<max(start, subject.tokens.lowerBound)).filter {
          !clause.isAdverb($0) && !clause.isComma($0)
        }
        guard gap.isEmpty || opensWithPreposition(start) else { return nil }
        return SpeechCue(tokens: index..<(index + 1), subject: subject, isAdjacent: true)
      }
      if clause.has(index, [.subordinator, .conjunction]), index == start { return nil }
      index += 1
    }
    return nil
  }

  private func opensWithPreposition(_ index: Int) -> Bool {
    clause.has(index, .preposition) && subjects.mentions[index] == nil
  }

  private func endsWithPause(_ quote: Range<Int>) -> Bool {
    var index = quote.upperBound - 1
    while index > quote.lowerBound, clause.tokens[index].kind == .punctuation, quote.upperBound - index < 5 {
      let byte = clause.text.byte(index)
      if byte == 0x2C || byte == 0x3F || byte == 0x21 || clause.isDash(index) { return true }
      if clause.tokens[index].upper - clause.tokens[index].lower == 3,
        clause.bytes[clause.tokens[index].upper - 1] == 0xA6
      {
        return true
      }
      index -= 1
    }
    return false
  }
}
