import DossierModel
import DossierSource

/// Finds what each article tells of, and which of it is its own report.
struct EventReader: Sendable {
  /// Sentences of an article in which its own report is looked for.
  static let leadLength = 4
  /// Days after which a day told without more is no longer what an article reports.
  private static let freshDays = 10
  /// Days before its first possible day of publication in which a report without a time may have happened.
  private static let reportingDays = 2

  let contentWords: ContentWords
  let numbering: EventKinds.Numbering
  let speechClasses: Set<String>
  /// What one sentence has of what was done, and another of what came of it.
  let harmClasses: Set<String>
  let attendantClasses: Set<String>
  let stretches: TimeStretch
  /// Words that make the name behind them a place: "in".
  let placePrepositions: Set<String>
  /// Outlets take no part in what they tell of.
  let outlets: Set<Int32>

  /// An article with what its mentions mean, and its text.
  private struct Reading {
    let linked: LinkedArticle
    let number: Int
    let entities: [Int32]
    let context: TextContext

    var article: AnnotatedArticle { linked.annotated }

    /// Whether a mention is of the outlet that prints the article, which is nobody the article is about.
    func isOwnOutlet(_ mention: Int) -> Bool {
      let named = article.mentions[mention]
      guard named.kind == .organization, let outlet = linked.article.metadata.outlet else { return false }
      return context[named.range].elementsEqual(outlet.utf8)
    }

    func entity(_ mention: Int) -> Int32? {
      guard entities.indices.contains(mention), entities[mention] >= 0 else { return nil }
      return entities[mention]
    }
  }

  /// The candidates of one article, in the order of their first sentences.
  func candidates(
    of linked: LinkedArticle, number: Int, entities: [Int32]
  ) -> [EventCandidate] {
    guard !linked.annotated.events.isEmpty else { return [] }
    let reading = Reading(
      linked: linked, number: number, entities: entities, context: TextContext(linked.article.text))
    let telling = tellingMentions(in: reading)
    let main = mainMention(among: telling, in: reading)
    let speech = numbering.kinds(speechClasses)
    var found: [EventCandidate] = []
    for index in telling {
      guard let candidate = candidate(index, in: reading, isMain: index == main) else { continue }
      if let twin = found.firstIndex(where: { $0.isOneHappening(with: candidate, speech: speech) }) {
        found[twin].add(candidate)
      } else {
        found.append(candidate)
      }
    }
    addAttendants(telling, to: &found, in: reading)
    return found
  }

  /// Adds to what the article reports the sentences that tell what was said at it, by those who took part.
  ///
  /// They name no day, for it is the day that the article is about; and they add nobody who took part.
  private func addAttendants(
    _ telling: [Int], to found: inout [EventCandidate], in reading: Reading
  ) {
    guard let main = found.firstIndex(where: { $0.isMain && $0.when?.isDay ?? false }) else { return }
    let parties = Set(found[main].participants)
    var sentences: Set<Int> = []
    for index in telling {
      let mention = reading.article.events[index]
      guard mention.time == nil, mention.status == .happened, !mention.isBackground,
        attendantClasses.contains(mention.triggerClass)
          || found[main].triggerClasses.isSuperset(of: numbering.kinds([mention.triggerClass])),
        let agent = mention.participants.first.flatMap(reading.entity), parties.contains(agent)
      else { continue }
      sentences.insert(mention.sentence)
    }
    found[main].sentences = sentences.union(found[main].sentences).sorted()
  }

  /// The mention that tells what the article reports: the first of its lead that is fresh and more than words.
  private func mainMention(among telling: [Int], in reading: Reading) -> Int? {
    func rank(_ index: Int) -> Int? {
      let mention = reading.article.events[index]
      guard mention.sentence < Self.leadLength, !mention.isBackground, mention.status == .happened else {
        return nil
      }
      var rank = mention.sentence
      if speechClasses.contains(mention.triggerClass) { rank += 10 }
      if let time = time(of: index, in: reading) {
        guard isFresh(time, in: reading.linked) else { return nil }
        rank -= 2
      }
      if mention.participants.isEmpty { rank += 4 }
      return rank
    }
    var best: (index: Int, rank: Int)?
    for index in telling {
      guard let rank = rank(index) else { continue }
      if best.map({ rank < $0.rank }) ?? true { best = (index, rank) }
    }
    return best?.index
  }

