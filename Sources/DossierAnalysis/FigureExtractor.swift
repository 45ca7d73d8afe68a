import DossierModel
import DossierSource

/// What figures are recognised by.
package struct FigureTables: Sendable {
  package init() {}
}

/// Finds numbers with what they count.
package struct FigureExtractor: Sendable {
  private let tables: FigureTables

  package init(tables: FigureTables) { self.tables = tables }

  package func figures(in text: TokenizedText, mentions: [Mention], times: [TimeExpression]) -> [Figure] {
    []
  }
}
