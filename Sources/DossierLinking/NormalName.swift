import DossierModel
import DossierSource

/// A name as it is compared: without case, diacritics, typographic marks, particles and possessive endings.
struct NormalName: Sendable, Hashable {
  /// Without particles, unless there is nothing else.
  let words: [String]
  /// As many as are printed, particles and all.
  let printedWordCount: Int
  /// Printed in capitals, as one word: "UN", "U.S.".
  let isAcronym: Bool
  /// A word before the last begins with a small letter or a particle stands first: part of a name, not all of it.
  let beginsWithParticle: Bool

  /// The words run together, so that neither a hyphen nor a space makes a difference.
  var compact: String { words.joined() }
}

/// Makes names comparable, by the tables of the languages.
struct NameNormalizer: Sendable {
  private let particles: Set<String>
  private let abbreviations: [String: String]
  private let possessiveEndings: [[Unicode.Scalar]]

  init(words: LinkingWords) {
    particles = Set(words.nameParticles)
    let pairs = words.nameAbbreviations.map { $0.split(separator: "=").map(String.init) }
    abbreviations = Dictionary(
      pairs.filter { $0.count == 2 }.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
    possessiveEndings = words.possessiveEndings.map { Array($0.unicodeScalars) }.sorted {
      $0.count > $1.count
    }
  }

  func name(of text: Substring) -> NormalName {
    var words: [String] = []
    var capitals = 0
    var others = 0
    for printed in text.split(whereSeparator: Self.separatesWords) {
      let bare = withoutPossessive(printed)
      let word = Self.folded(bare)
      guard !word.isEmpty else { continue }
      words.append(abbreviations[word] ?? word)
      for scalar in bare.unicodeScalars where scalar.properties.isAlphabetic {
        if scalar.properties.isUppercase { capitals += 1 } else { others += 1 }
      }
    }
    var core: [String] = []
    for (index, word) in words.enumerated() {
      let isLast = index == words.count - 1
      if isLast || !particles.contains(word) { core.append(word) }
    }
    return NormalName(
      words: core, printedWordCount: words.count,
      isAcronym: words.count == 1 && capitals >= 2 && others == 0,
      beginsWithParticle: words.count > 1 && words.first.map(particles.contains) ?? false)
  }

  /// A word in small plain letters and digits.
  static func folded(_ word: some StringProtocol) -> String {
    var folded = ""
    for scalar in String(word).decomposedStringWithoutMarks {
      switch scalar.value {
      case 0x61...0x7A, 0x30...0x39: folded.unicodeScalars.append(scalar)
      case 0x41...0x5A:
        folded.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value + 32)))
      default:
        if let plain = Slug.plainLetters[scalar] {
          folded += plain
        } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          folded += scalar.properties.lowercaseMapping
        }
      }
    }
    return folded
  }

  private static func separatesWords(_ character: Character) -> Bool {
    character.isWhitespace || "-‐‑–—/(),;:\"“”«»[]".contains(character)
  }

  private func withoutPossessive(_ word: Substring) -> Substring {
    let scalars = Array(word.unicodeScalars)
    for ending in possessiveEndings
    where scalars.count > ending.count && scalars.suffix(ending.count) == ending[...] {
      let end = word.unicodeScalars.index(word.unicodeScalars.endIndex, offsetBy: -ending.count)
      return word[..<end]
    }
    return word
  }
}
