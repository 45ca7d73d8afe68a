import DossierModel
import DossierSource

/// Who and what stands where, over the whole corpus: looked up by every page, made once.
///
/// All is by index into the dossier's arrays, so that a page costs no more than what it shows.
struct Concordance: Sendable {
  /// A mention of an entity: indexes of the article and of the mention in it.
  struct Occurrence: Sendable {
    private let storedArticle: Int32
    private let storedMention: Int32

    init(article: Int, mention: Int) {
      (storedArticle, storedMention) = (Int32(article), Int32(mention))
    }

    var article: Int { Int(storedArticle) }
    var mention: Int { Int(storedMention) }
  }

  /// Where an event is covered: indexes of the event and of its coverage.
  struct CoverageIndex: Sendable {
    let event: Int
    let coverage: Int
  }

  /// An article that covers an event: indexes of the article and of the event's coverage.
  struct Account: Sendable {
    let article: Int
    let coverage: Int
  }

  /// A row of a group that stands in an article: indexes of the group and of its row.
  struct RowIndex: Sendable {
    let group: Int
    let row: Int
  }

  let articleIndex: [ArticleID: Int]
  let entityIndex: [EntityID: Int]
  let eventIndex: [EventID: Int]
  /// Per article and mention: the index of the entity that is meant; nil where the mention is unresolved.
  let entitiesOfMentions: [MeantEntities]
  /// Indexes of articles by date of publication, the undated last, then by id.
  let articlesByDate: [Int]
  /// The place of each article in `articlesByDate`.
  let rank: [Int]
  /// Per entity, by article in order of date, then by place in the text.
  let occurrences: [[Occurrence]]
  /// Per entity, by date: the events it takes part in; per place those that happen there.
  let eventsOfEntity: [[Int]]
  let eventsByDate: [Int]
  let coverage: [[CoverageIndex]]
  /// Per event: who covers it, by date of the article.
  let accounts: [[Account]]
  let quotesBySpeaker: [[Int]]
  /// Per event, in the order in which articles print them.
  let quotesOfEvent: [[Int]]
  let quotesOfArticle: [[RowIndex]]
  let figuresOfArticle: [[RowIndex]]
  /// Per article, the runs of words that it shares with others.
  let copiesOfArticle: [[Int]]
  /// Per run of words that is shared, the two articles.
  let articlesOfCopies: [(first: Int, second: Int)]

  init(of dossier: Dossier) {
    let articles = Self.indexes(dossier.articles.map(\.id))
    let entities = Self.indexes(dossier.entities.map(\.id))
    let events = Self.indexes(dossier.events.map(\.id))
    articleIndex = articles
    entityIndex = entities
    eventIndex = events
    entitiesOfMentions = dossier.articles.map { article in
      MeantEntities(article.mentionLinks.map { link in link.entity.flatMap { entities[$0] } })
    }
    articlesByDate = Self.order(dossier.articles.map { TimelinePlace($0.published?.value) })
    rank = Self.ranks(articlesByDate)
    occurrences = Self.occurrences(
      of: entitiesOfMentions, order: articlesByDate, entities: dossier.entities.count)
    eventsByDate = Self.order(dossier.events.map { TimelinePlace($0.when?.value) })
    eventsOfEntity = Self.eventsOfEntity(dossier, order: eventsByDate, entities: entities)
    coverage = Self.coverage(dossier, order: eventsByDate, articles: articles)
    accounts = Self.accounts(dossier, rank: rank, articles: articles)
    let families = dossier.quoteFamilies
    quotesBySpeaker = Self.grouped(
      families.map { $0.speaker.flatMap { entities[$0] } }, into: dossier.entities.count)
    quotesOfEvent = Self.quotesOfEvents(dossier, articles: articles, events: events, rank: rank)
    quotesOfArticle = Self.rows(
      families.map { $0.variants.map { articles[$0.citation.article] } }, into: dossier.articles.count)
    figuresOfArticle = Self.rows(
      dossier.figureGroups.map { $0.values.map { articles[$0.article] } }, into: dossier.articles.count)
    let copies = dossier.sharedCopies.map { copy in
      (first: articles[copy.first.article] ?? -1, second: articles[copy.second.article] ?? -1)
    }
    articlesOfCopies = copies
    var ofArticle = [[Int]](repeating: [], count: dossier.articles.count)
    for (index, copy) in copies.enumerated() where copy.first >= 0 && copy.second >= 0 {
      ofArticle[copy.first].append(index)
      ofArticle[copy.second].append(index)
    }
    copiesOfArticle = ofArticle
  }
}

