import DossierModel
import DossierSource

/// Finds the year of days that an article without a date tells by month and day: that in which dated articles on its
/// matter tell the same days, and what it tells beside them.
///
/// An article is not older than what it tells, so that these days bound its own date; where one of them is the day that
/// it opens with by its weekday, they give it.
struct YearsOfMatter {
  /// What the days of an article come to.
  struct Finding {
    /// The days that it tells, with their year, from the first to the last; nil where only its own year is known.
    let days: ClosedRange<CalendarDay>?
    /// Its date, as far as they give it; nil where another is as good.
    let claim: Claim<EDTF>?
  }

  /// Persons and bodies whom two articles on one matter both name, at least.
  private static let fewestShared = 2
  /// Days from the first that others tell too to the last, at most: of more years than one none is the article's.
  private static let longestStretch = 365
  /// Days before and behind those that others tell too within which a day is of the same year.
  ///
  /// What lies ten months back is not told by month and day alone; further behind, a weekday beside the day has to agree.
  private static let near = (before: 30, behind: 62, behindWithWeekday: 200)
  /// How close two sentences are that tell of one thing, where their articles have one day in common.
  static let leastAlone = 1.5
  /// Articles that tell one day, at least, for it to be known whatever they say of it.
  private static let fewestTellers = 2

  let articles: [AnnotatedArticle]
  let entities: EntityLinks
  let published: [Claim<EDTF>?]
  var shelf: ToldSentence.Shelf

  init(published: [Claim<EDTF>?], shelf: ToldSentence.Shelf) {
    (articles, entities) = (shelf.articles, shelf.entities)
    self.published = published
    self.shelf = shelf
  }

  /// What the days of each article come to that has no date, or one that is known only in bounds.
  mutating func findings() -> [Int: Finding] {
    let open = articles.indices.filter { number in
      (published[number].map { $0.basis == .inferred && $0.value.day == nil } ?? true)
        && !articles[number].times.isEmpty
    }
    guard !open.isEmpty else { return [:] }
    let matter = MatterPartners(
      articles: articles, entities: entities, published: published,
      counts: { $0.kind == .person || $0.kind == .organization }, fewestShared: Self.fewestShared)
    var findings: [Int: Finding] = [:]
    for (number, partners) in matter.nearest(to: open) {
      findings[number] = finding(for: number, beside: partners)
    }
    return findings
  }

  // MARK: The days that others tell too

  /// A day that an article tells without its year, and another with it.
  private struct Anchor {
    let day: CalendarDay
    let own: Citation
    var other: Citation?
    /// Whether the article tells it as past, so that it cannot be older.
    var isPast = true
  }

  private mutating func finding(for number: Int, beside partners: [Int]) -> Finding? {
    let clues = DateClues(articles[number])
    let others = days(toldBy: partners)
    if let finding = findingAYearLater(for: number, clues, others) { return finding }
    let finding = findingOfDays(for: number, clues, others)
    guard finding?.claim?.value.lastDay == nil else { return finding }
    return findingDaysLater(for: number, clues, others) ?? finding
  }

  /// What the days come to that others tell too.
  private mutating func findingOfDays(for number: Int, _ clues: DateClues, _ others: ToldDays) -> Finding? {
    let anchors = anchors(of: number, clues, others) + ownBound(of: number)
    guard let first = anchors.map(\.day).min(), let last = anchors.map(\.day).max(),
      last.serial - first.serial <= Self.longestStretch,
      clues.latestYear.map({ $0.value <= last.year + 1 }) ?? true
    else { return nil }
    let told = anchors + besides(first...last, of: number, clues)
    let days = told.map(\.day)
    guard let earliest = days.min(), let last = days.max() else { return nil }
    return Finding(
      days: earliest...last,
      claim: claim(
        for: number, clues, not: told.filter(\.isPast).max { $0.day < $1.day }, within: first...last,
        proof: anchors))
  }

  /// The days told without a year that dated articles tell of one year only: two, or one that both tell of one thing.
  private mutating func anchors(of number: Int, _ clues: DateClues, _ others: ToldDays) -> [Anchor] {
    var found: [Anchor] = []
    var isSure = false
    for clue in clues.monthDays {
      guard let known = known(clue, by: number, others) else { continue }
      isSure = isSure || known.isSure
      found.append(Anchor(day: known.day, own: known.own, other: known.other, isPast: clue.isPast))
    }
    return isSure || Set(found.map(\.day)).count > 1 ? found : []
  }

