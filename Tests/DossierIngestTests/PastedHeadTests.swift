import DossierModel
import Testing

/// What stands between the top of a pasted page and its text.
@Suite struct PastedHeadTests {
  @Test func aTickerOfAnotherMatterIsNoHeadline() throws {
    let page = try article(
      """
      Menu
      Breaking: tram line 4 suspended until Friday

      Ministers sign fishing accord in Aldmouth

      By Ida Thornquist
      14 March 2018

      The ministers of three coastal states signed an accord on fishing in Aldmouth on Wednesday, and ended a quarrel that had kept their fleets in harbour for the whole of the winter.
      """)
    #expect(page.metadata.title == "Ministers sign fishing accord in Aldmouth")
    #expect(page.removed.contains { $0.text.hasPrefix("Breaking: tram") })
  }

  @Test func aPagesNameThatComesTwiceIsNoHeadline() throws {
    for (first, outlet) in [
      (
        "Ministers sign fishing accord in Aldmouth | Aldmouth Lantern\n\nAldmouth Lantern", "Aldmouth Lantern"
      ),
      ("5 Coast News\n\nMinisters sign fishing accord in Aldmouth\n\n5 Coast News", "5 Coast News"),
    ] {
      let page = try article(
        """
        \(first)

        Ministers sign fishing accord in Aldmouth

        14 March 2018

        The ministers of three coastal states signed an accord on fishing in Aldmouth on Wednesday, and ended a quarrel that had kept their fleets in harbour for the whole of the winter.
        """)
      #expect(page.metadata.title == "Ministers sign fishing accord in Aldmouth")
      #expect(page.metadata.outlet == outlet)
    }
  }

  @Test func whoWroteATextIsToldBesideItsDateInSeveralForms() throws {
    for line in [
      "Ann Poe in Lund and Carl Dahl in Aldmouth\n14 March 2018",
      "ANN POE and CARL DAHL Associated Press Mar 14, 2018 0",
      "By Ann Poe, Harbour House correspondent, and Carl Dahl\n14 March 2018",
    ] {
      let page = try article(
        """
        Ministers sign fishing accord in Aldmouth

        The accord ends a quarrel of many years over the fleets of three coastal states

        \(line)

        The ministers of three coastal states signed an accord on fishing in Aldmouth on Wednesday, and ended a quarrel that had kept their fleets in harbour for the whole of the winter.
        """)
      #expect(page.metadata.bylines.map { $0.lowercased() } == ["ann poe", "carl dahl"])
      #expect(page.metadata.published?.value.description == "2018-03-14")
    }
  }

  @Test func anOutletToldOnADayIsAnothers() throws {
    let text =
      "The accord is dead, the mayor told Aldmouth Gazette%@, and the fleets of the three states would stay where they were for the whole of the winter."
    for (day, outlet) in [("", "Aldmouth Gazette"), (" on Sunday", nil)] as [(String, String?)] {
      let page = try article("Accord on fishing is dead\n\n" + text.replacing("%@", with: day))
      #expect(page.metadata.outlet == outlet)
    }
  }

