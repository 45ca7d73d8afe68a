import DossierModel
import DossierSource

/// Chooses the words by which an event is called: a stretch of a source's sentence, shortened only by cutting.
struct EventTitle: Sendable {
  /// Bytes beyond which a title is cut.
  private static let limit = 120
  private static let shortest = 30

  let contentWords: ContentWords
  /// "and", "or": words that a cut must not stand before, for a list goes on there.
  let listWords: Set<String>

  /// The stretch of the clearest sentence: of a report rather than background, with many parties, and not too long.
  func title(
    of candidates: [EventCandidate], in articles: [LinkedArticle]
  ) -> (text: String, source: Citation)? {
    var best: (article: Int, event: Int, rank: Int)?
    for candidate in candidates {
      for event in candidate.mentions {
        let rank = Self.rank(event, in: articles[candidate.article].annotated) - (candidate.isMain ? 6 : 0)
        if best.map({ rank < $0.rank }) ?? true { best = (candidate.article, event, rank) }
      }
    }
    guard let best else { return nil }
    let annotated = articles[best.article].annotated
    let event = annotated.events[best.event]
    let range = cut(
      annotated.sentences[event.sentence].range, keeping: event.trigger,
      in: TextContext(annotated.article.text))
    return (String(annotated.article.text[range]), Citation(article: annotated.article.id, range: range))
  }

  /// How far from clear a sentence tells an event: lower is better.
  private static func rank(_ index: Int, in article: AnnotatedArticle) -> Int {
    let event = article.events[index]
    let isQuoted = article.quotations.contains { $0.range.contains(event.trigger) }
    return (event.isBackground ? 3 : 0) - 3 * min(event.participants.count, 3) - (event.place == nil ? 0 : 2)
      - (event.time == nil ? 0 : 3) + article.sentences[event.sentence].range.count / 60 + (isQuoted ? 12 : 0)
  }

  /// A sentence, if it is not too long; else up to the first comma behind its trigger that ends a clause, or up to the
  /// last word that fits and has a word of little weight behind it: a preposition, a conjunction.
  private func cut(_ sentence: TextRange, keeping trigger: TextRange, in context: TextContext) -> TextRange {
    let bytes = context.bytes
    let start = sentence.lowerBound
    var end = min(sentence.upperBound, bytes.count)
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x2E || bytes[end - 1] == 0x0A { end -= 1 }
    guard end - start > Self.limit else { return TextRange(start, max(start, end)) }
    let from = min(max(trigger.upperBound, start + Self.shortest), start + Self.limit, end)
    var clauseEnd: Int?
    var wordEnd: Int?
    var previous: (end: Int, isLight: Bool) = (from, true)
    contentWords.scan(TextRange(from, min(start + Self.limit, end)), in: context) {
      wordStart, next in
      let isLight = contentWords.contentWord(bytes[wordStart..<next]) == nil
      let isMarked = wordStart > previous.end + 1
      let isList = listWords.contains(context.word(after: wordStart))
      if isLight, isMarked, !isList, clauseEnd == nil { clauseEnd = previous.end }
      if isLight, !isMarked, !previous.isLight { wordEnd = previous.end }
      previous = (next, isLight)
    }
    return TextRange(start, clauseEnd ?? wordEnd ?? end)
  }
}
