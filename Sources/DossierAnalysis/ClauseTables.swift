/// What a language's clauses are built like, beside its words.
struct ClauseGrammar: Sendable {
  let isVerbSecond: Bool
  let hasCapitalNouns: Bool
  let phrasalVerbs: Lexicon
  let timeNouns: Lexicon
  let comparisons: Lexicon
  let denials: Lexicon
}

/// The words of a language that recognisers read clauses by.
package struct ClauseTables: Sendable {
  /// The ending of words that the tables do not have, and what it makes of them.
  private struct Ending: Sendable {
    let bytes: [UInt8]
    let traits: WordTraits
  }

  private var endings: [Ending] = []
  private var lexicon = Lexicon([])
  /// The first is of words that are not in the tables, the second of endings split off a word.
  private var entries: [WordEntry] = [WordEntry(), WordEntry(traits: .possessiveEnding)]

  /// Forms of verbs, each with a word that makes another verb of it, and the class of event that the two tell: "stepped
  /// down".
  package var phrasalVerbs = Lexicon([])
  /// Stretches of time, weekdays and months.
  package var timeNouns = Lexicon([])
  /// Words before a figure that another is compared with: "up from".
  package var comparisons = Lexicon([])
  /// Verbs by which somebody says that something is not so.
  package var denials = Lexicon([])
  /// The value of a verb that denies what is told behind "that" only: "dismissed reports that".
  package static let denialOfWords: UInt32 = 2
  /// Whether the verb is the second part of a clause, so that its subject stands behind it where a time opens it.
  package var isVerbSecond = false
  /// Whether all nouns are printed with a capital.
  package var hasCapitalNouns = false

  package init() {}

  /// Tables of words with their entries; a word may come several times.
  package init(words: [(word: String, entry: WordEntry)]) {
    var rows: [(phrase: String, value: UInt32)] = []
    for (word, entry) in words {
      rows.append((word, UInt32(entries.count)))
      entries.append(entry)
    }
    var merged = entries
    lexicon = Lexicon(rows) { first, second in
      merged[Int(first)] = Self.merge(merged[Int(first)], merged[Int(second)])
      return first
    }
    entries = merged
  }

  package mutating func addPastEnding(_ ending: String) { add(ending, .looksPast) }
  package mutating func addParticipleEnding(_ ending: String) { add(ending, .looksPresentParticiple) }
  /// An ending of adverbs, which may stand between a subject and its verb.
  package mutating func addAdverbEnding(_ ending: String) { add(ending, .looksAdverb) }
  /// An ending of nouns that stand for several.
  package mutating func addPluralEnding(_ ending: String) { add(ending, .looksPlural) }

  private mutating func add(_ ending: String, _ traits: WordTraits) {
    endings.append(Ending(bytes: Array(ending.utf8), traits: traits))
  }

  private static func merge(_ first: WordEntry, _ second: WordEntry) -> WordEntry {
    var entry = first
    entry.traits.formUnion(second.traits)
    if entry.verbClass == 0 { entry.verbClass = second.verbClass }
    if entry.nounClass == 0 { entry.nounClass = second.nounClass }
    if entry.number == 0 { entry.number = second.number }
    return entry
  }

  /// The words of a text with what they can be, looked up once for all recognisers.
  package func read(_ text: TokenizedText) -> ClauseText {
    var indexes = [UInt16](repeating: 0, count: text.tokens.count)
    var traits = [WordTraits](repeating: [], count: text.tokens.count)
    text.bytes.withUnsafeBufferPointer { bytes in
      for (position, token) in text.tokens.enumerated() {
        if token.flags.contains(.clitic) {
          indexes[position] = 1
          traits[position] = .possessiveEnding
        } else if token.isShortCapitals {
          continue  // "US" and "U.S." are no pronoun.
        } else if let value = lexicon.value(of: token.hash) {
          indexes[position] = UInt16(truncatingIfNeeded: value)
          traits[position] = entries[Int(value)].traits.union(markTraits(of: token, in: bytes))
        } else {
          traits[position] =
            token.kind == .word ? endingTraits(of: token, in: bytes) : markTraits(of: token, in: bytes)
        }
      }
    }
    return ClauseText(
      text: text, entries: entries, indexes: indexes, traits: traits,
      grammar: ClauseGrammar(
        isVerbSecond: isVerbSecond, hasCapitalNouns: hasCapitalNouns, phrasalVerbs: phrasalVerbs,
        timeNouns: timeNouns, comparisons: comparisons, denials: denials))
  }

  private func endingTraits(of token: Token, in bytes: UnsafeBufferPointer<UInt8>) -> WordTraits {
    guard !token.isCapitalised || token.flags.contains(.firstWord) else { return [] }
    for ending in endings where token.upper - token.lower > ending.bytes.count + 1 {
      var index = 0
      let start = token.upper - ending.bytes.count
      while index < ending.bytes.count, bytes[start + index] == ending.bytes[index] { index += 1 }
      if index == ending.bytes.count { return ending.traits }
    }
    return []
  }

  private func markTraits(of token: Token, in bytes: UnsafeBufferPointer<UInt8>) -> WordTraits {
    guard token.kind == .punctuation else { return [] }
    switch bytes[token.lower] {
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: ";"): return .semicolon
    case UInt8(ascii: "-"): return !token.isJoined || token.upper - token.lower > 1 ? .dash : .hyphen
    case 0xE2 where token.upper - token.lower == 3 && bytes[token.lower + 1] == 0x80:
      return bytes[token.lower + 2] == 0x93 || bytes[token.lower + 2] == 0x94 ? .dash : []
    default: return []
    }
  }
}

extension Token {
  /// An abbreviation in capitals, which the word of the same letters has nothing to do with.
  fileprivate var isShortCapitals: Bool {
    flags.contains(.allCaps) && !flags.contains(.singleLetter) && end - start <= 4
      && (flags.contains(.dotted) || !flags.contains(.firstWord))
  }
}
