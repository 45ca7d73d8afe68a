import DossierModel
import Testing

@testable import DossierPages

@Suite struct DrawingTests {
  private func day(_ year: Int, _ month: Int, _ day: Int) -> EDTF {
    .date(CalendarDate(year: year, month: month, day: day))
  }

  @Test func drawsDaysAsTicksAndLongTimesAsBars() throws {
    let strip = try #require(
      TimelineStrip(of: [
        (day(2019, 1, 1), .reported), (.date(CalendarDate(year: 2019, month: 6)), .mentioned),
        (day(2019, 12, 31), .planned),
      ]))
    #expect(strip.marks.map(\.lane) == [.reported, .mentioned, .planned])
    #expect(strip.marks[0].x == 0)
    #expect(strip.marks[0].width == 4)
    #expect(strip.marks[1].width > 70)
    #expect(strip.marks[2].x + strip.marks[2].width <= TimelineStrip.length)
    #expect(strip.ticks.map(\.month) == [1, 4, 7, 10])
  }

  @Test func leavesFarOffEventsOutRatherThanPressTheOthersIntoACorner() throws {
    let near = (1...20).map { (value: Optional(day(2019, 5, $0)), lane: Lane.reported) }
    let strip = try #require(TimelineStrip(of: [(day(1877, 1, 1), .mentioned)] + near))
    #expect(strip.marks.allSatisfy { $0.lane == .reported })
    #expect(strip.marks.count >= 16)
    #expect(strip.farOff == 1, "the page says so")
  }

  @Test(arguments: [(6, [2, 3, 4, 5, 6]), (11, [2, 4, 6, 8, 10]), (28, [3, 7, 11, 15, 19, 23, 27])])
  func tellsDaysWhereTheStripIsShort(last: Int, ticks: [Int]) throws {
    let days = [1, 2, last].map { (value: Optional(day(2019, 5, $0)), lane: Lane.reported) }
    let strip = try #require(TimelineStrip(of: days))
    #expect(strip.ticks.compactMap(\.day) == ticks && strip.farOff == 0)
    #expect(strip.ticks.allSatisfy { (50...950).contains($0.x) })
  }

  @Test func showsThatAnEndIsNotKnown() throws {
    let open = EDTF.interval(from: CalendarDate(year: 2018, month: 3, day: 1), to: nil)
    let strip = try #require(
      TimelineStrip(of: [(open, .reported), (day(2018, 1, 1), .reported), (day(2018, 9, 1), .reported)]))
    #expect(strip.marks.map(\.isOpen) == [true, false, false])
  }

  @Test func marksOfAListedStripKnowTheirRows() throws {
    let rows: [(value: EDTF?, lane: Lane)] = [
      (day(2018, 1, 1), .reported), (nil, .reported), (day(2018, 1, 1), .reported),
      (day(2018, 1, 1), .published),
      (day(2018, 9, 1), .mentioned), (day(2018, 9, 2), .mentioned),
    ]
    let strip = try #require(TimelineStrip(of: rows, isListed: true))
    #expect(strip.marks.map(\.rows) == [[0, 2], [3], [4], [5]])
    #expect(strip.marks.map(\.day) == [0, 0, 243, 244])
    #expect(strip.firstDay == CalendarDay(year: 2018, month: 1, day: 1))
    let drawn = try #require(TimelineStrip(of: rows))
    #expect(drawn.marks.map(\.lane) == [.reported, .published, .mentioned, .mentioned])
    #expect(drawn.marks.allSatisfy { $0.rows.isEmpty })
  }

  @Test func drawsHowDenseManyEventsAre() throws {
    let many = (0..<4_000).map { number in
      (value: Optional(EDTF(CalendarDay(serial: 10_000 + number * number % 9_000))), lane: Lane.reported)
    }
    let strip = try #require(TimelineStrip(of: many + [(day(1997, 6, 1), .planned)]))
    #expect(strip.marks.count <= 126)
    #expect(strip.marks.filter { $0.lane == .planned }.count == 1)
    #expect(strip.marks.map(\.height).max() == TimelineStrip.markHeight)
    #expect(Set(strip.marks.map(\.height)).count > 1)
    let listed = try #require(TimelineStrip(of: many, isListed: true))
    #expect(listed.marks.flatMap(\.rows).count == 4_000)
  }

  @Test func drawsNoStripOfPublicationsAlone() {
    #expect(TimelineStrip(of: (1...9).map { (day(2018, 1, $0), .published) }) == nil)
  }

  @Test func drawsNoStripOfEventsWithoutADate() {
    #expect(TimelineStrip(of: [(nil, .reported), (nil, .reported), (nil, .planned)]) == nil)
  }

  @Test func countsMentionsByMonthWhereTheyAreOfOneYear() throws {
    let chart = try #require(
      MentionChart(of: [(2019, 1), (2019, 1), (2019, 3)].map { TimelinePlace(year: $0, month: $1, day: 4) }))
    #expect(chart.bars.map(\.count) == [2, 0, 1])
    #expect(chart.bars.map(\.month) == [1, 2, 3])
    #expect(chart.bars.map(\.height) == [80, 0, 40])
  }

  @Test func countsMentionsByYearOverLongerTimes() throws {
    let chart = try #require(
      MentionChart(of: [(2011, 1), (2014, 3)].map { TimelinePlace(year: $0, month: $1, day: nil) }))
    #expect(chart.bars.map(\.year) == [2011, 2012, 2013, 2014])
    #expect(chart.bars.allSatisfy { $0.month == nil })
  }

  @Test func drawsAtMostTwentyNeighboursTheNearestFirst() throws {
    let rows = (0..<30).map {
      RelationRow(
        other: Reference("N\($0)", PagePath("actors/n\($0).html")), kind: .person, count: 30 - $0,
        sentences: [])
    }
    let graph = try #require(EgoGraph(of: rows))
    #expect(graph.neighbours.count == 20)
    #expect(graph.neighbours[0].weight == 5)
    #expect(Set(graph.neighbours.map { [$0.x, $0.y] }).count == 20)
    #expect(graph.neighbours.allSatisfy { $0.y > 0 && $0.y < graph.height })
    #expect(EgoGraph(of: Array(rows.prefix(2))) == nil)
  }
}
