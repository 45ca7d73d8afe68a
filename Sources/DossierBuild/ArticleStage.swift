import DossierAnalysis
import DossierIngest
import DossierModel
import DossierSource

/// Sources into annotated articles, each by itself; what an earlier build made of the same bytes is used again.
struct ArticleStage: Sendable {
  /// A source that was read, and how far it has come.
  struct Source: Sendable {
    enum Progress: Sendable {
      case remembered(AnnotatedArticle?)
      case read(Article?)
    }

    let path: SourcePath
    /// Of its bytes; nil where they could not be read.
    let fingerprint: Fingerprint?
    /// Of its bytes too, as others can check it.
    let sum: SHA256?
    /// As reading told them: their places are below the content folder.
    let diagnostics: [Diagnostic]
    let progress: Progress
  }

  private let reading: SourceReading
  private let reader: Deferred<ArticleReader>
  private let analyzer: Deferred<Analyzer>
  private let memory: SourceMemory?

  /// A stage whose tables are made only where a source is new to it.
  init(
    _ reading: SourceReading, reader: Deferred<ArticleReader>, analyzer: Deferred<Analyzer>,
    memory: SourceMemory?
  ) {
    (self.reading, self.reader, self.analyzer, self.memory) = (reading, reader, analyzer, memory)
  }

  /// What is remembered of a source, or else its article.
  func read(_ path: SourcePath) -> Source {
    if let known = memory?.fingerprint(ofFileAt: reading.path(of: path)),
      let remembered = memory?.source(path, known)
    {
      return remembered
    }
    switch reading.file(at: path) {
    case .unreadable(let diagnostic):
      return Source(
        path: path, fingerprint: nil, sum: nil, diagnostics: [diagnostic], progress: .read(nil))
    case .read(let file):
      let fingerprint = file.fingerprint
      if let remembered = memory?.source(path, fingerprint) { return remembered }
      let (article, diagnostics) = reader.value.article(from: file)
      return Source(
        path: path, fingerprint: fingerprint, sum: SHA256(of: file.bytes), diagnostics: diagnostics,
        progress: .read(article))
    }
  }

  /// The annotated article of a source; what is new is remembered.
  func annotate(_ source: Source) -> AnnotatedArticle? {
    switch source.progress {
    case .remembered(let annotated): return annotated
    case .read(let article):
      let annotated = article.map { analyzer.value.annotate($0) }
      memory?.keep(annotated, of: source)
      return annotated
    }
  }
}

/// What earlier builds made of sources.
struct SourceMemory: Sendable {
  /// Another number where something changes that the tool's identity does not tell.
  private static let version: UInt64 = 3

  /// What was found where the texts of all sources were compared.
  let texts: TextMemory
  private let cache: ArticleCache
  /// Of sources that have not changed since the last build, by path.
  private let fingerprints: [String: Fingerprint]
  /// Of all that decides what is made of a source, beside its bytes.
  private let setting: Fingerprint

  init(
    _ cache: ArticleCache, texts: TextMemory, fingerprints: [String: Fingerprint], tool: Fingerprint,
    lists: Fingerprint? = nil
  ) {
    (self.cache, self.texts) = (cache, texts)
    self.fingerprints = fingerprints
    var builder = FingerprintBuilder()
    builder.add(Self.version)
    builder.add(tool)
    // The tables are the tool's, but for what the user's lists add to them.
    if let lists { builder.add(lists) }
    setting = builder.fingerprint
  }

  func fingerprint(ofFileAt path: String) -> Fingerprint? { fingerprints[path] }

  func source(_ path: SourcePath, _ fingerprint: Fingerprint) -> ArticleStage.Source? {
    guard let record = cache.record(key(path, fingerprint)) else { return nil }
    var reader = PackedReader(record)
    do {
      let sum = try reader.sum()
      let diagnostics = try reader.list(Diagnostic.init)
      let annotated = try reader.bool() ? try AnnotatedArticle(from: &reader) : nil
      guard reader.isAtEnd else { return nil }
      return ArticleStage.Source(
        path: path, fingerprint: fingerprint, sum: sum, diagnostics: diagnostics,
        progress: .remembered(annotated))
    } catch {
      return nil
    }
  }

  func keep(_ annotated: AnnotatedArticle?, of source: ArticleStage.Source) {
    guard let fingerprint = source.fingerprint, let sum = source.sum else { return }
    var writer = PackedWriter()
    writer.write(sum)
    writer.write(list: source.diagnostics) { $0.write(to: &$1) }
    writer.write(annotated != nil)
    if let annotated { annotated.write(to: &writer) }
    cache.add(writer.bytes, for: key(source.path, fingerprint))
  }

  /// Writes what is new, and forgets sources that are no more.
  func finish(_ sources: [ArticleStage.Source]) throws(BuildError) {
    let live = sources.compactMap { source in source.fingerprint.map { key(source.path, $0) } }
    try cache.finish(keeping: Set(live))
  }

  private func key(_ path: SourcePath, _ fingerprint: Fingerprint) -> Fingerprint {
    var builder = FingerprintBuilder()
    builder.add(setting)
    builder.add(fingerprint)
    builder.add(path.string)
    return builder.fingerprint
  }
}
