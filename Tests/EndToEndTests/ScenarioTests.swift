import Foundation
import Testing

/// Builds `Fixtures/<scenario>/content` and compares what `Fixtures/<scenario>/expected` holds: files of the site at
/// their paths, and `messages.txt`, all that the build had to say.
///
/// With RECORD_EXPECTED=1 in the environment the files that are there are written anew; look at what changed.
@Suite struct ScenarioTests {
  static let scenarios =
    (try? FileManager.default.contentsOfDirectory(atPath: BuiltFolder.fixtures.path()))?.sorted() ?? []

  @Test(arguments: scenarios)
  func buildsAsExpected(scenario: String) async throws {
    let fixture = BuiltFolder.fixtures.appending(path: scenario)
    let folder = try BuiltFolder(copying: fixture.appending(path: "content"))
    let report = try await folder.build()
    var site = try folder.site()
    let messages = report.diagnostics.map { $0.description.replacing(folder.folder + "/", with: "") + "\n" }
      .joined()
    site["messages.txt"] = Data(messages.utf8)
    let expected = fixture.appending(path: "expected")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: expected.path()).sorted()
    for path in paths where path.contains(".") {
      let file = expected.appending(path: path)
      let actual = site[path].map { String(decoding: $0, as: UTF8.self) }
      if ProcessInfo.processInfo.environment["RECORD_EXPECTED"] == "1" {
        try Data((actual ?? "").utf8).write(to: file)
      } else {
        #expect(actual == (try String(contentsOf: file, encoding: .utf8)), "\(scenario)/\(path)")
      }
    }
  }

  @Test func thereAreScenarios() { #expect(!Self.scenarios.isEmpty) }
}
