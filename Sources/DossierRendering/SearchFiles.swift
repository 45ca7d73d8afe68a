import DossierModel
import DossierPages
import DossierSearch
import DossierSource

/// The files of the search and of previews, out of a plan and the theme's words.
package struct SearchFiles: Sendable {
  private let plan: SitePlan
  private let words: Wording
  private let rows: SearchRows
  private let shards: PreviewShards
  /// The pages of each shard of texts, as places in the rows of names, events and articles one after another.
  private let pagesOfShard: [[Int]]

  init(of plan: SitePlan, words: Wording) {
    self.plan = plan
    self.words = words
    rows = plan.searchRows()
    let all = rows.names + rows.events + rows.articles
    let dossier = plan.dossier
    shards = PreviewShards(
      bytes: rows.articles.reduce(all.count * 150) { $0 + dossier.articles[$1.index].article.text.utf8.count }
    )
    var pages = [[Int]](repeating: [], count: shards.count)
    for (place, row) in all.enumerated() { pages[shards.shard(of: row.path.string)].append(place) }
    pagesOfShard = pages
  }

  /// How many files of texts there are; they can be made in any order.
  package var shardCount: Int { shards.count }

  /// The index: what leads from words to pages.
  package func index() -> [OutputFile] {
    var index = SearchIndex()
    for row in rows.names { addName(row, to: &index) }
    for row in rows.events { addEvent(row, to: &index) }
    let dossier = plan.dossier
    let lengths = rows.articles.map { Double(dossier.articles[$0.index].article.text.utf8.count) }
    let average = max(1, lengths.reduce(0, +) / Double(max(1, lengths.count)))
    for (row, length) in zip(rows.articles, lengths) {
      addArticle(row, relativeLength: length / average, to: &index)
    }
    return index.files(texts: shards.count).map { OutputFile(path: $0.path, bytes: $0.bytes) }
  }

  /// Where a file of texts lies.
  package func path(ofTexts number: Int) -> String { PreviewShards.Shard.path(number) }

  /// Of all that a file of texts is made from.
  package func fingerprint(ofTexts number: Int, _ made: PageFingerprints) -> Fingerprint {
    var builder = FingerprintBuilder()
    builder.add(pagesOfShard[number]) { builder, place in
      switch row(at: place) {
      case .name(let row):
        builder.add(row.path.string)
        builder.add(made.fingerprint(ofName: row.index))
      case .event(let row):
        builder.add(row.path.string)
        builder.add(made.fingerprint(ofEvent: row.index))
      case .article(let row):
        builder.add(row.path.string)
        builder.add(made.fingerprint(ofArticle: row.index))
      }
    }
    return builder.fingerprint
  }

  /// A file of what previews and results show of pages.
  package func texts(_ number: Int) -> OutputFile {
    var shard = PreviewShards.Shard(number)
    for place in pagesOfShard[number] {
      switch row(at: place) {
      case .name(let row): addName(row, to: &shard)
      case .event(let row): addEvent(row, to: &shard)
      case .article(let row): addArticle(row, to: &shard)
      }
    }
    let file = shard.file
    return OutputFile(path: file.path, bytes: file.bytes)
  }

  private enum PlacedRow {
    case name(SearchRows.Row)
    case event(SearchRows.Row)
    case article(SearchRows.Row)
  }

  /// A row by its place among those of names, events and articles one after another.
  private func row(at place: Int) -> PlacedRow {
    if place < rows.names.count { return .name(rows.names[place]) }
    let later = place - rows.names.count
    if later < rows.events.count { return .event(rows.events[later]) }
    return .article(rows.articles[later - rows.events.count])
  }
}

/// Names.
extension SearchFiles {
  private func addName(_ row: SearchRows.Row, to index: inout SearchIndex) {
    let entity = plan.dossier.entities[row.index]
    let kind = words["kind.\(entity.kind.rawValue)"]
    let page = FindablePage(
      path: row.path.string, title: entity.name,
      note: Self.line([kind, words.count(entity.articles.count, "articles"), also(entity, \.isSearched)]),
      facets: .init(kind: entity.kind.rawValue))
    let names = [entity.name] + entity.aliases.filter(\.kind.isSearched).map(\.text)
    index.add(page, names: names, prominence: Self.prominence(entity.articles.count))
  }

