import DossierSource

/// A Markdown text (GFM 0.29), with what it says as plain text.
///
/// The tree itself belongs to cmark-gfm and never leaves a function of this module.
package struct MarkdownDocument: Sendable, Hashable {
  /// The Markdown where the plain text does not tell it; nil in most documents, which then hold their text once.
  package let written: String?
  /// What the document says, without marks: the text that everything else is analysed and cited in.
  package let plainText: PlainText
  private let extensions: MarkdownExtensions

  /// Parses a document and projects it to plain text.
  package init(_ markdown: String, extensions: MarkdownExtensions = .all) {
    self.extensions = extensions
    guard let tree = SyntaxTree(parsing: markdown, with: extensions) else {
      (written, plainText) = (markdown, PlainText(text: "", blocks: []))
      return
    }
    let projection = TextProjection(of: tree, keepingSteps: false)
    plainText = PlainText(
      text: String(decoding: projection.bytes, as: UTF8.self), blocks: projection.blocks,
      isWhole: projection.isPlain)
    written = plainText.isWhole && plainText.plainestMarkdown == markdown ? nil : markdown
  }

  /// A document that was parsed before, with all extensions, and what it was found to say.
  package init(_ written: String?, saying plainText: PlainText) {
    self.written = written
    self.plainText = plainText
    extensions = .all
  }

  package var markdown: String { written ?? plainText.plainestMarkdown }

  /// The document as HTML, with what is woven in; raw HTML of the source is treated as told.
  ///
  /// Headings are lowered by `headingsBelow` levels, so that the page's own stays the only first one.
  package func html(
    weaving woven: [Woven] = [], rawHTML: RawHTML = .shownAsText, headingsBelow level: Int = 0
  ) -> String {
    if plainText.isWhole {
      var weaver = PlainWeaver(plainText, headingsBelow: level)
      if let html = weaver.html(weaving: TreeDressing.nested(woven)) { return html }
    }
    guard let tree = SyntaxTree(parsing: markdown, with: extensions) else { return "" }
    if rawHTML == .passedThrough, woven.isEmpty, level == 0 { return tree.html() }
    let projection = TextProjection(of: tree, keepingSteps: true)
    var dressing = TreeDressing(of: projection)
    dressing.weave(woven)
    dressing.lowerHeadings(by: level)
    if rawHTML == .shownAsText { dressing.disarm() }
    return tree.html()
  }
}

/// What becomes of raw HTML in a Markdown text.
package enum RawHTML: Sendable {
  /// As the GFM specification has it; only for its examples, never for pages.
  case passedThrough
  /// Active content never reaches a page, but nothing is lost either: raw HTML and the text of images are shown
  /// as text, and of links whose address is not http, https, mailto or an anchor only the text is kept.
  case shownAsText
}
