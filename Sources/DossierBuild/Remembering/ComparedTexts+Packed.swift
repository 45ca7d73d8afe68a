import DossierLinking
import DossierSource

// How compared texts are kept from build to build.

extension ComparedTexts {
  /// Another number for each change of the form.
  private static let version: UInt64 = 1

  /// Reads what was kept; nil where the bytes are not exactly what a build of the same tool wrote.
  init?(parsing bytes: [UInt8], tool: Fingerprint) {
    do {
      var reader = try PackedReader(unsealing: bytes, Self.version, tool.high, tool.low)
      let sums = try reader.list { (reader: inout PackedReader) throws(PackedTrouble) in
        try reader.fingerprint()
      }
      let lengths = try reader.list { (reader: inout PackedReader) throws(PackedTrouble) in
        (words: try reader.count(), samples: try reader.count())
      }
      let corpus = CorpusWords(
        row: try reader.row(), lengths: lengths.map(\.words), samples: try reader.row(),
        sampleCounts: lengths.map(\.samples))
      let counts = WordRunCounts(counts: try reader.row(), forgotten: try reader.count())
      let copies = try reader.list { (reader: inout PackedReader) throws(PackedTrouble) in
        try Copy(from: &reader)
      }
      guard reader.isAtEnd, let corpus, let counts else { return nil }
      self.init(sums: sums, corpus: corpus, counts: counts, copies: copies)
    } catch {
      return nil
    }
  }

  func bytes(tool: Fingerprint) -> [UInt8] {
    var writer = PackedWriter(
      room: corpus.row.count * 4 + corpus.samples.count * 4 + counts.counts.count + sums.count * 20
        + copies.count * 12 + 64)
    writer.write(list: sums) { $1.write($0) }
    writer.write(list: corpus.lengths) { length, writer in
      writer.write(count: length.words)
      writer.write(count: length.samples)
    }
    writer.write(row: corpus.row)
    writer.write(row: corpus.samples)
    writer.write(row: counts.counts)
    writer.write(count: counts.forgotten)
    writer.write(list: copies) { $0.write(to: &$1) }
    return writer.sealed(Self.version, tool.high, tool.low)
  }
}

extension ComparedTexts.Copy {
  fileprivate init(from reader: inout PackedReader) throws(PackedTrouble) {
    let first = try reader.count()
    let second = try reader.count()
    guard first <= second else { throw PackedTrouble() }
    self.init(
      articles: first...second, first: try reader.range(), second: try reader.range(),
      wordCount: try reader.count())
  }

  fileprivate func write(to writer: inout PackedWriter) {
    writer.write(count: articles.lowerBound)
    writer.write(count: articles.upperBound)
    writer.write(first)
    writer.write(second)
    writer.write(count: wordCount)
  }
}
