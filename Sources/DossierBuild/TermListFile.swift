import DossierModel
import DossierSource

/// Reads the editor's list of terms, which adds to those of the languages.
struct TermListFile {
  static let path = "lists/terms.txt"

  private(set) var list = TermList("", language: nil)
  private(set) var diagnostics: [Diagnostic] = []

  /// Of a content folder; where it has no such file, the list is empty.
  init(of content: String, files: any FileSystem) {
    let path = content.appending(path: Self.path)
    guard files.status(of: path)?.kind == .file else { return }
    do {
      list = TermList(String(decoding: try files.contents(of: path), as: UTF8.self), language: nil)
    } catch {
      diagnostics.append(.unreadable(error))
    }
    diagnostics += list.badLines.map { line in
      Diagnostic(
        .warning, "bad-term", "there is no term before the bar",
        remedy: "write the term, then a bar and its forms: 'rebel | rebel; rebels'",
        at: SourceLocation(path: path, line: line, column: 1))
    }
  }
}
