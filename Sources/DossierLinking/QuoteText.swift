import DossierModel
import DossierSource

/// The words of a quotation, ready to be compared.
///
/// A class: each is compared with many others, and copying one would cost more than most comparisons.
final class QuoteText: Sendable {
  let article: Int
  let quotation: Int
  let range: TextRange
  /// Entity number; -1 where the speaker is not known.
  let speaker: Int32
  /// The speaker that the article's own words tell, where the editor names another.
  let foundSpeaker: Int32
  /// Whether the editor says who the speaker is.
  let isDecided: Bool
  /// Each word as a number; of spellings that are one word, the same number.
  let words: [UInt32]
  /// The words as they are spelt, in small letters.
  let spelling: [UInt32]
  /// What each word tells, whatever its form; nought for one that tells nothing.
  let stems: [UInt32]
  /// Where each word stands in its article.
  let bounds: [TextRange]
  /// Content words, rising.
  let content: [UInt32]
  /// The text without white space at its ends and without the mark that ends it.
  let bare: String

  init(
    article: Int, quotation: Int, range: TextRange, speaker: Int32, words: [UInt32], spelling: [UInt32],
    stems: [UInt32], bounds: [TextRange], content: [UInt32], bare: String, insteadOf found: Int32? = nil
  ) {
    (foundSpeaker, isDecided) = (found ?? speaker, found != nil)
    (self.article, self.quotation, self.range, self.speaker) = (article, quotation, range, speaker)
    (self.words, self.spelling, self.stems, self.bounds) = (words, spelling, stems, bounds)
    (self.content, self.bare) = (content, bare)
  }

  /// The same words with the speaker that the editor says they have.
  func decided(spokenBy speaker: Int32, not found: Int32) -> QuoteText {
    QuoteText(
      article: article, quotation: quotation, range: range, speaker: speaker, words: words,
      spelling: spelling, stems: stems, bounds: bounds, content: content, bare: bare, insteadOf: found)
  }

  /// Runs of three words, in order.
  var shingles: [UInt64] {
    guard words.count >= 3 else { return [] }
    return (0...(words.count - 3)).map { start in
      (UInt64(words[start]) &* 0x9E37_79B9_7F4A_7C15) ^ (UInt64(words[start + 1]) &* 0xC2B2_AE3D_27D4_EB4F)
        ^ (UInt64(words[start + 2]) &* 0x1656_67B1_9E37_79F9)
    }
  }

  /// How many words two quotations have in common in one run, at most.
  func longestRun(with other: QuoteText) -> Int {
    if words == other.words { return words.count }
    guard !words.isEmpty, !other.words.isEmpty else { return 0 }
    // One row of the table of common suffixes, from the right, so that the last row's values are still there.
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: other.words.count + 1) { lengths in
      lengths.initialize(repeating: 0)
      var best: Int32 = 0
      for word in words {
        for place in stride(from: other.words.count, to: 0, by: -1) {
          lengths[place] = other.words[place - 1] == word ? lengths[place - 1] + 1 : 0
          best = max(best, lengths[place])
        }
      }
      return Int(best)
    }
  }

  /// Words in one run from which two phrases are compared.
  private static let shortRun = 3

  /// Whether so many words in one run are some, and nearly all of the shorter of two quotations.
  static func isNearlyAll(_ run: Int, of shorter: Int) -> Bool { run >= shortRun && run * 5 >= shorter * 4 }

  /// Whether nearly all of the shorter one is a run of the longer, as two prints of one phrase are; of two words each
  /// has to tell something.
  func isOnePhrase(with other: QuoteText) -> Bool {
    let shorter = min(words.count, other.words.count)
    let run = longestRun(with: other)
    if Self.isNearlyAll(run, of: shorter) { return true }
    return run > 1 && run == shorter && ContentWords.shared(content, other.content) > 1
  }

  /// Whether both say the same in other words: at least three content words in common, and more than half of the shorter
  /// one's; or all that both have, or that the shorter has which is not far shorter.
  func isTranslation(of other: QuoteText) -> Bool {
    let shared = ContentWords.shared(content, other.content)
    let (most, fewest) = (max(content.count, other.content.count), min(content.count, other.content.count))
    if shared >= 3, shared * 2 > fewest { return true }
    let isWhole =
      shared == fewest && 3 * min(words.count, other.words.count) > max(words.count, other.words.count)
    return shared >= 2 && (shared == most || isWhole && fewest * 2 > most)
  }

  /// Whether a stretch of both is told in the same order, as two translations of one sentence keep it.
  func isRetold(by other: QuoteText) -> Bool {
    retelling(by: other)?.isTold(ofShorter: min(words.count, other.words.count)) ?? false
  }

  /// Whether most of the shorter one is told in the same order, so that it is the same where no occasion is known.
  func isMostlyRetold(by other: QuoteText) -> Bool {
    retelling(by: other)?.isMostlyTold(ofShorter: min(words.count, other.words.count)) ?? false
  }

  /// Whether nearly all words of the shorter one stand in the other in the same order.
  func isNearlyAll(of other: QuoteText) -> Bool {
    retelling(by: other)?.isNearlyWhole(ofShorter: min(words.count, other.words.count)) ?? false
  }

  /// Nil where too few words that tell something are in both, which costs far less to see.
  private func retelling(by other: QuoteText) -> QuoteRetelling? {
    guard ContentWords.shared(content, other.content) >= QuoteRetelling.fewestContent else { return nil }
    return QuoteRetelling(self, other)
  }

  /// How the other differs from this one, and where, given that they are the same words.
  ///
  /// Many small differences in few words are no editing: somebody has put the statement into other words, most often
  /// a second translator.
  func difference(
    to other: QuoteText, isTranslation: Bool
  ) -> (kind: QuoteFamily.Difference, edits: [QuoteFamily.Edit]) {
    if bare == other.bare { return (.identical, []) }
    if spelling == other.spelling { return (.punctuation, []) }
    let difference = WordDifference(from: self, to: other)
    if words == other.words { return (.spelling, difference.edits) }
    let shorter = min(words.count, other.words.count)
    if longestRun(with: other) == shorter || difference.shared == shorter && isElliptic(shorter: other) {
      return (.cut, difference.edits)
    }
    let places = difference.edits.count { $0.kind == .wording }
    let isReworded = places > 1 && places * Self.wordsPerEdit > shorter
    return (isTranslation || isReworded ? .translation : .wording, difference.edits)
  }

  /// Words for each of which a quotation that was only edited has at most one change.
  private static let wordsPerEdit = 6

  /// Whether the shorter of two prints that it leaves words out.
  private func isElliptic(shorter other: QuoteText) -> Bool {
    let text = words.count < other.words.count ? bare : other.bare
    return text.contains("…") || text.contains("...") || text.contains(". . .")
  }
}