  private func addName(_ row: SearchRows.Row, to shard: inout PreviewShards.Shard) {
    let entity = plan.dossier.entities[row.index]
    let counts = Self.line([
      words.count(entity.mentionCount, "mentions"), words.count(entity.articles.count, "articles"),
    ])
    shard.add(
      row.path.string, kind: words["kind.\(entity.kind.rawValue)"], title: entity.name,
      lines: [counts, also(entity) { _ in true }])
  }

  /// The first of the other forms in which an entity is named; empty where there are none.
  private func also(_ entity: Entity, _ isShown: (Alias.Kind) -> Bool) -> String {
    let others = entity.aliases.filter { $0.text != entity.name && isShown($0.kind) }.prefix(4)
    return others.isEmpty
      ? "" : words.text("preview.also", ["names": others.map(\.text).joined(separator: ", ")])
  }

  /// The number of digits of the count in base 2: twice as many articles, one step more prominent.
  private static func prominence(_ count: Int) -> Int { Int.bitWidth - max(0, count).leadingZeroBitCount }

  private static func line(_ parts: [String?]) -> String {
    parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

/// Events and articles.
extension SearchFiles {
  private func addEvent(_ row: SearchRows.Row, to index: inout SearchIndex) {
    let event = plan.dossier.events[row.index]
    let (title, participants, place) = plan.searchedWords(ofEvent: row.index)
    let page = FindablePage(
      path: row.path.string, title: title,
      note: Self.line([
        event.when.map { words.date($0.value) }, place, words.count(event.coverage.count, "articles"),
      ]), facets: .init(kind: "event", year: row.year))
    let line = ([title] + participants + [place ?? ""]).joined(separator: " ")
    index.add(page, line: line, prominence: Self.prominence(event.coverage.count))
  }

  private func addEvent(_ row: SearchRows.Row, to shard: inout PreviewShards.Shard) {
    let event = plan.dossier.events[row.index]
    let (title, participants, place) = plan.searchedWords(ofEvent: row.index)
    shard.add(
      row.path.string, kind: words["kind.event"], title: title,
      lines: [
        Self.line([event.when.map { words.date($0.value) }, place]),
        Self.line([participants.prefix(6).joined(separator: ", ")]),
        words.count(event.coverage.count, "articles"),
      ])
  }

  private func addArticle(_ row: SearchRows.Row, relativeLength: Double, to index: inout SearchIndex) {
    let linked = plan.dossier.articles[row.index]
    let metadata = linked.article.metadata
    let page = FindablePage(
      path: row.path.string, title: metadata.title, note: note(of: linked),
      facets: .init(kind: "article", outlet: row.outlet, year: row.year))
    var text = [(metadata.title, weight: 4), (linked.article.text, weight: 1)]
    if let deck = metadata.deck { text.append((deck, weight: 2)) }
    text += metadata.bylines.map { ($0, weight: 1) }
    index.add(page, text: text, relativeLength: relativeLength)
  }

  private func addArticle(_ row: SearchRows.Row, to shard: inout PreviewShards.Shard) {
    let linked = plan.dossier.articles[row.index]
    shard.add(
      row.path.string, kind: words["kind.article"], title: linked.article.metadata.title,
      lines: [note(of: linked)])
    shard.add(
      linked.annotated.sentences.lazy.map { ($0.id.string, $0.range.lowerBound..<$0.range.upperBound) },
      of: linked.article.text)
  }

  private func note(of article: LinkedArticle) -> String {
    Self.line([article.article.metadata.outlet, article.published.map { words.date($0.value) }])
  }
}

extension Alias.Kind {
  /// Whether readers look for the form: what only describes would lead everywhere.
  fileprivate var isSearched: Bool {
    switch self {
    case .full, .short, .acronym, .spelling, .typo, .metonym: true
    case .honorific, .description: false
    }
  }
}
