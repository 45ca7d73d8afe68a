/// Something to tell the user about their content: what is wrong, where, and what to do.
///
/// Trouble in content is told in diagnostics and work goes on; trouble of the machine is thrown.
package struct Diagnostic: Hashable, Sendable, Comparable, CustomStringConvertible {
  package enum Severity: String, Sendable, CaseIterable { case error, warning, note }

  package let severity: Severity
  /// Stable and in kebab case, such as `bad-front-matter`: what messages are counted and grouped by.
  package let id: String
  /// What is wrong, with the offending text.
  package let message: String
  /// What the reader of the message can do about it.
  package let remedy: String
  package let location: SourceLocation

  package init(
    _ severity: Severity, _ id: String, _ message: String, remedy: String, at location: SourceLocation
  ) {
    self.severity = severity
    self.id = id
    self.message = message
    self.remedy = remedy
    self.location = location
  }

  /// `path:line:column: error: what; what to do [id]`.
  package var description: String {
    "\(location): \(severity.rawValue): \(message); \(remedy) [\(id)]"
  }

  package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    left.location != right.location
      ? left.location < right.location : (left.id, left.message) < (right.id, right.message)
  }
}
