import DossierModel
import DossierSource

/// An article's text as tokens and sentences: what every recogniser reads, so that the text is split once.
package struct TokenizedText: Sendable {
  /// A paragraph or other leaf block of the article.
  package struct Block: Sendable, Hashable {
    package enum Kind: Sendable, Hashable { case paragraph, heading, quote, listItem, tableRow, code }

    package let kind: Kind
    package let range: TextRange

    package init(kind: Kind, range: TextRange) {
      self.kind = kind
      self.range = range
    }
  }

  package let bytes: [UInt8]
  package let blocks: [Block]
  /// In order; every token belongs to one sentence.
  package let tokens: [Token]
  /// In order, none crossing a block.
  package let sentences: [Sentence]
  /// The tokens of each sentence: indexes into `tokens`.
  package let sentenceTokens: [Range<Int>]

  package init(
    bytes: [UInt8], blocks: [Block], tokens: [Token], sentences: [Sentence], sentenceTokens: [Range<Int>]
  ) {
    self.bytes = bytes
    self.blocks = blocks
    self.tokens = tokens
    self.sentences = sentences
    self.sentenceTokens = sentenceTokens
  }

  /// The text from the first byte of one token to the last of another.
  package func range(_ tokens: Range<Int>) -> TextRange {
    guard let first = tokens.first, let last = tokens.last else { return TextRange(0, 0) }
    return TextRange(self.tokens[first].lower, self.tokens[last].upper)
  }

  /// The words of a range; for output and tests, not for comparing words: that is what their hashes are for.
  package func string(_ range: TextRange) -> String {
    guard range.upperBound <= bytes.count else { return "" }
    return String(decoding: bytes[range.range], as: UTF8.self)
  }

  package func string(_ token: Token) -> String {
    String(decoding: bytes[token.lower..<token.upper], as: UTF8.self)
  }

  /// The first byte of a token: enough to know a mark of ASCII.
  @inline(__always) package func byte(_ index: Int) -> UInt8 { bytes[tokens[index].lower] }

  /// Index of the first token that ends after an offset; the count of tokens where there is none.
  package func tokenIndex(endingAfter offset: Int) -> Int {
    tokens.partitioningIndex { $0.upper > offset }
  }

  /// The tokens that a stretch of the text covers, in whole or in part.
  package func tokens(in range: TextRange) -> Range<Int> {
    let first = tokenIndex(endingAfter: range.lowerBound)
    let end = min(tokenIndex(endingAfter: max(range.upperBound - 1, 0)) + 1, tokens.count)
    return first..<max(first, end)
  }

  /// The hash of some tokens as one phrase, as lexicons know it; 0 of none.
  func hash(of tokens: Range<Int>) -> UInt64 { WordHash.ofPhrase(self.tokens[tokens]) ?? 0 }

  /// Whether a text has a word in small letters somewhere.
  func printsSmall(_ word: Token) -> Bool {
    tokens.contains { $0.hash == word.hash && !$0.isCapitalised && $0.kind == .word }
  }

  /// Whether a token is a word with a capital; false behind the last.
  func isCapitalWord(_ token: Int) -> Bool {
    token < tokens.count && tokens[token].kind == .word && tokens[token].isCapitalised
  }

  /// Index of the sentence that a token stands in.
  package func sentenceIndex(ofToken token: Int) -> Int {
    max(0, sentenceTokens.partitioningIndex { $0.lowerBound > token } - 1)
  }

  /// Index of the block that a token stands in.
  func block(ofToken token: Int) -> Int { sentences[sentenceIndex(ofToken: token)].block }
}
