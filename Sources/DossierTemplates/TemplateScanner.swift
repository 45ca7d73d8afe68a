/// What stands around the tags: `{{` and `}}`, until a template sets others.
struct TemplateDelimiters {
  let opening: [UInt8]
  let closing: [UInt8]

  init() {
    opening = Array("{{".utf8)
    closing = Array("}}".utf8)
  }

  /// From the inside of a tag that sets them; `nil` where that is not two words without `=`.
  init?(_ bytes: some Collection<UInt8>) {
    let words = bytes.split { TemplateScanner.isBlank($0) || $0 == UInt8(ascii: "\n") }
    guard words.count == 2, !bytes.contains(UInt8(ascii: "=")) else { return nil }
    opening = Array(words[0])
    closing = Array(words[1])
  }
}

/// A tag, as it lies in the text.
struct TemplateTag {
  enum Kind: Equatable {
    case variable(escaped: Bool)
    case section(inverted: Bool)
    case end, comment, delimiters, partial, parent, block
  }

  let kind: Kind
  /// With its delimiters.
  let range: Range<Int>
  /// What is between the delimiters, without the sign of its kind and the blanks around it.
  let name: Range<Int>
}

/// Finds tags, lines and blanks in a template's bytes.
struct TemplateScanner {
  /// Why there is no tag where one opens, and where reading may go on.
  struct UnclosedTag: Error {
    let trouble: TemplateTrouble
    let resumption: Int?
  }

  let bytes: [UInt8]

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func hasBlank(_ range: Range<Int>) -> Bool {
    bytes[range].contains { Self.isBlank($0) || $0 == UInt8(ascii: "\n") }
  }

  /// The first place of some bytes at or after an offset.
  func offset(of wanted: [UInt8], from start: Int) -> Int? {
    guard let first = wanted.first else { return nil }
    var offset = start
    while offset + wanted.count <= bytes.count {
      if bytes[offset] == first, bytes[offset..<(offset + wanted.count)].elementsEqual(wanted) {
        return offset
      }
      offset += 1
    }
    return nil
  }

  /// The tag that opens at an offset.
  func tag(at start: Int, delimiters: TemplateDelimiters) -> Result<TemplateTag, UnclosedTag> {
    var nameStart = start + delimiters.opening.count
    while nameStart < bytes.count, isSpace(nameStart) { nameStart += 1 }
    let sign = nameStart < bytes.count ? bytes[nameStart] : 0
    let kind = Self.kind(of: sign)
    var closing = delimiters.closing
    switch sign {
    case UInt8(ascii: "{"): closing.insert(UInt8(ascii: "}"), at: 0)
    case UInt8(ascii: "="): closing.insert(UInt8(ascii: "="), at: 0)
    default: break
    }
    if kind != .variable(escaped: true) { nameStart += 1 }
    guard let end = offset(of: closing, from: nameStart) else {
      return .failure(unclosed(start, nameStart, kind, delimiters))
    }
    var nameEnd = end
    while nameStart < nameEnd, isSpace(nameStart) { nameStart += 1 }
    while nameStart < nameEnd, isSpace(nameEnd - 1) { nameEnd -= 1 }
    return .success(TemplateTag(kind: kind, range: start..<(end + closing.count), name: nameStart..<nameEnd))
  }

  private func unclosed(
    _ start: Int, _ nameStart: Int, _ kind: TemplateTag.Kind, _ delimiters: TemplateDelimiters
  ) -> UnclosedTag {
    let end = offset(of: delimiters.closing, from: min(nameStart, bytes.count))
    let resumption = end.map { $0 + delimiters.closing.count }
    let shown = string(start..<min(resumption ?? lineEnd(from: start), lineEnd(from: start), start + 60))
    let tag = String(shown.prefix { !$0.isNewline })
    guard kind == .delimiters else { return UnclosedTag(trouble: .unclosedTag(tag), resumption: resumption) }
    return UnclosedTag(trouble: .badDelimiters(tag), resumption: resumption)
  }

  private static func kind(of sign: UInt8) -> TemplateTag.Kind {
    switch sign {
    case UInt8(ascii: "{"), UInt8(ascii: "&"): .variable(escaped: false)
    case UInt8(ascii: "#"): .section(inverted: false)
    case UInt8(ascii: "^"): .section(inverted: true)
    case UInt8(ascii: "/"): .end
    case UInt8(ascii: "!"): .comment
    case UInt8(ascii: "="): .delimiters
    case UInt8(ascii: ">"): .partial
    case UInt8(ascii: "<"): .parent
    case UInt8(ascii: "$"): .block
    default: .variable(escaped: true)
    }
  }

  private func isSpace(_ offset: Int) -> Bool {
    Self.isBlank(bytes[offset]) || bytes[offset] == UInt8(ascii: "\n")
  }
}

// Lines and the blanks that begin and end them.
extension TemplateScanner {
  func isLineStart(_ offset: Int) -> Bool { offset == 0 || bytes[offset - 1] == UInt8(ascii: "\n") }

  /// The offset after the line's end, or the end of the text.
  func lineEnd(from start: Int) -> Int {
    var offset = start
    while offset < bytes.count {
      offset += 1
      if bytes[offset - 1] == UInt8(ascii: "\n") { return offset }
    }
    return bytes.count
  }

  /// The blanks between the line's start and an offset; `nil` where there is more than blanks.
  func blanks(before offset: Int) -> Range<Int>? {
    var start = offset
    while !isLineStart(start) {
      guard Self.isBlank(bytes[start - 1]) else { return nil }
      start -= 1
    }
    return start..<offset
  }

  /// From an offset over blanks to after the line's end; `nil` where there is more than blanks.
  func blankLineEnd(after offset: Int) -> Range<Int>? {
    var end = offset
    while end < bytes.count, Self.isBlank(bytes[end]) { end += 1 }
    guard end < bytes.count else { return offset..<end }
    return bytes[end] == UInt8(ascii: "\n") ? offset..<(end + 1) : nil
  }

  /// The blanks before and after a tag that is alone on its lines.
  func blanksAround(_ tag: Range<Int>) -> (before: Range<Int>, after: Range<Int>)? {
    guard let before = blanks(before: tag.lowerBound), let after = blankLineEnd(after: tag.upperBound) else {
      return nil
    }
    return (before, after)
  }

  /// The blanks that begin the first line from an offset on that is not blank.
  func indentation(from start: Int) -> Range<Int> {
    var line = start
    while let end = blankLineEnd(after: line), end.upperBound < bytes.count, !end.isEmpty {
      line = end.upperBound
    }
    var end = line
    while end < bytes.count, Self.isBlank(bytes[end]) { end += 1 }
    return line..<end
  }
}
