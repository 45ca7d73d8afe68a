import DossierSource

/// Pairs quotation marks, whatever their shape and however they are mixed.
///
/// Authors and converters mix marks ("“ … \""), forget them and use one mark for opening, closing and the
/// apostrophe. So the shape of a mark only says what it may be; the letters beside it decide, as a reader's eye
/// does: an opening mark leans on the word after it, a closing mark on the word before.
struct QuotationMarkPairing: Sendable {
  /// A mark as found: what stands to its sides says whether it can open or close.
  struct Mark {
    let range: TextRange
    let isSingle: Bool
    let mayOpen: Bool
    let mayClose: Bool
    /// Whether its shape only opens, or only closes: "“" rather than "\"".
    let prefersOpening: Bool
    let prefersClosing: Bool
  }

  private let shapes: [QuotationMarkShape]
  private let elisions: Set<String>
  private let isFirstByteOfMark: [Bool]

  init(tables: QuotationTables) {
    shapes = tables.marks
    elisions = tables.elisions
    var first = [Bool](repeating: false, count: 256)
    for shape in tables.marks { if let byte = shape.bytes.first { first[Int(byte)] = true } }
    isFirstByteOfMark = first
  }

  /// The stretches of all blocks in the order in which they open.
  func stretches(in text: [UInt8], blocks: [TokenizedText.Block]) -> [QuotedStretch] {
    var found: [QuotedStretch] = []
    for (index, block) in blocks.enumerated() {
      let marks = marks(in: text, block: block.range)
      if block.kind == .quote, marks.first?.range.lowerBound != block.range.lowerBound {
        found.append(
          QuotedStretch(
            inner: block.range, outer: block.range, block: index, within: nil, isOpenEnded: false,
            hasSingleMarks: false))
      }
      if marks.isEmpty { continue }
      let nextOpens = index + 1 < blocks.count && opensQuotation(blocks[index + 1].range, in: text)
      pair(marks, in: text, block: (index, block.range, nextOpens), into: &found)
    }
    return found
  }

  private func opensQuotation(_ block: TextRange, in text: [UInt8]) -> Bool {
    guard block.lowerBound < text.count, isFirstByteOfMark[Int(text[block.lowerBound])] else { return false }
    guard let mark = mark(at: block.lowerBound, in: text, block: block) else { return false }
    return mark.mayOpen && !mark.isSingle
  }

  private func marks(in text: [UInt8], block: TextRange) -> [Mark] {
    var marks: [Mark] = []
    var position = block.lowerBound
    let end = min(block.upperBound, text.count)
    while position < end {
      guard isFirstByteOfMark[Int(text[position])] else {
        position += 1
        continue
      }
      guard let mark = mark(at: position, in: text, block: block) else {
        position += 1
        continue
      }
      if mark.mayOpen || mark.mayClose { marks.append(mark) }
      position = mark.range.upperBound
    }
    return marks
  }

  private func mark(at position: Int, in text: [UInt8], block: TextRange) -> Mark? {
    let end = min(block.upperBound, text.count)
    for shape in shapes where position + shape.bytes.count <= end {
      guard zip(shape.bytes, text[position...]).allSatisfy({ $0 == $1 }) else { continue }
      let range = TextRange(position, position + shape.bytes.count)
      let before = side(endingAt: position, in: text, block: block)
      let after = side(startingAt: range.upperBound, in: text, block: block)
      var mayOpen = shape.opens && after.isWord && before.allowsOpening
      var mayClose = shape.closes && !before.isSpace && !after.isLetter
      if shape.isSingle {
        mayOpen = mayOpen && !isElision(at: range.upperBound, in: text, end: end)
        mayClose = mayClose && before.isText
      } else if !mayOpen && !mayClose {
        // A mark set apart by spaces, or glued to what stands on both sides: its shape tells, and whether a
        // quotation is open; between a stop and a letter a space is missing behind it.
        mayOpen = shape.opens && (before.isSpace || !shape.closes) && (after.isSpace || !shape.closes)
        mayClose =
          shape.closes
          && (!before.isSpace && !before.isLetter || before.isSpace && after.isSpace || !shape.opens)
      }
      return Mark(
        range: range, isSingle: shape.isSingle, mayOpen: mayOpen, mayClose: mayClose,
        prefersOpening: shape.opens && !shape.closes, prefersClosing: shape.closes && !shape.opens)
    }
    return nil
  }

