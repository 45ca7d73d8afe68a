import DossierModel
import DossierSource

/// Joins what several articles tell of one happening.
///
/// A candidate is compared only with clusters that lie in one of its blocks: a stretch of the calendar together with a
/// party, or with a rare word. It joins the best of those that fit in time and have enough in common.
struct EventMerger: Sendable {
  /// Tellings of one happening, with the signals that joined them.
  struct Cluster: Sendable {
    var candidates: [EventCandidate]
    /// The most exact time that a telling gives.
    var when: EventCandidate.When?
    /// The weekday that is all the tellings say of the time.
    var weekday: Int?
    /// Participants, and the countries that the persons among them act for; rising.
    var parties: [Int32]
    /// The persons whom some telling names.
    var persons: Set<Int32>
    /// Content words of the first telling, and those of at least two others; rising.
    ///
    /// Not those of any: a cluster would grow by whatever its last telling adds, from one matter to the next.
    var words: [UInt32]
    /// Content words of all tellings; rising.
    var allWords: [UInt32]
    var classes: EventKinds
    /// The words that tell it, as content words.
    var triggers: Set<UInt32>
    var numbers: Set<Double>
    var places: Set<Int32>
    var hasReport: Bool
    /// Whether all of them tell a day well behind their articles.
    var isLongPast: Bool
    var signals: Set<Rule> = []

    /// Whether it is one article's report, on no day but that of its publication.
    var isOnlySupposed: Bool { candidates.count == 1 && hasReport && when?.isSupposed ?? false }

    /// Whether one article alone tells it in passing, and only by a weekday: too little for an event of its own.
    var isLoose: Bool {
      when == nil && weekday != nil && Set(candidates.map(\.article)).count == 1
        && !candidates.contains { $0.isMain || $0.status == .planned }
    }
  }

  /// Clusters of one block that are compared with a candidate, the newest first.
  static let blockLimit = 32
  /// Content words that a telling has at least where another in the same words is one with it.
  ///
  /// "The company was founded in 2009" is of many companies; where the articles tell of one event already, few words
  /// are enough.
  private static let sameWords = (alone: 6, besideAnEvent: 3)
  /// Tellings of a cluster that are looked at for the same words, the newest.
  static let tellingLimit = 8
  /// Content words that a cluster is compared by at most.
  private static let wordLimit = 120

  private let countryOfPerson: [Int32: Int32]
  let kinds: Classes
  /// Those that say nothing of what kind an event is: of speech, and of verbs of no kind.
  let openKinds: EventKinds
  /// Whom so many articles of the corpus name that they tell nothing of which event is meant.
  private var commonParties: Set<Int32> = []
  /// The day, since 1970, on which most of the corpus tells of harm.
  private var dayOfHarm: Int?
  private(set) var clusters: [Cluster] = []
  var blocks: [UInt64: [Int32]] = [:]
  let reportedDays: ReportedDays
  /// Of each article: the persons and bodies that it names.
  private let named: [Set<Int32>]
  /// Pairs of articles that print the same words of one speaker.
  private let quotedTogether: Set<UInt64>
  /// How many things of a kind an article tells of a day.
  private var tellings: [KindOfDay: Int] = [:]
  /// Pairs of articles that tell of one event, the one with the smaller number in the high half.
  private var companions: Set<UInt64> = []

  /// What happened of one kind on a day, as an article tells it.
  private struct KindOfDay: Hashable {
    let article: Int
    let day: Int
    let kind: EventKinds
  }

  /// Persons and bodies that two articles on one matter both name, at least.
  private static let fewestNamed = 2

  init(
    countryOfPerson: [Int32: Int32], classes: Classes, reportedDays: ReportedDays, named: [Set<Int32>] = [],
    quotedTogether: Set<UInt64> = []
  ) {
    self.quotedTogether = quotedTogether
    self.countryOfPerson = countryOfPerson
    self.named = named
    self.reportedDays = reportedDays
    kinds = classes
    openKinds = classes.speech.union(classes.none)
  }

