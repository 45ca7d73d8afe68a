import DossierModel
import Testing

@testable import DossierLinking

/// Whom a figure counts by what befell them, and which numbers may stand side by side then.
@Suite struct FigureFateTests {
  /// Names that make two articles of one matter.
  private let matter =
    "[Ann Lee|person 91], [Bob Ray|person 92], [Kim Po|person 93], [Lou Tan|person 94] and [Max Orr|person 95] met."

  @Test func whatBefellThemIsTheWordNearestToTheNumber() {
    check(
      "The storm at [Zenda|place 2] sank boats, killing [12|figure 12 1] [sailors|counted] and wounding [14|figure 14 2].",
      "[14|figure 14 2] [sailors|counted] were wounded by the storm at [Zenda|place 2].",
      "Boats sank: [12|figure 12 1] [sailors|counted] lost their lives and [14|figure 14 2] were injured by the storm at [Zenda|place 2]."
    )
  }

  @Test func thoseWhomSomethingElseBefellStandApart() {
    check(
      "The storm at [Zenda|place 2] killed [40|figure 40 -] [sailors|counted] of the fleet.",
      "The storm at [Zenda|place 2] wounded [40|figure 40 -] [sailors|counted] of the fleet.")
    check(
      "The storm at [Zenda|place 2] killed [40|figure 40 -] [sailors|counted] of the fleet.",
      "By the storm at [Zenda|place 2] [40|figure 40 -] [sailors|counted] of the fleet were killed or wounded."
    )
  }

  @Test func theDeadOfOneMatterGrowWithTheDays() {
    check(
      "2019-03-05 A storm on the lake killed [20|figure 20 1] [people|counted].\n\(matter)",
      "2019-03-08 By now [28|figure 28 1] [people|counted] have died.\n\(matter)")
  }

  @Test func theDeadOfOneMatterGrowNoFewer() {
    check(
      "2019-03-05 A storm on the lake killed [28|figure 28 -] [people|counted].\n\(matter)",
      "2019-03-08 By now [20|figure 20 -] [people|counted] have died.\n\(matter)")
  }

  @Test func whoTellsOfOtherDeadTooTellsNotThoseOfTheMatter() {
    check(
      "2019-03-05 A storm on the lake killed [20|figure 20 -] [people|counted].\n\(matter)",
      "2019-03-08 By now [28|figure 28 -] [people|counted] have died.\nFires killed [300|figure 300 -] [people|counted] then.\n\(matter)"
    )
  }

  @Test func manyDieInArticlesOnOtherMatters() {
    check(
      "2019-03-05 A storm on the lake killed [20|figure 20 -] [people|counted].",
      "2019-03-08 By now [28|figure 28 -] [people|counted] have died.")
    check(
      "A storm on the lake killed [20|figure 20 -] [people|counted].",
      "By now [20|figure 20 -] [people|counted] have died.")
  }

  @Test func harmOfAnotherDayIsOther() {
    check(
      "2019-03-05 A storm [killed|event disaster 1] [20|figure 20 -] [people|counted] [on Monday|time 2019-03-04] on the lake at [Zenda|place 2].\n\(matter)",
      "2019-04-10 A storm [killed|event disaster 2] [24|figure 24 -] [people|counted] [on Tuesday|time 2019-04-09] on the lake at [Zenda|place 2].\n\(matter)"
    )
  }

  @Test func theDayOnWhichSomebodySpeaksIsNoDayOfHarm() {
    check(
      "2019-03-05 The king [said|event statement 1] [on Monday|time 2019-03-04] that a storm killed [20|figure 20 1] [people|counted] on the lake at [Zenda|place 2].\n\(matter)",
      "2019-03-07 The king [said|event statement 2] [on Wednesday|time 2019-03-06] that a storm killed [24|figure 24 1] [people|counted] on the lake at [Zenda|place 2].\n\(matter)"
    )
  }

