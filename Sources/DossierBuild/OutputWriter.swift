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
    /// Of all that it was made from, where that is followed.
    var made: Fingerprint?
    /// Parts of it that the next build may take from there.
    var parts: [KnownParts.Part] = []
  }

  /// A file as a build would leave it that writes nothing.
  static func checked(_ file: OutputFile) -> WrittenFile {
    WrittenFile(path: file.path, fingerprint: Fingerprint(of: file.bytes), outcome: .unchanged, stamp: nil)
  }

  private let folder: String
  /// A new site to write in place of the one that lies in the folder.
  private let staged: StagedSite?
  private let files: any FileSystem
  private let owned: BuildManifest
  private let takesOver: Bool
  /// Of what the last build left, by path.
  private let known: [String: BuildRecord.Output]
  /// Parts of them.
  private let parts: KnownParts

  /// Opens an output folder; one that holds foreign files is taken only by force.
  ///
  /// Outputs that the last build left, and that have kept their stamps, need not be read to be compared.
  init(
    _ output: BuildOutput, staged: StagedSite? = nil, known: [BuildRecord.Output] = [],
    parts: KnownParts = KnownParts(), files: any FileSystem
  ) throws(BuildError) {
    self.parts = parts
    self.staged = staged
    self.files = files
    self.known = Dictionary(known.map { ($0.path, $0) }) { _, later in later }
    let folder = staged?.old ?? staged?.folder ?? output.folder
    let force = output.force
    self.folder = folder
    takesOver = force
    try files.makeFolder(staged?.folder ?? folder)
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

  /// Writes files that belong together; those that are new in a folder are first noted in its journal.
  func write(_ group: [OutputFile]) throws(BuildError) -> [WrittenFile] {
    var written: [WrittenFile] = []
    if staged == nil {
      // A file that stands in the way is foreign, so it must not be noted as ours.
      try note(group.filter { takesOver || status(of: $0) == nil }.map(\.path))
    }
    for file in group { written.append(try write(file)) }
    return written
  }

  /// Writes a file that is made part by part; only a small one is held as a whole.
  func write(_ file: StreamedFile, holding limit: Int = 1 << 20) throws(BuildError) -> [WrittenFile] {
    var held: [UInt8] = []
    var streaming: StreamedWriting?
    var parted = PartedWriting(from: source(of: file.path))
    file.parts { part in
      held += parted.bytes(of: part)
      guard held.count > (streaming == nil ? limit : min(limit, Self.pieceSize)) else { return }
      if streaming != nil {
        streaming?.append(held)
        held.removeAll(keepingCapacity: true)
        return
      }
      // Where the site is written right into its folder, what a killed build leaves must be known as ours.
      if staged == nil { try? note([file.path + ".new"]) }
      streaming = StreamedWriting(to: place(of: file.path) + ".new", in: files)
      streaming?.append(held)
      held = []
    }
    var written: [WrittenFile]
    if streaming != nil {
      streaming?.append(held)
      held = []
    }
    if let streaming {
      written = [try finish(streaming, as: file.path)]
    } else {
      written = try write([OutputFile(path: file.path, bytes: held)])
    }
    for index in written.indices { written[index].parts = parted.parts }
    return written
  }

  /// So much of a file that is made part by part is written at once.
  private static let pieceSize = 1 << 18

  /// A file that lies there as the last build left it, with the parts that are known of it.
  private func source(of path: String) -> PartedWriting.Source? {
    let place = folder.appending(path: path)
    guard let file = parts.files[path], file.whole == owned.files[path],
      let stamp = known[path]?.stamp, files.status(of: place)?.stamp == stamp,
      let stored = files.open(place)
    else { return nil }
    return PartedWriting.Source(file: stored, ranges: file.ranges)
  }

  private func finish(_ streaming: StreamedWriting, as path: String) throws(BuildError) -> WrittenFile {
    let fingerprint = try streaming.finish()
    let old = folder.appending(path: path)
    func became(_ outcome: Outcome, _ stamp: FileStamp? = nil) -> WrittenFile {
      WrittenFile(path: path, fingerprint: fingerprint, outcome: outcome, stamp: stamp)
    }
    if isForeign(path) {
      try files.remove(streaming.path)
      return became(.refused(.foreignFile(old)))
    }
    if owned.files[path] == fingerprint, files.fingerprint(of: old) == fingerprint, isKept(path) {
      try files.remove(streaming.path)
      return became(.unchanged, stamp(of: path))
    }
    if staged == nil { try note([path]) }
    try files.move(streaming.path, to: place(of: path))
    return became(.written, stamp(of: path))
  }

  private func place(of path: String) -> String { (staged?.folder ?? folder).appending(path: path) }

  /// What tells a file again that lies in its place; one that is staged gets its stamp when it is put there.
  private func stamp(of path: String) -> FileStamp? {
    staged == nil ? files.status(of: folder.appending(path: path))?.stamp : nil
  }

  /// Whether something lies at a path that no build wrote, and that nobody has allowed to be taken over.
  private func isForeign(_ path: String) -> Bool {
    staged?.way != .newFolder && !owned.owns(path) && !takesOver
      && files.status(of: folder.appending(path: path)) != nil
  }

  /// The files of some paths where the last build made them from the same, and they lie there as it left them.
  ///
  /// Nil where one of them must be made anew.
  func kept(_ paths: [String], madeFrom made: Fingerprint) -> [WrittenFile]? {
    var kept: [WrittenFile] = []
    for path in paths {
      guard let output = known[path], output.made == made, let fingerprint = owned.files[path],
        files.status(of: folder.appending(path: path))?.stamp == output.stamp
      else { return nil }
      let stamp = staged == nil ? output.stamp : nil
      kept.append(
        WrittenFile(path: path, fingerprint: fingerprint, outcome: .unchanged, stamp: stamp, made: made))
    }
    return paths.allSatisfy(isKept) ? kept : nil
  }

  /// Says in the journal which files will be ours.
  private func note(_ paths: [String]) throws(BuildError) {
    let new = paths.filter { !owned.owns($0) && $0.isSafeOutputPath }
    guard !new.isEmpty else { return }
    let names = new.map { $0 + "\n" }.joined()
    try files.append(Array(names.utf8), to: folder.appending(path: BuildManifest.journalName))
  }

  /// Puts what was written in its place, removes what earlier builds wrote and this one did not, then says in the
  /// manifest what is there now.
  func finish(with present: [String: Fingerprint], writing written: [String]) throws(BuildError) -> Int {
    switch staged?.way {
    case .newFolder, .exchange: return try publishWhole(present)
    case .parts:
      try note(written)
      try staged?.publish(written)
    case nil: break
    }
    var removed = 0
    for path in owned.files.keys.sorted() where present[path] == nil {
      removed += try remove(path) ? 1 : 0
    }
    let manifest = folder.appending(path: BuildManifest.fileName)
    let bytes = BuildManifest(files: present).bytes
    if !files.holds(bytes, at: manifest) { try files.replace(manifest, with: bytes) }
    try files.remove(folder.appending(path: BuildManifest.journalName))
    return removed
  }

  private func publishWhole(_ present: [String: Fingerprint]) throws(BuildError) -> Int {
    guard let staged else { return 0 }
    let manifest = staged.folder.appending(path: BuildManifest.fileName)
    try files.write(BuildManifest(files: present).bytes, to: manifest)
    if staged.way == .exchange {
      try staged.takeOverForeignFiles { owned.owns($0) || present[$0] != nil }
    }
    let removed = owned.files.keys.count { path in
      present[path] == nil && files.status(of: folder.appending(path: path)) != nil
    }
    try staged.publish()
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

  private func write(_ file: OutputFile) throws(BuildError) -> WrittenFile {
    let fingerprint = Fingerprint(of: file.bytes)
    func became(_ outcome: Outcome, _ stamp: FileStamp? = nil) -> WrittenFile {
      WrittenFile(path: file.path, fingerprint: fingerprint, outcome: outcome, stamp: stamp)
    }
    guard file.path.isSafeOutputPath else { return became(.refused(.unsafeOutputPath(file.path))) }
    let path = folder.appending(path: file.path)
    if owned.files[file.path] == fingerprint, let stamp = known[file.path]?.stamp,
      files.status(of: path)?.stamp == stamp, isKept(file.path)
    {
      return became(.unchanged, staged == nil ? stamp : nil)
    }
    if owned.owns(file.path) || takesOver, files.holds(file.bytes, at: path), isKept(file.path) {
      return became(.unchanged, stamp(of: file.path))
    }
    if isForeign(file.path) { return became(.refused(.foreignFile(path))) }
    let place = place(of: file.path)
    let status: FileStatus?
    do {
      status = try files.write(file.bytes, to: place)
    } catch {
      // Its folder may be missing, or have been missing: other tasks write at the same time.
      guard let parent = place.parentPath else { throw error }
      try files.makeFolder(parent)
      status = try files.write(file.bytes, to: place)
    }
    return became(.written, staged?.way == .parts ? nil : status?.stamp ?? stamp(of: file.path))
  }

  /// Whether a file that does not change is where the site is written.
  private func isKept(_ path: String) -> Bool { staged?.keep(path) ?? true }

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
