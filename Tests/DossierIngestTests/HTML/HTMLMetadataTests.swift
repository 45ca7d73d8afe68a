import DossierModel
import Testing

@Suite struct HTMLHeadlineTests {
  private func check(
    head: String, body: String, title: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(try savedPage(head, body).metadata.title == title, sourceLocation: sourceLocation)
  }

  @Test func takesThePrintedHeadlineThatThePageDeclares() throws {
    try check(
      head: "<title>Ice closes the northern canal | River News</title>",
      body: "<h1>Ice closes the northern canal</h1>", title: "Ice closes the northern canal")
  }

  @Test func takesNoOutletsNameForAHeadline() throws {
    try check(
      head: "<title>Ice closes the northern canal - River News</title>",
      body: "<h1><a href=\"/\">River News</a></h1><h2>Ice closes the northern canal</h2>",
      title: "Ice closes the northern canal")
  }

  @Test func prefersWhatIsPrintedToWhatSearchEnginesAreTold() throws {
    try check(
      head: "<title>Canal ice: all you need to know</title>", body: "<h1>Ice closes the old canal</h1>",
      title: "Ice closes the old canal")
  }

  @Test func cutsTheOutletFromADeclaredTitle() throws {
    try check(
      head: "<meta property=\"og:title\" content=\"Ice closes the northern canal | River News\">", body: "",
      title: "Ice closes the northern canal")
  }

  @Test func takesWhatIsCalledATitleWhereThePageDeclaresTheSiteAlone() throws {
    let shown = "<div class=\"node-title\">Harbour master counts barges on the river</div>"
    try check(
      head: "<title>Canaloffice</title>", body: shown, title: "Harbour master counts barges on the river")
    try check(
      head: "<title>Canaloffice</title><meta property=\"og:title\" content=\"Deadlock\">", body: shown,
      title: "Deadlock")
    try check(
      head: "<title>Canaloffice</title>",
      body: shown + "<div class=\"box-title\">What else the office does</div>", title: "Canaloffice")
    try check(head: "<title>Ledger</title>", body: shown, title: "Harbour master counts barges on the river")
    try check(head: "<title>River counted</title>", body: shown, title: "River counted")
    try check(
      head: "<title>Lock closes</title>",
      body: "<div class=\"box-title\">Subscribe to our weekly letter now</div>", title: "Lock closes")
  }

  @Test func readsEntitiesThatWereEscapedTwice() throws {
    try check(
      head:
        "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"Ice &amp; fog close the canal\"}</script>",
      body: "", title: "Ice & fog close the canal")
  }
}

@Suite struct HTMLDateTests {
  private func check(
    head: String = "<title>Ice closes the canal</title>", body: String, foot: String = "", published: String?,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let read = try savedPage(head, "<h1>Ice closes the canal</h1>\(body)", foot: foot)
    #expect(read.publishedDay == published, sourceLocation: sourceLocation)
  }
  private let declared = "<meta property=\"article:published_time\" content=\"2019-01-04T10:00:00Z\">"

  @Test func readsTheDatePrintedByTheHeadline() throws {
    try check(body: "<p class=\"meta\">By Ann Poe, 5 January 2019</p>", published: "2019-01-05")
  }

  @Test func readsADateWhoseLabelHasABoxOfItsOwn() throws {
    try check(body: "<div>Published</div><div>Jan. 5, 2019</div>", published: "2019-01-05")
  }

  @Test func readsADeclaredDate() throws { try check(head: declared, body: "", published: "2019-01-04") }

  @Test func prefersThePrintedDateToTheDeclaredOne() throws {
    try check(head: declared, body: "<time>January 5, 2019</time>", published: "2019-01-05")
  }

  @Test func prefersTheDeclaredPublicationToAPrintedUpdate() throws {
    try check(head: declared, body: "<p>Updated: January 9, 2019</p>", published: "2019-01-04")
  }

  @Test func takesADateThatThePageDeclaresToBeOfItsLastChangeForNoPublication() throws {
    try check(
      head: declared + "<meta property=\"article:modified_time\" content=\"2019-02-08T09:00:00Z\">",
      body: "<p>February 8, 2019</p>", published: "2019-01-04")
  }

  @Test func takesTheEndOfARangeOfDaysForNoPublication() throws {
    try check(
      head: declared, body: "<h2>The fair</h2><p>Rivertown: 23-26 March 2020</p>", published: "2019-01-04")
  }

