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

  @Test func aPageThatSpeaksOfItselfByItsFirstLineIsItsOutlets() throws {
    let text = harbourText + "\n\nThe owner told Sky News that he would pay.\n\n"
    let page = "Barge closes the harbour of Aldmouth\n\n5 March 2018\n\n" + text
    #expect(
      try article("The Anvil\n\n" + page + "Have your say on The Anvil letters page").metadata.outlet
        == "The Anvil")
    #expect(try article("The Harbour\n\n" + page).metadata.outlet == "Sky News")
  }

  @Test func anOutletsNameMayEndInANumber() throws {
    let page = try harbourPage(
      "5 March 2018", "Take our news everywhere with you! Download the France 24 app")
    #expect(page.metadata.outlet == "France 24")
  }
}
