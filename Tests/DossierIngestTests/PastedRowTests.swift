import DossierIngest
import DossierModel
import Testing

/// Rows of buttons, and what an outlet says of itself, above the headline of a page.
@Suite struct PastedRowTests {
  private static let title = "Barge closes the harbour of Aldmouth for days"

  @Test(arguments: [
    "Coast  Harbours  Music & Film  Our Shows", "COAST  HARBOURS  MUSIC & FILM  e-PAPER",
    "LIVONIA  ALDMOUTH  IDA THORNQUIST  PORT ANSEL",
    "Monday, 5 March 2018   Herring 1,736.20   Salt 4.11",
    "Chapters   Almanac\tTide Tables   Stakeholders",
  ])
  func shortThingsWithSpaceBetweenThemAreNoHeadline(row: String) throws {
    let page = try article("Aldmouth Lantern\n\n\(row)\n\n\(Self.title)\n\n\(harbourText)")
    #expect(page.metadata.title == Self.title && page.metadata.deck == nil)
    #expect(page.marked.count == 2)
  }

  @Test func aRowWithStrokesMayEndInTheNameOfAWeekly() throws {
    let page = try article(
      "Front | Shots | Film | Forum | Reports | Coast Weekly\n\nAldmouth Lantern\n\n\(Self.title)\n\n5 March 2018\n\n\(harbourText)"
    )
    #expect(page.metadata.title == Self.title && page.metadata.outlet != "Coast Weekly")
  }

  @Test func aHeadlineOfShortWordsWinsOverWhatTheSiteSaysAboveItsMenus() throws {
    let title = "Barge shuts port of Aldmouth"
    let page = try article(
      "Exclusive analytics for maritime professionals and insurers\nHome\nWorld\nBusiness\nMarkets\n\(title)\nBy Ida Thornquist\n5 March 2018\n\(harbourText.replacing("\n\n", with: "\n")) The port is shut."
    )
    #expect(page.metadata.title == title)
  }

  @Test func aSecondLineOfAHeadlineIsNotItselfTheHeadline() throws {
    let title = "Livonia: Who May Sail And Who May Not"
    let page = try article(
      "5 March 2018\n\nEnglish  Français\n\(title)\nHarbour Master Closes Aldmouth; Barge Struck Pier\n\n\(harbourText)"
    )
    #expect(page.metadata.title == title)
  }

  @Test func aRowBelowTheHeadlineIsNoDeck() throws {
    let page = try harbourPage("Coast  Harbours  Music & Film  Our Shows\n\nBy Ida Thornquist")
    #expect(page.metadata.deck == nil && page.metadata.title == Self.title)
  }

  @Test func aHeadlineSetWideIsNoRow() throws {
    let title = "Ministers  sign  the fishing accord  in Aldmouth"
    let page = try article("Aldmouth Lantern\n\n\(title)\n\n5 March 2018\n\n\(harbourText)")
    #expect(page.metadata.title == "Ministers sign the fishing accord in Aldmouth")
  }

  @Test func whatAnOutletSaysOfItselfIsNoHeadline() throws {
    for slogan in ["Livonia's Leading Coastal Daily", "The coast and all who sail off it"] {
      let page = try article(
        """
        Aldmouth Ledger
        \(slogan)

        Politics  Economy  Society  Culture

        \(Self.title)

        Port authority says that the ferries will sail from the southern quay

        ALDMOUTH – \(harbourText)
        """)
      #expect(page.metadata.title == Self.title)
      #expect(page.metadata.deck == "Port authority says that the ferries will sail from the southern quay")
    }
  }

  @Test func aSloganStandsBelowTheNameOfItsSiteAndAboveItsMenu() throws {
    let page = try article(
      """
      The Wharf
      The coast's news in Livonian
      Menu
      Tides  Noticeboard  Membership

      HARBOURS

      \(Self.title)

      Port authority says that the ferries will sail from the southern quay

      Published: 5 March 2018

      \(harbourText)
      """)
    #expect(page.metadata.title == Self.title && page.metadata.outlet == "The Wharf")
    #expect(page.metadata.deck == "Port authority says that the ferries will sail from the southern quay")
  }

  @Test func aSloganStandsAboveASectionWithItsHeadline() throws {
    let deck =
      "Port authority says that the ferries will sail from the southern quay. Nobody knew on Monday evening for how many days the northern pier would be out of use."
    let page = try article(
      "The Wharf\nThe coast's news in Livonian\nMenu\nTides  Noticeboard  Membership\n\nPOLITICS\n\n\(Self.title)\n\n\(deck)\n\nPublished: 5 March 2018\n\n\(harbourText)"
    )
    #expect(page.metadata.title == Self.title && page.metadata.deck == deck)
  }

  @Test func aHeadlineInOneBlockWithButtonsAndTagsIsNoSlogan() throws {
    let page = try article(
      """
      Aldmouth Ledger
      \(Self.title)
      Share
      Aldmouth  Ferries  Piers

      Port authority says that the ferries will sail from the southern quay

      By Ida Thornquist

      \(harbourText)
      """)
    #expect(page.metadata.title == Self.title)
  }

  @Test func aHeadlineBelowThePagesNameStandsAboveItsButtonsAndTags() throws {
    for row in ["Share  Tweet  Email", "Aldmouth  Port authority  Ferries"] {
      let page = try article(
        """
        Aldmouth Ledger
        \(Self.title)
        \(row)

        Port authority says that the ferries will sail from the southern quay

        By Ida Thornquist

        \(harbourText)
        """)
      #expect(page.metadata.title == Self.title)
    }
  }

  @Test func theDeckStandsBelowTheLastOfSeveralTitles() throws {
    let deck = "Port authority says that the ferries will sail from the southern quay"
    let page = try article(
      """
      Coast
      \(Self.title)
      Coast News Loaded

      Coast

      \(Self.title)

      \(deck)

      By Ida Thornquist

      \(harbourText)
      """)
    #expect(page.metadata.title == Self.title && page.metadata.deck == deck)
  }
}
