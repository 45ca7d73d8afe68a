import DossierLinking
import DossierModel
import Testing

/// What is told again later, or by two reports that print the same words.
@Suite struct EventRetellingTests {
  @Test func whatIsToldAgainOfADayIsWhatAgreesMostWithIt() {
    let report =
      "2021-03-10\nThe barge of [Ann Lee|person 1] [struck|event attack 1] the old pier of [Zenda|place 3] [on Tuesday|time 2021-03-09]."
    let other = "\nThe court of Lund [heard|event other 2] a fisherman [on Tuesday|time 2021-03-09]."
    let later =
      "2021-05-01\nThe pier of [Zenda|place 3] has been shut since the barge [came|event attack 1] [on March 9|time 2021-03-09]."
    #expect(check(report + other, later).events[0].signals.contains(Rule("told-again")))
    // It is another thing where another kind of it is told, or where it may be at another place.
    check(report, later.replacing("attack 1", with: "visit 2"))
    check(report, later.replacing(" of [Zenda|place 3]", with: "").replacing("attack 1", with: "attack 2"))
    // Where two things agree nearly alike it is neither, and so it is where somebody else is named, or little agrees.
    let same = report.replacing("attack 1", with: "attack 3").replacing("2021-03-10", with: "2021-03-11")
    check(
      report.replacing("attack", with: "visit"),
      same.replacing("person 1", with: "person 5").replacing("Ann Lee", with: "Carl Dahl")
        .replacing("struck", with: "touched").replacing(" of [Zenda|place 3]", with: "")
        .replacing("attack", with: "visit"),
      later.replacing("attack 1", with: "visit 6"))
    check(
      report, later.replacing("the barge", with: "[Bob Ray|person 4]").replacing("attack 1", with: "attack 2")
    )
    check(report, later.replacing("The pier", with: "It").replacing("attack 1", with: "attack 2"))
    // Who writes two days later is not looking back.
    check(
      report + other,
      later.replacing("2021-05-01", with: "2021-03-11").replacing("attack 1", with: "attack 3"))
  }

  @Test func whatTwoReportsWithTheSameQuotationTellOfTheirDayIsOneHappening() {
    let words = "\n[Bob Ray|person 2]: \"[Nobody takes the old harbour from us again|quote 1]\""
    let first =
      "2021-03-09\nThe upper court of [Zenda|place 3] [struck|event ruling 1] down the sale [on Tuesday|time 2021-03-09]."
    let second =
      "2021-03-09\nJudges [threw|event ruling 1] out what [Ann Lee|person 1] wanted of that sale [on Tuesday|time 2021-03-09]."
    #expect(check(first + words, second + words).events[0].signals.contains(Rule("same-quotation")))
    let apart = second.replacing("ruling 1", with: "ruling 2")
    check(first, apart)
    check(
      first + words,
      apart
        + words.replacing("Bob Ray|person 2", with: "Ann Lee|person 1").replacing("quote 1", with: "quote 2"))
  }

  @Test func whatIsToldAgainInTheSameWordsMayBeOfAnotherKind() {
    let report =
      "2021-03-10\nBarges with the first planks of the northern bridge [landed|event visit 1] near [Zenda|place 3] [on Tuesday|time 2021-03-09]."
    let later =
      "2021-03-15\nThe first planks of a northern bridge had been [delivered|event delivery 1] near [Zenda|place 3] [on March 9|time 2021-03-09]."
    check(report, later)
    check(
      report,
      later.replacing("first planks of a northern bridge", with: "mayor").replacing(
        "delivery 1", with: "delivery 2"))
  }
}
