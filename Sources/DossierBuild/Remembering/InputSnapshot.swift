import DossierSource

/// Everything that a build may read, as it lay there before the build began to read.
///
/// It is wider than what `SourceWalk` takes in: the editor's folders and the templates are in it too, so that
/// whatever a later version reads of them is already watched.
struct InputSnapshot: Sendable, Equatable {
  struct Folder: Sendable, Equatable {
    let path: String
    var stamp: FileStamp
    /// Of the names in it that count.
    let names: Fingerprint
  }

  struct File: Sendable, Equatable {
    let path: String
    var stamp: FileStamp
    /// Nil where nobody has read it.
    var fingerprint: Fingerprint?
  }

  /// What is dated later than so long before the snapshot may change once more without another date.
  ///
  /// Two seconds are the coarsest that file systems keep (FAT); git calls such entries racily clean.
  static let coarsest: Int64 = 2_000_000_000

  private(set) var folders: [Folder] = []
  private(set) var files: [File] = []
  /// Paths where neither a file nor a folder lay: a folder that may come, a link that leads nowhere.
  private(set) var absent: [String] = []
  /// When it was taken, by the clock of the file system.
  private(set) var time: Int64
  /// Whether dates or names had to be looked at anew to confirm it.
  private(set) var isRefreshed = false

  init(folders: [Folder], files: [File], absent: [String], time: Int64) {
    (self.folders, self.files, self.absent, self.time) = (folders, files, absent, time)
  }

  /// Walks some folders.
  init(of roots: [String], excluding outputs: Set<FileIdentity>, time: Int64, in system: any FileSystem) {
    self.time = time
    var visited: Set<FileIdentity> = []
    var waiting: [(path: String, depth: Int)] = roots.reversed().map { ($0, 0) }
    while let (path, depth) = waiting.popLast() {
      guard let status = system.status(of: path), status.kind == .folder else {
        absent.append(path)
        continue
      }
      guard depth < SourceWalk.depthLimit, !outputs.contains(status.identity),
        visited.insert(status.identity).inserted
      else { continue }
      let names = (try? system.names(in: path)) ?? []
      folders.append(Folder(path: path, stamp: status.stamp, names: Self.fingerprint(ofNames: names)))
      guard !names.contains(where: Self.marksASite) else { continue }
      for name in names where !name.hasPrefix(".") {
        let place = path.appending(path: name)
        guard let status = system.status(of: place), status.kind != .other else {
          absent.append(place)
          continue
        }
        if status.kind == .folder {
          waiting.append((place, depth + 1))
        } else {
          files.append(File(path: place, stamp: status.stamp, fingerprint: nil))
        }
      }
    }
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Whether something so dated could have changed after the snapshot without another date.
  func isRecent(_ stamp: FileStamp) -> Bool { stamp.times.latest >= time - Self.coarsest }

  /// By path, the fingerprints of files whose dates tell that they are the same in a later snapshot.
  func fingerprints(stillTrueIn later: InputSnapshot) -> [String: Fingerprint] {
    let now = Dictionary(later.files.map { ($0.path, $0.stamp) }) { first, _ in first }
    var known: [String: Fingerprint] = [:]
    for file in files where !isRecent(file.stamp) && now[file.path] == file.stamp {
      known[file.path] = file.fingerprint
    }
    return known
  }

  /// Adds the fingerprints of what was read, and reads what nobody has read but is too recent to trust its date.
  mutating func note(_ read: [String: Fingerprint], in system: any FileSystem) {
    for index in files.indices {
      let file = files[index]
      files[index].fingerprint = read[file.path]
      guard files[index].fingerprint == nil, isRecent(file.stamp) else { continue }
      files[index].fingerprint = (try? system.contents(of: file.path)).map { Fingerprint(of: $0) }
    }
  }

  /// Compares with what lies there at a time; nil where anything differs.
  ///
  /// Where only dates differ, the result has the new ones, so that the bytes need not be read once more.
  func confirmed(at now: Int64, in system: any FileSystem) -> InputSnapshot? {
    var confirmed = self
    confirmed.time = now
    confirmed.isRefreshed = false
    for path in absent {
      switch system.status(of: path)?.kind {
      case .file, .folder: return nil
      case .other, nil: continue
      }
    }
    for index in folders.indices {
      let folder = folders[index]
      guard let status = system.status(of: folder.path), status.kind == .folder else { return nil }
      if status.stamp == folder.stamp, !isRecent(status.stamp) { continue }
      guard let names = try? system.names(in: folder.path), Self.fingerprint(ofNames: names) == folder.names
      else { return nil }
      confirmed.folders[index].stamp = status.stamp
      confirmed.isRefreshed = true
    }
    for index in files.indices {
      let file = files[index]
      guard let status = system.status(of: file.path), status.kind == .file else { return nil }
      if status.stamp == file.stamp, !isRecent(status.stamp) { continue }
      guard status.size == file.stamp.size, let known = file.fingerprint,
        let bytes = try? system.contents(of: file.path), Fingerprint(of: bytes) == known
      else { return nil }
      confirmed.files[index].stamp = status.stamp
      confirmed.isRefreshed = true
    }
    return confirmed
  }

  private static func marksASite(_ name: String) -> Bool {
    name == BuildManifest.fileName || name == BuildManifest.journalName
  }

  private static func fingerprint(ofNames names: [String]) -> Fingerprint {
    Fingerprint(
      of: names.filter { !$0.hasPrefix(".") || marksASite($0) }.joined(separator: "\n"))
  }
}
