import DossierRendering
import DossierSource
import Testing

@testable import DossierBuild

@Suite struct OutputWriterTests {
  private let files = MemoryFileSystem()

  private func file(_ path: String, _ text: String) -> OutputFile {
    OutputFile(path: path, bytes: Array(text.utf8))
  }

  /// Writes a whole site as a build does; gives the outcomes and how many files were removed.
  @discardableResult
  private func write(
    _ site: [OutputFile], force: Bool = false, atomically: Bool = false
  ) throws -> (outcomes: [OutputWriter.Outcome], removed: Int) {
    let output = BuildOutput(folder: "/out", force: force, isAtomic: atomically)
    let writer = try OutputWriter(output, staged: try StagedSite(for: output, in: files), files: files)
    let outcomes = try writer.write(site).map(\.outcome)
    var present: [String: Fingerprint] = [:]
    for (file, outcome) in zip(site, outcomes) where outcome == .written || outcome == .unchanged {
      present[file.path] = Fingerprint(of: file.bytes)
    }
    let written = zip(site, outcomes).filter { $1 == .written }.map(\.0.path)
    return (outcomes, try writer.finish(with: present, writing: written))
  }

  @Test func writesOnlyWhatDiffers() throws {
    try write([file("a.html", "1"), file("b/c.html", "2")])
    _ = files.touched()
    let again = try write([file("a.html", "1"), file("b/c.html", "3")])
    #expect(again.outcomes == [.unchanged, .written])
    let touched = files.touched().filter { !$0.hasPrefix("/out/.dossier-new/") }
    #expect(touched == ["/out/.dossier-manifest", "/out/b/c.html"])
    #expect(try write([file("a.html", "1"), file("b/c.html", "3")]).outcomes == [.unchanged, .unchanged])
    #expect(files.touched().filter { $0.hasSuffix(".html") }.isEmpty)
  }

  /// Writes a site of one file that is made of parts, of which hardly any is held.
  private func write(
    parts: [String], force: Bool = false, atomically: Bool = false
  ) throws -> OutputWriter.Outcome {
    let output = BuildOutput(folder: "/out", force: force, isAtomic: atomically)
    let writer = try OutputWriter(output, staged: try StagedSite(for: output, in: files), files: files)
    let file = StreamedFile(path: "data/all.json") { take in
      for part in parts { take(.bytes(Array(part.utf8))) }
    }
    let written = try writer.write(file, holding: 3)
    let present = Dictionary(uniqueKeysWithValues: written.map { ($0.path, $0.fingerprint) })
    _ = try writer.finish(with: present, writing: written.filter { $0.outcome == .written }.map(\.path))
    return try #require(written.first).outcome
  }

  @Test(arguments: [false, true]) func writesAFileOfManyPartsAsOne(atomically: Bool) throws {
    #expect(try write(parts: ["[1,", "22,", "333]"], atomically: atomically) == .written)
    #expect(files.holds(Array("[1,22,333]".utf8), at: "/out/data/all.json"))
    _ = files.touched()
    #expect(try write(parts: ["[1,22,", "333]"], atomically: atomically) == .unchanged)
    #expect(try write(parts: ["[1,22,", "334]"], atomically: atomically) == .written)
    #expect(files.holds(Array("[1,22,334]".utf8), at: "/out/data/all.json"))
    let left = files.files(below: "/out").keys.sorted()
    #expect(left == ["/out/.dossier-manifest", "/out/data/all.json"])
  }

  @Test func leavesAForeignFileWhereOneOfManyPartsWouldLie() throws {
    try write([file("a.html", "1")])
    files.put(Array("mine".utf8), at: "/out/data/all.json")
    guard case .refused(let diagnostic) = try write(parts: ["[1,", "22]"]) else {
      Issue.record("written over")
      return
    }
    #expect(diagnostic.id == "foreign-file")
    #expect(files.holds(Array("mine".utf8), at: "/out/data/all.json"))
    #expect(try write(parts: ["[1,", "22]"], force: true) == .written)
  }

  @Test func keepsTheOldFileWhereTheDiskIsFullAmongTheParts() throws {
    _ = try write(parts: ["[1,", "22,", "333]"])
    files.failAfter(writes: 1)
    #expect(throws: BuildError.self) { try write(parts: ["[4,", "55,", "666]"]) }
    files.failAfter(writes: .max)
    #expect(files.holds(Array("[1,22,333]".utf8), at: "/out/data/all.json"))
    #expect(try write(parts: ["[4,", "55,", "666]"]) == .written)
  }

  @Test func removesStaleFilesAndTheirEmptyFolders() throws {
    try write([file("a.html", "1"), file("b/c/d.html", "2"), file("b/e.html", "3")])
    #expect(try write([file("a.html", "1"), file("b/e.html", "3")]).removed == 1)
    #expect(files.status(of: "/out/b/c") == nil)
    #expect(files.status(of: "/out/b/e.html") != nil)
  }

  @Test func neverTouchesForeignFiles() throws {
    try write([file("a.html", "1")])
    files.put(Array("mine".utf8), at: "/out/notes.txt")
    files.put(Array("mine".utf8), at: "/out/b.html")
    let outcomes = try write([file("a.html", "1"), file("b.html", "2")]).outcomes
    guard case .refused(let diagnostic) = outcomes[1] else {
      Issue.record("written over")
      return
    }
    #expect(diagnostic.id == "foreign-file" && diagnostic.location.path == "/out/b.html")
    try write([])
    #expect(files.holds(Array("mine".utf8), at: "/out/b.html"))
    #expect(files.holds(Array("mine".utf8), at: "/out/notes.txt"))
    #expect(files.status(of: "/out/a.html") == nil)
  }

