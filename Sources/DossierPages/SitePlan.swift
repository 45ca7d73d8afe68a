import DossierModel
import DossierSource

/// Which pages a site has, and what each holds.
///
/// Making a plan costs one pass over the corpus; drawing up a page then costs what the page shows. Pages may be
/// drawn up concurrently and in any order: a plan never changes.
package struct SitePlan: Sendable {
  package let dossier: Dossier
  package let options: SiteOptions
  package let account: BuildAccount
  /// What the machine suggests to the editor.
  private(set) var proposals: [Proposal] = []
  package let links: LinkTable
  /// By path.
  package private(set) var pages: [PlannedPage] = []

  let concordance: Concordance
  /// The articles as pages cite them, in the dossier's order.
  let references: [ArticleReference]
  /// The entities as pages name them, in the dossier's order.
  let entityReferences: [Reference]
  /// The events as pages name them, in the dossier's order.
  private(set) var eventReferences: [Reference] = []
  let outlets: [Outlet]
  let outletOfArticle: [Int?]
  let lists: SiteLists
  let timelineCounts: TimelineCounts
  let origins: OriginCounts
  /// Per entity, from how many origins those who mention it have their texts, at most.
  let originsOfEntity: [Int]
  /// Per event, how many tell of it.
  let reachOfEvent: [Independence]
  let terms: TermIndex
  let speech: SpeechTable
  /// Actors by the names that may also stand for a place: "Ankara" for a government.
  let metonyms: [String: [Int]]
  /// The misspelt forms of each entity that has any.
  let typos: [EntityID: Set<String>]
  /// The page of the quote index that shows each quote family.
  let quotePaths: [PagePath]
  /// The page of the index of figures that shows each group.
  let figurePaths: [PagePath]
  /// Whether the articles of each group of figures print different values.
  let figuresDiffer: [Bool]
  /// The place of each event in the order of time.
  let eventRank: [Int]
  private let shelves: [SplitList: [Shelf]]
  /// Per entity, how its lists are split.
  private(set) var entityShelves: [EntityShelves] = []

  package init(
    of dossier: Dossier, options: SiteOptions = SiteOptions(),
    account: BuildAccount = BuildAccount(version: "", inputs: [])
  ) {
    self.dossier = dossier
    self.account = account
    self.options = options
    links = LinkTable(of: dossier)
    let concordance = Concordance(of: dossier)
    self.concordance = concordance
    references = Self.references(dossier, links, concordance, LanguageTag(options.language))
    entityReferences = dossier.entities.map { [links] in Reference($0.name, links.path(of: $0.id)) }
    (outlets, outletOfArticle) = Outlet.all(of: dossier.articles, order: concordance.articlesByDate)
    lists = SiteLists(of: dossier, links: links, concordance: concordance)
    timelineCounts = TimelineCounts(
      of: lists.timeline, publications: dossier.articles.count, in: dossier)
    origins = OriginCounts(of: dossier, outletOfArticle: outletOfArticle)
    originsOfEntity = origins.origins(of: concordance.occurrences)
    reachOfEvent = concordance.accounts.map { [origins] in origins.independence(of: $0.map(\.article)) }
    terms = TermIndex(of: dossier)
    speech = SpeechTable(of: dossier, concordance)
    metonyms = Self.metonyms(dossier.entities)
    typos = Self.typos(dossier.entities)
    shelves = lists.shelves(limit: options.listLimit, dossier: dossier)
    quotePaths = Self.paths(of: lists.quotes, in: .quotes, shelves)
    figurePaths = Self.paths(of: lists.figures.map(\.group), in: .figures, shelves)
    figuresDiffer = dossier.figureGroups.map { [references] group in
      Self.differs(group, in: references, concordance.articleIndex)
    }
    eventRank = Concordance.ranks(concordance.eventsByDate)
    eventReferences = dossier.events.map { Reference(title(of: $0), links.path(of: $0.id)) }
    entityShelves = entityReferences.indices.map {
      entityReferences[$0].path == nil ? .none : EntityShelves(of: $0, in: self)
    }
    var planned: [PlannedPage] = [
      PlannedPage(path: .home, subject: .home), PlannedPage(path: .methods, subject: .methods),
      PlannedPage(path: .outlets, subject: .outlets), PlannedPage(path: .notFound, subject: .notFound),
    ]
    planned += accountPages()
    if let path = actorMapPath { planned.append(PlannedPage(path: path, subject: .actorMap)) }
    for list in SplitList.allCases { planned += Self.pages(of: list, shelves[list] ?? []) }
    planned += subjectPages()
    pages = planned.sorted { $0.path < $1.path }
  }

  /// The plan with what is suggested to the editor, which is found while the plan is made.
  package func suggesting(_ proposals: [Proposal]) -> SitePlan {
    var plan = self
    plan.proposals = proposals
    return plan
  }

  /// Where the files of a page lie: an article's Markdown is beside it.
  package func files(of planned: PlannedPage) -> [PagePath] {
    guard case .article(let index) = planned.subject else { return [planned.path] }
    return [planned.path, LinkTable.markdownPath(of: dossier.articles[index].id)]
  }

  /// Draws up a page.
  package func page(_ planned: PlannedPage) -> Page {
    let path = planned.path
    return switch planned.subject {
    case .home: .home(homePage(at: path))
    case .outlets: .outlets(outletIndexPage(at: path))
    case .methods: .methods(FixedPage(path: path))
    case .notFound: .notFound(FixedPage(path: path))
    case .articles(let shelf): .articles(articleIndexPage(at: path, shelf))
    case .timeline(let shelf): .timeline(timelinePage(at: path, shelf))
    case .actors(let shelf): .names(nameIndexPage(at: path, .actors, shelf))
    case .places(let shelf): .names(nameIndexPage(at: path, .places, shelf))
    case .events(let shelf): .events(eventIndexPage(at: path, shelf))
    case .quotes(let shelf): .quotes(quoteIndexPage(at: path, shelf))
    case .fragments(let shelf): .fragments(fragmentIndexPage(at: path, shelf))
    case .figures(let shelf): .figures(figureIndexPage(at: path, shelf))
    case .headlines(let shelf): .search(searchPage(at: path, shelf))
    case .article(let index): .article(articlePage(at: path, index))
    case .actor(let index): .actor(actorPage(at: path, index))
    case .place(let index): .place(placePage(at: path, index))
    case .event(let index): .event(eventPage(at: path, index))
    case .outlet(let index): .outlet(outletPage(at: path, index))
    case .mentions(let entity, let shelf): .mentions(mentionsPage(at: path, entity, shelf))
    case .entityTimeline(let entity, let shelf): .timeline(timelinePage(at: path, entity, shelf))
    case .overview(let list): overview(of: list, at: path)
    case .comparison(let index): .comparison(comparisonPage(at: path, index))
    case .quoteView(let view): .quoteView(quoteViewPage(at: path, view))
    case .review: .review(reviewPage(at: path))
    case .corrections: .corrections(correctionsPage(at: path))
    case .build: .build(buildPage(at: path))
    case .terms: .terms(termsPage(at: path))
    case .actorMap: .actorMap(actorMapPage(at: path))
    case .term(let place): .term(termPage(at: path, place))
    }
  }

  /// Rows of a list that is only a part of a page.
  var shortLimit: Int { max(1, options.listLimit / 5) }

  /// The shelf of a list that is short enough for one page; nil for one that is split.
  func onlyShelf(of list: SplitList) -> Shelf? {
    shelves[list].flatMap { $0.count == 1 ? $0.first : nil }
  }

  func shelving(of list: SplitList, _ shelf: Shelf?) -> Shelving {
    Shelving(of: shelves[list] ?? [], at: shelf, overview: list.path) { list.path(of: $0) }
  }
}

