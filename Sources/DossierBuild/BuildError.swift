/// Trouble of the machine, with the path it concerns and what to do.
package struct BuildError: Error, Hashable, Sendable, CustomStringConvertible {
  package let path: String
  package let message: String
  package let remedy: String

  package init(path: String, message: String, remedy: String) {
    self.path = path
    self.message = message
    self.remedy = remedy
  }

  /// `path: error: what; what to do`.
  package var description: String { "\(path): error: \(message); \(remedy)" }
}