  @Test func asksForForceWhereAFolderHoldsForeignFiles() throws {
    files.put(Array("mine".utf8), at: "/out/index.html")
    files.put([], at: "/out/.gitkeep")
    #expect(throws: BuildError.self) { try write([file("a.html", "1")]) }
    #expect(
      try write([file("a.html", "1"), file("index.html", "2")], force: true).outcomes == [.written, .written])
    #expect(files.holds(Array("2".utf8), at: "/out/index.html"))
  }

  @Test func takesAnEmptyFolderAndOneWithHiddenFilesOnly() throws {
    files.put([], at: "/out/.gitkeep")
    #expect(try write([file("a.html", "1")]).outcomes == [.written])
    #expect(files.status(of: "/out/.gitkeep") != nil)
  }

  @Test(arguments: 0..<4)
  func mendsWhatAnInterruptedBuildLeft(writes: Int) throws {
    let site = [file("a.html", "1"), file("b.html", "2"), file("c.html", "3")]
    files.failAfter(writes: writes)
    _ = try? write(site)
    files.failAfter(writes: .max)
    try write([site[0], file("d.html", "4")])
    let present = files.files(below: "/out").keys.sorted()
    #expect(present == ["/out/.dossier-manifest", "/out/a.html", "/out/d.html"])
  }

  @Test func writesNothingOutsideItsFolder() throws {
    for path in ["../x", "/x", "a//b", "a/../b", ".hidden", "", "a\\b", "a\nb"] {
      guard case .refused(let diagnostic) = try write([file(path, "1")]).outcomes[0] else {
        Issue.record("'\(path)' was written")
        continue
      }
      #expect(diagnostic.id == "unsafe-output-path")
    }
    files.put(
      Array("dossier manifest 1\n\(Fingerprint(of: "x")) ../secret\n".utf8), at: "/out/.dossier-manifest")
    files.put([1], at: "/secret")
    try write([])
    #expect(files.status(of: "/secret") != nil)
  }

  private static let old = [("a.html", "1"), ("b/c.html", "2"), ("d.html", "4")]
  private static let new = [("a.html", "one"), ("b/c.html", "2"), ("e/f.html", "5")]

  private func site(_ files: [(String, String)]) -> [OutputFile] { files.map { file($0.0, $0.1) } }

  private func present() -> [String] {
    files.files(below: "/out").map { "\($0.key): \(String(decoding: $0.value, as: UTF8.self).prefix(4))" }
      .filter { !$0.contains("/.dossier") }.sorted()
  }

  @Test(arguments: [false, true], 0..<9)
  func aDiskThatIsFullLeavesTheOldSiteWhole(atomically: Bool, writes: Int) throws {
    try write(site(Self.old))
    let old = present()
    files.failAfter(writes: writes)
    let isWritten = (try? write(site(Self.new), atomically: atomically)) != nil
    files.failAfter(writes: .max)
    if !isWritten, atomically || writes < 2 { #expect(present() == old) }
    try write(site(Self.new), atomically: atomically)
    #expect(present() == ["/out/a.html: one", "/out/b/c.html: 2", "/out/e/f.html: 5"])
    #expect(files.files(below: "/").keys.filter { $0.contains("dossier-new") }.isEmpty)
  }

  @Test(arguments: 0..<4)
  func aFirstSiteIsThereAsAWholeOrNotAtAll(writes: Int) throws {
    files.failAfter(writes: writes)
    #expect(throws: BuildError.self) { try write(site(Self.old)) }
    #expect(present().isEmpty)
    files.failAfter(writes: .max)
    try write(site(Self.old))
    #expect(present().count == 3)
  }

  @Test func aNewTreeKeepsForeignFiles() throws {
    try write(site(Self.old))
    files.put(Array("mine".utf8), at: "/out/notes.txt")
    files.put(Array("mine".utf8), at: "/out/own/deep/notes.txt")
    let (_, removed) = try write(site(Self.new), atomically: true)
    #expect(removed == 1)
    #expect(
      present() == [
        "/out/a.html: one", "/out/b/c.html: 2", "/out/e/f.html: 5", "/out/notes.txt: mine",
        "/out/own/deep/notes.txt: mine",
      ])
  }

  @Test func anOutputThatCannotBeWrittenIsToldAndLeftAlone() throws {
    try write(site(Self.old))
    let old = present()
    files.bar("/out/.dossier-new")
    #expect { try write(site(Self.new)) } throws: {
      ($0 as? BuildError)?.description.hasPrefix("/out: error: ") == true
    }
    #expect(present() == old)
  }

  @Test func cleansOnlyWhatWasBuilt() throws {
    try write([file("a.html", "1"), file("b/c.html", "2")])
    files.put([1], at: "/out/mine.txt")
    #expect(try SiteCleaner.clean("/out", files: files) == 2)
    #expect(files.files(below: "/out").keys.sorted() == ["/out/mine.txt"])
    #expect(try SiteCleaner.clean("/nowhere", files: files) == 0)
  }
}
