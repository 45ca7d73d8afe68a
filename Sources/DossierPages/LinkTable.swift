import DossierModel
import DossierSource

/// Where everything that has a page has it: the one place that gives out paths.
///
/// A path is made from an id alone, so that it outlives whatever else the corpus comes to hold.
package struct LinkTable: Sendable {
  package let articles: [ArticleID: PagePath]
  package let events: [EventID: PagePath]
  private let entities: [EntityID: PagePath]

  init(of dossier: Dossier) {
    articles = Dictionary(
      dossier.articles.map { ($0.id, PagePath("articles/\($0.id).html")) },
      uniquingKeysWith: { one, _ in one })
    events = Dictionary(
      dossier.events.filter(\.hasPage).map { ($0.id, PagePath("events/\($0.id).html")) },
      uniquingKeysWith: { one, _ in one })
    entities = Self.entityPaths(dossier.entities)
  }

  package func path(of entity: EntityID) -> PagePath? { entities[entity] }
  package func path(of event: EventID) -> PagePath? { events[event] }

  /// The cleaned article's Markdown, beside its page.
  package static func markdownPath(of article: ArticleID) -> PagePath { PagePath("articles/\(article).md") }

  /// Persons, organizations, groups and countries share a folder; of two with one slug the first kind has it.
  private static func entityPaths(_ entities: [Entity]) -> [EntityID: PagePath] {
    var paths: [EntityID: PagePath] = [:]
    var taken: Set<String> = []
    for kind in EntityKind.allCases {
      guard let folder = kind.folder else { continue }
      for entity in entities where entity.kind == kind && entity.promotion.hasPage {
        let slug = slug(of: entity)
        var path = "\(folder)/\(slug).html"
        if taken.contains(path) { path = "\(folder)/\(slug)-\(kind.rawValue).html" }
        taken.insert(path)
        paths[entity.id] = PagePath(path)
      }
    }
    return paths
  }

  private static func slug(of entity: Entity) -> String {
    let prefix = entity.kind.rawValue + "-"
    let id = entity.id.string
    guard id.utf8.count > prefix.utf8.count, id.hasPrefix(prefix) else { return Slug(folding: id).string }
    return Slug(folding: String(id.dropFirst(prefix.count))).string
  }
}

extension EntityKind {
  /// The folder of the kind's pages; nil for what has none.
  fileprivate var folder: String? {
    switch self {
    case .person, .organization, .group, .country: "actors"
    case .place: "places"
    case .other: nil
    }
  }

  /// Whether entities of the kind act: they have their pages under `actors/`.
  package var isActor: Bool {
    switch self {
    case .person, .organization, .group, .country: true
    case .place, .other: false
    }
  }
}
