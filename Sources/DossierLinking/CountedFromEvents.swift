import DossierModel
import DossierSource

/// Places on the calendar what is counted from an event that only a noun names: "two days after the flood".
///
/// The flood is the one thing of its kind that the article dates elsewhere; where it dates none, the one on which most
/// of the corpus tells of harm, or votes. Where two days may be meant, the count stays open: a wrong day harms more than
/// none.
struct CountedFromEvents {
  let articles: [LinkedArticle]
  /// Of each article: the entity of each mention, or -1.
  let entities: [[Int32]]
  let contentWords: ContentWords
  let words: LinkingWords

  static let rule = Rule("days-from-event")

  /// Articles that tell a day of a kind, at least, for it to be the day of the matter.
  private static let fewestTellers = 3

  /// How many times as many articles tell it than any other day of the kind, at least.
  private static let lead = 3

  /// A day on which something happened, with where that is told.
  private struct Telling {
    let day: CalendarDay?
    let article: Int
    let sentence: Int
    let isSameWord: Bool
  }

  /// The articles with the counts that can be placed.
  func placed() -> [LinkedArticle] {
    guard articles.contains(where: { $0.annotated.times.contains { $0.meaning.isFromEvent } }) else {
      return articles
    }
    let days = daysOfMatter()
    return articles.enumerated().map { number, linked in
      let counts = linked.annotated.times.indices.filter { linked.annotated.times[$0].meaning.isFromEvent }
      guard !counts.isEmpty else { return linked }
      let context = TextContext(linked.article.text)
      var times = linked.times
      for index in counts {
        times[index] = place(linked.annotated.times[index], in: number, context, days) ?? times[index]
      }
      return linked.with(times: times)
    }
  }

  // MARK: One count

  private func place(
    _ time: TimeExpression, in number: Int, _ context: TextContext, _ days: [Matter: [Telling]]
  ) -> ResolvedTime? {
    guard case .distance(let unit, let count?, let later, from: .event(let kind, let named)) = time.meaning,
      !words.speechClasses.contains(kind), kind != EventMention.noClass, !isOneOfSeveral(named, in: context)
    else { return nil }
    let matter = Matter(kind, words)
    let ofMatter = matter.flatMap { days[$0] } ?? []
    guard let tellings = tellings(of: kind, named, in: number, context, ofMatter),
      let first = tellings.first, let day = first.day,
      isOfThoseNamed(
        named, time.sentence, in: number, context, tellings + ofMatter.filter { $0.day == day })
    else { return nil }
    let counted = TimeExpression(
      range: time.range, kind: time.kind, meaning: .distance(unit, count, later: later, from: .publication),
      direction: time.direction, sentence: time.sentence, rule: Self.rule)
    let value = TimeResolver().times(of: [counted], published: EDTF(day))[0]
    guard let edtf = value.edtf, !isAhead(edtf, time, in: number), !isToldOtherwise(edtf, time, in: number)
    else { return nil }
    return ResolvedTime(
      timex: value.timex, edtf: edtf, basis: .inferred, rule: Self.rule,
      anchor: articles[first.article].annotated.citation(ofSentence: first.sentence))
  }

  /// Whether a time of what has happened would lie ahead of its article, so that it was counted from the wrong day.
  private func isAhead(_ value: EDTF, _ time: TimeExpression, in number: Int) -> Bool {
    guard time.direction != .future, let last = articles[number].published?.value.lastDay else {
      return false
    }
    return value.isAhead(of: last)
  }

  /// Whether another time of the sentence is a day outside what was counted: one of the two is of something else.
  private func isToldOtherwise(_ value: EDTF, _ time: TimeExpression, in number: Int) -> Bool {
    let linked = articles[number]
    guard let first = value.firstDay, let last = value.lastDay else { return true }
    return zip(linked.annotated.times, linked.times).contains { other, resolved in
      guard other.sentence == time.sentence, !other.meaning.isFromEvent, let day = resolved.edtf?.day else {
        return false
      }
      return day < first || last < day
    }
  }

  /// Whether the words before a noun say that there are others: "the second attack".
  private func isOneOfSeveral(_ named: TextRange, in context: TextContext) -> Bool {
    context.text(from: named.lowerBound, to: named.upperBound).lowercased().split(separator: " ")
      .contains { words.otherWords.contains(String($0)) }
  }

  /// The tellings of the one day that a noun can mean; nil where there is none, or several.
  private func tellings(
    of kind: String, _ named: TextRange, in number: Int, _ context: TextContext, _ ofMatter: [Telling]
  ) -> [Telling]? {
    let own = own(kind, named, in: number, context)
    let sameWord = Self.oneDay(own.filter(\.isSameWord))
    // What is told by another word may be another thing, but for harm and votes: "the disaster" is what killed ten.
    guard Matter(kind, words) != nil, namesMatter(named, in: context) else { return sameWord }
    guard let day = ofMatter.first?.day else { return sameWord ?? Self.oneDay(own) }
    if let sameWord { return sameWord.first?.day == day ? sameWord : nil }
    guard own.allSatisfy({ $0.day == nil || $0.day == day }) else { return nil }
    return ofMatter.filter { $0.article == number } + ofMatter.filter { $0.article != number }
  }

