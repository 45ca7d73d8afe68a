import ArgumentParser
import DossierBuild
import DossierSource

/// The command line.
package struct DossierCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "dossier", abstract: "Turns a folder of articles into a cross-linked site.",
    discussion: """
      Exit status: 0 all is well, 1 trouble in content or build, 2 findings of 'check' or 'diff', 64 wrong usage.
      """,
    version: SiteBuilder.version,
    subcommands: [
      BuildCommand.self, ServeCommand.self, PrintCommand.self, CheckCommand.self, ProposeCommand.self,
      ReviewCommand.self, ExplainCommand.self, DiffCommand.self, AnalyzeCommand.self, CleanCommand.self,
      InitCommand.self,
    ])

  package init() {}

  /// Runs the command that the arguments name; of a misspelt one the nearest name is told.
  package static func start(_ arguments: [String] = Array(CommandLine.arguments.dropFirst())) async {
    if let trouble = misspelling(in: arguments) { exit(withError: ValidationError(trouble)) }
    await main(arguments)
  }

  private static func misspelling(in arguments: [String]) -> String? {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    let named = arguments.first == "help" ? arguments.dropFirst().first : arguments.first
    guard let named, !named.hasPrefix("-"), !names.contains(named) else { return nil }
    let nearest = NearestName.name(to: named, among: names)
    return "There is no command '\(named)'." + (nearest.map { " Did you mean '\($0)'?" } ?? "")
  }
}
