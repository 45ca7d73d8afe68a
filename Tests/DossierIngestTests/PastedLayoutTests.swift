import DossierIngest
import DossierModel
import Testing

/// Layouts of whole pages: what stands beside or between the things that each page has.
@Suite struct PastedLayoutTests {
  private let title = "Barge closes the harbour of Aldmouth for days"

  @Test func theSignThatEndsAMagazinesTextBelongsToItsLastSentence() throws {
    let page = try harbourPage(
      "5 March 2018",
      "The council will vote on Tuesday. ■\n\nThis article appeared in the Coast section of the print edition"
    )
    #expect(page.marked.last == "The council will vote on Tuesday. ■" && page.marked.count == 3)
  }

  @Test func theOutletMayStandBehindTheAuthorsOffice() throws {
    for (office, outlet) in [("Harbour reporter, BBC News", "BBC News"), ("Harbour reporter, Reuters", nil)] {
      let page = try harbourPage("5 March 2018\n\nBy Ida Thornquist\n\(office)")
      #expect(page.metadata.bylines == ["Ida Thornquist"] && page.metadata.outlet == outlet)
    }
  }

  @Test func theBylineMayStandBehindTheDeck() throws {
    let deck = "The port authority says that the ferries will sail from the southern quay."
    let page = try harbourPage("\(deck) By Ida Thornquist and Per Lund\n\n5 March 2018")
    #expect(page.metadata.deck == deck && page.metadata.bylines == ["Ida Thornquist", "Per Lund"])
    let other = try harbourPage("\(deck) By Monday nobody knew when\n\n5 March 2018")
    #expect(other.metadata.bylines == [])
  }

  @Test func anAddressMadeOfANameStandsBesideTheAuthor() throws {
    let page = try harbourPage("Ida Thornquist ithornquist@ledger.example\nMar 5, 2018 Updated Mar 6, 2018 0")
    #expect(page.metadata.bylines == ["Ida Thornquist"] && page.metadata.deck == nil)
    #expect(try harbourPage("Harbour Office desk@ledger.example\nMar 5, 2018").metadata.bylines == [])
  }

  @Test func strokesPartTheAuthorFromTheDay() throws {
    let page = try harbourPage("Ida Thornquist / HNS / Mar 5, 2018, 15:12 IST\nAA\nText Size")
    #expect(page.metadata.bylines == ["Ida Thornquist"] && page.publishedDay == "2018-03-05")
  }

  @Test func theLabelOfADayMayStandBeforeAStroke() throws {
    let page = try harbourPage("Updated / Monday, 5 Mar 2018 20:03")
    #expect(page.metadata.updated?.value.description == "2018-03-05" && page.metadata.bylines == [])
  }

