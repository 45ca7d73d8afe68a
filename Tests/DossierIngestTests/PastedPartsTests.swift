import DossierModel
import DossierSource
import Testing

/// Pages that were copied in part, and what outlets put between the headline and the text.
@Suite struct PastedPartsTests {
  @Test func aTextThatBreaksOffAmidASentenceKeepsWhatThereIsOfIt() throws {
    for rest in [
      "The owner has also agreed to pay for the repair of the pie",
      "\"We shall open again as soon as the divers have looked at the wall and the crane is ba",
      "Captain Ida Thornquist left the room before the end, calling it a \"very dull day for sail",
    ] {
      #expect(try harbourPage("5 March 2018", rest).marked.last == rest)
      let addressed = try harbourPage("5 March 2018", rest + "\nhttps://herald.example/2018/03/05/barge")
      #expect(addressed.marked.last == rest && addressed.metadata.url != nil)
    }
  }

  @Test func whatBreaksOffBelowAPictureStays() throws {
    let rest = "The owner has paid for the pier. He has also agreed to the repair of the wal"
    let page = try harbourPage("5 March 2018", "The pier on Monday\nReuters\n\n" + rest)
    #expect(page.marked.last == rest)
    #expect(page.images.map(\.caption) == ["The pier on Monday"] && page.images.map(\.credit) == ["Reuters"])
  }

  @Test func aLabelAndACreditBehindACaptionAreItsCredit() throws {
    for caption in [
      "Barges at the northern pier of Aldmouth Photo: Jane Doe", "Barges lie at the pier.PHOTO: DOE",
    ] {
      let page = try harbourPage("5 March 2018\n" + caption)
      #expect(page.images.map(\.credit) == [caption.hasSuffix("DOE") ? "DOE" : "Jane Doe"])
      #expect(page.metadata.deck == nil)
    }
  }

  @Test func namesAnOutletAndADayOnOneLineAreThePagesByline() throws {
    let page = try harbourPage("Jane Doe and Ann Poe – The Harbour Chronicle Mar 5, 2018")
    #expect(page.metadata.bylines == ["Jane Doe", "Ann Poe"])
    #expect(page.publishedDay == "2018-03-05" && page.metadata.deck == nil)
  }

  @Test func anAddressMayNameItsMonth() throws {
    let page = try harbourPage("", "https://herald.example/news/2018/mar/05/barge-closes-harbour")
    #expect(page.publishedDay == "2018-03-05")
    #expect(try harbourPage("", "https://herald.example/2018/may-closes-harbour").publishedDay == nil)
  }

  @Test func aHeadingAboveWhatBreaksOffStays() throws {
    let rest = "The owner has also agreed to pay for the repair of the pie"
    let page = try harbourPage("5 March 2018", "What comes now\n" + rest)
    #expect(page.marked.suffix(2) == ["# What comes now", rest])
  }

  @Test func aHeadlineBelowTheTextIsNoneOfIt() throws {
    for foot in [
      "Ferry Service to Oxhaven Resumes After a Long Winter Pause", "Ferries sail to Oxhaven again",
      "Read more\nWhat the closing of the harbour means for the ferries to Oxhaven and the mail",
      "What the closing of the harbour means for the ferries to Oxhaven\n\nSubscribe",
    ] {
      #expect(try harbourPage("5 March 2018", foot).marked.count == 2)
    }
  }

  @Test func aSentenceWithoutItsFullStopIsAParagraph() throws {
    let line = "The closing of the harbour means that the ferries to the islands can begin a week later"
    let page = try article(
      "Barge closes the harbour of Aldmouth for days\n\n5 March 2018\n\n"
        + harbourText.replacing("\n\n", with: "\n\n\(line)\n\n"))
    #expect(page.marked.count == 3 && page.marked.contains(line))
  }

  @Test func aBoxThatAsksReadersForMoneyIsNoText() throws {
    let page = try harbourPage(
      """
      5 March 2018

      Your support keeps the lamps lit

      From tides to tariffs, the Herald is on the quay when the story is coming in. Whether it is a storm or a strike, we know how much the facts matter to those who live by the water.

      The Herald is read by fishermen and ministers alike. Unlike many other papers, we let everyone read what we write.

      Your donation lets us send reporters to both sides of the bay.
      """)
    #expect(page.marked.count == 2)
    #expect(page.removedFor(.pageFurniture).count == 4)
  }

