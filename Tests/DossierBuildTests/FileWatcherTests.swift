import Foundation
import Testing

@testable import DossierBuild

/// What counts as a change, as the system tells it.
@Suite final class FileWatcherTests {
  private let top = FileManager.default.temporaryDirectory.appending(
    path: "dossier-watch-" + UUID().uuidString
  ).path()
  private var content: String { top + "/content" }

  init() throws {
    try make("content/2021/a.md", "text")
    try make("dossier.yml", "title: A\n")
  }

  deinit { try? FileManager.default.removeItem(atPath: top) }

  private func make(_ path: String, _ text: String) throws {
    let file = URL(filePath: top + "/" + path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private func watcher() throws -> FileWatcher {
    try FileWatcher([content, top + "/templates", top + "/dossier.yml"], outputs: [content + "/public"])
  }

  /// Whether a change is told after something was done.
  private func tells(_ watcher: FileWatcher, within limit: Int32 = 5_000, _ change: () throws -> Void) throws
    -> Bool
  {
    try change()
    return try watcher.wait(milliseconds: limit)
  }

  @Test func tellsOfFilesThatComeChangeMoveAndGo() throws {
    let watcher = try watcher()
    let files = FileManager.default
    #expect(try tells(watcher) { try make("content/b.md", "new") })
    #expect(try tells(watcher) { try make("content/2021/a.md", "changed") })
    #expect(try tells(watcher) { try files.moveItem(atPath: content + "/b.md", toPath: content + "/c.md") })
    #expect(try tells(watcher) { try files.removeItem(atPath: content + "/c.md") })
    #expect(try tells(watcher) { try make("dossier.yml", "title: B\n") })
    #expect(try !tells(watcher, within: 200) {})
  }

  @Test func savingInStepsIsOneChange() throws {
    let watcher = try watcher()
    let file = URL(filePath: content + "/2021/a.md")
    // As editors do: another file is written and put in the place of the old one.
    #expect(
      try tells(watcher) {
        try Data("one".utf8).write(to: file.appendingPathExtension("tmp"))
        _ = rename(file.path() + ".tmp", file.path())
        try Data("two".utf8).write(to: file, options: .atomic)
      })
    #expect(try !tells(watcher, within: 300) {})
    #expect(try tells(watcher) { try Data("three".utf8).write(to: file, options: .atomic) })
  }

  @Test func foldersThatComeAreWatchedWithAllThatIsInThem() throws {
    let watcher = try watcher()
    #expect(try tells(watcher) { try make("content/2022/spring/b.md", "new") })
    #expect(try tells(watcher) { try make("content/2022/spring/b.md", "changed") })
    #expect(try tells(watcher) { try make("templates/home.mustache", "new") })
    #expect(try tells(watcher) { try make("templates/home.mustache", "changed") })
  }

  @Test func aFolderThatVanishesAndComesBackIsFoundAgain() throws {
    let watcher = try watcher()
    let files = FileManager.default
    #expect(try tells(watcher) { try files.moveItem(atPath: content, toPath: top + "/away") })
    #expect(
      try !tells(watcher, within: 300) {
        try Data("x".utf8).write(to: URL(filePath: top + "/away/2021/a.md"))
      })
    #expect(try tells(watcher) { try files.moveItem(atPath: top + "/away", toPath: content) })
    #expect(try tells(watcher) { try make("content/2021/a.md", "changed") })
    #expect(try tells(watcher) { try files.removeItem(atPath: content) })
    #expect(try tells(watcher) { try make("content/2023/c.md", "new") })
    #expect(try tells(watcher) { try make("content/2023/c.md", "changed") })
  }

  @Test func whatBuildsWriteAndWhatIsHiddenIsNoChange() throws {
    try make("content/public/index.html", "old")
    try make("content/other/.dossier-manifest", "")
    let watcher = try watcher()
    #expect(
      try !tells(watcher, within: 300) {
        try make("content/public/index.html", "new")
        try make("content/public/actors/a.html", "new")
        try make("content/other/index.html", "new")
        try make("content/.dossier/public/record", "new")
        try make("beside.txt", "new")
      })
  }

  @Test func linksAreFollowedToWhatTheyLeadTo() throws {
    try make("elsewhere/b.md", "text")
    try make("far/c.md", "text")
    let files = FileManager.default
    try files.createSymbolicLink(atPath: content + "/b.md", withDestinationPath: "../elsewhere/b.md")
    try files.createSymbolicLink(atPath: content + "/far", withDestinationPath: "../far")
    try files.createSymbolicLink(atPath: content + "/2021/loop", withDestinationPath: "..")
    let watcher = try watcher()
    #expect(try tells(watcher) { try make("elsewhere/b.md", "changed") })
    #expect(
      try tells(watcher) {
        try Data("again".utf8).write(to: URL(filePath: top + "/elsewhere/b.md"), options: .atomic)
      })
    #expect(try tells(watcher) { try make("elsewhere/b.md", "once more") })
    #expect(try tells(watcher) { try make("far/c.md", "changed") })
  }

  @Test func drivesOfTheNetworkAreToldApart() {
    let mounts = MountTable(
      parsing: """
        22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
        30 22 0:40 / /mnt/news\\040room rw - nfs4 host:/news rw
        31 22 0:41 / /mnt/news rw - ext4 /dev/sdb rw
        32 22 0:42 / /media/x/drive rw - fuse.sshfs host: rw
        33 22 0:43 / /mnt/over rw - cifs //host/share rw
        34 22 0:44 / /mnt/over rw - tmpfs tmpfs rw
        broken line
        """)
    let places = [
      "/mnt/news room/a", "/media/x/drive", "/mnt/news/a", "/mnt/newsroom", "/media/x/driver", "/mnt/over/a",
      "/",
    ]
    #expect(places.map { mounts.isRemote(whole: $0) } == [true, true, false, false, false, false, false])
  }
}
