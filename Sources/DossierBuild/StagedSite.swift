/// Where a site is written while the old one stays whole in its place.
///
/// Whenever a build is killed, or the disk is full, the old site is still there.
struct StagedSite: Sendable {
  enum Way: Sendable {
    /// There is no folder yet: the new one is renamed.
    case newFolder
    /// Only what is new or differs is written, and then put in its place file by file.
    case parts
    /// The whole of the new site takes the place of the old one at once.
    case exchange
  }

  let way: Way
  /// Where files are written; hidden, so that nobody takes it for a source or a site.
  let folder: String
  private let output: String
  private let files: any FileSystem

  /// Nil for a site that is written right into its folder, since there is no old one to keep.
  init?(for output: BuildOutput, in files: any FileSystem) throws(BuildError) {
    self.files = files
    let path = output.folder.withoutTrailingSlashes
    self.output = path
    let within = path.appending(path: ".dossier-new")
    let beside = path.siblingFolder
    // What builds left that were killed.
    for left in [within, beside].compactMap(\.self) where files.status(of: left) != nil {
      try files.removeTree(left)
    }
    if let beside, files.status(of: path) == nil {
      (way, folder) = (.newFolder, beside)
    } else if let beside, output.isAtomic {
      (way, folder) = (.exchange, beside)
    } else if files.status(of: path.appending(path: BuildManifest.fileName)) != nil {
      (way, folder) = (.parts, within)
    } else {
      return nil
    }
    do {
      try files.makeFolder(folder)
    } catch {
      // Nobody has asked for that folder: the trouble is with the one that it stands for.
      throw BuildError(path: path, message: error.message, remedy: error.remedy)
    }
  }

  /// What lies in the output folder; nil where there is nothing.
  var old: String? { way == .newFolder ? nil : output }

  /// Lets an unchanged file of the old site be one of the new; says whether it could.
  func keep(_ path: String) -> Bool {
    switch way {
    case .newFolder: return false
    case .parts: return true
    case .exchange:
      let (from, place) = (output.appending(path: path), folder.appending(path: path))
      if (try? files.link(from, to: place)) != nil { return true }
      guard files.status(of: from)?.kind == .file, let parent = place.parentPath else { return false }
      // Its folder may be missing, or the file system know no second names.
      if (try? files.makeFolder(parent)) != nil, (try? files.link(from, to: place)) != nil { return true }
      guard let bytes = try? files.contents(of: from) else { return false }
      return (try? files.write(bytes, to: place)) != nil
    }
  }

  /// Takes over files that no build wrote: they belong to the folder, not to the site.
  func takeOverForeignFiles(but owned: (String) -> Bool) throws(BuildError) {
    var waiting = [""]
    while let below = waiting.popLast() {
      for name in try files.names(in: below.isEmpty ? output : output.appending(path: below)) {
        let path = below.isEmpty ? name : below + "/" + name
        if owned(path) || path == BuildManifest.fileName || path == BuildManifest.journalName { continue }
        if !keep(path) { waiting.append(path) }
      }
    }
  }

  /// Puts single files in their places.
  func publish(_ paths: [String]) throws(BuildError) {
    for path in paths {
      let (from, place) = (folder.appending(path: path), output.appending(path: path))
      do {
        try files.move(from, to: place)
      } catch {
        guard let parent = place.parentPath, files.status(of: parent) == nil else { throw error }
        try files.makeFolder(parent)
        try files.move(from, to: place)
      }
    }
    try files.removeTree(folder)
  }

  /// Puts the whole folder in its place, and takes the old one away.
  func publish() throws(BuildError) {
    switch way {
    case .newFolder: try files.move(folder, to: output)
    case .parts, .exchange:
      try files.exchange(folder, output)
      try files.removeTree(folder)
    }
  }

  /// Leaves the old site as it is.
  func abandon() { try? files.removeTree(folder) }
}

extension String {
  /// A hidden folder beside the one that this path names; nil where it names none.
  fileprivate var siblingFolder: String? {
    let name = split(separator: "/").last.map(String.init) ?? ""
    guard !name.isEmpty, name != ".", name != ".." else { return nil }
    return parentPath?.appending(path: ".\(name).dossier-new")
  }
}

extension FileSystem {
  /// Removes a file, or a folder with all that is in it; links are removed, never followed.
  func removeTree(_ path: String) throws(BuildError) {
    var waiting = [path]
    var folders: [String] = []
    while let next = waiting.popLast() {
      do {
        try remove(next)
      } catch {
        guard let names = try? names(in: next) else { throw error }
        folders.append(next)
        waiting += names.map { next.appending(path: $0) }
      }
    }
    for folder in folders.reversed() where !removeEmptyFolder(folder) {
      throw BuildError(
        path: folder, message: "the folder cannot be removed", remedy: "remove it and build again")
    }
  }
}
