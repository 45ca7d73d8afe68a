import DossierModel
import DossierSource

/// Rows of the data file for what comparisons assert: origins, shared words, terms.
extension DossierJSON {
  /// Whose text each article prints; articles of one number have one origin.
  static func writeOrigins(of dossier: Dossier, to writer: inout JSONWriter) {
    writer.name("origins")
    writer.rows(zip(dossier.articles, dossier.origins)) { writer, row in
      writer.field("article", row.0.id.string)
      writer.field("origin", row.1.number)
      writer.field("name", row.1.name)
      writer.field("ground", row.1.ground.rawValue)
    }
  }

  static func writeCopies(of dossier: Dossier, _ ranges: RangeWriter, to writer: inout JSONWriter) {
    writer.name("copies")
    writer.rows(dossier.sharedCopies) { writer, copy in
      writer.field("words", copy.wordCount)
      writer.name("places")
      writer.array([copy.first, copy.second]) { writer, citation in
        writer.object { ranges.write(citation, to: &$0) }
      }
    }
  }

  /// The terms that are printed, with every place.
  static func writeTerms(of dossier: Dossier, _ ranges: RangeWriter, to writer: inout JSONWriter) {
    var runs: [Range<Int>] = []
    for (index, use) in dossier.termUses.enumerated() {
      if let last = runs.last, dossier.termUses[last.lowerBound].term == use.term {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    writer.name("terms")
    writer.rows(runs) { writer, run in
      let term = dossier.terms[dossier.termUses[run.lowerBound].term]
      writer.field("name", term.name)
      writer.field("group", term.group)
      writer.name("uses")
      writer.array(dossier.termUses[run]) { writer, use in
        writer.object { write(use, of: dossier.articles[use.article], ranges, to: &$0) }
      }
    }
  }

  private static func write(
    _ use: TermUse, of article: LinkedArticle, _ ranges: RangeWriter, to writer: inout JSONWriter
  ) {
    func head(_ text: String, _ range: TextRange) {
      let offsets = CodePointTable(text)
      writer.field("article", article.id.string)
      writer.field("start", offsets.offset(range.lowerBound))
      writer.field("end", offsets.offset(range.upperBound))
    }
    switch use.place {
    case .body(let range, _):
      ranges.write(Citation(article: article.id, range: range), to: &writer)
      writer.field("where", "text")
    case .headline(let range):
      head(article.article.metadata.title, range)
      writer.field("where", "title")
    case .deck(let range):
      head(article.article.metadata.deck ?? "", range)
      writer.field("where", "deck")
    }
    writer.field("quotation_marks", use.isQuoted ? "in" : "out")
  }
}
