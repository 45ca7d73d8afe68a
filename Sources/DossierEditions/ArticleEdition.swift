import DossierMarkdown
import DossierModel
import DossierSource

/// How one article goes out: what of it is hidden, and which names are replaced.
struct ArticleEdition {
  let original: LinkedArticle
  let revision: TextRevision
  /// Whether only a part of the text is shown.
  let isCut: Bool
  private let keepsDeck: Bool
  private let redaction: Redaction?
  /// Whether the path of the source stays within the house.
  private let hidesSource: Bool

  /// Words are nil where the whole text is shown.
  init(
    _ article: LinkedArticle, words: Int?, proofs: [Int], redaction: Redaction?, hidesSource: Bool
  ) {
    original = article
    self.redaction = redaction
    self.hidesSource = hidesSource
    isCut = words != nil
    var edits: [TextRevision.Edit] = []
    if let words {
      let choice = ExcerptChoice(of: article.annotated, words: words, proofs: proofs)
      keepsDeck = choice.keepsDeck
      edits = choice.edits(of: article.annotated)
    } else {
      keepsDeck = true
    }
    if let redaction { edits += Self.redactions(of: article, redaction, apartFrom: edits.map(\.range)) }
    revision = TextRevision(of: article.article.text, by: edits)
  }

  /// The names to be replaced in a text: by their mentions first, then wherever else they are printed.
  private static func redactions(
    of article: LinkedArticle, _ redaction: Redaction, apartFrom hidden: [TextRange]
  ) -> [TextRevision.Edit] {
    var taken = hidden
    var edits: [TextRevision.Edit] = []
    func add(_ range: TextRange, _ words: String) {
      edits.append(TextRevision.Edit(range: range, text: words, change: .reworded))
    }
    for (mention, link) in zip(article.annotated.mentions, article.mentionLinks) {
      guard mention.form == .name, let entity = link.entity else { continue }
      if let words = redaction.names[entity], link.ground != .metonym { add(mention.range, words) }
      taken.append(mention.range)
    }
    taken.sort()
    var next = 0
    for (range, words) in redaction.occurrences(in: article.article.text) {
      while next < taken.count, taken[next].upperBound <= range.lowerBound { next += 1 }
      if next < taken.count, taken[next].overlaps(range) { continue }
      add(range, words)
    }
    // What is hidden anyway comes first: an edit within another is left out.
    return edits.filter { edit in !hidden.contains { $0.overlaps(edit.range) } }
  }

  /// Whether the article goes out as it is.
  var isWhole: Bool { !isCut && redaction == nil && !hidesSource }

  func text(_ text: String) -> String { redaction?.text(text) ?? text }

  /// The article under its new id, as it is shown.
  func article(_ id: ArticleID) -> (article: Article, blocks: [Int?]) {
    let old = original.article
    let (body, blocks) = body()
    let images = (isCut ? [] : old.images).map { image in
      ImageCaption(caption: image.caption.map(text), credit: image.credit.map(text))
    }
    let article = Article(
      id: id, source: source(of: old), fingerprint: old.fingerprint, metadata: metadata(), body: body,
      images: images, notices: old.notices.map(text),
      removed: isCut ? [] : old.removed.map { RemovedText(text($0.text), $0.reason) },
      repairs: old.repairs.filter { revision.shows(TextRange($0, $0 + 1)) }.map {
        revision.range(TextRange($0, $0)).lowerBound
      })
    return (article, blocks)
  }

  private func source(of old: Article) -> SourcePath {
    if hidesSource { return SourcePath("") }
    return SourcePath(redaction?.identifier(text(old.source.string)) ?? old.source.string)
  }

  private func metadata() -> ArticleMetadata {
    var metadata = original.article.metadata
    metadata.title = text(metadata.title)
    metadata.deck = keepsDeck ? metadata.deck.map(text) : nil
    metadata.bylines = metadata.bylines.map(text)
    metadata.outlet = metadata.outlet.map(text)
    metadata.relays = metadata.relays.map(text)
    metadata.credits = metadata.credits.map(text)
    metadata.dateline = metadata.dateline.map(text)
    // An address that tells a name is of no use without it.
    if let url = metadata.url, redaction?.identifier(url) ?? url != url { metadata.url = nil }
    metadata.published = nil
    metadata.updated = nil
    metadata.retrieved = nil
    metadata.slug = nil
    return metadata
  }

