import DossierMarkdown
import DossierModel
import DossierSource

/// Reads Markdown files: taken at their word, unless they are a page's text as somebody copied it.
struct MarkdownSourceReader: Sendable {
  private let words: PageWords
  private let pasted: PastedPageReader
  private let cleaner: MarkdownCleaner
  private let dates: DateLineReader
  private let bylines: BylineReader
  private let datelines: DatelineReader

  init(words: PageWords, pasted: PastedPageReader) {
    self.words = words
    self.pasted = pasted
    cleaner = MarkdownCleaner(words: words)
    dates = DateLineReader(words: words)
    bylines = BylineReader(words: words)
    datelines = DatelineReader(words: words)
  }

  func article(of text: String, from source: SourceFile) -> (article: Article?, diagnostics: [Diagnostic]) {
    let front = FrontMatter.split(text)
    if front == nil, pasted.looksPasted(text) { return pasted.article(of: text, from: source) }
    let split = front ?? FrontMatter.Split(matter: FrontMatter(), body: text[...], problem: nil)
    var diagnostics: [Diagnostic] = []
    if let problem = split.problem { diagnostics.append(.badFrontMatter(problem, in: source)) }
    diagnostics += unknownKeys(of: split.matter, in: source)
    let named = split.matter.value("title", "headline")
    let cleaned = cleaner.cleaned(
      String(split.body.drop { $0 == "\n" }), title: named,
      authors: split.matter.list("bylines", "byline", "authors", "author"))
    let body = MarkdownDocument(cleaned.markdown)
    var metadata = ArticleMetadata(
      title: named ?? cleaned.title ?? Self.firstWords(of: body.plainText, orNameOf: source))
    diagnostics += fill(&metadata, from: split.matter, in: source)
    metadata.deck = metadata.deck ?? cleaned.deck
    metadata.url = metadata.url ?? cleaned.address
    metadata.credits += cleaned.credits.filter { !metadata.credits.contains($0) }
    cleaned.foot.fill(&metadata)
    if let first = body.plainText.blocks.first(where: { $0.kind == .paragraph }) {
      addDateline(of: String(body.plainText.text[first.range]), to: &metadata)
    }
    let article = Article(
      id: identifier(metadata.slug, source), source: source.path, fingerprint: source.fingerprint,
      metadata: metadata, body: body, images: cleaned.images, notices: cleaned.notices,
      removed: cleaned.removed)
    return (article, diagnostics)
  }

  private func addDateline(of paragraph: String, to metadata: inout ArticleMetadata) {
    guard let dateline = datelines.dateline(of: paragraph) else { return }
    metadata.add(dateline, isPublishedByAgency: dateline.tellsDay)
    guard metadata.published == nil, let date = dateline.date else { return }
    metadata.published = Claim(.date(date), basis: .stated, rule: Rule("dateline"), printed: paragraph)
  }

  private func identifier(_ slug: String?, _ source: SourceFile) -> ArticleID {
    slug.map { ArticleID(Slug(folding: $0).string) } ?? ArticleReader.identifier(of: source.path)
  }

  private static func firstWords(of text: PlainText, orNameOf source: SourceFile) -> String {
    guard let first = text.blocks.first else { return source.path.stem }
    return ArticleAssembler.shortened(String(text.text[first.range]))
  }

  // MARK: Metadata

  private static let knownKeys: Set<String> = [
    "title", "headline", "deck", "description", "subtitle", "lede", "dek", "standfirst", "author", "authors",
    "byline", "bylines",
    "outlet",
    "publication", "publisher", "site", "sitename", "site_name", "source", "relay", "relays", "credit",
    "credits",
    "language",
    "lang", "url", "link", "canonical", "date", "published", "published_at", "publish_date", "pubdate",
    "updated", "updated_at", "modified", "last_modified_at", "lastmod", "retrieved",
    "accessed", "saved", "clipped", "captured", "archived", "excerpt", "draft", "slug", "tags", "keywords",
    "categories", "type", "layout",
  ]

  private func unknownKeys(of matter: FrontMatter, in source: SourceFile) -> [Diagnostic] {
    matter.keys.filter { !Self.knownKeys.contains($0.name) }.map {
      Diagnostic(
        .note, "unknown-front-matter-key", "nothing is made of '\($0.name)'",
        remedy: "remove it, or see the keys in docs/CONFIGURATION.md",
        at: SourceLocation(path: source.path.string, line: $0.line))
    }
  }

  /// The names of authors; of several in one value, each: "Ann Berg and Tom Dahl".
  private func names(in listed: [String]) -> [String] {
    guard listed.count == 1, let found = bylines.byline(of: listed[0]), found.names.count > 1,
      found.outlet == nil, found.dates.isEmpty,
      found.names.allSatisfy({ LineShape($0).wordCount > 1 && words.outlet(named: $0) == nil })
    else { return listed }
    return found.names
  }