  /// Adds candidates in the order in which they are to find each other.
  ///
  /// Those with exact times come first: a vague one then finds the day it belongs to, not the other way round.
  mutating func add(_ candidates: [EventCandidate]) {
    let articles = Set(candidates.map(\.article)).count
    commonParties = Self.commonParties(
      of: candidates, above: max(Self.fewestArticles, articles / Self.partyShare))
    dayOfHarm = dayOfHarm(among: candidates)
    for candidate in candidates {
      for kind in kindsOfDay(candidate) { tellings[kind, default: 0] += 1 }
    }
    for exactness in EventCandidate.Exactness.allCases {
      for candidate in candidates where candidate.exactness == exactness { add(candidate) }
    }
    var joined = joinReportsOfNextDay()
    joined.formUnion(joinRetellings(without: joined))
    joined.formUnion(joinTelltales(without: joined))
    joined.formUnion(joinParted(without: joined))
    clusters = clusters.indices.filter { !joined.contains($0) }.map { clusters[$0] }
    clusters.removeAll(where: \.isLoose)
  }

  /// The kinds of what a candidate tells, with its day; none where it tells no day.
  private func kindsOfDay(_ candidate: EventCandidate) -> [KindOfDay] {
    guard let when = candidate.when, when.isDay, !when.isSupposed, let day = when.first else { return [] }
    return candidate.triggerClasses.subtracting(openKinds).each.map {
      KindOfDay(article: candidate.article, day: day, kind: $0)
    }
  }

  /// Whether a candidate and a cluster are the only things of one kind that their articles, on one matter, tell of a day,
  /// of no other kind too, and name no others each.
  private func isOneOfItsKind(_ candidate: EventCandidate, in cluster: Cluster) -> Bool {
    guard let kind = onlyKind(of: candidate), !Self.areOthers(cluster.persons, candidate.persons) else {
      return false
    }
    return isOfOneMatter(candidate, as: cluster)
      && cluster.candidates.suffix(Self.tellingLimit).allSatisfy {
        $0.article != candidate.article && onlyKind(of: $0) == kind
      }
  }

  /// Whether each of two tells of some, and of none whom the other tells of.
  static func areOthers(_ left: Set<Int32>, _ right: some Collection<Int32>) -> Bool {
    !left.isEmpty && !right.isEmpty && left.isDisjoint(with: right)
  }

  /// Whether a candidate's article names persons and bodies that each of a cluster's articles names.
  private func isOfOneMatter(_ candidate: EventCandidate, as cluster: Cluster) -> Bool {
    guard named.indices.contains(candidate.article) else { return false }
    return cluster.candidates.suffix(Self.tellingLimit).allSatisfy { other in
      other.article == candidate.article
        || named.indices.contains(other.article)
          && named[other.article].intersection(named[candidate.article]).subtracting(commonParties).count
            >= Self.fewestNamed
    }
  }

  /// The kind of a telling of one kind, where its article tells nothing else of that kind on its day.
  private func onlyKind(of candidate: EventCandidate) -> EventKinds? {
    let kinds = kindsOfDay(candidate)
    guard let only = kinds.first, kinds.count == 1, tellings[only] == 1 else { return nil }
    return only.kind
  }

  /// Articles that may name a party before it is a common one, and the share of them that it then takes.
  private static let fewestArticles = 8
  private static let partyShare = 5

  /// The parties that more articles than a bound name.
  private static func commonParties(of candidates: [EventCandidate], above bound: Int) -> Set<Int32> {
    var counts: [Int32: (last: Int, count: Int)] = [:]
    for candidate in candidates {
      for party in candidate.participants {
        let before = counts[party, default: (-1, 0)]
        if before.last != candidate.article { counts[party] = (candidate.article, before.count + 1) }
      }
    }
    return Set(counts.filter { $0.value.count > bound }.keys)
  }

  /// Articles that tell of harm on a day, at least, for it to be the day of the matter.
  private static let fewestTellHarm = 3

