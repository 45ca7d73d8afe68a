import DossierLinking
import DossierModel
import Testing

/// What is told of one day in words and names that the articles tell of hardly any other.
@Suite struct EventTelltalesTests {
  private let report =
    "2021-03-12\nThe barge [ran|event disaster 1] into the pier of [Zenda|place 3] [on Tuesday|time 2021-03-09]."
  private let other =
    "2021-03-12\nA deckhand who swam off [Zenda|place 3] [saw|event other 1] it list [on March 9|time 2021-03-09]."
  /// An article of other days, so many that a word of one of them tells which it is.
  private let otherDays =
    "2021-03-30\n"
    + (10...21).map { "A stall [closed|event end 1\($0)] [on March \($0)|time 2021-03-\($0)]." }
    .joined(separator: "\n")
  /// Days on which the place is named too, so that its name tells less of the ninth.
  private func alsoNamed(on days: Int...) -> String {
    days.enumerated().map { index, day in
      "\nA stall in [Zenda|place 3] [opened|event start \(index + 5)] [on March \(day)|time 2021-03-0\(day)]."
    }.joined()
  }

  @Test func aNameThatNoOtherDayHasMakesTwoTellingsOfADayOne() {
    #expect(check(report, other, otherDays).events[0].signals.contains(Rule("words-of-that-day")))
    let apart = other.replacing("other 1", with: "other 2")
    check(report, apart.replacing("off [Zenda|place 3]", with: "for an hour"), otherDays)
    check(report + alsoNamed(on: 2, 3), apart, otherDays)
    // Where the articles tell of a few days only, every name is of few.
    check(report, apart)
  }

  @Test func rareWordsTellADayTooButTwiceAsManyOfThem() {
    let first =
      "2021-03-12\nThe barge [ran|event disaster 1] its splintered hawser out [on Tuesday|time 2021-03-09]."
    let second =
      "2021-03-12\nA splintered hawser [hurt|event injury 1] nobody [on March 9|time 2021-03-09]."
    check(first, second, otherDays)
    check(
      first,
      second.replacing("splintered hawser", with: "wet hawser").replacing("injury 1", with: "injury 2"),
      otherDays)
  }

  @Test func moreHasToAgreeWhereEachNamesSomebodyElse() {
    let first = report.replacing("The barge", with: "[Ann Lee|person 1]")
    let second = other.replacing("A deckhand", with: "[Bob Ray|person 2]")
    check(first, second, otherDays)
    check(
      first + alsoNamed(on: 2).replacing("start 5", with: "start 2"),
      second.replacing("saw|event other 1] it list", with: "saw|event other 3] the barge list"), otherDays)
  }

  @Test func oneArticleTellsItsOwnThingsApart() {
    check(
      report + "\nNobody in [Zenda|place 3] [slept|event other 2] [on Tuesday|time 2021-03-09].", otherDays)
  }

  @Test func wordsAloneTellADayOnlyWhereTheKindIsTheSame() {
    let first =
      "2021-03-12\nThe barge [ran|event disaster 1] its splintered hawser out [on Tuesday|time 2021-03-09]."
    let second =
      "2021-03-12\nOne hawser [sank|event disaster 1] that splintered pier [on March 9|time 2021-03-09]."
    let alsoTold = "\nA hawser [sold|event trade 7] well [on March 2|time 2021-03-02]."
    check(first + alsoTold, second, otherDays)
    check(first + alsoTold, second.replacing("disaster 1", with: "other 2"), otherDays)
  }

  /// Months of another article, so many that a name of one of them tells which it is.
  private let otherMonths =
    "2022-01-30\n"
    + (4...9).map { "A stall [closed|event end 2\($0)] [in month \($0)|time 2021-0\($0)]." }
    .joined(separator: "\n")

  @Test func whatIsToldOfAMonthIsTheDayOfItThatSharesItsNames() {
    let later =
      "2021-08-01\nPeople off [Zenda|place 3] still [speak|event other 1] of it [in March|time 2021-03]."
    check(report, later, otherMonths)
    // Another day of that month may be meant as well; and so may another month of which the name is told.
    check(
      report, later.replacing("other 1", with: "other 5"), otherMonths,
      "2021-03-30\nFire [broke|event disaster 6] out in [Zenda|place 3] [on March 25|time 2021-03-25].")
    check(
      report, later.replacing("other 1", with: "other 5"),
      otherMonths + "\n[Zenda|place 3] [slept|event other 6] [in May|time 2021-05].")
    // Of what its own month tells nobody looks back to it.
    check(
      report, later.replacing("2021-08-01", with: "2021-03-28").replacing("other 1", with: "other 5"),
      otherMonths)
  }
}