  /// The event mentions of an article but for those that are an outlet's telling of it, as in "the Gazette reported",
  /// and for how things were.
  private func tellingMentions(in reading: Reading) -> [Int] {
    let mentions = reading.article.mentions
    let outletEnds = mentions.indices.filter { isOutlet($0, in: reading) }.map {
      mentions[$0].range.upperBound
    }
    return reading.article.events.indices.filter { index in
      let event = reading.article.events[index]
      if event.triggerClass == EventMention.stateClass { return false }
      let isTelling =
        speechClasses.contains(event.triggerClass) || event.triggerClass == EventMention.noClass
      // "the Gazette reported", "the Gazette has learned".
      let gap = isTelling ? Self.auxiliaryGap : Self.verbGap
      let start = event.trigger.lowerBound
      return !outletEnds.contains { $0 < start && start <= $0 + gap }
    }
  }

  /// Bytes between an outlet's name and the verb behind it.
  private static let verbGap = 2
  /// Bytes between an outlet's name and the verb of its telling, with an auxiliary between the two.
  private static let auxiliaryGap = 5

  private func isOutlet(_ mention: Int, in reading: Reading) -> Bool {
    reading.entity(mention).map(outlets.contains) ?? reading.isOwnOutlet(mention)
  }

  /// The time of an event mention, unless an outlet stands between the two: then it is when the outlet told it.
  ///
  /// "They agreed to meet, the Gazette reported on Thursday."
  private func time(of index: Int, in reading: Reading) -> Int? {
    let mention = reading.article.events[index]
    guard let time = mention.time, reading.article.times.indices.contains(time),
      !isOfEachRound(time, in: reading.article), !isCountedFromUnknown(time, in: reading)
    else { return nil }
    let told = reading.article.times[time].range
    guard mention.trigger.upperBound <= told.lowerBound else { return time }
    let isTellingTime = reading.article.mentions.indices.contains { other in
      let range = reading.article.mentions[other].range
      return mention.trigger < range && range < told && isOutlet(other, in: reading)
    }
    return isTellingTime ? nil : time
  }

  /// Whether a time is counted from an event of which nobody says on what day it was.
  private func isCountedFromUnknown(_ time: Int, in reading: Reading) -> Bool {
    reading.article.times[time].meaning.isFromEvent && reading.linked.times.indices.contains(time)
      && reading.linked.times[time].edtf == nil
  }

  /// Bytes between a time and the words that say how often it comes round, at most: "every year on 6 May".
  private static let roundGap = 4

  /// Whether a time is told for each round of a year or week, and so of no happening: "every year on 6 May".
  private func isOfEachRound(_ time: Int, in article: AnnotatedArticle) -> Bool {
    let told = article.times[time]
    return [time - 1, time + 1].contains { other in
      guard article.times.indices.contains(other), article.times[other].sentence == told.sentence,
        case .set = article.times[other].meaning
      else { return false }
      let (left, right) = other < time ? (article.times[other], told) : (told, article.times[other])
      return right.range.lowerBound - left.range.upperBound <= Self.roundGap
    }
  }

  private func isFresh(_ time: Int, in linked: LinkedArticle) -> Bool {
    guard linked.times.indices.contains(time) else { return false }
    guard let told = linked.times[time].edtf else { return isFreshWithoutDate(linked.annotated.times[time]) }
    guard let last = told.lastDay?.serial else {
      // A month and a day without the year open an article of no known date.
      return told.firstDay == nil && linked.annotated.times[time].sentence == 0
    }
    guard let published = linked.published?.value, let first = published.firstDay?.serial else {
      return told.day != nil
    }
    return last <= (published.lastDay?.serial ?? first) + 1 && last + Self.freshDays >= first
  }

  /// Whether a time that nothing places on the calendar is of the days before its article: "on Tuesday", "today".
  private func isFreshWithoutDate(_ time: TimeExpression) -> Bool {
    time.direction != .future && ToldDay(time.meaning) != nil
  }

