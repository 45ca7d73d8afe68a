import Testing

/// Each verb has its effect on pages and data, and taking its line away returns the site to its former bytes.
@Suite struct DecisionEffectTests {
  typealias Data = DecidedSite.Data

  /// Builds without, with and again without a line, and looks at what it did.
  private func check(
    _ lines: String, sourceLocation: Testing.SourceLocation = #_sourceLocation,
    _ look: (_ before: Data, _ after: Data, _ site: DecidedSite.Built) throws -> Void
  ) async throws {
    let site = DecidedSite()
    let before = try await site.build()
    let after = try await site.build(lines)
    #expect(after.says == [], sourceLocation: sourceLocation)
    try look(before.data, after.data, after)
    #expect(before.files != after.files, "the line changes a file", sourceLocation: sourceLocation)
    let back = try await site.build()
    #expect(back.files.keys.sorted() == before.files.keys.sorted(), sourceLocation: sourceLocation)
    for (path, bytes) in before.files where back.files[path] != bytes {
      Issue.record("\(path) did not return to its former bytes", sourceLocation: sourceLocation)
    }
  }

  // MARK: Dates

  @Test func aPublicationDateMovesEveryTimeThatHangsOnIt() async throws {
    try await check("published a:harbour-talks 2020-03-14") { before, after, _ in
      #expect(before.article("harbour-talks")?.times.first { $0.text == "Last September" }?.edtf == "2020-09")
      let article = try #require(after.article("harbour-talks"))
      #expect(article.published?.value == "2020-03-14" && article.published?.basis == "decided")
      #expect(article.times.first { $0.text == "Last September" }?.edtf == "2019-09")
      #expect(article.times.first { $0.text == "Friday" }?.edtf == "2020-03-13")
      #expect(after.events.contains { $0.when?.value == "2020-03-13" })
    }
  }

  @Test func datesOfUpdateAndCopyAreSetAndDateNothing() async throws {
    try await check("updated a:pilots 2021-03-15\ncopied a:pilots 2021-05") { before, after, _ in
      let article = try #require(after.article("pilots-shared"))
      #expect(article.updated?.value == "2021-03-15" && article.retrieved?.value == "2021-05")
      #expect(article.times.map(\.edtf) == before.article("pilots-shared")?.times.map(\.edtf))
    }
  }

  @Test func wordsThatAreNoDateDateNothing() async throws {
    try await check("not-date a:harbour-talks \"Last September\"") { _, after, _ in
      #expect(after.article("harbour-talks")?.times.first { $0.text == "Last September" }?.edtf == nil)
      #expect(!after.events.contains { $0.id.hasPrefix("2020-09") })
    }
  }

  // MARK: Sources

  @Test func anOutletARelayAndATitleAreSet() async throws {
    try await check(
      """
      outlet a:strike-planned "Harbour Weekly"
      relay a:strike-planned "Wire of the North"
      title a:strike-planned "A strike is planned"
      """
    ) { _, after, site in
      let article = try #require(after.article("strike-planned"))
      #expect(article.outlet == "Harbour Weekly" && article.relays == ["Wire of the North"])
      #expect(article.title == "A strike is planned")
      #expect(article.removed.contains { $0.text == "Dock workers plan a strike" })
      #expect(site.text("outlets/harbour-weekly.html").contains("A strike is planned"))
    }
  }

  @Test func aBrokenParagraphIsJoined() async throws {
    try await check("join a:harbour-talks \"voted\" | \"against\"") { before, after, site in
      #expect(before.article("harbour-talks")?.text.contains("voted\n\nagainst") == true)
      #expect(after.article("harbour-talks")?.text.contains("The council voted against closing") == true)
      #expect(site.text("articles/harbour-talks.md").contains("voted against"))
    }
  }

  @Test func aWarningOfTheOutletStandsAboveTheText() async throws {
    try await check("notice a:harbour-talks \"may be an offence\"") { _, after, _ in
      let article = try #require(after.article("harbour-talks"))
      #expect(article.notices == ["Reading this page may be an offence in some countries of the bay."])
      #expect(!article.text.contains("may be an offence"))
    }
  }

  // MARK: Names

  @Test func twoNamesBecomeOneThatKeepsTheFirstName() async throws {
    try await check("same org:dockers-union-assembly org:free-dockers-front") { before, after, _ in
      #expect(before.entity("organization-free-dockers-front") != nil)
      #expect(after.entity("organization-free-dockers-front") == nil)
      let one = try #require(after.entity("organization-dockers-union-assembly"))
      #expect(one.name == "Dockers Union Assembly" && one.page != nil && one.articles.count == 2)
    }
  }

