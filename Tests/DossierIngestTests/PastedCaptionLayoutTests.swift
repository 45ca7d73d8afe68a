import DossierIngest
import DossierModel
import Testing

/// Captions that are told by what stands round them, and not by a label or a known agency.
@Suite struct PastedCaptionLayoutTests {
  private let caption = "Divers look at the northern pier of Aldmouth"

  @Test func namesWithTheSignOfCopyrightMayStandBeforeTheCaption() throws {
    let page = try harbourPage("© Per Lund, Coast Press | \(caption)\n\nText by Ida THORNQUIST\n5 March 2018")
    #expect(page.images == [ImageCaption(caption: caption, credit: "Per Lund, Coast Press")])
    #expect(page.metadata.outlet == nil)
  }

  @Test func theOwnerOfAPageBeforeItsButtonsIsNoCredit() throws {
    let page = try harbourPage(
      "5 March 2018", "© Aldmouth Lantern | Legal notice and all that we say of privacy")
    #expect(page.images.isEmpty && page.metadata.outlet == "Aldmouth Lantern")
  }

  @Test func thePicturesButtonTellsThatSeveralSentencesAreItsCaption() throws {
    let text = "The harbour master, Olaf Brandt, at the northern pier. Divers stand behind him."
    for button in ["hide caption\n\ntoggle caption", "\nToggle caption"] {
      let page = try harbourPage(
        """
        March 5, 2018

        \(text)
        Per Lund/Getty Images
        \(button)
        Per Lund/Getty Images

        \(text)
        Per Lund/Getty Images
        """)
      #expect(page.images.compactMap(\.caption) == [text] && page.marked.count == 2)
    }
  }

  @Test func aSentenceAboveACreditWithoutTheButtonIsText() throws {
    let text =
      "The harbour master came to the northern pier in the night. Divers stood behind him, and the pilots of three ferries waited for their word."
    let page = try harbourPage("March 5, 2018\n\n\(text)\nPer Lund/Getty Images")
    #expect(page.marked.first == text)
  }

  @Test func aCreditBehindItsLabelMayTellHowThePictureCame() throws {
    let page = try harbourPage("5 March 2018\n\n\(caption).\nCredit: Per Lund/Coast Press via Reuters")
    #expect(page.images == [ImageCaption(caption: caption + ".", credit: "Per Lund/Coast Press via Reuters")])
    #expect(page.marked.count == 2)
  }

  @Test func whomATextCreditsBelowItsLastSentenceTookNoPicture() throws {
    let page = try harbourPage(
      "5 March 2018", "The ferries are to sail on Tuesday again.\nCredit: Ida Thornquist, Ann Poe")
    #expect(page.images.isEmpty && page.marked.count == 3)
  }

  @Test func aNameBehindAStrokeAndASentenceIsTheCredit() throws {
    let page = try harbourPage("5 March 2018\n\n\(caption). / LPR")
    #expect(page.images == [ImageCaption(caption: caption + ".", credit: "LPR")])
  }

  @Test func aStrokeWithinAParagraphIsText() throws {
    let text = "The board has two names. The harbour office uses both of them every day. / The pilots do not."
    #expect(try harbourPage("5 March 2018", text).marked.last == text)
  }

  @Test func whatIsPrintedTwiceBelowHeadlineAndDayIsACaption() throws {
    let page = try harbourPage(
      "Updated / Monday, 5 March 2018 22:33\n\(caption)\n\(caption)\nBy Ida Thornquist")
    #expect(page.images.map(\.caption) == [caption] && page.metadata.deck == nil)
  }

  @Test func aHeadlinePrintedTwiceIsNoCaption() throws {
    for above in ["Monday, 5 March 2018", "Coast\n5 March 2018"] {
      let page = try article("\(above)\n\(caption)\n\(caption)\nBy Ida Thornquist\n\n" + harbourText)
      #expect(page.metadata.title == caption && page.images.isEmpty)
    }
  }

