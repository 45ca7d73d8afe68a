import DossierModel
import DossierSource

/// Finds the reporters whom an outlet names as its own: "the Gazette's Jane Doe" in the Gazette, or its bylines.
///
/// They say what an article says. A page of their own would show them as if they took part in it.
struct ReporterFinder: Sendable {
  let articles: [LinkedArticle]
  let entities: EntityLinks

  /// Bytes between an outlet's name and its reporter's, such as those of a genitive.
  private static let longestGap = 5

  /// Of how many mentions one has to name somebody as the outlet's own: who writes once in a paper, or stands behind
  /// its name by chance, and is spoken of everywhere is no reporter.
  private static let leastShare = 5

  func reporters() -> Set<EntityID> {
    var found: [Int32: Int] = [:]
    for (number, linked) in articles.enumerated() {
      let metadata = linked.article.metadata
      guard metadata.outlet != nil || !metadata.bylines.isEmpty else { continue }
      for (index, mention) in linked.annotated.mentions.enumerated() where mention.kind == .person {
        let entity = entities.numbers[number][index]
        guard entity >= 0, isReporter(index, of: linked) else { continue }
        found[entity, default: 0] += 1
      }
    }
    return Set(
      found.map { (draft: entities.drafts[Int($0)], count: $1) }
        .filter { $0.count * Self.leastShare >= $0.draft.mentionCount }.map(\.draft.id))
  }

  private func isReporter(_ index: Int, of linked: LinkedArticle) -> Bool {
    let mention = linked.annotated.mentions[index]
    let text = linked.article.text
    if linked.article.metadata.bylines.contains(String(text[mention.range])) { return true }
    guard index > 0, let outlet = linked.article.metadata.outlet else { return false }
    let owner = linked.annotated.mentions[index - 1]
    let start = (mention.title ?? mention.range).lowerBound
    guard owner.sentence == mention.sentence, owner.kind != .person, start > owner.range.upperBound,
      start - owner.range.upperBound <= Self.longestGap,
      !text[TextRange(owner.range.upperBound, start)].contains(where: { ",.;:-–".contains($0) })
    else { return false }
    return Self.names(String(text[owner.range]), outlet)
  }

  /// Whether words name an outlet, with or without its article.
  private static func names(_ words: String, _ outlet: String) -> Bool {
    let words = Slug(folding: words).string
    let outlet = Slug(folding: outlet).string
    return words == outlet || outlet.hasSuffix("-" + words) || words.hasSuffix("-" + outlet)
  }
}
