import ArgumentParser
import DossierBuild
import DossierSource

/// `dossier propose`: what an editor should look at, as lines to accept or to reject.
struct ProposeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose", abstract: "Suggests decisions, in the grammar of content/decisions/.",
    discussion: """
      Each suggestion stands below the sentences that it rests on. Move a line to a file in content/decisions/ to \
      accept it; to reject it, move it there with 'not-' before it. docs/DECISIONS.md explains the lines.
      """)

  @OptionGroup var site: SiteArguments

  @Flag(help: "Write the suggestions to content/proposals/ instead of printing them.")
  var write = false

  @OptionGroup var messages: OutputArguments

  func run() async throws {
    let console = messages.console
    do {
      try await propose(console)
    } catch let error as BuildError {
      throw console.failure(error)
    }
  }

  private func propose(_ console: Console) async throws {
    let (workspace, listing) = try await site.proposals(on: console)
    if write {
      let paths = try listing.write(to: workspace, files: DiskFileSystem())
      for path in paths { Terminal.print("Wrote \(path)") }
    } else {
      Terminal.print(listing.files.map(\.text).joined(separator: "\n"))
    }
    console.showResult(
      "# \(listing.count.grouped) suggestions", as: JSONLine(["proposals": listing.count]))
  }
}
