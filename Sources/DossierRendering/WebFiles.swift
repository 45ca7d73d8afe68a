import DossierModel
import DossierPages
import DossierTemplates

/// Files that only make sense where it is known at which address the site stands: a sitemap and a feed.
package struct WebFiles: Sendable {
  /// Pages that one sitemap may list (sitemaps.org 0.9).
  private static let sitemapLimit = 50_000
  private static let feedLength = 50

  private let plan: SitePlan
  private let base: String
  private let title: String

  /// Nil where the address is not known.
  init?(of plan: SitePlan, words: Wording) {
    guard let base = plan.options.baseURL else { return nil }
    self.plan = plan
    self.base = base
    title = plan.options.title ?? words["site.title"]
  }

  package var files: [OutputFile] { sitemaps() + feed() }

  /// The address of a page; that of the home page ends at the folder.
  static func address(of path: PagePath, at base: String) -> String {
    base + "/" + (path == .home ? "" : path.string)
  }

  private func sitemaps() -> [OutputFile] {
    let paths = plan.pages.map(\.path).filter { $0 != .notFound }
    let parts = stride(from: 0, to: paths.count, by: Self.sitemapLimit).map {
      paths[$0..<min($0 + Self.sitemapLimit, paths.count)]
    }
    if let only = parts.first, parts.count == 1 { return [sitemap(only, at: "sitemap.xml")] }
    let files = parts.enumerated().map { sitemap($1, at: "sitemap-\($0 + 1).xml") }
    var index = XMLText(root: "sitemapindex", "http://www.sitemaps.org/schemas/sitemap/0.9")
    for file in files {
      index.open("sitemap")
      index.add("loc", base + "/" + file.path)
      index.close("sitemap")
    }
    return [OutputFile(path: "sitemap.xml", bytes: index.finished())] + files
  }

  private func sitemap(_ paths: ArraySlice<PagePath>, at path: String) -> OutputFile {
    var text = XMLText(root: "urlset", "http://www.sitemaps.org/schemas/sitemap/0.9")
    for page in paths {
      text.open("url")
      text.add("loc", Self.address(of: page, at: base))
      text.close("url")
    }
    return OutputFile(path: path, bytes: text.finished())
  }

  /// The newest articles as Atom (RFC 4287); only those that are known to the day, which the format asks for.
  private func feed() -> [OutputFile] {
    let dated = plan.searchRows().articles.compactMap { row in
      plan.dossier.articles[row.index].published?.value.day.map { (day: $0, row: row) }
    }
    let newest = dated.sorted { ($1.day, $0.row.path) < ($0.day, $1.row.path) }.prefix(Self.feedLength)
    var text = XMLText(root: "feed", "http://www.w3.org/2005/Atom")
    text.add("title", title)
    if let description = plan.options.description { text.add("subtitle", description) }
    text.add("id", base + "/")
    text.empty("link", ["rel": "self", "type": "application/atom+xml", "href": base + "/feed.xml"])
    text.empty("link", ["rel": "alternate", "type": "text/html", "href": base + "/"])
    // The format asks for a time even where no article has a day.
    text.add("updated", newest.first.map { Self.time($0.day) } ?? "1970-01-01T00:00:00Z")
    for (day, row) in newest { addEntry(row, day, to: &text) }
    return [OutputFile(path: "feed.xml", bytes: text.finished())]
  }

  private func addEntry(_ row: SearchRows.Row, _ day: CalendarDay, to text: inout XMLText) {
    let metadata = plan.dossier.articles[row.index].article.metadata
    let address = Self.address(of: row.path, at: base)
    text.open("entry")
    text.add("title", metadata.title)
    text.add("id", address)
    text.empty("link", ["rel": "alternate", "type": "text/html", "href": address])
    text.add("updated", Self.time(day))
    text.add("published", Self.time(day))
    text.open("author")
    text.add("name", metadata.outlet ?? metadata.bylines.first ?? title)
    text.close("author")
    if let deck = metadata.deck { text.add("summary", deck) }
    text.close("entry")
  }

  private static func time(_ day: CalendarDay) -> String { "\(day)T00:00:00Z" }
}

/// An XML document as it is written.
private struct XMLText {
  private var bytes: [UInt8]
  private let root: String

  init(root: String, _ namespace: String) {
    self.root = root
    bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<\(root) xmlns=\"\(namespace)\">\n".utf8)
  }

  mutating func open(_ name: String) { bytes += Array("<\(name)>\n".utf8) }
  mutating func close(_ name: String) { bytes += Array("</\(name)>\n".utf8) }

  mutating func add(_ name: String, _ text: String) {
    bytes += Array("<\(name)>".utf8)
    escape(text)
    bytes += Array("</\(name)>\n".utf8)
  }

  mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    bytes += Array("<\(name)".utf8)
    for (key, value) in attributes {
      bytes += Array(" \(key)=\"".utf8)
      escape(value)
      bytes.append(0x22)
    }
    bytes += Array("/>\n".utf8)
  }

  mutating func finished() -> [UInt8] {
    close(root)
    return bytes
  }

  /// Control characters have no place in XML, escaped or not.
  private mutating func escape(_ text: String) {
    let seen = text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0xFFFE && $0.value != 0xFFFF }
    HTMLEscaping.append(String(String.UnicodeScalarView(seen)), to: &bytes)
  }
}