  @Test func aMisprintIsAnAliasOfItsKind() async throws {
    try await check("same person:lindqvist \"Marta Lindqvvist\" kind=typo") { before, after, site in
      #expect(before.entity("person-marta-lindqvist")?.aliases.contains { $0.kind == "typo" } == false)
      let aliases = try #require(after.entity("person-marta-lindqvist")).aliases
      #expect(aliases.contains { $0.text == "Marta Lindqvvist" && $0.kind == "typo" })
      #expect(site.text("articles/pilots-shared.html").contains("[sic]"))
    }
  }

  @Test(arguments: ["\"Free Dockers Front\"", "org:free-dockers-front"])
  func somethingIsOfTheSortThatTheEditorGivesIt(name: String) async throws {
    try await check("same person:free-dockers-front \(name)") { before, after, site in
      #expect(before.entity("organization-free-dockers-front") != nil)
      let person = try #require(after.entity("person-free-dockers-front"))
      #expect(person.kind == "person" && person.articles == ["harbour-talks"])
      #expect(after.entity("organization-free-dockers-front") == nil)
    }
  }

  @Test func otherLinesNameSomethingByTheSortThatTheEditorGaveIt() async throws {
    try await check(
      "page person:free-dockers-front\nsame person:free-dockers-front \"Free Dockers Front\""
    ) { _, after, _ in
      #expect(after.entity("person-free-dockers-front")?.page == "actors/free-dockers-front.html")
    }
  }

  @Test func anAliasMayHoldInOneArticleOnly() async throws {
    try await check("same person:tomas-brandl \"Karl Brandl\" in=a:strike-planned") { _, after, _ in
      #expect(after.entity("person-karl-brandl") == nil)
      #expect(after.meaning(of: "Karl Brandl", in: "strike-planned") == ["person-tomas-brandl"])
    }
  }

  @Test func whatTheMachineJoinedComesApart() async throws {
    try await check(
      "not-same person:marta-lindqvist \"Marta Lindqvvist\" why=\"another mayor\""
    ) { before, after, _ in
      #expect(before.meaning(of: "Marta Lindqvvist", in: "pilots-shared") == ["person-marta-lindqvist"])
      #expect(after.meaning(of: "Marta Lindqvvist", in: "pilots-shared") == ["person-marta-lindqvvist"])
    }
  }

  @Test func aSurnameIsTakenFromItsBearerInOneArticle() async throws {
    try await check("not-same person:tomas-brandl \"Brandl\" in=a:pilots-shared") { _, after, _ in
      #expect(after.meaning(of: "Brandl", in: "pilots-shared").allSatisfy { $0 != "person-tomas-brandl" })
      #expect(after.meaning(of: "Brandl", in: "harbour-talks") == ["person-tomas-brandl"])
    }
  }

  @Test func aSuccessorStaysAnActorOfItsOwn() async throws {
    try await check("successor org:free-dockers-front org:dockers-union-assembly") { _, after, site in
      #expect(after.entity("organization-free-dockers-front") != nil)
      #expect(after.entity("organization-dockers-union-assembly") != nil)
      #expect(site.text("data/dossier.json").contains("\"organization-dockers-union-assembly\""))
    }
  }

  @Test func twoBearersOfOneNameAreToldApartByArticle() async throws {
    try await check(
      "split person:tomas-brandl \"Tomas Brandl\" in=a:strike-planned -> person:tomas-brandl-the-younger"
    ) { _, after, _ in
      let other = "person-tomas-brandl-the-younger"
      #expect(after.entity(other)?.name == "Tomas Brandl" && after.entity(other)?.page != nil)
      #expect(after.meaning(of: "Tomas Brandl", in: "strike-planned") == [other])
      #expect(after.meaning(of: "Brandl", in: "strike-planned") == [other])
      #expect(after.meaning(of: "Brandl", in: "harbour-talks") == ["person-tomas-brandl"])
    }
  }

