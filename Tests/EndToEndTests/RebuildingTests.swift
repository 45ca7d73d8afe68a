import Foundation
import Testing

/// What holds of any build of any content, tried on the sample dossier.
@Suite(.serialized) struct RebuildingTests {
  @Test func theOrderOfFilesTheTimeZoneAndTheNumberOfTasksChangeNoByte() async throws {
    let folder = try BuiltFolder(copying: BuiltFolder.sample)
    try await folder.build()
    let first = try folder.site()
    #expect(first["data/dossier.json"] != nil && first.count > 10)

    let zone = ProcessInfo.processInfo.environment["TZ"]
    setenv("TZ", "Pacific/Kiritimati", 1)
    tzset()
    let other = folder.folder + "/elsewhere/site"
    try await folder.build(into: other, through: ShufflingFileSystem(), jobs: 1)
    if let zone { setenv("TZ", zone, 1) } else { unsetenv("TZ") }
    tzset()
    try expectSame(try folder.site(at: other), first)
  }

  @Test func whatDidNotChangeIsNotWrittenAgain() async throws {
    let folder = try BuiltFolder(copying: BuiltFolder.sample)
    let first = try await folder.build()
    let again = try await folder.build()
    #expect(first.written > 10 && again.written == 0 && again.removed == 0)
    #expect(first.pages == again.pages && first.diagnostics == again.diagnostics)
  }

  @Test func aRebuiltSiteIsTheSameAsOneBuiltAfresh() async throws {
    let folder = try BuiltFolder(copying: BuiltFolder.sample)
    try await folder.build()
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.content)
    let removed = try #require(names.sorted().first { $0.hasSuffix(".txt") })
    try folder.remove(removed)
    try folder.write(
      "A new article\n\nThe ministry said on Monday that the talks had ended.\n", to: "new/article.txt")
    let rebuilt = try await folder.build()
    #expect(rebuilt.removed > 0 && rebuilt.written > 0)
    let afresh = folder.folder + "/afresh"
    try await folder.build(into: afresh)
    try expectSame(try folder.site(), try folder.site(at: afresh))
  }

  @Test func aSiteWithinItsContentIsNotReadAsASource() async throws {
    let folder = try BuiltFolder(copying: BuiltFolder.sample)
    let inside = folder.content + "/public"
    let first = try await folder.build(into: inside)
    let again = try await folder.build(into: inside)
    #expect(first.sources == again.sources && again.written == 0)
  }

  private func expectSame(_ left: [String: Data], _ right: [String: Data]) throws {
    #expect(left.keys.sorted() == right.keys.sorted())
    for (path, bytes) in left.sorted(by: { $0.key < $1.key }) where right[path] != bytes {
      Issue.record("\(path) differs")
    }
  }
}
