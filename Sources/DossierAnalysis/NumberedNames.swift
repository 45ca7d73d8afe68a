/// Names of bodies that are letters in capitals behind a digit: "1MDB".
struct NumberedNames {
  let text: TokenizedText
  let classes: WordClasses

  /// Letters of such a name, at least: "9AM", "4K" and "2GB" are none.
  private static let fewestLetters = 3
  /// Digits before them, at most: "2100GMT" is a time.
  private static let mostDigits = 2

  /// The spans with those that were passed over.
  func added(to spans: [NameSpan]) -> [NameSpan] {
    let found = text.tokens.indices.filter(isName)
    guard !found.isEmpty else { return spans }
    return spans.filter { span in !found.contains { span.tokens.contains($0) } }
      + found.map { NameSpan($0 - 1..<$0 + 1, .organization, "acronym") }
  }

  private func isName(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let (number, letters) = (text.tokens[index - 1], text.tokens[index])
    return number.isNumber && number.upper - number.lower <= Self.mostDigits
      && letters.isWord && letters.isJoined && letters.isAllCaps
      && letters.upper - letters.lower >= Self.fewestLetters
      && classes.alone[index].isDisjoint(with: [.commonWord, .vocabulary, .never])
  }
}
