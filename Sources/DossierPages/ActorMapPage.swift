import DossierModel
import DossierSource

/// The page that shows how the actors named most often hang together.
package struct ActorMapPage: Sendable {
  package struct Row: Sendable {
    package let actor: Reference
    package let kind: EntityKind
    package let articles: Int
    /// With how many articles each, the most first.
    package let ties: [(other: Reference, count: Int)]
  }

  package let path: PagePath
  package let map: ActorMap?
  /// The actors of the map, by their names' place around it.
  package let rows: [Row]
}

extension SitePlan {
  /// Actors that are looked at: those that most articles name.
  private static let candidates = 240
  /// In a sentence of more names than that, a list, two of them have little to do with each other.
  private static let mostNames = 12

  /// Nil where there are too few actors for a map.
  package var actorMapPath: PagePath? {
    lists.actorCount > 2 ? .actorMap : nil
  }

  func actorMapPage(at path: PagePath) -> ActorMapPage {
    let sorted = dossier.entities.indices.filter {
      dossier.entities[$0].kind.isActor && entityReferences[$0].path != nil
    }.sorted { one, other in
      (dossier.entities[other].articles.count, one) < (dossier.entities[one].articles.count, other)
    }
    let actors = Array(sorted.prefix(Self.candidates))
    let map = ActorMap(
      of: actors.map { ($0, dossier.entities[$0].articles.count) }, ties: ties(between: actors))
    var rows: [ActorMapPage.Row] = []
    if let map {
      var tiesOf = [[(other: Int, count: Int)]](repeating: [], count: map.nodes.count)
      for tie in map.ties {
        tiesOf[tie.first].append((tie.second, tie.count))
        tiesOf[tie.second].append((tie.first, tie.count))
      }
      rows = map.nodes.indices.map { index in
        let entity = map.nodes[index].entity
        return ActorMapPage.Row(
          actor: entityReferences[entity], kind: dossier.entities[entity].kind,
          articles: map.nodes[index].articles,
          ties: tiesOf[index].map { (entityReferences[map.nodes[$0.other].entity], $0.count) })
      }
    }
    return ActorMapPage(path: path, map: map, rows: rows)
  }

  /// In how many articles one sentence, or one event, has two of the actors.
  private func ties(between actors: [Int]) -> [(first: Int, second: Int, count: Int)] {
    var slots = [Int](repeating: -1, count: dossier.entities.count)
    for (slot, entity) in actors.enumerated() { slots[entity] = slot }
    var counts = [Int32](repeating: 0, count: actors.count * actors.count)
    var seen = [Int32](repeating: -1, count: counts.count)
    func add(_ names: [Int], in article: Int) {
      guard names.count > 1, names.count <= Self.mostNames else { return }
      for one in names {
        for other in names where one < other && seen[one * actors.count + other] != Int32(article) {
          seen[one * actors.count + other] = Int32(article)
          counts[one * actors.count + other] += 1
        }
      }
    }
    var names: [Int] = []
    for (article, reference) in references.enumerated() {
      var sentence = -1
      for (mention, entity) in zip(reference.mentions, reference.entities) {
        if mention.sentence != sentence {
          add(names, in: article)
          names.removeAll(keepingCapacity: true)
          sentence = mention.sentence
        }
        if let entity, slots[entity] >= 0, !names.contains(slots[entity]) { names.append(slots[entity]) }
      }
      add(names, in: article)
      names.removeAll(keepingCapacity: true)
      for coverage in concordance.coverage[article] {
        for participant in dossier.events[coverage.event].participants {
          guard let entity = concordance.entityIndex[participant], slots[entity] >= 0 else { continue }
          if !names.contains(slots[entity]) { names.append(slots[entity]) }
        }
        add(names, in: article)
        names.removeAll(keepingCapacity: true)
      }
    }
    return counts.indices.filter { counts[$0] > 0 }.map {
      ($0 / actors.count, $0 % actors.count, Int(counts[$0]))
    }
  }
}

extension PagePath {
  /// Letters of the index of actors have a page of one letter each, so that this is none of them.
  package static let actorMap = PagePath("actors-map.html")
}
