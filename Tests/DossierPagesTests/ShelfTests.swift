import Testing

@testable import DossierPages

@Suite struct ShelfTests {
  private func places(_ counts: [(year: Int?, month: Int?, count: Int)]) -> [TimelinePlace] {
    counts.flatMap { row in
      (0..<row.count).map { _ in TimelinePlace(year: row.year, month: row.month, day: nil) }
    }
  }

  @Test func keepsAShortListWhole() {
    let shelves = Shelf.byDate(places([(2019, 1, 3), (2020, 1, 2)]), limit: 5)
    #expect(shelves == [Shelf(name: .whole, part: nil, rows: 0..<5)])
    #expect(shelves.map(\.key) == [""])
  }

  @Test func splitsByYearAndACrowdedYearByMonth() {
    let shelves = Shelf.byDate(
      places([(2018, 5, 2), (2019, nil, 1), (2019, 8, 3), (2019, 9, 2), (nil, nil, 1)]), limit: 3)
    #expect(shelves.map(\.key) == ["2018", "2019", "2019-08", "2019-09", "unplaced"])
    #expect(shelves.map(\.rows) == [0..<2, 2..<3, 3..<6, 6..<8, 8..<9])
  }

  @Test func putsYearsWithFewRowsTogether() {
    let shelves = Shelf.byDate(
      places([(2015, 1, 2), (2016, nil, 1), (2017, 3, 2), (2018, 1, 4), (2019, 1, 1), (nil, nil, 1)]),
      limit: 4)
    #expect(shelves.map(\.key) == ["2015-2016", "2017", "2018", "2019", "unplaced"])
    #expect(shelves.map(\.rows) == [0..<3, 3..<5, 5..<9, 9..<10, 10..<11])
  }

  @Test func putsTheOldestYearsTogetherFirstWhereTheNewestStandsFirst() {
    let shelves = Shelf.byDate(places([(2019, 1, 1), (2018, 1, 2), (2017, 3, 2), (2016, 1, 2)]), limit: 4)
    #expect(shelves.map(\.key) == ["2018-2019", "2016-2017"])
    #expect(shelves.map(\.rows) == [0..<3, 3..<7])
  }

  @Test func putsLettersWithFewNamesTogether() {
    let shelves = Shelf.byLetter(["a", "b", "b", "c", "d", "d", "d", nil], limit: 3)
    #expect(shelves.map(\.key) == ["a-b", "c", "d", "unplaced"])
    #expect(shelves.last?.name == .otherLetters)
  }

  @Test func numbersThePartsOfAMonthThatIsStillTooLong() {
    let shelves = Shelf.byDate(places([(2019, 8, 7)]), limit: 3)
    #expect(shelves.map(\.key) == ["2019-08-part-1", "2019-08-part-2", "2019-08-part-3"])
    #expect(shelves.map(\.rows.count) == [3, 3, 1])
  }

  @Test func splitsNamesByLetter() {
    let shelves = Shelf.byLetter(["a", "a", "b", nil], limit: 2)
    #expect(shelves.map(\.key) == ["a", "b", "unplaced"])
  }

  @Test func givesNoTwoShelvesOneKey() {
    let many = places((1...12).map { (2019, $0, 9) } + [(2020, nil, 30)])
    let keys = Shelf.byDate(many, limit: 4).map(\.key)
    #expect(Set(keys).count == keys.count)
  }
}
