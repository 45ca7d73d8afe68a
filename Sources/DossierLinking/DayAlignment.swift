import DossierModel
import DossierSource

/// Dates articles by setting what they tell beside what dated ones tell of the same days.
///
/// Each day on which an article can have appeared puts what it tells "on Tuesday" and "yesterday" on the calendar. The
/// day under which most of it meets what others tell of the same days is the one, if no day of another week does nearly
/// as well. One meeting has to be close; two may be looser. The closeness of two sentences is the sum of what they
/// share, each word and name by how rare it is (inverse document frequency: Spärck Jones, 1972).
struct DayAlignment {
  static let rule = Rule("days-of-shared-events")

  /// Persons and bodies whom two articles on one matter both name, at least.
  private static let fewestShared = 2
  /// Days around a publication in which another article on its matter is looked for.
  private static let reach = -12...12
  /// Days behind a telling in which it is told by the weekday.
  private static let freshDays = 0...6
  /// Days between a telling and its publication, at most.
  private static let mostDaysTold = 60
  /// Closeness from which two sentences meet, and from which one meeting is enough.
  private static let least = 1.5
  private static let leastAlone = 2.5
  /// How much of the best day's score one of another week may have, and how far off that is.
  private static let rivalShare = 0.6
  private static let rivalDistance = 4
  /// Days between two articles on one matter, at most, where a date and a weekday agree.
  private static let mostDaysApart = 30
  /// What a quotation counts for that two reports of one day both print, and from which on they are of one matter
  /// where it is the only one.
  private static let quoted = 1.5
  private static let leastBesideQuotation = 1.5
  /// Days on which one reading of the weekdays holds, at most.
  private static let week = 7

  private let articles: [AnnotatedArticle]
  private let entities: EntityLinks
  private let published: [Claim<EDTF>?]
  /// What was read of the articles, for who reads them next.
  private(set) var shelf: ToldSentence.Shelf
  private var quoted: QuotedTogether

  init(
    published: [Claim<EDTF>?], shelf: ToldSentence.Shelf, quotes: QuoteReader
  ) {
    (articles, entities) = (shelf.articles, shelf.entities)
    quoted = QuotedTogether(articles: articles, entities: entities, reader: quotes)
    self.published = published
    self.shelf = shelf
  }

  /// A claim for each article that has none, where the days that others tell leave one.
  mutating func claims() -> [Int: Claim<EDTF>] {
    let undated = articles.indices.filter { published[$0] == nil && !articles[$0].times.isEmpty }
    guard !undated.isEmpty else { return [:] }
    let matter = MatterPartners(
      articles: articles, entities: entities, published: published,
      counts: { $0.kind == .person || $0.kind == .organization }, fewestShared: Self.fewestShared)
    var claims: [Int: Claim<EDTF>] = [:]
    for (number, partners) in matter.nearest(to: undated) {
      claims[number] = claim(for: number, beside: partners) ?? claimOfYear(for: number, beside: partners)
    }
    return claims
  }

  /// The day whose date and weekday an article tells, in the year of those on its matter.
  private func claimOfYear(for number: Int, beside partners: [Int]) -> Claim<EDTF>? {
    let clues = DateClues(articles[number])
    guard let opening = clues.weekdays.first else {
      return claimOfFullDay(for: number, clues, beside: partners)
    }
    var found: [CalendarDay: (own: Int, partner: Int)] = [:]
    for partner in partners {
      guard let published = published[partner]?.value.day else { continue }
      for told in clues.monthDays where abs(told.sentence - opening.sentence) <= DateClues.besideSentences {
        for day in told.value.days(within: Self.mostDaysApart, of: published)
        where day.weekday == opening.value {
          found[day] = found[day] ?? (told.sentence, partner)
        }
      }
    }
    guard found.count == 1, let (day, proof) = found.first,
      Self.firstDay(of: articles[number]).map({ day >= $0 }) ?? true
    else { return nil }
    let evidence = [(number, opening.sentence), (number, proof.own), (proof.partner, 0)].compactMap {
      articles[$0].citation(ofSentence: $1)
    }
    return ArticleDating().bounds(
      on: ArticleDating.EventDay(
        day: day, rule: Rule("weekday+month-day+year-of-same-matter"), evidence: Set(evidence).sorted()),
      clues)
  }

