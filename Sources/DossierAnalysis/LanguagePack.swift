import DossierModel

/// What the recognisers know of one language: tables, no code; one struct of tables for each recogniser.
package struct LanguagePack: Sendable {
  /// BCP 47: `en`.
  package let language: String
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

/// A language that an article may be in, with what tells that it is, and its pack for when it is.
///
/// Packs are large: a corpus in one language has only that one made.
package struct KnownLanguage: Sendable {
  /// BCP 47: `en`.
  package let language: String
  package let detection: DetectionTables
  package let pack: @Sendable () -> LanguagePack

  package init(
    _ language: String, detection: DetectionTables, pack: @escaping @Sendable () -> LanguagePack
  ) {
    (self.language, self.detection, self.pack) = (language, detection, pack)
  }
}
