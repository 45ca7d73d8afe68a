import Foundation
import Testing

/// `dossier serve` and what else tells of builds, as a user calls them.
@Suite final class ServeCommandTests {
  private let folder: BuiltFolder
  private var process = Process()
  private let output = Pipe()

  init() throws {
    folder = try BuiltFolder(copying: BuiltFolder.fixtures.appending(path: "three-formats/content"))
  }

  deinit { if process.isRunning { process.terminate() } }

  private func start(_ arguments: String...) throws {
    process = folder.dossier(arguments)
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  private func run(_ arguments: String...) throws -> String {
    let process = folder.dossier(arguments)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: said, as: UTF8.self)
  }

  /// What the server answers to a request, as soon as it holds some words; nil where it never does.
  private func page(_ path: String, port: Int, holding words: String) async throws -> String? {
    for _ in 0..<200 {
      let asking = Process()
      asking.executableURL = URL(filePath: "/bin/bash")
      asking.arguments = [
        "-c",
        "exec 3<>/dev/tcp/127.0.0.1/\(port); printf 'GET \(path) HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3; cat <&3",
      ]
      let said = Pipe()
      asking.standardOutput = said
      asking.standardError = FileHandle.nullDevice
      try asking.run()
      let text = String(decoding: try said.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
      asking.waitUntilExit()
      if text.contains(words) { return text }
      try await Task.sleep(for: .milliseconds(100))
    }
    return nil
  }

  @Test func servesWhatItBuildsAndFollowsChangesUntilItIsEnded() async throws {
    try start("serve", "content", "-o", "site", "--port", "0", "--base-path", "sub")
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    let port = try #require(
      line.firstMatch(of: #/http://127\.0\.0\.1:(\d+)/sub//#).flatMap { Int($0.output.1) })
    let home = try #require(try await page("/sub/", port: port, holding: "Private edition"))
    #expect(home.hasPrefix("HTTP/1.1 200 OK\r\n") && home.contains("/sub/.dossier/live.js"))
    try folder.write("---\ntitle: Late\n---\n\nIt came later than the others.\n", to: "late.md")
    #expect(try await page("/sub/articles/late.html", port: port, holding: "It came later") != nil)
    process.terminate()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0 && process.terminationReason == .exit)
  }

  @Test func filesOfSomebodyElseAreNotServed() async throws {
    try FileManager.default.createDirectory(
      atPath: folder.folder + "/mine", withIntermediateDirectories: true)
    try Data("a letter".utf8).write(to: URL(filePath: folder.folder + "/mine/index.html"))
    try start("serve", "content", "-o", "mine", "--port", "0")
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    let port = try #require(line.firstMatch(of: #/127\.0\.0\.1:(\d+)\//#).flatMap { Int($0.output.1) })
    let home = try await page("/", port: port, holding: "There is no site yet")
    #expect(home?.contains("a letter") == false)
  }

  @Test func explainTellsWhatAPageWasBuiltFor() throws {
    _ = try run("build", "content", "-o", "site")
    func explained(_ page: String) throws -> String {
      try run("explain", page, "-f", "content", "-o", "site")
    }
    #expect(try explained("index.html") == "built\n  new: nothing was remembered of an earlier build\n\n")
    let source = URL(filePath: folder.content + "/harbour.txt")
    let text = try String(contentsOf: source, encoding: .utf8)
    try Data((text + "\nA last sentence was added.\n").utf8).write(to: source)
    _ = try run("build", "content", "-o", "site")
    let told = try explained("articles/harbour.html")
    #expect(told.contains("\nbuilt\n  rewritten, since its bytes became others\n"))
    #expect(told.contains("because of content/harbour.txt: changed, and the page links to it\n"))
    #expect(try explained("assets/dossier.css").contains("unchanged by the last build"))
    #expect(try explained("site/articles/harbour.html") == told)
  }
}
