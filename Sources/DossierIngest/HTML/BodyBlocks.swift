import DossierModel
import DossierSource

/// Parts the blocks of the main content into the article's own and what only stands between them.
///
/// Every block goes to one side or the other, and with a reason: nothing is dropped in silence.
struct BodyBlocks {
  private(set) var kept: [PageBlock] = []
  private(set) var captions: [String] = []
  private(set) var removed: [RemovedText] = []

  init(_ blocks: [PageBlock], title: String, metadata: ArticleMetadata) {
    let titleKey = TitleKey(title)
    let start = Self.start(of: blocks, title: titleKey)
    var seen: Set<String> = []
    for (index, block) in blocks.enumerated() {
      if block.kind == .caption {
        captions.append(block.text)
      } else if let reason = index < start
        ? .navigation : Self.reason(for: block, title: titleKey, metadata: metadata, seen: seen)
      {
        removed.append(RemovedText(block.text, reason))
      } else {
        if block.text.utf8.count > 40 { seen.insert(block.text) }
        kept.append(block)
      }
    }
    dropHeadingsOfNothing()
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

  private static func reason(
    for block: PageBlock, title: TitleKey, metadata: ArticleMetadata, seen: Set<String>
  ) -> RemovalReason? {
    if case .heading = block.kind {
      if TitleKey(block.text) == title { return .repeatedTitle }
      return block.linkShare > 0.6 ? .relatedLink : nil
    }
    if seen.contains(block.text) { return .repeatedText }
    if metadata.bylines.contains(where: { TitleKey($0) == TitleKey(block.text) }) { return .movedToMetadata }
    let isMostlyLinks = block.linkShare > (block.isProse ? 0.8 : 0.6)
    return isMostlyLinks ? .relatedLink : nil
  }

  /// A heading that heads nothing stood over what was left out, unless it heads further headings.
  private mutating func dropHeadingsOfNothing() {
    var rest: [PageBlock] = []
    var lastLevelWithText = 0
    for block in kept.reversed() {
      guard case .heading(let level) = block.kind else {
        rest.append(block)
        lastLevelWithText = 7
        continue
      }
      if lastLevelWithText >= level {
        rest.append(block)
        lastLevelWithText = level
      } else if lastLevelWithText == 0 {
        removed.append(RemovedText(block.text, .relatedLink))
      } else {
        rest.append(block)
      }
    }
    kept = rest.reversed()
  }
}
