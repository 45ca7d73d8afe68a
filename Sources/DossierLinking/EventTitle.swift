import DossierModel
import DossierSource

/// Chooses the words by which an event is called: a stretch of a source's sentence, shortened only by cutting.
struct EventTitle: Sendable {
  /// Bytes beyond which a title is cut.
  private static let limit = 120
  private static let shortest = 30

  /// The stretch of the clearest sentence: of a report rather than background, with many parties, and not too long.
  static func title(
    of candidates: [EventCandidate], in articles: [LinkedArticle]
  ) -> (text: String, source: Citation)? {
    var best: (article: Int, event: Int, rank: Int)?
    for candidate in candidates {
      for event in candidate.mentions {
        let rank = rank(event, in: articles[candidate.article].annotated) - (candidate.isMain ? 6 : 0)
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

  /// A sentence up to the first mark behind its trigger that leaves a whole, or up to the last word that fits.
  static func cut(_ sentence: TextRange, keeping trigger: TextRange, in context: TextContext) -> TextRange {
    let bytes = context.bytes
    let start = sentence.lowerBound
    var end = min(sentence.upperBound, bytes.count)
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x2E || bytes[end - 1] == 0x0A { end -= 1 }
    guard end - start > limit else { return TextRange(start, max(start, end)) }
    let from = max(trigger.upperBound, start + shortest)
    var cursor = from
    while cursor + 1 < min(end, start + limit) {
      let isMark = bytes[cursor] == 0x2C || bytes[cursor] == 0x3B || bytes[cursor] == 0x3A
      if isMark, bytes[cursor + 1] == 0x20 { return TextRange(start, cursor) }
      cursor += 1
    }
    cursor = max(min(start + limit, end), min(trigger.upperBound, end))
    while cursor > from, cursor < end, bytes[cursor] != 0x20 { cursor -= 1 }
    return TextRange(start, cursor < end && bytes[cursor] == 0x20 ? cursor : end)
  }
}
