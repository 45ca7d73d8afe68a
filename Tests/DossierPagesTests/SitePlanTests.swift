import DossierModel
import DossierSource
import DossierTestSupport
import Testing

@testable import DossierPages

@Suite struct SitePlanTests {
  private func day(_ year: Int, _ month: Int, _ day: Int) -> EDTF {
    .date(CalendarDate(year: year, month: month, day: day))
  }

  private func page(_ path: String, of plan: SitePlan) -> Page? {
    plan.pages.first { $0.path.string == path }.map { plan.page($0) }
  }

  private func actor(_ path: String, of plan: SitePlan) -> ActorPage? {
    guard case .actor(let page)? = page(path, of: plan) else { return nil }
    return page
  }

  @Test func givesTwoOfOneSlugTwoPaths() {
    var sample = SampleDossier()
    sample.add("a", "[Jordan|person-jordan] went to [Jordan|country-jordan] and [Jordan|place-jordan].")
    let plan = SitePlan(of: sample.dossier())
    let paths = plan.pages.map(\.path.string)
    #expect(paths.contains("actors/jordan.html"))
    #expect(paths.contains("actors/jordan-country.html"))
    #expect(paths.contains("places/jordan.html"))
  }

  @Test func showsWhereATitleIsCutFromItsSentence() throws {
    func title(_ text: String, _ words: Range<Int>) throws -> String {
      var sample = SampleDossier()
      sample.add("a", outlet: "Post", published: day(2019, 2, 1), text)
      sample.addEvent(
        "e", on: day(2019, 2, 1), reportedBy: ["a"], titledBy: TextRange(words.lowerBound, words.upperBound))
      let plan = SitePlan(of: sample.dossier())
      let path = try #require(plan.pages.map(\.path.string).first { $0.hasPrefix("events/") })
      guard case .event(let event)? = page(path, of: plan) else { return "" }
      return event.title
    }
    #expect(try title("It rained and the road sank.", 0..<27) == "Title of e")
    #expect(try title("It rained and the road sank.", 0..<9) == "Title of e…")
    #expect(try title("It rained and the road sank.", 14..<27) == "…Title of e")
    #expect(try title("LUND (Post) - the road sank.", 14..<27) == "Title of e")
  }

  @Test func whoOnlyAPronounStandsForIsInferredToTakePart() throws {
    func why(inSentence sentence: Int) throws -> Why {
      var sample = SampleDossier()
      sample.add("a", outlet: "Post", published: day(2019, 2, 1), "[Ada|person-ada] spoke.\nShe signed it.")
      sample.addEvent(
        "e", on: day(2019, 2, 1), reportedBy: ["a"], participants: ["person-ada"], inSentence: sentence)
      let plan = SitePlan(of: sample.dossier())
      let path = try #require(plan.pages.map(\.path.string).first { $0.hasPrefix("events/") })
      guard case .event(let event)? = page(path, of: plan) else { throw CancellationError() }
      return try #require(event.participants.first).why
    }
    #expect(try why(inSentence: 0).basis == .stated)
    let inferred = try why(inSentence: 1)
    #expect(inferred.basis == .inferred)
    #expect(inferred.sentences.map(\.index) == [0, 1])
  }

  @Test func namesAPathOnce() {
    var sample = SampleDossier()
    for index in 0..<9 {
      sample.add("a\(index)", outlet: "Post", published: day(2010 + index, 1, 1), "[Ada|person-ada] spoke.")
      sample.addEvent(
        "e\(index)", on: day(2010 + index, 1, 1), reportedBy: ["a\(index)"], participants: ["person-ada"])
    }
    let plan = SitePlan(of: sample.dossier(), options: SiteOptions(listLimit: 10))
    let paths = plan.pages.map(\.path.string)
    #expect(Set(paths).count == paths.count)
    #expect(paths == paths.sorted())
    #expect(paths.contains("timeline-2010-2013.html"))
    #expect(paths.contains("actors/ada--mentions-2012-2013.html"))
  }

  @Test func listsEverySentenceThatMentionsAnActorWithItsWordsMarked() throws {
    var sample = SampleDossier()
    sample.add("b", published: day(2019, 2, 1), "[Ada|person-ada] met [Ada|person-ada]. Nobody spoke.")
    sample.add("a", published: day(2019, 3, 1), "It rained. Then [Ada|person-ada] left.")
    let page = try #require(actor("actors/ada.html", of: SitePlan(of: sample.dossier())))
    #expect(page.mentions.groups.map(\.article.title) == ["Article b", "Article a"])
    let sentences = page.mentions.groups.flatMap(\.sentences)
    #expect(sentences.map(\.text) == ["Ada met Ada.", "Then Ada left."])
    #expect(sentences.map(\.marked) == [[TextRange(0, 3), TextRange(8, 11)], [TextRange(5, 8)]])
    #expect(sentences.map(\.number) == [1, 2])
  }

