import DossierModel
import Testing

@testable import DossierPages

@Suite struct TimelinePlaceTests {
  private func date(_ year: Int?, _ month: Int? = nil, _ day: Int? = nil) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day)
  }

  @Test func putsAMonthBeforeItsDaysAndNeverOnTheFirst() {
    let month = TimelinePlace(.date(date(2019, 8)))
    let first = TimelinePlace(.date(date(2019, 8, 1)))
    #expect(month.day == nil)
    #expect(month < first)
  }

  @Test func putsWhatHasNoYearLast() {
    #expect(TimelinePlace(.date(date(2999))) < TimelinePlace(.date(date(nil, 1, 23))))
    #expect(TimelinePlace(nil).year == nil)
  }

  @Test func putsAnOpenIntervalWhereItsKnownEndIs() {
    #expect(
      TimelinePlace(.interval(from: nil, to: date(2019, 1, 23)))
        == TimelinePlace(year: 2019, month: 1, day: 23))
    #expect(
      TimelinePlace(.interval(from: date(2019, 4), to: nil)) == TimelinePlace(year: 2019, month: 4, day: nil))
  }

  @Test func putsAnIntervalOfMonthsUnderItsYear() {
    let summer = TimelinePlace(.interval(from: date(2019, 6), to: date(2019, 8)))
    #expect(summer == TimelinePlace(year: 2019, month: nil, day: nil))
  }
}
