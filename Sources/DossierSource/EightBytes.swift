/// Eight bytes of a text, asked together for what is rare in texts, such as the marks that HTML and JSON escape.
///
/// An answer has the high bit of each byte set that it is for, the first byte lowest. Of several in one answer only the
/// lowest is sure, which is all that a search needs (Warren, "Hacker's Delight", 2nd edition, 6–1).
package struct EightBytes: Sendable {
  private let word: UInt64

  private static let low: UInt64 = 0x0101_0101_0101_0101
  private static let high: UInt64 = 0x8080_8080_8080_8080

  /// Those from an offset on; there have to be eight.
  @inline(__always) package init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
    word = UInt64(
      littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Which are a byte, where the bits of `ignoring` count for nothing.
  @inline(__always) package func places(of byte: UInt8, ignoring bits: UInt8 = 0) -> UInt64 {
    let difference = (word & Self.each(~bits)) ^ Self.each(byte & ~bits)
    return (difference &- Self.low) & ~difference & Self.high
  }

  /// Which are less than a byte of at most 128.
  @inline(__always) package func places(below byte: UInt8) -> UInt64 {
    (word &- Self.each(byte)) & ~word & Self.high
  }

  /// The number of the first byte of an answer.
  @inline(__always) package static func first(of places: UInt64) -> Int { places.trailingZeroBitCount / 8 }

  @inline(__always) private static func each(_ byte: UInt8) -> UInt64 { low &* UInt64(byte) }
}