  private func candidate(_ index: Int, in reading: Reading, isMain: Bool) -> EventCandidate? {
    let article = reading.article
    let mention = article.events[index]
    guard article.sentences.indices.contains(mention.sentence) else { return nil }
    let sentence = article.sentences[mention.sentence]
    let time = time(of: index, in: reading)
    var when = time.flatMap { self.when($0, in: reading.linked) }.flatMap {
      $0.moved(by: mention.daysFromTime)
    }
    let isOfTime = mention.daysFromTime == 0
    let told = when == nil && isOfTime ? time.flatMap { ToldDay(article.times[$0].meaning) } : nil
    if when == nil, isMain {
      when = dayTold(behind: mention, in: reading) ?? dayOfKind(behind: mention, in: reading)
    }
    if when == nil, isMain, isNews(mention, in: reading) {
      when =
        (told == nil ? datelineDay(of: reading.linked) : nil)
        ?? publicationDay(of: reading.linked, sentence: sentence)
    }
    let participants = Set(mention.participants.compactMap(reading.entity)).subtracting(outlets)
    let status =
      isAhead(when, of: reading.linked) || isCountedAhead(mention, to: when, in: reading.linked)
      ? .planned : isBehind(when, of: reading.linked) ? .happened : mention.status
    // A plan without a time is one only where it is told who is to do it, and with whom or when.
    let isPlan = status == .planned && (participants.count > 1 || mention.time != nil)
    // What is told by a weekday alone may be told with its date elsewhere.
    let mayBeDated = told?.weekday != nil && participants.count > 1
    guard when != nil || mayBeDated || (isMain || isPlan) && !participants.isEmpty else { return nil }
    return EventCandidate(
      article: reading.number, mentions: [index], sentences: [mention.sentence],
      triggerClasses: numbering.kinds([mention.triggerClass]),
      triggers: triggers(of: mention, in: reading), status: status, when: when, told: told,
      window: isMain && when == nil ? window(of: reading.linked) : nil,
      notBefore: when == nil ? bound(of: reading.linked) : nil, participants: participants.sorted(),
      concerned: concerned(by: mention, in: reading).subtracting(outlets).sorted(),
      named: named(in: mention.sentence, of: reading).subtracting(outlets).sorted(),
      persons: Set(
        mention.participants.filter { article.mentions[$0].kind == .person }.compactMap(reading.entity)),
      place: mention.place.flatMap(reading.entity),
      words: contentWords.words(
        of: sentence.range, in: reading.context,
        leavingOut: article.namesAndTimes(ofSentence: mention.sentence)),
      numbers: TellingNumbers(of: mention.sentence, in: article, reading.context).values,
      isLongPast: isLongPast(when, told: time, in: reading),
      isRetold: isLongPast(when, told: time, in: reading, by: Self.retoldDays)
        || isSpanLongPast(when, in: reading),
      isMain: isMain, isBackground: mention.isBackground)
  }

  /// The word that tells an event; none where it only says that something was said.
  private func triggers(of mention: EventMention, in reading: Reading) -> Set<UInt32> {
    let word = reading.context[mention.trigger]
    guard speechClasses.contains(mention.triggerClass) else { return [contentWords.stem(word)] }
    return Set([contentWords.contentWord(word)].compactMap(\.self))
  }

  /// Whom a sentence names.
  private func named(in sentence: Int, of reading: Reading) -> Set<Int32> {
    Set(reading.article.sentenceMentions(sentence).indices.compactMap(reading.entity))
  }

  /// Whom the words are about that a sentence tells without quoting them: "said that Ruritania had lied".
  private func concerned(by mention: EventMention, in reading: Reading) -> Set<Int32> {
    guard speechClasses.contains(mention.triggerClass) else { return [] }
    let article = reading.article
    let places = Set(article.events.filter { $0.sentence == mention.sentence }.compactMap(\.place))
    return Set(
      article.sentenceMentions(mention.sentence).indices.filter { index in
        let named = article.mentions[index]
        return mention.trigger < named.range && !places.contains(index)
          && [.person, .organization, .group, .country].contains(named.kind)
          && !(named.kind == .country
            && placePrepositions.contains(reading.context.word(before: named.range.lowerBound)))
          && !article.quotations.contains { $0.range.contains(named.range) }
      }.compactMap(reading.entity))
  }

  /// Sentences behind a report in which its day may be told.
  private static let reachOfDay = 2

  /// The day of a report that only one of the next sentences tells: "At the meeting, which was held on 4 May, …".
  private func dayTold(behind mention: EventMention, in reading: Reading) -> EventCandidate.When? {
    let parties = Set(mention.participants.compactMap(reading.entity))
    guard parties.count > 1, !speechClasses.contains(mention.triggerClass) else { return nil }
    for (index, other) in reading.article.events.enumerated()
    where other.sentence > mention.sentence && other.sentence <= mention.sentence + Self.reachOfDay
      && other.triggerClass == mention.triggerClass && other.status == mention.status
      && Set(other.participants.compactMap(reading.entity)) == parties
    {
      guard let time = time(of: index, in: reading), let when = when(time, in: reading.linked), when.isDay
      else {
        continue
      }
      return when
    }
    return nil
  }

  /// Sentences behind a report in which the day of its kind of event may be told.
  private static let reachOfKind = 7

