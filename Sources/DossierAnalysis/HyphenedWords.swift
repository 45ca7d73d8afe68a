/// Names of bodies with a word in them that a hyphen parts: "Office for the Co-ordination of Rivers".
///
/// Behind the hyphen the word is printed small, so that what stands on either side of it is taken for a name of its
/// own, or for the whole one.
struct HyphenedWords {
  let text: TokenizedText
  let classes: WordClasses
  /// Bytes of the longest syllable before such a hyphen: "Co", "Anti".
  private static let longestSyllable = 4

  /// The names, with those that a hyphened word and a small word part as one.
  func joined(_ spans: [NameSpan]) -> [NameSpan] {
    var joined: [NameSpan] = []
    for span in spans {
      if let last = joined.last, last.kind != .person, span.kind != .person,
        last.tokens.upperBound + 3 == span.tokens.lowerBound, isParted(at: last.tokens.upperBound)
      {
        joined[joined.count - 1].tokens = last.tokens.lowerBound..<span.tokens.upperBound
        joined[joined.count - 1].kind = .organization
      } else {
        joined.append(span)
      }
    }
    return joined
  }

  /// Whether a hyphen parts the word before it, and a small word of names stands behind that: "Co-ordination of".
  private func isParted(at hyphen: Int) -> Bool {
    let (first, rest, small) = (text.tokens[hyphen - 1], text.tokens[hyphen + 1], text.tokens[hyphen + 2])
    return text.byte(hyphen) == UInt8(ascii: "-") && text.tokens[hyphen].isJoined && rest.isJoined
      && rest.kind == .word && !rest.isCapitalised && first.isCapitalised
      && first.upper - first.lower <= Self.longestSyllable
      && !small.isCapitalised && classes.alone[hyphen + 2].contains(.connector)
  }
}
