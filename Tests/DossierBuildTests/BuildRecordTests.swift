import DossierSource
import Testing

@testable import DossierBuild

@Suite struct BuildRecordTests {
  private let record: BuildRecord

  init() {
    let stamp = FileStamp(
      size: 300, number: 77, times: FileTimes(modified: 1_700_000_000_123_456_789, changed: -5))
    record = BuildRecord(
      setting: Fingerprint(of: "setting"),
      inputs: InputSnapshot(
        folders: [.init(path: "in", stamp: stamp, names: Fingerprint(of: "a"))],
        files: [
          .init(path: "in/ä.txt", stamp: stamp, fingerprint: nil),
          .init(path: "in/b.txt", stamp: stamp, fingerprint: Fingerprint(of: "b")),
        ], absent: ["in/link"], time: 12),
      outputs: [.init(path: "index.html", stamp: stamp)], counts: .init(sources: 2, articles: 1, pages: 130),
      diagnostics: [
        Diagnostic(
          .warning, "odd", "What is it?", remedy: "look", at: SourceLocation(path: "in/b.txt", line: 3)),
        Diagnostic(.note, "odd", "", remedy: "look", at: SourceLocation(path: "", line: 0, column: 300)),
      ])
  }

  @Test func isReadAsItWasWritten() throws {
    let read = try #require(BuildRecord(parsing: record.bytes))
    #expect(read.setting == record.setting && read.inputs == record.inputs)
    #expect(read.outputs == record.outputs)
    #expect(read.counts == record.counts && read.diagnostics == record.diagnostics)
  }

  @Test func isNothingWhereItIsCutOrDamaged() {
    let bytes = record.bytes
    for length in bytes.indices { #expect(BuildRecord(parsing: Array(bytes[..<length])) == nil) }
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] ^= 0x41
      #expect(BuildRecord(parsing: damaged) == nil)
    }
    #expect(BuildRecord(parsing: bytes + [0]) == nil)
  }
}