  /// The day that an article opens with by its weekday and its date, "On Thursday 12 April", in the year of those on its
  /// matter, where it tells no other by the weekday alone.
  private func claimOfFullDay(for number: Int, _ clues: DateClues, beside partners: [Int]) -> Claim<EDTF>? {
    guard let opening = clues.openingFullDay else { return nil }
    var found: [CalendarDay: Int] = [:]
    for partner in partners {
      guard let published = published[partner]?.value.day else { continue }
      for day in opening.value.day.days(within: Self.mostDaysApart, of: published)
      where day.weekday == opening.value.weekday {
        found[day] = found[day] ?? partner
      }
    }
    guard found.count == 1, let (day, partner) = found.first,
      Self.firstDay(of: articles[number]).map({ day >= $0 }) ?? true
    else { return nil }
    let evidence = [(number, opening.sentence), (partner, 0)].compactMap {
      articles[$0].citation(ofSentence: $1)
    }
    return ArticleDating().bounds(
      on: ArticleDating.EventDay(
        day: day, rule: Rule("weekday+month-day+year-of-same-matter"), evidence: Set(evidence).sorted()),
      clues)
  }

  private mutating func claim(for number: Int, beside partners: [Int]) -> Claim<EDTF>? {
    let calendar = calendar(of: partners)
    let placings = placings(of: number, under: calendar.candidateDays, on: calendar)
    guard let best = placings.max(by: { $0.isLess(than: $1) }), best.isEnough else { return nil }
    let run = placings.drop { $0.day < best.day }.prefix { $0.isAsGood(as: best) }
    guard let last = run.last?.day, last.serial - best.day.serial == run.count - 1,
      !placings.contains(where: { $0.isRival(of: best, lasting: last) })
    else { return nil }
    return claim(from: best, lasting: last, DateClues(articles[number]))
  }

  /// The days of appearance from the last told one that has happened, or the report's own.
  private func claim(from best: Placing, lasting last: CalendarDay, _ clues: DateClues) -> Claim<EDTF> {
    let told = best.meetings.filter { !$0.isAhead }.map(\.day).max()
    let first = told.map { max(best.day, min(last, ArticleDating().firstDay(on: $0, clues))) } ?? best.day
    var value = EDTF.date(CalendarDate(first))
    // "Today" tells one day; what is told by the weekday alone may have been printed on the day behind it.
    if !best.isPinned || first != last {
      let isOneWeek = last.serial - best.day.serial < Self.week
      value = .interval(
        from: CalendarDate(first), to: isOneWeek ? CalendarDate(max(last, first.adding(days: 1))) : nil)
    }
    return Claim(
      value, basis: .inferred, rule: Self.rule, evidence: best.evidence(in: articles))
  }

  // MARK: What the others tell

  /// What dated articles tell, by the day.
  private struct ToldDays {
    var sentences: [CalendarDay: [ToldSentence]] = [:]
    /// The articles that report what was on a day, as their first sentences tell.
    var reports: [CalendarDay: [Int]] = [:]
    var weights = ToldSentence.Weights()
    /// The days on which an article on the matter can have appeared.
    var candidateDays: Set<CalendarDay> = []
  }

  private mutating func calendar(of partners: [Int]) -> ToldDays {
    var calendar = ToldDays()
    for number in partners {
      guard let published = published[number]?.value.day else { continue }
      calendar.candidateDays.formUnion(Self.reach.map(published.adding(days:)))
      let sentences = shelf.sentences(of: number)
      for sentence in sentences { calendar.weights.add(sentence) }
      let values = TimeResolver().times(of: articles[number].times, published: EDTF(published))
      if let lead = Self.leadTime(of: articles[number]), let day = values[lead].edtf?.day,
        published == day || published == day.adding(days: 1)
      {
        calendar.reports[day, default: []].append(number)
      }
      for (time, value) in zip(articles[number].times, values) {
        guard let day = value.edtf?.day, sentences.indices.contains(time.sentence),
          abs(day.serial - published.serial) < Self.mostDaysTold
        else { continue }
        calendar.candidateDays.formUnion(Self.freshDays.map(day.adding(days:)))
        calendar.sentences[day, default: []].append(sentences[time.sentence])
      }
    }
    return calendar
  }

  // MARK: What the article tells

  /// A sentence that meets another article's on a day.
  private struct Meeting {
    let day: CalendarDay
    let own: ToldSentence
    let other: ToldSentence
    let closeness: Double
    let time: TimeExpression

