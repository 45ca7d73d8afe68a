import DossierModel
import DossierSource

/// Which articles, printed within a few days of each other, quote one speaker with the same words.
///
/// Two reports of one day that do are of one happening. A phrase that many print within those days is compared with its
/// neighbours only, so that the cost is near linear.
struct SameWordsPrinted {
  /// Days between two articles that quote what was just said.
  private static let mostDays = 3
  /// Words of a quotation that nobody says on two occasions within days.
  private static let fewestWords = 4
  /// Quotations with one run of words that are compared.
  private static let blockLimit = 24

  /// Pairs of article numbers, the smaller in the high half.
  let pairs: Set<UInt64>

  init(in articles: [LinkedArticle], quotes: [QuoteText]) {
    let days = articles.map { $0.published?.value.firstDay?.serial }
    var blocks = BlockIndex(window: Self.blockLimit)
    for (number, quote) in quotes.enumerated()
    where quote.speaker >= 0 && days[quote.article] != nil && quote.words.count >= Self.fewestWords
      && quote.content.count > 1
    {
      for shingle in quote.shingles { blocks.add(shingle, of: number) }
    }
    var pairs: Set<UInt64> = []
    blocks.forEachPair { left, right, _ in
      let (first, second) = (quotes[left], quotes[right])
      guard first.article != second.article, first.speaker == second.speaker,
        let day = days[first.article], let other = days[second.article], abs(day - other) <= Self.mostDays,
        !pairs.contains(EventMerger.pair(first.article, second.article)), first.isOnePhrase(with: second)
      else { return }
      pairs.insert(EventMerger.pair(first.article, second.article))
    }
    self.pairs = pairs
  }
}