  /// Whether a candidate may be of what a day has once: a vote, or the harm of the matter.
  func mayBeOneOfTheDay(_ candidate: EventCandidate) -> Bool {
    !candidate.triggerClasses.isDisjoint(with: kinds.polls)
      || dayOfHarm != nil && candidate.when?.first == dayOfHarm
  }

  /// The day of which more articles tell harm than of all others together.
  private func dayOfHarm(among candidates: [EventCandidate]) -> Int? {
    var tellers: [Int: Set<Int>] = [:]
    for candidate in candidates where !candidate.triggerClasses.isDisjoint(with: kinds.harm) {
      guard let when = candidate.when, when.isDay, !when.isSupposed, let day = when.first else { continue }
      tellers[day, default: []].insert(candidate.article)
    }
    let all = tellers.reduce(0) { $0 + $1.value.count }
    return tellers.first { $0.value.count >= Self.fewestTellHarm && 2 * $0.value.count > all }?.key
  }

  func telling(_ candidate: EventCandidate) -> Telling {
    let parties = parties(of: candidate)
    let classes = candidate.triggerClasses.subtracting(kinds.speech)
    return Telling(
      candidate: candidate, parties: parties, commonParties: parties.filter(commonParties.contains),
      kinds: classes, singleKinds: classes.intersection(kinds.single),
      isOfHarm: !classes.isDisjoint(with: kinds.harm), isOfSomeKind: !classes.isSubset(of: openKinds),
      persons: candidate.persons.sorted())
  }

  /// Joins reports that name no day, and that nobody else tells of the day they were printed on, to what others tell of
  /// the day before; gives the numbers of the clusters that they were.
  private mutating func joinReportsOfNextDay() -> Set<Int> {
    var joined: Set<Int> = []
    for number in clusters.indices where clusters[number].isOnlySupposed {
      let telling = telling(clusters[number].candidates[0])
      guard let day = telling.candidate.when?.first else { continue }
      guard let best = Self.best(of: fitting(telling, in: [Periods.day(day - 1)])) else { continue }
      join(telling, to: best.cluster, as: best.likeness)
      joined.insert(number)
    }
    return joined
  }

  private mutating func add(_ candidate: EventCandidate) {
    let telling = telling(candidate)
    let periods = Periods(of: candidate, reportedDays)
    let fitting = fitting(telling, in: periods.sought)
    let best = Self.best(of: fitting).flatMap { isOpen(among: fitting, $0) ? nil : $0 }
    let number = best?.cluster ?? clusters.count
    if let best {
      join(telling, to: best.cluster, as: best.likeness)
    } else {
      clusters.append(
        Cluster(
          candidates: [candidate], when: candidate.when, weekday: candidate.weekday, parties: telling.parties,
          persons: candidate.persons,
          words: candidate.words,
          allWords: candidate.words, classes: candidate.triggerClasses, triggers: candidate.triggers,
          numbers: candidate.numbers,
          places: Set([candidate.place].compactMap { $0 }),
          hasReport: candidate.isMain, isLongPast: candidate.isLongPast))
    }
    list(telling, under: number, in: periods)
  }

  /// Lists a cluster under the periods of a telling, with all that it may be found by.
  mutating func list(_ telling: Telling, under cluster: Int) {
    list(telling, under: cluster, in: Periods(of: telling.candidate, reportedDays))
  }

  private mutating func list(_ telling: Telling, under cluster: Int, in periods: Periods) {
    for period in periods.listed {
      for key in Self.keys(period, telling)
      where blocks[key]?.last != Int32(cluster) {
        blocks[key, default: []].append(Int32(cluster))
      }
    }
  }

  /// A cluster that a telling may join.
  typealias Fit = (cluster: Int, likeness: Likeness)

  /// The clusters listed under periods that have enough in common with a telling.
  func fitting(_ telling: Telling, in periods: [UInt64]) -> [Fit] {
    var seen: Set<Int32> = []
    var found: [Fit] = []
    for period in periods {
      for key in Self.keys(period, telling) {
        for number in (blocks[key] ?? []).suffix(Self.blockLimit) where seen.insert(number).inserted {
          guard let likeness = likeness(of: telling, to: Int(number)), likeness.isEnough else { continue }
          found.append((Int(number), likeness))
        }
      }
    }
    return found
  }

