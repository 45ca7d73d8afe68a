import DossierModel
import DossierSource

/// Finds who wrote an article: by what the page declares, by its byline, and by elements marked as the author's.
///
/// Names only: labels, roles, user names and links to elsewhere are what such places hold besides.
struct PageAuthorFinder {
  private let structure: PageStructure
  private let declared: PageMetadata
  private let words: PageWords
  private let bylines: BylineReader
  private let headline: Int
  private var tree: HTMLTree { structure.tree }

  /// More authors than this no page prints; what finds more has found a list of staff.
  private static let limit = 12

  init(structure: PageStructure, declared: PageMetadata, words: PageWords, headline: Int?) {
    self.structure = structure
    self.declared = declared
    self.words = words
    self.headline = headline ?? 0
    bylines = BylineReader(words: words)
  }

  func authors() -> [String] {
    var names: [String] = []
    func add(_ found: [String]) {
      for name in found where names.count < Self.limit {
        if !names.contains(where: { TitleKey($0) == TitleKey(name) }) { names.append(name) }
      }
    }
    let cards = declared.labelled.filter { isBylineLabel($0.label) }.map(\.value)
    add((declared.authors + cards).flatMap(names(in:)))
    // An outlet that signs for its people names them in the byline.
    let isOutlet = names.allSatisfy { name in
      declared.siteNames.contains { TitleKey($0) == TitleKey(name) } || words.outlet(named: name) != nil
    }
    let printed = printedBylines()
    // "By Jane Doe Harbour News, Aldmouth": what stands behind the name that the page declares is none.
    if printed.contains(where: { goesOn($0, behindOneOf: names) }) { return names }
    if isOutlet { names = printed + names.filter { !printed.contains($0) } } else { add(printed) }
    if names.isEmpty || isOutlet && printed.isEmpty {
      let marked = linkedNames() + markedNames()
      names = marked.isEmpty ? names : []
      add(Array(marked.prefix(3)))
    }
    return names.isEmpty ? declared.authors.prefix(1).filter { $0.utf8.count < 40 } : names
  }

  /// Whether a printed name has more words behind a declared one.
  private func goesOn(_ printed: String, behindOneOf names: [String]) -> Bool {
    let printed = TitleKey(printed).words
    return names.contains {
      let name = TitleKey($0).words
      return name.count > 1 && printed.count > name.count && printed.starts(with: name)
    }
  }

  // MARK: - Bylines

  /// The names of lines that begin with "By" or the like, from the headline on or closely before it.
  private func printedBylines() -> [String] {
    let near = max(0, headline - 6)..<min(structure.blocks.count, headline + 40)
    let found = bylines(within: near)
    return found.isEmpty && declared.authors.isEmpty
      ? bylines(within: near.upperBound..<structure.blocks.count) : found
  }

  private func bylines(within range: Range<Int>) -> [String] {
    let blocks = structure.blocks
    for index in range where isOfArticle(blocks[index]) {
      guard blocks[index].text.utf8.count <= 200 else { continue }
      if let rest = afterLabel(blocks[index].text) {
        let linked = linkedNames(in: blocks[index])
        if !linked.isEmpty { return linked }
        if !rest.isEmpty, let byline = bylines.byline(of: rest) {
          return byline.names.map(withoutRole).filter(isName)
        }
        // The label has a block of its own, and the name the next.
        if rest.isEmpty, index + 1 < blocks.count {
          let names = names(in: blocks[index + 1].text)
          if !names.isEmpty { return names }
        }
      }
    }
    return []
  }

  /// The links of a byline that are names: what stands beside them are roles.
  private func linkedNames(in block: PageBlock) -> [String] {
    guard block.linkLength > 0 else { return [] }
    var found: [String] = []
    for index in tree.descendants(of: block.node).prefix(60) where tree.nodes[index].tag == "a" {
      found += names(in: tree.text(of: index))
    }
    return found
  }

  /// Whether a block belongs to this article rather than to a teaser of another or to a comment.
  private func isOfArticle(_ block: PageBlock) -> Bool {
    switch structure.exclusion[block.node] {
    case .relatedLink, .activeContent, .advertisement:
      guard structure.blocks.indices.contains(headline) else { return false }
      let box = structure.excludedBox(of: structure.blocks[headline].node)
      if structure.excludedBox(of: block.node) != box { return false }
    default: break
    }
    var current = block.node
    for _ in 0..<8 where current >= 0 {
      if tree.nodes[current].names.always == .pageFurniture { return false }
      current = tree.nodes[current].parent
    }
    return true
  }