extension SitePlan {
  private static func pages(of list: SplitList, _ shelves: [Shelf]) -> [PlannedPage] {
    if let only = shelves.first, shelves.count == 1 {
      return [
        PlannedPage(path: list.path, subject: list.subject(Shelf(name: .whole, part: nil, rows: only.rows)))
      ]
    }
    return [PlannedPage(path: list.path, subject: .overview(list))]
      + shelves.map { PlannedPage(path: list.path(of: $0), subject: list.subject($0)) }
  }

  private func subjectPages() -> [PlannedPage] {
    var planned: [PlannedPage] = []
    for (index, article) in dossier.articles.enumerated() {
      guard let path = links.articles[article.id] else { continue }
      planned.append(PlannedPage(path: path, subject: .article(index)))
    }
    for (index, entity) in dossier.entities.enumerated() {
      guard let path = entityReferences[index].path else { continue }
      planned.append(PlannedPage(path: path, subject: entity.kind.isActor ? .actor(index) : .place(index)))
      planned += partPages(of: index, at: path)
    }
    for index in dossier.events.indices {
      guard let path = eventReferences[index].path else { continue }
      planned.append(PlannedPage(path: path, subject: .event(index)))
      if let path = comparisonPath(ofEvent: index) {
        planned.append(PlannedPage(path: path, subject: .comparison(index)))
      }
    }
    planned += QuoteViewPage.View.allCases.map {
      PlannedPage(path: .quotes(by: $0), subject: .quoteView($0))
    }
    planned.append(PlannedPage(path: .terms, subject: .terms))
    for (place, used) in terms.used.enumerated() {
      guard let path = terms.paths[used.term] else { continue }
      planned.append(PlannedPage(path: path, subject: .term(place)))
    }
    planned += outlets.enumerated().map { PlannedPage(path: $1.path, subject: .outlet($0)) }
    return planned
  }