  /// A day with its year, as others tell it.
  struct KnownDay {
    let day: CalendarDay
    let own: Citation
    let other: Citation?
    /// Whether two others tell it, or one tells the same of it.
    let isSure: Bool
  }

  /// A day that an article tells without its year, in the one year in which most others tell it.
  mutating func known(
    _ clue: DateClues.Clue<DateClues.MonthDay>, by number: Int, _ others: ToldDays
  ) -> KnownDay? {
    let own = shelf.sentences(of: number)
    guard own.indices.contains(clue.sentence),
      let citation = articles[number].citation(ofSentence: clue.sentence),
      let tellings = mostTold(others.tellings[clue.value] ?? [])
    else { return nil }
    let closeness = tellings.map { others.weights.closeness(of: own[clue.sentence], to: $0.sentence) }
    guard let (closest, most) = zip(tellings, closeness).max(by: { $0.1 < $1.1 }) else { return nil }
    let place = closest.sentence.place
    return KnownDay(
      day: closest.day, own: citation, other: articles[place.article].citation(ofSentence: place.sentence),
      isSure: tellers(of: tellings) >= Self.fewestTellers || most >= Self.leastAlone)
  }

  /// The tellings of the year in which more articles tell a day than in any other; nil where two are told by as many.
  private func mostTold(_ tellings: [Telling]) -> [Telling]? {
    let years = Dictionary(grouping: tellings, by: \.day).values.map { (tellers(of: $0), $0) }
    guard let most = years.max(by: { $0.0 < $1.0 }), years.count(where: { $0.0 == most.0 }) == 1 else {
      return nil
    }
    return most.1
  }

  private func tellers(of tellings: [Telling]) -> Int { Set(tellings.map(\.sentence.place.article)).count }

  /// The first day on which the article can have appeared, as far as others gave it.
  private func ownBound(of number: Int) -> [Anchor] {
    guard let claim = published[number], let day = claim.value.firstDay, let proof = claim.evidence.first
    else { return [] }
    return [Anchor(day: day, own: proof)]
  }

  /// A day that a dated article tells.
  struct Telling {
    let day: CalendarDay
    let sentence: ToldSentence
  }

  /// What dated articles tell of days, by month and day, and how much their words and names tell.
  struct ToldDays {
    var tellings: [DateClues.MonthDay: [Telling]] = [:]
    var weights = ToldSentence.Weights()
  }

  private mutating func days(toldBy partners: [Int]) -> ToldDays {
    var told = ToldDays()
    for number in partners {
      let sentences = shelf.sentences(of: number)
      for sentence in sentences { told.weights.add(sentence) }
      let times = TimeResolver().times(of: articles[number].times, published: published[number]?.value)
      for (time, value) in zip(articles[number].times, times) {
        guard let day = value.edtf?.day, sentences.indices.contains(time.sentence) else { continue }
        told.tellings[DateClues.MonthDay(day), default: []].append(
          Telling(day: day, sentence: sentences[time.sentence]))
      }
    }
    return told
  }

  /// The other days told as past, where they lie near those that others tell too.
  private func besides(_ anchored: ClosedRange<CalendarDay>, of number: Int, _ clues: DateClues) -> [Anchor] {
    let bare = clues.monthDays.filter { $0.isPast && $0.saysWhen }.map {
      (day: $0.value, weekday: Int?.none, sentence: $0.sentence)
    }
    let full = clues.fullDays.filter(\.isPast).map {
      (day: $0.value.day, weekday: Int?.some($0.value.weekday), sentence: $0.sentence)
    }
    return (bare + full).compactMap { told in
      let behind = told.weekday == nil ? Self.near.behind : Self.near.behindWithWeekday
      let near =
        anchored.lowerBound.adding(days: -Self.near.before)...anchored.upperBound.adding(days: behind)
      let days = told.day.days(within: Self.longestStretch, of: anchored.upperBound)
        .filter { near.contains($0) && (told.weekday ?? $0.weekday) == $0.weekday }
      guard days.count == 1, let citation = articles[number].citation(ofSentence: told.sentence) else {
        return nil
      }
      return Anchor(day: days[0], own: citation)
    }
  }

