import DossierSource

/// The text of a template: its name, by which others include it, and the file that messages point to.
package struct TemplateSource: Sendable {
  package let name: String
  package let path: String
  /// Without a byte order mark, which would show up in the middle of pages.
  package let text: [UInt8]
  private let lines: LineTable

  /// A template's text; without a path messages point to the name with the ending `.mustache`.
  package init(name: String, path: String? = nil, text: [UInt8]) {
    self.name = name
    self.path = path ?? name + ".mustache"
    self.text = text.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text.dropFirst(3)) : text
    lines = LineTable(of: self.text)
  }

  /// The place of an offset into the text.
  func location(of offset: Int) -> SourceLocation {
    let position = lines.position(of: offset)
    return SourceLocation(path: path, line: position.line, column: position.column)
  }
}
