import DossierSource

/// A stretch of an article's text that proves something.
package struct Citation: Hashable, Sendable, Comparable {
  package let article: ArticleID
  package let range: TextRange

  package init(article: ArticleID, range: TextRange) {
    self.article = article
    self.range = range
  }

  package static func < (left: Citation, right: Citation) -> Bool {
    left.article != right.article ? left.article < right.article : left.range < right.range
  }
}

/// How a value came about; shown in words wherever the value is.
package enum Basis: String, Hashable, Sendable {
  /// Printed in the source, taken as it is.
  case stated
  /// Computed by a rule from what the sources print.
  case inferred
  /// Set by the editor.
  case decided
}

/// A rule's name, the same in the data, on the methods page and behind each why-link: `weekday+month-day→year`.
package struct Rule: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let name: String
  package init(_ name: String) { self.name = name }
  package var description: String { name }
  package static func < (left: Rule, right: Rule) -> Bool { left.name < right.name }
}

/// A value that the site asserts, with the rule that made it and the sentences that prove it.
package struct Claim<Value: Hashable & Sendable>: Hashable, Sendable {
  package let value: Value
  package let basis: Basis
  package let rule: Rule
  /// In order; empty only where `printed` or the editor's line proves the value.
  package let evidence: [Citation]
  /// The line of the source that proves the value where it is not part of the article's text: a dateline, a meta tag.
  package let printed: String?
  /// The editor's line that set the value, where one did.
  package let decision: DecisionID?

  package init(
    _ value: Value, basis: Basis, rule: Rule, evidence: [Citation] = [], printed: String? = nil,
    decision: DecisionID? = nil
  ) {
    self.value = value
    self.basis = basis
    self.rule = rule
    self.evidence = evidence
    self.printed = printed
    self.decision = decision
  }

  /// A value that a line of the editor sets.
  package init(_ value: Value, decidedBy decision: DecisionID) {
    self.init(value, basis: .decided, rule: Rule("decision"), decision: decision)
  }
}
