import DossierModel
import DossierSource

/// Finds the part of a page that is the article, by structure and by the density of its prose.
///
/// Each block of text is worth its length if it reads as prose, and costs if it is links or labels; the article is
/// the element whose blocks are worth most together. So a list of teasers is not part of it though it stands beside,
/// and a paragraph that is hidden in a box of its own still is.
struct MainContentExtractor {
  private let structure: PageStructure
  private var tree: HTMLTree { structure.tree }

  init(structure: PageStructure) { self.structure = structure }

  /// The index of the element that holds the article; nil for a page without text.
  func root() -> Int? {
    guard !tree.nodes.isEmpty else { return nil }
    var worth = Array(repeating: 0.0, count: tree.nodes.count)
    for block in structure.blocks where structure.exclusion[block.node] == nil {
      worth[block.node] += Self.worth(of: block)
    }
    // Children come behind their parents, so one pass from the end adds every subtree up.
    for index in tree.nodes.indices.reversed() {
      let parent = tree.nodes[index].parent
      guard parent >= 0 else { continue }
      // Boxes that cost more than they hold do not spoil what stands around them: they are left out later.
      worth[parent] += max(worth[index], worth[index] * 0.3)
    }
    guard let best = grown(from: structure.core, by: worth) else { return nil }
    return narrowed(best, by: worth)
  }

  /// The core with what stands around it, as far out as each step adds enough prose to be of the same text.
  ///
  /// What stands before the core (a lead, a summary) is more often part of the article than what stands behind it.
  private func grown(from core: Int, by worth: [Double]) -> Int? {
    var root = core
    var path = core
    var gain = 0.0
    while tree.nodes[path].parent >= 0 {
      let ancestor = tree.nodes[path].parent
      gain += gained(at: ancestor, beside: path, by: worth)
      let wanted = structure.isNamedBody(root) ? 0.6 : structure.isNamedBody(ancestor) ? 0.1 : 0.25
      if gain > wanted * max(worth[root], 400) || worth[root] <= 0 && gain > 0 {
        root = ancestor
        gain = 0
      }
      path = ancestor
    }
    return worth[root] > 0 ? root : nil
  }

  /// What an element adds to the one child of it that is part of the article already.
  private func gained(at ancestor: Int, beside child: Int, by worth: [Double]) -> Double {
    var gain = 0.0
    var index = ancestor + 1
    while index < tree.nodes[ancestor].end {
      if index != child { gain += index < child ? worth[index] : worth[index] * 0.5 }
      index = tree.nodes[index].end
    }
    return gain
  }

  /// What a block adds to the element it stands in.
  static func worth(of block: PageBlock) -> Double {
    let length = Double(min(block.text.utf8.count, 2_000))
    let prose = length - 3 * Double(block.linkLength)
    switch block.kind {
    case .paragraph, .quote: return block.isProse ? prose : -8 - Double(block.linkLength)
    case .code: return length * 0.5
    case .heading: return block.linkShare > 0.5 ? -10 : 0
    case .listItem: return block.isProse ? prose * 0.6 : -6 - Double(block.linkLength)
    case .tableRow: return block.isProse ? prose * 0.3 : -4
    case .caption: return 0
    }
  }

  /// One article of several: where the best element holds more than one, the one that stands first and is whole.
  private func narrowed(_ best: Int, by worth: [Double]) -> Int {
    var articles: [Int] = []
    var index = best
    while index < tree.nodes[best].end {
      let node = tree.nodes[index]
      if index != best, node.tag == "article" || node.attribute("itemprop") == "articleBody", worth[index] > 0
      {
        articles.append(index)
        index = node.end
      } else {
        index += 1
      }
    }
    guard let largest = articles.max(by: { worth[$0] < worth[$1] }) else { return best }
    let first = articles.first { worth[$0] > worth[largest] * 0.5 } ?? largest
    return worth[first] > worth[best] * 0.5 || articles.count > 1 && worth[first] > worth[best] * 0.25
      ? first : best
  }
}
