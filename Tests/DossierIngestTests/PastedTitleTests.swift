import DossierModel
import Testing

/// Which line of a pasted page's head is the headline, and what those round it are.
@Suite struct PastedTitleTests {
  private let accord = """
    The ministers of three coastal states signed an accord on fishing in Aldmouth on Wednesday, and ended a quarrel that had kept their fleets in harbour for the whole of the winter.
    """

  private func accordPage(_ head: String) throws -> Article { try article(head + "\n\n" + accord) }

  @Test func aTickerAboveTheMenusIsNoHeadline() throws {
    let page = try accordPage(
      """
      BREAKING  Storm warnings issued for northern islands
      Watch Live
      Home UK World US Climate Science & Tech Offbeat
      Ministers sign fishing accord in Aldmouth

      By Ida Thornquist

      14 March 2018
      """)
    #expect(page.metadata.title == "Ministers sign fishing accord in Aldmouth")
    #expect(page.metadata.deck == nil)
  }

  @Test func aHeadlineOfSectionsNamesIsNoMenu() throws {
    let page = try accordPage("World Business Leaders Discuss Climate Science in Aldmouth\n\n14 March 2018")
    #expect(page.metadata.title == "World Business Leaders Discuss Climate Science in Aldmouth")
  }

  @Test func anOutletsNameAboveItsMenuIsNoHeadline() throws {
    let page = try accordPage(
      "The Aldmouth Ledger\nHOME   NEWS   POLITICS   SPORTS   LETTERS   E-PAPER\n\nMinisters sign accord\nBy Ledger Newsroom - March 14, 2018   234 views   0 comments"
    )
    #expect(page.metadata.title == "Ministers sign accord")
    #expect(page.metadata.bylines == ["Ledger Newsroom"] && page.metadata.deck == nil)
    #expect(page.publishedDay == "2018-03-14")
  }

  @Test func anOutletsNameWithWhatItsPageIsIsNoHeadline() throws {
    let page = try accordPage(
      "LIVE: Ministers in Aldmouth\n\nThe Aldmouth Monitor — Live updates\n\n14 March 2018")
    #expect(page.metadata.title == "LIVE: Ministers in Aldmouth")
    #expect(page.metadata.outlet == "The Aldmouth Monitor")
  }

  @Test func anEntryOfALogThatComesTwiceIsNoHeadline() throws {
    let page = try article(
      """
      Aldmouth accord: ministers meet on fishing – live
      Latest news as the fleets wait in the harbour
      Tom Roe (now), Ida Thornquist and Per Lund (earlier)
      Wed 14 Mar 2018 20.31 GMT

      Key events
      17m ago Brandt: 'a good day for the coast'

      20:14
      Brandt: 'a good day for the coast'
      \(accord)
      """)
    #expect(page.metadata.title == "Aldmouth accord: ministers meet on fishing – live")
    #expect(page.metadata.deck == "Latest news as the fleets wait in the harbour")
    #expect(page.metadata.bylines == ["Tom Roe", "Ida Thornquist", "Per Lund"])
  }

  @Test func aCaptionThatComesTwiceIsNoHeadline() throws {
    let page = try accordPage(
      """
      Ministers sign accord in Aldmouth

      14 March 2018
      From the section Coasts

      Image caption Fishermen wait by the northern pier before the signing
      Fishermen wait by the northern pier before the signing
      """)
    #expect(page.metadata.title == "Ministers sign accord in Aldmouth" && page.publishedDay == "2018-03-14")
    #expect(page.images.map(\.caption) == ["Fishermen wait by the northern pier before the signing"])
  }

  @Test func whatAPictureShowsIsNoCredit() throws {
    let shown = "Fishermen wait by the northern pier on the morning before the signing"
    #expect(try accordPage("Ministers sign accord\n\nImage: " + shown).images.map(\.caption) == [shown])
    let credit = "Ida Thornquist of the Harbour Office at Aldmouth"
    #expect(try accordPage("Ministers sign accord\n\nImage: " + credit).images.map(\.caption) == [nil])
  }

  @Test func theSectionOfAHeadlineTellsThatWhatIsAboveItIsAMenu() throws {
    let page = try accordPage(
      "To Readers In Livna, Oxhaven\n\nCoasts\n\nMinisters Sign Fishing Accord In Aldmouth\n\n    March 14, 2018 21:40 GMT\n    Harbour Radio's Livnian Service"
    )
    #expect(page.metadata.title == "Ministers Sign Fishing Accord In Aldmouth")
    #expect(page.metadata.bylines == ["Harbour Radio's Livnian Service"])
    #expect(page.metadata.outlet == "Harbour Radio" && page.metadata.deck == nil)
    let named = try accordPage(
      "Quarrel of the winter is over at last\n\nReuters\n\nMinisters of three coastal states sign fishing accord in Aldmouth\n\n14 March 2018"
    )
    #expect(named.metadata.title == "Quarrel of the winter is over at last")
  }

