import DossierModel
import DossierSource

/// What each node of a page is for: which are left out whatever they hold, and how much text and link text each has.
///
/// Names of classes and ids are read as words, since pages everywhere call the same parts by the same words.
struct PageStructure: Sendable {
  let tree: HTMLTree
  /// Why a node, with all below it, is left out; nil where it is not.
  private(set) var exclusion: [RemovalReason?]
  /// The element whose own paragraphs hold most prose.
  let core: Int
  /// All text that the page shows, whatever part of it it belongs to.
  let blocks: [PageBlock]

  init(of tree: HTMLTree) {
    self.tree = tree
    exclusion = Array(repeating: nil, count: tree.nodes.count)
    let prose = Self.proseBefore(in: tree)
    let named = Self.namedReasons(in: tree, prose: prose)
    blocks = PageBlocks.blocks(of: tree, below: 0) {
      tree.nodes[$0].facts.always == nil
    }
    core = Self.core(of: tree, blocks: blocks, named: named)
    let spared = Self.ancestors(of: core, in: tree)
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      if node.parent >= 0, let inherited = exclusion[node.parent] {
        exclusion[index] = inherited
      } else if let reason = node.facts.always {
        exclusion[index] = reason
      } else if !spared.contains(index) {
        exclusion[index] = named[index]
      }
    }
  }

  /// Whether the page itself calls an element the article's body.
  func isNamedBody(_ index: Int) -> Bool { Self.isNamedBody(tree.nodes[index]) }

  private static func isNamedBody(_ node: HTMLTree.Node) -> Bool {
    node.names.roles.contains(.articleBody) || node.attribute("itemprop")?.lowercased() == "articlebody"
  }

  /// The outermost element that a node is left out with; nil where it is not left out.
  func excludedBox(of index: Int) -> Int? {
    var box: Int?
    var current = index
    while current >= 0, exclusion[current] != nil {
      box = current
      current = tree.nodes[current].parent
    }
    return box
  }

  /// Bytes of prose before each node: text within paragraphs, and long runs of text wherever they stand.
  private static func proseBefore(in tree: HTMLTree) -> [Int] {
    var before = [0]
    before.reserveCapacity(tree.nodes.count + 1)
    var paragraphEnd = 0
    var silentEnd = 0
    for index in tree.nodes.indices {
      let isText = tree.nodes[index].isText
      if !isText {
        let tag = tree.nodes[index].tag
        if tag == "p" || tag == "blockquote" { paragraphEnd = max(paragraphEnd, tree.nodes[index].end) }
        if tree.nodes[index].facts.always != nil { silentEnd = max(silentEnd, tree.nodes[index].end) }
      }
      let length = isText ? tree.nodes[index].text.utf8.count : 0
      let counts = isText && index >= silentEnd && (index < paragraphEnd || length > 120)
      before.append(before[index] + (counts ? visibleLength(of: tree.nodes[index].text) : 0))
    }
    return before
  }

  /// The element whose own paragraphs hold most prose: whatever it stands in is no furniture, by any name.
  private static func core(of tree: HTMLTree, blocks: [PageBlock], named: [RemovalReason?]) -> Int {
    var doubt = Array(repeating: 1.0, count: tree.nodes.count)
    var prose = Array(repeating: 0.0, count: tree.nodes.count)
    for index in tree.nodes.indices {
      let parent = tree.nodes[index].parent
      doubt[index] = (parent >= 0 ? doubt[parent] : 1) * (named[index] == nil ? 1 : 0.4)
    }
    for block in blocks where block.isProse {
      let worth = max(0, MainContentExtractor.worth(of: block)) * doubt[block.node]
      let parent = tree.nodes[block.node].parent
      prose[block.node] += worth * 0.5
      guard parent >= 0 else { continue }
      prose[parent] += worth
      let grandparent = tree.nodes[parent].parent
      if grandparent >= 0 { prose[grandparent] += worth * 0.6 }
    }
    for index in tree.nodes.indices where prose[index] > 0 && isNamedBody(tree.nodes[index]) {
      prose[index] *= 1.5
    }
    return prose.indices.max { prose[$0] < prose[$1] } ?? 0
  }

  private static func ancestors(of index: Int, in tree: HTMLTree) -> Set<Int> {
    var found: Set<Int> = []
    var current = index
    while current >= 0, current < tree.nodes.count {
      found.insert(current)
      current = tree.nodes[current].parent
    }
    return found
  }

  private static func visibleLength(of text: String) -> Int {
    text.utf8.count { $0 > 0x20 }
  }

  // MARK: - Parts of a page

  /// Why each node would be furniture by itself; within code the names are those of a highlighter: `token comment`.
  private static func namedReasons(in tree: HTMLTree, prose: [Int]) -> [RemovalReason?] {
    var codeEnd = 0
    return tree.nodes.indices.map { index in
      if tree.nodes[index].tag == "pre" { codeEnd = max(codeEnd, tree.nodes[index].end) }
      guard index >= codeEnd else { return nil }
      return reason(for: tree.nodes[index], holding: prose[tree.nodes[index].end] - prose[index])
    }
  }

  /// Why a node is furniture, by its element, role or names; nil where nothing tells that it is.
  private static func reason(for node: HTMLTree.Node, holding prose: Int) -> RemovalReason? {
    if node.isText { return nil }
    if let reason = node.facts.unlessMain { return reason }
    if isHidden(node) { return .pageFurniture }
    if let role = node.attribute("role"), let reason = HTMLVocabulary.excludedRoles[role.lowercased()] {
      return reason
    }
    guard !node.facts.ignoresNames else { return nil }
    return reasonOfNames(of: node, holding: prose)
  }

  private static func isHidden(_ node: HTMLTree.Node) -> Bool {
    if node.attribute("hidden") != nil { return true }
    if node.attribute("aria-hidden") == "true", node.tag != "p" { return true }
    guard let style = node.attribute("style") else { return false }
    let packed = style.lowercased().filter { $0 != " " }
    return packed.contains("display:none") || packed.contains("visibility:hidden")
  }

  private static func reasonOfNames(of node: HTMLTree.Node, holding prose: Int) -> RemovalReason? {
    if let reason = node.names.always { return reason }
    if prose < 700, let reason = node.names.unlessProse { return reason }
    return prose < 120 ? node.names.ifSmall : nil
  }
}
