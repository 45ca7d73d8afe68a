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
        written.isEmpty
          ? "Nothing to write: the site is there" : wrote + "Next: dossier build \(Self.quoted(folder))",
        as: JSONLine(["written": written.count]))
    } catch {
      throw console.failure(error)
    }
  }

  /// The path as a shell takes it for one word.
  private static func quoted(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte >= 0x80 || "/._-+,:@%".utf8.contains(byte)
    }
    guard !isPlain else { return path }
    let pieces = path.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + pieces.joined(separator: "'\\''") + "'"
  }
}
