import DossierSource

/// Text as HTML.
package enum HTMLEscaping {
  /// Appends a text with `& < > " '` written as references, so that it is safe as content and as a quoted
  /// attribute's value.
  package static func append(_ text: String, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { append($0, to: &output) }
  }

  /// Appends the bytes of a text, escaped in one pass: stretches without special characters are copied whole.
  package static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var start = 0
    while true {
      let special = firstSpecial(in: bytes, from: start)
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<special]))
      guard special < bytes.count else { return }
      reference(for: bytes[special])?.withUTF8Buffer { output.append(contentsOf: $0) }
      start = special + 1
    }
  }

  /// Where the first byte from an offset on stands that is written as a reference; the end where there is none.
  private static func firstSpecial(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var offset = start
    while offset + 8 <= bytes.count {
      let eight = EightBytes(bytes, at: offset)
      // `&` and `'` are apart by one bit, and so are `<` and `>`.
      let places =
        eight.places(of: UInt8(ascii: "\"")) | eight.places(of: UInt8(ascii: "&"), ignoring: 1)
        | eight.places(of: UInt8(ascii: "<"), ignoring: 2)
      if places != 0 { return offset + EightBytes.first(of: places) }
      offset += 8
    }
    while offset < bytes.count, reference(for: bytes[offset]) == nil { offset += 1 }
    return offset
  }

  private static func reference(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): return "&amp;"
    case UInt8(ascii: "<"): return "&lt;"
    case UInt8(ascii: ">"): return "&gt;"
    case UInt8(ascii: "\""): return "&quot;"
    case UInt8(ascii: "'"): return "&#39;"
    default: return nil
    }
  }
}
