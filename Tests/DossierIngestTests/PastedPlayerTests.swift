import DossierIngest
import DossierModel
import Testing

/// What a page shows of its films and of others amid the text and below it, and the headings between.
@Suite struct PastedPlayerTests {
  private let more =
    "In the year 1991 a barge struck the pier too, and lay below it for a week before divers came from Oxhaven to lift it."

  private func page(_ box: String) throws -> Article {
    try harbourPage("5 March 2018", more + "\n\n" + box + "\n\n" + more.replacing("1991", with: "1993"))
  }

  @Test(arguments: [
    "Watch video02:14\nAldmouth: Waiting at the pier", "VIDEO  02:14  Aldmouth: Waiting at the pier",
    "WATCH | Uproar in the harbour:\nPilots quarrel over the pier of Aldmouth\n1 day ago  Duration 2:04",
  ]) func aFilmWithItsTimeOfPlayIsNoText(box: String) throws {
    #expect(try page(box).marked.count == 4)
  }

  @Test func aFilmsNameWithItsTimeOfPlayIsNoDeck() throws {
    let page = try harbourPage("5 March 2018\n\nNow playing\nSee what the harbour master saw 02:31")
    #expect(page.metadata.deck == nil && page.marked.count == 2)
    let deck = "Ferries sail from the southern quay at 02:31"
    #expect(try harbourPage(deck + "\n\n5 March 2018").metadata.deck == deck)
  }

  @Test func aQuestionIsAHeadingWhereNoEmptyLinesPartParagraphs() throws {
    let lines = [more, "Who pays for the pier?", more.replacing("1991", with: "1993")]
    let page = try article(
      "Barge closes the harbour of Aldmouth\n" + harbourText.replacing("\n\n", with: "\n") + "\n"
        + lines.joined(separator: "\n"))
    #expect(page.marked.contains("# Who pays for the pier?"))
  }

  @Test(arguments: ["At 02:14 the pilot called the harbour", "Score: 02:14 for the boats of Oxhaven"])
  func aTimeOfDayWithoutAButtonIsText(line: String) throws {
    #expect(try page(line + ".").marked.contains { $0.hasSuffix(line + ".") })
  }

  @Test func aQuestionIsAHeadingAsOthersAre() throws {
    let page = try page(
      "Anger at the quay\n\n\(more) Nobody was asked.\n\nWho pays?\n\nThe quarrel is about money.")
    #expect(page.marked.contains("# Who pays?") && page.marked.contains("# Anger at the quay"))
    let quoted = try self.page(
      "Anger at the quay\n\n\(more) Nobody was asked.\n\nWhose pier?\n\n\"It would be folly to pay for it,\" said Ida Thornquist."
    )
    #expect(quoted.marked.contains("# Whose pier?"))
  }

  @Test func aQuestionInATextWithoutHeadingsIsAParagraph() throws {
    #expect(try page("Who pays?\n\nThe quarrel is about money.").marked.contains("Who pays?"))
  }

  @Test func aQuestionHeadsAListWhoseMarksWereLost() throws {
    let page = try page(
      "What was agreed in Oxhaven?\n\nFerries to sail from Tuesday on\nThe pier to be rebuilt by June")
    #expect(page.marked.contains("# What was agreed in Oxhaven?"))
    #expect(page.marked.contains { $0.hasSuffix("Ferries to sail from Tuesday on") })
  }

  @Test func aQuestionBelowAFilmIsAHeading() throws {
    let page = try page("Watch video02:14\nAldmouth: Waiting at the pier\n\nWhat is the case about?")
    #expect(page.marked.contains("# What is the case about?"))
  }

  @Test func theHeadlineOfAnAdvertisementIsNoText() throws {
    let lines = ["Sponsored", "How to win clients in a digital world", "Anger at the quay"]
    let text = "Barge closes the harbour of Aldmouth\n" + harbourText.replacing("\n\n", with: "\n") + "\n"
    let page = try article(text + lines.joined(separator: "\n") + "\n" + more)
    #expect(page.removedFor(.advertisement) == Array(lines.prefix(2)))
    let own = try article(text + "Advertisement\nThe town that would not wait\n" + more)
    #expect(own.marked.contains { $0.hasSuffix("The town that would not wait") })
  }

  @Test(arguments: [
    "ab/cde (AFP, Reuters, dpa)", "AB/CD",
    "Each evening, our editors send out what the day has brought. You can sign up to receive it directly here.",
    "Lantern staff writers Ann Poe and Per Lund can be reached at newsroom@lantern.example.",
    "Editor's Note: This article has been produced with support from the Harbour Fund. Its content is independent.",
    "Do you sail? Our work...\n\n...needs you. Your support counts, and it only takes a minute.",
    "The Lantern lets others print this article. For queries about our re-publishing policy, email us.",
    "Read the full report here.", "2 Readers' comments\nOnly registered users can comment on this article.",
  ]) func whatIsBelowTheTextIsThePages(foot: String) throws {
    let page = try harbourPage(
      "5 March 2018",
      foot
        + "\n\nOTHER HEADLINES\n\nHerring sinks to record low\nCouncil delays its vote on energy tariffs\n\nContact About Accessibility"
    )
    #expect(page.marked.count == 2)
  }

  @Test(arguments: [
    "You can sign up to receive the letter of the board at the town hall, and most people of Aldmouth have.",
    "The board can be reached at board@vess.example, but nobody has answered there since Thursday, several of them said.",
    "Only registered users can take the ferry from then on, the board said.",
    "Please sign in to the hall before nine, the letter to the pilots said.",
    "The board may be reached only by boat, said Brandt.",
    "Nobody heard it on the radio in Oxhaven that night.",
    "They said to sign up to receive herring, and that nobody had.", "The barge was worth 3/4 of a million.",
  ]) func theLastSentenceOfTheTextIsText(foot: String) throws {
    #expect(try harbourPage("5 March 2018", foot + "\n\nHerring sinks to record low").marked.last == foot)
  }
}
