/// A 128-bit hash that is the same on every run and machine; not for secrets.
///
/// MurmurHash3 x64 128 by Austin Appleby (public domain). `Hasher` may not be used where a value is kept,
/// because it is seeded anew on each run.
package struct Fingerprint: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let high: UInt64
  package let low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  package init(of bytes: some Collection<UInt8>) {
    let hashed: Fingerprint? = bytes.withContiguousStorageIfAvailable { Self.murmur($0) }
    self = hashed ?? Array(bytes).withUnsafeBufferPointer(Self.murmur)
  }

  package init(of text: String) {
    var text = text
    self = text.withUTF8(Self.murmur)
  }

  /// 32 lower-case hexadecimal digits.
  package var description: String { Self.hexadecimal(high) + Self.hexadecimal(low) }

  package static func < (left: Fingerprint, right: Fingerprint) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func murmur(_ bytes: UnsafeBufferPointer<UInt8>) -> Fingerprint {
    let first: UInt64 = 0x87c3_7b91_1142_53d5
    let second: UInt64 = 0x4cf5_ad43_2745_937f
    var one: UInt64 = 0
    var two: UInt64 = 0
    let blocks = bytes.count / 16
    let raw = UnsafeRawBufferPointer(bytes)
    for block in 0..<blocks {
      let keyOne = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: block * 16, as: UInt64.self))
      let keyTwo = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: block * 16 + 8, as: UInt64.self))
      one ^= rotate(keyOne &* first, 31) &* second
      one = (rotate(one, 27) &+ two) &* 5 &+ 0x52dc_e729
      two ^= rotate(keyTwo &* second, 33) &* first
      two = (rotate(two, 31) &+ one) &* 5 &+ 0x3849_5ab5
    }
    let tail = tailKeys(bytes, from: blocks * 16)
    two ^= rotate(tail.two &* second, 33) &* first
    one ^= rotate(tail.one &* first, 31) &* second
    one ^= UInt64(bytes.count)
    two ^= UInt64(bytes.count)
    one = one &+ two
    two = two &+ one
    one = finish(one)
    two = finish(two)
    one = one &+ two
    two = two &+ one
    return Fingerprint(high: one, low: two)
  }

  private static func tailKeys(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (
    one: UInt64, two: UInt64
  ) {
    var one: UInt64 = 0
    var two: UInt64 = 0
    for (place, index) in (start..<bytes.count).enumerated() {
      if place < 8 {
        one |= UInt64(bytes[index]) << UInt64(place * 8)
      } else {
        two |= UInt64(bytes[index]) << UInt64((place - 8) * 8)
      }
    }
    return (one, two)
  }

  private static func rotate(_ value: UInt64, _ by: UInt64) -> UInt64 { value << by | value >> (64 - by) }

  private static func finish(_ value: UInt64) -> UInt64 {
    var value = value
    value ^= value >> 33
    value = value &* 0xff51_afd7_ed55_8ccd
    value ^= value >> 33
    value = value &* 0xc4ce_b9fe_1a85_ec53
    return value ^ value >> 33
  }
}