/// Per mention of an article, the index of the entity that is meant; nil where it is not resolved.
struct MeantEntities: RandomAccessCollection, Sendable {
  private let stored: [OptionalIndex]

  init(_ entities: [Int?]) { stored = entities.map(OptionalIndex.init) }

  var startIndex: Int { 0 }
  var endIndex: Int { stored.count }
  subscript(mention: Int) -> Int? { stored[mention].value }
}

extension Concordance {
  private static func indexes<ID: Hashable>(_ ids: [ID]) -> [ID: Int] {
    Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The array's indexes in order of time; equal ones stay in the order of their ids.
  private static func order(_ places: [TimelinePlace]) -> [Int] {
    places.indices.sorted { (places[$0], $0) < (places[$1], $1) }
  }

  static func ranks(_ order: [Int]) -> [Int] {
    var ranks = [Int](repeating: 0, count: order.count)
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    return ranks
  }

  private static func occurrences(
    of mentions: [MeantEntities], order: [Int], entities: Int
  ) -> [[Occurrence]] {
    var found = [[Occurrence]](repeating: [], count: entities)
    for article in order {
      for (mention, entity) in mentions[article].enumerated() {
        if let entity { found[entity].append(Occurrence(article: article, mention: mention)) }
      }
    }
    return found
  }

  private static func eventsOfEntity(
    _ dossier: Dossier, order: [Int], entities: [EntityID: Int]
  ) -> [[Int]] {
    var found = [[Int]](repeating: [], count: dossier.entities.count)
    for event in order {
      let involved =
        dossier.events[event].participants + [dossier.events[event].place?.value].compactMap(\.self)
      for id in Set(involved) {
        if let entity = entities[id] { found[entity].append(event) }
      }
    }
    return found
  }

  private static func coverage(
    _ dossier: Dossier, order: [Int], articles: [ArticleID: Int]
  ) -> [[CoverageIndex]] {
    var found = [[CoverageIndex]](repeating: [], count: dossier.articles.count)
    for event in order {
      for (index, coverage) in dossier.events[event].coverage.enumerated() {
        guard let article = articles[coverage.article] else { continue }
        found[article].append(CoverageIndex(event: event, coverage: index))
      }
    }
    return found
  }

  private static func quotesOfEvents(
    _ dossier: Dossier, articles: [ArticleID: Int], events: [EventID: Int], rank: [Int]
  ) -> [[Int]] {
    let families = dossier.quoteFamilies
    let places = families.map { place(of: $0.variants.first?.citation, articles, rank) }
    let keys = families.map { $0.event.flatMap { events[$0] } }
    return grouped(keys, into: dossier.events.count).map { group in
      group.sorted { places[$0] != places[$1] ? places[$0] < places[$1] : $0 < $1 }
    }
  }

  /// Where a citation stands among all texts: articles by date, one after the other.
  private static func place(of citation: Citation?, _ articles: [ArticleID: Int], _ rank: [Int]) -> Place {
    guard let citation, let article = articles[citation.article] else {
      return Place(article: .max, offset: 0)
    }
    return Place(article: rank[article], offset: citation.range.lowerBound)
  }

  private struct Place: Comparable {
    let article: Int
    let offset: Int

    static func < (left: Place, right: Place) -> Bool {
      (left.article, left.offset) < (right.article, right.offset)
    }
  }

  private static func accounts(_ dossier: Dossier, rank: [Int], articles: [ArticleID: Int]) -> [[Account]] {
    dossier.events.map { event in
      let known = event.coverage.enumerated().compactMap { index, coverage in
        articles[coverage.article].map { Account(article: $0, coverage: index) }
      }
      return known.sorted { rank[$0.article] < rank[$1.article] }
    }
  }

  private static func grouped(_ keys: [Int?], into count: Int) -> [[Int]] {
    var found = [[Int]](repeating: [], count: count)
    for (index, key) in keys.enumerated() {
      if let key { found[key].append(index) }
    }
    return found
  }

  private static func rows(_ articlesOfGroups: [[Int?]], into count: Int) -> [[RowIndex]] {
    var found = [[RowIndex]](repeating: [], count: count)
    for (group, articles) in articlesOfGroups.enumerated() {
      for (row, article) in articles.enumerated() {
        if let article { found[article].append(RowIndex(group: group, row: row)) }
      }
    }
    return found
  }
}
