import ArgumentParser
import DossierBuild
import DossierModel

/// What all commands understand that write a site.
struct BuildArguments: ParsableArguments {
  @Option(name: .shortAndLong, help: "The folder to write the site to (default: public).")
  var output: String?

  @Option(
    name: [.customShort("u"), .customLong("base-url")], help: "The address at which the site will stand.")
  var baseURL: String?

  @Option(help: "What of the articles is shown: private (all), excerpt or links.")
  var profile: Profile?

  @Flag(help: "Write into a folder that holds other files, and over those that stand in the way.")
  var force = false

  @Flag(help: "Put the new site in place of the old one as a whole, so that nobody ever reads a mixture.")
  var publishAtomically = false

  func validate() throws {
    guard let baseURL, baseURL.asBaseURL == nil else { return }
    throw ValidationError("--base-url takes an address that begins with https://, not '\(baseURL)'.")
  }

  /// The folder that the site of a workspace goes to.
  func folder(for workspace: Workspace) -> String { output ?? workspace.defaultOutput }

  /// Builds the site once.
  func build(
    _ site: SiteArguments, isForgetful: Bool = false, _ console: Console
  ) async throws(BuildError) -> BuildReport {
    let files = DiskFileSystem()
    var workspace = try site.workspace(in: files)
    if let address = baseURL?.asBaseURL { workspace.configuration.baseURL = address }
    if let profile { workspace.configuration.profile = profile }
    let folder = folder(for: workspace)
    let output = BuildOutput(
      folder: folder, force: force, memory: workspace.memory(ofOutput: folder, isOff: isForgetful),
      isAtomic: publishAtomically)
    let machine = site.machine(with: files, tell: console.tell)
    return try await SiteBuilder.complete.build(workspace, into: output, on: machine)
  }
}

extension Profile: ExpressibleByArgument {}
