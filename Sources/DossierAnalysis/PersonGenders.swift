import DossierModel
import DossierSource

/// Which persons of an article are men and which are women, by given names and titles; nil where neither tells.
struct PersonGenders {
  private let clause: ClauseText
  private let mentions: [Mention]
  private let words: Lexicon
  /// Of family names: that of the first person so named of whom it is told.
  private let ofFamilyName: [UInt64: UInt32]

  init(of mentions: [Mention], in clause: ClauseText, words: Lexicon) {
    self.clause = clause
    self.mentions = mentions
    self.words = words
    var ofFamilyName: [UInt64: UInt32] = [:]
    for mention in mentions where mention.kind == .person {
      let tokens = clause.tokens[clause.text.tokens(in: mention.range)]
      guard let last = tokens.last?.hash,
        let gender = Self.told(by: mention, tokens, in: clause, words)
      else { continue }
      if ofFamilyName[last] == nil { ofFamilyName[last] = gender }
    }
    self.ofFamilyName = ofFamilyName
  }

  /// Of a pronoun.
  func gender(ofPronoun token: Int) -> UInt32? { words.value(of: clause.tokens[token].hash) }

  /// Of a person; a family name alone is read as that of the first person whom the article names in full with it.
  ///
  /// Others of the name come in by their given names: "Mrs Keller's husband, Tom Keller".
  func gender(of mention: Int) -> UInt32? {
    let own = mentions[mention]
    let tokens = clause.tokens[clause.text.tokens(in: own.range)]
    return Self.told(by: own, tokens, in: clause, words) ?? tokens.last.flatMap { ofFamilyName[$0.hash] }
  }

  private static func told(
    by mention: Mention, _ tokens: ArraySlice<Token>, in clause: ClauseText, _ words: Lexicon
  ) -> UInt32? {
    if tokens.count > 1, let told = tokens.first.flatMap({ words.value(of: $0.hash) }) { return told }
    return mention.title.flatMap { clause.tokens[clause.text.tokens(in: $0)].first }
      .flatMap { words.value(of: $0.hash) }
  }
}
