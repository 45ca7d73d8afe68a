import DossierModel

/// What is to be compared where a few texts of a corpus are not those that were compared before.
///
/// What two articles share depends on the blocks that both stand in, on their words, and on which of these many print.
/// So the outcome of two old articles holds unless a block pairs them otherwise, or a run of theirs is now printed by
/// many or no longer so. All others are compared, each in all their blocks.
struct TextChanges {
  /// A sampled run in an article.
  private struct Place {
    let article: Int
    let word: Int
  }

  private typealias Blocks = [UInt64: [Place]]

  let corpus: CorpusWords
  let counts: WordRunCounts
  /// What was found between old articles and still holds, as they are numbered now.
  let keptCopies: [ComparedTexts.Copy]
  private let numbers: CommonNumbers
  /// The blocks that a new article stands in.
  private let newBlocks: Blocks
  /// Pairs of old articles that are compared again, and the blocks that both of a pair stand in.
  private let pairs: Set<UInt64>
  private let pairedBlocks: Blocks

  /// Nil where it can no longer be told what many print.
  init?(from before: ComparedTexts, to articles: [AnnotatedArticle], _ numbers: CommonNumbers) {
    var corpus = CorpusWords(words: before.corpus.row.count)
    var added: [UInt64] = []
    for (article, old) in zip(articles, numbers.old) {
      if let old {
        corpus.add(old, of: before.corpus)
      } else {
        corpus.add(article) { added.append($0) }
      }
    }
    let gone = numbers.new.indices.filter { numbers.new[$0] == nil }
    var removed: [UInt64] = []
    for article in gone {
      before.corpus.forEachRun(of: before.corpus.words(of: article)) { removed.append($1) }
    }
    var counts = before.counts
    guard let crossed = counts.change(without: removed, with: added, limit: SharedRuns.blockLimit) else {
      return nil
    }
    (self.corpus, self.counts, self.numbers) = (corpus, counts, numbers)

    var keys: Set<UInt64> = []
    for article in gone { before.corpus.forEachSample(of: article) { keys.insert($1) } }
    for article in numbers.old.indices where numbers.old[article] == nil {
      corpus.forEachSample(of: article) { keys.insert($1) }
    }
    let blocks = Self.blocks(of: keys, in: corpus)
    newBlocks = blocks
    pairs = Self.pairs(
      pairedOtherwise: Self.blocks(of: keys, in: before.corpus), blocks, before.corpus, corpus, numbers
    ).union(Self.pairs(holding: crossed, counts, in: corpus, numbers))
    pairedBlocks = Self.blocks(of: Self.commonKeys(of: pairs, in: corpus), in: corpus)
    keptCopies = Self.kept(before.copies, numbers, but: pairs)
  }

  /// Calls back with each pair of words to be compared, the smaller first, and whether more than a block's window share
  /// what brings them together.
  func forEachPair(_ body: (_ first: Int, _ second: Int, _ isOfMany: Bool) -> Void) {
    for places in newBlocks.values {
      SharedRuns.blocks.forEachPair(ofBlock: places.count) { first, second, isOfMany in
        guard numbers.old[places[first].article] == nil || numbers.old[places[second].article] == nil
        else { return }
        body(places[first].word, places[second].word, isOfMany)
      }
    }
    for places in pairedBlocks.values {
      SharedRuns.blocks.forEachPair(ofBlock: places.count) { first, second, isOfMany in
        guard pairs.contains(Self.pair(places[first].article, places[second].article)) else { return }
        body(places[first].word, places[second].word, isOfMany)
      }
    }
  }

  private static func pair(_ first: Int, _ second: Int) -> UInt64 {
    UInt64(min(first, second)) << 32 | UInt64(max(first, second))
  }

  private static func kept(
    _ copies: [ComparedTexts.Copy], _ numbers: CommonNumbers, but pairs: Set<UInt64>
  ) -> [ComparedTexts.Copy] {
    copies.compactMap { copy in
      guard let first = numbers.new[copy.articles.lowerBound],
        let second = numbers.new[copy.articles.upperBound], !pairs.contains(pair(first, second))
      else { return nil }
      return ComparedTexts.Copy(
        articles: first...second, first: copy.first, second: copy.second, wordCount: copy.wordCount)
    }
  }

