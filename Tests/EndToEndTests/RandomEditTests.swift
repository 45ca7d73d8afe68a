import DossierBuild
import DossierTestSupport
import Foundation
import Testing

/// Rebuilding step by step gives the bytes that building afresh gives, whatever is done to a site's sources.
///
/// A short run of each; RANDOM_EDITS and RANDOM_KILLS in the environment ask for longer ones.
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
    for number in 0..<Self.count("RANDOM_EDITS", default: 12) {
      let edit = try edits.make()
      try await folder.build(tool: "1")
      try await expectRight("after edit \(number), \(edit)")
    }
  }

  @Test func buildsThatWereKilledNeedNoRepair() async throws {
    var edits = RandomEdits(of: folder.folder, seed: 7)
    var random = SeededGenerator(seed: 8)
    for number in 0..<Self.count("RANDOM_KILLS", default: 3) {
      let edit = try edits.make()
      let atomically = Bool.random(using: &random)
      let build = Process()
      build.executableURL = Bundle.main.bundleURL.appending(path: "dossier")
      build.arguments = ["build", folder.folder, "--quiet"] + (atomically ? ["--publish-atomically"] : [])
      build.standardError = FileHandle.nullDevice
      try build.run()
      try await Task.sleep(for: .milliseconds(Int.random(in: 0...400, using: &random)))
      kill(build.processIdentifier, SIGKILL)
      build.waitUntilExit()
      try await folder.build(tool: "1")
      try await expectRight("after kill \(number), \(edit)")
      #expect(try leftovers() == [])
    }
  }

  private func expectRight(_ what: String) async throws {
    let afresh = folder.folder + "/afresh"
    try? FileManager.default.removeItem(atPath: afresh)
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

/// Edits as people make them, by chance: articles added, changed, moved and removed, templates, configuration.
struct RandomEdits {
  private let root: String
  private var random: SeededGenerator
  private var number = 0

  init(of root: String, seed: UInt64) {
    self.root = root
    random = SeededGenerator(seed: seed)
  }

  private static let names = ["Anna Berg", "Omar Haddad", "the Harbour Council", "Ilse Brandt", "Norland"]
  private static let deeds = ["met", "said the port would close in", "signed an agreement with", "left for"]
  private static let days = ["on Monday", "on 3 May 2019", "last year", "in April"]

  /// Makes one edit and says which.
  mutating func make() throws -> String {
    number += 1
    let articles = try Self.articles(in: root)
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<4 where articles.count < 12, 0..<10 where articles.isEmpty:
      let path = "content/\(["", "2019/", "2020/"].randomElement(using: &random) ?? "")new-\(number % 9).md"
      try write(article(), to: path)
      return "wrote \(path)"
    case 0..<6:
      let path = articles.randomElement(using: &random) ?? ""
      let text = try String(contentsOfFile: root + "/" + path, encoding: .utf8)
      try write(text + "\n\n" + sentence() + "\n", to: path)
      return "added to \(path)"
    case 6:
      let path = articles.randomElement(using: &random) ?? ""
      try FileManager.default.removeItem(atPath: root + "/" + path)
      return "removed \(path)"
    case 7:
      let path = articles.randomElement(using: &random) ?? ""
      let other = "content/moved/\(number).\(path.split(separator: ".").last ?? "md")"
      try write(try String(contentsOfFile: root + "/" + path, encoding: .utf8), to: other)
      try FileManager.default.removeItem(atPath: root + "/" + path)
      return "moved \(path)"
    case 8:
      try write(
        "title: Ports \(number)\nlist-limit: \(Int.random(in: 1...9, using: &random))\n", to: "dossier.yml")
      return "configured"
    default:
      let path = number.isMultiple(of: 2) ? "templates/mine.css" : "content/decisions/odd.yml"
      try write("/* \(number) */\n", to: path)
      return "wrote \(path)"
    }
  }

  private mutating func article() -> String {
    let day = Int.random(in: 10...28, using: &random)
    let paragraphs = (0..<4).map { _ in sentence() + " " + sentence() }.joined(separator: "\n\n")
    return "---\ntitle: Talks \(number)\ndate: 2019-05-\(day)\noutlet: The Gazette\n---\n\n\(paragraphs)\n"
  }

  private mutating func sentence() -> String {
    let words = [Self.names, Self.deeds, Self.names, Self.days].map { $0.randomElement(using: &random) ?? "" }
    return words.joined(separator: " ") + "."
  }

  private func write(_ text: String, to path: String) throws {
    let url = URL(filePath: root + "/" + path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  private static func articles(in root: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root + "/content").sorted()
      .filter { ["md", "txt", "html"].contains(URL(filePath: $0).pathExtension) }.map { "content/" + $0 }
  }
}
