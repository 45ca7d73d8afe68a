import DossierModel
import DossierSource

/// What the editor decided on what a page shows, and how a line would name it.
package struct EditorLines: Sendable {
  /// A line that acts on what the page shows.
  package struct Line: Sendable, Hashable {
    /// Without who stands behind it: that is nobody's business but the editors'.
    package let text: String
    /// What else it acts on.
    package let others: [Reference]
  }

  /// How a line names what the page is about.
  package let selector: String
  package let lines: [Line]
}

/// What the editor decided on one quotation or figure, and how to decide it.
package struct Settlement: Sendable {
  /// The lines that act on it.
  package let decisions: [String]
  /// The line that would settle it otherwise, to copy and change; nil where it has another place that tells it.
  package let change: String?
}

extension SitePlan {
  /// Words of a quotation by which a line names it.
  private static let quotedWords = 8

  /// What is decided on the speaker of a quotation, as one article prints it.
  func settlement(of variant: QuoteFamily.Variant, in family: QuoteFamily, isChanged: Bool) -> Settlement {
    let decisions = told(dossier.record.ofQuotes[family.id])
    guard isChanged, let article = concordance.articleIndex[variant.citation.article] else {
      return Settlement(decisions: decisions, change: nil)
    }
    let words = Self.opening(of: references[article].text[variant.citation.range])
    let line = "speaker a:\(variant.citation.article) \(Decision.Action.quoted(words)) "
    let speaker = family.speaker.flatMap { concordance.entityIndex[$0] }
    let said =
      speaker.map { EntitySelector(dossier.entities[$0]).written }
      ?? (family.speakerText.isEmpty ? "person:NAME" : Decision.Action.quoted(family.speakerText))
    return Settlement(decisions: decisions, change: line + said)
  }

  /// What is decided on the key of a figure, as one article prints it.
  func settlement(of text: String, in article: ArticleID, _ group: FigureGroup, isChanged: Bool) -> Settlement
  {
    let action = Decision.Action.figureKey(ArticleSelector(article.string), text, key: group.what)
    return Settlement(
      decisions: told(dossier.record.ofFigures[group.id]), change: isChanged ? action.written : nil)
  }

  private func told(_ decisions: [DecisionID]?) -> [String] {
    guard let decisions else { return [] }
    return decisions.compactMap { dossier.record.decision($0) }.filter { isTold($0) }.map {
      dossier.record.shown($0)
    }
  }

  /// The first words of a line, enough to find it by.
  private static func opening(of text: Substring) -> String {
    var text = text
    return text.withUTF8 { bytes in
      var words = 0
      var end = 0
      for (place, byte) in bytes.enumerated() {
        guard byte != 0x0A, words < quotedWords else { break }
        let isBlank = byte == 0x20
        if !isBlank { end = place + 1 }
        if isBlank, place > 0, bytes[place - 1] != 0x20 { words += 1 }
      }
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[..<end]), as: UTF8.self)
    }
  }

  func editorLines(ofArticle id: ArticleID) -> EditorLines {
    editorLines(ArticleSelector(id.string).written, dossier.record.ofArticles[id])
  }

  func editorLines(of entity: Entity) -> EditorLines {
    editorLines(EntitySelector(entity).written, dossier.record.ofEntities[entity.id], but: entity.id.string)
  }

  func editorLines(of event: EventID) -> EditorLines {
    editorLines(EventSelector(event.string).written, dossier.record.ofEvents[event], but: event.string)
  }

  private func editorLines(
    _ selector: String, _ decisions: [DecisionID]?, but own: String? = nil
  ) -> EditorLines {
    let lines = (decisions ?? []).compactMap { id in
      dossier.record.decision(id).flatMap { decision in
        isTold(decision) ? decision : nil
      }.map { decision in
        EditorLines.Line(text: dossier.record.shown(decision), others: subjects(of: decision, but: own))
      }
    }
    return EditorLines(selector: selector, lines: lines)
  }

  /// Whether a line may stand on a page: none that takes something off the pages, or names who is redacted.
  private func isTold(_ decision: Decision) -> Bool {
    switch decision.verb {
    case .hide, .redact, .withhold: return false
    default: break
    }
    return !dossier.record.restrictions.contains { row in
      guard case .redact(let entity, _) = row.restriction else { return false }
      return dossier.record.ofEntities[entity]?.contains(decision.id) ?? false
    }
  }

  /// The pages of what ties two things together: the other side of a succession, the event that became of a plan.
  private func subjects(of decision: Decision, but own: String?) -> [Reference] {
    let record = dossier.record
    switch decision.action {
    case .successor:
      let pairs = record.successions.filter { $0.decision == decision.id }.flatMap { [$0.from, $0.to] }
      return pairs.filter { $0.string != own }.map { reference(to: $0) }
    case .link:
      let pairs = record.eventLinks.filter { $0.decision == decision.id }.flatMap { [$0.from, $0.to] }
      return pairs.filter { $0.string != own }.compactMap { reference(to: $0) }
    default: return []
    }
  }
}