  /// What stands beside a mark.
  private struct Side {
    var isSpace = false
    var isLetter = false
    /// A bracket, dash, slash or another mark, from which a quotation may open.
    var allowsOpening = false
    var isWord: Bool { !isSpace }
    var isText: Bool { !isSpace }
  }

  private func side(endingAt position: Int, in text: [UInt8], block: TextRange) -> Side {
    guard position > block.lowerBound else { return Side(isSpace: true, allowsOpening: true) }
    let byte = text[position - 1]
    if byte == 0x20 || byte == 0x0A || byte == 0x09 { return Side(isSpace: true, allowsOpening: true) }
    if byte < 0x80 {
      let opening =
        byte == 0x28 || byte == 0x5B || byte == 0x2D || byte == 0x2F || byte == 0x22 || byte == 0x3A
      return Side(isLetter: Self.isLetterOrDigit(byte), allowsOpening: opening)
    }
    // The last byte of a scalar beyond ASCII: no-break spaces, dashes and other marks let a quotation open.
    if position - block.lowerBound >= 2, text[position - 2] == 0xC2, byte == 0xA0 {
      return Side(isSpace: true, allowsOpening: true)
    }
    if position - block.lowerBound >= 3, text[position - 3] == 0xE2, text[position - 2] == 0x80 {
      let isDash = byte >= 0x90 && byte <= 0x95
      let isOpeningMark = byte == 0x98 || byte == 0x9C
      let isSpace = byte <= 0x8B || byte == 0xAF
      return Side(isSpace: isSpace, allowsOpening: isDash || isOpeningMark || isSpace || byte == 0xA6)
    }
    return Side(isLetter: true)
  }

  private func side(startingAt position: Int, in text: [UInt8], block: TextRange) -> Side {
    guard position < min(block.upperBound, text.count) else { return Side(isSpace: true) }
    let byte = text[position]
    if byte == 0x20 || byte == 0x0A || byte == 0x09 { return Side(isSpace: true) }
    if byte < 0x80 { return Side(isLetter: Self.isLetterOrDigit(byte)) }
    if byte == 0xC2, position + 1 < text.count, text[position + 1] == 0xA0 { return Side(isSpace: true) }
    if byte == 0xE2, position + 1 < text.count, text[position + 1] == 0x80 {
      let last = position + 2 < text.count ? text[position + 2] : 0
      return Side(isSpace: last <= 0x8B || last == 0xAF)
    }
    return Side(isLetter: byte >= 0xC3)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x39
  }

  private func isElision(at position: Int, in text: [UInt8], end: Int) -> Bool {
    guard position < end else { return false }
    if text[position] >= 0x30 && text[position] <= 0x39 { return true }
    var stop = position
    while stop < end, stop - position < 8, Self.isLetterOrDigit(text[stop]) { stop += 1 }
    return elisions.contains(String(decoding: text[position..<stop], as: UTF8.self).lowercased())
  }

  // MARK: Pairing

  private struct Opened {
    let mark: Mark
    let parent: Int?
    var close: Mark?
  }

  private func pair(
    _ marks: [Mark], in text: [UInt8], block: (index: Int, range: TextRange, goesOn: Bool),
    into found: inout [QuotedStretch]
  ) {
    var opened: [Opened] = []
    var doubles: [Int] = []
    var singles: [(stretch: Int, close: Int)] = []
    for (index, mark) in marks.enumerated() {
      while let last = singles.last, last.close < index { singles.removeLast() }
      if singles.last?.close == index { continue }
      if mark.isSingle {
        let isFree = singles.isEmpty
        if isFree, mark.mayOpen, let close = closeOfSingle(index, marks, in: text, isNested: !doubles.isEmpty)
        {
          opened.append(Opened(mark: mark, parent: doubles.last, close: marks[close]))
          singles.append((opened.count - 1, close))
        }
        continue
      }
      guard let current = doubles.last else {
        if mark.mayOpen, !mark.prefersClosing || !mark.mayClose {
          opened.append(Opened(mark: mark, parent: singles.last?.stretch))
          doubles.append(opened.count - 1)
        }
        continue
      }
      let closes = mark.mayClose && !(mark.prefersOpening && mark.mayOpen) || mark.prefersClosing
      if closes || isMisplacedClose(mark, in: text) {
        opened[current].close = mark
        doubles.removeLast()
      } else if mark.mayOpen {
        let isAtStart = opened[current].mark.range.lowerBound == block.range.lowerBound
        if !isNested(index, marks), !(isAtStart && block.goesOn) { doubles.removeLast() }
        opened.append(Opened(mark: mark, parent: doubles.last))
        doubles.append(opened.count - 1)
      }
    }
    keep(opened, in: text, block: block, into: &found)
  }

