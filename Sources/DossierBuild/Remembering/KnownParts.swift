import DossierSource

/// Which parts of the last build's files the next one may take from there, as they are made from the same.
///
/// Only where each lies is remembered: the bytes are those of the file itself. What is remembered of a file holds for
/// the very bytes that it had then, and for no others.
struct KnownParts: Sendable, Equatable {
  struct Part: Sendable, Equatable {
    let from: Fingerprint
    let length: Int
    /// Bytes between the part before it, or the beginning, and this one.
    let gap: Int
  }

  struct File: Sendable, Equatable {
    /// Of all its bytes.
    let whole: Fingerprint
    /// In their order.
    let parts: [Part]

    /// Where the parts lie, by what they are made from.
    var ranges: [Fingerprint: Range<Int>] {
      var ranges: [Fingerprint: Range<Int>] = [:]
      ranges.reserveCapacity(parts.count)
      var end = 0
      for part in parts {
        let start = end + part.gap
        end = start + part.length
        ranges[part.from] = start..<end
      }
      return ranges
    }
  }

  /// By their paths below the output folder.
  var files: [String: File] = [:]
}

// MARK: - On disk

extension KnownParts {
  /// Another number for each change of the form.
  private static let version: UInt64 = 1

  /// Reads what was kept; nil where the bytes are not exactly what a build of this version wrote.
  init?(parsing bytes: [UInt8]) {
    do {
      var reader = try PackedReader(unsealing: bytes, Self.version)
      for _ in 0..<(try reader.count()) {
        let path = try reader.text()
        let whole = try reader.fingerprint()
        let parts = try reader.list { (reader: inout PackedReader) throws(PackedTrouble) in
          Part(from: try reader.fingerprint(), length: try reader.count(), gap: try reader.count())
        }
        files[path] = File(whole: whole, parts: parts)
      }
      guard reader.isAtEnd else { return nil }
    } catch {
      return nil
    }
  }

  var bytes: [UInt8] {
    var writer = PackedWriter()
    writer.write(count: files.count)
    for (path, file) in files.sorted(by: { $0.key < $1.key }) {
      writer.write(path)
      writer.write(file.whole)
      writer.write(list: file.parts) { part, writer in
        writer.write(part.from)
        writer.write(count: part.length)
        writer.write(count: part.gap)
      }
    }
    return writer.sealed(Self.version)
  }
}
