import DossierAnalysis
import DossierModel

/// All that the languages we know have to offer to each stage.
package enum Languages {
  package static let packs: [LanguagePack] = [.english, .german]
  /// Of all packs together: a page may carry the furniture of one language round an article of another.
  package static let pageVocabulary = PageVocabulary.embedded
  package static let knowledge: KnowledgeBase = {
    let folders = ["english", "german"]
    var knowledge = KnowledgeBase(folders: folders)
    knowledge.words = LinkingWords(ofLanguages: folders)
    knowledge.agencies = PageVocabulary.embedded.agencies
    knowledge.terms = zip(folders, ["en", "de"]).flatMap { folder, language in
      let text = EmbeddedFiles.all.first { $0.path.hasSuffix("\(folder)/terms.txt") }?.text ?? ""
      return TermList(text, language: language).terms
    }
    return knowledge
  }()
}
