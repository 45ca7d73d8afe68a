/// A word, number or mark of a text, without the text itself: where it stands, and what a recogniser asks of it.
package struct Token: Sendable, Hashable {
  package enum Kind: UInt8, Sendable, Hashable {
    /// Letters, with the apostrophes, marks and digits among them: "Hay'et", "G20", "U.S.", "Mr.".
    case word
    /// Digits, with the points and commas among them: "3.6", "500,000".
    case number
    case punctuation
    case symbol
  }

  package struct Flags: OptionSet, Sendable, Hashable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The first letter is a capital.
    package static let capitalised = Flags(rawValue: 1)
    /// Every letter is a capital.
    package static let allCaps = Flags(rawValue: 2)
    package static let hasDigit = Flags(rawValue: 4)
    /// Full stops belong to it: "U.S.", "Mr.", "J.".
    package static let dotted = Flags(rawValue: 8)
    /// No white space stands before it.
    package static let joined = Flags(rawValue: 16)
    /// It is the first of its sentence, marks not counted.
    package static let firstWord = Flags(rawValue: 32)
    /// It is a word's ending split off: the "'s" of "Syria's".
    package static let clitic = Flags(rawValue: 64)
    /// A single letter, with or without its full stop.
    package static let singleLetter = Flags(rawValue: 128)
    /// A small letter stands in it.
    package static let hasLowercase = Flags(rawValue: 256)
    /// A capital stands in it after its first letter, among small ones: "McCain", "iPhone".
    package static let innerCapital = Flags(rawValue: 512)
  }

  /// UTF-8 offsets into the text, half open.
  package let start: UInt32
  package let end: UInt32
  /// Of the word in small letters, without diacritics and full stops, with plain apostrophes: what lexicons know.
  ///
  /// The same on every run and machine.
  package let hash: UInt64
  package let kind: Kind
  package var flags: Flags

  package init(start: Int, end: Int, hash: UInt64, kind: Kind, flags: Flags) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
    self.hash = hash
    self.kind = kind
    self.flags = flags
  }

  package var isCapitalised: Bool { flags.contains(.capitalised) }
  package var isAllCaps: Bool { flags.contains(.allCaps) }
  /// Whether no white space stands before it.
  package var isJoined: Bool { flags.contains(.joined) }
  package var isWord: Bool { kind == .word }
  package var isNumber: Bool { kind == .number }
  package var lower: Int { Int(start) }
  package var upper: Int { Int(end) }
}

/// The hash that tokens and lexicons share: FNV-1a over 64 bits (Fowler, Noll, Vo), with a last mixing.
package struct WordHash: Sendable {
  private var value: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always) package init() {}

  @inline(__always) package mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  @inline(__always) package mutating func add(scalar: UInt32) {
    guard scalar >= 0x80 else { return add(UInt8(truncatingIfNeeded: scalar)) }
    add(UInt8(truncatingIfNeeded: scalar))
    add(UInt8(truncatingIfNeeded: scalar >> 8))
    add(UInt8(truncatingIfNeeded: scalar >> 16))
  }

  @inline(__always) package var finished: UInt64 {
    var mixed = value
    mixed = (mixed ^ mixed >> 32) &* 0xd6e8_feb8_6659_fd93
    return mixed ^ mixed >> 32
  }

  /// The hash of a phrase, from those of its words; nil where there is none.
  @inline(__always) package static func ofPhrase(_ words: some Collection<Token>) -> UInt64? {
    words.first.map { first in words.dropFirst().reduce(first.hash) { joining($0, $1.hash) } }
  }

  /// The hash of several words in a row, from the hash of all but the last and that of the last.
  @inline(__always) package static func joining(_ first: UInt64, _ next: UInt64) -> UInt64 {
    let mixed = (first &* 0x9e37_79b9_7f4a_7c15) ^ next
    return (mixed ^ mixed >> 29) &* 0xbf58_476d_1ce4_e5b9
  }
}
