import Testing

@testable import DossierBuild

/// What the pages open as proof of who speaks.
@Suite struct SpeakerEvidenceTests {
  @Test func whoOnlyAPronounStandsForIsProvedByTheSentenceThatNamesThem() async throws {
    let quotes = try await DecidedSite([
      "ferries.txt": """
      Ferries to sail again

      By Ida Lund

      March 12, 2021

      Anna Keller promised on Thursday to open the old harbour of Lund before the winter storms come.

      "We will sail again on Friday, whatever the weather," she said in the town hall.
      """
    ]).build().text("quotes.html")
    let why = try #require(quotes.components(separatedBy: "pronoun; named in an earlier sentence").last)
    let named = try #require(why.range(of: "promised on Thursday to open the old harbour"))
    let said = try #require(why.range(of: "in the town hall"))
    #expect(named.lowerBound < said.lowerBound)
  }
}
