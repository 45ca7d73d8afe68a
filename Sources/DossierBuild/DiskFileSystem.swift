import Glibc

/// The file system of the machine, by POSIX calls.
///
/// Foundation's writing syncs every file to the disk, which costs more than all the rest of a build.
package struct DiskFileSystem: FileSystem {
  package init() {}

  package func status(of path: String) -> FileStatus? {
    var found = stat()
    guard stat(path, &found) == 0 else { return nil }
    return FileStatus(found)
  }

  /// The path from the root, without links; nil where nothing lies at it.
  static func wholePath(of path: String) -> String? {
    guard let whole = realpath(path, nil) else { return nil }
    defer { free(whole) }
    return String(cString: whole)
  }

  package func names(in folder: String) throws(BuildError) -> [String] {
    guard let stream = opendir(folder) else { throw .system(folder, .list) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  package func contents(of path: String) throws(BuildError) -> [UInt8] {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw .system(path, .read) }
    defer { close(file) }
    var found = stat()
    guard fstat(file, &found) == 0 else { throw .system(path, .read) }
    guard let bytes = Self.contents(of: file, size: Int(found.st_size)) else { throw .system(path, .read) }
    return bytes
  }

  package func holds(_ bytes: [UInt8], at path: String) -> Bool {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard file >= 0 else { return false }
    defer { close(file) }
    var found = stat()
    guard fstat(file, &found) == 0, Int(found.st_size) == bytes.count else { return false }
    return Self.contents(of: file, size: bytes.count) == bytes
  }

  @discardableResult
  package func write(_ bytes: [UInt8], to path: String) throws(BuildError) -> FileStatus? {
    try write(bytes, to: path, flags: O_WRONLY | O_CREAT | O_TRUNC)
  }

  package func append(_ bytes: [UInt8], to path: String) throws(BuildError) {
    _ = try write(bytes, to: path, flags: O_WRONLY | O_CREAT | O_APPEND)
  }

  package func replace(_ path: String, with bytes: [UInt8]) throws(BuildError) {
    let temporary = path + ".new"
    try write(bytes, to: temporary)
    guard rename(temporary, path) == 0 else { throw .system(path, .write) }
  }

  package func makeFolder(_ path: String) throws(BuildError) {
    guard let code = Self.makeOneFolder(path) else { return }
    guard code == ENOENT, let parent = path.parentPath else { throw .system(path, .makeFolder, code) }
    try makeFolder(parent)
    if let code = Self.makeOneFolder(path) { throw .system(path, .makeFolder, code) }
  }

  /// Nil where the folder is there now, or else why it is not.
  private static func makeOneFolder(_ path: String) -> Int32? {
    if mkdir(path, 0o777) == 0 { return nil }
    let code = errno
    var found = stat()
    return stat(path, &found) == 0 && found.st_mode & S_IFMT == S_IFDIR ? nil : code
  }

  package func remove(_ path: String) throws(BuildError) {
    guard unlink(path) == 0 || errno == ENOENT || errno == ENOTDIR else { throw .system(path, .remove) }
  }

  package func removeEmptyFolder(_ path: String) -> Bool { rmdir(path) == 0 }

  package func move(_ path: String, to other: String) throws(BuildError) {
    guard rename(path, other) == 0 else { throw .system(other, .write) }
  }

  package func link(_ path: String, to other: String) throws(BuildError) {
    guard Glibc.link(path, other) == 0 else { throw .system(other, .write) }
  }

  package func exchange(_ path: String, _ other: String) throws(BuildError) {
    if Self.exchange?(AT_FDCWD, path, AT_FDCWD, other, Self.exchangeFlag) == 0 { return }
    // File systems that cannot do it at once: for a moment nothing stands in the other's place.
    let aside = path + ".old"
    guard rename(other, aside) == 0, rename(path, other) == 0, rename(aside, path) == 0 else {
      throw .system(other, .write)
    }
  }

  /// `renameat2` of Linux, which the headers that Swift sees leave out.
  private static let exchange: RenameExchange? = dlsym(nil, "renameat2").map {
    unsafeBitCast($0, to: RenameExchange.self)
  }
  private typealias RenameExchange =
    @convention(c) @Sendable (
      Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
    ) -> Int32
  /// `RENAME_EXCHANGE`.
  private static let exchangeFlag: UInt32 = 2

  package func open(_ path: String) -> StoredFile? {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard file >= 0 else { return nil }
    let opened = OpenFile(descriptor: file)
    var found = stat()
    guard fstat(file, &found) == 0, found.st_mode & S_IFMT == S_IFREG else { return nil }
    return StoredFile(count: Int(found.st_size)) { opened.bytes(in: $0) }
  }

  package func lock(_ path: String) throws(BuildError) -> FileLock? {
    let file = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard file >= 0 else { throw .system(path, .write) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      close(file)
      return nil
    }
    return FileLock(descriptor: file)
  }

  private func write(
    _ bytes: [UInt8], to path: String, flags: Int32
  ) throws(BuildError) -> FileStatus? {
    let file = Glibc.open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard file >= 0 else { throw .system(path, .write) }
    defer { close(file) }
    let isWritten = bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = Glibc.write(file, buffer.baseAddress?.advanced(by: done), buffer.count - done)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        done += count
      }
      return true
    }
    guard isWritten else { throw .system(path, .write) }
    var found = stat()
    return fstat(file, &found) == 0 ? FileStatus(found) : nil
  }

  /// Reads a file to its end: its size is only what to expect, since it may grow meanwhile.
  private static func contents(of file: Int32, size: Int) -> [UInt8]? {
    var whole: [UInt8] = []
    var isAtEnd = false
    while !isAtEnd {
      let room = whole.isEmpty ? size + 1 : 65_536
      var isBroken = false
      let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        while count < room {
          let got = read(file, buffer.baseAddress?.advanced(by: count), room - count)
          if got < 0, errno == EINTR { continue }
          isBroken = got < 0
          isAtEnd = got <= 0
          guard got > 0 else { return }
          count += got
        }
      }
      if isBroken { return nil }
      if whole.isEmpty { whole = piece } else { whole += piece }
    }
    return whole
  }
}

