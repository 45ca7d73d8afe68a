/// Tells from names what is only printed with capitals, as headlines and brochures do: "Machine Learning".
///
/// It is no name where the lists say so of the whole phrase, or where the same text prints it in small letters too;
/// but what the lists have as a name stays one.
struct CommonPhrases {
  private let text: TokenizedText
  private let classes: WordClasses
  private let phrases: Lexicon

  init(text: TokenizedText, classes: WordClasses, tables: NameTables) {
    self.text = text
    self.classes = classes
    phrases = tables.commonPhrases
  }

  /// The spans but for those of common phrases.
  func namesAlone(_ spans: [NameSpan]) -> [NameSpan] {
    let doubtful = spans.indices.filter { !isListed(spans[$0].tokens) }
    guard !doubtful.isEmpty else { return spans }
    var common = Set(doubtful.filter { isNever(spans[$0].tokens) || hasNoWord(spans[$0].tokens) })
    common.formUnion(
      printedSmall(doubtful.filter { spans[$0].tokens.count > 1 && mayBePhrase(spans[$0].tokens) }, of: spans)
    )
    let words = doubtful.filter { spans[$0].tokens.count == 1 && mayBePhrase(spans[$0].tokens) }
    common.formUnion(mostlySmall(words.filter { !isNamed(spans[$0].tokens.lowerBound) }, of: spans))
    return common.isEmpty ? spans : spans.indices.filter { !common.contains($0) }.map { spans[$0] }
  }

  private func isListed(_ tokens: Range<Int>) -> Bool {
    !classes.listed(tokens).isDisjoint(with: Self.names)
  }

  /// What makes a name of a phrase; of things such as works, some are ordinary words too.
  private static let names = NameClass.names.subtracting(.otherName)

  private func hasNoWord(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy { text.tokens[$0].kind != .word }
  }

  /// Whether the lists say of a word, or of a whole phrase, that it is never a name by itself.
  private func isNever(_ tokens: Range<Int>) -> Bool {
    let first = tokens.lowerBound
    let listed = phrases.longestMatch(at: first, before: tokens.upperBound, in: text.tokens)
    if listed?.length == tokens.count { return true }
    return tokens.count == 1 && classes.phrase[first].contains(.never)
      && classes.phrase[first].isDisjoint(with: Self.names.union([.givenName, .surname]))
  }

  /// Words none of which is a name by its letters or by the lists.
  private func mayBePhrase(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy {
      !text.tokens[$0].flags.contains(.innerCapital)
        && classes.alone[$0].isDisjoint(with: [.country, .place, .demonym, .surname])
    }
  }

  /// Whether a word is part of a longer name of the text, a given name, or stands behind a title.
  private func isNamed(_ token: Int) -> Bool {
    if classes.alone[token].contains(.givenName) || text.tokens[token].isAllCaps { return true }
    return token > 0 && !classes.alone[token - 1].isDisjoint(with: .titles)
  }

  /// Those of single words that the text prints small more often than not, and that are in no longer name.
  private func mostlySmall(_ candidates: [Int], of spans: [NameSpan]) -> [Int] {
    guard !candidates.isEmpty else { return [] }
    func hash(_ span: Int) -> UInt64 { text.tokens[spans[span].tokens.lowerBound].hash }
    var words = SIMD8<UInt64>.zero
    var counts: [UInt64: Int] = [:]
    for candidate in candidates {
      Self.mark(hash(candidate), in: &words)
      counts[hash(candidate)] = 0
    }
    for token in text.tokens where Self.isMarked(token.hash, in: words) && token.kind == .word {
      counts[token.hash]? += token.isCapitalised ? -1 : 1
    }
    for span in spans where span.tokens.count > 1 {
      for token in span.tokens { counts[text.tokens[token].hash] = nil }
    }
    return candidates.filter { counts[hash($0)] ?? 0 > 0 }
  }

  /// Those of the spans whose words the text has in small letters, in their order.
  private func printedSmall(_ candidates: [Int], of spans: [NameSpan]) -> [Int] {
    guard !candidates.isEmpty else { return [] }
    var firsts = SIMD8<UInt64>.zero
    for candidate in candidates {
      Self.mark(text.tokens[spans[candidate].tokens.lowerBound].hash, in: &firsts)
    }
    var found: [Int] = []
    for index in text.tokens.indices {
      let token = text.tokens[index]
      guard Self.isMarked(token.hash, in: firsts), token.kind == .word, !token.isCapitalised else { continue }
      found += candidates.filter { isSmall(spans[$0].tokens, at: index) }
    }
    return found
  }

  private func isSmall(_ tokens: Range<Int>, at index: Int) -> Bool {
    guard index + tokens.count <= text.tokens.count else { return false }
    return zip(tokens, index...).allSatisfy {
      text.tokens[$0].hash == text.tokens[$1].hash && !text.tokens[$1].isCapitalised
    }
  }

  /// A set of 512 bits, which lets nearly all words of a text pass without a look.
  private static func mark(_ hash: UInt64, in set: inout SIMD8<UInt64>) {
    set[Int(hash >> 6 & 7)] |= 1 << (hash & 63)
  }

  private static func isMarked(_ hash: UInt64, in set: SIMD8<UInt64>) -> Bool {
    set[Int(hash >> 6 & 7)] & (1 << (hash & 63)) != 0
  }
}
