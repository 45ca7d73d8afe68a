import DossierModel
import DossierSource

/// A name as it is compared: without case, diacritics, typographic marks, particles, possessive endings, and the
/// legal form of a company.
struct NormalName: Sendable, Hashable {
  /// Without particles, unless there is nothing else.
  let words: [String]
  /// As many as are printed, particles and all.
  let printedWordCount: Int
  /// Printed in capitals, as one word: "UN", "U.S.".
  let isAcronym: Bool
  /// Its last word; behind a word for "son of" with that word, since nobody is called by a father's name alone.
  let familyName: String?
  /// The words run together, so that neither a hyphen nor a space makes a difference.
  let compact: String
  /// Of its first and its last word: names of which these differ are told apart without a look at their letters.
  let firstHash: UInt32
  let lastHash: UInt32

  init(words: [String], printedWordCount: Int, isAcronym: Bool, familyName: String?) {
    (self.words, self.printedWordCount) = (words, printedWordCount)
    (self.isAcronym, self.familyName) = (isAcronym, familyName)
    // Made once: names are looked up by it far more often than they are read.
    compact = words.count == 1 ? words[0] : words.joined()
    firstHash = words.first.map { ContentWords.hash($0.utf8, upTo: .max) } ?? 0
    lastHash = words.last.map { ContentWords.hash($0.utf8, upTo: .max) } ?? 0
  }

  /// Whether a particle is printed that is none of the words.
  var hasParticle: Bool { printedWordCount > words.count }
}

/// Makes names comparable, by the tables of the languages.
struct NameNormalizer: Sendable {
  private let particles: Set<String>
  /// "bin": before the name of somebody's father.
  private let patronymics: Set<String>
  private let legalForms: Set<String>
  private let abbreviations: [String: String]
  /// The words that abbreviations stand for: "company".
  private let abbreviatedWords: Set<String>
  private let placeCodes: Set<String>
  private let possessiveEndings: [[Unicode.Scalar]]
  private let asciiEndings: [[UInt8]]

  init(words: LinkingWords) {
    particles = Set(words.nameParticles)
    patronymics = Set(words.patronymics)
    legalForms = Set(words.legalForms)
    placeCodes = Set(words.placeCodes)
    abbreviations = Dictionary(
      LinkingWords.pairs(words.nameAbbreviations), uniquingKeysWith: { first, _ in first })
    abbreviatedWords = Set(abbreviations.values)
    possessiveEndings = words.possessiveEndings.map { Array($0.unicodeScalars) }
      .sorted { $0.count > $1.count }
    asciiEndings = words.possessiveEndings.map { Array($0.utf8) }
      .filter { ending in ending.allSatisfy { $0 < 0x80 } }
      .sorted { $0.count > $1.count }
  }

  /// Whether a word stands before the name of somebody's father: "bin".
  func isPatronymic(_ word: String) -> Bool { patronymics.contains(word) }

  func name(of text: Substring) -> NormalName {
    var printed = Printed()
    let bytes = Array(text.utf8)
    if bytes.allSatisfy({ $0 < 0x80 }) {
      readASCII(bytes, into: &printed)
    } else {
      read(text, into: &printed)
    }
    // "Mt Harbour" is Mount Harbour; what stands alone is no part of a name: "IS".
    if printed.words.count > 1 { printed.words = printed.words.map { abbreviations[$0] ?? $0 } }
    // "Harbour Mills Inc." is "Harbour Mills".
    while printed.words.count > 1, endsInLegalForm(printed.words) { printed.words.removeLast() }
    // "Portsea, Ore." is Portsea.
    if printed.words.count > 1, let last = printed.words.last, placeCodes.contains(last),
      Self.setsApart(bytes, itsLast: last.utf8.count)
    {
      printed.words.removeLast()
    }
    var core: [String] = []
    for (index, word) in printed.words.enumerated() {
      let isLast = index == printed.words.count - 1
      if isLast || !particles.contains(word) { core.append(word) }
    }
    let isPatronymic = core.count > 1 && patronymics.contains(core[core.count - 2])
    return NormalName(
      words: core, printedWordCount: printed.words.count,
      isAcronym: printed.words.count == 1 && printed.capitals >= 2 && printed.others == 0,
      familyName: isPatronymic ? core.suffix(2).joined(separator: " ") : core.last)
  }