  @Test func wordsMeanWhomTheEditorSays() async throws {
    try await check(
      "is \"Oslo\" in=a:harbour-talks near=\"pay for the new boats\" org:free-dockers-front"
    ) { _, after, _ in
      #expect(
        after.meaning(of: "Oslo", in: "harbour-talks") == ["place-oslo", "organization-free-dockers-front"])
      #expect(
        after.entity("organization-free-dockers-front")?.aliases.contains { $0.kind == "metonym" } == true)
    }
  }

  @Test func wordsThatNothingRecognisedAreLinked() async throws {
    try await check("is \"the minister\" in=a:pilots-shared person:keller") { before, after, _ in
      #expect(before.meaning(of: "the minister", in: "pilots-shared") == [])
      #expect(after.meaning(of: "the minister", in: "pilots-shared") == ["person-anna-keller"])
      #expect(after.entity("person-anna-keller")?.articles == ["pilots-shared", "strike-planned"])
    }
  }

  @Test func aHiddenNameHasNoPageAndNoLink() async throws {
    try await check("hide person:keller why=\"a private person\"") { before, after, site in
      #expect(before.entity("person-anna-keller")?.page != nil)
      #expect(after.entity("person-anna-keller") == nil)
      #expect(!site.files.keys.contains { $0.contains("keller") })
      #expect(after.quote("Nobody wants")?.speaker == nil)
    }
  }

  @Test func aPageIsMadeForWhomTheEditorWantsOne() async throws {
    try await check("page org:free-dockers-front") { before, after, site in
      #expect(before.entity("organization-free-dockers-front")?.page == nil)
      let page = try #require(after.entity("organization-free-dockers-front")?.page)
      #expect(site.text(page).contains("the editor gave it a page"))
    }
  }

  // MARK: Events

  private static let talks = "2021-03-12-marta-lindqvist-tomas-brandl"

  @Test func anEventHasTheDateThatTheEditorGivesIt() async throws {
    try await check("event-date ev:\(Self.talks) 2021-03-11") { _, after, site in
      let event = try #require(after.event(Self.talks))
      #expect(event.when?.value == "2021-03-11" && event.when?.basis == "decided")
      #expect(site.text("events/\(Self.talks).html").contains("11 March 2021"))
    }
  }

  @Test func anEventHasTheTitleAndPlaceOfTheEditor() async throws {
    try await check("pin ev:\(Self.talks) title=\"The pilots’ talks\" place=place:bergen") { _, after, site in
      let event = try #require(after.event(Self.talks))
      #expect(event.title == "The pilots’ talks" && event.place == "place-bergen")
      let page = site.text("events/\(Self.talks).html")
      #expect(page.contains("<h1>The pilots’ talks</h1>") && !page.contains("Title taken from"))
    }
  }

  @Test func articlesComeIntoAnEventUnderANameOfTheEditor() async throws {
    try await check("in ev:year-of-the-pilots a:harbour-talks a:strike-planned") { _, after, site in
      let event = try #require(after.event("year-of-the-pilots"))
      #expect(event.coverage.map(\.article) == ["harbour-talks", "pilots-shared", "strike-planned"])
      #expect(event.page == "events/year-of-the-pilots.html" && after.event(Self.talks) == nil)
    }
  }

  @Test func anArticleLeavesAnEvent() async throws {
    try await check("not-in ev:\(Self.talks) a:pilots-shared") { _, after, _ in
      #expect(after.event(Self.talks)?.coverage.map(\.article) == ["harbour-talks"])
      #expect(
        after.events.contains {
          $0.when?.value == "2021-03-12" && $0.coverage.map(\.article) == ["pilots-shared"]
        })
    }
  }

  @Test func twoEventsBecomeOne() async throws {
    let lines = """
      merge ev:rejection ev:2021-03-13-dockers-union-assembly ev:2021-03-13-free-dockers-front why="one vote"
      event-date ev:rejection 2021-03-13
      """
    try await check(lines) { _, after, _ in
      let event = try #require(after.event("rejection"))
      #expect(event.coverage.map(\.article) == ["harbour-talks", "pilots-shared"] && event.page != nil)
      #expect(!after.events.contains { $0.id.contains("dockers") })
    }
  }

  @Test func aPlanIsTiedToWhatBecameOfIt() async throws {
    try await check(
      "link ev:2021-09-the-two-mayors-are-to-meet-again-in-september ev:\(Self.talks) as=held"
    ) { before, after, site in
      let plan = "2021-09-the-two-mayors-are-to-meet-again-in-september"
      #expect(before.event(plan)?.page == nil && after.event(plan)?.page != nil)
      let line = "<code>link ev:\(plan) ev:\(Self.talks) as=&quot;held&quot;</code>"
      #expect(
        site.text("events/\(plan).html").contains("\(line) · <a href=\"../events/\(Self.talks).html\">"))
      #expect(site.text("events/\(Self.talks).html").contains(line))
    }
  }

  // MARK: Quotations and figures

  @Test func aQuotationHasTheSpeakerOfTheEditor() async throws {
    try await check("speaker a:strike-planned \"Nobody wants\" person:karl-brandl") { before, after, site in
      #expect(before.quote("Nobody wants")?.speaker == "person-anna-keller")
      let quote = try #require(after.quote("Nobody wants"))
      #expect(quote.speaker == "person-karl-brandl" && quote.variants.first?.attribution == "decided")
      #expect(site.text("actors/karl-brandl.html").contains("Nobody wants this strike"))
    }
  }

  @Test(arguments: [
    ("person:tomas-brandl", "person-tomas-brandl", "decided"), ("-", nil, "decided"),
    ("\"the minister\"", nil, "decided"),
  ])
  func aLineOnOnePrintingOfWordsHoldsForAll(speaker: String, id: String?, attribution: String) async throws {
    try await check("speaker a:pilots-shared \"We will bring\" \(speaker)") { before, after, _ in
      #expect(before.quote("We will bring")?.speaker == "person-marta-lindqvist")
      let quote = try #require(after.quote("We will bring"))
      #expect(quote.speaker == id && quote.variants.count == 2)
      #expect(quote.variants.last?.attribution == attribution)
    }
  }

  @Test func aQuotationHasADescribedSpeakerOrNone() async throws {
    try await check(
      """
      speaker a:strike-planned "Nobody wants" "a historian"
      speaker a:pilots-shared "A dear friend" -
      """
    ) { _, after, _ in
      #expect(after.quote("Nobody wants")?.speaker == nil)
      #expect(after.quote("Nobody wants")?.speaker_text == "a historian")
      #expect(after.quote("A dear friend")?.speaker == nil)
      #expect(after.quote("A dear friend")?.speaker_text == "")
    }
  }

  @Test func wordsInQuotationMarksAreNoSpeech() async throws {
    try await check("not-speech a:strike-planned \"pilot question\"") { before, after, site in
      #expect(before.quote("pilot question") != nil && after.quote("pilot question") == nil)
      #expect(site.text("not-speech.html").contains("pilot question"))
    }
  }

  @Test func twoQuotationsAreNotTheSameWords() async throws {
    try await check("not-same-quote \"We will bring\" a:harbour-talks a:pilots-shared") { before, after, _ in
      #expect(before.quote("We will bring")?.variants.count == 2)
      #expect(after.quote("We will bring")?.variants.count == 1)
    }
  }

  @Test func twoQuotationsAreTheSameWords() async throws {
    try await check("same-quote \"A dear friend\" a:pilots-shared a:harbour-talks") { before, after, _ in
      #expect(before.quote("A dear friend")?.variants.count == 1)
      #expect(
        after.quote("A dear friend")?.variants.map(\.text)
          == ["My dear friend has waited long,", "A dear friend is always welcome,"])
    }
  }

  @Test func figuresOfOneKeyStandTogetherAndWithNoOthers() async throws {
    try await check(
      """
      figure-key a:pilots-shared "1,100" what="dock workers of both ports"
      figure-key a:strike-planned "9,000" what="dock workers of both ports"
      """
    ) { before, after, _ in
      #expect(before.figures.map { $0.values.map(\.article) } == [["harbour-talks", "pilots-shared"]])
      #expect(after.figures.map(\.what) == ["dock workers of both ports"])
      #expect(after.figures.map { $0.values.map(\.article) } == [["pilots-shared", "strike-planned"]])
    }
  }

  // MARK: All of them

  @Test func aDecisionCarriesToArticlesAddedLater() async throws {
    let site = DecidedSite()
    let lines = "same person:lindqvist \"Marta Lindqvvist\" kind=typo"
    _ = try await site.build(lines)
    site.files.put(
      Array(
        "---\ntitle: Later\noutlet: Coast Courier\n---\n\nOn Friday Mayor Marta Lindqvvist met Karl Brandl in Oslo.\n"
          .utf8),
      at: "/c/later.md")
    let later = try await site.build(lines)
    #expect(later.data.meaning(of: "Marta Lindqvvist", in: "later") == ["person-marta-lindqvist"])
  }
}
