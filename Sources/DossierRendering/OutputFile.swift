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

/// A file of the site that may be too large to be held: it is made part by part.
package struct StreamedFile: Sendable {
  package let path: String
  /// Hands on the bytes, in order, each part once; makes the same ones whenever it is called.
  package let parts: @Sendable (_ take: ([UInt8]) -> Void) -> Void

  package init(path: String, parts: @escaping @Sendable (_ take: ([UInt8]) -> Void) -> Void) {
    self.path = path
    self.parts = parts
  }

  /// All of it.
  package var whole: OutputFile {
    var bytes: [UInt8] = []
    parts { bytes += $0 }
    return OutputFile(path: path, bytes: bytes)
  }
}
