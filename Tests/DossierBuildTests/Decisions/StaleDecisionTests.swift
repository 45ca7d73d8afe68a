import Testing

/// A line that fits nothing is told with its place, and attached to nothing; two that contradict each other too.
@Suite struct StaleDecisionTests {
  @Test(arguments: [
    (
      "published a:harbor-talks 2021-03-13",
      "no article is called a:harbor-talks; change the line or take it away; the nearest is a:harbour-talks"
    ),
    (
      "page person:tomas-brandel",
      "no name in any article is person:tomas-brandel; change the line or take it away; the nearest is person:tomas-brandl"
    ),
    (
      "page person:brandl",
      "person:brandl fits several; write one of them: person:karl-brandl, person:tomas-brandl"
    ),
    (
      "same person:lindqvist \"Marta Lindkvist\"",
      "no name in any article is \"Marta Lindkvist\"; change the line or take it away"
    ),
    (
      "is \"the ministers\" in=a:pilots-shared person:keller",
      "\"the ministers\" does not stand in the article; change the line or take it away"
    ),
    (
      "join a:harbour-talks \"The council\" | \"against\"",
      "no paragraph of the article ends in \"The council\" before the other words; change the line or take it away"
    ),
    (
      "notice a:harbour-talks \"may be no offence\"",
      "\"may be no offence\" does not stand in the article; change the line or take it away"
    ),
    (
      "not-date a:harbour-talks \"last August\"",
      "no date in the article is printed \"last August\"; change the line or take it away"
    ),
    (
      "event-date ev:2021-03-12-marta-lindqvist-tomas-brand 2021",
      "no event is called ev:2021-03-12-marta-lindqvist-tomas-brand; change the line or take it away; the nearest is ev:2021-03-12-marta-lindqvist-tomas-brandl"
    ),
    (
      "not-in ev:2021-03-12-marta-lindqvist-tomas-brandl a:strike-planned",
      "a:strike-planned shares the event with no other article; change the line or take it away"
    ),
    (
      "speaker a:strike-planned \"Nobody wishes\" person:keller",
      "no quotation in the article has the words \"Nobody wishes\"; change the line or take it away"
    ),
    (
      "speaker a:strike-planned \"Nobody wants\" person:nobody-known",
      "no name in any article is person:nobody-known; change the line or take it away"
    ),
    (
      "speaker a:strike-planned \"Nobody wants\" \"a seaman\"",
      "\"a seaman\" does not stand in the article; change the line or take it away"
    ),
    (
      "figure-key a:harbour-talks \"1,300\" what=workers",
      "no figure in the article is \"1,300\"; change the line or take it away"
    ),
    (
      "withhold outlet:gazette why=\"asked for\"",
      "no article is by outlet:gazette; change the line or take it away"
    ),
  ])
  func tellsWhatFitsNothingAndChangesNothing(line: String, message: String) async throws {
    let site = DecidedSite()
    let before = try await site.build()
    let after = try await site.build("# a comment\n\n" + line)
    #expect(after.says == ["/c/decisions/lines.txt:3: warning: \(message) [stale-decision]"])
    #expect(after.data.articles.map(\.text) == before.data.articles.map(\.text))
    #expect(after.data.entities.map(\.id) == before.data.entities.map(\.id))
    #expect(after.data.quotes.map(\.speaker) == before.data.quotes.map(\.speaker))
  }

  @Test(arguments: [
    ("published a:harbour-talks 2021-03-13", "published a:harbour 2021-03-14"),
    ("same person:keller person:karl-brandl", "not-same person:karl-brandl person:keller why=\"two\""),
    ("hide person:keller why=\"asked\"", "page person:keller"),
    ("hide person:keller why=\"asked\"", "page person:anna-keller"),
    ("same person:marta-lindqvist person:keller", "not-same person:keller person:lindqvist why=\"two\""),
  ])
  func namesBothOfTwoLinesThatContradictEachOther(first: String, second: String) async throws {
    let built = try await DecidedSite().build("\(first)\n\(second)\n")
    #expect(
      built.says == [
        "/c/decisions/lines.txt:2: error: '\(second)' contradicts '\(first)' in decisions/lines.txt:1; take one of the two lines away; until then neither is followed [contradicting-decisions]"
      ])
  }

  @Test func filesAreReadInTheOrderOfTheirNames() async throws {
    let site = DecidedSite()
    site.files.put(Array("page person:karl-brandl\n".utf8), at: "/c/decisions/b.txt")
    site.files.put(Array("hide person:karl-brandl why=\"x\"\n".utf8), at: "/c/decisions/c.txt")
    site.files.put(Array("nonsense".utf8), at: "/c/decisions/notes.md")
    let built = try await site.build()
    #expect(built.says.count == 2 && built.says[0].hasPrefix("/c/decisions/c.txt:1: error: "))
    #expect(built.says[0].contains("decisions/b.txt:1"))
    #expect(built.says[1].hasPrefix("/c/decisions/notes.md: warning: this is not read: "))
  }

  @Test func saysInAStrictBuildWhatLacksAReason() async throws {
    let built = try await DecidedSite().build("hide person:keller\nhide person:karl-brandl why=\"asked\"")
    #expect(
      built.report.diagnostics.map(\.description) == [
        "/c/decisions/lines.txt:1: note: 'hide person:keller' does not say why; add why=\"…\" at the end of the line [decision-without-reason]"
      ])
    #expect(built.report.diagnostics(strict: true).map(\.severity) == [.warning])
  }
}
