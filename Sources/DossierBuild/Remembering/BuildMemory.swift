import DossierLinking
import DossierSource

/// Where a build keeps what the next one may use again.
///
/// All of it can be lost at any time: then the next build does everything anew.
package struct BuildMemory: Sendable, Hashable {
  package let folder: String
  /// Of the tool with all its tables: another tool uses nothing of it again.
  package let tool: Fingerprint
  /// Whether nothing is to be used or kept; the folder then only serves to let builds take turns.
  package let isOff: Bool

  package init(folder: String, tool: Fingerprint, isOff: Bool = false) {
    self.folder = folder
    self.tool = tool
    self.isOff = isOff
  }

  static let folderName = ".dossier"
  static let recordName = "record"
  static let articlesName = "articles"
  static let claimsName = "claims"
  static let changesName = "changes"
  static let partsName = "parts"
  static let textsName = "texts"
  static let lockName = "lock"

  private func path(_ name: String) -> String { folder.appending(path: name) }

  func lock(in files: any FileSystem) throws(BuildError) -> FileLock? {
    try files.makeFolder(folder)
    return try files.lock(path(Self.lockName))
  }

  func record(in files: any FileSystem) -> BuildRecord? {
    guard !isOff, let bytes = try? files.contents(of: path(Self.recordName)) else { return nil }
    return BuildRecord(parsing: bytes)
  }

  func articles(in files: any FileSystem) -> ArticleCache {
    ArticleCache(at: path(Self.articlesName), in: files)
  }

  /// The texts of the last build beside each other; nil where there was none, or nothing is to be used of it.
  func texts(in files: any FileSystem) -> ComparedTexts? {
    guard !isOff, let bytes = try? files.contents(of: path(Self.textsName)) else { return nil }
    return ComparedTexts(parsing: bytes, tool: tool)
  }

  func keep(_ texts: ComparedTexts, in files: any FileSystem) throws(BuildError) {
    guard !isOff else { return }
    try files.replace(path(Self.textsName), with: texts.bytes(tool: tool))
  }

  func keep(_ record: BuildRecord, in files: any FileSystem) throws(BuildError) {
    guard !isOff else { return }
    try files.replace(path(Self.recordName), with: record.bytes)
  }

  /// What the last build claimed; nil where there was none, or nothing is to be used of it.
  func claims(in files: any FileSystem) -> ClaimSums? {
    guard !isOff, let bytes = try? files.contents(of: path(Self.claimsName)) else { return nil }
    return ClaimSums(parsing: bytes)
  }

  func keep(_ claims: ClaimSums, in files: any FileSystem) throws(BuildError) {
    guard !isOff else { return }
    try files.replace(path(Self.claimsName), with: claims.bytes)
  }

  /// The parts of files that the last build left; none where nothing is to be used of it.
  func parts(in files: any FileSystem) -> KnownParts {
    guard !isOff, let bytes = try? files.contents(of: path(Self.partsName)) else { return KnownParts() }
    return KnownParts(parsing: bytes) ?? KnownParts()
  }

  func keep(_ parts: KnownParts, in files: any FileSystem) throws(BuildError) {
    guard !isOff else { return }
    try files.replace(path(Self.partsName), with: parts.bytes)
  }

  /// What the last build that changed the site changed; nil where nothing is known of it.
  package func changes(in files: any FileSystem) -> BuildChanges? {
    guard !isOff, let bytes = try? files.contents(of: path(Self.changesName)) else { return nil }
    return BuildChanges(parsing: bytes)
  }

  func keep(_ changes: BuildChanges, in files: any FileSystem) throws(BuildError) {
    guard !isOff else { return }
    try files.replace(path(Self.changesName), with: changes.bytes)
  }

  /// Forgets everything; what the folder held beside it stays.
  func forget(in files: any FileSystem) throws(BuildError) {
    let names = [
      Self.recordName, Self.articlesName, Self.claimsName, Self.changesName, Self.partsName, Self.textsName,
      Self.lockName,
    ]
    for name in names {
      try files.remove(path(name))
      try files.remove(path(name) + ".new")
    }
    _ = files.removeEmptyFolder(folder)
    if let parent = folder.parentPath { _ = files.removeEmptyFolder(parent) }
  }
}

extension Workspace {
  /// The folder that builds of this workspace into an output folder remember in.
  ///
  /// It stands at the root of the site or, for a bare folder of articles, beside the output; there is one for each
  /// output's name.
  package func memoryFolder(forOutput output: String) -> String {
    let parts = output.split(separator: "/").filter { $0 != "." }
    let name = parts.last.flatMap { $0 == ".." ? nil : String($0) } ?? "site"
    let place = root ?? output.withoutTrailingSlashes.parentPath ?? "."
    return place.appending(path: BuildMemory.folderName).appending(path: name)
  }

  /// Of all that a build is told but for its inputs.
  func setting(for output: BuildOutput, tool: Fingerprint) -> Fingerprint {
    var builder = FingerprintBuilder()
    builder.add(tool)
    for text in [content, root, output.folder, templates] { builder.add(text) }
    // By reflection, so that a key that is added cannot be forgotten here.
    builder.add(String(reflecting: configuration))
    builder.add(diagnostics) { $0.add($1.description) }
    return builder.fingerprint
  }
}
