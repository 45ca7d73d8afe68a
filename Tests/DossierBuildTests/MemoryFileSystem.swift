import Synchronization

@testable import DossierBuild

/// A file system in memory, where permissions can be taken away and writes are counted.
final class MemoryFileSystem: FileSystem {
  private struct State {
    var files: [String: [UInt8]] = [:]
    var folders: Set<String> = ["/"]
    var barred: Set<String> = []
    var touched: [String] = []
    /// How many more files may be written before the machine fails.
    var writesLeft = Int.max
    /// What time it is, in seconds; files keep the time at which they were last written.
    var clock: Int64 = 1_000
    var dates: [String: Int64] = [:]

    /// Gives a file, or a folder with all that is in it, another name.
    mutating func move(_ path: String, to other: String) {
      func renamed(_ old: String) -> String { old == path ? other : other + old.dropFirst(path.count) }
      for old in files.keys where old == path || old.hasPrefix(path + "/") {
        files[renamed(old)] = files.removeValue(forKey: old)
        dates[renamed(old)] = dates.removeValue(forKey: old)
        touched.append(renamed(old))
      }
      for old in folders where old == path || old.hasPrefix(path + "/") {
        folders.remove(old)
        folders.insert(renamed(old))
      }
    }
  }

  private let state = Mutex(State())

  init(_ files: [String: String] = [:]) {
    for (path, text) in files { put(Array(text.utf8), at: path) }
  }

  /// Places a file as another program would.
  func put(_ bytes: [UInt8], at path: String) {
    state.withLock {
      $0.files[path] = bytes
      $0.dates[path] = $0.clock
      var folder = path.parentPath
      while let current = folder {
        $0.folders.insert(current)
        folder = current.parentPath
      }
    }
  }

  func setClock(_ seconds: Int64) { state.withLock { $0.clock = seconds } }

  func takeAway(_ path: String) { state.withLock { _ = $0.files.removeValue(forKey: path) } }

  /// Lets reading, listing and writing of a path fail, and of all below it.
  func bar(_ path: String) { state.withLock { _ = $0.barred.insert(path) } }

  func failAfter(writes: Int) { state.withLock { $0.writesLeft = writes } }

  /// The files below a folder, by path.
  func files(below folder: String) -> [String: [UInt8]] {
    state.withLock { $0.files.filter { $0.key.hasPrefix(folder + "/") } }
  }

  /// What was written since this was last asked.
  func touched() -> [String] {
    state.withLock { state in
      defer { state.touched = [] }
      return state.touched.sorted()
    }
  }

  // MARK: - FileSystem

  func status(of path: String) -> FileStatus? {
    let path = Self.resolved(path)
    return state.withLock { state in
      let number = path.utf8.reduce(UInt64(5381)) { $0 &* 33 &+ UInt64($1) }
      let identity = FileIdentity(device: 1, number: number)
      if let file = state.files[path] {
        let date = (state.dates[path] ?? 0) * 1_000_000_000
        return FileStatus(
          kind: .file, size: file.count, identity: identity, times: FileTimes(modified: date, changed: date))
      }
      return state.folders.contains(path) ? FileStatus(kind: .folder, size: 0, identity: identity) : nil
    }
  }

  func names(in folder: String) throws(BuildError) -> [String] {
    try require(folder)
    guard status(of: folder)?.kind == .folder else { throw Self.failure(folder, "it is no folder") }
    let prefix = folder == "/" ? "/" : Self.resolved(folder) + "/"
    return state.withLock { state in
      let below = (Array(state.files.keys) + state.folders).filter { $0.hasPrefix(prefix) && $0 != prefix }
      return Set(below.compactMap { $0.dropFirst(prefix.count).split(separator: "/").first.map(String.init) })
        .sorted()
    }
  }

  func contents(of path: String) throws(BuildError) -> [UInt8] {
    try require(path)
    guard let file = state.withLock({ $0.files[path] }) else { throw Self.failure(path, "there is none") }
    return file
  }

  func holds(_ bytes: [UInt8], at path: String) -> Bool { state.withLock { $0.files[path] == bytes } }

  func write(_ bytes: [UInt8], to path: String) throws(BuildError) -> FileStatus? {
    try require(path)
    let isDone = state.withLock { state in
      guard state.writesLeft > 0, state.folders.contains(path.parentPath ?? "/") else { return false }
      state.writesLeft -= 1
      state.files[path] = bytes
      state.dates[path] = state.clock
      state.touched.append(path)
      return true
    }
    guard isDone else { throw Self.failure(path, "its folder is missing or the disk is full") }
    // Files are known by their paths here, which change where a folder moves.
    return nil
  }

  func append(_ bytes: [UInt8], to path: String) throws(BuildError) {
    try require(path)
    state.withLock { $0.files[path, default: []] += bytes }
  }

  func replace(_ path: String, with bytes: [UInt8]) throws(BuildError) { _ = try write(bytes, to: path) }

  func makeFolder(_ path: String) throws(BuildError) {
    try require(path)
    state.withLock {
      var folder: String? = path
      while let current = folder {
        $0.folders.insert(current)
        folder = current.parentPath
      }
    }
  }

  func remove(_ path: String) throws(BuildError) {
    try require(path)
    guard status(of: path)?.kind != .folder else { throw Self.failure(path, "it is a folder") }
    state.withLock { _ = $0.files.removeValue(forKey: path) }
  }

  func removeEmptyFolder(_ path: String) -> Bool {
    guard (try? names(in: path))?.isEmpty == true else { return false }
    return state.withLock { $0.folders.remove(path) != nil }
  }

  func move(_ path: String, to other: String) throws(BuildError) {
    try require(path)
    try require(other)
    let isDone = state.withLock { state in
      guard state.writesLeft > 0, state.folders.contains(other.parentPath ?? "/") else { return false }
      state.writesLeft -= 1
      state.move(path, to: other)
      return true
    }
    guard isDone else { throw Self.failure(other, "its folder is missing or the disk is full") }
  }

  func link(_ path: String, to other: String) throws(BuildError) {
    _ = try write(try contents(of: path), to: other)
  }

  func exchange(_ path: String, _ other: String) throws(BuildError) {
    state.withLock { state in
      state.move(path, to: path + ".aside")
      state.move(other, to: path)
      state.move(path + ".aside", to: other)
    }
  }

  func open(_ path: String) -> StoredFile? {
    guard let bytes = try? contents(of: path) else { return nil }
    return StoredFile(count: bytes.count) { Array(bytes[$0]) }
  }

  func lock(_ path: String) throws(BuildError) -> FileLock? {
    try require(path)
    return FileLock()
  }

  private func require(_ path: String) throws(BuildError) {
    let isBarred = state.withLock { state in
      state.barred.contains { path == $0 || path.hasPrefix($0 + "/") }
    }
    guard !isBarred else { throw Self.failure(path, "permission denied") }
  }

  private static func failure(_ path: String, _ reason: String) -> BuildError {
    BuildError(path: path, message: "the file cannot be used: \(reason)", remedy: "change its permissions")
  }

  private static func resolved(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }
}
