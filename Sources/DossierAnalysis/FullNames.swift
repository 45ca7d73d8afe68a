/// The persons whom a text names in full: by a given name of the lists and a family name.
struct FullNames {
  let spans: [NameSpan]
  /// The family names among their words.
  let familyNames: Set<UInt64>

  init(among spans: [NameSpan], in text: TokenizedText, _ classes: WordClasses) {
    self.spans = spans.filter {
      $0.kind == .person && $0.tokens.count > 1
        && (classes.alone[$0.tokens.lowerBound].contains(.givenName)
          || $0.familyName(in: text) == $0.tokens.lowerBound)
    }
    familyNames = Set(self.spans.map { text.tokens[$0.familyName(in: text)].hash })
  }
}
