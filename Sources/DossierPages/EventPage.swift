import DossierModel
import DossierSource

/// The page of one event.
package struct EventPage: Sendable {
  /// Somebody who takes part, with the sentences that say so.
  package struct Participant: Sendable {
    package let reference: Reference
    package let kind: EntityKind
    package let why: Why
  }

  /// What one article says of the event, and from whom it has it.
  package struct Account: Sendable {
    package let article: ArticleReference
    package let role: Coverage.Role
    package let relays: [String]
    package let credits: [String]
    package let sentences: [CitedSentence]
  }

  package let path: PagePath
  package let id: EventID
  package let title: String
  package let titleSource: CitedSentence?
  package let lane: Lane
  package let when: DateClaim?
  package let editorLines: EditorLines
  package let place: (reference: Reference, why: Why)?
  package let participants: [Participant]
  /// By date of the article.
  package let accounts: [Account]
  package let independence: Independence
  /// Where the articles are compared; nil where there is one only.
  package let comparison: PagePath?
  package let quotes: [QuoteRow]
  package let figures: [FigureRow]
  /// What made several mentions one event.
  package let signals: [Rule]
  /// The nearest other events with pages, in which one who takes part here takes part.
  package let before: Neighbour?
  package let after: Neighbour?

  /// Another event, named and not told: its own page proves it.
  package struct Neighbour: Sendable {
    package let event: Reference
    package let date: EDTF?
    package let lane: Lane
  }
}

extension SitePlan {
  private func placeSelector(_ id: EntityID) -> EntitySelector? {
    concordance.entityIndex[id].map { EntitySelector(dossier.entities[$0]) }
  }

  func eventPage(at path: PagePath, _ index: Int) -> EventPage {
    let event = dossier.events[index]
    let neighbours = neighbours(of: index)
    let selector = EventSelector(event.id.string)
    return EventPage(
      path: path, id: event.id, title: eventReferences[index].text,
      titleSource: dossier.record.titledEvents[event.id] == nil ? sentence(of: event.titleSource) : nil,
      lane: lane(of: event),
      when: date(event.when, citing: Self.shownProofs) {
        .eventDate(selector, $0)
      },
      editorLines: editorLines(of: event.id),
      place: event.place.map {
        (
          reference: reference(to: $0.value),
          why: why($0, change: .pin(selector, title: nil, place: placeSelector($0.value)))
        )
      },
      participants: event.participants.map { participant($0, of: index) },
      accounts: concordance.accounts[index].map { account($0, of: event) },
      independence: independence(ofEvent: index), comparison: comparisonPath(ofEvent: index),
      quotes: concordance.quotesOfEvent[index].map { row(ofQuote: $0) },
      figures: figures(of: index).map { row(ofFigure: $0) }, signals: event.signals,
      before: neighbours.before.map { neighbour($0) }, after: neighbours.after.map { neighbour($0) })
  }

  private func neighbour(_ index: Int) -> EventPage.Neighbour {
    let event = dossier.events[index]
    return EventPage.Neighbour(
      event: eventReferences[index], date: event.when?.value, lane: lane(of: event))
  }

  /// Sentences that prove that one takes part; the articles' own accounts have the rest.
  private static let shownProofs = 5

  private func participant(_ id: EntityID, of event: Int) -> EventPage.Participant {
    let own = concordance.entityIndex[id]
    var sentences: [CitedSentence] = []
    for account in concordance.accounts[event] {
      guard sentences.count < Self.shownProofs else { break }
      let covering = dossier.events[event].coverage[account.coverage].sentences
      let reference = references[account.article]
      let named = zip(reference.mentions, reference.entities).filter { mention, entity in
        entity == own && covering.contains(mention.sentence)
      }
      guard let first = named.first?.0.sentence else { continue }
      let cited = sentence(first, of: account.article, marking: named.map(\.0.range))
      sentences += [cited].compactMap(\.self)
    }
    let kind = own.map { dossier.entities[$0].kind } ?? .other
    let why =
      sentences.isEmpty
      ? Why(
        basis: .inferred, rules: [Rule("participant-named-before")], printed: nil,
        sentences: own.map { sentencesBefore(event, naming: $0) } ?? [])
      : Why(basis: .stated, rules: [], printed: nil, sentences: sentences)
    return EventPage.Participant(reference: reference(to: id), kind: kind, why: why)
  }

