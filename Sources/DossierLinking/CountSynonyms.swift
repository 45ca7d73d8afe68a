import DossierModel

/// Words under which different writers count the same: "wounded" and "injured".
struct CountSynonyms: Sendable {
  private let heads: [UInt32: UInt32]
  /// Words that count people and say nothing of them.
  private let anybody: Set<UInt32>

  init(words: LinkingWords, contentWords: ContentWords) {
    heads = contentWords.heads(of: words.sameCounts)
    anybody = Set(words.anybodyWords.compactMap { contentWords.contentWord(Array($0.utf8)[...]) })
  }

  /// Whether words count people and say nothing of them, so that another may call them what they are.
  func areAnybody(_ words: [UInt32]) -> Bool { !words.isEmpty && words.allSatisfy(anybody.contains) }

  /// Content words, rising and without repeats, with one for all that count the same.
  func folded(_ words: [UInt32]) -> [UInt32] {
    guard words.contains(where: { heads[$0] != nil }) else { return words }
    return Set(words.map { heads[$0] ?? $0 }).sorted()
  }
}