  /// The text as bare paragraphs and headings, with the new place of each block; nil for one that is gone.
  private func body() -> (MarkdownDocument, [Int?]) {
    let old = original.article
    guard !revision.isEmpty else { return (old.body, Array(old.blocks.indices)) }
    var blocks: [TextBlock] = []
    var places: [Int?] = []
    var written: [WrittenBlock] = []
    for (index, block) in old.blocks.enumerated() {
      let range = revision.range(block.range)
      let hasSentences = original.annotated.sentences.contains { $0.block == index }
      guard hasSentences || revision.shows(block.range),
        range.lowerBound >= blocks.last?.range.upperBound ?? 0
      else {
        places.append(nil)
        continue
      }
      places.append(blocks.count)
      let inline = MarkdownWriter.escaped(String(revision.text[range]))
      if case .heading(let level) = block.kind {
        blocks.append(TextBlock(kind: block.kind, range: range))
        written.append(.heading(level: level, inline))
      } else {
        blocks.append(TextBlock(kind: .paragraph, range: range))
        written.append(.paragraph(inline))
      }
    }
    let plain = PlainText(text: revision.text, blocks: blocks, isWhole: true)
    return (MarkdownDocument(MarkdownWriter.markdown(of: written), saying: plain), places)
  }
}

/// Annotations that move with the text.
extension ArticleEdition {
  /// The annotations of the article as it is shown.
  ///
  /// What is hidden keeps its place in each list, since others point to it by number, but has no text any more.
  func annotated(_ id: ArticleID) -> AnnotatedArticle {
    let old = original.annotated
    let (article, blocks) = article(id)
    guard !revision.isEmpty else {
      return AnnotatedArticle(
        article: article, language: old.language, sentences: old.sentences, mentions: old.mentions,
        times: old.times, quotations: old.quotations, figures: old.figures, events: old.events)
    }
    return AnnotatedArticle(
      article: article, language: old.language,
      sentences: old.sentences.map { sentence in
        let block = blocks.indices.contains(sentence.block) ? blocks[sentence.block] : nil
        let range = revision.range(sentence.range)
        let telling = revision.range(sentence.telling)
        return Sentence(
          id: sentence.id, range: range, block: block ?? 0,
          dateline: max(0, telling.lowerBound - range.lowerBound))
      },
      mentions: old.mentions.map(mention), times: shownTimes.map { time(old.times[$0]) },
      quotations: old.quotations.map(quotation),
      figures: old.figures.map { figure in
        Figure(
          range: shown(figure.range), number: figure.number, qualifier: figure.qualifier,
          unit: figure.unit, counted: figure.counted.map(shown), sentence: figure.sentence)
      },
      events: old.events.filter { revision.shows($0.trigger) }.map(event))
  }

  /// The indexes of times whose words are shown.
  var shownTimes: [Int] {
    let times = original.annotated.times
    return times.indices.filter { revision.shows(times[$0].range) }
  }

  /// Where a stretch stands now; empty where a part of it is hidden.
  private func shown(_ range: TextRange) -> TextRange {
    let new = revision.range(range)
    return revision.shows(range) ? new : TextRange(new.lowerBound, new.lowerBound)
  }

  private func optional(_ range: TextRange?) -> TextRange? {
    range.flatMap { revision.shows($0) ? revision.range($0) : nil }
  }

  private func mention(_ old: Mention) -> Mention {
    Mention(
      range: shown(old.range), kind: old.kind, form: old.form, title: optional(old.title),
      sentence: old.sentence, rule: old.rule)
  }

  private func time(_ old: TimeExpression) -> TimeExpression {
    TimeExpression(
      range: revision.range(old.range), kind: old.kind, meaning: old.meaning, direction: old.direction,
      bound: old.bound, sentence: old.sentence, rule: old.rule)
  }

  private func quotation(_ old: Quotation) -> Quotation {
    let speaker = old.speaker.map { speaker in
      Quotation.Speaker(
        range: shown(speaker.range), mention: speaker.mention, attribution: speaker.attribution)
    }
    return Quotation(
      range: shown(old.range), use: old.use, speaker: speaker, cue: optional(old.cue),
      sentence: old.sentence, within: old.within, continues: old.continues)
  }

  private func event(_ old: EventMention) -> EventMention {
    EventMention(
      sentence: old.sentence, trigger: revision.range(old.trigger), subject: optional(old.subject),
      triggerClass: old.triggerClass, status: old.status, time: nil, participants: old.participants,
      place: old.place, isBackground: old.isBackground)
  }
}