    /// Whether both sentences tell something of one kind, or one of them nothing of any.
    var mayBeOfOneKind: Bool {
      own.kinds.isEmpty || other.kinds.isEmpty || !own.kinds.isDisjoint(with: other.kinds)
    }

    /// Whether it tells what is to come.
    var isAhead: Bool { time.direction == .future }
    /// Whether it tells the day by the report's own: "today".
    var isBesideReport: Bool { DayAlignment.isBesideReport(time.meaning) }
  }

  /// What of an article meets others, were it published on a day.
  private struct Placing {
    let day: CalendarDay
    /// One for each sentence of the others, in the order of their own.
    let meetings: [Meeting]
    let score: Double
    /// How many of them tell what had happened by then, or was to come.
    private let inOrder: Int

    init(day: CalendarDay, meetings: [Meeting]) {
      self.day = day
      self.meetings = meetings
      score = meetings.reduce(0) { $0 + $1.closeness }
      inOrder = meetings.count { $0.isAhead == ($0.day > day) }
    }

    var isPinned: Bool { meetings.contains(where: \.isBesideReport) }

    func isAsGood(as other: Placing) -> Bool { score == other.score && inOrder == other.inOrder }

    /// Whether the other is better, or earlier and as good.
    func isLess(than other: Placing) -> Bool {
      (score, inOrder, other.day) < (other.score, other.inOrder, day)
    }

    var isEnough: Bool {
      meetings.count > 1 || meetings.contains { $0.closeness >= DayAlignment.leastAlone && $0.mayBeOfOneKind }
    }

    func isRival(of best: Placing, lasting last: CalendarDay) -> Bool {
      let isFar =
        day.serial <= best.day.serial - DayAlignment.rivalDistance
        || day.serial >= last.serial + DayAlignment.rivalDistance
      return isFar && score > DayAlignment.rivalShare * best.score
    }

    func evidence(in articles: [AnnotatedArticle]) -> [Citation] {
      let closest = meetings.max { $0.closeness < $1.closeness }
      return Set(
        [closest?.own, closest?.other].compactMap { $0?.place }.compactMap {
          articles[$0.article].citation(ofSentence: $0.sentence)
        }
      ).sorted()
    }
  }

  /// What the article tells under each day on which it can have appeared, rising.
  private mutating func placings(of number: Int, under days: Set<CalendarDay>, on calendar: ToldDays)
    -> [Placing]
  {
    let article = articles[number]
    let first = Self.firstDay(of: article)
    let days = days.sorted().filter { day in first.map { day >= $0 } ?? true }
    let times = days.map { TimeResolver().times(of: article.times, published: EDTF($0)).map(\.edtf?.day) }
    let moving = article.times.indices.filter { time in
      Self.movesWithReport(article.times[time].meaning) && Set(times.map { $0[time] }).count > 1
    }
    guard !moving.isEmpty else { return [] }
    let doubled = Self.doubled(article.times)
    let lead = Self.leadTime(of: article)
    let sentences = shelf.sentences(of: number)
    var known: [ToldDayOfSentence: Meeting?] = [:]
    var reports: [CalendarDay: Meeting?] = [:]
    return zip(days, times).map { published, told in
      var meetings: [Meeting] = []
      guard doubled.allSatisfy({ told[$0] == told[$0 + 1] }) else {
        return Placing(day: published, meetings: [])
      }
      for index in moving {
        guard let day = told[index], sentences.indices.contains(article.times[index].sentence) else {
          continue
        }
        let key = ToldDayOfSentence(time: index, day: day)
        let meeting =
          known[key]
          ?? self.meeting(
            of: sentences[article.times[index].sentence], on: day, told: article.times[index], calendar)
        known[key] = meeting
        if let meeting { meetings.append(meeting) }
        guard index == lead else { continue }
        let report =
          reports[day] ?? report(like: number, on: day, told: article.times[index], calendar)
        reports[day] = report
        if let report { meetings.append(report) }
      }
      return Placing(day: published, meetings: Self.closest(meetings))
    }
  }

  /// Bytes between a weekday and the same day's date: "on Monday (May 4)".
  private static let doubledGap = 3

