/// The runs of words in two places that tell of a copy, round the places that blocks bring together.
struct SharedRuns {
  /// Words in a row from which a shared run says something.
  private static let fewestWords = 12
  /// A sampled run that is printed in more places than this is of a phrase of the trade: its words tell of no copy.
  static let blockLimit = 12
  /// So many words in a row are no phrase, however many print them: a story of an agency stands in many papers.
  private static let longRun = 40

  /// A run of words in two places, by the numbers of its first words in the corpus.
  struct Run {
    let left: Int
    let right: Int
    let count: Int

    /// Its words in the first of the two places.
    var words: Range<Int> { left..<left + count }
  }

  /// The index that brings places with the same sampled run together.
  static let blocks = BlockIndex(window: blockLimit, reach: 1)

  private let corpus: CorpusWords
  private let counts: WordRunCounts
  /// How long runs are, by where they begin; nought where one tells of no copy.
  private var lengths: [UInt64: Int] = [:]

  init(corpus: CorpusWords, counts: WordRunCounts) {
    (self.corpus, self.counts) = (corpus, counts)
  }

  /// In no order.
  var found: [Run] {
    lengths.filter { $0.value > 0 }.map { key, count in
      Run(left: Int(key >> 32), right: Int(key & 0xFFFF_FFFF), count: count)
    }
  }

  /// Adds the run round two words, the first before the other, if it tells of a copy.
  mutating func add(around left: Int, _ right: Int, isOfMany: Bool) {
    // A text that says one thing over and over is no copy of itself, and would be compared with itself at each word.
    guard !corpus.areOfOneArticle(left, right), let run = corpus.run(around: left, right),
      // What is more than phrases is found by its own sampled runs.
      run.count >= (isOfMany ? Self.longRun : Self.fewestWords)
    else { return }
    let key = UInt64(run.left) << 32 | UInt64(run.right)
    guard lengths[key] == nil else { return }
    let words = run.left..<run.left + run.count
    let tells = run.count >= Self.longRun || ownWords(among: words) >= Self.fewestWords
    lengths[key] = tells ? run.count : 0
  }

  /// How many of some words are of no run that many print.
  private func ownWords(among words: Range<Int>) -> Int {
    var own = words.count
    var counted = words.lowerBound
    corpus.forEachRun(of: words) { start, hash in
      guard counts[hash] > Self.blockLimit else { return }
      own -= start + CorpusWords.runLength - max(start, counted)
      counted = start + CorpusWords.runLength
    }
    return own
  }
}
