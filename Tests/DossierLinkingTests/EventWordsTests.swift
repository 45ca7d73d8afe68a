import DossierLinking
import DossierModel
import Testing

/// Tellings that are found to be of one happening by the words that tell it, in other words or in parts.
@Suite struct EventWordsTests {
  @Test func twoTellingsOfADayInOneWordAreOneWhereNotBothNameAnybody() {
    let article =
      "2021-03-10\nCrowds were at the [march|event protest 1] [on Tuesday|time 2021-03-09].\nThousands on their [marches|event protest 1] filled [Zenda|place 3] [on Tuesday|time 2021-03-09]."
    check(article)
    check(article.replacing("marches|event protest 1", with: "rally|event protest 2"))
    check(
      article.replacing("the [march", with: "[Ann Lee|person 1]'s [march").replacing(
        "Thousands on their [marches|event protest 1]",
        with: "[Bob Ray|person 2] on his [marches|event protest 2]"))
  }

  @Test func whatOnePersonDidOnADayIsOneWhereOneWordTellsItWithAnother() {
    let first =
      "2021-03-10\n[Ann Lee|person 1] [warned|event statement 1] [on Tuesday|time 2021-03-09] that a tower was weak."
    let second =
      "2021-03-11\nNobody listens whom [Ann Lee|person 1] [warned|event statement 1] of towers [on Tuesday|time 2021-03-09]."
    check(first, second)
    check(first, second.replacing("warned|event statement 1", with: "told|event statement 2"))
    check(first, second.replacing("towers", with: "floods").replacing("statement 1", with: "statement 2"))
  }

  @Test func wordsThatDifferentWritersChooseForOneThingAreOne() {
    let first =
      "2021-03-10\nThe [signing|event other 1] of a harbour pact with [Ann Lee|person 1] [on Tuesday|time 2021-03-09] angered all."
    let second =
      "2021-03-10\nThe harbour accord pleases [Ann Lee|person 1] who [struck|event other 1] it beside [Bob Ray|person 2] [on Tuesday|time 2021-03-09]."
    check(first, second)
    check(first, second.replacing("accord", with: "feast").replacing("other 1", with: "other 2"))
  }

  @Test func articlesOnOneMatterTellOfOneVoteOnADay() {
    let named = "\n[Ann Lee|person 1] is with [Bob Ray|person 2]."
    let first =
      "2021-03-10\nTurnout fell in the [vote|event election 1] [on Tuesday|time 2021-03-09]." + named
    let second =
      "2021-03-12\n[Carl Dahl|person 3] lost the [votes|event election 1] [on Tuesday|time 2021-03-09]."
      + named
    #expect(check(first, second).events[0].signals.contains(Rule("one-poll-of-the-day")))
    check(first, second.replacing(named, with: "").replacing("election 1", with: "election 2"))
    check(
      first.replacing("the [vote", with: "[Zenda|place 4]'s [vote"),
      second.replacing("the [votes|event election 1]", with: "[Klow|place 5]'s [votes|event election 2]"))
    check(first, second.replacing("votes|event election 1", with: "seats|event election 2"))
  }

  @Test func aHappeningThatWasFoundInTwoPartsIsOne() {
    let named = "\n[Dora Ek|person 7] is with [Bob Ray|person 2]."
    check(
      "2021-03-10\n[Ann Lee|person 1] [won|event election 1] forty seats for harbour folk [on Tuesday|time 2021-03-09].\nTurnout fell in the [vote|event election 1] [on Tuesday|time 2021-03-09]."
        + named,
      "2021-03-10\nRain fell on the [vote|event election 1] [on Tuesday|time 2021-03-09]." + named,
      "2021-03-10\n[Ann Lee|person 1] held a [vote|event election 1] of harbour folk, forty seats, [on Tuesday|time 2021-03-09]."
        + named)
  }

  @Test func whatAVerbOfNoKindTellsOfTheDayOfHarmIsThatHarm() {
    let harm = [
      "2021-03-12\nThe dam of [Ann Lee|person 1] [collapsed|event disaster 1] [on Tuesday|time 2021-03-09].",
      "2021-03-12\nThe wall [collapsed|event disaster 1] when the dam did [on Tuesday|time 2021-03-09].",
      "2021-03-12\nThe dam [killed|event death 1] nobody it seems [on Tuesday|time 2021-03-09].",
    ]
    let way =
      "2021-03-12\nThe old dam of [Ann Lee|person 1] [gave|event other 1] way, and a wall with it, [on Tuesday|time 2021-03-09]."
    check(harm[0], harm[1], harm[2], way)
    check(
      harm[0], harm[1], harm[2],
      way.replacing(" of [Ann Lee|person 1]", with: "").replacing("other 1", with: "other 2"))
  }

  @Test func whomWordsAreAboutIsInTheEventWhereOthersNameThemToo() {
    let report =
      "2021-03-10\n[Ann Lee|person 1] [said|event statement speaker 1] [on Tuesday|time 2021-03-09] that [Bob Ray|person 2] owed [Carl Dahl|person 3] all of it."
    let other = "2021-03-20\n[Bob Ray|person 2] is ill."
    func who(_ articles: String...) -> [String] {
      let dossier = DossierLinker(knowledge: MarkedCorpus.knowledge).dossier(
        of: MarkedCorpus(articles).articles)
      return dossier.events.flatMap { $0.participants.map(\.string) }
    }
    #expect(who(report, other) == ["person-ann-lee", "person-bob-ray"])
    #expect(who(report) == ["person-ann-lee"])
    #expect(who(report.replacing("statement", with: "visit"), other) == ["person-ann-lee"])
  }
}
