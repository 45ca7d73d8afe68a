import DossierModel
import DossierSource

/// Subjects and other phrases that stand behind a word.
extension SubjectFinder {
  /// The subject that stands behind its verb: "said Noble, an attorney".
  func subjectBehind(_ verb: Int) -> ClauseSubject? {
    var index = verb + 1
    let limit = min(clause.tokens.count, verb + 30)
    while index < limit, clause.isAdverb(index), mentions[index] == nil { index += 1 }
    if beginsReport(index, before: limit) { return nil }
    return phrase(startingAt: index, before: limit).map(namedBehind)
  }

  /// Whether "that" and a name begin what is reported: "denied that Berg had left".
  private func beginsReport(_ token: Int, before limit: Int) -> Bool {
    token + 1 < limit && mentions[token] == nil && clause.has(token, .subordinator)
      && mentions[token + 1] != nil
  }

  /// A description with the name behind it between commas: "said the chief, Anna Berg, on Monday", "said Dahl's sister,
  /// Anna Berg".
  func namedBehind(_ subject: ClauseSubject) -> ClauseSubject {
    let comma = subject.tokens.upperBound
    guard subject.mention == nil, !subject.isPronoun, comma + 1 < clause.tokens.count, clause.isComma(comma),
      !quoted(comma), isOfSomebody(subject.tokens),
      let name = mentions[comma + 1], mentions.mentions[name].kind == .person
    else { return subject }
    var end = comma + 2
    while end < clause.tokens.count, mentions[end] == name { end += 1 }
    guard end == clause.tokens.count || clause.tokens[end].kind == .punctuation || quoted(end) else {
      return subject
    }
    return ClauseSubject(
      tokens: subject.tokens.lowerBound..<end, head: subject.head, mention: name, isPronoun: false)
  }

  /// Whether a description begins with an article, or with whose it is.
  private func isOfSomebody(_ description: Range<Int>) -> Bool {
    if clause.has(description.lowerBound, [.determiner, .possessive]) { return true }
    guard let owner = mentions[description.lowerBound] else { return false }
    return isPossessor(owner, at: description.lowerBound)
  }

  /// The noun phrase that begins at a token.
  func phrase(startingAt start: Int, before limit: Int) -> ClauseSubject? {
    guard start < limit, !quoted(start) else { return nil }
    if mentions[start] == nil {
      guard !isFinite(start) || clause.isUnknown(start) else { return nil }
      if clause.has(start, .subjectPronoun) {
        return ClauseSubject(tokens: start..<(start + 1), head: start, mention: nil, isPronoun: true)
      }
      guard !clause.has(start, [.preposition, .subordinator, .relative, .objectPronoun, .auxiliary]) else {
        return clause.has(start, .determiner) ? phraseEnd(from: start, before: limit) : nil
      }
    }
    return phraseEnd(from: start, before: limit)
  }

  private func phraseEnd(from start: Int, before limit: Int) -> ClauseSubject? {
    var end = start
    var isNamed = false
    while end < limit, !quoted(end) {
      if mentions[end] != nil {
        isNamed = true
      } else if clause.tokens[end].kind == .punctuation {
        guard clause.isHyphen(end) || clause.has(end, .possessiveEnding) else { break }
      } else if end > start {
        let traits = clause.traits(end)
        if traits.contains(.conjunction) {
          guard end + 1 < limit, mentions[end - 1] != nil, mentions[end + 1] != nil else { break }
        } else if traits.contains(.preposition) {
          guard traits.contains(.genitiveMarker), !isNamed || isInTitle(end) else { break }
        } else if !traits.isDisjoint(with: [
          .subordinator, .relative, .auxiliary, .modal, .futureModal, .subjectPronoun,
        ]) {
          break
        } else if isNamed, clause.isAdverb(end) || isFinite(end) || clause.isPresentParticiple(end) {
          break
        } else if isNamed, clause.isVerbSecond, traits.contains(.determiner) {
          break
        }
      }
      end += 1
    }
    guard end > start else { return nil }
    return described(start..<end)
  }

  /// Whether a word is part of the title of a name that stands behind it: "US secretary of state Anna Berg".
  func isInTitle(_ token: Int) -> Bool {
    let ahead = clause.tokens.indices[token...].prefix(Self.longestTitle)
    guard let name = ahead.lazy.compactMap({ self.mentions[$0] }).first,
      let title = mentions.mentions[name].title
    else { return false }
    return title.lowerBound <= clause.tokens[token].lower && clause.tokens[token].upper <= title.upperBound
  }

  /// Words of a title before its name, at most.
  private static let longestTitle = 6

  // MARK: Who acts

  /// Whether a mention that covers a token only tells whose something is: "Berg's".
  func isPossessor(_ mention: Int, at token: Int) -> Bool {
    var end = token
    while end < clause.tokens.count, mentions[end] == mention { end += 1 }
    return end < clause.tokens.count && clause.has(end, .possessiveEnding)
  }

  /// Whether a mention that covers a token tells whose or what kind something else is: "Berg's boat", "a Berg ally".
  func onlyDescribes(_ mention: Int, at token: Int) -> Bool {
    if isPossessor(mention, at: token) { return true }
    var (start, end) = (token, token)
    while start > 0, mentions[start - 1] == mention { start -= 1 }
    while end < clause.tokens.count, mentions[end] == mention { end += 1 }
    return start > 0 && clause.has(start - 1, .determiner) && mentions[start - 1] == nil
      && end < clause.tokens.count && clause.tokens[end].kind == .word && !clause.tokens[end].isCapitalised
      && clause.isUnknown(end) && !clause.isAdverb(end) && !clause.isPast(end)
  }

  /// The one person who does something in a stretch of text; where nobody does, the only one whom it names.
  func onlyActor(in tokens: Range<Int>, like fits: (Int) -> Bool) -> Int? {
    var actors: Set<Int> = []
    var named: Set<Int> = []
    for token in tokens where !quoted(token) {
      if let mention = mentions[token] {
        guard mentions.mentions[mention].kind == .person, fits(mention) else { continue }
        if !onlyDescribes(mention, at: token) { named.insert(mention) }
      } else if isFinite(token), let mention = subject(of: token, from: tokens.lowerBound)?.mention,
        mentions.mentions[mention].kind == .person, fits(mention)
      {
        actors.insert(mention)
      }
    }
    if actors.count == 1 { return actors.first }
    return actors.isEmpty && named.count == 1 ? named.first : nil
  }
}
