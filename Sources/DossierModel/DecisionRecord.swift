/// A line that no longer fits anything: told, and never attached to what is merely similar.
package struct StaleDecision: Sendable, Hashable, Comparable {
  /// What was looked for in vain; each has its words in the templates.
  package enum Reason: String, Sendable, Hashable, CaseIterable {
    case noArticle = "no-article"
    case severalArticles = "several-articles"
    case noName = "no-name"
    case severalNames = "several-names"
    case noEvent = "no-event"
    case noWords = "no-words"
    case noQuotation = "no-quotation"
    case noFigure = "no-figure"
    case noDate = "no-date"
    case noLineBreak = "no-line-break"
    case noOutlet = "no-outlet"
    case tellsNoEvent = "tells-no-event"
    case notInEvent = "not-in-event"
  }

  package let decision: DecisionID
  package let reason: Reason
  /// The operand that found nothing, as it is written.
  package let selector: String
  /// What could have been meant: the nearest name, or the several that fit.
  package let candidates: [String]

  package init(_ decision: DecisionID, _ reason: Reason, _ selector: String, candidates: [String] = []) {
    self.decision = decision
    self.reason = reason
    self.selector = selector
    self.candidates = candidates
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.decision, left.selector) < (right.decision, right.selector)
  }
}

/// Two lines that contradict each other; neither is followed.
package struct DecisionConflict: Sendable, Hashable, Comparable {
  package let first: DecisionID
  package let second: DecisionID

  package init(_ first: DecisionID, _ second: DecisionID) {
    self.first = first
    self.second = second
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.second, left.first) < (right.second, right.first)
  }
}

/// The lines of the editor that hold for a corpus, with the articles that they name.
///
/// What each stage is given: reading lines, and finding the articles they mean, is done once.
package struct Decisions: Sendable {
  /// Every line that could be read, in the order of their ids, which are their places here.
  package let lines: [Decision]
  /// The lines to be followed: those that contradict each other or name no article are left out.
  package let all: [Decision]
  /// What every selector of an article in `all` means.
  package let articles: [ArticleSelector: ArticleID]
  /// Lines whose articles were not found, or on which the article's facts did not act.
  package var stale: [StaleDecision]
  package let conflicts: [DecisionConflict]
  /// Lines that already had their effect on an article's facts.
  package var applied: Set<DecisionID> = []

  package init(
    lines: [Decision], all: [Decision], articles: [ArticleSelector: ArticleID], stale: [StaleDecision] = [],
    conflicts: [DecisionConflict] = []
  ) {
    self.lines = lines
    self.all = all
    self.articles = articles
    self.stale = stale
    self.conflicts = conflicts
  }

  package static let none = Decisions(lines: [], all: [], articles: [:])

  package var isEmpty: Bool { lines.isEmpty }
}

/// What the editor's lines came to, beside the claims that they changed.
package struct DecisionRecord: Sendable {
  /// A group that went on under another name, by the editor's word.
  package struct Succession: Sendable, Hashable {
    package let from: EntityID
    package let to: EntityID
    package let decision: DecisionID

    package init(from: EntityID, to: EntityID, decision: DecisionID) {
      (self.from, self.to, self.decision) = (from, to, decision)
    }
  }

  /// Two events that belong together: a plan and what became of it.
  package struct EventLink: Sendable, Hashable {
    package let from: EventID
    package let to: EventID
    /// The editor's word for it: "held".
    package let relation: String
    package let decision: DecisionID

    package init(from: EventID, to: EventID, relation: String, decision: DecisionID) {
      (self.from, self.to, self.relation, self.decision) = (from, to, relation, decision)
    }
  }

  /// What must not be shown as it is printed; profiles see to it.
  package enum Restriction: Sendable, Hashable {
    case excerpt(ArticleID, words: Int)
    case withhold(ArticleID)
    case redact(EntityID, as: String)
  }

  /// All lines, also those without effect, in the order of their ids.
  package var decisions: [Decision] = []
  package var stale: [StaleDecision] = []
  package var conflicts: [DecisionConflict] = []
  package var successions: [Succession] = []
  package var eventLinks: [EventLink] = []
  package var restrictions: [(decision: DecisionID, restriction: Restriction)] = []
  /// The lines that had an effect, by what they act on; each list rises.
  package var ofArticles: [ArticleID: [DecisionID]] = [:]
  package var ofEntities: [EntityID: [DecisionID]] = [:]
  package var ofEvents: [EventID: [DecisionID]] = [:]
  /// Events whose title is the editor's own text.
  package var titledEvents: [EventID: DecisionID] = [:]
  package var ofQuotes: [String: [DecisionID]] = [:]
  package var ofFigures: [String: [DecisionID]] = [:]
  /// Names that the editor says are not one; proposals leave them alone.
  package var apart: Set<NamePair> = []

  /// The lines as pages may tell them, in the order of their ids; nil where they may be told as they are.
  package var told: [String]?

  package init() {}

  /// A line as pages tell it.
  package func shown(_ decision: Decision) -> String {
    guard let told, told.indices.contains(decision.id.number) else { return decision.action.written }
    return told[decision.id.number]
  }

  /// Two entities, in order.
  package struct NamePair: Sendable, Hashable {
    package let first: EntityID
    package let second: EntityID

    package init(_ one: EntityID, _ other: EntityID) {
      (first, second) = one < other ? (one, other) : (other, one)
    }
  }

  package func decision(_ id: DecisionID) -> Decision? {
    decisions.indices.contains(id.number) ? decisions[id.number] : nil
  }
}
