import DossierModel
import Testing

@Suite struct HTMLDateElsewhereTests {
  private func page(_ head: String, language: String = "", body: String, foot: String = "") throws -> Article
  {
    try savedPage(
      "<title>Ice closes the canal</title>\(head)", "<h1>Ice closes the canal</h1>\(body)", foot: foot,
      language: language)
  }

  private func check(
    head: String = "", language: String = "", body: String = "", foot: String = "", published: String?,
    rule: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let read = try page(head, language: language, body: body, foot: foot).metadata.published
    #expect(read?.value.description == published, sourceLocation: sourceLocation)
    if let rule {
      #expect(read.map { "\($0.basis) \($0.rule.name)" } == rule, sourceLocation: sourceLocation)
    }
  }

  private let renewed =
    "<p>This guide was originally published on 12 May 2014 and is looked through every spring.</p>"

  @Test func takesTheFirstPublicationThatARenewedPageNames() throws {
    try check(
      body: "<p>3 June 2018</p>", foot: renewed, published: "2014-05-12",
      rule: "stated page-first-published")
    #expect(
      try page("", body: "<p>3 June 2018</p>", foot: renewed).metadata.updated?.value.description
        == "2018-06-03")
  }

  @Test func keepsTheDayThatIsLabelledAsThatOfPublication() throws {
    try check(body: "<p>Published 3 June 2018</p>", foot: renewed, published: "2018-06-03")
  }

  @Test func takesNoFirstPublicationAfterTheDayByTheHeadline() throws {
    try check(body: "<p>3 June 2012</p>", foot: renewed, published: "2012-06-03")
  }

  @Test func takesNoDayOfASentenceBehindOneThatTellsOfAnIssue() throws {
    try check(
      body:
        "<div>19.02.2019 17:40</div><p>The canal office has issued an order to the owners of the northern lock. The lock must be emptied by 19 October 2019 at the latest.</p>",
      published: "2019-02-19")
  }

  @Test func readsAMonthWithItsYear() throws {
    try check(body: "<p>November 2003</p>", published: "2003-11", rule: "stated page-printed-month")
    try check(body: "<p>Published: November 2003</p>", published: "2003-11")
    try check(foot: "<aside><h6>Date</h6><p>November 2003</p></aside>", published: "2003-11")
    try check(foot: "<aside><h6>Archive</h6><p>November 2003</p></aside>", published: nil)
  }

  @Test func takesADayBeforeAMonth() throws {
    try check(
      head: "<link rel=\"canonical\" href=\"https://river.example/2003/11/07/ice\">",
      body: "<p>November 2003</p>", published: "2003-11-07")
  }

  @Test func takesTheMonthOfTheAddressBeforeTheDayOfTheLastChange() throws {
    try check(
      head: "<link rel=\"canonical\" href=\"https://river.example/2017/02/ice\">"
        + "<meta property=\"article:modified_time\" content=\"2019-02-08T09:00:00Z\">",
      published: "2017-02", rule: "stated page-address")
  }

  @Test func saysThatTheDayOfTheLastChangeIsTakenForPublication() throws {
    try check(
      head: "<meta property=\"article:modified_time\" content=\"2019-02-08T09:00:00Z\">",
      published: "2019-02-08", rule: "stated update-time→published")
  }

  @Test(arguments: [
    ("\"publishedAt\":\"2019-01-05T08:00:00Z\"", "2019-01-05"),
    ("publish_date = '2019-01-05'", "2019-01-05"),
    ("{\\\"datePublished\\\":\\\"2019-01-05\\\"}", "2019-01-05"),
    ("\"firstPublished\":1546675200000", "2019-01-05"),
    ("\"pagePostDate\":\"January 5, 2019\"", "2019-01-05"),
    ("\"publishedAt\":\"2019-01-05\",\"related\":{\"publishedAt\":\"2018-03-02\"}", nil),
    ("\"createdAt\":\"2019-01-05\"", nil),
    ("republishedAt: '2019-01-05'", nil),
  ])
  func readsTheOneDayInTheDataOfScripts(data: String, published: String?) throws {
    try check(
      head: "<script>window.state = {\(data)}</script>", published: published,
      rule: published == nil ? nil : "inferred page-script-data")
  }

  @Test func takesWhatIsPrintedBeforeTheDataOfScripts() throws {
    try check(
      head: "<script>var page = {\"publishedAt\":\"2019-01-05\"}</script>", body: "<p>3 June 2018</p>",
      published: "2018-06-03")
  }

  @Test(arguments: [
    ("en-GB", "2019-04-03"), ("en_US", "2019-03-04"), ("de", "2019-04-03"), ("en", nil), ("en-CA", nil),
  ])
  func readsNumbersInTheOrderOfTheDeclaredPlace(language: String, published: String?) throws {
    try check(
      language: language, body: "<p>03/04/2019</p>", published: published,
      rule: published == nil ? nil : "inferred page-numeric-order")
  }

  @Test func readsNumbersInTheOrderOfTheOtherDatesOfThePage() throws {
    try check(
      language: "en-US", body: "<p>03/04/2019</p>", foot: "<p>28/03/2019</p><p>17/02/2019</p>",
      published: "2019-04-03")
    try check(
      language: "en-US", body: "<p>03/04/2019</p>", foot: "<p>28/03/2019</p><p>02/17/2019</p>", published: nil
    )
  }

  @Test func readsADateThatIsAPartOfItsLine() throws {
    try check(
      body:
        "<p>by <a href=\"/ann\">Ann Poe</a> | <span>Mar 11, 2019</span> | <a href=\"/c\">All About Canals, "
        + "Locks and Weirs of the River Country</a>, <a href=\"/w\">Winter</a> | 12 comments</p>",
      published: "2019-03-11")
    try check(
      body: "<div><span>by Ann Poe</span><span>May 2nd 2019</span><span>11 mins</span></div>",
      published: "2019-05-02")
    try check(
      foot:
        "<p>Tags: <a href=\"/i\">Ice</a> <small>Monday, March 11th, 2019 at 11:00 am | Categories: River</small></p>",
      published: "2019-03-11")
    try check(
      foot: "<p>3 May 2018 | Fog</p><p>11 March 2019 | Ice</p>", published: nil)
  }

  @Test(arguments: [
    ("14.11.24", "2024-11-14"), ("Published on 3/14/19", "2019-03-14"), ("11/03/19", nil),
    ("Version 14.11.24", nil), ("Part 3.10.12.5", nil), ("9/10/19 of all boats", nil),
  ])
  func readsAYearOfTwoDigitsWhereTheDateStandsAlone(line: String, published: String?) throws {
    try check(body: "<p>\(line)</p>", published: published)
  }

  @Test func readsWhatPropertiesSayOfADate() throws {
    try check(
      head:
        "<script type=\"application/ld+json\">{\"@type\": \"Article\", \"datePublished\": \"2019-01-04\"}</script>",
      body: "<div><time itemprop=\"dateModified\">February 8, 2019</time></div>", published: "2019-01-04")
  }

  @Test func takesAMetaTagOfTheLastChangeForNoPublication() throws {
    try check(
      head:
        "<meta name=\"publish-date\" content=\"2019-01-04\"><meta name=\"updated-date\" content=\"2019-02-08\">"
        + "<meta name=\"expiry-date\" content=\"2029-02-08\">",
      body: "<p>February 8, 2019</p>", published: "2019-01-04")
  }

  @Test(arguments: ["0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z"])
  func takesTheFirstDayOfAReckoningForNoDate(value: String) throws {
    try check(head: "<meta property=\"article:published_time\" content=\"\(value)\">", published: nil)
    #expect(
      try page("<meta property=\"article:modified_time\" content=\"\(value)\">", body: "").metadata.updated
        == nil)
  }

  @Test func readsTheDateBelowTheHeadlineThatStandsNextToTheText() throws {
    let bar = "<div><h1>Ice closes the canal</h1></div><div>Jan. 20, 2019</div>"
    let read = try article(
      "<html><head><title>Ice closes the canal</title></head><body>\(bar)<main><h1>Ice closes the canal</h1><p>5 January 2019</p><article>\(paragraphs(1...3))"
        + "</article></main></body></html>", as: "a.html")
    #expect(read.publishedDay == "2019-01-05")
  }

  @Test(arguments: [
    (
      "<!-- saved from url=(0035)https://river.example/2019/01/05/ice -->",
      "https://river.example/2019/01/05/ice",
      "2019-01-05", nil
    ),
    (
      "<!--\n Page saved with SingleFile \n url: https://river.example/ice \n saved date: Tue Jan 08 2019 10:11:12 "
        + "GMT+0100 (Central European Standard Time)\n-->", "https://river.example/ice", nil, "2019-01-08"
    ),
    ("<!-- url: nowhere, saved date: -->", nil, nil, nil), ("<!-- saved from url= -->", nil, nil, nil),
  ])
  func readsWhatTheProgramWroteThatSavedThePage(
    note: String, address: String?, published: String?, retrieved: String?
  ) throws {
    let read = try article(
      "<!DOCTYPE html>\(note)<html><head><title>Ice closes the canal</title></head><body><h1>Ice closes the canal</h1>"
        + "<article>\(paragraphs(1...3))</article></body></html>", as: "a.html"
    ).metadata
    #expect(read.url == address)
    #expect(read.published?.value.description == published)
    #expect(read.retrieved?.value.description == retrieved)
  }
}
