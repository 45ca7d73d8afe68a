import DossierModel
import DossierSource

/// Says when each article was published: as its source states it, or as the corpus lets it be inferred.
///
/// An article that prints no date is dated through those that tell of the same event: one gives the month and the
/// day, another the weekday, and the years that the texts speak of as past leave one year in which the two meet. What
/// the texts leave open stays open; the day a page was visited dates nothing.
package struct ArticleDating: Sendable {
  /// How many years after the latest that a text speaks of it can have been written.
  private static let mostYearsAfter = 5
  /// How many of these years leave the one in which a weekday meets its date the likely one.
  private static let nearYearsAfter = 2

  package init() {}

  /// One claim for each article, nil where its date stays open.
  package func published(of articles: [AnnotatedArticle]) -> [Claim<EDTF>?] {
    var claims = articles.map { article in
      let stated = article.article.metadata.published
      return DatelineDays.day(inMonthOf: stated, article) ?? stated ?? updateAlone(article.article.metadata)
    }
    let undated = claims.indices.filter { claims[$0] == nil && !articles[$0].times.isEmpty }
    guard !undated.isEmpty else { return claims }
    let clues = Dictionary(uniqueKeysWithValues: undated.map { ($0, DateClues(articles[$0])) })
    let lines = DatelineDays(of: undated, among: articles).claims(dated: claims, clues: clues)
    for (number, claim) in lines { claims[number] = claim }
    let passages = SharedPassages(of: undated, among: articles)
    for number in undated where lines[number] == nil {
      let partners = passages.partners[number] ?? []
      let dated = partners.filter { claims[$0] != nil && clues[$0] == nil }
      let reading = EventDays(articles: articles, clues: clues)
      let day =
        reading.anniversary(of: number) ?? reading.day(of: number, dated: dated, claims: claims)
        ?? reading.day(of: [number] + partners.filter { clues[$0] != nil })
        ?? reading.ownDay(of: number)
      guard let day, let own = clues[number] else { continue }
      claims[number] = bounds(on: day, own)
    }
    return claims
  }

  /// A page that gives only the time of an update was published then, as far as it says.
  private func updateAlone(_ metadata: ArticleMetadata) -> Claim<EDTF>? {
    metadata.updated.map {
      Claim(
        $0.value, basis: $0.basis, rule: Rule("update-time→published"), evidence: $0.evidence,
        printed: $0.printed)
    }
  }

  // MARK: The event's day

  /// The day of an event, with the sentences that prove it.
  struct EventDay {
    let day: CalendarDay
    let rule: Rule
    let evidence: [Citation]
  }

  private struct EventDays {
    let articles: [AnnotatedArticle]
    let clues: [Int: DateClues]

    /// The day that a dated article of the same event gives for the weekday, or the month and day, told here.
    func day(of number: Int, dated: [Int], claims: [Claim<EDTF>?]) -> EventDay? {
      guard let own = clues[number] else { return nil }
      var found: [CalendarDay: [Citation]] = [:]
      for other in dated {
        guard let published = claims[other]?.value.day else { continue }
        let values = TimeResolver().times(of: articles[other].times, published: EDTF(published))
        for (time, value) in zip(articles[other].times, values) {
          guard let day = value.edtf?.day, day <= published, published.serial - day.serial < 7 else {
            continue
          }
          guard let citation = articles[other].citation(ofSentence: time.sentence), fits(day, own) else {
            continue
          }
          found[day, default: []].append(citation)
        }
        if fits(published, own), found[published] == nil, let lead = articles[other].citation(ofSentence: 0) {
          found[published] = [lead]
        }
      }
      guard found.count == 1, let (day, evidence) = found.first, !own.mayLieInLastMonth(day) else {
        return nil
      }
      return EventDay(day: day, rule: Rule("day-of-shared-event"), evidence: Array(evidence.prefix(3)))
    }

    /// The last day that an article tells in full, where the weekday that it tells first is that day's.
    ///
    /// The day stands beside it and has no verb of its own, as under a picture: "freed on Wednesday" and "arrested on
    /// 14 March 2018" are two days, though that was a Wednesday too.
    func ownDay(of number: Int) -> EventDay? {
      guard let own = clues[number], let opening = own.weekdays.first,
        let last = own.days.max(by: { $0.value < $1.value }), last.value.weekday == opening.value,
        !last.isPast, abs(last.sentence - opening.sentence) <= DateClues.besideSentences,
        own.latestYear?.value == last.value.year
      else { return nil }
      return EventDay(
        day: last.value, rule: Rule("weekday+day"),
        evidence: Set(
          [opening.sentence, last.sentence].compactMap { articles[number].citation(ofSentence: $0) }
        ).sorted())
    }

    /// The day a whole number of years after one that an article tells in full, where it opens with those years and with
    /// the weekday that falls on: "on Wednesday evening, a year ago", "on 4 August 2020".
    func anniversary(of number: Int) -> EventDay? {
      guard let own = clues[number], let opening = own.weekdays.first,
        opening.sentence < DateClues.openingSentences
      else { return nil }
      var found: [CalendarDay: Set<Int>] = [:]
      for round in own.anniversaries {
        for told in own.days {
          guard
            let day = CalendarDay(
              year: told.value.year + round.value, month: told.value.month, day: told.value.day),
            day.weekday == opening.value, (own.latestYear?.value ?? 0) <= day.year
          else { continue }
          found[day, default: []].formUnion([opening.sentence, round.sentence, told.sentence])
        }
      }
      guard found.count == 1, let (day, sentences) = found.first else { return nil }
      return EventDay(
        day: day, rule: Rule("anniversary+weekday"),
        evidence: sentences.compactMap { articles[number].citation(ofSentence: $0) }.sorted())
    }

    private func fits(_ day: CalendarDay, _ clues: DateClues) -> Bool {
      if let told = clues.mainMonthDay { return told.month == day.month && told.day == day.day }
      return clues.mainWeekday == day.weekday
    }

    /// The day on which the weekday and the month and day told by undated articles of one event meet.
    func day(of numbers: [Int]) -> EventDay? {
      guard
        let day = mostTold(
          numbers.compactMap { number in
            openingDay(number) ?? clues[number]?.mainMonthDay ?? fullDay(number)?.day
          }),
        let weekday = weekday(of: numbers, on: day), let latest = latestYear(of: numbers)
      else { return nil }
      let years = (latest...latest + ArticleDating.mostYearsAfter).filter {
        CalendarDay(year: $0, month: day.month, day: day.day)?.weekday == weekday
      }
      guard years.count == 1, years[0] <= latest + ArticleDating.nearYearsAfter,
        let found = CalendarDay(year: years[0], month: day.month, day: day.day)
      else { return nil }
      return EventDay(
        day: found, rule: Rule("weekday+month-day→year"),
        evidence: evidence(of: numbers, day, weekday, latest))
    }

    /// The day that an article begins with, told with its weekday.
    private func openingDay(_ number: Int) -> DateClues.MonthDay? {
      guard let full = clues[number]?.fullDays.first, full.sentence < DateClues.besideSentences else {
        return nil
      }
      return full.value.day
    }

    private func fullDay(_ number: Int) -> (weekday: Int, day: DateClues.MonthDay)? {
      clues[number]?.fullDays.first?.value
    }

    /// The weekday printed beside the day, or else the one that most of the articles tell.
    private func weekday(of numbers: [Int], on day: DateClues.MonthDay) -> Int? {
      for number in numbers {
        if let full = clues[number]?.fullDays.first(where: { $0.value.day == day }) {
          return full.value.weekday
        }
      }
      // An article that tells the day by its date tells other days by their weekday.
      return mostTold(
        numbers.compactMap { number in
          clues[number].flatMap { $0.monthDays.contains { $0.value == day } ? nil : $0.mainWeekday }
        })
    }

    /// What most of the articles tell; nil where two are told as often.
    private func mostTold<Value: Hashable & Comparable>(_ values: [Value]) -> Value? {
      let counts = Dictionary(grouping: values, by: { $0 }).mapValues(\.count)
      let most = counts.values.max()
      let told = counts.filter { $0.value == most }.map(\.key)
      return told.count == 1 ? told[0] : nil
    }

    private func latestYear(of numbers: [Int]) -> Int? {
      numbers.compactMap { clues[$0]?.latestYear?.value }.max()
    }

    private func evidence(
      of numbers: [Int], _ day: DateClues.MonthDay, _ weekday: Int, _ latest: Int
    ) -> [Citation] {
      var found: Set<Citation> = []
      for number in numbers {
        guard let clues = clues[number] else { continue }
        let sentences = [
          clues.monthDays.first { $0.value == day }?.sentence,
          clues.fullDays.first { $0.value.day == day }?.sentence,
          clues.weekdays.first { $0.value == weekday }?.sentence,
          clues.latestYear.flatMap { $0.value == latest ? $0.sentence : nil },
        ]
        for case let sentence? in sentences {
          if let citation = articles[number].citation(ofSentence: sentence) { found.insert(citation) }
        }
      }
      return found.sorted()
    }
  }

  // MARK: Bounds

  /// When an article can have appeared that tells of an event on a day.
  ///
  /// A bare weekday means one of the last seven days; a month and a day without its year only say that it was not
  /// before. Where the first weekday told is a later one, it is that of the report, as is one of its sentence that is
  /// told as past.
  func bounds(on day: EventDay, _ clues: DateClues) -> Claim<EDTF> {
    let first = firstDay(on: day.day, clues)
    let last = clues.tellsByWeekday(day.day) ? CalendarDate(day.day.adding(days: 6)) : nil
    return Claim(
      .interval(from: CalendarDate(first), to: last), basis: .inferred, rule: day.rule, evidence: day.evidence
    )
  }

  /// The first day on which an article can have appeared that tells of an event on a day.
  func firstDay(on day: CalendarDay, _ clues: DateClues) -> CalendarDay {
    guard let opening = clues.weekdays.first else { return day }
    let beside = clues.weekdays.dropFirst().prefix { $0.sentence == opening.sentence }.filter(\.isPast)
    let ahead = ([opening] + beside).map { ($0.value - day.weekday + 7) % 7 }
    return day.adding(days: ahead.filter { $0 <= Self.mostDaysToReport }.max() ?? 0)
  }

  /// How many days after an event a report of it can give as its own day by the weekday alone.
  private static let mostDaysToReport = 3
}
