import DossierModel
import DossierSource

/// Links annotated articles into one dossier.
///
/// A pure function of the articles as a set: their order changes nothing. Nothing in it compares all with all: every
/// comparison is between things that an index finds under a common key.
package struct DossierLinker: Sendable {
  private let knowledge: KnowledgeBase
  private let contentWords: ContentWords

  package init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
    contentWords = ContentWords(words: knowledge.words)
  }

  /// The dossier as the editor's lines have it, with the editor's list of terms added to the languages' own.
  package func dossier(
    of articles: [AnnotatedArticle], decisions: Decisions = .none,
    terms list: TermList = TermList("", language: nil)
  ) -> Dossier {
    var articles = KnownNames.annotated(articles.sorted { $0.article.id < $1.article.id })
    let rulings = decisions.isEmpty ? nil : AnnotationRulings(decisions, on: articles)
    if let rulings { articles = rulings.articles }
    let entities = EntityLinker(knowledge: knowledge).links(of: articles, rulings: rulings)
    let linked = dated(articles, entities: entities, rulings: rulings)
    let happened = events(of: linked, entities: entities, rulings: rulings)
    let events = happened.events
    let quotes = QuoteAligner(
      articles: linked, entities: entities, eventsOfArticle: numbers(of: events, in: linked), events: events,
      reader: QuoteReader(contentWords: contentWords, spellings: knowledge.spellings), rulings: rulings)
    let families = quotes.families()
    let figures = FigureAligner(
      articles: linked, entities: entities, contentWords: contentWords,
      clauses: FigureClauses(words: knowledge.words), rulings: rulings)
    let groups = figures.groups()
    let terms = list.added(to: knowledge.terms)
    let copies = SharedCopyFinder(contentWords: contentWords).sharedCopies(among: articles)
    return Dossier(
      articles: linked, entities: promoted(entities, of: linked, events: events, families: families),
      events: events,
      quoteFamilies: families, figureGroups: groups, sharedCopies: copies,
      origins: OriginFinder(knowledge: knowledge).origins(of: linked, sharing: copies),
      terms: terms,
      termUses: TermCounter(terms: terms, quotationMarks: knowledge.words.quotationMarks)
        .uses(in: linked),
      record: rulings.map {
        record($0, entities: entities, happened: happened, families: families, groups: groups)
      } ?? DecisionRecord())
  }

  /// What the editor's lines came to, over all.
  private func record(
    _ rulings: AnnotationRulings, entities: EntityLinks, happened: EventRulings.Outcome,
    families: [QuoteFamily], groups: [FigureGroup]
  ) -> DecisionRecord {
    var record = DecisionRecord(rulings, names: entities.settled, articles: rulings.articles)
    record.add(happened)
    record.add(rulings, families: families, groups: groups)
    return record.sorted()
  }

  /// The articles with their dates, and with their times as those dates resolve them.
  private func dated(
    _ articles: [AnnotatedArticle], entities: EntityLinks, rulings: AnnotationRulings?
  ) -> [LinkedArticle] {
    let published = ArticleDating().published(of: articles)
    return articles.enumerated().map { number, annotated in
      let metadata = annotated.article.metadata
      return LinkedArticle(
        annotated: annotated, published: published[number], updated: metadata.updated,
        retrieved: metadata.retrieved, mentionLinks: entities.mentionLinks(of: number),
        times: times(of: number, annotated, published: published[number]?.value, rulings: rulings))
    }
  }

  /// The times of an article, but for words that the editor says are no date.
  private func times(
    of number: Int, _ article: AnnotatedArticle, published: EDTF?, rulings: AnnotationRulings?
  ) -> [ResolvedTime] {
    var times = times(of: article, published: published)
    guard let rulings, !rulings.notTimes.isEmpty else { return times }
    for index in times.indices where rulings.notTimes[.init(article: number, index: index)] != nil {
      times[index] = ResolvedTime(timex: "", edtf: nil, basis: .decided, rule: Rule("decision"))
    }
    return times
  }

  /// The times of an article; what has happened cannot lie ahead of it, so its times are read backwards if need be.
  private func times(of article: AnnotatedArticle, published: EDTF?) -> [ResolvedTime] {
    let resolver = TimeResolver()
    let times = resolver.times(of: article.times, published: published)
    guard let last = published?.lastDay ?? published?.firstDay else { return times }
    let ahead = Set(
      article.events.filter { $0.status == .happened }.compactMap(\.time).filter { time in
        guard times.indices.contains(time), article.times[time].mayLieBehind else { return false }
        return times[time].edtf?.firstDay.map { $0 > last.adding(days: 1) } ?? false
      })
    guard !ahead.isEmpty else { return times }
    let turned = article.times.enumerated().map { index, time in
      ahead.contains(index)
        ? TimeExpression(
          range: time.range, kind: time.kind, meaning: time.meaning, direction: .past, bound: time.bound,
          sentence: time.sentence, rule: time.rule) : time
    }
    return resolver.times(of: turned, published: published)
  }

  private func events(
    of articles: [LinkedArticle], entities: EntityLinks, rulings: AnnotationRulings?
  ) -> EventRulings.Outcome {
    let reader = EventReader(
      contentWords: contentWords, speechClasses: Set(knowledge.words.speechClasses),
      attendantClasses: Set(knowledge.words.attendantClasses),
      outlets: Set(entities.drafts.indices.filter { entities.drafts[$0].isOutlet }.map(Int32.init)))
    var candidates: [EventCandidate] = []
    for (number, article) in articles.enumerated() {
      candidates += reader.candidates(of: article, number: number, entities: entities.numbers[number])
    }
    var merger = EventMerger(
      countryOfPerson: entities.countryOfPerson, speechClasses: Set(knowledge.words.speechClasses))
    merger.add(candidates)
    let titles = EventTitle(
      contentWords: contentWords, listWords: Set(knowledge.words.listWords),
      breaks: Set(knowledge.words.titleBreaks))
    let table = EventTable(articles: articles, entities: entities, titles: titles)
    guard let rulings else { return EventRulings.Outcome(events: table.events(of: merger.clusters)) }
    return EventRulings.outcome(of: rulings, table: table, clusters: merger.clusters)
  }

  /// The numbers of the events that each article tells of.
  private func numbers(of events: [Event], in articles: [LinkedArticle]) -> [Set<Int>] {
    let places = Dictionary(uniqueKeysWithValues: articles.enumerated().map { ($1.id, $0) })
    var numbers = Array(repeating: Set<Int>(), count: articles.count)
    for (number, event) in events.enumerated() {
      for coverage in event.coverage {
        if let place = places[coverage.article] { numbers[place].insert(number) }
      }
    }
    return numbers
  }

  private func promoted(
    _ entities: EntityLinks, of articles: [LinkedArticle], events: [Event], families: [QuoteFamily]
  ) -> [Entity] {
    let rule = PromotionRule(
      decided: entities.settled.pages,
      speakers: Set(families.compactMap(\.speaker)),
      participants: Set(events.filter(\.hasPage).flatMap(\.participants)),
      reporters: ReporterFinder(articles: articles, entities: entities).reporters())
    return entities.drafts.map { draft in
      Entity(
        id: draft.id, name: draft.name, kind: draft.kind, aliases: draft.aliases, articles: draft.articles,
        mentionCount: draft.mentionCount, promotion: rule.promotion(of: draft))
    }
  }
}
