/// A raw file of the content folder, as it lies there.
package struct SourceFile: Sendable {
  package let path: SourcePath
  package let bytes: [UInt8]

  package init(path: SourcePath, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package var fingerprint: Fingerprint { Fingerprint(of: bytes) }
}
