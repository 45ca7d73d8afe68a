import DossierModel
import DossierSource

/// A fingerprint for everything that rows of pages are made from: articles, names, events, quotations, figures.
///
/// Each is of what the corpus says of it, and of all that this is taken from; none holds an index, since an article
/// more moves them all.
struct RowFingerprints: Sendable {
  /// Per entity: how it is named and where its page is.
  let names: [Fingerprint]
  /// Per entity: what a row of a list says of it.
  let entities: [Fingerprint]
  /// Per article: its source, and what the corpus told of it.
  let articles: [Fingerprint]
  let events: [Fingerprint]
  /// Per quote family, what each article that prints it says of the whole: how many do, whether they differ.
  let families: [Fingerprint]
  /// Per quote family, what a row elsewhere than in the index shows.
  let quotes: [Fingerprint]
  /// The same of groups of figures.
  let groups: [Fingerprint]
  let figures: [Fingerprint]
  let copies: [Fingerprint]
  /// Per article, its events, quotations, figures and copies, with all that other articles have of the same.
  let findings: [Fingerprint]

  init(of plan: SitePlan) {
    let dossier = plan.dossier
    let names = dossier.entities.indices.map { Self.name($0, in: plan) }
    let own = dossier.articles.indices.map { Self.article($0, names, in: plan) }
    // What dates an article may stand in others.
    let articles = dossier.articles.indices.map { Self.dated($0, own, in: plan) }
    self.names = names
    self.articles = articles
    entities = dossier.entities.indices.map { Self.row(ofEntity: $0, names, in: plan) }
    let events = dossier.events.indices.map { Self.event($0, names, articles, in: plan) }
    self.events = events
    let families = dossier.quoteFamilies.indices.map { Self.family($0, names, in: plan) }
    self.families = families
    quotes = dossier.quoteFamilies.indices.map { Self.quote($0, families, articles, in: plan) }
    let groups = dossier.figureGroups.indices.map { Self.group($0, in: plan) }
    self.groups = groups
    figures = dossier.figureGroups.indices.map { Self.figure($0, groups, articles, in: plan) }
    let copies = dossier.sharedCopies.indices.map { Self.copy($0, articles, in: plan) }
    self.copies = copies
    // The variant that the others of its family are compared with.
    let firsts = dossier.quoteFamilies.map { Self.variants($0.variants.prefix(1), articles, in: plan) }
    findings = dossier.articles.indices.map { index in
      Self.findings(of: index, in: plan) { builder, row in
        switch row {
        case .event(let event): builder.add(events[event])
        case .family(let family):
          builder.add(families[family])
          builder.add(firsts[family])
        case .group(let group): builder.add(groups[group])
        case .copy(let copy): builder.add(copies[copy])
        }
      }
    }
  }

  private static func name(_ index: Int, in plan: SitePlan) -> Fingerprint {
    let entity = plan.dossier.entities[index]
    var builder = FingerprintBuilder()
    builder.add(entity.id.string)
    builder.add(entity.name)
    builder.add(entity.kind.rawValue)
    builder.add(plan.entityReferences[index])
    return builder.fingerprint
  }

  private static func row(ofEntity index: Int, _ names: [Fingerprint], in plan: SitePlan) -> Fingerprint {
    let entity = plan.dossier.entities[index]
    var builder = FingerprintBuilder()
    builder.add(names[index])
    builder.add(entity.articles.count)
    builder.add(plan.originsOfEntity[index])
    builder.add((plan.typos[entity.id] ?? []).sorted()) { $0.add($1) }
    return builder.fingerprint
  }

