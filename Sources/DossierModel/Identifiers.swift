import DossierSource

/// An article's id, also its page's file name: made from the path of its source, so it outlives any re-cleaning.
package struct ArticleID: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let string: String
  package init(_ string: String) { self.string = string }
  package var description: String { string }
  package static func < (left: Self, right: Self) -> Bool { left.string < right.string }
}

/// An entity's id, `person-vladimir-putin`: its kind and the slug of its name.
package struct EntityID: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let string: String
  package init(_ string: String) { self.string = string }
  package var description: String { string }
  package static func < (left: Self, right: Self) -> Bool { left.string < right.string }
}

/// An event's id, also its page's file name.
package struct EventID: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let string: String
  package init(_ string: String) { self.string = string }
  package var description: String { string }
  package static func < (left: Self, right: Self) -> Bool { left.string < right.string }
}

/// A sentence's id within its article: `s` and a short hash of the normalised sentence, with an ordinal for repeats.
///
/// Never a bare counter: a sentence keeps its id, and the links to it, when cleaning changes what stands before it.
package struct SentenceID: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let string: String
  package init(_ string: String) { self.string = string }
  package var description: String { string }
  package static func < (left: Self, right: Self) -> Bool { left.string < right.string }
}
