import DossierMarkdown
import DossierModel
import DossierSource

/// Reads an editor's note: Markdown, with whom it is about in its front matter or in the name of its file.
package enum NoteReader {
  package static func note(reading file: SourceFile) -> Note {
    let text = String(decoding: file.bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    let split = FrontMatter.split(text)
    let about = split?.matter.value("about") ?? file.path.stem
    return Note(
      subject: about.replacing(":", with: "-"), author: split?.matter.value("by", "author"),
      day: split?.matter.value("on", "date"), body: MarkdownDocument(split.map { String($0.body) } ?? text),
      location: SourceLocation(path: file.path.string))
  }
}
