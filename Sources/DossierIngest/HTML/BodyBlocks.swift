import DossierModel
import DossierSource

/// Parts the blocks of the main content into the article's own and what only stands between them.
///
/// Every block goes to one side or the other, and with a reason: nothing is dropped in silence.
struct BodyBlocks {
  private(set) var kept: [PageBlock] = []
  private(set) var captions: [ImageCaption] = []
  private(set) var removed: [RemovedText] = []
  /// Whom the end of the last paragraph credits.
  private(set) var credits: [String] = []
  /// What the paragraphs below the text say.
  private(set) var foot = FiledFoot()

  init(
    _ blocks: [PageBlock], of tree: HTMLTree, metadata: ArticleMetadata, deckNode: Int?,
    furniture: FurnitureLines
  ) {
    let title = TitleKey(metadata.title)
    let bylines = Set(metadata.bylines.map(TitleKey.init))
    let start = Self.start(of: blocks, title: title)
    let deck = TitleKey(metadata.deck ?? "")
    let first = blocks[start...].firstIndex { $0.isProse && $0.node != deckNode } ?? start
    let text = Self.textBehindDeck(deck, at: first, in: blocks, by: bylines) ?? first
    let end = Self.end(of: blocks, furniture: furniture)
    var seen: Set<String> = []
    var isBelowTeasers = false
    var teasers = blocks.count
    for (index, block) in blocks.enumerated() {
      let next = index + 1 < blocks.count ? blocks[index + 1] : nil
      if block.kind == .caption {
        captions.append(furniture.caption(of: block.text, credit: Self.credit(in: block, of: tree)))
      } else if let caption = furniture.captionInText(block) {
        captions.append(caption)
      } else if index < start || index >= end {
        removed.append(RemovedText(block.text, index < start ? .navigation : .relatedLink))
      } else if index < text, !title.words.isEmpty, TitleKey(block.text) == title {
        removed.append(RemovedText(block.text, .repeatedTitle))
      } else if index < text || block.kind.isHeading, !deck.words.isEmpty, TitleKey(block.text) == deck {
        removed.append(RemovedText(block.text, .movedToMetadata))
      } else if isBelowTeasers, case .listItem = block.kind, !block.isProse {
        removed.append(RemovedText(block.text, .relatedLink))
        continue
      } else if let reason = Self.repetition(of: block, title: title, bylines: bylines, seen: seen)
        ?? (index < text && Self.beginsByline(block, with: bylines) ? .movedToMetadata : nil)
        ?? (index < text ? furniture.reasonBeforeText(for: block) : nil)
        ?? furniture.reason(for: block) ?? Self.linkReason(for: block, before: next)
      {
        removed.append(RemovedText(block.text, reason))
        isBelowTeasers = reason == .relatedLink && block.kind.isHeading
        if Self.isLabel(block, furniture) { teasers = kept.count }
        continue
      } else {
        if block.text.utf8.count > 40 { seen.insert(block.text) }
        kept.append(block)
      }
      isBelowTeasers = false
    }
    dropTeasers(from: teasers)
    takeFoot(by: furniture)
    dropHeadingsOfNothing()
  }

  /// Words of a byline with what its author is and when he wrote, at most.
  private static let bylineWords = 12

  /// Where the text begins behind a first paragraph that the page declares as its deck: one with the byline between it
  /// and the next paragraph.
  ///
  /// Many pages declare the text's own first paragraph. Below that may stand the days of a chronicle or what only begins
  /// as a byline does, but hardly the name of who wrote the text.
  private static func textBehindDeck(
    _ deck: TitleKey, at first: Int, in blocks: [PageBlock], by bylines: Set<TitleKey>
  ) -> Int? {
    guard !deck.words.isEmpty, first < blocks.count, TitleKey(blocks[first].text) == deck,
      let next = blocks[(first + 1)...].firstIndex(where: { $0.isProse && $0.kind != .caption }),
      blocks[(first + 1)..<next].contains(where: { names($0, oneOf: bylines) })
    else { return nil }
    return next
  }

  private static func names(_ block: PageBlock, oneOf bylines: Set<TitleKey>) -> Bool {
    guard case .paragraph = block.kind, !block.text.endsSentence else { return false }
    let words = TitleKey(block.text).words
    return words.count <= bylineWords
      && bylines.contains { name in
        name.words.count > 1 && words.indices.contains { words[$0...].starts(with: name.words) }
      }
  }

  /// Words of a label of other articles, at most.
  private static let labelWords = 4

  /// Whether a few words say themselves that links follow, as a link to elsewhere alone does not: "Read more".
  private static func isLabel(_ block: PageBlock, _ furniture: FurnitureLines) -> Bool {
    furniture.reason(for: block) == .relatedLink && LineShape(block.text).wordCount <= labelWords
  }

