import DossierIngest
import DossierModel
import Testing

/// Whose a picture is, where no list knows it, and what is printed of one picture twice.
@Suite struct PastedPictureTests {
  private let caption = "Divers look at the northern pier of Aldmouth on Monday."

  @Test(arguments: [
    (" (AAP: Per Lund)", "AAP: Per Lund"), ("(Supplied: Per Lund)", "Supplied: Per Lund"),
    (" PER LUND/COAST PRESS", "PER LUND/COAST PRESS"),
  ]) func ownerAndTakerBehindACaptionAreItsCredit(credit: String, expected: String) throws {
    let page = try harbourPage("5 March 2018\n\n" + caption + credit)
    #expect(page.images == [ImageCaption(caption: caption, credit: expected)])
  }

  @Test func anAsideWithAColonIsText() throws {
    let text = "The mayor read from the old book of the harbour (Chapter Nine: The Good Intent)"
    #expect(try harbourPage("5 March 2018", text + ".\n\nThen she left the pier.").images.isEmpty)
  }

  @Test func aCaptionPrintedTwiceWithItsNumberIsOnePicture() throws {
    let line = caption + " (AP Photo/Per Lund)"
    let page = try harbourPage("5 March 2018\n\n\(line)\n1 of 4\n\(line)")
    #expect(page.images == [ImageCaption(caption: caption, credit: "AP Photo/Per Lund")])
  }

  @Test func aPictureThatWasLeftOutHasItsLabelInBrackets() throws {
    let page = try harbourPage("5 March 2018\n\n[Image] \(caption)\n\(caption) Photograph: Per Lund/AFP")
    #expect(page.images == [ImageCaption(caption: caption, credit: "Per Lund/AFP")])
    #expect(page.marked.count == 2)
  }

  @Test func anAgencyOnTopOfACaptionIsNoAuthor() throws {
    let page = try harbourPage(
      "By Ida Thornquist\nMarch 5, 2018\n\nThe Associated Press\n\(caption) (Aldmouth Port Board via AP)")
    #expect(page.metadata.bylines == ["Ida Thornquist"])
  }

  @Test func anAgencyBetweenTheLinesOfAPictureIsNoAuthor() throws {
    let page = try harbourPage(
      "5 March 2018\n\nDivers at the northern pier\nEPA\nThe harbour master has called the divers from Oxhaven"
    )
    #expect(page.metadata.bylines == [])
    #expect(
      page.images == [
        ImageCaption(caption: "The harbour master has called the divers from Oxhaven", credit: "EPA")
      ])
  }

  @Test func anAgencyBelowTheHeadlineIsItsAuthor() throws {
    let page = try article(
      "Barge closes the harbour of Aldmouth\nReuters\nFerries will sail from the southern quay\n\n"
        + harbourText)
    #expect(page.metadata.title == "Barge closes the harbour of Aldmouth")
    #expect(page.metadata.bylines == ["Reuters"])
  }

  @Test func whatFollowsThePicturesLabelIsTheCaptionAndTheRestItsCredit() throws {
    let page = try harbourPage(
      "5 March 2018\n\nImage: The northern pier of Aldmouth has been closed since the barge struck it. Photograph: Per Lund/AFP"
    )
    #expect(
      page.images == [
        ImageCaption(
          caption: "The northern pier of Aldmouth has been closed since the barge struck it.",
          credit: "Per Lund/AFP")
      ])
  }

  @Test func namesWithAStrokeBelowASentenceOfTheHeadTellWhoseThePictureIs() throws {
    let page = try harbourPage(
      "By Ida Thornquist\nMarch 5, 2018\n\nThe harbour master speaking to River TV.\nRiver TV / YouTube")
    #expect(
      page.images == [
        ImageCaption(caption: "The harbour master speaking to River TV.", credit: "River TV / YouTube")
      ])
    #expect(page.marked.count == 2)
  }

  @Test(arguments: [
    "(Labour: Nils Aker)", "(Translation: Ann Poe)", "(Goals: Aker, Lund)", "(Tickets: Harbour Office)",
    "NORTH QUAY/SOUTH QUAY",
  ]) func anAsideBehindASentenceOfTheTextIsText(aside: String) throws {
    let text = "The youngest member of the council was the first to speak. " + aside
    let page = try harbourPage("5 March 2018", text + "\n\nThen the mayor closed the meeting and went home.")
    #expect(page.images.isEmpty && page.marked.contains(text))
  }

  @Test func theHeadlineMayHaveALabelInBrackets() throws {
    let page = try article(
      "[Photos] Mayor of Aldmouth opens the new pier\n\n5 March 2018\n\n" + harbourText)
    #expect(page.metadata.title == "[Photos] Mayor of Aldmouth opens the new pier" && page.marked.count == 2)
  }

  @Test(arguments: [
    "Picture: a night in January, a pier that is too low, and a town asleep behind it, Mr Brandt told the council.",
    "Illustration: the pier of 1953, which was built in a year, fell in a night, as Mr Brandt said to the council.",
    "[Picture] this, Mr Brandt told the council: a night in January and a town asleep behind a pier that is too low.",
  ]) func whatSomebodyPicturesIsText(text: String) throws {
    #expect(try harbourPage("5 March 2018", text).marked.count == 3)
  }

  @Test(arguments: ["Port Ansel / Oxhaven", "Group A / Group B"])
  func namesOfNoOutletBelowASentenceOfTheHeadAreNoCredit(names: String) throws {
    let first = "Two towns of the coast voted on Monday on one pier, and they did not agree."
    let page = try harbourPage("By Ida Thornquist\nMarch 5, 2018\n\n\(first)\n\(names)")
    #expect(page.images.isEmpty && page.metadata.credits == [])
  }

  @Test func headlinesWithTheirAgenciesBetweenAreNoPictures() throws {
    let page = try harbourPage(
      "5 March 2018\n\nThe pier\nReuters\nHarbour master says yes to nine million\n\nThe ferries\nReuters\nFerry to Oxhaven sails again from the quay"
    )
    #expect(page.images.isEmpty)
  }
}
