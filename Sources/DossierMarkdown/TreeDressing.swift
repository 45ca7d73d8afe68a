import CCmarkGFM
import DossierSource

/// Makes a parsed tree fit for a page: marks woven in, headings lowered, nothing active left.
struct TreeDressing {
  private let projection: TextProjection
  /// The links that hold a text, with its range; in order, never one within another.
  private let links: [(node: OpaquePointer, range: TextRange)]
  private var dropped: Set<OpaquePointer> = []

  init(of projection: TextProjection) {
    self.projection = projection
    var start = 0
    var links: [(node: OpaquePointer, range: TextRange)] = []
    for step in projection.steps where step.isLink {
      switch step.kind {
      case .enter: start = step.range.lowerBound
      case .exit: links.append((step.node, TextRange(start, step.range.upperBound)))
      case .text, .code, .lineBreak, .blockEnd: continue
      }
    }
    self.links = links
  }

  mutating func weave(_ woven: [Woven]) {
    let nested = Self.nested(woven)
    guard !nested.isEmpty else { return }
    let settled = settlingLinks(nested)
    var weaver = Weaver(settled.marks, text: projection.bytes)
    weaver.weave(into: projection.steps)
    for link in settled.replaced { drop(link) }
  }

  func lowerHeadings(by levels: Int) {
    guard levels > 0 else { return }
    for heading in projection.headings {
      _ = cmark_node_set_heading_level(heading, min(6, cmark_node_get_heading_level(heading) + Int32(levels)))
    }
  }

  /// Turns raw HTML and images into text, and drops links whose address could act or leads nowhere.
  mutating func disarm() {
    for node in projection.rawHTML { Self.showAsText(node) }
    for node in projection.images { Self.replaceImage(node) }
    for node in projection.links where !dropped.contains(node) && !Self.isSafe(node) {
      drop(node)
    }
  }

  /// The marks in the order of reading, without empty ones, ones that cross another, and links within links.
  static func nested(_ woven: [Woven]) -> [Woven] {
    var kept: [Woven] = []
    var outer: [Woven] = []
    let ordered = woven.indices.sorted { (woven[$0].range, $0) < (woven[$1].range, $1) }
    for index in ordered where !woven[index].range.isEmpty {
      let mark = woven[index]
      while let last = outer.last, last.range.upperBound <= mark.range.lowerBound { outer.removeLast() }
      if let last = outer.last, !last.range.contains(mark.range) { continue }
      if mark.isLink, outer.contains(where: \.isLink) { continue }
      outer.append(mark)
      kept.append(mark)
    }
    return kept
  }

  /// Of a woven link and the document's own the one stays that says more exactly what it links: the woven one
  /// where it holds the whole of the other's text, else the document's.
  private func settlingLinks(_ marks: [Woven]) -> (marks: [Woven], replaced: [OpaquePointer]) {
    guard !links.isEmpty else { return (marks, []) }
    var replaced: [OpaquePointer] = []
    var kept: [Woven] = []
    var first = 0
    for mark in marks {
      while first < links.count, links[first].range.upperBound <= mark.range.lowerBound { first += 1 }
      let met = mark.isLink ? links[first...].prefix { $0.range.lowerBound < mark.range.upperBound } : []
      guard met.allSatisfy({ mark.range.contains($0.range) }) else { continue }
      replaced += met.map(\.node)
      kept.append(mark)
    }
    return (kept, replaced)
  }
}

// MARK: - Changes of single nodes

extension TreeDressing {
  /// Takes a link away and leaves what it holds in its place.
  private mutating func drop(_ link: OpaquePointer) {
    guard dropped.insert(link).inserted else { return }
    while let child = cmark_node_first_child(link) {
      if cmark_node_insert_before(link, child) == 0 { break }
    }
    cmark_node_unlink(link)
    cmark_node_free(link)
  }

  private static func showAsText(_ node: OpaquePointer) {
    let isBlock = cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK
    let shown = SyntaxTree.node(
      isBlock ? CMARK_NODE_CODE_BLOCK : CMARK_NODE_TEXT, literal: SyntaxTree.literal(of: node)[...])
    guard let shown else { return }
    replace(node, with: [shown])
  }

  private static func replaceImage(_ image: OpaquePointer) {
    let alternative = alternativeText(of: image)
    guard !alternative.isEmpty else { return replace(image, with: []) }
    let nodes = [
      SyntaxTree.node(CMARK_NODE_HTML_INLINE, literal: Array("<span class=\"image\">".utf8)[...]),
      SyntaxTree.node(CMARK_NODE_TEXT, literal: alternative[...]),
      SyntaxTree.node(CMARK_NODE_HTML_INLINE, literal: Array("</span>".utf8)[...]),
    ]
    replace(image, with: nodes.compactMap(\.self))
  }

  private static func replace(_ node: OpaquePointer, with others: [OpaquePointer]) {
    for other in others where cmark_node_insert_before(node, other) == 0 { cmark_node_free(other) }
    cmark_node_unlink(node)
    cmark_node_free(node)
  }

  private static func alternativeText(of image: OpaquePointer) -> [UInt8] {
    guard let iterator = cmark_iter_new(image) else { return [] }
    defer { cmark_iter_free(iterator) }
    var text: [UInt8] = []
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return text }
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE: text += SyntaxTree.literal(of: node)
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text.append(UInt8(ascii: " "))
      default: continue
      }
    }
  }

  /// Whether an address leads out of the site by a scheme that cannot act on the page.
  ///
  /// A list of what is let through, since what browsers take for a scheme is wider than any list of bad ones.
  private static func isSafe(_ link: OpaquePointer) -> Bool {
    guard let url = cmark_node_get_url(link) else { return false }
    let address = String(cString: url).lowercased()
    return ["http://", "https://", "mailto:"].contains { address.hasPrefix($0) && address != $0 }
  }
}

extension Woven {
  /// Whether it is a link, which may not stand in another.
  fileprivate var isLink: Bool { opening.utf8.starts(with: "<a ".utf8) }
}
