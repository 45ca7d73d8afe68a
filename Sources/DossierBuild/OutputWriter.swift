import DossierRendering
import DossierSource

/// Writes a site into a folder and touches nothing there that an earlier build did not write.
///
/// Files are compared before they are written, so what did not change keeps its time stamp. What an
/// interrupted build left is known from its journal and mended by the next.
struct OutputWriter: Sendable {
  /// What became of a file.
  enum Outcome: Sendable, Hashable {
    case written, unchanged
    /// Not written, with the reason.
    case refused(Diagnostic)
  }

  struct WrittenFile: Sendable {
    let path: String
    let fingerprint: Fingerprint
    let outcome: Outcome
    /// Of the file as it lies there now.
    let stamp: FileStamp?
  }

  /// A file as a build would leave it that writes nothing.
  static func checked(_ file: OutputFile) -> WrittenFile {
    WrittenFile(path: file.path, fingerprint: Fingerprint(of: file.bytes), outcome: .unchanged, stamp: nil)
  }

  private let folder: String
  private let files: any FileSystem
  private let owned: BuildManifest
  private let takesOver: Bool
  /// Of what the last build left, by path.
  private let known: [String: FileStamp]

  /// Opens an output folder; one that holds foreign files is taken only by force.
  ///
  /// Outputs that the last build left, and that have kept their stamps, need not be read to be compared.
  init(
    folder: String, files: any FileSystem, force: Bool, known: [BuildRecord.Output] = []
  ) throws(BuildError) {
    self.folder = folder
    self.files = files
    self.known = Dictionary(known.map { ($0.path, $0.stamp) }) { _, later in later }
    takesOver = force
    try files.makeFolder(folder)
    let manifest = folder.appending(path: BuildManifest.fileName)
    let journal = folder.appending(path: BuildManifest.journalName)
    let isKnown = files.status(of: manifest) != nil || files.status(of: journal) != nil
    var owned = BuildManifest()
    if files.status(of: manifest) != nil { owned = BuildManifest(parsing: try files.contents(of: manifest)) }
    if files.status(of: journal) != nil { owned.addJournal(try files.contents(of: journal)) }
    self.owned = owned
    guard !isKnown, !force else { return }
    let foreign = try files.names(in: folder).first { !$0.hasPrefix(".") }
    guard let foreign else { return }
    throw BuildError(
      path: folder, message: "the output folder holds files that no build wrote, such as '\(foreign)'",
      remedy: "choose another folder with --output, or use --force to write between them")
  }

  /// Writes files that belong together; those that are new are first noted in the journal.
  func write(_ group: [OutputFile]) throws(BuildError) -> [WrittenFile] {
    // A file that stands in the way is foreign, so it must not be noted as ours.
    let new = group.filter {
      !owned.owns($0.path) && $0.path.isSafeOutputPath && (takesOver || status(of: $0) == nil)
    }
    if !new.isEmpty {
      let names = new.map { $0.path + "\n" }.joined()
      try files.append(Array(names.utf8), to: folder.appending(path: BuildManifest.journalName))
    }
    var written: [WrittenFile] = []
    for file in group { written.append(try write(file)) }
    return written
  }

  /// Removes what earlier builds wrote and this one did not, then says in the manifest what is there now.
  func finish(with written: [String: Fingerprint]) throws(BuildError) -> Int {
    var removed = 0
    for path in owned.files.keys.sorted() where written[path] == nil {
      removed += try remove(path) ? 1 : 0
    }
    let manifest = folder.appending(path: BuildManifest.fileName)
    let bytes = BuildManifest(files: written).bytes
    if !files.holds(bytes, at: manifest) { try files.replace(manifest, with: bytes) }
    try files.remove(folder.appending(path: BuildManifest.journalName))
    return removed
  }

  /// The manifest as it lies there now.
  var manifest: BuildRecord.Output? {
    files.status(of: folder.appending(path: BuildManifest.fileName)).map {
      BuildRecord.Output(path: BuildManifest.fileName, stamp: $0.stamp)
    }
  }

  /// Removes all that builds wrote, and the folder if nothing else is in it.
  func clean() throws(BuildError) -> Int {
    var removed = 0
    for path in owned.files.keys.sorted() { removed += try remove(path) ? 1 : 0 }
    try files.remove(folder.appending(path: BuildManifest.journalName))
    try files.remove(folder.appending(path: BuildManifest.fileName))
    _ = files.removeEmptyFolder(folder)
    return removed
  }

  private func write(_ file: OutputFile) throws(BuildError) -> WrittenFile {
    let fingerprint = Fingerprint(of: file.bytes)
    func became(_ outcome: Outcome, _ stamp: FileStamp? = nil) -> WrittenFile {
      WrittenFile(path: file.path, fingerprint: fingerprint, outcome: outcome, stamp: stamp)
    }
    guard file.path.isSafeOutputPath else { return became(.refused(.unsafeOutputPath(file.path))) }
    let path = folder.appending(path: file.path)
    if owned.files[file.path] == fingerprint, let stamp = known[file.path],
      files.status(of: path)?.stamp == stamp
    {
      return became(.unchanged, stamp)
    }
    if owned.owns(file.path) || takesOver, files.holds(file.bytes, at: path) {
      return became(.unchanged, files.status(of: path)?.stamp)
    }
    if !owned.owns(file.path), !takesOver, status(of: file) != nil {
      return became(.refused(.foreignFile(path)))
    }
    do {
      try files.write(file.bytes, to: path)
    } catch {
      // Its folder may be missing, or have been missing: other tasks write at the same time.
      guard let parent = path.parentPath else { throw error }
      try files.makeFolder(parent)
      try files.write(file.bytes, to: path)
    }
    return became(.written, files.status(of: path)?.stamp)
  }

  private func status(of file: OutputFile) -> FileStatus? {
    files.status(of: folder.appending(path: file.path))
  }

  private func remove(_ path: String) throws(BuildError) -> Bool {
    let whole = folder.appending(path: path)
    let isThere = files.status(of: whole) != nil
    try files.remove(whole)
    var parent = path.parentPath
    while let current = parent, current != ".", files.removeEmptyFolder(folder.appending(path: current)) {
      parent = current.parentPath
    }
    return isThere
  }
}
