import Foundation
import Testing

@testable import DossierBuild

/// Lists that are split over several pages.
@Suite struct SplitListTests {
  @Test func thePartsOfAListAreToldOnceAndByWhatTheyHold() async throws {
    let built = try await DecidedSite().build("speaker a:strike-planned \"Nobody wants this strike\" -") {
      $0.listLimit = 5
    }
    let quotes = built.text("quotes.html")
    #expect(quotes.components(separatedBy: "<nav class=\"shelves\"").count == 2)
    #expect(quotes.contains("quotes-unplaced.html\">unnamed or not known</a>"))
    #expect(!quotes.contains("without a date"))
    let part = built.text("quotes-unplaced.html")
    #expect(part.components(separatedBy: "<nav class=\"neighbours\"").count == 3, "above and below")
  }
}
