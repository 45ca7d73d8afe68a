import DossierPages
import DossierSource

/// Where pages stand in a dossier that is one document: their paths as anchors in it.
struct PrintedPages: Sendable {
  private let paths: Set<PagePath>

  init(_ paths: some Sequence<PagePath>) { self.paths = Set(paths) }

  /// The id of the part that holds what a page holds; with that of a sentence in it.
  static func id(of path: PagePath, anchor: String? = nil) -> String {
    let stem = path.string.hasSuffix(".html") ? path.string.dropLast(5) : path.string[...]
    let id = stem.split(separator: "/").joined(separator: "--")
    return anchor.map { id + "--" + $0 } ?? id
  }

  /// The link to what a page holds; nil where the document has it not.
  func address(of path: PagePath, anchor: String?) -> String? {
    paths.contains(path) ? "#" + Self.id(of: path, anchor: anchor) : nil
  }
}
