import DossierModel

/// What a language calls times: words and phrases by class, and the values that some of them stand for.
package struct TimeTables: Sendable {
  /// How a language writes a date in numbers when both readings are possible.
  package enum DayMonthOrder: String, Sendable { case dayFirst = "day-first", monthFirst = "month-first" }

  /// A phrase of several words that the grammar sees as one.
  struct Phrase: Sendable {
    /// Hashes of the words after the first.
    let rest: [UInt64]
    let entry: Int32
  }

  package let order: DayMonthOrder
  /// TIMEX3 values of the words of class `vague`.
  package let vagueValues: [String]
  /// TIMEX3 values of the words of class `set`.
  package let setValues: [String]
  package let holidays: [CalendarSlot]
  private let endings: [Ending]
  /// By a token's hash: the words of which a sentence that tells a time has one.
  private let tellingTokens: HashedTable
  /// By a token's hash: the words behind which a name that is a time too is a time.
  private let placingTokens: HashedTable
  /// By an atom's hash: twice the index of what the word can be, plus one, and one more where phrases begin with it.
  private let words: HashedTable
  /// The phrases that begin with a word: the longest first.
  private let phrases: [[Phrase]]
  private let phraseLists: HashedTable
  private let entries: [Entry]

  /// The last letters of a word, by which the words of an open class are known.
  private struct Ending: Sendable {
    let kind: TimeWord.Class
    let letters: UInt32
    let mask: UInt32
  }

  /// What one spelling can be: with a capital, and with a small letter where that is less.
  struct Entry: Sendable {
    var senses: [TimeWord] = []
    private var all: UInt128 = 0
    private var small: UInt128 = 0

    mutating func add(_ row: Row) {
      senses.append(row.word)
      if !row.smallOnly { all |= row.word.kind.bit }
      if !row.capitalOnly { small |= row.word.kind.bit }
    }

    func classes(capital: Bool) -> UInt128 { capital ? all : small }
  }

  /// A spelling with a class, as a pack's file lists it.
  package struct Row: Sendable {
    package let spelling: String
    package let word: TimeWord
    package let capitalOnly: Bool
    package let smallOnly: Bool

    package init(_ spelling: String, _ word: TimeWord, capitalOnly: Bool = false, smallOnly: Bool = false) {
      self.spelling = spelling
      self.word = word
      self.capitalOnly = capitalOnly
      self.smallOnly = smallOnly
    }
  }

  package init(
    rows: [Row] = [], vagueValues: [String] = [], setValues: [String] = [], holidays: [CalendarSlot] = [],
    order: DayMonthOrder = .dayFirst
  ) {
    self.order = order
    self.vagueValues = vagueValues
    self.setValues = setValues
    self.holidays = holidays
    var indexes: [[UInt64]: Int] = [:]
    var entries: [Entry] = []
    var endings: [Ending] = []
    var telling: [(UInt64, Int32)] = []
    var placing: [(UInt64, Int32)] = []
    let tokenizer = Tokenizer()
    for row in rows {
      if row.word.tellsTime {
        let tokens = tokenizer.tokens(of: Array(row.spelling.utf8))
        if let longest = tokens.max(by: { $0.upper - $0.lower < $1.upper - $1.lower }) {
          telling.append((longest.hash, 0))
        }
      }
      if row.word.kind.placesTime, let token = tokenizer.tokens(of: Array(row.spelling.utf8)).first {
        placing.append((token.hash, 0))
      }
      if row.word.kind.isEnding {
        let letters = row.spelling.utf8.suffix(4)
        endings.append(
          Ending(
            kind: row.word.kind, letters: letters.reduce(0) { $0 << 8 | UInt32($1) },
            mask: letters.reduce(0) { mask, _ in mask << 8 | 0xFF }))
        continue
      }
      let key = TimeScanner.hashes(of: row.spelling)
      let index = indexes[key] ?? entries.count
      if index == entries.count {
        indexes[key] = index
        entries.append(Entry())
      }
      entries[index].add(row)
    }
    var words: [(UInt64, Int32)] = []
    var phrases: [UInt64: [Phrase]] = [:]
    for (key, index) in indexes {
      guard let first = key.first else { continue }
      if key.count == 1 {
        words.append((first, Int32(index) * 2 + 2))
      } else {
        phrases[first, default: []].append(Phrase(rest: Array(key.dropFirst()), entry: Int32(index)))
      }
    }
    let single = Set(words.map(\.0))
    words = words.map { phrases[$0.0] == nil ? $0 : ($0.0, $0.1 + 1) }
    words += phrases.keys.filter { !single.contains($0) }.map { ($0, 1) }
    self.endings = endings
    tellingTokens = HashedTable(telling)
    placingTokens = HashedTable(placing)
    self.words = HashedTable(words)
    let lists = phrases.sorted { $0.key < $1.key }
    self.phrases = lists.map { $0.value.sorted { $0.rest.count > $1.rest.count } }
    phraseLists = HashedTable(lists.enumerated().map { ($1.key, Int32($0)) })
    self.entries = entries
  }

  /// What the word or the longest phrase at an index can be: an entry, its classes and its length in atoms.
  func match(at index: Int, in atoms: [TimeAtom]) -> (entry: Int32, classes: UInt128, length: Int)? {
    guard let known = words[atoms[index].hash] else { return nil }
    let isCapital = atoms[index].isCapital
    if known & 1 == 1, let list = phraseLists[atoms[index].hash] {
      for phrase in phrases[Int(list)] where index + phrase.rest.count < atoms.count {
        let classes = entries[Int(phrase.entry)].classes(capital: isCapital)
        guard classes != 0, phrase.rest.indices.allSatisfy({ atoms[index + 1 + $0].hash == phrase.rest[$0] })
        else { continue }
        return (phrase.entry, classes, phrase.rest.count + 1)
      }
    }
    let entry = known / 2 - 1
    guard entry >= 0 else { return nil }
    let classes = entries[Int(entry)].classes(capital: isCapital)
    return classes == 0 ? nil : (entry, classes, 1)
  }

  /// Whether a token is one of those of which a sentence that tells a time has one, unless it has a number.
  func tellsTime(_ token: UInt64) -> Bool { tellingTokens[token] != nil }

  /// Whether a token is one behind which a word that may be a name is a time: "in", "since".
  func places(_ token: UInt64) -> Bool { placingTokens[token] != nil }

  /// The value of a word as one of a class; nil where it is none.
  func value(of atom: TimeAtom, as kind: TimeWord.Class) -> Int? {
    guard atom.entry >= 0, atom.has(kind) else { return nil }
    return entries[Int(atom.entry)].senses.first { $0.kind == kind }?.value
  }

  /// Whether a word ends as those of an open class do: the past tense, adverbs, plurals.
  func ends(_ atom: TimeAtom, as kind: TimeWord.Class) -> Bool {
    endings.contains { $0.kind == kind && atom.ending & $0.mask == $0.letters }
  }
}

extension TimeWord.Class {
  fileprivate var placesTime: Bool { self == .in || self == .boundFrom || self == .boundUntil }

  fileprivate var isEnding: Bool {
    switch self {
    case .pastEnding, .adverbEnding, .pluralEnding: true
    default: false
    }
  }
}

/// A hash table from a word's hash to a small number, in two flat arrays.
struct HashedTable: Sendable {
  private var keys: [UInt64]
  private var values: [Int32]
  private let mask: Int

  init(_ pairs: [(UInt64, Int32)]) {
    var capacity = 16
    while capacity < pairs.count * 2 { capacity *= 2 }
    keys = Array(repeating: 0, count: capacity)
    values = Array(repeating: 0, count: capacity)
    mask = capacity - 1
    for (key, value) in pairs {
      var slot = Int(truncatingIfNeeded: key) & mask
      while keys[slot] != 0 && keys[slot] != key { slot = (slot + 1) & mask }
      keys[slot] = key
      values[slot] = value
    }
  }

  subscript(key: UInt64) -> Int32? {
    var slot = Int(truncatingIfNeeded: key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }
}
