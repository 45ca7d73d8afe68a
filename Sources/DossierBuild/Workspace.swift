import DossierSource

/// A folder to build a site from: where its sources lie, what its configuration says, and its own templates.
package struct Workspace: Sendable {
  /// Folders at the top of the content folder that hold the editor's words, never sources.
  package static let reservedFolders = ["decisions", "lists", "notes", "proposals"]
  package static let configurationName = "dossier.yml"

  /// The folder of sources.
  package let content: String
  /// The folder that configuration, templates and output stand in; nil for a bare folder of articles.
  package let root: String?
  package var configuration: SiteConfiguration
  /// What is wrong with the configuration.
  package let diagnostics: [Diagnostic]

  /// Opens a folder of articles, or a site's root: a folder with `dossier.yml` and `content/`.
  ///
  /// With a configuration named by the caller, the folder is a site's root too; and so it is without one where an
  /// editor's lines, lists, notes or templates lie as in a site: as articles they would be read, or not at all.
  package init(
    at folder: String, configuration path: String? = nil, files: any FileSystem
  ) throws(BuildError) {
    try Self.require(folder, files)
    let beside = folder.appending(path: Self.configurationName)
    guard let path = path ?? (files.status(of: beside) == nil ? nil : beside) else {
      let isSite = Self.isLaidOutAsSite(folder, files)
      (configuration, diagnostics) = (SiteConfiguration(), [])
      (content, root) = isSite ? (folder.appending(path: "content"), folder) : (folder, nil)
      return
    }
    let reader = try ConfigurationReader(reading: try files.contents(of: path), path: path)
    (configuration, diagnostics, root) = (reader.configuration, reader.diagnostics, folder)
    let named = folder.appending(path: configuration.content ?? "content")
    if let content = configuration.content, files.status(of: named)?.kind != .folder {
      throw BuildError(
        path: path, message: "'content' names '\(content)', and there is no such folder",
        remedy: "name the folder of articles, beside this file, or take the line away")
    }
    content = files.status(of: named)?.kind == .folder ? named : folder
  }

  /// Where the site goes when the caller names no folder.
  package var defaultOutput: String {
    let name = configuration.output ?? "public"
    return root.map { $0.appending(path: name) } ?? name
  }

  /// The folder of the user's own templates, where there can be one.
  package var templates: String? { root.map { $0.appending(path: "templates") } }

  private static func isLaidOutAsSite(_ folder: String, _ files: any FileSystem) -> Bool {
    let content = folder.appending(path: "content")
    guard files.status(of: content)?.kind == .folder else { return false }
    let kept = reservedFolders.map { content.appending(path: $0) } + [folder.appending(path: "templates")]
    return kept.contains { files.status(of: $0)?.kind == .folder }
  }

  private static func require(_ folder: String, _ files: any FileSystem) throws(BuildError) {
    guard let status = files.status(of: folder) else {
      throw BuildError(path: folder, message: "there is no such folder", remedy: "name a folder of articles")
    }
    guard status.kind == .folder else {
      throw BuildError(
        path: folder, message: "this is no folder", remedy: "name the folder that the article is in")
    }
  }
}
