import DossierSource

/// A stretch of a text between two quotation marks, whoever speaks it and whether or not it is speech.
package struct QuotedStretch: Sendable, Hashable {
  /// What stands between the marks.
  package let inner: TextRange
  /// With the marks.
  package let outer: TextRange
  /// Index of the block it stands in.
  package let block: Int
  /// Index of the stretch that it stands within.
  package let within: Int?
  /// Whether its block ends before a mark closes it, as where a speech goes on in the next paragraph.
  package let isOpenEnded: Bool
  /// Whether its marks are also apostrophes.
  package let hasSingleMarks: Bool

  package init(
    inner: TextRange, outer: TextRange, block: Int, within: Int?, isOpenEnded: Bool, hasSingleMarks: Bool
  ) {
    self.inner = inner
    self.outer = outer
    self.block = block
    self.within = within
    self.isOpenEnded = isOpenEnded
    self.hasSingleMarks = hasSingleMarks
  }
}
