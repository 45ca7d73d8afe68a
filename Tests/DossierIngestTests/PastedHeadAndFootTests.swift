import DossierModel
import DossierSource
import Testing

/// What stands above and below the text of pages as people paste them.
@Suite struct PastedHeadAndFootTests {
  private func page(_ head: String, _ foot: String = "", body: String = harbourText) throws -> Article {
    try article(head + "\n\n" + body + "\n\n" + foot)
  }

  @Test func namesRightBelowTheTitleAreItsAuthors() throws {
    let page = try page(
      "BUSINESS NEWS\nMARCH 5, 2018 / 10:32 AM / UPDATED 6 HOURS AGO\nBarge closes the harbour of Aldmouth for days\n\nIda Thornquist, Per Lund\n\n3 MIN READ"
    )
    #expect(page.metadata.title == "Barge closes the harbour of Aldmouth for days")
    #expect(page.metadata.bylines == ["Ida Thornquist", "Per Lund"])
    #expect(page.metadata.deck == nil && page.metadata.outlet == nil)
    #expect(page.publishedDay == "2018-03-05")
  }

  @Test func whoReportedBesidesIsCreditedAndNoAuthor() throws {
    let page = try page(
      "Barge closes the harbour of Aldmouth for days\n\n5 March 2018",
      "(Reporting by Ida Thornquist and Per Lund; Additional reporting by Ann Poe in Oxhaven; Editing by Tom Roe)"
    )
    #expect(page.metadata.bylines == ["Ida Thornquist", "Per Lund"])
    #expect(page.metadata.credits == ["Ann Poe", "Tom Roe"])
    #expect(page.marked.count == 2)
  }

  @Test func creditsAtTheEndOfTheLastParagraphAreNoText() throws {
    let page = try page(
      "Barge closes the harbour of Aldmouth for days\n\n5 March 2018",
      "The owner will pay for the pier, the port said. (Reporting by Ida Thornquist; Editing by Tom Roe)")
    #expect(page.marked.last == "The owner will pay for the pier, the port said.")
    #expect(page.metadata.bylines == ["Ida Thornquist"] && page.metadata.credits == ["Tom Roe"])
    #expect(page.removedFor(.movedToMetadata).contains { $0.hasPrefix("(Reporting by") })
  }

  @Test func helpersWithTheirPlacesAreCreditedAndNoText() throws {
    for foot in [
      "Ida Thornquist contributed reporting from Oxhaven.",
      "Ida Thornquist contributed reporting from Oxhaven, and Ann Poe from Port Ansel.",
      "Lund reported from Oxhaven and Poe from Port Ansel, Ruritania. Herald writer Ida Thornquist in Aldmouth contributed to this report.",
    ] {
      let page = try page("Barge closes the harbour of Aldmouth for days\n\n5 March 2018", foot)
      #expect(page.marked.count == 2)
      #expect(page.metadata.credits.contains { $0.hasSuffix("Ida Thornquist") })
    }
  }

  @Test func whoseThePictureIsHasNotPublishedThePage() throws {
    let page = try page(
      "The Aldmouth Herald\n\nBarge closes the harbour of Aldmouth for days\n\n5 March 2018\n\n© Per Lund/Harbour Press Office/WIRE"
    )
    #expect(page.metadata.outlet?.contains("Lund") != true)
  }

  @Test func anInvitationInCapitalsNamesNoOutlet() throws {
    let page = try page(
      "Home\nNews\n\nBarge closes the harbour of Aldmouth for days\n\n5 March 2018\n\nSign Up To Our Daily Newsletter"
    )
    #expect(page.metadata.outlet == nil)
  }

  @Test func theCopyrightLineMaySayTheWordTwice() throws {
    let page = try page(
      "Barge closes the harbour of Aldmouth for days\n\n5 March 2018",
      "© 2018 Copyright The Aldmouth Herald - All rights reserved.")
    #expect(page.metadata.outlet == "The Aldmouth Herald")
  }

