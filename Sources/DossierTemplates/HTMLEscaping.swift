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
    var offset = 0
    while offset < bytes.count {
      guard let reference = reference(for: bytes[offset]) else {
        offset += 1
        continue
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<offset]))
      reference.withUTF8Buffer { output.append(contentsOf: $0) }
      offset += 1
      start = offset
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  @inline(__always)
  private static func reference(for byte: UInt8) -> StaticString? {
    guard byte <= UInt8(ascii: ">") else { return nil }
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
