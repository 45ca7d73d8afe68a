import DossierRendering
import DossierSource
import Synchronization
import Testing

@testable import DossierBuild

@Suite struct KnownPartsTests {
  private let files = MemoryFileSystem()
  private let path = "data/all.json"

  /// What a build left: its file, as it was then, and the parts of it; and which letters it made.
  private struct Build {
    let made: String
    let stamp: FileStamp?
    let parts: KnownParts
  }

  /// Builds a site of one file out of letters, after one that left its file as it was then and knew its parts.
  private func build(_ letters: String, after stamp: FileStamp? = nil, parts: KnownParts = KnownParts())
    throws -> Build
  {
    let output = BuildOutput(folder: "/out")
    let writer = try OutputWriter(
      output, staged: try StagedSite(for: output, in: files),
      known: stamp.map { [BuildRecord.Output(path: path, stamp: $0)] } ?? [], parts: parts, files: files)
    let made = Made()
    let file = StreamedFile(path: path) { take in
      for letter in letters {
        take(.bytes(Array(",".utf8)))
        take(
          .made(from: Fingerprint(of: String(letter))) {
            made.add(letter)
            return Array("[\(letter)]".utf8)
          })
      }
    }
    let written = try #require(try writer.write(file).first)
    _ = try writer.finish(
      with: [path: written.fingerprint], writing: written.outcome == .written ? [path] : [])
    let text = letters.map { ",[\($0)]" }.joined()
    #expect(files.holds(Array(text.utf8), at: "/out/\(path)"))
    return Build(
      made: made.letters, stamp: files.status(of: "/out/\(path)")?.stamp,
      parts: KnownParts(files: [path: .init(whole: written.fingerprint, parts: written.parts)]))
  }

  /// What was made, in order.
  private final class Made: Sendable {
    private let held = Mutex("")
    var letters: String { held.withLock { $0 } }
    func add(_ letter: Character) { held.withLock { $0.append(letter) } }
  }

  @Test func areTakenFromTheFileThatTheLastBuildLeft() throws {
    let first = try build("abcd")
    #expect(first.made == "abcd")
    let second = try build("axcdy", after: first.stamp, parts: first.parts)
    #expect(second.made == "xy")
    #expect(try build("ydcxa", after: second.stamp, parts: second.parts).made == "")
  }

  @Test func areMadeWhereSomebodyHasWrittenOverTheFileThatTheyLieIn() throws {
    let first = try build("abc")
    files.setClock(7)
    files.put(Array("[x][y][z],,,".utf8), at: "/out/\(path)")
    #expect(try build("abc", after: first.stamp, parts: first.parts).made == "abc")
  }

  @Test func areMadeWhereTheyAreThoseOfAnEarlierBuild() throws {
    let first = try build("abc")
    let second = try build("xyz")
    #expect(try build("abc", after: second.stamp, parts: first.parts).made == "abc")
  }

  @Test func areReadAsTheyWereWritten() throws {
    let known = try build("abc").parts
    #expect(KnownParts(parsing: known.bytes) == known)
  }

  @Test func areNoneWhereWhatIsRememberedIsCutOrDamaged() throws {
    let bytes = try build("abc").parts.bytes
    for length in bytes.indices { #expect(KnownParts(parsing: Array(bytes[..<length])) == nil) }
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] ^= 0x41
      #expect(KnownParts(parsing: damaged) == nil)
    }
  }
}
