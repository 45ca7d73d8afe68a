import DossierModel
import Testing

/// What stands beside the text of saved pages: captions above it, and credits, teasers and invitations below.
@Suite struct HTMLHeadAndFootTests {
  private static let head = "<title>Barges</title>"

  private func page(_ top: String, _ foot: String) throws -> Article {
    try article(
      "<html><head>\(Self.head)</head><body><article><header><h1>Barges on the river</h1></header>\(top)"
        + "<div class=\"article-body\">\(paragraphs(1...4))\(foot)</div></article></body></html>",
      as: "a.html")
  }

  @Test func thePictureAboveTheTextKeepsItsCaption() throws {
    let page = try page(
      "<div class=\"hero\"><figure><img src=\"a.jpg\"><figcaption>The lock at dawn <span>Per Lund/AFP</span></figcaption></figure></div>"
        + "<figure><img src=\"b.jpg\"><figcaption>The quay of the old harbour © Ida Thornquist/Reuters</figcaption></figure>",
      ""
    )
    #expect(page.images.map(\.caption) == ["The lock at dawn Per Lund/AFP", "The quay of the old harbour"])
    #expect(!page.removed.contains { $0.text.hasPrefix("The lock") })
  }

  @Test func whoHelpedIsCreditedAndNoText() throws {
    for line in [
      "<em>Additional reporting by Ann Poe in Oxhaven and Tom Roe in Aldmouth</em>",
      "Ann Poe in Oxhaven and Tom Roe in Aldmouth contributed to this report.",
    ] {
      let page = try page("", "<p>\(line)</p>")
      #expect(page.marked.count == 4)
      #expect(page.metadata.credits == ["Ann Poe", "Tom Roe"])
    }
  }

  @Test func creditsAtTheEndOfTheLastParagraphAreNoText() throws {
    let page = try page("", "<p>\(prose(5)) (Reporting by Ann Poe; Editing by Tom Roe)</p>")
    #expect(page.marked.last == prose(5))
    #expect(page.metadata.credits == ["Ann Poe", "Tom Roe"])
  }

  @Test func anInvitationBelowTheTextIsNoText() throws {
    #expect(try page("", "<p>You have 2 free articles left. Subscribe from £1 a week.</p>").marked.count == 4)
    #expect(try page("", "<p>You could see the lock from our house in those days.</p>").marked.count == 5)
  }

  @Test func theItemsBelowAHeadingOfTeasersGoWithIt() throws {
    let page = try page("<div><h2>Related Topics</h2><ul><li>River traffic</li></ul></div>", "")
    #expect(!page.text.contains("River traffic"))
  }

  @Test func theDeckIsNoHeadingOfTheText() throws {
    let page = try article(
      "<html><head><title>Barges on the river</title><meta property=\"og:description\" content=\"A summer of barges and fog\"></head>"
        + "<body><article><h1>Barges on the river</h1><h2>A summer of barges and fog</h2>\(paragraphs(1...4))</article></body></html>",
      as: "a.html")
    #expect(page.marked.count == 4)
  }

  @Test func buttonsAreNoAuthors() throws {
    let page = try page(
      "<div data-component=\"byline-block\"><button>Share</button><span>Share Save</span></div>", "")
    #expect(page.metadata.bylines == [])
  }

  @Test func theDeckThatThePageShowsIsItsDeckAndNoText() throws {
    let deck =
      "Fog kept the locks closed for days, and the owners of the barges ask the river authority for help."
    for element in [
      "<p class=\"standfirst\">\(deck)</p>", "<div class=\"article-deck\"><p>\(deck)</p></div>",
    ] {
      let page = try page(element, "")
      #expect(page.metadata.deck == deck && page.marked.count == 4)
    }
  }

  @Test func aPartOfTheTextIsNoDeck() throws {
    let part = "What the engineers of the river found"
    let page = try page("", "<h2 class=\"article-subtitle\">\(part)</h2><p>\(prose(8))</p>")
    #expect(page.metadata.deck == nil && page.marked.contains("# " + part))
  }

  @Test func aDeckThatTheTextBeginsWithLeavesTheTextWhole() throws {
    let page = try page("<p class=\"deck\">\(prose(1))</p>", "")
    #expect(page.marked.first == prose(1) && page.metadata.deck == prose(1))
  }

  @Test func theDeckThatAPageDeclaresAboveItsBylineIsNoText() throws {
    let deck = "The owners of the barges say that the fog has cost them a week and the town its coal."
    let html = { (between: String) in
      "<html><head><title>Barges</title><meta name=\"description\" content=\"\(deck)\"></head><body><article>"
        + "<h1>Barges on the river</h1><p>\(deck)</p>\(between)\(paragraphs(1...4))</article></body></html>"
    }
    let page = try article(html("<div>By <a>Ida Thornquist</a></div><div>6 Mar 2018</div>"), as: "a.html")
    #expect(page.marked == (1...4).map(prose) && page.metadata.deck == deck)
    #expect(try article(html(""), as: "a.html").marked == [deck] + (1...4).map(prose))
  }

