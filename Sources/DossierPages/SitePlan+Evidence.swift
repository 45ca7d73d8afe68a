import DossierModel
import DossierSource

/// References and cited sentences: what pages are made of.
extension SitePlan {
  func reference(toArticle index: Int) -> ArticleReference { references[index] }

  func reference(to entity: EntityID) -> Reference {
    guard let index = concordance.entityIndex[entity] else { return Reference(entity.string, nil) }
    return entityReferences[index]
  }

  func reference(to event: EventID) -> Reference? {
    concordance.eventIndex[event].map { eventReferences[$0] }
  }

  /// An event's title; where it begins after its sentence does, or is cut before that ends, it shows.
  func title(of event: Event) -> String {
    let source = event.titleSource
    guard dossier.record.titledEvents[event.id] == nil,
      let article = concordance.articleIndex[source.article],
      let index = sentenceIndex(at: source.range.lowerBound, of: article)
    else { return event.title }
    let reference = references[article]
    let sentence = reference.sentences[index].range
    func isCut(_ lower: Int, _ upper: Int) -> Bool {
      lower < upper && reference.text[TextRange(lower, upper)].contains(where: \.isLetter)
    }
    let isOpenBehind = isCut(source.range.upperBound, sentence.upperBound)
    let isOpenBefore =
      isCut(sentence.lowerBound, source.range.lowerBound)
      && !endsWithDash(reference.text[TextRange(sentence.lowerBound, source.range.lowerBound)])
    return (isOpenBefore ? "…" : "") + event.title + (isOpenBehind ? "…" : "")
  }

  /// Whether a text ends as the place and agency before a report do.
  private func endsWithDash(_ text: Substring) -> Bool {
    text.last { !$0.isWhitespace }.map { "-–—".contains($0) } ?? false
  }

  func reference(toOutlet name: String) -> Reference {
    let path = PagePath("outlets/\(Outlet.slug(name)).html")
    return Reference(name, path)
  }

  /// A sentence of an article, with those of the ranges that lie in it marked.
  func sentence(_ sentence: Int, of article: Int, marking ranges: [TextRange] = []) -> CitedSentence? {
    let reference = references[article]
    guard reference.sentences.indices.contains(sentence) else { return nil }
    let whole = reference.sentences[sentence].range
    return CitedSentence(article: reference, index: sentence, marked: Self.marks(ranges, within: whole))
  }

  /// The sentence that a citation stands in, its words marked; nil where the citation fits no sentence.
  func sentence(of citation: Citation) -> CitedSentence? {
    guard let article = concordance.articleIndex[citation.article] else { return nil }
    guard let index = sentenceIndex(at: citation.range.lowerBound, of: article) else { return nil }
    let whole = references[article].sentences[index].range
    // A mark over nearly all of a sentence says nothing.
    let isMarked = citation.range.count * 4 < whole.count * 3
    return sentence(index, of: article, marking: isMarked ? [citation.range] : [])
  }

  /// The sentences of citations, each once with all that is cited of it marked; the first ones of many.
  func sentences(of citations: [Citation], limit: Int) -> [CitedSentence] {
    var found: [CitedSentence] = []
    for citation in citations {
      guard let cited = sentence(of: citation) else { continue }
      if let last = found.indices.last, found[last].isSame(cited) {
        let marks = (found[last].marked + cited.marked).sorted()
        found[last] = CitedSentence(article: cited.article, index: cited.index, marked: Self.apart(marks))
      } else if found.count < limit {
        found.append(cited)
      } else {
        break
      }
    }
    return found
  }

  /// The sentence that holds an offset, or the last one before it.
  func sentenceIndex(at offset: Int, of article: Int) -> Int? {
    let behind = references[article].sentences.partitioningIndex { $0.range.lowerBound > offset }
    return behind > 0 ? behind - 1 : nil
  }

  func why<Value>(
    _ claim: Claim<Value>, citing limit: Int = .max, change: Decision.Action? = nil
  ) -> Why {
    Why(
      basis: claim.basis, rules: [claim.rule], printed: claim.printed,
      sentences: sentences(of: claim.evidence, limit: limit),
      decision: claim.decision.flatMap { dossier.record.decision($0) }.map { dossier.record.shown($0) },
      change: change?.written)
  }

  /// A date; with the line that would change it, where its page is what it belongs to.
  func date(
    _ claim: Claim<EDTF>?, citing limit: Int = .max, change: ((EDTF) -> Decision.Action)? = nil
  ) -> DateClaim? {
    claim.map { claim in
      DateClaim(value: claim.value, why: why(claim, citing: limit, change: change?(claim.value)))
    }
  }

  /// The ranges of a sorted list that do not overlap one before them.
  private static func apart(_ ranges: [TextRange]) -> [TextRange] {
    var kept: [TextRange] = []
    for range in ranges where range.lowerBound >= kept.last?.upperBound ?? 0 { kept.append(range) }
    return kept
  }

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
