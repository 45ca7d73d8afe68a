import DossierModel
import Foundation
import Testing

@testable import DossierBuild

/// What profiles and lines of the editor keep back is in no file of the site, and in no file's name.
@Suite struct ProfileTests {
  /// The files that hold some words, whatever stands between them, and those that are named so.
  private func files(_ built: DecidedSite.Built, holding words: String) -> [String] {
    let slug = words.lowercased().replacing(" ", with: "-")
    return built.files.filter { path, bytes in
      path.contains(slug) || String(decoding: bytes, as: UTF8.self).lowercased().contains(words.lowercased())
    }.map(\.key).sorted()
  }

  @Test func onlyThePrivateProfileSaysSoAndAsksSearchEnginesToStayAway() async throws {
    for profile in Profile.allCases {
      let built = try await DecidedSite().build { $0.profile = profile }
      let home = built.text("index.html")
      #expect(home.contains("noindex") == (profile == .private))
      #expect(home.contains("Private edition") == (profile == .private))
      #expect(built.report.pages > 10)
    }
  }

  @Test func noFileOfAnExcerptHoldsMoreThanItsWords() async throws {
    let built = try await DecidedSite().build { configuration in
      configuration.profile = .excerpt
      configuration.excerptWords = 30
    }
    for article in built.data.articles {
      let words = article.text.split(separator: " ").filter { $0.contains { $0.isLetter || $0.isNumber } }
      #expect(words.count <= 30 && words.count > 10)
    }
    #expect(files(built, holding: "The two mayors are to meet again") == [])
    #expect(!built.text("articles/harbour-talks.html").contains("Source file"), "paths stay in the house")
  }

  @Test func linksHoldNoTextOfAnArticle() async throws {
    let built = try await DecidedSite().build { $0.profile = .links }
    #expect(files(built, holding: "agreed to share harbour pilots") == [])
    #expect(files(built, holding: "Tomas Brandl").count > 2)
    #expect(built.data.events.contains { $0.when?.value == "2021-03-12" })
    let cut = "<p><span class=\"cut\" id="
    #expect(built.text("articles/strike-planned.html").contains(cut), "runs of these stand in one line")
    #expect(try await !DecidedSite().build().text("articles/strike-planned.html").contains("class=\"cut\""))
  }

  @Test func aRedactedNameIsNowhere() async throws {
    let line = "redact person:\"Tomas Brandl\" as=\"[a mayor]\" why=\"asked for\""
    for profile in Profile.allCases {
      let built = try await DecidedSite().build(line) { $0.profile = profile }
      #expect(files(built, holding: "Tomas Brandl") == [])
      #expect(files(built, holding: "[a mayor]").count > 2)
      #expect(files(built, holding: "Karl Brandl") != [], "somebody else keeps the name")
    }
  }

  @Test func aWithheldArticleIsNowhere() async throws {
    let built = try await DecidedSite().build("withhold a:strike-planned why=\"asked for\" by=zzyx")
    #expect(built.says == [])
    #expect(built.data.articles.map(\.id) == ["harbour-talks", "pilots-shared"])
    #expect(files(built, holding: "Anna Keller") == [])
    let outlet = try await DecidedSite().build("withhold outlet:coast-courier why=\"asked for\"")
    #expect(outlet.says == [] && outlet.data.articles.map(\.id) == ["harbour-talks"])
  }

  @Test func editorsStayUnnamedOutsideOfThePrivateProfile() async throws {
    let lines = "page org:\"Free Dockers Front\" by=zzyx why=\"qqwv reason\""
    let inside = try await DecidedSite().build(lines)
    #expect(files(inside, holding: "zzyx") != [])
    let outside = try await DecidedSite().build(lines) { $0.profile = .excerpt }
    #expect(files(outside, holding: "zzyx") == [] && files(outside, holding: "qqwv") == [])
    #expect(files(outside, holding: "lines.txt") == [])
  }

  @Test func aBuildThatWouldLeakWritesNothing() async throws {
    let site = DecidedSite()
    await #expect(throws: BuildError.self) {
      _ = try await site.build("redact person:\"Tomas Brandl\" as=\"X\"") { configuration in
        configuration.title = "All about Tomas Brandl"
      }
    }
    #expect(site.files.files(below: "/o").isEmpty)
  }
}
