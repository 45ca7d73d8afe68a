import Testing

@testable import DossierBuild

/// Every claim says where it comes from and which line would change it.
@Suite struct ProvenanceTests {
  private static let talks = "2021-03-12-marta-lindqvist-tomas-brandl"

  @Test func aPageShowsTheLineThatSetAValueAndTheOneThatWouldChangeIt() async throws {
    let site = DecidedSite()
    let before = try await site.build()
    let change = "To change it: <code>published a:pilots-shared 2021-03-14</code>"
    #expect(before.text("articles/pilots-shared.html").contains(change))
    let after = try await site.build("published a:pilots 2021-03-15 by=ab why=\"secret\"")
    let page = after.text("articles/pilots-shared.html")
    #expect(page.contains("Line of the editor: <code>published a:pilots 2021-03-15</code>"))
    #expect(page.contains("<h2>Decisions</h2>") && !page.contains("secret"))
    #expect(
      after.text("events/\(Self.talks).html").contains("event-date ev:\(Self.talks) 2021-03-12"))
  }

  @Test(arguments: [
    "articles/pilots-shared.html", "a:pilots-shared", "pilots-shared", "actors/tomas-brandl.html",
    "person:tomas-brandl", "events/\(talks).html", "ev:\(talks)",
  ])
  func explainsWhatEveryPageAndIdStandsFor(name: String) async throws {
    let explanation = try #require(try await DecidedSite().explanation(of: name))
    #expect(explanation.text().contains("to change: "))
  }

  @Test func explainsAClaimWithRuleSentenceAndLine() async throws {
    let site = DecidedSite()
    _ = try await site.build("published a:harbour-talks 2020-03-14 why=\"x\"")
    let explanation = try #require(try await site.explanation(of: "a:harbour-talks"))
    let text = explanation.text(about: "published")
    #expect(text.contains("published: 2020-03-14\n  decided, decision\n"))
    #expect(text.contains("decisions/lines.txt:1: published a:harbour-talks 2020-03-14 why=\"x\""))
    #expect(
      explanation.text(about: "last september").contains("time \"Last September\": 2019-09\n  inferred, "))
    #expect(try await site.explanation(of: "person:nobody") == nil)
  }

  @Test func namesEveryChangedClaimWithTheLineBehindIt() async throws {
    let site = DecidedSite()
    for (path, bytes) in try await site.build().files {
      site.files.put(bytes, at: "/old" + path.dropFirst(2))
    }
    _ = try await site.build("published a:harbour-talks 2020-03-14")
    let difference = try SiteDifference(from: "/old", to: "/o", files: site.files)
    let told = difference.changes.map(\.text)
    let line = ", because of decisions/lines.txt:1: published a:harbour-talks 2020-03-14"
    #expect(told.contains("a:harbour-talks published 2021-03-13 → 2020-03-14" + line))
    #expect(told.contains("a:harbour-talks time \"Last September\" 2020-09 → 2019-09" + line))
    #expect(try SiteDifference(from: "/o", to: "/o", files: site.files).changes == [])
    #expect(throws: BuildError.self) {
      try SiteDifference(from: "/nowhere", to: "/o", files: site.files)
    }
  }
}
