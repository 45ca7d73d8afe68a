import DossierAnalysis
import DossierModel

extension LanguagePack {
  package static let english: LanguagePack = {
    var pack = LanguagePack(language: "en", folder: "english")
    pack.names.model = .english
    return pack
  }()
}