  /// Whether the space stands on the wrong side of a closing mark: "We go, \"said Anna Berg.
  private func isMisplacedClose(_ mark: Mark, in text: [UInt8]) -> Bool {
    guard !mark.prefersOpening, mark.range.lowerBound >= 2, mark.range.upperBound < text.count else {
      return false
    }
    let next = text[mark.range.upperBound]
    return text[mark.range.lowerBound - 1] == 0x20 && text[mark.range.lowerBound - 2] == UInt8(ascii: ",")
      && next >= 0x61 && next <= 0x7A
  }

  /// Whether marks enough follow to close both a quotation that opens here and the one it would stand in.
  private func isNested(_ index: Int, _ marks: [Mark]) -> Bool {
    var depth = 0
    for mark in marks[(index + 1)...] where !mark.isSingle {
      if mark.mayClose, !mark.prefersOpening { depth -= 1 } else if mark.mayOpen { depth += 1 }
      if depth == -2 { return true }
    }
    return false
  }

  /// The mark that closes a quotation in single marks; nil where the mark is an apostrophe after all.
  private func closeOfSingle(_ index: Int, _ marks: [Mark], in text: [UInt8], isNested: Bool) -> Int? {
    var unsure: Int?
    for other in (index + 1)..<max(index + 1, marks.count) {
      let mark = marks[other]
      if !mark.isSingle {
        if isNested, mark.mayClose, !mark.mayOpen { break }
        continue
      }
      if mark.mayOpen, !mark.mayClose || mark.prefersOpening { break }
      guard mark.mayClose else { continue }
      if !looksLikePossessive(mark, in: text) { return other }
      unsure = unsure ?? other
    }
    return unsure
  }

  /// A mark between a letter and a space may be the apostrophe of a plural's possessive.
  private func looksLikePossessive(_ mark: Mark, in text: [UInt8]) -> Bool {
    let before = text[mark.range.lowerBound - 1]
    let after = mark.range.upperBound < text.count ? text[mark.range.upperBound] : 0
    return before == UInt8(ascii: "s") && after == UInt8(ascii: " ")
  }

  private func keep(
    _ opened: [Opened], in text: [UInt8], block: (index: Int, range: TextRange, goesOn: Bool),
    into found: inout [QuotedStretch]
  ) {
    var kept = [Int?](repeating: nil, count: opened.count)
    let quoteBlock = found.last.flatMap { $0.inner == block.range ? found.count - 1 : nil }
    for (index, stretch) in opened.enumerated() {
      let start = stretch.mark.range.upperBound
      var end = block.range.upperBound
      if let close = stretch.close {
        end = close.range.lowerBound
      } else if !mayStayOpen(stretch.mark, in: text, block: block) {
        continue
      }
      guard end > start else { continue }
      let outerEnd = stretch.close?.range.upperBound ?? end
      kept[index] = found.count
      found.append(
        QuotedStretch(
          inner: TextRange(start, end), outer: TextRange(stretch.mark.range.lowerBound, outerEnd),
          block: block.index, within: stretch.parent.flatMap { kept[$0] } ?? quoteBlock,
          isOpenEnded: stretch.close == nil,
          hasSingleMarks: stretch.mark.isSingle))
    }
  }

  /// A quotation without an end is believed where a speech plainly begins; elsewhere its mark is a slip.
  private func mayStayOpen(
    _ mark: Mark, in text: [UInt8], block: (index: Int, range: TextRange, goesOn: Bool)
  ) -> Bool {
    var before = mark.range.lowerBound - 1
    while before >= block.range.lowerBound, text[before] == 0x20 { before -= 1 }
    guard before >= block.range.lowerBound else { return true }
    // Behind a sentence's end, where the next paragraph opens its marks anew.
    if block.goesOn, mark.mayOpen, !mark.mayClose, text[before] == UInt8(ascii: ".") { return true }
    return text[before] == UInt8(ascii: ",") || text[before] == UInt8(ascii: ":")
  }
}
