import Testing

@testable import DossierBuild

/// What the machine is not sure of it suggests as lines, and an answer ends the question.
@Suite struct ProposalTests {
  private static let articles = [
    "evening.md": """
    ---
    title: A second day of talks
    outlet: The Evening Post
    date: 2021-03-13
    ---

    Marta Lindqvist and Tomas Brandl met in Oslo on Friday. Marta Lindqvist spoke of harbour pilots. "We will bring the pilots of both towns under one roof," Lindqvist said.

    The harbour ministry said on Friday that the old channel near Oslo was almost wholly held by the former Dockers Front of the islands.

    Marta Lindqvist left early. Brandl nodded. "Then the boats must come before the winter as well," he said.
    """,
    "morning.md": """
    ---
    title: Talks about pilots
    outlet: Morning Star
    date: 2021-03-13
    ---

    Marta Lindqvizt and Tomas Brandl met in Oslo on Friday. "We will bring the pilots of both towns under one roof," Lindqvizt said.

    On Friday the harbour ministry said that the old channel near Oslo was now almost wholly held by the Union of Free Dockers.
    """,
    "visited.txt": """
    Harbour City, Friday 25 September 2020

    Dockers of the bay say no

    Tomas Brandl met dockers of the bay in Oslo and heard that they would not have

    the new pilots at any price, as he said in the town hall of Oslo after the meeting.

    Published: 14 March 2021

    """,
  ]

  private func lines(_ site: DecidedSite) async throws -> [String] {
    let text = try await site.proposals().map(\.text).joined()
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
  }

  @Test func suggestsMisprintsQuotationsAndBrokenParagraphs() async throws {
    let lines = try await lines(DecidedSite(Self.articles))
    #expect(lines.contains("same person:marta-lindqvist \"Marta Lindqvizt\" kind=typo"))
    #expect(lines.contains("same-quote \"We will bring the pilots of both towns\" a:evening a:morning"))
    #expect(lines.contains("copied a:visited 2020-09-25"))
    #expect(lines.contains("join a:visited \"would not have\" | \"the new pilots\""))
  }

  @Test func everySuggestionStandsBelowItsSentences() async throws {
    for file in try await DecidedSite(Self.articles).proposals() {
      let blocks = file.text.split(separator: "\n\n").dropFirst()
      #expect(blocks.count == file.count)
      for block in blocks { #expect(block.hasPrefix("# ")) }
    }
  }

  @Test(arguments: ["", "not-"])
  func anAnswerEndsTheQuestionAndIsNeverStale(answer: String) async throws {
    let site = DecidedSite(Self.articles)
    let lines = try await lines(site)
    #expect(lines.count > 4)
    let answered = lines.map { answer + $0 }.joined(separator: "\n")
    let built = try await site.build(answered)
    #expect(built.says == [])
    #expect(try await self.lines(site).filter(lines.contains) == [])
  }

  @Test func aBuildWritesNothingIntoTheContent() async throws {
    let site = DecidedSite(Self.articles)
    let before = site.files.files(below: "/c")
    _ = try await site.build()
    _ = try await site.proposals()
    #expect(site.files.files(below: "/c") == before)
  }

  @Test func suggestionsAreWrittenAsidesAndReplaced() async throws {
    let site = DecidedSite(Self.articles)
    let workspace = try Workspace(at: "/c", files: site.files)
    site.files.put(Array("old".utf8), at: "/c/proposals/near-name.txt")
    site.files.put(Array("mine".utf8), at: "/c/proposals/mine.txt")
    let listing = try #require(try await site.listing())
    let written = try listing.write(to: workspace, files: site.files)
    #expect(written.contains("/c/proposals/misprint.txt"))
    let names = site.files.files(below: "/c/proposals").keys
    #expect(names.contains("/c/proposals/mine.txt") && !names.contains("/c/proposals/near-name.txt"))
    #expect(try await site.build().says == [])
  }
}