  @Test func aHeadlineCutOffIsPrintedInFullBelow() throws {
    let page = try accordPage(
      "Ministers sign an accord on fishing that must not...\nMinisters sign an accord on fishing that must not fail again\n\nBy Wire\n\n14 March 2018"
    )
    #expect(page.metadata.title == "Ministers sign an accord on fishing that must not fail again")
    #expect(page.metadata.deck == nil)
  }

  @Test func aTrailOfCrumbsIsNoHeadline() throws {
    let page = try accordPage(
      "ALDMOUTH, Ruritania — Home » Business » Coasts\n\nMarch 14, 2018 | 12:00 am\nMinisters: not a boat stays out for good\nMa. Ida Thornquist - The Aldmouth Standard"
    )
    #expect(page.metadata.title == "Ministers: not a boat stays out for good")
    #expect(page.metadata.bylines == ["Ma. Ida Thornquist"])
    #expect(page.metadata.outlet == "The Aldmouth Standard")
  }

  @Test func aNameAloneIsTheAuthorsWhereTheEndOfThePageTellsOfIt() throws {
    for (end, names) in [
      ("Ruth Berg is a former harbour master of Oxhaven.", ["RUTH BERG"]),
      ("Ruth Berg, who was harbour master of Oxhaven, could not be reached.", []),
    ] {
      let page = try article(
        """
        Who watched the harbour master?

        The town did not fail to see it. It looked away.

        RUTH BERG

        The Coast Review

        \(harbourText)

        \(end)
        """)
      #expect(page.metadata.bylines == names)
      #expect(page.marked.contains(end) == names.isEmpty)
    }
  }

  @Test func aNameAloneIsNoAuthorsWhereTheTextTellsOfItsBearer() throws {
    for (above, end, names) in [
      ("", "Anna Berg was the first woman who led the town, and is survived by a son.", []),
      ("Mrs Berg left her office on Friday.\n\n", "Anna Berg was a reporter before she led the town.", []),
      ("", "Anna Berg is a former editor of The Oxhaven Courier.", ["Anna Berg"]),
    ] {
      let page = try article(
        "Mayor of Aldmouth goes after ten years\n\nAnna Berg\n\n" + harbourText + "\n\n" + above + end)
      #expect(page.metadata.bylines == names)
      #expect(page.marked.contains(end) == names.isEmpty)
    }
  }

  @Test func aHeadlineMayBeginWithAnOutletsName() throws {
    for title in ["The Post – film review", "The Guardian – what next?"] {
      for head in ["Ann Poe\n\n20 March 2019", "By Ann Poe\n\n20 March 2019"] {
        let page = try accordPage(title + "\n\n" + head)
        #expect(page.metadata.title == title && page.metadata.bylines == ["Ann Poe"])
      }
    }
  }

  @Test func whoSignsWithAnOutletIsNoAuthorBesideTheOneWhoIsNamedBelow() throws {
    let page = try accordPage(
      "Ministers of three states sign fishing accord\nAnna Berg – The Harbour Times\nBy Ann Poe\n14 March 2018"
    )
    #expect(page.metadata.bylines == ["Ann Poe"])
    let same = try accordPage(
      "Ministers of three states sign fishing accord\nAnn Poe – The Harbour Times\n14 March 2018")
    #expect(same.metadata.bylines == ["Ann Poe"] && same.metadata.outlet == "The Harbour Times")
  }

  @Test func oneOfSeveralMattersIsNoPicture() throws {
    let image = "Image: The party has long been seen as the voice of the docks and of nobody else."
    let money = "Money: It has less of it than the other parties of the coast have."
    for text in [image + "\n\n" + money, money + "\n\n" + image] {
      let page = try accordPage("Ministers sign accord\n\n\(accord)\n\n" + text)
      #expect(page.images.isEmpty && page.marked.contains(image) && page.marked.contains(money))
    }
  }

  @Test func aSentenceBelowADatedHeadlineIsItsDeck() throws {
    let deck = "The Livnian minister has called for a halt to all fishing by the islands until the spring"
    let page = try accordPage(
      "Oxhaven, RuritaniaFriday 14 March 2018\n\nMinisters sign fishing accord in Aldmouth\n\n\(deck)\n\nThe pier on Monday. AP\nThe pier on Monday. AP"
    )
    #expect(page.metadata.deck == deck)
  }

  @Test func aDayMayHaveAStrokeBeforeItsYearOrALabelOfAnotherLanguage() throws {
    for line in ["March 14/2018", "Pubblicato: 14/03/2018 21:05"] {
      #expect(try accordPage("Ministers sign accord in Aldmouth\n" + line).publishedDay == "2018-03-14")
    }
  }

  @Test(arguments: [
    "NEWS | SPORT | RIVERS | TV | TRAVEL", "Log In | Subscribe | Submit a Tip | Horoscopes | Lottery",
    "News | Asia | The Aldmouth accord", "Livonia | Ruritania | Syldavia | Borduria | Livnia",
    "Last update: Tuesday, 22:14", "BC-EU-FSH--Fish-Accord,10th Ld-Writethru",
    "Ministry of Foreign Affairs of the Livonian Republic", "Harbour Centre for Security Studies",
  ])
  func whatStandsAboveHeadlinesIsNone(line: String) throws {
    let page = try accordPage("\(line)\n\nMinisters sign fishing accord in Aldmouth\n\nBy Ida Thornquist")
    #expect(page.metadata.title == "Ministers sign fishing accord in Aldmouth")
    #expect(page.metadata.outlet == nil && page.metadata.deck == nil)
  }

