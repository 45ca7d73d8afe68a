import DossierAnalysis
import DossierLanguages
import DossierMarkdown
import DossierModel
import DossierSource

/// How many tokens a second and core are split, searched for names, and analysed: `train-names --speed FILE…`.
///
/// Each part is repeated for a second or more, on one thread; the texts are read once before.
struct SpeedMeasure {
  private let pack = LanguagePack.english
  private let articles: [Article]

  init(texts: [(name: String, text: String)]) {
    articles = texts.map { name, text in
      Article(
        id: ArticleID(name), source: SourcePath(name), fingerprint: Fingerprint(of: text),
        metadata: ArticleMetadata(title: name), body: MarkdownDocument(text))
    }
  }

  func report() -> String {
    let splitter = SentenceSplitter(tables: pack.sentences)
    let recognizer = EntityRecognizer(tables: pack.names)
    let analyzer = Analyzer(languages: [.english])
    let split = articles.map(splitter.split)
    let tokens = split.reduce(0) { $0 + $1.tokens.count }
    let lines = [
      ("sentences", rate(of: tokens) { for article in articles { _ = splitter.split(article) } }),
      ("names", rate(of: tokens) { for text in split { _ = recognizer.mentions(in: text) } }),
      ("whole analysis", rate(of: tokens) { for article in articles { _ = analyzer.annotate(article) } }),
    ]
    return "\(articles.count) texts, \(tokens) tokens; tokens a second and core:\n"
      + lines.map { "\($0): \($1)" }.joined(separator: "\n")
  }

  private func rate(of tokens: Int, _ work: () -> Void) -> Int {
    let clock = ContinuousClock()
    work()
    let start = clock.now
    var rounds = 0
    while rounds < 1 || clock.now - start < .seconds(1) {
      work()
      rounds += 1
    }
    let seconds =
      Double((clock.now - start).components.seconds)
      + Double((clock.now - start).components.attoseconds) / 1e18
    return Int(Double(tokens * rounds) / seconds)
  }
}