  @Test func saysThatADateFitsTwoCalendars() throws {
    let page =
      "<html><body>\n<h1>Ice closes the canal</h1>\n<p>03/04/2019</p><article>\(paragraphs(1...3))</article>"
    #expect(try article(page, as: "a.html").publishedDay == nil)
    #expect(
      diagnostics(page, as: "a.html").map { "\($0.location.line ?? 0) \($0.id)" } == ["3 ambiguous-date"])
  }

  @Test func readsDayAndMonthInTheOrderThatThePageDeclares() throws {
    try check(
      head: "<meta property=\"article:published_time\" content=\"2019-05-01\">", body: "<p>01.05.2019</p>",
      published: "2019-05-01")
    try check(
      head: "<meta property=\"article:published_time\" content=\"2019-01-05\">", body: "<p>01.05.2019</p>",
      published: "2019-01-05")
  }

  @Test func readsTheTimeElementWhereThePageTellsTheAgeOnly() throws {
    try check(body: "<time datetime=\"2019-01-05T08:00\">3 hours ago</time>", published: "2019-01-05")
  }

  @Test func readsADateAtTheFootWithALabel() throws {
    try check(body: "", foot: "<p>Posted on January 5, 2019</p>", published: "2019-01-05")
  }

  @Test func takesNoDateOfAnotherStory() throws {
    try check(
      body: "", foot: "<div class=\"related\"><p>Fog on the lake</p><p>3 March 2018</p></div>", published: nil
    )
  }
}

@Suite struct HTMLOutletTests {
  @Test(arguments: [
    ("Ice closes the canal - The River Post", "The River Post"),
    ("Ice closes the canal | River Post", "River Post"),
    ("Ice closes the canal - World", nil), ("Ice closes the canal - what skippers must know", nil),
    ("Ice closes the canal", nil), ("Other ice - The River Post", nil),
  ])
  func readsTheOutletBehindTheHeadlineInTheWindowsTitle(title: String, outlet: String?) throws {
    let read = try savedPage("<title>\(title)</title>", "<h1>Ice closes the canal</h1>")
    #expect(read.metadata.outlet == outlet)
  }
}

@Suite struct HTMLAuthorTests {
  private func check(
    head: String = "", body: String, authors: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let read = try savedPage(head, "<h1>Ice closes the canal</h1>\(body)")
    #expect(read.metadata.bylines == authors, sourceLocation: sourceLocation)
  }

  @Test func readsTheByline() throws {
    try check(body: "<p>By Ann Poe and Tom May</p>", authors: ["Ann Poe", "Tom May"])
  }

  @Test func readsABylineWhoseLabelHasABoxOfItsOwn() throws {
    try check(body: "<p>Written by</p><p>Ann Poe</p>", authors: ["Ann Poe"])
  }

  @Test func takesTheLinkOfABylineWithoutTheRoleBehindIt() throws {
    try check(
      body: "<p>By <a href=\"/author/ann-poe\">Ann Poe</a> ⋅ Head of Rivers</p>", authors: ["Ann Poe"])
  }

  @Test func readsASentenceThatTellsTheWriter() throws {
    try check(
      body: "<p>This post was written by Ann Poe, Head of Rivers and Canal Trade</p>", authors: ["Ann Poe"])
    try check(body: "<p>By Ann Poe, Head of Rivers, and Tom May</p>", authors: ["Ann Poe", "Tom May"])
  }

  @Test func aDashEndsTheNameBeforeIt() throws {
    try check(body: "<p>Written by</p><p>Ann - Ferry keeper</p>", authors: ["Ann"])
  }

  @Test func readsAuthorsThatThePageDeclares() throws {
    try check(
      head: """
        <script type="application/ld+json">{"@graph": [
        {"@type": "NewsArticle", "author": [{"@id": "#a"}, {"name": "Tom May"}]}, {"@id": "#a", "name": "Ann Poe"}]}</script>
        """, body: "", authors: ["Tom May", "Ann Poe"])
  }

  @Test func takesAPersonsNameBeforeTheOutletsOwn() throws {
    try check(
      head:
        "<meta property=\"og:site_name\" content=\"River News\"><meta name=\"author\" content=\"River News\">",
      body: "<p>By Ann Poe</p>", authors: ["Ann Poe", "River News"])
  }

  @Test func takesNoWordOfThePageForAName() throws {
    try check(body: "<div class=\"author\"><a href=\"#\">Share this article</a></div>", authors: [])
  }
}
