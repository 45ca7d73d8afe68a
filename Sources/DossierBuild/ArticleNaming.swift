import DossierIngest
import DossierModel
import DossierSource

/// Gives each article a page of its own.
///
/// Articles are named after their files. Where files in several folders have one name, all of them are named with
/// their folders: were the first to keep the short name, a new file could take over the address of an old one.
struct ArticleNaming {
  /// In the order of their sources.
  private(set) var articles: [AnnotatedArticle] = []
  /// Articles that had to be left out, since their names are still the same.
  private(set) var diagnostics: [Diagnostic] = []

  init(of articles: [AnnotatedArticle], below content: String) {
    var counts: [String: Int] = [:]
    for annotated in articles { counts[annotated.article.id.folded, default: 0] += 1 }
    var taken: [String: SourcePath] = [:]
    var sources: [Fingerprint: SourcePath] = [:]
    for annotated in articles {
      var annotated = annotated
      var article: Article { annotated.article }
      if counts[article.id.folded, default: 0] > 1, article.id == ArticleReader.identifier(of: article.source)
      {
        annotated = annotated.named(ArticleID(Slug(folding: article.source.withoutExtension).string))
      }
      let place = content.appending(path: article.source.string)
      if let other = sources[article.fingerprint] {
        diagnostics.append(.sameSource(place, as: other.string))
      } else {
        sources[article.fingerprint] = article.source
      }
      if let other = taken[article.id.folded] {
        diagnostics.append(.sameURL(place, as: other.string, page: article.id.string))
      } else {
        taken[article.id.folded] = article.source
        self.articles.append(annotated)
      }
    }
  }
}

extension ArticleID {
  /// What a file system that ignores the case of letters makes of it.
  fileprivate var folded: String { string.lowercased() }
}

extension SourcePath {
  fileprivate var withoutExtension: String {
    fileExtension.isEmpty ? string : String(string.dropLast(fileExtension.count + 1))
  }
}

extension AnnotatedArticle {
  /// Nothing that was found in an article depends on its name.
  fileprivate func named(_ id: ArticleID) -> AnnotatedArticle {
    AnnotatedArticle(
      article: article.named(id), language: language, sentences: sentences, mentions: mentions, times: times,
      quotations: quotations, figures: figures, events: events)
  }
}

extension Article {
  fileprivate func named(_ id: ArticleID) -> Article {
    Article(
      id: id, source: source, fingerprint: fingerprint, metadata: metadata, body: body, images: images,
      notices: notices, removed: removed, repairs: repairs)
  }
}
