/// An index into a list, or none, in four bytes: annotations hold these by the million.
package struct OptionalIndex: Hashable, Sendable {
  /// Below zero for none.
  private let stored: Int32

  /// No list of an article or a corpus is longer than what four bytes count.
  package init(_ index: Int?) { stored = index.map { Int32($0) } ?? -1 }

  package var value: Int? { stored < 0 ? nil : Int(stored) }
}
