import DossierModel
import DossierSource
import Testing

@testable import DossierLinking

@Suite struct KnownNamesTests {
  private func names(in foreign: String, knownFrom known: String...) -> [String] {
    var articles = MarkedCorpus(known).articles
    articles.append(MarkedCorpus([foreign]).articles[0].changed(id: "foreign", language: nil) { _ in })
    let dossier = DossierLinker(knowledge: MarkedCorpus.knowledge).dossier(of: articles)
    guard let linked = dossier.articles.first(where: { $0.id.string == "foreign" }) else { return [] }
    return zip(linked.annotated.mentions, linked.mentionLinks).compactMap { mention, link in
      link.entity.map { "\(linked.article.text[mention.range]): \($0)" }
    }
  }

  @Test func linksNamesThatOtherArticlesPrint() {
    #expect(
      names(in: "Hier soir, Ann Lee a parlé.", knownFrom: "[Ann Lee|person 1] spoke.")
        == ["Ann Lee: person-ann-lee"])
  }

  @Test func findsANameBehindAnApostropheAndInQuotationMarks() {
    #expect(
      names(in: "La ville d’Ann Lee, « Bob Ray ».", knownFrom: "[Ann Lee|person 1] met [Bob Ray|person 2].")
        == ["Ann Lee: person-ann-lee", "Bob Ray: person-bob-ray"])
  }

  @Test func findsNothingThatIsNotKnown() {
    #expect(names(in: "Hier soir, Bob Ray a vu Ann Leeson.", knownFrom: "[Ann Lee|person 1] spoke.").isEmpty)
  }

  @Test func takesANameOfOneWordOnlyWhereSeveralArticlesPrintIt() {
    let text = "Les ports de Zenda restent fermés."
    #expect(names(in: text, knownFrom: "It rained in [Zenda|place 1].").isEmpty)
    #expect(
      names(in: text, knownFrom: "It rained in [Zenda|place 1].", "He left [Zenda|place 1].")
        == ["Zenda: place-zenda"])
  }
}
