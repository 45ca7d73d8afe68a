import DossierModel
import DossierSource

/// Finds the datelines that reports begin with, such as "ALDMOUTH, March 3 (Wire) —" or "(Wire) –".
///
/// A place, a day and an agency before a mark behind which a sentence begins. They say where and when a report was
/// sent: what it tells happened then and there only if it says so itself.
package struct DatelineFinder {
  /// Bytes that a dateline has at most.
  private static let limit = 90
  /// Bytes that an agency has at most, between its brackets or strokes.
  private static let agencyLimit = 48
  /// Letters of a word between those of a place's name: "Rio de Janeiro".
  private static let joiningLetters = 3
  /// Paragraphs that a day without an agency may open as a dateline: a chronicle has one in each.
  private static let openingBlocks = 3

  private let text: TokenizedText
  private let mentions: [Mention]
  private let times: [TimeExpression]

  package init(text: TokenizedText, mentions: [Mention], times: [TimeExpression]) {
    (self.text, self.mentions, self.times) = (text, mentions, times)
  }

  /// Of each sentence, how many of its bytes belong to a dateline; the sentences that one is made of are all dateline.
  package func lengths() -> [Int] {
    var lengths = Array(repeating: 0, count: text.sentences.count)
    var sentence = 0
    while sentence < text.sentences.count {
      let block = text.sentences[sentence].block
      let first = sentence
      while sentence < text.sentences.count, text.sentences[sentence].block == block { sentence += 1 }
      guard text.blocks[block].kind == .paragraph, let end = end(ofBlock: block, from: first) else {
        continue
      }
      for index in first..<sentence where text.sentences[index].range.lowerBound < end {
        let range = text.sentences[index].range
        lengths[index] = min(end, range.upperBound) - range.lowerBound
      }
    }
    return lengths
  }

  /// What was read of a dateline.
  private struct Head {
    var hasAgency = false
    var hasDay = false
    var hasPlace = false
    let isInCapitals: Bool
  }

  /// The offset behind a paragraph's dateline, at which its first sentence begins; nil where it has none.
  private func end(ofBlock block: Int, from sentence: Int) -> Int? {
    let start = text.sentenceTokens[sentence].lowerBound
    let first = text.tokens[start]
    let opensWithBracket = isMark(start, "(")
    guard first.kind == .word && first.isCapitalised || opensWithBracket, time(at: first.lower) == nil else {
      return nil
    }
    let blockEnd = text.blocks[block].range.upperBound
    let limit = min(blockEnd, first.lower + Self.limit)
    var head = Head(isInCapitals: first.isAllCaps && first.upper - first.lower > 2)
    var index = start
    while index < text.tokens.count, text.tokens[index].lower < limit {
      if let time = time(at: text.tokens[index].lower) {
        head.hasDay = head.hasDay || time.meaning.isDay
        index = text.tokenIndex(endingAfter: time.range.upperBound - 1) + 1
        continue
      }
      if let close = agency(at: index, before: limit) {
        head.hasAgency = true
        index = close + 1
        if endsBehindAgency(close, from: start, opensWithBracket), begins(index, before: blockEnd) {
          return text.tokens[index].lower
        }
        continue
      }
      if isEnd(index, of: head, from: start) {
        guard isDateline(head, block) || isTown(start, before: text.tokens[index].lower),
          begins(index + 1, before: blockEnd)
        else { return nil }
        return text.tokens[index + 1].lower
      }
      guard mayStand(index) else { return nil }
      head.hasPlace = head.hasPlace || text.tokens[index].kind == .word
      index += 1
    }
    return nil
  }

  private func isDateline(_ head: Head, _ block: Int) -> Bool {
    head.hasAgency || head.hasPlace && head.isInCapitals && !head.hasDay
      || head.hasPlace && head.hasDay
        && text.blocks[..<block].count { $0.kind == .paragraph } < Self.openingBlocks
  }

  private func time(at offset: Int) -> TimeExpression? {
    times.first { $0.range.lowerBound <= offset && offset < $0.range.upperBound }
  }

  /// The last token of an agency that begins here: "(Wire)", "/WIRE/".
  private func agency(at index: Int, before limit: Int) -> Int? {
    let close: Character
    if isMark(index, "(") {
      close = ")"
    } else if isMark(index, "/"), !text.tokens[index].isJoined {
      close = "/"
    } else {
      return nil
    }
    let end = min(limit, text.tokens[index].lower + Self.agencyLimit)
    var next = index + 1
    while next < text.tokens.count, text.tokens[next].lower < end {
      if isMark(next, close) { return next > index + 1 ? next : nil }
      next += 1
    }
    return nil
  }

  /// Whether an agency ends a dateline without a dash: between strokes, in brackets that open a text or hold the day too.
  private func endsBehindAgency(_ close: Int, from start: Int, _ opensWithBracket: Bool) -> Bool {
    let next = close + 1
    guard next < text.tokens.count else { return false }
    if isMark(close, "/") { return !isMark(next, ".") }
    if text.tokens[next].kind == .punctuation || text.tokens[next].kind == .symbol { return false }
    let open = (start..<close).last { isMark($0, "(") } ?? start
    return opensWithBracket && open == start
      || (open..<close).contains { time(at: text.tokens[$0].lower) != nil || isDash($0) }
  }

  /// Whether a mark ends a dateline: a dash, a dot in the middle, a colon behind an agency, a day or a town.
  private func isEnd(_ index: Int, of head: Head, from start: Int) -> Bool {
    let token = text.tokens[index]
    if isMark(index, ".") { return index > start && isMark(index - 1, "/") }
    if isMark(index, ":") { return head.hasAgency || head.hasDay || isTown(start, before: token.lower) }
    if isDash(index) { return !isMark(index, "-") || !token.isJoined || head.hasAgency }
    return isMark(index, "•") || isMark(index, "·")
  }

  /// Whether a place's name is all that stands before an offset.
  private func isTown(_ start: Int, before end: Int) -> Bool {
    mentions.contains {
      $0.kind == .place && $0.range.lowerBound == text.tokens[start].lower && $0.range.upperBound == end
    }
  }

  /// Whether a token may stand in the name of a place, or between it, the day and the agency.
  private func mayStand(_ index: Int) -> Bool {
    let token = text.tokens[index]
    switch token.kind {
    case .word:
      return token.isCapitalised || token.upper - token.lower <= Self.joiningLetters
    case .number: return true
    case .punctuation, .symbol:
      return isMark(index, ",") || isMark(index, "-") || isMark(index, ".") && isMark(index + 1, "/")
        || isMark(index, "/")
    }
  }

  /// Whether a sentence may begin at a token.
  private func begins(_ index: Int, before end: Int) -> Bool {
    guard index < text.tokens.count, text.tokens[index].lower < end else { return false }
    let token = text.tokens[index]
    return token.kind == .word
      ? token.isCapitalised || token.flags.contains(.innerCapital) : !isMark(index, ",")
  }

  private func isDash(_ index: Int) -> Bool { ["—", "–", "-", "--"].contains { isMark(index, $0) } }

  private func isMark(_ index: Int, _ mark: Character) -> Bool { isMark(index, String(mark)) }

  private func isMark(_ index: Int, _ mark: String) -> Bool {
    guard index < text.tokens.count,
      text.tokens[index].kind == .punctuation || text.tokens[index].kind == .symbol
    else { return false }
    let token = text.tokens[index]
    return text.bytes[token.lower..<token.upper].elementsEqual(mark.utf8)
  }
}
