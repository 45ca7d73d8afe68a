import DossierAnalysis
import DossierModel

extension LanguagePack {
  package static let english = LanguagePack(language: "en")
}
