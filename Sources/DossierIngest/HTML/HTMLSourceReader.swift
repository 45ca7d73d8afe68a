import DossierMarkdown
import DossierModel
import DossierSource

/// Makes an article of a saved page.
struct HTMLSourceReader: Sendable {
  private let reader: HTMLReader

  init(vocabulary: PageVocabulary) { reader = HTMLReader(vocabulary: vocabulary) }

  /// The article of a page, or nil where it holds no text, and what there is to say about it.
  func article(of text: String, from source: SourceFile) -> (article: Article?, diagnostics: [Diagnostic]) {
    let page = reader.page(utf8: Array(text.utf8))
    let blocks = Self.blocks(of: page.blocks)
    guard !blocks.isEmpty || !page.metadata.title.isEmpty else { return (nil, []) }
    let body = MarkdownDocument(MarkdownWriter.markdown(of: blocks))
    var metadata = page.metadata
    if metadata.title.isEmpty {
      metadata.title = ArticleAssembler.shortened(
        body.plainText.blocks.first.map { String(body.plainText.text[$0.range]) } ?? "")
    }
    let article = Article(
      id: ArticleReader.identifier(of: source.path), source: source.path, fingerprint: source.fingerprint,
      metadata: metadata, body: body, images: page.images, removed: page.removed)
    var diagnostics: [Diagnostic] = []
    if page.isCut { diagnostics.append(.cutPage(source)) }
    if let date = page.ambiguousDate {
      diagnostics.append(.ambiguousDate(date, at: source.path, line: Self.line(of: date, in: text)))
    }
    return (article, diagnostics)
  }

  /// The line on which some words first stand, counted from 1.
  private static func line(of words: String, in text: String) -> Int? {
    guard let first = words.utf8.first else { return nil }
    var line = 1
    var rest = text.utf8[...]
    while let byte = rest.first {
      if byte == 0x0A { line += 1 }
      if byte == first, rest.starts(with: words.utf8) { return line }
      rest = rest.dropFirst()
    }
    return nil
  }

  private static func blocks(of page: [PageBlock]) -> [WrittenBlock] {
    var blocks: [WrittenBlock] = []
    for block in page {
      let text = MarkdownWriter.escaped(block.text)
      switch (block.kind, blocks.last) {
      case (.heading(let level), _): blocks.append(.heading(level: max(2, level), text))
      case (.listItem(let ordered), .list(let before, let items)?) where ordered == before:
        blocks[blocks.count - 1] = .list(ordered: ordered, items: items + [text])
      case (.listItem(let ordered), _): blocks.append(.list(ordered: ordered, items: [text]))
      case (.quote, .quote(let paragraphs)?): blocks[blocks.count - 1] = .quote(paragraphs + [text])
      case (.quote, _): blocks.append(.quote([text]))
      case (.paragraph, _), (.code, _), (.tableRow, _), (.caption, _): blocks.append(.paragraph(text))
      }
    }
    return blocks
  }

  /// What the first bytes of a page say of its encoding: `<meta charset="…">`.
  static func declaredEncoding(in source: SourceFile) -> String? {
    guard ["html", "htm", "xhtml"].contains(source.path.fileExtension) else { return nil }
    let head = source.bytes.prefix(2048).map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 32 : $0 }
    let name = Array("charset=".utf8)
    guard head.count > name.count else { return nil }
    for index in 0..<(head.count - name.count) where head[index..<(index + name.count)].elementsEqual(name) {
      let rest = head[(index + name.count)...].drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x20 }
      let value = rest.prefix {
        $0 == 0x2D || $0 == 0x5F || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
      }
      return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
    }
    return nil
  }
}
