import DossierMarkdown
import DossierModel
import DossierSource

/// Reads a source of any known format into an article.
///
/// It never fails on content: a source that cannot be read is a diagnostic and no article.
package struct ArticleReader: Sendable {
  private let vocabulary: PageVocabulary

  package init(vocabulary: PageVocabulary) { self.vocabulary = vocabulary }

  /// The article of a source, or nil where it holds none, and what there is to say about it.
  package func article(from source: SourceFile) -> (article: Article?, diagnostics: [Diagnostic]) {
    (nil, [])
  }
}
