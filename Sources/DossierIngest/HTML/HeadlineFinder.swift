import DossierModel
import DossierSource

/// Finds a page's headline: what it prints as one, checked against what it declares.
///
/// The printed form wins where both tell of the same text, for it is what readers saw; the outlet's own name, which
/// pages print as large, is no headline.
struct HeadlineFinder {
  private let structure: PageStructure
  private let declared: PageMetadata
  private var tree: HTMLTree { structure.tree }
  /// What the page declares as titles, each with and without the outlet's name.
  private let wanted: [TitleKey]

  init(structure: PageStructure, declared: PageMetadata) {
    self.structure = structure
    self.declared = declared
    let titles = declared.headlines + [declared.pageTitle].compactMap(\.self)
    let short = titles.map { Self.withoutSiteName($0, names: declared.siteNames) }
    wanted = (short + titles).map(TitleKey.init).filter { !$0.words.isEmpty }
  }

  /// The headline, and the index of the block that prints it; nil where nothing prints it.
  func headline() -> (title: String, block: Int?)? {
    let candidates = structure.blocks.indices.filter(isCandidate)
    let agreed = bestAgreed(candidates)
    let printed = mainHeading(candidates)
    if let agreed, agreed.worth >= 0.9 || printed == nil {
      return (structure.blocks[agreed.index].text, agreed.index)
    }
    if let printed { return (structure.blocks[printed].text, printed) }
    if let shown = headlineOfSitesTitle(candidates) { return (structure.blocks[shown].text, shown) }
    let titles = declared.headlines + [declared.pageTitle].compactMap(\.self)
    if let title = titles.first {
      return (Self.withoutSiteName(title, names: declared.siteNames), nil)
    }
    return candidates.first.map { (structure.blocks[$0].text, $0) }
  }

  /// Headings, and small boxes that are called title.
  private func isCandidate(_ index: Int) -> Bool {
    let block = structure.blocks[index]
    guard block.text.utf8.count <= 300 else { return false }
    if case .heading(let level) = block.kind { return level <= 3 }
    let node = tree.nodes[block.node]
    return node.names.roles.contains(.title) || node.tag == "legend"
  }

  /// The candidate that has most of a declared title's words, at its front or at its end.
  private func bestAgreed(_ candidates: [Int]) -> (index: Int, worth: Double)? {
    var best: (index: Int, worth: Double)?
    let text =
      structure.blocks.firstIndex { $0.node > structure.core && $0.isProse } ?? structure.blocks.count
    for index in candidates {
      let key = TitleKey(structure.blocks[index].text)
      guard !key.words.isEmpty, !isSiteName(key, at: index) else { continue }
      var worth = wanted.map { $0.share(of: key) }.max() ?? 0
      guard worth >= 0.5 else { continue }
      if structure.blocks[index].kind == .heading(1) { worth += 0.3 }
      if structure.blocks[index].linkShare > 0.5 { worth -= 0.3 }
      // A bar that stays in sight repeats the headline above: of two alike the one next to the text counts.
      let isNearer = index < text && worth == best?.worth
      if worth > (best?.worth ?? 0) || isNearer && isRepeated(index, at: best?.index) {
        best = (index, worth)
      }
    }
    return best
  }

  private func isRepeated(_ index: Int, at other: Int?) -> Bool {
    other.map { structure.blocks[$0].text == structure.blocks[index].text } ?? false
  }

  /// The first main heading that stands before the text and is not the outlet's name.
  private func mainHeading(_ candidates: [Int]) -> Int? {
    let body = structure.blocks.firstIndex { $0.node > structure.core } ?? structure.blocks.count
    let mains = candidates.filter {
      structure.blocks[$0].kind == .heading(1) && !isSiteName(TitleKey(structure.blocks[$0].text), at: $0)
    }
    return mains.first { index in
      let key = TitleKey(structure.blocks[index].text)
      return index <= body + 2 && key.words.count > 1 && mains.count == 1
        || wanted.contains { $0.sharesWords(with: key) }
    }
  }

  /// Words of a title that may name the site alone, at most, and of a headline, at least.
  private static let siteTitle = (most: 2, headline: 4)

