import DossierModel
import DossierSource

/// A text whose words are looked up in the tables of clauses.
///
/// A class only so that the recognisers share one: it never changes.
package final class ClauseText: Sendable {
  package let text: TokenizedText
  let tokens: [Token]
  let bytes: [UInt8]
  private let entries: [WordEntry]
  /// Of each token: index into the entries.
  private let indexes: [UInt16]
  private let traitsOfToken: [WordTraits]
  private let grammar: ClauseGrammar

  init(
    text: TokenizedText, entries: [WordEntry], indexes: [UInt16], traits: [WordTraits], grammar: ClauseGrammar
  ) {
    self.grammar = grammar
    self.text = text
    tokens = text.tokens
    bytes = text.bytes
    self.entries = entries
    self.indexes = indexes
    traitsOfToken = traits
  }

  /// Whether the verb is the second part of a clause.
  var isVerbSecond: Bool { grammar.isVerbSecond }
  /// Whether all nouns are printed with a capital.
  var hasCapitalNouns: Bool { grammar.hasCapitalNouns }

  /// Words between a verb and the one that makes another of it, at most: "called the port visit off".
  private static let reachOfParticle = 3
  /// The same where it stands at the end of the clause.
  private static let reachOfLastWord = 15

  /// The class of event that a verb tells with a word behind it: "stepped down"; nil where it stands by itself.
  func phrasalClass(ofVerb verb: Int, in sentence: Range<Int>) -> Int? {
    let reach = isVerbSecond ? Self.reachOfLastWord : Self.reachOfParticle
    for word in (verb + 1)..<max(verb + 1, min(verb + 2 + reach, sentence.upperBound)) {
      if let told = grammar.phrasalVerbs.value(of: WordHash.joining(tokens[verb].hash, tokens[word].hash)),
        !isVerbSecond || closesClause(word, in: sentence)
      {
        return Int(told)
      }
      if isVerbSecond ? endsClause(word) : tokens[word].kind != .word || has(word, Self.endingObjects) {
        return nil
      }
    }
    return nil
  }

  /// What stands behind a verb's object.
  private static let endingObjects: WordTraits = [.preposition, .conjunction, .relative, .auxiliary, .modal]

  /// Whether a mark stands behind which another clause begins, or somebody's words.
  private func endsClause(_ word: Int) -> Bool {
    has(word, [.comma, .semicolon, .dash]) || isMark(word, UInt8(ascii: ":")) || isMark(word, 0x22)
      || isMark(word, 0xE2) || isMark(word, 0xC2)
  }

  private func closesClause(_ word: Int, in sentence: Range<Int>) -> Bool {
    word + 1 >= sentence.upperBound || tokens[word + 1].kind == .punctuation || has(word + 1, .conjunction)
  }

  @inline(__always) func traits(_ token: Int) -> WordTraits { traitsOfToken[token] }
  @inline(__always) func entry(_ token: Int) -> WordEntry { entries[Int(indexes[token])] }

  @inline(__always) func has(_ token: Int, _ traits: WordTraits) -> Bool {
    !traitsOfToken[token].isDisjoint(with: traits)
  }

  /// Whether words that compare a figure with another end at a token: "up from".
  func isComparison(endingAt token: Int) -> Bool {
    grammar.comparisons.contains(tokens[token])
      || token > 0
        && grammar.comparisons.value(of: WordHash.joining(tokens[token - 1].hash, tokens[token].hash)) != nil
  }

  /// How a verb says that something is not so; nil where it does not.
  func denial(_ token: Int) -> UInt32? { grammar.denials.value(of: tokens[token].hash) }

  /// Whether a word is a stretch of time, a weekday or a month: "week", "Friday".
  func isTimeNoun(_ token: Int) -> Bool { grammar.timeNouns.contains(tokens[token]) }

  /// The hash of a mention's last word: what a full name and a short one of the same person have in common.
  func lastWord(of mention: Mention) -> UInt64? {
    text.tokens(in: mention.range).last.map { tokens[$0].hash }
  }

  /// Whether the tables do not have a word.
  @inline(__always) func isUnknown(_ token: Int) -> Bool { indexes[token] == 0 }

  func isMark(_ token: Int, _ byte: UInt8) -> Bool {
    tokens[token].kind == .punctuation && bytes[tokens[token].lower] == byte
  }

  /// Whether a mark stands behind the last word of a sentence.
  func ends(_ sentence: Range<Int>, with mark: UInt8) -> Bool {
    sentence.last { tokens[$0].kind == .word || isMark($0, mark) }.map { isMark($0, mark) } ?? false
  }

  @inline(__always) func isComma(_ token: Int) -> Bool { has(token, .comma) }
  @inline(__always) func isDash(_ token: Int) -> Bool { has(token, .dash) }
  @inline(__always) func isHyphen(_ token: Int) -> Bool { has(token, .hyphen) }

  /// Whether a word may be the past form of a verb, by the tables or by its ending.
  @inline(__always) func isPast(_ token: Int) -> Bool { has(token, [.verbPast, .looksPast]) }

  @inline(__always) func isPresentParticiple(_ token: Int) -> Bool {
    has(token, [.verbPresentParticiple, .looksPresentParticiple])
  }

  @inline(__always) func isAdverb(_ token: Int) -> Bool { has(token, [.adverb, .looksAdverb]) }

  /// Whether the token before is one that only a noun or adjective follows: "the claim", "its reports".
  func isNounPosition(_ token: Int) -> Bool {
    guard token > 0 else { return false }
    return has(token - 1, [.determiner, .possessive, .preposition, .possessiveEnding])
      && !has(token - 1, [.subjectPronoun, .infinitiveMarker, .relative])
  }

  /// How many words and numbers some tokens are.
  func wordCount(in tokens: Range<Int>) -> Int {
    tokens.count { self.tokens[$0].kind == .word || self.tokens[$0].kind == .number }
  }

  /// Whether a mark that ends sentences is among the last of some tokens.
  func endsSentence(_ tokens: Range<Int>) -> Bool {
    tokens.suffix(3).contains { isMark($0, 0x2E) || isMark($0, 0x21) || isMark($0, 0x3F) }
  }
}
