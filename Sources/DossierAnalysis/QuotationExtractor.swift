import DossierModel
import DossierSource

/// Finds quoted speech and whose it is.
///
/// A speaker is read from the sentence round the marks; where it tells none, from the sentence or paragraph before.
/// Where nobody fits, a quotation keeps `speaker == nil`: a wrong attribution harms more than a missing one.
package struct QuotationExtractor: Sendable {
  private let pairing: QuotationMarkPairing
  private let tables: QuotationTables

  package init(tables: QuotationTables) {
    pairing = QuotationMarkPairing(tables: tables)
    self.tables = tables
  }

  package func quotations(in clause: ClauseText, mentions: [Mention]) -> [Quotation] {
    let stretches = pairing.stretches(in: clause.bytes, blocks: clause.text.blocks)
    if stretches.isEmpty { return [] }
    let index = MentionIndex(mentions, in: clause.tokens)
    var attribution = SpeechAttribution(
      clause: clause, mentions: index, stretches: stretches, tables: tables)
    return attribution.quotations()
  }
}

/// The attribution of one article's quotations, in the order of reading.
private struct SpeechAttribution {
  private let clause: ClauseText
  private let mentions: MentionIndex
  private let stretches: [QuotedStretch]
  private let frames: QuotationFrames
  private let subjects: SubjectFinder
  private let cues: SpeechCueFinder
  private let genders: Lexicon
  private var found: [Quotation?]
  /// Of each frame that was asked for: who it is about.
  private var topics: [Int: Quotation.Speaker?] = [:]

  init(clause: ClauseText, mentions: MentionIndex, stretches: [QuotedStretch], tables: QuotationTables) {
    self.clause = clause
    self.mentions = mentions
    self.stretches = stretches
    frames = QuotationFrames(clause, stretches: stretches)
    subjects = SubjectFinder(clause: clause, mentions: mentions, isQuoted: frames.isQuoted)
    cues = SpeechCueFinder(clause: clause, subjects: subjects, sourceCues: tables.sourceCues)
    genders = tables.genders
    found = Array(repeating: nil, count: stretches.count)
  }

  mutating func quotations() -> [Quotation] {
    for frame in frames.frames.indices {
      for (position, stretch) in frames.frames[frame].stretches.enumerated() {
        attribute(stretch, at: position, in: frame)
      }
    }
    for (index, stretch) in stretches.enumerated() where found[index] == nil {
      found[index] = nested(index, in: stretch.within)
    }
    return found.compactMap { $0 }
  }

  // MARK: One quotation

  private mutating func attribute(_ index: Int, at position: Int, in frame: Int) {
    let tokens = frames.stretchTokens[index]
    let range = frames.frames[frame].tokens
    let cue = cues.cue(of: tokens, in: range)
    let previous = position > 0 ? frames.frames[frame].stretches[position - 1] : nil
    guard isSpeech(index, cue: cue, in: range) else {
      found[index] = quotation(index, use: .notSpeech, speaker: nil, cue: nil)
      return
    }
    if let cue, let subject = cue.subject {
      let speaker = speaker(subject, in: frame)
      var continues: Int?
      if let previous, found[previous]?.cue == clause.text.range(cue.tokens) { continues = previous }
      found[index] = quotation(index, use: .speech, speaker: speaker, cue: cue, continues: continues)
      return
    }
    if let previous, let other = found[previous], other.use == .speech {
      let continues = cue == nil ? previous : nil
      found[index] = quotation(index, use: .speech, speaker: other.speaker, cue: cue, continues: continues)
      return
    }
    let isEmbedded = range.contains { !frames.isQuoted[$0] && clause.tokens[$0].kind == .word }
    let carried = isEmbedded && cue == nil ? ownTopic(of: frame, before: tokens.lowerBound) : nil
    let before = carriedOver(to: frame)
    found[index] = quotation(
      index, use: .speech, speaker: carried ?? before.speaker, cue: cue,
      continues: cue == nil && carried == nil ? before.continues : nil)
  }

  private func quotation(
    _ index: Int, use: Quotation.Use, speaker: Quotation.Speaker?, cue: SpeechCue?, continues: Int? = nil
  ) -> Quotation {
    Quotation(
      range: stretches[index].inner, use: use, speaker: speaker,
      cue: cue.map { clause.text.range($0.tokens) },
      sentence: clause.text.sentenceIndex(ofToken: frames.stretchTokens[index].lowerBound),
      within: stretches[index].within, continues: continues)
  }

  /// Words that a speaker quotes are the speaker's: nobody but the speaker vouches for them.
  private func nested(_ index: Int, in parent: Int?) -> Quotation {
    let outer = parent.flatMap { found[$0] }
    let isSpeech = outer?.use == .speech && wordCount(index) >= 3 && !looksLikeTitle(index)
    guard isSpeech, let speaker = outer?.speaker else {
      return quotation(index, use: isSpeech ? .speech : .notSpeech, speaker: nil, cue: nil)
    }
    let voiced = Quotation.Speaker(range: speaker.range, mention: speaker.mention, attribution: .nested)
    return quotation(index, use: .speech, speaker: voiced, cue: nil)
  }

