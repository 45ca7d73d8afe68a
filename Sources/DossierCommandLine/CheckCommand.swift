import ArgumentParser
import DossierBuild
import DossierSource

/// `dossier check`: all that a build would say, with nothing written.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Looks for trouble and writes nothing.")

  @OptionGroup var site: SiteArguments
  @OptionGroup var messages: OutputArguments

  func run() async throws {
    let console = messages.console
    let report: BuildReport
    do {
      report = try await check(console)
    } catch {
      throw console.failure(error)
    }
    let diagnostics = report.diagnostics(strict: site.strict)
    console.show(diagnostics)
    let findings = diagnostics.count { $0.severity != .note }
    console.showResult(
      "Checked \(report.sources.grouped) sources: \(findings == 0 ? "nothing found" : "\(findings.grouped) found")",
      as: JSONLine(["sources": report.sources, "articles": report.articles, "findings": findings]))
    if findings > 0 { throw ExitCode(2) }
  }

  private func check(_ console: Console) async throws(BuildError) -> BuildReport {
    let files = DiskFileSystem()
    let workspace = try site.workspace(in: files)
    return await SiteBuilder.complete.check(
      workspace, without: [workspace.defaultOutput], on: site.machine(with: files, tell: console.tell))
  }
}
