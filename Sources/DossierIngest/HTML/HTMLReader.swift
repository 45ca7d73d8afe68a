import DossierMarkdown
import DossierModel
import DossierSource

/// What is taken from a saved page, before it is made an article.
struct HTMLPage: Sendable {
  var metadata: ArticleMetadata
  var blocks: [PageBlock]
  var images: [ImageCaption]
  var removed: [RemovedText]
  /// The date that fits two calendars, where the page has no other.
  var ambiguousDate: String?
  /// Whether the page was larger than the bounds, and was cut.
  var isCut = false
}

/// Reads a saved page: its metadata, its main content, and what of it is furniture.
struct HTMLReader: Sendable {
  private let words: PageWords
  private let furniture: FurnitureLines

  init(vocabulary: PageVocabulary) {
    words = PageWords(vocabulary)
    furniture = FurnitureLines(words: words)
  }

  func page(utf8: [UInt8]) -> HTMLPage {
    let tree = HTMLTree(utf8: utf8)
    let structure = PageStructure(of: tree)
    let declared = PageMetadata(of: tree, page: utf8)
    let extractor = MetadataExtractor(structure: structure, declared: declared, words: words)
    var metadata = extractor.metadata()
    let ambiguous = metadata.published == nil ? extractor.dateInDoubt : nil
    let root = MainContentExtractor(structure: structure).root()
    let blocks = root.map { PageBlocks.blocks(of: tree, below: $0) { structure.exclusion[$0] == nil } } ?? []
    let body = BodyBlocks(
      blocks, of: tree, metadata: metadata, deckNode: extractor.shownDeck?.node, furniture: furniture)
    metadata.credits += body.credits.filter { !metadata.credits.contains($0) }
    body.foot.fill(&metadata)
    let lead = root.map { Self.leadCaptions(above: $0, of: structure, title: metadata.title) } ?? []
    let images =
      lead.map { furniture.caption(of: $0.text, credit: BodyBlocks.credit(in: $0, of: tree)) }
      + body.captions
    // Text that stands in the content's element itself is met twice.
    let shownTexts = Set((body.kept + lead).map(\.text))
    let outside = root.map { Self.outside($0, of: structure) } ?? []
    let around = Self.excluded(from: structure) + outside.filter { !shownTexts.contains($0.text) }
    let shown = body.kept.reduce(0) { $0 + $1.text.utf8.count }
    if let declared = Self.declaredBody(in: declared, beyond: shown) {
      let replaced = body.kept.map { RemovedText($0.text, .pageFurniture) }
      return HTMLPage(
        metadata: metadata, blocks: declared, images: images,
        removed: around + body.removed + replaced,
        ambiguousDate: ambiguous, isCut: tree.isCut)
    }
    return HTMLPage(
      metadata: metadata, blocks: body.kept, images: images, removed: around + body.removed,
      ambiguousDate: ambiguous, isCut: tree.isCut)
  }

  /// The captions of pictures between the headline and the element that holds the text.
  private static func leadCaptions(above root: Int, of structure: PageStructure, title: String) -> [PageBlock]
  {
    let key = TitleKey(title)
    guard !key.words.isEmpty,
      let headline = structure.blocks.firstIndex(where: {
        $0.kind.isHeading && TitleKey($0.text) == key
      })
    else { return [] }
    return structure.blocks[headline...].prefix(60).prefix { $0.node < root }.filter {
      $0.kind == .caption && structure.exclusion[$0.node] == nil
    }.prefix(4).map(\.self)
  }

  /// The article's text as the page repeats it for machines, where it shows its readers hardly any of it:
  /// pages that are put together by scripts look so when they are saved.
  private static func declaredBody(in declared: PageMetadata, beyond shown: Int) -> [PageBlock]? {
    guard let text = declared.articleBody, text.utf8.count >= 600, text.utf8.count > 4 * shown,
      !text.utf8.contains(UInt8(ascii: "<"))
    else { return nil }
    return text.utf8.split(separator: 0x0A).compactMap { line in
      let paragraph = String(decoding: Array(line), as: UTF8.self).plain
      return paragraph.isEmpty ? nil : PageBlock(kind: .paragraph, text: paragraph, linkLength: 0, node: 0)
    }
  }

  /// What is left out by element, role or name: a row for each outermost element.
  private static func excluded(from structure: PageStructure) -> [RemovedText] {
    let tree = structure.tree
    return tree.nodes.indices.compactMap { index in
      let parent = tree.nodes[index].parent
      guard let reason = structure.exclusion[index], parent < 0 || structure.exclusion[parent] == nil else {
        return nil
      }
      // What is for machines, and the titles within drawings, nobody read as text.
      guard !HTMLVocabulary.unreadTags.contains(tree.nodes[index].tag) else { return nil }
      let text = tree.parts(of: index)
      return text.isEmpty ? nil : RemovedText(text, reason)
    }
  }

  /// What stands outside of the main content and is not left out for another reason.
  private static func outside(_ root: Int, of structure: PageStructure) -> [RemovedText] {
    PageBlocks.blocks(of: structure.tree, below: 0) { $0 != root && structure.exclusion[$0] == nil }
      .map { RemovedText($0.text, $0.linkShare > 0.5 ? .navigation : .pageFurniture) }
  }
}
