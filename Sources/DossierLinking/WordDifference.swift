import DossierModel
import DossierSource

/// Where two quotations differ, word by word: the places between the longest row of words that both have in order.
///
/// What both begin and end with is set aside; for the rest the table of common subsequences is filled (Wagner and
/// Fischer, "The String-to-String Correction Problem", 1974), so two quotations cost little unless they differ much.
struct WordDifference: Sendable {
  /// Words that both have in the same order, spelt alike or not.
  let shared: Int
  /// In order.
  let edits: [QuoteFamily.Edit]

  /// What of one quotation stands against what of the other, by the numbers of their words.
  private struct Gap {
    let before: Range<Int>
    let after: Range<Int>
  }

  init(from first: QuoteText, to second: QuoteText) {
    let pairs = Self.pairs(first.words, second.words)
    shared = pairs.count
    var edits: [QuoteFamily.Edit] = []
    var (left, right) = (0, 0)
    for pair in pairs + [(first.words.count, second.words.count)] {
      if left < pair.0 || right < pair.1 {
        let gap = Gap(before: left..<pair.0, after: right..<pair.1)
        edits.append(Self.edit(.wording, gap, first, second))
      }
      if pair.0 < first.words.count, first.spelling[pair.0] != second.spelling[pair.1] {
        let gap = Gap(before: pair.0..<pair.0 + 1, after: pair.1..<pair.1 + 1)
        edits.append(Self.edit(.spelling, gap, first, second))
      }
      (left, right) = (pair.0 + 1, pair.1 + 1)
    }
    self.edits = edits
  }

  private static func edit(
    _ kind: QuoteFamily.Difference, _ gap: Gap, _ first: QuoteText, _ second: QuoteText
  ) -> QuoteFamily.Edit {
    QuoteFamily.Edit(kind: kind, before: range(gap.before, of: first), after: range(gap.after, of: second))
  }

  /// Where words stand; of none, the empty place behind the word before them.
  private static func range(_ words: Range<Int>, of quote: QuoteText) -> TextRange {
    if let first = words.first, let last = words.last {
      return TextRange(quote.bounds[first].lowerBound, quote.bounds[last].upperBound)
    }
    let place = words.lowerBound > 0 ? quote.bounds[words.lowerBound - 1].upperBound : quote.range.lowerBound
    return TextRange(place, place)
  }

  /// The words of the longest row that both have in order, by their numbers.
  private static func pairs(_ first: [UInt32], _ second: [UInt32]) -> [(Int, Int)] {
    var start = 0
    while start < min(first.count, second.count), first[start] == second[start] { start += 1 }
    var end = 0
    while end < min(first.count, second.count) - start,
      first[first.count - end - 1] == second[second.count - end - 1]
    { end += 1 }
    var pairs = (0..<start).map { ($0, $0) }
    let left = Array(first[start..<first.count - end])
    let right = Array(second[start..<second.count - end])
    pairs += middle(left, right).map { ($0.0 + start, $0.1 + start) }
    pairs += (0..<end).reversed().map { (first.count - $0 - 1, second.count - $0 - 1) }
    return pairs
  }

  private static func middle(_ left: [UInt32], _ right: [UInt32]) -> [(Int, Int)] {
    guard !left.isEmpty, !right.isEmpty else { return [] }
    let width = right.count + 1
    // The length of the longest row in what follows each pair of places.
    var lengths = [UInt16](repeating: 0, count: (left.count + 1) * width)
    for row in left.indices.reversed() {
      for column in right.indices.reversed() {
        let place = row * width + column
        lengths[place] =
          left[row] == right[column]
          ? lengths[place + width + 1] + 1 : max(lengths[place + width], lengths[place + 1])
      }
    }
    var pairs: [(Int, Int)] = []
    var (row, column) = (0, 0)
    while row < left.count, column < right.count {
      let place = row * width + column
      if left[row] == right[column] {
        pairs.append((row, column))
        (row, column) = (row + 1, column + 1)
      } else if lengths[place + width] >= lengths[place + 1] {
        row += 1
      } else {
        column += 1
      }
    }
    return pairs
  }
}
