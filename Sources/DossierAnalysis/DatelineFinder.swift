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
  /// Paragraphs within which a report begins by a day without an agency.
  private static let openingParagraphs = 3

  private let text: TokenizedText
  private let mentions: [Mention]
  private let times: [TimeExpression]

  package init(text: TokenizedText, mentions: [Mention], times: [TimeExpression]) {
    (self.text, self.mentions, self.times) = (text, mentions, times)
  }

  /// Of each sentence, how many of its bytes belong to a dateline; the sentences that one is made of are all dateline.
  package func lengths() -> [Int] {
    var lengths = Array(repeating: 0, count: text.sentences.count)
    let heads = heads()
    let byDay = heads.count { !$0.hasAgency && $0.hasDay }
    for head in heads {
      // Days without an agency open each entry of a chronicle, and one report.
      if !head.hasAgency, head.hasDay, byDay > 1 || head.paragraph >= Self.openingParagraphs { continue }
      for index in head.sentences where text.sentences[index].range.lowerBound < head.end {
        let range = text.sentences[index].range
        lengths[index] = min(head.end, range.upperBound) - range.lowerBound
      }
    }
    return lengths
  }

  /// What was read of a dateline.
  private struct Head {
    /// The sentences of its paragraph, and which paragraph of the text it is.
    let sentences: Range<Int>
    let paragraph: Int
    /// Whether it begins with a word in capitals, and whether with a place that the text names.
    let isInCapitals: Bool
    let isPlace: Bool
    /// Whether it begins with the name of what is no place.
    let isOther: Bool
    var hasAgency = false
    var hasDay = false
    var hasWords = false
    /// The offset behind it, at which its first sentence begins.
    var end = 0

    /// Whether it is one by what stands in it.
    var isDateline: Bool {
      isOther ? hasWords && hasDay : hasAgency || hasWords && (isInCapitals || isPlace && hasDay)
    }
  }

  private func heads() -> [Head] {
    var heads: [Head] = []
    var paragraph = 0
    var sentence = 0
    while sentence < text.sentences.count {
      let block = text.sentences[sentence].block
      let first = sentence
      while sentence < text.sentences.count, text.sentences[sentence].block == block { sentence += 1 }
      guard text.blocks[block].kind == .paragraph else { continue }
      if let head = head(of: first..<sentence, paragraph, before: text.blocks[block].range.upperBound) {
        heads.append(head)
      }
      paragraph += 1
    }
    return heads
  }

  /// The dateline that a paragraph begins with; nil where it has none.
  private func head(of sentences: Range<Int>, _ paragraph: Int, before blockEnd: Int) -> Head? {
    let start = text.sentenceTokens[sentences.lowerBound].lowerBound
    let first = text.tokens[start]
    let opensWithBracket = isMark(start, "(")
    guard first.kind == .word && first.isCapitalised || opensWithBracket, time(at: first.lower) == nil else {
      return nil
    }
    let named = mention(at: first.lower)
    let mention = named.flatMap { isPlace($0) ? $0 : nil }
    // A town in capitals may look like a body; then its day has to follow: "OXHAVEN, Dec 8 —".
    guard named == nil || mention != nil || first.isAllCaps else { return nil }
    let limit = min(blockEnd, first.lower + Self.limit)
    var head = Head(
      sentences: sentences, paragraph: paragraph,
      isInCapitals: first.isAllCaps && first.upper - first.lower > 2, isPlace: mention != nil,
      isOther: named != nil && mention == nil)
    var index = start
    while index < text.tokens.count, text.tokens[index].lower < limit {
      if let time = time(at: text.tokens[index].lower) {
        head.hasDay = head.hasDay || time.meaning.isDay
        index = text.tokenIndex(endingAfter: time.range.upperBound - 1) + 1
      } else if let close = bracket(at: index, before: limit) {
        read(index + 1..<close, into: &head)
        index = close + 1
        if endsBehindAgency(close, from: start, opensWithBracket), head.isDateline,
          begins(index, before: blockEnd)
        {
          head.end = text.tokens[index].lower
          return head
        }
      } else if isEnd(index, of: head, mention) {
        guard head.isDateline || mention?.range.upperBound == text.tokens[index].lower,
          begins(index + 1, before: blockEnd)
        else { return nil }
        head.end = text.tokens[index + 1].lower
        return head
      } else {
        guard mayStand(index) else { return nil }
        head.hasWords = head.hasWords || text.tokens[index].kind == .word
        index += 1
      }
    }
    return nil
  }

  /// Takes what stands in brackets: an agency, a day, or both.
  private func read(_ tokens: Range<Int>, into head: inout Head) {
    for index in tokens {
      if let time = time(at: text.tokens[index].lower) {
        head.hasDay = head.hasDay || time.meaning.isDay
      } else if text.tokens[index].kind == .word {
        head.hasAgency = true
      }
    }
  }

  private func time(at offset: Int) -> TimeExpression? {
    let index = times.partitioningIndex { $0.range.upperBound > offset }
    return index < times.count && times[index].range.lowerBound <= offset ? times[index] : nil
  }

  private func mention(at offset: Int) -> Mention? {
    let index = mentions.partitioningIndex { $0.range.upperBound > offset }
    return index < mentions.count && mentions[index].range.lowerBound <= offset ? mentions[index] : nil
  }

  /// Whether a mention may be where a report was sent from: "UNITED NATIONS", and no body else.
  private func isPlace(_ mention: Mention) -> Bool {
    if mention.kind == .place || mention.kind == .country { return true }
    let words = text.tokens(in: mention.range)
    return mention.kind == .organization && words.count > 1 && words.allSatisfy { text.tokens[$0].isAllCaps }
  }

  /// The last token of brackets or strokes that begin here and hold no sentence: "(Wire)", "/WIRE/".
  private func bracket(at index: Int, before limit: Int) -> Int? {
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
      let token = text.tokens[next]
      let isName = token.kind != .word || isNameWord(token) || time(at: token.lower) != nil
      guard isName, !isMark(next, ".") || time(at: token.lower) != nil else { return nil }
      next += 1
    }
    return nil
  }

  /// Whether a word may be part of a name: with a capital, or as short as "de" and "via".
  private func isNameWord(_ token: Token) -> Bool {
    token.isCapitalised || token.upper - token.lower <= Self.joiningLetters
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
  private func isEnd(_ index: Int, of head: Head, _ place: Mention?) -> Bool {
    if isMark(index, ".") { return index > 0 && isMark(index - 1, "/") }
    if isMark(index, ":") {
      return head.hasAgency || head.hasDay
        || place?.kind == .place && place?.range.upperBound == text.tokens[index].lower
    }
    if isMark(index, "-") { return index + 1 < text.tokens.count && !text.tokens[index + 1].isJoined }
    return isDash(index) || isMark(index, "•") || isMark(index, "·")
  }

  /// Whether a token may stand in the name of a place, or between it, the day and the agency.
  private func mayStand(_ index: Int) -> Bool {
    switch text.tokens[index].kind {
    case .word: return isNameWord(text.tokens[index])
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
