import DossierAnalysis

extension LanguagePack {
  /// German, by its tables alone: its nouns have capitals, which the weights for English take for names.
  package static let german = LanguagePack(language: "de", folder: "german", namesOf: ["english"])
}
