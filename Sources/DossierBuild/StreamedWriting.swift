import DossierSource

/// A file that is being written part by part, beside the place where it will lie.
struct StreamedWriting {
  let path: String
  private let files: any FileSystem
  private var stream = FingerprintStream()
  /// The first thing that went wrong; nothing is written after it.
  private var trouble: BuildError?

  init(to path: String, in files: any FileSystem) {
    self.path = path
    self.files = files
    do throws(BuildError) {
      if let folder = path.parentPath { try files.makeFolder(folder) }
      // What a build left that was killed.
      try files.remove(path)
    } catch {
      trouble = error
    }
  }

  mutating func append(_ part: [UInt8]) {
    guard trouble == nil else { return }
    stream.add(part)
    do throws(BuildError) {
      try files.append(part, to: path)
    } catch {
      trouble = error
    }
  }

  /// The fingerprint of all that was written.
  func finish() throws(BuildError) -> Fingerprint {
    guard let trouble else { return stream.fingerprint }
    try? files.remove(path)
    throw trouble
  }
}

extension FileSystem {
  /// The fingerprint of a file, which is read piece by piece; nil where there is none that can be read.
  func fingerprint(of path: String) -> Fingerprint? {
    guard let file = open(path) else { return nil }
    var stream = FingerprintStream()
    for start in stride(from: 0, to: file.count, by: 1 << 20) {
      guard let bytes = file.bytes(in: start..<min(start + 1 << 20, file.count)) else { return nil }
      stream.add(bytes)
    }
    return stream.fingerprint
  }
}
