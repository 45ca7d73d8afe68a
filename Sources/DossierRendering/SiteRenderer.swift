import DossierPages
import DossierSource

/// Makes files of pages, through the theme's templates.
///
/// It holds no state: pages may be rendered concurrently and in any order.
package struct SiteRenderer: Sendable {
  /// A text of the theme by its path below the theme's folder; a user's own replace the built-in ones file by file.
  package typealias ThemeFile = (path: String, text: String)

  private let theme: [ThemeFile]
  /// What is wrong with the theme's texts: with an error among them a site should not be written.
  package let diagnostics: [Diagnostic]

  package init(theme: [ThemeFile], options: SiteOptions = SiteOptions()) {
    self.theme = theme
    diagnostics = []
  }

  /// The files of a page, and what went wrong in making them.
  package func files(for page: Page) -> (files: [OutputFile], diagnostics: [Diagnostic]) {
    switch page {
    case .article(let article): ([ArticleMarkdown.file(of: article)], [])
    default: ([], [])
    }
  }

  /// Files that are the same for all pages: style sheets, and the schema of the data file.
  package var staticFiles: [OutputFile] {
    theme.compactMap { file in
      if file.path.hasSuffix(".css") {
        return OutputFile(path: "assets/\(file.path)", bytes: Array(file.text.utf8))
      }
      guard file.path == "dossier.schema.json" else { return nil }
      return OutputFile(path: "data/dossier.schema.json", bytes: Array(file.text.utf8))
    }
  }
}
