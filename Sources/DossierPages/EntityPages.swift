import DossierModel
import DossierSource

/// A form in which an entity is named, with who prints it.
package struct NameRow: Sendable {
  package let text: String
  package let kind: Alias.Kind
  package let outlets: [(name: String, count: Int?)]
  /// How often articles print it of which nobody says who published them.
  package let unnamed: Int
  package let count: Int
  package let first: CitedSentence?
}

/// An office or title printed before a name, with who prints it.
package struct RoleRow: Sendable {
  package let text: String
  package let count: Int
  package let outlets: [String]
  package let first: CitedSentence
  /// The dates of the first and the last article that print it, of those that have one.
  package let from: EDTF?
  package let to: EDTF?
}

/// Somebody or somewhere that is named in the same sentences.
package struct RelationRow: Sendable {
  package let other: Reference
  package let kind: EntityKind
  /// How many sentences name both.
  package let count: Int
  /// The first of them.
  package let sentences: [CitedSentence]
}

/// What one article says of an entity, sentence by sentence.
package struct MentionGroup: Sendable {
  package let article: ArticleReference
  package let sentences: [CitedSentence]
  /// Per sentence: on what ground it is about the entity, where that is not the name itself.
  package let grounds: [[MentionLink.Ground]]
}

/// The sentences that mention an entity, or the parts that they are split over.
package struct MentionList: Sendable {
  package let groups: [MentionGroup]
  package let parts: [ShelfLink]
}

/// The page of a person, an organization, a group or a country.
package struct ActorPage: Sendable {
  package let path: PagePath
  package let id: EntityID
  package let name: String
  package let kind: EntityKind
  package let promotion: Promotion
  package let mentionCount: Int
  package let articleCount: Int
  package let independence: Independence
  package let names: [NameRow]
  package let roles: [RoleRow]
  /// Those that some article reports, the newest first.
  package let events: [EventRow]
  package let said: [QuoteRow]
  /// Where the rest of what was said stands; nil where nothing is left out.
  package let moreSaid: PagePath?
  package let relations: [RelationRow]
  package let speaksOf: [SpeechRow]
  package let spokenOfBy: [SpeechRow]
  package let places: [RelationRow]
  /// All events, by date; the parts of the list where it is long.
  package let timeline: [EventRow]
  package let timelineParts: [ShelfLink]
  package let mentions: MentionList
  package let editorLines: EditorLines
  package let strip: TimelineStrip?
  package let chart: MentionChart?
  package let graph: EgoGraph?
}

/// The page of a place.
package struct PlacePage: Sendable {
  package let path: PagePath
  package let id: EntityID
  package let name: String
  package let promotion: Promotion
  package let mentionCount: Int
  package let articleCount: Int
  package let names: [NameRow]
  /// Actors that the place's name also stands for.
  package let government: [Reference]
  package let events: [EventRow]
  package let timelineParts: [ShelfLink]
  package let actors: [RelationRow]
  package let mentions: MentionList
  package let editorLines: EditorLines
}

/// A part of the sentences that mention an entity.
package struct MentionsPage: Sendable {
  package let path: PagePath
  package let entity: Reference
  package let shelving: Shelving
  package let groups: [MentionGroup]
}

extension SitePlan {
  /// Reported events shown in full on an actor's page; the timeline below has all.
  private static let shownEvents = 6
  /// Quotations shown there; the quote index has all.
  private static let shownQuotes = 6

  func actorPage(at path: PagePath, _ index: Int) -> ActorPage {
    let entity = dossier.entities[index]
    let events = concordance.eventsOfEntity[index]
    let reported = newestFirst(events.filter { dossier.events[$0].isReported })
    let quotes = concordance.quotesBySpeaker[index]
    let related = relations(of: index)
    let timelineParts = entityShelves[index].timeline
    return ActorPage(
      path: path, id: entity.id, name: entity.name, kind: entity.kind, promotion: entity.promotion,
      mentionCount: entity.mentionCount, articleCount: entity.articles.count,
      independence: independence(ofEntity: index), names: nameRows(of: entity), roles: roles(of: index),
      events: reported.prefix(Self.shownEvents).map { row(ofEvent: $0) },
      said: quotes.prefix(Self.shownQuotes).map { row(ofQuote: $0) },
      moreSaid: quotes.count > Self.shownQuotes ? quotePaths[quotes[0]] : nil,
      relations: related.filter { $0.kind.isActor }, speaksOf: speaksOf(index),
      spokenOfBy: spokenOfBy(index), places: related.filter { $0.kind == .place },
      timeline: timelineParts.count > 1 ? [] : events.map { row(ofEvent: $0) },
      timelineParts: shelfLinks("timeline", of: path, timelineParts), mentions: mentions(of: index, at: path),
      editorLines: editorLines(of: entity),
      strip: strip(of: events[...]), chart: chart(of: index),
      graph: EgoGraph(of: related.filter { $0.kind.isActor }))
  }

