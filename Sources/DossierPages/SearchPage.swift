import DossierModel
import DossierSource

/// The page of the search; without script, an index of names and headlines from A to Z.
package struct SearchPage: Sendable {
  package struct Letter: Sendable {
    /// Nil for headlines that do not begin with a Latin letter.
    package let letter: String?
    package let articles: [ArticleReference]
  }

  package let path: PagePath
  /// Of the headlines.
  package let shelving: Shelving
  package let headlines: [Letter]
  /// Actors, then places: their names, or the parts of their lists where they are long; none on a part of the headlines.
  package let names: [NameIndexPage]
}

extension SitePlan {
  func searchPage(at path: PagePath, _ shelf: Shelf?) -> SearchPage {
    let shown = shelf.map { lists.headlines[$0.rows.clamped(to: lists.headlines.indices)] } ?? []
    var letters: [SearchPage.Letter] = []
    for (letter, rows) in shown.runs(by: \.letter) {
      letters.append(
        SearchPage.Letter(letter: letter, articles: rows.map { reference(toArticle: $0.article) }))
    }
    let isFirst = path == SplitList.headlines.path
    let sorts: [(NameIndexPage.Sort, SplitList)] = isFirst ? [(.actors, .actors), (.places, .places)] : []
    return SearchPage(
      path: path, shelving: shelving(of: .headlines, shelf), headlines: letters,
      names: sorts.map { nameIndexPage(at: path, $0.0, onlyShelf(of: $0.1)) })
  }
}

extension RandomAccessCollection {
  /// The collection's runs of elements with equal keys.
  func runs<Key: Equatable>(by key: (Element) -> Key) -> [(key: Key, elements: SubSequence)] {
    var found: [(Key, SubSequence)] = []
    var rest = self[...]
    while let first = rest.first {
      let run = rest.prefix { key($0) == key(first) }
      found.append((key(first), run))
      rest = rest[run.endIndex...]
    }
    return found
  }
}
