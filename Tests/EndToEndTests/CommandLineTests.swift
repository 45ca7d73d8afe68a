import Foundation
import Testing

/// The executable as a user calls it: what it says where, and how it exits.
@Suite struct CommandLineTests {
  struct Outcome {
    let status: Int32
    let output: String
    let messages: String
  }

  private let folder: BuiltFolder

  init() throws {
    folder = try BuiltFolder(copying: BuiltFolder.fixtures.appending(path: "three-formats/content"))
  }

  private func dossier(_ arguments: String...) throws -> Outcome {
    let process = folder.dossier(arguments)
    let output = Pipe()
    let messages = Pipe()
    process.standardOutput = output
    process.standardError = messages
    try process.run()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    let complained = try messages.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
      messages: String(decoding: complained, as: UTF8.self))
  }

  @Test func buildsInOneCommandAndClosesWithOneLine() throws {
    let built = try dossier("build", "content", "-o", "site")
    #expect(built.status == 0 && built.messages.isEmpty)
    #expect(
      built.output.wholeMatch(of: #/Built \d+ pages \(\d+ written, 0 removed\) in \d+\.\d\d s\n/#) != nil)
    #expect(try dossier("build", "content", "-o", "site").output.contains("(0 written, 0 removed)"))
    #expect(FileManager.default.fileExists(atPath: folder.folder + "/site/index.html"))
  }

  @Test func watchingBuildsAgainWhenASourceComes() async throws {
    let process = folder.dossier(["build", "content", "-o", "site", "--watch", "--quiet"])
    try process.run()
    defer { process.terminate() }
    try await wait(for: "site/index.html")
    try folder.write("---\ntitle: Late\n---\n\nIt came later than the others.\n", to: "late.md")
    try await wait(for: "site/articles/late.html")
    #expect(process.isRunning)
  }

  @Test func watchingKeepsTheLastSiteWhileItsArticlesAreGone() async throws {
    let files = FileManager.default
    let root = folder.folder
    try Data("title: Ports\n".utf8).write(to: URL(filePath: root + "/dossier.yml"))
    try Data("# About this folder\n\nIt holds articles.\n".utf8).write(to: URL(filePath: root + "/about.md"))
    let process = folder.dossier(["build", ".", "-o", "site", "--watch", "--quiet"])
    let messages = Pipe()
    process.standardError = messages
    try process.run()
    defer { process.terminate() }
    try await wait(for: "site/articles/harbour.html")
    try files.moveItem(atPath: root + "/content", toPath: root + "/.away")
    let said = String(decoding: messages.fileHandleForReading.availableData, as: UTF8.self)
    #expect(
      said
        == "content: error: the folder of articles is gone; put it back, or end this and build from another one\n"
    )
    #expect(files.fileExists(atPath: root + "/site/articles/harbour.html"))
    try files.moveItem(atPath: root + "/.away", toPath: root + "/content")
    try folder.write("---\ntitle: Late\n---\n\nIt came later than the others.\n", to: "late.md")
    try await wait(for: "site/articles/late.html")
    #expect(!files.fileExists(atPath: root + "/site/articles/about.html"))
  }

  /// Waits until a file is there; records an issue where it does not come.
  private func wait(for path: String) async throws {
    for _ in 0..<300 {
      if FileManager.default.fileExists(atPath: folder.folder + "/" + path) { return }
      try await Task.sleep(for: .milliseconds(100))
    }
    Issue.record("'\(path)' did not come within half a minute")
  }

  @Test func writesToPublicBesideAConfiguration() throws {
    try Data("title: Ports\n".utf8).write(to: URL(filePath: folder.folder + "/dossier.yml"))
    #expect(try dossier("build", ".", "--quiet").output.isEmpty)
    let home = try String(contentsOfFile: folder.output + "/index.html", encoding: .utf8)
    #expect(home.contains("Ports"))
  }

  @Test func anArticleLeftOutFailsTheBuildUnlessItIsToKeepGoing() throws {
    try folder.write("", to: "empty.txt")
    let built = try dossier("build", "content", "-o", "site")
    #expect(built.status == 1 && built.output.hasPrefix("Built "))
    #expect(built.messages.hasPrefix("content/empty.txt: warning: 'empty.txt' holds no text; "))
    #expect(built.messages.hasSuffix("1 warning: 1 source-empty\n"))
    #expect(try dossier("build", "content", "-o", "site", "--keep-going").status == 0)
    #expect(try dossier("build", "content", "-o", "site", "--keep-going", "--strict").status == 1)
  }

  @Test func checkWritesNothingAndExitsWith2WhereItFindsSomething() throws {
    #expect(try dossier("check", "content").status == 0)
    try folder.write("", to: "empty.txt")
    #expect(try dossier("check", "content").status == 2)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.folder) == ["content"])
  }

  @Test func saysEverythingAsJSONForPrograms() throws {
    try folder.write("", to: "empty.txt")
    let built = try dossier("build", "content", "-o", "site", "--format", "json")
    #expect(built.messages.hasPrefix(#"{"id":"source-empty","message":"#))
    let result = try JSONDecoder().decode([String: Int].self, from: Data(built.output.utf8))
    #expect(result["sources"] == 4 && result["articles"] == 3 && result["warnings"] == 1)
  }

  @Test func tellsWrongUsageAndTroubleOfTheMachineApart() throws {
    #expect(try dossier("build", "content", "--jobs", "0").status == 64)
    #expect(try dossier("build", "content", "--base-url", "example").status == 64)
    for told in [try dossier("bild"), try dossier("help", "biuld"), try dossier("bild", "-o", "site")] {
      #expect(told.status == 64 && told.messages.contains("Did you mean 'build'?"))
    }
    let missing = try dossier("build", "nowhere")
    #expect(missing.status == 1)
    #expect(missing.messages == "nowhere: error: there is no such folder; name a folder of articles\n")
  }

  @Test func analyzeTellsWhatItFoundInAFileAndWhy() throws {
    let told = try dossier("analyze", "content/harbour.txt", "content/2021/april.html")
    #expect(told.status == 0 && told.messages.isEmpty)
    #expect(
      told.output.hasPrefix("content/harbour.txt\n  id: harbour\n  title: Harbour Talks End Without a Deal\n")
    )
    #expect(told.output.contains("\n  published: 2021-03-12\n  published-by: stated; "))
    #expect(told.output.contains("\n  language: en\n"))
    let time =
      #/\n  \d+-\d+ "Friday" kind=DATE value=2021-03-12 .*direction=past rule=time:weekday resolved-by=/#
    #expect(told.output.firstMatch(of: time) != nil)
    #expect(told.output.contains(#/"We agreed to meet again in April,".* speaker=Ilse Brandt .*cue=said/#))
    #expect(told.output.contains(#/"1,200" number=1200 counted=dockers/#))
    #expect(told.output.contains("\n\ncontent/2021/april.html\n"))
    #expect(told.output.contains(#""By Mara Quill" reason=moved-to-metadata"#))
  }

  @Test func analyzeGivesProgramsOneObjectAFile() throws {
    struct Told: Decodable {
      struct Row: Decodable {
        let start: Int?
        let text: String
        let rule: String?
      }
      let source: String
      let mentions, times, quotations, sentences: [Row]
    }
    let told = try dossier("analyze", "--format", "json", "content/harbour.txt", "content/2021/april.html")
    let rows = try told.output.split(separator: "\n").map {
      try JSONDecoder().decode(Told.self, from: Data($0.utf8))
    }
    #expect(rows.map(\.source) == ["content/harbour.txt", "content/2021/april.html"])
    #expect(rows[0].mentions.contains { $0.text == "Ilse Brandt" && $0.rule?.isEmpty == false })
    #expect(rows[0].sentences.first?.start == 0)
  }

  @Test func analyzeGoesOnAfterAFileThatIsMissingOrNoArticle() throws {
    try folder.write("", to: "empty.txt")
    let told = try dossier("analyze", "nowhere.txt", "content", "content/empty.txt", "content/harbour.txt")
    #expect(told.status == 1)
    #expect(told.output.hasPrefix("content/harbour.txt\n"))
    #expect(told.messages.hasPrefix("nowhere.txt: error: there is no such file; name a file that holds"))
    #expect(told.messages.contains("\ncontent: error: this is no file; "))
    #expect(told.messages.contains("\ncontent/empty.txt: warning: "))
    #expect(try dossier("analyze").status == 64)
  }

  @Test func cleansWhatItBuiltAndStartsANewSite() throws {
    _ = try dossier("build", "content", "-o", "site")
    #expect(try dossier("clean", "content", "-o", "site").output.hasPrefix("Removed "))
    #expect(!FileManager.default.fileExists(atPath: folder.folder + "/site"))
    #expect(try dossier("init", "new").status == 0)
    #expect(try dossier("build", "new").status == 0)
    #expect(FileManager.default.fileExists(atPath: folder.folder + "/new/public/index.html"))
    #expect(try dossier("init", "new").output == "Nothing to write: the site is there\n")
  }

  @Test func aUsersTemplatesTakeThePlaceOfTheThemesOneByOne() throws {
    try Data("title: Ports\n".utf8).write(to: URL(filePath: folder.folder + "/dossier.yml"))
    let templates = folder.folder + "/templates"
    try FileManager.default.createDirectory(atPath: templates, withIntermediateDirectories: true)
    try Data("<p>My {{tittle}}</p>\n".utf8).write(to: URL(filePath: templates + "/not-found.mustache"))
    let built = try dossier("build", ".")
    #expect(built.status == 1 && !FileManager.default.fileExists(atPath: folder.output))
    #expect(built.messages.contains("not-found.mustache:1:"), "\(built.messages)")
  }
}
