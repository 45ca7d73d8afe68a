/// What names are recognised by.
package struct NameTables: Sendable {
  /// Words and phrases with their classes: raw values of `NameClass`.
  package private(set) var lexicon = Lexicon([])
  /// Of names written in capitals only: "US", "WHO" are no names in "us" and "who".
  package private(set) var acronyms = Lexicon([])
  /// The trained weights; without them names are found by the lists alone.
  package var model: NameModel?
  /// Whether the language prints a people's adjective in small letters: "türkisch".
  package private(set) var hasSmallAdjectives = false

  /// Endings that names take without an apostrophe, and that are no part of them: the s of "Russlands".
  package var endings: [String] = []

  /// Words for what is named after a place: the name before "process" is no place in "the Bergen process".
  package var namesakes = Lexicon([])

  /// Short forms that are put behind a place to tell in which state it lies: "Ore.", "TX".
  package var placeCodes = Lexicon([])

  /// Words that make a genitive, such as "of".
  package var genitiveMarkers = Lexicon([])

  /// Words that ask, such as "How": no name begins with one.
  package var questionWords = Lexicon([])

  /// Letters behind a person's name that are no part of it: "QC", "PhD".
  package var postnominals = Lexicon([])

  /// Phrases that are printed with capitals and name nothing when they stand alone: "Machine Learning".
  package var commonPhrases = Lexicon([])

  /// Words beside the names of bodies.
  package var bodyWords = BodyWords()

  /// Forms of verbs of saying that nobody but a subject stands before: "said", "tells".
  package var speechVerbs = Lexicon([])

  /// Heads of the names of laws and treaties.
  package var laws = LawWords()

  /// Endings that make a noun of many from capitals: the s of "RVs".
  package var acronymEndings: [[UInt8]] = []

  /// Family names that stand before given names of two parts: "Han" in "Han Seo-yun".
  package var familyNamesInFront = Lexicon([])

  /// What the name of a ship or a storm begins with: "HMS", "Hurricane".
  package var thingPrefixes = Lexicon([])
  /// The value of those of them that are printed in capitals only.
  package static let inCapitals: UInt32 = 2

  /// Prepositions and conjunctions, in small letters: a name before them has no verb there.
  package var linkWords = Lexicon([])

  /// Nouns for bodies and for things that stand beside the names of these: "TV station", "nerve agent".
  package var bodyNouns = Lexicon([])
  package var thingNouns = Lexicon([])

  /// Words before a name that are no part of it: "Former".
  package var modifiers = Lexicon([])

  package init() {}

  /// Tables of phrases with their classes; phrases in capitals only are matched by capitals only.
  package init(_ entries: [(phrase: String, classes: NameClass)]) {
    var plain: [(phrase: String, value: UInt32)] = []
    var capitals: [(phrase: String, value: UInt32)] = []
    for entry in entries {
      if entry.classes == .demonym, entry.phrase.unicodeScalars.first?.properties.isLowercase == true {
        hasSmallAdjectives = true
      }
      let isAcronym = entry.phrase.utf8.count <= 8 && Self.isCapitalsOnly(entry.phrase)
      let pair = (phrase: entry.phrase, value: entry.classes.rawValue)
      if isAcronym, !entry.classes.isDisjoint(with: .names) {
        capitals.append(pair)
      } else {
        plain.append(pair)
      }
    }
    lexicon = Lexicon(plain, merging: |)
    acronyms = Lexicon(capitals, merging: |)
  }

  private static func isCapitalsOnly(_ phrase: String) -> Bool {
    // Most phrases show a small letter at once.
    guard !phrase.utf8.contains(where: { $0 >= 0x61 && $0 <= 0x7A || $0 == 0x20 }) else { return false }
    let letters = phrase.unicodeScalars.filter(\.properties.isAlphabetic)
    return letters.count > 1 && letters.allSatisfy(\.properties.isUppercase)
  }
}
