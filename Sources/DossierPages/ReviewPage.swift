import DossierModel
import DossierSource

/// What is open in a dossier, for its editor: each matter with its proof and the line that would settle it.
///
/// It is the program's report on itself, and belongs to the private profile.
package struct ReviewPage: Sendable {
  /// An article with something open, and the line that would settle it.
  package struct ArticleMatter: Sendable {
    package let article: ArticleReference
    package let line: String
    package let dates: [EDTF]
  }

  /// Words in quotation marks that nobody is known to have said.
  package struct Unspoken: Sendable {
    package let text: String
    package let sentence: CitedSentence
    package let line: String
  }

  /// Somebody who is named, but not so that the rule gives a page.
  package struct Unpromoted: Sendable {
    package let name: String
    package let kind: EntityKind
    package let mentions: Int
    package let first: CitedSentence?
    package let line: String
  }

  /// A line of the editor that fits nothing.
  package struct StaleLine: Sendable {
    package let decision: Decision
    package let stale: StaleDecision
  }

  /// What the machine suggests, of one kind.
  package struct Suggestions: Sendable {
    package struct Row: Sendable {
      package let lines: [String]
      package let sentences: [CitedSentence]
      package let printed: String?
    }

    package let kind: Proposal.Kind
    package let rows: [Row]
    /// How many there are, also those that are not shown.
    package let count: Int
  }

  package let path: PagePath
  package let suggestions: [Suggestions]
  package let undated: [ArticleMatter]
  /// Articles whose dates cannot all be true.
  package let conflicting: [ArticleMatter]
  package let unspoken: [Unspoken]
  package let unspokenCount: Int
  package let unpromoted: [Unpromoted]
  package let stale: [StaleLine]
  package let contradictions: [(first: Decision, second: Decision)]
}

extension SitePlan {
  /// Rows of a sort; an editor who has settled so many builds again.
  private static let shownMatters = 100
  /// How often somebody is named in one article who is worth a look.
  private static let oftenNamed = 3

  func reviewPage(at path: PagePath) -> ReviewPage {
    let unspoken = dossier.quoteFamilies.filter { $0.speaker == nil && $0.speakerText.isEmpty }
    let record = dossier.record
    return ReviewPage(
      path: path, suggestions: suggestions(), undated: undated(), conflicting: conflicting(),
      unspoken: unspoken.prefix(Self.shownMatters).compactMap { self.unspoken($0) },
      unspokenCount: unspoken.count, unpromoted: unpromoted(),
      stale: record.stale.compactMap { stale in
        record.decision(stale.decision).map { ReviewPage.StaleLine(decision: $0, stale: stale) }
      },
      contradictions: record.conflicts.compactMap { conflict in
        guard let first = record.decision(conflict.first), let second = record.decision(conflict.second)
        else {
          return nil
        }
        return (first, second)
      })
  }

  private func suggestions() -> [ReviewPage.Suggestions] {
    Proposal.Kind.allCases.compactMap { kind in
      let ofKind = proposals.filter { $0.kind == kind }
      guard !ofKind.isEmpty else { return nil }
      let rows = ofKind.prefix(Self.shownMatters).map { proposal in
        ReviewPage.Suggestions.Row(
          lines: proposal.lines, sentences: sentences(of: proposal.evidence, limit: 4),
          printed: proposal.printed)
      }
      return ReviewPage.Suggestions(kind: kind, rows: rows, count: ofKind.count)
    }
  }

  private func undated() -> [ReviewPage.ArticleMatter] {
    dossier.articles.indices.filter { dossier.articles[$0].published == nil }.prefix(Self.shownMatters).map {
      ReviewPage.ArticleMatter(
        article: references[$0], line: "published a:\(dossier.articles[$0].id) YYYY-MM-DD", dates: [])
    }
  }

  /// Articles that were updated or copied before they were published.
  private func conflicting() -> [ReviewPage.ArticleMatter] {
    dossier.articles.indices.compactMap { index -> ReviewPage.ArticleMatter? in
      let article = dossier.articles[index]
      guard let published = article.published?.value, let first = published.firstDay else { return nil }
      let later = [article.updated?.value, article.retrieved?.value].compactMap(\.self)
      guard later.contains(where: { $0.lastDay.map { $0 < first } ?? false }) else { return nil }
      return ReviewPage.ArticleMatter(
        article: references[index], line: "published a:\(article.id) YYYY-MM-DD", dates: [published] + later)
    }
  }

  private func unspoken(_ family: QuoteFamily) -> ReviewPage.Unspoken? {
    guard let variant = family.variants.first, let sentence = sentence(of: variant.citation) else {
      return nil
    }
    let text = String(sentence.article.text[variant.citation.range])
    let bare = text.filter { !"\"“”„«»".contains($0) }.split(separator: " ").prefix(6).joined(separator: " ")
    return ReviewPage.Unspoken(
      text: text, sentence: sentence,
      line: "speaker a:\(variant.citation.article) \"\(bare)\" person:NAME")
  }

  private func unpromoted() -> [ReviewPage.Unpromoted] {
    let near = dossier.entities.indices.filter {
      let entity = dossier.entities[$0]
      return !entity.promotion.hasPage && entity.kind.isActor && entity.mentionCount >= Self.oftenNamed
    }
    let sorted = near.sorted {
      (dossier.entities[$1].mentionCount, $0) < (dossier.entities[$0].mentionCount, $1)
    }
    return sorted.prefix(Self.shownMatters).map { index in
      let entity = dossier.entities[index]
      let prefix = entity.kind.rawValue + "-"
      let id =
        entity.id.string.hasPrefix(prefix) ? String(entity.id.string.dropFirst(prefix.count)) : entity.name
      let sort = EntitySelector.Sort(rawValue: entity.kind.rawValue) ?? .other
      return ReviewPage.Unpromoted(
        name: entity.name, kind: entity.kind, mentions: entity.mentionCount,
        first: entity.aliases.first.flatMap { sentence(of: $0.first) },
        line: "page " + EntitySelector(sort, id).written)
    }
  }
}
