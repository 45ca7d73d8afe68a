/// A source's bytes as text, with how they were read.
struct DecodedText: Sendable {
  enum Encoding: String, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case windows1252 = "Windows-1252"
    case windows1254 = "Windows-1254"
    /// What the page declares.
    case declared = "what the page declares"
  }

  /// Without byte-order mark; lines end in a line feed, and control characters are gone.
  let text: String
  let encoding: Encoding
  /// Bytes or units that stood for no character and were replaced.
  let replacements: Int
}

/// Finds out how a source is encoded, and decodes it.
///
/// A mark at the front decides; then what the page declares, where the bytes do not speak against it; then UTF-8
/// where the bytes are valid; then UTF-16 by the place of its zero bytes; then Windows-1252, which takes any bytes, or
/// its Turkish sister.
struct EncodingDetector: Sendable {
  /// The text of the bytes, or nil where they are no text.
  func text(of bytes: [UInt8], declared: String? = nil) -> DecodedText? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(bytes[3...]) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes[2...], encoding: .utf16LittleEndian) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes[2...], encoding: .utf16BigEndian) }
    if let encoding = utf16WithoutMark(bytes) { return utf16(bytes[...], encoding: encoding) }
    guard !isBinary(bytes) else { return nil }
    if isPlainASCII(bytes) {
      return DecodedText(text: String(decoding: bytes, as: UTF8.self), encoding: .utf8, replacements: 0)
    }
    if let text = String(validating: MojibakeRepair.repaired(bytes), as: UTF8.self) {
      return DecodedText(text: TextNormalizer.normalized(text), encoding: .utf8, replacements: 0)
    }
    if isMostlyUTF8(bytes) || Self.isUTF8(declared) && !hasManyErrors(bytes) { return utf8(bytes[...]) }
    if let declared, let text = DeclaredEncoding.text(of: bytes, named: declared) {
      return DecodedText(text: TextNormalizer.normalized(text), encoding: .declared, replacements: 0)
    }
    if Windows1254.isLikely(bytes), let text = DeclaredEncoding.text(of: bytes, named: "windows-1254") {
      return DecodedText(text: TextNormalizer.normalized(text), encoding: .windows1254, replacements: 0)
    }
    return DecodedText(
      text: TextNormalizer.normalized(Windows1252.text(of: bytes)), encoding: .windows1252, replacements: 0)
  }

  private static func isUTF8(_ declared: String?) -> Bool {
    guard let declared else { return false }
    let name = declared.lowercased()
    return name == "utf-8" || name == "utf8"
  }

  private func utf8(_ bytes: ArraySlice<UInt8>) -> DecodedText {
    let text = String(decoding: bytes, as: UTF8.self)
    let replaced = replacements(in: text) - replacements(in: bytes)
    return DecodedText(text: TextNormalizer.normalized(text), encoding: .utf8, replacements: max(0, replaced))
  }

  private func utf16(_ bytes: ArraySlice<UInt8>, encoding: DecodedText.Encoding) -> DecodedText {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(encoding == .utf16LittleEndian ? first | second << 8 : first << 8 | second)
      index += 2
    }
    let text = String(decoding: units, as: UTF16.self)
    let replaced = replacements(in: text) - units.count { $0 == 0xFFFD } + bytes.count % 2
    return DecodedText(
      text: TextNormalizer.normalized(text), encoding: encoding, replacements: max(0, replaced))
  }

  private func replacements(in text: String) -> Int { text.unicodeScalars.count { $0 == "\u{FFFD}" } }

  private func replacements(in bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    var index = bytes.startIndex
    while index + 2 < bytes.endIndex {
      if bytes[index] == 0xEF, bytes[index + 1] == 0xBF, bytes[index + 2] == 0xBD { count += 1 }
      index += 1
    }
    return count
  }

  private func isPlainASCII(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { ($0 >= 0x20 && $0 < 0x7F) || $0 == 0x0A }
  }

  /// Text of mostly Latin letters in UTF-16 has its zero bytes on one side.
  private func utf16WithoutMark(_ bytes: [UInt8]) -> DecodedText.Encoding? {
    let sample = bytes.prefix(4096)
    guard sample.count >= 4 else { return nil }
    var zeros = [0, 0]
    for (index, byte) in sample.enumerated() where byte == 0 { zeros[index & 1] += 1 }
    let pairs = sample.count / 2
    if zeros[1] * 10 > pairs * 6, zeros[0] * 20 < pairs { return .utf16LittleEndian }
    if zeros[0] * 10 > pairs * 6, zeros[1] * 20 < pairs { return .utf16BigEndian }
    return nil
  }

  /// Control characters that no text has: none to a few slip into a text, many make it something else.
  private func isBinary(_ bytes: [UInt8]) -> Bool {
    let controls = bytes.count { $0 < 0x09 || ($0 > 0x0D && $0 < 0x20 && $0 != 0x1B) }
    return controls > 0 && controls * 50 > bytes.count
  }

  /// Valid but for a few bytes, such as a character cut at the end: a text of another encoding has no long sequences.
  private func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    let counts = sequences(in: bytes)
    return counts.valid > 0 && counts.invalid * 4 <= counts.valid
      || counts.invalid == 1 && counts.invalidAtEnd
  }

  private func hasManyErrors(_ bytes: [UInt8]) -> Bool {
    let counts = sequences(in: bytes)
    return counts.invalid > counts.valid
  }

  private func sequences(in bytes: [UInt8]) -> (valid: Int, invalid: Int, invalidAtEnd: Bool) {
    var valid = 0
    var invalid = 0
    var atEnd = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte >= 0x80 else { continue }
      let length = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC2 ? 1 : 0
      var taken = 0
      while taken < length, index < bytes.count, bytes[index] & 0xC0 == 0x80 {
        taken += 1
        index += 1
      }
      if length > 0, taken == length {
        valid += 1
      } else {
        invalid += 1
        atEnd = index >= bytes.count && length > 0
      }
    }
    return (valid, invalid, atEnd)
  }
}