/// Reads quotations as words, by the table of spellings.
struct QuoteReader: Sendable {
  /// Words of a quotation that are compared; longer ones are told apart by their beginnings.
  private static let limit = 400

  private let contentWords: ContentWords
  private let sameSpelling: [UInt32: UInt32]

  init(contentWords: ContentWords, spellings: [[String]]) {
    self.contentWords = contentWords
    var sameSpelling: [UInt32: UInt32] = [:]
    for row in spellings {
      let hashes = row.map { ContentWords.hash($0.utf8, upTo: .max) }
      guard let first = hashes.first else { continue }
      for hash in hashes { sameSpelling[hash] = first }
    }
    self.sameSpelling = sameSpelling
  }

  /// The quotations of an article that are speech, by its number and the entities of its mentions.
  func texts(of annotated: AnnotatedArticle, number: Int, entities: [Int32]) -> [QuoteText] {
    guard !annotated.quotations.isEmpty else { return [] }
    let context = TextContext(annotated.article.text)
    return annotated.quotations.enumerated().compactMap { index, quotation in
      guard quotation.use == .speech, quotation.within == nil else { return nil }
      let speaker = quotation.speaker?.mention.flatMap { entities.indices.contains($0) ? entities[$0] : nil }
      let words = words(of: quotation.range, in: context)
      return QuoteText(
        article: number, quotation: index, range: quotation.range, speaker: speaker ?? -1, words: words.plain,
        spelling: words.spelling, stems: words.stems, bounds: words.bounds, content: words.content,
        bare: Self.bare(context[quotation.range]))
    }
  }

  private func words(
    of range: TextRange, in context: TextContext
  ) -> (plain: [UInt32], spelling: [UInt32], stems: [UInt32], bounds: [TextRange], content: [UInt32]) {
    var plain: [UInt32] = []
    var spelling: [UInt32] = []
    var stems: [UInt32] = []
    var bounds: [TextRange] = []
    var content: Set<UInt32> = []
    contentWords.scan(range, in: context) { start, end in
      let stem = contentWords.contentWord(context.bytes[start..<end])
      if let stem { content.insert(stem) }
      guard spelling.count < Self.limit else { return }
      let hash = ContentWords.hash(context.bytes[start..<end], upTo: .max)
      spelling.append(hash)
      plain.append(sameSpelling[hash] ?? hash)
      stems.append(stem ?? 0)
      bounds.append(TextRange(start, end))
    }
    return (plain, spelling, stems, bounds, content.sorted())
  }

  private static func bare(_ bytes: ArraySlice<UInt8>) -> String {
    let ends: Set<UInt8> = [0x20, 0x0A, 0x2C, 0x2E]
    let body = bytes.drop { ends.contains($0) }
    var end = body.endIndex
    while end > body.startIndex, ends.contains(body[end - 1]) { end -= 1 }
    return String(decoding: body[..<end], as: UTF8.self)
  }
}