/// A descriptor that is closed when nobody reads by it any more.
private final class OpenFile: Sendable {
  private let descriptor: Int32

  init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  func bytes(in range: Range<Int>) -> [UInt8]? {
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        let place = off_t(range.lowerBound + count)
        let got = pread(descriptor, buffer.baseAddress?.advanced(by: count), range.count - count, place)
        if got < 0, errno == EINTR { continue }
        isWhole = got > 0
        guard got > 0 else { return }
        count += got
      }
    }
    return isWhole ? bytes : nil
  }
}

extension FileStatus {
  fileprivate init(_ found: stat) {
    let kind: Kind =
      switch found.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
    self.init(
      kind: kind, size: Int(found.st_size),
      identity: FileIdentity(device: UInt64(found.st_dev), number: UInt64(found.st_ino)),
      times: FileTimes(modified: found.st_mtim.nanoseconds, changed: found.st_ctim.nanoseconds))
  }
}

extension timespec {
  fileprivate var nanoseconds: Int64 { Int64(tv_sec) &* 1_000_000_000 &+ Int64(tv_nsec) }
}

extension BuildError {
  fileprivate enum Attempt: String { case read, list, write, makeFolder, remove }

  /// What the system said to the last call, in words and with what to do about it.
  fileprivate static func system(
    _ path: String, _ attempt: Attempt, _ code: Int32 = errno
  ) -> BuildError {
    let reason = String(cString: strerror(code)).lowercased()
    let what =
      switch attempt {
      case .read: "the file cannot be read"
      case .list: "the folder cannot be read"
      case .write: "the file cannot be written"
      case .makeFolder: "the folder cannot be made"
      case .remove: "the file cannot be removed"
      }
    let remedy =
      switch code {
      case EACCES, EPERM: "change its permissions, or those of its folder"
      case ENOENT: "check the path"
      case ENOSPC, EDQUOT: "free some space"
      case EROFS: "choose a place that can be written"
      case ENOTDIR, EEXIST: "a file stands where a folder should be; move it away"
      case EISDIR: "a folder stands where a file should be; move it away"
      case ELOOP: "a link stands in its place; move it away"
      default: "mend this and build again"
      }
    return BuildError(path: path, message: "\(what): \(reason)", remedy: remedy)
  }
}
