import DossierMarkdown
import DossierModel
import DossierSource

/// What is taken from a saved page, before it is made an article.
struct HTMLPage: Sendable {
  var metadata: ArticleMetadata
  var blocks: [PageBlock]
  var images: [ImageCaption]
  var removed: [RemovedText]
}

/// Reads a saved page: its metadata, its main content, and what of it is furniture.
struct HTMLReader: Sendable {
  private let words: PageWords

  init(vocabulary: PageVocabulary) { words = PageWords(vocabulary) }

  func page(utf8: [UInt8]) -> HTMLPage {
    let tree = HTMLTree(utf8: utf8)
    let structure = PageStructure(of: tree)
    let declared = PageMetadata(of: tree)
    let metadata = MetadataExtractor(structure: structure, declared: declared, words: words).metadata()
    guard let root = MainContentExtractor(structure: structure).root() else {
      return HTMLPage(metadata: metadata, blocks: [], images: [], removed: Self.excluded(from: structure))
    }
    let blocks = PageBlocks.blocks(of: tree, below: root) { structure.exclusion[$0] == nil }
    let body = BodyBlocks(blocks, of: tree, metadata: metadata, furniture: FurnitureLines(words: words))
    return HTMLPage(
      metadata: metadata, blocks: body.kept,
      images: body.captions,
      removed: Self.excluded(from: structure) + Self.outside(root, of: structure) + body.removed)
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
      let text = tree.text(of: index)
      return text.isEmpty ? nil : RemovedText(text, reason)
    }
  }

  /// What stands outside of the main content and is not left out for another reason.
  private static func outside(_ root: Int, of structure: PageStructure) -> [RemovedText] {
    PageBlocks.blocks(of: structure.tree, below: 0) { $0 != root && structure.exclusion[$0] == nil }
      .map { RemovedText($0.text, $0.linkShare > 0.5 ? .navigation : .pageFurniture) }
  }
}
