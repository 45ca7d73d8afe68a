import DossierSource

/// A Markdown text (GFM 0.29), with what it says as plain text.
///
/// The tree itself belongs to cmark-gfm and never leaves a function of this module.
package struct MarkdownDocument: Sendable, Hashable {
  package let markdown: String
  /// What the document says, without marks: the text that everything else is analysed and cited in.
  package let plainText: PlainText

  /// Parses a document and projects it to plain text.
  package init(_ markdown: String) {
    self.markdown = markdown
    self.plainText = PlainText(text: "", blocks: [])  // cmark
  }

  /// The document as HTML, with what is woven in; raw HTML of the source is treated as told.
  package func html(weaving woven: [Woven] = [], rawHTML: RawHTML = .shownAsText) -> String {
    ""
  }
}

/// What becomes of raw HTML in a Markdown text.
package enum RawHTML: Sendable {
  /// As the GFM specification has it; only for its examples, never for pages.
  case passedThrough
  /// Active content never reaches a page, but nothing is lost either.
  case shownAsText
}
