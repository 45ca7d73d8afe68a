import DossierIngest
import DossierModel
import DossierSource

/// Reads one source after the other from disk and into articles, telling what cannot be read.
struct SourceReading: Sendable {
  /// Bytes of a source, or why there are none.
  enum Outcome: Sendable {
    case read(SourceFile)
    case unreadable(Diagnostic)
  }

  private let content: String
  private let files: any FileSystem

  /// Reads sources below a folder; "." stands for the current one.
  init(content: String, files: any FileSystem) {
    self.content = content
    self.files = files
  }

  func file(at source: SourcePath) -> Outcome {
    let path = path(of: source)
    if let size = files.status(of: path)?.size, size > ArticleReader.limit {
      return .unreadable(.tooLarge(path, size: size, limit: ArticleReader.limit))
    }
    do {
      return .read(SourceFile(path: source, bytes: try files.contents(of: path)))
    } catch {
      return .unreadable(.unreadable(error))
    }
  }

  func path(of source: SourcePath) -> String { content.appending(path: source.string) }

  /// What is told of sources, with places as the user would open them.
  func placed(_ diagnostics: [Diagnostic]) -> [Diagnostic] { diagnostics.map { $0.placed(below: content) } }
}
