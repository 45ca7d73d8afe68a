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

  /// A run of words in two places, by the numbers of its first words in the corpus.
  private struct Run {
    let left: Int
    let right: Int
    let count: Int

    /// Its words in the first of the two places.
    var words: Range<Int> { left..<left + count }
  }

  func sharedCopies(among articles: [AnnotatedArticle]) -> [SharedCopy] {
    let size = articles.reduce(0) { $0 + $1.article.text.utf8.count } / Self.wordLength
    var corpus = CorpusWords(words: size)
    var counts = WordRunCounts(words: size)
    var sample: [SampledRun] = []
    sample.reserveCapacity(size / 3)
    for article in articles {
      corpus.add(article)
      Self.addRuns(of: corpus.words[corpus.lastArticle...], to: &counts, &sample)
    }
    var blocks = BlockIndex(window: Self.blockLimit, reach: 1)
    for run in sample where counts[run.hash] > 1 { blocks.add(run.hash, of: Int(run.start)) }
    sample = []
    return copies(of: runs(in: &blocks, of: corpus, counts), corpus: corpus, articles: articles)
  }

  /// The runs in two places that tell of a copy, round the places that blocks bring together.
  private func runs(in blocks: inout BlockIndex, of corpus: CorpusWords, _ counts: WordRunCounts) -> [Run] {
    // Of no words where a run tells of none.
    var lengths: [UInt64: Int] = [:]
    blocks.forEachPair { left, right, isOfMany in
      // A text that says one thing over and over is no copy of itself, and would be compared with itself at each word.
      guard !corpus.areOfOneArticle(left, right), let run = corpus.run(around: left, right),
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

  /// A run that stands for those around it, by its hash and the number of its first word in the corpus.
  private struct SampledRun {
    let hash: UInt64
    let start: Int32
  }

  /// Counts the runs of an article, and keeps of each window of runs the one whose hash is smallest, the last of several.
  private static func addRuns(
    of words: ArraySlice<UInt32>, to counts: inout WordRunCounts, _ sample: inout [SampledRun]
  ) {
    let runs = words.count - runLength + 1
    guard runs > 0 else { return }
    let window = min(sampleWindow, runs)
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: runs) { hashes in
      hashes.initialize(repeating: .max)
      forEachRun(of: words) { start, hash in
        hashes[start - words.startIndex] = hash
        counts.add(hash)
      }
      var lastKept = -1
      var smallest = -1
      for end in window - 1..<runs {
        let first = max(0, end + 1 - sampleWindow)
        if smallest < first {
          smallest = first
          for place in first...end where hashes[place] <= hashes[smallest] { smallest = place }
        } else if hashes[end] <= hashes[smallest] {
          smallest = end
        }
        if smallest != lastKept, hashes[smallest] != .max {
          sample.append(SampledRun(hash: hashes[smallest], start: Int32(words.startIndex + smallest)))
        }
        lastKept = smallest
      }
    }
  }

  /// Calls back with each word that begins a run, and the run's hash; a quotation or the end of an article parts runs.
  private static func forEachRun(of words: ArraySlice<UInt32>, _ body: (_ start: Int, _ hash: UInt64) -> Void)
  {
    words.withUnsafeBufferPointer { row in
      // Words in a row that nothing parts.
      var whole = 0
      for end in 0..<row.count {
        whole = row[end] == CorpusWords.gap ? 0 : whole + 1
        guard whole >= runLength else { continue }
        let start = end + 1 - runLength
        body(words.startIndex + start, hash(UnsafeBufferPointer(rebasing: row[start...end])))
      }
    }
  }

  /// How many of some words are of no run that many print.
  private static func ownWords(among words: ArraySlice<UInt32>, _ counts: WordRunCounts) -> Int {
    var own = words.count
    var counted = words.startIndex
    forEachRun(of: words) { start, hash in
      guard counts[hash] > blockLimit else { return }
      own -= start + runLength - max(start, counted)
      counted = start + runLength
    }
    return own
  }

  private static func hash(_ words: UnsafeBufferPointer<UInt32>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for word in words {
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
    var bounds = WordBounds(articles: articles, corpus: corpus)
    var found: [SharedCopy] = []
    for (pair, runs) in byPair.sorted(by: { $0.key < $1.key }) {
      let numbers = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
      var told: [Run] = []
      for run in runs.sorted(by: { ($1.count, $0.left, $0.right) < ($0.count, $1.left, $1.right) })
      where told.count < Self.mostRuns && !told.contains(where: { $0.words.overlaps(run.words) }) {
        told.append(run)
        found.append(
          SharedCopy(
            first: bounds.citation(of: run.left, run.count, in: numbers.0),
            second: bounds.citation(of: run.right, run.count, in: numbers.1), wordCount: run.count))
      }
    }
    return found
  }

  /// The words of all articles outside quotation marks, in one row.
  private struct CorpusWords {
    /// Stands where a quotation was, and behind each article.
    static let gap: UInt32 = .max

    private(set) var words: [UInt32] = []
    private var starts: [Int] = []
    /// Words of the longest article, with its gaps.
    private var longest = 0

    /// Room for a corpus of about so many words.
    init(words count: Int) {
      words.reserveCapacity(count + count / 4)
    }

    /// Where the words of the article begin that was added last.
    var lastArticle: Int { starts.last ?? 0 }

    func words(of article: Int) -> ArraySlice<UInt32> {
      words[starts[article]..<(article + 1 < starts.count ? starts[article + 1] : words.count)]
    }

    mutating func add(_ article: AnnotatedArticle) {
      starts.append(words.count)
      Self.scan(article) { word, _, _ in words.append(word) }
      longest = max(longest, words.count - lastArticle)
    }

    /// Calls back with the words of an article and where they stand, with a gap for those that are quoted in a row
    /// and behind the last; no gap follows another, nor begins an article.
    static func scan(
      _ article: AnnotatedArticle, _ body: (UInt32, _ start: Int, _ end: Int) -> Void
    ) {
      var text = article.article.text
      let quoted = article.quotations.map(\.range).sorted()
      var next = 0
      var isInGap = true
      func addGap(_ start: Int, _ end: Int) {
        if !isInGap { body(gap, start, end) }
        isInGap = true
      }
      text.withUTF8 { bytes in
        ContentWords.forEachWord(in: bytes) { start, end, hash in
          while next < quoted.count, quoted[next].upperBound <= start { next += 1 }
          guard next == quoted.count || start < quoted[next].lowerBound else { return addGap(start, end) }
          body(min(hash, gap - 1), start, end)
          isInGap = false
        }
      }
      addGap(0, 0)
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

    /// Whether two words, the first before the other, are of one article.
    func areOfOneArticle(_ left: Int, _ right: Int) -> Bool {
      right - left < longest && article(of: left) == article(of: right)
    }

    /// The number of the article that a word stands in.
    func article(of word: Int) -> Int {
      max(0, starts.partitioningIndex { $0 > word } - 1)
    }

    func start(of article: Int) -> Int { starts[article] }
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
    mutating func citation(of word: Int, _ count: Int, in article: Int) -> Citation {
      let bounds = known[article] ?? bounds(of: article)
      known[article] = bounds
      let first = word - corpus.start(of: article)
      let start = bounds[first].lowerBound
      return Citation(
        article: articles[article].article.id,
        range: TextRange(start, max(start, bounds[first + count - 1].upperBound)))
    }

    private func bounds(of article: Int) -> [TextRange] {
      var bounds: [TextRange] = []
      CorpusWords.scan(articles[article]) { _, start, end in bounds.append(TextRange(start, end))
      }
      return bounds
    }
  }
}
