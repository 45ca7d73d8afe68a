import DossierSource

/// Where a page lies, below the site: `actors/vladimir-putin.html`.
package struct PagePath: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let string: String

  package init(_ string: String) { self.string = string }

  /// The relative link from this page to another: `../articles/x.html`.
  package func link(to other: PagePath, anchor: String? = nil) -> String {
    let depth = string.utf8.count { $0 == UInt8(ascii: "/") }
    let path = String(repeating: "../", count: depth) + other.string
    return anchor.map { path + "#" + $0 } ?? path
  }

  package var description: String { string }
  package static func < (left: PagePath, right: PagePath) -> Bool { left.string < right.string }
}