  @Test func splitsTheMentionsOfAnActorOfManyArticlesByYear() throws {
    var sample = SampleDossier()
    for index in 0..<6 {
      sample.add("a\(index)", published: day(2015 + index / 2, 1, 1 + index), "[Ada|person-ada] spoke.")
    }
    let plan = SitePlan(of: sample.dossier(), options: SiteOptions(listLimit: 15))
    let page = try #require(actor("actors/ada.html", of: plan))
    #expect(page.mentions.groups.isEmpty)
    #expect(
      page.mentions.parts.map(\.path.string) == [2015, 2016, 2017].map { "actors/ada--mentions-\($0).html" })
    guard case .mentions(let part)? = self.page("actors/ada--mentions-2016.html", of: plan) else {
      Issue.record("there is no page for 2016")
      return
    }
    #expect(part.groups.map(\.article.title) == ["Article a2", "Article a3"])
    #expect(part.shelving.previous?.path.string == "actors/ada--mentions-2015.html")
  }

  @Test func relatesThoseThatOneSentenceNames() throws {
    var sample = SampleDossier()
    sample.add(
      "a",
      """
      [Ada|person-ada] met [Bo|person-bo] in [Kolm|place-kolm]. [Ada|person-ada] saw [Bo|person-bo]. \
      [Cy|person-cy] slept.
      """)
    let page = try #require(actor("actors/ada.html", of: SitePlan(of: sample.dossier())))
    #expect(page.relations.map(\.other.text) == ["Bo"])
    #expect(page.relations.map(\.count) == [2])
    #expect(page.places.map(\.other.text) == ["Kolm"])
  }

  @Test func linksTheFirstMentionOfEachParagraphOnly() throws {
    var sample = SampleDossier()
    sample.add(
      "a", "[Ada|person-ada] and [Ada|person-ada] met. [Ada|person-ada] left.\n\n[Ada|person-ada] slept.")
    guard case .article(let page)? = page("articles/a.html", of: SitePlan(of: sample.dossier())) else {
      Issue.record("there is no page of the article")
      return
    }
    #expect(page.links.map(\.range) == [TextRange(0, 3), TextRange(28, 31)])
  }

  @Test func keepsTheLanesOfATimelineApart() throws {
    var sample = SampleDossier()
    sample.add("a", "Something was told.")
    sample.addEvent("talks", on: day(2019, 5, 3), reportedBy: ["a"])
    sample.addEvent("war", on: day(2011, 3, 1), mentionedBy: ["a"])
    sample.addEvent("summit", on: day(2019, 9, 1), mentionedBy: ["a"], status: .planned)
    guard case .timeline(let page)? = page("timeline.html", of: SitePlan(of: sample.dossier())) else {
      Issue.record("there is no timeline")
      return
    }
    #expect(page.counts == [.reported: 1, .mentioned: 1, .planned: 1, .published: 1])
    #expect(page.years.map(\.year) == [2011, 2019, nil])
    #expect(page.years.flatMap(\.months).map(\.month) == [3, 5, 9, nil])
  }

  @Test func putsEachArticleOnThePartOfTheTimelineThatHasItsDay() throws {
    var sample = SampleDossier()
    for year in 2010...2015 {
      sample.add("a\(year)", published: day(year, 6, 2), "Something was told.")
      for month in [4, 8] {
        sample.addEvent("e\(year)-\(month)", on: day(year, month, 1), reportedBy: ["a\(year)"])
      }
    }
    sample.add("undated", "Something was told.")
    let plan = SitePlan(of: sample.dossier(), options: SiteOptions(listLimit: 10))
    var found: [String: [String]] = [:]
    for planned in plan.pages {
      guard case .timeline(let page) = plan.page(planned), page.entity == nil else { continue }
      let rows = page.years.flatMap(\.months).flatMap(\.rows)
      found[page.path.string] = rows.compactMap { row in
        guard case .publication(let article) = row else { return nil }
        return article.path.string
      }
    }
    #expect(found["timeline.html"] == [])
    #expect(found["timeline-2010-2011.html"] == ["articles/a2010.html", "articles/a2011.html"])
    #expect(found.values.reduce(0) { $0 + $1.count } == 7)
  }

  @Test func leadsFromOtherFormsOfANameToThePage() {
    var sample = SampleDossier()
    sample.add(
      "a", "[Ada Lund|person-ada-lund] spoke. [Lund|person-ada-lund] left. [Émile|person-emile] stayed.")
    guard case .names(let page)? = page("actors.html", of: SitePlan(of: sample.dossier())) else {
      Issue.record("there is no index of actors")
      return
    }
    #expect(page.letters.map(\.letter) == ["a", "e", "l"])
    #expect(page.letters.last?.rows.map(\.isVariant) == [true])
    #expect(page.letters.last?.rows.map(\.target.text) == ["Ada Lund"])
    #expect(page.total == 2)
  }

  @Test func makesPagesOfADossierThatHoldsNothing() {
    let plan = SitePlan(of: SampleDossier().dossier())
    #expect(plan.pages.map(\.path.string).contains("index.html"))
    for planned in plan.pages { _ = plan.page(planned) }
  }

  @Test func citesTheSentenceThatAnEvidenceStandsIn() throws {
    var sample = SampleDossier()
    sample.add("a", published: day(2019, 1, 1), "First was this. Then was that.")
    let plan = SitePlan(of: sample.dossier())
    let cited = try #require(plan.sentence(of: Citation(article: ArticleID("a"), range: TextRange(21, 24))))
    #expect(cited.text == "Then was that.")
    #expect(cited.marked == [TextRange(5, 8)])
    #expect(plan.sentence(of: Citation(article: ArticleID("unknown"), range: TextRange(0, 1))) == nil)
  }
}
