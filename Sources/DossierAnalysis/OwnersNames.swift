/// Family names of whom the text names in full that the tagger passed over before a possessive: "May's government".
///
/// A month, or a small word that opens the sentence, owns nothing where somebody is called so.
struct OwnersNames {
  let text: TokenizedText
  let classes: WordClasses

  func added(to spans: [NameSpan]) -> [NameSpan] {
    let families = FullNames(among: spans, in: text, classes).familyNames
    guard !families.isEmpty else { return spans }
    let found = text.tokens.indices.dropLast().filter { isOwner($0, of: families) }
    guard !found.isEmpty else { return spans }
    let taken = Set(spans.flatMap(\.tokens))
    return spans
      + found.filter { !taken.contains($0) }.map { NameSpan($0..<$0 + 1, .person, "elsewhere") }
  }

  private func isOwner(_ token: Int, of families: Set<UInt64>) -> Bool {
    let before = token - 1
    return families.contains(text.tokens[token].hash) && text.tokens[token].isCapitalised
      && text.tokens[token + 1].flags.contains(.clitic)
      && classes.alone[token].isDisjoint(with: NameClass.bodiesAndPlaces.union([.honorific, .office]))
      && (before < 0 || text.tokens[before].kind != .word || !text.tokens[before].isCapitalised)
  }
}
