/// What the spans of a text tell of its other capitals.
struct KnownNames {
  /// The last words of the full names of persons.
  let families: Set<UInt64>
  /// The last words of all names of persons that have several, whose first word may be no given name of the lists.
  var lastWords: Set<UInt64> = []
  /// The first words of the names of persons that have several.
  var givenNames: Set<UInt64> = []
  /// Of the names of several words that come more than once, by the hash of the first: how many words they have.
  var lengths: [UInt64: Set<Int>] = [:]

  init(among spans: [NameSpan], in text: TokenizedText, _ classes: WordClasses) {
    families = FullNames(among: spans, in: text, classes).familyNames
    for span in spans where span.kind == .person && span.tokens.count > 1 {
      givenNames.insert(text.tokens[span.tokens.lowerBound].hash)
      lastWords.insert(text.tokens[span.familyName(in: text)].hash)
    }
    var once: Set<UInt64> = []
    for span in spans
    where span.tokens.count > 1 && (span.kind == .person || span.kind == .organization)
      && !once.insert(text.hash(of: span.tokens)).inserted
    {
      lengths[text.tokens[span.tokens.lowerBound].hash, default: []].insert(span.tokens.count)
    }
  }
}
