import DossierSource

/// A text whose words are looked up in the tables of clauses.
package struct ClauseText: Sendable {
  package let text: TokenizedText
  let tables: ClauseTables
  /// Of each token: index into the entries of the tables.
  private let indexes: [UInt16]

  init(text: TokenizedText, tables: ClauseTables, indexes: [UInt16]) {
    self.text = text
    self.tables = tables
    self.indexes = indexes
  }

  var tokens: [Token] { text.tokens }
  var bytes: [UInt8] { text.bytes }

  @inline(__always) func traits(_ token: Int) -> WordTraits { tables.traits(indexes[token]) }
  @inline(__always) func entry(_ token: Int) -> WordEntry { tables.entry(indexes[token]) }

  @inline(__always) func has(_ token: Int, _ traits: WordTraits) -> Bool {
    !self.traits(token).isDisjoint(with: traits)
  }

  func isMark(_ token: Int, _ byte: UInt8) -> Bool {
    tokens[token].kind == .punctuation && bytes[tokens[token].lower] == byte
  }

  func isComma(_ token: Int) -> Bool { isMark(token, UInt8(ascii: ",")) }

  /// A dash that parts clauses: a long one, or a short one with space round it or doubled.
  func isDash(_ token: Int) -> Bool {
    guard tokens[token].kind == .punctuation else { return false }
    let start = tokens[token].lower
    if bytes[start] == 0x2D { return !tokens[token].isJoined || tokens[token].upper - start > 1 }
    return bytes[start] == 0xE2 && bytes[start + 1] == 0x80
      && (bytes[start + 2] == 0x93 || bytes[start + 2] == 0x94)
  }

  func isHyphen(_ token: Int) -> Bool {
    isMark(token, 0x2D) && tokens[token].isJoined && tokens[token].upper - tokens[token].lower == 1
  }

  /// Whether a word in small letters ends as the verbs or adverbs of the language do.
  func ends(_ token: Int, in endings: [[UInt8]]) -> Bool {
    let token = tokens[token]
    guard token.kind == .word, !token.isCapitalised || token.flags.contains(.firstWord) else { return false }
    return endings.contains { ending in
      token.upper - token.lower > ending.count + 1
        && bytes[(token.upper - ending.count)..<token.upper].elementsEqual(ending)
    }
  }

  /// Whether a word may be the past form of a verb, by the tables or by its ending.
  func isPast(_ token: Int) -> Bool {
    has(token, .verbPast) || (traits(token).isEmpty && ends(token, in: tables.pastEndings))
  }

  func isPresentParticiple(_ token: Int) -> Bool {
    has(token, .verbPresentParticiple)
      || (traits(token).isEmpty && ends(token, in: tables.participleEndings))
  }

  func isAdverb(_ token: Int) -> Bool {
    has(token, .adverb) || (traits(token).isEmpty && ends(token, in: tables.adverbEndings))
  }

  /// Whether the token before is one that only a noun or adjective follows: "the claim", "its reports".
  func isNounPosition(_ token: Int) -> Bool {
    guard token > 0 else { return false }
    return has(token - 1, [.determiner, .possessive, .preposition, .possessiveEnding])
      && !has(token - 1, [.subjectPronoun, .infinitiveMarker])
  }
}
