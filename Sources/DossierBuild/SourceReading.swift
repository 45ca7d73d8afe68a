import DossierIngest
import DossierModel
import DossierSource

/// Reads one source after the other from disk and into articles, telling what cannot be read.
struct SourceReading: Sendable {
  private let content: String
  private let reader: ArticleReader
  private let files: any FileSystem

  /// Reads sources below a folder; "." stands for the current one.
  init(content: String, reader: ArticleReader, files: any FileSystem) {
    self.content = content
    self.reader = reader
    self.files = files
  }

  /// The article of a source, or nil where it holds none; with the fingerprint of what was read, if anything was.
  func article(
    at source: SourcePath
  ) -> (article: Article?, diagnostics: [Diagnostic], fingerprint: Fingerprint?) {
    let path = content.appending(path: source.string)
    if let size = files.status(of: path)?.size, size > ArticleReader.limit {
      return (nil, [.tooLarge(path, size: size, limit: ArticleReader.limit)], nil)
    }
    do {
      let file = SourceFile(path: source, bytes: try files.contents(of: path))
      let (article, diagnostics) = reader.article(from: file)
      return (
        article, diagnostics.map { $0.placed(below: content) }, article?.fingerprint ?? file.fingerprint
      )
    } catch {
      return (nil, [.unreadable(error)], nil)
    }
  }
}
