import ArgumentParser
import DossierBuild
import DossierLanguages
import DossierTheme

/// What all commands that read a site understand.
struct SiteArguments: ParsableArguments {
  @Argument(help: "A folder of articles, or a site's folder with dossier.yml and content/.")
  var content = "."

  @Option(
    name: [.short, .customLong("config")],
    help: "The configuration to use instead of the folder's own dossier.yml.")
  var configuration: String?

  @Option(help: "How many tasks to run at once (default: one for each core).")
  var jobs: Int?

  @Flag(help: "Count warnings as errors.")
  var strict = false

  func validate() throws {
    if let jobs, !(1...1_024).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 1024.")
    }
  }

  func workspace(in files: DiskFileSystem) throws(BuildError) -> Workspace {
    try Workspace(at: content, configuration: configuration, files: files)
  }

  func machine(
    with files: DiskFileSystem, tell: @escaping @Sendable (BuildEvent) -> Void = { _ in }
  ) -> BuildMachine {
    BuildMachine(files: files, jobs: jobs ?? Terminal.processorCount, tell: tell)
  }
}

extension SiteArguments {
  /// The workspace with what the machine suggests to its editor; errors of the sources are shown, and end the command
  /// where they leave nothing to suggest.
  func proposals(on console: Console) async throws -> (workspace: Workspace, listing: ProposalListing) {
    let files = DiskFileSystem()
    let workspace = try workspace(in: files)
    let (listing, diagnostics) = await SiteBuilder.complete.proposals(
      for: workspace, without: [workspace.defaultOutput], on: machine(with: files))
    console.show(diagnostics.filter { $0.severity == .error })
    guard let listing else { throw ExitCode(1) }
    return (workspace, listing)
  }
}

extension Workspace {
  /// Where builds of it into an output folder remember.
  func memory(ofOutput folder: String, isOff: Bool = false) -> BuildMemory {
    BuildMemory(folder: memoryFolder(forOutput: folder), tool: Terminal.toolFingerprint, isOff: isOff)
  }
}

extension SiteBuilder {
  /// With all languages and the theme that the executable brings.
  static var complete: SiteBuilder {
    SiteBuilder(
      vocabulary: Languages.pageVocabulary, languages: Languages.all, knowledge: Languages.knowledge,
      theme: Theme.files,
      lists: LanguageExtension(
        tables: { Languages.extended(by: $0) }, troubles: { Languages.troubles(in: $0) }))
  }
}
