/// The persons whom a text names in full: by a given name of the lists and a family name.
struct FullNames {
  let spans: [NameSpan]
  /// The last words of their names.
  let familyNames: Set<UInt64>

  init(among spans: [NameSpan], in text: TokenizedText, _ classes: WordClasses) {
    self.spans = spans.filter {
      $0.kind == .person && $0.tokens.count > 1
        && classes.alone[$0.tokens.lowerBound].contains(.givenName)
    }
    familyNames = Set(self.spans.map { text.tokens[$0.tokens.upperBound - 1].hash })
  }
}
