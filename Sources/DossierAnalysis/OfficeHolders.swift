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

  private let clause: ClauseText
  private let mentions: MentionIndex
  /// Words before an office that make another of it: "deputy".
  private let otherOffices: Lexicon
  /// Offices shortened before a name, each with its whole word: "gen general".
  private let shortOffices: Lexicon
  /// Who holds the offices that were asked for, by the words' hash.
  private var known: [UInt64: Holders] = [:]

  /// The mentions of persons who are printed with an office, rising, and the last word that all of them share.
  private struct Holders {
    let mentions: [Int]
    let name: UInt64?
  }

  init(clause: ClauseText, mentions: MentionIndex, otherOffices: Lexicon, shortOffices: Lexicon) {
    self.clause = clause
    self.mentions = mentions
    self.otherOffices = otherOffices
    self.shortOffices = shortOffices
  }

  /// The last mention before a phrase of the only person whose title ends in its words.
  mutating func holder(of subject: ClauseSubject) -> Int? {
    let words = subject.tokens.dropFirst()
    guard let first = words.first, words.count <= Self.longest, subject.head == subject.tokens.upperBound - 1,
      clause.has(subject.tokens.lowerBound, .definite),
      words.allSatisfy({ clause.tokens[$0].kind == .word && mentions[$0] == nil })
    else { return nil }
    let holders = holders(of: words)
    guard let name = holders.name ?? onlyName(of: standing(holders.mentions, inBlockBefore: first)) else {
      return nil
    }
    return lastMention(of: name, before: first)
  }

  /// The mentions of persons who are printed with an office, wherever they stand.
  mutating func mentions(holding words: Range<Int>) -> [Int] { holders(of: words).mentions }

  private mutating func holders(of words: Range<Int>) -> Holders {
    let key = words.reduce(0) { WordHash.joining($0, clause.tokens[$1].hash) }
    if let found = known[key] { return found }
    let all = mentions.mentions
    let holders = all.indices.filter { all[$0].kind == .person && holds($0, words) }
    let found = Holders(mentions: holders, name: onlyName(of: holders))
    known[key] = found
    return found
  }

  /// The last word that all of some mentions share.
  private func onlyName(of holders: [Int]) -> UInt64? {
    guard let first = holders.first, let name = lastWord(of: first) else { return nil }
    return holders.allSatisfy { lastWord(of: $0) == name } ? name : nil
  }

  /// Those of some mentions that stand before a token in its own block.
  private func standing(_ holders: [Int], inBlockBefore token: Int) -> [Int] {
    let end = holders.partitioningIndex { !isBefore($0, token) }
    let own = clause.text.block(ofToken: token)
    return holders[..<end].reversed().prefix { block(at: mentions.mentions[$0].range) == own }
  }

  /// The last mention of somebody, by the name's last word, in the blocks right before a token.
  private func lastMention(of name: UInt64, before token: Int) -> Int? {
    let all = mentions.mentions
    let own = clause.text.block(ofToken: token)
    return all.indices[..<all.partitioningIndex { $0.range.upperBound > offset(of: token) }].reversed()
      .prefix { own - block(at: all[$0].range) <= Self.reach }
      .first { all[$0].kind == .person && lastWord(of: $0) == name }
  }

  private func isBefore(_ mention: Int, _ token: Int) -> Bool {
    mentions.mentions[mention].range.upperBound <= offset(of: token)
  }

  private func offset(of token: Int) -> Int { clause.text.range(token..<token + 1).lowerBound }

  /// Whether the words are those of an office that a mention is printed with.
  private func holds(_ mention: Int, _ words: Range<Int>) -> Bool {
    hasTitle(mention, endingIn: words) || stands(mention, behind: words) || stands(mention, before: words)
  }

  private func hasTitle(_ mention: Int, endingIn words: Range<Int>) -> Bool {
    guard let title = mentions.mentions[mention].title else { return false }
    let tokens = clause.text.tokens(in: title)
    return tokens.count >= words.count
      && isOffice(words, endingAt: tokens.upperBound, from: tokens.lowerBound)
  }

  /// Whether some tokens end in the words of an office, and none before them makes another of it.
  private func isOffice(_ words: Range<Int>, endingAt end: Int, from low: Int) -> Bool {
    let start = end - words.count
    return start >= low
      && zip(start..<end, words).allSatisfy { isWord($0, asPrintedAt: $1) }
      && !(low..<start).contains { otherOffices.contains(clause.tokens[$0]) }
  }

  /// Whether two words are one, the first perhaps as it is shortened before a name: "Gen." is "general".
  private func isWord(_ token: Int, asPrintedAt other: Int) -> Bool {
    let (short, word) = (clause.tokens[token].hash, clause.tokens[other].hash)
    return short == word || shortOffices.value(of: WordHash.joining(short, word)) != nil
  }

  /// "The minister of the harbours, Carl Dahl", "Lund's minister, Carl Dahl", but not "the minister, Dahl's rival".
  private func stands(_ mention: Int, behind words: Range<Int>) -> Bool {
    let name = clause.text.tokens(in: mentions.mentions[mention].range)
    let comma = name.lowerBound - 1
    guard comma > 0, clause.isComma(comma) else { return false }
    if name.upperBound < clause.tokens.count, clause.has(name.upperBound, .possessiveEnding) { return false }
    var start = comma - 1
    while start >= max(0, comma - Self.reachOfName), clause.tokens[start].kind == .word {
      let end = start + 1 + words.count
      if clause.has(start, [.definite, .possessiveEnding]), end <= comma,
        isOffice(words, endingAt: end, from: start + 1)
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
    guard comma + 1 < clause.tokens.count, clause.isComma(comma) else { return false }
    for start in (comma + 1)..<min(comma + 1 + Self.longest, clause.tokens.count)
    where clause.has(start, [.definite, .possessiveEnding]) {
      let end = start + 1 + words.count
      guard end < clause.tokens.count, isOffice(words, endingAt: end, from: start + 1) else { continue }
      return clause.isComma(end) || clause.has(end, .preposition)
    }
    return false
  }

  private func lastWord(of mention: Int) -> UInt64? { clause.lastWord(of: mentions.mentions[mention]) }

  private func block(at range: TextRange) -> Int {
    clause.text.block(ofToken: clause.text.tokenIndex(endingAfter: range.lowerBound))
  }
}
