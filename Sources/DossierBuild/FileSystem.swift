/// What a build needs of a file system; the real one, or one in memory for tests.
///
/// Paths are as the user wrote them, absolute or relative to the current folder.
package protocol FileSystem: Sendable {
  /// What lies at a path, links followed; nil where nothing does.
  func status(of path: String) -> FileStatus?
  /// The names in a folder, sorted by their bytes.
  func names(in folder: String) throws(BuildError) -> [String]
  func contents(of path: String) throws(BuildError) -> [UInt8]
  /// Whether a file holds exactly these bytes.
  func holds(_ bytes: [UInt8], at path: String) -> Bool
  /// Writes a file in place, its folder must be there; a link at the path is never written through.
  ///
  /// Returns the file as it is then, which stays so where a folder above it moves; nil where that is not known.
  @discardableResult
  func write(_ bytes: [UInt8], to path: String) throws(BuildError) -> FileStatus?
  /// Adds to the end of a file, in one piece.
  func append(_ bytes: [UInt8], to path: String) throws(BuildError)
  /// Writes a file so that it is either the old or the new one, whatever happens meanwhile.
  func replace(_ path: String, with bytes: [UInt8]) throws(BuildError)
  /// Makes a folder and those above it, where they are missing.
  func makeFolder(_ path: String) throws(BuildError)
  /// Removes a file or a link; nothing happens where there is none.
  func remove(_ path: String) throws(BuildError)
  /// Removes a folder if it is empty; says whether it did.
  func removeEmptyFolder(_ path: String) -> Bool
  /// Puts a file in the place of another, at once.
  func move(_ path: String, to other: String) throws(BuildError)
  /// Gives a file a second name.
  func link(_ path: String, to other: String) throws(BuildError)
  /// Puts two folders each in the place of the other, at once where the system can.
  func exchange(_ path: String, _ other: String) throws(BuildError)
  /// Opens a file to be read piece by piece; nil where there is none that can be read.
  func open(_ path: String) -> StoredFile?
  /// Takes the lock of a file, which is made where it is missing; nil where somebody else holds it.
  func lock(_ path: String) throws(BuildError) -> FileLock?
}

/// A file that is read piece by piece.
package struct StoredFile: Sendable {
  /// When it was opened.
  package let count: Int
  private let read: @Sendable (Range<Int>) -> [UInt8]?

  package init(count: Int, read: @escaping @Sendable (Range<Int>) -> [UInt8]?) {
    self.count = count
    self.read = read
  }

  /// A stretch of it; nil where it does not reach so far or cannot be read.
  func bytes(in range: Range<Int>) -> [UInt8]? {
    guard range.lowerBound >= 0, range.upperBound <= count else { return nil }
    return read(range)
  }
}

/// What lies at a path.
package struct FileStatus: Sendable, Hashable {
  package enum Kind: Sendable, Hashable { case file, folder, other }

  package let kind: Kind
  package let size: Int
  /// The same for two paths that lead to the same place.
  package let identity: FileIdentity
  package let times: FileTimes

  package init(kind: Kind, size: Int, identity: FileIdentity, times: FileTimes = FileTimes()) {
    self.kind = kind
    self.size = size
    self.identity = identity
    self.times = times
  }

  /// What tells whether it is what was there before.
  var stamp: FileStamp { FileStamp(size: size, number: identity.number, times: times) }
}

/// When a file or folder was changed, in nanoseconds since 1970, by the clock of its file system.
package struct FileTimes: Sendable, Hashable {
  /// Of its bytes or names, as programs may set it.
  let modified: Int64
  /// Of anything about it; nobody can set this one back.
  let changed: Int64

  package init(modified: Int64 = 0, changed: Int64 = 0) {
    self.modified = modified
    self.changed = changed
  }

  var latest: Int64 { max(modified, changed) }
}

/// What tells without reading it whether a file is the one that was there before.
struct FileStamp: Sendable, Hashable {
  let size: Int
  let number: UInt64
  let times: FileTimes
}

/// A file's or folder's place on its device, whatever path leads there.
package struct FileIdentity: Sendable, Hashable {
  let device: UInt64
  let number: UInt64

  package init(device: UInt64, number: UInt64) {
    self.device = device
    self.number = number
  }
}

extension FileSystem {
  /// Whether a folder is another one or lies within it; a path that does not exist yet is where its parent is.
  func isWithin(_ path: String, folder: String) -> Bool {
    guard let outer = status(of: folder)?.identity else { return false }
    var current = path
    while status(of: current) == nil, let parent = current.parentPath { current = parent }
    var before: FileIdentity?
    while let status = status(of: current), status.identity != before {
      if status.identity == outer { return true }
      before = status.identity
      current = current.appending(path: "..")
    }
    return false
  }
}

extension String {
  /// This path with another below it.
  func appending(path: String) -> String {
    if isEmpty || self == "." { return path }
    return hasSuffix("/") ? self + path : self + "/" + path
  }

  /// This path as one names a file; the root stays as it is.
  package var withoutTrailingSlashes: String {
    var path = self
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  /// The folder of this path; nil for the current folder and the root.
  var parentPath: String? {
    guard self != ".", self != "/", !isEmpty else { return nil }
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }
}
