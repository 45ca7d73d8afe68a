import DossierSource

/// Makes one name of the words that a short form in brackets stands for: "Tolbank Sentral ng Orlin (TSO)".
///
/// The tagger parts such a name at its small words, which may be of any language. The capitals of the words before the
/// brackets have to be the letters of the short form, one for one.
struct BracketedNames {
  let text: TokenizedText
  let classes: WordClasses

  /// The fewest letters of a short form that are no chance, and the most words that one stands for.
  private static let fewestLetters = 3
  private static let mostWords = 14

  func joined(_ spans: [NameSpan]) -> [NameSpan] {
    var result = spans
    for open in text.tokens.indices.dropFirst().dropLast(2)
    where text.byte(open) == UInt8(ascii: "(") && text.byte(open + 2) == UInt8(ascii: ")") {
      guard let name = name(of: open + 1, before: open) else { continue }
      let parts = result.filter { $0.tokens.overlaps(name) }
      guard parts.count > 1 || parts.first.map({ $0.tokens.count < name.count }) ?? false,
        parts.allSatisfy({ name.contains($0.tokens.lowerBound) && name.contains($0.tokens.upperBound - 1) }),
        !parts.contains(where: isFullName)
      else { continue }
      result.removeAll { $0.tokens.overlaps(name) }
      result.append(NameSpan(name, .organization, "short-form"))
    }
    return result.count == spans.count && result == spans
      ? spans : result.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// Whether somebody is named in full, who is no part of a body: "Anna Berg of the Council (ABC)".
  private func isFullName(_ span: NameSpan) -> Bool {
    span.kind == .person && span.tokens.count > 1
      && classes.alone[span.tokens.lowerBound].contains(.givenName)
  }

  /// The words before a bracket whose capitals are the letters of a short form, from the first to the last of them.
  private func name(of short: Int, before open: Int) -> Range<Int>? {
    let token = text.tokens[short]
    guard token.kind == .word, token.isCapitalised, !token.flags.contains(.dotted) else { return nil }
    var letters = text.bytes[token.lower..<token.upper].map { $0 & 0xDF }[...]
    guard letters.count >= Self.fewestLetters, letters.allSatisfy({ (0x41...0x5A).contains($0) }) else {
      return nil
    }
    var index = open - 1
    while index >= 0, open - index <= Self.mostWords {
      let word = text.tokens[index]
      if word.kind == .word, word.isCapitalised {
        guard letters.last == text.byte(index) else { return nil }
        letters = letters.dropLast()
        if letters.isEmpty { return index..<open }
      } else if word.kind != .word && !isWithinWords(index) {
        return nil
      }
      index -= 1
    }
    return nil
  }

  /// Whether a mark belongs to the words on both sides of it: the hyphen of "Anti-Fog", the stroke of "per l'Orlin".
  private func isWithinWords(_ mark: Int) -> Bool {
    [UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "&")].contains(text.byte(mark))
  }
}
