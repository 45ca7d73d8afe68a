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
