import DossierSource

/// What a build itself has to tell of content, beside what each stage tells.
extension Diagnostic {
  static func unreadable(_ error: BuildError) -> Diagnostic {
    Diagnostic(
      .error, "unreadable-source", error.message, remedy: error.remedy, at: SourceLocation(path: error.path))
  }

  static func noMemory(_ error: BuildError) -> Diagnostic {
    Diagnostic(
      .note, "nothing-remembered", "the next build starts anew, since nothing can be kept: \(error.message)",
      remedy: error.remedy, at: SourceLocation(path: error.path))
  }

  /// Of a site's folder, whose own files are no articles, that is told.
  static func noArticles(in workspace: Workspace) -> Diagnostic {
    let isWithin = workspace.root.map { $0 != workspace.content } ?? false
    return Diagnostic(
      .error, "no-articles", "there is no article here, so no site was made",
      remedy: "put articles into the folder as .txt, .md or .html files"
        + (isWithin ? "; those beside it are not read" : ""),
      at: SourceLocation(path: workspace.content))
  }

  static func noBaseURL(in folder: String) -> Diagnostic {
    Diagnostic(
      .note, "no-base-url", "the site has no sitemap, no feed and no canonical addresses",
      remedy: "set 'base-url' to where the site will stand, or leave it for a site that is read from disk",
      at: SourceLocation(path: folder))
  }

  static func tooLarge(_ path: String, size: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "source-too-large",
      "the file has \(size >> 20) MB, more than the \(limit >> 20) MB of any article",
      remedy: "split it, or move it out of the content folder", at: SourceLocation(path: path))
  }

  static func sameURL(_ path: String, as other: String, page: String) -> Diagnostic {
    Diagnostic(
      .error, "same-url",
      "the page articles/\(page).html is that of '\(other)' already, so this article is left out",
      remedy: "rename one of the two files, or give one another 'slug'", at: SourceLocation(path: path))
  }

  static func sameSource(_ path: String, as other: String) -> Diagnostic {
    Diagnostic(
      .warning, "same-source",
      "the file is '\(other)' once more, to the last byte, and counts as a second article",
      remedy: "remove one of the two", at: SourceLocation(path: path))
  }

  /// Endings of files that hold texts, in formats that are not read: somebody may think that they are.
  private static let documents: Set = [
    ".pdf", ".doc", ".docx", ".odt", ".rtf", ".eml", ".msg", ".mht", ".mhtml", ".epub", ".pages", ".xhtml",
  ]

  static func notASource(_ folder: String, ending: String, count: Int, example: String) -> Diagnostic {
    let files = count == 1 ? "'\(example)' is" : "\(count) files, such as '\(example)', are"
    let format =
      ending.isEmpty ? "a name without an ending tells no format" : "'\(ending)' is not a format that is read"
    return Diagnostic(
      documents.contains(ending.lowercased()) ? .warning : .note, "not-a-source",
      "\(files) no article: \(format)",
      remedy: "save articles as .txt, .md or .html", at: SourceLocation(path: folder))
  }

  static func unsafeOutputPath(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "unsafe-output-path", "'\(path)' is no path within the output folder",
      remedy: "report this: no source should lead to such a path", at: SourceLocation(path: path))
  }

  static func foreignFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "foreign-file", "a file that no build wrote stands where a page belongs",
      remedy: "move it away, or use --force to write over it", at: SourceLocation(path: path))
  }

  static func samePath(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "same-output-path", "two files of the site have this path, but for the case of letters",
      remedy: "rename one of the sources or entities behind them", at: SourceLocation(path: path))
  }

  static func unknownKey(_ key: String, nearest: String?, at place: SourceLocation) -> Diagnostic {
    let known = SiteConfiguration.Key.allCases.map(\.rawValue).joined(separator: ", ")
    return Diagnostic(
      .error, "unknown-key", "unknown key '\(key)'",
      remedy: nearest.map { "did you mean '\($0)'?" } ?? "the keys are: \(known)", at: place)
  }

  static func badValue(of key: String, wanted: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "bad-value", "the value of '\(key)' is not \(wanted)", remedy: "write \(wanted)", at: place)
  }

  static func badConfiguration(_ message: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(.error, "bad-configuration", message, remedy: "write lines of 'key: value'", at: place)
  }

  /// The same with its place below a folder, as the user would open it.
  func placed(below folder: String) -> Diagnostic {
    let place = SourceLocation(
      path: folder.appending(path: location.path), line: location.line, column: location.column)
    return Diagnostic(severity, id, message, remedy: remedy, at: place)
  }
}