  @Test func whatStandsBelowALetterheadInOneBlockIsNoHeadline() throws {
    let office =
      "Office of the Governor of the Coast\nCommunications Service / free translation for the press abroad"
    let page = try accordPage(
      office + "\n\nGovernor thanks the towns for their long patience\n\n14 March 2018")
    #expect(page.metadata.title == "Governor thanks the towns for their long patience")
    let block = try accordPage(
      "Office of the Governor of the Coast\n14 March 2018\nGovernor thanks the towns for their long patience")
    #expect(block.metadata.title == "Governor thanks the towns for their long patience")
  }

  @Test(arguments: [
    "Opinion | The fish are ours | The Aldmouth Herald", "Ministry of Fishing Signs Accord in Aldmouth",
    "Court of Aldmouth Acquits Former Harbour Master",
  ])
  func aHeadlineMayLookLikeWhatStandsAboveIt(line: String) throws {
    let page = try accordPage(
      "\(line)\n\nThey ended a quarrel that had kept fleets in harbour\n\nBy Ida Thornquist")
    #expect(line.hasPrefix(page.metadata.title))
  }

  @Test(arguments: [
    "Police Arrest Man in Lund Blast", "Court to Hear Case on Port", "Council Votes to Shut Port for Good",
    "Government to Ban Plastic Bags in Schools", "Center of Lund Shut as Storm Nears",
    "Mayor Sues the Harbour Authority",
  ])
  func aHeadlineThatTellsOfAnOfficeIsNoLetterhead(line: String) throws {
    let deck = "It ends a quarrel that had kept the fleets of the islands in harbour"
    let page = try accordPage("\(line)\n\n\(deck)\n\n14 March 2018").metadata
    #expect(page.title == line && page.deck == deck)
  }

  @Test func whatLosesToAHeadlineAsALetterheadIsText() throws {
    let head = "Court of Appeal Acquits\n14 March 2018\nHarbour master is free after eleven years"
    #expect(try accordPage(head).marked.first == "# Court of Appeal Acquits")
    let other = "News\n\nMinistry of Health Warns of Storm\n\nSchools of the coast stay shut until Monday"
    #expect(try accordPage(other).metadata.title == "Ministry of Health Warns of Storm")
  }

  @Test func anOfficesNameMayBeOfAnyLanguageRead() throws {
    for name in [
      "Innenministerium des Landes Livonien", "TRIBUNAL DE PESCA DO ESTADO DE ALDMOUTH",
      "Livonska Kancelaria\nOffice of the President of Livonia\n\nPRESS RELEASE",
    ] {
      let page = try accordPage(
        "\(name)\n\nMinisters sign fishing accord in Aldmouth\n\nBy Ida Thornquist")
      #expect(page.metadata.title == "Ministers sign fishing accord in Aldmouth", "\(name)")
    }
  }

  @Test func aSecondRowOfSectionsIsNoHeadline() throws {
    let page = try accordPage(
      "News Opinion Sport Culture Lifestyle\nShow More\nBusiness Economics Banking Money Markets Project Aldmouth B2B\n\nMinisters sign fishing accord in Aldmouth\n\nIda Thornquist\n\n14 March 2018"
    )
    #expect(page.metadata.title == "Ministers sign fishing accord in Aldmouth")
  }

  @Test func anOfficeBelowTheAuthorsIsNoHeadline() throws {
    let page = try accordPage(
      "84 to 19: House says yes to accord at 3 a.m.\n\nBy IDA THORNQUIST and PER LUND\nAldmouth Ledger Council Reporters"
    )
    #expect(page.metadata.title == "84 to 19: House says yes to accord at 3 a.m.")
  }

  @Test func whatAPaperIsCalledIsNeitherItsAuthorNorItsOutlet() throws {
    let page = try accordPage(
      "Office of the Governor of the Coast\n\nPRESS RELEASE\n\nGovernor thanks the ministers for the fishing accord\n\nAldmouth, 14 March 2018"
    ).metadata
    #expect(page.title == "Governor thanks the ministers for the fishing accord")
    #expect(page.bylines.isEmpty && page.outlet == nil && page.published?.value.description == "2018-03-14")
  }

  @Test func neitherButtonsNorOtherHeadlinesAreTheDeck() throws {
    for line in [
      "Text version   |   Photos 14   |   Video 26 min",
      "MORE ON: FISHING\nFleets of the islands to stay in harbour until the spring",
    ] {
      let page = try accordPage("Ministers sign fishing accord in Aldmouth\n\n14 March 2018\n\n" + line)
      #expect(page.metadata.deck == nil, "\(line)")
    }
  }
}
