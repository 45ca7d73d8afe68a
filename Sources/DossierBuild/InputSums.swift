import DossierPages
import DossierSource

/// The hashes of all that a build reads of the content folder, by which others can check what a site was made of.
enum InputSums {
  /// Paths are left out where names are kept back: they may tell them.
  static func account(
    of sources: [SourcePath], in workspace: Workspace, on machine: BuildMachine, isNamed: Bool
  ) async -> BuildAccount {
    let own = Workspace.reservedFolders.filter { $0 != "proposals" }.flatMap { folder in
      let names = (try? machine.files.names(in: workspace.content.appending(path: folder))) ?? []
      return names.filter { !$0.hasPrefix(".") }.map { folder + "/" + $0 }
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
}

extension SiteBuilder {
  /// Of the tool; a site tells it.
  package static let version = "0.1.0"
}
