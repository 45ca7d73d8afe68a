import DossierModel

/// How the long lists of an entity are split over pages.
///
/// Drawn up once for an entity: each of its parts needs it, and there may be hundreds.
struct EntityShelves: Sendable {
  let mentions: [Shelf]
  let timeline: [Shelf]
  let timelineCounts: TimelineCounts
  /// Where the mentions of each article begin among the entity's occurrences, and where the last ends.
  private let bounds: [Int]

  /// Of an entity without a page, which has no lists.
  static let none = EntityShelves(mentions: [], timeline: [], timelineCounts: TimelineCounts(), bounds: [0])

  private init(mentions: [Shelf], timeline: [Shelf], timelineCounts: TimelineCounts, bounds: [Int]) {
    self.mentions = mentions
    self.timeline = timeline
    self.timelineCounts = timelineCounts
    self.bounds = bounds
  }

  init(of entity: Int, in plan: SitePlan) {
    let occurrences = plan.concordance.occurrences[entity]
    let starts = occurrences.indices.filter {
      $0 == 0 || occurrences[$0].article != occurrences[$0 - 1].article
    }
    let events = plan.concordance.eventsOfEntity[entity]
    self.init(
      mentions: Shelf.byDate(
        starts.map { TimelinePlace(plan.references[occurrences[$0].article].published) },
        limit: plan.shortLimit),
      timeline: Shelf.byDate(
        events.map { TimelinePlace(plan.dossier.events[$0].when?.value) }, limit: plan.shortLimit),
      timelineCounts: TimelineCounts(of: events, in: plan.dossier), bounds: starts + [occurrences.count])
  }

  /// The places of the articles that mention the entity, in the order of their list.
  var articles: Range<Int> { 0..<(bounds.count - 1) }

  /// The occurrences of one of them.
  func occurrences(ofArticle place: Int) -> Range<Int> { bounds[place]..<bounds[place + 1] }
}

extension SitePlan {
  /// Where a part stands among those of the list of an entity's mentions.
  func shelving(ofMentionsOf entity: Int, _ shelf: Shelf) -> Shelving {
    shelving(entityShelves[entity].mentions, of: entity, "mentions", shelf)
  }

  /// Where a part stands among those of an entity's timeline.
  func shelving(ofTimelineOf entity: Int, _ shelf: Shelf) -> Shelving {
    shelving(entityShelves[entity].timeline, of: entity, "timeline", shelf)
  }

  private func shelving(_ shelves: [Shelf], of entity: Int, _ list: String, _ shelf: Shelf) -> Shelving {
    let owner = entityReferences[entity].path ?? .home
    return Shelving(of: shelves, at: shelf, overview: owner) { owner.part(list, $0) }
  }
}