  private static func article(_ index: Int, _ names: [Fingerprint], in plan: SitePlan) -> Fingerprint {
    let linked = plan.dossier.articles[index]
    let reference = plan.references[index]
    var builder = FingerprintBuilder()
    builder.add(linked.id.string)
    builder.add(linked.article.source.string)
    builder.add(linked.article.fingerprint)
    // Other articles may spell the outlet's name.
    builder.add(linked.article.metadata.outlet)
    builder.add(linked.article.metadata.relays) { $0.add($1) }
    builder.add(reference.entities) { builder, entity in
      builder.add(entity != nil)
      if let entity { builder.add(names[entity]) }
    }
    builder.add(linked.mentionLinks) { $0.add($1.ground.rawValue) }
    builder.add(linked.times) { builder, time in
      builder.add(time.timex)
      builder.add(time.edtf?.description)
      builder.add(time.basis.rawValue)
      builder.add(time.rule.name)
    }
    // Of an article that no language's rules have read, others tell what is a name.
    if linked.language == nil {
      builder.add(linked.annotated.mentions) { builder, mention in
        builder.add(mention.range)
        builder.add(mention.kind.rawValue)
      }
    }
    let origin = plan.originLine(of: index)
    builder.add(origin?.name)
    builder.add(origin?.ground.rawValue)
    return builder.fingerprint
  }

  private static func dated(_ index: Int, _ own: [Fingerprint], in plan: SitePlan) -> Fingerprint {
    let linked = plan.dossier.articles[index]
    var builder = FingerprintBuilder()
    builder.add(own[index])
    for claim in [linked.published, linked.updated, linked.retrieved] {
      builder.add(claim, own, in: plan) { $0.add($1.description) }
    }
    return builder.fingerprint
  }

  private static func event(
    _ index: Int, _ names: [Fingerprint], _ articles: [Fingerprint], in plan: SitePlan
  ) -> Fingerprint {
    let event = plan.dossier.events[index]
    let name = { (id: EntityID) in plan.concordance.entityIndex[id].map { names[$0] } }
    var builder = FingerprintBuilder()
    builder.add(event.id.string)
    builder.add(plan.eventReferences[index])
    builder.add(event.titleSource, articles, in: plan)
    builder.add(event.when, articles, in: plan) { $0.add($1.description) }
    builder.add(event.status.rawValue)
    builder.add(event.place, articles, in: plan) { builder, place in
      builder.add(place.string)
      if let name = name(place) { builder.add(name) }
    }
    builder.add(event.participants) { builder, id in
      builder.add(id.string)
      if let name = name(id) { builder.add(name) }
    }
    builder.add(event.coverage) { builder, coverage in
      if let article = plan.concordance.articleIndex[coverage.article] { builder.add(articles[article]) }
      builder.add(coverage.role.rawValue)
      builder.add(coverage.sentences) { $0.add($1) }
    }
    builder.add(event.signals) { $0.add($1.name) }
    builder.add(plan.reachOfEvent[index])
    return builder.fingerprint
  }

  private static func family(_ index: Int, _ names: [Fingerprint], in plan: SitePlan) -> Fingerprint {
    let family = plan.dossier.quoteFamilies[index]
    let speaker = family.speaker.flatMap { plan.concordance.entityIndex[$0] }
    var builder = FingerprintBuilder()
    builder.add(family.id)
    builder.add(family.speaker?.string)
    if let speaker { builder.add(names[speaker]) }
    builder.add(family.speakerText)
    builder.add(family.event?.string)
    builder.add(family.event.flatMap { plan.reference(to: $0) })
    builder.add(family.variants) { $0.add($1.difference.rawValue) }
    builder.add(plan.quotePaths[index].string)
    builder.add(
      plan.origins.independence(
        of: Set(family.variants.compactMap { plan.concordance.articleIndex[$0.citation.article] })))
    return builder.fingerprint
  }

  private static func quote(
    _ index: Int, _ families: [Fingerprint], _ articles: [Fingerprint], in plan: SitePlan
  ) -> Fingerprint {
    var builder = FingerprintBuilder()
    builder.add(families[index])
    builder.add(
      plan.dossier.quoteFamilies[index].variants.prefix(SitePlan.shownElsewhere), articles, in: plan)
    return builder.fingerprint
  }

  private static func group(_ index: Int, in plan: SitePlan) -> Fingerprint {
    let group = plan.dossier.figureGroups[index]
    var builder = FingerprintBuilder()
    builder.add(group.id)
    builder.add(group.what)
    builder.add(group.agreement.rawValue)
    builder.add(group.values.count)
    builder.add(plan.figurePaths[index].string)
    builder.add(plan.figuresDiffer[index])
    return builder.fingerprint
  }

