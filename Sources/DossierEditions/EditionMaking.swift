import DossierModel
import DossierSource

/// Makes the dossier of an edition: every id, text and citation as it goes out.
struct EditionMaking {
  private let old: Dossier
  private let editions: [ArticleEdition]
  private let redaction: Redaction?
  private let profile: Profile
  private let places: [ArticleID: Int]
  private let articleIDs: [ArticleID: ArticleID]
  private let entityIDs: [EntityID: EntityID]
  private let eventIDs: [EventID: EventID]
  /// Who is left out, by the editor's wish.
  private let hidden: Set<EntityID>

  init(_ dossier: Dossier, editions: [ArticleEdition], redaction: Redaction?, profile: Profile) {
    old = dossier
    self.editions = editions
    self.redaction = redaction
    self.profile = profile
    places = Dictionary(
      dossier.articles.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    articleIDs = Self.renamed(dossier.articles.map(\.id.string), redaction).reduce(into: [:]) {
      $0[ArticleID($1.key)] = ArticleID($1.value)
    }
    eventIDs = Self.eventIDs(dossier, editions, places, redaction)
    entityIDs = Self.renamed(dossier.entities.map(\.id.string), redaction).reduce(into: [:]) {
      $0[EntityID($1.key)] = EntityID($1.value)
    }
    hidden = profile == .private ? [] : Self.hidden(dossier.record)
  }

  /// Ids that tell a redacted name, with those that take their place.
  private static func renamed(_ ids: [String], _ redaction: Redaction?) -> [String: String] {
    guard let redaction else { return [:] }
    var taken = Set(ids)
    var renamed: [String: String] = [:]
    for id in ids {
      let plain = redaction.identifier(id)
      guard plain != id else { continue }
      var new = plain
      var number = 2
      while !taken.insert(new).inserted {
        new = "\(plain)-\(number)"
        number += 1
      }
      renamed[id] = new
    }
    return renamed
  }

  /// An event's id is made of its title's words: where these are not shown, it is a number.
  private static func eventIDs(
    _ dossier: Dossier, _ editions: [ArticleEdition], _ places: [ArticleID: Int], _ redaction: Redaction?
  ) -> [EventID: EventID] {
    var ids: [EventID: EventID] = [:]
    for (old, new) in renamed(dossier.events.map(\.id.string), redaction) { ids[EventID(old)] = EventID(new) }
    for event in dossier.events where dossier.record.titledEvents[event.id] == nil {
      let source = event.titleSource
      guard let place = places[source.article], !editions[place].revision.shows(source.range) else {
        continue
      }
      ids[event.id] = EventID("event-\(Fingerprint(of: event.id.string).description.prefix(12))")
    }
    return ids
  }

  private static func hidden(_ record: DecisionRecord) -> Set<EntityID> {
    var found: Set<EntityID> = []
    for (entity, decisions) in record.ofEntities
    where decisions.contains(where: { record.decision($0)?.verb == .hide }) {
      found.insert(entity)
    }
    return found
  }

  var dossier: Dossier {
    Dossier(
      articles: old.articles.indices.map(article), entities: entities, events: old.events.map(event),
      quoteFamilies: old.quoteFamilies.compactMap(family),
      figureGroups: old.figureGroups.compactMap(group),
      sharedCopies: old.sharedCopies.map {
        SharedCopy(first: citation($0.first), second: citation($0.second), wordCount: $0.wordCount)
      },
      origins: old.origins.map {
        Origin(number: $0.number, name: $0.name.map(text), ground: $0.ground)
      },
      terms: old.terms, termUses: old.termUses.compactMap(use), record: record)
  }

  private func text(_ text: String) -> String { redaction?.text(text) ?? text }
  private func id(_ id: ArticleID) -> ArticleID { articleIDs[id] ?? id }
  private func id(_ id: EventID) -> EventID { eventIDs[id] ?? id }
  private func id(_ id: EntityID) -> EntityID { entityIDs[id] ?? id }
  private func shown(_ entity: EntityID?) -> EntityID? {
    entity.flatMap { hidden.contains($0) ? nil : id($0) }
  }

  private func citation(_ citation: Citation) -> Citation {
    guard let place = places[citation.article] else { return citation }
    return Citation(article: id(citation.article), range: editions[place].revision.range(citation.range))
  }

  private func shows(_ citation: Citation) -> Bool {
    places[citation.article].map { editions[$0].revision.shows(citation.range) } ?? true
  }

  /// Longer lines of a page than a date and a place are text of the article.
  private static let longestPrinted = 12

  private func printed(_ line: String?) -> String? {
    guard let line, profile == .private || WordCount.words(in: line) <= Self.longestPrinted else {
      return nil
    }
    return text(line)
  }

  private func claim(_ claim: Claim<EDTF>?) -> Claim<EDTF>? {
    claim.map {
      Claim(
        $0.value, basis: $0.basis, rule: $0.rule, evidence: $0.evidence.map(citation),
        printed: printed($0.printed), decision: $0.decision)
    }
  }

  private func article(_ index: Int) -> LinkedArticle {
    let article = old.articles[index]
    let edition = editions[index]
    return LinkedArticle(
      annotated: edition.annotated(id(article.id)), published: claim(article.published),
      updated: claim(article.updated), retrieved: claim(article.retrieved),
      mentionLinks: article.mentionLinks.map { MentionLink(entity: shown($0.entity), ground: $0.ground) },
      times: edition.shownTimes.compactMap { article.times.indices.contains($0) ? article.times[$0] : nil })
  }

  private var entities: [Entity] {
    old.entities.filter { !hidden.contains($0.id) }.map { entity in
      let name = redaction?.names[entity.id]
      return Entity(
        id: id(entity.id), name: name ?? text(entity.name), kind: entity.kind,
        aliases: aliases(of: entity, redacted: name), articles: entity.articles.map(id),
        mentionCount: entity.mentionCount, promotion: entity.promotion)
    }
  }

  private func aliases(of entity: Entity, redacted name: String?) -> [Alias] {
    var made: [Alias] = []
    for alias in entity.aliases {
      let isName = alias.kind != .description && alias.kind != .metonym
      if alias.kind == .description, !shows(alias.first) { continue }
      let new = Alias(
        text: isName ? name ?? text(alias.text) : text(alias.text),
        kind: isName && name != nil ? .full : alias.kind,
        count: alias.count, outlets: alias.outlets.map(text), outletCounts: alias.outletCounts,
        first: citation(alias.first))
      // All forms of a redacted name are one.
      if name != nil, made.contains(where: { $0.text == new.text }) { continue }
      made.append(new)
    }
    return made
  }

  private func event(_ event: Event) -> Event {
    let place = event.place.flatMap { place in
      shown(place.value).map {
        Claim(
          $0, basis: place.basis, rule: place.rule, evidence: place.evidence.map(citation),
          printed: printed(place.printed), decision: place.decision)
      }
    }
    let isOwnTitle = old.record.titledEvents[event.id] != nil || shows(event.titleSource)
    return Event(
      id: id(event.id), title: text(isOwnTitle ? event.title : plainTitle(of: event)),
      titleSource: citation(event.titleSource), when: claim(event.when), status: event.status, place: place,
      participants: event.participants.compactMap { shown($0) },
      coverage: event.coverage.map {
        Coverage(article: id($0.article), role: $0.role, sentences: $0.sentences)
      }, signals: event.signals, hasPage: event.hasPage)
  }

  /// An event by the names of those who take part, where its title is text that is not shown.
  private func plainTitle(of event: Event) -> String {
    let involved = event.participants + [event.place?.value].compactMap(\.self)
    let names = involved.filter { !hidden.contains($0) }.compactMap(name)
    if !names.isEmpty { return names.prefix(4).joined(separator: ", ") }
    let article = event.coverage.first { $0.role == .reported } ?? event.coverage.first
    return article.flatMap { places[$0.article] }.map { old.articles[$0].article.metadata.title } ?? "…"
  }

  private func name(of entity: EntityID) -> String? {
    let place = old.entities.partitioningIndex { $0.id >= entity }
    guard place < old.entities.count, old.entities[place].id == entity else { return nil }
    return redaction?.names[entity] ?? old.entities[place].name
  }
}

/// What stands side by side: only what is shown can be compared.
extension EditionMaking {
  private func family(_ family: QuoteFamily) -> QuoteFamily? {
    let shown = family.variants.filter { shows($0.citation) }
    guard let first = shown.first else { return nil }
    let isCompared = first == family.variants.first
    let variants = (isCompared ? shown : [first]).map { variant in
      QuoteFamily.Variant(
        citation: citation(variant.citation), quotation: variant.quotation,
        difference: isCompared ? variant.difference : .identical,
        edits: isCompared ? variant.edits.map { edit($0, of: variant, against: first) } : [])
    }
    return QuoteFamily(
      id: family.id, speaker: self.shown(family.speaker),
      speakerText: isCompared ? text(family.speakerText) : "", event: family.event.map { id($0) },
      variants: variants)
  }

