/// A list of the user's, which adds to a table of the languages.
package struct WordList: Sendable, Hashable {
  /// The folder that it lies in; nil where it adds to all languages.
  package let language: String?
  /// The table's name, which is that of the file: "places".
  package let table: String
  package let text: String

  package init(language: String?, table: String, text: String) {
    (self.language, self.table, self.text) = (language, table, text)
  }

  /// A line that says nothing to the table, or a file that no table is for.
  package struct Trouble: Sendable, Hashable {
    /// The place of the list among those that were looked at.
    package let list: Int
    /// Counted from 1; nil where the whole file is meant.
    package let line: Int?
    package let message: String
    package let remedy: String

    package init(list: Int, line: Int?, message: String, remedy: String) {
      (self.list, self.line, self.message, self.remedy) = (list, line, message, remedy)
    }
  }
}
