import DossierModel
import DossierSource

/// What events are recognised by, besides the words that tell them.
package struct EventTables: Sendable {
  /// The names of the classes of events; the first is that of verbs the tables do not have.
  package var classes: [String] = []
  /// The classes whose participants are told of together: two who met are "the two leaders" from then on.
  package var joiningClasses: Set<String> = []

  /// Words between a preposition and a place's name, with what each is as bits of `PlaceWord`.
  package var places = Lexicon([])

  package init() {}
}

/// What a word can be that stands between a preposition and the name of the place where an event is.
package struct PlaceWord: OptionSet, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// What a place is, before its name, "of" and its name, or a comma: "the town of Lund", "the capital, Oslo".
  package static let noun = PlaceWord(rawValue: 1)
  /// Which part of a place is meant, or how near: "central", "nearby".
  package static let modifier = PlaceWord(rawValue: 2)
  /// Before such a noun it tells where, though not before a name: "on the outskirts".
  package static let surface = PlaceWord(rawValue: 4)
}

/// Finds what an article tells of things that happened or are planned.
///
/// A sentence tells an event where it has a time and a predicate; without a time only the article's first
/// sentences do, which tell its own subject. What is denied, supposed or merely possible is no event.
package struct EventExtractor: Sendable {
  private let tables: EventTables
  /// How many sentences of the body tell the article's own subject even without a time.
  private static let leadSentences = 3
  private static let mostInSentence = 4
  /// Sentences behind that which names a person in which "he" is still that person.
  private static let reachOfPronoun = 3

  package init(tables: EventTables) { self.tables = tables }

  /// The events of a text, whose sentences begin behind so many bytes of dateline as are given for each.
  package func events(
    in clause: ClauseText, mentions: [Mention], times: [TimeExpression], quotations: [Quotation],
    datelines: [Int] = []
  ) -> [EventMention] {
    let subjects = SubjectFinder(
      clause: clause, mentions: MentionIndex(mentions, in: clause.tokens), isQuoted: [])
    let finder = PredicateFinder(clause: clause, subjects: subjects)
    var events: [EventMention] = []
    var time = 0
    var lead = 0
    /// Whom "he" or "she" stands for, and the sentence that told it last.
    var topic: (person: Int, sentence: Int)?
    /// The two persons whom "the two leaders" stands for.
    var pair: [Int] = []
    var pairSentence: Int?
    let entries = Chronology(text: clause.text, times: times).entries()
    let speech = quotations.filter { $0.use == .speech }.map(\.range)
    let titles = Dictionary(grouping: quotations.filter { $0.use == .notSpeech }, by: \.sentence)
    for index in clause.text.sentences.indices {
      let first = time
      while time < times.count, times[time].sentence <= index { time += 1 }
      let sentence = Self.telling(
        index, behind: datelines.indices.contains(index) ? datelines[index] : 0, clause)
      if sentence.isEmpty || isHeading(index, in: clause.text) { continue }
      lead += 1
      let start = clause.tokens[sentence.lowerBound].lower
      // The years of a title, "“Aldmouth 1914–1918” came out last autumn", tell nothing of when.
      let own = (first..<time).filter { time in
        times[time].sentence == index && times[time].range.lowerBound >= start
          && !(titles[index] ?? []).contains { $0.range.contains(times[time].range) }
      }
      // "(May 26)" tells when, and not what may be.
      let inTimes = own.map { clause.text.tokens(in: times[$0].range) }
      let predicates = finder.predicates(in: sentence).filter { predicate in
        !inTimes.contains { $0.contains(predicate.verb) }
      }
      if let person = finder.person(in: predicates, of: sentence) { topic = (person, index) }
      if let told = topic?.sentence, index - told > Self.reachOfPronoun { topic = nil }
      let isLead = lead <= Self.leadSentences
      let teller = EventTeller(
        clause: clause, subjects: subjects, times: times, classes: tables.classes, places: tables.places,
        sentence: sentence,
        index: index, predicates: predicates, topic: topic?.person, pair: pair,
        isPairAtHand: pairSentence == index - 1,
        joiningClasses: tables.joiningClasses, speech: speech)
      let entry = own.contains(where: teller.placesEvents) ? nil : entries[index]
      let told = (entry.map(teller.eventsOfEntry) ?? teller.events(at: own, isLead: isLead)).prefix(
        Self.mostInSentence)
      events += told
      if let joined = told.last(where: { tables.joiningClasses.contains($0.triggerClass) }) {
        if let told = self.pair(in: joined, of: mentions, clause) { (pair, pairSentence) = (told, index) }
      }
      if teller.namesPair(in: sentence) { pairSentence = index }
    }
    return events
  }

  /// The tokens of a sentence behind so many bytes of dateline.
  private static func telling(_ index: Int, behind dateline: Int, _ clause: ClauseText) -> Range<Int> {
    let tokens = clause.text.sentenceTokens[index]
    guard dateline > 0 else { return tokens }
    let start = clause.text.sentences[index].range.lowerBound + dateline
    return min(clause.text.tokenIndex(endingAfter: start), tokens.upperBound)..<tokens.upperBound
  }

  /// The two persons of an event that nobody else takes part in; none where there are more, and nil where fewer.
  private func pair(in event: EventMention, of mentions: [Mention], _ clause: ClauseText) -> [Int]? {
    func lastWord(_ mention: Int) -> UInt64? { clause.lastWord(of: mentions[mention]) }
    var persons: [Int] = []
    let all = event.participants.filter { mentions[$0].kind == .person }
    // "his Norwegian counterpart, Anna Berg": who is named too is no third.
    let named = all.filter { mentions[$0].form == .name }
    for person in named.count > 1 ? named : all {
      if !persons.contains(where: { lastWord($0) == lastWord(person) }) { persons.append(person) }
    }
    return persons.count < 2 ? nil : persons.count == 2 ? persons : []
  }

  private func isHeading(_ sentence: Int, in text: TokenizedText) -> Bool {
    let block = text.sentences[sentence].block
    return text.blocks.indices.contains(block) && text.blocks[block].kind == .heading
  }
}
