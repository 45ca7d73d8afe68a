import DossierModel
import DossierSource

/// Chooses the words by which an event is called: a stretch of a source's sentence, shortened only by cutting.
struct EventTitle: Sendable {
  /// Bytes beyond which a title is cut.
  private static let limit = 120
  /// Bytes that a title may have where that spares cutting it within a clause: "ruled that his decision" says nothing.
  private static let longest = 180
  private static let shortest = 30
  /// Bytes that a title may go on behind a word for the event that comes late.
  private static let afterTrigger = 60
  /// What it costs a sentence that it tells of words, or of nobody and nowhere.
  private static let unclear = 4
  /// Bytes behind a comma that are too few to show what they begin.
  private static let shortTail = 24

  let contentWords: ContentWords
  /// "and", "or": words that a cut must not stand before, for a list goes on there.
  let listWords: Set<String>
  /// Words that begin a name in a list, or behind a comma what is told of one: "the".
  var articles: Set<String> = []
  /// Words that begin a thing told for the first time: "a".
  var indefiniteArticles: Set<String> = []
  /// Words that a phrase goes on with, so that no title begins behind one: "between", "in".
  var phraseWords: Set<String> = []
  /// Words that begin a clause about what stands before a comma: "who".
  var relativeWords: Set<String> = []
  /// Words that begin such a clause about a place: "where".
  var relativeAdverbs: Set<String> = []
  /// Words that begin a clause without a comma about the noun before them: "that".
  var restrictiveWords: Set<String> = []
  /// Words before which a title is cut best: they begin what can be left out.
  var breaks: Set<String> = []
  /// Words that begin what a verb asks for: a title that ends before one says nothing.
  var complements: Set<String> = []
  /// Classes of triggers that tell of words only.
  var speechClasses: Set<String> = []

  /// The stretch of the clearest sentence: of a report rather than background, with many parties, and not too long.
  func title(
    of candidates: [EventCandidate], in articles: [LinkedArticle]
  ) -> (text: String, source: Citation)? {
    var best: (article: Int, event: Int, rank: Int)?
    for candidate in candidates {
      for event in candidate.mentions {
        let annotated = articles[candidate.article].annotated
        let telling = annotated.events[event]
        // What was said of an event is not what it was, and what names nobody and no place shows little of it.
        let isUnclear =
          speechClasses.contains(telling.triggerClass)
          || telling.participants.isEmpty && telling.place == nil
        var rank =
          Self.rank(event, in: annotated) - (candidate.isMain ? 6 : 0) + (isUnclear ? Self.unclear : 0)
        guard best.map({ rank < $0.rank }) ?? true else { continue }
        if opensWithClause(event, in: annotated) { rank += Self.unclear }
        if best.map({ rank < $0.rank }) ?? true { best = (candidate.article, event, rank) }
      }
    }
    guard let best else { return nil }
    let annotated = articles[best.article].annotated
    let event = annotated.events[best.event]
    let context = TextContext(annotated.article.text)
    let sentence = Self.behindEntryMark(
      annotated.sentences[event.sentence].telling, in: annotated, of: context)
    let range =
      relativeClause(telling: event, in: annotated, of: context)
      ?? restrictiveClause(telling: event, in: annotated, of: context)
      ?? latePhrase(telling: event, in: annotated, of: context)
      ?? cut(
        asideClause(telling: event, in: sentence) ?? stretch(telling: event, in: sentence, of: context),
        keeping: event.trigger, sparing: annotated.names(ofSentence: event.sentence), in: context)
    return (String(annotated.article.text[range]), Citation(article: annotated.article.id, range: range))
  }