  @Test func anElementCalledASubheadBelowTheHeadlineIsTheDeck() throws {
    let deck = "The owners of the barges say that the fog has cost them a week."
    let page = try article(
      "<html><head><title>Barges</title></head><body><article><h1>Barges on the river</h1>"
        + "<p class=\"article__subhead\"><em>\(deck)</em></p>\(paragraphs(1...4))</article></body></html>",
      as: "a.html")
    #expect(page.metadata.deck == deck && page.marked == (1...4).map(prose))
  }

  @Test func aLabelCalledASubheadIsNoDeck() throws {
    let page = try page("<p class=\"subhead\">The Lower Lock</p>", "")
    #expect(page.metadata.deck == nil)
  }

  @Test func aCaptionHasItsLabelInAnElementOfItsOwn() throws {
    let page = try page(
      "<figure><img src=\"a.jpg\"><figcaption><span>Image caption, </span>The lock at dawn</figcaption></figure>",
      "")
    #expect(page.images.map(\.caption) == ["The lock at dawn"])
  }

  @Test func headlinesWithoutLinksBelowALabelAreNoText() throws {
    let foot =
      "<div><p>Read more</p><p>The lock of Oxhaven is sold</p><p>Ferries sail again</p></div><div>7 Comments</div><div>Most Read World</div><div>1 Coal is dear</div>"
    #expect(try page("", foot).marked == (1...4).map(prose))
    let prices =
      "<p><a href=\"https://quay.example\">Tickets on the quay</a></p><p>Adults : 6</p><p>Children : 3</p>"
    #expect(try page("", prices).marked.count == 6)
    let text =
      "<p>Read more</p><p>The lock of Oxhaven is sold</p><p>Nobody in the town has told who bought it.</p>"
    #expect(try page("", text).marked.count == 6)
  }

  @Test func whatStandsBehindADeclaredAuthorIsNone() throws {
    let page = try article(
      "<html><head><title>Barges</title><meta name=\"author\" content=\"Ida Thornquist\"></head><body><article>"
        + "<h1>Barges on the river</h1><p>By Ida Thornquist<br>Harbour News, Port Ansel</p>\(paragraphs(1...4))</article></body></html>",
      as: "a.html")
    #expect(page.metadata.bylines == ["Ida Thornquist"])
  }

  @Test func anOutletsNameAboveTheHeadlineIsThePages() throws {
    let html = { (name: String) in
      "<html><head><title>Barges on the river</title></head><body><div>Sections</div><div>\(name)</div>"
        + "<h1>Barges on the river</h1>\(paragraphs(1...4))<div>© 2018 The Oxhaven Journal</div></body></html>"
    }
    #expect(try article(html("The Oxhaven Journal"), as: "a.html").metadata.outlet == "The Oxhaven Journal")
    #expect(try article(html("The Book Review"), as: "a.html").metadata.outlet == nil)
    #expect(try article(html("Social Media"), as: "a.html").metadata.outlet == nil)
  }

  @Test(arguments: ["Also in 2016", "Also in Business"])
  func aHeadingOfASavedPageMayBeginAsOneOfOtherThings(heading: String) throws {
    let last = "A second lock, on the southern side of the river, was finished for half of the sum."
    #expect(try page("", "<h2>\(heading)</h2><p>\(last)</p>").marked.last == last)
  }

  @Test(arguments: [
    ["Port Ansel 3, Oxhaven 1", "Lund 2, Aldmouth 2"], ["Votes in favour: twelve", "Votes against: nine"],
    ["Ida Thornquist", "Port Ansel"], ["Those who voted for the lock are not named"],
  ]) func linesBelowALabelThatAreNoHeadlinesAreText(lines: [String]) throws {
    let foot = "<p>Read more</p>" + lines.map { "<p>\($0)</p>" }.joined()
    #expect(try page("", foot).marked == (1...4).map(prose) + lines)
  }

  @Test(arguments: [
    "<h2>12 March 2018</h2>", "<ul><li>5 March 2018: vote</li><li>6 June 2018: work</li></ul>",
    "<p>By river, road and rail</p>", "<p>5 March 1987</p>",
  ]) func aFirstParagraphThatAPageDeclaresIsTextAboveDaysAndHeadings(between: String) throws {
    let first = "The owners of the barges say that the fog has cost them a week and the town its coal."
    let page = try article(
      "<html><head><title>Barges</title><meta name=\"description\" content=\"\(first)\"></head><body><article>"
        + "<h1>Barges on the river</h1><p>\(first)</p>\(between)\(paragraphs(1...4))</article></body></html>",
      as: "a.html")
    #expect(page.marked.first == first)
  }
}
