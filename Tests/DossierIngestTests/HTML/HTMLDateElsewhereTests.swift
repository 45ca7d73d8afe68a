import DossierModel
import Testing

@Suite struct HTMLDateElsewhereTests {
  private func page(_ head: String, language: String = "", body: String, foot: String = "") throws -> Article
  {
    try article(
      "<html lang=\"\(language)\"><head><title>Ice closes the canal</title>\(head)</head><body><main>"
        + "<h1>Ice closes the canal</h1>\(body)<article>\(paragraphs(1...3))</article>\(foot)</main></body></html>",
      as: "a.html")
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
}
