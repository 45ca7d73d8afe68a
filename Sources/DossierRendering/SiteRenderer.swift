import DossierModel
import DossierPages
import DossierSource
import DossierTemplates

/// Makes files of pages, through the theme's templates.
///
/// It holds no state: pages may be rendered concurrently and in any order.
package struct SiteRenderer: Sendable {
  /// A text of the theme by its path below the theme's folder; a user's own replace the built-in ones file by file.
  package typealias ThemeFile = (path: String, text: String)

  /// What is wrong with the theme's texts: with an error among them a site should not be written.
  package let diagnostics: [Diagnostic]
  let theme: [ThemeFile]
  private let templates: [PageTemplate: Template]
  let values: PageValues
  private let site: TemplateValue
  private let baseURL: String?
  let notes: [PagePath: [Note]]

  package init(
    theme: [ThemeFile], options: SiteOptions = SiteOptions(), notes: [PagePath: [Note]] = [:]
  ) {
    self.theme = theme
    self.notes = notes
    let sources = theme.filter { $0.path.hasSuffix(".mustache") }.map { file in
      TemplateSource(
        name: String(file.path.dropLast(".mustache".count)), path: "templates/" + file.path,
        text: Array(file.text.utf8))
    }
    let library = TemplateLibrary(sources)
    let compiler = TemplateCompiler(library)
    var templates: [PageTemplate: Template] = [:]
    for page in PageTemplate.allCases {
      templates[page] = compiler.template(named: page.rawValue, shape: page.shape)
    }
    let words = Wording(theme.last { $0.path == "words.txt" }?.text ?? "", path: "templates/words.txt")
    self.templates = templates
    values = PageValues(words: words)
    site = .object([
      "title": .text(options.title ?? words["site.title"]),
      "description": values.text(options.description),
      "language": .text(LanguageTag(options.language)?.string ?? "en"), "search": .flag(options.search),
      "isPrivate": .flag(options.profile == .private), "isExcerpt": .flag(options.profile == .excerpt),
      "isLinks": .flag(options.profile == .links),
    ])
    baseURL = options.baseURL
    let troubles = library.diagnostics + templates.values.flatMap(\.diagnostics) + words.diagnostics
    diagnostics = Set(troubles).sorted()
  }

  /// The files of a page, and what went wrong in making them.
  package func files(for page: Page) -> (files: [OutputFile], diagnostics: [Diagnostic]) {
    switch page {
    case .home(let page): render(.home, page.path, values.homePage(page))
    case .articles(let page): render(.articles, page.path, values.articleIndex(page))
    case .article(let page): files(of: page)
    case .timeline(let page): render(.timeline, page.path, values.timelinePage(page))
    case .names(let page): render(.names, page.path, values.nameIndex(page))
    case .actor(let page):
      citing(.actor, page.path) { $0.add(page.editorLines, to: $0.actorPage(page)) }
    case .place(let page):
      citing(.place, page.path) { $0.add(page.editorLines, to: $0.placePage(page)) }
    case .mentions(let page): render(.mentions, page.path, values.mentionsPage(page))
    case .events(let page): render(.events, page.path, values.eventIndex(page))
    case .event(let page):
      citing(.event, page.path) { $0.add(page.editorLines, to: $0.eventPage(page)) }
    case .outlets(let page): render(.outlets, page.path, values.outletIndex(page))
    case .outlet(let page): render(.outlet, page.path, values.outletPage(page))
    case .quotes(let page): render(.quotes, page.path, values.quoteIndex(page))
    case .fragments(let page): render(.fragments, page.path, values.fragmentIndex(page))
    case .figures(let page): render(.figures, page.path, values.figureIndex(page))
    case .search(let page): render(.search, page.path, values.searchPage(page))
    case .comparison(let page): render(.comparison, page.path, values.comparisonPage(page))
    case .quoteView(let page): render(.quoteView, page.path, values.quoteView(page))
    case .review(let page): render(.review, page.path, values.reviewPage(page))
    case .corrections(let page): render(.corrections, page.path, values.correctionsPage(page))
    case .build(let page): files(of: page)
    case .terms(let page): render(.terms, page.path, values.termsPage(page))
    case .term(let page): render(.term, page.path, values.termPage(page))
    case .actorMap(let page): render(.actorMap, page.path, values.actorMapPage(page))
    case .methods(let page): render(.methods, page.path, values.methods)
    case .notFound(let page): render(.notFound, page.path, [:])
    }
  }

  /// The search and the previews of a site; nil where the editor wants none.
  package func search(of plan: SitePlan) -> SearchFiles? {
    plan.options.search ? SearchFiles(of: plan, words: values.words) : nil
  }

  /// Sitemap and feed; nil where the address of the site is not known.
  package func web(of plan: SitePlan) -> WebFiles? { WebFiles(of: plan, words: values.words) }

  /// Files that are the same for all pages: style sheets, scripts, pictures, and the schema of the data file.
  package var staticFiles: [OutputFile] {
    theme.compactMap { file in
      if [".css", ".js", ".svg"].contains(where: file.path.hasSuffix) {
        return OutputFile(path: "assets/\(file.path)", bytes: Array(file.text.utf8))
      }
      guard file.path == "dossier.schema.json" else { return nil }
      return OutputFile(path: "data/dossier.schema.json", bytes: Array(file.text.utf8))
    }
  }

  private func files(of page: ArticlePage) -> (files: [OutputFile], diagnostics: [Diagnostic]) {
    let made = citing(.article, page.path) { values in
      var values = values
      values.article = page.path
      let object = values.articlePage(page, body: ArticleBody.html(of: page))
      return values.add(page.editorLines, to: object)
    }
    return (made.files + [ArticleMarkdown.file(of: page)], made.diagnostics)
  }

  /// A host shows its page for what is not found at any depth, so that only whole addresses lead from it.
  private func root(of path: PagePath) -> String {
    guard path == .notFound, let baseURL else { return path.root }
    return WebFiles.address(of: .home, at: baseURL)
  }

  private func files(of page: BuildPage) -> (files: [OutputFile], diagnostics: [Diagnostic]) {
    let made = render(.build, page.path, values.buildPage(page))
    let sums = page.lines.map { $0 + "\n" }.joined()
    return (made.files + [OutputFile(path: page.sums.string, bytes: Array(sums.utf8))], made.diagnostics)
  }

  /// Renders a page that ends in the list of what it cites.
  private func citing(
    _ kind: PageTemplate, _ path: PagePath, _ object: (PageValues) -> TemplateObject
  ) -> (files: [OutputFile], diagnostics: [Diagnostic]) {
    var values = values
    let sources = SourceList()
    values.sources = sources
    return render(kind, path, object(values), sources: sources)
  }

  func render(
    _ kind: PageTemplate, _ path: PagePath, _ object: TemplateObject, sources: SourceList? = nil
  ) -> (files: [OutputFile], diagnostics: [Diagnostic]) {
    var object = object
    object["site"] = site
    let own = notes.isEmpty ? [] : notes[path] ?? []
    object["hasNotes"] = .flag(!own.isEmpty)
    object["notes"] = values.notes(own)
    let cited = sources?.articles ?? []
    object["sources"] = values.listed(cited)
    object["hasSources"] = .flag(!cited.isEmpty)
    object["root"] = .text(root(of: path))
    object["canonical"] = values.text(baseURL.map { WebFiles.address(of: path, at: $0) })
    var bytes: [UInt8] = []
    bytes.reserveCapacity(16_384)
    let troubles = templates[kind]?.render(.object(object), into: &bytes) ?? []
    return ([OutputFile(path: path.string, bytes: bytes)], troubles)
  }
}

/// The template of each kind of page, by its file's name in the theme.
enum PageTemplate: String, Sendable, CaseIterable {
  case home, articles, article, timeline, names, actor, place, mentions, events, event, outlets, outlet,
    quotes
  case fragments, figures, comparison, terms, term, methods, search
  case review, corrections, build
  case notFound = "not-found"
  case quoteView = "quotes-by"
  case actorMap = "actor-map"
  case printed = "print"
}
