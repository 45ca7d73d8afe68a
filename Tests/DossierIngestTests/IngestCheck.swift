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

/// Two paragraphs of a report that no line of a page is taken for.
let harbourText = """
  The harbour of Aldmouth was closed on Monday after a barge struck the northern pier, the port authority said in the afternoon.

  "Nobody was hurt, and the cargo is safe," said the harbour master, Olaf Brandt, who came to the pier himself.
  """

/// A page of that report, with what stands between its headline and the text, and below.
func harbourPage(_ head: String, _ foot: String = "") throws -> Article {
  try article(
    "Barge closes the harbour of Aldmouth for days\n\n" + head + "\n\n" + harbourText + "\n\n" + foot)
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
