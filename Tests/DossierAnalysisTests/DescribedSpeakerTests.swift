import DossierAnalysis
import DossierLanguages
import DossierModel
import DossierSource
import Testing

/// Speakers whom a sentence only describes: "the company", "the prime minister".
@Suite struct DescribedSpeakerTests {
  /// Whom each quotation is given to, "nobody" where its speaker is not named.
  private func check(
    _ marked: String, _ speakers: [String], _ location: Testing.SourceLocation = #_sourceLocation
  ) {
    let text = AnalysedText(marked)
    let found = QuotationExtractor(tables: LanguagePack.english.quotations).quotations(
      in: text.clause, mentions: text.mentions
    ).map { quotation in
      quotation.speaker?.mention.map { String(text.text[text.mentions[$0].range]) } ?? "nobody"
    }
    #expect(found == speakers, sourceLocation: location)
  }

  @Test func theCompanyIsWhomTheSentenceBeforeIsAbout() {
    let asked = "[Northline|organization] said it was helping. "
    check(asked + "\n“We regret what happened,” the company said.", ["Northline"])
    check(asked + "\n“We regret what happened,” the firm said.", ["Northline"])
    check(asked + "\n“We regret what happened,” the ministry said.", ["nobody"])
    check(
      "[Northline|organization] has sued [Kall Line|organization]. “We regret it,” the company said.",
      [
        "nobody"
      ])
    check("[Supreme Court|organization] judges ruled. “We regret it,” the company said.", ["nobody"])
    check(
      "[Northline|organization] said it was helping. Two ships sank. They were old.\n“We regret it,” the company said.",
      ["nobody"])
  }

  @Test func aBodyIsMeantByTheLastWordOfItsName() {
    let named = "The ship came to the [Lund Rowing Club|organization], which likes [Kall Line|organization]. "
    check(named + "The club said it had put “a generous offer” on the table.", ["Lund Rowing Club"])
    check(
      named + "So did the [Kall Chess Club|organization]. The club said it had put “a generous offer” there.",
      ["nobody"])
    check(named + "The old club said it had put “a generous offer” on the table.", ["nobody"])
  }

  @Test func itIsNobodyNamedBeforeWhereAnUnnamedBodySpeaks() {
    check(
      "Rain fell on [Kall Line|organization] ships. The company said that it had asked the judge for help because of “ruin and debt”.",
      ["nobody"])
    check(
      "[Kall Line|organization] said that it had asked the judge for help because of “ruin and debt”.",
      [
        "Kall Line"
      ])
  }

  @Test func anOfficeIsOfWhomTheSentenceBeforeIsAbout() {
    let denied = "[Berg|person] denied that her aim was to close the harbour. "
    check(denied + "\n“There will be time,” the prime minister said.", ["Berg"])
    check(denied + "\n“There will be time,” said the leader of the rowers.", ["Berg"])
    check(denied + "\n“There will be time,” the Nobel laureate said.", ["Berg"])
    check(denied + "\n“There will be time,” the driver said.", ["nobody"])
    check(
      "[Berg|person] denied that [Dahl|person] was to close it. “There will be time,” the prime minister said.",
      ["nobody"])
  }

  @Test func anOfficeIsNobodysWhoHasAnotherOrWhereSomebodyElseHasIt() {
    let denied = "[Berg|person] denied that it was so. "
    let other = " [Tom Dahl|person], the prime minister, slept."
    check(denied + "“There will be time,” the prime minister said." + other, ["nobody"])
    check("[Chancellor|title] [Berg|person] denied that it was so. “No,” said the president.", ["nobody"])
  }

  @Test func ofSeveralHoldersTheOneIsMeantWhomTheSentenceBeforeIsAbout() {
    let two =
      "[Lock Minister|title] [Tom Dahl|person] left.\n[Harbour Minister|title] [Anna Berg|person] said that all was well.\n"
    check(two + "“It is time to go,” the minister told reporters.", ["Anna Berg"])
    check(
      two + "Rain fell on the town.\nThen it was night.\n“It is time to go,” the minister said.", ["nobody"])
  }

  @Test func anAgeTellsOfWhomTheSentenceRightBeforeIsAbout() {
    check("[Berg|person] resigned. “I am old,” the 93-year-old wrote.", ["Berg"])
    check("[Berg|person] resigned. It rained. “I am old,” the 93-year-old wrote.", ["nobody"])
  }

  @Test func whoeverOpensASentenceBehindATimeIsSpokenOf() {
    check(
      "Every month, [Anna Berg|person] fills an envelope. This week the courier sent it back.\n“They said it was policy,” she said.",
      ["Anna Berg"])
  }

  @Test func aNameWithItselfBehindItSpeaks() {
    check("[Tom Dahl|person] is out. [Dahl|person] himself wrote: “We want peace.”", ["Dahl"])
  }

  @Test func whoIsNamedBehindAnOfficeRightBeforeAParticipleSpeaks() {
    check(
      "The board resigned on Monday, the prime minister, [Anna Berg|person], saying that it was “bigger than the state”.",
      ["Anna Berg"])
    check(
      "[Tom Dahl|person] met the mayor, [Anna Berg|person], saying that it was “bigger than the state”.",
      [
        "Tom Dahl"
      ])
  }
}
