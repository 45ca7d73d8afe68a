import DossierIngest
import DossierLanguages
import DossierModel
import DossierSource
import Testing

private let reader = ArticleReader(vocabulary: Languages.pageVocabulary)

/// The article that a source's text becomes.
func article(_ text: String, as path: String = "a.txt") throws -> Article {
  try #require(reader.article(from: source(text, path)).article)
}

func diagnostics(_ text: String, as path: String = "a.txt") -> [Diagnostic] {
  reader.article(from: source(text, path)).diagnostics
}

func reading(_ bytes: [UInt8], as path: String = "a.txt") -> (article: Article?, diagnostics: [Diagnostic]) {
  reader.article(from: SourceFile(path: SourcePath(path), bytes: bytes))
}

private func source(_ text: String, _ path: String) -> SourceFile {
  SourceFile(path: SourcePath(path), bytes: Array(text.utf8))
}

extension Article {
  /// The body's blocks with a mark before each: `# ` heading, `- ` item, `> ` quote.
  var marked: [String] {
    blocks.map { block in
      let text = String(self.text[block.range])
      return switch block.kind {
      case .heading: "# " + text
      case .listItem: "- " + text
      case .quote: "> " + text
      case .paragraph, .tableRow, .code: text
      }
    }
  }

  func removedFor(_ reason: RemovalReason) -> [String] { removed.filter { $0.reason == reason }.map(\.text) }

  var publishedDay: String? { metadata.published?.value.description }
}
