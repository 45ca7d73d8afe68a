import DossierModel
import DossierSource

/// A line of an index of names.
package struct NameEntry: Sendable, Hashable {
  /// Index of the entity.
  let entity: Int
  /// A name, or another form of it that leads to it.
  package let text: String
  package let isVariant: Bool
  /// To sort by, and the letter it stands under; nil where the name does not begin with a Latin letter.
  let key: String
  package let letter: String?
}

/// A quotation that is not speech: indexes of its article and of the quotation in it.
struct Fragment: Sendable, Hashable {
  let article: Int
  let quotation: Int
}

/// The site's long lists, each in the order in which it is shown.
struct SiteLists: Sendable {
  /// Indexes of articles, the newest first; those without a date last.
  let articles: [Int]
  /// Indexes of all events, by date.
  let timeline: [Int]
  /// Indexes of events that have pages, the newest first.
  let events: [Int]
  let actors: [NameEntry]
  let places: [NameEntry]
  /// Of names, without other forms.
  let actorCount: Int
  let placeCount: Int
  /// Indexes of quote families by speaker, those without a named one last.
  let quotes: [Int]
  /// The letter each of `quotes` stands under.
  let quoteLetters: [String?]
  let fragments: [Fragment]
  /// Indexes of groups of figures by what is counted, with the letter each stands under.
  let figures: [(group: Int, letter: String?)]
  /// Indexes of articles by headline, with the letter each stands under.
  let headlines: [(article: Int, letter: String?)]

  init(of dossier: Dossier, links: LinkTable, concordance: Concordance) {
    let dated = concordance.articlesByDate.filter { dossier.articles[$0].published.placedYear != nil }
    let undated = concordance.articlesByDate.filter { dossier.articles[$0].published.placedYear == nil }
    articles = dated.reversed() + undated
    timeline = concordance.eventsByDate
    let paged = timeline.filter { links.path(of: dossier.events[$0].id) != nil }
    events =
      paged.filter { dossier.events[$0].when.placedYear != nil }.reversed()
      + paged.filter { dossier.events[$0].when.placedYear == nil }
    actors = Self.entries(dossier.entities, links) { $0.kind.isActor }
    places = Self.entries(dossier.entities, links) { !$0.kind.isActor }
    actorCount = actors.count { !$0.isVariant }
    placeCount = places.count { !$0.isVariant }
    let quoted = Self.quotes(dossier, concordance)
    quotes = quoted.map(\.family)
    quoteLetters = quoted.map(\.letter)
    headlines = Self.headlines(dossier.articles)
    figures = Self.figures(dossier.figureGroups)
    fragments = concordance.articlesByDate.flatMap { article in
      dossier.articles[article].annotated.quotations.enumerated().compactMap { index, quotation in
        quotation.use == .notSpeech ? Fragment(article: article, quotation: index) : nil
      }
    }
  }

  /// Events that one page lists at most, whatever the editor's limit: some rows alone take a kilobyte and more.
  private static let mostEvents = 70

  /// The parts of each list.
  ///
  /// Rows with proofs below them are longer, so that fewer of them make a page that opens at once.
  func shelves(limit: Int, dossier: Dossier) -> [SplitList: [Shelf]] {
    let (proved, quoted) = (max(1, min(Self.mostEvents, limit * 2 / 5)), max(1, limit / 5))
    return [
      .articles: Shelf.byDate(
        articles.map { TimelinePlace(dossier.articles[$0].published?.value) }, limit: limit),
      .timeline: Shelf.byDate(timeline.map { TimelinePlace(dossier.events[$0].when?.value) }, limit: proved),
      .events: Shelf.byDate(events.map { TimelinePlace(dossier.events[$0].when?.value) }, limit: proved),
      .actors: Shelf.byLetter(actors.map(\.letter), limit: limit),
      .places: Shelf.byLetter(places.map(\.letter), limit: limit),
      .quotes: Shelf.byLetter(quoteLetters, rest: .unnamed, limit: quoted),
      .figures: Shelf.byLetter(figures.map(\.letter), limit: quoted),
      .headlines: Shelf.byLetter(headlines.map(\.letter), limit: limit),
      .fragments: Shelf.byDate(
        fragments.map { TimelinePlace(dossier.articles[$0.article].published?.value) }, limit: limit),
    ]
  }
}