  /// Whether a sentence tells an event in a clause that it only begins with: "When the car swept out, she stood there".
  private func opensWithClause(_ index: Int, in article: AnnotatedArticle) -> Bool {
    let event = article.events[index]
    let sentence = article.sentences[event.sentence].range
    // "Soon after the car swept out, she stood there."
    let words = article.article.text[sentence].split(separator: " ", maxSplits: 2).prefix(2).map {
      $0.lowercased()
    }
    guard let opening = words.first(where: { breaks.contains($0) && !phraseWords.contains($0) }),
      opening == words[0] || contentWords.contentWord(Array(words[0].utf8)[...]) == nil
    else { return false }
    return sentence.lowerBound < event.trigger.lowerBound
      && !article.article.text[TextRange(sentence.lowerBound, event.trigger.lowerBound)].utf8.contains(0x2C)
  }

  /// How far from clear a sentence tells an event: lower is better.
  private static func rank(_ index: Int, in article: AnnotatedArticle) -> Int {
    let event = article.events[index]
    let isQuoted = article.quotations.contains { $0.range.contains(event.trigger) }
    // What stands late in a long sentence is told by the way, and its title can show only that.
    let isLate =
      event.trigger.lowerBound - article.sentences[event.sentence].range.lowerBound > limit
    return (event.isBackground ? 3 : 0) - 3 * min(event.participants.count, 3) - (event.place == nil ? 0 : 2)
      - (event.ownTime == nil ? 0 : 3) + article.sentences[event.sentence].range.count / 60
      + (isQuoted ? 12 : 0) + (isLate ? unclear : 0)
  }

  /// Who it is and what a relative clause behind a comma tells of them, where it tells the event: "Berg, who led the
  /// town from 2002 to 2010", of what she says now.
  private func relativeClause(
    telling event: EventMention, in article: AnnotatedArticle, of context: TextContext
  ) -> TextRange? {
    let sentence = article.sentences[event.sentence].range
    guard let time = event.ownTime.map({ article.times[$0].range }), sentence.contains(time),
      let comma = context.bytes[sentence.lowerBound..<event.trigger.lowerBound].lastIndex(of: 0x2C),
      comma < time.lowerBound, opensRelativeClause(comma + 1, telling: event, in: context),
      let name = article.mentions.last(where: { $0.range.upperBound == comma })
    else { return nil }
    var start = name.title?.lowerBound ?? name.range.lowerBound
    // "Ruritanian President Berg", of whom the adjective is a name of its own.
    if let state = article.mentions.last(where: { $0.range.upperBound + 1 == start }) {
      start = max(state.range.lowerBound, sentence.lowerBound)
    }
    let told = max(time.upperBound, event.trigger.upperBound)
    guard start >= sentence.lowerBound, told - start >= Self.shortest, told - start <= Self.limit,
      let end = (told..<min(sentence.upperBound, context.bytes.count)).first(where: {
        Self.partsClauses(context.bytes[$0...]) || context.bytes[$0] == 0x2E
      })
    else { return nil }
    return end - start <= Self.limit ? TextRange(start, end) : nil
  }

  /// Whether a clause behind a comma tells of what stands before it: one that begins with a place and has a subject of its
  /// own tells more of that.
  private func opensRelativeClause(_ start: Int, telling event: EventMention, in context: TextContext) -> Bool
  {
    let word = context.word(after: start)
    if relativeWords.contains(word) { return true }
    return relativeAdverbs.contains(word) && event.subject.map { $0.lowerBound < start } ?? true
  }

  /// What a sentence tells aside, by the days from what it is about: "the port fell" of "left on Monday, two days after the
  /// port fell".
  private func asideClause(telling event: EventMention, in sentence: TextRange) -> TextRange? {
    guard event.daysFromTime != 0, event.isBackground, let subject = event.subject,
      sentence.lowerBound < subject.lowerBound,
      subject.upperBound <= event.trigger.lowerBound
        || subject.contains(event.trigger) && sentence.upperBound - subject.lowerBound >= Self.shortest
    else { return nil }
    return TextRange(subject.lowerBound, sentence.upperBound)
  }

