/// Names of persons whose second part is printed small behind a hyphen: "Han Seo-yun", "Lai Mei-ting".
///
/// The small part looks like a word of the sentence, so that what comes before it is taken for the whole name, or for
/// none. Where a family name of such a language stands before it, it is a name whatever the rest looks like.
struct HyphenedNames {
  private let text: TokenizedText
  private let classes: WordClasses
  private let familyNames: Lexicon
  /// Bytes of the longest small part.
  private static let longestPart = 6

  init(text: TokenizedText, classes: WordClasses, tables: NameTables) {
    self.text = text
    self.classes = classes
    familyNames = tables.familyNamesInFront
  }

  func joined(_ spans: [NameSpan]) -> [NameSpan] {
    var joined = spans
    for hyphen in text.tokens.indices where isHyphen(hyphen) {
      guard let name = name(around: hyphen, among: joined) else { continue }
      joined.removeAll { $0.tokens.overlaps(name.tokens) }
      let place = joined.firstIndex { $0.tokens.lowerBound > name.tokens.lowerBound } ?? joined.endIndex
      joined.insert(name, at: place)
    }
    return joined
  }

  /// Whether a hyphen stands between a capitalised word and a short small one.
  private func isHyphen(_ index: Int) -> Bool {
    let tokens = text.tokens
    guard index > 1, index + 1 < tokens.count, tokens[index].kind == .punctuation, tokens[index].isJoined,
      text.byte(index) == UInt8(ascii: "-"), tokens[index].upper - tokens[index].lower == 1
    else { return false }
    let last = tokens[index + 1]
    return last.isJoined && last.kind == .word && !last.isCapitalised
      && last.upper - last.lower <= Self.longestPart
      && tokens[index - 1].isCapitalised && tokens[index - 1].kind == .word
      && tokens[index - 2].isCapitalised && tokens[index - 2].kind == .word
      && !(index + 2 < tokens.count && tokens[index + 2].isJoined
        && text.byte(index + 2) == UInt8(ascii: "-"))
  }

  private func name(around hyphen: Int, among spans: [NameSpan]) -> NameSpan? {
    let first = hyphen - 2
    let end = hyphen + 2
    let span = spans.first { $0.tokens.overlaps(first..<end) }
    if let span, span.tokens.contains(first), span.tokens.contains(end - 1) { return nil }
    let isFamily = familyNames.contains(text.tokens[first])
    if isFamily, span.map({ $0.tokens.lowerBound >= first }) ?? true {
      return NameSpan(first..<end, .person, "list")
    }
    // "Berg Dahl-led": what is a word elsewhere belongs to no name.
    guard let span, span.kind == .person, span.tokens.upperBound == hyphen, span.tokens.contains(first),
      classes.alone[hyphen + 1].isEmpty
    else { return nil }
    return NameSpan(span.tokens.lowerBound..<end, .person, span.rule)
  }
}
