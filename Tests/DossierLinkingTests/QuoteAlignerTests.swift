import DossierModel
import Testing

@Suite struct QuoteAlignerTests {
  @Test func joinsTheSameWordsAndSaysHowTheyDiffer() {
    #expect(
      difference("the harbour will be open to all ships", "the harbour will be open to all ships,")
        == .identical)
    #expect(
      difference("the harbour will be open to all ships", "the harbour, will be open to all ships")
        == .punctuation)
    #expect(
      difference("the harbour will be open to all ships", "the harbor will be open to all ships") == .spelling
    )
    #expect(
      difference("the harbour will be open to all ships", "the harbour will be open to all boats") == .wording
    )
    #expect(
      difference("the harbour will be open to all ships now", "the harbour will be open to all ships") == .cut
    )
  }

  private func difference(_ first: String, _ second: String) -> QuoteFamily.Difference? {
    check("[Ann Lee|person 1]: \"[\(first)|quote 1]\"", "[Ann Lee|person 1]: \"[\(second)|quote 1]\"")
      .quoteFamilies[0].variants.last?.difference
  }

  private let report =
    "2021-03-09\n[Ann Lee|person 1] [met|event meeting 1] [Bob Ray|person 2] in [Zenda|place 3].\n"

  @Test func proposesATranslationOfOneSpeakerAtOneEvent() {
    let dossier = check(
      report
        + "[Ann Lee|person 1]: \"[Our fishing fleet intends to strengthen its harbour even more|quote 1]\"",
      report
        + "[Ann Lee|person 1]: \"[The fleet of fishing boats intend to further strengthen the harbour|quote 1]\"",
      report
        + "[Bob Ray|person 2]: \"[The fleet of fishing boats intends to strengthen their harbour|quote 2]\"")
    #expect(dossier.quoteFamilies.first { $0.variants.count == 2 }?.variants[1].difference == .translation)
  }

  @Test func leavesWordsApartThatShareOnlyATitle() {
    let title = "the keeper of the seven northern lights"
    check(
      "2021-03-09\n[Ann Lee|person 1]: \"[I sat by the sea until noon and wrote to \(title) about fog and rain and the old boats|quote 1]\"",
      "2021-03-10\n[Ann Lee|person 1]: \"[Nobody has ever been chosen for \(title) without a vote of every single town along this coast|quote 2]\""
    )
  }

  @Test func leavesShortPhrasesOfDifferentEventsApart() {
    check(
      "2021-03-09\n[Ann Lee|person 1] [met|event meeting 1] [Bob Ray|person 2].\n[Ann Lee|person 1]: \"[my very dear friend|quote 1]\"",
      "2021-09-09\n[Ann Lee|person 1] [met|event meeting 2] [Bob Ray|person 2].\n[Ann Lee|person 1]: \"[my very dear friend|quote 2]\""
    )
  }

  @Test func joinsShortPhrasesOfOneEvent() {
    check(
      "2021-03-09\n[Ann Lee|person 1] [met|event meeting 1] [Bob Ray|person 2].\n[Ann Lee|person 1]: \"[my very dear friend|quote 1]\"",
      "2021-03-09\n[Bob Ray|person 2] [met|event meeting 1] [Ann Lee|person 1].\n[Ann Lee|person 1]: \"[my very dear friend|quote 1]\""
    )
  }

  @Test func joinsShortPhrasesOfOneSpeakerThatWerePrintedWithinAFewDays() {
    let whole = "[Ann Lee|person 1]: \"[We make it clear that this was never a sale of the harbour|quote 1]\""
    check("2021-03-09\n" + whole, "2021-03-12\n[Ann Lee|person 1]: \"[never a sale|quote 1]\"")
    check("2021-03-09\n" + whole, "2021-05-12\n[Ann Lee|person 1]: \"[never a sale|quote 2]\"")
    check("2021-03-09\n" + whole, "2021-03-12\n[Bob Ray|person 2]: \"[never a sale|quote 2]\"")
    check("2021-03-09\n" + whole, "[Ann Lee|person 1]: \"[never a sale|quote 2]\"")
  }

  @Test func joinsAWholePhraseOfFiveWordsOfOneSpeakerWheneverItWasPrinted() {
    check(
      "2021-03-09\n[Ann Lee|person 1]: \"[They have shaken the foundations of our old harbour town|quote 1]\"",
      "2021-09-12\n[Ann Lee|person 1]: \"[the foundations of our old harbour|quote 1]\"",
      "2021-09-12\n[Bob Ray|person 2]: \"[the foundations of our old harbour|quote 2]\"")
  }

  @Test func joinsWordsOfOneSpeakerBesideOthersThatAreTheSame() {
    let known = "[Ann Lee|person 1]: \"[Nobody in this town will ever give the harbour away|quote 1]\".\n"
    check(
      "2021-03-09\n" + known + "[Ann Lee|person 1]: \"[hostages of our past|quote 2]\"",
      known + "[Ann Lee|person 1]: \"[We are never hostages to our past|quote 2]\"")
  }

  @Test func leavesTwoWordsApartOfWhichOneTellsNothing() {
    check(
      "2021-03-09\n[Ann Lee|person 1]: \"[We will sell the harbour|quote 1]\"",
      "2021-03-09\n[Ann Lee|person 1]: \"[the harbour|quote 2]\"")
  }

  @Test func proposesTwoTranslationsThatKeepTheOrderOfTheirWords() {
    func said(_ day: String, _ words: String, _ family: Int) -> String {
      "\(day)\n[Ann Lee|person 1]: \"[\(words)|quote \(family)]\""
    }
    let first = "Today, the islanders have succeeded in ending the trouble of the stranded ferry"
    check(
      said("2021-03-09", first, 1),
      said(
        "2021-03-12",
        "The islanders have succeeded today in putting an end to the trouble of the grounded ferry, with God's help",
        1),
      said("2021-03-12", "The islanders have succeeded without any loan from the mainland's banks", 2),
      said("2021-09-12", "The islanders have long been in trouble, and no ferry has ended it", 3))
  }

  @Test func proposesOneStatementOfTwoReportsOfWhichOneHasNoDayWhereMostOfItIsAlike() {
    check(
      "2021-03-09\n[Ann Lee|person 1]: \"[I do not trust these seven councils either|quote 1]\"",
      "[Ann Lee|person 1]: \"[I don't trust these seven town councils either|quote 1]\"",
      "[Ann Lee|person 1]: \"[I trust no harbour that councils have ever run by themselves|quote 2]\"")
  }

  @Test func joinsNearlyTheSameWordsOfOneSpeakerWheneverTheyWerePrinted() {
    check(
      "2021-03-09\n[Ann Lee|person 1]: \"[This is a puppet show in the island council|quote 1]\"",
      "2021-09-09\n[Ann Lee|person 1]: \"[a puppet play in the island council|quote 1]\"",
      "2021-09-09\n[Bob Ray|person 2]: \"[a puppet play in the island council|quote 2]\"")
  }

  @Test func joinsTheSamePhraseOfABodyAndOfAPersonAtOneEvent() {
    let met = "[Ann Lee|person 1] [met|event meeting 1] [Bob Ray|person 2] in [Zenda|place 3].\n"
    check(
      "2021-03-09\n" + met + "[Harbour Watch|organization 4]: \"[makes a mockery of the harbour|quote 1]\"",
      "2021-03-09\n" + met
        + "[Cay Moss|person 5]: \"[It makes a mockery of the harbour and its people|quote 1]\"",
      "2021-08-09\n[Dan Orr|person 6]: \"[makes a mockery of the harbour|quote 2]\"")
  }
}
