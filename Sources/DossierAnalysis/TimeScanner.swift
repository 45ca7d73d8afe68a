import DossierSource

/// A word, a number or a mark, cut as finely as dates need it: `mid-1980s` is four of them.
struct TimeAtom {
  enum Kind: UInt8 { case word, number, mark }

  let lower: Int
  var upper: Int
  /// Of the word in lower case; of a mark its ASCII code, dashes and apostrophes made plain.
  let hash: UInt64
  /// The value of a number that is not printed as plain digits.
  var decimal = 0.0
  /// The value of a whole number.
  var number = 0
  /// How many digits a whole number is printed with; 0 for `500,000` and `2.5`.
  var digits = 0
  /// What the tables know of it: an index into their entries; -1 for nothing.
  var entry: Int32 = -1
  /// The classes of its senses, a bit each.
  var classes: UInt128 = 0
  /// Its last letters, the last one lowest: what endings are told by.
  var ending: UInt32 = 0
  let kind: Kind
  let spaceBefore: Bool
  var isCapital = false
  /// Every letter of a short word is a capital: "DEC".
  var isInCapitals = false
  /// Single letters with full stops, such as `p.m.`.
  var isDotted = false

  init(lower: Int, upper: Int, kind: Kind, hash: UInt64, spaceBefore: Bool) {
    self.lower = lower
    self.upper = upper
    self.kind = kind
    self.hash = hash
    self.spaceBefore = spaceBefore
  }

  func isMark(_ mark: UInt8) -> Bool { kind == .mark && hash == UInt64(mark) }
  @inline(__always) func has(_ kind: TimeWord.Class) -> Bool { classes & kind.bit != 0 }
}

extension TimeWord.Class {
  @inline(__always) var bit: UInt128 { 1 << UInt128(rawValue) }
}

