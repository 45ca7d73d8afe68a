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
  private let vocabulary: PageVocabulary

  init(vocabulary: PageVocabulary) { self.vocabulary = vocabulary }

  func page(utf8: [UInt8]) -> HTMLPage {
    let tree = HTMLTree(utf8: utf8)
    let structure = PageStructure(of: tree)
    let declared = PageMetadata(of: tree)
    let extractor = MetadataExtractor(structure: structure, declared: declared, vocabulary: vocabulary)
    var metadata = ArticleMetadata(title: extractor.title() ?? "")
    metadata.bylines = extractor.authors()
    metadata.outlet = extractor.outlet()
    metadata.published = extractor.published()
    metadata.updated = extractor.updated()
    metadata.url = declared.addresses.first { $0.hasPrefix("http") }
    metadata.language = declared.language
    metadata.deck = declared.descriptions.first
    guard let root = MainContentExtractor(structure: structure).root() else {
      return HTMLPage(metadata: metadata, blocks: [], images: [], removed: [])
    }
    let blocks = PageBlocks.blocks(of: tree, below: root) { structure.exclusion[$0] == nil }
    return HTMLPage(metadata: metadata, blocks: blocks.filter { Self.isKept($0, title: metadata.title) }, images: [], removed: [])
  }

  private static func isKept(_ block: PageBlock, title: String) -> Bool {
    if block.kind == .caption { return false }
    if case .heading = block.kind, TitleKey(block.text) == TitleKey(title) { return false }
    if block.linkShare > 0.7 { return false }
    return true
  }
}
