import DossierSource

/// What a language is known by.
package struct DetectionTables: Sendable {
  /// Hashes of its commonest small words.
  package let stopWords: Set<UInt64>

  package init(stopWords: Set<UInt64>) { self.stopWords = stopWords }
}

/// Tells which of the languages with a pack a text is written in, if any.
///
/// By the share of its words that are a language's commonest: an article of a language without a pack must get no
/// other language's rules, whatever its page declares.
package struct LanguageDetector: Sendable {
  private let languages: [(language: String, stopWords: Set<UInt64>)]
  private let tokenizer = Tokenizer()

  /// Words that are looked at; more of them change no answer.
  private static let sample = 150
  /// A text with fewer words is too short to speak for itself.
  private static let fewWords = 20
  /// Running text of a language has a third or more of its words among the commonest; another's under a tenth.
  private static let threshold = 0.18

  package init(languages: [KnownLanguage]) {
    self.languages = languages.map { ($0.language, $0.detection.stopWords) }
  }

  /// The language of a text; `declared` decides only where the text is too short to.
  package func language(of text: String, declared: String?) -> String? {
    let start = Array(text.utf8.prefix(Self.sample * 8))
    let words = tokenizer.tokens(of: start).lazy.filter { $0.kind == .word }.prefix(Self.sample).map(\.hash)
    let count = words.count
    guard count >= Self.fewWords else {
      let primary = declared.map { String($0.prefix { $0 != "-" && $0 != "_" }).lowercased() }
      guard let primary else { return best(of: Array(words), threshold: 0.1) }
      return languages.first { $0.language == primary }?.language
    }
    return best(of: Array(words), threshold: Self.threshold)
  }

  private func best(of words: [UInt64], threshold: Double) -> String? {
    let shares = languages.map { language in
      let known = words.count { language.stopWords.contains($0) }
      return (language: language.language, share: Double(known) / Double(max(1, words.count)))
    }
    guard let best = shares.max(by: { $0.share < $1.share }), best.share >= threshold else { return nil }
    return best.language
  }
}
