import DossierModel
import DossierSource

/// The dates of a chronology's entries: headings that are nothing but a date, and dates that open a paragraph before a
/// colon or a dash.
///
/// What an entry tells is of its date, though its sentences name none: "17 May", "The mayor resigns."
struct Chronology {
  /// Entries of a chronology, at least: one or two such headings may be anything.
  private static let fewestEntries = 3

  private let text: TokenizedText
  private let times: [TimeExpression]

  init(text: TokenizedText, times: [TimeExpression]) {
    self.text = text
    self.times = times
  }

  /// The times, with those that open an entry marked as such.
  func marked() -> [TimeExpression] {
    let entries = times.indices.filter { isHeading($0) || opensParagraph($0) }
    guard entries.count >= Self.fewestEntries else { return times }
    var marked = times
    for index in entries { marked[index] = times[index].with(bound: .entry) }
    return marked
  }

  /// For each sentence that stands in an entry, the index of the entry's time; nothing where no time opens one.
  ///
  /// An entry below a heading ends with the next; the last with as many paragraphs as the longest of the others has, for
  /// what the text goes on with has no heading of its own.
  func entries() -> [Int: Int] {
    guard times.contains(where: { $0.bound == .entry }) else { return [:] }
    var entries: [Int: Int] = [:]
    var open: (time: Int, block: Int?)?
    var blocks: [Int: [Int]] = [:]
    var next = 0
    for (index, sentence) in text.sentences.enumerated() {
      while next < times.count, times[next].sentence < index { next += 1 }
      if next < times.count, times[next].sentence == index, times[next].bound == .entry {
        let isHeading = isHeading(next)
        open = (next, isHeading ? nil : sentence.block)
        if isHeading { continue }
      }
      if text.blocks[sentence.block].kind == .heading { open = nil }
      guard let inside = open, inside.block.map({ $0 == sentence.block }) ?? true else { continue }
      entries[index] = inside.time
      if blocks[inside.time]?.last != sentence.block {
        blocks[inside.time, default: []].append(sentence.block)
      }
    }
    guard let last = open, last.block == nil else { return entries }
    let longest = blocks.filter { $0.key != last.time }.map(\.value.count).max() ?? 1
    let own = Set(blocks[last.time]?.prefix(longest) ?? [])
    return entries.filter { $0.value != last.time || own.contains(text.sentences[$0.key].block) }
  }

  private func isDate(_ time: Int) -> Bool {
    guard times[time].kind == .date else { return false }
    switch times[time].meaning {
    case .absolute, .slot(.monthDay, .nearest), .slot(.weekdayMonthDay, .nearest), .slot(.month, .nearest):
      return true
    default: return false
    }
  }

  /// Whether a line is a date and nothing else.
  private func isHeading(_ time: Int) -> Bool {
    let sentence = text.sentences[times[time].sentence]
    guard isDate(time), sentence.range == text.blocks[sentence.block].range else { return false }
    return text.sentenceTokens[times[time].sentence].allSatisfy { token in
      text.tokens[token].kind == .punctuation
        || times[time].range.contains(TextRange(text.tokens[token].lower, text.tokens[token].upper))
    }
  }

  /// Whether a paragraph begins with a date, and a colon or a dash parts it from what it tells.
  private func opensParagraph(_ time: Int) -> Bool {
    let sentence = text.sentences[times[time].sentence]
    let tokens = text.tokens(in: times[time].range)
    guard isDate(time), sentence.range.lowerBound == text.blocks[sentence.block].range.lowerBound,
      tokens.lowerBound == text.sentenceTokens[times[time].sentence].lowerBound,
      tokens.upperBound < text.sentenceTokens[times[time].sentence].upperBound
    else { return false }
    let mark = tokens.upperBound
    guard text.tokens[mark].kind == .punctuation else { return false }
    switch text.byte(mark) {
    case UInt8(ascii: ":"): return true
    case UInt8(ascii: "-"): return !text.tokens[mark].isJoined
    case 0xE2: return text.string(text.range(mark..<mark + 1)).contains { $0 == "–" || $0 == "—" }
    default: return false
    }
  }
}
