import DossierModel
import DossierPages
import DossierSource
import DossierTemplates

/// Values of the home page, the timeline, events, outlets and quotations.
extension PageValues {
  func homePage(_ page: HomePage) -> TemplateObject {
    func lane(_ lane: Lane) -> TemplateValue {
      .object([
        "count": .text(words.count(page.laneCounts[lane] ?? 0, "events")),
        "lane": .text(words["lane.\(lane.rawValue)"]),
      ])
    }
    let open = page.open
    let counts: [(TemplateName, Int)] = [
      ("undated", open.undatedArticles), ("inferred", open.inferredDates),
      ("differingQuotes", open.differingQuotes), ("differingFigures", open.differingFigures),
      ("unnamed", open.unnamedSpeakers),
    ]
    var matters = TemplateObject()
    for (name, count) in counts { matters[name] = count == 0 ? .flag(false) : .text(Wording.grouped(count)) }
    return [
      "reach": independence(page.independence),
      "actorCount": some(page.actorCount, "actors"),
      "placeCount": some(page.placeCount, "places"),
      "quoteCount": some(page.quoteCount, "quotes"),
      "figureCount": some(page.figureCount, "figures"),
      "lanes": list(Lane.ofEvents) { lane($0) },
      "span": page.span.map { .object(["from": date($0.from), "to": date($0.to)]) } ?? .flag(false),
      "shared": list(page.sharedEvents) { event($0) }, "hasShared": .flag(!page.sharedEvents.isEmpty),
      "single": list(page.otherEvents) { event($0) }, "hasSingle": .flag(!page.otherEvents.isEmpty),
      "retold": list(page.retoldEvents) { event($0) }, "hasRetold": .flag(!page.retoldEvents.isEmpty),
      "actors": list(page.actors) { entity($0) }, "hasActors": .flag(!page.actors.isEmpty),
      "places": list(page.places) { entity($0) }, "hasPlaces": .flag(!page.places.isEmpty),
      "actorMap": link(page.actorMap),
      "open": .object(matters), "isOpen": .flag(counts.contains { $0.1 > 0 }),
      "notices": references(page.notices), "hasNotices": .flag(!page.notices.isEmpty),
    ]
  }

  func timelinePage(_ page: TimelinePage) -> TemplateObject {
    [
      "entity": page.entity.map { reference($0) } ?? .flag(false), "shelving": shelving(page.shelving),
      "isWhole": .flag(page.shelving.overview == nil),
      "lanes": list(Lane.allCases.filter { $0 != .published || page.counts[$0] != nil }) { lane in
        .object([
          "name": .text(lane.rawValue), "lane": .text(words["lane.\(lane.rawValue)"]),
          "count": .text(words.count(page.counts[lane] ?? 0, lane == .published ? "articles" : "events")),
          "isShown": .flag(lane != .published),
        ])
      },
      "bases": list(Self.bases) { basis in
        .object(["name": .text(basis.rawValue), "badge": .text(words["badge.\(basis.rawValue)"])])
      },
      "undated": .text(words["date.none"]), "hasRows": .flag(!page.years.isEmpty),
      "years": years(page.years) { timelineRow($0) },
      "isEmpty": .flag(!Lane.ofEvents.contains { page.counts[$0] != nil }),
      "strip": strip(page.strip, isWorked: true), "exact": .text(words.count(page.exactCount, "events")),
    ]
  }

  private static let bases: [Basis] = [.stated, .inferred, .decided]

  func timelineRow(_ row: TimelineRow) -> TemplateValue {
    func joined(_ names: [String]) -> TemplateValue {
      names.isEmpty ? .flag(false) : .text(names.joined(separator: "|"))
    }
    switch row {
    case .event(let row, let keys):
      return .object([
        "event": event(row), "publication": .flag(false), "moreActors": joined(keys.participants),
        "moreOutlets": joined(keys.outlets), "titles": joined(keys.titles),
      ])
    case .publication(let reference):
      return .object([
        "event": .flag(false), "publication": article(reference), "moreActors": .flag(false),
        "moreOutlets": .flag(false), "titles": .flag(false),
      ])
    }
  }

  func eventIndex(_ page: EventIndexPage) -> TemplateObject {
    [
      "total": .text(words.count(page.total, "events")), "shelving": shelving(page.shelving),
      "years": years(page.years) { event($0) },
    ]
  }

