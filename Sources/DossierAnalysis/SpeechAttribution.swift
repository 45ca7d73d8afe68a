import DossierModel
import DossierSource

/// The attribution of one article's quotations, in the order of reading.
struct SpeechAttribution {
  let clause: ClauseText
  let mentions: MentionIndex
  private let stretches: [QuotedStretch]
  let frames: QuotationFrames
  let subjects: SubjectFinder
  let cues: SpeechCueFinder
  let genders: PersonGenders
  let persons: UnnamedPersons
  let nouns: DescriptionNouns
  private let firstPersons: Lexicon
  var offices: OfficeHolders
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
    genders = PersonGenders(of: mentions.mentions, in: clause, words: tables.genders)
    persons = UnnamedPersons(subjects: subjects, nouns: tables.persons)
    nouns = tables.descriptions
    firstPersons = tables.firstPersons
    offices = OfficeHolders(
      clause: clause, mentions: mentions, otherOffices: tables.otherOffices, shortOffices: tables.shortOffices
    )
    found = Array(repeating: nil, count: stretches.count)
  }

  /// The quotations; those that labels begin are of whom these name.
  mutating func quotations(under labels: [LabelledSpeech]) -> [Quotation] {
    var labelled: [TextRange: Quotation.Speaker] = [:]
    for label in labels { labelled[label.words] = label.speaker }
    for frame in frames.frames.indices {
      for (position, stretch) in frames.frames[frame].stretches.enumerated() {
        if let speaker = labelled[stretches[stretch].outer] {
          found[stretch] = quotation(stretch, use: .speech, speaker: speaker, cue: nil)
        } else if isPlainBlock(stretch) {
          attributeBlock(stretch, in: frame)
        } else {
          attribute(stretch, at: position, in: frame)
        }
      }
    }
    for (index, stretch) in stretches.enumerated() where found[index] == nil && !isPlainBlock(index) {
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
    if cues.startOfAnother(before: tokens, in: range) != nil {
      found[index] = quotation(index, use: .speech, speaker: nil, cue: nil)
      return
    }
    if let previous, let other = found[previous], other.use == .speech {
      let continues = cue == nil ? previous : nil
      found[index] = quotation(index, use: .speech, speaker: other.speaker, cue: cue, continues: continues)
      return
    }
    if cue == nil, clause.tellsOfSubject(tokens, from: range.lowerBound) {
      found[index] = quotation(index, use: .speech, speaker: nil, cue: nil)
      return
    }
    let isEmbedded = range.contains { !frames.isQuoted[$0] && clause.tokens[$0].kind == .word }
    if let cue, cue.tokens.lowerBound >= tokens.upperBound {
      found[index] = quotation(index, use: .speech, speaker: nil, cue: cue)
      return
    }
    var carried = isEmbedded && cue == nil ? ownTopic(of: frame, before: tokens.lowerBound) : nil
    if isEmbedded, carried == nil { carried = opening(of: frame) }
    let before = isEmbedded && isOfItself(frame) ? (speaker: nil, continues: nil) : carriedOver(to: frame)
    found[index] = quotation(
      index, use: .speech, speaker: carried ?? before.speaker, cue: cue,
      continues: cue == nil && carried == nil ? before.continues : nil)
  }

  /// Whether a sentence that begins a paragraph has a verb with a subject of its own: whoever spoke in the paragraph
  /// before does not go on in it.
  private func isOfItself(_ frame: Int) -> Bool {
    let range = frames.frames[frame].tokens
    guard frame > 0, frames.frames[frame - 1].block != frames.frames[frame].block,
      let verb = range.first(where: { !frames.isQuoted[$0] && subjects.isFinite($0) }),
      let subject = subjects.subject(of: verb, from: range.lowerBound)
    else { return false }
    return !subject.isPronoun
  }

  // MARK: Block quotes

  /// Whether it is a block quote without marks.
  private func isPlainBlock(_ index: Int) -> Bool {
    let block = clause.text.blocks[stretches[index].block]
    return block.kind == .quote && stretches[index].outer == block.range
  }

  /// A block quote is of whom its last line names, or of whom the sentence before it brings in.
  ///
  /// What nobody brings in may be the page's own words, set apart to be seen: that is no quotation.
  private mutating func attributeBlock(_ index: Int, in frame: Int) {
    let block = stretches[index].block
    guard signature(of: block) == nil else { return }
    let isFurther = block > 0 && clause.text.blocks[block - 1].kind == .quote
    if isFurther, index > 0, stretches[index - 1].block == block - 1, let former = found[index - 1] {
      found[index] = quotation(
        index, use: .speech, speaker: former.speaker, cue: nil, continues: index - 1)
      return
    }
    if let speaker = closingSignature(behind: block) {
      found[index] = quotation(index, use: .speech, speaker: speaker, cue: nil)
    } else if isIntroduced(frame) {
      let before = carriedOver(to: frame)
      found[index] = quotation(
        index, use: .speech, speaker: before.speaker, cue: nil, continues: before.continues)
    }
  }

  /// Whether a colon or comma stands before a sentence, or somebody speaks in the one before it.
  private func isIntroduced(_ frame: Int) -> Bool {
    let last = frames.frames[frame].tokens.lowerBound - 1
    guard frame > 0, last >= 0 else { return false }
    if clause.isMark(last, UInt8(ascii: ":")) || clause.isComma(last) { return true }
    let before = frames.frames[frame - 1]
    return before.stretches.isEmpty
      && before.tokens.contains { index in
        cues.isReporting(index, from: before.tokens.lowerBound)
          && cues.subject(of: index, in: before.tokens)?.mention != nil
      }
  }

  /// The block quotes that one signature may stand under.
  private static let signedBlocks = 12

  private func closingSignature(behind block: Int) -> Quotation.Speaker? {
    for next in (block + 1)..<max(block + 1, min(clause.text.blocks.count, block + Self.signedBlocks)) {
      guard clause.text.blocks[next].kind == .quote else { return nil }
      if let signature = signature(of: next) { return signature }
    }
    return nil
  }

  /// Whom a line that begins with a dash names: "— Anna Berg (@berg) 4 May".
  private func signature(of block: Int) -> Quotation.Speaker? {
    let tokens = clause.text.tokens(in: clause.text.blocks[block].range)
    guard let dash = tokens.first, clause.isDash(dash) || clause.isHyphen(dash), tokens.count > 1 else {
      return nil
    }
    let limit = min(tokens.upperBound, dash + 8)
    var end = dash + 1
    while end < limit, clause.tokens[end].kind != .punctuation || clause.isHyphen(end) { end += 1 }
    guard end > dash + 1 else { return nil }
    let name = (dash + 1..<end).lazy.compactMap { mentions[$0] }.first
    return Quotation.Speaker(
      range: name.map { mentions.mentions[$0].range } ?? clause.text.range(dash + 1..<end), mention: name,
      attribution: name == nil ? .unnamedSource : .namedInSentence)
  }

  private func quotation(
    _ index: Int, use: Quotation.Use, speaker: Quotation.Speaker?, cue: SpeechCue?, continues: Int? = nil
  ) -> Quotation {
    let isNamedInside = speaker.map { isNamed($0, within: frames.stretchTokens[index]) } ?? false
    return Quotation(
      range: stretches[index].inner, use: use, speaker: isNamedInside ? speaker.flatMap(unknown) : speaker,
      cue: cue.map { clause.text.range($0.tokens) },
      sentence: clause.text.sentenceIndex(ofToken: frames.stretchTokens[index].lowerBound),
      within: stretches[index].within, continues: continues)
  }

  /// Whether words that are somebody's only by a pronoun or a sentence before tell of that person by name: "he said: “Berg
  /// is well”".
  ///
  /// People name themselves behind "I" and "this is". Somebody of another given name is another: "Carl Berg built this
  /// harbour" may be Anna Berg's words.
  private func isNamed(_ speaker: Quotation.Speaker, within quote: Range<Int>) -> Bool {
    guard [.pronoun, .carriedOver].contains(speaker.attribution), let mention = speaker.mention,
      mentions.mentions[mention].kind == .person
    else { return false }
    let names = Set(clause.text.tokens(in: mentions.mentions[mention].range).map { clause.tokens[$0].hash })
    return quote.contains { token in
      guard let other = mentions[token], mentions.mentions[other].kind == .person,
        names.contains(clause.tokens[token].hash), acts(other, within: quote), !isNamesake(other, of: mention)
      else { return false }
      let first = mentions.start(ofMentionAt: token, from: quote.lowerBound)
      let before = max(quote.lowerBound, first - Self.reachOfSelf)..<first
      return !before.contains { firstPersons.value(of: clause.tokens[$0].hash) != nil }
        && !(first > quote.lowerBound && clause.has(first - 1, .be))
    }
  }

  /// Whether words tell what somebody does or did: a name before a noun tells no more than which is meant, "in the Berg
  /// years".
  private func acts(_ mention: Int, within quote: Range<Int>) -> Bool {
    let next = clause.text.tokens(in: mentions.mentions[mention].range).upperBound
    guard next < quote.upperBound else { return false }
    return clause.has(next, [.finiteVerb, .auxiliary, .modal, .futureModal]) || clause.isPast(next)
  }

  /// Whether a name begins with another given name than that of a person, whom an earlier mention may name in full.
  private func isNamesake(_ other: Int, of speaker: Int) -> Bool {
    func words(_ mention: Int) -> ArraySlice<Token> {
      clause.tokens[clause.text.tokens(in: mentions.mentions[mention].range)]
    }
    guard words(other).count > 1, let family = words(speaker).last?.hash else { return false }
    let full = (0...speaker).last {
      mentions.mentions[$0].kind == .person && words($0).count > 1 && words($0).last?.hash == family
    }
    return full.map { words($0).first?.hash != words(other).first?.hash } ?? false
  }

  /// A pronoun as the words of somebody who is not known; nil for who was only carried over.
  private func unknown(_ speaker: Quotation.Speaker) -> Quotation.Speaker? {
    guard speaker.attribution == .pronoun else { return nil }
    return Quotation.Speaker(range: speaker.range, mention: nil, attribution: .pronoun)
  }

  /// Tokens between "I" or "my name" and the speaker's own name: "I, Anna Berg", "my name is Berg".
  private static let reachOfSelf = 4

  /// Words that a speaker quotes are the speaker's: nobody but the speaker vouches for them.
  private func nested(_ index: Int, in parent: Int?) -> Quotation {
    let outer = parent.flatMap { found[$0] }
    let tokens = frames.stretchTokens[index]
    let isSpeech =
      outer?.use == .speech && clause.wordCount(in: tokens) >= 3 && !subjects.looksLikeTitle(tokens)
    guard isSpeech, let speaker = outer?.speaker else {
      return quotation(index, use: isSpeech ? .speech : .notSpeech, speaker: nil, cue: nil)
    }
    let voiced = Quotation.Speaker(range: speaker.range, mention: speaker.mention, attribution: .nested)
    return quotation(index, use: .speech, speaker: voiced, cue: nil)
  }

  // MARK: Speech or not

  private func isSpeech(_ index: Int, cue: SpeechCue?, in frame: Range<Int>) -> Bool {
    let tokens = frames.stretchTokens[index]
    let words = clause.wordCount(in: tokens)
    let isTitle = subjects.looksLikeTitle(tokens)
    // "a series called “House of Cards”"
    if let cue, isTitle, words > 1, clause.has(cue.tokens.lowerBound, .reportsAbout),
      cue.tokens.upperBound == tokens.lowerBound
    {
      return false
    }
    if isTitle, cues.isAttribute(tokens.lowerBound - 1, from: frame.lowerBound) { return false }
    if let cue, cue.isAdjacent { return true }
    let isWhole = !frame.contains { !frames.isQuoted[$0] && clause.tokens[$0].kind == .word }
    if isWhole { return words >= 3 || clause.endsSentence(tokens) && words > 1 }
    if isTitle { return false }
    if cue?.subject == nil, namesThing(tokens, in: frame) { return false }
    if words >= 5 { return true }
    guard let cue else { return false }
    // "99.9" says nothing.
    guard tokens.contains(where: { clause.tokens[$0].kind == .word }) else { return false }
    // "called the road “a scandal”, …": what follows such a verb's object is what was said of it.
    let ends =
      tokens.upperBound >= frame.upperBound || clause.tokens[tokens.upperBound].kind == .punctuation
      || tokens.suffix(2).contains { clause.isComma($0) }
    if words >= 3, clause.has(cue.tokens.lowerBound, .reportsAbout) { return true }
    if words >= 4, cue.subject != nil, ends || clause.endsSentence(tokens) { return true }
    if ends, clause.has(cue.tokens.lowerBound, .reportsAbout) { return true }
    return isPredicate(tokens, in: frame)
  }

  /// Whether words that nobody is told to say are the name of a thing: "signed a “pact of peace and friendship”".
  ///
  /// What something is, or is like, somebody may have said.
  private func namesThing(_ tokens: Range<Int>, in frame: Range<Int>) -> Bool {
    let article = tokens.lowerBound - 1
    guard article > frame.lowerBound, clause.has(article, .determiner), !frames.isQuoted[article - 1],
      let first = tokens.first(where: { clause.tokens[$0].kind == .word }),
      !clause.has(first, [.determiner, .subjectPronoun, .possessive, .preposition, .anyVerb])
    else { return false }
    let before = article - 1
    return !clause.has(before, .be)
      && (clause.isPast(before) || clause.has(before, [.preposition, .subordinator]))
  }

  /// Whether a short quotation says something of its own, as after "is" or "called it", and is no mere epithet.
  private func isPredicate(_ tokens: Range<Int>, in frame: Range<Int>) -> Bool {
    let before = tokens.lowerBound - 1
    guard before >= frame.lowerBound else { return false }
    if clause.has(before, .leadingToPredicate) { return true }
    if clause.has(before, [.determiner, .possessive, .possessiveEnding]) {
      let after = tokens.upperBound
      return after >= frame.upperBound || clause.tokens[after].kind == .punctuation
        || clause.has(after, .preposition)
    }
    if opensLikeSpeech(tokens, behind: before) { return true }
    // "a Kurdish-controlled “zone”" is an epithet too.
    let isCompound = before > frame.lowerBound && clause.isHyphen(before - 1)
    return !isCompound && (clause.has(before, .anyVerb) || clause.isAdverb(before))
  }

  /// Whether a short quotation begins as no mere name for a thing does: with the verb of the words before it, "the
  /// mayor “might go home”", or with a preposition, "she would come “at the right time”".
  private func opensLikeSpeech(_ tokens: Range<Int>, behind before: Int) -> Bool {
    guard let first = tokens.first(where: { clause.tokens[$0].kind == .word }), first + 1 < tokens.upperBound,
      clause.tokens[before].kind == .word || clause.isComma(before), !clause.tokens[first].isCapitalised
    else { return false }
    if clause.has(first, [.modal, .futureModal, .auxiliary]) { return true }
    guard clause.tokens[before].kind == .word else { return false }
    if clause.has(first, [.verbPast, .verbThird]), mentions[before] != nil || clause.isUnknown(before) {
      return !clause.isPast(before)
    }
    return clause.has(first, .preposition) && clause.wordCount(in: tokens) > 2
  }

  // MARK: Speakers

  /// Nil where the words are no phrase that could name or describe anybody: there the sentence was read amiss.
  private mutating func speaker(_ subject: ClauseSubject, in frame: Int) -> Quotation.Speaker? {
    let range = clause.text.range(subject.tokens)
    if subjects.isLastOfSeveral(subject) {
      return Quotation.Speaker(range: range, mention: nil, attribution: .unnamedSource)
    }
    if let mention = subject.mention {
      return Quotation.Speaker(range: range, mention: mention, attribution: .namedInSentence)
    }
    guard subject.isPronoun else {
      guard subjects.mayDescribe(subject) else { return nil }
      if let holder = offices.holder(of: subject) {
        return Quotation.Speaker(range: range, mention: holder, attribution: .office)
      }
      if let author = StatementAuthors(clause: clause, frames: frames, cues: cues).author(
        of: subject, in: frame)
      {
        return Quotation.Speaker(range: range, mention: author, attribution: .carriedOver)
      }
      if let described = described(subject, in: frame) {
        return Quotation.Speaker(range: range, mention: described, attribution: .description)
      }
      return Quotation.Speaker(range: range, mention: nil, attribution: .unnamedSource)
    }
    let antecedent = antecedent(of: subject.tokens.lowerBound, in: frame)
    return Quotation.Speaker(range: range, mention: antecedent, attribution: .pronoun)
  }

  /// The speaker of a quotation whose sentence tells none, and the quotation it goes on with.
  ///
  /// The words of a heading are of somebody below it.
  private mutating func carriedOver(to frame: Int) -> (speaker: Quotation.Speaker?, continues: Int?) {
    let block = frames.frames[frame].block
    if clause.text.blocks.indices.contains(block), clause.text.blocks[block].kind == .heading {
      return (nil, nil)
    }
    for earlier in stride(from: frame - 1, through: max(0, frame - 4), by: -1) {
      guard let speaker = topic(of: earlier) ?? opening(of: earlier) else { continue }
      let isSameBlock = frames.frames[earlier].block == frames.frames[frame].block
      let last = lastSpeech(in: earlier)
      let goesOn = last.map { isSameBlock || stretches[$0].isOpenEnded } ?? false
      // A body that did something in the sentence before has not said what follows.
      let isPerson = speaker.mention.map { mentions.mentions[$0].kind == .person } ?? true
      if !isSameBlock || !isPerson, last == nil, !speaks(in: earlier) { return (nil, nil) }
      // Who is not known, and did not speak there, is nobody to carry words over from.
      if speaker.mention == nil, last == nil, !isSameBlock || speaker.attribution == .pronoun {
        return (nil, nil)
      }
      let attribution: Quotation.Attribution = isSameBlock ? speaker.attribution : .carriedOver
      return (
        Quotation.Speaker(range: speaker.range, mention: speaker.mention, attribution: attribution),
        goesOn ? last : nil
      )
    }
    return (nil, nil)
  }

  /// Whether somebody says something in a sentence, or it leads up to what follows by a colon.
  func speaks(in frame: Int) -> Bool {
    let range = frames.frames[frame].tokens
    return clause.isMark(range.upperBound - 1, UInt8(ascii: ":"))
      || range.contains { !frames.isQuoted[$0] && cues.isReporting($0, from: range.lowerBound) }
  }

  /// The person whose name a sentence begins with, whatever it says of them: "Every month, Anna Berg".
  func opening(of frame: Int) -> Quotation.Speaker? {
    let first = startOfOpening(in: frames.frames[frame].tokens)
    guard first < clause.tokens.count, !frames.isQuoted[first], let mention = mentions[first],
      mentions.mentions[mention].kind == .person, !subjects.onlyDescribes(mention, at: first)
    else { return nil }
    return Quotation.Speaker(
      range: mentions.mentions[mention].range, mention: mention, attribution: .carriedOver)
  }

  /// Where a sentence begins behind the few words that only say when: they name nobody.
  private func startOfOpening(in sentence: Range<Int>) -> Int {
    for index in sentence.prefix(Self.wordsOfTime) {
      if mentions[index] != nil || frames.isQuoted[index] || subjects.isFinite(index) { break }
      if clause.isComma(index), clause.isTimeNoun(index - 1), index > sentence.lowerBound { return index + 1 }
    }
    return sentence.lowerBound
  }

  /// Tokens of "every month," and the like, at most.
  private static let wordsOfTime = 5

  /// The last stretch of a sentence in which somebody speaks.
  private func lastSpeech(in frame: Int) -> Int? {
    frames.frames[frame].stretches.last { found[$0]?.use == .speech }
  }

  func speaker(in frame: Int) -> Quotation.Speaker? {
    lastSpeech(in: frame).flatMap { found[$0]?.speaker }
  }

  /// Whom a sentence is about: who speaks in it, else the subject of its first verb.
  mutating func topic(of frame: Int) -> Quotation.Speaker? {
    if let link = blameLink(in: frame) { return ownTopic(of: frame, before: link) }
    let speaker = speaker(in: frame)
    // Who was only carried over yields to whom the sentence itself is about.
    if let speaker, speaker.attribution != .carriedOver { return speaker }
    if let known = topics[frame] { return known ?? speaker }
    topics[frame] = .some(nil)  // A sentence is never its own antecedent.
    let topic = ownTopic(of: frame, before: frames.frames[frame].tokens.upperBound)
    topics[frame] = topic
    return topic ?? speaker
  }

  /// Where the main clause begins in a sentence that another clause opens; the sentence's end where none does.
  private func startOfMainClause(of sentence: Range<Int>) -> Int {
    guard clause.has(sentence.lowerBound, .subordinator) else { return sentence.upperBound }
    let comma = sentence.first { clause.isComma($0) && !frames.isQuoted[$0] }
    return comma.map { min($0 + 1, sentence.upperBound) } ?? sentence.upperBound
  }

  /// The person who does something first in a clause; nil where it names none.
  private func subjectOfClause(from start: Int, before end: Int) -> ClauseSubject? {
    for index in start..<max(start, end) where !frames.isQuoted[index] && subjects.isFinite(index) {
      guard let subject = subjects.subject(of: index, from: start), let mention = subject.mention,
        mentions.mentions[mention].kind == .person
      else { return nil }
      return subject
    }
    return nil
  }

  /// Where a sentence tells for which words somebody is blamed: who says so goes on to speak.
  private func blameLink(in frame: Int) -> Int? {
    guard let cue = lastSpeech(in: frame).flatMap({ found[$0]?.cue }) else { return nil }
    let link = clause.text.tokenIndex(endingAfter: cue.lowerBound) - 1
    return link >= 0 && clause.has(link, .blameLink) ? link : nil
  }

  private mutating func ownTopic(of frame: Int, before limit: Int) -> Quotation.Speaker? {
    let range = frames.frames[frame].tokens
    var first: ClauseSubject?
    let main = startOfMainClause(of: range)
    for index in range where index < limit && !frames.isQuoted[index] {
      // "When Dahl asked, Berg refused": it is about who does something in the main clause, if that names anybody.
      if index == main, let subject = subjectOfClause(from: main, before: min(limit, range.upperBound)) {
        first = subject
      }
      let reports =
        cues.isReporting(index, from: range.lowerBound)
        && !(clause.has(index, .reportsRarely) && frames.frames[frame].stretches.isEmpty)
      guard reports || (first == nil && subjects.isFinite(index)) else { continue }
      let subject =
        reports ? cues.subject(of: index, in: range) : subjects.subject(of: index, from: range.lowerBound)
      if reports, let subject, let speaker = speaker(subject, in: frame) { return speaker }
      if [first, subject].allSatisfy({ $0.map { $0.mention == nil && !$0.isPronoun } ?? true }),
        clause.has(range.lowerBound, [.preposition, .adverb]),
        let introduced = subjects.introduced(behind: index)
      {
        return introduced
      }
      first = first ?? subject
    }
    // What neither speaks nor is named is nobody to carry words over from.
    guard let first, first.mention != nil || first.isPronoun || offices.holder(of: first) != nil else {
      return nil
    }
    return speaker(first, in: frame)
  }
}
