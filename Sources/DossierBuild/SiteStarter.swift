/// Lays out a new site, over nothing that is there.
package enum SiteStarter {
  /// Writes the first files of a site into a folder; gives the paths of those that it wrote.
  package static func start(in folder: String, files: any FileSystem) throws(BuildError) -> [String] {
    let first: [(path: String, text: String)] = [
      (Workspace.configurationName, SiteConfiguration.template), ("content/first-article.md", firstArticle),
    ]
    var written: [String] = []
    let content = folder.appending(path: "content")
    try files.makeFolder(content)
    let hasArticles = !(try files.names(in: content)).isEmpty
    for (name, text) in first where !(hasArticles && name != Workspace.configurationName) {
      let path = folder.appending(path: name)
      guard files.status(of: path) == nil else { continue }
      try files.write(Array(text.utf8), to: path)
      written.append(path)
    }
    return written
  }

  private static let firstArticle = """
    ---
    title: The first article
    outlet: The Example Gazette
    date: 2024-05-01
    ---

    Replace this file by articles that you collected: text as pasted (`.txt`), saved pages (`.html`) or Markdown
    (`.md`). Folders may be nested. The files are never changed.

    """
}
