import Glibc

/// The right to work in a folder alone; it ends with this value, and with the process however that ends.
package final class FileLock: Sendable {
  private let descriptor: Int32?

  /// A lock that the caller has taken on an open file; nil for file systems where nobody else can be.
  package init(descriptor: Int32? = nil) { self.descriptor = descriptor }

  deinit { if let descriptor { close(descriptor) } }

  /// What time it is for the file system that the lock lies in, in nanoseconds since 1970.
  ///
  /// Not the machine's clock: on a drive of the network that is another one than files are dated by.
  func now() -> Int64? {
    guard let descriptor else { return nil }
    var found = stat()
    var byte = UInt8(ascii: "\n")
    guard pwrite(descriptor, &byte, 1, 0) == 1, fstat(descriptor, &found) == 0 else { return nil }
    return Int64(found.st_mtim.tv_sec) * 1_000_000_000 + Int64(found.st_mtim.tv_nsec)
  }
}
