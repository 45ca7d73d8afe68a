/// A table of a pack: a text file with one entry a line, fields apart by ` | `, after `#` only remarks.
package struct DataFile: Sendable {
  /// The fields of each line, without white space round them; a field may be empty.
  package let rows: [[String]]

  /// All files below the data folder, by `folder/name`.
  package static var paths: [String] {
    EmbeddedFiles.all.map { $0.path.split(separator: "/").suffix(2).joined(separator: "/") }.sorted()
  }

  package init(text: String) {
    // Byte by byte: the packs are read at every start, and all their marks are ASCII.
    var text = text
    rows = text.withUTF8 { text in
      var rows: [[String]] = []
      Self.forEachPart(of: text, endingIn: UInt8(ascii: "\n")) { line in
        let entry = Self.trimmed(Self.untilRemark(line))
        guard !entry.isEmpty else { return }
        var fields: [String] = []
        Self.forEachPart(of: entry, endingIn: UInt8(ascii: "|")) { fields.append(Self.string($0)) }
        rows.append(fields)
      }
      return rows
    }
  }

  /// The first field of each line.
  package var words: [String] { rows.map { $0[0] } }

  /// The items of a field that lists several, apart by `;`.
  package static func items(_ field: String) -> [String] {
    var field = field
    return field.withUTF8 { field in
      var items: [String] = []
      forEachPart(of: field, endingIn: UInt8(ascii: ";")) { item in
        let item = string(item)
        if !item.isEmpty { items.append(item) }
      }
      return items
    }
  }

  private typealias Bytes = UnsafeBufferPointer<UInt8>

  /// Calls back with the parts of a text, also with empty ones.
  private static func forEachPart(of text: Bytes, endingIn mark: UInt8, _ body: (Bytes) -> Void) {
    var start = 0
    for index in 0..<text.count where text[index] == mark {
      body(Bytes(rebasing: text[start..<index]))
      start = index + 1
    }
    body(Bytes(rebasing: text[start...]))
  }

  private static func untilRemark(_ line: Bytes) -> Bytes {
    Bytes(rebasing: line.prefix { $0 != UInt8(ascii: "#") })
  }

  private static func string(_ text: Bytes) -> String { String(decoding: trimmed(text), as: UTF8.self) }

  private static func trimmed(_ text: Bytes) -> Bytes {
    var (start, end) = (0, text.count)
    while start < end, isBlank(text[start]) { start += 1 }
    while start < end, isBlank(text[end - 1]) { end -= 1 }
    return Bytes(rebasing: text[start..<end])
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}
