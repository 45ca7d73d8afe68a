import DossierLanguages
import DossierSource
import DossierTheme
import Testing

@testable import DossierBuild

/// Every kind of trouble that a folder can hold has its message, and all that is sound is built nevertheless.
@Suite struct TroubleTests {
  struct Trouble: Sendable, CustomTestStringConvertible {
    let name: String
    var files: [String: [UInt8]] = [:]
    var barred: [String] = []
    /// All that is said, by place; what depends on the reader of a format is cut off at `…`.
    let says: [String]
    var testDescription: String { name }
  }

  static let sound =
    "The Harbour Talks\n\nThe two ports ended their talks on 12 March 2021, officials said.\n"

  static let troubles: [Trouble] = [
    Trouble(name: "nothing wrong", says: []),
    Trouble(
      name: "an unreadable file", files: ["a.txt": Array(sound.utf8)], barred: ["/c/a.txt"],
      says: [
        "/c/a.txt: error: the file cannot be used: permission denied; change its permissions [unreadable-source]"
      ]),
    Trouble(
      name: "an unreadable folder", files: ["sub/a.txt": Array(sound.utf8)], barred: ["/c/sub"],
      says: [
        "/c/sub: error: the file cannot be used: permission denied; change its permissions [unreadable-source]"
      ]),
    Trouble(
      name: "an empty file", files: ["a.txt": []],
      says: [
        "/c/a.txt: warning: 'a.txt' holds no text; paste the article into it, or remove the file [source-empty]"
      ]),
    Trouble(
      name: "a file of blanks", files: ["a.md": Array(" \n\t\n".utf8)],
      says: ["/c/a.md: warning: 'a.md' holds no text;…"]),
    Trouble(
      name: "a binary file", files: ["a.txt": (0..<2_000).map { UInt8(truncatingIfNeeded: $0 &* 37) }],
      says: ["/c/a.txt: error: 'a.txt' holds control characters that no text has;…"]),
    Trouble(
      name: "50 MB", files: ["a.txt": [UInt8](repeating: 0x61, count: 50 << 20)],
      says: [
        "/c/a.txt: error: the file has 50 MB, more than the 16 MB of any article; split it, or move it out of the content folder [source-too-large]"
      ]),
    Trouble(
      name: "a text cut within a letter", files: ["a.txt": Array(sound.utf8) + [0xC3]],
      says: [
        "/c/a.txt: warning: 1 bytes of 'a.txt' are no UTF-8; save the file as UTF-8 [unreadable-characters]"
      ]),
    Trouble(
      name: "a page cut within a tag",
      files: ["a.html": Array("<html><body><article><h1>Talks</h1><p>\(sound)</p><p>Then the <a hre".utf8)],
      says: []),
    Trouble(
      name: "bad front matter", files: ["a.md": Array("---\ntitle: \"Talks\noutlet: x\n---\n\(sound)".utf8)],
      says: ["/c/a.md:…"]),
    Trouble(
      name: "a date that is none",
      files: ["a.md": Array("---\ntitle: Talks\ndate: soon\n---\n\(sound)".utf8)],
      says: ["/c/a.md:3: warning: 'soon' is no date; write it as 2019-08-27 [bad-date]"]),
    Trouble(
      name: "two sources for one URL",
      files: ["a b.txt": Array("\(sound)\n".utf8), "a-b.txt": Array("\(sound)\n\n".utf8)],
      says: [
        "/c/a-b.txt: error: the page articles/a-b.html is that of 'a b.txt' already, so this article is left out; "
          + "rename one of the two files, or give one another 'slug' [same-url]"
      ]),
    Trouble(
      name: "one name in two folders",
      files: ["x/a.txt": Array("\(sound)\n".utf8), "y/a.txt": Array("\(sound)\n\n".utf8)],
      says: []),
    Trouble(
      name: "one file twice", files: ["z.txt": Array(sound.utf8)],
      says: [
        "/c/z.txt: warning: the file is 'sound.txt' once more, to the last byte, and counts as a second article; "
          + "remove one of the two [same-source]"
      ]),
    Trouble(
      name: "files that are no articles", files: ["a.pdf": [1]],
      says: [
        "/c: warning: 'a.pdf' is no article: '.pdf' is not a format that is read; save articles as .txt, .md or .html [not-a-source]"
      ]),
    Trouble(
      name: "no markup but markup", files: ["a.html": Array("<html><script>x()</script></html>".utf8)],
      says: ["/c/a.html: warning: 'a.html' holds no text;…"]),
    Trouble(
      name: "tags nested without end",
      files: ["a.html": Array(String(repeating: "<div>", count: 50_000).utf8)],
      says: ["/c/a.html:…"]),
  ]

