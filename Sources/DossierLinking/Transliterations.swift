import DossierModel

/// Tells whether two full names may be one in two transliterations: "Dmitri Halavenka" and "Dzmitry Golovenko".
///
/// Only given names that the tables have in several spellings lead to a comparison: elsewhere one letter more or less
/// is another person.
struct Transliterations: Sendable {
  private let alphabetic: TransliterationTable
  private let abjad: TransliterationTable
  /// Letters of a family name: shorter ones are alike by chance.
  private static let shortest = 5
  /// The same of a name from a script without vowels, where a double letter may be one: "Sisi", "Sissi".
  private static let shortestOfAbjad = 4

  init(words: LinkingWords) {
    alphabetic = TransliterationTable(words.nameTransliterations, letters: words.letterTransliterations)
    abjad = TransliterationTable(words.abjadNames, letters: words.abjadLetters)
  }

  /// What all transliterations of a person's name have in common; nil where the tables do not know the given name.
  func key(of name: NormalName) -> String? {
    guard name.words.count > 1, let first = name.words.first, let family = name.words.last else { return nil }
    if name.words.count == 2, let given = alphabetic.givenNames[first], family.utf8.count >= Self.shortest {
      return given + " " + Self.withoutDoubles(alphabetic.folded(family))
    }
    guard let given = abjad.givenNames[first], family.utf8.count >= Self.shortestOfAbjad else { return nil }
    let rest = name.words.dropFirst().map { abjad.givenNames[$0] ?? Self.withoutDoubles(abjad.folded($0)) }
    return ([given] + rest).joined(separator: " ")
  }

  private static func withoutDoubles(_ word: String) -> String {
    var result = ""
    for letter in word where letter != result.last { result.append(letter) }
    return result
  }
}
