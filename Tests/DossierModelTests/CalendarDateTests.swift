import DossierModel
import Testing

struct CalendarDateTests {
  private func check(
    _ year: Int?, _ month: Int? = nil, _ day: Int? = nil, is expected: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let date = CalendarDate(year: year, month: month, day: day)
    #expect(date.description == expected, sourceLocation: sourceLocation)
    #expect(
      [date.year, date.month, date.day] == [year, month, day], "kept as given", sourceLocation: sourceLocation
    )
  }

  @Test func keepsWhatIsKnownOfADay() {
    check(2019, 1, 23, is: "2019-01-23")
    check(2019, 1, is: "2019-01")
    check(2019, is: "2019")
    check(-44, 3, 15, is: "-0044-03-15")
    check(nil, 1, 23, is: "XXXX-01-23")
    check(0, is: "0000")
  }

  @Test func aYearBeyondAllCalendarsIsNoTrap() {
    #expect(CalendarDate(year: .max).year == Int(Int32.max))
    #expect(CalendarDate(year: .min).year != nil)
  }

  @Test func aDateTakesEightBytes() { #expect(MemoryLayout<CalendarDate>.size <= 8) }
}
