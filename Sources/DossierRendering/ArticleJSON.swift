import DossierMarkdown
import DossierModel
import DossierPages
import DossierSource

/// One article's row of the data file.
struct ArticleJSON {
  let article: LinkedArticle
  let offsets: CodePointTable
  let ranges: DossierJSON.RangeWriter
  let links: LinkTable

  /// The row on its line.
  var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.row { write(to: &$0) }
    return writer.bytes
  }

  func write(to writer: inout JSONWriter) {
    writeMetadata(to: &writer)
    writer.field("text", article.article.text)
    writeStructure(to: &writer)
    writeLeftovers(to: &writer)
    writeMentions(to: &writer)
    writeTimes(to: &writer)
  }

  private func writeMetadata(to writer: inout JSONWriter) {
    let metadata = article.article.metadata
    writer.field("id", article.id.string)
    let source = article.article.source.string
    writer.field("source", source.isEmpty ? nil : source)
    writer.field("page", links.articles[article.id]?.string)
    writer.field("markdown", LinkTable.markdownPath(of: article.id).string)
    writer.field("title", metadata.title)
    writer.field("deck", metadata.deck)
    writer.strings("bylines", metadata.bylines)
    writer.field("outlet", metadata.outlet)
    writer.strings("relays", metadata.relays)
    writer.strings("credits", metadata.credits)
    writer.field("language", article.language)
    writer.field("url", metadata.url)
    ranges.write(article.published, as: "published", to: &writer)
    ranges.write(article.updated, as: "updated", to: &writer)
    ranges.write(article.retrieved, as: "retrieved", to: &writer)
  }

  private func writeStructure(to writer: inout JSONWriter) {
    writer.name("blocks")
    writer.array(article.article.blocks) { writer, block in
      writer.object { writer in
        writer.field("kind", block.kind.dataName)
        write(block.range, to: &writer)
      }
    }
    writer.name("sentences")
    writer.rows(article.annotated.sentences) { writer, sentence in
      writer.field("id", sentence.id.string)
      write(sentence.range, to: &writer)
    }
  }

  private func writeLeftovers(to writer: inout JSONWriter) {
    writer.name("images")
    writer.rows(article.article.images) { writer, image in
      writer.field("caption", image.caption)
      writer.field("credit", image.credit)
    }
    writer.strings("notices", article.article.notices)
    writer.name("removed")
    writer.rows(article.article.removed) { writer, removed in
      writer.field("text", removed.text)
      writer.field("reason", removed.reason.rawValue)
    }
  }

  private func writeMentions(to writer: inout JSONWriter) {
    let text = article.article.text
    writer.name("mentions")
    writer.rows(zip(article.annotated.mentions, article.mentionLinks)) { writer, row in
      let (mention, link) = row
      write(mention.range, to: &writer)
      writer.field("text", mention.range, of: text)
      writer.field("entity", link.entity?.string)
      writer.field("kind", mention.kind.rawValue)
      writer.field("basis", link.ground.rawValue)
    }
  }

  private func writeTimes(to writer: inout JSONWriter) {
    let text = article.article.text
    writer.name("times")
    writer.rows(zip(article.annotated.times, article.times)) { writer, row in
      let (expression, resolved) = row
      write(expression.range, to: &writer)
      writer.field("text", expression.range, of: text)
      writer.field("type", expression.kind.rawValue)
      writer.field("value", resolved.timex)
      writer.field("edtf", resolved.edtf?.description)
      writer.field("rule", resolved.rule.name)
    }
  }

  private func write(_ range: TextRange, to writer: inout JSONWriter) {
    writer.field("start", offsets.offset(range.lowerBound))
    writer.field("end", offsets.offset(range.upperBound))
  }
}

extension TextBlock.Kind {
  /// The data file tells four kinds: a row of a table counts as an item of a list, code as a paragraph.
  fileprivate var dataName: String {
    switch self {
    case .paragraph, .code: "paragraph"
    case .heading: "heading"
    case .quote: "quote"
    case .listItem, .tableRow: "list"
    }
  }
}