  /// The cluster that has the most in common, the earlier of two that have as much.
  private static func best(of fitting: [Fit]) -> Fit? {
    fitting.max { ($0.likeness.score, -$0.cluster) < ($1.likeness.score, -$1.cluster) }
  }

  /// Whether the best is told by its date, and a weekday may as well be another's: as much speaks for that one, or
  /// hardly less.
  private func isOpen(among fitting: [Fit], _ best: Fit) -> Bool {
    guard best.likeness.isDatedByOther else { return false }
    let day = clusters[best.cluster].when?.first
    return fitting.contains {
      $0.likeness.isDatedByOther && clusters[$0.cluster].when?.first != day
        && $0.likeness.score + 1 >= best.likeness.score
    }
  }

  private func parties(of candidate: EventCandidate) -> [Int32] {
    let countries = candidate.participants.compactMap { countryOfPerson[$0] }
    return countries.isEmpty ? candidate.participants : Set(candidate.participants + countries).sorted()
  }

  mutating func join(_ telling: Telling, to cluster: Int, as likeness: Likeness) {
    let (candidate, parties, words) = (telling.candidate, telling.parties, telling.candidate.words)
    for other in clusters[cluster].candidates.suffix(Self.tellingLimit) {
      companions.insert(Self.pair(candidate.article, other.article))
    }
    clusters[cluster].candidates.append(candidate)
    clusters[cluster].parties = Set(clusters[cluster].parties).union(parties).sorted()
    if clusters[cluster].allWords.count < Self.wordLimit {
      let repeated = ContentWords.common(clusters[cluster].allWords, words)
      clusters[cluster].words = Set(clusters[cluster].words).union(repeated).sorted()
      clusters[cluster].allWords = Set(clusters[cluster].allWords).union(words).sorted()
    }
    clusters[cluster].persons.formUnion(candidate.persons)
    clusters[cluster].classes.formUnion(candidate.triggerClasses)
    clusters[cluster].triggers.formUnion(candidate.triggers)
    clusters[cluster].numbers.formUnion(candidate.numbers)
    if let place = candidate.place { clusters[cluster].places.insert(place) }
    clusters[cluster].hasReport = clusters[cluster].hasReport || candidate.isMain
    clusters[cluster].isLongPast = clusters[cluster].isLongPast && candidate.isLongPast
    clusters[cluster].signals.formUnion(likeness.signals)
    if let when = candidate.when, when.tellsMore(than: clusters[cluster].when) {
      clusters[cluster].when = when
    }
  }

  /// A candidate with what it is compared by, made once for all clusters of its blocks.
  struct Telling {
    let candidate: EventCandidate
    let parties: [Int32]
    let commonParties: [Int32]
    /// The classes of its trigger that make two events alike, and those of them that befall a party hardly twice a day.
    let kinds: EventKinds
    let singleKinds: EventKinds
    let isOfHarm: Bool
    /// Whether some class of its trigger says of what kind it is.
    let isOfSomeKind: Bool
    /// Those of the parties who are persons, rising.
    let persons: [Int32]
  }