/// Cuts a stretch of text into atoms, and says which of them the tables know.
struct TimeScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  private let start: Int
  private var position: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, range: TextRange) {
    self.bytes = bytes
    end = min(range.upperBound, bytes.count)
    start = range.lowerBound
    position = start
  }

  /// The hashes of a phrase's words, by which tables and texts are compared.
  static func hashes(of phrase: String) -> [UInt64] {
    var phrase = phrase
    return phrase.withUTF8 { bytes in
      var scanner = TimeScanner(bytes, range: TextRange(0, bytes.count))
      var hashes: [UInt64] = []
      while let atom = scanner.next() { hashes.append(atom.hash) }
      return hashes
    }
  }

  mutating func next() -> TimeAtom? {
    let before = position
    while position < end, spaceLength(at: position) > 0 { position += spaceLength(at: position) }
    guard position < end else { return nil }
    let hasSpace = position > before || before == start
    let byte = bytes[position]
    if byte.isDigit { return number(spaceBefore: hasSpace) }
    if isLetter(at: position) { return word(spaceBefore: hasSpace) }
    return mark(spaceBefore: hasSpace)
  }

  private mutating func word(spaceBefore: Bool) -> TimeAtom {
    let start = position
    var hash = Self.seed
    while position < end, isLetter(at: position) { take(&hash) }
    let isSingle = position - start == 1
    var isDotted = false
    // `a.m.`, `U.S.`: letters that a full stop follows without a space, each on its own.
    while isSingle, position + 1 < end, bytes[position] == UInt8(ascii: "."), isLetter(at: position + 1),
      position + 2 >= end || !isLetter(at: position + 2)
    {
      position += 1
      take(&hash)
      isDotted = true
    }
    if isDotted, position < end, bytes[position] == UInt8(ascii: ".") { position += 1 }
    let first = bytes[start]
    var ending: UInt32 = 0
    for index in max(start, position - 4)..<position { ending = ending << 8 | UInt32(bytes[index] | 0x20) }
    var atom = TimeAtom(lower: start, upper: position, kind: .word, hash: hash, spaceBefore: spaceBefore)
    atom.isCapital = first.isUpper || (first == 0xC3 && start + 1 < end && bytes[start + 1] < 0x9F)
    atom.isInCapitals = position - start <= 4 && bytes[start..<position].allSatisfy(\.isUpper)
    atom.isDotted = isDotted
    atom.ending = ending
    return atom
  }

  private mutating func number(spaceBefore: Bool) -> TimeAtom {
    let start = position
    var value = 0
    while position < end, bytes[position].isDigit {
      if value < 1_000_000_000 { value = value * 10 + Int(bytes[position] - UInt8(ascii: "0")) }
      position += 1
    }
    var atom = TimeAtom(lower: start, upper: position, kind: .number, hash: 1, spaceBefore: spaceBefore)
    atom.number = value
    atom.digits = position - start
    atom.decimal = Double(value)
    // A thousands mark takes three digits, a decimal point takes what no second point follows.
    while position + 3 < end, bytes[position] == UInt8(ascii: ","),
      (1...3).allSatisfy({ bytes[position + $0].isDigit }),
      position + 4 >= end || !bytes[position + 4].isDigit
    {
      for offset in 1...3 {
        atom.decimal = atom.decimal * 10 + Double(bytes[position + offset] - UInt8(ascii: "0"))
      }
      position += 4
      atom.digits = 0
    }
    // The number behind a full stop that follows a number is the third of `27.8.2019`.
    let isBehindPoint = start > 1 && bytes[start - 1] == UInt8(ascii: ".") && bytes[start - 2].isDigit
    if !isBehindPoint { readFraction(into: &atom) }
    atom.upper = position
    return atom
  }

  private mutating func readFraction(into atom: inout TimeAtom) {
    guard position + 1 < end, bytes[position] == UInt8(ascii: "."), bytes[position + 1].isDigit else {
      return
    }
    var after = position + 1
    var fraction = 0.0
    var scale = 0.1
    while after < end, bytes[after].isDigit {
      fraction += Double(bytes[after] - UInt8(ascii: "0")) * scale
      scale /= 10
      after += 1
    }
    let isDate = after + 1 < end && bytes[after] == UInt8(ascii: ".") && bytes[after + 1].isDigit
    guard !isDate else { return }
    atom.decimal += fraction
    atom.digits = 0
    position = after
  }

  private mutating func mark(spaceBefore: Bool) -> TimeAtom {
    let start = position
    let byte = bytes[position]
    var code = UInt64(byte)
    var length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    length = min(length, end - position)
    if byte == 0xE2, length == 3, bytes[position + 1] == 0x80 {
      switch bytes[position + 2] {
      case 0x90...0x95: code = UInt64(UInt8(ascii: "-"))
      case 0x98...0x9B: code = UInt64(UInt8(ascii: "'"))
      case 0x9C...0x9F: code = UInt64(UInt8(ascii: "\""))
      default: break
      }
    }
    position += length
    return TimeAtom(lower: start, upper: position, kind: .mark, hash: code, spaceBefore: spaceBefore)
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// FNV-1a over the lower-case form of ASCII and Latin-1 letters.
  private mutating func take(_ hash: inout UInt64) {
    var byte = bytes[position]
    if byte.isUpper { byte |= 0x20 }
    if byte >= 0x80, byte < 0x9F, position > 0, bytes[position - 1] == 0xC3 { byte |= 0x20 }
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    position += 1
  }

  private func isLetter(at index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 { return (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z") }
    if byte == 0xC2 || (byte == 0xE2 && index + 1 < bytes.count && bytes[index + 1] < 0xB0) { return false }
    if byte >= 0xC0 { return true }
    // A continuation byte belongs to what its first byte is.
    var first = index
    while first > 0, bytes[first] & 0xC0 == 0x80, index - first < 3 { first -= 1 }
    return first != index && bytes[first] >= 0xC3 && !(bytes[first] == 0xE2 && bytes[first + 1] < 0xB0)
  }

  /// How many bytes of white space stand here: ASCII, no-break and the spaces of general punctuation.
  private func spaceLength(at index: Int) -> Int {
    switch bytes[index] {
    case 0x09...0x0D, 0x20: 1
    case 0xC2 where index + 1 < end && bytes[index + 1] == 0xA0: 2
    case 0xE2 where index + 2 < end && bytes[index + 1] == 0x80 && (0x80...0x8B).contains(bytes[index + 2]): 3
    case 0xE2 where index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xAF: 3
    default: 0
    }
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
  fileprivate var isUpper: Bool { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") }
}
