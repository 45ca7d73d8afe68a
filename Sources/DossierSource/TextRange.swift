/// A stretch of a text: UTF-8 offsets, half open, on scalar boundaries.
package struct TextRange: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let lowerBound: Int
  package let upperBound: Int

  package init(_ lowerBound: Int, _ upperBound: Int) {
    precondition(lowerBound <= upperBound, "a text range cannot end before it begins")
    self.lowerBound = lowerBound
    self.upperBound = upperBound
  }

  package init(_ range: Range<Int>) { self.init(range.lowerBound, range.upperBound) }

  /// The length in UTF-8 bytes.
  package var count: Int { upperBound - lowerBound }
  package var isEmpty: Bool { lowerBound == upperBound }
  package var range: Range<Int> { lowerBound..<upperBound }

  package func contains(_ offset: Int) -> Bool { lowerBound <= offset && offset < upperBound }

  package func contains(_ other: TextRange) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }

  package func overlaps(_ other: TextRange) -> Bool {
    lowerBound < other.upperBound && other.lowerBound < upperBound
  }

  package var description: String { "\(lowerBound)..<\(upperBound)" }

  /// In the order of reading; of two that begin together the longer comes first.
  package static func < (left: TextRange, right: TextRange) -> Bool {
    left.lowerBound != right.lowerBound
      ? left.lowerBound < right.lowerBound : left.upperBound > right.upperBound
  }
}

extension String {
  /// The text of a range; empty where the range does not fit this text.
  package subscript(_ range: TextRange) -> Substring {
    let bytes = utf8
    guard
      let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound, limitedBy: bytes.endIndex),
      let end = bytes.index(start, offsetBy: range.count, limitedBy: bytes.endIndex)
    else { return "" }
    return self[start..<end]
  }
}
