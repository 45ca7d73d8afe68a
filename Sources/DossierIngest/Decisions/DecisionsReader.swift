import DossierModel
import DossierSource

/// Reads the editor's lines, one decision each.
///
/// A line that cannot be read is told and left out; the others hold.
package struct DecisionsReader: Sendable {
  package private(set) var decisions: [Decision] = []
  package private(set) var diagnostics: [Diagnostic] = []

  package init() {}

  /// Reads files in the order in which their names sort.
  package init(reading files: [SourceFile]) {
    for file in files.sorted(by: { $0.path < $1.path }) { read(file) }
  }

  private mutating func read(_ file: SourceFile) {
    guard let text = String(validating: file.bytes, as: UTF8.self) else {
      diagnostics.append(
        Diagnostic(
          .error, "decisions-not-utf-8", "the file is not UTF-8", remedy: "save it as UTF-8",
          at: SourceLocation(path: file.path.string)))
      return
    }
    for (number, line) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated()
    {
      let place = SourceLocation(path: file.path.string, line: number + 1)
      do throws(DecisionTrouble) {
        let tokens = try DecisionTokens(Substring(line))
        guard !tokens.operands.isEmpty || !tokens.options.isEmpty else { continue }
        let read = try DecisionParser.read(tokens)
        decisions.append(
          Decision(
            id: DecisionID(decisions.count), action: read.action, signature: read.signature,
            isRejection: read.isRejection, location: place, line: tokens.bare))
      } catch {
        diagnostics.append(
          Diagnostic(
            .error, error.id, error.message, remedy: error.remedy,
            at: SourceLocation(path: place.path, line: place.line, column: error.column)))
      }
    }
  }
}