  /// The pages that an entity's long lists are split over.
  private func partPages(of entity: Int, at path: PagePath) -> [PlannedPage] {
    var planned: [PlannedPage] = []
    let shelves = entityShelves[entity]
    if shelves.mentions.count > 1 {
      planned += shelves.mentions.map {
        PlannedPage(path: path.part("mentions", $0), subject: .mentions(entity: entity, $0))
      }
    }
    if shelves.timeline.count > 1 {
      planned += shelves.timeline.map {
        PlannedPage(path: path.part("timeline", $0), subject: .entityTimeline(entity: entity, $0))
      }
    }
    return planned
  }

  private func overview(of list: SplitList, at path: PagePath) -> Page {
    switch list {
    case .articles: .articles(articleIndexPage(at: path, nil))
    case .timeline: .timeline(timelinePage(at: path, nil))
    case .actors: .names(nameIndexPage(at: path, .actors, nil))
    case .places: .names(nameIndexPage(at: path, .places, nil))
    case .events: .events(eventIndexPage(at: path, nil))
    case .quotes: .quotes(quoteIndexPage(at: path, nil))
    case .fragments: .fragments(fragmentIndexPage(at: path, nil))
    case .figures: .figures(figureIndexPage(at: path, nil))
    case .headlines: .search(searchPage(at: path, nil))
    }
  }

  private static func references(
    _ dossier: Dossier, _ links: LinkTable, _ concordance: Concordance, _ own: LanguageTag?
  ) -> [ArticleReference] {
    dossier.articles.enumerated().map { index, linked in
      let tag = LanguageTag(linked.language)
      let foreign = tag?.primary == own?.primary ? nil : tag?.string
      return ArticleReference(
        linked, of: concordance.entitiesOfMentions[index], at: links.articles[linked.id] ?? .home,
        foreignLanguage: foreign)
    }
  }

  private static func typos(_ entities: [Entity]) -> [EntityID: Set<String>] {
    var found: [EntityID: Set<String>] = [:]
    for entity in entities {
      for alias in entity.aliases where alias.kind == .typo {
        found[entity.id, default: []].insert(alias.text)
      }
    }
    return found
  }

