import DossierModel
import DossierSource

/// Finds runs of words that two articles print alike outside quotation marks.
///
/// Of the runs of a few words each article keeps a sample that is chosen by their hashes, so that two articles which
/// share a longer run choose at least one in common (winnowing: Schleimer, Wilkerson and Aiken, 2003). Only articles
/// that meet in the sample are read against each other.
struct SharedCopyFinder: Sendable {
  /// Words in a sampled run, and runs of which one is kept: a shared run of both together less one is never missed.
  private static let runLength = 6
  private static let sampleWindow = 6
  /// Words in a row from which a shared run says something.
  private static let fewestWords = 10
  /// Runs that are told of one pair, the longest first.
  private static let mostRuns = 12
  /// A run that more articles print than this is a phrase of the trade, and tells of no copy.
  private static let blockLimit = 12
  /// Sampled runs that two articles have in common before they are read against each other.
  private static let fewestSharedRuns: UInt32 = 2

  let contentWords: ContentWords

  func sharedCopies(among articles: [AnnotatedArticle]) -> [SharedCopy] {
    var blocks = BlockIndex(window: Self.blockLimit, largeBlocks: .passedOver)
    for (number, article) in articles.enumerated() {
      for run in sample(of: words(of: article)) { blocks.add(run, of: number) }
    }
    var sharedRuns: [UInt64: UInt32] = [:]
    blocks.forEachPair { left, right in sharedRuns[UInt64(left) << 32 | UInt64(right), default: 0] += 1 }
    let pairs = sharedRuns.filter { $0.value >= Self.fewestSharedRuns }.keys
    var found: [SharedCopy] = []
    var left = (number: -1, words: [Word]())
    for pair in pairs.sorted() {
      let numbers = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
      if left.number != numbers.0 { left = (numbers.0, words(of: articles[numbers.0])) }
      let runs = runs(left.words, words(of: articles[numbers.1]))
      found += runs.prefix(Self.mostRuns).map { run in
        SharedCopy(
          first: Citation(article: articles[numbers.0].article.id, range: run.first),
          second: Citation(article: articles[numbers.1].article.id, range: run.second), wordCount: run.count)
      }
    }
    return found
  }

  /// A word outside quotation marks; what it is, where it stands, and whether a run may go on to it.
  private struct Word {
    let hash: UInt32
    let range: TextRange
    let beginsAnew: Bool
  }

  private func words(of article: AnnotatedArticle) -> [Word] {
    let context = TextContext(article.article.text)
    let quoted = article.quotations.map(\.range).sorted()
    var words: [Word] = []
    var next = 0
    var beginsAnew = true
    contentWords.scan(TextRange(0, context.bytes.count), in: context) { start, end in
      while next < quoted.count, quoted[next].upperBound <= start { next += 1 }
      guard next == quoted.count || start < quoted[next].lowerBound else {
        beginsAnew = true
        return
      }
      let hash = ContentWords.hash(context.bytes[start..<end], upTo: .max)
      words.append(Word(hash: hash, range: TextRange(start, end), beginsAnew: beginsAnew))
      beginsAnew = false
    }
    return words
  }

  /// The hashes that are kept: in each window of runs the smallest, the last of several.
  private func sample(of words: [Word]) -> [UInt64] {
    guard words.count >= Self.runLength else { return [] }
    let runs = (0...(words.count - Self.runLength)).map { Self.hash(words[$0..<$0 + Self.runLength]) }
    var kept: [UInt64] = []
    var lastKept = -1
    for end in runs.indices where end + 1 >= min(Self.sampleWindow, runs.count) {
      let start = max(0, end + 1 - Self.sampleWindow)
      var smallest = start
      for place in start...end where runs[place] <= runs[smallest] { smallest = place }
      if smallest != lastKept, runs[smallest] != .max { kept.append(runs[smallest]) }
      lastKept = smallest
    }
    return kept
  }

  /// The largest number where a quotation parts the words, so that it is kept last.
  private static func hash(_ words: ArraySlice<Word>) -> UInt64 {
    if words.dropFirst().contains(where: \.beginsAnew) { return .max }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for word in words {
      hash = (hash ^ UInt64(word.hash)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    return hash
  }

  /// The longest runs that two texts share, none within another, the longest first.
  private func runs(_ left: [Word], _ right: [Word]) -> [(first: TextRange, second: TextRange, count: Int)] {
    var places: [UInt64: [Int]] = [:]
    for start in right.indices where start + Self.runLength <= right.count {
      places[Self.hash(right[start..<start + Self.runLength]), default: []].append(start)
    }
    var runs: [(first: TextRange, second: TextRange, count: Int)] = []
    var start = 0
    while start + Self.runLength <= left.count {
      let hash = Self.hash(left[start..<start + Self.runLength])
      let best =
        hash == .max
        ? nil
        : places[hash]?.prefix(Self.blockLimit)
          .map { (place: $0, count: Self.sharedLength(left[start...], right[$0...])) }
          .max { ($0.count, $1.place) < ($1.count, $0.place) }
      guard let best, best.count >= Self.fewestWords else {
        start += 1
        continue
      }
      runs.append(
        (
          TextRange(left[start].range.lowerBound, left[start + best.count - 1].range.upperBound),
          TextRange(right[best.place].range.lowerBound, right[best.place + best.count - 1].range.upperBound),
          best.count
        ))
      start += best.count
    }
    return runs.sorted { ($1.count, $0.first) < ($0.count, $1.first) }
  }

  private static func sharedLength(_ left: ArraySlice<Word>, _ right: ArraySlice<Word>) -> Int {
    var count = 0
    for (one, other) in zip(left, right) {
      guard one.hash == other.hash, count == 0 || (!one.beginsAnew && !other.beginsAnew) else { break }
      count += 1
    }
    return count
  }
}
