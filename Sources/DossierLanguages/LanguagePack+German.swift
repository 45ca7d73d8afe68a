import DossierAnalysis

extension LanguagePack {
  /// German, by its tables alone: its nouns have capitals, which the weights for English take for names.
  package static let german = german(from: PackFolder("german"), namesOf: PackFolder("english"))

  static func german(from folder: PackFolder, namesOf english: PackFolder) -> LanguagePack {
    LanguagePack(folder, namesOf: [english])
  }
}