  /// A thing and what a clause behind it tells of it, where the clause tells the event and its time: "the great flood that
  /// broke the pier in May", of what the town does about it now.
  private func restrictiveClause(
    telling event: EventMention, in article: AnnotatedArticle, of context: TextContext
  ) -> TextRange? {
    let sentence = article.sentences[event.sentence].range
    guard let time = event.ownTime.map({ article.times[$0].range }), sentence.contains(time),
      event.trigger.upperBound < time.lowerBound,
      let clause = startOfRestrictiveClause(before: event.trigger.lowerBound, in: context),
      let noun = startOfNoun(before: clause, isRestricted: true, in: sentence, of: context)
    else { return nil }
    let start = article.mentions.last { $0.range.upperBound < noun }.flatMap {
      isApposed(noun, to: $0, in: sentence, of: context) ? $0.title?.lowerBound ?? $0.range.lowerBound : nil
    }
    return title(from: start ?? noun, telling: event, at: time, in: context)
  }

  /// Whether what begins at an offset tells, behind a comma, who somebody is: "Berg, a smith who fell in May".
  private func isApposed(
    _ offset: Int, to name: Mention, in sentence: TextRange, of context: TextContext
  ) -> Bool {
    sentence.lowerBound <= name.range.lowerBound
      && context.text(from: name.range.upperBound, to: offset) == ", "
  }

  /// Where the word stands that begins a restrictive clause right before its verb: "that fell", "that had fallen".
  private func startOfRestrictiveClause(before verb: Int, in context: TextContext) -> Int? {
    let last = context.word(before: verb)
    let start = context.startOfWord(before: verb)
    if restrictiveWords.contains(last) { return start }
    let first = context.startOfWord(before: start)
    // "Berg, of the board of Ghent who was named": of Berg, not of the town.
    guard restrictiveWords.contains(context.word(before: start) + "-" + last),
      !beginsName(context.startOfWord(before: first), in: context)
    else { return nil }
    return first
  }

  /// What tells the event late in a long sentence, with its time: "the great flood of the town on 3 June", of what the
  /// town asks for now, "because of the long quarrel since the great flood of the town on 3 June".
  private func latePhrase(
    telling event: EventMention, in article: AnnotatedArticle, of context: TextContext
  ) -> TextRange? {
    let sentence = article.sentences[event.sentence].range
    guard let time = event.ownTime.map({ article.times[$0].range }), sentence.contains(time),
      event.subject == nil, sentence.count > Self.limit, event.trigger.upperBound < time.lowerBound,
      event.trigger.lowerBound - sentence.lowerBound > Self.limit,
      let start = startOfNoun(before: event.trigger.lowerBound, in: sentence, of: context),
      breaks.contains(context.word(before: start))
    else { return nil }
    return title(from: start, telling: event, at: time, in: context)
  }

  /// What stands from an offset to the end of a time, or of what the verb asks for behind it, where no comma parts the
  /// event's word from the time and it makes a title.
  private func title(
    from start: Int, telling event: EventMention, at time: TextRange, in context: TextContext
  ) -> TextRange? {
    let told = context.bytes[event.trigger.upperBound..<time.lowerBound]
    let length = time.upperBound - start
    guard !told.contains(0x2C), length >= Self.shortest, length <= Self.limit else { return nil }
    return TextRange(
      start, endOfComplement(behind: time.upperBound, from: start, in: context) ?? time.upperBound)
  }

  /// Where what a verb asks for behind its time ends: "asked her on Monday to leave the town", up to the next mark.
  private func endOfComplement(behind time: Int, from start: Int, in context: TextContext) -> Int? {
    guard complements.contains(context.word(after: time)) else { return nil }
    return (time..<min(start + Self.limit, context.bytes.count)).first {
      Self.partsClauses(context.bytes[$0...]) || context.bytes[$0] == 0x2E
    }
  }

  /// Words that a thing may be told by, before its event, and more before the clause about it.
  private static let nounWords = (before: 5, restricted: 7)

