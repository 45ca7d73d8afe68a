import Foundation
import Testing

/// `dossier review` as an editor uses it: answers in, lines out, and the question does not come again.
@Suite struct ReviewCommandTests {
  private let folder: BuiltFolder

  init() throws {
    folder = try BuiltFolder(copying: BuiltFolder.fixtures.appending(path: "three-formats/content"))
    for (name, outlet, spelling) in [
      ("evening", "Evening Post", "Marta Lindqvist"), ("morning", "Morning Star", "Marta Lindqvizt"),
    ] {
      try folder.write(
        """
        ---
        title: Talks about pilots in the \(name)
        outlet: \(outlet)
        date: 2021-03-13
        ---

        \(spelling) and Tomas Brandl met in Oslo on Friday. Marta Lindqvist spoke of harbour pilots.

        "We will bring the pilots of both towns under one roof," Marta Lindqvist said. Marta Lindqvist left early.
        """, to: name + ".md")
    }
  }

  private func review(_ answers: String, _ arguments: String...) throws -> (status: Int32, output: String) {
    try run(["review", "content"] + arguments, answers)
  }

  private func run(_ arguments: [String], _ answers: String = "") throws -> (status: Int32, output: String) {
    let process = folder.dossier(arguments)
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(answers.utf8))
    try input.fileHandleForWriting.close()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: said, as: UTF8.self))
  }

  private func lines() -> [String] {
    let text = try? String(contentsOfFile: folder.content + "/decisions/review.txt", encoding: .utf8)
    return text?.split(separator: "\n").map(String.init) ?? []
  }

  private static let misprint = "same person:marta-lindqvist \"Marta Lindqvizt\" kind=typo"

  @Test func showsTheSentencesAndKeepsAnAcceptedLineSigned() throws {
    let told = try review("y seen in print\nq\n", "--by", "ab")
    #expect(told.status == 0)
    #expect(told.output.hasPrefix("1 of "))
    #expect(told.output.contains("Morning Star: Marta Lindqvizt and Tomas Brandl met in Oslo on Friday."))
    #expect(told.output.hasSuffix(" left open\n") && told.output.contains("1 accepted, 0 rejected, "))
    #expect(lines() == [Self.misprint + " why=\"seen in print\" by=ab"])
    #expect(try !run(["propose", "content"]).output.contains("Lindqvizt\" kind=typo"))
    #expect(try !review("").output.contains(Self.misprint))
  }

  @Test func aRejectedLineDoesNotComeAgain() throws {
    #expect(try review("n\n").output.contains("0 accepted, 1 rejected, "))
    #expect(lines() == ["not-" + Self.misprint])
    #expect(try !run(["propose", "content"]).output.contains("Lindqvizt\" kind=typo"))
  }

  @Test func skippingAndTheEndOfTheInputWriteNothing() throws {
    #expect(try review("s\nwhat?\n").output.contains("y accepts, n rejects,"))
    #expect(!FileManager.default.fileExists(atPath: folder.content + "/decisions"))
  }

  @Test func anEditedLineMustBeOneThatABuildCanRead() throws {
    let told = try review("e\nsames person:x\ne\npage person:tomas-brandl\nq\n")
    #expect(told.output.contains("column 1: unknown verb 'sames'; did you mean 'same'?"))
    #expect(lines() == ["page person:tomas-brandl"])
  }

  @Test func anEmptyEditLeavesTheLineAsItIs() throws {
    _ = try review("e\n\nq\n", "--by", "Anna Berg")
    #expect(lines() == [Self.misprint + " by=\"Anna Berg\""])
  }
}
