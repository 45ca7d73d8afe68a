import DossierModel
import DossierSource

/// Tells who is meant by an office alone: "the minister", where one person of the article has the title.
///
/// Of two who bear it, the one whom the paragraph names before is meant, if it names one; and who was named long before
/// may not be meant any more. Then nobody is.
struct OfficeHolders {
  /// Blocks before the words in which the holder has to be named.
  private static let reach = 3
  /// Words of an office at most: "the deputy prime minister".
  private static let longest = 3

  let clause: ClauseText
  let mentions: MentionIndex

  /// The last mention before a phrase of the only person whose title ends in its words.
  func holder(of subject: ClauseSubject) -> Int? {
    let words = subject.tokens.dropFirst()
    guard let first = words.first, words.count <= Self.longest, subject.head == subject.tokens.upperBound - 1,
      clause.has(subject.tokens.lowerBound, .definite),
      words.allSatisfy({ clause.tokens[$0].kind == .word && mentions[$0] == nil })
    else { return nil }
    let all = mentions.mentions
    let holders = all.indices.filter { all[$0].kind == .person && hasTitle($0, endingIn: words) }
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

  private func hasTitle(_ mention: Int, endingIn words: Range<Int>) -> Bool {
    guard let title = mentions.mentions[mention].title else { return false }
    let tokens = clause.text.tokens(in: title)
    return tokens.count >= words.count
      && zip(tokens.suffix(words.count), words).allSatisfy {
        clause.tokens[$0].hash == clause.tokens[$1].hash
      }
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