  // MARK: Speech or not

  private func isSpeech(_ index: Int, cue: SpeechCue?, in frame: Range<Int>) -> Bool {
    if let cue, cue.isAdjacent { return true }
    let tokens = frames.stretchTokens[index]
    let words = wordCount(index)
    let isWhole = !frame.contains { !frames.isQuoted[$0] && clause.tokens[$0].kind == .word }
    if isWhole { return words >= 3 || endsSentence(tokens) && words > 1 }
    if looksLikeTitle(index) { return false }
    if words >= 5 { return true }
    guard let cue else { return false }
    // "called the road “a scandal”, …": what follows such a verb's object is what was said of it.
    let ends = tokens.upperBound >= frame.upperBound || clause.tokens[tokens.upperBound].kind == .punctuation
    if ends, clause.has(cue.tokens.lowerBound, .reportsAbout) { return true }
    return isPredicate(tokens, in: frame)
  }

  private func wordCount(_ index: Int) -> Int {
    frames.stretchTokens[index].count { clause.tokens[$0].kind == .word || clause.tokens[$0].kind == .number }
  }

  private func endsSentence(_ tokens: Range<Int>) -> Bool {
    tokens.suffix(3).contains {
      clause.isMark($0, 0x2E) || clause.isMark($0, 0x21) || clause.isMark($0, 0x3F)
    }
  }

  /// Whether its words are capitalised as a title's are.
  private func looksLikeTitle(_ index: Int) -> Bool {
    var capitals = 0
    var small = 0
    for token in frames.stretchTokens[index] where clause.tokens[token].kind == .word {
      if clause.tokens[token].isCapitalised {
        capitals += 1
      } else if clause.isUnknown(token) || clause.has(token, [.auxiliary, .subjectPronoun, .anyVerb]) {
        small += 1
      }
    }
    return small == 0 && capitals >= 1
  }

  /// Whether a short quotation says something of its own, as after "is" or "called it", and is no mere epithet.
  private func isPredicate(_ tokens: Range<Int>, in frame: Range<Int>) -> Bool {
    let before = tokens.lowerBound - 1
    guard before >= frame.lowerBound else { return false }
    if clause.has(before, [.be, .genitiveMarker, .infinitiveMarker, .subordinator, .modal, .futureModal]) {
      return true
    }
    if clause.has(before, [.determiner, .possessive, .possessiveEnding]) {
      let after = tokens.upperBound
      return after >= frame.upperBound || clause.tokens[after].kind == .punctuation
        || clause.has(after, .preposition)
    }
    // "a Kurdish-controlled “zone”" is an epithet too.
    let isCompound = before > frame.lowerBound && clause.isHyphen(before - 1)
    return !isCompound && (clause.has(before, .anyVerb) || clause.isAdverb(before))
  }

  // MARK: Speakers

  private mutating func speaker(_ subject: ClauseSubject, in frame: Int) -> Quotation.Speaker {
    let range = clause.text.range(subject.tokens)
    if let mention = subject.mention {
      return Quotation.Speaker(range: range, mention: mention, attribution: .namedInSentence)
    }
    guard subject.isPronoun else {
      return Quotation.Speaker(range: range, mention: nil, attribution: .unnamedSource)
    }
    let antecedent = antecedent(of: subject.tokens.lowerBound, in: frame)
    return Quotation.Speaker(range: range, mention: antecedent, attribution: .pronoun)
  }

  /// Whom a pronoun stands for: the subject of its own sentence's first clause, else of the sentences before.
  private mutating func antecedent(of pronoun: Int, in frame: Int) -> Int? {
    let traits = clause.traits(pronoun)
    if traits.contains(.speakingPronoun) { return nil }
    let gender = genders.value(of: clause.tokens[pronoun].hash)
    func fits(_ mention: Int) -> Bool {
      let kind = mentions.mentions[mention].kind
      guard traits.contains(.personPronoun) ? kind == .person : kind != .place else { return false }
      return gender == nil || self.gender(of: mention).map { $0 == gender } ?? true
    }
    let range = frames.frames[frame].tokens
    if let own = subjects.clauseSubject(before: pronoun, from: range.lowerBound)?.mention, fits(own) {
      return own
    }
    // "It" of another sentence is a body; in its own it may stand for nobody: "she said it was late, but added".
    let isThing = traits.isDisjoint(with: [.personPronoun, .pluralPronoun])
    func fitsFromAfar(_ mention: Int) -> Bool {
      fits(mention) && !(isThing && mentions.mentions[mention].kind == .person)
    }
    for earlier in stride(from: frame - 1, through: max(0, frame - 8), by: -1) {
      guard let mention = topic(of: earlier)?.mention, fitsFromAfar(mention) else { continue }
      return mention
    }
    var index = pronoun - 1
    while index >= 0, pronoun - index < 200 {
      if let mention = mentions[index], !frames.isQuoted[index], fitsFromAfar(mention) { return mention }
      index -= 1
    }
    return nil
  }

