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

extension SitePlan {
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
