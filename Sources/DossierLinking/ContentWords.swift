import DossierModel
import DossierSource

/// The words of a stretch of text that tell what it is about, each as a number.
///
/// A word loses its ending of inflection, by a table, and then all but its first letters: truncation does about as well
/// as a stemmer (McNamee and Mayfield, "Character N-Gram Tokenization for European Language Text Retrieval", 2004), and
/// the endings bring short words together, which it does not.
struct ContentWords: Sendable {
  /// Letters of a word that count.
  static let length = 6
  /// Letters that an ending has to leave.
  private static let shortestStem = 4

  private let functionWords: Set<UInt32>
  /// Whether some function word has these lowest bits: most words have not, and are looked up no further.
  private let mayBeFunctionWord: [Bool]
  /// Of a word that has one, the word that stands for all that tell the same.
  private var heads: [UInt32: UInt32] = [:]
  /// By their last letter, the longest first.
  private let endings: [[[UInt8]]]

  /// Reads words as they are told, or by the synonyms that stand for them, "accord=agreement".
  init(words: LinkingWords, synonyms: [String] = []) {
    functionWords = Set(words.functionWords.map { Self.hash($0.utf8, upTo: .max) })
    var mayBe = [Bool](repeating: false, count: 1 << 14)
    for word in functionWords { mayBe[Int(word) & (mayBe.count - 1)] = true }
    mayBeFunctionWord = mayBe
    var endings = Array(repeating: [[UInt8]](), count: 256)
    for ending in words.inflections.map({ Array($0.utf8) }) {
      if let last = ending.last { endings[Int(last)].append(ending) }
    }
    self.endings = endings.map { $0.sorted { ($1.count, $0.first ?? 0) < ($0.count, $1.first ?? 0) } }
    heads = heads(of: synonyms)
  }

  /// Of rows such as "accord=agreement", the number of the word that stands for each.
  func heads(of rows: [String]) -> [UInt32: UInt32] {
    LinkingWords.pairs(rows).reduce(into: [:]) { heads, row in
      guard let word = contentWord(Array(row.word.utf8)[...]),
        let head = contentWord(Array(row.meaning.utf8)[...])
      else { return }
      heads[word] = head
    }
  }

  /// The distinct content words of a range, in rising order, but for those within the ranges left out.
  func words(of range: TextRange, in context: TextContext, leavingOut left: [TextRange] = []) -> [UInt32] {
    var found: [UInt32] = []
    scan(range, in: context) { start, end in
      guard !left.contains(where: { $0.lowerBound < end && start < $0.upperBound }) else { return }
      if let word = contentWord(context.bytes[start..<end]) { found.append(word) }
    }
    found.sort()
    var distinct: [UInt32] = []
    for word in found where distinct.last != word { distinct.append(word) }
    return distinct
  }

  /// The number of a word; nil where it tells nothing.
  func contentWord(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    guard bytes.count > 2, !isFunctionWord(Self.hash(bytes, upTo: .max)) else { return nil }
    return stem(bytes)
  }

  /// The number of a word that is known to tell something: "march" is no month where it tells an event.
  func stem(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    let word = Self.hash(bytes, upTo: min(Self.length, stemLength(of: bytes)))
    return heads[word] ?? word
  }

  private func isFunctionWord(_ hash: UInt32) -> Bool {
    mayBeFunctionWord[Int(hash) & (mayBeFunctionWord.count - 1)] && functionWords.contains(hash)
  }

  /// How many bytes of a word its ending leaves.
  private func stemLength(of bytes: ArraySlice<UInt8>) -> Int {
    guard let last = bytes.last else { return 0 }
    for ending in endings[Int(last | 0x20)] where bytes.count >= ending.count + Self.shortestStem {
      if zip(bytes.suffix(ending.count), ending).allSatisfy({ $0 | 0x20 == $1 }) {
        return bytes.count - ending.count
      }
    }
    return bytes.count
  }

  /// Calls back with the bounds of each word of a range.
  func scan(_ range: TextRange, in context: TextContext, _ body: (Int, Int) -> Void) {
    let bytes = context[range]
    bytes.withUnsafeBufferPointer {
      Self.forEachWord(in: $0) { start, end, _ in body(bytes.startIndex + start, bytes.startIndex + end) }
    }
  }

  /// Calls back with the bounds of each word of a text and the hash of all its letters.
  static func forEachWord(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: (_ start: Int, _ end: Int, _ hash: UInt32) -> Void
  ) {
    var start = 0
    while start < bytes.count {
      guard isLetter(bytes[start]) else {
        // General punctuation has three bytes; the later ones must not begin a word.
        start += bytes[start] == 0xE2 ? 3 : 1
        continue
      }
      var end = start
      var hash = firstHash
      while end < bytes.count, isLetter(bytes[end]) {
        hash = mixed(hash, bytes[end])
        end += 1
      }
      body(start, end, hash)
      start = end
    }
  }

  private static let firstHash: UInt32 = 0x811C_9DC5

  @inline(__always) private static func mixed(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    let small = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    return (hash ^ UInt32(small)) &* 0x0100_0193
  }

  /// FNV-1a over the word in small letters.
  static func hash(_ bytes: some Sequence<UInt8>, upTo length: Int) -> UInt32 {
    let hash: UInt32? = bytes.withContiguousStorageIfAvailable { bytes in
      var hash = firstHash
      for place in 0..<min(length, bytes.count) { hash = mixed(hash, bytes[place]) }
      return hash
    }
    return hash ?? bytes.prefix(length).reduce(firstHash, mixed)
  }

  /// Letters and digits; of several bytes, all but general punctuation, whose first byte is 0xE2.
  @inline(__always) private static func isLetter(_ byte: UInt8) -> Bool {
    if byte >= 0x80 { return byte != 0xE2 }
    return (byte < 0x40 ? digits >> UInt64(byte) : letters >> UInt64(byte & 0x3F)) & 1 == 1
  }

  /// A bit for each digit among the first 64 bytes, and for each letter among the next.
  private static let digits: UInt64 = 0x03FF_0000_0000_0000
  private static let letters: UInt64 = 0x07FF_FFFE_07FF_FFFE

  /// The numbers that two rising lists have in common, rising.
  static func common<Number: Comparable>(_ left: [Number], _ right: [Number]) -> [Number] {
    var common: [Number] = []
    forEachCommon(left, right) { common.append($0) }
    return common
  }

  /// Calls back with each of the numbers that two rising lists have in common, rising.
  @inline(__always)
  static func forEachCommon<Number: Comparable>(
    _ left: [Number], _ right: [Number], _ body: (Number) -> Void
  ) {
    var other = 0
    for value in left {
      while other < right.count, right[other] < value { other += 1 }
      if other < right.count, right[other] == value { body(value) }
    }
  }

  /// How many numbers two rising lists have in common.
  static func shared<Number: Comparable>(_ left: [Number], _ right: [Number]) -> Int {
    var count = 0
    forEachCommon(left, right) { _ in count += 1 }
    return count
  }
}