  func eventPage(_ page: EventPage) -> TemplateObject {
    [
      "title": .text(page.title), "id": .text(page.id.string),
      "titleSource": .list(page.titleSource.map { [sentence($0)] } ?? []),
      "lane": .text(words["lane.\(page.lane.rawValue)"]), "laneName": .text(page.lane.rawValue),
      "isPlanned": .flag(page.lane == .planned), "when": claim(page.when),
      "place": page.place.map { place in
        .object(["reference": reference(place.reference), "why": why(place.why)])
      } ?? .flag(false),
      "participants": list(page.participants) { participant in
        .object([
          "reference": reference(participant.reference),
          "kind": .text(words["kind.\(participant.kind.rawValue)"]), "why": why(participant.why),
          "hasProof": .flag(!participant.why.sentences.isEmpty),
        ])
      },
      "hasParticipants": .flag(!page.participants.isEmpty),
      "accounts": list(page.accounts) { account($0) },
      "reach": independence(page.independence), "comparison": link(page.comparison),
      "isShared": .flag(page.accounts.count > 1),
      "quotes": list(page.quotes) { quote($0) }, "hasQuotes": .flag(!page.quotes.isEmpty),
      "figures": list(page.figures) { figure($0) }, "hasFigures": .flag(!page.figures.isEmpty),
      "differingQuotes": list(page.quotes.filter(\.differs)) {
        quote($0)
      },
      "differingFigures": list(page.figures.filter(\.differs)) { figure($0) },
      "hasDifferences": .flag(
        page.quotes.contains(where: \.differs) || page.figures.contains(where: \.differs)),
      "signals": list(page.signals) { rule($0) }, "hasSignals": .flag(!page.signals.isEmpty),
      "before": page.before.map { neighbour($0) } ?? .flag(false),
      "after": page.after.map { neighbour($0) } ?? .flag(false),
      "hasNeighbours": .flag(page.before != nil || page.after != nil),
    ]
  }

  private func neighbour(_ row: EventPage.Neighbour) -> TemplateValue {
    .object([
      "text": .text(row.event.text), "href": link(row.event.path),
      "date": row.date.map { date($0) } ?? .flag(false), "lane": .text(words["lane.\(row.lane.rawValue)"]),
      "laneName": .text(row.lane.rawValue),
    ])
  }

  private func account(_ account: EventPage.Account) -> TemplateValue {
    .object([
      "article": article(account.article), "role": .text(words["role.\(account.role.rawValue)"]),
      "relays": texts(account.relays), "hasRelays": .flag(!account.relays.isEmpty),
      "credits": texts(account.credits), "hasCredits": .flag(!account.credits.isEmpty),
      "sentences": sentences(account.sentences),
    ])
  }

  /// How many there are, where there are any: nobody looks at a list of none.
  private func some(_ count: Int, _ key: String) -> TemplateValue {
    count == 0 ? .flag(false) : .text(words.count(count, key))
  }

  func outletIndex(_ page: OutletIndexPage) -> TemplateObject {
    [
      "reach": independence(page.independence),
      "rows": list(page.rows) { row in
        .object([
          "outlet": reference(row.outlet),
          "articles": row.articles == 0 ? .flag(false) : .text(words.count(row.articles, "articles")),
          "relayedIn": row.relayedIn == 0 ? .flag(false) : .text(words.count(row.relayedIn, "articles")),
        ])
      },
      "hasRelayed": .flag(page.rows.contains { $0.relayedIn > 0 }),
      "unnamed": page.unnamed == 0 ? .flag(false) : .text(words.count(page.unnamed, "articles")),
    ]
  }

  func outletPage(_ page: OutletPage) -> TemplateObject {
    [
      "terms": list(page.terms) { outletTerm($0) }, "hasTerms": .flag(!page.terms.isEmpty),
      "name": .text(page.name), "rows": list(page.articles) { articleRow($0) },
      "hasArticles": .flag(!page.articles.isEmpty),
      "more": page.moreArticles == 0 ? .flag(false) : .text(words.count(page.moreArticles, "articles")),
      "relayedIn": list(page.relayedIn) { article($0) }, "hasRelayedIn": .flag(!page.relayedIn.isEmpty),
      "relays": list(page.relays) { relay in
        .object([
          "reference": reference(relay.reference), "count": .text(words.count(relay.count, "articles")),
        ])
      },
      "hasRelays": .flag(!page.relays.isEmpty),
      "credits": list(page.credits) { counted($0.text, $0.count) },
      "hasCredits": .flag(!page.credits.isEmpty),
      "notices": list(page.notices) { counted($0.text, $0.count) },
      "hasNotices": .flag(!page.notices.isEmpty),
      "quotes": list(page.ownQuotes) { quote($0) }, "hasQuotes": .flag(!page.ownQuotes.isEmpty),
    ]
  }

  private func counted(_ text: String, _ count: Int) -> TemplateValue {
    .object(["text": .text(text), "count": .text(words.count(count, "articles"))])
  }

  func quoteIndex(_ page: QuoteIndexPage) -> TemplateObject {
    [
      "total": .text(words.count(page.total, "quotes")), "shelving": shelving(page.shelving),
      "fragments": page.fragments == 0 ? .flag(false) : .text(Wording.grouped(page.fragments)),
      "speakers": list(page.speakers) { speaker in
        .object([
          "speaker": speaker.reference.map { reference($0) } ?? .flag(false),
          "isUnnamed": .flag(speaker.reference == nil), "quotes": list(speaker.quotes) { quote($0) },
        ])
      },
    ]
  }

  func figureIndex(_ page: FigureIndexPage) -> TemplateObject {
    [
      "total": .text(words.count(page.total, "rows")), "shelving": shelving(page.shelving),
      "figures": list(page.figures) { figure($0) },
    ]
  }

  func fragmentIndex(_ page: FragmentIndexPage) -> TemplateObject {
    [
      "total": .text(Wording.grouped(page.total)), "shelving": shelving(page.shelving),
      "groups": list(page.groups) { group in
        .object(["article": article(group.article), "sentences": sentences(group.sentences)])
      },
    ]
  }
}
