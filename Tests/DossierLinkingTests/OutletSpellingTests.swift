import DossierModel
import Testing

@testable import DossierLinking

@Suite struct OutletSpellingTests {
  /// Looks at what the outlets of articles are called, given how each article prints its own.
  private func check(
    _ printed: [String], are expected: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let articles = printed.enumerated().map { number, outlet in
      MarkedCorpus(["Rain fell."]).articles[0].changed(id: "a\(number)") { $0.outlet = outlet }
    }
    let unified = OutletSpellings(of: articles, articleWords: ["the", "die"]).unified(articles)
    #expect(unified.compactMap(\.article.metadata.outlet) == expected, sourceLocation: sourceLocation)
  }

  @Test func anOutletIsOneWithItsArticleAndWithout() {
    check(
      ["The Harbour Post", "Harbour Post", "Harbour Post"],
      are: ["Harbour Post", "Harbour Post", "Harbour Post"])
    check(["Harbour Post", "The Harbour Post"], are: ["The Harbour Post", "The Harbour Post"])
  }

  @Test func otherWordsMakeAnotherOutlet() {
    let outlets = ["New Harbour Post", "Harbour Post", "The Post"]
    check(outlets, are: outlets)
  }
}
