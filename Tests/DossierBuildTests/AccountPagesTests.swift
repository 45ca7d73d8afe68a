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
