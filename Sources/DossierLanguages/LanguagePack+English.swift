import DossierAnalysis
import DossierModel

extension LanguagePack {
  package static let english = english(from: PackFolder("english"))

  static func english(from folder: PackFolder) -> LanguagePack {
    var pack = LanguagePack(folder)
    pack.names.model = .english
    return pack
  }
}
