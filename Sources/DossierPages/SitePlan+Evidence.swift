import DossierModel
import DossierSource

/// References and cited sentences: what pages are made of.
extension SitePlan {
  func reference(toArticle index: Int) -> ArticleReference {
    let linked = dossier.articles[index]
    let metadata = linked.article.metadata
    return ArticleReference(
      title: metadata.title, outlet: metadata.outlet, published: linked.published?.value,
      foreignLanguage: foreignLanguage(metadata.language),
      path: links.articles[linked.id] ?? .home)
  }

  /// A language, unless the site's own words are in it too.
  private func foreignLanguage(_ language: String?) -> String? {
    guard let tag = LanguageTag(language) else { return nil }
    return tag.primary == LanguageTag(options.language)?.primary ? nil : tag.string
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
