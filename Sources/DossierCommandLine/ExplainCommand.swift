import ArgumentParser
import DossierBuild
import DossierSource

/// `dossier explain`: what stands behind the claims of a page, and the lines that would change them.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Tells what stands behind a page, and why it was built.",
    discussion: """
      Each claim is told with its basis, its rule, its sentences, the editor's line if one set it, and the line that \
      would change it. Of a page that was built, what changed before the last build that wrote it is told too. A page is \
      named by its path in the site, its id, or as in content/decisions/: \
      actors/jane-doe.html, person:jane-doe, a:talks-2019, ev:2019-08-27-talks.
      """)

  @Argument(help: "The page, or the id of what it is about.")
  var page: String

  @Argument(help: "Tell only claims with these words.")
  var item: String?

  @Option(name: [.customShort("f"), .customLong("folder")], help: "The folder of the site.")
  var folder = "."

  @Option(
    name: [.short, .customLong("config")],
    help: "The configuration to use instead of the folder's own dossier.yml.")
  var configuration: String?

  @Option(name: .shortAndLong, help: "The folder of the built site, for why it was built (default: public).")
  var output: String?

  @OptionGroup var messages: OutputArguments

  func run() async throws {
    let console = messages.console
    let text: String?
    do throws(BuildError) {
      text = try await explanation(console)
    } catch {
      throw console.failure(error)
    }
    guard let text else {
      throw console.failure(
        BuildError(
          path: page, message: "nothing is called so\(item.map { ", or has no '\($0)'" } ?? "")",
          remedy: "name a page by its path in the site, or by an id such as person:jane-doe"))
    }
    Terminal.print(text)
  }

  /// What stands behind the claims of the page, and why the last build made it; nil where it is nothing of the site's.
  private func explanation(_ console: Console) async throws(BuildError) -> String? {
    let files = DiskFileSystem()
    let workspace = try Workspace(at: folder, configuration: configuration, files: files)
    let output = output ?? workspace.defaultOutput
    let page = page(below: output)
    let told = await SiteBuilder.complete.explanation(
      of: page, in: workspace, without: [output],
      on: BuildMachine(files: files, jobs: Terminal.processorCount))
    console.show(told.diagnostics.filter { $0.severity == .error })
    if let item, let explanation = told.explanation {
      return explanation.hasRows(about: item) ? explanation.text(about: item) : nil
    }
    let built = BuiltFile(told.explanation?.page ?? page, of: output, files)
    let reasons = built.reasons(workspace.memory(ofOutput: output).changes(in: files), sources: told.sources)
    guard !reasons.isEmpty || told.explanation != nil else { return nil }
    let lines = reasons.map { "  " + $0 + "\n" }.joined()
    return (told.explanation.map { $0.text() + "\n" } ?? "") + (lines.isEmpty ? "" : "built\n" + lines)
  }

  /// The page as the site names it: a shell completes the file's own path.
  private func page(below output: String) -> String {
    let folder = output.withoutTrailingSlashes + "/"
    return page.hasPrefix(folder) ? String(page.dropFirst(folder.count)) : page
  }
}

/// A file of a site as it was built.
private struct BuiltFile {
  private let path: String
  private let text: String?

  init(_ path: String, of site: String, _ files: DiskFileSystem) {
    self.path = path
    let bytes = path.hasPrefix(".") ? nil : try? files.contents(of: site + "/" + path)
    text = bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Why the last build made it; nothing where it is not there, or nothing is known.
  func reasons(_ changes: BuildChanges?, sources: [String: String]) -> [String] {
    guard let text, let changes else { return [] }
    return changes.reasons(for: path) { source in
      guard let article = sources[source] else { return false }
      let name = article.split(separator: "/").last.map(String.init) ?? article
      return article == path || text.contains("/" + name) || text.contains("\"" + name)
    }
  }
}
