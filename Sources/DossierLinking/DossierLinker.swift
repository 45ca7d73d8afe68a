import DossierModel
import DossierSource

/// Links annotated articles into one dossier.
///
/// A pure function of the articles as a set: their order changes nothing.
package struct DossierLinker: Sendable {
  private let knowledge: KnowledgeBase

  package init(knowledge: KnowledgeBase) { self.knowledge = knowledge }

  package func dossier(of articles: [AnnotatedArticle]) -> Dossier {
    Dossier(articles: [], entities: [], events: [], quoteFamilies: [], figureGroups: [])
  }
}
