import DossierModel
import DossierSource
import Foundation
import Testing

@testable import DossierIngest

/// The guide to decisions has a line for every verb, and every line in it can be used.
@Suite struct DecisionsDocumentTests {
  private static let guide: String = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return (try? String(contentsOf: root.appending(path: "docs/DECISIONS.md"), encoding: .utf8)) ?? ""
  }()

  /// The examples of the tables, by verb.
  private static var examples: [(verb: String, line: String)] {
    guide.split(separator: "\n").compactMap { line -> (verb: String, line: String)? in
      let cells = line.replacing("\\|", with: "\u{1}").split(separator: "|").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard cells.count == 3, cells[0].hasPrefix("`"), cells[2].hasPrefix("`") else { return nil }
      let example = cells[2].dropFirst().dropLast().replacing("\u{1}", with: "|")
      return (String(cells[0].dropFirst().dropLast()), String(example))
    }
  }

  @Test(arguments: Decision.Verb.allCases)
  func showsALineForEveryVerb(verb: Decision.Verb) throws {
    let line = try #require(Self.examples.first { $0.verb == verb.rawValue }?.line)
    let reader = DecisionsReader(reading: [
      SourceFile(path: SourcePath("decisions/guide.txt"), bytes: Array(line.utf8))
    ])
    #expect(reader.diagnostics == [])
    #expect(reader.decisions.map(\.verb) == [verb])
    // Written out again it says the same.
    let action = try #require(reader.decisions.first?.action)
    let again = DecisionsReader(reading: [
      SourceFile(path: SourcePath("decisions/again.txt"), bytes: Array(action.written.utf8))
    ])
    #expect(again.decisions.map(\.action) == [action], "\(action.written)")
  }

  @Test func namesEveryKindOfAliasAndEverySortOfName() {
    for kind in Alias.Kind.allCases { #expect(Self.guide.contains("`\(kind.rawValue)`")) }
    for sort in EntitySelector.Sort.allCases { #expect(Self.guide.contains("`\(sort.rawValue)`")) }
  }
}
