/// Escapes a plain text for Markdown, byte by byte: all of Markdown's marks are ASCII.
struct MarkdownEscaping {
  private let text: UnsafeBufferPointer<UInt8>
  private var written: [UInt8] = []

  init(of text: UnsafeBufferPointer<UInt8>) { self.text = text }

  mutating func escaped() -> [UInt8] {
    written.reserveCapacity(text.count + text.count / 16)
    var index = 0
    var startsLine = true
    while index < text.count {
      if startsLine, let end = escapeLineStart(from: index) {
        index = end
        startsLine = false
        continue
      }
      let byte = text[index]
      if let end = address(from: index) {
        index = end
      } else {
        write(byte, at: index)
        index += 1
      }
      startsLine = byte == UInt8(ascii: "\n")
    }
    return written
  }

  /// Escapes what is a mark only at the start of a line; nil where there is nothing of the kind.
  private mutating func escapeLineStart(from start: Int) -> Int? {
    switch text[start] {
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="),
      UInt8(ascii: ":"):
      written += [UInt8(ascii: "\\"), text[start]]
      return start + 1
    case 0x30...0x39:
      var end = start
      while end < text.count, 0x30...0x39 ~= text[end] { end += 1 }
      written += text[start..<end]
      guard end < text.count, text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ")") else {
        return end
      }
      written += [UInt8(ascii: "\\"), text[end]]
      return end + 1
    default: return nil
    }
  }

  private mutating func write(_ byte: UInt8, at index: Int) {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "~"), UInt8(ascii: "|"):
      written += [UInt8(ascii: "\\"), byte]
    case UInt8(ascii: "&"):
      if index + 1 < text.count, text[index + 1] == UInt8(ascii: "#") || Self.isAlphanumeric(text[index + 1])
      {
        written.append(UInt8(ascii: "\\"))
      }
      written.append(byte)
    case UInt8(ascii: ":") where follows("//", at: index + 1),
      UInt8(ascii: ".") where index >= 3 && text[index - 3..<index].allSatisfy({ $0 | 0x20 == 0x77 }):
      written += [UInt8(ascii: "\\"), byte]
    case UInt8(ascii: "\n"): writeLineEnd(at: index)
    case 0x09, 0x0B, 0x0C, 0x20: writeSpace(byte, at: index)
    case 0x0D: written += "&#13;".utf8
    default: written.append(byte)
    }
  }

  /// A hard break, or a reference where the parser would drop one: beside another, and at an end of the text.
  private mutating func writeLineEnd(at index: Int) {
    let isAlone =
      index > 0 && index + 1 < text.count && text[index - 1] != UInt8(ascii: "\n")
      && text[index + 1] != UInt8(ascii: "\n")
    written += (isAlone ? "\\\n" : "&#10;").utf8
  }

  /// White space is kept as it is only between words; the parser strips it from the ends of lines.
  private mutating func writeSpace(_ byte: UInt8, at index: Int) {
    let isInside =
      byte == 0x20 && index > 0 && index + 1 < text.count && text[index - 1] > 0x20 && text[index + 1] > 0x20
    if isInside { written.append(byte) } else { written += "&#\(byte);".utf8 }
  }

  /// Writes a web address that begins here as a link of its own and returns its end.
  private mutating func address(from start: Int) -> Int? {
    guard text[start] | 0x20 == UInt8(ascii: "h") else { return nil }
    guard start == 0 || !(Self.isAlphanumeric(text[start - 1]) || text[start - 1] >= 0x80) else { return nil }
    guard let scheme = ["https://", "http://"].first(where: { follows($0, at: start) }) else { return nil }
    var end = start
    while end < text.count, Self.isAddressByte(text[end]) { end += 1 }
    while end > start, Self.isTrailing(text[end - 1]) { end -= 1 }
    guard end - start > scheme.utf8CodeUnitCount else { return nil }
    written.append(UInt8(ascii: "<"))
    for byte in text[start..<end] {
      if byte == UInt8(ascii: "&") { written += "&amp;".utf8 } else { written.append(byte) }
    }
    written.append(UInt8(ascii: ">"))
    return end
  }

  private func follows(_ mark: StaticString, at index: Int) -> Bool {
    guard index + mark.utf8CodeUnitCount <= text.count else { return false }
    return (0..<mark.utf8CodeUnitCount).allSatisfy { text[index + $0] == mark.utf8Start[$0] }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x61...0x7A ~= byte | 0x20
  }

  /// What RFC 3986 lets stand in an address.
  private static func isAddressByte(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || "-._~:/?#[]@!$&'()*+,;=%".utf8.contains(byte)
  }

  /// What ends a sentence or a parenthesis rather than an address.
  private static func isTrailing(_ byte: UInt8) -> Bool { ".,;:!?'()[]*_~".utf8.contains(byte) }
}
