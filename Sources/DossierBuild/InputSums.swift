import DossierPages
import DossierSource

/// The hashes of all that a build reads of the content folder, by which others can check what a site was made of.
enum InputSums {
  /// Paths are left out where names are kept back: they may tell them.
  static func account(
    of sources: [SourcePath], in workspace: Workspace, on machine: BuildMachine, isNamed: Bool
  ) async -> BuildAccount {
    let own = Workspace.reservedFolders.filter { $0 != "proposals" }.flatMap { folder in
      filesOf(folder, below: workspace.content, machine.files)
    }
    let paths = (sources.map(\.string) + own).sorted()
    let hashes = await paths.concurrentMap(width: machine.jobs) { path in
      (try? machine.files.contents(of: workspace.content.appending(path: path))).map { SHA256(of: $0) }
    }
    let inputs = zip(paths, hashes).compactMap { path, hash in
      hash.map { BuildAccount.Input(path: isNamed ? path : "", hash: $0.description) }
    }
    return BuildAccount(version: SiteBuilder.version, inputs: inputs)
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
