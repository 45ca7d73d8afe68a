import ArgumentParser
import DossierBuild
import DossierSource

/// `dossier build`: the site of a folder, into another folder.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Builds the site of a folder of articles.")

  @OptionGroup var site: SiteArguments

  @OptionGroup var building: BuildArguments

  @Flag(help: "Exit with status 0 even where something is wrong, as long as there is a site.")
  var keepGoing = false

  @Flag(help: "Do everything anew, and keep nothing for the next build.")
  var noCache = false

  @Flag(help: "Tell how long each stage took.")
  var timings = false

  @Flag(help: "Go on, and build again whenever something that the site is made from changes.")
  var watch = false

  @Flag(help: "With --watch, look at the dates of files instead of waiting for the system to tell.")
  var poll = false

  @OptionGroup var messages: OutputArguments

  func validate() throws {
    if watch, noCache { throw ValidationError("--watch knows what changed from what --no-cache leaves out.") }
    if poll, !watch { throw ValidationError("--poll is a way to --watch.") }
  }

  func run() async throws {
    let console = messages.console
    guard !watch else { return await keepBuilding(console) }
    let report: BuildReport
    do throws(BuildError) {
      report = try await building.build(site, isForgetful: noCache, console)
    } catch {
      throw console.failure(error)
    }
    show(report, report.diagnostics(strict: site.strict), on: console)
    if fails(report) { throw ExitCode(1) }
  }

  private func show(_ report: BuildReport, _ diagnostics: [Diagnostic], on console: Console) {
    console.show(diagnostics)
    if timings { console.show(report.timings, made: report.made) }
    if report.pages > 0 { console.showResult(report.closingLine, as: report.result) }
  }

  /// Builds until it is stopped, and tells of rounds in which something is new.
  ///
  /// The last good site stays.
  private func keepBuilding(_ console: Console) async {
    let interruptions = Interruption.exits(after: {})
    await BuildRounds(site: site, building: building, polls: poll, console: console).run { outcome in
      switch outcome {
      case .built(let report, let diagnostics): show(report, diagnostics, on: console)
      case .failed(let error): _ = console.failure(error)
      }
    }
    withExtendedLifetime(interruptions) {}
  }

  /// Whether a caller must look at what was said: an error or an article left out, or with `--strict` a warning.
  private func fails(_ report: BuildReport) -> Bool {
    let isWhole = report.count(of: .error) == 0 && report.skipped == 0
    return report.pages == 0 || (!isWhole && !keepGoing)
      || (site.strict && report.diagnostics(strict: true).contains { $0.severity == .warning })
  }
}

extension BuildReport {
  /// What a build did, in one line.
  var closingLine: String {
    let changed = changed ?? 0
    let claims = changed == 0 ? "" : "; \(changed.grouped) claim\(changed == 1 ? "" : "s") changed"
    return "Built \(pages.grouped) page\(pages == 1 ? "" : "s") "
      + "(\(written.grouped) written, \(removed.grouped) removed\(claims)) in \(timings.total.seconds) s"
  }

  /// The same for programs.
  var result: JSONLine {
    var result = [
      "sources": sources, "articles": articles, "pages": pages, "written": written, "removed": removed,
      "errors": count(of: .error), "warnings": count(of: .warning),
    ]
    result["claims-changed"] = changed
    return JSONLine(result)
  }
}
