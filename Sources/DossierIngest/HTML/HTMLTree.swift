import CHTML
import DossierSource

/// A parsed HTML page as a flat array in document order: a node's subtree is the run of nodes behind it.
///
/// The one place that knows the C parser. Depth and size are bounded, and nothing here or in what reads the tree
/// recurses, so that no page can exhaust the stack.
struct HTMLTree: Sendable {
  struct Node: Sendable {
    /// The element's name in lower case; empty for text.
    let tag: String
    /// Text of a text node, or of a script that carries data.
    let text: String
    let attributes: [Attribute]
    /// Index of the parent; -1 for the root.
    fileprivate(set) var parent = -1
    /// Index behind the last node of the subtree.
    fileprivate(set) var end = 0
    /// What the specification and usage say of such elements.
    let facts: ElementFacts
    /// What the element's class and id call it.
    let names: ElementNames
    var isText: Bool { tag.isEmpty }
  }

  struct Attribute: Sendable {
    let name: String
    let value: String
  }

  private(set) var nodes: [Node] = []
  /// Whether the page was larger than the bounds, and was cut.
  private(set) var isCut = false

  /// The most nodes kept of a page.
  static let nodeLimit = 400_000
  /// What is nested deeper than this is taken as children of the last element within it.
  private static let depthLimit = 400

  /// Parses a page.
  ///
  /// - Parameter utf8: the page, converted to UTF-8 already, whatever it declares.
  init(utf8: [UInt8]) {
    guard let document = Self.document(of: utf8) else { return }
    defer { xmlFreeDoc(document) }
    guard let root = xmlDocGetRootElement(document) else { return }
    StreamedFragments.putInPlace(below: root)
    nodes.reserveCapacity(min(Self.nodeLimit, utf8.count / 24))
    flatten(root)
  }

  /// The parser's tree of a page; of one that is nested too deep for it, with the deepest boxes laid flat.
  private static func document(of utf8: [UInt8]) -> htmlDocPtr? {
    let read = parsed(utf8)
    guard read.stopped else { return read.document }
    if let document = read.document { xmlFreeDoc(document) }
    return parsed(ShallowMarkup.flattened(utf8)).document
  }

  private static func parsed(_ utf8: [UInt8]) -> (document: htmlDocPtr?, stopped: Bool) {
    guard let parser = htmlNewParserCtxt() else { return (nil, false) }
    defer { htmlFreeParserCtxt(parser) }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_COMPACT.rawValue
    let size = Int32(clamping: utf8.count)
    let document = utf8.withUnsafeBytes { bytes in
      htmlCtxtReadMemory(
        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), size, nil, "UTF-8", Int32(options))
    }
    return (document, parser.pointee.disableSAX != 0)
  }

  /// Walks the parser's tree without recursion, in document order.
  private mutating func flatten(_ root: xmlNodePtr) {
    var open: [(pointer: xmlNodePtr, index: Int)] = []
    var names = ElementNames.Reader()
    var elements = ElementFacts.Reader()
    var next: xmlNodePtr? = root
    while let pointer = next {
      var entered = false
      if nodes.count >= Self.nodeLimit {
        isCut = true
      } else if let node = Self.node(at: pointer, reading: &elements, &names) {
        nodes.append(node)
        nodes[nodes.count - 1].parent = open.last?.index ?? -1
        nodes[nodes.count - 1].end = nodes.count
        entered = !node.isText && pointer.pointee.children != nil && node.facts.isEntered
      }
      if entered {
        let isDeep = open.count >= Self.depthLimit
        open.append((pointer, isDeep ? open[Self.depthLimit - 1].index : nodes.count - 1))
        next = pointer.pointee.children
        continue
      }
      var climbing: xmlNodePtr? = pointer
      while let from = climbing, from.pointee.next == nil || from == root {
        guard let closed = open.popLast() else { return }
        nodes[closed.index].end = nodes.count
        climbing = closed.pointer
        if open.isEmpty, closed.pointer == root { return }
      }
      next = climbing?.pointee.next
    }
  }

  private static func node(
    at pointer: xmlNodePtr, reading elements: inout ElementFacts.Reader, _ names: inout ElementNames.Reader
  ) -> Node? {
    switch pointer.pointee.type {
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE, XML_ENTITY_REF_NODE:
      guard let content = pointer.pointee.content, content[0] != 0 else { return nil }
      return Node(tag: "", text: text(content), attributes: [], facts: .none, names: .none)
    case XML_ELEMENT_NODE:
      guard let (tag, facts) = elements.element(named: pointer.pointee.name) else { return nil }
      if facts.isCode, !isLinkedData(pointer) { return nil }
      let data = facts.isCode ? pointer.pointee.children?.pointee.content : nil
      let attributes = attributes(of: pointer)
      return Node(
        tag: tag, text: data.map { String(cString: $0) } ?? "", attributes: attributes, facts: facts,
        names: names.names(in: attributes))
    default: return nil
    }
  }

  /// The characters of a text node; white space alone, the most frequent of them, is one space.
  private static func text(_ content: UnsafePointer<xmlChar>) -> String {
    var end = content
    while end.pointee != 0, end.pointee <= 0x20 { end += 1 }
    return end.pointee == 0 ? " " : String(cString: content)
  }

  private static func isLinkedData(_ script: xmlNodePtr) -> Bool {
    attributes(of: script).contains { $0.name == "type" && $0.value.lowercased().contains("ld+json") }
  }

  /// The attributes that anything here reads; pages have many more, and long ones.
  private static func attributes(of pointer: xmlNodePtr) -> [Attribute] {
    var found: [Attribute] = []
    var attribute = pointer.pointee.properties
    while let current = attribute {
      if let name = current.pointee.name {
        let string = String(cString: name)
        if HTMLVocabulary.attributes.contains(string) {
          let value = current.pointee.children?.pointee.content.map { String(cString: $0) } ?? ""
          found.append(Attribute(name: string, value: value))
        }
      }
      attribute = current.pointee.next
    }
    return found
  }
}

extension HTMLTree.Node {
  /// An attribute's value; nil where the element lacks it.
  func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
}

extension HTMLTree {
  /// Indexes of the nodes below a node, in document order, itself left out.
  func descendants(of index: Int) -> Range<Int> { (index + 1)..<nodes[index].end }

  /// The text below a node with white space folded to single spaces.
  func text(of index: Int) -> String {
    var folded = FoldedText()
    for inner in index..<nodes[index].end where nodes[inner].isText { folded.append(nodes[inner].text) }
    return folded.finished
  }

  /// The same with a space between what stands in blocks, items or links of its own, as a reader sees them apart.
  func parts(of index: Int) -> String {
    var folded = FoldedText()
    for inner in index..<nodes[index].end {
      let node = nodes[inner]
      if node.isText {
        folded.append(node.text)
        if node.parent >= 0, inner + 1 == nodes[node.parent].end, isApart(nodes[node.parent]) {
          folded.appendSpace()
        }
      } else if isApart(node) {
        folded.appendSpace()
      }
    }
    return folded.finished
  }

  private func isApart(_ node: Node) -> Bool {
    node.facts.isBlock || node.tag == "a" || node.tag == "button"
  }

  /// Whether a node stands below an element of one of the names.
  func hasAncestor(_ index: Int, in tags: Set<String>) -> Bool {
    var current = nodes[index].parent
    while current >= 0 {
      if tags.contains(nodes[current].tag) { return true }
      current = nodes[current].parent
    }
    return false
  }
}