  /// The times that tell a day by its weekday, and the next one by its date.
  private static func doubled(_ times: [TimeExpression]) -> [Int] {
    times.indices.dropLast().filter { index in
      guard case .slot(.weekday, .nearest) = times[index].meaning,
        case .slot(.monthDay, .nearest) = times[index + 1].meaning,
        times[index].sentence == times[index + 1].sentence
      else { return false }
      return times[index + 1].range.lowerBound - times[index].range.upperBound <= doubledGap
    }
  }

  private struct ToldDayOfSentence: Hashable {
    let time: Int
    let day: CalendarDay
  }

  /// The first day on which an article can have appeared: the day before the last time that it tells with its year, but
  /// for what is to come.
  private static func firstDay(of article: AnnotatedArticle) -> CalendarDay? {
    article.times.compactMap { time -> CalendarDay? in
      guard time.direction != .future, case .absolute(let value) = time.meaning else { return nil }
      return value.firstDay
    }.max()?.adding(days: -1)
  }

  /// Whether a time counts from the day of publication: "on Tuesday", "May 4", "yesterday".
  private static func movesWithReport(_ meaning: TimeMeaning) -> Bool {
    switch meaning {
    case .slot(.weekday, .nearest), .slot(.weekday, .pointed(_, from: .publication)),
      .slot(.monthDay, .nearest),
      .slot(.weekdayMonthDay, .nearest):
      true
    case .timeOfDay(_, let day?), .part(_, let day), .approximate(let day): movesWithReport(day)
    default: isBesideReport(meaning)
    }
  }

  private static func isBesideReport(_ meaning: TimeMeaning) -> Bool { ToldDay(meaning) == .besideReport }

  /// The closest that others tell of a day; "yesterday", which pins one day of publication, has to be of one kind with
  /// it.
  private func meeting(
    of own: ToldSentence, on day: CalendarDay, told time: TimeExpression, _ calendar: ToldDays
  ) -> Meeting? {
    var best: Meeting?
    for other in calendar.sentences[day] ?? [] {
      if Self.isBesideReport(time.meaning), own.kinds.isDisjoint(with: other.kinds) { continue }
      let closeness = calendar.weights.closeness(of: own, to: other)
      guard closeness >= Self.least, best.map({ $0.closeness < closeness }) ?? true else { continue }
      best = Meeting(day: day, own: own, other: other, closeness: closeness, time: time)
    }
    return best
  }

  /// The time by which an article tells in its first sentences when that was which it reports.
  private static func leadTime(of article: AnnotatedArticle) -> Int? {
    article.times.firstIndex { movesWithReport($0.meaning) }.flatMap { index in
      article.times[index].sentence < DateClues.leadLength && article.times[index].direction != .future
        ? index : nil
    }
  }

  /// The report of a day that prints most of what the article quotes, which tells of the day by a time of its own.
  private mutating func report(
    like number: Int, on day: CalendarDay, told time: TimeExpression, _ calendar: ToldDays
  ) -> Meeting? {
    let own = lead(of: number)
    var best: Meeting?
    for other in calendar.reports[day] ?? [] {
      let count = quoted.count(in: number, and: other)
      guard count.quotations > 0 else { continue }
      let lead = lead(of: other)
      let closeness = calendar.weights.closeness(of: own, to: lead)
      guard count.quotations > 1 || count.hasLong || closeness >= Self.leastBesideQuotation else {
        continue
      }
      let sum = closeness + Double(count.quotations) * Self.quoted
      guard best.map({ $0.closeness < sum }) ?? true else { continue }
      best = Meeting(day: day, own: own, other: lead, closeness: sum, time: time)
    }
    return best
  }

  private mutating func lead(of number: Int) -> ToldSentence {
    ToldSentence(merging: shelf.sentences(of: number).prefix(DateClues.leadLength))
  }

  /// One meeting for each sentence of the article, and for each of the others.
  private static func closest(_ meetings: [Meeting]) -> [Meeting] {
    var own: Set<ToldSentence.Place> = []
    var others: Set<ToldSentence.Place> = []
    var closest: [Meeting] = []
    for meeting in meetings.sorted(by: { $0.closeness > $1.closeness })
    where !own.contains(meeting.own.place) && !others.contains(meeting.other.place) {
      own.insert(meeting.own.place)
      others.insert(meeting.other.place)
      closest.append(meeting)
    }
    return closest.sorted { $0.own.place < $1.own.place }
  }
}
