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

  private let folder: String
  private let files: any FileSystem
  private let owned: BuildManifest
  private let takesOver: Bool

  /// Opens an output folder; one that holds foreign files is taken only by force.
  init(folder: String, files: any FileSystem, force: Bool) throws(BuildError) {
    self.folder = folder
    self.files = files
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
  func write(_ group: [OutputFile]) throws(BuildError) -> [Outcome] {
    // A file that stands in the way is foreign, so it must not be noted as ours.
    let new = group.filter {
      !owned.owns($0.path) && $0.path.isSafeOutputPath && (takesOver || status(of: $0) == nil)
    }
    if !new.isEmpty {
      let names = new.map { $0.path + "\n" }.joined()
      try files.append(Array(names.utf8), to: folder.appending(path: BuildManifest.journalName))
    }
    var outcomes: [Outcome] = []
    for file in group { outcomes.append(try write(file)) }
    return outcomes
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

  /// Removes all that builds wrote, and the folder if nothing else is in it.
  func clean() throws(BuildError) -> Int {
    var removed = 0
    for path in owned.files.keys.sorted() { removed += try remove(path) ? 1 : 0 }
    try files.remove(folder.appending(path: BuildManifest.journalName))
    try files.remove(folder.appending(path: BuildManifest.fileName))
    _ = files.removeEmptyFolder(folder)
    return removed
  }

  private func write(_ file: OutputFile) throws(BuildError) -> Outcome {
    guard file.path.isSafeOutputPath else { return .refused(.unsafeOutputPath(file.path)) }
    let path = folder.appending(path: file.path)
    if files.holds(file.bytes, at: path), owned.owns(file.path) || takesOver { return .unchanged }
    if !owned.owns(file.path), !takesOver, status(of: file) != nil { return .refused(.foreignFile(path)) }
    do {
      try files.write(file.bytes, to: path)
    } catch {
      guard let parent = path.parentPath, files.status(of: parent) == nil else { throw error }
      try files.makeFolder(parent)
      try files.write(file.bytes, to: path)
    }
    return .written
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
