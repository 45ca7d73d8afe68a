import DossierSource

/// Writes JSON as bytes, keys in the order given, each object of an array on a line of its own.
struct JSONWriter {
  /// How much is held before it is handed on.
  static let partSize = 1 << 18

  private(set) var bytes: [UInt8] = []
  private var isFirst = true

  /// Hands on what was written once it is much; to be asked where a row ends.
  mutating func flush(to take: ([UInt8]) -> Void) {
    guard bytes.count >= Self.partSize else { return }
    take(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// What was written and not handed on; to be asked where something else goes on with the file.
  mutating func taken() -> [UInt8] {
    let taken = bytes
    bytes = []
    return taken
  }

  /// What was written and not handed on, with a line's end.
  consuming func finished() -> [UInt8] {
    bytes.append(0x0A)
    return bytes
  }

  mutating func object(_ fields: (inout JSONWriter) -> Void) {
    bytes.append(UInt8(ascii: "{"))
    isFirst = true
    fields(&self)
    bytes.append(UInt8(ascii: "}"))
    isFirst = false
  }

  /// An array with one element a value.
  mutating func array<Values: Sequence>(
    _ values: Values, _ element: (inout JSONWriter, Values.Element) -> Void
  ) {
    bytes.append(UInt8(ascii: "["))
    isFirst = true
    for value in values {
      separate()
      element(&self, value)
      isFirst = false
    }
    bytes.append(UInt8(ascii: "]"))
    isFirst = false
  }

  /// An array of objects, each on its own line, so that a change of the data shows as changed lines.
  mutating func rows<Values: Sequence>(
    _ values: Values, _ fields: (inout JSONWriter, Values.Element) -> Void
  ) {
    array(values) { writer, value in writer.row { fields(&$0, value) } }
  }

  /// An object on its own line.
  mutating func row(_ fields: (inout JSONWriter) -> Void) {
    bytes.append(UInt8(ascii: "\n"))
    object(fields)
  }

  mutating func strings(_ key: StaticString, _ values: [String]) {
    name(key)
    array(values) { $0.string($1) }
  }

  mutating func field(_ key: StaticString, _ value: String?) {
    name(key)
    if let value { string(value) } else { null() }
  }

  /// A stretch of a text, without making a text of it.
  mutating func field(_ key: StaticString, _ range: TextRange, of text: String) {
    name(key)
    var text = text
    text.withUTF8 { utf8 in
      let end = min(range.upperBound, utf8.count)
      let start = min(range.lowerBound, end)
      string(UnsafeBufferPointer(rebasing: utf8[start..<end]))
    }
  }

  mutating func field(_ key: StaticString, _ value: Int) {
    name(key)
    number(value)
  }

  mutating func field(_ key: StaticString, _ value: Double) {
    name(key)
    guard value.isFinite else { return null() }
    if let whole = Int(exactly: value) { number(whole) } else { bytes += Array(value.description.utf8) }
  }

  /// A key, to be followed by one value.
  mutating func name(_ key: StaticString) {
    let isFirst = isFirst
    self.isFirst = false
    key.withUTF8Buffer { key in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: key.count + 4) { written in
        var end = 0
        func add(_ byte: UInt8) {
          written[end] = byte
          end += 1
        }
        if !isFirst { add(UInt8(ascii: ",")) }
        add(UInt8(ascii: "\""))
        for byte in key { add(byte) }
        add(UInt8(ascii: "\""))
        add(UInt8(ascii: ":"))
        bytes.append(contentsOf: written[..<end])
      }
    }
  }

  mutating func null() { bytes.append(contentsOf: [0x6E, 0x75, 0x6C, 0x6C]) }

  mutating func number(_ value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var start = digits.count
      var rest = value.magnitude
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      bytes.append(contentsOf: digits[start...])
    }
  }

  /// A text with what JSON does not take literally escaped; runs of plain bytes are copied whole.
  mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { string($0) }
  }

  private mutating func string(_ utf8: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    while true {
      let special = Self.firstSpecial(in: utf8, from: start)
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<special]))
      guard special < utf8.count else { break }
      escape(utf8[special])
      start = special + 1
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Where the first byte from an offset on stands that is to be escaped; the end where there is none.
  private static func firstSpecial(in utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var offset = start
    while offset + 8 <= utf8.count {
      let eight = EightBytes(utf8, at: offset)
      let places = eight.places(below: 0x20) | eight.places(of: 0x22) | eight.places(of: 0x5C)
      if places != 0 { return offset + EightBytes.first(of: places) }
      offset += 8
    }
    while offset < utf8.count, utf8[offset] >= 0x20, utf8[offset] != 0x22, utf8[offset] != 0x5C {
      offset += 1
    }
    return offset
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(0x5C)
    switch byte {
    case 0x22, 0x5C: bytes.append(byte)
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    default:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: [0x75, 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 15)]])
    }
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
  }
}
