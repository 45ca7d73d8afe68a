import ArgumentParser
import DossierBuild

/// `dossier diff`: what two built sites claim differently.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Compares two built sites claim by claim.",
    discussion: """
      Reads the data files of both. Exit status: 0 where they claim the same, 2 where they do not.
      """)

  @Argument(help: "The folder of the older site.")
  var old: String

  @Argument(help: "The folder of the newer site.")
  var new: String

  @OptionGroup var messages: OutputArguments

  func run() throws {
    let console = messages.console
    let difference: SiteDifference
    do throws(BuildError) {
      difference = try SiteDifference(from: old, to: new, files: DiskFileSystem())
    } catch {
      throw console.failure(error)
    }
    if messages.format == .text { for change in difference.changes { Terminal.print(change.text) } }
    let count = difference.changes.count
    console.showResult(
      count == 0 ? "No claim changed" : "\(count.grouped) claims changed", as: JSONLine(["changed": count]))
    if count > 0 { throw ExitCode(2) }
  }
}
