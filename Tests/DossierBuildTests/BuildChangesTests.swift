import DossierSource
import Testing

@testable import DossierBuild

/// What is told of why a file of the site was built.
@Suite struct BuildChangesTests {
  private func stamp(_ time: Int64) -> FileStamp {
    FileStamp(size: 1, number: 1, times: FileTimes(modified: time, changed: time))
  }

  private func record(_ files: [(String, Int64)], outputs: [String], setting: UInt64 = 1) -> BuildRecord {
    let inputs = files.map { path, time in
      InputSnapshot.File(
        path: path, stamp: stamp(time), fingerprint: path.hasSuffix(".md") ? Fingerprint(of: "\(time)") : nil)
    }
    return BuildRecord(
      setting: Fingerprint(high: setting, low: 0),
      inputs: InputSnapshot(folders: [], files: inputs, absent: [], time: 9),
      outputs: outputs.map { BuildRecord.Output(path: $0, stamp: stamp(1)) },
      counts: BuildRecord.Counts(sources: 1, articles: 1, pages: 1), diagnostics: [])
  }

  private var changes: BuildChanges {
    let old = record(
      [("a.md", 1), ("b.md", 1), ("gone.md", 1), ("home.mustache", 1)], outputs: ["a.html", "b.html"])
    let new = record(
      [("a.md", 2), ("b.md", 1), ("c.md", 1), ("home.mustache", 2)], outputs: ["a.html", "b.html", "c.html"])
    return BuildChanges(from: old, to: new, written: ["c.html", "a.html"])
  }

  @Test func findsWhatCameChangedAndWent() {
    #expect(
      changes.inputs.map { "\($0.path) \($0.kind)" }
        == ["a.md changed", "c.md added", "gone.md removed", "home.mustache changed"])
    #expect(changes.new == ["c.html"] && changes.rewritten == ["a.html"] && changes.ground == .inputs)
  }

  @Test func namesTheSourcesThatAPageLinksToFirst() {
    #expect(
      changes.reasons(for: "a.html") { $0 == "a.md" } == [
        "rewritten, since its bytes became others", "because of a.md: changed, and the page links to it",
        "also changed: c.md: added", "also changed: gone.md: removed", "also changed: home.mustache: changed",
      ])
    #expect(
      changes.reasons(for: "c.html") { _ in false }.first == "new in the last build that changed the site")
    #expect(
      changes.reasons(for: "b.html") { _ in true } == ["unchanged by the last build that changed the site"])
  }

  @Test func anotherSettingIsAReasonAndAFirstBuildNeedsNone() {
    let (old, new) = (record([], outputs: ["a.html"]), record([], outputs: ["a.html"], setting: 2))
    let reasons = BuildChanges(from: old, to: new, written: ["a.html"]).reasons(for: "a.html") { _ in false }
    #expect(reasons.last == "because of the tool, its options or dossier.yml: they are others than before")
    let first = BuildChanges(from: nil, to: new, written: ["a.html"])
    #expect(
      first.reasons(for: "a.html") { _ in false } == ["new: nothing was remembered of an earlier build"])
  }

  @Test func whatWasKeptIsReadAgainOrNotAtAll() {
    let bytes = changes.bytes
    #expect(BuildChanges(parsing: bytes) == changes)
    for length in bytes.indices { #expect(BuildChanges(parsing: Array(bytes[..<length])) == nil) }
  }
}
