import DossierAnalysis
import DossierLanguages
import DossierLinking
import DossierMarkdown
import DossierModel
import DossierSource

/// When an article without a date is found to have been published, beside others by their dates: the value, the rule
/// and the articles that prove it, or "open".
func publishedDay(of text: String, beside others: [String: String]) -> String {
  let analyzer = Analyzer(languages: [.english])
  let texts = [(nil, text)] + others.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  let articles = texts.enumerated().map { number, article -> AnnotatedArticle in
    var metadata = ArticleMetadata(title: "Article \(number)")
    if let date = article.0, let value = EDTF(parsing: date) {
      metadata.published = Claim(value, basis: .stated, rule: Rule("test"), printed: date)
    }
    return analyzer.annotate(
      Article(
        id: ArticleID("a\(number)"), source: SourcePath("a\(number).txt"),
        fingerprint: Fingerprint(of: article.1), metadata: metadata, body: MarkdownDocument(article.1)))
  }
  let claim = DossierLinker(knowledge: MarkedCorpus.knowledge).dossier(of: articles).articles[0].published
  return claim.map { "\($0.value) \($0.rule) \($0.evidence.map(\.article.string).joined(separator: ","))" }
    ?? "open"
}
