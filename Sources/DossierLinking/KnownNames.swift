import DossierModel
import DossierSource

/// Finds, in articles whose language nobody has read, the names that other articles of the corpus print.
///
/// Such an article gets no language's rules, so nothing new is found in it: only names of several words, and names of
/// one word that several articles print, where they stand exactly as they are known.
struct KnownNames: Sendable {
  /// Letters of a name of one word: shorter ones are words of too many languages.
  private static let shortestWord = 4
  /// Articles that print a name of one word before it is believed elsewhere.
  private static let fewestArticles = 2

  private struct Name {
    let bytes: [UInt8]
    let kind: EntityKind
  }

  /// By the first word's bytes, the longest first.
  private var names: [[UInt8]: [Name]] = [:]

  /// The articles, those that no language's recognisers have read with the names that are known from the others.
  static func annotated(_ articles: [AnnotatedArticle]) -> [AnnotatedArticle] {
    guard articles.contains(where: { $0.language == nil }) else { return articles }
    let known = KnownNames(of: articles.filter { $0.language != nil })
    return articles.map { $0.language == nil ? known.annotated($0) : $0 }
  }

  private init(of articles: [AnnotatedArticle]) {
    var kinds: [Substring: [EntityKind: Int]] = [:]
    for article in articles {
      var seen: Set<Substring> = []
      for mention in article.mentions where mention.form == .name {
        let text = article.article.text[mention.range]
        if seen.insert(text).inserted { kinds[text, default: [:]][mention.kind, default: 0] += 1 }
      }
    }
    for (text, counts) in kinds {
      let bytes = Array(text.utf8)
      let isLong = bytes.contains(0x20)
      guard isLong || bytes.count >= Self.shortestWord,
        counts.values.reduce(0, +) >= (isLong ? 1 : Self.fewestArticles)
      else { continue }
      let kind = counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key ?? .other
      let first = Array(bytes.prefix { $0 != 0x20 })
      names[first, default: []].append(Name(bytes: bytes, kind: kind))
    }
    names = names.mapValues {
      $0.sorted { ($1.bytes.count, $0.kind.rawValue) < ($0.bytes.count, $1.kind.rawValue) }
    }
  }

  private func annotated(_ article: AnnotatedArticle) -> AnnotatedArticle {
    let bytes = Array(article.article.text.utf8)
    var mentions: [Mention] = []
    for (number, sentence) in article.sentences.enumerated() {
      var place = sentence.range.lowerBound
      let end = min(sentence.range.upperBound, bytes.count)
      while place < end {
        if let name = name(at: place, before: end, in: bytes) {
          mentions.append(
            Mention(
              range: TextRange(place, place + name.bytes.count), kind: name.kind, form: .name, title: nil,
              sentence: number, rule: Rule("name-known-from-other-articles")))
          place += name.bytes.count
        }
        while place < end, Self.isInWord(bytes[place]) { place += 1 }
        // Punctuation of three bytes is passed whole: its later bytes look like those of letters.
        while place < end, !Self.isInWord(bytes[place]) { place += bytes[place] == 0xE2 ? 3 : 1 }
      }
    }
    return AnnotatedArticle(
      article: article.article, language: nil, sentences: article.sentences, mentions: mentions,
      times: article.times, quotations: article.quotations, figures: article.figures, events: article.events)
  }

  private func name(at place: Int, before end: Int, in bytes: [UInt8]) -> Name? {
    var next = place
    while next < end, bytes[next] != 0x20 { next += 1 }
    let word = bytes[place..<next]
    // A mark may stand behind the word, which the name does not have.
    let bare = word.prefix { Self.isInWord($0) || $0 == 0x2D }
    let candidates = (names[Array(word)] ?? []) + (bare.count == word.count ? [] : names[Array(bare)] ?? [])
    return candidates.first { name in
      let last = place + name.bytes.count
      return last <= end && bytes[place..<last].elementsEqual(name.bytes)
        && (last == bytes.count || !Self.isInWord(bytes[last]))
    }
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    byte >= 0xC3 && byte != 0xE2 || (0x80...0xBF).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
      || (0x30...0x39).contains(byte)
  }
}
