import DossierModel

/// Tells whether two full names may be one in two transliterations: "Dmitri Halavenka" and "Dzmitry Golovenko".
///
/// Only given names that the tables have in several spellings lead to a comparison: elsewhere one letter more or less
/// is another person.
struct Transliterations: Sendable {
  private let alphabetic: Table
  private let abjad: Table
  /// Letters of a family name: shorter ones are alike by chance.
  private static let shortest = 5
  /// The same of a name from a script without vowels, where a double letter may be one: "Sisi", "Sissi".
  private static let shortestOfAbjad = 4

  init(words: LinkingWords) {
    alphabetic = Table(words.nameTransliterations, letters: words.letterTransliterations)
    abjad = Table(words.abjadNames, letters: words.abjadLetters)
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

  /// What one kind of script comes to in another.
  private struct Table: Sendable {
    /// Each spelling with the one that stands for all.
    let givenNames: [String: String]
    private let letters: [(from: [UInt8], to: [UInt8])]

    init(_ names: [String], letters: [String]) {
      var spellings: [String: String] = [:]
      for (form, name) in LinkingWords.pairs(names) {
        spellings[form] = name
        spellings[name] = name
      }
      givenNames = spellings
      self.letters = LinkingWords.pairs(letters).map { (Array($0.word.utf8), Array($0.meaning.utf8)) }
    }

    /// A word with those letters that differ in no transliteration; the table's rows are gone through in order.
    func folded(_ word: String) -> String {
      var bytes = Array(word.utf8)
      for (from, to) in letters { bytes = bytes.replacingRows(of: from, with: to) }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  private static func withoutDoubles(_ word: String) -> String {
    var result = ""
    for letter in word where letter != result.last { result.append(letter) }
    return result
  }
}

extension [UInt8] {
  /// With each row of some bytes, from the front, made another.
  func replacingRows(of from: [UInt8], with to: [UInt8]) -> [UInt8] {
    guard let first = from.first, contains(first) else { return self }
    var result: [UInt8] = []
    var index = 0
    while index < count {
      if self[index...].starts(with: from) {
        result += to
        index += from.count
      } else {
        result.append(self[index])
        index += 1
      }
    }
    return result
  }
}