  @Test func anAgencysNameAloneOnTheFirstLineIsThePages() throws {
    let page = try page("AFP\nWorld\n\nBarge closes the harbour of Aldmouth for days\n\n5 March 2018")
    #expect(page.metadata.outlet == "AFP")
  }

  @Test func aDeskIsToldOfBelowTheCredits() throws {
    let page = try page(
      "Barge closes the harbour of Aldmouth for days\n\n5 March 2018",
      "With reporting by Ida Thornquist\n\nThe Aldmouth Service\nThe Aldmouth Service is one of the oldest sources of news on the northern harbours for people who live there."
    )
    #expect(page.marked.count == 2)
  }

  @Test func aCaptionsLabelMayHaveNoMarkBehindIt() throws {
    let page = try page(
      "Barge closes the harbour of Aldmouth for days\n\n5 March 2018\n\nImage caption The barge lay across the northern pier for hours"
    )
    #expect(page.images.map(\.caption) == ["The barge lay across the northern pier for hours"])
    #expect(page.metadata.deck == nil)
  }

  @Test func whoTookAPictureMayStandBeforeTheAgency() throws {
    let page = try page(
      "Barge closes the harbour of Aldmouth for days\n\n5 March 2018\n\nThe barge lies across the northern pier on Monday. / P. LUND (AP)"
    )
    #expect(
      page.images == [
        ImageCaption(caption: "The barge lies across the northern pier on Monday.", credit: "P. LUND/AP")
      ])
  }

  @Test func theDayOfAVisitIsNotThatOfPublication() throws {
    let page = try page("Barge closes the harbour of Aldmouth for days\n\nVisited 4 November 2020")
    #expect(page.publishedDay == nil && page.metadata.retrieved?.value.description == "2020-11-04")
  }

  @Test func anOfficeBelowTheAuthorIsNoDeck() throws {
    let page = try page(
      "Barge closes the harbour of Aldmouth for days\n\nBy Ida Thornquist\nMiddle East Correspondent in Aldmouth\nShare on Facebook\n\nFishermen fear for the spring and ask for help\n\nThe pier on Monday (Image: Getty Images)"
    )
    #expect(page.metadata.bylines == ["Ida Thornquist"])
    #expect(page.metadata.deck != "Middle East Correspondent in Aldmouth")
  }

  @Test func anOfficeBehindTheAuthorIsNobody() throws {
    let page = try page(
      "Barge closes the harbour of Aldmouth for days\n\nBy Ida Thornquist, Rivers Editor\n5 March 2018")
    #expect(page.metadata.bylines == ["Ida Thornquist"])
  }

  @Test func buttonsForTheSizeOfLettersAreNobody() throws {
    let page = try page(
      "Barge closes the harbour of Aldmouth for days\n\nAFP\n\nFont size:  A-  A+\n\nShare  Tweet")
    #expect(page.metadata.bylines == ["AFP"])
  }

  @Test func anAddressIsNoDeck() throws {
    let page = try page(
      "Barge closes the harbour of Aldmouth for days\nBy Ida Thornquist\n5 March 2018\n\nClick to copyhttps://herald.example/barge-in-harbour of the page"
    )
    #expect(page.metadata.deck == nil)
  }

  @Test func whatIsSetInColumnsIsNoTitle() throws {
    let page = try page(
      "THE MONTHLY HARBOUR  ·  English edition                  ANALYSIS\n\n\nThe barge that came too close\n\nBy Ida Thornquist"
    )
    #expect(page.metadata.title == "The barge that came too close")
  }

  @Test func aSectionIsNoOutlet() throws {
    let page = try page(
      "RELATED TOPICS\nInternational News\nBarge closes the harbour of Aldmouth for days\n\n5 March 2018")
    #expect(page.metadata.outlet == nil)
  }

  @Test func whomPeopleSpokeToIsNoPublisherWhereSeveralAreNamed() throws {
    let said = "\n\n\"It was fog,\" the captain told KRTV. \"I saw nothing,\" he told Al Jazeera."
    #expect(try page("Barge closes the harbour", body: harbourText + said).metadata.outlet == nil)
    let one = "\n\n\"I saw nothing,\" he told Al Jazeera."
    #expect(try page("Barge closes the harbour", body: harbourText + one).metadata.outlet == "Al Jazeera")
    let agency =
      "ALDMOUTH (AP) — The harbour was closed on Monday after a barge struck the pier, the port said." + one
    #expect(try page("Barge closes the harbour", body: agency).metadata.outlet == nil)
  }

  @Test func aPartnerOfTheStoryIsNoPublisher() throws {
    let page = try page(
      "Barge closes the harbour of Aldmouth for days\n\n5 March 2018",
      "This story was produced in partnership with [Der Spiegel](#).\n\nJoin the conversation")
    #expect(page.metadata.outlet == nil)
  }

  @Test func theCreditOfAPictureMayFollowDots() throws {
    let page = try page(
      "Barge closes the harbour of Aldmouth for days\n\nBy Ida Thornquist\n\nThe northern pier on Monday. Credit...Per Lund for The Herald"
    )
    #expect(
      page.images == [
        ImageCaption(caption: "The northern pier on Monday.", credit: "Per Lund for The Herald")
      ])
  }

  @Test func whatIsSaidOfThePrintedPaperIsNoText() throws {
    let page = try page(
      "Barge closes the harbour of Aldmouth for days\n\n5 March 2018",
      "A version of this article appears in print on March 6, 2018, Section B, Page 1 of the national edition with the headline: Fog. Order Reprints | Today’s Paper | Subscribe"
    )
    #expect(page.marked.count == 2)
  }

  @Test func aShortQuestionHeadsWhatAnswersIt() throws {
    let page = try page(
      "Barge closes the harbour of Aldmouth for days\n\n5 March 2018",
      "WHO PAYS?\n\nThe owner of the barge will pay for the pier, according to the law of the port, unless a court says otherwise."
    )
    #expect(page.marked.contains("# WHO PAYS?"))
  }

  @Test func sentencesThatWereCutOffStayText() throws {
    let page = try page(
      "Barge closes the harbour of Aldmouth for days\n\n5 March 2018",
      "\n\nThe council has opened an inquiry, as has the Board of Rivers. The\n\n\nThe owner of the barge will pay for the pier, according to the law of the port."
    )
    #expect(page.text.contains("as has the Board of Rivers."))
  }

  @Test func anAgencyThatSignsTheLastParagraphIsCreditedAndNoText() throws {
    let last =
      "The owner will pay for the pier and for the new wall that the town asked him to build within two years of the day of the storm."
    for dash in ["—", "–", "-", "--"] {
      let page = try page(
        "Barge closes the harbour of Aldmouth for days\n\n5 March 2018", "\(last) \(dash) AFP")
      #expect(page.marked.last == last && page.marked.count == 3)
      #expect(page.metadata.credits == ["AFP"] && page.images.isEmpty)
    }
  }

  @Test func aCaptionTellsFromWhomAPictureCame() throws {
    let page = try page(
      "Barge closes the harbour of Aldmouth for days\n\nDivers look at the northern pier of Aldmouth. — Ministry of Harbours handout via Reuters"
    )
    #expect(page.images.map(\.caption) == ["Divers look at the northern pier of Aldmouth."])
  }

  @Test func whoPostedWhatIsShownAmidTheTextIsNotItsAuthor() throws {
    let shown =
      "The owner posted a film of the pier on his page, and said that he had never seen such a storm in all his years at sea."
    let page = try page(
      "Barge closes the harbour of Aldmouth for days\n\n5 March 2018",
      shown + "\n\nPosted by Ida Thornquist / on Sunday, 4 March 2018\n\n"
        + shown.replacing("film", with: "picture"))
    #expect(page.metadata.bylines.isEmpty && page.publishedDay == "2018-03-05")
    #expect(page.marked.count == 4)
  }

  @Test func aBylineBelowTheTextWithThePagesOnlyDateIsItsOwn() throws {
    let page = try page(
      "Barge closes the harbour of Aldmouth for days",
      "By Ida Thornquist, 5 March 2018\n\nIda Thornquist has written on harbours and barges for this paper since the great storm of the last century."
    )
    #expect(page.metadata.bylines == ["Ida Thornquist"] && page.publishedDay == "2018-03-05")
  }

  @Test func aDateThatAClockPutTogetherIsThatOfTheVisit() throws {
    let page = try page("Saturday , December 3 2022\n\nBarge closes the harbour of Aldmouth for days")
    #expect(page.publishedDay == nil)
  }

  @Test func aFilmsNamePrintedTwiceBelowTheHeadlineIsNone() throws {
    let page = try page(
      "Barge closes the harbour for days after the storm\n\nDivers were sent down to the pier in the morning\n\nThe barge at the pier of Aldmouth\n\nThe barge at the pier of Aldmouth"
    )
    #expect(page.metadata.title == "Barge closes the harbour for days after the storm")
  }

  @Test func aHeadlineMayHaveALabelBeforeItWhereNothingElseIsOne() throws {
    let page = try page("Video: Barge at the northern pier closes the harbour of Aldmouth")
    #expect(page.metadata.title == "Video: Barge at the northern pier closes the harbour of Aldmouth")
    let other = try self.page("Video: How to bake bread within an hour at home")
    #expect(other.metadata.title.hasPrefix("The harbour of Aldmouth was closed") == true)
  }

  @Test func anOutletListedBelowTheTitleHasPublishedThePage() throws {
    let page = try page("Barge closes the harbour of Aldmouth for days\n- The Guardian\n- Mon Mar 5 2018")
    #expect(page.metadata.outlet == "The Guardian" && page.publishedDay == "2018-03-05")
    #expect(page.marked.count == 2)
  }

  @Test func aTitleThatIsTakenFromTheTextHasNoDatelineBeforeIt() throws {
    let read = try article("ALDMOUTH, March 5 — " + harbourText)
    #expect(read.metadata.title.hasPrefix("The harbour of Aldmouth was closed"))
  }

  @Test func aFirstParagraphThatTheTextTellsAgainIsTheDeck() throws {
    let deck = "A barge struck the northern pier of Aldmouth, and the port authority closed the harbour."
    let page = try page("Barge closes the harbour of Aldmouth for days\n\n5 March 2018\n\n" + deck)
    #expect(page.metadata.deck == deck && page.marked.count == 2)
    let report = deck.replacing("Aldmouth,", with: "Aldmouth on Monday,")
    let reported = try self.page("Barge closes the harbour of Aldmouth for days\n\n5 March 2018\n\n" + report)
    #expect(reported.marked.count == 3)
    let other = "Ships of the coast waited off the cape all night, and some turned back to Oxhaven at dawn."
    let text = try self.page("Barge closes the harbour of Aldmouth for days\n\n5 March 2018\n\n" + other)
    #expect(text.marked.count == 3)
  }

  @Test func wordsOfSomebodyInCapitalsHeadWhatFollows() throws {
    let page = try page(
      "Barge closes the harbour of Aldmouth for days\n\n5 March 2018",
      "\"A BIG LOSS\"\n\nThe owner will pay for the pier within a year, the port said, and for the lamps that fell off it."
    )
    #expect(page.marked.contains("# \"A BIG LOSS\""))
  }

  @Test func aTopicBelowTheTextIsNoOutlet() throws {
    #expect(try harbourPage("", "Topics\nLivonia\nForeign policy").metadata.outlet == nil)
    #expect(try harbourPage("", "Foreign Policy").metadata.outlet == "Foreign Policy")
  }
}
