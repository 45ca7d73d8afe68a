import DossierModel

/// Says when each article was published: as its source states it, or as the corpus lets it be inferred.
package struct ArticleDating: Sendable {
  package init() {}

  /// One claim for each article, nil where its date stays open.
  package func published(of articles: [AnnotatedArticle]) -> [Claim<EDTF>?] {
    articles.map(\.article.metadata.published)
  }
}
