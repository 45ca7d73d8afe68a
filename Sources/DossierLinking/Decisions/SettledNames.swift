import DossierModel
import DossierSource

/// What the editor's lines on names came to, by entity.
struct SettledNames: Sendable {
  var stale: [StaleDecision] = []
  var conflicts: [DecisionConflict] = []
  var ofEntities: [EntityID: [DecisionID]] = [:]
  /// Entities that have a page by the editor's wish.
  var pages: Set<EntityID> = []
  var successions: [DecisionRecord.Succession] = []
  var redactions: [(decision: DecisionID, restriction: DecisionRecord.Restriction)] = []
  var apart: Set<DecisionRecord.NamePair> = []
  /// The drafts that selectors of speakers and places mean.
  var numbers: [EntitySelector: Int32] = [:]

  init() {}

  init(_ outcome: NameRulings.Outcome, drafts: [EntityLinks.Draft], numberOfNode: [Int: Int]) {
    func id(_ node: Int) -> EntityID? { numberOfNode[node].map { drafts[$0].id } }
    stale = outcome.stale
    conflicts = outcome.conflicts
    for (decision, node) in outcome.touched { note(decision, id(node)) }
    for (decision, node) in outcome.pages {
      note(decision, id(node))
      if let id = id(node) { pages.insert(id) }
    }
    for (from, to, decision) in outcome.successions {
      guard let from = id(from), let to = id(to) else { continue }
      successions.append(DecisionRecord.Succession(from: from, to: to, decision: decision))
      note(decision, from)
      note(decision, to)
    }
    for (node, words, decision) in outcome.redactions {
      guard let id = id(node) else { continue }
      redactions.append((decision, .redact(id, as: words)))
      note(decision, id)
    }
    for (left, right) in outcome.apart {
      guard let left = id(left), let right = id(right), left != right else { continue }
      apart.insert(DecisionRecord.NamePair(left, right))
    }
    numbers = outcome.nodes.compactMapValues { numberOfNode[$0].map(Int32.init) }
  }

  private mutating func note(_ decision: DecisionID, _ entity: EntityID?) {
    guard let entity, ofEntities[entity]?.contains(decision) != true else { return }
    ofEntities[entity] = ((ofEntities[entity] ?? []) + [decision]).sorted()
  }
}
