import DossierModel
import DossierSource
import Testing

@testable import DossierLinking

@Suite struct OriginFinderTests {
  private func origins(_ texts: [String], change: (Int, inout ArticleMetadata) -> Void) -> [Origin] {
    var knowledge = MarkedCorpus.knowledge
    knowledge.agencies = ["Wire Press"]
    let articles = texts.enumerated().map { number, text in
      let corpus = MarkedCorpus([text], outlet: "Outlet \(number)")
      return corpus.articles[0].changed(id: "a\(number)") { change(number, &$0) }
    }
    return DossierLinker(knowledge: knowledge).dossier(of: articles).origins
  }

  @Test func outletsThatPrintOneAgencyAreOneOrigin() {
    let found = origins(["The harbour is shut.", "Ships wait outside.", "A storm came."]) {
      number, metadata in
      if number == 0 { metadata.bylines = ["Ann Lee, WP"] }
      if number == 1 { metadata.relays = ["Wire Press"] }
    }
    #expect(found.map(\.ground) == [.byline, .relay, .outlet])
    #expect(found[0].number == found[1].number)
    #expect(found[2].number != found[0].number)
    #expect(found.map(\.name) == ["Wire Press", "Wire Press", "Outlet 2"])
  }

  @Test func anArticleThatMostlyRepeatsAnEarlierOneIsOfItsOrigin() {
    let text = "the old ferry had lain in the dock for three weeks before her crew came back to the town"
    let found = origins([
      "2021-03-09\nOn Monday \(text).", "2021-03-08\nThen \(text) again.",
      "2021-03-08\nNothing of that is here.",
    ]) { _, _ in }
    #expect(found[0].number == found[1].number)
    #expect(found[0].ground == .copy)
    #expect(found[0].name == "Outlet 1")
    #expect(found[2].name == "Outlet 2")
  }

  @Test func aFewSharedWordsMakeNoCopy() {
    let shared = "had lain in the dock for three weeks before her crew came"
    let rest = String(repeating: "Other words fill the article to some length here. ", count: 6)
    let found = origins([
      "It \(shared). " + rest, "She \(shared) back. " + rest.reversedWords,
    ]) { _, _ in }
    #expect(found[0].number != found[1].number)
  }
}

extension String {
  fileprivate var reversedWords: String { split(separator: " ").reversed().joined(separator: " ") }
}

extension AnnotatedArticle {
  /// The same article with another id and other metadata.
  func changed(id: String, language: String? = "en", _ change: (inout ArticleMetadata) -> Void)
    -> AnnotatedArticle
  {
    var metadata = article.metadata
    change(&metadata)
    return AnnotatedArticle(
      article: Article(
        id: ArticleID(id), source: SourcePath("\(id).txt"), fingerprint: article.fingerprint,
        metadata: metadata, body: article.body),
      language: language, sentences: sentences, mentions: language == nil ? [] : mentions, times: times,
      quotations: quotations, figures: figures, events: events)
  }
}