  private func chart(of index: Int) -> MentionChart? {
    MentionChart(of: concordance.occurrences[index].map { TimelinePlace(references[$0.article].published) })
  }

  /// Events that are sorted by date, the newest first and those without a date last.
  private func newestFirst(_ events: [Int]) -> [Int] {
    let isDated = { (event: Int) in TimelinePlace(self.dossier.events[event].when?.value).year != nil }
    return events.filter(isDated).reversed() + events.filter { !isDated($0) }
  }

  func placePage(at path: PagePath, _ index: Int) -> PlacePage {
    let entity = dossier.entities[index]
    let parts = entityShelves[index].timeline
    let names = Set([entity.name] + entity.aliases.map(\.text)).sorted()
    let actors = names.flatMap { metonyms[$0] ?? [] }.filter { $0 != index }
    return PlacePage(
      path: path, id: entity.id, name: entity.name, promotion: entity.promotion,
      mentionCount: entity.mentionCount, articleCount: entity.articles.count, names: nameRows(of: entity),
      government: Set(actors).sorted().map { entityReferences[$0] },
      events: parts.count > 1 ? [] : concordance.eventsOfEntity[index].map { row(ofEvent: $0) },
      timelineParts: shelfLinks("timeline", of: path, parts),
      actors: relations(of: index).filter { $0.kind.isActor }, mentions: mentions(of: index, at: path),
      editorLines: editorLines(of: entity))
  }

  func mentionsPage(at path: PagePath, _ index: Int, _ shelf: Shelf) -> MentionsPage {
    MentionsPage(
      path: path, entity: entityReferences[index], shelving: shelving(ofMentionsOf: index, shelf),
      groups: mentionGroups(of: index, in: shelf.rows.clamped(to: entityShelves[index].articles)))
  }

  private func shelfLinks(_ list: String, of path: PagePath, _ shelves: [Shelf]) -> [ShelfLink] {
    guard shelves.count > 1 else { return [] }
    return shelves.map {
      ShelfLink(name: $0.name, part: $0.part, rows: $0.rows.count, path: path.part(list, $0))
    }
  }

  func independence(ofEntity index: Int) -> Independence {
    origins.independence(of: dossier.entities[index].articles.compactMap { concordance.articleIndex[$0] })
  }

  private func nameRows(of entity: Entity) -> [NameRow] {
    entity.aliases.map { alias in
      let isCounted = alias.outletCounts.count == alias.outlets.count
      return NameRow(
        text: alias.text, kind: alias.kind,
        outlets: alias.outlets.enumerated().map { ($1, isCounted ? alias.outletCounts[$0] : nil) },
        unnamed: isCounted ? alias.count - alias.outletCounts.reduce(0, +) : 0,
        count: alias.count, first: sentence(of: alias.first))
    }
  }

  private func mentions(of index: Int, at path: PagePath) -> MentionList {
    let shelves = entityShelves[index]
    guard shelves.mentions.count > 1 else {
      return MentionList(groups: mentionGroups(of: index, in: shelves.articles), parts: [])
    }
    return MentionList(groups: [], parts: shelfLinks("mentions", of: path, shelves.mentions))
  }

  private func mentionGroups(of index: Int, in articles: Range<Int>) -> [MentionGroup] {
    articles.map {
      mentionGroup(concordance.occurrences[index][entityShelves[index].occurrences(ofArticle: $0)])
    }
  }

  /// The sentences of one article that mention an entity, each once, with its words marked.
  private func mentionGroup(_ occurrences: ArraySlice<Concordance.Occurrence>) -> MentionGroup {
    let article = occurrences[occurrences.startIndex].article
    let reference = references[article]
    var sentences: [CitedSentence] = []
    var marks: [TextRange] = []
    var grounds: [[MentionLink.Ground]] = []
    var own: [MentionLink.Ground] = []
    for position in occurrences.indices {
      let mention = reference.mentions[occurrences[position].mention]
      marks.append(mention.range)
      let ground = reference.mentionLinks[occurrences[position].mention].ground
      if ground.isIndirect, !own.contains(ground) { own.append(ground) }
      let next = position + 1 < occurrences.endIndex ? occurrences[position + 1].mention : nil
      guard next.map({ reference.mentions[$0].sentence }) != mention.sentence else { continue }
      if let cited = sentence(mention.sentence, of: article, marking: marks) {
        sentences.append(cited)
        grounds.append(own)
      }
      marks.removeAll(keepingCapacity: true)
      own.removeAll()
    }
    return MentionGroup(article: reference, sentences: sentences, grounds: grounds)
  }
}

extension MentionLink.Ground {
  /// Whether the words of the mention alone do not name the entity, so that a reader is told why it is meant.
  fileprivate var isIndirect: Bool {
    switch self {
    case .name, .alias: false
    case .metonym, .description, .decided: true
    }
  }
}
