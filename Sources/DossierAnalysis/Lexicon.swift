/// Words and phrases with a value each, looked up by the hashes of tokens: gazetteers, months, reporting verbs.
///
/// Letter case, diacritics and the full stops of "U.S." do not count; a recogniser that minds them asks the token.
/// It holds hashes, not strings, so a lookup neither allocates nor compares text. A class: recognisers hold many of
/// them, and are copied for each article.
package final class Lexicon: Sendable {
  package struct Match: Sendable, Hashable {
    /// How many tokens it covers.
    package let length: Int
    package let value: UInt32

    package init(length: Int, value: UInt32) {
      self.length = length
      self.value = value
    }
  }

  private let keys: [UInt64]
  private let values: [UInt32]
  /// By the low bits of a first word's hash: bit n is set where some phrase of n + 1 words begins so.
  private let lengths: [UInt16]
  private let mask: Int
  package let count: Int

  /// The longest phrase kept whole, in tokens.
  package static let longestPhrase = 16

  /// A lexicon of phrases; `merging` decides the value of a phrase that comes twice, the first value first.
  package init(
    _ entries: [(phrase: String, value: UInt32)],
    merging: (UInt32, UInt32) -> UInt32 = { first, _ in first }
  ) {
    var capacity = 16
    while capacity < entries.count * 2 { capacity *= 2 }
    let mask = capacity - 1
    var keys = [UInt64](repeating: 0, count: capacity)
    var values = [UInt32](repeating: 0, count: capacity)
    var lengths = [UInt16](repeating: 0, count: capacity)
    var count = 0
    let tokenizer = Tokenizer()
    var tokens: [Token] = []
    for entry in entries {
      var phrase = entry.phrase
      tokens.removeAll(keepingCapacity: true)
      phrase.withUTF8 { tokenizer.append(tokensOf: $0, to: &tokens) }
      guard let first = tokens.first, let hash = WordHash.ofPhrase(tokens),
        tokens.count <= Self.longestPhrase
      else { continue }
      lengths[Int(truncatingIfNeeded: first.hash) & mask] |= 1 << UInt16(tokens.count - 1)
      var slot = Int(truncatingIfNeeded: hash) & mask
      while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & mask }
      values[slot] = keys[slot] == hash ? merging(values[slot], entry.value) : entry.value
      if keys[slot] == 0 { count += 1 }
      keys[slot] = hash
    }
    (self.keys, self.values, self.lengths) = (keys, values, lengths)
    (self.mask, self.count) = (mask, count)
  }

  /// The value of a single word.
  @inline(__always) package func value(of hash: UInt64) -> UInt32? {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while keys[slot] != 0 {
      if keys[slot] == hash { return values[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  @inline(__always) package func contains(_ token: Token) -> Bool { value(of: token.hash) != nil }

  /// The longest phrase that begins at a token and ends before another.
  package func longestMatch(at start: Int, before end: Int, in tokens: [Token]) -> Match? {
    guard start < end else { return nil }
    var hash = tokens[start].hash
    var left = lengths[Int(truncatingIfNeeded: hash) & mask]
    var best: Match?
    var length = 1
    while left != 0 {
      if left & 1 != 0, let value = value(of: hash) { best = Match(length: length, value: value) }
      left >>= 1
      guard left != 0, start + length < end else { break }
      hash = WordHash.joining(hash, tokens[start + length].hash)
      length += 1
    }
    return best
  }

  /// The hash of a phrase as lexicons know it; nil where it holds no token.
  package static func hash(of phrase: String) -> UInt64? {
    WordHash.ofPhrase(Tokenizer().tokens(of: Array(phrase.utf8)))
  }
}
