import DossierLinking
import DossierModel
import Testing

/// Which tellings of harm are of one happening, where few of them name anybody.
@Suite struct EventMergerHarmTests {
  @Test func aNumberThatHardlyTwoHappeningsHaveJoinsThem() {
    let event = check(
      "2021-03-12\n[Ann Lee|person 1] saw a barge [sink|event disaster 1] [on Tuesday|time 2021-03-09], drowning all 147 on board.",
      "2021-03-12\nThe harbour mourned the barge whose loss [killed|event death 1] all 147 aboard [on Tuesday|time 2021-03-09]."
    ).events[0]
    #expect(event.signals.contains(Rule("same-number")))
  }

  @Test func aRoundOrSmallNumberJoinsNothing() {
    for number in ["140", "7", "1848"] {
      check(
        "2021-03-11\n[Ann Lee|person 1] saw a barge [sink|event disaster 1] [on Tuesday|time 2021-03-09], drowning all \(number) on board.",
        "2021-03-11\nThe harbour mourned the barge whose loss [killed|event death 2] all \(number) aboard [on Tuesday|time 2021-03-09]."
      )
    }
  }

  @Test func theNumberOfAModelJoinsNothing() {
    check(
      "2021-03-12\n[Ann Lee|person 1] saw a 737 Max barge [sink|event disaster 1] [on Tuesday|time 2021-03-09].",
      "2021-03-12\nThe loss of a 737 Max barge [killed|event death 2] [Bob Ray|person 2] [on Tuesday|time 2021-03-09]."
    )
  }

  @Test func theSameNumberOfAnotherDayOrKindJoinsNothing() {
    check(
      "2021-03-11\nA barge [sank|event disaster 1] [on Tuesday|time 2021-03-09], drowning all 147 on board.",
      "2021-03-11\nA barge [sank|event disaster 2] [on Monday|time 2021-03-08], drowning all 147 on board.",
      "2021-03-11\nA barge [won|event win 3] a race with all 147 on board [on Tuesday|time 2021-03-09].")
  }

  @Test func theSameNumberJoinsAVerbOfNoKind() {
    check(
      "2021-03-12\nA barge [sank|event disaster 1] [on Tuesday|time 2021-03-09], drowning all 147 on board.",
      "2021-03-12\n[Ann Lee|person 1] saw it [hit|event other 1] rocks [on Tuesday|time 2021-03-09], drowning all 147.",
      "2021-03-12\n[Bob Ray|person 2] [said|event statement 2] [on Tuesday|time 2021-03-09] that all 147 schools would get a roof."
    )
  }

  @Test func harmOnTheDayOfWhichMostArticlesTellItIsOne() {
    let tellings = [
      "2021-03-11\n[Blasts|event attack 1] in [Zenda|place 3] shook hotels and churches [on Tuesday|time 2021-03-09].",
      "2021-03-11\n[Bombs|event attack 1] tore through churches [on Tuesday|time 2021-03-09].",
      "2021-03-11\nThe [killing|event death 1] of worshippers in churches [on Tuesday|time 2021-03-09] was planned.",
    ]
    check(tellings[0], tellings[1], tellings[2])
    // Told by two only, elsewhere, or with nothing in common, they may be two.
    check(tellings[0], tellings[1].replacing("attack 1", with: "attack 2"))
    check(
      tellings[0], tellings[1], tellings[2],
      "2021-03-11\n[Fire|event attack 2] in [Hentzau|place 4] was opened [on Tuesday|time 2021-03-09].",
      "2021-03-11\nA landslide [killed|event death 5] a shepherd [on Tuesday|time 2021-03-09].")
  }

  @Test func inACorpusOfManyDaysOfHarmADayIsNotOfOne() {
    let days = (1...4).map {
      "2021-03-2\($0)\nShots [killed|event death \($0 + 10)] guards [on the day|time 2021-03-1\($0)]."
    }
    check(
      "2021-03-12\n[Blasts|event attack 1] shook hotels [on Tuesday|time 2021-03-09].",
      "2021-03-12\n[Bombs|event attack 2] tore through churches [on Tuesday|time 2021-03-09].",
      "2021-03-12\nA [killing|event death 3] [on Tuesday|time 2021-03-09] was planned.", others: days)
  }

  @Test func aDisasterOfOnePartyOnOneDayIsOne() {
    for (kind, other) in [("disaster", 1), ("win", 2)] {
      check(
        "2021-03-10\nA [Hadley|organization 3] barge [sank|event \(kind) 1] off the coast [on Tuesday|time 2021-03-09].",
        "2021-03-11\nKing [Rudolf|person 2] wept for those on a [Hadley|organization 3] ship that [sank|event \(kind) \(other)] [on Tuesday|time 2021-03-09]."
      )
    }
  }

  @Test func theOneHarmOfItsKindThatArticlesOnTheMatterTellOfThatDayIsOneInOtherWords() {
    let matter = "\n[Ann Lee|person 7] and [Bob Ray|person 8] were silent."
    let tellings = [
      "2021-03-11\nThe old liner [struck|event attack 1] a reef [on Tuesday|time 2021-03-09]." + matter,
      "2021-03-12\nA ship [hit|event attack 1] rocks [on Tuesday|time 2021-03-09]." + matter,
      "2021-03-13\nThe liner [struck|event attack 1] the old reef of the bay [on Tuesday|time 2021-03-09]."
        + matter,
    ]
    check(tellings[0], tellings[1], tellings[2])
    // Of two things of the kind neither is known to be it, nor is that of an article on another matter.
    let second = "\nA barge [rammed|event attack 3] piers [on Tuesday|time 2021-03-09]."
    check(tellings[0], tellings[1].replacing("attack 1", with: "attack 2") + second, tellings[2])
    let other = tellings[1].replacing(matter, with: "").replacing("attack 1", with: "attack 2")
    check(tellings[0], other, tellings[2])
  }
}
