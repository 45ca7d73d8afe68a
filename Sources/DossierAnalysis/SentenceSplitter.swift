import DossierModel
import DossierSource

/// Splits blocks of tokens into sentences and names these by what they say.
///
/// A full stop ends a sentence unless the language's tables or the next word speak against it. A heading or list
/// item is a sentence without one.
package struct SentenceSplitter: Sendable {
  private let tables: SentenceTables
  private let tokenizer: Tokenizer

  package init(tables: SentenceTables = SentenceTables()) {
    self.tables = tables
    tokenizer = Tokenizer(tables: tables)
  }

  package func split(_ text: String, blocks: [TokenizedText.Block]) -> TokenizedText {
    let bytes = Array(text.utf8)
    var tokens = tokenizer.tokens(of: bytes)
    var sentences: [Sentence] = []
    var ranges: [Range<Int>] = []
    var ordinals: [UInt32: Int] = [:]
    var index = 0
    for (block, blockIndex) in zip(blocks, blocks.indices) {
      while index < tokens.count, tokens[index].lower < block.range.lowerBound { index += 1 }
      let first = index
      while index < tokens.count, tokens[index].upper <= block.range.upperBound { index += 1 }
      for range in sentenceRanges(of: tokens, in: first..<index, bytes: bytes) {
        let id = Self.id(of: tokens[range], ordinals: &ordinals)
        let textRange = TextRange(tokens[range.lowerBound].lower, tokens[range.upperBound - 1].upper)
        sentences.append(Sentence(id: id, range: textRange, block: blockIndex))
        ranges.append(range)
        if let word = range.first(where: { tokens[$0].kind == .word || tokens[$0].kind == .number }) {
          tokens[word].flags.insert(.firstWord)
        }
      }
    }
    return TokenizedText(
      bytes: bytes, blocks: blocks, tokens: tokens, sentences: sentences, sentenceTokens: ranges)
  }

  /// The tokens and sentences of an article's body.
  package func split(_ article: Article) -> TokenizedText {
    let blocks = article.blocks.map { block in
      let kind: TokenizedText.Block.Kind =
        switch block.kind {
        case .paragraph: .paragraph
        case .heading: .heading
        case .quote: .quote
        case .listItem: .listItem
        case .tableRow: .tableRow
        case .code: .code
        }
      return TokenizedText.Block(kind: kind, range: block.range)
    }
    return split(article.text, blocks: blocks)
  }

  private func sentenceRanges(of tokens: [Token], in block: Range<Int>, bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = block.lowerBound
    var index = start
    while index < block.upperBound {
      guard isTerminal(tokens[index], bytes) else {
        index += 1
        continue
      }
      let terminal = index
      index += 1
      while index < block.upperBound, tokens[index].kind != .word, isTerminal(tokens[index], bytes) {
        index += 1
      }
      while index < block.upperBound, isCloser(tokens[index], bytes) { index += 1 }
      guard index < block.upperBound else { break }
      if ends(terminal, before: index, of: tokens, from: start, bytes) {
        ranges.append(start..<index)
        start = index
      }
    }
    if start < block.upperBound { ranges.append(start..<block.upperBound) }
    return ranges
  }

  /// Whether a sentence ends at a terminal mark, seen from the token after it and its closing marks.
  private func ends(
    _ terminal: Int, before next: Int, of tokens: [Token], from start: Int, _ bytes: [UInt8]
  ) -> Bool {
    let follower = tokens[next]
    guard !follower.isJoined else { return false }
    var word = next
    while word < tokens.count, word < next + 3, tokens[word].kind != .word, tokens[word].kind != .number {
      word += 1
    }
    guard word < tokens.count else { return true }
    let begins = tokens[word]
    // "Why?" he asked; but a name such as "iPhone" may begin a sentence.
    let isSmall = begins.kind == .word && !begins.isCapitalised && begins.flags.contains(.hasLowercase)
    guard !isSmall || begins.flags.contains(.innerCapital) else { return false }
    // "October 3rd. The mayor": no short form of a road.
    if tokens[terminal].kind == .word, tokens[terminal].isJoined, terminal > start,
      tokens[terminal - 1].isNumber, tokens[terminal].upper - tokens[terminal].lower == Self.ordinalEnding
    {
      return true
    }
    if tokens[terminal].kind == .word {
      return !isAside(next, of: tokens, bytes)
        && abbreviationEnds(tokens[terminal], before: begins, isNext: word == next)
    }
    if isOrdinal(terminal, of: tokens, from: start), tables.ordinalNouns.contains(begins.hash) {
      return false
    }
    // "1. The first point": the number of a point is no sentence.
    let isPointNumber = terminal == start + 1 && tokens[start].kind == .number
    return !isPointNumber
  }

  /// Whether a bracket opens at a token that holds no sentence of its own: "at 9 pm (2000 GMT) on Monday".
  private func isAside(_ index: Int, of tokens: [Token], _ bytes: [UInt8]) -> Bool {
    guard tokens[index].kind == .punctuation, mark(tokens[index], bytes) == 0x28 else { return false }
    for at in tokens.indices[index...].dropFirst().prefix(Self.longestAside)
    where tokens[at].kind == .punctuation && mark(tokens[at], bytes) == 0x29 {
      return !isTerminal(tokens[at - 1], bytes)
    }
    return false
  }

  /// Bytes of the ending that makes a number an ordinal, with its stop.
  private static let ordinalEnding = 3

  /// How many tokens a bracket inside a sentence holds at most.
  private static let longestAside = 24

  /// Whether a full stop stands close behind a number of one or two digits.
  private func isOrdinal(_ stop: Int, of tokens: [Token], from start: Int) -> Bool {
    guard stop > start, tokens[stop].isJoined, tokens[stop - 1].isNumber else { return false }
    return tokens[stop - 1].upper - tokens[stop - 1].lower <= 2
  }

  private func abbreviationEnds(_ token: Token, before next: Token, isNext: Bool) -> Bool {
    let opens = next.kind == .word && tables.openers.contains(next.hash)
    if token.flags.contains(.singleLetter) { return opens || !isNext }
    switch tables.abbreviations[token.hash] {
    case .beforeName: return false
    case .beforeNumber: return opens
    case .anywhere, nil: return opens || !isNext
    }
  }

  private func isTerminal(_ token: Token, _ bytes: [UInt8]) -> Bool {
    if token.kind == .word { return token.flags.contains(.dotted) && bytes[token.upper - 1] == 0x2E }
    guard token.kind == .punctuation else { return false }
    switch mark(token, bytes) {
    case 0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0x061F, 0x0964: return true
    default: return false
    }
  }

  /// A closing quotation mark or bracket that stands close behind what it closes.
  private func isCloser(_ token: Token, _ bytes: [UInt8]) -> Bool {
    guard token.isJoined, token.kind == .punctuation else { return false }
    switch mark(token, bytes) {
    case 0x22, 0x27, 0x29, 0x5D, 0x2018, 0x2019, 0x201C, 0x201D, 0x2039, 0x203A, 0xAB, 0xBB: return true
    default: return false
    }
  }

  /// The scalar of a mark.
  private func mark(_ token: Token, _ bytes: [UInt8]) -> UInt32 {
    let first = UInt32(bytes[token.lower])
    guard first >= 0x80 else { return first }
    let rest = bytes[(token.lower + 1)..<token.upper].prefix(3)
    let lead = first & (first < 0xE0 ? 0x1F : first < 0xF0 ? 0x0F : 0x07)
    return rest.reduce(lead) { $0 << 6 | UInt32($1 & 0x3F) }
  }

  private static func id(of tokens: ArraySlice<Token>, ordinals: inout [UInt32: Int]) -> SentenceID {
    var hash: UInt64 = 0
    for token in tokens where token.kind == .word || token.kind == .number {
      hash = WordHash.joining(hash, token.hash)
    }
    let short = UInt32(truncatingIfNeeded: hash >> 32)
    ordinals[short, default: 0] += 1
    var digits: [UInt8] = [UInt8(ascii: "s")]
    for shift in stride(from: 28, through: 0, by: -4) {
      let digit = UInt8(short >> UInt32(shift) & 15)
      digits.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
    let id = String(decoding: digits, as: UTF8.self)
    let ordinal = ordinals[short] ?? 1
    return SentenceID(ordinal == 1 ? id : "\(id)-\(ordinal)")
  }
}