  /// The day before the article's own that the next sentences tell of the same kind of event, where they tell no other:
  /// "The bridge has collapsed …", "It came down on Thursday evening".
  private func dayOfKind(behind mention: EventMention, in reading: Reading) -> EventCandidate.When? {
    guard mention.triggerClass != EventMention.noClass, !speechClasses.contains(mention.triggerClass),
      let published = reading.linked.published?.value.firstDay?.serial
    else { return nil }
    let parties = Set(mention.participants.compactMap(reading.entity))
    var told: EventCandidate.When?
    for (index, other) in reading.article.events.enumerated()
    where other.sentence > mention.sentence && other.sentence <= mention.sentence + Self.reachOfKind
      && other.status == mention.status
      && Self.areOfOneKind(other.triggerClass, mention.triggerClass, harm: harmClasses)
    {
      let others = Set(other.participants.compactMap(reading.entity))
      // Whose hands it was in and whom it befell are told in turn.
      guard
        harmClasses.contains(mention.triggerClass) || parties.isEmpty && others.isEmpty
          || !parties.isDisjoint(with: others), !isElsewhere(other, than: mention, in: reading),
        let time = time(of: index, in: reading), isFresh(time, in: reading.linked),
        let when = when(time, in: reading.linked), when.isDay, let day = when.first
      else { continue }
      guard day < published, told == nil || told?.first == day else { return nil }
      told = told ?? when
    }
    return told
  }

  /// Whether an event is at another place than a report: "a similar crash killed four in Oslo".
  private func isElsewhere(_ event: EventMention, than report: EventMention, in reading: Reading) -> Bool {
    guard let place = event.place.flatMap(reading.entity), let own = report.place.flatMap(reading.entity)
    else { return false }
    return place != own
  }

  /// Whether two classes tell of one kind of thing: what was done, and what came of it, are both harm.
  static func areOfOneKind(_ left: String, _ right: String, harm: some Collection<String>) -> Bool {
    left == right || harm.contains(left) && harm.contains(right)
  }

  /// The value of "now" in TIMEX3.
  private static let present = "PRESENT_REF"
  /// Sentences in which an article's news may be what somebody said.
  private static let newsLength = 2

  /// Whether what is told without a time may be of the day that it is published: it opens the article, or names who
  /// or where, and nothing else in its sentence tells of another time, as "once" does.
  private func isNews(_ mention: EventMention, in reading: Reading) -> Bool {
    let isNamed = !mention.participants.isEmpty || mention.place != nil
    guard mention.sentence < Self.newsLength || isNamed && !speechClasses.contains(mention.triggerClass)
    else { return false }
    let times = reading.article.times
    let isOfOtherTime = times.indices.contains { index in
      times[index].sentence == mention.sentence && !isFresh(index, in: reading.linked)
        && !tellsOfNow(times[index])
    }
    return !isOfOtherTime && !isSaid(mention, in: reading) && !goesOnFromDay(mention, in: reading)
  }

  /// Whether the sentence before, in the same paragraph, tells of another day, which this one goes on from.
  private func goesOnFromDay(_ mention: EventMention, in reading: Reading) -> Bool {
    let article = reading.article
    let before = mention.sentence - 1
    guard before >= 0, article.sentences[before].block == article.sentences[mention.sentence].block,
      let published = reading.linked.published?.value.day
    else { return false }
    return article.times.indices.contains { index in
      guard article.times[index].sentence == before, reading.linked.times.indices.contains(index),
        let day = reading.linked.times[index].edtf?.day
      else { return false }
      return day < published && isFresh(index, in: reading.linked)
    }
  }

  /// Whether somebody's words tell it: what a sentence only takes up in quotation marks, as the name of what was signed,
  /// nobody says.
  private func isSaid(_ mention: EventMention, in reading: Reading) -> Bool {
    reading.article.quotations.contains { quotation in
      quotation.range.contains(mention.trigger) && (quotation.cue != nil || quotation.speaker?.mention != nil)
    }
  }

  /// Whether a time says how long, or only that it is now.
  private func tellsOfNow(_ time: TimeExpression) -> Bool {
    if case .vague(let value) = time.meaning { return value == Self.present }
    return time.kind == .duration
  }

  /// Whether a time lies behind an article's publication: what it tells of then has not happened, whatever the verb.
  private func isAhead(_ when: EventCandidate.When?, of linked: LinkedArticle) -> Bool {
    guard let when, let published = linked.published?.value.lastDay else { return false }
    return when.value.isAhead(of: published)
  }

