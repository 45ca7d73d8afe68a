import DossierAnalysis
import DossierModel

/// All that the languages we know have to offer to each stage.
package enum Languages {
  package static let all: [KnownLanguage] = [.english, .german]
  /// Of all languages together: a page may carry the furniture of one round an article of another.
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

extension KnownLanguage {
  package static let english = KnownLanguage(of: PackFolder("english")) { .english }
  package static let german = KnownLanguage(of: PackFolder("german")) { .german }

  /// A language whose tables are in a folder, or lists' additions to them.
  init(of folder: PackFolder, pack: @escaping @Sendable () -> LanguagePack) {
    let stopWords = LanguagePack.hashes(folder.file("stop-words"))
    self.init(folder.code, detection: DetectionTables(stopWords: stopWords), pack: pack)
  }
}
