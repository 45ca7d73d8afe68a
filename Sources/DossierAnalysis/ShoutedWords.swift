import DossierSource

/// Tells from persons what is only printed in capitals to be seen: "HARBOUR HORROR" before a headline of a tabloid.
struct ShoutedWords {
  let text: TokenizedText
  let classes: WordClasses

  /// The spans but for those of two words or more in capitals of which none is a given name, and none a name elsewhere in
  /// the text.
  func withoutShouts(_ spans: [NameSpan]) -> [NameSpan] {
    guard spans.contains(where: isShouted) else { return spans }
    var printed: Set<UInt64> = []
    for token in text.tokens
    where token.isCapitalised && !token.isAllCaps && !token.flags.contains(.firstWord) {
      printed.insert(token.hash)
    }
    return spans.filter { span in
      !isShouted(span) || span.tokens.contains { printed.contains(text.tokens[$0].hash) }
    }
  }

  private func isShouted(_ span: NameSpan) -> Bool {
    span.kind == .person && span.tokens.count > 1
      && span.tokens.allSatisfy { token in
        text.tokens[token].isAllCaps && text.tokens[token].upper - text.tokens[token].lower > 2
          && classes.alone[token].isDisjoint(with: [.givenName, .particle])
      }
  }
}