  private func edit(
    _ edit: QuoteFamily.Edit, of variant: QuoteFamily.Variant, against first: QuoteFamily.Variant
  ) -> QuoteFamily.Edit {
    QuoteFamily.Edit(
      kind: edit.kind,
      before: citation(Citation(article: first.citation.article, range: edit.before)).range,
      after: citation(Citation(article: variant.citation.article, range: edit.after)).range)
  }

  private func group(_ group: FigureGroup) -> FigureGroup? {
    let values = group.values.compactMap { value -> FigureGroup.Value? in
      guard let place = places[value.article] else { return nil }
      let figures = old.articles[place].annotated.figures
      guard figures.indices.contains(value.figure) else { return nil }
      let figure = figures[value.figure]
      let revision = editions[place].revision
      guard revision.shows(figure.range), figure.counted.map(revision.shows) ?? true else { return nil }
      func part(_ range: TextRange?) -> TextRange? {
        range.flatMap { revision.shows($0) ? revision.range($0) : nil }
      }
      return FigureGroup.Value(
        article: id(value.article), figure: value.figure, place: part(value.place), time: part(value.time),
        source: part(value.source))
    }
    guard !values.isEmpty else { return nil }
    return FigureGroup(
      id: redaction?.identifier(group.id) ?? group.id, what: text(group.what), agreement: group.agreement,
      values: values)
  }

