import DossierModel
import Testing

/// What pages print beside their text: pictures with whose they are, counts, ages, buttons, messages of others.
@Suite struct PastedBoxTests {
  @Test func aCaptionPrintedTwiceHasItsCreditWhereTheSecondGoesOn() throws {
    for tail in ["PHOTO: AFP", " OLGA DE LUND / AFP", " Photograph: Olga Brandt/Reuters"] {
      let caption = "Men look at the northern pier of Aldmouth on 4 March 2018"
      let read = try harbourPage(caption + "\n" + caption + tail + "\n\n5 March 2018")
      #expect(read.marked.count == 2)
      #expect(read.images.map(\.caption) == [caption] && read.images.first?.credit?.isEmpty == false)
    }
  }

  @Test func aLineThatGoesOnWithOtherWordsIsNoCaption() throws {
    let line = "Men looked at the northern pier of Aldmouth"
    let read = try harbourPage(
      "5 March 2018\n\n" + line + " on Sunday.\n" + line + " on Sunday. It was Anna Berg's boat.")
    #expect(read.images.isEmpty)
  }

  @Test func aCreditStuckToTheFullStopIsACredit() throws {
    let read = try harbourPage(
      "Men look at the pier of Aldmouth on Monday, March 5, 2018.Olga Brandt / AP\n\n5 March 2018")
    #expect(read.images.map(\.caption) == ["Men look at the pier of Aldmouth on Monday, March 5, 2018."])
    #expect(read.images.map(\.credit) == ["Olga Brandt / AP"])
  }

  @Test func theAgeOfAnArticleIsNoDeck() throws {
    for line in [
      "This article is more than 8 months old", "This article is more than 1 year old", "1 of 1",
      "1 of 2 2 of 2",
    ] {
      let read = try harbourPage(line + "\n\n5 March 2018")
      #expect(read.metadata.deck == nil && read.marked.count == 2)
    }
  }

  @Test func aSentenceBeforeAPlaceAndItsCountryIsADeck() throws {
    let deck = "The owner has to pay for the repair of the pier."
    let read = try article(
      "Barge closes the harbour of Aldmouth\n\n" + deck + "\n\n\nAldmouth, Livonia - " + harbourText)
    #expect(read.metadata.deck == deck)
  }

  @Test func aHeadlinePrintedOnceMoreBelowItsDeckIsTheTitle() throws {
    let title = "Barge Closes Harbour for Days; Owner Has to Pay for the Pier"
    let read = try article(
      """
      Your Harbour News From Coast to Coast

      \(title)

      Olga Brandt came to the pier on the day after the barge had struck it and spoke to men of the port there.

      Anna Lund
      Mar 05, 2018 10:22 AM
      \(title)

      \(harbourText)
      """)
    #expect(read.metadata.title == title && read.metadata.bylines == ["Anna Lund"])
    #expect(read.metadata.deck?.hasPrefix("Olga Brandt") == true && read.marked.count == 2)
  }

  @Test func whoWroteALineIsReadBesideItsAge() throws {
    #expect(try harbourPage("By AFP     58 mins ago in World").metadata.bylines == ["AFP"])
    #expect(try harbourPage("By Anna Lund 3 hours ago").metadata.bylines == ["Anna Lund"])
  }

  @Test func theDayOfAMessageWithinTheTextIsNotThePages() throws {
    let message = "We saw the barge come in much too fast.\n\n— Anna Lund (@annalund) March 4, 2018"
    let read = try article(
      "Barge closes the harbour\n\n" + harbourText + "\n\n" + message + "\n\nThe pier stays shut until May.")
    #expect(read.metadata.published == nil && read.marked.contains("— Anna Lund (@annalund) March 4, 2018"))
  }

  @Test func singleWordsBelowThePagesLinesAreThePages() throws {
    let read = try harbourPage(
      "5 March 2018",
      "© 2018 Herald. All Rights Reserved.\n0 : 0\n• narrow-screen\n• wide-screen\n• tall-screen")
    #expect(read.marked.count == 2)
    let list = try harbourPage("5 March 2018", "The barge carried three things:\n\n• coal\n• timber\n• salt")
    #expect(list.marked.suffix(3) == ["- coal", "- timber", "- salt"])
  }

  @Test func aHeadingBetweenHyphensIsAHeading() throws {
    let read = try harbourPage(
      "5 March 2018", "- Low water -\n\nThe ferries wait for the tide, which is late in spring.")
    #expect(read.marked.contains("# Low water"))
  }

