/// Cuts a pasted text into its lines, and takes Markdown's marks off them.
///
/// Reader-mode tools leave such marks in plain text: `# Title`, `**Related:** [Why it matters](#)`.
enum LineScanner {
  /// The lines of a text.
  ///
  /// With the words of pages known, "5. März 2018" above the text is a date and no item of a list.
  static func lines(of text: String, words: PageWords? = nil) -> [PastedLine] {
    var text = text
    let raw = text.withUTF8 { utf8 in
      utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
    }
    var lines: [PastedLine] = []
    var gap = 0
    var isHead = true
    for (index, bytes) in raw.enumerated() {
      let content = trimmed(bytes[...])
      if content.isEmpty || isRule(content) {
        gap += 1
        continue
      }
      if isSetextUnderline(content), gap == 0, let last = lines.last, last.mark == .none,
        last.shape.isHeadlineLike
      {
        let level = content.first == UInt8(ascii: "=") ? 1 : 2
        lines[lines.count - 1] = PastedLine(
          text: last.text, mark: .heading(level), isLink: last.isLink, links: last.links, gap: last.gap,
          number: last.number)
        continue
      }
      if let line = line(content, gap: gap, number: index + 1, words: isHead ? words : nil) {
        lines.append(line)
        isHead = isHead && !line.shape.isLongProse
        gap = 0
      } else {
        gap += 1
      }
    }
    return lines
  }

  private static func line(
    _ content: ArraySlice<UInt8>, gap: Int, number: Int, words: PageWords?
  ) -> PastedLine? {
    var (mark, rest) = blockMark(of: content)
    if mark == .item(ordered: true), let words, isMonth(rest, words) { (mark, rest) = (.none, content) }
    let inline = InlineText(of: rest)
    guard !inline.text.isEmpty else { return nil }
    var found = mark
    if inline.isPicture { found = .picture } else if mark == .none, inline.isStrong { found = .strong }
    var line = PastedLine(
      text: inline.text, mark: found, isLink: inline.isLink, links: inline.links, gap: gap, number: number)
    line.isInColumns = hasColumns(rest)
    line.isRow = isRow(rest)
    return line
  }

  /// Whether a month and its year follow a number and a full stop, and nothing but a time of day or of reading behind them.
  private static func isMonth(_ bytes: ArraySlice<UInt8>, _ words: PageWords) -> Bool {
    let folded = FoldedWords(String(decoding: bytes, as: UTF8.self))
    guard let month = words.months.match(in: folded), month.count < folded.words.count else { return false }
    let year = folded.words[month.count].folded
    guard year.utf8.count == 4, isNumber(year) else { return false }
    let rest = folded.words.dropFirst(month.count + 1).filter {
      !isNumber($0.folded) && !words.clockWords.contains($0.folded)
    }
    return rest.allSatisfy { words.readingTimes.match(whole: FoldedWords(words: [$0])) != nil }
  }

