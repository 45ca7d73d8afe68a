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

  /// The lines of a page that would change quotations or figures.
  private func changes(_ page: String, _ verb: String) -> [String] {
    page.split(separator: "To change it: <code>\(verb) ").dropFirst().map { rest in
      "\(verb) " + rest.prefix { $0 != "<" }.replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
    }
  }

  @Test func eachQuotationAndFigureShowsTheLineThatWouldChangeIt() async throws {
    let site = DecidedSite()
    let before = try await site.build()
    let speakers = changes(before.text("quotes.html"), "speaker")
    let figures = changes(before.text("figures.html"), "figure-key")
    #expect(
      speakers.contains("speaker a:strike-planned \"Nobody wants this strike,\" person:anna-keller"),
      "\(speakers)")
    #expect(speakers.count == before.data.quotes.reduce(0) { $0 + $1.variants.count } && figures.count > 1)
    #expect(changes(before.text("articles/strike-planned.html"), "speaker").count > 0)
    let lines = (speakers + figures).joined(separator: "\n").replacing("NAME", with: "anna-keller")
    let after = try await site.build(lines)
    #expect(after.says == [])
  }

  @Test func aDecidedQuotationOrFigureShowsTheLineThatDecided() async throws {
    let lines = [
      "speaker a:strike-planned \"Nobody wants\" person:tomas-brandl",
      "figure-key a:harbour-talks \"1,200\" what=\"dockers & pilots\"",
      "figure-key a:pilots-shared \"1,100\" what=\"dockers & pilots\"",
    ]
    let built = try await DecidedSite().build(lines.joined(separator: "\n"))
    func told(_ line: String) -> String {
      "Line of the editor: <code>\(line.replacing("&", with: "&amp;").replacing("\"", with: "&quot;"))</code>"
    }
    #expect(built.text("quotes.html").contains(told(lines[0])))
    #expect(built.text("articles/strike-planned.html").contains(told(lines[0])))
    #expect(built.text("actors/tomas-brandl.html").contains(told(lines[0])))
    #expect(built.text("figures.html").contains(told(lines[1])))
    #expect(!built.text("quotes.html").contains("Line of the editor: <code>figure-key"))
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
    _ = try await site.build("published a:harbour-talks 2020-03-14\nrelay a:harbour-talks \"Wire Press\"")
    let difference = try SiteDifference(from: "/old", to: "/o", files: site.files)
    let told = difference.changes.map(\.text)
    let line = ", because of decisions/lines.txt:1: published a:harbour-talks 2020-03-14"
    #expect(told.contains("a:harbour-talks published 2021-03-13 → 2020-03-14" + line))
    #expect(told.contains("a:harbour-talks time \"Last September\" 2020-09 → 2019-09" + line))
    #expect(told.contains { $0.hasPrefix("a:harbour-talks relays — → Wire Press, because of") })
    #expect(try SiteDifference(from: "/o", to: "/o", files: site.files).changes == [])
    #expect(throws: BuildError.self) {
      try SiteDifference(from: "/nowhere", to: "/o", files: site.files)
    }
  }
}
