import DossierModel
import DossierSource

/// Links annotated articles into one dossier.
///
/// A pure function of the articles as a set: their order changes nothing. Nothing in it compares all with all: every
/// comparison is between things that an index finds under a common key.
package struct DossierLinker: Sendable {
  private let knowledge: KnowledgeBase
  private let contentWords: ContentWords
  /// The words by which tellings of one happening are found, whatever words their writers chose.
  private let eventWords: ContentWords
  private let quoteReader: QuoteReader

  package init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
    contentWords = ContentWords(words: knowledge.words)
    eventWords = ContentWords(words: knowledge.words, synonyms: knowledge.words.synonyms)
    quoteReader = QuoteReader(contentWords: contentWords, spellings: knowledge.spellings)
  }

  /// The dossier as the editor's lines have it, with the editor's list of terms added to the languages' own.
  package func dossier(
    of articles: [AnnotatedArticle], decisions: Decisions = .none,
    terms: TermList = TermList("", language: nil)
  ) -> Dossier {
    let corpus = corpus(of: articles, decisions: decisions)
    let copies = copies(in: compared(articles), of: articles)
    let parallels = parallels(in: corpus, sharing: copies, terms: terms)
    return dossier(of: corpus, telling: tellings(in: corpus), sharing: parallels)
  }

  /// The articles with their names and dates linked: what the rest of linking starts from.
  package func corpus(of articles: [AnnotatedArticle], decisions: Decisions = .none) -> LinkedCorpus {
    var articles = KnownNames.annotated(articles.sorted { $0.article.id < $1.article.id })
    articles = OutletSpellings(of: articles, articleWords: knowledge.words.outletArticles).unified(articles)
    var rulings = decisions.isEmpty ? nil : AnnotationRulings(decisions, on: articles)
    if let rulings { articles = rulings.articles }
    let entities = EntityLinker(knowledge: knowledge).links(of: articles, rulings: rulings)
    rulings?.takeBackSpeakers(notAmong: entities.settled.numbers.keys)
    if let rulings { articles = rulings.articles }
    return dated(articles, entities: entities, rulings: rulings)
  }

  /// What the articles tell of, and the words that they quote.
  package func tellings(in corpus: LinkedCorpus) -> CorpusTellings {
    let quotes = corpus.articles.indices.flatMap {
      quoteReader.texts(of: corpus.articles[$0].annotated, number: $0, entities: corpus.entities.numbers[$0])
    }
    let happened = events(of: corpus, quoting: quotes)
    let aligner = QuoteAligner(
      articles: corpus.articles, entities: corpus.entities,
      eventsOfArticle: numbers(of: happened.events, in: corpus.articles), events: happened.events,
      found: quotes, rulings: corpus.rulings)
    return CorpusTellings(happened: happened, families: aligner.families())
  }

  /// The texts of articles beside each other, whatever the editor's lines say.
  ///
  /// Where most of them were compared before, only what is new is compared, and the outcome is that of comparing all.
  package func compared(_ articles: [AnnotatedArticle], after before: ComparedTexts? = nil) -> ComparedTexts {
    let articles = articles.sorted { $0.article.id < $1.article.id }
    let finder = SharedCopyFinder()
    return before.map { finder.compared(articles, after: $0) } ?? finder.compared(articles)
  }

  /// The text that articles have in common outside of quotations, once they are compared.
  package func copies(in texts: ComparedTexts, of articles: [AnnotatedArticle]) -> [SharedCopy] {
    texts.sharedCopies(in: articles.sorted { $0.article.id < $1.article.id })
  }

  /// What the articles have in common: figures of one thing, text, origins, and the terms they use.
  ///
  /// It needs nothing of what they tell, so that both can be made at once.
  package func parallels(
    in corpus: LinkedCorpus, sharing copies: [SharedCopy], terms list: TermList
  ) -> CorpusParallels {
    let figures = FigureAligner(
      keys: FigureKeyReader(
        articles: corpus.articles, entities: corpus.entities, countedWords: contentWords,
        contextWords: eventWords,
        synonyms: CountSynonyms(words: knowledge.words, contentWords: contentWords),
        fates: CountedFates(words: knowledge.words), rulings: corpus.rulings),
      clauses: FigureClauses(words: knowledge.words))
    let terms = list.added(to: knowledge.terms)
    return CorpusParallels(
      groups: figures.groups(), copies: copies,
      origins: OriginFinder(knowledge: knowledge).origins(of: corpus.articles, sharing: copies),
      terms: terms,
      termUses: TermCounter(terms: terms, quotationMarks: knowledge.words.quotationMarks)
        .uses(in: corpus.articles))
  }

  package func dossier(
    of corpus: LinkedCorpus, telling tellings: CorpusTellings, sharing parallels: CorpusParallels
  ) -> Dossier {
    Dossier(
      articles: corpus.articles, entities: promoted(corpus, tellings), events: tellings.happened.events,
      quoteFamilies: tellings.families, figureGroups: parallels.groups, sharedCopies: parallels.copies,
      origins: parallels.origins, terms: parallels.terms, termUses: parallels.termUses,
      record: corpus.rulings.map { record($0, of: corpus, tellings, parallels) } ?? DecisionRecord())
  }

  /// What the editor's lines came to, over all.
  private func record(
    _ rulings: AnnotationRulings, of corpus: LinkedCorpus, _ tellings: CorpusTellings,
    _ parallels: CorpusParallels
  ) -> DecisionRecord {
    var record = DecisionRecord(rulings, names: corpus.entities.settled, articles: rulings.articles)
    record.add(tellings.happened)
    record.add(rulings, families: tellings.families, groups: parallels.groups)
    return record.sorted()
  }

  /// The articles with their dates: as they or the words they share give them, and then by the events they share.
  private func dated(
    _ articles: [AnnotatedArticle], entities: EntityLinks, rulings: AnnotationRulings?
  ) -> LinkedCorpus {
    let given = ArticleDating().published(of: articles)
    var published = given
    func corpus(_ findings: [Int: YearsOfMatter.Finding] = [:]) -> LinkedCorpus {
      LinkedCorpus(
        articles: linked(
          articles, published: published, days: findings.compactMapValues(\.days), entities: entities,
          rulings: rulings),
        entities: entities, rulings: rulings)
    }
    let first = corpus()
    guard published.contains(where: { $0 == nil || ArticleDating.isOfOneEvent($0) }),
      published.contains(where: { $0 != nil })
    else { return first }
    let byEvent = EventDating(articles: first.articles, clusters: clusters(of: first, quoting: [])).claims()
    for (number, claim) in byEvent { published[number] = claim }
    let ofOneEvent = published
    var alignment = DayAlignment(
      published: published.map { ArticleDating.isOfOneEvent($0) ? nil : $0 },
      shelf: ToldSentence.Shelf(
        articles: articles, entities: entities,
        reader: ToldSentence.Reader(
          contentWords: contentWords, speechClasses: Set(knowledge.words.speechClasses))),
      quotes: quoteReader)
    for (number, claim) in alignment.claims() {
      published[number] = ArticleDating.settled(ofOneEvent[number], beside: claim)
    }
    for number in articles.indices where ArticleDating.isOfOneEvent(published[number]) {
      if ArticleDating.isBeforeWhatItTells(published[number], articles[number]) { published[number] = nil }
    }
    var years = YearsOfMatter(published: published, shelf: alignment.shelf)
    let findings = years.findings()
    for (number, finding) in findings { published[number] = finding.claim ?? published[number] }
    return published == given && findings.isEmpty ? first : corpus(findings)
  }

  /// The articles with their times as the dates resolve them.
  private func linked(
    _ articles: [AnnotatedArticle], published: [Claim<EDTF>?], days: [Int: ClosedRange<CalendarDay>],
    entities: EntityLinks, rulings: AnnotationRulings?
  ) -> [LinkedArticle] {
    let matters = MatterDays(articles: articles, entities: entities, published: published).ranges()
      .merging(days) { _, own in own }
    let linked = articles.enumerated().map { number, annotated in
      let metadata = annotated.article.metadata
      return LinkedArticle(
        annotated: annotated, published: published[number], updated: metadata.updated,
        retrieved: metadata.retrieved, mentionLinks: entities.mentionLinks(of: number),
        times: times(
          of: number, annotated,
          dated: (
            ArticleDating.isOnlyBound(published[number]) ? nil : published[number]?.value, matters[number]
          ),
          rulings: rulings))
    }
    return CountedFromEvents(
      articles: linked, entities: entities.numbers, contentWords: eventWords, words: knowledge.words
    ).placed()
  }

  /// The times of an article, but for words that the editor says are no date.
  private func times(
    of number: Int, _ article: AnnotatedArticle, dated: (published: EDTF?, matter: ClosedRange<CalendarDay>?),
    rulings: AnnotationRulings?
  ) -> [ResolvedTime] {
    var times = times(of: article, published: dated.published, matter: dated.matter)
    guard let rulings, !rulings.notTimes.isEmpty else { return times }
    for index in times.indices where rulings.notTimes[.init(article: number, index: index)] != nil {
      times[index] = ResolvedTime(timex: "", edtf: nil, basis: .decided, rule: Rule("decision"))
    }
    return times
  }

  /// The times of an article; what has happened cannot lie ahead of it, so its times are read backwards if need be.
  private func times(
    of article: AnnotatedArticle, published: EDTF?, matter: ClosedRange<CalendarDay>?
  ) -> [ResolvedTime] {
    let resolver = TimeResolver()
    let times = resolver.times(of: article.times, published: published, matter: matter)
    guard let last = published?.lastDay ?? published?.firstDay else { return times }
    let found = TimesOfHappenings(article: article, times: times, published: last)
    guard !found.sides.isEmpty || !found.turned.isEmpty else { return times }
    let read = article.times.enumerated().map { index, time in
      found.turned.contains(index) ? time.with(direction: .past) : time
    }
    return resolver.times(of: read, published: published, sides: found.sides)
  }

  /// What the articles tell of, each happening with all who tell of it, the quotations in their order saying which of
  /// them print the same words.
  private func clusters(of corpus: LinkedCorpus, quoting quotes: [QuoteText]) -> [EventMerger.Cluster] {
    let entities = corpus.entities
    let numbering = EventKinds.Numbering(of: corpus.articles.lazy.map(\.annotated))
    let reader = EventReader(
      contentWords: eventWords, numbering: numbering, speechClasses: Set(knowledge.words.speechClasses),
      harmClasses: Set(knowledge.words.harmClasses),
      attendantClasses: Set(knowledge.words.attendantClasses),
      stretches: TimeStretch(words: knowledge.words),
      placePrepositions: Set(knowledge.words.placePrepositions),
      outlets: Set(entities.drafts.indices.filter { entities.drafts[$0].isOutlet }.map(Int32.init)))
    var candidates: [EventCandidate] = []
    for (number, article) in corpus.articles.enumerated() {
      candidates += reader.candidates(of: article, number: number, entities: entities.numbers[number])
    }
    var merger = EventMerger(
      countryOfPerson: entities.countryOfPerson,
      classes: EventMerger.Classes(knowledge.words, numbering),
      reportedDays: ReportedDays(of: corpus.articles),
      named: zip(corpus.articles, entities.numbers).map { article, numbers in
        Set(
          zip(article.annotated.mentions, numbers).lazy
            .filter { [.person, .organization].contains($0.kind) && $0.form == .name && $1 >= 0 }.map(\.1))
      },
      quotedTogether: SameWordsPrinted(in: corpus.articles, quotes: quotes).pairs)
    merger.add(candidates)
    return merger.clusters
  }

  private func events(of corpus: LinkedCorpus, quoting quotes: [QuoteText]) -> EventRulings.Outcome {
    let clusters = clusters(of: corpus, quoting: quotes)
    let titles = EventTitle(
      contentWords: contentWords, listWords: Set(knowledge.words.listWords),
      articles: Set(knowledge.words.outletArticles),
      indefiniteArticles: Set(knowledge.words.indefiniteArticles),
      phraseWords: Set(knowledge.words.placePrepositions + knowledge.words.partyPrepositions),
      relativeWords: Set(knowledge.words.relativeWords),
      relativeAdverbs: Set(knowledge.words.relativeAdverbs),
      restrictiveWords: Set(knowledge.words.restrictiveWords),
      breaks: Set(knowledge.words.titleBreaks), complements: Set(knowledge.words.titleComplements),
      speechClasses: Set(knowledge.words.speechClasses))
    let table = EventTable(articles: corpus.articles, entities: corpus.entities, titles: titles)
    guard let rulings = corpus.rulings else {
      return EventRulings.Outcome(events: table.events(of: clusters))
    }
    return EventRulings.outcome(of: rulings, table: table, clusters: clusters)
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

  private func promoted(_ corpus: LinkedCorpus, _ tellings: CorpusTellings) -> [Entity] {
    let rule = PromotionRule(
      decided: corpus.entities.settled.pages,
      speakers: Set(tellings.families.compactMap(\.speaker)),
      participants: Set(tellings.happened.events.filter(\.hasPage).flatMap(\.participants)),
      reporters: ReporterFinder(articles: corpus.articles, entities: corpus.entities).reporters())
    return corpus.entities.drafts.map { draft in
      Entity(
        id: draft.id, name: draft.name, kind: draft.kind, aliases: draft.aliases, articles: draft.articles,
        mentionCount: draft.mentionCount, promotion: rule.promotion(of: draft))
    }
  }
}
