import DossierMarkdown
import DossierModel
import DossierSource

/// Reads a source of any known format into an article.
///
/// It never fails on content: a source that cannot be read is a diagnostic and no article.
///
/// A class: it is at hand for every source, and its tables are many.
package final class ArticleReader: Sendable {
  private let html: HTMLSourceReader
  private let pasted: PastedPageReader
  private let markdown: MarkdownSourceReader

  /// The longest source read, in bytes: no article is longer, and a stray archive would stop the build.
  package static let limit = 16 << 20

  package init(vocabulary: PageVocabulary) {
    html = HTMLSourceReader(vocabulary: vocabulary)
    let words = PageWords(vocabulary)
    pasted = PastedPageReader(words: words)
    markdown = MarkdownSourceReader(words: words, pasted: pasted)
  }

  /// The article of a source, or nil where it holds none, and what there is to say about it.
  package func article(from source: SourceFile) -> (article: Article?, diagnostics: [Diagnostic]) {
    guard source.bytes.count <= Self.limit else { return (nil, [.tooLarge(source)]) }
    let declared = HTMLSourceReader.declaredEncoding(in: source)
    guard let decoded = EncodingDetector().text(of: source.bytes, declared: declared) else {
      return (nil, [.binary(source)])
    }
    guard decoded.text.utf8.contains(where: { $0 > 0x20 }) else { return (nil, [.empty(source)]) }
    var diagnostics: [Diagnostic] = []
    if decoded.replacements > 0 { diagnostics.append(.unreadableCharacters(decoded, in: source)) }
    switch SourceFormat(of: source.path, holding: decoded.text) {
    case .html:
      let read = html.article(of: decoded.text, from: source)
      return (read.article, diagnostics + (read.article == nil ? [.empty(source)] : read.diagnostics))
    case .markdown:
      let read = markdown.article(of: decoded.text, from: source)
      return (read.article, diagnostics + read.diagnostics)
    case .pasted:
      let read = pasted.article(of: decoded.text, from: source)
      return (read.article, diagnostics + (read.article == nil ? [.empty(source)] : read.diagnostics))
    }
  }

  /// The article's id: from the name of its source, whatever becomes of its title.
  ///
  /// Two sources may have one name in different folders; whoever has them all tells them apart.
  package static func identifier(of path: SourcePath) -> ArticleID {
    ArticleID(Slug(folding: path.stem).string)
  }
}

/// What kind of text a source holds.
enum SourceFormat: Sendable {
  case html
  /// Markdown that somebody wrote or checked: it has front matter, or is called so.
  case markdown
  case pasted

  init(of path: SourcePath, holding text: String) {
    switch path.fileExtension {
    case "html", "htm", "xhtml": self = .html
    case "md", "markdown": self = .markdown
    default:
      if Self.beginsAsHTML(text) {
        self = .html
      } else {
        self = FrontMatter.begins(text) ? .markdown : .pasted
      }
    }
  }

  private static func beginsAsHTML(_ text: String) -> Bool {
    let head = text.utf8.prefix(200).drop { $0 <= 0x20 }.prefix(14)
    let start = String(decoding: head, as: UTF8.self).lowercased()
    return start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
  }
}

extension Diagnostic {
  static func tooLarge(_ source: SourceFile) -> Diagnostic {
    Diagnostic(
      .error, "source-too-large",
      "'\(source.path.fileName)' has \(source.bytes.count >> 20) MB, more than the \(ArticleReader.limit >> 20) MB of any article",
      remedy: "split it, or move it out of the content folder", at: SourceLocation(path: source.path.string))
  }

  static func binary(_ source: SourceFile) -> Diagnostic {
    Diagnostic(
      .error, "source-not-text", "'\(source.path.fileName)' holds control characters that no text has",
      remedy: "save the article as text, Markdown or HTML, or move the file out of the content folder",
      at: SourceLocation(path: source.path.string))
  }

  static func empty(_ source: SourceFile) -> Diagnostic {
    Diagnostic(
      .warning, "source-empty", "'\(source.path.fileName)' holds no text",
      remedy: "paste the article into it, or remove the file", at: SourceLocation(path: source.path.string))
  }

  static func ambiguousDate(_ text: String, at path: SourcePath, line: Int?) -> Diagnostic {
    Diagnostic(
      .warning, "ambiguous-date", "'\(text)' fits two calendars, so the article has no date from it",
      remedy: "write the month in letters, or the date as 2019-08-27",
      at: SourceLocation(path: path.string, line: line))
  }

  static func cutPage(_ source: SourceFile) -> Diagnostic {
    Diagnostic(
      .warning, "page-cut",
      "'\(source.path.fileName)' has more than \(HTMLTree.nodeLimit) elements and pieces of text; the rest is not read",
      remedy: "save the article alone, without the rest of the page",
      at: SourceLocation(path: source.path.string))
  }

  static func unreadableCharacters(_ decoded: DecodedText, in source: SourceFile) -> Diagnostic {
    Diagnostic(
      .warning, "unreadable-characters",
      "\(decoded.replacements) bytes of '\(source.path.fileName)' are no \(decoded.encoding.rawValue)",
      remedy: "save the file as UTF-8", at: SourceLocation(path: source.path.string))
  }
}
