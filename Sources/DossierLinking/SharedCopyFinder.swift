import DossierModel
import DossierSource

/// Finds runs of words that two articles print alike outside quotation marks.
///
/// Of the runs of a few words each article keeps a sample that is chosen by their hashes, so that two articles which
/// share a longer run choose at least one in common (winnowing: Schleimer, Wilkerson and Aiken, 2003). From there the
/// words are compared one by one, as far as they agree.
struct SharedCopyFinder: Sendable {
  /// Words in a sampled run, and runs of which one is kept: a shared run of both together less one is never missed.
  private static let runLength = 6
  private static let sampleWindow = 6
  /// Bytes in a word and the space behind it, as a rule.
  private static let wordLength = 6
  /// Words in a row from which a shared run says something.
  private static let fewestWords = 12
  /// Runs that are told of one pair, the longest first.
  private static let mostRuns = 12
  /// A sampled run that is printed in more places than this is of a phrase of the trade: its words tell of no copy.
  private static let blockLimit = 12
  /// So many words in a row are no phrase, however many print them: a story of an agency stands in many papers.
  private static let longRun = 40

  let contentWords: ContentWords

  /// A run of words in two places, by the numbers of its first words in the corpus.
  private struct Run {
    let left: Int
    let right: Int
    let count: Int

    /// Its words in the first of the two places.
    var words: Range<Int> { left..<left + count }
  }

  func sharedCopies(among articles: [AnnotatedArticle]) -> [SharedCopy] {
    var corpus = CorpusWords()
    var samples: [(hash: UInt64, word: Int32)] = []
    var counts = WordRunCounts(
      words: articles.reduce(0) { $0 + $1.article.text.utf8.count } / Self.wordLength)
    for article in articles {
      let start = corpus.words.count
      corpus.add(article, words: contentWords)
      let hashes = Self.hashes(of: corpus.words[start...])
      Self.addSample(of: hashes, from: start, to: &samples)
      for hash in hashes where hash != .max { counts.add(hash) }
    }
    var blocks = BlockIndex(window: Self.blockLimit, reach: 1)
    for sample in samples where counts[sample.hash] > 1 { blocks.add(sample.hash, of: Int(sample.word)) }
    return copies(of: runs(in: &blocks, of: corpus, counts), corpus: corpus, articles: articles)
  }

  /// The runs in two places that tell of a copy, round the places that blocks bring together.
  private func runs(in blocks: inout BlockIndex, of corpus: CorpusWords, _ counts: WordRunCounts) -> [Run] {
    // Of no words where a run tells of none.
    var lengths: [UInt64: Int] = [:]
    blocks.forEachPair { left, right, isOfMany in
      // A text that says one thing over and over is no copy of itself, and would be compared with itself at each word.
      guard corpus.article(of: left) != corpus.article(of: right),
        let run = corpus.run(around: left, right),
        // What is more than phrases is found by its own sampled runs.
        run.count >= (isOfMany ? Self.longRun : Self.fewestWords)
      else { return }
      let key = UInt64(run.left) << 32 | UInt64(run.right)
      guard lengths[key] == nil else { return }
      let words = corpus.words[run.left..<run.left + run.count]
      let tells = run.count >= Self.longRun || Self.ownWords(among: words, counts) >= Self.fewestWords
      lengths[key] = tells ? run.count : 0
    }
    return lengths.filter { $0.value > 0 }.map { key, count in
      Run(left: Int(key >> 32), right: Int(key & 0xFFFF_FFFF), count: count)
    }
  }

  /// Keeps of each window of runs the one whose hash is smallest, the last of several.
  private static func addSample(
    of hashes: [UInt64], from first: Int, to samples: inout [(hash: UInt64, word: Int32)]
  ) {
    var lastKept = -1
    for end in hashes.indices where end + 1 >= min(sampleWindow, hashes.count) {
      var smallest = max(0, end + 1 - sampleWindow)
      for place in smallest...end where hashes[place] <= hashes[smallest] { smallest = place }
      if smallest != lastKept, hashes[smallest] != .max {
        samples.append((hashes[smallest], Int32(first + smallest)))
      }
      lastKept = smallest
    }
  }

