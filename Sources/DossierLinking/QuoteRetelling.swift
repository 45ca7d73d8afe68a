import DossierModel
import DossierSource

/// How far two quotations say the same in the same order, whatever other words either has among them.
///
/// The best local alignment of their words (Smith and Waterman, "Identification of Common Molecular Subsequences", 1981):
/// two translations of one sentence keep its order, and each leaves in what the other puts otherwise.
struct QuoteRetelling: Sendable {
  /// The words of the best stretch that both have, and how many of them tell something.
  let matches: Int
  let content: Int
  /// What the words count for, less one for each that only one of the two has in the stretch.
  let score: Int

  /// Words that tell something in a stretch that is told, at least.
  static let fewestContent = 2
  private static let weightOfContent = 4
  private static let weightOfFunction = 2

  /// A stretch of the table that ends in one cell.
  private struct Cell {
    var score: Int32 = 0
    var matches: Int16 = 0
    var content: Int16 = 0

    /// The cell of the higher score, this one of two alike.
    func better(_ other: Cell) -> Cell { other.score > score ? other : self }

    func with(_ points: Int, matched: Int16 = 0, content more: Int16 = 0) -> Cell {
      let sum = score + Int32(points)
      return sum > 0 ? Cell(score: sum, matches: matches + matched, content: content + more) : Cell()
    }
  }

  init(_ left: QuoteText, _ right: QuoteText) {
    var best = Cell()
    var row = Array(repeating: Cell(), count: right.words.count + 1)
    for (word, stem) in zip(left.words, left.stems) {
      var diagonal = Cell()
      for place in right.words.indices {
        let cell: Cell
        if stem != 0, stem == right.stems[place] {
          cell = diagonal.with(Self.weightOfContent, matched: 1, content: 1)
        } else if word == right.words[place] {
          cell = diagonal.with(Self.weightOfFunction, matched: 1)
        } else {
          cell = diagonal.better(row[place]).better(row[place + 1]).with(-1)
        }
        diagonal = row[place + 1]
        row[place + 1] = cell
        if cell.score > best.score { best = cell }
      }
    }
    (matches, content, score) = (Int(best.matches), Int(best.content), Int(best.score))
  }

  /// Whether so much of the shorter one, by its number of words, is told that one speaker said it once on one occasion.
  func isTold(ofShorter words: Int) -> Bool {
    content >= Self.fewestContent && score >= 3 * Self.weightOfContent + 1 && matches * 5 >= words * 2
  }

  /// Whether more than half of the shorter one is told too.
  func isMostlyTold(ofShorter words: Int) -> Bool {
    isTold(ofShorter: words) && matches * 5 >= words * 3
  }

  /// Whether nearly all of the shorter one is told, and so much that it is the same whoever says it at one event.
  func isNearlyWhole(ofShorter words: Int) -> Bool { content >= 3 && matches * 5 >= words * 4 }
}
