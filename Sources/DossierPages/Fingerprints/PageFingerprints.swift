import DossierModel
import DossierSource

/// Of each page, one fingerprint of all that it could show: where it is that of an earlier build, so is the page.
///
/// What a page is made of is read generously, as a page too many costs little and a stale one is a lie: a page that
/// cites a sentence depends on the whole article, and one that names an event on all that tells of it. Pages about
/// the whole corpus have no fingerprint, and are made each time.
package struct PageFingerprints: Sendable {
  let plan: SitePlan
  let site: Fingerprint
  let rows: RowFingerprints

  /// Of a plan's pages; `site` is of whatever else they show or are made by: the theme, the notes, the options.
  ///
  /// An article is known by the bytes that it was read from: a plan whose texts were shortened needs another `site`.
  package init(of plan: SitePlan, site: Fingerprint) {
    self.plan = plan
    rows = RowFingerprints(of: plan)
    var builder = FingerprintBuilder()
    builder.add(site)
    builder.add(plan.dossier.record, in: plan)
    self.site = builder.fingerprint
  }

  /// Nil for a page that is about the whole corpus.
  package func fingerprint(of page: PlannedPage) -> Fingerprint? {
    var builder = FingerprintBuilder()
    builder.add(site)
    builder.add(page.path.string)
    switch page.subject {
    case .article(let index): addArticle(index, to: &builder)
    case .event(let index): addEvent(index, to: &builder)
    case .comparison(let index): addComparison(index, to: &builder)
    case .actor(let index), .place(let index): addEntity(index, to: &builder)
    case .mentions(let entity, let shelf): addMentions(of: entity, on: shelf, to: &builder)
    case .entityTimeline(let entity, let shelf): addTimeline(of: entity, on: shelf, to: &builder)
    case .timeline(let shelf): addTimeline(shelf, to: &builder)
    case .articles(let shelf):
      builder.add(plan.dossier.articles.count)
      builder.add(plan.shelving(of: .articles, shelf))
      builder.add(plan.lists.articles[shelf.rows.clamped(to: plan.lists.articles.indices)]) {
        $0.add(rows.articles[$1])
      }
    case .events(let shelf):
      builder.add(plan.lists.events.count)
      builder.add(plan.shelving(of: .events, shelf))
      builder.add(plan.lists.events[shelf.rows.clamped(to: plan.lists.events.indices)]) {
        $0.add(rows.events[$1])
      }
    case .quotes(let shelf): addQuotations(shelf, to: &builder)
    case .home, .outlets, .methods, .notFound, .terms, .review, .corrections, .build, .actorMap, .actors,
      .places, .fragments, .figures, .headlines, .outlet, .term, .quoteView, .overview:
      return nil
    }
    return builder.fingerprint
  }

  private func addArticle(_ index: Int, to builder: inout FingerprintBuilder) {
    builder.add(rows.articles[index])
    // How they are named is part of the row; how often others name them is on their own pages only.
    if !plan.typos.isEmpty {
      let entities = Set(plan.references[index].entities.compactMap(\.self)).sorted()
      builder.add(entities) { builder, entity in
        builder.add((plan.typos[plan.dossier.entities[entity].id] ?? []).sorted()) { $0.add($1) }
      }
    }
    builder.add(rows.findings[index])
  }

  private func addEvent(_ index: Int, to builder: inout FingerprintBuilder) {
    builder.add(rows.events[index])
    builder.add(plan.concordance.quotesOfEvent[index]) { $0.add(rows.quotes[$1]) }
    builder.add(plan.concordance.accounts[index]) { builder, account in
      builder.add(plan.concordance.figuresOfArticle[account.article]) { $0.add(rows.figures[$1.group]) }
    }
    let neighbours = plan.neighbours(of: index)
    builder.add([neighbours.before, neighbours.after]) { builder, event in
      builder.add(event != nil)
      if let event { builder.add(rows.events[event]) }
    }
  }

  private func addComparison(_ index: Int, to builder: inout FingerprintBuilder) {
    builder.add(rows.events[index])
    builder.add(plan.concordance.accounts[index]) { builder, account in
      builder.add(rows.findings[account.article])
      builder.add(plan.terms.usesOfArticle[account.article]) { builder, use in
        let term = plan.dossier.termUses[use].term
        builder.add(plan.dossier.terms[term].name)
        builder.add(plan.terms.paths[term]?.string)
      }
    }
  }

  private func addEntity(_ index: Int, to builder: inout FingerprintBuilder) {
    let entity = plan.dossier.entities[index]
    builder.add(rows.entities[index])
    builder.add(entity.mentionCount)
    builder.add(entity.promotion.rawValue)
    builder.add(plan.independence(ofEntity: index))
    builder.add(entity.aliases) { builder, alias in
      builder.add(alias.text)
      builder.add(alias.kind.rawValue)
      builder.add(alias.count)
      builder.add(alias.outlets) { $0.add($1) }
      builder.add(alias.outletCounts) { $0.add($1) }
      builder.add(alias.first, rows.articles, in: plan)
      builder.add(plan.metonyms[alias.text] ?? []) { $0.add(rows.names[$1]) }
    }
    builder.add(plan.metonyms[entity.name] ?? []) { $0.add(rows.names[$1]) }
    addMentions(of: index, in: plan.entityShelves[index].articles, to: &builder)
    builder.add(plan.concordance.eventsOfEntity[index]) { $0.add(rows.events[$1]) }
    builder.add(plan.concordance.quotesBySpeaker[index]) { $0.add(rows.quotes[$1]) }
    for namings in [plan.speech.named[index], plan.speech.naming[index]] {
      builder.add(namings) { builder, naming in
        builder.add(rows.names[naming.other])
        builder.add(rows.quotes[naming.family])
        builder.add(naming.mention)
      }
    }
  }

  /// Some of the articles that mention an entity; who else they mention is part of each.
  private func addMentions(of entity: Int, in places: Range<Int>, to builder: inout FingerprintBuilder) {
    let occurrences = plan.concordance.occurrences[entity]
    builder.add(places) { builder, place in
      let first = plan.entityShelves[entity].occurrences(ofArticle: place).lowerBound
      builder.add(rows.articles[occurrences[first].article])
    }
  }
}

