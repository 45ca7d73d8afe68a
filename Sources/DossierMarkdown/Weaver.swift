import CCmarkGFM
import DossierSource

/// Weaves marks into a tree by putting raw inline nodes between its nodes and splitting its texts.
///
/// A mark stays open as long as the tree allows: it is closed before the end of the node it was opened in, and
/// before a node that it ends within, and opened again behind that border.
struct Weaver {
  private struct Open {
    let mark: Int
    /// How many inline nodes deep it was opened; nil while it is closed for a border.
    var depth: Int?
    var isContinued: Bool
  }

  private let marks: [Woven]
  private let text: [UInt8]
  private var next = 0
  private var open: [Open] = []
  private var depth = 0
  private var markup: [UInt8] = []

  /// Takes marks in the order of reading, each within or apart from the one before it.
  init(_ marks: [Woven], text: [UInt8]) {
    self.marks = marks
    self.text = text
  }

  mutating func weave(into steps: [TextProjection.Step]) {
    let ends = Self.ends(of: steps)
    for (index, step) in steps.enumerated() {
      switch step.kind {
      case .text, .code: weave(into: step)
      case .lineBreak:
        closeEnded(at: step.range.upperBound)
        flush(after: step.node)
      case .enter:
        enter(step, end: ends[index])
      case .exit:
        closeOpened(fromDepth: depth)
        flush(atEndOf: step.node)
        depth -= 1
        closeEnded(at: step.range.upperBound)
        flush(after: step.node)
      case .blockEnd:
        closeOpened(fromDepth: 0)
        flush(atEndOf: step.node)
      }
    }
  }

  private mutating func weave(into step: TextProjection.Step) {
    var position = step.range.lowerBound
    let end = step.range.upperBound
    var isSplit = false
    while position < end {
      closeEnded(at: position)
      beginMarks(at: position) { _ in true }
      openAll()
      flush(before: step.node)
      let border = min(end, nextBorder(after: position))
      if isSplit || border < end {
        insert(step.kind, text[position..<border], before: step.node)
        isSplit = true
      }
      position = border
      closeEnded(at: position)
    }
    guard isSplit else { return flush(after: step.node) }
    flush(before: step.node)
    cmark_node_unlink(step.node)
    cmark_node_free(step.node)
  }

  private mutating func enter(_ step: TextProjection.Step, end: Int) {
    let start = step.range.lowerBound
    closeEnded(at: start)
    if end > start {
      beginMarks(at: start) { $0.range.upperBound >= end }
      for index in open.indices.reversed() where marks[open[index].mark].range.upperBound < end {
        close(index)
      }
      openAll { $0.range.upperBound >= end }
    }
    flush(before: step.node)
    depth += 1
  }

  /// Where the node entered at each step ends in the text.
  private static func ends(of steps: [TextProjection.Step]) -> [Int] {
    var ends = steps.map(\.range.upperBound)
    var entered: [Int] = []
    for (index, step) in steps.enumerated() {
      switch step.kind {
      case .enter: entered.append(index)
      case .exit: if let start = entered.popLast() { ends[start] = step.range.lowerBound }
      case .text, .code, .lineBreak, .blockEnd: continue
      }
    }
    return ends
  }

  private mutating func beginMarks(at position: Int, where isWanted: (Woven) -> Bool) {
    while next < marks.count, marks[next].range.lowerBound <= position {
      if marks[next].range.upperBound > position {
        guard isWanted(marks[next]) else { return }
        open.append(Open(mark: next, depth: nil, isContinued: false))
      }
      next += 1
    }
  }

  private mutating func openAll(where isWanted: (Woven) -> Bool = { _ in true }) {
    for index in open.indices where open[index].depth == nil {
      let mark = marks[open[index].mark]
      guard isWanted(mark) else { return }
      markup += (open[index].isContinued ? mark.continuation : mark.opening).utf8
      open[index].depth = depth
      open[index].isContinued = true
    }
  }

  /// Closes the marks that end here; one opened round a node that ends here too waits until that is left.
  private mutating func closeEnded(at position: Int) {
    while let last = open.indices.last, marks[open[last].mark].range.upperBound <= position {
      if let opened = open[last].depth, opened < depth { return }
      close(last)
      open.removeLast()
    }
  }

  private mutating func closeOpened(fromDepth limit: Int) {
    for index in open.indices.reversed() {
      guard let opened = open[index].depth else { continue }
      guard opened >= limit else { return }
      close(index)
    }
  }

  private mutating func close(_ index: Int) {
    guard open[index].depth != nil else { return }
    markup += marks[open[index].mark].closing.utf8
    open[index].depth = nil
  }

  private func nextBorder(after position: Int) -> Int {
    let ending = open.last.map { marks[$0.mark].range.upperBound } ?? .max
    return next < marks.count ? min(ending, max(marks[next].range.lowerBound, position + 1)) : ending
  }

  private func insert(
    _ kind: TextProjection.Step.Kind, _ bytes: ArraySlice<UInt8>, before node: OpaquePointer
  ) {
    let type = kind == .code ? CMARK_NODE_CODE : CMARK_NODE_TEXT
    guard let piece = SyntaxTree.node(type, literal: bytes) else { return }
    if cmark_node_insert_before(node, piece) == 0 { cmark_node_free(piece) }
  }

  private mutating func flush(before node: OpaquePointer) { flush { cmark_node_insert_before(node, $0) } }
  private mutating func flush(after node: OpaquePointer) { flush { cmark_node_insert_after(node, $0) } }
  private mutating func flush(atEndOf node: OpaquePointer) { flush { cmark_node_append_child(node, $0) } }

  private mutating func flush(_ insert: (OpaquePointer) -> Int32) {
    guard !markup.isEmpty else { return }
    if let node = SyntaxTree.node(CMARK_NODE_HTML_INLINE, literal: markup[...]), insert(node) == 0 {
      cmark_node_free(node)
    }
    markup.removeAll(keepingCapacity: true)
  }
}