  /// Where the words for a thing begin that end at an offset: behind a preposition or what else begins a phrase.
  private func startOfNoun(
    before end: Int, isRestricted: Bool = false, in sentence: TextRange, of context: TextContext
  ) -> Int? {
    var start = end
    for _ in 0..<(isRestricted ? Self.nounWords.restricted : Self.nounWords.before) {
      let word = context.word(before: start)
      let next = context.startOfWord(before: start)
      if isRestricted, start < end, opensThing(context.word(after: start)) { return start }
      guard !word.isEmpty, next >= sentence.lowerBound else { return nil }
      // "The one near Ghent that fell": the name is only where the thing is.
      let isInName = isRestricted && phraseWords.contains(word) && beginsName(start, in: context)
      if phraseWords.contains(word) || breaks.contains(word), !isInName {
        return start < end && namesThing(context.word(after: start)) ? start : nil
      }
      start = next
    }
    return nil
  }

  /// Whether a word with a capital begins at an offset.
  private func beginsName(_ offset: Int, in context: TextContext) -> Bool {
    context.bytes[min(offset, context.bytes.count)...].first { $0 != 0x20 }.map { (0x41...0x5A).contains($0) }
      ?? false
  }

  /// Whether a word begins a thing, with an article.
  private func opensThing(_ word: String) -> Bool {
    articles.contains(word) || indefiniteArticles.contains(word)
  }

  /// Whether words that begin so tell what is meant by themselves, as "he" does not.
  private func namesThing(_ word: String) -> Bool {
    opensThing(word) || contentWords.contentWord(Array(word.utf8)[...]) != nil
  }

  /// A sentence, or where it is long what begins with who does it, or with the noun that names the event: what comes
  /// before tells something else.
  private func stretch(
    telling event: EventMention, in sentence: TextRange, of context: TextContext
  ) -> TextRange {
    guard sentence.count > Self.limit, let subject = event.subject, sentence.contains(subject),
      subject.lowerBound <= event.trigger.lowerBound,
      subject.lowerBound - sentence.lowerBound >= Self.shortest,
      subject.contains(event.trigger) || !goesOn(subject, in: context)
    else { return sentence }
    guard subject.contains(event.trigger),
      let mark = Self.firstMark(behind: subject, in: sentence, of: context)
    else {
      return TextRange(subject.lowerBound, sentence.upperBound)
    }
    return TextRange(subject.lowerBound, mark)
  }

  /// Whether what is taken for a subject only goes on with the phrase before it: "of Berg and Dahl", "in Ghent", and
  /// "the posts Berg set up"; or with a list, "of Berg, Dahl and Falk".
  private func goesOn(_ subject: TextRange, in context: TextContext) -> Bool {
    let start = subject.lowerBound
    let word = context.word(before: start)
    if word.isEmpty { return isJoined(subject, in: context) && followsName(start, in: context) }
    if phraseWords.contains(word) { return true }
    // "left without signing a treaty drafted on Monday": what is told of a thing that another verb has as its object.
    if contentWords.contentWord(Array(word.utf8)[...]) != nil {
      return !indefiniteArticles.contains(context.word(after: start))
    }
    guard listWords.contains(word) else { return false }
    let before = context.bytes[..<context.startOfWord(before: start)].last { $0 != 0x20 }
    return before != 0x2C && before != 0x3B
  }

  /// Whether the parts of a list stand in a stretch: "Berg and Dahl", not "the towns of Berg and Dahl".
  private func isJoined(_ range: TextRange, in context: TextContext) -> Bool {
    let words = context.text(from: range.lowerBound, to: range.upperBound).split(separator: " ")
    guard let first = words.first, !listWords.contains(first.lowercased()) else { return false }
    return words.contains { listWords.contains($0.lowercased()) }
  }

  /// Whether a word with a capital and a comma stand before an offset.
  private func followsName(_ offset: Int, in context: TextContext) -> Bool {
    guard let comma = context.bytes[..<min(offset, context.bytes.count)].lastIndex(where: { $0 != 0x20 }),
      context.bytes[comma] == 0x2C
    else { return false }
    return (0x41...0x5A).contains(context.bytes[context.startOfWord(before: comma)])
  }

