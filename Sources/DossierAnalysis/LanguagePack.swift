import DossierModel

/// What the recognisers know of one language: tables, no code; one struct of tables for each recogniser.
package struct LanguagePack: Sendable {
  /// BCP 47: `en`.
  package let language: String
  package var detection = DetectionTables()
  package var sentences = SentenceTables()
  package var names = NameTables()
  package var times = TimeTables()
  package var quotations = QuotationTables()
  package var figures = FigureTables()
  package var events = EventTables()

  package init(language: String) { self.language = language }
}