  // MARK: The article's own date

  /// The day that the article opens with; or else no more than that it is not older than the last day that it tells,
  /// where the date that it has says less, or something else.
  private func claim(
    for number: Int, _ clues: DateClues, not latest: Anchor?, within anchored: ClosedRange<CalendarDay>,
    proof anchors: [Anchor]
  ) -> Claim<EDTF>? {
    if let known = published[number], !mayBeGivenUp(known) || !isOlder(known.value, than: latest?.day) {
      return nil
    }
    let proofs = anchors.flatMap { [$0.own, $0.other] }.compactMap(\.self).prefix(2)
    func dated(_ anchor: Anchor, _ rule: Rule) -> Claim<EDTF> {
      ArticleDating().bounds(
        on: ArticleDating.EventDay(
          day: anchor.day, rule: rule, evidence: Set([anchor.own] + proofs).sorted()), clues)
    }
    let first = latest?.day ?? anchored.lowerBound
    if let opening = clues.openingWeekday {
      if let day = countedDay(of: number, clues, to: opening, from: anchors, after: first) {
        return dated(day, Rule("weekday+counted-days"))
      }
      if let day = openingDay(of: number, clues, opening, after: first, within: anchored, anchors) {
        return dated(day, Rule("weekday+month-day+year-of-same-matter"))
      }
    }
    return latest.map {
      Claim(
        .interval(from: CalendarDate($0.day), to: nil), basis: .inferred, rule: ArticleDating.notBefore,
        evidence: Set([$0.own] + proofs).sorted())
    }
  }

  /// Whether nothing but what two articles tell of one day gave a date, or it has no end.
  private func mayBeGivenUp(_ claim: Claim<EDTF>) -> Bool {
    claim.value.lastDay == nil || ArticleDating.isOfOneEvent(claim) || claim.rule == DayAlignment.rule
  }

  /// Whether a date lies before a day that the article tells as past, or may do so.
  private func isOlder(_ known: EDTF, than latest: CalendarDay?) -> Bool {
    guard let latest, let first = known.firstDay else { return false }
    return (known.lastDay ?? first) < latest
  }

  /// The day that stands beside the weekday that an article opens with, and is that weekday.
  private func openingDay(
    of number: Int, _ clues: DateClues, _ opening: DateClues.Clue<Int>, after latest: CalendarDay,
    within anchored: ClosedRange<CalendarDay>, _ anchors: [Anchor]
  ) -> Anchor? {
    let known = Dictionary(
      anchors.map { (DateClues.MonthDay($0.day), $0.day) }, uniquingKeysWith: { first, _ in first })
    let days = clues.monthDays
      .filter { abs($0.sentence - opening.sentence) <= DateClues.besideSentences }
      .flatMap { told in
        let days =
          known[told.value].map { [$0] }
          ?? told.value.days(within: Self.longestStretch - 1, of: anchored.lowerBound)
        return days.map { (day: $0, told.sentence) }
      }
      .filter { $0.day.weekday == opening.value && $0.day >= latest }
    guard Set(days.map(\.day)).count == 1, let citation = articles[number].citation(ofSentence: days[0].1)
    else { return nil }
    return Anchor(day: days[0].day, own: citation)
  }

  /// The weekday that the article opens with, where it is so many days behind a day as the sentence that tells that day
  /// counts: "on Tuesday", "nine days after the vote of 1 October".
  private func countedDay(
    of number: Int, _ clues: DateClues, to opening: DateClues.Clue<Int>, from anchors: [Anchor],
    after latest: CalendarDay
  ) -> Anchor? {
    var found: Set<CalendarDay> = []
    var proof: Citation?
    for count in clues.counts {
      guard let own = articles[number].citation(ofSentence: count.sentence) else { continue }
      for anchor in anchors where anchor.own == own {
        let day = anchor.day.adding(days: count.value)
        guard day.weekday == opening.value, day >= latest else { continue }
        found.insert(day)
        proof = own
      }
    }
    guard found.count == 1, let day = found.first, let proof else { return nil }
    return Anchor(day: day, own: proof)
  }
}
