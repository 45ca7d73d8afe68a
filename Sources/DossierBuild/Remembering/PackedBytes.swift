import DossierSource

/// Writes numbers and texts one behind the other, as compactly as is quick.
///
/// Whole numbers are base 128 with the low groups first (LEB128). A text that comes again is a number.
struct PackedWriter {
  private(set) var bytes: [UInt8] = []
  private var known: [String: Int] = [:]

  init() {}

  /// A writer with room for so many bytes.
  init(room: Int) { bytes.reserveCapacity(room) }

  mutating func write(_ value: Int) { write(zigzag: Int64(value)) }

  /// A number that is never negative.
  mutating func write(count value: Int) { write(UInt64(truncatingIfNeeded: max(0, value))) }

  mutating func write(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Small numbers of either sign stay small.
  mutating func write(zigzag value: Int64) { write(UInt64(bitPattern: value << 1 ^ value >> 63)) }

  mutating func write(_ value: Bool) { bytes.append(value ? 1 : 0) }

  mutating func write(_ value: Double) { write(fixed: value.bitPattern) }

  mutating func write(_ value: SHA256) {
    for word in value.words { write(UInt64(word)) }
  }

  mutating func write(_ value: Fingerprint) {
    write(fixed: value.high)
    write(fixed: value.low)
  }

  mutating func write(fixed value: UInt64) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Many numbers as they lie in memory: quicker than one by one where there are millions.
  mutating func write(row: [UInt32]) {
    write(count: row.count)
    row.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  mutating func write(row: [UInt8]) {
    write(count: row.count)
    bytes.append(contentsOf: row)
  }

  /// A text that stands only once, such as a body.
  mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      write(count: utf8.count)
      bytes.append(contentsOf: utf8)
    }
  }

  /// A text that may come again, such as a rule.
  mutating func write(word: String) {
    if let number = known[word] {
      write(count: number + 1)
    } else {
      known[word] = known.count
      bytes.append(0)
      write(word)
    }
  }
}

extension PackedWriter {
  /// All that was written, behind marks of what it is and a sum over it.
  func sealed(_ marks: UInt64...) -> [UInt8] {
    var head = PackedWriter()
    for mark in marks { head.write(fixed: mark) }
    head.write(Fingerprint(of: bytes))
    return head.bytes + bytes
  }
}

/// What was read is not what was written.
struct PackedTrouble: Error {}

/// Reads what `PackedWriter` wrote; anything else is told as trouble and never read past.
struct PackedReader {
  private let bytes: [UInt8]
  private let end: Int
  private(set) var position: Int
  private var known: [String] = []

  init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    self.bytes = bytes
    let whole = bytes.indices
    let range = (range ?? whole).clamped(to: whole)
    position = range.lowerBound
    end = range.upperBound
  }

  /// Reads what was sealed with the same marks; trouble where the bytes are not exactly what was written then.
  init(unsealing bytes: [UInt8], _ marks: UInt64...) throws(PackedTrouble) {
    self.init(bytes)
    for mark in marks where try fixed() != mark { throw PackedTrouble() }
    let sum = try fingerprint()
    guard Fingerprint(of: bytes[position...]) == sum else { throw PackedTrouble() }
  }

  var isAtEnd: Bool { position == end }
  var remaining: Int { end - position }

  mutating func int() throws(PackedTrouble) -> Int { Int(truncatingIfNeeded: try zigzag()) }

  /// A number that was never negative, and no greater than what memory holds.
  mutating func count() throws(PackedTrouble) -> Int {
    let value = try number()
    guard value < 1 << 48 else { throw PackedTrouble() }
    return Int(value)
  }

  @inline(__always) mutating func number() throws(PackedTrouble) -> UInt64 {
    guard position < end, bytes[position] < 0x80 else { return try longNumber() }
    position += 1
    return UInt64(bytes[position - 1])
  }

  /// Most numbers have one byte; the others are read here.
  private mutating func longNumber() throws(PackedTrouble) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < end, shift < 64 {
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw PackedTrouble()
  }

  mutating func zigzag() throws(PackedTrouble) -> Int64 {
    let value = try number()
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  mutating func bool() throws(PackedTrouble) -> Bool {
    guard position < end, bytes[position] < 2 else { throw PackedTrouble() }
    position += 1
    return bytes[position - 1] == 1
  }

  mutating func double() throws(PackedTrouble) -> Double { Double(bitPattern: try fixed()) }

  mutating func sum() throws(PackedTrouble) -> SHA256 {
    var words: [UInt32] = []
    for _ in 0..<8 { words.append(UInt32(truncatingIfNeeded: try number())) }
    return SHA256(words: words)
  }

  mutating func fingerprint() throws(PackedTrouble) -> Fingerprint {
    Fingerprint(high: try fixed(), low: try fixed())
  }

  mutating func fixed() throws(PackedTrouble) -> UInt64 {
    guard end - position >= 8 else { throw PackedTrouble() }
    defer { position += 8 }
    return bytes.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: UInt64.self))
    }
  }

  mutating func row() throws(PackedTrouble) -> [UInt32] {
    let count = try count()
    let size = MemoryLayout<UInt32>.size
    guard count <= (end - position) / size else { throw PackedTrouble() }
    defer { position += count * size }
    return [UInt32](unsafeUninitializedCapacity: count) { row, initialized in
      bytes.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(row).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count * size]))
      }
      initialized = count
    }
  }

  mutating func row() throws(PackedTrouble) -> [UInt8] {
    let count = try count()
    guard count <= end - position else { throw PackedTrouble() }
    defer { position += count }
    return Array(bytes[position..<position + count])
  }

  mutating func text() throws(PackedTrouble) -> String {
    let count = try count()
    guard count <= end - position else { throw PackedTrouble() }
    defer { position += count }
    return bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[position..<position + count]), as: UTF8.self)
    }
  }

  mutating func word() throws(PackedTrouble) -> String {
    let number = try count()
    guard number > 0 else {
      let text = try text()
      known.append(text)
      return text
    }
    guard number <= known.count else { throw PackedTrouble() }
    return known[number - 1]
  }
}