  /// The hash of the run that begins at each word.
  private static func hashes(of words: ArraySlice<UInt32>) -> [UInt64] {
    guard words.count >= runLength else { return [] }
    return words.withUnsafeBufferPointer { words in
      (0...(words.count - runLength)).map { start in
        hash(UnsafeBufferPointer(rebasing: words[start..<start + runLength]))
      }
    }
  }

  /// How many of some words are of no run that many print.
  private static func ownWords(among words: ArraySlice<UInt32>, _ counts: WordRunCounts) -> Int {
    var own = words.count
    var counted = 0
    for (start, hash) in hashes(of: words).enumerated() where counts[hash] > blockLimit {
      own -= start + runLength - max(start, counted)
      counted = start + runLength
    }
    return own
  }

  /// The largest number where a quotation or the end of an article parts the words, so that it is kept last.
  private static func hash(_ words: UnsafeBufferPointer<UInt32>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for word in words {
      if word == CorpusWords.gap { return .max }
      hash = (hash ^ UInt64(word)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    return hash
  }

  /// The runs as stretches of articles: of each pair of articles the longest, none within another.
  private func copies(of runs: [Run], corpus: CorpusWords, articles: [AnnotatedArticle]) -> [SharedCopy] {
    var byPair: [UInt64: [Run]] = [:]
    for run in runs {
      let pair = (corpus.article(of: run.left), corpus.article(of: run.right))
      byPair[UInt64(pair.0) << 32 | UInt64(pair.1), default: []].append(run)
    }
    var found: [SharedCopy] = []
    for (pair, runs) in byPair.sorted(by: { $0.key < $1.key }) {
      let numbers = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
      var told: [Run] = []
      for run in runs.sorted(by: { ($1.count, $0.left, $0.right) < ($0.count, $1.left, $1.right) })
      where told.count < Self.mostRuns && !told.contains(where: { $0.words.overlaps(run.words) }) {
        told.append(run)
        found.append(
          SharedCopy(
            first: Citation(
              article: articles[numbers.0].article.id, range: corpus.range(run.left, run.count)),
            second: Citation(
              article: articles[numbers.1].article.id, range: corpus.range(run.right, run.count)),
            wordCount: run.count))
      }
    }
    return found
  }

  /// The words of all articles outside quotation marks, in one row.
  private struct CorpusWords {
    /// Stands where a quotation was, and behind each article.
    static let gap: UInt32 = .max

    private(set) var words: [UInt32] = []
    private var bounds: [(start: Int32, end: Int32)] = []
    private var starts: [Int] = []

    mutating func add(_ article: AnnotatedArticle, words reader: ContentWords) {
      starts.append(words.count)
      let context = TextContext(article.article.text)
      let quoted = article.quotations.map(\.range).sorted()
      var next = 0
      reader.scan(TextRange(0, context.bytes.count), in: context) { start, end in
        while next < quoted.count, quoted[next].upperBound <= start { next += 1 }
        guard next == quoted.count || start < quoted[next].lowerBound else {
          addGap()
          return
        }
        words.append(min(ContentWords.hash(context.bytes[start..<end], upTo: .max), Self.gap - 1))
        bounds.append((Int32(start), Int32(end)))
      }
      addGap()
    }

    private mutating func addGap() {
      guard words.last != Self.gap else { return }
      words.append(Self.gap)
      bounds.append((0, 0))
    }

    /// The longest run in which the words around two places agree.
    func run(around left: Int, _ right: Int) -> (left: Int, right: Int, count: Int)? {
      guard words[left] == words[right], words[left] != Self.gap else { return nil }
      var back = 0
      while back < left, back < right, words[left - back - 1] == words[right - back - 1],
        words[left - back - 1] != Self.gap
      { back += 1 }
      var count = 1
      while right + count < words.count, left + count < right, words[left + count] == words[right + count],
        words[left + count] != Self.gap
      { count += 1 }
      return (left - back, right - back, back + count)
    }

    /// The number of the article that a word stands in.
    func article(of word: Int) -> Int {
      var low = 0
      var high = starts.count
      while high - low > 1 {
        let middle = (low + high) / 2
        if starts[middle] <= word { low = middle } else { high = middle }
      }
      return low
    }

    /// Where so many words from one on stand in their article.
    func range(_ word: Int, _ count: Int) -> TextRange {
      TextRange(Int(bounds[word].start), max(Int(bounds[word].start), Int(bounds[word + count - 1].end)))
    }
  }
}
