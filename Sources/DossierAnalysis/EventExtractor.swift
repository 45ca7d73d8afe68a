import DossierModel
import DossierSource

/// What events are recognised by.
package struct EventTables: Sendable {
  package init() {}
}

/// Finds what an article tells of things that happened or are planned.
package struct EventExtractor: Sendable {
  private let tables: EventTables

  package init(tables: EventTables) { self.tables = tables }

  package func events(
    in text: TokenizedText, mentions: [Mention], times: [TimeExpression], quotations: [Quotation]
  ) -> [EventMention] { [] }
}
