import DossierModel
import Testing

@testable import DossierBuild

/// An answer becomes lines that a build can read, and they are added to the editor's own.
@Suite struct DecisionAnswerTests {
  @Test func acceptsALineAsItIsAndRejectsItByOneWord() throws {
    let line = "same person:jane-doe \"Jane Do\" kind=typo"
    #expect(try DecisionAnswer(.accept, [line]).lines == [line])
    #expect(try DecisionAnswer(.reject, [line]).lines == ["not-" + line])
  }

  @Test func signsWhatNobodyHasSigned() throws {
    let signed = try DecisionAnswer(
      .reject, ["successor org:a org:b", "page org:c by=xy # as agreed"], by: "Ann B. \"Bo\"",
      why: "no\nproof")
    #expect(
      signed.lines == [
        #"not-successor org:a org:b why="no proof" by="Ann B. \"Bo\"""#,
        #"not-page org:c by=xy why="no proof""#,
      ])
    #expect(try DecisionAnswer(.accept, ["page org:c"], by: "ab").lines == ["page org:c by=ab"])
  }

  @Test(arguments: [
    ("pages org:c", "column 1: unknown verb 'pages'; did you mean 'page'?"),
    ("page org:c\nhide org:d", "a decision is one line; leave the line break out"),
    ("# nothing", "the line says nothing; write a decision, such as page org:harbour-board"),
    ("", "the line says nothing; write a decision, such as page org:harbour-board"),
  ])
  func refusesWhatABuildCouldNotRead(line: String, message: String) {
    #expect(throws: DecisionAnswer.Trouble(text: message)) { try DecisionAnswer(.accept, [line]) }
  }

  @Test func addsToTheFileAndKeepsWhatIsThere() throws {
    let files = MemoryFileSystem(["/c/a.txt": "text"])
    let file = AnswerFile(of: try Workspace(at: "/c", files: files), files: files)
    try file.add(DecisionAnswer(.accept, ["page org:a", "page org:b"]))
    #expect(text(files) == "page org:a\npage org:b\n")
    files.put(Array("# mine\r\npage org:a\r\n\nnonsense".utf8), at: file.path)
    try file.add(DecisionAnswer(.accept, ["page org:a", "page org:c"]))
    #expect(text(files) == "# mine\r\npage org:a\r\n\nnonsense\npage org:c\n")
    files.bar(file.path)
    #expect(throws: BuildError.self) { try file.add(DecisionAnswer(.accept, ["page org:d"])) }
  }

  private func text(_ files: MemoryFileSystem) -> String? {
    files.files(below: "/c/decisions")["/c/decisions/review.txt"].map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: DecisionAnswer.Verdict.allCases)
  func anAnsweredSuggestionIsNotMadeAgain(verdict: DecisionAnswer.Verdict) async throws {
    let site = DecidedSite()
    let open = try #require(try await site.listing()).open
    #expect(open.count > 2)
    let file = AnswerFile(of: try Workspace(at: "/c", files: site.files), files: site.files)
    for proposal in open { try file.add(DecisionAnswer(verdict, proposal.lines, by: "ab", why: "seen")) }
    let rest = try #require(try await site.listing()).open
    #expect(rest.filter { proposal in open.contains { $0.lines == proposal.lines } }.map(\.lines) == [])
    #expect(try await site.build().says == [])
  }
}