  /// A sentence, if it is not too long; else up to the first comma behind its trigger that ends a clause, if only that
  /// is not too far or the sentence ends before; or up to the last word that fits and has a word behind it that begins
  /// what can be left out, or else one of little weight.
  private func cut(
    _ sentence: TextRange, keeping trigger: TextRange, sparing names: [TextRange], in context: TextContext
  ) -> TextRange {
    let bytes = context.bytes
    let opening = min(sentence.lowerBound, trigger.lowerBound)
    var start = opening
    if let dash = Self.openingDash(at: start, in: bytes) { start += dash.count }
    start = Self.afterBracket(start, before: trigger.lowerBound, in: bytes)
    // The mark of a list's item is no part of what it says.
    while start < trigger.lowerBound, start < bytes.count, " -*".utf8.contains(bytes[start]) { start += 1 }
    var end = min(sentence.upperBound, bytes.count)
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x2E || bytes[end - 1] == 0x0A { end -= 1 }
    // The bracket that the sentence stands in is left out on both sides.
    if start == opening + 1, bytes[opening] == UInt8(ascii: "("), bytes[end - 1] == UInt8(ascii: ")") {
      end -= 1
      while end > start, bytes[end - 1] == 0x2E { end -= 1 }
    }
    guard end - start > Self.limit else { return TextRange(start, max(start, end)) }
    let from = min(max(trigger.upperBound, start + Self.shortest), end)
    let limit = min(end, max(start + Self.limit, trigger.upperBound + Self.afterTrigger))
    var clauseEnd: Int?
    var wordEnd: Int?
    var breakEnd: Int?
    var markEnd: Int?
    var previous: (end: Int, isLight: Bool) = (from, true)
    contentWords.scan(TextRange(from, limit), in: context) {
      wordStart, next in
      let isLight = contentWords.contentWord(bytes[wordStart..<next]) == nil
      let isMarked = previous.end < wordStart && Self.partsClauses(bytes[previous.end...])
      let isList = goesOnWithList(wordStart..<next, in: context)
      if isLight, isMarked, !isList, clauseEnd == nil { clauseEnd = previous.end }
      if isMarked, !isList { markEnd = previous.end }
      if !isMarked, !previous.isLight, bytes[previous.end] == 0x20,
        !names.contains(where: { $0.lowerBound < previous.end && previous.end < $0.upperBound })
      {
        if isLight { wordEnd = previous.end }
        if breaks.contains(context.text(from: wordStart, to: next).lowercased()) { breakEnd = previous.end }
      }
      previous = (next, isLight)
    }
    let cut =
      clauseEnd ?? endOfClause(from: limit, before: min(end, start + Self.longest), in: context)
      ?? (end - start <= Self.longest
        ? end : breakEnd ?? wordEnd ?? endOfName(from: from, before: limit, names) ?? end)
    if let markEnd, markEnd < cut, cut - markEnd <= Self.shortTail { return TextRange(start, markEnd) }
    return TextRange(start, cut)
  }

  /// Where the last name ends that reaches beyond an offset and begins before another.
  private func endOfName(from start: Int, before end: Int, _ names: [TextRange]) -> Int? {
    names.last { start < $0.upperBound && $0.lowerBound < end }?.upperBound
  }

  /// Where the first mark behind an offset stands that ends a clause and no part of a list.
  private func endOfClause(from start: Int, before end: Int, in context: TextContext) -> Int? {
    guard start < end else { return nil }
    return (start..<end).first { mark in
      guard Self.partsClauses(context.bytes[mark...]) else { return false }
      let next = context.bytes[(mark + 1)..<end].firstIndex { $0 != 0x20 } ?? end
      return next < end && !goesOnWithList(next..<(next + context.word(after: next).utf8.count), in: context)
    }
  }

