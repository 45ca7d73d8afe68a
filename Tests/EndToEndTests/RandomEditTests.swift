import DossierBuild
import DossierTestSupport
import Foundation
import Testing

/// Rebuilding step by step gives the bytes that building afresh gives, whatever is done to a site's sources.
///
/// A short run of each; RANDOM_EDITS and RANDOM_KILLS in the environment ask for longer ones, and
/// `Benchmarks/random_edits.py` does the same with the executable.
@Suite struct RandomEditTests {
  private let folder: BuiltFolder

  init() throws {
    folder = try BuiltFolder(copying: BuiltFolder.fixtures.appending(path: "three-formats/content"))
    try Data("title: Ports\n".utf8).write(to: URL(filePath: folder.folder + "/dossier.yml"))
    for name in ["templates", "content/decisions"] {
      try FileManager.default.createDirectory(
        atPath: folder.folder + "/" + name, withIntermediateDirectories: true)
    }
  }

  private static func count(_ name: String, default count: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? count
  }

  @Test func editsGiveWhatACleanBuildGives() async throws {
    var edits = RandomEdits(of: folder.folder, seed: 6)
    for number in 0..<Self.count("RANDOM_EDITS", default: 25) {
      let edit = try edits.make()
      try await expectRight("after edit \(number), \(edit)")
    }
  }

  @Test func buildsThatWereKilledNeedNoRepair() async throws {
    var edits = RandomEdits(of: folder.folder, seed: 7)
    var random = SeededGenerator(seed: 8)
    for number in 0..<Self.count("RANDOM_KILLS", default: 3) {
      let edit = try edits.make()
      let atomically = Bool.random(using: &random)
      let build = folder.dossier(
        ["build", folder.folder, "--quiet"] + (atomically ? ["--publish-atomically"] : []))
      build.standardError = FileHandle.nullDevice
      try build.run()
      try await Task.sleep(for: .milliseconds(Int.random(in: 0...400, using: &random)))
      kill(build.processIdentifier, SIGKILL)
      build.waitUntilExit()
      try await expectRight("after kill \(number), \(edit)")
      #expect(try leftovers() == [])
    }
  }

  /// Builds on, and compares with a site that is built afresh; one that is refused must be refused both times.
  private func expectRight(_ what: String) async throws {
    let afresh = folder.folder + "/afresh"
    try? FileManager.default.removeItem(atPath: afresh)
    do {
      try await folder.build(tool: "1")
    } catch {
      await #expect(throws: BuildError.self, "\(what)") { try await folder.build(into: afresh) }
      return
    }
    try await folder.build(into: afresh)
    let (built, expected) = (try folder.site(), try folder.site(at: afresh))
    let paths = Set(built.keys).union(expected.keys).filter { built[$0] != expected[$0] }.sorted()
    #expect(paths == [], "\(what)")
  }

  /// What a build that was killed might have left beside the site.
  private func leftovers() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.folder).filter { $0.contains("dossier-new") }
  }
}
