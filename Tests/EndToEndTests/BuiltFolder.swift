import DossierBuild
import DossierLanguages
import DossierSource
import DossierTheme
import Foundation

/// A folder on disk that sites are built in, with its own sources; it goes when the test ends.
final class BuiltFolder: Sendable {
  let folder: String
  var content: String { folder + "/content" }
  var output: String { folder + "/public" }

  /// Takes a copy of a folder of sources.
  init(copying sources: URL) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "dossier-" + UUID().uuidString).path()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: sources.path(), toPath: content)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The executable that was built beside these tests, called with arguments in this folder, not started yet.
  func dossier(_ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = Bundle.main.bundleURL.appending(path: "dossier")
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    return process
  }

  /// Builds the site; with the name of a tool it remembers, and uses what the same tool remembered.
  @discardableResult
  func build(
    into output: String? = nil, through files: any FileSystem = DiskFileSystem(), jobs: Int = 2,
    tool: String? = nil
  ) async throws -> BuildReport {
    let builder = SiteBuilder(
      vocabulary: Languages.pageVocabulary, languages: Languages.all, knowledge: Languages.knowledge,
      theme: Theme.files,
      lists: LanguageExtension(
        tables: { Languages.extended(by: $0) }, troubles: { Languages.troubles(in: $0) }))
    let isSite = FileManager.default.fileExists(atPath: folder + "/dossier.yml")
    let workspace = try Workspace(at: isSite ? folder : content, files: files)
    let output = output ?? self.output
    let memory = tool.map {
      BuildMemory(folder: workspace.memoryFolder(forOutput: output), tool: Fingerprint(of: $0))
    }
    return try await builder.build(
      workspace, into: BuildOutput(folder: output, memory: memory), on: BuildMachine(files: files, jobs: jobs)
    )
  }

  /// All files of a site by path, the manifest too.
  func site(at output: String? = nil) throws -> [String: Data] {
    let root = output ?? self.output
    var site: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root) {
      let status = DiskFileSystem().status(of: root + "/" + path)
      if status?.kind == .file { site[path] = try Data(contentsOf: URL(filePath: root + "/" + path)) }
    }
    return site
  }

  func write(_ text: String, to source: String) throws {
    let url = URL(filePath: content + "/" + source)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func remove(_ source: String) throws { try FileManager.default.removeItem(atPath: content + "/" + source) }

  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
  static let sample = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "content")
}

/// The disk, listing each folder in another order than the one before.
struct ShufflingFileSystem: FileSystem {
  private let disk = DiskFileSystem()

  func names(in folder: String) throws(BuildError) -> [String] { try disk.names(in: folder).shuffled() }
  func status(of path: String) -> FileStatus? { disk.status(of: path) }
  func contents(of path: String) throws(BuildError) -> [UInt8] { try disk.contents(of: path) }
  func holds(_ bytes: [UInt8], at path: String) -> Bool { disk.holds(bytes, at: path) }
  func write(_ bytes: [UInt8], to path: String) throws(BuildError) -> FileStatus? {
    try disk.write(bytes, to: path)
  }
  func append(_ bytes: [UInt8], to path: String) throws(BuildError) { try disk.append(bytes, to: path) }
  func replace(_ path: String, with bytes: [UInt8]) throws(BuildError) { try disk.replace(path, with: bytes) }
  func makeFolder(_ path: String) throws(BuildError) { try disk.makeFolder(path) }
  func remove(_ path: String) throws(BuildError) { try disk.remove(path) }
  func removeEmptyFolder(_ path: String) -> Bool { disk.removeEmptyFolder(path) }
  func move(_ path: String, to other: String) throws(BuildError) { try disk.move(path, to: other) }
  func link(_ path: String, to other: String) throws(BuildError) { try disk.link(path, to: other) }
  func exchange(_ path: String, _ other: String) throws(BuildError) { try disk.exchange(path, other) }
  func open(_ path: String) -> StoredFile? { disk.open(path) }
  func lock(_ path: String) throws(BuildError) -> FileLock? { try disk.lock(path) }
}