  @Test func aTrailOfSectionsWithStrokesIsNoHeadline() throws {
    let page = try article(
      "NEWS / CITY NEWS / ALDMOUTH NEWS / \(title)\nTHIS STORY IS FROM MARCH 5, 2018\n\(title)\n\n\(harbourText)"
    )
    #expect(page.metadata.title == title && page.metadata.deck == nil && page.publishedDay == "2018-03-05")
    #expect(
      try article("Ferries / Piers / Barges: what Aldmouth has lost\n\n" + harbourText).metadata.title
        == "Ferries / Piers / Barges: what Aldmouth has lost")
  }

  @Test func aReleaseTellsItsDayBehindItsPlace() throws {
    func release(_ dateline: String) throws -> Article {
      try article("FOR IMMEDIATE RELEASE\n\n\(title)\n\n\(dateline)\(harbourText)\n\n###")
    }
    #expect(try release("ALDMOUTH, Livonia – March 5, 2018 – ").publishedDay == "2018-03-05")
    #expect(try release("On March 5, 2018 - so we are told - ").publishedDay == nil)
    #expect(try release("ALDMOUTH waited until March 5, 2018 – ").publishedDay == nil)
    #expect(try release("").marked.count == 2)
  }

  @Test func whatAPictureShowsMayStandAboveItsCaption() throws {
    let caption = "Divers look at the northern pier. (ABC News: Per Lund)"
    let page = try harbourPage(
      "By Ida Thornquist\n5 March 2018\nTwo people in black stand on a wet pier.\n\(caption)")
    #expect(page.marked.count == 2 && page.images.count == 1)
    let text = try harbourPage(
      "By Ida Thornquist\n5 March 2018\n\nThe northern pier broke on Monday under a barge.\n\(caption)")
    #expect(text.marked.first == "The northern pier broke on Monday under a barge.")
  }

  @Test func aButtonsWordsBelowACaptionAreNoDeck() throws {
    let page = try harbourPage(
      "By Ida Thornquist\n5 March 2018\nDivers look at the northern pier. (ABC News: Per Lund)\nHelp your neighbours to know of this"
    )
    #expect(page.metadata.deck == nil && page.marked.count == 2)
  }

  @Test func theNumberOfAPictureMayStandAboveItsCaption() throws {
    let page = try harbourPage(
      "By Ida Thornquist\n5 March 2018\n1 of 2\nDivers look at the northern pier.\nPer Lund/Ledger Photo\nFacebook\nTwitter"
    )
    #expect(
      page.images == [
        ImageCaption(caption: "Divers look at the northern pier.", credit: "Per Lund/Ledger Photo")
      ])
  }

  @Test func aPictureOfTheFilesHasItsCaptionBeforeTheBrackets() throws {
    let page = try harbourPage("5 March 2018\nThe pier was built in 1931 (File photo)")
    #expect(page.images.compactMap(\.caption) == ["The pier was built in 1931"])
  }

  @Test func aButtonMayHaveASentenceBehindIt() throws {
    let page = try harbourPage("5 March 2018\n\nListen to this story. Enjoy more of our talks on your phone.")
    #expect(page.marked.count == 2 && page.metadata.deck == nil)
    #expect(try harbourPage("5 March 2018", "Listen. The ferries sail again.").marked.count == 3)
  }

  @Test func aJournalsOwnLinesAreNoText() throws {
    let page = try harbourPage(
      "Posted on March 5, 2018",
      "Share this:\nTwitter\nLike Loading...\nThis entry was posted in Harbours and tagged piers, ferries. Bookmark the permalink."
    )
    #expect(page.marked.count == 2)
  }

  @Test func aDayPrintedTwiceIsRead() throws {
    let page = try harbourPage("Published On 5 Mar 20185 Mar 2018\n|\nUpdated\n6 Mar 2018\n6 Mar 2018")
    #expect(page.publishedDay == "2018-03-05" && page.metadata.updated?.value.description == "2018-03-06")
    let other = try harbourPage("Updated\n6 Mar 2018\n6 Mar 2018")
    #expect(other.metadata.published?.rule.name != "date-line")
  }

  @Test func sectionsWithAStrokeAreNobodysName() throws {
    let page = try article("News|Ferries\n\(title)\n\n5 March 2018\n\n\(harbourText)")
    #expect(page.metadata.outlet == nil && page.metadata.title == title)
  }

  @Test func aCaptionMayGoOnBehindItsCopy() throws {
    let copy = "Divers look at the northern pier"
    let page = try harbourPage("5 March 2018\n\n\(copy)\n\(copy), March 2018 [File: Per Lund/Reuters]")
    #expect(page.images == [ImageCaption(caption: copy + ", March 2018", credit: "File: Per Lund/Reuters")])
  }

  @Test func whatOffersALetterMayStandBetweenItsButtons() throws {
    let box =
      "Sign up for The Lantern\nCoast Letters\nA weekly look at the harbours.\nSign up\nBy signing up, you agree to our terms"
    let page = try article(
      title + "\n\n5 March 2018\n\n" + harbourText.replacing("\n\n", with: "\n\n\(box)\n\n"))
    #expect(page.marked.count == 2)
  }

  @Test func theAuthorsNameUnderAPortraitIsNoHeading() throws {
    let page = try article(
      """
      \(title)

      The port authority says that the ferries will sail.

      Share full article

      55
      Two people in black stand on a wet pier.
      Divers at the pier on Monday.Credit...Per Lund for The Ledger
      Ida Thornquist
      By Ida Thornquist
      March 5, 2018

      \(harbourText)
      """)
    #expect(page.marked.count == 2 && page.metadata.bylines == ["Ida Thornquist"] && page.images.count == 1)
    #expect(page.metadata.deck == "The port authority says that the ferries will sail.")
  }

  @Test func anAuthorMayStandAboveAnOffice() throws {
    func page(_ office: String) throws -> Article {
      try harbourPage("Ida Thornquist\n\(office)")
    }
    #expect(try page("Freelance journalist based in Oxhaven").metadata.bylines == ["Ida Thornquist"])
    #expect(try page("Keeper of the northern lighthouse").metadata.bylines == [])
  }

  @Test func whatAnAuthorIsMayStandAboveTheDayUnderAnUnknownName() throws {
    let page = try article(
      "\(title)\n\nRashmira Kelal\nLivonia Correspondent In Aldmouth\n\nPublished March 5, 2018\n\n\(harbourText)"
    )
    #expect(page.metadata.title == title && page.metadata.bylines == ["Rashmira Kelal"])
  }

  @Test func aButtonWithAnOutletsWordInSmallLettersIsNoOutlet() throws {
    let page = try harbourPage("Ida Thornquist\nOct 5, 2018 3:12 pm\nPass on by mail")
    #expect(page.metadata.outlet == nil && page.metadata.bylines == ["Ida Thornquist"])
  }

  @Test func shortLinesAmongLongParagraphsAreNotWrapped() throws {
    let deck = "The port authority cannot find a yard for its divers before the end of winter."
    let page = try article(
      """
      \(title)
      \(deck)

      By Ida Thornquist, harbour correspondent

      Monday 5 March 2018 15:12, UK
      FILE PHOTO: Divers look at the northern pier
      Image:
      Divers look at the northern pier. File pic
      Why you can trust us here on the coast now

      \(harbourText)

      \(harbourText.replacing("Monday", with: "Tuesday"))
      """)
    #expect(page.metadata.title == title && page.metadata.deck == deck)
  }
}