  @Test func whatAsksForLeaveToRememberReadersIsNoText() throws {
    let notice = """
      Some cookies on this site are essential, and the site won't work as you expect it to without them.

      By using our site you accept the terms of our Privacy Policy.

      (Ticking this sets a cookie to hide these words if you close them. This will not store any personal information)
      """
    let above = try article(
      "Cookie Control\n\n\(notice)\n\nBarge closes the harbour of Aldmouth\n\n\(harbourText)")
    #expect(above.metadata.title == "Barge closes the harbour of Aldmouth" && above.marked.count == 2)
    let below = try harbourPage("5 March 2018", "f\n\n" + notice)
    #expect(below.marked.count == 2)
  }

  @Test func whoWritesOfCookiesIsRead() throws {
    let page = try harbourPage(
      "5 March 2018",
      "The port sells cookies to those who wait for the ferry.\n\nNobody has complained about our weather, the port said in its letter, and the privacy policy of the bakery is its own.\n\nThe ferries sail on Friday."
    )
    #expect(page.marked.count == 5)
  }

  @Test func theWallThatEndsAFreeTextIsNoneOfIt() throws {
    let page = try harbourPage(
      "5 March 2018",
      "Already a subscriber? Sign in\n\nYou have reached your article limit.\n\nUnlimited access. Half the price.\n\nBest value"
    )
    #expect(page.marked.count == 2)
  }

  @Test func aDamagedMarkBehindTheLastFullStopLosesNothing() throws {
    let last =
      "In a statement, the owner took the blame for the ā€œweaknessesā€ found in the wall but said she was ā€œnot aware of any fault on her part.ā€"
    #expect(try harbourPage("5 March 2018", last + "\n\nAlready a subscriber? Sign in").marked.count == 3)
  }

  @Test func headlinesInOneLineAreATicker() throws {
    let page = try article(
      """
      Off the wire
      Harbour Insight: A bay open to all, a blessing for the islands  • Interview: The pilot's part in the life of the port  • Oxhaven to start talks with the ferries by the end of the year: mayor  • Ruritania sends notice to four firms for the smoke over the bay
      You are here:   Home

      Barge closes the harbour of Aldmouth for days

      Harbour Wire, March 5, 2018 Adjust font size:

      \(harbourText)
      """)
    #expect(page.metadata.title == "Barge closes the harbour of Aldmouth for days")
    #expect(page.marked.count == 2 && page.publishedDay == "2018-03-05")
  }

  @Test func aDayPrintedOverAndOverIsThePages() throws {
    let page = try harbourPage(
      "2 years 1 month 1 week ago Monday, March 05 2018 Mar 5, 2018 March 5, 2018 10:37 AM in News")
    #expect(page.publishedDay == "2018-03-05" && page.metadata.deck == nil)
  }

  @Test func aHeadlineWithItsDayBetweenParagraphsIsATeaser() throws {
    let page = try harbourPage(
      "5 March 2018",
      "Harbour Master Knew of Weak Rails Below the Northern Pier in 2014OCT. 7, 2015\n\nThe ferries sail on Friday."
    )
    #expect(page.marked.count == 3)
  }

  @Test func aSentenceWithACaptionsLabelAboveACreditIsACaption() throws {
    let page = try harbourPage(
      "5 March 2018\n\nFile photo of Olaf Brandt, the harbour master. Brandt came to the pier himself.\nImage: Harbour Office."
    )
    #expect(page.images.count == 1 && page.marked.count == 2)
  }

  @Test func whoSpeaksOfADonationIsHeard() throws {
    let page = try harbourPage(
      "5 March 2018",
      "\"Your donation has saved our boats,\" the captain told the bank.\n\nThe bank said nothing of it.\n\n\"Without your support we are lost,\" he said."
    )
    #expect(page.marked.count == 5)
  }

