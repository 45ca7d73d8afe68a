/// Where a source lies, below the content folder: `2019/august/talks.txt`.
///
/// Always relative and with forward slashes, so that the same corpus gives the same bytes on any machine.
package struct SourcePath: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let string: String

  package init(_ string: String) { self.string = string }

  /// The file's name with its ending.
  package var fileName: String { String(string[nameStart...]) }

  /// The file's name without its ending.
  package var stem: String {
    let name = fileName
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// The ending in lower case without its dot; empty where there is none.
  package var fileExtension: String {
    let name = fileName
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  package var description: String { string }

  package static func < (left: SourcePath, right: SourcePath) -> Bool {
    left.string.utf8.lexicographicallyPrecedes(right.string.utf8)
  }

  private var nameStart: String.Index {
    string.lastIndex(of: "/").map { string.index(after: $0) } ?? string.startIndex
  }
}