  /// Whether a person is a man or a woman, by the given name or the title; nil where neither tells.
  ///
  /// A family name alone is read as that of the last person before it who is named in full with it.
  private func gender(of mention: Int) -> UInt32? {
    let own = mentions.mentions[mention]
    let words = words(own.range)
    if words.count > 1 { return words.first.flatMap(genders.value) }
    if let told = own.title.flatMap({ self.words($0).first }).flatMap(genders.value) { return told }
    let named = mentions.mentions[..<mention].last {
      $0.kind == .person && $0.range.count > own.range.count && self.words($0.range).last == words.last
    }
    return named.flatMap { self.words($0.range).first }.flatMap(genders.value)
  }

  /// The hashes of a stretch's tokens.
  private func words(_ range: TextRange) -> [UInt64] {
    clause.tokens[clause.text.tokens(in: range)].map(\.hash)
  }

  /// The speaker of a quotation whose sentence tells none, and the quotation it goes on with.
  private mutating func carriedOver(to frame: Int) -> (speaker: Quotation.Speaker?, continues: Int?) {
    for earlier in stride(from: frame - 1, through: max(0, frame - 4), by: -1) {
      guard let speaker = topic(of: earlier) ?? opening(of: earlier) else { continue }
      let isSameBlock = frames.frames[earlier].block == frames.frames[frame].block
      let last = frames.frames[earlier].stretches.last { found[$0]?.use == .speech }
      let goesOn = last.map { isSameBlock || stretches[$0].isOpenEnded } ?? false
      let attribution: Quotation.Attribution = isSameBlock ? speaker.attribution : .carriedOver
      return (
        Quotation.Speaker(range: speaker.range, mention: speaker.mention, attribution: attribution),
        goesOn ? last : nil
      )
    }
    return (nil, nil)
  }

  /// The person whose name a sentence begins with, whatever it says of them.
  private func opening(of frame: Int) -> Quotation.Speaker? {
    let first = frames.frames[frame].tokens.lowerBound
    guard first < clause.tokens.count, !frames.isQuoted[first], let mention = mentions[first],
      mentions.mentions[mention].kind == .person
    else { return nil }
    return Quotation.Speaker(
      range: mentions.mentions[mention].range, mention: mention, attribution: .carriedOver)
  }

  /// Whom a sentence is about: who speaks in it, else the subject of its first verb.
  private mutating func topic(of frame: Int) -> Quotation.Speaker? {
    let last = frames.frames[frame].stretches.last { found[$0]?.use == .speech }
    let speaker = last.flatMap { found[$0]?.speaker }
    // Who was only carried over yields to whom the sentence itself is about.
    if let speaker, speaker.attribution != .carriedOver { return speaker }
    if let known = topics[frame] { return known ?? speaker }
    topics[frame] = .some(nil)  // A sentence is never its own antecedent.
    let topic = ownTopic(of: frame, before: frames.frames[frame].tokens.upperBound)
    topics[frame] = topic
    return topic ?? speaker
  }

  /// Whom a sentence brings in behind its verb: "Beside her is Carl Dahl, a smith".
  private func introduced(behind verb: Int) -> Quotation.Speaker? {
    guard clause.has(verb, .be), verb + 1 < clause.tokens.count, let mention = mentions[verb + 1],
      mentions.mentions[mention].kind == .person
    else { return nil }
    return Quotation.Speaker(
      range: mentions.mentions[mention].range, mention: mention, attribution: .carriedOver)
  }

  private mutating func ownTopic(of frame: Int, before limit: Int) -> Quotation.Speaker? {
    let range = frames.frames[frame].tokens
    var first: ClauseSubject?
    for index in range where index < limit && !frames.isQuoted[index] {
      let reports = cues.isReporting(index, from: range.lowerBound)
      guard reports || (first == nil && subjects.isFinite(index)) else { continue }
      let subject =
        reports ? cues.subject(of: index, in: range) : subjects.subject(of: index, from: range.lowerBound)
      if reports, let subject { return speaker(subject, in: frame) }
      if first == nil, subject.map({ $0.mention == nil && !$0.isPronoun }) ?? true,
        clause.has(range.lowerBound, [.preposition, .adverb]), let introduced = introduced(behind: index)
      {
        return introduced
      }
      first = first ?? subject
    }
    // What neither speaks nor is named is nobody to carry words over from.
    guard let first, first.mention != nil || first.isPronoun else { return nil }
    return speaker(first, in: frame)
  }
}