  @Test func anAddressTellsItsDayByTheMonthsName() throws {
    for (path, day) in [
      ("2018/mar/05/barge-harbour", "2018-03-05"), ("2018/03/barge-180305143500123.html", "2018-03-05"),
      ("2018/03/barge-190305143500123.html", "2018-03"), ("harbour/mar/05/barge", nil),
      ("2018/market/05/barge", nil),
    ] as [(String, String?)] {
      let read = try harbourPage("https://herald.example/" + path)
      #expect(read.publishedDay == day)
    }
  }

  @Test func aSentenceSetOffWithACreditBelowItIsACaption() throws {
    let caption = "The harbour master speaks to men at the pier of Aldmouth on March 4, 2018."
    let read = try harbourPage("5 March 2018\n\n" + caption + "\nImage: REUTERS")
    #expect(read.marked.count == 2 && read.images.contains { $0.caption == caption })
    let tight = try article(
      "Barge closes the harbour\n\n" + harbourText
        + "\n\nThe pier stays shut.\nImage: REUTERS\nIt opens in May, he said.")
    #expect(tight.marked.contains("The pier stays shut."))
  }

  @Test func theTextsBeginningAboveTheHeadlineIsASummary() throws {
    let title = "Barge closes the harbour of Aldmouth for days"
    let parts = harbourText.split(separator: "\n\n").map(String.init)
    let read = try article(
      title + "\n\nBy Anna Lund ALDMOUTH (Wire) - " + parts[0] + " " + parts[1] + "\n\n5 March 2018\n" + title
        + "\n\n" + harbourText)
    #expect(read.marked == parts)
  }

  @Test func wordsForReadersCommentsAreNoText() throws {
    #expect(try harbourPage("5 March 2018", "More soon…\n\nPlease enter your comment!").marked.count == 2)
  }

  @Test func aLongSentenceBehindALoneLabelOfAPictureIsText() throws {
    let first = try harbourPage("5 March 2018").marked
    let text = harbourText.replacing("\n\n", with: "\n\nFile photo\n\n")
    let next =
      "The port will stay closed until the barge is gone, which may take a week or two, as the harbour master told the town on Monday."
    let page = try article(
      "Barge closes the harbour of Aldmouth for days\n\n5 March 2018\n\n" + text + "\n\nFile photo\n\n" + next
    )
    #expect(page.marked == first + [next])
    let captioned = try article(
      "Barge closes the harbour of Aldmouth for days\n\n5 March 2018\n\n" + harbourText
        + "\n\nImage caption\n\n" + next)
    #expect(captioned.images.map(\.caption) == [next])
  }

  @Test func buttonsBetweenParagraphsAreNoText() throws {
    for button in ["Skip advert", "Article continues after ad", "Be the first to comment", "Getty Images"] {
      let text = harbourText.replacing("\n\n", with: "\n\n\(button)\n\n")
      let page = try article("Barge closes the harbour of Aldmouth for days\n\n5 March 2018\n\n" + text)
      #expect(page.marked.count == 2, "\(button)")
    }
  }

  @Test func aShortLineBetweenButtonsIsOneOfThem() throws {
    let page = try harbourPage(
      "",
      "Sign up to our newsletter\nEmail\nInvalid Email\nSUBSCRIBE\n\nThe port will open on Friday, the council said."
    )
    #expect(!page.text.contains("Invalid") && page.marked.count == 3)
  }

  @Test func theArticlesOwnListBelowTheRightsIsText() throws {
    for list in [
      "- The northern pier is shut until the autumn\n- The ferry sails every hour from the fish market",
      "What is known of the dead\n1. Anna Berg of Oxhaven, a docker of forty years\n2. Tom Roe, the captain of the barge",
    ] {
      let page = try harbourPage("", "© Ledger Media 2018\n\n" + list)
      for line in list.split(separator: "\n") {
        #expect(page.text.contains(line.drop { $0 == "-" || $0 == " " || $0.isNumber || $0 == "." }))
      }
    }
  }

  @Test func theButtonsForTheSizeOfTypeAreNoAuthors() throws {
    #expect(try harbourPage("5 March 2018\n\nA- A+ Stampa Condividi").metadata.bylines.isEmpty)
  }

  @Test func anAuthorMayStandBehindWhatTheReportIs() throws {
    for label in ["EXCLUSIVE by", "Live coverage by"] {
      #expect(try harbourPage(label + " Jane Doe\n5 March 2018").metadata.bylines == ["Jane Doe"])
    }
  }
}
