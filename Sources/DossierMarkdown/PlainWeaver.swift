import DossierSource

/// Weaves marks into a document that is nothing but paragraphs and headings of bare text.
///
/// Most articles are. Their plain text says all that their tree would, so that the tree need not be made again; the
/// result is the same to the byte.
struct PlainWeaver {
  private let plain: PlainText
  private let loweredBy: Int
  private var html: [UInt8] = []

  init(_ plain: PlainText, headingsBelow level: Int) {
    self.plain = plain
    loweredBy = level
  }

  /// Nil where a mark reaches over the border of a block: only a tree can split it.
  mutating func html(weaving marks: [Woven]) -> String? {
    var text = plain.text
    return text.withUTF8 { text in
      html.reserveCapacity(text.count + marks.count * 64)
      var next = 0
      for block in plain.blocks {
        let start = next
        while next < marks.count, marks[next].range.lowerBound < block.range.upperBound {
          guard block.range.contains(marks[next].range) else { return nil }
          next += 1
        }
        append(block, weaving: marks[start..<next], of: text)
      }
      return next == marks.count ? String(decoding: html, as: UTF8.self) : nil
    }
  }

  private mutating func append(
    _ block: TextBlock, weaving marks: ArraySlice<Woven>, of text: UnsafeBufferPointer<UInt8>
  ) {
    let level: UInt8? =
      if case .heading(let level) = block.kind { UInt8(min(6, level + loweredBy)) } else { nil }
    html += level == nil ? "<p>".utf8 : "<h".utf8
    if let level { html += [UInt8(ascii: "0") + level, UInt8(ascii: ">")] }
    var open: [Int] = []
    var position = block.range.lowerBound
    for index in marks.indices {
      while let last = open.last, marks[last].range.upperBound <= marks[index].range.lowerBound {
        close(open.removeLast(), of: marks, from: &position, in: text)
      }
      escape(text, from: &position, to: marks[index].range.lowerBound)
      html += marks[index].opening.utf8
      open.append(index)
    }
    while let last = open.popLast() { close(last, of: marks, from: &position, in: text) }
    escape(text, from: &position, to: block.range.upperBound)
    html += level == nil ? "</p>\n".utf8 : "</h".utf8
    if let level { html += [UInt8(ascii: "0") + level, UInt8(ascii: ">"), UInt8(ascii: "\n")] }
  }

  private mutating func close(
    _ mark: Int, of marks: ArraySlice<Woven>, from position: inout Int, in text: UnsafeBufferPointer<UInt8>
  ) {
    escape(text, from: &position, to: marks[mark].range.upperBound)
    html += marks[mark].closing.utf8
  }

  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>, from position: inout Int, to end: Int) {
    var copied = position
    for index in position..<max(position, end) {
      let reference: StaticString
      switch text[index] {
      case UInt8(ascii: "&"): reference = "&amp;"
      case UInt8(ascii: "<"): reference = "&lt;"
      case UInt8(ascii: ">"): reference = "&gt;"
      case UInt8(ascii: "\""): reference = "&quot;"
      default: continue
      }
      html.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<index]))
      reference.withUTF8Buffer { html.append(contentsOf: $0) }
      copied = index + 1
    }
    html.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<max(copied, end)]))
    position = max(position, end)
  }
}
