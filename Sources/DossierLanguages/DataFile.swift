/// A table of a pack: a text file with one entry a line, fields apart by ` | `, after `#` only remarks.
package struct DataFile: Sendable {
  /// The fields of each line, without white space round them; a field may be empty.
  package let rows: [[String]]

  /// Reads the file of a path below the data folder; a file that is not there has no rows.
  package init(_ path: String) {
    self.init(text: EmbeddedFiles.all.first { $0.path == path }?.text ?? "")
  }

  /// All files below the data folder, by `folder/name`.
  package static var paths: [String] {
    EmbeddedFiles.all.map { $0.path.split(separator: "/").suffix(2).joined(separator: "/") }.sorted()
  }

  package init(text: String) {
    rows = text.split(separator: "\n").compactMap { line in
      let entry = Self.trimmed(line.prefix { $0 != "#" })
      guard !entry.isEmpty else { return nil }
      return entry.split(separator: "|", omittingEmptySubsequences: false).map { String(Self.trimmed($0)) }
    }
  }

  /// The first field of each line.
  package var words: [String] { rows.map { $0[0] } }

  /// The items of a field that lists several, apart by `;`.
  package static func items(_ field: String) -> [String] {
    field.split(separator: ";").map { String(trimmed($0)) }.filter { !$0.isEmpty }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let start = text.drop { $0 == " " || $0 == "\t" || $0 == "\r" }
    guard let last = start.lastIndex(where: { $0 != " " && $0 != "\t" && $0 != "\r" }) else { return "" }
    return start[...last]
  }
}
