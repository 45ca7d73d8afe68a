import DossierSource

/// A block to be written as Markdown, its text with inline marks where the source had them.
package enum WrittenBlock: Sendable, Hashable {
  case paragraph(String)
  case heading(level: Int, String)
  case quote([String])
  case list(ordered: Bool, items: [String])
  /// Rows of cells, the first row the head.
  case table([[String]])
}

/// Writes blocks as Markdown that parses back to the same text.
package enum MarkdownWriter {
  /// The text with every character escaped that Markdown could take for a mark.
  ///
  /// Line breaks become hard breaks. Web addresses stay links. Only U+0000 cannot be kept: Markdown replaces it.
  package static func escaped(_ plainText: String) -> String {
    var text = plainText
    return text.withUTF8 { bytes in
      var escaping = MarkdownEscaping(of: bytes)
      return String(decoding: escaping.escaped(), as: UTF8.self)
    }
  }

  /// A link with an inline text, both as Markdown.
  package static func link(_ inline: String, to address: String) -> String {
    var written: [UInt8] = []
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), 0...0x20, 0x7F:
        let digits = String(byte, radix: 16, uppercase: true)
        written += ("%" + (digits.utf8.count == 1 ? "0" : "") + digits).utf8
      case UInt8(ascii: "&"): written += "&amp;".utf8
      default: written.append(byte)
      }
    }
    return "[" + inline + "](<" + String(decoding: written, as: UTF8.self) + ">)"
  }

  /// The blocks as one Markdown text; their strings are inline Markdown already.
  package static func markdown(of blocks: [WrittenBlock]) -> String {
    var written: [String] = []
    for block in blocks {
      let text = markdown(of: block)
      if !text.isEmpty { written.append(text) }
    }
    return written.isEmpty ? "" : written.joined(separator: "\n\n") + "\n"
  }

  private static func markdown(of block: WrittenBlock) -> String {
    switch block {
    case .paragraph(let inline): return inline
    case .heading(let level, let inline): return heading(inline, level: level)
    case .quote(let paragraphs):
      return paragraphs.filter { !$0.isEmpty }.map { prefixed($0, first: "> ", others: "> ") }
        .joined(separator: "\n>\n")
    case .list(let ordered, let items):
      return items.filter { !$0.isEmpty }.enumerated().map { index, item in
        let marker = ordered ? "\(index + 1). " : "- "
        return prefixed(item, first: marker, others: String(repeating: " ", count: marker.utf8.count))
      }.joined(separator: "\n")
    case .table(let rows): return table(rows)
    }
  }

  private static func heading(_ inline: String, level: Int) -> String {
    guard !inline.isEmpty else { return "" }
    var text = Array(onOneLine(inline).utf8)
    // A run of number signs at the end would close the heading and vanish.
    let backslashes = text.dropLast().reversed().prefix { $0 == UInt8(ascii: "\\") }.count
    if text.last == UInt8(ascii: "#"), backslashes.isMultiple(of: 2) {
      text.insert(UInt8(ascii: "\\"), at: text.count - 1)
    }
    let marks = String(repeating: "#", count: min(max(level, 1), 6))
    return marks + " " + String(decoding: text, as: UTF8.self)
  }

  private static func table(_ rows: [[String]]) -> String {
    let columns = rows.map(\.count).max() ?? 0
    guard columns > 0 else { return "" }
    var lines = rows.map { row in
      "| " + (0..<columns).map { $0 < row.count ? onOneLine(row[$0]) : "" }.joined(separator: " | ") + " |"
    }
    lines.insert("|" + String(repeating: " --- |", count: columns), at: 1)
    return lines.joined(separator: "\n")
  }

  private static func prefixed(_ inline: String, first: String, others: String) -> String {
    let lines = inline.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return lines.enumerated().map { ($0 == 0 ? first : others) + String(Substring($1)) }.joined(
      separator: "\n")
  }

  /// Inline Markdown whose hard breaks are written as references, where a line may not end.
  private static func onOneLine(_ inline: String) -> String {
    var line: [UInt8] = []
    var backslashes = 0
    for byte in inline.utf8 {
      guard byte == UInt8(ascii: "\n") else {
        backslashes = byte == UInt8(ascii: "\\") ? backslashes + 1 : 0
        line.append(byte)
        continue
      }
      if backslashes.isMultiple(of: 2) {
        line.append(UInt8(ascii: " "))
      } else {
        line.removeLast()
        line += "&#10;".utf8
      }
      backslashes = 0
    }
    return String(decoding: line, as: UTF8.self)
  }
}
