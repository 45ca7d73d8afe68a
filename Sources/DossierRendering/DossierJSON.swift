import DossierModel
import DossierPages
import DossierSource

/// `data/dossier.json`: all that the pages assert, for programs; `docs/dossier.schema.json` describes it.
enum DossierJSON {
  /// Raised when a reader of an older file could misread a newer one.
  private static let schema = 1

  /// Writes the file part by part, each ending where a row ends; an article's row is a part of its own where it is
  /// known what it is made from.
  static func write(_ plan: SitePlan, _ made: PageFingerprints? = nil, to take: (FilePart) -> Void) {
    let dossier = plan.dossier
    let offsets = dossier.articles.map { CodePointTable($0.article.text) }
    let index = Dictionary(
      dossier.articles.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ranges = RangeWriter(offsets: offsets, index: index)
    var writer = JSONWriter()
    func rows<Rows: Sequence>(
      _ key: StaticString, _ rows: Rows, to writer: inout JSONWriter,
      _ fields: (inout JSONWriter, Rows.Element) -> Void
    ) {
      writer.name(key)
      writer.rows(rows) { writer, row in
        fields(&writer, row)
        writer.flush { take(.bytes($0)) }
      }
    }
    writer.object { writer in
      writer.field("schema", schema)
      writer.name("articles")
      writer.array(dossier.articles.indices) { writer, index in
        let row = ArticleJSON(
          article: dossier.articles[index], offsets: offsets[index], ranges: ranges, links: plan.links)
        guard let made else { return writer.row { row.write(to: &$0) } }
        take(.bytes(writer.taken()))
        take(.made(from: made.fingerprint(ofArticle: index)) { row.bytes })
      }
      rows("entities", dossier.entities, to: &writer) { write($1, plan.links, to: &$0) }
      rows("events", dossier.events, to: &writer) { write($1, plan, ranges, to: &$0) }
      rows("quotes", dossier.quoteFamilies, to: &writer) { write($1, dossier, ranges, to: &$0) }
      rows("figures", dossier.figureGroups, to: &writer) { write($1, dossier, ranges, to: &$0) }
      writeOrigins(of: dossier, to: &writer)
      writeCopies(of: dossier, ranges, to: &writer)
      writeTerms(of: dossier, ranges, to: &writer)
      if !dossier.record.decisions.isEmpty {
        writer.name("decisions")
        writer.rows(DecisionRow.rows(of: dossier.record)) { $1.write(to: &$0) }
      }
    }
    take(.bytes(writer.finished()))
  }

  /// Writes stretches of any article's text, by code points.
  struct RangeWriter {
    let offsets: [CodePointTable]
    let index: [ArticleID: Int]

    func write(_ citation: Citation, to writer: inout JSONWriter) {
      writer.field("article", citation.article.string)
      guard let article = index[citation.article] else { return }
      writer.field("start", offsets[article].offset(citation.range.lowerBound))
      writer.field("end", offsets[article].offset(citation.range.upperBound))
    }

    func write(_ claim: Claim<EDTF>?, as key: StaticString, to writer: inout JSONWriter) {
      writer.name(key)
      guard let claim else { return writer.null() }
      writer.object { writer in
        writer.field("value", claim.value.description)
        writer.field("basis", claim.basis.rawValue)
        writer.field("rule", claim.rule.name)
        if let decision = claim.decision { writer.field("decision", decision.number) }
        writer.name("evidence")
        writer.array(claim.evidence.filter { index[$0.article] != nil }) { writer, citation in
          writer.object { write(citation, to: &$0) }
        }
      }
    }
  }

  private static func write(_ entity: Entity, _ links: LinkTable, to writer: inout JSONWriter) {
    writer.field("id", entity.id.string)
    writer.field("name", entity.name)
    writer.field("kind", entity.kind.rawValue)
    writer.name("aliases")
    writer.rows(entity.aliases) { writer, alias in
      writer.field("text", alias.text)
      writer.field("kind", alias.kind.rawValue)
      writer.field("count", alias.count)
      writer.strings("outlets", alias.outlets)
    }
    writer.field("page", links.path(of: entity.id)?.string)
    writer.strings("articles", entity.articles.map(\.string))
  }

  private static func write(
    _ event: Event, _ plan: SitePlan, _ ranges: RangeWriter, to writer: inout JSONWriter
  ) {
    writer.field("id", event.id.string)
    writer.field("title", event.title)
    ranges.write(event.when, as: "when", to: &writer)
    writer.field("status", event.status.rawValue)
    writer.field("place", event.place?.value.string)
    writer.strings("entities", event.participants.map(\.string))
    writer.name("coverage")
    writer.rows(event.coverage) { writer, coverage in
      writer.field("article", coverage.article.string)
      writer.field("role", coverage.role.rawValue)
      let sentences =
        ranges.index[coverage.article].map { plan.dossier.articles[$0].annotated.sentences } ?? []
      writer.strings(
        "sentences",
        coverage.sentences.filter(sentences.indices.contains).map { sentences[$0].id.string })
    }
    writer.field("page", plan.links.path(of: event.id)?.string)
  }

  private static func write(
    _ family: QuoteFamily, _ dossier: Dossier, _ ranges: RangeWriter, to writer: inout JSONWriter
  ) {
    writer.field("id", family.id)
    writer.field("speaker", family.speaker?.string)
    writer.field("speaker_text", family.speakerText)
    writer.field("event", family.event?.string)
    writer.name("variants")
    let known = family.variants.filter { ranges.index[$0.citation.article] != nil }
    writer.rows(known) { writer, variant in
      ranges.write(variant.citation, to: &writer)
      guard let annotated = ranges.index[variant.citation.article].map({ dossier.articles[$0].annotated })
      else {
        return
      }
      writer.field("text", variant.citation.range, of: annotated.article.text)
      writer.field("difference", variant.difference.rawValue)
      let quotations = annotated.quotations
      let quotation = quotations.indices.contains(variant.quotation) ? quotations[variant.quotation] : nil
      writer.field("attribution", quotation?.speaker?.attribution.rawValue)
    }
  }

  private static func write(
    _ group: FigureGroup, _ dossier: Dossier, _ ranges: RangeWriter, to writer: inout JSONWriter
  ) {
    writer.field("id", group.id)
    writer.field("what", group.what)
    writer.field("agreement", group.agreement.rawValue)
    writer.name("values")
    let known = group.values.compactMap { value -> (ArticleID, AnnotatedArticle, Figure)? in
      guard let annotated = ranges.index[value.article].map({ dossier.articles[$0].annotated }) else {
        return nil
      }
      guard annotated.figures.indices.contains(value.figure) else { return nil }
      return (value.article, annotated, annotated.figures[value.figure])
    }
    writer.rows(known) { writer, value in
      let (article, annotated, figure) = value
      ranges.write(Citation(article: article, range: figure.range), to: &writer)
      writer.field("text", figure.range, of: annotated.article.text)
      writer.field("number", figure.number)
      writer.field("qualifier", figure.qualifier?.rawValue)
      writer.field("unit", figure.unit)
    }
  }
}