  /// Headlines below a label, at least, and words of one.
  private static let fewestTeasers = (count: 2, words: 3)

  /// Leaves out the last paragraphs behind a label such as "Read more" where each of them may be a headline.
  ///
  /// Results, prices and votes are no headlines, nor is a line alone or one of a word or two, as a signature.
  private mutating func dropTeasers(from start: Int) {
    guard start > 0, kept.count - start >= Self.fewestTeasers.count,
      kept[start...].allSatisfy({ $0.kind == .paragraph && !$0.isProse && Self.isHeadline($0.text) })
    else { return }
    removed += kept[start...].map { RemovedText($0.text, .relatedLink) }
    kept.removeSubrange(start...)
  }

  private static func isHeadline(_ text: String) -> Bool {
    let shape = LineShape(text)
    return shape.isHeadlineLike && !shape.startsLowercase && shape.wordCount >= fewestTeasers.words
      && shape.digitCount == 0 && !text.contains(":")
  }

  /// The last paragraphs, where they credit somebody or invite readers to something.
  private mutating func takeFoot(by furniture: FurnitureLines) {
    for index in kept.indices.suffix(3) {
      guard let parted = furniture.withoutCredits(kept[index]) else { continue }
      kept[index] = parted.block
      credits += parted.names
      removed.append(RemovedText(parted.credits, .movedToMetadata))
    }
    for labels in furniture.foot(of: kept) { foot.file(kept.removeLast().text, labels) }
    removed += foot.removed
  }

  /// The text of the element within a caption's that is called a credit.
  static func credit(in block: PageBlock, of tree: HTMLTree) -> String? {
    tree.descendants(of: block.node).first { tree.nodes[$0].names.roles.contains(.credit) }.map {
      tree.text(of: $0)
    }
  }

  /// The block behind the headline, where the content holds one and little prose stands before it.
  private static func start(of blocks: [PageBlock], title: TitleKey) -> Int {
    let headline = blocks.firstIndex {
      guard case .heading = $0.kind else { return false }
      return TitleKey($0.text) == title
    }
    guard let headline, !blocks[..<headline].contains(where: \.isProse) else { return 0 }
    return headline
  }

  /// Where the article ends: at a heading of what other articles there are, unless much of the text is behind it.
  private static func end(of blocks: [PageBlock], furniture: FurnitureLines) -> Int {
    let prose = blocks.map { $0.isProse && $0.linkShare < 0.3 ? $0.text.utf8.count : 0 }
    let whole = prose.reduce(0, +)
    var before = 0
    for (index, block) in blocks.enumerated() {
      let next = index + 1 < blocks.count ? blocks[index + 1] : nil
      if before * 10 > whole * 6, furniture.endsArticle(block, before: next) { return index }
      before += prose[index]
    }
    return blocks.count
  }

  private static func repetition(
    of block: PageBlock, title: TitleKey, bylines: Set<TitleKey>, seen: Set<String>
  ) -> RemovalReason? {
    if seen.contains(block.text) { return .repeatedText }
    guard block.text.utf8.count < 300 else { return nil }
    let key = TitleKey(block.text)
    if block.kind.isHeading, key == title { return .repeatedTitle }
    return bylines.contains(key) ? .movedToMetadata : nil
  }

  /// Whether a short paragraph begins with the name of who wrote the text: "Jane Doe, Deputy Political Editor".
  private static func beginsByline(_ block: PageBlock, with bylines: Set<TitleKey>) -> Bool {
    guard block.kind == .paragraph, !block.text.endsSentence else { return false }
    let words = TitleKey(block.text).words
    return words.count <= 10 && bylines.contains { $0.words.count > 1 && words.starts(with: $0.words) }
  }

  /// Whether a block is a link to elsewhere and no more.
  private static func linkReason(for block: PageBlock, before next: PageBlock?) -> RemovalReason? {
    if block.kind.isHeading {
      // What a linked heading heads tells whether it is a part of the text or a teaser.
      let headsText = next.map { $0.linkShare < 0.5 && $0.kind != block.kind } ?? false
      return block.linkShare > 0.6 && !headsText ? .relatedLink : nil
    }
    return block.linkShare > (block.isProse ? 0.8 : 0.6) ? .relatedLink : nil
  }

  /// A heading that heads nothing stood over what was left out, unless it heads further headings.
  private mutating func dropHeadingsOfNothing() {
    var rest: [PageBlock] = []
    for block in kept.reversed() {
      if block.kind.isHeading, rest.isEmpty {
        removed.append(RemovedText(block.text, .relatedLink))
      } else {
        rest.append(block)
      }
    }
    kept = rest.reversed()
  }
}
