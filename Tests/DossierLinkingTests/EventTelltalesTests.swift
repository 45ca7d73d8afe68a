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
}