  /// "Jane Doe" of "[[Jane Doe]]" and "[[doe|Jane Doe]]", as programs that clip pages into notes write names.
  private static func withoutLinkBrackets(_ name: String) -> String {
    guard name.hasPrefix("[["), name.hasSuffix("]]") else { return name }
    let inner = name.dropFirst(2).dropLast(2)
    return String(inner.split(separator: "|").last ?? inner)
  }

  private func fill(
    _ metadata: inout ArticleMetadata, from matter: FrontMatter, in source: SourceFile
  ) -> [Diagnostic] {
    metadata.deck = matter.value("deck", "subtitle", "lede", "dek", "standfirst", "description", "excerpt")
    metadata.bylines = names(
      in: matter.list("bylines", "byline", "authors", "author").map(Self.withoutLinkBrackets)
        .filter { !$0.isEmpty })
    metadata.outlet = matter.value("outlet", "publication", "publisher", "sitename", "site_name", "site")
    metadata.relays = matter.list("relays", "relay")
    metadata.credits = matter.list("credits", "credit")
    metadata.language = matter.value("language", "lang")
    metadata.slug = matter.value("slug")
    metadata.isDraft = matter.value("draft") == "true"
    let source_ = matter.value("source")
    metadata.url = matter.value("url", "link", "canonical") ?? source_.flatMap { WebAddress($0)?.string }
    let address = metadata.url.flatMap { WebAddress($0, months: words.months) }
    if metadata.outlet == nil {
      metadata.outlet =
        source_.flatMap { WebAddress($0) == nil ? $0 : nil }
        ?? address.map { words.outlet(at: $0.host) ?? $0.host }
    }
    var diagnostics: [Diagnostic] = []
    metadata.published = date(
      matter, ["date", "published", "published_at", "publish_date", "pubdate"], source, &diagnostics)
    metadata.updated = date(
      matter, ["updated", "updated_at", "modified", "last_modified_at", "lastmod"], source, &diagnostics)
    metadata.retrieved = date(
      matter, ["retrieved", "accessed", "saved", "clipped", "captured", "archived"], source, &diagnostics)
    if metadata.published == nil, let day = address?.published {
      metadata.published = Claim(.date(day), basis: .stated, rule: Rule("url-path"), printed: metadata.url)
    }
    return diagnostics
  }

  private func date(
    _ matter: FrontMatter, _ keys: [String], _ source: SourceFile, _ diagnostics: inout [Diagnostic]
  ) -> Claim<EDTF>? {
    for key in keys {
      guard let text = matter.values[key]?.first, !text.isEmpty else { continue }
      if let date = Self.isoDate(text) ?? dates.dates(of: text)?.dates.first?.date {
        return Claim(.date(date), basis: .stated, rule: Rule("front-matter"), printed: "\(key): \(text)")
      }
      let line = matter.keys.first { $0.name == key }?.line
      if let ambiguous = dates.dates(of: text)?.ambiguous {
        diagnostics.append(.ambiguousDate(ambiguous.text, at: source.path, line: line))
        continue
      }
      diagnostics.append(
        Diagnostic(
          .warning, "bad-date", "'\(text)' is no date", remedy: "write it as 2019-08-27",
          at: SourceLocation(path: source.path.string, line: line)))
    }
    return nil
  }

  /// `2019-08-27`, `2019-08` or `2019`, with or without a time behind it.
  static func isoDate(_ text: String) -> CalendarDate? {
    let bytes = Array(text.utf8.prefix(11))
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte) - 0x30
      }
      return value
    }
    guard let year = number(0..<4), year > 0 else { return nil }
    guard bytes.count > 4 else { return CalendarDate(year: year) }
    guard bytes[4] == 0x2D, let month = number(5..<7), (1...12).contains(month) else { return nil }
    guard bytes.count > 7 else { return CalendarDate(year: year, month: month) }
    guard bytes[7] == 0x2D, let day = number(8..<10),
      let found = CalendarDay(year: year, month: month, day: day),
      bytes.count == 10 || bytes[10] == 0x54 || bytes[10] == 0x20
    else { return nil }
    return CalendarDate(found)
  }
}

extension Diagnostic {
  static func badFrontMatter(_ problem: FrontMatter.Problem, in source: SourceFile) -> Diagnostic {
    Diagnostic(
      .warning, "bad-front-matter",
      "front matter of '\(source.path.fileName)' is not read whole: \(problem.message)",
      remedy: "mend the line, or put the value in quotation marks",
      at: SourceLocation(path: source.path.string, line: problem.line))
  }
}
