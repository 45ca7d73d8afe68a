import DossierModel
import DossierSource
import DossierTestSupport
import Testing

struct CalendarDayTests {
  private func day(_ text: String) throws -> CalendarDay {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return try #require(CalendarDay(year: parts[0], month: parts[1], day: parts[2]))
  }

  @Test func countsDaysFromTheEpoch() throws {
    #expect(try day("1970-01-01").serial == 0)
    #expect(try day("2000-03-01").serial == 11_017)
    #expect(try day("1969-12-31").serial == -1)
  }

  @Test func returnsFromItsSerialOverFourCenturies() throws {
    for serial in stride(from: -80_000, to: 80_000, by: 17) {
      #expect(CalendarDay(serial: serial).serial == serial)
    }
  }

  @Test func knowsItsWeekdayAndIsoWeek() throws {
    #expect(try day("2019-01-23").weekday == 3)
    #expect(try day("2016-01-03").isoWeek == (2015, 53))
    #expect(try day("2019-12-30").isoWeek == (2020, 1))
  }

  @Test func refusesADayThatIsNone() {
    #expect(CalendarDay(year: 2019, month: 2, day: 29) == nil)
    #expect(CalendarDay(year: 2020, month: 2, day: 29) != nil)
    #expect(CalendarDay(year: 2019, month: 13, day: 1) == nil)
  }

  @Test func endsAtTheLastDayOfAShorterMonth() throws {
    #expect(try day("2019-01-31").adding(months: 1) == day("2019-02-28"))
    #expect(try day("2019-01-31").adding(months: -13) == day("2017-12-31"))
  }
}