  private static func isNumber(_ word: String) -> Bool {
    word.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Whether a short line holds four spaces in a row, or a tab, between words.
  private static func hasColumns(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count <= 160 else { return false }
    var spaces = 0
    for byte in bytes {
      spaces = byte == 0x20 ? spaces + 1 : 0
      if spaces == 4 || byte == 0x09 { return true }
    }
    return false
  }

  /// Parts of a row, at least, and words of each, at most.
  private static let row = (parts: 3, words: 4)

  /// Whether several blanks part a line into short things that all begin alike, or all but one of many, with a capital or
  /// number or with none: "News  Culture  e-Paper  Music", "rivers  harbours  the coast".
  ///
  /// The blanks are what is left of the space between the buttons of a menu. A sentence that was set wide begins with a
  /// capital only once.
  private static func isRow(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count <= 240 else { return false }
    var parts: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    for index in bytes.indices.dropLast() where index >= start {
      guard bytes[index] == 0x09 || bytes[index] == 0x20 && bytes[index + 1] <= 0x20 else { continue }
      parts.append(bytes[start..<index])
      start = bytes[index...].firstIndex { $0 > 0x20 } ?? bytes.endIndex
    }
    parts.append(bytes[start...])
    guard parts.count >= row.parts else { return false }
    let shapes = parts.map { LineShape(String(decoding: $0, as: UTF8.self)) }
    return shapes.allSatisfy { $0.wordCount <= row.words && !$0.endsSentence && !$0.endsWithColon }
      && [0, shapes.count, shapes.count > row.parts ? 1 : 0].contains(shapes.count(where: \.startsLowercase))
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 })
    else { return [] }
    return bytes[first...last]
  }

  /// `***`, `---`, `___` and longer, a line across the page; `###`, the end of a release.
  private static func isRule(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, bytes.count >= 3 else { return false }
    if first == 0xE2 { return isDashes(bytes) }
    guard [0x23, 0x2A, 0x2D, 0x5F].contains(first) else { return false }
    return bytes.allSatisfy { $0 == first || $0 == 0x20 }
  }

  /// Two long dashes and more, and nothing else: "——".
  private static func isDashes(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count >= 6, bytes.count <= 240 else { return false }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy {
      "–—―─━ ".unicodeScalars.contains($0)
    }
  }

  private static func isSetextUnderline(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count >= 3 && bytes.first == 0x3D && bytes.allSatisfy { $0 == 0x3D }
  }

  private static func blockMark(of bytes: ArraySlice<UInt8>) -> (PastedLine.Mark, ArraySlice<UInt8>) {
    guard let first = bytes.first else { return (.none, bytes) }
    switch first {
    case UInt8(ascii: "#"):
      let level = bytes.prefix { $0 == first }.count
      let rest = bytes.dropFirst(level)
      guard level <= 6, rest.first == 0x20 else { return (.none, bytes) }
      return (.heading(level), trimmed(rest))
    case UInt8(ascii: ">"):
      let rest = trimmed(bytes.drop { $0 == first || $0 == 0x20 })
      return (.quote, rest)
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      guard bytes.dropFirst().first == 0x20 else { return (.none, bytes) }
      // An agency sets its headings between two hyphens: "- Low water -".
      if first == UInt8(ascii: "-"), bytes.count <= 80, bytes.suffix(2).elementsEqual([0x20, first]) {
        // The number of a printed page stands so too: "- 3 -".
        guard bytes.contains(where: { $0 > 0x40 }) else { return (.none, bytes) }
        return (.heading(2), trimmed(bytes.dropFirst(2).dropLast(2)))
      }
      return (.item(ordered: false), trimmed(bytes.dropFirst(2)))
    case UInt8(ascii: "|"):
      return bytes.last == first && bytes.count > 2 ? (.tableRow, bytes) : (.none, bytes)
    case 0xE2:
      // The bullets •, ‣, ▪ and ●.
      let head = Array(bytes.prefix(3))
      let bullets: [[UInt8]] = [
        [0xE2, 0x80, 0xA2], [0xE2, 0x80, 0xA3], [0xE2, 0x96, 0xAA], [0xE2, 0x97, 0x8F],
      ]
      guard bullets.contains(head) else { return (.none, bytes) }
      return (.item(ordered: false), trimmed(bytes.dropFirst(3)))
    case 0x30...0x39:
      let digits = bytes.prefix { (0x30...0x39).contains($0) }.count
      let rest = bytes.dropFirst(digits)
      guard digits <= 2, let mark = rest.first, mark == 0x2E || mark == 0x29, rest.dropFirst().first == 0x20
      else { return (.none, bytes) }
      return (.item(ordered: true), trimmed(rest.dropFirst(2)))
    default: return (.none, bytes)
    }
  }
}

/// A line's inline text without Markdown's marks.
struct InlineText {
  private(set) var text: String
  private(set) var links: [(text: String, address: String)] = []
  /// Whether one link, one picture or one bold stretch spans the line.
  private(set) var isLink = false
  private(set) var isPicture = false
  private(set) var isStrong = false

  private var output: [UInt8] = []
  /// How many stars and underscores the line holds.
  private let markCounts: (stars: Int, underscores: Int)
  /// Brackets that opened no link; past a few, brackets are taken as characters.
  private var failedLinks = 0

  init(of line: ArraySlice<UInt8>) {
    text = ""
    markCounts = (line.count { $0 == 0x2A }, line.count { $0 == 0x5F })
    output.reserveCapacity(line.count)
    isStrong = Self.isWrapped(line, in: [0x2A, 0x2A]) || Self.isWrapped(line, in: [0x5F, 0x5F])
    var index = line.startIndex
    while index < line.endIndex {
      index = take(from: index, of: line)
    }
    while output.last == 0x20 { output.removeLast() }
    text = String(decoding: output, as: UTF8.self)
    if let only = links.first, links.count == 1 { isLink = only.text == text && !text.isEmpty }
  }

