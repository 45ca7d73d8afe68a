import DossierModel
import DossierSource

/// Which articles tell of the same event, by the words they share: known before any of them has a date.
///
/// Two texts that print the same runs of words in several sentences, quotations above all, report one event or copy
/// one report of it (word shingles: Broder, "On the resemblance and containment of documents", 1997). Only articles
/// that need it are indexed, and a run that many articles print is background to all of them.
struct SharedPassages {
  /// Words in a run.
  private static let runLength = 6
  /// Shared runs, and sentences that hold them, from which two articles tell of the same.
  private static let fewestRuns = 4
  private static let fewestSentences = 2
  /// A run printed by more articles than these proves nothing.
  private static let mostArticles = 12

  /// The articles, by number, that share passages with each of those asked for.
  private(set) var partners: [Int: [Int]] = [:]

  /// Looks for the partners of some articles among all.
  init(of asked: [Int], among articles: [AnnotatedArticle]) {
    guard !asked.isEmpty else { return }
    var index: [UInt64: [Int32]] = [:]
    for number in asked {
      for run in Set(Self.runs(of: articles[number]).map(\.hash)) {
        index[run, default: []].append(Int32(number))
      }
    }
    var pairs: [Pair: Shared] = [:]
    for (number, article) in articles.enumerated() {
      for run in Self.runs(of: article) {
        guard let holders = index[run.hash], holders.count <= Self.mostArticles else { continue }
        for holder in holders where holder != number {
          pairs[Pair(asked: Int(holder), other: number), default: Shared()].add(run)
        }
      }
    }
    for (pair, shared) in pairs where shared.isEnough {
      partners[pair.asked, default: []].append(pair.other)
      if asked.contains(pair.other) { continue }
      partners[pair.other, default: []].append(pair.asked)
    }
    partners = partners.mapValues { $0.sorted() }
  }

  private struct Pair: Hashable {
    let asked: Int
    let other: Int
  }

  /// What a pair of articles shares, seen from the second.
  private struct Shared {
    var runs: Set<UInt64> = []
    var sentences: Set<Int> = []

    mutating func add(_ run: Run) {
      runs.insert(run.hash)
      sentences.insert(run.sentence)
    }

    var isEnough: Bool {
      runs.count >= SharedPassages.fewestRuns && sentences.count >= SharedPassages.fewestSentences
    }
  }

  private struct Run {
    let hash: UInt64
    let sentence: Int
  }

  /// The runs of words of an article, without regard to case and marks; none crosses a sentence.
  private static func runs(of article: AnnotatedArticle) -> [Run] {
    var text = article.article.text
    return text.withUTF8 { bytes in
      var runs: [Run] = []
      for (number, sentence) in article.sentences.enumerated() {
        let words = wordHashes(bytes, sentence.range)
        guard words.count >= runLength else { continue }
        for start in 0...(words.count - runLength) {
          var hash: UInt64 = 0
          for word in words[start..<start + runLength] {
            hash = (hash &* 0x9E37_79B9_7F4A_7C15) ^ (word &+ (hash >> 29))
          }
          runs.append(Run(hash: hash, sentence: number))
        }
      }
      return runs
    }
  }

  private static func wordHashes(_ bytes: UnsafeBufferPointer<UInt8>, _ range: TextRange) -> [UInt64] {
    var words: [UInt64] = []
    var hash: UInt64 = 0
    for position in range.lowerBound..<min(range.upperBound, bytes.count) {
      let byte = bytes[position]
      let isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
      // Letters beyond ASCII count; quotation marks and dashes, which share a first byte, do not.
      let isOther = byte >= 0xC3 && byte != 0xE2
      guard isLetter || isOther || (byte >= 0x30 && byte <= 0x39) else {
        if byte < 0x80 || byte == 0xE2, hash != 0 {
          words.append(hash)
          hash = 0
        }
        continue
      }
      hash =
        ((hash == 0 ? 0xCBF2_9CE4_8422_2325 : hash) ^ UInt64(isLetter ? byte | 0x20 : byte))
        &* 0x100_0000_01B3
    }
    if hash != 0 { words.append(hash) }
    return words
  }
}
