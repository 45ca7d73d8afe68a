import DossierModel

/// What the recognisers know of one language: tables, no code; one struct of tables for each recogniser.
package struct LanguagePack: Sendable {
  /// BCP 47: `en`.
  package let language: String
  package var detection = DetectionTables()
  package var sentences = SentenceTables()
  package var names = NameTables()
  package var times = TimeTables()
  /// The words that hold clauses together, verbs and their forms: for quotations, figures and events.
  package var clauses = ClauseTables()
  package var quotations = QuotationTables()
  package var figures = FigureTables()
  package var events = EventTables()

  package init(language: String) { self.language = language }
}
