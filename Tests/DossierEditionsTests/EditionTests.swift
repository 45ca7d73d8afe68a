import DossierModel
import DossierSource
import DossierTestSupport
import Testing

@testable import DossierEditions

@Suite struct EditionTests {
  private static func sample(_ change: (inout ArticleMetadata) -> Void = { _ in }) -> SampleDossier {
    var sample = SampleDossier()
    sample.add(
      "boats", outlet: "Harbour Post",
      """
      [Anna Berg|person-anna-berg] opened the new boat yard of the town on the first day of the month. It was cold and \
      wet and hardly anybody came to look at the boats. The yard has [12|figure] boats which nobody has ever sailed in \
      a storm before.

      ["We are proud of every plank of it"|q:person-anna-berg], said [Berg|person-anna-berg] when she was asked. \
      Later the crowd went home by the old road along the river and sang all the way.
      """, change: change)
    sample.addEvent(
      "opening", on: .date(CalendarDate(year: 2019)), reportedBy: ["boats"],
      participants: ["person-anna-berg"])
    return sample
  }

  private func words(_ text: String) -> Int { WordCount.words(in: text.filter { $0 != "…" }) }

  @Test func thePrivateEditionIsTheDossierItself() {
    let edition = Edition(of: Self.sample().dossier(), for: .private, words: 5)
    #expect(edition.leaks == nil && edition.dossier.articles[0].article.text.contains("sang all the way"))
  }

  @Test(arguments: [0, 1, 7, 20, 30, 45, 60, 500])
  func anExcerptShowsNoMoreThanItsWords(cap: Int) {
    let edition = Edition(of: Self.sample().dossier(), for: .excerpt, words: cap)
    #expect(words(edition.dossier.articles[0].article.text) <= cap)
    #expect(edition.leaks?.leak(in: "a.html", Array(edition.dossier.articles[0].article.text.utf8)) == nil)
  }

  @Test func anExcerptBeginsWithTheArticleAndHasItsQuotation() {
    let article = Edition(of: Self.sample().dossier(), for: .excerpt, words: 40).dossier.articles[0]
    #expect(article.article.text.hasPrefix("Anna Berg opened the new boat yard"))
    #expect(article.article.text.contains("We are proud of every plank of it"))
    #expect(!article.article.text.contains("sang all the way"))
    for quotation in article.annotated.quotations {
      #expect(article.article.text[quotation.range].contains("We are proud of every plank"))
    }
    #expect(article.article.text[article.annotated.mentions[0].range] == "Anna Berg")
    #expect(article.annotated.sentences.count == 5, "hidden sentences keep their numbers and addresses")
  }

  @Test func aLongFirstSentenceIsCut() {
    let text = Edition(of: Self.sample().dossier(), for: .excerpt, words: 8).dossier.articles[0].article.text
    #expect(text.hasPrefix("Anna Berg opened the…"))
  }

  @Test func linksShowNoTextAtAll() {
    let dossier = Edition(of: Self.sample().dossier(), for: .links, words: 60).dossier
    #expect(words(dossier.articles[0].article.text) == 0)
    #expect(dossier.quoteFamilies.isEmpty && dossier.figureGroups.isEmpty)
    #expect(dossier.events[0].title == "Anna Berg", "its title was text of the article")
    #expect(dossier.entities.map(\.name) == ["Anna Berg"])
    #expect(dossier.articles[0].article.images.isEmpty, "no caption, and no credit for one")
    #expect(dossier.articles[0].article.source.string == "")
  }

  @Test func hiddenTextIsFoundWhereverItStands() throws {
    let leaks = try #require(Edition(of: Self.sample().dossier(), for: .excerpt, words: 20).leaks)
    let whole =
      "<p>It was <a href=\"x.html\">cold and wet</a> and hardly anybody came to look at the boats.</p>"
    #expect(leaks.leak(in: "a.html", Array(whole.utf8)) != nil)
    #expect(leaks.leak(in: "a.html", Array("<p>It was cold</p>".utf8)) == nil)
    let printed = "It was cold and wet and hardly anybody came to look at the boats."
    #expect(leaks.excusing([printed]).leak(in: "a.html", Array(whole.utf8)) == nil)
  }

  @Test func theEditorsLineForAnArticleWins() {
    let edition = Edition(
      of: Self.restricted(.excerpt(ArticleID("boats"), words: 10)), for: .private, words: 60)
    #expect(words(edition.dossier.articles[0].article.text) <= 10)
  }

  static func restricted(
    _ restriction: DecisionRecord.Restriction, _ change: (inout ArticleMetadata) -> Void = { _ in }
  ) -> Dossier {
    let dossier = sample(change).dossier()
    var record = DecisionRecord()
    record.restrictions = [(DecisionID(0), restriction)]
    return Dossier(
      articles: dossier.articles, entities: dossier.entities, events: dossier.events,
      quoteFamilies: dossier.quoteFamilies, figureGroups: dossier.figureGroups, record: record)
  }

  @Test func aRedactedNameIsGoneFromTextHeadlinesAndIds() {
    let edition = Edition(
      of: Self.restricted(.redact(EntityID("person-anna-berg"), as: "[withheld]")) {
        $0.title = "ANNA BERG's boats"
        $0.bylines = ["Annabel Bergman"]
        $0.url = "https://example.org/2019/anna-berg-opens"
      }, for: .private, words: 0)
    let article = edition.dossier.articles[0]
    #expect(article.article.text.hasPrefix("[withheld] opened"))
    #expect(article.article.text.contains("said [withheld] when"))
    #expect(article.article.metadata.title == "[withheld]'s boats")
    #expect(article.article.metadata.bylines == ["Annabel Bergman"])
    #expect(article.article.metadata.url == nil)
    #expect(edition.dossier.entities.map(\.id.string) == ["person-withheld"])
    #expect(edition.dossier.entities[0].aliases.map(\.text) == ["[withheld]"])
    #expect(article.mentionLinks.map(\.entity?.string) == ["person-withheld", "person-withheld"])
  }

  @Test func aRedactedNameIsFoundInTextsAndPaths() throws {
    let leaks = try #require(
      Edition(
        of: Self.restricted(.redact(EntityID("person-anna-berg"), as: "X")), for: .private, words: 0
      ).leaks)
    #expect(leaks.leak(in: "actors/anna-berg.html", []) != nil)
    #expect(leaks.leak(in: "x.html", Array("<a title=\"ANNA BERG\">".utf8)) != nil)
    #expect(leaks.leak(in: "x.html", Array("the Berg bridge".utf8)) != nil)
    #expect(leaks.leak(in: "x.html", Array("an iceberg, Anna said".utf8)) == nil)
  }
}
