import DossierModel
import DossierSource

/// What times are recognised by.
package struct TimeTables: Sendable {
  package init() {}
}

/// Finds what tells a time, with what it means before the article's date is known.
package struct TemporalTagger: Sendable {
  private let tables: TimeTables

  package init(tables: TimeTables) { self.tables = tables }

  package func times(in text: TokenizedText) -> [TimeExpression] { [] }
}
