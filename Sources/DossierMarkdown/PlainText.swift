import DossierSource

/// What a Markdown document says, without its marks: blocks joined by a blank line.
package struct PlainText: Sendable, Hashable {
  package let text: String
  /// In order, without overlap; ranges into `text`.
  package let blocks: [TextBlock]
  /// Whether the document is nothing but paragraphs and headings of bare text, so that this tells all of it.
  package let isWhole: Bool

  package init(text: String, blocks: [TextBlock], isWhole: Bool = false) {
    self.text = text
    self.blocks = blocks.fitted
    self.isWhole = isWhole
  }

  /// Its paragraphs and headings as Markdown without an escape, a blank line between two.
  ///
  /// Only of a text that is whole, and it may say something else: "* a" would be a list.
  var plainestMarkdown: String {
    var written: [UInt8] = []
    written.reserveCapacity(text.utf8.count + 4 * blocks.count)
    for block in blocks {
      if !written.isEmpty { written += "\n\n".utf8 }
      if case .heading(let level) = block.kind {
        written += repeatElement(UInt8(ascii: "#"), count: level)
        written.append(UInt8(ascii: " "))
      }
      written += text[block.range].utf8
    }
    written.append(UInt8(ascii: "\n"))
    return String(decoding: written, as: UTF8.self)
  }
}

/// A leaf block of a document: one paragraph, heading, list item or row of a table.
package struct TextBlock: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case paragraph
    case heading(level: Int)
    /// A paragraph within a block quote.
    case quote
    case listItem
    case tableRow
    case code
  }

  package let range: TextRange
  /// Of a heading its level, of others a number below zero.
  private let code: Int8

  package init(kind: Kind, range: TextRange) {
    self.range = range
    code =
      switch kind {
      case .paragraph: -1
      case .heading(let level): Int8(clamping: max(level, 0))
      case .quote: -2
      case .listItem: -3
      case .tableRow: -4
      case .code: -5
      }
  }

  package var kind: Kind {
    switch code {
    case -1: .paragraph
    case -2: .quote
    case -3: .listItem
    case -4: .tableRow
    case -5: .code
    default: .heading(level: Int(code))
    }
  }
}
