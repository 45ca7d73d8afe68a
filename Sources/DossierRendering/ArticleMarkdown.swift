import DossierModel
import DossierPages
import DossierSource

/// An article as a Markdown file with front matter: what a person takes away to read or to collect again.
enum ArticleMarkdown {
  static func file(of page: ArticlePage) -> OutputFile {
    let article = page.article
    let metadata = article.metadata
    var lines = ["---", "title: \(quoted(metadata.title))"]
    func add(_ key: String, _ value: String?) {
      if let value { lines.append("\(key): \(quoted(value))") }
    }
    func add(_ key: String, _ values: [String]) {
      if !values.isEmpty { lines.append("\(key): [\(values.map(quoted).joined(separator: ", "))]") }
    }
    add("deck", metadata.deck)
    add("author", metadata.bylines)
    add("outlet", metadata.outlet)
    add("relays", metadata.relays)
    add("credits", metadata.credits)
    add("date", page.published?.value.description)
    add("date-basis", page.published?.why.basis.rawValue)
    add("updated", page.updated?.value.description)
    add("retrieved", page.retrieved?.value.description)
    add("language", page.language)
    add("url", metadata.url)
    if !article.source.string.isEmpty { add("source", article.source.string) }
    add("fingerprint", article.fingerprint.description)
    lines.append("---")
    let text = lines.joined(separator: "\n") + "\n\n" + article.body.markdown
    let ending = text.hasSuffix("\n") ? "" : "\n"
    return OutputFile(path: page.markdownPath.string, bytes: Array((text + ending).utf8))
  }

  /// A JSON string is a double-quoted YAML scalar as well.
  private static func quoted(_ text: String) -> String {
    var writer = JSONWriter()
    writer.string(text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
