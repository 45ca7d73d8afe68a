import DossierIngest
import DossierModel
import Testing

/// What stands in a block of its own below the text or amid it: authors, headlines of others, newsletters, pleas.
@Suite struct PastedBlockTests {
  private let third =
    "The pilots of Aldmouth said on Tuesday that Brandt had warned them of the current, and that the barge was late."

  /// Two paragraphs that go on with the report below a box.
  private var rest: String {
    third
      + "\n\nThe council of Aldmouth is to meet on Friday, and the ferries will sail from the southern quay "
      + "until the pier is mended, the harbour master said."
  }

  private func check(
    _ foot: String, paragraphs: Int = 2, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let page = try harbourPage("By Ida Thornquist\n5 March 2018", foot)
    #expect(page.marked.count == paragraphs, "\(page.marked)", sourceLocation: sourceLocation)
  }

  @Test func theAuthorsPortraitBelowTheTextIsThePages() throws {
    try check("Ida Thornquist\nIda is the harbour editor of a small paper. She lives in Oxhaven.")
    try check(
      "Tags\nFerries Harbour Pilots\n\nIda Thornquist\nIda has sailed on barges.\n\nRelated articles\nWho pays?"
    )
  }

  @Test func whatATextTellsOfItsSubjectBelowTheNameStays() throws {
    try check("Olaf Brandt\nOlaf Brandt is the harbour master and lives in Oxhaven.", paragraphs: 4)
    try check("Ida Thornquist\nThe council will meet again on Friday to speak of the pier.", paragraphs: 4)
  }

  @Test func theArticlesBeforeAndBehindAreThePages() throws {
    try check("Previous article\nThe new lanes of Oxhaven: who gives way?\nNext article\nA cook goes home")
  }

  @Test func headlinesInTheBlockOfTheirLabelAreNoText() throws {
    for block in [
      "DW recommends\nHarbour pacts: What you need to know\nWho is Olaf Brandt?",
      "Featured stories\nCOASTNEWS\nFerries to stay in port\nCOASTNEWS\nRain to come over Oxhaven",
    ] {
      try check(block + "\n\n" + rest, paragraphs: 4)
    }
  }

  @Test func aLabelRightOnASentenceTakesNoTextAway() throws {
    try check("Related\nWhat now\n" + rest, paragraphs: 5)
    try check("Read more\n\nWho pays for it?\n\n" + third, paragraphs: 4)
  }

  @Test func aNewsletterBoxWithoutAButtonIsThePages() throws {
    try check(
      "Sign up to Harbour Notes\nOur pick of the coast\n\n" + third, paragraphs: 3)
    try check(
      "Sign up to Harbour Notes\nGet ready for the day – we'll bring you the coast every morning\n"
        + "Privacy Notice: Newsletters may have advertisements in them.\n\n" + third, paragraphs: 3)
  }

  @Test func textBelowAnInvitationStays() throws {
    try check("Sign up to Harbour Notes\nThe ferries sail again\n\n" + third, paragraphs: 4)
  }

  @Test func pleasForMoneyAtTheFootAreThePages() throws {
    try check("We want to keep the list of wrecks, but in order to do so, we need money.\nDONATE")
    try check(
      "Much happens on the coast. Through it all, we are here for you.\n"
        + "You know us for news of the sea and for what is true and what is not, and we need "
        + "your financial support to keep making that possible.")
    try check(
      "While you're here: Every Tuesday, our editors round up the coast. Sign up here for the weekly letter.")
  }

  @Test func aTextThatSpeaksOfMoneyStays() throws {
    try check("We have no money left for the pier, and that is what we must tell the town.", paragraphs: 3)
    try check("We must save the pier, for nobody else will do so.\nShare", paragraphs: 3)
  }

  @Test func keywordsBelowTheLastWordsDoNotKeepThem() throws {
    try check(
      "ab/cd (AFP, Reuters)\n\nEach evening, our editors send out the best of the day. You can sign up to receive it "
        + "directly here.\n\nDate 05.03.2018\nKeywords Ferries, Olaf Brandt, Aldmouth\nFeedback: Send us your feedback.\n"
        + "Permalink https://p.ledger.example/p/3fk2a")
  }

  @Test func aQuestionBelowAHeadingOfOtherArticlesIsNoText() throws {
    let foot = "Tags in this story\nFerries Harbour\n\nThe team\nIda Thornquist Reporter\n\n"
    try check(
      "You can support our work. Donate today.\n\n" + foot
        + "Latest Letters From The Coast\nIs the boom in timber over?")
  }

  @Test func aQuestionOfTheTextAtItsEndStays() throws {
    let page = try harbourPage("By Ida Thornquist\n5 March 2018", "Who will pay for the pier of Aldmouth?")
    #expect(page.text.contains("Who will pay"))
  }

  @Test func whoOwnsAPageMayStandAmidTheLine() throws {
    try check("All contents © copyright 2018 The Harbour Wire. All rights reserved.")
    try check("The sign © was on each of the charts that the pilots of Aldmouth had bought.", paragraphs: 3)
  }

  @Test func whatAPageAsksOfAnArticleIsThePages() throws {
    try check("Was this content helpful?")
    try check("Disclaimer: Letters are the words of those who sent them.")
  }

  @Test func aQuestionInCapitalsAndQuotationMarksIsAHeading() throws {
    let page = try harbourPage(
      "By Ida Thornquist\n5 March 2018", third + "\n\n“WHERE WAS THE PILOT?”\n\n" + third + " Nobody knew.")
    #expect(page.marked.contains("# “WHERE WAS THE PILOT?”"))
  }
}