  @Test(arguments: troubles)
  func saysWhatIsWrongAndBuildsTheRest(trouble: Trouble) async throws {
    let files = MemoryFileSystem(["/c/sound.txt": Self.sound])
    for (path, bytes) in trouble.files { files.put(bytes, at: "/c/" + path) }
    for path in trouble.barred { files.bar(path) }
    let report = try await build(files)
    let said = report.diagnostics.map(\.description)
    #expect(said.count == trouble.says.count, "\(said)")
    for (message, wanted) in zip(said, trouble.says) {
      let isCut = wanted.hasSuffix("…")
      #expect(isCut ? message.hasPrefix(wanted.dropLast()) : message == wanted)
    }
    #expect(files.status(of: "/out/articles/sound.html") != nil)
    #expect(files.status(of: "/out/data/dossier.json") != nil)
  }

  @Test func namesPagesAfterFoldersWhereFilesHaveOneName() async throws {
    let files = MemoryFileSystem([
      "/c/x/a.txt": Self.sound, "/c/y/a.txt": Self.sound, "/c/y/b.txt": Self.sound,
    ])
    try await build(files)
    let pages = files.files(below: "/out/articles").keys.filter { $0.hasSuffix(".html") }.sorted()
    #expect(pages == ["/out/articles/b.html", "/out/articles/x-a.html", "/out/articles/y-a.html"])
  }

  @Test func aFolderWithoutArticlesIsAnErrorAndReplacesNoSite() async throws {
    let files = MemoryFileSystem(["/c/sound.txt": Self.sound])
    try await build(files)
    let before = files.files(below: "/out")
    files.takeAway("/c/sound.txt")
    let report = try await build(files)
    #expect(report.diagnostics.map(\.id) == ["no-articles"] && report.pages == 0)
    #expect(files.files(below: "/out") == before)
  }

  /// Lines in `content/decisions/` make a site's folder of what was a bare folder of articles.
  @Test func articlesBesideTheContentFolderAreSaidNotToBeRead() async throws {
    let files = MemoryFileSystem([
      "/c/sound.txt": Self.sound, "/c/content/decisions/a.txt": "# nothing yet\n",
    ])
    let told = try await build(files).diagnostics.first
    #expect(told?.description.hasPrefix("/c/content: error: there is no article here") == true)
    #expect(told?.remedy.hasSuffix("; those beside it are not read") == true)
  }

  @Test(arguments: [
    ("/nowhere", "/out", "/nowhere: error: there is no such folder; name a folder of articles"),
    (
      "/c/sound.txt", "/out", "/c/sound.txt: error: this is no folder; name the folder that the article is in"
    ),
    (
      "/c", "/barred/out",
      "/barred/out: error: the file cannot be used: permission denied; change its permissions"
    ),
    (
      "/c", "/full",
      "/full: error: the output folder holds files that no build wrote, such as 'mine.txt'; choose another folder with --output, or use --force to write between them"
    ),
    (
      "/c", "/c",
      "/c: error: the output folder holds the sources in '/c'; choose a folder beside or within it with --output"
    ),
    (
      "/c", "/",
      "/: error: the output folder holds the sources in '/c'; choose a folder beside or within it with --output"
    ),
  ])
  func stopsWhereThereIsNothingToReadOrNowhereToWrite(content: String, output: String, message: String) async
  {
    let files = MemoryFileSystem(["/c/sound.txt": Self.sound, "/full/mine.txt": "x", "/barred/x": ""])
    files.bar("/barred")
    await #expect { try await build(files, content, into: output) } throws: { "\($0)" == message }
    #expect(files.touched().isEmpty)
  }

  @discardableResult
  private func build(
    _ files: MemoryFileSystem, _ content: String = "/c", into output: String = "/out"
  ) async throws -> BuildReport {
    let builder = SiteBuilder(
      vocabulary: Languages.pageVocabulary, languages: Languages.all, knowledge: Languages.knowledge,
      theme: Theme.files)
    return try await builder.build(
      Workspace(at: content, files: files), into: BuildOutput(folder: output),
      on: BuildMachine(files: files, jobs: 2))
  }
}
