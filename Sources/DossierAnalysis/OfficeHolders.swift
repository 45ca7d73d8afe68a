import DossierModel
import DossierSource

/// Tells who is meant by an office alone: "the minister", where one person of the article has the title, before the name
/// or beside it: "the minister, Carl Dahl".
///
/// Of two who bear it, the one whom the paragraph names before is meant, if it names one; and who was named long before
/// may not be meant any more. Then nobody is.
struct OfficeHolders {
  /// Blocks before the words in which the holder has to be named.
  private static let reach = 3
  /// Words of an office at most: "the deputy prime minister".
  private static let longest = 3
  /// Tokens between an office and the name that a comma parts from it, at most: "the minister of foreign affairs of …, Dahl".
  private static let reachOfName = 12

  let clause: ClauseText
  let mentions: MentionIndex
  /// Words before an office that make another of it: "deputy".
  let otherOffices: Lexicon
  /// Offices with several names; those of one have the same value: "premier", "prime minister".
  let sameOffices: Lexicon

  /// The last mention before a phrase of the only person whose title ends in its words.
  func holder(of subject: ClauseSubject) -> Int? {
    let words = subject.tokens.dropFirst()
    guard let first = words.first, words.count <= Self.longest, subject.head == subject.tokens.upperBound - 1,
      clause.has(subject.tokens.lowerBound, .definite),
      words.allSatisfy({ clause.tokens[$0].kind == .word && mentions[$0] == nil })
    else { return nil }
    let all = mentions.mentions
    let holders = all.indices.filter { all[$0].kind == .person && holds($0, words) }
    guard let name = onlyName(of: holders) ?? onlyName(of: holders.filter { stands($0, before: first) }),
      let named = all.indices.last(where: { isNamed($0, name, before: first) })
    else { return nil }
    return block(ofToken: first) - block(at: all[named].range) <= Self.reach ? named : nil
  }

  /// The last word that all of some mentions share.
  private func onlyName(of holders: [Int]) -> UInt64? {
    guard let first = holders.first, let name = lastWord(of: first) else { return nil }
    return holders.allSatisfy { lastWord(of: $0) == name } ? name : nil
  }

  /// Whether a mention stands before a token in its own block.
  private func stands(_ mention: Int, before token: Int) -> Bool {
    isBefore(mention, token) && block(at: mentions.mentions[mention].range) == block(ofToken: token)
  }

  private func isBefore(_ mention: Int, _ token: Int) -> Bool {
    mentions.mentions[mention].range.upperBound <= clause.text.range(token..<token + 1).lowerBound
  }

  /// Whether the words are those of an office that a mention is printed with.
  private func holds(_ mention: Int, _ words: Range<Int>) -> Bool {
    hasTitle(mention, endingIn: words) || stands(mention, behind: words) || stands(mention, before: words)
  }

  private func hasTitle(_ mention: Int, endingIn words: Range<Int>) -> Bool {
    guard let title = mentions.mentions[mention].title else { return false }
    let tokens = clause.text.tokens(in: title)
    return tokens.contains { start in
      isOffice(start..<tokens.upperBound, like: words)
        && !(tokens.lowerBound..<start).contains { otherOffices.contains(clause.tokens[$0]) }
    }
  }

  /// Whether some tokens are the words of an office, or others for the same.
  private func isOffice(_ tokens: Range<Int>, like words: Range<Int>) -> Bool {
    if tokens.count == words.count,
      zip(tokens, words).allSatisfy({ clause.tokens[$0].hash == clause.tokens[$1].hash })
    {
      return true
    }
    return group(tokens).map { $0 == group(words) } ?? false
  }

  /// Which of the offices with several names some words are.
  private func group(_ words: Range<Int>) -> UInt32? {
    guard let first = words.first else { return nil }
    return sameOffices.longestMatch(at: first, before: words.upperBound, in: clause.tokens)
      .flatMap { $0.length == words.count ? $0.value : nil }
  }

  /// Where the words of an office end that begin at a token, before another.
  private func endOfOffice(from start: Int, before limit: Int, like words: Range<Int>) -> Int? {
    (start + 1..<max(start + 1, min(limit, start + Self.longest) + 1)).first {
      isOffice(start..<$0, like: words)
    }
  }

  /// "The minister of the harbours, Carl Dahl", "Lund's minister, Carl Dahl".
  private func stands(_ mention: Int, behind words: Range<Int>) -> Bool {
    let comma = clause.text.tokens(in: mentions.mentions[mention].range).lowerBound - 1
    guard comma > 0, clause.isComma(comma) else { return false }
    var start = comma - 1
    while start >= max(0, comma - Self.reachOfName), clause.tokens[start].kind == .word {
      if clause.has(start, [.definite, .possessiveEnding]),
        let end = endOfOffice(from: start + 1, before: comma, like: words)
      {
        let isOfAnother = start > 0 && clause.has(start - 1, .preposition)
        return !isOfAnother && (end == comma || clause.has(end, .preposition))
      }
      start -= 1
    }
    return false
  }

  /// "Carl Dahl, the minister of the harbours", "Carl Dahl, Lund's minister,".
  private func stands(_ mention: Int, before words: Range<Int>) -> Bool {
    let comma = clause.text.tokens(in: mentions.mentions[mention].range).upperBound
    let last = clause.tokens.count - 1
    guard comma < last, clause.isComma(comma) else { return false }
    for start in (comma + 1)..<min(comma + 1 + Self.longest, last)
    where clause.has(start, [.definite, .possessiveEnding]) {
      guard let end = endOfOffice(from: start + 1, before: last, like: words) else { continue }
      return clause.isComma(end) || clause.has(end, .preposition)
    }
    return false
  }

  private func isNamed(_ mention: Int, _ name: UInt64, before token: Int) -> Bool {
    mentions.mentions[mention].kind == .person && isBefore(mention, token) && lastWord(of: mention) == name
  }

  private func lastWord(of mention: Int) -> UInt64? { clause.lastWord(of: mentions.mentions[mention]) }

  private func block(at range: TextRange) -> Int {
    block(ofToken: clause.text.tokenIndex(endingAfter: range.lowerBound))
  }

  private func block(ofToken token: Int) -> Int {
    clause.text.sentences[clause.text.sentenceIndex(ofToken: token)].block
  }
}