  /// Whether the days counted from a day of an article lead beyond its own: "a day before the summit" is a day before it.
  private func isCountedAhead(
    _ mention: EventMention, to when: EventCandidate.When?, in linked: LinkedArticle
  ) -> Bool {
    guard mention.daysFromTime > 0, let day = when?.first, let published = linked.published?.value.lastDay
    else { return false }
    return day > published.serial
  }

  /// Whether a time was over long before an article's publication: what was planned for it is no plan any more.
  ///
  /// "agreed to buy two ferries in 2017", of which the agreeing is told.
  private func isBehind(_ when: EventCandidate.When?, of linked: LinkedArticle) -> Bool {
    guard let last = when?.value.lastDay?.serial, let published = linked.published?.value.firstDay?.serial
    else { return false }
    return last + Self.freshDays < published
  }

  /// Days before an article's publication from which a day is none of those that it reports on.
  private static let longPastDays = 8

  /// Whether a day is told of what lies well behind an article; in one of no known date, whether it is told by its date,
  /// as days are that lie further back than a week.
  private func isLongPast(
    _ when: EventCandidate.When?, told time: Int?, in reading: Reading, by days: Int = longPastDays
  ) -> Bool {
    guard let when, when.isDay, !when.isSupposed, let day = when.first, let time else { return false }
    guard let published = reading.linked.published?.value.firstDay?.serial else {
      switch reading.article.times[time].meaning {
      case .absolute, .slot(.monthDay, .nearest): return true
      default: return false
      }
    }
    return day + days <= published
  }

  /// Days after which an article tells again what others reported then.
  private static let retoldDays = 3

  /// Whether a month or a year is told of what lies well behind an article.
  private func isSpanLongPast(_ when: EventCandidate.When?, in reading: Reading) -> Bool {
    guard let when, when.isMonth || when.isYear, let last = when.last,
      let published = reading.linked.published?.value.firstDay?.serial
    else { return false }
    return last + Self.retoldDays <= published
  }

  /// The first day that a weekday of an article can be that is only known to be not older than a day.
  private func bound(of linked: LinkedArticle) -> Int? {
    guard let claim = linked.published, claim.basis == .inferred, claim.value.lastDay == nil else {
      return nil
    }
    return claim.value.firstDay.map { $0.serial - Self.daysOfWeekday }
  }

  /// Days before an article within which it tells a day by the weekday alone.
  private static let daysOfWeekday = 6

  /// The days in which an article's report may lie whose day of publication is known in bounds only.
  private func window(of linked: LinkedArticle) -> ClosedRange<Int>? {
    guard !ArticleDating.isOnlyBound(linked.published),
      let first = linked.published?.value.firstDay?.serial
    else { return nil }
    let last = linked.published?.value.lastDay?.serial ?? first + Self.freshDays
    return (first - Self.reportingDays)...max(first, min(last, first + Self.freshDays))
  }

  private func when(_ time: Int, in linked: LinkedArticle) -> EventCandidate.When? {
    guard linked.times.indices.contains(time), let value = linked.times[time].edtf else { return nil }
    let resolved = linked.times[time]
    let range = linked.annotated.times[time].range
    let whole = stretches.value(from: time, in: linked)
    return EventCandidate.When(
      value: whole?.value ?? value, basis: resolved.basis, rule: resolved.rule,
      evidence: Citation(
        article: linked.id, range: TextRange(range.lowerBound, whole?.end ?? range.upperBound)),
      anchor: resolved.anchor)
  }

  /// What an article reports without a time of its own happened on the day of its dateline, which may lack the year.
  private func datelineDay(of linked: LinkedArticle) -> EventCandidate.When? {
    let sentences = linked.annotated.sentences
    let time = linked.annotated.times.indices.prefix(2).first { index in
      let time = linked.annotated.times[index]
      return sentences.indices.contains(time.sentence) && time.meaning.isDay
        && time.range.upperBound <= sentences[time.sentence].telling.lowerBound
    }
    guard let time, linked.times.indices.contains(time), let value = linked.times[time].edtf else {
      return nil
    }
    let range = linked.annotated.times[time].range
    return EventCandidate.When(
      value: value, basis: .inferred, rule: EventCandidate.When.datelineDay,
      evidence: Citation(article: linked.id, range: range))
  }

  /// What an article reports without a time of its own happened on the day it was published, as far as that is known.
  private func publicationDay(of linked: LinkedArticle, sentence: Sentence) -> EventCandidate.When? {
    guard let published = linked.published, published.value.day != nil else { return nil }
    return EventCandidate.When(
      value: published.value, basis: .inferred, rule: EventCandidate.When.publicationDay,
      evidence: Citation(article: linked.id, range: sentence.range))
  }
}
