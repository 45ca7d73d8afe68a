import Glibc

/// The folder of a site; nothing outside it can be opened through it.
struct SiteFolder: Sendable {
  enum Found {
    case file(OpenedFile)
    case folder
  }

  private let path: String

  init(_ path: String) { self.path = path }

  /// What lies at a path of the site; nil where nothing does that may be served.
  ///
  /// One folder after the other is opened, each within the one before and none through a link, so that a path cannot
  /// lead out of the site, whatever is put in its way meanwhile. The site's own folder may be a link: the user named it.
  func look(up path: SitePath) -> Found? {
    var current = open(self.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard current >= 0 else { return nil }
    for name in path.names {
      let next = openat(current, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      close(current)
      guard next >= 0 else { return nil }
      current = next
    }
    var status = stat()
    guard fstat(current, &status) == 0 else {
      close(current)
      return nil
    }
    let opened = OpenedFile(descriptor: current, name: path.names.last ?? "", status)
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file(opened)
    default: return nil
    }
  }
}

/// A file of the site, open to be read; it is closed when nobody reads it any more.
final class OpenedFile: Sendable {
  private let descriptor: Int32
  let name: String
  let size: Int
  /// Another one whenever the file is another one, as `ETag` says it.
  let tag: String

  init(descriptor: Int32, name: String, _ status: stat) {
    self.descriptor = descriptor
    self.name = name
    size = Int(status.st_size)
    let time = status.st_mtim
    tag = "\"\(status.st_ino)-\(status.st_size)-\(time.tv_sec)-\(time.tv_nsec)\""
  }

  deinit { close(descriptor) }

  /// A stretch of it; shorter where the file ends before, nil where it cannot be read.
  func bytes(in range: Range<Int>) -> [UInt8]? {
    var isBroken = false
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        let got = pread(
          descriptor, buffer.baseAddress?.advanced(by: count), range.count - count,
          off_t(range.lowerBound + count))
        if got < 0, errno == EINTR { continue }
        isBroken = got < 0
        guard got > 0 else { return }
        count += got
      }
    }
    return isBroken ? nil : bytes
  }
}
