import DossierModel
import Foundation
import Testing

@testable import DossierBuild
@testable import DossierSource

/// The pages on the work itself: what is open, what was corrected, and from what the site was made.
@Suite struct AccountPagesTests {
  @Test func theReviewPageHasWhatIsOpenWithTheLineThatWouldSettleIt() async throws {
    let undated = DecidedSite.articles.merging([
      "undated.txt":
        "A letter from the bay\n\nThe boats lay still. \"Nobody came at all this year,\" it was said.\n"
    ]) { $1 }
    let built = try await DecidedSite(undated).build("same person:\"Nobody Known\" \"Some Body\"")
    let review = built.text("review.html")
    #expect(review.contains("published a:undated YYYY-MM-DD"))
    #expect(review.contains("same person:&quot;Nobody Known&quot;"), "a stale line stands there")
    #expect(review.contains("decisions/lines.txt:1"))
    #expect(built.text("index.html").contains("review.html"))
    let public_ = try await DecidedSite(undated).build { $0.profile = .excerpt }
    #expect(public_.text("review.html") == "" && !public_.text("index.html").contains("review.html"))
  }

  @Test func correctionsAreThePublicLinesWithTheirReasons() async throws {
    let lines = """
      outlet a:strike-planned "Harbour Weekly" public on=2024-03-01 by=zzyx why="The page names it."
      relay a:strike-planned "Wire of the North" why="nobody's business"
      """
    for profile in Profile.allCases {
      let page = try await DecidedSite().build(lines) { $0.profile = profile }.text("corrections.html")
      #expect(
        page.contains("2024-03-01") && page.contains("outlet named") && page.contains("The page names it."))
      #expect(page.contains("articles/strike-planned.html"))
      #expect(!page.contains("zzyx") && !page.contains("business"))
    }
  }

  @Test func correctionsLeadToTheArticlesTheyAreOfAndLeaveOutLinesWithoutEffect() async throws {
    let lines = """
      speaker a:harbour-talks "We will bring the pilots" person:"Tomas Brandl" public
      figure-key a:strike-planned "9,000" what="dock workers" public
      figure-key a:pilots-shared "1,100" what="dock workers"
      speaker a:strike-planned "words that nobody prints" person:"Anna Keller" public why="never said"
      """
    let page = try await DecidedSite().build(lines).text("corrections.html")
    #expect(page.contains("articles/harbour-talks.html"))
    #expect(page.contains("articles/pilots-shared.html"), "it prints the same quotation")
    #expect(page.contains("articles/strike-planned.html"), "of the figure")
    #expect(!page.contains("never said"))
  }

  @Test func aMisprintThatALineTellsIsNotSuggestedHoweverTheLineNamesIt() async throws {
    for line in ["same person:lindqvist", "same person:\"Marta Lindqvist\""] {
      let lines = line + " \"Marta Lindqvvist\" kind=typo in=a:pilots-shared"
      let built = try await DecidedSite().build(lines)
      #expect(built.says.isEmpty && !built.text("review.html").contains("Misprints of a name"))
    }
  }

  @Test func copiesThatTextEditorsKeepBesideTheLinesAreNotTold() async throws {
    let site = DecidedSite()
    for name in ["names.txt~", "names.txt.bak", ".names.txt.swp"] {
      site.files.put(Array("page person:\"Anna Keller\"".utf8), at: "/c/decisions/" + name)
    }
    #expect(try await site.build().says.isEmpty)
  }

  @Test func nobodyMissesAnArticleThatTheEditorWithholds() async throws {
    let built = try await DecidedSite().build("withhold a:strike-planned why=\"a request\"")
    #expect(built.report.articles == 2 && built.report.skipped == 0 && built.says.isEmpty)
  }

  @Test func articlesOfNoNamedOutletAreCountedToo() async throws {
    let letter = "A letter from the bay\n\nMarta Lindqvist met Tomas Brandl again. She was glad of it.\n"
    let built = try await DecidedSite(DecidedSite.articles.merging(["letter.txt": letter]) { $1 }).build()
    #expect(built.text("outlets.html").contains("<td>outlet not named</td><td>1 article</td></tr>"))
    #expect(!built.text("outlets.html").contains("Taken over by others"), "nobody's text was")
    let page = built.text("actors/marta-lindqvist.html")
    #expect(page.contains("<span>outlet not named <span class=\"note\">1</span></span>"))
    let home = try await DecidedSite(["letter.txt": letter]).build().text("index.html")
    #expect(home.contains(">2 actors</a>") && !home.contains("0 figures") && !home.contains("0 places"))
    #expect(!page.contains("<p class=\"facts\"> ·") && !page.contains("<p class=\"facts\">·"))
  }

  @Test func theListOfHashesNamesEverySourceAndLine() async throws {
    let built = try await DecidedSite().build("page person:\"Anna Keller\"")
    let rows = built.text("data/SHA256SUMS").split(separator: "\n")
    #expect(
      rows.map { $0.split(separator: " ").last } == [
        "decisions/lines.txt", "harbour-talks.md", "pilots-shared.md", "strike-planned.md",
      ])
    let bytes = Array((DecidedSite.articles["strike-planned.md"] ?? "").utf8)
    #expect(rows.contains { $0 == "\(SHA256(of: bytes))  strike-planned.md" })
    let outside = try await DecidedSite().build { $0.profile = .links }.text("data/SHA256SUMS")
    #expect(outside.contains(SHA256(of: bytes).description) && !outside.contains("strike-planned"))
  }
}
