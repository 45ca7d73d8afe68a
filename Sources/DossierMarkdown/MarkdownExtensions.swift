/// What a document may use beyond CommonMark.
package struct MarkdownExtensions: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let tables = Self(rawValue: 1)
  package static let strikethrough = Self(rawValue: 2)
  package static let autolinks = Self(rawValue: 4)
  package static let tagFilter = Self(rawValue: 8)
  package static let taskLists = Self(rawValue: 16)
  package static let footnotes = Self(rawValue: 32)

  /// What articles are read with.
  package static let all: Self = [.tables, .strikethrough, .autolinks, .tagFilter, .taskLists, .footnotes]
}
