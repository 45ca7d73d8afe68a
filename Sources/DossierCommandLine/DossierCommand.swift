import ArgumentParser
import DossierBuild

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
}
