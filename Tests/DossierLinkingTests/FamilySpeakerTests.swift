import DossierAnalysis
import DossierLanguages
import DossierLinking
import DossierMarkdown
import DossierModel
import DossierSource
import Testing

/// Whose the words are that several articles print, where not all of them tell the same.
@Suite struct FamilySpeakerTests {
  private func speakers(_ texts: [String]) -> [String] {
    let analyzer = Analyzer(languages: [.english])
    let articles = texts.enumerated().map { number, text in
      analyzer.annotate(
        Article(
          id: ArticleID("a\(number)"), source: SourcePath("a\(number).txt"),
          fingerprint: Fingerprint(of: text),
          metadata: ArticleMetadata(title: "Article \(number)"), body: MarkdownDocument(text)))
    }
    let dossier = DossierLinker(knowledge: MarkedCorpus.knowledge).dossier(of: articles)
    return dossier.quoteFamilies.filter { $0.variants.count > 1 }.map { $0.speaker?.string ?? "nobody" }
  }

  @Test func whoIsNamedBesideTheWordsCountsMoreThanAPronoun() {
    let words =
      "We shall rebuild the old harbour bridge before the first snow falls on the roofs of this town"
    let byPronoun = "Carl Dahl called the plan good. He added: \"\(words).\""
    let byName = "Carl Dahl was there. \"\(words),\" said Anna Berg."
    #expect(speakers([byPronoun, byName]) == ["person-anna-berg"])
    #expect(speakers([byName, byPronoun]) == ["person-anna-berg"])
  }
}