  /// What stands behind the label of a byline; nil where the text does not begin with one.
  private func afterLabel(_ text: String) -> String? {
    let folded = FoldedWords(text, limit: 8)
    guard let found = words.labels.match(in: folded), found.value == .byline else { return nil }
    let rest = String(decoding: text.utf8.dropFirst(folded.words[found.count - 1].end), as: UTF8.self)
    return BylineReader.trimmed(rest)
  }

  private func isBylineLabel(_ text: String) -> Bool {
    guard let found = words.labels.match(whole: FoldedWords(text)) else { return false }
    return found == .byline
  }

  // MARK: - Marked elements

  /// The texts of links to an author's page, near the headline.
  private func linkedNames() -> [String] {
    var found: [String] = []
    let first = structure.blocks.indices.contains(headline) ? structure.blocks[headline].node : 0
    for index in max(0, first - 80)..<min(tree.nodes.count, first + 400) {
      let node = tree.nodes[index]
      guard node.tag == "a", node.end - index < 20, !leadsElsewhere(index) else { continue }
      let isMarked = node.attribute("rel")?.lowercased().contains("author") ?? false
      guard isMarked || Self.leadsToAuthor(node.attribute("href") ?? "") else { continue }
      for name in names(in: tree.text(of: index)) where name.utf8.contains(0x20) || isMarked {
        found.append(name)
      }
    }
    return found
  }

  private func leadsElsewhere(_ index: Int) -> Bool {
    guard structure.exclusion[index] == .relatedLink else { return false }
    guard structure.blocks.indices.contains(headline) else { return true }
    return structure.excludedBox(of: index) != structure.excludedBox(of: structure.blocks[headline].node)
  }

  private static func leadsToAuthor(_ address: String) -> Bool {
    let parts = address.split(whereSeparator: { "/?&=".contains($0) })
    guard let index = parts.lastIndex(where: { HTMLVocabulary.authorPaths.contains($0.lowercased()) }) else {
      return false
    }
    return index == parts.count - 2
  }

  /// The names in elements that are called author, each block of them for itself.
  private func markedNames() -> [String] {
    var found: [String] = []
    var marked = -1
    var ends = 0
    for block in structure.blocks where block.text.utf8.count <= 120 && isOfArticle(block) {
      if block.node >= ends {
        guard let box = authorBox(of: block.node) else { continue }
        marked = box
        ends = tree.nodes[box].end
      }
      guard block.node >= marked, found.count < 3 else { continue }
      found += names(in: block.text)
    }
    return found
  }

  private func authorBox(of index: Int) -> Int? {
    var current = index
    for _ in 0..<4 {
      guard current >= 0 else { return nil }
      let node = tree.nodes[current]
      let isMarked =
        node.names.roles.contains(.author) || node.attribute("itemprop")?.lowercased() == "author"
      if isMarked, node.end - current < 80 { return current }
      current = node.parent
    }
    return nil
  }

  // MARK: - Names

  /// The names in a text that is nothing but a byline, with its label or without.
  private func names(in text: String) -> [String] {
    let text = text.plain
    guard !text.isEmpty, text.utf8.count <= 160 else { return [] }
    let rest = afterLabel(text) ?? text
    guard let byline = bylines.byline(of: rest) else { return [] }
    return byline.names.map(withoutRole).filter(isName)
  }

  /// The name without the office or the outlet that stands behind it with no mark between.
  private func withoutRole(_ name: String) -> String {
    let folded = FoldedWords(name)
    for index in folded.words.indices.dropFirst(2) {
      let count = folded.words.count - index
      if words.bylineRoles.match(in: folded, at: index)?.count == count
        || words.outlets.match(in: folded, at: index)?.count == count
      {
        return BylineReader.trimmed(
          String(decoding: name.utf8.prefix(folded.words[index - 1].end), as: UTF8.self))
      }
    }
    return name
  }

  /// Whether every word is one that pages put on their buttons: "Share Save".
  private func isButtons(_ folded: FoldedWords) -> Bool {
    folded.words.indices.allSatisfy { words.furnitureLines.match(in: folded, at: $0) != nil }
  }

  private func isName(_ text: String) -> Bool {
    let folded = FoldedWords(text)
    guard bylines.isName(text), folded.words.count <= 5, !text.contains(where: { "@/:?!".contains($0) }),
      !isButtons(folded)
    else {
      return false
    }
    // Degrees and orders behind a name are capitals only: "BSN, RN".
    if text.utf8.count <= 5, !text.utf8.contains(where: { (0x61...0x7A).contains($0) || $0 >= 0x80 }) {
      return words.outlet(named: text) != nil
    }
    return words.furnitureLines.match(whole: folded) == nil && words.bylineRoles.match(whole: folded) == nil
      && words.labels.match(whole: folded) == nil && words.dateLabels.match(whole: folded) == nil
      && words.readingTimes.match(whole: folded) == nil && words.endMarkers.match(whole: folded) == nil
  }
}
