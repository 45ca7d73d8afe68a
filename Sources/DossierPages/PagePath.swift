import DossierSource

/// Where a page lies, below the site: `actors/vladimir-putin.html`.
package struct PagePath: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let string: String

  package init(_ string: String) { self.string = string }

  /// What leads from this page to the site's root: empty, or `../` for each folder.
  package var root: String {
    String(repeating: "../", count: string.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// The relative link from this page to another: `../articles/x.html`.
  package func link(to other: PagePath, anchor: String? = nil) -> String {
    let path = root + other.string
    return anchor.map { path + "#" + $0 } ?? path
  }

  package var description: String { string }
  package static func < (left: PagePath, right: PagePath) -> Bool { left.string < right.string }
}
