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

  @Test func whatIsToldAgainIsComparedWithEachWhoToldOfIt() {
    let report =
      "2021-03-10\n[Ann Lee|person 1] [resigned|event resignation 1] [on Tuesday|time 2021-03-09] while guests danced."
    let second =
      "2021-03-12\n[Ann Lee|person 1] [resigned|event resignation 1] [on Tuesday|time 2021-03-09], just before parliament began impeachment hearings."
    let later =
      "2021-05-01\nShe sent a letter [on March 9|time 2021-03-09] as parliament began its impeachment, and it was a [resignation|event resignation 1]."
    check(report, second, later)
    check(report, later.replacing("resignation 1", with: "resignation 2"))
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

  @Test func whatIsToldAgainOfAMonthIsOneWhereItsKindAndItsPlaceAgree() {
    let first =
      "2021-06-02\nThe truce that they [signed|event agreement 1] in [Zenda|place 3] [in March|time 2021-03] is dead."
    let second =
      "2021-08-10\nThe two sides had [signed|event agreement 1] papers in [Zenda|place 3] [in March|time 2021-03]."
    #expect(check(first, second).events[0].signals.contains(Rule("told-again")))
    check(first, second.replacing("agreement 1", with: "visit 2"))
    check(
      first,
      second.replacing("Zenda|place 3", with: "Klow|place 4").replacing("agreement 1", with: "agreement 2"))
    // Of the month itself nobody writes as of what is long past.
    check(
      first.replacing("2021-06-02", with: "2021-03-30"),
      second.replacing("2021-08-10", with: "2021-04-01").replacing("agreement 1", with: "agreement 2"))
    // Of harm, which befalls many in a month, more has to agree than a word of what it befell.
    let harm = second.replacing(" in [Zenda|place 3]", with: " of a truce").replacing(
      "agreement 1", with: "death 1")
    check(first.replacing("agreement", with: "death"), harm.replacing("death 1", with: "death 2"))
  }

  @Test func tellingsThatAgreeAsMuchWithEachOtherAreNoRivals() {
    let tellings = [
      "2021-06-02\nFighting [began|event start 1] [in March|time 2021-03] and young lives were lost.",
      "2021-06-03\nThe fighting that [began|event start 1] [in March|time 2021-03] cost young lives lost at sea.",
      "2021-06-04\nYoung lives were lost when fighting [broke|event start 1] out [in March|time 2021-03].",
    ]
    check(tellings[0], tellings[1], tellings[2])
    let other =
      "2021-06-04\n[Carl Dahl|person 4] says a strike over lost lives [began|event start 2] [in March|time 2021-03]."
    check(tellings[0], other)
  }

  @Test func whatIsToldAgainOfAYearIsOneInMoreOfTheSameWords() {
    let first =
      "2021-06-02\nThe war, which [began|event start 1] as a rising [in 1964|time 1964], cost lives and land."
    let second =
      "2021-06-03\nMuch of the war that [began|event start 1] [in 1964|time 1964] was about land; it cost many lives."
    check(first, second)
    check(first, "2021-06-03\nA bank that they [began|event start 2] [in 1964|time 1964] was about land.")
  }
}
