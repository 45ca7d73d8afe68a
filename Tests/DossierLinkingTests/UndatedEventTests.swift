import DossierModel
import Testing

/// What articles of no known date tell by a weekday, or by a month and day.
@Suite struct UndatedEventTests {
  private let tuesday = "[on Tuesday|time weekday 2 past]"

  private func meeting(_ event: Int, _ day: String, _ words: String = "over the harbour treaty") -> String {
    "[Ann Lee|person 1] [met|event meeting \(event)] [Bob Ray|person 2] in [Zenda|place 3] \(words) \(day)."
  }

  @Test func reportsOfOneWeekdayAreOneEventAndThoseOfAnotherAreNot() {
    check(meeting(1, tuesday), meeting(1, tuesday, "for talks on the treaty"))
    check(meeting(1, tuesday), meeting(2, "[on Friday|time weekday 5 past]"))
  }

  @Test func whatIsToldByTheWeekdayIsWhatTheArticleReports() {
    let dossier = check(
      "[Bob Ray|person 2] [said|event statement -] it was late.\n" + meeting(1, tuesday)
        + "\n[Bob Ray|person 2] [won|event win -] a race.")
    #expect(
      dossier.events.map(\.title) == ["Ann Lee met Bob Ray in Zenda over the harbour treaty on Tuesday"])
    #expect(dossier.events.first?.coverage.map(\.role) == [.reported])
  }

  @Test func aWeekdayIsTheDayOnWhichAnotherTellsTheSame() {
    let dated = "2021-03-10\n" + meeting(1, "[on Tuesday|time 2021-03-09]")
    let dossier = check(dated, meeting(1, tuesday))
    #expect(dossier.events.first?.when?.value.description == "2021-03-09")
    #expect(dossier.events.first?.coverage.count == 2)
    // Another weekday, another place and matter, or only one of the two: nothing tells that it is the same.
    check(dated, meeting(2, "[on Friday|time weekday 5 past]"))
    check(
      dated, "[Ann Lee|person 1] [met|event meeting 2] [Bob Ray|person 2] at [Hentzau|place 4] \(tuesday).")
    check(dated, "[Ann Lee|person 1] [met|event meeting 2] sailors in [Zenda|place 3] \(tuesday).")
  }

  @Test func aWeekdayIsNotOneLongBeforeWhatTheArticleTells() {
    func sinking(_ time: String) -> String {
      "\nThe northern bridge [sank|event disaster 3] in heavy fog [on March 20|time \(time)]."
    }
    let dated = "2021-03-25\n" + meeting(1, "[on March 9|time 2021-03-09]") + sinking("2021-03-20")
    check(dated, meeting(2, tuesday) + sinking("day 3-20 past"))
    check(dated, meeting(1, tuesday))
  }

  @Test func whatTwoArticlesTellWithoutADayIsNotOneWhereTheyAreOfOtherMonths() {
    func landing(_ number: Int, _ day: Int) -> String {
      "\nA ferry of the northern line [landed|event visit \(number)] its first guests [on day \(day)|time "
    }
    let dated =
      "2021-05-25\n[Ann Lee|person 1] knows [Bob Ray|person 2]." + landing(3, 20) + "2021-03-20]."
      + landing(4, 12) + "2021-05-12]."
    let march = meeting(1, "again") + landing(3, 20) + "day 3-20 past]."
    check(dated, march, meeting(2, "again") + landing(4, 12) + "day 5-12 past].")
    check(dated, march, meeting(1, "again"))
  }

  @Test func aWeekdayThatMayBeOneOfTwoDaysStaysOpen() {
    let dated = "2021-03-10\n" + meeting(1, "[on Tuesday|time 2021-03-09]")
    let later = "2021-03-17\n" + meeting(2, "[on Tuesday|time 2021-03-16]")
    check(dated, later, meeting(3, tuesday))
  }

  @Test func theDayOfAReportMayBeToldByItsNextSentence() {
    let report =
      "2021-03-12\n[Ann Lee|person 1] [met|event meeting 1] [Bob Ray|person 2] in [Zenda|place 3].\n"
      + "[Ann Lee|person 1] [saw|event meeting 1] [Bob Ray|person 2] [on Tuesday|time 2021-03-09]."
    let dossier = check(report)
    #expect(dossier.events.map { $0.when?.value.description } == ["2021-03-09"])
  }

  @Test func aMonthAndDayAreOfTheYearInWhichAnotherTellsTheSame() {
    let dated = "2021-03-10\n" + meeting(1, "[on Tuesday|time 2021-03-09]")
    let dossier = check(dated, meeting(1, "[on March 9|time day 3-9 past]"))
    #expect(dossier.events.map { $0.when?.value.description } == ["2021-03-09"])
    check(dated, meeting(2, "[on March 8|time day 3-8 past]"))
    check(
      meeting(1, "[on March 9|time day 3-9 past]"), meeting(1, "[on March 9|time day 3-9 past]", "for talks"))
  }

  @Test func aWeekdayToldInPassingIsNoEventOfItsOwn() {
    let passing = "[Cid Fox|person 4] [saw|event other -] [Bob Ray|person 2] [on Friday|time weekday 5 past]."
    let dossier = check(meeting(1, tuesday) + "\nA\nB\nC\n" + passing)
    #expect(dossier.events.count == 1)
  }
}
