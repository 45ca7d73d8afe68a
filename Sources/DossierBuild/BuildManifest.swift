import DossierSource

/// What a build wrote into its output folder: the files that later builds may change or remove.
struct BuildManifest: Sendable, Hashable {
  static let fileName = ".dossier-manifest"
  /// Names of the files that a build began to write, from before it wrote them until the manifest has them.
  static let journalName = ".dossier-journal"

  /// By path below the output folder.
  private(set) var files: [String: Fingerprint]

  init(files: [String: Fingerprint] = [:]) { self.files = files }

  /// Reads a manifest; lines that make no sense are left out, so that at worst a file counts as foreign.
  init(parsing bytes: [UInt8]) {
    files = [:]
    for line in bytes.split(separator: UInt8(ascii: "\n")).dropFirst() {
      guard line.count > 33, line[line.startIndex + 32] == UInt8(ascii: " ") else { continue }
      let path = String(decoding: line.dropFirst(33), as: UTF8.self)
      guard let fingerprint = Fingerprint(hexadecimal: line.prefix(32)), path.isSafeOutputPath else {
        continue
      }
      files[path] = fingerprint
    }
  }

  /// Adds what a build that was interrupted had begun to write; a line that was cut off names nothing.
  mutating func addJournal(_ bytes: [UInt8]) {
    guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")) else { return }
    for line in bytes[..<end].split(separator: UInt8(ascii: "\n")) {
      let path = String(decoding: line, as: UTF8.self)
      if path.isSafeOutputPath, files[path] == nil { files[path] = Fingerprint(high: 0, low: 0) }
    }
  }

  func owns(_ path: String) -> Bool { files[path] != nil }

  var bytes: [UInt8] {
    var text = "dossier manifest 1\n"
    for (path, fingerprint) in files.sorted(by: { $0.key < $1.key }) { text += "\(fingerprint) \(path)\n" }
    return Array(text.utf8)
  }
}

extension Fingerprint {
  fileprivate init?(hexadecimal digits: ArraySlice<UInt8>) {
    let text = String(decoding: digits, as: UTF8.self)
    guard let high = UInt64(text.prefix(16), radix: 16), let low = UInt64(text.dropFirst(16), radix: 16)
    else {
      return nil
    }
    self.init(high: high, low: low)
  }
}

extension String {
  /// Whether a path stays within the output folder whatever is joined before it.
  var isSafeOutputPath: Bool {
    let parts = utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && part.first != UInt8(ascii: ".") && !part.contains { $0 < 0x20 || $0 == 0x5C }
    }
  }
}

extension FileSystem {
  /// Whether builds have written to a folder.
  package func holdsSite(_ folder: String) -> Bool {
    [BuildManifest.fileName, BuildManifest.journalName].contains {
      status(of: folder.appending(path: $0)) != nil
    }
  }
}
