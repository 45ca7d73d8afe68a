import DossierModel
import DossierSource

/// What a page declares of its article for machines: JSON-LD, OpenGraph, Dublin Core and other meta tags.
///
/// Each field holds the candidates in the order of trust; what the page shows its readers is weighed against them
/// by `MetadataExtractor`.
struct PageMetadata: Sendable {
  private(set) var headlines: [String] = []
  private(set) var pageTitle: String?
  private(set) var descriptions: [String] = []
  private(set) var authors: [String] = []
  private(set) var siteNames: [String] = []
  private(set) var publishedTimes: [String] = []
  private(set) var modifiedTimes: [String] = []
  private(set) var addresses: [String] = []
  /// The language that the page declares, the most trusted first: one may name the place too, `en-GB`.
  private(set) var languages: [String] = []
  var language: String? { languages.first }
  /// What a label says of the article on cards for social networks: "Written by" with a name.
  private(set) var labelled: [(label: String, value: String)] = []
  private var authorReferences: [String] = []
  private var namesByReference: [String: String] = [:]
  /// The whole text where the page repeats it for machines.
  private(set) var articleBody: String?
  /// When the page was saved, as the program that saved it writes.
  private(set) var savingTime: String?
  /// The bytes of the page.
  private let page: [UInt8]

  init(of tree: HTMLTree, page: [UInt8]) {
    self.page = page
    var meta: [(name: String, content: String)] = []
    for (index, node) in tree.nodes.enumerated() {
      switch node.tag {
      case "html": languages += [node.attribute("lang") ?? node.attribute("xml:lang")].compactMap(\.self)
      case "title" where pageTitle == nil && tree.hasAncestor(index, in: ["head"]):
        pageTitle = tree.text(of: index)
      case "script": readLinkedData(node.text)
      case "link" where node.attribute("rel")?.lowercased() == "canonical":
        if let address = node.attribute("href") { addresses.append(address) }
      case "meta":
        let name = node.attribute("property") ?? node.attribute("name") ?? node.attribute("itemprop")
        guard let name, let content = node.attribute("content")?.folded, !content.isEmpty else { continue }
        meta.append((name.lowercased(), content))
      default: continue
      }
    }
    read(meta)
    authors += authorReferences.compactMap { namesByReference[$0] }
    let note = SavingNote(of: page)
    addresses += [note.address].compactMap(\.self)
    savingTime = note.time
  }

  /// The times of publication in the data of the page's scripts: looked for only where nothing else tells one.
  func scriptedTimes() -> [String] { ScriptedTimes(of: page).published() }

  // MARK: - Meta tags

  private mutating func read(_ meta: [(name: String, content: String)]) {
    let byName = Dictionary(grouping: meta, by: \.name).mapValues { $0.map(\.content) }
    func values(_ names: [String]) -> [String] { names.flatMap { byName[$0] ?? [] } }
    headlines += values(Self.titleNames)
    descriptions += values(Self.descriptionNames)
    authors += values(Self.authorNames).filter { !$0.hasPrefix("http") }
    siteNames += values(["og:site_name", "application-name", "dc.publisher", "publisher"])
      .filter { !$0.hasPrefix("http") }
    publishedTimes += values(Self.publishedNames)
    modifiedTimes += values(Self.modifiedNames)
    for (name, content) in meta where !Self.publishedNames.contains(name) {
      if Self.namesPublication(name) {
        publishedTimes.append(content)
      } else if Self.namesChange(name), !Self.modifiedNames.contains(name) {
        modifiedTimes.append(content)
      }
    }
    addresses += values(["og:url"])
    for number in ["1", "2"] {
      guard let label = byName["twitter:label" + number]?.first,
        let data = byName["twitter:data" + number]?.first
      else { continue }
      labelled.append((label, data))
    }
    languages += values(["og:locale", "language", "dc.language"])
  }

  /// Whether a name has the words of a publication date, in whatever order sites put them: `blog:date-published`.
  private static func namesPublication(_ name: String) -> Bool {
    let words = ElementNames.words(of: name)
    let isOfPublication = words.contains { $0.hasPrefix("publi") || $0 == "pub" || $0 == "posted" }
    if isOfPublication { return words.last == "date" || words.contains { $0 == "date" || $0 == "time" } }
    return words.last == "date" && !words.contains { word in otherDates.contains { word.hasPrefix($0) } }
  }