  /// What a candidate has in common with a cluster; nil where their times or statuses exclude each other.
  func likeness(of telling: Telling, to cluster: Int) -> Likeness? {
    let candidate = telling.candidate
    guard clusters[cluster].candidates[0].status == candidate.status else { return nil }
    var likeness = Likeness()
    switch (candidate.when, clusters[cluster].when) {
    case (nil, nil):
      guard areOfOneWeek(candidate, as: clusters[cluster]) else { return nil }
      guard let weekday = candidate.weekday, let other = clusters[cluster].weekday else {
        likeness.isVague = true
        break
      }
      guard weekday == other else { return nil }
      likeness.isSameDay = true
      likeness.isSupposedDay = true
    case (let left?, let right?) where left.yearlessDay != nil && right.isDay:
      guard left.yearlessDay == right.monthDay else { return nil }
      likeness.isSameDay = true
      likeness.isSupposedDay = true
    case (let left?, let right?) where Self.isPrinted(left, onTheDayAfter: right):
      likeness.isPrintedNextDay = true
    case (let left?, let right?):
      guard Self.agree(left, right) else { return nil }
      let isOneOfAnyYear = left.yearlessDay != nil
      likeness.isSameDay = left.isDay && left.first == right.first && right.isDay || isOneOfAnyYear
      likeness.isVague = max(left.span, right.span) > 31 && !isOneOfAnyYear
      likeness.isSupposedDay = left.isSupposed || right.isSupposed || isOneOfAnyYear
    case (nil, let right?):
      guard right.isDay, let first = right.first, reportedDays.holds(first, for: candidate) else {
        return nil
      }
      likeness.isDatedByOther = candidate.window == nil
      likeness.isSameDay = candidate.weekday != nil
    case (_?, nil): return nil
    }
    likeness.sharedParticipants = ContentWords.shared(clusters[cluster].parties, telling.parties)
    likeness.sharedCommonParties = ContentWords.shared(clusters[cluster].parties, telling.commonParties)
    likeness.sharedPersons = ContentWords.shared(clusters[cluster].parties, telling.persons)
    likeness.isSameKind = !clusters[cluster].classes.isDisjoint(with: telling.kinds)
    likeness.isOfOtherKind =
      !likeness.isSameKind && telling.isOfSomeKind && !clusters[cluster].classes.isSubset(of: openKinds)
    likeness.sharesTrigger = !clusters[cluster].triggers.isDisjoint(with: candidate.triggers)
    likeness.isOfSingleKind = !clusters[cluster].classes.isDisjoint(with: telling.singleKinds)
    likeness.isOfHarm = telling.isOfHarm && !clusters[cluster].classes.isDisjoint(with: kinds.harm)
    likeness.isHarmOfNoKind =
      telling.isOfHarm && clusters[cluster].classes == kinds.none
      || candidate.triggerClasses == kinds.none && !clusters[cluster].classes.isDisjoint(with: kinds.harm)
    likeness.isCountedDay = candidate.when?.rule == CountedFromEvents.rule
    likeness.isOnDayOfHarm = likeness.isSameDay && dayOfHarm != nil && candidate.when?.first == dayOfHarm
    likeness.sharesNumber =
      !clusters[cluster].numbers.isDisjoint(with: candidate.numbers)
      && ContentWords.shared(clusters[cluster].allWords, candidate.words) > 0
    likeness.isSamePlace = candidate.place.map(clusters[cluster].places.contains) ?? false
    likeness.isElsewhere =
      candidate.place != nil && !likeness.isSamePlace && !clusters[cluster].places.isEmpty
    likeness.isLongPastDay = likeness.isSameDay && candidate.isLongPast && clusters[cluster].isLongPast
    likeness.sharedWords = ContentWords.shared(clusters[cluster].words, telling.candidate.words)
    likeness.isInSameWords = candidate.when != nil && isInSameWords(candidate, as: cluster)
    likeness.bothNameParties = !clusters[cluster].parties.isEmpty && !telling.parties.isEmpty
    likeness.bothMain = candidate.isMain && clusters[cluster].hasReport
    likeness.isOfReportsWithOneQuotation =
      likeness.bothMain && likeness.isSameDay
      && clusters[cluster].candidates.contains {
        $0.isMain && quotedTogether.contains(Self.pair($0.article, candidate.article))
      }
    likeness.isOfOnePoll =
      likeness.isSameDay && likeness.sharesTrigger && !candidate.triggerClasses.isDisjoint(with: kinds.polls)
      && isOfOneMatter(candidate, as: clusters[cluster])
    likeness.isOneOfItsKind =
      likeness.isSameDay && likeness.isSameKind && isOneOfItsKind(candidate, in: clusters[cluster])
    return likeness
  }