/// Parts of long lists.
extension PageFingerprints {
  private func addMentions(of entity: Int, on shelf: Shelf, to builder: inout FingerprintBuilder) {
    builder.add(rows.names[entity])
    builder.add(plan.shelving(ofMentionsOf: entity, shelf))
    addMentions(of: entity, in: shelf.rows.clamped(to: plan.entityShelves[entity].articles), to: &builder)
  }

  private func addTimeline(of entity: Int, on shelf: Shelf, to builder: inout FingerprintBuilder) {
    let events = plan.concordance.eventsOfEntity[entity]
    builder.add(rows.names[entity])
    builder.add(plan.shelving(ofTimelineOf: entity, shelf))
    builder.add(plan.entityShelves[entity].timelineCounts)
    builder.add(events[shelf.rows.clamped(to: events.indices)]) { $0.add(rows.events[$1]) }
  }

  private func addTimeline(_ shelf: Shelf, to builder: inout FingerprintBuilder) {
    let events = plan.lists.timeline
    builder.add(plan.shelving(of: .timeline, shelf))
    builder.add(events[shelf.rows.clamped(to: events.indices)]) { $0.add(rows.events[$1]) }
    builder.add(plan.publications(on: shelf)) { $0.add(rows.articles[$1]) }
    builder.add(plan.timelineCounts)
  }

  private func addQuotations(_ shelf: Shelf, to builder: inout FingerprintBuilder) {
    let quotes = plan.lists.quotes
    builder.add(quotes.count)
    builder.add(plan.lists.fragments.count)
    builder.add(plan.shelving(of: .quotes, shelf))
    builder.add(quotes[shelf.rows.clamped(to: quotes.indices)]) { builder, family in
      builder.add(rows.families[family])
      builder.add(
        plan.dossier.quoteFamilies[family].variants.prefix(SitePlan.shownVariants), rows.articles, in: plan)
    }
  }
}

extension FingerprintBuilder {
  /// What the editor's lines came to: where it changes, any page may.
  fileprivate mutating func add(_ record: DecisionRecord, in plan: SitePlan) {
    guard !record.decisions.isEmpty else { return }
    add(record.decisions) { $0.add($1.line) }
    add(record.told ?? []) { $0.add($1) }
    add(record.ofArticles, by: \.string)
    add(record.ofEntities, by: \.string)
    add(record.ofEvents, by: \.string)
    add(record.ofQuotes, by: \.self)
    add(record.ofFigures, by: \.self)
    add(record.titledEvents.mapValues { [$0] }, by: \.string)
    add(record.restrictions) { $0.add($1.decision.number) }
    add(record.successions) { builder, row in
      builder.add(row.decision.number)
      builder.add([row.from, row.to]) { $0.add(plan.reference(to: $1)) }
    }
    add(record.eventLinks) { builder, row in
      builder.add(row.decision.number)
      builder.add([row.from, row.to]) { $0.add(plan.reference(to: $1)) }
    }
  }

  private mutating func add<Key>(_ decisions: [Key: [DecisionID]], by name: (Key) -> String) {
    let sorted = decisions.map { (name($0), $1) }.sorted { $0.0 < $1.0 }
    add(sorted) { builder, row in
      builder.add(row.0)
      builder.add(row.1) { $0.add($1.number) }
    }
  }

  fileprivate mutating func add(_ counts: TimelineCounts) {
    add(Lane.allCases) { $0.add(counts.lanes[$1] ?? -1) }
    add(counts.exact)
  }

  /// Where a part of a list stands; its own name is part of its path.
  fileprivate mutating func add(_ shelving: Shelving) {
    add([shelving.previous, shelving.next] + shelving.parts.map(Optional.init)) { builder, link in
      builder.add(link?.path.string)
      builder.add(link?.rows ?? 0)
    }
    add(shelving.overview?.string)
  }

  mutating func add(_ reference: Reference?) {
    add(reference?.text)
    add(reference?.path?.string)
  }
}
