import DossierModel
import DossierSource

/// What one article tells of one happening: its event mentions of one time, before articles are compared.
struct EventCandidate: Sendable {
  let article: Int
  /// Indexes into the article's event mentions.
  var mentions: [Int]
  /// Indexes into its sentences, rising.
  var sentences: [Int]
  var triggerClasses: Set<String>
  let status: EventMention.Status
  /// Nil where the article tells no time.
  var when: When?
  /// Entity numbers, rising.
  var participants: [Int32]
  var place: Int32?
  /// Content words of its sentences, rising.
  var words: [UInt32]
  /// Whether it is what the article reports, by its own lead.
  var isMain: Bool
  var isBackground: Bool

  /// A time with what it was taken from.
  struct When: Sendable, Hashable {
    let value: EDTF
    let basis: Basis
    let rule: Rule
    let evidence: Citation?
    /// Days since 1970; nil where an end is open.
    let first: Int?
    let last: Int?

    init(value: EDTF, basis: Basis, rule: Rule, evidence: Citation?) {
      self.value = value
      self.basis = basis
      self.rule = rule
      self.evidence = evidence
      first = value.firstDay?.serial
      last = value.lastDay?.serial
    }

    /// How many days it may be; the largest number where it is open.
    var span: Int {
      guard let first, let last else { return .max }
      return last - first + 1
    }
    var isDay: Bool { value.day != nil }
  }
}

/// Finds what each article tells of, and which of it is its own report.
struct EventReader: Sendable {
  /// Sentences of an article in which its own report is looked for.
  static let leadLength = 4
  /// Weeks after which a day told without more is no longer what an article reports.
  private static let freshDays = 10

  let contentWords: ContentWords
  let speechClasses: Set<String>
  /// Outlets take no part in what they tell of.
  let outlets: Set<Int32>

  /// The candidates of one article, in the order of their first sentences.
  func candidates(
    of linked: LinkedArticle, number: Int, entities: [Int32]
  ) -> [EventCandidate] {
    let article = linked.annotated
    guard !article.events.isEmpty else { return [] }
    let context = TextContext(article.article.text)
    let main = mainMention(of: linked)
    var found: [EventCandidate] = []
    for index in article.events.indices {
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
    return found
  }

  /// The mention that tells what the article reports: the first of its lead that is fresh and more than words.
  private func mainMention(of linked: LinkedArticle) -> Int? {
    let article = linked.annotated
    func rank(_ index: Int) -> Int? {
      let mention = article.events[index]
      guard mention.sentence < Self.leadLength, !mention.isBackground, mention.status == .happened else {
        return nil
      }
      var rank = mention.sentence
      if speechClasses.contains(mention.triggerClass) { rank += 10 }
      if let time = mention.time {
        guard isFresh(time, in: linked) else { return nil }
        rank -= 2
      }
      if mention.participants.isEmpty { rank += 4 }
      return rank
    }
    var best: (index: Int, rank: Int)?
    for index in article.events.indices {
      guard let rank = rank(index) else { continue }
      if best.map({ rank < $0.rank }) ?? true { best = (index, rank) }
    }
    return best?.index
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
    var when = mention.time.flatMap { self.when($0, in: linked) }
    if when == nil, isMain { when = publicationDay(of: linked, sentence: sentence) }
    guard when != nil || mention.status == .planned || isMain else { return nil }
    let participants = Set(mention.participants.compactMap { entity($0, of: entities) }).subtracting(outlets)
    guard when.map(\.value.firstDay) != nil || !participants.isEmpty else { return nil }
    let named = article.mentions.filter { sentence.range.contains($0.range) }.map(\.range)
    let timed = article.times.filter { sentence.range.contains($0.range) }.map(\.range)
    return EventCandidate(
      article: number, mentions: [index], sentences: [mention.sentence],
      triggerClasses: [mention.triggerClass],
      status: mention.status, when: when, participants: participants.sorted(),
      place: mention.place.flatMap { entity($0, of: entities) },
      words: contentWords.words(of: sentence.range, in: context, leavingOut: named + timed),
      isMain: isMain, isBackground: mention.isBackground)
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

extension EventCandidate {
  /// How exactly the time is known.
  enum Exactness: CaseIterable { case day, shortSpan, longSpan, none }

  var exactness: Exactness {
    guard let when else { return .none }
    if when.isDay { return .day }
    return when.span <= 31 ? .shortSpan : .longSpan
  }

  /// Whether two mentions of one article are one happening: one sentence and time, or one time, kind and party.
  func isOneHappening(with other: EventCandidate) -> Bool {
    guard status == other.status, when?.value == other.when?.value else { return false }
    if sentences.contains(where: other.sentences.contains) { return true }
    return when != nil && !triggerClasses.isDisjoint(with: other.triggerClasses)
      && ContentWords.shared(participants, other.participants) > 0
  }

  mutating func add(_ other: EventCandidate) {
    mentions += other.mentions
    sentences = Set(sentences).union(other.sentences).sorted()
    triggerClasses.formUnion(other.triggerClasses)
    participants = Set(participants).union(other.participants).sorted()
    place = place ?? other.place
    words = Set(words).union(other.words).sorted()
    isMain = isMain || other.isMain
    isBackground = isBackground && other.isBackground
  }
}
