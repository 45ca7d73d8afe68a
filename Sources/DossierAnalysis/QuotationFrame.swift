import DossierModel
import DossierSource

/// A sentence as the eye reads it round its quotations: what stands within the marks does not end it.
struct QuotationFrame {
  let tokens: Range<Int>
  let block: Int
  /// Indexes of the stretches that stand in it and in no other.
  var stretches: [Int] = []
}

/// The sentences of a text with the outermost quotations in them.
struct QuotationFrames {
  let frames: [QuotationFrame]
  /// Of each token: whether it stands within quotation marks, the marks too.
  let isQuoted: [Bool]
  /// Of each stretch: its tokens, the marks too.
  let stretchTokens: [Range<Int>]

  init(_ clause: ClauseText, stretches: [QuotedStretch]) {
    let text = clause.text
    var isQuoted = [Bool](repeating: false, count: text.tokens.count)
    var ranges: [Range<Int>] = []
    var owner = [Int32](repeating: -1, count: text.tokens.count)
    for (index, stretch) in stretches.enumerated() {
      let first = text.tokenIndex(endingAfter: stretch.outer.lowerBound)
      var end = first
      while end < text.tokens.count, text.tokens[end].lower < stretch.outer.upperBound {
        if stretch.within == nil {
          isQuoted[end] = true
          owner[end] = Int32(truncatingIfNeeded: index)
        }
        end += 1
      }
      ranges.append(first..<end)
    }
    self.isQuoted = isQuoted
    stretchTokens = ranges
    frames = Self.frames(clause, owner: owner, stretches: stretches, ranges: ranges)
  }

  private static func frames(
    _ clause: ClauseText, owner: [Int32], stretches: [QuotedStretch], ranges: [Range<Int>]
  ) -> [QuotationFrame] {
    var frames: [QuotationFrame] = []
    var start: Int?
    let text = clause.text
    for (sentence, range) in zip(text.sentences, text.sentenceTokens) {
      let first = start ?? range.lowerBound
      let next = range.upperBound
      let isSameBlock = next < text.tokens.count && text.tokens[next].lower < blockEnd(text, sentence.block)
      if isSameBlock, !ends(at: next, owner, clause) {
        start = first
        continue
      }
      frames.append(QuotationFrame(tokens: first..<next, block: sentence.block))
      start = nil
    }
    var frame = 0
    for (index, stretch) in stretches.enumerated() where stretch.within == nil {
      while frame < frames.count, frames[frame].tokens.upperBound <= ranges[index].lowerBound { frame += 1 }
      guard frame < frames.count else { break }
      frames[frame].stretches.append(index)
    }
    return frames
  }

  private static func blockEnd(_ text: TokenizedText, _ block: Int) -> Int {
    text.blocks.indices.contains(block) ? text.blocks[block].range.upperBound : 0
  }

  /// Whether a sentence that ends before a token ends for the reader too.
  private static func ends(at next: Int, _ owner: [Int32], _ clause: ClauseText) -> Bool {
    if owner[next - 1] >= 0, owner[next] == owner[next - 1] { return false }
    guard owner[next - 1] >= 0, owner[next] < 0 else { return true }
    // “Why?” Trump asked. The mark belongs to the quotation, not to the sentence round it.
    var last = next - 2
    while last > 0, clause.tokens[last].kind == .punctuation, !isTerminal(clause, last) { last -= 1 }
    guard last >= 0, clause.isMark(last, 0x21) || clause.isMark(last, 0x3F) else { return true }
    var index = next
    var isInserted = false
    while index < min(next + 30, clause.tokens.count), owner[index] < 0, !isTerminal(clause, index) {
      if clause.has(index, .reports), clause.isPast(index) || clause.has(index, .verbThird) { return false }
      if clause.isComma(index) { isInserted = true }
      if !isInserted, clause.has(index, [.auxiliary, .modal, .subordinator]) || index > next + 8 {
        return true
      }
      index += 1
    }
    return true
  }

  private static func isTerminal(_ clause: ClauseText, _ token: Int) -> Bool {
    clause.isMark(token, 0x2E) || clause.isMark(token, 0x21) || clause.isMark(token, 0x3F)
  }
}