  /// Whether the last word of a name is its legal form; "Co." is one behind another only: "Harbour Holdings Co.".
  private func endsInLegalForm(_ words: [String]) -> Bool {
    guard let last = words.last else { return false }
    if legalForms.contains(last) { return true }
    return words.count > 2 && abbreviatedWords.contains(last) && legalForms.contains(words[words.count - 2])
  }

  /// Whether a comma stands before the last word of a name, or full stops stand within it: "Portsea D.C.".
  private static func setsApart(_ bytes: [UInt8], itsLast length: Int) -> Bool {
    let word = bytes.reversed().prefix { $0 != 0x20 }
    let isDotted = word.count > length + 1 && word.contains(UInt8(ascii: "."))
    return isDotted || bytes.dropLast(word.count).last { $0 != 0x20 } == UInt8(ascii: ",")
  }

  /// The words as they are printed, folded, and how their letters are.
  private struct Printed {
    var words: [String] = []
    var capitals = 0
    var others = 0
  }

  private func read(_ text: Substring, into printed: inout Printed) {
    for part in text.split(whereSeparator: Self.separatesWords) {
      let bare = withoutPossessive(part)
      let word = Self.folded(bare)
      guard !word.isEmpty else { continue }
      printed.words.append(word)
      for scalar in bare.unicodeScalars where scalar.properties.isAlphabetic {
        if scalar.properties.isUppercase { printed.capitals += 1 } else { printed.others += 1 }
      }
    }
  }

  /// The same for a text of plain letters, as most names are: without the cost of Unicode.
  private func readASCII(_ bytes: [UInt8], into printed: inout Printed) {
    for part in bytes.split(whereSeparator: { $0 <= 0x20 || Self.separators.contains($0) }) {
      let ending = asciiEndings.first { part.count > $0.count && part.suffix($0.count).elementsEqual($0) }
      var folded: [UInt8] = []
      for byte in part.dropLast(ending?.count ?? 0) {
        switch byte {
        case 0x41...0x5A:
          printed.capitals += 1
          folded.append(byte | 0x20)
        case 0x61...0x7A:
          printed.others += 1
          folded.append(byte)
        case 0x30...0x39: folded.append(byte)
        default: continue
        }
      }
      guard !folded.isEmpty else { continue }
      printed.words.append(String(decoding: folded, as: UTF8.self))
    }
  }

  /// What stands in quotation marks within a name, with words before and behind it; nil where nothing does.
  static func quotedName(within text: String) -> Substring? {
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x27 || $0 == 0xE2 || $0 == 0xC2 }) else {
      return nil
    }
    let parts = text.split(separator: " ", omittingEmptySubsequences: true)
    guard parts.count > 2, let first = parts.dropFirst().first(where: { $0.first.map(isQuote) ?? false }),
      let last = parts.dropLast().last(where: { $0.last.map(isQuote) ?? false }),
      first.startIndex <= last.startIndex
    else { return nil }
    return text[first.startIndex..<last.endIndex].dropFirst().dropLast()
  }

  private static func isQuote(_ character: Character) -> Bool { "\"'“”„‘’«»".contains(character) }

  private static let separators = Set("-/(),;:\"[]".utf8)

  /// A word in small plain letters and digits.
  static func folded(_ word: some StringProtocol) -> String {
    if word.utf8.allSatisfy({ $0 < 0x80 }) {
      let kept = word.utf8.filter { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) }
      return String(decoding: kept.map { $0 >= 0x41 ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
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
