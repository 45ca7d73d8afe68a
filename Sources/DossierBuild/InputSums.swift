import DossierPages
import DossierSource

/// The hashes of all that a build reads of the content folder, by which others can check what a site was made of.
enum InputSums {
  /// Paths are left out where names are kept back: they may tell them.
  static func account(
    of sources: [(path: SourcePath, sum: SHA256?)], in workspace: Workspace, on machine: BuildMachine,
    isNamed: Bool
  ) -> BuildAccount {
    let own = Workspace.reservedFolders.filter { $0 != "proposals" }.flatMap { folder in
      filesOf(folder, below: workspace.content, machine.files)
    }
    let files: [(path: String, sum: SHA256?)] =
      sources.map { ($0.path.string, $0.sum) } + own.map { ($0, nil) }
    let inputs = files.sorted { $0.path < $1.path }.compactMap { path, known in
      let sum = known ?? hash(ofFileAt: workspace.content.appending(path: path), machine.files)
      return sum.map { BuildAccount.Input(path: isNamed ? path : "", hash: $0.description) }
    }
    return BuildAccount(version: SiteBuilder.version, inputs: inputs)
  }

  private static func hash(ofFileAt path: String, _ files: any FileSystem) -> SHA256? {
    (try? files.contents(of: path)).map { SHA256(of: $0) }
  }

  /// The files in a folder of the editor's, and in those right below it.
  private static func filesOf(_ folder: String, below content: String, _ files: any FileSystem) -> [String] {
    let names = (try? files.names(in: content.appending(path: folder))) ?? []
    return names.filter { !$0.hasPrefix(".") }.flatMap { name in
      let path = folder + "/" + name
      guard files.status(of: content.appending(path: path))?.kind == .folder else { return [path] }
      let inner = (try? files.names(in: content.appending(path: path))) ?? []
      return inner.filter { !$0.hasPrefix(".") }.map { path + "/" + $0 }
    }
  }
}

extension SiteBuilder {
  /// Of the tool; a site tells it.
  package static let version = "0.1.0"
}
