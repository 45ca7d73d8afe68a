import DossierRendering
import DossierSource

/// Gathers the parts of a file, some of them from the file that the last build left, and notes where they come to lie.
struct PartedWriting {
  /// The file of the last build, with the places of its parts; nil where nothing is known of it.
  struct Source {
    let file: StoredFile
    let ranges: [Fingerprint: Range<Int>]

    fileprivate func bytes(madeFrom made: Fingerprint) -> [UInt8]? {
      ranges[made].flatMap { file.bytes(in: $0) }
    }
  }

  private let source: Source?
  private var length = 0
  private var end = 0
  private(set) var parts: [KnownParts.Part] = []

  init(from source: Source?) { self.source = source }

  /// The bytes of a part.
  mutating func bytes(of part: FilePart) -> [UInt8] {
    switch part {
    case .bytes(let bytes):
      length += bytes.count
      return bytes
    case .made(let made, let make):
      let bytes = source?.bytes(madeFrom: made) ?? make()
      parts.append(KnownParts.Part(from: made, length: bytes.count, gap: length - end))
      length += bytes.count
      end = length
      return bytes
    }
  }
}
