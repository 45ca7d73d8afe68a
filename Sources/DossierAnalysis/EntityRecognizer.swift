import DossierModel
import DossierSource

/// Finds what an article names.
package struct EntityRecognizer: Sendable {
  private let tables: NameTables

  package init(tables: NameTables) { self.tables = tables }

  package func mentions(in text: TokenizedText) -> [Mention] { [] }
}
