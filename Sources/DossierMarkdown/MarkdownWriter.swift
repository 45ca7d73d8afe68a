import DossierSource

/// A block to be written as Markdown, its text with inline marks where the source had them.
package enum WrittenBlock: Sendable, Hashable {
  case paragraph(String)
  case heading(level: Int, String)
  case quote([String])
  case list(ordered: Bool, items: [String])
  /// Rows of cells, the first row the head.
  case table([[String]])
}

/// Writes blocks as Markdown that parses back to the same text.
package enum MarkdownWriter {
  /// The text with every character escaped that Markdown could take for a mark.
  package static func escaped(_ plainText: String) -> String { plainText }

  /// The blocks as one Markdown text; their strings are inline Markdown already.
  package static func markdown(of blocks: [WrittenBlock]) -> String { "" }
}
