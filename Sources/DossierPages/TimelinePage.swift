import DossierModel
import DossierSource

/// The lanes of a timeline, never mixed in one count.
package enum Lane: String, Sendable, Hashable, CaseIterable {
  /// Some article has it as its subject.
  case reported
  /// Articles mention it as background.
  case mentioned
  /// Announced for the future in the text.
  case planned
}

/// What happened, and is planned, in order of time: of the whole dossier, or of one entity.
package struct TimelinePage: Sendable {
  package let path: PagePath
  /// Whose timeline it is; nil for the dossier's.
  package let entity: Reference?
  package let shelving: Shelving
  package let years: [YearGroup<EventRow>]
  /// Of all events of the timeline, also those on other parts.
  package let counts: [Lane: Int]
  /// How many events of the timeline are known to the day: what a calendar can hold.
  package let exactCount: Int
  /// Of the events of this part, or of all on the overview of the parts.
  package let strip: TimelineStrip?
}

/// The list of the events that have pages.
package struct EventIndexPage: Sendable {
  package let path: PagePath
  package let shelving: Shelving
  package let years: [YearGroup<EventRow>]
  package let total: Int
}

extension EventRow {
  package var lane: Lane {
    guard status == .happened else { return .planned }
    return isReported ? .reported : .mentioned
  }
}

extension SitePlan {
  func timelinePage(at path: PagePath, _ shelf: Shelf?) -> TimelinePage {
    timeline(at: path, of: nil, lists.timeline, shelf, shelving(of: .timeline, shelf))
  }

  func timelinePage(at path: PagePath, _ entity: Int, _ shelf: Shelf) -> TimelinePage {
    let reference = entityReferences[entity]
    let owner = reference.path ?? .home
    let shelving = Shelving(of: timelineShelves(of: entity), at: shelf, overview: owner) {
      owner.part("timeline", $0)
    }
    return timeline(at: path, of: reference, concordance.eventsOfEntity[entity], shelf, shelving)
  }

  private func timeline(
    at path: PagePath, of entity: Reference?, _ events: [Int], _ shelf: Shelf?, _ shelving: Shelving
  ) -> TimelinePage {
    var counts: [Lane: Int] = [:]
    for index in events { counts[lane(of: dossier.events[index]), default: 0] += 1 }
    let drawn = shelf.map { events[$0.rows.clamped(to: events.indices)] } ?? events[...]
    return TimelinePage(
      path: path, entity: entity, shelving: shelving, years: years(of: events, on: shelf), counts: counts,
      exactCount: events.count { dossier.events[$0].when?.value.day != nil }, strip: strip(of: drawn))
  }

  func strip(of events: ArraySlice<Int>) -> TimelineStrip? {
    TimelineStrip(of: events.map { (dossier.events[$0].when?.value, lane(of: dossier.events[$0])) })
  }

  func eventIndexPage(at path: PagePath, _ shelf: Shelf?) -> EventIndexPage {
    EventIndexPage(
      path: path, shelving: shelving(of: .events, shelf), years: years(of: lists.events, on: shelf),
      total: lists.events.count)
  }

  package func lane(of event: Event) -> Lane {
    guard event.status == .happened else { return .planned }
    return event.isReported ? .reported : .mentioned
  }

  private func years(of events: [Int], on shelf: Shelf?) -> [YearGroup<EventRow>] {
    guard let shelf else { return [] }
    let rows = events[shelf.rows.clamped(to: events.indices)].map { row(ofEvent: $0) }
    return YearGroup.groups(of: rows) { TimelinePlace($0.when?.value) }
  }
}
