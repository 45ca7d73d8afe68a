import DossierModel
import DossierSource

/// Finds runs of words that two articles print alike outside quotation marks.
///
/// Two articles which share a longer run have a sampled one in common. From there the words are compared one by one,
/// as far as they agree.
struct SharedCopyFinder: Sendable {
  /// Bytes in a word and the space behind it, as a rule.
  private static let wordLength = 6
  /// Runs that are told of one pair, the longest first.
  private static let mostRuns = 12

  /// Compares all texts; the articles are in the order of their ids.
  func compared(_ articles: [AnnotatedArticle]) -> ComparedTexts {
    let size = Self.size(of: articles)
    var corpus = CorpusWords(words: size)
    var counts = WordRunCounts(words: size)
    for article in articles { corpus.add(article) { counts.add($0) } }
    var blocks = SharedRuns.blocks
    for article in articles.indices {
      corpus.forEachSample(of: article) { start, hash in
        if counts[hash] > 1 { blocks.add(hash, of: start) }
      }
    }
    var runs = SharedRuns(corpus: corpus, counts: counts)
    blocks.forEachPair { runs.add(around: $0, $1, isOfMany: $2) }
    return ComparedTexts(
      of: articles.map(ComparedTexts.sum), corpus: corpus, counts: counts,
      copies: copies(of: runs.found, in: corpus, articles))
  }

  /// Compares only what is new among texts that were compared before; the outcome is that of comparing all.
  func compared(_ articles: [AnnotatedArticle], after before: ComparedTexts) -> ComparedTexts {
    let sums = articles.map(ComparedTexts.sum)
    guard sums != before.sums else { return before }
    guard before.counts.isFor(words: Self.size(of: articles)),
      let numbers = CommonNumbers(of: before.sums, and: sums),
      let changes = TextChanges(from: before, to: articles, numbers)
    else { return compared(articles) }
    var runs = SharedRuns(corpus: changes.corpus, counts: changes.counts)
    changes.forEachPair { runs.add(around: $0, $1, isOfMany: $2) }
    let copies = changes.keptCopies + copies(of: runs.found, in: changes.corpus, articles)
    return ComparedTexts(
      of: sums, corpus: changes.corpus, counts: changes.counts,
      copies: copies.enumerated().sorted {
        ($0.element.articles.lowerBound, $0.element.articles.upperBound, $0.offset)
          < ($1.element.articles.lowerBound, $1.element.articles.upperBound, $1.offset)
      }.map(\.element))
  }

  /// About how many words articles have.
  private static func size(of articles: [AnnotatedArticle]) -> Int {
    articles.reduce(0) { $0 + $1.article.text.utf8.count } / wordLength
  }

  /// The runs as stretches of articles: of each pair of articles the longest, none within another.
  private func copies(
    of runs: [SharedRuns.Run], in corpus: CorpusWords, _ articles: [AnnotatedArticle]
  ) -> [ComparedTexts.Copy] {
    var byPair: [UInt64: [SharedRuns.Run]] = [:]
    for run in runs {
      let pair = (corpus.article(of: run.left), corpus.article(of: run.right))
      byPair[UInt64(pair.0) << 32 | UInt64(pair.1), default: []].append(run)
    }
    var bounds = WordBounds(articles: articles, corpus: corpus)
    var found: [ComparedTexts.Copy] = []
    for (pair, runs) in byPair.sorted(by: { $0.key < $1.key }) {
      let numbers = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
      var told: [SharedRuns.Run] = []
      for run in runs.sorted(by: { ($1.count, $0.left, $0.right) < ($0.count, $1.left, $1.right) })
      where told.count < Self.mostRuns && !told.contains(where: { $0.words.overlaps(run.words) }) {
        told.append(run)
        found.append(
          ComparedTexts.Copy(
            articles: numbers.0...numbers.1,
            first: bounds.range(of: run.left, run.count, in: numbers.0),
            second: bounds.range(of: run.right, run.count, in: numbers.1), wordCount: run.count))
      }
    }
    return found
  }

  /// Where the words of articles stand in them, read again for the few that are asked for: to keep it for all would
  /// take more room than their texts.
  private struct WordBounds {
    let articles: [AnnotatedArticle]
    let corpus: CorpusWords
    private var known: [Int: [TextRange]] = [:]

    init(articles: [AnnotatedArticle], corpus: CorpusWords) {
      (self.articles, self.corpus) = (articles, corpus)
    }

    /// The stretch of an article that so many words from one on take up.
    mutating func range(of word: Int, _ count: Int, in article: Int) -> TextRange {
      let bounds = known[article] ?? bounds(of: article)
      known[article] = bounds
      let first = word - corpus.start(of: article)
      let start = bounds[first].lowerBound
      return TextRange(start, max(start, bounds[first + count - 1].upperBound))
    }

    private func bounds(of article: Int) -> [TextRange] {
      var bounds: [TextRange] = []
      CorpusWords.scan(articles[article]) { _, start, end in bounds.append(TextRange(start, end)) }
      return bounds
    }
  }
}
