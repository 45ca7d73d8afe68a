import DossierSource

/// Marks to weave into a document's tree around a stretch of its plain text, such as a link or a sentence's anchor.
///
/// Of two that overlap the outer must contain the inner whole. Where the stretch crosses the borders of inline
/// nodes (a word of it is emphasised), it is woven in pieces: `opening` for the first, `continuation` for the others.
package struct Woven: Sendable, Hashable {
  package let range: TextRange
  /// HTML, as it is to stand before the first piece: `<a href="…" id="…">`.
  package let opening: String
  /// HTML before each further piece: the same without its `id`.
  package let continuation: String
  /// HTML after each piece: `</a>`.
  package let closing: String

  package init(range: TextRange, opening: String, continuation: String? = nil, closing: String) {
    self.range = range
    self.opening = opening
    self.continuation = continuation ?? opening
    self.closing = closing
  }
}
