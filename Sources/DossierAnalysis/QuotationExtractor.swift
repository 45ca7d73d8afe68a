import DossierModel
import DossierSource

/// What quotations and their speakers are recognised by.
package struct QuotationTables: Sendable {
  package init() {}
}

/// Finds quoted speech and whose it is.
package struct QuotationExtractor: Sendable {
  private let tables: QuotationTables

  package init(tables: QuotationTables) { self.tables = tables }

  package func quotations(in text: TokenizedText, mentions: [Mention]) -> [Quotation] { [] }
}
