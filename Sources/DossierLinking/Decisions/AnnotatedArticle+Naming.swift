import DossierModel
import DossierSource

extension AnnotatedArticle {
  /// The article with mentions over these ranges, in place of whatever else they overlap; and their indexes.
  ///
  /// A mention that has exactly such a range stays as it is. All that points at mentions points at the same ones.
  func naming(_ ranges: [TextRange], as kind: EntityKind) -> (article: AnnotatedArticle, indexes: [Int]) {
    let known = Set(mentions.map(\.range))
    let added = ranges.filter { !known.contains($0) }
    guard !added.isEmpty else {
      return (self, ranges.compactMap { range in mentions.firstIndex { $0.range == range } })
    }
    var kept = mentions.enumerated().filter { _, mention in
      !added.contains { $0.overlaps(mention.range) }
    }.map { (old: Int?.some($0), mention: $1) }
    for range in added {
      let sentence = sentences.lastIndex { $0.range.lowerBound <= range.lowerBound } ?? 0
      kept.append(
        (
          nil,
          Mention(
            range: range, kind: kind, form: .name, title: nil, sentence: sentence, rule: Rule("decision"))
        ))
    }
    kept.sort { $0.mention.range < $1.mention.range }
    var places: [Int: Int] = [:]
    for (place, entry) in kept.enumerated() {
      if let old = entry.old { places[old] = place }
    }
    let article = replacing(
      mentions: kept.map(\.mention), quotations: quotations.map { $0.renumbered(places) },
      events: events.map { $0.renumbered(places) })
    return (article, ranges.compactMap { range in kept.firstIndex { $0.mention.range == range } })
  }

  func replacing(
    mentions: [Mention]? = nil, quotations: [Quotation]? = nil, events: [EventMention]? = nil
  ) -> AnnotatedArticle {
    AnnotatedArticle(
      article: article, language: language, sentences: sentences, mentions: mentions ?? self.mentions,
      times: times, quotations: quotations ?? self.quotations, figures: figures,
      events: events ?? self.events)
  }
}

extension AnnotatedArticle {
  /// The same of an article that says something else of itself.
  func replacing(metadata: ArticleMetadata) -> AnnotatedArticle {
    AnnotatedArticle(
      article: Article(
        id: article.id, source: article.source, fingerprint: article.fingerprint, metadata: metadata,
        body: article.body, images: article.images, notices: article.notices, removed: article.removed,
        repairs: article.repairs),
      language: language, sentences: sentences, mentions: mentions, times: times, quotations: quotations,
      figures: figures, events: events)
  }
}

extension Quotation {
  /// The same, its speaker's mention under its new number.
  fileprivate func renumbered(_ places: [Int: Int]) -> Quotation {
    guard let speaker, let mention = speaker.mention, places[mention] != mention else { return self }
    return with(
      speaker: Speaker(
        range: speaker.range, mention: places[mention], attribution: speaker.attribution), use: use)
  }

  func with(speaker: Speaker?, use: Use) -> Quotation {
    Quotation(
      range: range, use: use, speaker: speaker, cue: cue, sentence: sentence, within: within,
      continues: continues)
  }
}

extension EventMention {
  fileprivate func renumbered(_ places: [Int: Int]) -> EventMention {
    EventMention(
      sentence: sentence, trigger: trigger, subject: subject, triggerClass: triggerClass, status: status,
      time: time, participants: participants.compactMap { places[$0] }, place: place.flatMap { places[$0] },
      isBackground: isBackground)
  }
}
