import ArgumentParser

/// The command line.
package struct DossierCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "dossier", abstract: "Turns a folder of articles into a cross-linked site.")

  package init() {}
}
