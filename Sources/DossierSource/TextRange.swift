/// A stretch of a text: UTF-8 offsets, half open, on scalar boundaries.
///
/// Annotations consist of these by the million, so that each is kept in eight bytes: no text reaches 4 GB.
package struct TextRange: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The largest offset that one holds.
  package static let limit = Int(UInt32.max)

  private let lower: UInt32
  private let upper: UInt32

  package var lowerBound: Int { Int(lower) }
  package var upperBound: Int { Int(upper) }

  package init(_ lowerBound: Int, _ upperBound: Int) {
    precondition(lowerBound <= upperBound, "a text range cannot end before it begins")
    (lower, upper) = (UInt32(lowerBound), UInt32(upperBound))
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