  private mutating func take(from index: Int, of line: ArraySlice<UInt8>) -> Int {
    let byte = line[index]
    let next = index + 1 < line.endIndex ? line[index + 1] : 0
    switch byte {
    case UInt8(ascii: "!") where next == UInt8(ascii: "["):
      if let link = link(at: index + 1, of: line) {
        isPicture = index == line.startIndex && link.end == line.endIndex
        append(link.label)
        links.append((text: String(decoding: link.label, as: UTF8.self), address: link.address))
        return link.end
      }
    case UInt8(ascii: "["):
      if let link = link(at: index, of: line) {
        let label = InlineText(of: Self.withoutPictures(link.label)).text
        append(label.utf8)
        links.append((text: label, address: link.address))
        return link.end
      }
    case UInt8(ascii: "*"), UInt8(ascii: "_"):
      if isEmphasis(at: index, of: line) { return index + 1 }
    case UInt8(ascii: "\\"):
      if (0x21...0x2F).contains(next) || (0x3A...0x40).contains(next) || (0x5B...0x60).contains(next)
        || (0x7B...0x7E).contains(next)
      {
        output.append(next)
        return index + 2
      }
    default: break
    }
    append(CollectionOfOne(byte))
    return index + 1
  }

  private mutating func append(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if byte <= 0x20 {
        if output.last != 0x20, !output.isEmpty { output.append(0x20) }
      } else {
        output.append(byte)
      }
    }
  }

  /// Marks that open or close emphasis stand at a word's edge; within a word, and alone, they are characters.
  private func isEmphasis(at index: Int, of line: ArraySlice<UInt8>) -> Bool {
    let mark = line[index]
    var low = index
    var high = index
    while low > line.startIndex, index - low < 3, line[low - 1] == mark { low -= 1 }
    while high + 1 < line.endIndex, high - index < 3, line[high + 1] == mark { high += 1 }
    guard high - low < 3 else { return false }
    let before = low > line.startIndex ? line[low - 1] : 0x20
    let after = high + 1 < line.endIndex ? line[high + 1] : 0x20
    let opens = after > 0x20 && !Self.isWordByte(before)
    let closes = before > 0x20 && !Self.isWordByte(after)
    guard opens || closes else { return false }
    // One mark alone in its line is a footnote's star or the like.
    let run = high - low + 1
    return (mark == 0x2A ? markCounts.stars : markCounts.underscores) >= 2 * run
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte >= 0x80
  }

  private static func isWrapped(_ line: ArraySlice<UInt8>, in mark: [UInt8]) -> Bool {
    guard line.count > 4, line.starts(with: mark), line.suffix(2).elementsEqual(mark) else { return false }
    let inner = line.dropFirst(2).dropLast(2)
    var index = inner.startIndex
    while index + 1 < inner.endIndex {
      if inner[index] == mark[0], inner[index + 1] == mark[1] { return false }
      index += 1
    }
    return true
  }

  /// `[label](address)` that begins at an opening bracket.
  private mutating func link(at start: Int, of line: ArraySlice<UInt8>) -> (
    label: ArraySlice<UInt8>, address: String, end: Int
  )? {
    guard failedLinks < 32 else { return nil }
    let found = Self.link(at: start, of: line)
    if found == nil { failedLinks += 1 }
    return found
  }

  private static func link(at start: Int, of line: ArraySlice<UInt8>) -> (
    label: ArraySlice<UInt8>, address: String, end: Int
  )? {
    var depth = 0
    var index = start
    let limit = min(line.endIndex, start + 2000)
    while index < limit {
      if line[index] == UInt8(ascii: "[") { depth += 1 }
      if line[index] == UInt8(ascii: "]") {
        depth -= 1
        if depth == 0 { break }
      }
      index += 1
    }
    guard index + 1 < limit, depth == 0, line[index + 1] == UInt8(ascii: "(") else { return nil }
    guard let end = addressEnd(from: index + 2, to: limit, of: line) else { return nil }
    let address = String(decoding: line[(index + 2)..<end], as: UTF8.self)
    guard !address.contains("[") else { return nil }
    return (line[(start + 1)..<index], address, end + 1)
  }

  /// The bracket that closes an address, which may hold pairs of brackets itself.
  private static func addressEnd(from start: Int, to limit: Int, of line: ArraySlice<UInt8>) -> Int? {
    var depth = 0
    for index in start..<limit {
      if line[index] == UInt8(ascii: "(") { depth += 1 }
      if line[index] == UInt8(ascii: ")") {
        if depth == 0 { return index }
        depth -= 1
      }
    }
    return nil
  }

  private static func withoutPictures(_ label: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    label.first == UInt8(ascii: "!") ? label.dropFirst() : label
  }
}
