import DossierIngest
import DossierModel
import Testing

/// What a page asks of its readers, beside a text that has the same words.
@Suite struct PastedInvitationTests {
  private func check(
    _ foot: String, paragraphs: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let page = try harbourPage("By Ida Thornquist\n5 March 2018", foot)
    #expect(page.marked.count == paragraphs, "\(page.marked)", sourceLocation: sourceLocation)
  }

  @Test func requestsThatLeadToASiteAreThePages() throws {
    try check("Join the Ledger's Telegram channel and get the news of the coast sent to you.", paragraphs: 2)
    try check("For more news from the coast, join us on Facebook and Twitter.", paragraphs: 2)
    try check(
      "For more news from the coast, join us on Facebook and Twitter.\n\nGet a word when the ferries sail\nSign up for our newsletter",
      paragraphs: 2)
  }

  @Test func whoTellsOfASiteAsksNothing() throws {
    try check(
      "Join the Telegram channel, the pilots were told by the port authority on Monday.", paragraphs: 3)
    try check("He left a word on Facebook and Twitter for those who sail with the ferries.", paragraphs: 3)
  }

  @Test func aSentenceAboutAButtonsWordsIsText() throws {
    try check("Have your say was on all the posters that hung along the quay that evening.", paragraphs: 3)
    try check("Have your say in the comments below.", paragraphs: 2)
  }

  @Test func aBoxAmidTheTextThatOffersANewsletterIsThePages() throws {
    let box = "Weekly newsletter\nThe best of the harbour each morning\nSubscribe"
    let page = try article(
      "Barge closes the harbour of Aldmouth for days\n\nBy Ida Thornquist\n5 March 2018\n\n"
        + harbourText.replacing("\n\n", with: "\n\n\(box)\n\n"))
    #expect(page.marked.count == 2)
  }

  @Test func aSentenceInWhichSomebodySpeaksIsNoRequest() throws {
    try check("Get the latest plans of the pier to the council by Friday, the ministry wrote.", paragraphs: 3)
    try check("Thanks for reading out the names, Mr Brandt told the pilots.", paragraphs: 3)
    try check("Get the latest news of the coast in your inbox each morning.", paragraphs: 2)
  }

  @Test func thanksToReadersEndAPage() throws {
    try check(
      "Thanks for reading The Harbour Letter! Subscribe for free to receive new posts and support my work.",
      paragraphs: 2)
  }
}
