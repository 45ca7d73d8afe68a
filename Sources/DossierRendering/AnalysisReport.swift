import DossierModel
import DossierSource

/// What was found in one article, as rows for a person or a program that wants to know why.
///
/// It lists every annotation with the rule behind it, also those that no page shows. One description serves both
/// forms, so that what one tells the other tells too.
package struct AnalysisReport: Sendable {
  /// What a field says; one that says nothing is left out of the text.
  enum Value: Sendable {
    case text(String)
    case number(Double)
    case list([String])
    case nothing

    init(_ text: String?) { self = text.map(Value.text) ?? .nothing }
    init(_ number: Int) { self = .number(Double(number)) }
  }

  struct Field: Sendable {
    let name: StaticString
    let value: Value

    init(_ name: StaticString, _ value: Value) { (self.name, self.value) = (name, value) }
    init(_ name: StaticString, _ text: String?) { self.init(name, Value(text)) }
  }

  /// One thing found: where it stands, in what words, and what was made of it.
  struct Row: Sendable {
    /// In code points of the article's text; nil for what is no part of it.
    let range: Range<Int>?
    let text: String
    let fields: [Field]
  }

  struct Section: Sendable {
    let name: StaticString
    let rows: [Row]
  }

  let source: String
  let head: [Field]
  let sections: [Section]

  /// The report of an article that was linked by itself or within a corpus.
  package init(on article: LinkedArticle) {
    let reading = AnnotationReading(article: article)
    source = article.article.source.string
    head = Self.metadata(of: article)
    sections = [
      Section(name: "sentences", rows: reading.sentences),
      Section(name: "mentions", rows: reading.mentions),
      Section(name: "times", rows: reading.times),
      Section(name: "quotations", rows: reading.quotations),
      Section(name: "figures", rows: reading.figures),
      Section(name: "events", rows: reading.events),
      Section(name: "images", rows: article.article.images.map(Self.row)),
      Section(
        name: "removed",
        rows: article.article.removed.map {
          Row(range: nil, text: $0.text, fields: [Field("reason", $0.reason.rawValue)])
        }),
    ]
  }

  private static func metadata(of article: LinkedArticle) -> [Field] {
    let metadata = article.article.metadata
    return [
      Field("id", article.id.string),
      Field("title", metadata.title),
      Field("deck", metadata.deck),
      Field("bylines", .list(metadata.bylines)),
      Field("outlet", metadata.outlet),
      Field("relays", .list(metadata.relays)),
      Field("credits", .list(metadata.credits)),
      Field("url", metadata.url),
      Field("dateline", metadata.dateline),
      Field("notices", .list(article.article.notices)),
      Field("declared-language", metadata.language),
      Field("language", article.annotated.language),
    ] + date(article.published, "published", "published-by") + date(article.updated, "updated", "updated-by")
      + date(article.retrieved, "retrieved", "retrieved-by")
  }

  /// A date and, beside it, how it came about: its basis and rule, and the line that prints it.
  private static func date(
    _ claim: Claim<EDTF>?, _ name: StaticString, _ ground: StaticString
  ) -> [Field] {
    guard let claim else { return [Field(name, .nothing), Field(ground, .nothing)] }
    let printed = claim.printed.map { [$0] } ?? []
    return [
      Field(name, claim.value.description),
      Field(ground, .list([claim.basis.rawValue, claim.rule.name] + printed)),
    ]
  }

  private static func row(of image: ImageCaption) -> Row {
    Row(range: nil, text: image.caption ?? "", fields: [Field("credit", image.credit)])
  }
}

/// Reads an article's annotations into rows.
private struct AnnotationReading {
  private let article: LinkedArticle
  private let text: String
  private let offsets: CodePointTable

  init(article: LinkedArticle) {
    self.article = article
    text = article.article.text
    offsets = CodePointTable(text)
  }

  private var annotated: AnnotatedArticle { article.annotated }

  var sentences: [AnalysisReport.Row] {
    annotated.sentences.map { sentence in
      row(
        sentence.range,
        [.init("id", sentence.id.string), .init("block", AnalysisReport.Value(sentence.block))])
    }
  }

  var mentions: [AnalysisReport.Row] {
    zip(annotated.mentions, article.mentionLinks).map { mention, link in
      row(
        mention.range,
        [
          .init("kind", mention.kind.rawValue), .init("form", mention.form.rawValue),
          .init("title", words(mention.title)), .init("rule", mention.rule.name),
          .init("entity", link.entity?.string), .init("ground", link.ground.rawValue),
          .init("sentence", id(mention.sentence)),
        ])
    }
  }

  var times: [AnalysisReport.Row] {
    zip(annotated.times, article.times).map { time, resolved in
      row(
        time.range,
        [
          .init("kind", time.kind.rawValue), .init("value", resolved.timex),
          .init("edtf", resolved.edtf?.description), .init("direction", time.direction.rawValue),
          .init("bound", time.bound?.rawValue), .init("rule", time.rule.name),
          .init("resolved-by", resolved.rule.name), .init("basis", resolved.basis.rawValue),
          .init("meaning", time.meaning.notation), .init("sentence", id(time.sentence)),
        ])
    }
  }

  var quotations: [AnalysisReport.Row] {
    annotated.quotations.enumerated().map { number, quotation in
      row(
        quotation.range,
        [
          .init("number", AnalysisReport.Value(number)), .init("use", quotation.use.rawValue),
          .init("speaker", words(quotation.speaker?.range)),
          .init("attribution", quotation.speaker?.attribution.rawValue),
          .init("named", quotation.speaker.flatMap { mention($0.mention) }),
          .init("cue", words(quotation.cue)),
          .init("within", quotation.within.map { AnalysisReport.Value($0) } ?? .nothing),
          .init("continues", quotation.continues.map { AnalysisReport.Value($0) } ?? .nothing),
          .init("sentence", id(quotation.sentence)),
        ])
    }
  }

  var figures: [AnalysisReport.Row] {
    annotated.figures.map { figure in
      row(
        figure.range,
        [
          .init("number", .number(figure.number)), .init("qualifier", figure.qualifier?.rawValue),
          .init("unit", figure.unit), .init("counted", words(figure.counted)),
          .init("sentence", id(figure.sentence)),
        ])
    }
  }

  var events: [AnalysisReport.Row] {
    annotated.events.map { event in
      let time = event.time.flatMap { annotated.times.indices.contains($0) ? annotated.times[$0] : nil }
      return row(
        event.trigger,
        [
          .init("class", event.triggerClass), .init("status", event.status.rawValue),
          .init("role", event.isBackground ? "background" : "reported"), .init("time", words(time?.range)),
          .init("days-from-time", event.daysFromTime == 0 ? nil : String(event.daysFromTime)),
          .init("participants", .list(event.participants.compactMap(mention))),
          .init("place", mention(event.place)), .init("sentence", id(event.sentence)),
        ])
    }
  }

  private func row(_ range: TextRange, _ fields: [AnalysisReport.Field]) -> AnalysisReport.Row {
    AnalysisReport.Row(
      range: offsets.offset(range.lowerBound)..<offsets.offset(range.upperBound), text: String(text[range]),
      fields: fields)
  }

  private func words(_ range: TextRange?) -> String? { range.map { String(text[$0]) } }

  private func id(_ sentence: Int) -> String? {
    annotated.sentences.indices.contains(sentence) ? annotated.sentences[sentence].id.string : nil
  }

  private func mention(_ index: Int?) -> String? {
    guard let index, annotated.mentions.indices.contains(index) else { return nil }
    return words(annotated.mentions[index].range)
  }
}
