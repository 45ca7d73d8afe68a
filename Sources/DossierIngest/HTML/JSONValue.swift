/// A JSON value as pages embed it; numbers, true, false and null are told by no more than that they are there.
///
/// Read leniently, since pages write it by hand: line ends within strings stand, a comma too many is passed over,
/// and of a text that breaks off what came before is kept.
indirect enum JSONValue: Sendable {
  case object([String: JSONValue])
  case array([JSONValue])
  case string(String)
  case other

  /// Nil where the text does not begin as an object or an array.
  init?(_ text: String) {
    var parser = JSONParser(bytes: Array(text.utf8))
    guard let value = parser.document() else { return nil }
    self = value
  }

  subscript(key: String) -> JSONValue? {
    guard case .object(let object) = self else { return nil }
    return object[key]
  }

  var string: String? {
    guard case .string(let string) = self else { return nil }
    return string
  }

  /// The elements of an array, or the value alone.
  var elements: [JSONValue] {
    guard case .array(let elements) = self else { return [self] }
    return elements
  }
}

/// Reads JSON from bytes, with a bound on its depth.
private struct JSONParser {
  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0
  private static let depthLimit = 64

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() -> JSONValue? {
    skipSpace()
    guard index < bytes.count, bytes[index] != UInt8(ascii: "[") else { return value() }
    // Some wrap the data in a comment or a CDATA mark, as was needed for scripts once.
    while index < bytes.count, bytes[index] != UInt8(ascii: "{") { index += 1 }
    return value()
  }

  private mutating func value() -> JSONValue? {
    skipSpace()
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "{"): return nested { $0.object() }
    case UInt8(ascii: "["): return nested { $0.array() }
    case UInt8(ascii: "\""): return .string(string())
    case UInt8(ascii: "}"), UInt8(ascii: "]"): return nil
    default:
      let start = index
      while index < bytes.count, !Self.endsScalar(bytes[index]) { index += 1 }
      return index > start ? .other : nil
    }
  }

  private static func endsScalar(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") || byte <= 0x20
  }

  private mutating func nested(_ read: (inout JSONParser) -> JSONValue) -> JSONValue? {
    guard depth < Self.depthLimit else {
      index = bytes.count
      return nil
    }
    depth += 1
    index += 1
    defer { depth -= 1 }
    return read(&self)
  }

  private mutating func object() -> JSONValue {
    var members: [String: JSONValue] = [:]
    while true {
      skipSpace(and: UInt8(ascii: ","))
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { break }
      let key = string()
      skipSpace(and: UInt8(ascii: ":"))
      guard let value = value() else { break }
      members[key] = value
    }
    close()
    return .object(members)
  }

  private mutating func array() -> JSONValue {
    var elements: [JSONValue] = []
    while true {
      skipSpace(and: UInt8(ascii: ","))
      guard let value = value() else { break }
      elements.append(value)
    }
    close()
    return .array(elements)
  }

  private mutating func close() {
    skipSpace()
    if index < bytes.count, bytes[index] == UInt8(ascii: "}") || bytes[index] == UInt8(ascii: "]") {
      index += 1
    }
  }

  private mutating func skipSpace(and mark: UInt8 = 0x20) {
    while index < bytes.count, bytes[index] <= 0x20 || bytes[index] == mark { index += 1 }
  }

  private mutating func string() -> String {
    index += 1
    var text: [UInt8] = []
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count {
        index += 1
        escape(into: &text)
      } else {
        text.append(bytes[index])
      }
      index += 1
    }
    index += 1
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads the escape whose letter stands at the index, and stays on its last byte.
  private mutating func escape(into text: inout [UInt8]) {
    switch bytes[index] {
    case UInt8(ascii: "n"), UInt8(ascii: "r"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x20)
    case UInt8(ascii: "b"), UInt8(ascii: "f"): return
    case UInt8(ascii: "u"):
      guard var code = hexadecimal(at: index + 1) else { return }
      index += 4
      if (0xD800..<0xDC00).contains(code), index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: "\\"),
        let low = hexadecimal(at: index + 3), (0xDC00..<0xE000).contains(low)
      {
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        index += 6
      }
      text += Array(String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
    default: text.append(bytes[index])
    }
  }

  private func hexadecimal(at start: Int) -> UInt32? {
    guard start + 4 <= bytes.count else { return nil }
    return UInt32(String(decoding: bytes[start..<(start + 4)], as: UTF8.self), radix: 16)
  }
}