  /// The one line above the text that is called a title and tells of its matter, where all that the page declares is a
  /// word or two that do not: the same name on every page of a site.
  private func headlineOfSitesTitle(_ candidates: [Int]) -> Int? {
    guard declared.headlines.isEmpty, let title = declared.pageTitle,
      TitleKey(title).words.count <= Self.siteTitle.most,
      let text = structure.blocks.firstIndex(where: { $0.node > structure.core && $0.isProse })
    else { return nil }
    let shown = candidates.filter {
      $0 < text && structure.blocks[$0].linkShare < 0.5
        && TitleKey(structure.blocks[$0].text).words.count >= Self.siteTitle.headline
    }
    let told = longWords(of: structure.blocks[text...])
    // An office's own report names it too.
    let isOfMatter = TitleKey(title).words.count > 1 && !TitleKey(title).longWords.isDisjoint(with: told)
    guard shown.count == 1, !isOfMatter else { return nil }
    let shownWords = TitleKey(structure.blocks[shown[0]].text).longWords
    return shownWords.count { told.contains($0) } * 5 >= max(1, shownWords.count) * 2 ? shown[0] : nil
  }

  private func longWords(of blocks: ArraySlice<PageBlock>) -> Set<String> {
    blocks.filter(\.isProse).reduce(into: []) { words, block in
      words.formUnion(TitleKey.longWords(of: FoldedWords(block.text, limit: .max).words.map(\.folded)))
    }
  }

  private func isSiteName(_ key: TitleKey, at index: Int) -> Bool {
    if declared.siteNames.contains(where: { TitleKey($0) == key }) { return true }
    // A title that consists of a name and the headline's words has the name at one end and more words beside it.
    guard structure.blocks[index].linkShare > 0.8 else { return false }
    let node = structure.blocks[index].node
    return tree.descendants(of: node).contains { inner in
      guard tree.nodes[inner].tag == "a", let href = tree.nodes[inner].attribute("href") else { return false }
      return Self.isRoot(href)
    }
  }

  /// Whether an address is a site's front page.
  private static func isRoot(_ address: String) -> Bool {
    let path = address.split(separator: "/", omittingEmptySubsequences: true)
    if address.hasPrefix("http") { return path.count <= 2 }
    return path.isEmpty
  }

  /// The title without the outlet's name that pages put before or behind it.
  static func withoutSiteName(_ title: String, names: [String]) -> String {
    let names = names.map(TitleKey.init)
    for separator in HTMLVocabulary.titleSeparators {
      guard let parts = title.cutAtLast(separator) else { continue }
      if names.contains(TitleKey(parts.tail)) { return parts.head }
      if names.contains(TitleKey(parts.head)) { return parts.tail }
      let (head, tail) = (TitleKey(parts.head).words.count, TitleKey(parts.tail).words.count)
      if tail <= 4 && head > 3 || head > 2 * tail { return parts.head }
    }
    return title
  }
}

/// A title's words, bare of case and marks, to compare titles by.
struct TitleKey: Hashable {
  let words: [String]

  init(_ title: String) { words = FoldedWords(title).words.map(\.folded) }

  /// The words that may tell of a matter.
  var longWords: Set<String> { Self.longWords(of: words) }

  static func longWords(of words: [String]) -> Set<String> { Set(words.filter { $0.utf8.count > 3 }) }

  /// How much of this title another one is that it begins or ends with, 0 to 1.
  func share(of other: TitleKey) -> Double {
    guard !other.words.isEmpty, other.words.count <= words.count,
      words.starts(with: other.words) || words.suffix(other.words.count).elementsEqual(other.words)
    else { return words.starts(with: other.words.prefix(words.count)) && words.count > 3 ? 0.5 : 0 }
    return Double(other.words.count) / Double(words.count)
  }

  /// Whether a good part of the longer words of one is in the other.
  func sharesWords(with other: TitleKey) -> Bool {
    let long = longWords
    return other.words.count(where: long.contains) * 3 >= max(1, other.words.count)
  }
}

extension String {
  /// The text before and behind the last of a separator; nil where it has none.
  func cutAtLast(_ separator: String) -> (head: String, tail: String)? {
    let bytes = Array(utf8)
    let mark = Array(separator.utf8)
    guard bytes.count > mark.count else { return nil }
    for start in stride(from: bytes.count - mark.count, through: 0, by: -1)
    where bytes[start..<(start + mark.count)].elementsEqual(mark) {
      return (
        String(decoding: bytes[..<start], as: UTF8.self).folded,
        String(decoding: bytes[(start + mark.count)...], as: UTF8.self).folded
      )
    }
    return nil
  }
}