  @Test func asManyOfAnotherFateInBothSentencesTellOfOneEvent() {
    check(
      "The navy counted [13|figure 13 1] [sailors|counted] killed and [157|figure 157 2] [wounded|counted].",
      "Divers saw [22|figure 22 1] [sailors|counted] killed and [160|figure 160 2] [wounded|counted].")
    check(
      "The navy counted [13|figure 13 -] [sailors|counted] killed and [157|figure 157 -] [wounded|counted].",
      "Divers saw [22|figure 22 -] [sailors|counted] killed and [350|figure 350 -] [wounded|counted].")
  }

  @Test func whoTellsTwoNumbersTellsOfTwoThings() {
    check(
      "The boat of [Zenda|place 2] sank, and [189|figure 189 1] [sailors|counted] died in the storm.",
      "The boat of [Zenda|place 2] sank, and [189|figure 189 1] [sailors|counted] died in the storm.\nBoth boats of [Zenda|place 2] sank, and [280|figure 280 2] [sailors|counted] died in the storm.",
      "Both boats of [Zenda|place 2] sank, and [280|figure 280 2] [sailors|counted] died in the storm.")
  }

  @Test func theSameNumberComesBeforeOneThatHasMoreWordsInCommon() {
    check(
      "The loss of a boat of [Zenda|place 2] killed [157|figure 157 1] [sailors|counted] near the old harbour.",
      "The loss of a boat near the old harbour killed [189|figure 189 -] [sailors|counted].\nThe loss of the other killed [157|figure 157 1] [sailors|counted] of [Zenda|place 2]."
    )
  }

  @Test func aNumberOfOneFateIsNotThatOfAnotherCount() {
    check(
      "The envoys asked the board that [13|figure 13 -] [workers|counted] leave.\n\(matter)",
      "The envoys told the board that [13|figure 13 -] [missing|counted] wait.\n\(matter)")
  }

  @Test func numbersOnBothSidesOfAPowerOfTenAreCompared() {
    check(
      "[70|figure 70 1] [sailors|counted] were killed in the storm at [Zenda|place 2].",
      "[120|figure 120 1] [sailors|counted] had been killed by the storm at [Zenda|place 2].")
  }

  @Test func aTollIsFollowedByItsNumberFromAfar() {
    check(
      "The toll of the storm at [Zenda|place 2], the worst of the spring, stood at [31|figure 31 1].",
      "The storm at [Zenda|place 2], the worst of the spring, killed [31|figure 31 1] [sailors|counted].",
      "The storm at [Zenda|place 2], the worst of the spring, wounded [31|figure 31 -] [sailors|counted].")
  }

  @Test func theHarmOfAnotherTownIsToldInTheSameWords() {
    check(
      "The storm at [Zenda|place 2] killed [40|figure 40 -] [sailors|counted] of the fleet.",
      "The storm at [Hentzau|place 3] killed [40|figure 40 -] [sailors|counted] of the fleet.")
  }

  @Test func theHarmOfAnotherTownOfTheSameCountryIsOther() {
    check(
      "The storm at [Zenda|place 2] in [Ruritania|country 1] killed [365|figure 365 -] [sailors|counted] of the fleet.",
      "The storm at [Hentzau|place 3] in [Ruritania|country 1] killed [365|figure 365 -] [sailors|counted] of the fleet."
    )
    check(
      "The storm at [Zenda|place 2] in [Ruritania|country 1] killed [365|figure 365 1] [sailors|counted] of the fleet.",
      "The storm in [Ruritania|country 1] killed [365|figure 365 1] [sailors|counted] of the fleet.")
  }

  @Test func theDayOfATollIsNoDayOfHarm() {
    check(
      "2019-03-05 A storm [killed|event disaster 1] [20|figure 20 1] [people|counted] [on Monday|time 2019-03-04] on the lake at [Zenda|place 2].",
      "2019-03-07 The [death|event disaster 2] toll of the storm on the lake at [Zenda|place 2] stood at [24|figure 24 1] [on Wednesday|time 2019-03-06]."
    )
  }
}
