import DossierModel
import DossierSource

/// Finds the words that the editor quotes, exactly as they are printed.
struct PassageFinder {
  private let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  /// Where words stand, whole; with others to stand near, only in the sentences of those.
  func ranges(of words: String, near: String?, in sentences: [Sentence]) -> [TextRange] {
    let found = ranges(of: words)
    guard let near else { return found }
    let beside = ranges(of: near)
    return found.filter { range in
      beside.contains { other in
        other.contains(range)
          || sentences.contains { $0.range.overlaps(other) && $0.range.contains(range) }
      }
    }
  }

  /// Where words stand that are no part of longer ones.
  func ranges(of words: String) -> [TextRange] {
    let wanted = Array(words.utf8)
    guard let first = wanted.first, wanted.count <= bytes.count else { return [] }
    var found: [TextRange] = []
    var start = 0
    while start + wanted.count <= bytes.count {
      let end = start + wanted.count
      if bytes[start] == first, bytes[start..<end].elementsEqual(wanted), isWhole(start, end) {
        found.append(TextRange(start, end))
        start = end
      } else {
        start += 1
      }
    }
    return found
  }

  private func isWhole(_ start: Int, _ end: Int) -> Bool {
    let startsWord = start == 0 || !Self.isLetter(bytes[start - 1]) || !Self.isLetter(bytes[start])
    let endsWord = end == bytes.count || !Self.isLetter(bytes[end]) || !Self.isLetter(bytes[end - 1])
    return startsWord && endsWord
  }

  /// Letters and digits; of several bytes, all but general punctuation, whose first byte is 0xE2.
  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte >= 0xC3 && byte != 0xE2) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
      || (0x30...0x39).contains(byte)
  }
}
