import DossierModel
import DossierPages
import DossierSource
import DossierTestSupport
import DossierTheme
import Testing

@testable import DossierRendering

@Suite struct SearchFilesTests {
  private func files(_ options: SiteOptions = SiteOptions()) -> [String: String] {
    let plan = SitePlan(of: SitePages.meeting(), options: options)
    let renderer = SiteRenderer(theme: Theme.files, options: options)
    guard let search = renderer.search(of: plan) else { return [:] }
    let files = search.index() + (0..<search.shardCount).map(search.texts)
    return Dictionary(files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }) { one, _ in one }
  }

  @Test func listsNamesThenEventsThenArticlesOfTheNewestYear() throws {
    let pages = try #require(files()["search/pages-0.js"])
    let paths = pages.split(separator: "`")[1].split(separator: "\n").map { $0.split(separator: "\t")[0] }
    let folders = paths.map { $0.split(separator: "/")[0] }
    #expect(
      folders == folders.filter { $0 == "actors" } + folders.filter { $0 == "places" }
        + folders.filter { $0 == "events" } + folders.filter { $0 == "articles" })
    #expect(paths.last == "articles/third.html")
  }

  @Test func hasTheSentencesOfAnArticleForPreviews() {
    let texts = files().filter { $0.key.hasPrefix("search/texts-") }.values.joined()
    #expect(texts.contains("=articles/second.html\tarticle\tArticle second\tÉvening <Star> · June 2019\n"))
    #expect(texts.contains("\tAnna Berg of Nordland saw Karl Ost.\n"))
  }

  /// What each file of texts is made from, in a site whose texts are about some name.
  private func sources(_ dossier: Dossier) throws -> [Fingerprint] {
    let plan = SitePlan(of: dossier)
    let made = PageFingerprints(of: plan, site: Fingerprint(of: "site"))
    let search = try #require(SiteRenderer(theme: Theme.files).search(of: plan))
    return (0..<search.shardCount).map { search.fingerprint(ofTexts: $0, made) }
  }

  @Test func tellsWhatAFileOfTextsIsMadeFrom() throws {
    let meeting = try sources(SitePages.meeting())
    #expect(try sources(SitePages.meeting()) == meeting)
    #expect(try sources(SitePages.withAccents()) != meeting)
  }

  @Test func isLeftOutWhereTheEditorWantsNone() {
    var options = SiteOptions()
    options.search = false
    #expect(files(options).isEmpty)
    let site = SitePages(SitePages.meeting(), options: options)
    let pages = site.files.filter { $0.key.hasSuffix(".html") && $0.value.contains("<script") }
    #expect(pages.keys.sorted() == ["actors-map.html", "review.html", "timeline.html"])
    #expect(
      site.files.filter { $0.value.contains("/dossier.js\"") || $0.value.contains("/search.js\"") }.isEmpty)
    #expect(site.files["search.html"]?.contains("Anna Berg") == true)
  }
}

@Suite struct WebFilesTests {
  private func files(_ base: String?) -> [String: String] {
    var options = SiteOptions()
    options.baseURL = base
    let plan = SitePlan(of: SitePages.meeting(), options: options)
    let files = SiteRenderer(theme: Theme.files, options: options).web(of: plan)?.files ?? []
    return Dictionary(files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }) { one, _ in one }
  }

  @Test func hasNeitherSitemapNorFeedWithoutAnAddress() { #expect(files(nil).isEmpty) }

  @Test func listsEveryPageInTheSitemap() throws {
    let sitemap = try #require(files("https://example.org/d")["sitemap.xml"])
    #expect(sitemap.contains("<loc>https://example.org/d/</loc>"))
    #expect(sitemap.contains("<loc>https://example.org/d/articles/first.html</loc>"))
    #expect(!sitemap.contains("404.html"))
  }

  @Test func feedsOnlyArticlesThatAreKnownToTheDay() throws {
    let feed = try #require(files("https://example.org/d")["feed.xml"])
    #expect(feed.contains("<id>https://example.org/d/articles/first.html</id>"))
    #expect(feed.contains("<updated>2019-05-03T00:00:00Z</updated>"))
    #expect(!feed.contains("second.html"))
  }

  @Test func namesThePagesAddressWhereItIsKnown() {
    var options = SiteOptions()
    #expect(
      SitePages(SitePages.meeting(), options: options).files["index.html"]?.contains("canonical") == false)
    options.baseURL = "https://example.org/d"
    let site = SitePages(SitePages.meeting(), options: options)
    #expect(
      site.files["articles/first.html"]?
        .contains("<link rel=\"canonical\" href=\"https://example.org/d/articles/first.html\">") == true)
    #expect(
      site.files["index.html"]?.contains("<meta property=\"og:url\" content=\"https://example.org/d/\">")
        == true)
  }

  /// A host shows this page at any depth.
  @Test func leadsFromThePageForWhatIsNotFoundByWholeAddresses() throws {
    var options = SiteOptions()
    let fromDisk = try #require(SitePages(SitePages.meeting(), options: options).files["404.html"])
    #expect(fromDisk.contains("href=\"actors.html\""))
    options.baseURL = "https://example.org/d"
    let hosted = try #require(SitePages(SitePages.meeting(), options: options).files["404.html"])
    #expect(hosted.contains("href=\"https://example.org/d/actors.html\""))
    #expect(!hosted.contains("href=\"actors.html\""))
  }

  @Test func letsNoPageRunWhatIsNotItsOwn() {
    let site = SitePages(SitePages.meeting())
    for (path, text) in site.files where path.hasSuffix(".html") {
      #expect(text.contains("default-src 'none'; script-src 'self'; worker-src blob:"), "\(path)")
      #expect(!text.contains("unsafe"), "\(path)")
      #expect(!text.contains(" onclick="), "\(path)")
      #expect(!text.contains("<script>"), "\(path)")
    }
  }
}
