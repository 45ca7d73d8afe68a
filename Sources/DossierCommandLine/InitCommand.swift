import ArgumentParser
import DossierBuild

/// `dossier init`: a new site to begin with.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Lays out a new site; changes nothing that is there.")

  @Argument(help: "The folder of the site.")
  var folder = "."

  @OptionGroup var messages: OutputArguments

  func run() throws {
    let console = messages.console
    do {
      let written = try SiteStarter.start(in: folder, files: DiskFileSystem())
      let wrote = written.map { "Wrote \($0)\n" }.joined()
      console.showResult(
        written.isEmpty ? "Nothing to write: the site is there" : wrote + "Next: dossier build \(folder)",
        as: JSONLine(["written": written.count]))
    } catch {
      throw console.failure(error)
    }
  }
}
