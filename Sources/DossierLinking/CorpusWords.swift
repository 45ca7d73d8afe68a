import DossierModel
import DossierSource

/// The words of all articles outside quotation marks, in one row, and which runs of a few of them stand for those around.
///
/// Of its runs each article keeps a sample that is chosen by their hashes, so that two articles which share a longer run
/// choose at least one in common (winnowing: Schleimer, Wilkerson and Aiken, 2003).
package struct CorpusWords: Sendable, Equatable {
  /// Stands where a quotation was, and behind each article.
  static let gap: UInt32 = .max
  /// Words in a run, and runs of which one is sampled: a shared run of both together less one is never missed.
  static let runLength = 6
  private static let sampleWindow = 6

  /// Each word as a number.
  package private(set) var row: [UInt32] = []
  /// Where in the row the words of each article begin.
  private var starts: [Int] = []
  /// Where the sampled runs of each article begin, counted in words from its first.
  package private(set) var samples: [UInt32] = []
  private var sampleStarts: [Int] = []
  /// Words of the longest article, with its gaps.
  private var longest = 0

  /// Room for a corpus of about so many words.
  init(words count: Int) {
    row.reserveCapacity(count + count / 4)
    samples.reserveCapacity(count / 3)
  }

  /// The words that were taken from articles before, in one row; nil where they cannot have been.
  package init?(row: [UInt32], lengths: [Int], samples: [UInt32], sampleCounts: [Int]) {
    guard lengths.count == sampleCounts.count else { return nil }
    (self.row, self.samples) = (row, samples)
    var (end, sampleEnd) = (0, 0)
    for (length, count) in zip(lengths, sampleCounts) {
      starts.append(end)
      sampleStarts.append(sampleEnd)
      guard length >= 0, length <= row.count - end, count >= 0, count <= samples.count - sampleEnd
      else { return nil }
      let places = samples[sampleEnd..<sampleEnd + count]
      guard places.allSatisfy({ Int($0) + Self.runLength <= length }) else { return nil }
      (end, sampleEnd) = (end + length, sampleEnd + count)
      longest = max(longest, length)
    }
    guard end == row.count, sampleEnd == samples.count else { return nil }
  }

  var articleCount: Int { starts.count }

  /// How many words each article has, with its gaps, and how many of its runs are sampled.
  package var lengths: [(words: Int, samples: Int)] {
    (0..<articleCount).map { (words(of: $0).count, self.samples(of: $0).count) }
  }

  func words(of article: Int) -> Range<Int> {
    starts[article]..<(article + 1 < starts.count ? starts[article + 1] : row.count)
  }

  private func samples(of article: Int) -> Range<Int> {
    sampleStarts[article]..<(article + 1 < starts.count ? sampleStarts[article + 1] : samples.count)
  }

  /// Adds an article, calling back with the hash of each run of its words.
  mutating func add(_ article: AnnotatedArticle, _ body: (_ hash: UInt64) -> Void) {
    let start = row.count
    starts.append(start)
    sampleStarts.append(samples.count)
    Self.scan(article) { word, _, _ in row.append(word) }
    longest = max(longest, row.count - start)
    samples += row.withUnsafeBufferPointer {
      Self.samples(of: UnsafeBufferPointer(rebasing: $0[start...]), body)
    }
  }

  /// Adds an article of another corpus.
  mutating func add(_ article: Int, of other: CorpusWords) {
    starts.append(row.count)
    sampleStarts.append(samples.count)
    let words = other.words(of: article)
    row += other.row[words]
    samples += other.samples[other.samples(of: article)]
    longest = max(longest, words.count)
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
    guard row[left] == row[right], row[left] != Self.gap else { return nil }
    var back = 0
    while back < left, back < right, row[left - back - 1] == row[right - back - 1],
      row[left - back - 1] != Self.gap
    { back += 1 }
    var count = 1
    while right + count < row.count, left + count < right, row[left + count] == row[right + count],
      row[left + count] != Self.gap
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

// MARK: - Runs

extension CorpusWords {
  /// Calls back with each run of some words, where in the row it begins, and its hash.
  func forEachRun(of words: Range<Int>, _ body: (_ start: Int, _ hash: UInt64) -> Void) {
    row.withUnsafeBufferPointer { row in
      Self.forEachRun(of: UnsafeBufferPointer(rebasing: row[words])) { body(words.lowerBound + $0, $1) }
    }
  }

  /// Calls back with each sampled run of an article, where in the row it begins, and its hash.
  func forEachSample(of article: Int, _ body: (_ start: Int, _ hash: UInt64) -> Void) {
    let first = starts[article]
    row.withUnsafeBufferPointer { row in
      for place in samples[samples(of: article)] {
        let start = first + Int(place)
        body(start, Self.hash(UnsafeBufferPointer(rebasing: row[start..<start + Self.runLength])))
      }
    }
  }

  /// Of each window of runs the one whose hash is smallest, the last of several; calls back with the hash of each run.
  private static func samples(of words: UnsafeBufferPointer<UInt32>, _ body: (UInt64) -> Void) -> [UInt32] {
    let runs = words.count - runLength + 1
    guard runs > 0 else { return [] }
    let window = min(sampleWindow, runs)
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: runs) { hashes in
      var sample: [UInt32] = []
      hashes.initialize(repeating: .max)
      forEachRun(of: words) { start, hash in
        hashes[start] = hash
        body(hash)
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
        if smallest != lastKept, hashes[smallest] != .max { sample.append(UInt32(smallest)) }
        lastKept = smallest
      }
      return sample
    }
  }

  /// Calls back with the words that begin a run, and the run's hash; a quotation or the end of an article parts runs.
  private static func forEachRun(
    of words: UnsafeBufferPointer<UInt32>, _ body: (_ start: Int, _ hash: UInt64) -> Void
  ) {
    // Words in a row that nothing parts.
    var whole = 0
    for end in 0..<words.count {
      whole = words[end] == gap ? 0 : whole + 1
      guard whole >= runLength else { continue }
      let start = end + 1 - runLength
      body(start, hash(UnsafeBufferPointer(rebasing: words[start...end])))
    }
  }

  private static func hash(_ words: UnsafeBufferPointer<UInt32>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for word in words {
      hash = (hash ^ UInt64(word)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    return hash
  }
}
