/// What the machine suggests to the editor, as lines to accept or to reject.
package struct Proposal: Sendable, Hashable {
  /// In the order in which they are listed; each has its words in the templates.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case misprint
    case nearName = "near-name"
    case successor
    case visitDate = "visit-date"
    case publicationBounds = "publication-bounds"
    case event
    case backgroundEvent = "background-event"
    case quotation
    case speaker
    case paragraph
    case figure
    case notice
  }

  package let kind: Kind
  /// One line each; they belong together.
  package let actions: [Decision.Action]
  /// Where the sources say what the proposal rests on.
  package let evidence: [Citation]
  /// The line of a source that is no part of its text, where it rests on one.
  package let printed: String?

  package init(_ kind: Kind, _ actions: [Decision.Action], evidence: [Citation], printed: String? = nil) {
    self.kind = kind
    self.actions = actions
    self.evidence = evidence
    self.printed = printed
  }

  package var lines: [String] { actions.map(\.written) }
}
