import ArgumentParser
import DossierBuild
import DossierSource

/// `dossier analyze`: what was found in single articles, with the rules that decided.
struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze", abstract: "Tells what is found in an article, and why.",
    discussion: """
      Each file is read by itself: names and times are resolved as far as it tells them, without the rest of its \
      folder. Offsets count Unicode code points of the cleaned text.
      """)

  @Argument(help: "Articles, as .txt, .md or .html files.")
  var files: [String]

  @OptionGroup var messages: OutputArguments

  func run() throws {
    let console = messages.console
    let disk = DiskFileSystem()
    let builder = SiteBuilder.complete
    var diagnostics: [Diagnostic] = []
    var isWhole = true
    var gap = ""
    for file in files {
      do throws(BuildError) {
        let analysis = try builder.analysis(ofFileAt: file, in: disk)
        diagnostics += analysis.diagnostics
        if let text = messages.format == .json ? analysis.json : analysis.text {
          Terminal.print(gap + text)
          if messages.format == .text { gap = "\n" }
        } else {
          isWhole = false
        }
      } catch {
        _ = console.failure(error)
        isWhole = false
      }
    }
    console.show(diagnostics)
    if !isWhole { throw ExitCode(1) }
  }
}
