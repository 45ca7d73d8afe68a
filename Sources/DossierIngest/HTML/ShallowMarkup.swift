/// A page with its boxes nested no deeper than the parser bears.
///
/// libxml2 stops reading at 256 open elements, and drops what follows without a word. Pages come to that by tags that
/// are never closed. Of elements nested too deep the tags are left out here and the text stays.
enum ShallowMarkup {
  /// The most elements that stay open within one another.
  ///
  /// Elements that may lack their end tag are not counted: no more than three of them can stand between two that are,
  /// so that a quarter of the parser's bound is safe.
  private static let depth = 60

  static func flattened(_ page: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(page.count)
    var open = 0
    var index = 0
    while index < page.count {
      guard page[index] == less, let tag = Tag(in: page, at: index) else {
        kept.append(page[index])
        index += 1
        continue
      }
      index = tag.end
      if tag.isRaw, !tag.isClosing { index = endOfRawText(in: page, from: tag.end, named: tag.name) }
      var isKept = true
      if tag.isCounted {
        if tag.isClosing {
          isKept = open <= depth
          open = max(0, open - 1)
        } else {
          open += 1
          isKept = open <= depth
        }
      }
      if isKept { kept += page[tag.start..<index] } else { kept.append(space) }
    }
    return kept
  }

  /// Where the text of a script or style ends: no tag stands in it.
  private static func endOfRawText(in page: [UInt8], from start: Int, named name: String) -> Int {
    var index = start
    while index < page.count {
      if page[index] == less, let tag = Tag(in: page, at: index), tag.isClosing, tag.name == name {
        return index
      }
      index += 1
    }
    return page.count
  }

  private static let less = UInt8(ascii: "<")
  private static let space = UInt8(ascii: " ")

  private struct Tag {
    let start: Int
    var end: Int
    let name: String
    let isClosing: Bool
    var isRaw: Bool { ShallowMarkup.raw.contains(name) }
    var isCounted: Bool { !ShallowMarkup.uncounted.contains(name) && !isRaw }

    /// The tag at an offset; nil where it is a comment, a declaration or no tag at all.
    init?(in page: [UInt8], at offset: Int) {
      start = offset
      var index = offset + 1
      isClosing = index < page.count && page[index] == UInt8(ascii: "/")
      if isClosing { index += 1 }
      let first = index
      while index < page.count, index - first < 24, Self.isOfName(page[index]) { index += 1 }
      guard index > first, (0x41...0x5A).contains(page[first] & 0xDF) else { return nil }
      name = String(
        decoding: page[first..<index].map { $0 < 0x5B && $0 > 0x40 ? $0 | 0x20 : $0 }, as: UTF8.self)
      var quote: UInt8 = 0
      while index < page.count {
        let byte = page[index]
        index += 1
        if quote != 0 {
          if byte == quote { quote = 0 }
        } else if byte == 0x3E {
          break
        } else if byte == 0x22 || byte == 0x27, page[index - 2] == 0x3D {
          quote = byte
        }
      }
      end = index
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
      (0x41...0x5A).contains(byte & 0xDF) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x3A
    }
  }

  private static let raw: Set<String> = ["script", "style", "textarea", "title"]
  /// Elements without content, and those whose end tag the specification of HTML lets authors leave out.
  private static let uncounted: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
    "html", "head", "body", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup",
    "option", "optgroup", "rp", "rt",
  ]
}
