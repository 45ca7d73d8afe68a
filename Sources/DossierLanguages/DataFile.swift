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
    rows = text.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let entry = Self.trimmed(line.prefix { $0 != UInt8(ascii: "#") })
      guard !entry.isEmpty else { return nil }
      return entry.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map {
        String(Substring(Self.trimmed($0)))
      }
    }
  }

  /// The first field of each line.
  package var words: [String] { rows.map { $0[0] } }

  /// The items of a field that lists several, apart by `;`.
  package static func items(_ field: String) -> [String] {
    field.utf8.split(separator: UInt8(ascii: ";")).compactMap { item in
      let item = trimmed(item)
      return item.isEmpty ? nil : String(Substring(item))
    }
  }

  private static func trimmed(_ text: Substring.UTF8View) -> Substring.UTF8View {
    let start = text.drop(while: isBlank)
    guard let last = start.lastIndex(where: { !isBlank($0) }) else { return start.prefix(0) }
    return start[...last]
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}