extension SiteLists {
  /// Every name of an entity that has a page, and every other form that may be looked up, by letter.
  private static func entries(
    _ entities: [Entity], _ links: LinkTable, where isIncluded: (Entity) -> Bool
  ) -> [NameEntry] {
    var entries: [NameEntry] = []
    for (index, entity) in entities.enumerated() where isIncluded(entity) {
      guard links.path(of: entity.id) != nil else { continue }
      let name = NameEntry(entity: index, text: entity.name, isVariant: false)
      var keys: Set = [name.key]
      entries.append(name)
      for alias in entity.aliases where alias.kind.isLookedUp {
        let variant = NameEntry(entity: index, text: alias.text, isVariant: true)
        if keys.insert(variant.key).inserted { entries.append(variant) }
      }
    }
    return entries.sorted {
      ($0.letter ?? "~", $0.key, $0.text, $0.entity) < ($1.letter ?? "~", $1.key, $1.text, $1.entity)
    }
  }

  private static func figures(_ groups: [FigureGroup]) -> [(group: Int, letter: String?)] {
    let keyed = groups.enumerated().map { NameEntry(entity: $0, text: $1.what, isVariant: false) }
    let sorted = keyed.sorted {
      ($0.letter ?? "~", $0.key, $0.entity) < ($1.letter ?? "~", $1.key, $1.entity)
    }
    return sorted.map { (group: $0.entity, letter: $0.letter) }
  }

  private static func headlines(_ articles: [LinkedArticle]) -> [(article: Int, letter: String?)] {
    let keyed = articles.enumerated().map { index, article in
      let title = article.article.metadata.title.drop { !$0.isLetter && !$0.isNumber }
      return NameEntry(entity: index, text: String(title), isVariant: false)
    }
    let sorted = keyed.sorted {
      ($0.letter ?? "~", $0.key, $0.entity) < ($1.letter ?? "~", $1.key, $1.entity)
    }
    return sorted.map { (article: $0.entity, letter: $0.letter) }
  }

  private static func quotes(_ dossier: Dossier, _ concordance: Concordance) -> [(
    family: Int, letter: String?
  )] {
    let keyed = dossier.quoteFamilies.enumerated().map { index, family in
      let entity = family.speaker.flatMap { concordance.entityIndex[$0] }
      let name = entity.map { NameEntry(entity: $0, text: dossier.entities[$0].name, isVariant: false) }
      let first = family.variants.first.flatMap { concordance.articleIndex[$0.citation.article] }
      return (
        family: index, letter: name?.letter, key: name?.key ?? "", isNamed: name != nil,
        rank: first.map { concordance.rank[$0] } ?? 0
      )
    }
    let sorted = keyed.sorted {
      ($0.isNamed ? 0 : 1, $0.letter ?? "~", $0.key, $0.rank, $0.family)
        < ($1.isNamed ? 0 : 1, $1.letter ?? "~", $1.key, $1.rank, $1.family)
    }
    return sorted.map { ($0.family, $0.letter) }
  }
}

extension NameEntry {
  fileprivate init(entity: Int, text: String, isVariant: Bool) {
    let folding = Self.folded(text)
    let first = folding.utf8.first ?? 0
    self.init(
      entity: entity, text: text, isVariant: isVariant, key: folding,
      letter: (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
        ? String(UnicodeScalar(first)) : nil)
  }

  /// In small letters, without marks and apostrophes.
  private static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      let bytes = text.utf8.filter { $0 != 0x27 }
      return String(decoding: bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
    let folded = text.decomposedStringWithoutMarks.lazy.filter { $0.value != 0x27 && $0.value != 0x2019 }
    var key = String.UnicodeScalarView()
    key.append(contentsOf: folded)
    return String(key).lowercased()
  }
}

extension Alias.Kind {
  /// Whether a reader looks the form up in an index: a name of the thing itself.
  fileprivate var isLookedUp: Bool {
    switch self {
    case .full, .short, .acronym, .spelling, .typo: true
    case .honorific, .description, .metonym: false
    }
  }
}

extension Optional where Wrapped == Claim<EDTF> {
  fileprivate var placedYear: Int? { TimelinePlace(self?.value).year }
}