  /// Whether a name has the words of a date of the last change: `updated-date`.
  private static func namesChange(_ name: String) -> Bool {
    let words = ElementNames.words(of: name)
    return words.contains { $0 == "date" || $0 == "time" }
      && words.contains { word in changes.contains { word.hasPrefix($0) } }
  }

  /// How the words begin that sites have for the last change of a page.
  private static let changes = ["updat", "modif", "revis", "lastmod", "edited"]
  /// How the words begin of dates of something else than the text: its change, its end, an event.
  private static let otherDates =
    changes + ["expir", "end", "start", "event", "valid", "review", "unpubl", "embargo", "birth", "today"]

  private static let titleNames = [
    "og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "headline",
    "citation_title",
  ]
  private static let descriptionNames = [
    "og:description", "description", "twitter:description", "dc.description",
  ]
  private static let authorNames = [
    "author", "parsely-author", "sailthru.author", "article:author_name", "dc.creator", "dcterms.creator",
    "citation_author", "byl", "dc.contributor", "article:author", "twitter:data1_author", "creator",
  ]
  private static let publishedNames = [
    "article:published_time", "og:article:published_time", "parsely-pub-date", "sailthru.date",
    "datepublished",
    "date", "pubdate", "publishdate", "publish-date", "publish_date", "published_date", "article:published",
    "article.published", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "dcterms.issued",
    "citation_date", "citation_publication_date", "originalpublicationdate", "article_date_original",
    "cxenseparse:recs:publishtime", "ptime", "displaydate", "release_date", "og:pubdate", "og:published_time",
    "created", "date.created", "article:created", "timestamp", "shareaholic:article_published_time",
    "video:release_date", "rnews:datepublished", "eomportal-lastupdate",
  ]
  private static let modifiedNames = [
    "article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod",
    "dcterms.modified",
    "dc.date.modified", "utime",
  ]

  // MARK: - JSON-LD

  private mutating func readLinkedData(_ script: String) {
    guard !script.isEmpty, let value = JSONValue(script) else { return }
    var pending = value.elements
    var seen = 0
    while seen < pending.count, seen < 400 {
      let next = pending[seen]
      seen += 1
      if let graph = next["@graph"] { pending += graph.elements }
      if let main = next["mainEntity"] { pending += main.elements }
      if let id = next["@id"]?.string, let name = next["name"]?.string { namesByReference[id] = name.plain }
      guard Self.isArticle(next) else { continue }
      readArticle(next)
    }
  }

  /// Whether the type is one of schema.org's kinds of article.
  private static func isArticle(_ value: JSONValue) -> Bool {
    guard let types = value["@type"]?.elements.compactMap(\.string) else { return false }
    return types.contains {
      $0.hasSuffix("Article") || $0.hasSuffix("BlogPosting") || $0 == "Report" || $0 == "LiveBlogPosting"
        || $0 == "WebPage" || $0 == "Review" || $0 == "HowTo" || $0 == "Recipe"
    }
  }

  private mutating func readArticle(_ value: JSONValue) {
    let isPage = value["@type"]?.elements.contains { $0.string?.hasSuffix("WebPage") ?? false } ?? false
    func texts(_ key: String) -> [String] {
      value[key]?.elements.compactMap { ($0.string ?? $0["name"]?.string ?? $0["@value"]?.string)?.plain }
        ?? []
    }
    publishedTimes += texts("datePublished")
    modifiedTimes += texts("dateModified")
    authors += texts("author").filter { !$0.hasPrefix("http") }
    authors += (value["author"]?["name"]?.elements ?? []).dropFirst().compactMap { $0.string?.plain }
    authorReferences +=
      value["author"]?.elements.compactMap { $0["name"] == nil ? $0["@id"]?.string : nil } ?? []
    guard !isPage else { return }
    headlines += texts("headline")
    if articleBody == nil { articleBody = value["articleBody"]?.string }
    siteNames += texts("publisher").filter { !$0.hasPrefix("http") }
    descriptions += texts("description")
    languages += texts("inLanguage")
  }
}

extension String {
  /// The text with every run of white space folded to one space.
  var folded: String {
    var text = FoldedText()
    text.append(self)
    return text.finished
  }

  /// The text with white space folded, and the entities of HTML read that a page left in what is no HTML.
  var plain: String { HTMLEntities.decoded(folded) }
}
