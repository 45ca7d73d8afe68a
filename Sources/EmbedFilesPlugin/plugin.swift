import Foundation
import PackagePlugin

/// Embeds a module's data files as Swift literals, so that the executable is one file.
///
/// The theme is the package's `templates` folder, and the data file's schema from `docs`; a language module's files
/// are those below its own folder.
@main
struct EmbedFiles: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let package = context.package.directoryURL
    let isTheme = target.name == "DossierTheme"
    let base = isTheme ? package.appending(path: "templates") : target.directoryURL.appending(path: "Data")
    let schema = package.appending(path: "docs").appending(path: "dossier.schema.json")
    let files = embeddedFiles(below: base) + (isTheme ? [schema] : [])
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) files for \(target.name)",
        executable: try context.tool(named: "embed-files").url,
        arguments: [output.path(), base.path()] + files.map { $0.path() },
        inputFiles: files, outputFiles: [output])
    ]
  }

  private func embeddedFiles(below folder: URL) -> [URL] {
    let endings: Set = ["mustache", "css", "js", "svg", "json", "txt", "yml"]
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let files = (found?.allObjects ?? []).compactMap { $0 as? URL }
    return files.filter { endings.contains($0.pathExtension) }.sorted { $0.path() < $1.path() }
  }
}
