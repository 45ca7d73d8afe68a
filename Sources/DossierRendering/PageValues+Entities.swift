import DossierModel
import DossierPages
import DossierSource
import DossierTemplates

/// Values of the pages of actors and places.
extension PageValues {
  func actorPage(_ page: ActorPage) -> TemplateObject {
    [
      "name": .text(page.name), "kind": .text(words["kind.\(page.kind.rawValue)"]),
      "promotion": .text(words["promotion.\(page.promotion.rawValue)"]), "id": .text(page.id.string),
      "mentions": .text(words.count(page.mentionCount, "mentions")),
      "articles": .text(words.count(page.articleCount, "articles")),
      "reach": independence(page.independence),
      "eventCount": .text(words.count(page.events.count, "events")),
      "quoteCount": .text(words.count(page.said.count, "quotes")),
      "names": list(page.names) { name($0) }, "hasNames": .flag(!page.names.isEmpty),
      "roles": list(page.roles) { role($0) }, "hasRoles": .flag(!page.roles.isEmpty),
      "events": list(page.events) { event($0) }, "hasEvents": .flag(!page.events.isEmpty),
      "said": list(page.said) { quote($0) }, "hasSaid": .flag(!page.said.isEmpty),
      "moreSaid": link(page.moreSaid),
      "relations": list(page.relations) { relation($0) }, "hasRelations": .flag(!page.relations.isEmpty),
      "speaksOf": list(page.speaksOf) { speech($0) }, "hasSpeaksOf": .flag(!page.speaksOf.isEmpty),
      "spokenOfBy": list(page.spokenOfBy) { speech($0) }, "hasSpokenOfBy": .flag(!page.spokenOfBy.isEmpty),
      "hasSpeech": .flag(!page.speaksOf.isEmpty || !page.spokenOfBy.isEmpty),
      "places": list(page.places) { relation($0) }, "hasPlaces": .flag(!page.places.isEmpty),
      "timeline": list(page.timeline) { event($0) },
      "timelineParts": list(page.timelineParts) { shelfLink($0) },
      "hasTimelineParts": .flag(!page.timelineParts.isEmpty),
      "hasTimeline": .flag(!page.timeline.isEmpty || !page.timelineParts.isEmpty),
      "groups": list(page.mentions.groups) { group($0) },
      "mentionParts": list(page.mentions.parts) { shelfLink($0) },
      "hasMentionParts": .flag(!page.mentions.parts.isEmpty), "strip": strip(page.strip),
      "chart": chart(page.chart), "graph": graph(page.graph),
    ]
  }

  func placePage(_ page: PlacePage) -> TemplateObject {
    [
      "name": .text(page.name), "kind": .text(words["kind.place"]), "id": .text(page.id.string),
      "promotion": .text(words["promotion.\(page.promotion.rawValue)"]),
      "mentions": .text(words.count(page.mentionCount, "mentions")),
      "articles": .text(words.count(page.articleCount, "articles")),
      "names": list(page.names) { name($0) }, "hasNames": .flag(!page.names.isEmpty),
      "government": references(page.government), "hasGovernment": .flag(!page.government.isEmpty),
      "events": list(page.events) { event($0) },
      "hasEvents": .flag(!page.events.isEmpty || !page.timelineParts.isEmpty),
      "timelineParts": list(page.timelineParts) { shelfLink($0) },
      "hasTimelineParts": .flag(!page.timelineParts.isEmpty),
      "relations": list(page.actors) { relation($0) }, "hasRelations": .flag(!page.actors.isEmpty),
      "groups": list(page.mentions.groups) { group($0) },
      "mentionParts": list(page.mentions.parts) { shelfLink($0) },
      "hasMentionParts": .flag(!page.mentions.parts.isEmpty),
    ]
  }

  func mentionsPage(_ page: MentionsPage) -> TemplateObject {
    [
      "entity": reference(page.entity), "shelving": shelving(page.shelving),
      "groups": list(page.groups) { group($0) },
    ]
  }

  func nameIndex(_ page: NameIndexPage) -> TemplateObject {
    [
      "isPlaces": .flag(page.sort == .places), "isActors": .flag(page.sort == .actors),
      "map": link(page.map), "total": .text(words.count(page.total, "names")),
      "shelving": shelving(page.shelving),
      "letters": list(page.letters) { letter in
        .object([
          "letter": .text(letter.letter?.uppercased() ?? words["shelf.other-letters"]),
          "anchor": .text("letter-" + (letter.letter ?? "other")),
          "rows": list(letter.rows) { indexRow($0) },
        ])
      },
    ]
  }

  private func indexRow(_ row: NameIndexPage.Row) -> TemplateValue {
    .object([
      "text": .text(row.text), "isVariant": .flag(row.isVariant), "target": reference(row.target),
      "kind": .text(words["kind.\(row.kind.rawValue)"]),
      "articles": .text(words.count(row.articles, "articles")),
    ])
  }

  private func name(_ row: NameRow) -> TemplateValue {
    let unnamed: [(name: String, count: Int?)] =
      row.unnamed > 0 ? [(words["outlet.none"], row.unnamed)] : []
    return .object([
      "text": .text(row.text), "kind": .text(words["alias.\(row.kind.rawValue)"]),
      "outlets": list(row.outlets + unnamed) { outlet in
        .object([
          "text": .text(outlet.name), "count": text(outlet.count.map(Wording.grouped)),
        ])
      }, "count": .text(Wording.grouped(row.count)),
      "rule": .text(words["alias-rule.\(row.kind.rawValue)"]),
      "first": .list(row.first.map { [sentence($0)] } ?? []),
    ])
  }

  private func role(_ row: RoleRow) -> TemplateValue {
    .object([
      "text": .text(row.text), "count": .text(Wording.grouped(row.count)),
      "outlets": texts(row.outlets.isEmpty ? [words["outlet.none"]] : row.outlets),
      "first": .list([sentence(row.first)]), "badge": .text(words["badge.stated"]),
      "from": row.from.map { date($0) } ?? .flag(false), "to": row.to.map { date($0) } ?? .flag(false),
    ])
  }

  private func relation(_ row: RelationRow) -> TemplateValue {
    .object([
      "text": .text(row.other.text), "href": link(row.other.path),
      "count": .text(words.count(row.count, "sentences")), "sentences": sentences(row.sentences),
    ])
  }

  private func speech(_ row: SpeechRow) -> TemplateValue {
    .object([
      "other": reference(row.other), "count": .text(words.count(row.count, "quotes")),
      "index": link(row.path, anchor: row.anchor), "sentences": sentences(row.sentences),
    ])
  }

  private func group(_ group: MentionGroup) -> TemplateValue {
    .object([
      "article": article(group.article),
      "sentences": list(zip(group.sentences, group.grounds)) { cited, grounds in
        guard !grounds.isEmpty else { return sentence(cited) }
        return sentence(cited, adding: ("grounds", texts(grounds.map { words["ground.\($0.rawValue)"] })))
      },
    ])
  }
}
