import CNameModel
import DossierAnalysis

extension NameModel {
  /// The weights for English, in the executable's own bytes; nil where they are of another form.
  static let english = NameModel(staying: {
    UnsafeRawBufferPointer(start: dossier_names_english(), count: dossier_names_english_size())
  })
}