  private static func figure(
    _ index: Int, _ groups: [Fingerprint], _ articles: [Fingerprint], in plan: SitePlan
  ) -> Fingerprint {
    var builder = FingerprintBuilder()
    builder.add(groups[index])
    builder.add(plan.dossier.figureGroups[index].values.prefix(SitePlan.shownElsewhere)) { builder, value in
      if let article = plan.concordance.articleIndex[value.article] { builder.add(articles[article]) }
      builder.add(value)
    }
    return builder.fingerprint
  }

  private static func variants(
    _ variants: ArraySlice<QuoteFamily.Variant>, _ articles: [Fingerprint], in plan: SitePlan
  ) -> Fingerprint {
    var builder = FingerprintBuilder()
    builder.add(variants, articles, in: plan)
    return builder.fingerprint
  }

  /// A row that an article has a part in, by its place in the dossier.
  private enum Row {
    case event(Int)
    case family(Int)
    case group(Int)
    case copy(Int)
  }

  private static func findings(
    of article: Int, in plan: SitePlan, _ add: (inout FingerprintBuilder, Row) -> Void
  ) -> Fingerprint {
    let concordance = plan.concordance
    var builder = FingerprintBuilder()
    builder.add(concordance.coverage[article]) { builder, covered in
      add(&builder, .event(covered.event))
      builder.add(covered.coverage)
    }
    builder.add(concordance.quotesOfArticle[article]) { builder, row in
      add(&builder, .family(row.group))
      builder.add(plan.dossier.quoteFamilies[row.group].variants[row.row])
    }
    builder.add(concordance.figuresOfArticle[article]) { builder, row in
      add(&builder, .group(row.group))
      builder.add(plan.dossier.figureGroups[row.group].values[row.row])
    }
    builder.add(concordance.copiesOfArticle[article]) { add(&$0, .copy($1)) }
    return builder.fingerprint
  }

  private static func copy(_ index: Int, _ articles: [Fingerprint], in plan: SitePlan) -> Fingerprint {
    let copy = plan.dossier.sharedCopies[index]
    let (first, second) = plan.concordance.articlesOfCopies[index]
    var builder = FingerprintBuilder()
    builder.add(copy.first, articles, in: plan)
    builder.add(copy.second, articles, in: plan)
    builder.add(copy.wordCount)
    builder.add(first >= 0 && second >= 0 && plan.isOneOrigin(first, second))
    return builder.fingerprint
  }
}

extension FingerprintBuilder {
  /// Variants of one family, the first of which stands beside each of the others.
  mutating func add(
    _ variants: ArraySlice<QuoteFamily.Variant>, _ articles: [Fingerprint], in plan: SitePlan
  ) {
    add(variants) { builder, variant in
      builder.add(variant.citation, articles, in: plan)
      builder.add(variant)
    }
  }

  /// A variant but for its article.
  mutating func add(_ variant: QuoteFamily.Variant) {
    add(variant.citation.range)
    add(variant.quotation)
    add(variant.difference.rawValue)
    add(variant.edits) { builder, edit in
      builder.add(edit.kind.rawValue)
      builder.add(edit.before)
      builder.add(edit.after)
    }
  }

  /// A value but for its article.
  mutating func add(_ value: FigureGroup.Value) {
    add(value.figure)
    add(value.place)
    add(value.time)
    add(value.source)
  }

  /// A stretch of an article, with all of the article.
  mutating func add(_ citation: Citation, _ articles: [Fingerprint], in plan: SitePlan) {
    if let article = plan.concordance.articleIndex[citation.article] { add(articles[article]) }
    add(citation.range)
  }

  fileprivate mutating func add<Value>(
    _ claim: Claim<Value>?, _ articles: [Fingerprint], in plan: SitePlan,
    _ add: (inout FingerprintBuilder, Value) -> Void
  ) {
    self.add(claim != nil)
    guard let claim else { return }
    add(&self, claim.value)
    self.add(claim.basis.rawValue)
    self.add(claim.rule.name)
    self.add(claim.evidence) { $0.add($1, articles, in: plan) }
    self.add(claim.printed)
    self.add(claim.decision?.number ?? -1)
  }

  mutating func add(_ independence: Independence) {
    add(independence.articles)
    add(independence.outlets)
    add(independence.origins)
  }
}
