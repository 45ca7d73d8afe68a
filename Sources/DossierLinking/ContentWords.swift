import DossierModel
import DossierSource

/// The words of a stretch of text that tell what it is about, each as a number.
///
/// A word is cut to its first letters, which takes most inflections off in the languages written in letters, without
/// a stemmer for each (the truncation that McNamee and Mayfield, "Character N-Gram Tokenization for European Language
/// Text Retrieval", 2004, find to do about as well as stemming).
struct ContentWords: Sendable {
  /// Letters of a word that count.
  static let length = 5

  private let functionWords: Set<UInt32>

  init(functionWords: [String]) {
    self.functionWords = Set(functionWords.map { word in Self.hash(Array(word.utf8)[...], upTo: .max) })
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
    guard bytes.count > 2, !functionWords.contains(Self.hash(bytes, upTo: .max)) else { return nil }
    return Self.hash(bytes, upTo: Self.length)
  }

  /// Calls back with the bounds of each word of a range.
  func scan(_ range: TextRange, in context: TextContext, _ body: (Int, Int) -> Void) {
    let end = min(range.upperBound, context.bytes.count)
    var start = range.lowerBound
    while start < end {
      while start < end, !Self.isLetter(context.bytes[start]) { start += 1 }
      var next = start
      while next < end, Self.isLetter(context.bytes[next]) { next += 1 }
      if next > start { body(start, next) }
      start = next
    }
  }

  /// FNV-1a over the word in small letters.
  static func hash(_ bytes: ArraySlice<UInt8>, upTo length: Int) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in bytes.prefix(length) {
      let small = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      hash = (hash ^ UInt32(small)) &* 0x0100_0193
    }
    return hash
  }

  /// Letters and digits; of several bytes, all but general punctuation, whose first byte is 0xE2.
  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte >= 0x80 && byte != 0xE2) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
      || (0x30...0x39).contains(byte)
  }

  /// How many numbers two rising lists have in common.
  static func shared<Number: Comparable>(_ left: [Number], _ right: [Number]) -> Int {
    var count = 0
    var other = 0
    for value in left {
      while other < right.count, right[other] < value { other += 1 }
      if other < right.count, right[other] == value { count += 1 }
    }
    return count
  }
}
