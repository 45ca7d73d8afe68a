// The tags of inheritance, and the white space around them.
//
// A parent tag is one thing from its opening to its end: with nothing before and after it on its lines it is
// alone, whatever is between. A block in a parent tag (an argument) begins after the end of its opening tag's
// line and ends before its closing tag's line, where nothing else is there. A block elsewhere (a parameter) is
// like a section; written on one line of its own it keeps the line's end, for what replaces it.
extension TemplateParser {
  mutating func openParent(_ tag: TemplateTag) {
    let blanks = scanner.blanks(before: tag.range.lowerBound)
    addText(upTo: blanks?.lowerBound ?? tag.range.lowerBound)
    open.append(OpenTag(kind: .parent(inclusion(tag, indentation: blanks)), tag: tag))
    position = tag.range.upperBound
  }

  mutating func closeParent(_ inclusion: TemplateInclusion, with end: TemplateTag?) {
    // The text before the end tag lies between blocks, where text does not count.
    if let end { position = end.range.upperBound }
    guard let closed = open.popLast() else { return }
    var placed = inclusion
    if let blanks = inclusion.indentation {
      if let after = end.flatMap({ scanner.blankLineEnd(after: $0.range.upperBound) }) {
        position = after.upperBound
      } else {
        append(.text(blanks, startsLine: true))
        placed = TemplateInclusion(name: inclusion.name, offset: inclusion.offset, indentation: nil)
      }
    }
    append(.parent(placed, arguments: closed.arguments))
  }

  mutating func openBlock(_ tag: TemplateTag) {
    var block = TemplateBlock(name: name(of: tag), offset: tag.range.lowerBound)
    let after = scanner.blankLineEnd(after: tag.range.upperBound)
    let before = scanner.blanks(before: tag.range.lowerBound)
    let isArgument = isInParent
    block.indentation = before
    block.opensAlone = after?.isEmpty == false && (isArgument || before != nil)
    if block.opensAlone, let after {
      addText(upTo: before?.lowerBound ?? tag.range.lowerBound)
      position = after.upperBound
      block.contentIndentation = scanner.indentation(from: position)
    } else {
      addText(before: tag)
    }
    open.append(OpenTag(kind: .block(block, isArgument: isArgument), tag: tag))
  }

  mutating func closeBlock(_ block: TemplateBlock, isArgument: Bool, with end: TemplateTag?) {
    var block = block
    if let end { endContent(of: &block, isArgument: isArgument, at: end) }
    guard let closed = open.popLast() else { return }
    block.content = closed.nodes
    if closed.nodes.isEmpty { block.contentIndentation = nil }
    guard isArgument, let parent = open.indices.last else { return append(.block(block)) }
    open[parent].arguments.append(block)
  }

  private mutating func endContent(of block: inout TemplateBlock, isArgument: Bool, at end: TemplateTag) {
    let before = scanner.blanks(before: end.range.lowerBound)
    let after = scanner.blankLineEnd(after: end.range.upperBound)
    block.closesAlone = before != nil && (isArgument || after != nil)
    if block.closesAlone, let before {
      addText(upTo: before.lowerBound)
    } else {
      addText(before: end)
    }
    position = end.range.upperBound
    guard !isArgument, let after else { return }
    if block.closesAlone {
      position = after.upperBound
    } else if block.opensAlone || block.indentation != nil {
      block.lineEnd = after
      position = after.upperBound
    }
  }

  private var isInParent: Bool {
    guard let last = open.last, case .parent = last.kind else { return false }
    return true
  }
}
