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
  /// No event: an article, on the day on which it was published.
  case published

  /// The lanes that events stand in.
  package static let ofEvents: [Lane] = [.reported, .mentioned, .planned]
}

/// A row of a timeline.
package enum TimelineRow: Sendable {
  case event(EventRow, EventKeys)
  case publication(ArticleReference)
}

/// What a reader may filter an event by beyond what its row shows, as a row names only the first of many.
package struct EventKeys: Sendable, Hashable {
  package let participants: [String]
  package let outlets: [String]
  /// Titles that the row shows in place of outlets which are not known.
  package let titles: [String]
}

/// What happened, and is planned, in order of time: of the whole dossier, or of one entity.
package struct TimelinePage: Sendable {
  package let path: PagePath
  /// Whose timeline it is; nil for the dossier's.
  package let entity: Reference?
  package let shelving: Shelving
  package let years: [YearGroup<TimelineRow>]
  /// Of all rows of the timeline, also those on other parts.
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

/// What a timeline holds, on all its parts.
struct TimelineCounts: Sendable {
  private(set) var lanes: [Lane: Int] = [:]
  /// How many events are known to the day.
  private(set) var exact = 0

  init() {}

  init(of events: [Int], publications: Int = 0, in dossier: Dossier) {
    for index in events {
      lanes[Lane(of: dossier.events[index]), default: 0] += 1
      if dossier.events[index].when?.value.day != nil { exact += 1 }
    }
    if publications > 0 { lanes[.published] = publications }
  }
}

extension Lane {
  init(of event: Event) {
    self = event.status != .happened ? .planned : event.isReported ? .reported : .mentioned
  }
}

extension SitePlan {
  func timelinePage(at path: PagePath, _ shelf: Shelf?) -> TimelinePage {
    timeline(
      at: path, of: nil, lists.timeline, shelf, publications: publications(on: shelf),
      shelving(of: .timeline, shelf), timelineCounts)
  }

  func timelinePage(at path: PagePath, _ entity: Int, _ shelf: Shelf) -> TimelinePage {
    timeline(
      at: path, of: entityReferences[entity], concordance.eventsOfEntity[entity], shelf, publications: [],
      shelving(ofTimelineOf: entity, shelf), entityShelves[entity].timelineCounts)
  }

  private func timeline(
    at path: PagePath, of entity: Reference?, _ events: [Int], _ shelf: Shelf?,
    publications: ArraySlice<Int>, _ shelving: Shelving, _ counts: TimelineCounts
  ) -> TimelinePage {
    let shown = shelf.map { events[$0.rows.clamped(to: events.indices)] } ?? events[...]
    let rows = rows(of: shown, and: publications)
    let strip = TimelineStrip(
      of: rows.map { row in
        switch row {
        case .event(let index): (dossier.events[index].when?.value, lane(of: dossier.events[index]))
        case .publication(let index): (references[index].published, .published)
        }
      }, isListed: shelf != nil)
    return TimelinePage(
      path: path, entity: entity, shelving: shelving, years: shelf == nil ? [] : years(of: rows),
      counts: counts.lanes, exactCount: counts.exact, strip: strip)
  }

  /// Indexes of events and of articles, which stand together by date.
  private enum RowIndex {
    case event(Int)
    case publication(Int)
  }

  /// Events and publications in one order of time; of one day the events first.
  private func rows(of events: ArraySlice<Int>, and articles: ArraySlice<Int>) -> [RowIndex] {
    var rows: [RowIndex] = []
    rows.reserveCapacity(events.count + articles.count)
    var articles = articles
    for event in events {
      let place = TimelinePlace(dossier.events[event].when?.value)
      while let article = articles.first, TimelinePlace(references[article].published) < place {
        rows.append(.publication(article))
        articles.removeFirst()
      }
      rows.append(.event(event))
    }
    return rows + articles.map { .publication($0) }
  }

  /// The articles that were published in the time of a part of the timeline; all of them where there are no parts.
  func publications(on shelf: Shelf?) -> ArraySlice<Int> {
    let articles = concordance.articlesByDate
    guard let shelf, let start = start(of: shelf), shelf.rows.count < lists.timeline.count else {
      return articles[...]
    }
    let next = shelving(of: .timeline, shelf).next.flatMap { next in
      self.start(
        of: Shelf(name: next.name, part: next.part, rows: shelf.rows.upperBound..<shelf.rows.upperBound + 1))
    }
    let first = shelf.rows.lowerBound == 0 ? 0 : articles.partitioningIndex { references[$0].place >= start }
    let end = next.map { next in articles.partitioningIndex { references[$0].place >= next } }
    return articles[first..<max(first, end ?? articles.count)]
  }

  /// From when on a part of the timeline reaches; nil where it has no events.
  private func start(of shelf: Shelf) -> TimelinePlace? {
    guard lists.timeline.indices.contains(shelf.rows.lowerBound) else { return nil }
    let first = TimelinePlace(dossier.events[lists.timeline[shelf.rows.lowerBound]].when?.value)
    if let part = shelf.part, part > 1 { return first }
    return switch shelf.name {
    case .month: TimelinePlace(year: first.year, month: first.month, day: nil)
    case .year, .years: TimelinePlace(year: first.year, month: nil, day: nil)
    case .whole, .unplaced, .otherLetters, .unnamed, .letter, .letters: first
    }
  }

  private func years(of rows: [RowIndex]) -> [YearGroup<TimelineRow>] {
    let placed = rows.map { row -> (row: TimelineRow, place: TimelinePlace) in
      switch row {
      case .event(let index):
        (
          .event(self.row(ofEvent: index), keys(ofEvent: index)),
          TimelinePlace(dossier.events[index].when?.value)
        )
      case .publication(let index): (.publication(references[index]), references[index].place)
      }
    }
    return YearGroup.groups(of: placed) { $0.place }.map { year in
      YearGroup(
        year: year.year,
        months: year.months.map { YearGroup.Month(month: $0.month, rows: $0.rows.map(\.row)) })
    }
  }

  /// A strip that is only looked at.
  func strip(of events: ArraySlice<Int>) -> TimelineStrip? {
    TimelineStrip(of: events.map { (dossier.events[$0].when?.value, lane(of: dossier.events[$0])) })
  }

  func eventIndexPage(at path: PagePath, _ shelf: Shelf?) -> EventIndexPage {
    EventIndexPage(
      path: path, shelving: shelving(of: .events, shelf), years: years(of: lists.events, on: shelf),
      total: lists.events.count)
  }

  package func lane(of event: Event) -> Lane { Lane(of: event) }

  private func years(of events: [Int], on shelf: Shelf?) -> [YearGroup<EventRow>] {
    guard let shelf else { return [] }
    let rows = events[shelf.rows.clamped(to: events.indices)].map { row(ofEvent: $0) }
    return YearGroup.groups(of: rows) { TimelinePlace($0.when?.value) }
  }
}

extension ArticleReference {
  fileprivate var place: TimelinePlace { TimelinePlace(published) }
}
