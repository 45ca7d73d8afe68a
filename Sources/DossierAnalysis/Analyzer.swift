import DossierModel
import DossierSource

/// Finds in one article what it names, tells, quotes and counts.
///
/// It looks at no other article: what only the corpus can tell is Linking's.
package struct Analyzer: Sendable {
  private let packs: [LanguagePack]

  package init(packs: [LanguagePack]) { self.packs = packs }

  package func annotate(_ article: Article) -> AnnotatedArticle {
    AnnotatedArticle(
      article: article, language: nil, sentences: [], mentions: [], times: [], quotations: [], figures: [],
      events: [])
  }
}