  private func use(_ use: TermUse) -> TermUse? {
    guard editions.indices.contains(use.article) else { return nil }
    let edition = editions[use.article]
    switch use.place {
    case .body(let range, let sentence):
      guard edition.revision.shows(range) else { return nil }
      return TermUse(
        term: use.term, article: use.article,
        place: .body(edition.revision.range(range), sentence: sentence), isQuoted: use.isQuoted)
    case .headline: return redaction == nil ? use : nil
    case .deck: return redaction == nil && !edition.isCut ? use : nil
    }
  }
}

/// The editor's lines.
extension EditionMaking {
  /// The lines as readers may see them: of one that is public, its verb, its day and its reason.
  ///
  /// Outside of the house nobody reads a line itself: it tells names, files, and words of the articles.
  private var record: DecisionRecord {
    var record = old.record
    record.decisions = record.decisions.map { profile == .private ? redacted($0) : published($0) }
    record.told = old.record.decisions.map(told)
    if profile != .private {
      record.stale = []
      record.conflicts = []
    }
    record.restrictions = []
    record.apart = []
    record.ofArticles = renamed(record.ofArticles) { id($0) }
    record.ofEvents = renamed(record.ofEvents) { id($0) }
    record.ofEntities = renamed(record.ofEntities) { id($0) }
    for entity in hidden { record.ofEntities[entity] = nil }
    record.titledEvents = renamed(record.titledEvents) { id($0) }
    record.successions = record.successions.compactMap { succession in
      guard let from = shown(succession.from), let to = shown(succession.to) else { return nil }
      return DecisionRecord.Succession(from: from, to: to, decision: succession.decision)
    }
    record.eventLinks = record.eventLinks.map {
      DecisionRecord.EventLink(from: id($0.from), to: id($0.to), relation: $0.relation, decision: $0.decision)
    }
    return record
  }

  private func renamed<ID: Hashable, Value>(_ values: [ID: Value], _ id: (ID) -> ID) -> [ID: Value] {
    Dictionary(values.map { (id($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// Outside of the house only the verb is told of a line that names who is kept back, or quotes an article.
  private func told(_ decision: Decision) -> String {
    let line = redaction.map { $0.identifier($0.text(decision.action.written)) } ?? decision.action.written
    guard profile != .private else { return line }
    switch decision.verb {
    case .published, .updated, .copied, .eventDate, .outlet, .relay, .title, .same, .notSame, .successor,
      .page,
      .pin, .include, .exclude, .merge, .link:
      return line
    case .notDate, .join, .notice, .split, .means, .hide, .speaker, .notSpeech, .sameQuote, .notSameQuote,
      .figureKey,
      .excerpt, .withhold, .redact:
      return decision.verb.rawValue
    }
  }

  private func redacted(_ decision: Decision) -> Decision {
    guard let redaction else { return decision }
    return Decision(
      id: decision.id, action: decision.action, signature: decision.signature, location: decision.location,
      line: redaction.identifier(redaction.text(decision.line)))
  }

  private func published(_ decision: Decision) -> Decision {
    var signature = Decision.Signature()
    signature.isPublic = decision.signature.isPublic
    if decision.signature.isPublic {
      signature.on = decision.signature.on
      signature.why = decision.signature.why.map(text)
    }
    return Decision(
      id: decision.id, action: decision.action, signature: signature, location: SourceLocation(path: ""),
      line: decision.verb.rawValue)
  }
}
