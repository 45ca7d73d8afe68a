import DossierModel
import DossierRendering
import DossierSource

/// What a single source holds, read without the rest of its corpus.
package struct SourceAnalysis: Sendable {
  /// What there is to say about the source.
  package let diagnostics: [Diagnostic]
  /// Nil where the source holds no article.
  private let report: AnalysisReport?

  init(diagnostics: [Diagnostic], report: AnalysisReport?) {
    (self.diagnostics, self.report) = (diagnostics, report)
  }

  /// For reading, over many lines; nil where the source holds no article.
  package var text: String? { report?.text }

  /// For programs, on one line; nil where the source holds no article.
  package var json: String? { report?.json }
}

extension SiteBuilder {
  /// Reads, annotates and links one file by itself: names and times are resolved as far as it tells them.
  package func analysis(ofFileAt path: String, in files: any FileSystem) throws(BuildError) -> SourceAnalysis
  {
    guard let status = files.status(of: path) else {
      throw BuildError(
        path: path, message: "there is no such file", remedy: "name a file that holds an article")
    }
    guard status.kind == .file else {
      throw BuildError(path: path, message: "this is no file", remedy: "name the files in it one by one")
    }
    let reading = SourceReading(content: ".", files: files)
    switch reading.file(at: SourcePath(path)) {
    case .unreadable(let diagnostic): return SourceAnalysis(diagnostics: [diagnostic], report: nil)
    case .read(let file):
      let (article, diagnostics) = reader.article(from: file)
      let linked = article.map { linker.dossier(of: [analyzer.annotate($0)]).articles }?.first
      return SourceAnalysis(
        diagnostics: reading.placed(diagnostics), report: linked.map(AnalysisReport.init))
    }
  }
}
