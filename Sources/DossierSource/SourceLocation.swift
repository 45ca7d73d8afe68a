/// A place that a message points to: a file, and where known its line and column, counted from 1.
package struct SourceLocation: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let path: String
  package let line: Int?
  /// In Unicode scalars, as editors count.
  package let column: Int?

  package init(path: String, line: Int? = nil, column: Int? = nil) {
    self.path = path
    self.line = line
    self.column = column
  }

  package var description: String {
    [path, line.map(String.init), column.map(String.init)].compactMap(\.self).joined(separator: ":")
  }

  package static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    if left.path != right.path { return left.path < right.path }
    if left.line != right.line { return (left.line ?? 0) < (right.line ?? 0) }
    return (left.column ?? 0) < (right.column ?? 0)
  }
}
