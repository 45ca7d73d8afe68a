/// Words, each stored once and known by a number.
struct TermTable {
  private var bytes: [UInt8] = []
  /// Where each term begins in `bytes`; one more entry for the end of the last.
  private var starts: [Int] = [0]
  /// Open addressing: the term's number and one, 0 for an empty slot.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)
  private var hashes: [UInt32] = []

  var count: Int { starts.count - 1 }

  func bytes(of term: Int) -> ArraySlice<UInt8> { bytes[starts[term]..<starts[term + 1]] }

  /// The number of a word, new where it was not known.
  mutating func number(of word: UnsafeRawBufferPointer) -> Int {
    let hash = Self.hash(word)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let term = Int(slots[slot]) - 1
      if hashes[term] == hash, matches(term, word) { return term }
      slot = (slot + 1) & (slots.count - 1)
    }
    let term = count
    slots[slot] = UInt32(term + 1)
    bytes.append(contentsOf: word)
    starts.append(bytes.count)
    hashes.append(hash)
    if term * 2 > slots.count { grow() }
    return term
  }

  /// All terms in the order of their bytes.
  func sorted() -> [Int] { Self.sorted(count) { bytes(of: $0) } }

  /// The numbers below a count in the order of the words that they stand for.
  ///
  /// The first eight bytes, as one number, decide nearly always.
  static func sorted(_ count: Int, _ word: (Int) -> ArraySlice<UInt8>) -> [Int] {
    let keys = (0..<count).map { number -> UInt64 in
      var key: UInt64 = 0
      let word = word(number)
      for offset in 0..<8 {
        key = key << 8 | (offset < word.count ? UInt64(word[word.startIndex + offset]) : 0)
      }
      return key
    }
    return (0..<count).sorted { left, right in
      if keys[left] != keys[right] { return keys[left] < keys[right] }
      return word(left).lexicographicallyPrecedes(word(right))
    }
  }

  private func matches(_ term: Int, _ word: UnsafeRawBufferPointer) -> Bool {
    let start = starts[term]
    guard starts[term + 1] - start == word.count else { return false }
    for offset in 0..<word.count where bytes[start + offset] != word[offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    for term in 0..<count {
      var slot = Int(hashes[term]) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(term + 1)
    }
  }

  /// Fowler, Noll and Vo's hash 1a, eight bytes at a time, its halves folded together.
  private static func hash(_ word: UnsafeRawBufferPointer) -> UInt32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var offset = 0
    while offset + 8 <= word.count {
      hash = (hash ^ word.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0x0000_0100_0000_01b3
      hash ^= hash >> 29
      offset += 8
    }
    while offset < word.count {
      hash = (hash ^ UInt64(word[offset])) &* 0x0000_0100_0000_01b3
      offset += 1
    }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
