import DossierModel
import DossierSource

/// References and cited sentences: what pages are made of.
extension SitePlan {
  func reference(toArticle index: Int) -> ArticleReference {
    let linked = dossier.articles[index]
    let metadata = linked.article.metadata
    return ArticleReference(
      title: metadata.title, outlet: metadata.outlet, published: linked.published?.value,
      path: links.articles[linked.id] ?? .home)
  }

  func reference(to entity: EntityID) -> Reference {
    guard let index = concordance.entityIndex[entity] else { return Reference(entity.string, nil) }
    return Reference(dossier.entities[index].name, links.path(of: entity))
  }

  func reference(to event: EventID) -> Reference? {
    concordance.eventIndex[event].map { Reference(title(of: dossier.events[$0]), links.path(of: event)) }
  }

  /// An event's title; where it is cut before its sentence ends, that shows.
  func title(of event: Event) -> String {
    let source = event.titleSource
    guard
      let article = concordance.articleIndex[source.article],
      let index = sentenceIndex(at: source.range.lowerBound, of: article)
    else { return event.title }
    let annotated = dossier.articles[article].annotated
    let rest =
      annotated.article.text.utf8.count >= source.range.upperBound
        && source.range.upperBound < annotated.sentences[index].range.upperBound
      ? annotated.article.text[
        TextRange(source.range.upperBound, annotated.sentences[index].range.upperBound)] : ""
    return rest.contains(where: \.isLetter) ? event.title + "…" : event.title
  }

  func reference(toOutlet name: String) -> Reference {
    let path = PagePath("outlets/\(Outlet.slug(name)).html")
    return Reference(name, path)
  }

  /// A sentence of an article, with those of the ranges that lie in it marked.
  func sentence(_ sentence: Int, of article: Int, marking ranges: [TextRange] = []) -> CitedSentence? {
    let annotated = dossier.articles[article].annotated
    guard annotated.sentences.indices.contains(sentence) else { return nil }
    let found = annotated.sentences[sentence]
    return CitedSentence(
      article: reference(toArticle: article), anchor: found.id.string, number: sentence + 1,
      text: String(annotated.article.text[found.range]), marked: Self.marks(ranges, within: found.range))
  }

  /// The sentence that a citation stands in, its words marked; nil where the citation fits no sentence.
  func sentence(of citation: Citation) -> CitedSentence? {
    guard let article = concordance.articleIndex[citation.article] else { return nil }
    guard let index = sentenceIndex(at: citation.range.lowerBound, of: article) else { return nil }
    let whole = dossier.articles[article].annotated.sentences[index].range
    return sentence(index, of: article, marking: citation.range == whole ? [] : [citation.range])
  }

  func sentences(of citations: [Citation]) -> [CitedSentence] { citations.compactMap(sentence(of:)) }

  /// The sentence that holds an offset, or the last one before it.
  func sentenceIndex(at offset: Int, of article: Int) -> Int? {
    let sentences = dossier.articles[article].annotated.sentences
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  func why<Value>(_ claim: Claim<Value>) -> Why {
    Why(
      basis: claim.basis, rules: [claim.rule], printed: claim.printed,
      sentences: sentences(of: claim.evidence))
  }

  func date(_ claim: Claim<EDTF>?) -> DateClaim? { claim.map { DateClaim(value: $0.value, why: why($0)) } }

  private static func marks(_ ranges: [TextRange], within whole: TextRange) -> [TextRange] {
    guard !ranges.isEmpty else { return [] }
    var marks: [TextRange] = []
    var end = 0
    for range in ranges.sorted() where range.overlaps(whole) {
      let lower = max(range.lowerBound, whole.lowerBound) - whole.lowerBound
      let upper = min(range.upperBound, whole.upperBound) - whole.lowerBound
      guard lower >= end, lower < upper else { continue }
      marks.append(TextRange(lower, upper))
      end = upper
    }
    return marks
  }
}

/// Rows of lists.
extension SitePlan {
  func row(ofEvent index: Int) -> EventRow {
    let event = dossier.events[index]
    let covering = event.coverage.compactMap { coverage in
      concordance.articleIndex[coverage.article].map { (article: $0, coverage: coverage) }
    }
    let sorted = covering.sorted { concordance.rank[$0.article] < concordance.rank[$1.article] }
    let title = sentence(of: event.titleSource)
    let others = sorted.filter { $0.coverage.article != event.titleSource.article }
    let cited = others.compactMap { item in
      item.coverage.sentences.first.flatMap { sentence($0, of: item.article) }
    }
    return EventRow(
      id: event.id, title: self.title(of: event), path: links.path(of: event.id), when: date(event.when),
      status: event.status, isReported: event.isReported, place: event.place.map { reference(to: $0.value) },
      participants: event.participants.map { reference(to: $0) },
      articles: sorted.map { reference(toArticle: $0.article) },
      sentences: [title].compactMap(\.self) + cited)
  }

  func row(ofEntity index: Int, mentions: Int, articles: Int) -> EntityRow {
    let entity = dossier.entities[index]
    return EntityRow(
      reference: reference(to: entity.id), kind: entity.kind, mentions: mentions, articles: articles)
  }

  func row(ofQuote index: Int) -> QuoteRow {
    let family = dossier.quoteFamilies[index]
    let isDescribed = !family.speakerText.isEmpty
    return QuoteRow(
      id: family.id,
      speaker: family.speaker.map { reference(to: $0) }
        ?? (isDescribed ? Reference(family.speakerText, nil) : nil),
      isNamed: family.speaker != nil, event: family.event.flatMap { reference(to: $0) },
      variants: family.variants.compactMap(variant), path: quotePaths[index])
  }

  private func variant(_ variant: QuoteFamily.Variant) -> QuoteVariant? {
    guard let article = concordance.articleIndex[variant.citation.article] else { return nil }
    let annotated = dossier.articles[article].annotated
    guard annotated.quotations.indices.contains(variant.quotation) else { return nil }
    let quotation = annotated.quotations[variant.quotation]
    let marks = [variant.citation.range] + [quotation.speaker?.range].compactMap(\.self)
    guard let cited = sentence(quotation.sentence, of: article, marking: marks) else { return nil }
    return QuoteVariant(
      text: String(annotated.article.text[variant.citation.range]), sentence: cited,
      difference: variant.difference, attribution: quotation.speaker?.attribution,
      cue: quotation.cue.map { String(annotated.article.text[$0]) })
  }

  func row(ofFigure index: Int) -> FigureRow {
    let group = dossier.figureGroups[index]
    var figures: [Figure] = []
    let values = group.values.compactMap { value -> FigureRow.Value? in
      guard let article = concordance.articleIndex[value.article] else { return nil }
      let annotated = dossier.articles[article].annotated
      guard annotated.figures.indices.contains(value.figure) else { return nil }
      let figure = annotated.figures[value.figure]
      let marks = [figure.range] + [figure.counted].compactMap(\.self)
      guard let cited = sentence(figure.sentence, of: article, marking: marks) else { return nil }
      figures.append(figure)
      return FigureRow.Value(text: String(annotated.article.text[figure.range]), sentence: cited)
    }
    return FigureRow(id: group.id, what: group.what, values: values, differs: FigureRow.differ(figures))
  }
}