/// Windows-1252, as WHATWG's Encoding Standard has it: every byte has a character.
enum Windows1252 {
  static func text(of bytes: [UInt8]) -> String {
    var text = ""
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      let value = byte >= 0x80 && byte < 0xA0 ? upper[Int(byte) - 0x80] : UInt32(byte)
      text.unicodeScalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return text
  }

  private static let upper: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x8D,
    0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A,
    0x0153, 0x9D, 0x017E, 0x0178,
  ]
}

/// The encoding that is Windows-1252 but for six letters of Turkish.
enum Windows1254 {
  /// Whether bytes that are no UTF-8 are Turkish rather than Icelandic, which has letters of its own in the same six
  /// places: no text in that language is without its accented vowels.
  static func isLikely(_ bytes: [UInt8]) -> Bool {
    var counts = [Int](repeating: 0, count: 256)
    for byte in bytes where byte >= 0xC0 { counts[Int(byte)] += 1 }
    let turkish = [0xDD, 0xDE, 0xD0, 0xFD, 0xFE, 0xF0].reduce(0) { $0 + counts[$1] }
    let accented = [0xC1, 0xC9, 0xCD, 0xD3, 0xDA, 0xE1, 0xE9, 0xED, 0xF3, 0xFA, 0xE6, 0xC6].reduce(0) {
      $0 + counts[$1]
    }
    return turkish >= 3 && counts[0xFD] + counts[0xDD] > 0 && accented * 10 <= turkish
  }
}

/// Makes the white space of texts alike: line feeds, plain spaces, no control characters.
enum TextNormalizer {
  static func normalized(_ text: String) -> String {
    var text = text
    let needsWork = text.withUTF8 { utf8 in
      utf8.contains {
        $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 || $0 == 0xEF
      }
    }
    guard needsWork else { return text }
    return text.withUTF8 { String(decoding: normalized($0), as: UTF8.self) }
  }

  private static func normalized(_ utf8: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var index = 0
    while index < utf8.count {
      let byte = utf8[index]
      let rest = utf8.count - index
      switch byte {
      case 0x0D:
        result.append(0x0A)
        if rest > 1, utf8[index + 1] == 0x0A { index += 1 }
      case 0x0B, 0x0C: result.append(0x0A)
      case 0..<0x20 where byte != 0x0A && byte != 0x09, 0x7F: break
      case 0xC2 where rest > 1:
        let next = utf8[index + 1]
        if next == 0xA0 { result.append(0x20) } else if next == 0x85 { result.append(0x0A) }
        // The C1 controls and the soft hyphen say nothing.
        if next >= 0xA1, next != 0xAD { result += [byte, next] }
        index += 1
      case 0xE2 where rest > 2 && utf8[index + 1] == 0x80:
        append(generalPunctuation: utf8[index + 2], to: &result)
        index += 2
      case 0xE2 where rest > 2 && utf8[index + 1] == 0x81 && utf8[index + 2] == 0xA0:
        index += 2  // word joiner
      case 0xEF where rest > 2 && utf8[index + 1] == 0xBB && utf8[index + 2] == 0xBF:
        index += 2  // a byte-order mark within the text
      default: result.append(byte)
      }
      index += 1
    }
    return result
  }

  /// The character U+2000 to U+203F with this last byte.
  private static func append(generalPunctuation last: UInt8, to result: inout [UInt8]) {
    switch last {
    case 0x80...0x8A, 0xAF: result.append(0x20)  // spaces of any width
    case 0x8B, 0x8E, 0x8F, 0xAA...0xAE: break  // zero-width space, direction marks
    case 0xA8, 0xA9: result.append(0x0A)  // line and paragraph separators
    default: result += [0xE2, 0x80, last]
    }
  }
}
