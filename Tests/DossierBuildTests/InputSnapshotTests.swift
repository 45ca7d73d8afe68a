import DossierSource
import Testing

@testable import DossierBuild

/// Whether anything changed is told by dates where they can be trusted, and by bytes where they cannot.
@Suite struct InputSnapshotTests {
  private let files = MemoryFileSystem(["/in/a.txt": "one", "/in/b/c.txt": "two"])
  private static let second: Int64 = 1_000_000_000

  private func snapshot(at seconds: Int64) -> InputSnapshot {
    var snapshot = InputSnapshot(
      of: ["/in", "/templates"], excluding: [], time: seconds * Self.second, in: files)
    snapshot.note([:], in: files)
    return snapshot
  }

  private func isUnchanged(_ snapshot: InputSnapshot, at seconds: Int64) -> Bool {
    snapshot.confirmed(at: seconds * Self.second, in: files) != nil
  }

  @Test func nothingIsReadWhereDatesCanBeTrusted() {
    let old = snapshot(at: 1_100)
    #expect(old.files.map(\.fingerprint) == [nil, nil])
    #expect(old.confirmed(at: 1_200 * Self.second, in: files)?.isRefreshed == false)
  }

  @Test func aChangeWithoutAnotherDateIsSeenInWhatWasRecent() {
    let recent = snapshot(at: 1_001)
    #expect(isUnchanged(recent, at: 1_100))
    files.put(Array("new".utf8), at: "/in/a.txt")
    #expect(!isUnchanged(recent, at: 1_100))
  }

  @Test func anotherDateOfTheSameBytesIsNoChangeAndTakenOver() throws {
    let before = snapshot(at: 1_001)
    files.setClock(2_000)
    files.put(Array("one".utf8), at: "/in/a.txt")
    let after = try #require(before.confirmed(at: 3_000 * Self.second, in: files))
    #expect(after.isRefreshed)
    #expect(after.confirmed(at: 4_000 * Self.second, in: files)?.isRefreshed == false)
  }

  @Test func filesThatComeGoOrGrowAreSeen() {
    let before = snapshot(at: 1_100)
    files.setClock(2_000)
    files.put(Array("one more".utf8), at: "/in/a.txt")
    #expect(!isUnchanged(before, at: 2_100))
    files.put(Array("one".utf8), at: "/in/a.txt")
    let again = snapshot(at: 2_100)
    files.takeAway("/in/b/c.txt")
    #expect(!isUnchanged(again, at: 2_200))
    files.put(Array("two".utf8), at: "/in/b/c.txt")
    let whole = snapshot(at: 2_300)
    #expect(isUnchanged(whole, at: 2_400))
    files.put([], at: "/templates/page.mustache")
    #expect(!isUnchanged(whole, at: 2_400))
  }

  @Test func aSiteWithinTheContentIsNoInput() {
    files.put([], at: "/in/site/.dossier-manifest")
    files.put([], at: "/in/site/index.html")
    files.put([], at: "/in/.hidden")
    #expect(snapshot(at: 1_100).files.map(\.path) == ["/in/a.txt", "/in/b/c.txt"])
  }
}
