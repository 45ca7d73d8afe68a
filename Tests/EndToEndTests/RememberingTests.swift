import DossierBuild
import Foundation
import Testing

/// What a build that remembers leaves out, and what it never does.
@Suite struct RememberingTests {
  private let folder: BuiltFolder

  init() throws {
    folder = try BuiltFolder(copying: BuiltFolder.fixtures.appending(path: "three-formats/content"))
  }

  /// Whether a build found nothing to do without looking into anything.
  private func isInstant(_ report: BuildReport) -> Bool { report.timings.stages.map(\.name) == ["compare"] }

  /// Compares the site with one that is built afresh.
  private func expectRight() async throws {
    let afresh = folder.folder + "/afresh"
    try? FileManager.default.removeItem(atPath: afresh)
    try await folder.build(into: afresh)
    let (built, expected) = (try folder.site(), try folder.site(at: afresh))
    #expect(built == expected, "\(built.keys.filter { built[$0] != expected[$0] })")
  }

  @Test func aBuildWithNothingToDoSaysTheSameAgain() async throws {
    try folder.write("", to: "empty.txt")
    let first = try await folder.build(tool: "1")
    let again = try await folder.build(tool: "1")
    #expect(!isInstant(first) && isInstant(again))
    #expect(again.diagnostics == first.diagnostics && !again.diagnostics.isEmpty)
    #expect(again.sources == first.sources && again.articles == first.articles)
    #expect(again.pages == first.pages && again.written == 0)
  }

  @Test func aChangeThatKeepsSizeAndDateIsSeen() async throws {
    let path = folder.content + "/harbour.txt"
    try await folder.build(tool: "1")
    let date = try #require(
      try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    try file.write(contentsOf: Data(text.replacing("Friday", with: "Sunday").utf8))
    try file.close()
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
    #expect(!isInstant(try await folder.build(tool: "1")))
    try await expectRight()
  }

  @Test func aTouchedSourceIsNoChange() async throws {
    try await folder.build(tool: "1")
    let path = folder.content + "/harbour.txt"
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: path)
    #expect(isInstant(try await folder.build(tool: "1")))
  }

  @Test func whatSomebodyDidToTheSiteIsMended() async throws {
    try await folder.build(tool: "1")
    try Data("gone wild".utf8).write(to: URL(filePath: folder.output + "/index.html"))
    #expect(try await folder.build(tool: "1").written == 1)
    try FileManager.default.removeItem(atPath: folder.output + "/index.html")
    #expect(try await folder.build(tool: "1").written == 1)
    try await expectRight()
    #expect(isInstant(try await folder.build(tool: "1")))
  }

  @Test func anotherToolConfigurationOrTemplateBuildsAnew() async throws {
    try await folder.build(tool: "1")
    #expect(!isInstant(try await folder.build(tool: "2")))
    let configuration = URL(filePath: folder.folder + "/dossier.yml")
    try Data("title: Ports\n".utf8).write(to: configuration)
    #expect(!isInstant(try await folder.build(tool: "2")))
    #expect(isInstant(try await folder.build(tool: "2")))
    try Data("title: Docks\n".utf8).write(to: configuration)
    #expect(!isInstant(try await folder.build(tool: "2")))
    try FileManager.default.createDirectory(
      atPath: folder.folder + "/templates", withIntermediateDirectories: true)
    try Data("p { color: red }\n".utf8).write(to: URL(filePath: folder.folder + "/templates/mine.css"))
    #expect(!isInstant(try await folder.build(tool: "2")))
    #expect(isInstant(try await folder.build(tool: "2")))
    try FileManager.default.createDirectory(
      atPath: folder.content + "/decisions", withIntermediateDirectories: true)
    #expect(!isInstant(try await folder.build(tool: "2")))
  }

  @Test func aRecordThatWasCutIsAsGoodAsNone() async throws {
    try await folder.build(tool: "1")
    let path = folder.folder + "/.dossier/public/record"
    let whole = try Data(contentsOf: URL(filePath: path))
    for length in stride(from: 0, to: whole.count, by: whole.count / 5) {
      try whole.prefix(length).write(to: URL(filePath: path))
      let report = try await folder.build(tool: "1")
      #expect(!isInstant(report) && report.written == 0)
    }
  }

  @Test func articlesThatDidNotChangeAreNotAnalysedAgain() async throws {
    try folder.write("", to: "empty.txt")
    let first = try await folder.build(tool: "1")
    let cache = folder.folder + "/.dossier/public/articles"
    let before = try #require(DiskFileSystem().status(of: cache)).size
    try folder.write("A new article\n\nThe harbour stayed shut on Monday.\n", to: "new.txt")
    let second = try await folder.build(tool: "1")
    let after = try #require(DiskFileSystem().status(of: cache)).size
    #expect(second.articles == first.articles + 1 && second.diagnostics == first.diagnostics)
    #expect(after > before && after - before < before / 2)
    try await expectRight()
  }

  @Test func pagesThatWouldNotDifferAreNotMadeAgain() async throws {
    let first = try await folder.build(tool: "1")
    #expect(first.made == first.pages)
    try folder.write("A new article\n\nThe lighthouse was painted on Monday.\n", to: "new.txt")
    let second = try await folder.build(tool: "1")
    #expect(second.made < first.made && second.made > second.written / 2)
    try await expectRight()
    let third = try await folder.build(tool: "2")
    #expect(third.made == third.pages && third.written == 0)
  }

  @Test func aPageThatSomebodyChangedIsMadeAgain() async throws {
    try await folder.build(tool: "1")
    let page = folder.output + "/articles/harbour.html"
    try Data("gone wild".utf8).write(to: URL(filePath: page))
    try folder.write("A new article\n\nThe lighthouse was painted on Monday.\n", to: "new.txt")
    try await folder.build(tool: "1")
    try await expectRight()
  }

  @Test(arguments: ["articles", "texts"])
  func aCacheThatWasCutOrDamagedChangesNoByte(name: String) async throws {
    try await folder.build(tool: "1")
    let path = folder.folder + "/.dossier/public/" + name
    let whole = try Data(contentsOf: URL(filePath: path))
    for number in 0..<6 {
      if number < 4 {
        try whole.prefix(whole.count * number / 4).write(to: URL(filePath: path))
      } else {
        var damaged = whole
        damaged[whole.count * number / 6] ^= 1
        try damaged.write(to: URL(filePath: path))
      }
      try folder.write("Another article \(number)\n\nThe harbour stayed shut.\n", to: "new.txt")
      try await folder.build(tool: "1")
      try await expectRight()
    }
  }

  @Test func buildsOfOneOutputAtOnceTakeTurns() async throws {
    let folder = folder
    async let first = folder.build(tool: "1")
    async let second = folder.build(tool: "1")
    async let third = folder.build(tool: "1")
    let reports = try await [first, second, third]
    #expect(reports.count { isInstant($0) } == 2)
    try await expectRight()
  }
}
