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
  let speechClasses: Set<String>
  let attendantClasses: Set<String>
  /// Outlets take no part in what they tell of.
  let outlets: Set<Int32>

  /// The candidates of one article, in the order of their first sentences.
  func candidates(
    of linked: LinkedArticle, number: Int, entities: [Int32]
  ) -> [EventCandidate] {
    let article = linked.annotated
    guard !article.events.isEmpty else { return [] }
    let context = TextContext(article.article.text)
    let telling = tellingMentions(of: article, entities: entities)
    let main = mainMention(among: telling, of: linked, entities: entities)
    var found: [EventCandidate] = []
    for index in telling {
      let isMain = index == main
      guard
        let candidate = candidate(
          index, in: linked, article: number, entities: entities, context: context, isMain: isMain)
      else { continue }
      if let twin = found.firstIndex(where: { $0.isOneHappening(with: candidate) }) {
        found[twin].add(candidate)
      } else {
        found.append(candidate)
      }
    }
    addAttendants(telling, to: &found, of: article, entities: entities)
    return found
  }

  /// Adds to what the article reports the sentences that tell what was said at it, by those who took part.
  ///
  /// They name no day, for it is the day that the article is about; and they add nobody who took part.
  private func addAttendants(
    _ telling: [Int], to found: inout [EventCandidate], of article: AnnotatedArticle, entities: [Int32]
  ) {
    guard let main = found.firstIndex(where: { $0.isMain && $0.when?.isDay ?? false }) else { return }
    let parties = Set(found[main].participants)
    var sentences: Set<Int> = []
    for index in telling {
      let mention = article.events[index]
      guard mention.time == nil, mention.status == .happened, !mention.isBackground,
        attendantClasses.contains(mention.triggerClass)
          || found[main].triggerClasses.contains(mention.triggerClass),
        let first = mention.participants.first, entities.indices.contains(first),
        parties.contains(entities[first])
      else { continue }
      sentences.insert(mention.sentence)
    }
    found[main].sentences = sentences.union(found[main].sentences).sorted()
  }

  /// The mention that tells what the article reports: the first of its lead that is fresh and more than words.
  private func mainMention(among telling: [Int], of linked: LinkedArticle, entities: [Int32]) -> Int? {
    let article = linked.annotated
    func rank(_ index: Int) -> Int? {
      let mention = article.events[index]
      guard mention.sentence < Self.leadLength, !mention.isBackground, mention.status == .happened else {
        return nil
      }
      var rank = mention.sentence
      if speechClasses.contains(mention.triggerClass) { rank += 10 }
      if let time = time(of: index, in: article, entities: entities) {
        guard isFresh(time, in: linked) else { return nil }
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

  /// The event mentions of an article but for those that are an outlet's telling of it: "the Gazette reported".
  private func tellingMentions(of article: AnnotatedArticle, entities: [Int32]) -> [Int] {
    let outletEnds = article.mentions.indices
      .filter { outlets.contains(entities[$0]) }.map { article.mentions[$0].range.upperBound }
    return article.events.indices.filter { index in
      let start = article.events[index].trigger.lowerBound
      return !outletEnds.contains { $0 < start && start <= $0 + 2 }
    }
  }

  /// The time of an event mention, unless an outlet stands between the two: then it is when the outlet told it.
  ///
  /// "They agreed to meet, the Gazette reported on Thursday."
  private func time(of index: Int, in article: AnnotatedArticle, entities: [Int32]) -> Int? {
    let mention = article.events[index]
    guard let time = mention.time, article.times.indices.contains(time) else { return nil }
    let told = article.times[time].range
    guard mention.trigger.upperBound <= told.lowerBound else { return time }
    let isTellingTime = article.mentions.indices.contains { other in
      outlets.contains(entities[other]) && mention.trigger < article.mentions[other].range
        && article.mentions[other].range < told
    }
    return isTellingTime ? nil : time
  }

  private func isFresh(_ time: Int, in linked: LinkedArticle) -> Bool {
    guard linked.times.indices.contains(time), let told = linked.times[time].edtf,
      let last = told.lastDay?.serial
    else { return false }
    guard let published = linked.published?.value.firstDay?.serial else { return told.day != nil }
    return last <= published + 1 && last + Self.freshDays >= published
  }

  private func candidate(
    _ index: Int, in linked: LinkedArticle, article number: Int, entities: [Int32],
    context: TextContext, isMain: Bool
  ) -> EventCandidate? {
    let article = linked.annotated
    let mention = article.events[index]
    guard article.sentences.indices.contains(mention.sentence) else { return nil }
    let sentence = article.sentences[mention.sentence]
    var when = time(of: index, in: article, entities: entities).flatMap { self.when($0, in: linked) }
    if when == nil, isMain { when = publicationDay(of: linked, sentence: sentence) }
    let participants = Set(mention.participants.compactMap { entity($0, of: entities) }).subtracting(outlets)
    // A plan without a time is one only where it is told who is to do it, and with whom or when.
    let isPlan = mention.status == .planned && (participants.count > 1 || mention.time != nil)
    guard when != nil || (isMain || isPlan) && !participants.isEmpty else { return nil }
    let named = article.mentions.filter { sentence.range.contains($0.range) }.map(\.range)
    let timed = article.times.filter { sentence.range.contains($0.range) }.map(\.range)
    return EventCandidate(
      article: number, mentions: [index], sentences: [mention.sentence],
      triggerClasses: [mention.triggerClass],
      status: mention.status, when: when, window: isMain && when == nil ? window(of: linked) : nil,
      participants: participants.sorted(),
      place: mention.place.flatMap { entity($0, of: entities) },
      words: contentWords.words(of: sentence.range, in: context, leavingOut: named + timed),
      isMain: isMain, isBackground: mention.isBackground)
  }

  /// The days in which an article's report may lie whose day of publication is known in bounds only.
  private func window(of linked: LinkedArticle) -> ClosedRange<Int>? {
    guard let first = linked.published?.value.firstDay?.serial else { return nil }
    let last = linked.published?.value.lastDay?.serial ?? first
    return (first - Self.reportingDays)...max(first, min(last, first + Self.freshDays))
  }

  private func entity(_ mention: Int, of entities: [Int32]) -> Int32? {
    guard entities.indices.contains(mention), entities[mention] >= 0 else { return nil }
    return entities[mention]
  }

  private func when(_ time: Int, in linked: LinkedArticle) -> EventCandidate.When? {
    guard linked.times.indices.contains(time), let value = linked.times[time].edtf else { return nil }
    let resolved = linked.times[time]
    return EventCandidate.When(
      value: value, basis: resolved.basis, rule: resolved.rule,
      evidence: Citation(article: linked.id, range: linked.annotated.times[time].range))
  }

  /// What an article reports without a time of its own happened on the day it was published, as far as that is known.
  private func publicationDay(of linked: LinkedArticle, sentence: Sentence) -> EventCandidate.When? {
    guard let published = linked.published, published.value.day != nil else { return nil }
    return EventCandidate.When(
      value: published.value, basis: .inferred, rule: Rule("lead-without-date→publication-day"),
      evidence: Citation(article: linked.id, range: sentence.range))
  }
}
