import ArgumentParser
import DossierBuild
import DossierModel
import DossierSource

/// `dossier print`: the dossier of a folder as one document for paper.
struct PrintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "Writes the dossier as one HTML file for paper.",
    discussion: """
      Cover, contents, timeline, actors, events and articles, with numbered sources. Open it in a browser and print it.
      """)

  @OptionGroup var site: SiteArguments

  @Option(name: .shortAndLong, help: "The file to write.")
  var output = "dossier.html"

  @Option(help: "What of the articles is shown: private (all), excerpt or links.")
  var profile: Profile?

  @OptionGroup var messages: OutputArguments

  func run() async throws {
    let console = messages.console
    let report: BuildReport
    do throws(BuildError) {
      let files = DiskFileSystem()
      var workspace = try site.workspace(in: files)
      if let profile { workspace.configuration.profile = profile }
      report = try await SiteBuilder.complete.print(workspace, to: output, on: site.machine(with: files))
    } catch {
      throw console.failure(error)
    }
    console.show(report.diagnostics(strict: site.strict))
    guard report.pages > 0 else { throw ExitCode(1) }
    console.showResult(
      "Wrote \(output): \(report.articles.grouped) articles", as: JSONLine(["articles": report.articles]))
    if report.count(of: .error) > 0 || report.skipped > 0 { throw ExitCode(1) }
  }
}