  /// Whether a list goes on with a word: "and", and "the" before a capital, as in "Borduria, the Northern Isles and Lund".
  private func goesOnWithList(_ word: Range<Int>, in context: TextContext) -> Bool {
    let folded = context.word(after: word.lowerBound)
    guard articles.contains(folded) else { return listWords.contains(folded) }
    let next = context.bytes[min(word.upperBound, context.bytes.count)...].first { $0 != 0x20 }
    return !(next.map { (0x61...0x7A).contains($0) } ?? false)
  }

  /// Where the first mark stands that ends the words behind a noun which names an event: what follows tells of others.
  private static func firstMark(
    behind noun: TextRange, in sentence: TextRange, of context: TextContext
  ) -> Int? {
    (noun.upperBound..<sentence.upperBound).first {
      partsClauses(context.bytes[$0..<sentence.upperBound]) && $0 - noun.lowerBound >= shortest
    }
  }

  /// An entry of a log without the day or the time of day before it: "May 4: Police were called", "17:20 The mayor left".
  private static func behindEntryMark(
    _ sentence: TextRange, in article: AnnotatedArticle, of context: TextContext
  ) -> TextRange {
    if let entry = behindClock(sentence, in: context.bytes) { return entry }
    let day = article.times.first { $0.range.lowerBound == sentence.lowerBound && $0.meaning.isDay }
    guard let end = day?.range.upperBound, context.text(from: end, to: end + 2) == ": " else {
      return sentence
    }
    return TextRange(min(end + 2, sentence.upperBound), sentence.upperBound)
  }

  private static func behindClock(_ sentence: TextRange, in bytes: [UInt8]) -> TextRange? {
    let front = bytes[min(sentence.lowerBound, bytes.count)..<min(sentence.upperBound, bytes.count)].prefix(7)
    let digits = front.prefix { (0x30...0x39).contains($0) }.count
    let rest = front.dropFirst(digits)
    guard (1...2).contains(digits), rest.first == UInt8(ascii: ":"), rest.count > 3,
      rest.dropFirst().prefix(2).allSatisfy({ (0x30...0x39).contains($0) }), rest.dropFirst(3).first == 0x20
    else { return nil }
    return TextRange(sentence.lowerBound + digits + 4, sentence.upperBound)
  }

  private static let openingDashes = ["— ", "– ", "-- ", "- "].map { Array($0.utf8) }
  /// Dashes between blanks: a hyphen only with the second of them.
  private static let partingDashes = [" –", " —", " - "].map { Array($0.utf8) }

  /// Bytes that an agency in brackets has at most, which opens a report: "(CNN)".
  private static let agencyLimit = 24

  /// Where a title begins behind what stands in brackets before it, or behind a bracket that nothing closes.
  private static func afterBracket(_ start: Int, before end: Int, in bytes: [UInt8]) -> Int {
    guard start < end, end <= bytes.count, bytes[start] == UInt8(ascii: "(") else { return start }
    let limit = min(end, start + agencyLimit)
    guard let close = bytes[start..<limit].firstIndex(of: UInt8(ascii: ")")) else { return start + 1 }
    var next = close + 1
    while next < end, bytes[next] == 0x20 { next += 1 }
    return next + (openingDash(at: next, in: bytes)?.count ?? 0)
  }

  private static func openingDash(at start: Int, in bytes: [UInt8]) -> [UInt8]? {
    guard start < bytes.count else { return nil }
    return openingDashes.first { bytes[start...].starts(with: $0) }
  }

  /// Whether a text goes on with a mark that parts clauses: a comma, a colon, a dash between blanks; not "2,000".
  private static func partsClauses(_ bytes: ArraySlice<UInt8>) -> Bool {
    if let first = bytes.first, first == 0x2C || first == 0x3A || first == 0x3B {
      return bytes.dropFirst().first.map { !(0x30...0x39).contains($0) } ?? true
    }
    return partingDashes.contains { bytes.starts(with: $0) }
  }
}
