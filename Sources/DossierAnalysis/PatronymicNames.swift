import DossierModel

/// Names of persons with small words between their parts: "Omar bin Zayd Al Nahr", "Zayd al-Omar al-Nahr".
///
/// The small words look like those of the sentence, so that the tagger finds two persons where one is named.
struct PatronymicNames {
  private let text: TokenizedText
  private let classes: WordClasses
  /// Bytes of a small word between two parts, at least: "y" and "e" join persons as well.
  private static let shortest = 2
  /// Tokens between two parts, at most: "bin", "al" and a hyphen.
  private static let longestGap = 3

  init(text: TokenizedText, classes: WordClasses) {
    self.text = text
    self.classes = classes
  }

  func joined(_ spans: [NameSpan]) -> [NameSpan] {
    var joined: [NameSpan] = []
    for span in spans {
      if let last = joined.last, last.kind == .person, span.kind == .person,
        last.tokens.upperBound < span.tokens.lowerBound, !(isFull(last) && isFull(span)),
        isWithinName(last.tokens.upperBound..<span.tokens.lowerBound)
      {
        joined[joined.count - 1] = NameSpan(
          last.tokens.lowerBound..<span.tokens.upperBound, .person, last.rule)
      } else {
        joined.append(span)
      }
    }
    return joined
  }

  /// Whether a name has a given name and another word: two such are two persons, whatever stands between them.
  private func isFull(_ span: NameSpan) -> Bool {
    let words = span.tokens.filter { text.tokens[$0].kind == .word && text.tokens[$0].isCapitalised }
    return words.count > 1 && classes.alone[words[0]].contains(.givenName)
      && classes.phrase[words[0]].isDisjoint(with: [.honorific, .office, .rank])
  }

  /// Whether nothing stands between two persons but small words of names, with hyphens.
  private func isWithinName(_ gap: Range<Int>) -> Bool {
    guard (1...Self.longestGap).contains(gap.count), text.tokens[gap.lowerBound].kind == .word else {
      return false
    }
    return gap.allSatisfy { index in
      let token = text.tokens[index]
      if token.kind == .punctuation { return token.isJoined && text.byte(index) == UInt8(ascii: "-") }
      return !token.isCapitalised && classes.alone[index].contains(.particle)
        && token.upper - token.lower >= Self.shortest
    }
  }
}