  @Test func picturesBetweenTheButtonsAndTheTextHaveTheirCaptions() throws {
    let page = try harbourPage(
      "Friday 9 March 2018 01:48 EST\nComments\nOlaf Brandt at the northern pier\nOlaf Brandt at the northern pier (Reuters)"
    )
    #expect(page.images == [ImageCaption(caption: "Olaf Brandt at the northern pier", credit: "Reuters")])
  }

  @Test func aCaptionPrintedTwiceIsNoDeckThoughItIsASentence() throws {
    let caption = "Divers look at the northern pier of Aldmouth on March 4, 2018."
    let page = try harbourPage("\(caption)\n\(caption) AFP")
    #expect(page.metadata.deck == nil)
    #expect(page.images == [ImageCaption(caption: caption, credit: "AFP")])
  }

  @Test func aCaptionHasItsLabelStuckToIt() throws {
    let page = try harbourPage(
      "The harbour master and a diver Image copyright EPA\nImage captionOlaf Brandt has called the divers from Oxhaven"
    )
    #expect(page.metadata.deck == nil)
    #expect(
      page.images == [ImageCaption(caption: "Olaf Brandt has called the divers from Oxhaven", credit: "EPA")])
  }

  @Test func aLineOnTheCreditOfAPictureIsItsCaption() throws {
    let page = try article(
      """
      Barge closes the harbour of Aldmouth for days

      March 5, 2018

      The port authority has closed the harbour. The master of the harbour hopes to open it again within days.

      Harbour master Olaf Brandt
      Image: Reuters/P. Lund

      \(harbourText)
      """)
    #expect(
      page.images == [ImageCaption(caption: "Harbour master Olaf Brandt", credit: "Image: Reuters/P. Lund")])
    #expect(!page.marked.contains { $0.hasPrefix("#") })
  }

  @Test func aCreditThatIsPrintedTwiceEndsACaption() throws {
    let page = try harbourPage(
      "ALDMOUTH, RURITANIA - MARCH 04: Divers look at the northern pier on March 4, 2018 in Aldmouth, Ruritania. (Photo by Per Lund/Getty Images)Photograph by Per Lund — Getty Images"
    )
    #expect(page.marked.count == 2)
    #expect(page.images.first?.caption?.hasSuffix("in Aldmouth, Ruritania.") == true)
  }

  @Test func anAgencysLongCaptionIsNoText() throws {
    let caption =
      "Harbour master Olaf Brandt speaks during a visit of the port authority on March 4, 2018 in Aldmouth, on the closing of the harbour. - The authority said that it was going to ask the owners of the barge, a company from Oxhaven, for the cost of the repair, and that the ferries to the islands would sail from the southern quay until the divers have looked at the wall, at the crane and at the rails, which are older than the harbour itself and were last mended in the spring of 1998, when another barge of the same owners, the Good Intent, broke loose in a gale and came to rest on the steps of the customs house, to the delight of the children of the town and to nobody else's."
    let page = try harbourPage(caption + " (Photo by PER LUND / AFP)")
    #expect(
      page.marked.count == 2 && page.images == [ImageCaption(caption: caption, credit: "PER LUND / AFP")])
  }

  @Test func anAgencyWithWordsBehindItIsACredit() throws {
    let page = try harbourPage(
      "Olaf Brandt, the harbour master, speaks of the closing of the pier  (AFP or licensors)")
    #expect(page.metadata.deck == nil)
    #expect(
      page.images.first?.caption == "Olaf Brandt, the harbour master, speaks of the closing of the pier")
  }

  @Test func theNameOfAFilmIsNeitherTitleNorDeck() throws {
    let page = try article(
      """
      Breaking News

      Harbour Master Says Who Will Pay For The Northern Pier

      Barge Closes The Harbour Of Aldmouth
      please wait

      No media source currently available

      0:00 0:03:06 0:00

      WATCH: Barge Closes The Harbour Of Aldmouth

      \(harbourText)

      What The Divers Saw Below The Pier?
      please wait

      No media source currently available

      0:00 0:02:59 0:00

      The harbour was closed for days in the spring of 1998 too, after another barge had struck the same pier.
      """)
    #expect(page.metadata.title == "Harbour Master Says Who Will Pay For The Northern Pier")
    #expect(page.metadata.deck == nil && page.marked.count == 3)
  }

  @Test func aDateInFrontOfTheTextIsALineOfItsOwn() throws {
    for label in ["date 2018-03-05", "Published 5 March 2018", "Updated: March 5, 2018"] {
      let page = try article(label + " " + harbourText)
      #expect(page.marked.first?.hasPrefix("The harbour of Aldmouth was closed") == true)
      #expect(page.publishedDay == "2018-03-05")
    }
  }

  @Test func aCaptionOfTheWeekdayToldDatesTheText() throws {
    let caption = "Divers look at the northern pier on Monday, March 5, 2018. (Photo by Per Lund / AFP)"
    let page = try harbourPage(caption)
    #expect(page.publishedDay == "2018-03-05/2018-03-11")
    #expect(page.metadata.published?.basis == .inferred)
    #expect(page.metadata.published?.rule == Rule("caption-day"))
  }

  @Test func theDayBetweenTwoHeadlinesIsThePages() throws {
    let page = try article(
      "Harbour: Barge closes the pier for days\n\n21:03 March 5, 2018\n\nBarge closes the pier for days\n\n"
        + harbourText + "\n\nRead also: Ferries sail again\n\nPolitics 15:47 May 7, 2018")
    #expect(page.publishedDay == "2018-03-05")
  }

  @Test func theDayOfAVisitDatesNoPageThatTellsItsOwn() throws {
    let head =
      "Saturday 3 December 2022\n\nBarge closes the harbour of Aldmouth for days\n\nPublished 05/03/2018 | 07:52\n\n"
    #expect(try article(head + harbourText.replacing("Monday", with: "Sunday")).publishedDay == nil)
    let picture = "\n\nDivers look at the pier of Aldmouth, March 5, 2018. REUTERS/Per Lund"
    #expect(try article(head + harbourText + picture).publishedDay == "2018-03-05")
  }

  @Test func aWeekdayWithItsDateAgreesWithTheCaptionOrDoesNotCount() throws {
    let caption =
      "Barge closes the harbour of Aldmouth\n\nDivers look at the pier on March 5, 2018. (Photo by Per Lund / AFP)\n\n"
    let same = try article(caption + harbourText.replacing("on Monday", with: "on Monday (March 5)"))
    #expect(same.publishedDay == "2018-03-05/2018-03-11")
    let other = try article(caption + harbourText.replacing("on Monday", with: "on Monday, May 14, 2018,"))
    #expect(other.publishedDay == nil)
  }

  @Test func whatAnAgencySignsWithADashIsNoCaptionWhereSomebodySpeaks() throws {
    let report = "The harbour master said that nobody had been hurt at the pier. — Reuters"
    #expect(
      try article(harbourText + "\n\n" + report).marked.last?.hasPrefix("The harbour master said") == true)
    let caption = "The harbour master on the northern pier of Aldmouth. — Reuters"
    #expect(try article("Barge closes the harbour\n\n" + caption + "\n\n" + harbourText).images.count == 1)
  }

  @Test func anOlderPictureDatesNothing() throws {
    #expect(
      try harbourPage("Divers look at the pier on March 4, 2018. (Photo by Per Lund / AFP)").publishedDay
        == nil)
    let other = harbourText.replacing("on Monday", with: "last Monday")
    let page = try article(
      "Barge closes the harbour of Aldmouth\n\nDivers look at the pier on March 5, 2018. (Photo by Per Lund / AFP)\n\n"
        + other)
    #expect(page.publishedDay == nil)
  }

  @Test func theFirstLineOfAWrappedReportMayBeShort() throws {
    let page = try article(
      """
      Barge closes the harbour of Aldmouth for days
      By Ida Thornquist
      ALDMOUTH, Ruritania, March 5 Aldmouth
      Harbour was closed on Monday after a barge struck the northern
      pier, the port authority said in the afternoon, and the ferries
      to the islands will sail from the southern quay until divers
      have looked at the wall and the crane.
      The owner of the barge, a company from Oxhaven, said that it
      would pay for the repair of the pier once it knew what broke,
      and that its own divers would come from there with a crane on
      a barge of the same build, which the harbour master of Aldmouth
      has not yet allowed to pass the southern light, as he has seen
      enough of barges for a week and the wind is turning to north.
      """)
    #expect(page.marked.first?.hasPrefix("ALDMOUTH, Ruritania, March 5 Aldmouth Harbour was closed") == true)
    #expect(page.metadata.title == "Barge closes the harbour of Aldmouth for days")
  }

  @Test func aPageThatSignsAsItIsHeadedIsTheOutlets() throws {
    let page = try article(
      "Harbour News\n\nBarge closes the harbour of Aldmouth for days\n\nBy Harbour News\n\n" + harbourText)
    #expect(page.metadata.outlet == "Harbour News")
  }

  @Test func buttonsWithWordsOfOtherLettersAreAMenu() throws {
    let page = try harbourPage("Comments() Print Mail Large Medium  Small 分享按钮 0")
    #expect(page.metadata.deck == nil && page.marked.count == 2)
  }

  @Test func theWordsOfAButtonAreNoTitleThoughTheyStandTwice() throws {
    let page = try article(
      """
      • Home
        • Latest
        • Boats
      TradeHarbours
      Barge closes the harbour of Aldmouth for days
      By
      Ida Thornquist
      Copy Round Thing Sign
      By
      Ida Thornquist
      Copy Round Thing Sign
      March 5, 2018, 10:11 PM ET

      \(harbourText)
      """)
    #expect(page.metadata.title == "Barge closes the harbour of Aldmouth for days")
  }

  @Test func thePlaceBehindAnAuthorIsNoAuthor() throws {
    let page = try harbourPage("by Ida Thornquist, Oxhaven,\n5 March 2018")
    #expect(page.metadata.bylines == ["Ida Thornquist"])
  }

  @Test func whomAnAuthorHasWrittenForHasNotPublishedThePage() throws {
    let page = try harbourPage(
      "by Ida Thornquist\n5 March 2018",
      "Author Bio\n\nIda Thornquist has lived in Oxhaven since 2005. She has also written for The Guardian.")
    #expect(page.metadata.bylines == ["Ida Thornquist"] && page.metadata.outlet == nil)
    #expect(page.marked.count == 2)
  }

  @Test func aCaptionPrintedTwiceMayEndInItsSource() throws {
    let caption = "Divers look at the northern pier of Aldmouth, Monday, March 5, 2018."
    let page = try harbourPage(caption + "\n\n" + caption + " Source: Lund Pictures")
    #expect(page.images.map(\.caption) == [caption])
  }

  @Test func ofTwoDaysOfACaptionTheLaterIsTheReports() throws {
    let caption =
      "In this photo of May 2, 2017 a barge lies at the pier, which was shut on March 5, 2018. (Photo by Per Lund / AFP)"
    #expect(try harbourPage(caption).publishedDay == "2018-03-05/2018-03-11")
  }

  @Test func aLongCaptionMayEndInHowAPictureCame() throws {
    let caption =
      "In this picture divers look at the northern pier of Aldmouth, where a barge struck the wall in the night and lay for many hours. The owner of the barge, who lives in Oxhaven, came to the pier himself, and told the men of the port that he would pay for all of it."
    let page = try harbourPage(caption + " (Aldmouth Port Board via AP)")
    #expect(page.images.map(\.caption) == [caption])
  }

  @Test func aCaptionTellsTheDayWhereTheAddressTellsTheMonth() throws {
    let caption = "Divers look at the northern pier on Monday, March 26, 2018. (Photo by Per Lund / AFP)"
    #expect(
      try harbourPage(caption, "https://herald.example/2018/03/barge-closes-harbour").publishedDay
        == "2018-03-26/2018-03-31")
    #expect(
      try harbourPage(caption, "https://herald.example/2018/05/barge-closes-harbour").publishedDay
        == "2018-05")
  }
}
