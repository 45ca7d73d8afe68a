import DossierModel

/// Tells whether two full names may be one in two transliterations: "Dmitri Halavenka" and "Dzmitry Golovenko".
///
/// Only given names that the tables have in several spellings lead to a comparison: elsewhere one letter more or less
/// is another person.
struct Transliterations: Sendable {
  private let givenNames: [String: String]
  private let letters: [(from: [UInt8], to: [UInt8])]
  /// Letters of a family name: shorter ones are alike by chance.
  private static let shortest = 5

  init(words: LinkingWords) {
    var names: [String: String] = [:]
    for (form, name) in LinkingWords.pairs(words.nameTransliterations) {
      names[form] = name
      names[name] = name
    }
    givenNames = names
    letters = LinkingWords.pairs(words.letterTransliterations).map {
      (Array($0.word.utf8), Array($0.meaning.utf8))
    }
  }

  /// What all transliterations of a person's name have in common; nil where the tables do not know the given name.
  func key(of name: NormalName) -> String? {
    guard name.words.count == 2, let given = givenNames[name.words[0]],
      name.words[1].utf8.count >= Self.shortest
    else { return nil }
    var family = Array(name.words[1].utf8)
    for (from, to) in letters { family = Self.replacing(from, with: to, in: family) }
    return given + " " + String(decoding: family, as: UTF8.self)
  }

  private static func replacing(_ from: [UInt8], with to: [UInt8], in word: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < word.count {
      if word[index...].starts(with: from) {
        result += to
        index += from.count
      } else {
        result.append(word[index])
        index += 1
      }
    }
    return result
  }
}
