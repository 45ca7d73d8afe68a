import DossierAnalysis
import DossierModel

/// All that the languages we know have to offer to each stage.
package enum Languages {
  package static let packs: [LanguagePack] = [.english, .german]
  /// Of all packs together: a page may carry the furniture of one language round an article of another.
  package static let pageVocabulary = PageVocabulary.embedded
  package static let knowledge = knowledge(
    of: PackFolder.languages.map { PackFolder($0.folder) }, agencies: PageVocabulary.embedded.agencies)

  static func knowledge(of folders: [PackFolder], agencies: Set<String>) -> KnowledgeBase {
    var knowledge = KnowledgeBase(folders: folders)
    knowledge.words = LinkingWords(ofLanguages: folders)
    knowledge.agencies = agencies
    knowledge.terms = zip(folders, PackFolder.languages).flatMap { folder, language in
      TermList(folder.text("terms"), language: language.code).terms
    }
    return knowledge
  }
}