  /// The places of some sampled runs, in their order.
  private static func blocks(of keys: Set<UInt64>, in corpus: CorpusWords) -> Blocks {
    guard !keys.isEmpty else { return [:] }
    // Most runs are none of those looked for, and are looked up no further.
    var mayBe = [Bool](repeating: false, count: 1 << 16)
    for key in keys { mayBe[Int(key >> 48)] = true }
    var blocks: Blocks = [:]
    for article in 0..<corpus.articleCount {
      corpus.forEachSample(of: article) { word, key in
        guard mayBe[Int(key >> 48)], keys.contains(key) else { return }
        blocks[key, default: []].append(Place(article: article, word: word))
      }
    }
    return blocks
  }

  /// The sampled runs that the articles of a pair have in common.
  private static func commonKeys(of pairs: Set<UInt64>, in corpus: CorpusWords) -> Set<UInt64> {
    func keys(of article: Int) -> Set<UInt64> {
      var keys: Set<UInt64> = []
      corpus.forEachSample(of: article) { keys.insert($1) }
      return keys
    }
    return pairs.reduce(into: []) { common, pair in
      common.formUnion(keys(of: Int(pair >> 32)).intersection(keys(of: Int(pair & 0xFFFF_FFFF))))
    }
  }
}

// MARK: - Old articles that are compared again

extension TextChanges {
  /// Pairs of old articles that stand beside each other in a block now, or did before, as they do or did not otherwise.
  private static func pairs(
    pairedOtherwise before: Blocks, _ now: Blocks, _ oldCorpus: CorpusWords, _ corpus: CorpusWords,
    _ numbers: CommonNumbers
  ) -> Set<UInt64> {
    var pairs: Set<UInt64> = []
    for key in Set(before.keys).union(now.keys) {
      // Both as the old articles are numbered now; nil for what is new or gone.
      let old = (before[key] ?? []).map { place in
        numbers.new[place.article].map {
          Place(article: $0, word: corpus.start(of: $0) + place.word - oldCorpus.start(of: place.article))
        }
      }
      let new = (now[key] ?? []).map { numbers.old[$0.article] == nil ? nil : $0 }
      let wasOfMany = old.count > SharedRuns.blockLimit
      let isOfMany = new.count > SharedRuns.blockLimit
      // In a block that is compared whole, each two are compared, whatever else is in it.
      guard wasOfMany || isOfMany else { continue }
      let ends = wasOfMany == isOfMany ? commonEnds(old, new) : (0, 0)
      for block in [old, new] {
        // One more at both ends: its neighbour is another.
        let middle = block[max(0, ends.0 - 1)..<min(block.count, block.count - ends.1 + 1)]
        SharedRuns.blocks.forEachPair(ofBlock: middle.count, of: block.count) { first, second, _ in
          guard let first = middle[middle.startIndex + first], let second = middle[middle.startIndex + second]
          else { return }
          pairs.insert(pair(first.article, second.article))
        }
      }
    }
    return pairs
  }

  /// In how many places at their beginning, and at the end of what is left, two blocks are alike.
  private static func commonEnds(_ old: [Place?], _ new: [Place?]) -> (Int, Int) {
    let shorter = min(old.count, new.count)
    var first = 0
    while first < shorter, old[first]?.word == new[first]?.word { first += 1 }
    var last = 0
    while last < shorter - first, old[old.count - 1 - last]?.word == new[new.count - 1 - last]?.word {
      last += 1
    }
    return (first, last)
  }

  /// Pairs of old articles that hold runs at the same of some places of the counts.
  private static func pairs(
    holding crossed: Set<Int>, _ counts: WordRunCounts, in corpus: CorpusWords, _ numbers: CommonNumbers
  ) -> Set<UInt64> {
    guard !crossed.isEmpty else { return [] }
    var holders: [Int: Set<Int>] = [:]
    for article in 0..<corpus.articleCount where numbers.old[article] != nil {
      corpus.forEachRun(of: corpus.words(of: article)) { _, hash in
        let place = counts.place(of: hash)
        if crossed.contains(place) { holders[place, default: []].insert(article) }
      }
    }
    var pairs: Set<UInt64> = []
    for articles in holders.values {
      for first in articles {
        for second in articles where first < second { pairs.insert(pair(first, second)) }
      }
    }
    return pairs
  }
}
