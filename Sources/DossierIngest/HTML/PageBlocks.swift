import DossierModel
import DossierSource

/// A run of a page's text between the borders of block elements.
struct PageBlock: Sendable {
  enum Kind: Sendable, Hashable {
    case paragraph
    case heading(Int)
    case listItem(ordered: Bool)
    case quote
    case code
    case tableRow
    case caption

    /// Whether it is one, of whatever level.
    var isHeading: Bool { if case .heading = self { true } else { false } }
  }

  let kind: Kind
  let text: String
  /// Bytes of the text that stand within links.
  let linkLength: Int
  /// Index of the block element that it belongs to.
  let node: Int

  /// How much of the text is links, 0 to 1.
  var linkShare: Double { text.isEmpty ? 0 : min(1, Double(linkLength) / Double(text.utf8.count)) }

  /// Whether the text reads as prose: sentences, not labels.
  var isProse: Bool {
    guard text.utf8.count >= 40 else { return false }
    return text.utf8.count >= 140 || text.endsSentence
  }
}

/// Cuts a page into its blocks of text, in document order.
///
/// `included` tells which nodes count; what is left out leaves no trace in the blocks.
struct PageBlocks {
  private let tree: HTMLTree
  private let included: (Int) -> Bool
  private var blocks: [PageBlock] = []
  private var text = FoldedText()
  private var linkLength = 0
  private var linkEnd = 0
  /// The element that the last text stood in.
  private var lastParent = -1
  /// Open block elements, innermost last.
  private var open: [(index: Int, end: Int)] = []
  private var breaks = 0

  private init(tree: HTMLTree, included: @escaping (Int) -> Bool) {
    self.tree = tree
    self.included = included
  }

  static func blocks(of tree: HTMLTree, below root: Int, where included: @escaping (Int) -> Bool)
    -> [PageBlock]
  {
    guard tree.nodes.indices.contains(root) else { return [] }
    var cutter = PageBlocks(tree: tree, included: included)
    cutter.cut(below: root)
    return cutter.blocks
  }

  private mutating func cut(below root: Int) {
    open = [(root, tree.nodes[root].end)]
    var index = root + 1
    while index < tree.nodes[root].end {
      closeBlocks(endingBy: index)
      let node = tree.nodes[index]
      guard included(index) else {
        // A box that is left out still parts the text around it.
        if node.facts.isBlock { flush() }
        index = node.end
        continue
      }
      if node.isText { append(node.text, at: index) } else { enter(node, at: index) }
      index += 1
    }
    closeBlocks(endingBy: tree.nodes[root].end)
    flush()
  }

  private mutating func append(_ string: String, at index: Int) {
    let before = text.count
    let parent = tree.nodes[index].parent
    if parent != lastParent, isApart(parent) || isApart(lastParent), text.endsInSmall,
      string.beginsWithCapital
    {
      text.appendSpace()
    }
    lastParent = parent
    text.append(string)
    if index < linkEnd { linkLength += text.count - before }
    if text.count > before + 1 { breaks = 0 }
  }

  /// Whether pages set such elements apart by style, with no space between them and their neighbours.
  private func isApart(_ index: Int) -> Bool {
    guard index >= 0 else { return false }
    switch tree.nodes[index].tag {
    case "a", "span", "time", "button", "label", "small": return true
    default: return false
    }
  }

  private mutating func enter(_ node: HTMLTree.Node, at index: Int) {
    switch node.tag {
    case "a":
      if node.attribute("href") != nil { linkEnd = max(linkEnd, node.end) }
    case "br":
      // Two line breaks part paragraphs as old pages do; one is white space.
      breaks += 1
      if breaks > 1 { flush() } else { text.appendSpace() }
    default:
      guard node.facts.isBlock else { return }
      if node.tag == "td" || node.tag == "th" {
        text.appendSpace()
        return
      }
      flush()
      open.append((index, node.end))
    }
  }

  private mutating func closeBlocks(endingBy index: Int) {
    while open.count > 1, let last = open.last, last.end <= index {
      flush()
      open.removeLast()
    }
  }

  private mutating func flush() {
    defer {
      text = FoldedText()
      linkLength = 0
      breaks = 0
    }
    let finished = text.finished
    guard !finished.isEmpty, let innermost = open.last else { return }
    blocks.append(PageBlock(kind: kind, text: finished, linkLength: linkLength, node: innermost.index))
  }

  /// What the block is, by the elements it stands in, the innermost first.
  private var kind: PageBlock.Kind {
    var isQuote = false
    for (index, _) in open.reversed() {
      if index > 0, isNamedCaption(index) { return .caption }
      switch tree.nodes[index].tag {
      case "h1", "h2", "h3", "h4", "h5", "h6":
        return .heading(Int(tree.nodes[index].tag.dropFirst()) ?? 2)
      case "li": return .listItem(ordered: isInOrderedList(index))
      case "figcaption": return .caption
      case "pre": return .code
      case "tr": return .tableRow
      case "blockquote": isQuote = true
      default: continue
      }
    }
    return isQuote ? .quote : .paragraph
  }

  /// Whether a small box is called a caption; on a large one the word tells of something within it.
  private func isNamedCaption(_ index: Int) -> Bool {
    tree.nodes[index].end - index < 24 && tree.nodes[index].names.roles.contains(.caption)
  }

  private func isInOrderedList(_ index: Int) -> Bool {
    let parent = tree.nodes[index].parent
    return parent >= 0 && tree.nodes[parent].tag == "ol"
  }
}

extension String {
  /// Whether the text begins with a capital letter of ASCII.
  fileprivate var beginsWithCapital: Bool { utf8.first.map { (0x41...0x5A).contains($0) } ?? false }

  /// Whether the text closes like a sentence: a full stop or the like, perhaps with quotation marks behind it.
  var endsSentence: Bool {
    for scalar in unicodeScalars.reversed() {
      switch scalar {
      case ".", "!", "?", "…", "。", "！", "？", "؟", "۔", "।": return true
      case ")", "]", "'", "\"", "”", "’", "»", "“", " ": continue
      default: return false
      }
    }
    return false
  }
}
