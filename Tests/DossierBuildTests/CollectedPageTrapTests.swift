import Testing

@testable import DossierBuild

/// What collected pages hold beside their articles, and names that look like others: each is read as a careful reader
/// would, through the whole build.
@Suite struct CollectedPageTrapTests {
  private static let site = Task { try await DecidedSite(articles).build() }
  private var built: DecidedSite.Built { get async throws { try await Self.site.value } }
  private var data: DecidedSite.Data { get async throws { try await built.data } }

  private static let articles = [
    "radio.txt": """
    Accessibility links

    Breaking News

    In Paris, Two Mayors Vow To Share Pilots

    By Bay Radio

    Marta Lindqvist and Tomas Brandl shake hands in Paris on March 12. (Anna Keller/AP)

    Marta Lindqvist and Tomas Brandl shake hands in Paris on March 12. (Anna Keller/AP)

    Marta Lindqvist and Tomas Brandl met in Paris on March 12, 2021 and agreed to share the pilots of both ports.

    "We will keep the pilots of both towns," Lindqvist said after the meeting with Mr Brandl in the town hall.

    The United Nations said that 4,000 dockers had left the bay. A UN-sponsored survey is to follow in the autumn.

    With reporting by AFP, Reuters, and dpa

    Bay Radio has been declared an "undesirable organization" by the government of Estonia.

    If you hold an Estonian passport, please note that you could face fines or imprisonment for sharing our content.
    """,
    "visit.txt": """
    Bergen, NORFriday 25 September 2020

    Home / World / Two mayors agree on pilots in Paris

    Two mayors agree on pilots in Paris

    Marta Lindqvist spoke to The Evening Post in Paris on Friday and said that the pilots would stay in both towns.\u{A0}

    She said that S-300 and F-16 were not shown at EXPO-2021, where a deal with Moscow and Tehran had been expected.

    Talks were held in Tehran in February. The UN said that the dockers of the bay wanted an answer before the summer.

    The United Nations Security Council met later. NATO did not comment, nor did the North Atlantic Treaty Organisation.

    Rafiq al-Hariri and Rafiq Al Hariri are one man, whatever the papers of the bay may print about him in the end.

    "The boats must come first," Brandl told The Evening Post before he left the town hall of Paris with Tomas Brandl.

    Updated: March 13, 2021 10:28 PM

    Check Also

    Lawmakers of Chile Urge the President To Close the Port of Valparaiso

    After Valparaiso, the world will wring its hands again …\u{A0}
    """,
    "process.txt": """
    Ministers of the bay see the Gdansk process stall

    Coast Courier

    March 15, 2021

    The ministers launched the Gdansk process in 2017, and met again in Rotterdam on Monday, Lindqvist said.

    Wilhelmina Ostergard, a trade lawyer, said the Gdansk peace process had brought nothing to the dockers of the bay.

    Wilhelmina Ostergard waits for an answer in Rotterdam. [Coast Courier]

    The dockers will strike, Wilhelmina Ostergart said in Rotterdam, unless the ministers sign before the summer.

    Wilhelmina Ostergard waits for an answer in Rotterdam. "Nothing moved," Wilhelmina Ostergard told the Courier.
    """,
    "linked.txt": """
    Ports of the bay agree

    [Reuters](#)

    March 13, 2021

    Tomas Brandl said on Saturday that the ports of the bay would share their pilots and

    close the old channel before the winter, as the two mayors had agreed in Paris on Friday.

    [Why the Old Channel Will Never Be Closed](#)

    Brandl thanked Marta Lindqvist, whom he called a friend of the dockers, and said the work would begin in May.

    Coast Courier's Hanna Solberg, reporting from Paris, said that many were pleased.
    """,
  ]

  /// Those who have a page.
  private func pages() async throws -> [String] {
    try await data.entities.filter { $0.page != nil }.map(\.name)
  }

  @Test func aLegalNoticeIsANoticeAndMakesNobodyAnActor() async throws {
    let article = try #require(try await data.article("radio"))
    #expect(article.notices.contains { $0.contains("undesirable organization") })
    #expect(!article.text.contains("Estonia"))
    #expect(try await !data.entities.contains { $0.name == "Estonia" })
  }

