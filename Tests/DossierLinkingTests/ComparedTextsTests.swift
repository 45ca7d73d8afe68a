import DossierMarkdown
import DossierModel
import DossierSource
import DossierTestSupport
import Testing

@testable import DossierLinking

/// Comparing only what is new gives what comparing all texts gives, whatever changed.
@Suite struct ComparedTextsTests {
  /// Texts of sentences by their numbers, some of which are quoted.
  private struct Text {
    var sentences: [Int]
    var quoted: Int?
  }

  private static let words = [
    "harbour", "crane", "winter", "ledger", "pilot", "copper", "garden", "signal", "market", "bridge",
    "anchor",
    "timber",
  ]

  /// A sentence of seven words for each number, and of three for each tenth.
  private static func sentence(_ number: Int) -> String {
    var state = UInt64(number) &* 0x9E37_79B9_7F4A_7C15 | 1
    return (0..<(number % 10 == 0 ? 3 : 7)).map { _ in
      state = (state ^ state >> 27) &* 0x94D0_49BB_1331_11EB
      return words[Int(state >> 33) % words.count]
    }.joined(separator: " ") + "."
  }

  private static func article(_ id: Int, _ text: Text) -> AnnotatedArticle {
    let sentences = text.sentences.map(sentence)
    let body = sentences.joined(separator: " ")
    var quotations: [Quotation] = []
    if let quoted = text.quoted, sentences.indices.contains(quoted) {
      let start = sentences[..<quoted].reduce(0) { $0 + $1.utf8.count + 1 }
      quotations = [
        Quotation(
          range: TextRange(start, start + sentences[quoted].utf8.count), use: .speech, speaker: nil,
          cue: nil, sentence: 0)
      ]
    }
    let article = Article(
      id: ArticleID("a\(1000 + id)"), source: SourcePath("a\(id).txt"), fingerprint: Fingerprint(of: body),
      metadata: ArticleMetadata(title: "A"), body: MarkdownDocument(body))
    return AnnotatedArticle(
      article: article, language: "en", sentences: [], mentions: [], times: [], quotations: quotations,
      figures: [], events: [])
  }

  private static func text(_ random: inout SeededGenerator) -> Text {
    // Few sentences in many texts, many in few: so that all sizes of blocks come up, and change.
    let count = Int.random(in: 1...9, using: &random)
    var sentences = (0..<count).map { _ in
      let kinds = [6, 30, 200]
      return Int.random(in: 0..<kinds[Int.random(in: 0..<3, using: &random)], using: &random)
    }
    // Long stories, whole or in part, that about as many tell as are many.
    if Bool.random(using: &random) {
      let story = 300 + 10 * Int.random(in: 0..<2, using: &random)
      let first = Bool.random(using: &random) ? 0 : Int.random(in: 0..<4, using: &random)
      sentences += story + first...story + 7
    }
    return Text(
      sentences: sentences, quoted: Bool.random(using: &random) ? nil : Int.random(in: 0..<9, using: &random))
  }

  private static func edit(_ texts: inout [Int: Text], _ random: inout SeededGenerator) {
    let known = texts.keys.sorted()
    let id = known.isEmpty ? 0 : known[Int.random(in: 0..<known.count, using: &random)]
    switch Int.random(in: 0..<6, using: &random) {
    case 0: texts[Int.random(in: 0..<900, using: &random)] = text(&random)
    case 1 where texts.count > 30: texts[id] = nil
    case 2: texts[id]?.sentences.append(Int.random(in: 0..<30, using: &random))
    case 3: texts[id]?.quoted = Int.random(in: 0..<4, using: &random)
    case 4: texts[id] = text(&random)
    default:
      // What one text has in the middle of it, another takes over whole.
      let other = known[Int.random(in: 0..<known.count, using: &random)]
      let taken = texts[other]?.sentences ?? []
      texts[id]?.sentences.insert(contentsOf: taken, at: 0)
      if let count = texts[id]?.sentences.count, count > 20 { texts[id]?.sentences.removeLast(count - 20) }
    }
  }

  @Test(arguments: 0..<4) func newTextsAreComparedAsAllWouldBe(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var texts: [Int: Text] = [:]
    for number in 0..<60 { texts[number * 10] = Self.text(&random) }
    for _ in 0..<30 { Self.edit(&texts, &random) }
    var known = SharedCopyFinder().compared(articles(texts))
    var found: Set<Int> = []
    for number in 0..<40 {
      for _ in 0..<Int.random(in: 1...2, using: &random) { Self.edit(&texts, &random) }
      let articles = articles(texts)
      let afresh = SharedCopyFinder().compared(articles)
      known = SharedCopyFinder().compared(articles, after: known)
      #expect(known.copies == afresh.copies, "seed \(seed), edit \(number)")
      #expect(known.corpus == afresh.corpus && known.sums == afresh.sums)
      found.insert(known.copies.count)
    }
    #expect(found.count > 5)
  }

  private func articles(_ texts: [Int: Text]) -> [AnnotatedArticle] {
    texts.sorted { $0.key < $1.key }.map { Self.article($0.key, $0.value) }
  }

  @Test func textsThatAreTheSameAreNotComparedAgain() {
    let articles = articles([1: Text(sentences: [1, 2, 3]), 2: Text(sentences: [1, 2, 3, 4])])
    let known = SharedCopyFinder().compared(articles)
    #expect(known.copies.count == 1)
    #expect(SharedCopyFinder().compared(articles, after: known) == known)
  }

  @Test func countsOfWhatManyPrintAreMadeAnewBeforeTheyCanBeWrong() {
    var counts = WordRunCounts(words: 100)
    for _ in 0..<300 { counts.add(7 << 20) }
    for _ in 1...12 {
      #expect(counts.change(without: Array(repeating: 7 << 20, count: 20), with: [], limit: 12) == [])
    }
    #expect(counts.change(without: Array(repeating: 7 << 20, count: 20), with: [], limit: 12) == nil)
  }

  @Test func aRunIsOneOfManyFromOneMoreThanTheLimitOn() {
    var counts = WordRunCounts(words: 100)
    for _ in 0..<12 { counts.add(7 << 20) }
    #expect(counts.change(without: [], with: [7 << 20], limit: 12) == [7])
    #expect(counts.change(without: [], with: [7 << 20], limit: 12) == [])
    #expect(counts.change(without: [7 << 20, 7 << 20], with: [], limit: 12) == [7])
  }
}