  @Test func theFirstOfSeveralQuestionsIsAHeadingToo() throws {
    let page = try article(
      """
      The lake deal: questions and answers

      4 May 2021

      What happened?

      Late on Monday the owners of the mill said that they had reached an accord with the town of Lund.

      Does it settle the matter?

      It says nothing of the dam, which the town has wanted for years and which the owners do not want at all.
      """)
    #expect(
      page.marked.filter { $0.hasPrefix("# ") } == ["# What happened?", "# Does it settle the matter?"])
  }

  @Test func theSectionBeforeADateAndTheAgeBehindItAreNoOtherWords() throws {
    let page = try article(
      """
      WORLD NEWS JULY 9, 2018 / 1:12 PM / UPDATED 2 YEARS AGO

      Owners of the mill declare an end to two decades of strife

      LUND - The owners of the mill signed a declaration on Monday that ends two decades of strife over the dam.
      """)
    #expect(page.metadata.published?.value.description == "2018-07-09")
    #expect(page.metadata.outlet == nil)
  }

  @Test func anOutletWithItsSloganStuckToItIsNoHeadline() throws {
    let page = try article(
      """
      The New York TimesNews of the harbour

      Barge closes the harbour of Aldmouth for days

      ALDMOUTH — The harbour of Aldmouth was closed on Monday after a barge struck the northern pier, the port said.

      "Nobody was hurt, and the cargo is safe," said the harbour master, Olaf Brandt, who came to the pier himself.
      """)
    #expect(page.metadata.title == "Barge closes the harbour of Aldmouth for days")
    #expect(page.metadata.outlet == "New York Times")
  }

  @Test func creditsWithoutAMarkBeforeThemAreNoNames() throws {
    let page = try article(
      """
      Barge closes the harbour of Aldmouth for days

      The harbour of Aldmouth was closed on Monday after a barge struck the northern pier, the port said. (Reporting by Ann Poe and Jane Doe Editing by John Roe)
      """)
    #expect(page.metadata.bylines == ["Ann Poe", "Jane Doe"])
    #expect(page.metadata.credits == ["John Roe"])
  }

  @Test func whoWroteAndForWhomStandOnOneLine() throws {
    for (head, names, outlet) in [
      ("Jane Doe, The Harbour Chronicle\nMarch 5, 2018", ["Jane Doe"], "The Harbour Chronicle"),
      ("Jane Doe, Special to The Harbour Chronicle\nMarch 5, 2018", ["Jane Doe"], nil),
      ("By Jane Doe | Harbour Daily | Updated: 2018-03-05 14:05", ["Jane Doe"], "Harbour Daily"),
      ("Oxhaven / Jane Doe\n05.03.2018", ["Jane Doe"], nil),
      ("AFP and Reuters\n5 March 2018", ["AFP", "Reuters"], nil),
    ] {
      let metadata = try harbourPage(head).metadata
      #expect(metadata.bylines == names, "\(head)")
      #expect(metadata.outlet == outlet, "\(head)")
      #expect(metadata.published?.value.description == "2018-03-05" && metadata.deck == nil, "\(head)")
    }
  }

  @Test func anAgencyAndADayOnOneLineAreItsCreditAndTheDay() throws {
    for head in ["Xinhua | Updated: 2018-03-05 14:05", "Source: Xinhua| 2018-03-05 14:05:02|Editor: Li"] {
      let page = try harbourPage(head)
      #expect(page.metadata.credits.first == "Xinhua" && page.publishedDay == "2018-03-05", "\(head)")
    }
  }

  @Test func anOutletBehindTheTitleIsNoPartOfIt() throws {
    let page = try article(
      "Barge closes the harbour - The Aldmouth Gazette\n\n5 March 2018\n\n" + harbourText)
    #expect(page.metadata.title == "Barge closes the harbour")
    #expect(page.metadata.outlet == "The Aldmouth Gazette")
  }

  @Test func aPartOfAPaperIsNoOutlet() throws {
    let page = try article(
      "World News\nBarge closes the harbour of Aldmouth\n\n5 March 2018\n\n" + harbourText)
    #expect(page.metadata.outlet == nil)
  }

  @Test func aSentenceOnRightsOfAYearIsText() throws {
    let line =
      "Copyright 2012 rules still bind the port, and its owners have asked the court to lift them at once."
    #expect(try harbourPage("5 March 2018", line).marked.contains(line))
  }

  @Test func theRightsAndTheFormOfAPageAreNoText() throws {
    let foot =
      "Copyright 2018 The Harbour Chronicle. All rights reserved.\n\nYour email address will not be published. Required fields are marked *"
    let page = try harbourPage("5 March 2018", foot)
    #expect(page.marked.count == 2 && page.metadata.outlet == "The Harbour Chronicle")
  }

  @Test func aBylineMayEndInATimeOfDay() throws {
    let page = try harbourPage(
      "*By Jane Doe in Oxhaven and Ann Poe in Aldmouth · Harbour Courier · Monday, March 5th, 2018, 9.40 p.m.*"
    )
    #expect(page.metadata.bylines == ["Jane Doe", "Ann Poe"] && page.metadata.outlet == "Harbour Courier")
    #expect(page.publishedDay == "2018-03-05" && page.metadata.deck == nil)
  }

  @Test(arguments: [
    "The council of Aldmouth has shut the bridge, and the ferry sails in its place,",
    "Why the council of Aldmouth shut the bridge and what comes next:",
    "Five hurt • Ferries stopped • Schools shut • Flights cancelled",
  ])
  func aDeckMayEndInACommaOrHaveSeveralPoints(deck: String) throws {
    #expect(try harbourPage(deck + "\n\n5 March 2018").metadata.deck == deck)
  }

  @Test func aHeadlineInARowOfSectionsBelowTheTitleIsText() throws {
    let row = "News | Ferries to sail again | The bridge stays shut"
    #expect(try harbourPage(row + "\n\n5 March 2018").marked.first == row)
    #expect(try harbourPage("News | Sport | Photos 14\n\n5 March 2018").marked.count == 2)
  }

  @Test func whatStandsBelowTheAuthorAsTheTagsOrTheButtonsOfAPageIsNoAuthor() throws {
    let page = try harbourPage(
      "Date 05.03.2018\nAuthor Jane Doe\nKeywords Livonia, Olaf Brandt\nShare Send Facebook Twitter reddit\nPrint"
    )
    #expect(page.metadata.bylines == ["Jane Doe"])
    #expect(try harbourPage("Exklusiv von Jane Doe\n5 March 2018").metadata.bylines == ["Jane Doe"])
  }

  @Test func aCountOfCommentsThatAreClosedHeadsNothing() throws {
    #expect(
      try harbourPage("", "Comments (14) Closed\n\nA real hero is he. May he rest well.").marked.allSatisfy {
        !$0.hasPrefix("#")
      })
  }
}
