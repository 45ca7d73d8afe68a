import DossierModel
import DossierSource

/// The first page: what the dossier holds, and what is open in it.
package struct HomePage: Sendable {
  /// What a reader should know to be unsure or left open.
  package struct OpenMatters: Sendable, Hashable {
    package let undatedArticles: Int
    package let inferredDates: Int
    package let differingQuotes: Int
    package let differingFigures: Int
    package let unnamedSpeakers: Int
  }

  package let path: PagePath
  package let independence: Independence
  package let actorCount: Int
  package let placeCount: Int
  package let quoteCount: Int
  package let figureCount: Int
  package let laneCounts: [Lane: Int]
  /// The first and the last date that events have; planned ones too.
  package let span: (from: EDTF, to: EDTF)?
  /// Reported by more than one article, those of the most origins first, and of them the newest.
  package let sharedEvents: [EventRow]
  /// Reported by one article only, the newest first; shown where few are shared.
  package let otherEvents: [EventRow]
  /// What several articles tell of as background or as planned, and none as its news, ranked as the shared ones: often
  /// what a dossier is about happened before its first article.
  package let retoldEvents: [EventRow]
  /// The most mentioned.
  package let actors: [EntityRow]
  package let places: [EntityRow]
  package let actorMap: PagePath?
  package let open: OpenMatters
  /// Outlets that print a warning to their readers.
  package let notices: [Reference]
}

extension SitePlan {
  private static let shownEvents = 12
  private static let shownRetold = 6
  private static let shownNames = 16

  func homePage(at path: PagePath) -> HomePage {
    let reported = lists.events.filter { dossier.events[$0].isReported }
    let shared = reported.filter { dossier.events[$0].coverage.count > 1 }
    let others = reported.filter { dossier.events[$0].coverage.count == 1 }
    let retold = lists.events.filter {
      !dossier.events[$0].isReported && dossier.events[$0].coverage.count > 1
    }
    var lanes: [Lane: Int] = [:]
    for event in dossier.events {
      let lane: Lane = event.status == .planned ? .planned : event.isReported ? .reported : .mentioned
      lanes[lane, default: 0] += 1
    }
    return HomePage(
      path: path, independence: origins.independence(of: Array(dossier.articles.indices)),
      actorCount: lists.actorCount, placeCount: lists.placeCount,
      quoteCount: dossier.quoteFamilies.count, figureCount: dossier.figureGroups.count, laneCounts: lanes,
      span: span(),
      sharedEvents: ranked(shared).prefix(Self.shownEvents).map { row(ofEvent: $0) },
      otherEvents: others.prefix(max(0, Self.shownEvents - shared.count)).map { row(ofEvent: $0) },
      retoldEvents: ranked(retold).prefix(Self.shownRetold).map { row(ofEvent: $0) },
      actors: mostMentioned(lists.actors), places: mostMentioned(lists.places), actorMap: actorMapPath,
      open: openMatters(),
      notices: outletsWithNotices().map { Reference($0.name, $0.path) })
  }

  /// Events by the number of origins that tell of them; equal ones stay in their order.
  private func ranked(_ events: [Int]) -> [Int] {
    let keyed = events.enumerated().map { place, event in
      (event: event, place: place, origins: independence(ofEvent: event).origins)
    }
    return keyed.sorted { ($1.origins, $0.place) < ($0.origins, $1.place) }.map(\.event)
  }

  private func mostMentioned(_ entries: [NameEntry]) -> [EntityRow] {
    let names = entries.filter { !$0.isVariant }
    let sorted = names.sorted {
      let (left, right) = (dossier.entities[$0.entity], dossier.entities[$1.entity])
      let (leftOrigins, rightOrigins) = (originsOfEntity[$0.entity], originsOfEntity[$1.entity])
      return (rightOrigins, right.articles.count, right.mentionCount, left.id) < (
        leftOrigins, left.articles.count, left.mentionCount, right.id
      )
    }
    return sorted.prefix(Self.shownNames).map {
      let entity = dossier.entities[$0.entity]
      return row(ofEntity: $0.entity, mentions: entity.mentionCount, articles: entity.articles.count)
    }
  }

  private func span() -> (from: EDTF, to: EDTF)? {
    let dates = lists.timeline.compactMap { dossier.events[$0].when?.value }.filter(Self.isWithinAYear)
    let starts = dates.filter { $0.firstDay != nil }
    let ends = dates.filter { $0.lastDay != nil }
    guard
      let from = starts.min(by: { Self.isBefore($0.firstDay, $1.firstDay) }),
      let to = ends.max(by: { Self.isBefore($0.lastDay, $1.lastDay) })
    else { return nil }
    return (Self.end(of: from, isLast: false), Self.end(of: to, isLast: true))
  }

  /// One end of a stretch in which something was, in place of the stretch.
  private static func end(of value: EDTF, isLast: Bool) -> EDTF {
    guard case .interval(let from, let to) = value, let end = isLast ? to : from else { return value }
    return .date(end)
  }

  /// Whether a date is known to its year: what happened in some century is no end of what the dossier tells.
  private static func isWithinAYear(_ date: EDTF) -> Bool {
    guard let first = date.firstDay, let last = date.lastDay else { return false }
    return last.serial - first.serial <= 366
  }

  private static func isBefore(_ left: CalendarDay?, _ right: CalendarDay?) -> Bool {
    guard let left, let right else { return false }
    return left < right
  }

  private func openMatters() -> HomePage.OpenMatters {
    let figures = figuresDiffer.count { $0 }
    return HomePage.OpenMatters(
      undatedArticles: dossier.articles.count { $0.published == nil },
      inferredDates: dossier.articles.count { $0.published?.basis == .inferred },
      differingQuotes: dossier.quoteFamilies.count { $0.variants.contains { $0.difference != .identical } },
      differingFigures: figures, unnamedSpeakers: dossier.quoteFamilies.count { $0.speaker == nil })
  }

  private func outletsWithNotices() -> [Outlet] {
    outlets.filter { $0.articles.contains { !dossier.articles[$0].article.notices.isEmpty } }
  }
}
