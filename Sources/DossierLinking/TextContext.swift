import DossierSource

/// What stands around a stretch of a text.
struct TextContext: Sendable {
  let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  subscript(_ range: TextRange) -> ArraySlice<UInt8> {
    let upper = min(range.upperBound, bytes.count)
    return bytes[min(range.lowerBound, upper)..<upper]
  }

  /// The text between two offsets; empty where they are the wrong way round.
  func text(from start: Int, to end: Int) -> String {
    guard start < end, end <= bytes.count else { return "" }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The word that ends before an offset, with nothing but spaces between; empty where there is none.
  func word(before offset: Int) -> String {
    var end = min(offset, bytes.count)
    while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    var start = end
    while start > 0, Self.isInWord(bytes[start - 1]) { start -= 1 }
    return NameNormalizer.folded(String(decoding: bytes[start..<end], as: UTF8.self))
  }

  /// The word that begins at an offset, with nothing but spaces between; empty where there is none.
  func word(after offset: Int) -> String {
    var start = max(0, offset)
    while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    var end = start
    while end < bytes.count, Self.isInWord(bytes[end]) { end += 1 }
    guard start < end else { return "" }
    return NameNormalizer.folded(String(decoding: bytes[start..<end], as: UTF8.self))
  }

  /// Where the word before an offset begins.
  func startOfWord(before offset: Int) -> Int {
    var start = min(offset, bytes.count)
    while start > 0, bytes[start - 1] == 0x20 { start -= 1 }
    while start > 0, Self.isInWord(bytes[start - 1]) { start -= 1 }
    return start
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
      || (0x61...0x7A).contains(byte)
  }
}