  /// Whether a noun is a word for the harm or the vote itself: a funeral is of the same class, and days behind it.
  private func namesMatter(_ named: TextRange, in context: TextContext) -> Bool {
    words.matterNouns.contains(context.word(before: named.upperBound))
  }

  private static func oneDay(_ tellings: [Telling]) -> [Telling]? {
    guard let day = tellings.first?.day, tellings.allSatisfy({ $0.day == day }) else { return nil }
    return tellings
  }

  /// What an article tells of a kind at some time, but where the noun itself stands; a time that is no day has none.
  private func own(_ kind: String, _ named: TextRange, in number: Int, _ context: TextContext) -> [Telling] {
    let linked = articles[number]
    let noun = context.word(before: named.upperBound)
    let stem = contentWords.stem(Array(noun.utf8)[...])
    return linked.annotated.events.compactMap { event in
      let isSameWord = contentWords.stem(context[event.trigger]) == stem
      guard event.status == .happened,
        isSameWord || EventReader.areOfOneKind(event.triggerClass, kind, harm: words.harmClasses),
        !named.contains(event.trigger), let time = time(of: event, in: linked)
      else { return nil }
      return Telling(
        day: time.day.map { $0.adding(days: event.daysFromTime) }, article: number, sentence: event.sentence,
        isSameWord: isSameWord)
    }
  }

  /// The time that an event has in its own sentence.
  private func time(of event: EventMention, in linked: LinkedArticle) -> EDTF? {
    guard let time = event.time, linked.times.indices.contains(time),
      !linked.annotated.times[time].meaning.isFromEvent
    else { return nil }
    return linked.times[time].edtf
  }

  /// Whether the names beside a noun are named where its day is told too: "the explosion in Beirut".
  private func isOfThoseNamed(
    _ named: TextRange, _ sentence: Int, in number: Int, _ context: TextContext, _ tellings: [Telling]
  ) -> Bool {
    let linked = articles[number]
    let own = linked.annotated.mentions.indices.filter { index in
      let mention = linked.annotated.mentions[index]
      return mention.sentence == sentence
        && (named.contains(mention.range) || isBehind(named, mention.range, context))
    }
    return own.allSatisfy { mention in
      let entity = entities[number][mention]
      return tellings.contains { telling in
        zip(articles[telling.article].annotated.mentions, entities[telling.article]).contains {
          $0.sentence == telling.sentence && entity >= 0 && $1 == entity
        }
      }
    }
  }

  /// Whether a name stands right behind a noun with a word that makes it its place: "the explosion in Beirut".
  private func isBehind(_ noun: TextRange, _ name: TextRange, _ context: TextContext) -> Bool {
    guard noun.upperBound < name.lowerBound else { return false }
    let between = context.text(from: noun.upperBound, to: name.lowerBound).split(separator: " ")
    guard let first = between.first, between.count <= Self.wordsToName else { return false }
    return words.placePrepositions.contains(String(first)) || words.partyPrepositions.contains(String(first))
      || words.genitiveMarkers.contains(String(first))
  }

  /// Words between a noun and the name that says which one it is, at most: "in the port of".
  private static let wordsToName = 4

  // MARK: The matter of the corpus

  /// What a corpus can be about on one day.
  private enum Matter: CaseIterable {
    case harm, poll

    init?(_ kind: String, _ words: LinkingWords) {
      if words.harmClasses.contains(kind) {
        self = .harm
      } else if words.pollClasses.contains(kind) {
        self = .poll
      } else {
        return nil
      }
    }
  }

  /// Of each kind, the tellings of the day of which far more articles tell it than of any other.
  private func daysOfMatter() -> [Matter: [Telling]] {
    var tellings: [Matter: [CalendarDay: [Telling]]] = [:]
    for (number, linked) in articles.enumerated() {
      for event in linked.annotated.events where event.status == .happened {
        guard let matter = Matter(event.triggerClass, words),
          let day = time(of: event, in: linked)?.day?.adding(days: event.daysFromTime)
        else { continue }
        tellings[matter, default: [:]][day, default: []].append(
          Telling(day: day, article: number, sentence: event.sentence, isSameWord: false))
      }
    }
    return tellings.compactMapValues { days in
      let counts = days.mapValues { Set($0.map(\.article)).count }
      guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
        most.value >= Self.fewestTellers,
        counts.allSatisfy({ $0.key == most.key || Self.lead * $0.value <= most.value })
      else { return nil }
      return days[most.key]
    }
  }
}

extension LinkedArticle {
  fileprivate func with(times: [ResolvedTime]) -> LinkedArticle {
    LinkedArticle(
      annotated: annotated, published: published, updated: updated, retrieved: retrieved,
      mentionLinks: mentionLinks, times: times)
  }
}
