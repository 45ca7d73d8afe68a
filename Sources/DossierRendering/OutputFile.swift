import DossierSource

/// A file of the site: its path below the output folder, and its bytes.
package struct OutputFile: Sendable, Hashable {
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// A part of a file.
package enum FilePart {
  case bytes([UInt8])
  /// Bytes that are a function of what has this fingerprint: whoever has them from before need not make them.
  case made(from: Fingerprint, () -> [UInt8])
}

/// A file of the site that may be too large to be held: it is made part by part.
package struct StreamedFile: Sendable {
  package let path: String
  /// Hands on the parts, in order, each once; the same ones whenever it is called.
  package let parts: @Sendable (_ take: (FilePart) -> Void) -> Void

  package init(path: String, parts: @escaping @Sendable (_ take: (FilePart) -> Void) -> Void) {
    self.path = path
    self.parts = parts
  }

  /// All of it.
  package var whole: OutputFile {
    var bytes: [UInt8] = []
    parts { part in
      switch part {
      case .bytes(let own): bytes += own
      case .made(_, let make): bytes += make()
      }
    }
    return OutputFile(path: path, bytes: bytes)
  }
}
