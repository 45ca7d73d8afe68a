/// Family names of whom the text names in full that the tagger passed over before a possessive: "May's government".
///
/// A month, or a small word that opens the sentence, owns nothing where somebody is called so.
struct OwnersNames {
  let text: TokenizedText
  let classes: WordClasses

  func added(to spans: [NameSpan]) -> [NameSpan] {
    var owners = text.tokens.indices.dropLast().filter(mayBeOwner)
    guard !owners.isEmpty else { return spans }
    let families = FullNames(among: spans, in: text, classes).familyNames
    owners.removeAll { !families.contains(text.tokens[$0].hash) }
    guard !owners.isEmpty else { return spans }
    let taken = Set(spans.flatMap(\.tokens))
    return spans
      + owners.filter { !taken.contains($0) }.map { NameSpan($0..<$0 + 1, .person, "elsewhere") }
  }

  private func mayBeOwner(_ token: Int) -> Bool {
    let before = token - 1
    return text.tokens[token + 1].flags.contains(.clitic) && text.tokens[token].isCapitalised
      && classes.alone[token].isDisjoint(with: NameClass.bodiesAndPlaces.union([.honorific, .office]))
      && (before < 0 || text.tokens[before].kind != .word || !text.tokens[before].isCapitalised)
  }
}
