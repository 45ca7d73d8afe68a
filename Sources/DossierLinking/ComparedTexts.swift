import DossierModel
import DossierSource

/// What comparing the texts of a corpus came to, with all that is needed to compare it again where a few texts change.
///
/// A value that is given back and may be brought again: whether it is that of the texts at hand is told by their sums.
package struct ComparedTexts: Sendable, Equatable {
  /// A run of words that two articles have in common, by the numbers of the articles.
  package struct Copy: Sendable, Equatable {
    package let articles: ClosedRange<Int>
    package let first: TextRange
    package let second: TextRange
    package let wordCount: Int

    package init(articles: ClosedRange<Int>, first: TextRange, second: TextRange, wordCount: Int) {
      (self.articles, self.first, self.second) = (articles, first, second)
      self.wordCount = wordCount
    }
  }

  /// Of each article, in the order of their ids, all that is read of it here.
  package let sums: [Fingerprint]
  package let corpus: CorpusWords
  package let counts: WordRunCounts
  /// By the numbers of their articles.
  package let copies: [Copy]

  package init?(sums: [Fingerprint], corpus: CorpusWords, counts: WordRunCounts, copies: [Copy]) {
    guard sums.count == corpus.articleCount,
      copies.allSatisfy({ $0.articles.lowerBound >= 0 && $0.articles.upperBound < sums.count })
    else { return nil }
    (self.sums, self.corpus, self.counts, self.copies) = (sums, corpus, counts, copies)
  }

  init(of sums: [Fingerprint], corpus: CorpusWords, counts: WordRunCounts, copies: [Copy]) {
    (self.sums, self.corpus, self.counts, self.copies) = (sums, corpus, counts, copies)
  }

  /// The copies as they stand in the articles that were compared, which are in the order of their ids.
  func sharedCopies(in articles: [AnnotatedArticle]) -> [SharedCopy] {
    copies.map { copy in
      SharedCopy(
        first: Citation(article: articles[copy.articles.lowerBound].article.id, range: copy.first),
        second: Citation(article: articles[copy.articles.upperBound].article.id, range: copy.second),
        wordCount: copy.wordCount)
    }
  }

  /// Of all that is read of an article here.
  static func sum(of article: AnnotatedArticle) -> Fingerprint {
    var builder = FingerprintBuilder()
    builder.add(article.article.id.string)
    builder.add(article.article.text)
    builder.add(article.quotations) { $0.add($1.range) }
    return builder.fingerprint
  }
}
