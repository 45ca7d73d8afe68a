import DossierSource

/// What a build saw and made: enough for the next one to tell whether there is anything to do.
struct BuildRecord: Sendable {
  struct Output: Sendable, Hashable {
    let path: String
    let stamp: FileStamp
    /// Of all that it was made from; nil where that is not followed.
    var made: Fingerprint?
  }

  /// The counts of a build that a later one may repeat without building.
  struct Counts: Sendable, Hashable {
    let sources: Int
    let articles: Int
    let pages: Int
  }

  /// Of all that a build is told: the tool itself, its options, and the configuration.
  let setting: Fingerprint
  var inputs: InputSnapshot
  /// Below the output folder, the manifest first.
  let outputs: [Output]
  let counts: Counts
  let diagnostics: [Diagnostic]

  init(
    setting: Fingerprint, inputs: InputSnapshot, outputs: [Output], counts: Counts, diagnostics: [Diagnostic]
  ) {
    self.setting = setting
    self.inputs = inputs
    self.outputs = outputs
    self.counts = counts
    self.diagnostics = diagnostics
  }

  /// Whether the site lies there as the build left it.
  func hasItsOutputs(in folder: String, _ files: any FileSystem) -> Bool {
    guard files.status(of: folder.appending(path: BuildManifest.journalName)) == nil else { return false }
    return outputs.allSatisfy { files.status(of: folder.appending(path: $0.path))?.stamp == $0.stamp }
  }
}

// MARK: - On disk

extension BuildRecord {
  /// Another number for each change of the form below.
  private static let version: UInt64 = 2
  private static let magic: UInt64 = 0x3144_5243_4f53_5344

  /// Reads a record; nil where the bytes are not exactly what a build of this version wrote.
  init?(parsing bytes: [UInt8]) {
    do {
      var reader = try PackedReader(unsealing: bytes, Self.magic, Self.version)
      setting = try reader.fingerprint()
      inputs = try InputSnapshot(from: &reader)
      var outputs: [Output] = []
      for _ in 0..<(try reader.count()) {
        outputs.append(
          Output(
            path: try reader.text(), stamp: try FileStamp(from: &reader),
            made: try reader.optionalFingerprint()))
      }
      self.outputs = outputs
      counts = Counts(sources: try reader.count(), articles: try reader.count(), pages: try reader.count())
      var diagnostics: [Diagnostic] = []
      for _ in 0..<(try reader.count()) { diagnostics.append(try Diagnostic(from: &reader)) }
      self.diagnostics = diagnostics
      guard reader.isAtEnd else { return nil }
    } catch {
      return nil
    }
  }

  var bytes: [UInt8] {
    var writer = PackedWriter()
    writer.write(setting)
    inputs.write(to: &writer)
    writer.write(count: outputs.count)
    for output in outputs {
      writer.write(output.path)
      output.stamp.write(to: &writer)
      writer.write(output.made)
    }
    writer.write(count: counts.sources)
    writer.write(count: counts.articles)
    writer.write(count: counts.pages)
    writer.write(count: diagnostics.count)
    for diagnostic in diagnostics { diagnostic.write(to: &writer) }
    return writer.sealed(Self.magic, Self.version)
  }
}

extension InputSnapshot {
  fileprivate init(from reader: inout PackedReader) throws(PackedTrouble) {
    let time = try reader.zigzag()
    var folders: [Folder] = []
    for _ in 0..<(try reader.count()) {
      let path = try reader.text()
      folders.append(
        Folder(path: path, stamp: try FileStamp(from: &reader), names: try reader.fingerprint()))
    }
    var files: [File] = []
    for _ in 0..<(try reader.count()) {
      files.append(
        File(
          path: try reader.text(), stamp: try FileStamp(from: &reader),
          fingerprint: try reader.optionalFingerprint()))
    }
    var absent: [String] = []
    for _ in 0..<(try reader.count()) { absent.append(try reader.text()) }
    self.init(folders: folders, files: files, absent: absent, time: time)
  }

  fileprivate func write(to writer: inout PackedWriter) {
    writer.write(zigzag: time)
    writer.write(count: folders.count)
    for folder in folders {
      writer.write(folder.path)
      folder.stamp.write(to: &writer)
      writer.write(folder.names)
    }
    writer.write(count: files.count)
    for file in files {
      writer.write(file.path)
      file.stamp.write(to: &writer)
      writer.write(file.fingerprint)
    }
    writer.write(count: absent.count)
    for path in absent { writer.write(path) }
  }
}

extension FileStamp {
  fileprivate init(from reader: inout PackedReader) throws(PackedTrouble) {
    size = try reader.count()
    number = try reader.number()
    let modified = try reader.zigzag()
    times = FileTimes(modified: modified, changed: modified &+ (try reader.zigzag()))
  }

  fileprivate func write(to writer: inout PackedWriter) {
    writer.write(count: size)
    writer.write(number)
    writer.write(zigzag: times.modified)
    writer.write(zigzag: times.changed &- times.modified)
  }
}

extension Diagnostic {
  /// As it was written beside what it is about.
  init(from reader: inout PackedReader) throws(PackedTrouble) {
    guard let severity = Severity(rawValue: try reader.word()) else { throw PackedTrouble() }
    let id = try reader.word()
    let message = try reader.text()
    let remedy = try reader.word()
    let path = try reader.word()
    let line = try reader.optionalCount()
    self.init(
      severity, id, message, remedy: remedy,
      at: SourceLocation(path: path, line: line, column: try reader.optionalCount()))
  }

  func write(to writer: inout PackedWriter) {
    writer.write(word: severity.rawValue)
    writer.write(word: id)
    writer.write(message)
    writer.write(word: remedy)
    writer.write(word: location.path)
    writer.write(optionalCount: location.line)
    writer.write(optionalCount: location.column)
  }
}

extension PackedReader {
  mutating func optionalFingerprint() throws(PackedTrouble) -> Fingerprint? {
    try bool() ? try fingerprint() : nil
  }

  mutating func optionalCount() throws(PackedTrouble) -> Int? {
    let value = try count()
    return value == 0 ? nil : value - 1
  }
}

extension PackedWriter {
  mutating func write(_ value: Fingerprint?) {
    write(value != nil)
    if let value { write(value) }
  }

  mutating func write(optionalCount value: Int?) { write(count: value.map { $0 + 1 } ?? 0) }
}
