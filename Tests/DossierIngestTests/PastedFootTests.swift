import DossierIngest
import DossierModel
import Testing

/// What a page says to its readers below the text.
@Suite struct PastedFootTests {
  @Test func anAppealForMoneyAboveTheTopicsIsNoText() throws {
    let page = try harbourPage(
      "5 March 2018",
      "… we have a small favour to ask. Readers of our harbour news support us from as little as £1. Thank you.\n\nTopics\nHarbours\nAldmouth"
    )
    #expect(page.marked.count == 2)
  }

  @Test func whatAPageLivesOnBelowItsOwnLinesIsNoText() throws {
    let page = try harbourPage(
      "5 March 2018",
      "Read more about: Harbours, Aldmouth\nThe Harbour Times has told you first of all that comes in and goes out of the ports of this coast since the spring of 1992. Our work is not possible without you.\nSupport The Harbour Times"
    )
    #expect(page.marked.count == 2)
  }

  @Test func wordsOnSupportAreTextWhereNobodyIsAskedForIt() throws {
    let last =
      "The harbour lives on what the town gives it, and would not be possible without your taxes and ours, said Mr Brandt."
    #expect(try harbourPage("5 March 2018", last + "\n\nTopics\nHarbours").marked.count == 3)
  }

  @Test func whatAPageWantsItsReadersToDoIsNeitherDeckNorText() throws {
    let page = try harbourPage(
      "Register now for free unlimited access to harbour.example\n\n5 March 2018",
      "Have your say on the Harbour Times letters page")
    #expect(page.metadata.deck == nil && page.marked.count == 2)
  }

  @Test func whoSpeaksAsAButtonDoesIsHeard() throws {
    let quoted = "\"Register now and have your say on the pier,\" the mayor told the town."
    #expect(try harbourPage("5 March 2018", quoted).marked.count == 3)
  }

  @Test func wordsThatLeadToAnAppealAreNoText() throws {
    let page = try harbourPage(
      "5 March 2018",
      "We have some news …\n… if everyone who reads our harbour news helps fund it, it will be read for ever. Make a contribution.\n\nTopics\nAldmouth\nnews"
    )
    #expect(page.marked.count == 2)
  }

  @Test(arguments: ["Most Read World", "Also in International", "Comments (14) Closed"])
  func aHeadingOfOtherThingsMayTellItsSectionOrACount(heading: String) throws {
    let page = try harbourPage("5 March 2018", heading + "\nThe lighthouse is sold to its keeper.")
    #expect(page.marked.count == 2)
  }

