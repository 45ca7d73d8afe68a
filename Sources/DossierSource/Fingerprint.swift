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
    let hashed: Fingerprint? = bytes.withContiguousStorageIfAvailable { Self.whole($0) }
    self = hashed ?? Array(bytes).withUnsafeBufferPointer(Self.whole)
  }

  package init(of text: String) {
    var text = text
    self = text.withUTF8(Self.whole)
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

  private static func whole(_ bytes: UnsafeBufferPointer<UInt8>) -> Fingerprint {
    var stream = FingerprintStream()
    stream.add(UnsafeRawBufferPointer(bytes))
    return stream.fingerprint
  }
}

/// The fingerprint of bytes that come in parts: the same as that of all of them at once.
package struct FingerprintStream: Sendable {
  private static let first: UInt64 = 0x87c3_7b91_1142_53d5
  private static let second: UInt64 = 0x4cf5_ad43_2745_937f
  private static let block = 16

  private var one: UInt64 = 0
  private var two: UInt64 = 0
  private var count = 0
  /// The bytes behind the last whole block, filled up with zeros.
  private var rest: (one: UInt64, two: UInt64) = (0, 0)

  package init() {}

  package mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var start = 0
    while start < bytes.count, count % Self.block != 0 {
      add(bytes[start])
      start += 1
    }
    while bytes.count - start >= Self.block {
      mix(
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)),
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self)))
      count += Self.block
      start += Self.block
    }
    while start < bytes.count {
      add(bytes[start])
      start += 1
    }
  }

  /// Adds eight bytes, the lowest first; at once where all parts before had a multiple of eight bytes.
  @inline(__always) mutating func add(word: UInt64) {
    switch count % Self.block {
    case 0: rest.one = word
    case 8:
      mix(rest.one, word)
      rest = (0, 0)
    default:
      withUnsafeBytes(of: word.littleEndian) { add($0) }
      return
    }
    count += 8
  }

  private mutating func add(_ byte: UInt8) {
    let place = count % Self.block
    if place < 8 {
      rest.one |= UInt64(byte) << UInt64(place * 8)
    } else {
      rest.two |= UInt64(byte) << UInt64((place - 8) * 8)
    }
    count += 1
    guard place == Self.block - 1 else { return }
    mix(rest.one, rest.two)
    rest = (0, 0)
  }

  package var fingerprint: Fingerprint {
    var (one, two) = (one, two)
    two ^= Self.rotate(rest.two &* Self.second, 33) &* Self.first
    one ^= Self.rotate(rest.one &* Self.first, 31) &* Self.second
    one ^= UInt64(count)
    two ^= UInt64(count)
    one = one &+ two
    two = two &+ one
    one = Self.finish(one)
    two = Self.finish(two)
    one = one &+ two
    two = two &+ one
    return Fingerprint(high: one, low: two)
  }

  @inline(__always) private mutating func mix(_ keyOne: UInt64, _ keyTwo: UInt64) {
    one ^= Self.rotate(keyOne &* Self.first, 31) &* Self.second
    one = (Self.rotate(one, 27) &+ two) &* 5 &+ 0x52dc_e729
    two ^= Self.rotate(keyTwo &* Self.second, 33) &* Self.first
    two = (Self.rotate(two, 31) &+ one) &* 5 &+ 0x3849_5ab5
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