  @Test func teasersBelowTheArticleMakeNoPlaceAndNoActor() async throws {
    let article = try #require(try await data.article("visit"))
    #expect(
      !article.text.contains("Valparaiso") && article.removed.contains { $0.text.contains("Valparaiso") })
    #expect(try await !data.entities.contains { $0.name == "Valparaiso" || $0.name == "Chile" })
  }

  @Test func theHeaderOfAVisitIsNoPublicationAndNoPlace() async throws {
    let article = try #require(try await data.article("visit"))
    #expect(article.retrieved?.value == "2020-09-25" && article.published?.value == "2021-03-13")
    #expect(try await !data.entities.contains { $0.name.contains("Bergen") || $0.name.contains("NOR") })
  }

  @Test func thoseWhoAreCreditedAreNoActors() async throws {
    let names = try await data.entities.map(\.name)
    for name in ["Anna Keller", "AP", "AFP", "Reuters", "dpa"] { #expect(!names.contains(name)) }
  }

  @Test func namesOfWeaponsAndFairsAreNoFigures() async throws {
    let article = try #require(try await data.article("visit"))
    #expect(article.text.contains("S-300"))
    #expect(
      try await data.figures.allSatisfy { $0.values.allSatisfy { !["300", "16", "2021"].contains($0.text) } })
  }

  @Test func aCapitalIsAGovernmentOrAPlaceByWhatStandsBesideIt() async throws {
    let meanings = try await data.meaning(of: "Tehran", in: "visit")
    #expect(meanings.count == 2 && meanings.first != meanings.last)
    #expect(meanings.last == "place-tehran" && meanings.first?.hasPrefix("country-") == true)
  }

  @Test func aProcessNamedAfterAPlaceIsNoPlace() async throws {
    let article = try #require(try await data.article("process"))
    #expect(article.text.contains("Gdansk process"))
    #expect(try await data.meaning(of: "Gdansk", in: "process") == [])
    #expect(try await !data.entities.contains { $0.name.contains("Gdansk") })
    #expect(try await Set(data.meaning(of: "Rotterdam", in: "process")) == ["place-rotterdam"])
  }

  @Test func deadLinksLeaveTheirTextAndRelatedLinesGo() async throws {
    let article = try #require(try await data.article("linked"))
    #expect(!article.text.contains("](") && !article.text.contains("Why the Old Channel"))
    #expect(article.removed.contains { $0.reason == "dead-link" || $0.reason == "related-link" })
  }

  @Test func theTitleIsNoMenuAndNoBreadcrumb() async throws {
    #expect(try await data.article("radio")?.title == "In Paris, Two Mayors Vow To Share Pilots")
    #expect(try await data.article("visit")?.title == "Two mayors agree on pilots in Paris")
    #expect(try await data.article("visit")?.text.contains("Home /") == false)
  }

  @Test func aCaptionIsKeptOnceAndOutOfTheBody() async throws {
    let article = try #require(try await data.article("radio"))
    #expect(!article.text.contains("shake hands"))
  }

  @Test func aSentenceThatACaptionRepeatsStaysInTheBody() async throws {
    let article = try #require(try await data.article("process"))
    #expect(article.text.contains("waits for an answer in Rotterdam. \"Nothing moved,\""))
    #expect(article.text.components(separatedBy: "waits for an answer").count == 2)
  }

  @Test func aMisprintIsAnAliasAndIsPrintedAsItStandsWithAMark() async throws {
    let reporter = try #require(try await data.entity("person-wilhelmina-ostergard"))
    #expect(reporter.aliases.contains { $0.text == "Wilhelmina Ostergart" && $0.kind == "typo" })
    #expect(
      try await data.article("process")?.text.contains("Wilhelmina Ostergart said in Rotterdam") == true)
    #expect(try await built.text("articles/process.html").contains("[sic]"))
  }

  @Test func aReporterOfTheOutletIsNoActor() async throws {
    #expect(try await !pages().contains("Hanna Solberg"))
    #expect(try await data.article("linked")?.text.contains("Coast Courier's Hanna Solberg") == true)
  }

  @Test func anHonorificIsNoPartOfAName() async throws {
    let brandl = try #require(try await data.entity("person-tomas-brandl"))
    #expect(brandl.aliases.contains { $0.text == "Mr Brandl" && $0.kind == "honorific" })
  }

  @Test func particlesAndHyphensMakeNoSecondName() async throws {
    let names = try await data.entities.filter { $0.name.contains("Hariri") }
    #expect(names.count == 1 && names.first?.aliases.count == 2)
  }

  @Test func aBrokenParagraphIsWholeAndNoBreakSpacesAreBlanks() async throws {
    #expect(
      try await data.article("linked")?.text.contains("share their pilots and close the old channel") == true)
    #expect(try await data.articles.allSatisfy { !$0.text.contains("\u{A0}") })
  }

  @Test func aBodyAndItsCouncilAreTwoAndItsAbbreviationIsOne() async throws {
    let body = try #require(
      try await data.entities.first { $0.aliases.contains { $0.text == "United Nations" } })
    #expect(body.aliases.contains { $0.text == "UN" })
    let council = try await data.entities.first {
      $0.aliases.contains { $0.text == "United Nations Security Council" }
    }
    #expect(council != nil && council?.id != body.id)
  }

  @Test func aListJoinsAnAbbreviationWithANameThatNoArticleBridges() async throws {
    #expect(try await data.entities.filter { $0.aliases.contains { $0.text == "NATO" } }.count == 1)
    let alliance = try #require(try await data.entities.first { $0.aliases.contains { $0.text == "NATO" } })
    #expect(alliance.aliases.contains { $0.text == "North Atlantic Treaty Organisation" })
  }

  @Test func anOutletThatSomebodyToldSomethingIsNoActor() async throws {
    #expect(try await !pages().contains { $0.contains("Evening Post") })
  }
}