  /// What tells an event in which "he" or "the two leaders" stands for an entity, behind the last sentence before it
  /// that names the entity.
  private func sentencesBefore(_ event: Int, naming entity: Int) -> [CitedSentence] {
    for account in concordance.accounts[event] {
      guard let told = dossier.events[event].coverage[account.coverage].sentences.min() else { continue }
      let reference = references[account.article]
      let named = zip(reference.mentions, reference.entities).filter { mention, linked in
        linked == entity && mention.sentence < told
      }
      guard let mention = named.last?.0 else { continue }
      return [
        sentence(mention.sentence, of: account.article, marking: [mention.range]),
        sentence(told, of: account.article),
      ].compactMap(\.self)
    }
    return []
  }

  private func account(_ account: Concordance.Account, of event: Event) -> EventPage.Account {
    let coverage = event.coverage[account.coverage]
    let annotated = dossier.articles[account.article].annotated
    let metadata = annotated.article.metadata
    let evidence = (event.when?.evidence ?? []) + (event.place?.evidence ?? [])
    let marks = evidence.filter { $0.article == coverage.article }.map(\.range)
    return EventPage.Account(
      article: reference(toArticle: account.article), role: coverage.role, relays: metadata.relays,
      credits: annotated.article.textCredits,
      sentences: coverage.sentences.compactMap { index in
        guard annotated.sentences.indices.contains(index) else { return nil }
        let whole = annotated.sentences[index].range
        return sentence(
          index, of: account.article, marking: marks.filter { $0 != whole && whole.contains($0) })
      })
  }

  /// Groups of figures that have a value in a sentence that covers the event.
  private func figures(of event: Int) -> [Int] {
    var groups: Set<Int> = []
    for account in concordance.accounts[event] {
      let covering = dossier.events[event].coverage[account.coverage].sentences
      let figures = references[account.article].figures
      for index in concordance.figuresOfArticle[account.article] where !groups.contains(index.group) {
        let figure = dossier.figureGroups[index.group].values[index.row].figure
        guard figures.indices.contains(figure) else { continue }
        if covering.contains(figures[figure].sentence) { groups.insert(index.group) }
      }
    }
    return groups.sorted()
  }

  func neighbours(of index: Int) -> (before: Int?, after: Int?) {
    let event = dossier.events[index]
    let rank = eventRank[index]
    var before: Int?
    var after: Int?
    for id in event.participants {
      guard let entity = concordance.entityIndex[id] else { continue }
      let events = concordance.eventsOfEntity[entity]
      let here = place(of: rank, in: events)
      before = nearest(events[..<here].reversed(), to: before) { $0 > $1 }
      after = nearest(events[here...].dropFirst(), to: after) { $0 < $1 }
    }
    return (before, after)
  }

  /// The first event with a page and a date, if it is nearer in time than the one found before.
  private func nearest(
    _ events: some Sequence<Int>, to found: Int?, isNearer: (Int, Int) -> Bool
  ) -> Int? {
    let candidate = events.prefix(Self.searched).first {
      eventReferences[$0].path != nil
        && TimelinePlace(dossier.events[$0].when?.value).year != nil
    }
    guard let candidate, let found else { return candidate ?? found }
    return isNearer(eventRank[candidate], eventRank[found]) ? candidate : found
  }

  /// How far a neighbour is looked for, so that a page costs the same in any corpus.
  private static let searched = 50

  /// Where an event of a rank stands in a list that is sorted by rank.
  private func place(of rank: Int, in events: [Int]) -> Int {
    events.partitioningIndex { eventRank[$0] >= rank }
  }
}