  /// Whether what is told without a day may be of one: not where the articles are not older than days far apart.
  private func areOfOneWeek(_ candidate: EventCandidate, as cluster: Cluster) -> Bool {
    guard let first = candidate.notBefore else { return true }
    return cluster.candidates.suffix(Self.tellingLimit).allSatisfy {
      $0.notBefore.map { abs($0 - first) < Self.daysOfWeek } ?? true
    }
  }

  private static let daysOfWeek = 7

  private func isInSameWords(_ candidate: EventCandidate, as cluster: Int) -> Bool {
    guard candidate.words.count >= Self.sameWords.besideAnEvent else { return false }
    // By index: a candidate holds many arrays, each of which a copy would retain.
    return clusters[cluster].candidates.indices.suffix(Self.tellingLimit).contains { other in
      clusters[cluster].candidates[other].words == candidate.words
        && (candidate.words.count >= Self.sameWords.alone
          || companions.contains(
            Self.pair(candidate.article, clusters[cluster].candidates[other].article)))
    }
  }

  /// Two articles as one number, in whatever order.
  static func pair(_ left: Int, _ right: Int) -> UInt64 {
    UInt64(min(left, right)) << 32 | UInt64(max(left, right))
  }

  /// Whether a report that names no day was published the day after one that a telling names.
  private static func isPrinted(_ left: EventCandidate.When, onTheDayAfter right: EventCandidate.When) -> Bool
  {
    guard left.isSupposed, !right.isSupposed, right.isDay, let day = right.first else { return false }
    return left.first == day + 1
  }

  /// Whether two times can be one: the same, or a more exact one within a vaguer one of a month at most.
  static func agree(_ left: EventCandidate.When, _ right: EventCandidate.When) -> Bool {
    if left.value == right.value { return true }
    guard let leftFirst = left.first, let leftLast = left.last, let rightFirst = right.first,
      let rightLast = right.last, left.span != right.span, max(left.span, right.span) <= 31
    else { return false }
    return leftFirst <= rightFirst && rightLast <= leftLast
      || rightFirst <= leftFirst && leftLast <= rightLast
  }

  /// A period with each party, and with each content word; and alone where it is a day long past or one of harm.
  static func keys(_ period: UInt64, _ telling: Telling) -> [UInt64] {
    let status: UInt64 = telling.candidate.status == .planned ? 1 << 63 : 0
    let base = status | period << 34
    return telling.parties.map { base | UInt64(UInt32(bitPattern: $0)) }
      + telling.candidate.words.map { base | 1 << 33 | UInt64($0) }
      + (telling.candidate.isLongPast || telling.isOfHarm ? [base | 3 << 32] : [])
  }

  /// The stretches of the calendar under which a candidate is listed, and those under which it seeks its like.
  ///
  /// Days seek days; weeks and months seek days within them and their like; what is vaguer seeks its like only; and
  /// what is told without its date seeks the days that it may have happened on.
  struct Periods {
    let listed: [UInt64]
    let sought: [UInt64]

    /// The stretch of one day, by its number since 1970.
    static func day(_ serial: Int) -> UInt64 { 1 << 24 | UInt64(truncatingIfNeeded: serial) & 0xF_FFFF }

    init(of candidate: EventCandidate, _ reported: ReportedDays) {
      guard let when = candidate.when, let first = when.value.firstDay ?? when.value.lastDay,
        let last = when.value.lastDay ?? when.value.firstDay
      else {
        listed = [0]
        sought =
          reported.days(of: candidate).map(Self.day) + listed
        return
      }
      let months = [first, last].map { UInt64(truncatingIfNeeded: $0.year * 12 + $0.month) & 0xF_FFFF }
      let month = months[0] == months[1] ? [months[0]] : months
      switch candidate.exactness {
      case .day:
        sought = [Self.day(first.serial)]
        listed = sought + month.map { 2 << 24 | $0 }
      case .shortSpan:
        listed = month.map { 3 << 24 | $0 }
        sought = listed + month.map { 2 << 24 | $0 }
      case .longSpan, .none:
        listed = [4 << 24 | UInt64(truncatingIfNeeded: first.year) & 0xF_FFFF]
        sought = listed
      }
    }
  }
}
