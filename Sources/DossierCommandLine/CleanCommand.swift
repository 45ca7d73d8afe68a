import ArgumentParser
import DossierBuild

/// `dossier clean`: takes away what builds wrote.
struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "Removes what was built; other files in the folder stay.")

  @Argument(help: "The folder that the site was built from.")
  var content = "."

  @Option(name: .shortAndLong, help: "The folder that the site was written to (default: public).")
  var output: String?

  @OptionGroup var messages: OutputArguments

  func run() throws {
    let console = messages.console
    do {
      let (folder, removed) = try clean()
      console.showResult(
        "Removed \(removed.grouped) files from \(folder)", as: JSONLine(["removed": removed]))
    } catch {
      throw console.failure(error)
    }
  }

  private func clean() throws(BuildError) -> (folder: String, removed: Int) {
    let files = DiskFileSystem()
    if let output, files.status(of: content) == nil {
      return (output, try SiteCleaner.clean(output, files: files))
    }
    let workspace = try Workspace(at: content, files: files)
    let folder = output ?? workspace.defaultOutput
    return (folder, try SiteCleaner.clean(folder, memory: workspace.memory(ofOutput: folder), files: files))
  }
}
