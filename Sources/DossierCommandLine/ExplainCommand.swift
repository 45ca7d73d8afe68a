import ArgumentParser
import DossierBuild
import DossierSource

/// `dossier explain`: what stands behind the claims of a page, and the lines that would change them.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Tells what stands behind the claims of a page.",
    discussion: """
      Each claim is told with its basis, its rule, its sentences, the editor's line if one set it, and the line that \
      would change it. A page is named by its path in the site, its id, or as in content/decisions/: \
      actors/jane-doe.html, person:jane-doe, a:talks-2019, ev:2019-08-27-talks.
      """)

  @Argument(help: "The page, or the id of what it is about.")
  var page: String

  @Argument(help: "Tell only claims with these words.")
  var item: String?

  @Option(name: [.customShort("f"), .customLong("folder")], help: "The folder of the site.")
  var folder = "."

  @OptionGroup var messages: OutputArguments

  func run() async throws {
    let console = messages.console
    let explanation: Explanation?
    do throws(BuildError) {
      let files = DiskFileSystem()
      let workspace = try Workspace(at: folder, files: files)
      let told = await SiteBuilder.complete.explanation(
        of: page, in: workspace, without: [workspace.defaultOutput],
        on: BuildMachine(files: files, jobs: Terminal.processorCount))
      console.show(told.diagnostics.filter { $0.severity == .error })
      explanation = told.explanation
    } catch {
      throw console.failure(error)
    }
    guard let explanation, item.map(explanation.hasRows) ?? true else {
      throw console.failure(
        BuildError(
          path: page, message: "nothing is called so\(item.map { ", or has no '\($0)'" } ?? "")",
          remedy: "name a page by its path in the site, or by an id such as person:jane-doe"))
    }
    Terminal.print(explanation.text(about: item))
  }
}
