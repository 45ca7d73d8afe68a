import DossierModel

/// Whether a name or a title is a man's or a woman's, as far as the tables know.
///
/// "Mr. Lee" is not Ann Lee, though she is the only Lee of the article.
enum NameGender: Sendable {
  case man, woman
}

/// The tables that tell it.
struct NameGenders: Sendable {
  private let honorifics: [String: NameGender]
  private let givenNames: [String: NameGender]

  init(words: LinkingWords) {
    honorifics = Self.table(men: words.menHonorifics, women: words.womenHonorifics)
    givenNames = Self.table(men: words.menNames, women: words.womenNames)
  }

  private static func table(men: [String], women: [String]) -> [String: NameGender] {
    let pairs =
      men.map { (NameNormalizer.folded($0), NameGender.man) }
      + women.map { (NameNormalizer.folded($0), .woman) }
    return Dictionary(pairs) { first, _ in first }
  }

  /// Whether two given names end in the letters by which many languages tell a man's from the same of a woman.
  static func endForTwoSexes(_ left: String, _ right: String) -> Bool {
    Set([left, right].compactMap(\.last)) == ["a", "o"]
  }

  /// Of a title that is one word; nil where both may have it.
  func gender(ofTitle title: NormalName) -> NameGender? {
    title.words.count == 1 ? title.words.first.flatMap { honorifics[$0] } : nil
  }

  /// Whether a name of one word is a given name.
  func isGivenName(_ name: NormalName) -> Bool {
    name.words.count == 1 && name.words.first.map(isGivenName) ?? false
  }

  /// Whether a word, in small plain letters, is a given name.
  func isGivenName(_ word: String) -> Bool { givenNames[word] != nil }

  /// Of a full name, by its given name.
  func gender(ofPerson name: NormalName) -> NameGender? {
    name.words.count > 1 ? name.words.first.flatMap { givenNames[$0] } : nil
  }
}
