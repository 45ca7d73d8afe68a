import DossierModel
import DossierSource

/// What the sentences around an entity's mentions say: with whom it is named, and by which office.
extension SitePlan {
  /// The sentences that name two entities: how many, and the first of them.
  private struct Relation {
    private static let shown = 3

    var count = 0
    var first: [(article: Int, sentence: Int)] = []

    mutating func add(_ place: (article: Int, sentence: Int)) {
      count += 1
      if first.count < Self.shown { first.append(place) }
    }
  }

  private static let shownRelations = 24

  /// Who else is named in the sentences that name an entity, the most often named first.
  func relations(of index: Int) -> [RelationRow] {
    var found: [Int: Relation] = [:]
    var lastSentence = (article: -1, sentence: -1)
    for occurrence in concordance.occurrences[index] {
      let reference = references[occurrence.article]
      let sentence = reference.mentions[occurrence.mention].sentence
      guard lastSentence != (occurrence.article, sentence) else { continue }
      lastSentence = (occurrence.article, sentence)
      for other in others(near: occurrence, than: index) {
        found[other, default: Relation()].add(lastSentence)
      }
    }
    let paged = found.filter { entityReferences[$0.key].path != nil }
    let sorted = paged.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    return sorted.prefix(Self.shownRelations).map { other, relation in
      return RelationRow(
        other: entityReferences[other], kind: dossier.entities[other].kind,
        count: relation.count,
        sentences: relation.first.compactMap { place in
          sentence(place.sentence, of: place.article, marking: marks(of: [index, other], in: place))
        })
    }
  }

  /// The other entities of the sentence that a mention stands in, each once.
  private func others(near occurrence: Concordance.Occurrence, than own: Int) -> [Int] {
    let reference = references[occurrence.article]
    let mentions = reference.mentions
    let sentence = mentions[occurrence.mention].sentence
    var first = occurrence.mention
    while first > 0, mentions[first - 1].sentence == sentence { first -= 1 }
    var found: [Int] = []
    var index = first
    while index < mentions.count, mentions[index].sentence == sentence {
      if let entity = reference.entities[index], entity != own, !found.contains(entity) {
        found.append(entity)
      }
      index += 1
    }
    return found
  }

  private func marks(of entities: [Int], in place: (article: Int, sentence: Int)) -> [TextRange] {
    let reference = references[place.article]
    return zip(reference.mentions, reference.entities).compactMap { mention, entity in
      guard mention.sentence == place.sentence, let entity, entities.contains(entity) else { return nil }
      return mention.range
    }
  }

  /// What is known of one office while its places are gathered.
  private struct Role {
    let text: String
    let first: (article: Int, mention: Mention)
    var count = 0
    var outlets: Set<String> = []
    var dates: [EDTF] = []
  }

  /// Offices and titles as printed before an entity's names, in the order in which articles first print them.
  ///
  /// What makes a courtesy form of a name ("Mr") is no office: the table of names shows it.
  func roles(of index: Int) -> [RoleRow] {
    var found: [Role] = []
    var places: [Substring: Int] = [:]
    for occurrence in concordance.occurrences[index] {
      let reference = references[occurrence.article]
      let mention = reference.mentions[occurrence.mention]
      guard let title = mention.title, !title.isEmpty else { continue }
      let text = reference.text[title]
      let place = places[text] ?? found.count
      if place == found.count {
        places[text] = place
        found.append(Role(text: String(text), first: (occurrence.article, mention)))
      }
      found[place].count += 1
      if let outlet = reference.outlet { found[place].outlets.insert(outlet) }
      if let date = reference.published { found[place].dates.append(date) }
    }
    let courtesies = dossier.entities[index].aliases.filter { $0.kind == .honorific }.map(\.text)
    let offices = found.filter { role in !courtesies.contains { $0.hasPrefix(role.text + " ") } }
    return offices.compactMap { role in
      let (article, mention) = role.first
      let marks = [mention.title, mention.range].compactMap(\.self)
      guard let cited = sentence(mention.sentence, of: article, marking: marks) else { return nil }
      return RoleRow(
        text: role.text, count: role.count, outlets: role.outlets.sorted(), first: cited,
        from: role.dates.first,
        to: role.dates.count > 1 && role.dates.first != role.dates.last ? role.dates.last : nil)
    }
  }
}