  /// Whether two articles print different numbers, or qualify them differently.
  static func differs(
    _ group: FigureGroup, in references: [ArticleReference], _ articles: [ArticleID: Int]
  ) -> Bool {
    var first: Figure?
    for value in group.values {
      guard let article = articles[value.article] else { continue }
      let figures = references[article].figures
      guard figures.indices.contains(value.figure) else { continue }
      let figure = figures[value.figure]
      guard let known = first else {
        first = figure
        continue
      }
      if known.number != figure.number || known.qualifier != figure.qualifier { return true }
    }
    return false
  }

  /// The page of a split list that shows each of its rows, by the rows' own indexes.
  private static func paths(of rows: [Int], in list: SplitList, _ shelves: [SplitList: [Shelf]]) -> [PagePath]
  {
    var paths = [PagePath](repeating: list.path, count: rows.count)
    guard let shelves = shelves[list], shelves.count > 1 else { return paths }
    for shelf in shelves {
      let path = list.path(of: shelf)
      for row in rows[shelf.rows] { paths[row] = path }
    }
    return paths
  }

  private static func metonyms(_ entities: [Entity]) -> [String: [Int]] {
    var found: [String: [Int]] = [:]
    for (index, entity) in entities.enumerated() where entity.kind.isActor {
      for alias in entity.aliases where alias.kind == .metonym {
        found[alias.text, default: []].append(index)
      }
    }
    return found
  }
}

extension Shelving {
  /// The place of a shelf among those of its list; that of the overview where there is none.
  init(of shelves: [Shelf], at shelf: Shelf?, overview: PagePath, path: (Shelf) -> PagePath) {
    func link(_ shelf: Shelf) -> ShelfLink {
      ShelfLink(name: shelf.name, part: shelf.part, rows: shelf.rows.count, path: path(shelf))
    }
    let isSplit = shelves.count > 1
    let place = shelf.flatMap { shelf in shelves.firstIndex { $0.rows.lowerBound == shelf.rows.lowerBound } }
    name = shelf?.name ?? .whole
    part = shelf?.part
    previous = place.flatMap { $0 > 0 ? link(shelves[$0 - 1]) : nil }
    next = place.flatMap { $0 + 1 < shelves.count ? link(shelves[$0 + 1]) : nil }
    parts = isSplit && shelf == nil ? shelves.map(link) : []
    self.overview = isSplit && shelf != nil ? overview : nil
  }
}

extension PagePath {
  package static let home = PagePath("index.html")
  package static let methods = PagePath("methods.html")
  package static let outlets = PagePath("outlets.html")
  package static let terms = PagePath("terms.html")
  package static let notFound = PagePath("404.html")

  /// The path of a part of a list of this page.
  ///
  /// Slugs have no double hyphen, so it is no other page's.
  func part(_ list: String, _ shelf: Shelf) -> PagePath {
    let stem = string.hasSuffix(".html") ? String(string.dropLast(5)) : string
    return PagePath("\(stem)--\(list)\(shelf.key.isEmpty ? "" : "-")\(shelf.key).html")
  }
}

extension SplitList {
  var path: PagePath {
    switch self {
    case .articles: PagePath("articles.html")
    case .timeline: PagePath("timeline.html")
    case .actors: PagePath("actors.html")
    case .places: PagePath("places.html")
    case .events: PagePath("events.html")
    case .quotes: PagePath("quotes.html")
    case .fragments: PagePath("not-speech.html")
    case .figures: PagePath("figures.html")
    case .headlines: PagePath("search.html")
    }
  }

  func path(of shelf: Shelf) -> PagePath {
    guard !shelf.key.isEmpty else { return path }
    return PagePath("\(path.string.dropLast(5))-\(shelf.key).html")
  }

  func subject(_ shelf: Shelf) -> Subject {
    switch self {
    case .articles: .articles(shelf)
    case .timeline: .timeline(shelf)
    case .actors: .actors(shelf)
    case .places: .places(shelf)
    case .events: .events(shelf)
    case .quotes: .quotes(shelf)
    case .fragments: .fragments(shelf)
    case .figures: .figures(shelf)
    case .headlines: .headlines(shelf)
    }
  }
}
