import DossierModel
import DossierSource

/// Articles that tell a day of the year before their own, "on 28 July last year", of which others tell the year.
extension YearsOfMatter {
  /// The year after that in which others tell such a day, and the day of it that the article begins with.
  mutating func findingAYearLater(for number: Int, _ clues: DateClues, _ others: ToldDays) -> Finding? {
    guard published[number] == nil, !clues.daysOfLastYear.isEmpty else { return nil }
    let told = clues.daysOfLastYear.compactMap { known($0, by: number, others) }.filter(\.isSure)
    guard let first = told.first, told.allSatisfy({ $0.day.year == first.day.year }) else { return nil }
    let year = first.day.year + 1
    let evidence = Set([first.own, first.other].compactMap(\.self)).sorted()
    if let line = DatelineDays.dateline(of: articles[number]),
      let day = CalendarDay(year: year, month: line.month, day: line.day)
    {
      return Finding(
        days: day...day,
        claim: Claim(
          .date(CalendarDate(day)), basis: .inferred, rule: Rule("dateline-day+day-of-last-year"),
          evidence: evidence, printed: articles[number].article.metadata.dateline))
    }
    if let day = openingDay(of: clues, in: year) {
      return Finding(
        days: day...day,
        claim: ArticleDating().bounds(
          on: ArticleDating.EventDay(
            day: day, rule: Rule("weekday+month-day+day-of-last-year"), evidence: evidence), clues))
    }
    return Finding(
      days: nil,
      claim: Claim(
        .date(CalendarDate(year: year)), basis: .inferred, rule: ArticleDating.lastYear, evidence: evidence))
  }

  /// The day that an article opens with by its weekday and its date, where it is that weekday in a year.
  private func openingDay(of clues: DateClues, in year: Int) -> CalendarDay? {
    guard let opening = clues.openingFullDay,
      let day = CalendarDay(year: year, month: opening.value.day.month, day: opening.value.day.day),
      day.weekday == opening.value.weekday
    else { return nil }
    return day
  }
}