  @Test func aSentenceThatBeginsAsAHeadingOfOtherThingsIsText() throws {
    #expect(
      try harbourPage("5 March 2018", "Also in March, the lighthouse of Oxhaven was sold.").marked.count == 3)
  }

  @Test func whereAPageIsToBeFollowedIsNoText() throws {
    let page = try harbourPage("5 March 2018", "• Follow the Harbour Anvil world on Twitter")
    #expect(page.marked.count == 2)
    for line in ["• Follow the river to the second lock", "• Photos of the pier on Instagram"] {
      #expect(try harbourPage("5 March 2018", line).marked.count == 3)
    }
  }

  @Test func headlinesAndQuestionsInThePagesLastBlockAreNoText() throws {
    let foot =
      "More on the harbour\nWhat the divers saw below the pier\nCould the barge have been stopped in time?"
    #expect(try harbourPage("5 March 2018", foot).marked.count == 2)
    let question = "Could the barge have been stopped in time?"
    #expect(try harbourPage("5 March 2018", question).marked.count == 3)
  }

  @Test func aPageThatSpeaksOfItselfByItsFirstLineIsItsOutlets() throws {
    let text = harbourText + "\n\nThe owner told Sky News that he would pay.\n\n"
    let page = "Barge closes the harbour of Aldmouth\n\n5 March 2018\n\n" + text
    #expect(
      try article("The Anvil Gazette\n\n" + page + "Sign up to The Anvil Gazette").metadata.outlet
        == "The Anvil Gazette")
    #expect(try article("The Harbour\n\n" + page).metadata.outlet == "Sky News")
  }

  @Test func anOutletsNameMayEndInANumber() throws {
    let page = try harbourPage(
      "5 March 2018", "Take our news everywhere with you! Download the France 24 app")
    #expect(page.metadata.outlet == "France 24")
  }

  @Test func aListThatLostItsMarksIsText() throws {
    let list =
      "Among the steps that the port authority has taken are these:\n\nChecks on ferries and barges will be made every morning\nDivers are to look at the wall and at the crane"
    let page = try harbourPage(
      "5 March 2018", list + "\n\nThe authority hopes to open the harbour again within days.")
    #expect(page.marked.count == 6)
  }

  private let sentence =
    "A second pier, on the southern side of the bay, was finished that year for half of the sum that was planned."

  @Test(arguments: [
    "Also in 2016", "Comments 2017", "Featured 12", "Also in Business", "Also in politics:", "More about war",
  ]) func aHeadingOfTheTextMayBeginAsAHeadingOfOtherThings(heading: String) throws {
    let page = try harbourPage("5 March 2018", heading + "\n\n" + sentence)
    #expect(page.marked.last == sentence && page.marked.count >= 3)
    #expect(!page.removed.contains { $0.reason == .relatedLink })
  }

  @Test func whoAsksWhomForSupportIsText() throws {
    let letter = [
      "The pier is not possible without you, Mr Brandt wrote to those who own the houses along the quay.",
      "The town, he went on, would pay for most of it, and the rest must come from those who live behind it.",
      "We ask for your support, the letter says, because the tax helps fund it but does not pay for all.",
    ]
    let page = try harbourPage("5 March 2018", letter.joined(separator: "\n\n") + "\n\n" + sentence)
    #expect(page.marked.count == 6)
  }

  @Test func whatIsAskedTwiceInABoxAmidTheTextIsNoText() throws {
    let box = [
      "The harbour lives on its readers, and our work is not possible without you.",
      "It takes five minutes to read a page, and a week to find out what stands on it.",
      "Whoever reads it helps fund it with what we ask of all of you.",
    ]
    let page = try harbourPage("5 March 2018", box.joined(separator: "\n\n") + "\n\n" + sentence)
    #expect(page.marked.count == 3)
  }

  @Test func wordsOfAButtonAboveTheAuthorsNameAreTheAuthors() throws {
    for last in [
      "We have waited too long. Join us on the pier on Saturday and bring your children, who will see what your votes can do.",
      "Your support built the first pier, and your contribution will decide whether our children are safe on the second.",
    ] {
      #expect(try harbourPage("5 March 2018", last + "\n\nGreta Brandt\nMayor of Aldmouth").marked.count >= 3)
    }
  }

  @Test(arguments: [
    "Register for free at any library before Friday, when the list of volunteers for the pier is closed.",
    "Register now, the council tells residents, or lose the right to sandbags in the coming winter.",
    "Have your say on the plans at the town hall until 12 May, the council told residents on Monday.",
  ]) func whatResidentsAreAskedToDoIsText(sentence: String) throws {
    #expect(try harbourPage("5 March 2018", sentence).marked.count == 3)
  }

  @Test func aSeriesThatAPageSpeaksOfIsNoOutletAndLeavesItInDoubt() throws {
    let text = harbourText + "\n\nThe owner told Sky News that he would pay.\n\n"
    let page = "The Long View\n\nBarge closes the harbour of Aldmouth\n\n5 March 2018\n\n" + text
    #expect(try article(page + "Sign up to The Long View").metadata.outlet == nil)
  }

  @Test(arguments: [
    [
      "March 5, 7:14 a.m.: the siren sounds on the quay", "March 5, 9:30 a.m.: the wall breaks in two places",
    ], ["5 March, 7:14 - the siren sounds on the quay", "5 March, 9:30 - the wall breaks in two places"],
  ]) func timesOfADayAmidTheTextAreAList(times: [String]) throws {
    let page = try harbourPage("5 March 2018", times.joined(separator: "\n") + "\n\n" + sentence)
    #expect(page.marked.count == 5)
  }
}
