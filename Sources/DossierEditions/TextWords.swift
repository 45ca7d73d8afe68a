/// The words of a text or a file, as hashes: what lies between them does not matter.
struct TextWords: Sequence, IteratorProtocol {
  struct Word {
    /// With its letters as they are.
    let exact: UInt64
    /// With ASCII letters in lower case.
    let folded: UInt64
    /// Whether it stands in a tag of HTML.
    let isInTag: Bool
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  /// Whether tags, references and escapes are not text.
  private let isMarkup: Bool
  /// What was read so far.
  private(set) var position = 0
  private var isInTag = false

  init(of bytes: UnsafeBufferPointer<UInt8>, isMarkup: Bool) {
    self.bytes = bytes
    self.isMarkup = isMarkup
  }

  mutating func next() -> Word? {
    while position < bytes.count {
      let byte = bytes[position]
      let skipped = separator(byte)
      if skipped == 0 { return word() }
      position += skipped
    }
    return nil
  }

  private mutating func word() -> Word {
    // FNV-1a by Fowler, Noll and Vo.
    var exact: UInt64 = 0xcbf2_9ce4_8422_2325
    var folded = exact
    while position < bytes.count {
      let byte = bytes[position]
      guard byte.isOfWord, !isMark(byte) else { break }
      exact = (exact ^ UInt64(byte)) &* 0x100_0000_01b3
      let lower = 0x41...0x5A ~= byte ? byte | 0x20 : byte
      folded = (folded ^ UInt64(lower)) &* 0x100_0000_01b3
      position += 1
    }
    return Word(exact: exact, folded: folded, isInTag: isInTag)
  }

  /// Whether a mark of punctuation beyond ASCII begins here: U+0080 to U+00BF, and U+2000 to U+203F.
  private func isMark(_ byte: UInt8) -> Bool {
    byte == 0xC2 || byte == 0xE2 && position + 1 < bytes.count && bytes[position + 1] == 0x80
  }

  /// How many bytes here belong to no word; 0 where one begins.
  private mutating func separator(_ byte: UInt8) -> Int {
    if byte.isOfWord { return isMark(byte) ? (byte == 0xC2 ? 2 : 3) : 0 }
    guard isMarkup else { return 1 }
    switch byte {
    case UInt8(ascii: "<"):
      if position + 1 < bytes.count,
        bytes[position + 1] | 0x20 > 0x60 || "/!".utf8.contains(bytes[position + 1])
      {
        isInTag = true
      }
      return 1
    case UInt8(ascii: ">"):
      isInTag = false
      return 1
    case UInt8(ascii: "&"): return reference()
    case UInt8(ascii: "\\"):
      return position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "u") ? 6 : 2
    default: return 1
    }
  }

  /// The length of a character reference; 1 where there is none.
  private func reference() -> Int {
    for length in 2..<10 where position + length < bytes.count {
      let byte = bytes[position + length]
      if byte == UInt8(ascii: ";") { return length + 1 }
      guard byte.isOfWord else { return 1 }
    }
    return 1
  }
}

/// The last words that were read, as one hash.
struct WordWindow {
  let length: Int
  private var ring: [UInt64]
  private var count = 0
  private var hash: UInt64 = 0
  /// What the oldest word weighs.
  private let weight: UInt64

  private static let base: UInt64 = 0x9e37_79b9_7f4a_7c15

  init(length: Int) {
    self.length = length
    ring = Array(repeating: 0, count: length)
    weight = (0..<length).reduce(1) { weight, _ in weight &* Self.base }
  }

  /// The hash of the last words; nil where too few were read.
  mutating func take(_ word: UInt64) -> UInt64? {
    let place = count % length
    hash = hash &* Self.base &+ word &- ring[place] &* weight
    ring[place] = word
    count += 1
    return count >= length ? hash : nil
  }

  mutating func reset() {
    count = 0
    hash = 0
    for index in ring.indices { ring[index] = 0 }
  }
}
