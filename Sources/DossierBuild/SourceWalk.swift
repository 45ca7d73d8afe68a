import DossierSource

/// Finds the sources below a content folder.
///
/// Left out are hidden files, the reserved folders at its top, and whatever a build wrote: a site is never read
/// as its own source.
struct SourceWalk {
  static let endings: Set<String> = ["txt", "md", "markdown", "html", "htm"]

  /// Deeper folders are not looked into; no collection is as deep, but a loop of mounts is.
  static let depthLimit = 64

  private let content: String
  private let files: any FileSystem
  private let outputs: Set<FileIdentity>
  private var visited: Set<FileIdentity> = []
  private var others: [String: (count: Int, example: String)] = [:]
  private(set) var sources: [SourcePath] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(of content: String, excluding outputs: [String], files: any FileSystem) {
    self.content = content
    self.files = files
    self.outputs = Set(outputs.compactMap { files.status(of: $0)?.identity })
    walk()
    sources.sort()
    for (ending, found) in others.sorted(by: { $0.key < $1.key }) {
      diagnostics.append(.notASource(content, ending: ending, count: found.count, example: found.example))
    }
  }

  private mutating func walk() {
    var waiting: [(path: String, depth: Int)] = [("", 0)]
    while let folder = waiting.popLast() {
      let place = folder.path.isEmpty ? content : content.appending(path: folder.path)
      let names: [String]
      do {
        names = try files.names(in: place)
      } catch {
        diagnostics.append(.unreadable(error))
        continue
      }
      let known = Set(names)
      guard !known.contains(BuildManifest.fileName), !known.contains(BuildManifest.journalName) else {
        continue
      }
      for name in names where !name.hasPrefix(".") {
        let path = folder.path.isEmpty ? name : folder.path + "/" + name
        guard !(folder.path.isEmpty && Workspace.reservedFolders.contains(name)) else { continue }
        guard !Self.isCompanion(name, among: known) else { continue }
        if visit(path), folder.depth < Self.depthLimit { waiting.append((path, folder.depth + 1)) }
      }
    }
  }

  /// Takes a file in; says whether there is a folder to walk instead.
  private mutating func visit(_ path: String) -> Bool {
    let place = content.appending(path: path)
    guard let status = files.status(of: place) else {
      diagnostics.append(
        .unreadable(BuildError(path: place, message: "this link leads nowhere", remedy: "mend or remove it")))
      return false
    }
    switch status.kind {
    case .folder: return !outputs.contains(status.identity) && visited.insert(status.identity).inserted
    case .other: return false
    case .file:
      let source = SourcePath(path)
      guard Self.endings.contains(source.fileExtension) else {
        if path != Workspace.configurationName { note(source) }
        return false
      }
      sources.append(source)
      return false
    }
  }

  private mutating func note(_ file: SourcePath) {
    let ending = file.fileExtension.isEmpty ? "" : "." + file.fileExtension
    let found = others[ending] ?? (0, file.string)
    others[ending] = (found.count + 1, min(found.example, file.string))
  }

  /// Whether a folder holds what a browser saved beside a page: `talks_files` beside `talks.html`.
  private static func isCompanion(_ name: String, among names: Set<String>) -> Bool {
    guard name.hasSuffix("_files") else { return false }
    let stem = name.dropLast("_files".count)
    return names.contains(stem + ".html") || names.contains(stem + ".htm")
  }
}