  @Test func aSentenceThatEndsInItsDayAboveTheReportsPlaceIsACaption() throws {
    let text = "Divers look at the northern pier just outside Aldmouth, Livonia, March 5, 2018."
    let page = try harbourPage("March 5, 2018 3:58 PM\n\nIda Thornquist\n\n\(text)\n\nALDMOUTH, LIVONIA —")
    #expect(page.images.map(\.caption) == [text])
    #expect(page.marked.first?.hasPrefix("ALDMOUTH, LIVONIA — The harbour") ?? false)
  }

  @Test func aDeckStandsAboveTheReportsPlaceToo() throws {
    for deck in [
      "Port authority asks divers from Oxhaven to look at the pier.",
      "Port authority says that the pier is to be repaired by June 5, 2019.",
    ] {
      let page = try harbourPage("\(deck)\n\nALDMOUTH, LIVONIA —")
      #expect(page.metadata.deck == deck && page.images.isEmpty)
    }
  }

  @Test func capitalsBeforeADashAmidTheTextAreAHeading() throws {
    let page = try harbourPage(
      "5 March 2018", "THE VERDICT —\n\nThe quarrel over the pier is dead for now, and nobody minds it.")
    #expect(page.marked.contains("# THE VERDICT —"))
  }

  @Test func aTitleThatComesThreeTimesIsNoCaption() throws {
    let title = "Barge closes the harbour of Aldmouth"
    let page = try article("\(title)\n5 March 2018\n\(title)\n\(title)\n\n" + harbourText)
    #expect(page.metadata.title == title && page.images.isEmpty)
  }

  @Test func twoLinesOnOnePictureBetweenDeckAndReportAreItsDescriptionAndCaption() throws {
    let deck =
      "Pilots of three ferries are among those who wait as the port authority asks who at the shipping company knew of the broken rudder. A broker in Oxhaven is also asked."
    let page = try harbourPage("\(deck)\n\nDivers search at the pier of Aldmouth\n\(caption)")
    #expect(page.images.map(\.caption) == [caption] && page.metadata.deck == deck)
    #expect(page.marked.count == 2)
  }

  @Test func twoLinesBelowTheFirstParagraphOfAReportAreText() throws {
    let text =
      "The port authority said on Monday that nobody had been hurt when the barge struck the northern pier of Aldmouth."
    let page = try harbourPage("5 March 2018\n\n\(text)\n\nDivers search at the pier of Aldmouth\n\(caption)")
    #expect(page.images.isEmpty && page.marked.first == text)
  }

  @Test(arguments: [
    "Divers look at the pier. It was built long ago.Credit...Per Lund for The Coast Times",
    "Divers look at the pier. It was built long ago. Credit...Per Lund for The Coast Times",
    "Divers look at the pier. It was built long ago.  |  Photo Credit: Per Lund for The Coast Times",
  ]) func aCreditMayBeStuckToItsCaption(line: String) throws {
    let page = try harbourPage("5 March 2018\n\n" + line)
    #expect(
      page.images == [
        ImageCaption(
          caption: "Divers look at the pier. It was built long ago.", credit: "Per Lund for The Coast Times")
      ])
  }

  @Test func theNumberOfAPictureBeginsACaption() throws {
    let page = try harbourPage("5 March 2018\n[1/2]\(caption). REUTERS/Per Lund")
    #expect(page.images == [ImageCaption(caption: caption + ".", credit: "REUTERS/Per Lund")])
    #expect(page.metadata.deck == nil)
    let text =
      "[2018] was the year in which the pier of Aldmouth was closed for the first time since it was built."
    #expect(try harbourPage("5 March 2018", text).marked.last == text)
  }

  @Test func aHeadlineThatEndsInASmallWordIsNotJoinedToACaption() throws {
    let title = "Livonia calls the ferries back as quarrel with Oxhaven goes on"
    let page = try article(
      "Aldmouth Lantern\n\n\(title)\n\(caption).\n\(caption). (Photo: AFP/Per Lund)\n\n5 March 2018\n\n"
        + harbourText)
    #expect(page.metadata.title == title && page.images.map(\.caption) == [caption + "."])
  }
}
