import ArgumentParser
import DossierBuild
import DossierModel
import DossierSource

/// `dossier build`: the site of a folder, into another folder.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Builds the site of a folder of articles.")

  @OptionGroup var site: SiteArguments

  @Option(name: .shortAndLong, help: "The folder to write the site to (default: public).")
  var output: String?

  @Option(
    name: [.customShort("u"), .customLong("base-url")], help: "The address at which the site will stand.")
  var baseURL: String?

  @Option(help: "What of the articles is shown: private (all), excerpt or links.")
  var profile: Profile?

  @Flag(help: "Exit with status 0 even where something is wrong, as long as there is a site.")
  var keepGoing = false

  @Flag(help: "Write into a folder that holds other files, and over those that stand in the way.")
  var force = false

  @Flag(help: "Put the new site in place of the old one as a whole, so that nobody ever reads a mixture.")
  var publishAtomically = false

  @Flag(help: "Do everything anew, and keep nothing for the next build.")
  var noCache = false

  @Flag(help: "Tell how long each stage took.")
  var timings = false

  @Flag(help: "Go on, and build again whenever something that the site is made from changes.")
  var watch = false

  @OptionGroup var messages: OutputArguments

  func validate() throws {
    if watch, noCache { throw ValidationError("--watch knows what changed from what --no-cache leaves out.") }
    guard let baseURL, baseURL.asBaseURL == nil else { return }
    throw ValidationError("--base-url takes an address that begins with https://, not '\(baseURL)'.")
  }

  func run() async throws {
    if watch { return try await keepBuilding() }
    let console = messages.console
    let report: BuildReport
    do {
      report = try await build(console)
    } catch {
      throw console.failure(error)
    }
    show(report, on: console)
    if fails(report) { throw ExitCode(1) }
  }

  private func show(_ report: BuildReport, on console: Console) {
    console.show(report.diagnostics(strict: site.strict))
    if timings { console.show(report.timings) }
    if report.pages > 0 { console.showResult(Self.closingLine(of: report), as: Self.result(of: report)) }
  }

  /// Builds until it is stopped, and tells of rounds in which something changed or something else went wrong.
  ///
  /// A round without a change is a look at the dates of files, which also shows changes on network drives, where no
  /// system tells of them. Between rounds it rests five times as long as a round took. The last good site stays.
  private func keepBuilding() async throws {
    let console = messages.console
    var told: [String]?
    while !Task.isCancelled {
      let start = ContinuousClock.now
      var news: [String]
      do {
        let report = try await build(console)
        news = report.diagnostics(strict: site.strict).map(\.description)
        if report.written + report.removed > 0 || news != told { show(report, on: console) }
      } catch {
        news = [error.description]
        if news != told { _ = console.failure(error) }
      }
      told = news
      try await Task.sleep(for: max(Self.shortestRest, (ContinuousClock.now - start) * 5))
    }
  }

  private static let shortestRest = Duration.milliseconds(400)

  private func build(_ console: Console) async throws(BuildError) -> BuildReport {
    let files = DiskFileSystem()
    var workspace = try site.workspace(in: files)
    if let address = baseURL?.asBaseURL { workspace.configuration.baseURL = address }
    if let profile { workspace.configuration.profile = profile }
    let folder = output ?? workspace.defaultOutput
    let output = BuildOutput(
      folder: folder, force: force, memory: workspace.memory(ofOutput: folder, isOff: noCache),
      isAtomic: publishAtomically)
    let machine = BuildMachine(files: files, jobs: site.jobs ?? Terminal.processorCount, tell: console.tell)
    return try await SiteBuilder.complete.build(workspace, into: output, on: machine)
  }

  /// Whether a caller must look at what was said: an error or an article left out, or with `--strict` a warning.
  private func fails(_ report: BuildReport) -> Bool {
    let isWhole = report.count(of: .error) == 0 && report.skipped == 0
    return report.pages == 0 || (!isWhole && !keepGoing)
      || (site.strict && report.diagnostics(strict: true).contains { $0.severity == .warning })
  }

  private static func closingLine(of report: BuildReport) -> String {
    let changed = report.changed ?? 0
    let claims = changed == 0 ? "" : "; \(changed.grouped) claim\(changed == 1 ? "" : "s") changed"
    return "Built \(report.pages.grouped) page\(report.pages == 1 ? "" : "s") "
      + "(\(report.written.grouped) written, \(report.removed.grouped) removed\(claims)) "
      + "in \(report.timings.total.seconds) s"
  }

  private static func result(of report: BuildReport) -> JSONLine {
    var result = [
      "sources": report.sources, "articles": report.articles, "pages": report.pages,
      "written": report.written,
      "removed": report.removed, "errors": report.count(of: .error), "warnings": report.count(of: .warning),
    ]
    result["claims-changed"] = report.changed
    return JSONLine(result)
  }
}

extension Profile: ExpressibleByArgument {}
