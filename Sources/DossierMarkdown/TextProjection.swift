import CCmarkGFM
import DossierSource

/// One walk over a tree that gathers what it says, and which of its nodes says what.
///
/// Plain text and weaving both come from this walk, so their offsets cannot differ.
struct TextProjection {
  /// A node's place among the inline nodes of a document, in the order of reading.
  struct Step {
    enum Kind { case text, code, lineBreak, enter, exit, blockEnd }
    let kind: Kind
    let node: OpaquePointer
    let isLink: Bool
    /// Of the text that the node itself says; for `enter` and `exit` empty, where it begins or ends.
    var range: TextRange
  }

  private(set) var bytes: [UInt8] = []
  private(set) var blocks: [TextBlock] = []
  private(set) var steps: [Step] = []
  private(set) var rawHTML: [OpaquePointer] = []
  private(set) var images: [OpaquePointer] = []
  private(set) var headings: [OpaquePointer] = []
  private(set) var links: [OpaquePointer] = []
  /// Whether all is paragraphs and headings of bare text.
  private(set) var isPlain = true
  private let keepsSteps: Bool
  private var blockStart: Int?
  private var quoteDepth = 0
  private var itemDepth = 0
  private var imageDepth = 0
  private var separatesCell = false

  /// Walks a tree; its steps and special nodes are kept only where they are asked for.
  init(of tree: borrowing SyntaxTree, keepingSteps: Bool) {
    keepsSteps = keepingSteps
    guard let iterator = cmark_iter_new(tree.root) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { break }
      visit(node, entering: event == CMARK_EVENT_ENTER)
    }
  }

  private mutating func visit(_ node: OpaquePointer, entering: Bool) {
    let type = cmark_node_get_type(node)
    switch type {
    case CMARK_NODE_TEXT, CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING, CMARK_NODE_DOCUMENT: break
    default: isPlain = false
    }
    switch type {
    case CMARK_NODE_TEXT: if imageDepth == 0 { say(literalOf: node, as: .text) }
    case CMARK_NODE_CODE: if imageDepth == 0 { say(literalOf: node, as: .code) }
    case CMARK_NODE_SOFTBREAK: if imageDepth == 0 { say(UInt8(ascii: " "), for: node) }
    case CMARK_NODE_LINEBREAK: if imageDepth == 0 { say(UInt8(ascii: "\n"), for: node) }
    case CMARK_NODE_EMPH, CMARK_NODE_STRONG: step(entering, node)
    case CMARK_NODE_LINK:
      if entering, keepsSteps, imageDepth == 0 { links.append(node) }
      step(entering, node, isLink: true)
    case CMARK_NODE_IMAGE:
      imageDepth += entering ? 1 : -1
      if entering, keepsSteps, imageDepth == 1 { images.append(node) }
    case CMARK_NODE_HTML_INLINE, CMARK_NODE_HTML_BLOCK:
      if keepsSteps, imageDepth == 0 { rawHTML.append(node) }
    case CMARK_NODE_PARAGRAPH:
      leaf(entering, itemDepth > 0 ? .listItem : quoteDepth > 0 ? .quote : .paragraph, node)
    case CMARK_NODE_HEADING:
      if entering, keepsSteps { headings.append(node) }
      leaf(entering, .heading(level: Int(cmark_node_get_heading_level(node))), node)
    case CMARK_NODE_BLOCK_QUOTE: quoteDepth += entering ? 1 : -1
    case CMARK_NODE_ITEM: itemDepth += entering ? 1 : -1
    case CMARK_NODE_CODE_BLOCK: codeBlock(node)
    case CMARK_NODE_DOCUMENT, CMARK_NODE_LIST, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_FOOTNOTE_DEFINITION,
      CMARK_NODE_FOOTNOTE_REFERENCE, CMARK_NODE_CUSTOM_BLOCK, CMARK_NODE_CUSTOM_INLINE:
      break
    default: visitExtension(node, entering: entering)
    }
  }

  /// Nodes of extensions have types that are known only at run time, but fixed names.
  private mutating func visitExtension(_ node: OpaquePointer, entering: Bool) {
    guard let name = cmark_node_get_type_string(node) else { return }
    switch String(cString: name) {
    case "strikethrough": step(entering, node)
    case "tasklist": itemDepth += entering ? 1 : -1
    case "table_row", "table_header": row(entering)
    case "table_cell": cell(entering, node)
    default: break
    }
  }

  private mutating func leaf(_ entering: Bool, _ kind: TextBlock.Kind, _ node: OpaquePointer) {
    if entering { open() } else { close(kind, node) }
  }

  private mutating func row(_ entering: Bool) {
    separatesCell = false
    if entering { open() } else { close(.tableRow, nil) }
  }

  private mutating func cell(_ entering: Bool, _ node: OpaquePointer) {
    if entering {
      separatesCell = bytes.count > (blockStart ?? 0)
    } else {
      separatesCell = false
      step(.blockEnd, node)
    }
  }

  private mutating func codeBlock(_ node: OpaquePointer) {
    open()
    append(literalOf: node)
    while let start = blockStart, bytes.count > start, bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    close(.code, nil)
  }

  private mutating func open() {
    if !bytes.isEmpty { bytes += [UInt8(ascii: "\n"), UInt8(ascii: "\n")] }
    blockStart = bytes.count
  }

  private mutating func close(_ kind: TextBlock.Kind, _ node: OpaquePointer?) {
    guard let start = blockStart else { return }
    if bytes.count > start {
      blocks.append(TextBlock(kind: kind, range: TextRange(start, bytes.count)))
    } else {
      isPlain = false
      if !bytes.isEmpty { bytes.removeLast(2) }
    }
    if let node { step(.blockEnd, node) }
    blockStart = nil
  }

  private mutating func say(literalOf node: OpaquePointer, as kind: Step.Kind) {
    separateCell()
    let start = bytes.count
    append(literalOf: node)
    step(kind, node, from: start)
  }

  private mutating func say(_ byte: UInt8, for node: OpaquePointer) {
    let start = bytes.count
    bytes.append(byte)
    step(.lineBreak, node, from: start)
  }

  private mutating func separateCell() {
    guard separatesCell else { return }
    bytes += " | ".utf8
    separatesCell = false
  }

  private mutating func append(literalOf node: OpaquePointer) {
    bytes += SyntaxTree.literal(of: node)
  }

  private mutating func step(_ entering: Bool, _ node: OpaquePointer, isLink: Bool = false) {
    guard imageDepth == 0 else { return }
    if entering { separateCell() }
    step(entering ? .enter : .exit, node, isLink: isLink)
  }

  private mutating func step(
    _ kind: Step.Kind, _ node: OpaquePointer, from start: Int? = nil, isLink: Bool = false
  ) {
    guard keepsSteps else { return }
    let range = TextRange(start ?? bytes.count, bytes.count)
    steps.append(Step(kind: kind, node: node, isLink: isLink, range: range))
  }
}
