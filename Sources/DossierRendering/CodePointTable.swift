import DossierSource

/// Turns UTF-8 offsets of a text into offsets that count Unicode code points, as the data file has them.
///
/// Counts are kept for every 64th byte: a look-up reads 64 bytes at most, and a table costs a sixteenth of its text.
struct CodePointTable: Sendable {
  private let text: String
  private let isASCII: Bool
  /// Code points before each multiple of the stride.
  private let counts: [Int32]

  private static let stride = 64

  init(_ text: String) {
    var text = text
    text.makeContiguousUTF8()
    self.text = text
    var counts: [Int32] = []
    var total: Int32 = 0
    isASCII = text.withUTF8 { $0.reduce(0, |) < 0x80 }
    guard !isASCII else {
      self.counts = []
      return
    }
    text.withUTF8 { bytes in
      counts.reserveCapacity(bytes.count / Self.stride + 1)
      for start in Swift.stride(from: 0, to: bytes.count, by: Self.stride) {
        counts.append(total)
        for byte in bytes[start..<min(start + Self.stride, bytes.count)] where byte & 0xC0 != 0x80 {
          total += 1
        }
      }
    }
    self.counts = counts
  }

  /// How many code points begin before a UTF-8 offset.
  func offset(_ utf8: Int) -> Int {
    guard !isASCII, utf8 > 0, !counts.isEmpty else { return max(0, utf8) }
    let block = min(utf8 / Self.stride, counts.count - 1)
    let counted = text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes[(block * Self.stride)..<min(utf8, bytes.count)].count { $0 & 0xC0 != 0x80 }
    }
    return Int(counts[block]) + (counted ?? 0)
  }
}
