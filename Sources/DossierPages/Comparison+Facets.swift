import DossierModel
import DossierSource

/// Who, when and where, as each article words it.
extension Comparison {
  func headlines() -> [ComparisonPage.Row] {
    let metadata = { (side: Side) in plan.dossier.articles[side.article].article.metadata }
    let decks = row(.key("compared.deck"), limit: 1) { side in
      metadata(side).deck.map { [Snippet([.plain($0)], of: side.reference, sentence: nil)] } ?? []
    }
    let titles = row(.key("compared.headline"), limit: 1) { side in
      [Snippet([.plain(metadata(side).title)], of: side.reference, sentence: nil)]
    }
    return [titles, decks]
  }

  /// The sentences that tell of the event.
  func told() -> ComparisonPage.Row {
    row(.key("compared.told"), limit: 3) { side in
      side.covering.map { Snippet(sentence: $0, of: side.reference) }
    }
  }

  /// The words that tell when it was: times of its sentences that agree with its date.
  func times() -> ComparisonPage.Row {
    let value = plan.dossier.events[event].when?.value
    let label = value.map { ComparisonPage.Label.date($0, nil) } ?? .key("compared.undated")
    return row(label, limit: 3) { side in
      guard let value else { return [] }
      let linked = plan.dossier.articles[side.article]
      return distinct(
        zip(linked.annotated.times, linked.times).compactMap { time, resolved -> (TextRange, Int)? in
          guard side.covering.contains(time.sentence), let edtf = resolved.edtf, Self.agree(edtf, value)
          else { return nil }
          return (time.range, time.sentence)
        }, of: side, words: (2, 3))
    }
  }

  private static func agree(_ left: EDTF, _ right: EDTF) -> Bool {
    func starts(_ one: EDTF, before other: EDTF) -> Bool {
      guard let first = one.firstDay, let last = other.lastDay else { return true }
      return first <= last
    }
    guard left.firstDay != nil || left.lastDay != nil else { return false }
    return starts(left, before: right) && starts(right, before: left)
  }

  /// The words that tell where it was.
  func places() -> ComparisonPage.Row {
    let label = plan.dossier.events[event].place.map {
      ComparisonPage.Label.name(plan.reference(to: $0.value))
    }
    return row(label ?? .key("compared.unplaced"), limit: 3) { side in
      let annotated = plan.dossier.articles[side.article].annotated
      let entity = plan.dossier.events[event].place.flatMap { plan.concordance.entityIndex[$0.value] }
      var ranges = zip(annotated.mentions, side.reference.entities).compactMap { mention, meant in
        meant == entity && entity != nil && side.covering.contains(mention.sentence)
          && !isFollowedByApostrophe(mention.range, in: side)
          ? (mention.range, mention.sentence) : nil
      }
      // An article that does not name the event's place may name another.
      if ranges.isEmpty {
        ranges = annotated.events.compactMap { mention -> (TextRange, Int)? in
          guard side.covering.contains(mention.sentence), let place = mention.place,
            annotated.mentions.indices.contains(place)
          else { return nil }
          return (annotated.mentions[place].range, mention.sentence)
        }
      }
      return ranges.map { range, sentence in
        Snippet(
          around: Self.withNeighbour(range, in: annotated.mentions), of: side.reference, sentence: sentence,
          words: (3, 3))
      }
    }
  }

  /// Whether a name owns what follows it: "Moscow's support" tells of no place.
  private func isFollowedByApostrophe(_ range: TextRange, in side: Side) -> Bool {
    let rest = side.reference.text.utf8.dropFirst(range.upperBound).prefix(3)
    return rest.starts(with: [0x27]) || rest.starts(with: [0xE2, 0x80, 0x99])
  }

  /// Bytes between two places of which one explains the other: "in Vulla, near Strelsau".
  private static let nearby = 12

  /// A place with the one named just before it in the same sentence.
  private static func withNeighbour(_ range: TextRange, in mentions: [Mention]) -> TextRange {
    guard let index = mentions.firstIndex(where: { $0.range == range }), index > 0 else { return range }
    let before = mentions[index - 1]
    guard before.kind == .place, before.sentence == mentions[index].sentence,
      range.lowerBound - before.range.upperBound <= nearby
    else { return range }
    return TextRange(before.range.lowerBound, range.upperBound)
  }

  /// Stretches with the words around them, each wording once.
  private func distinct(
    _ ranges: [(TextRange, Int)], of side: Side, words: (before: Int, after: Int)
  ) -> [Snippet] {
    var seen: Set<String> = []
    return ranges.compactMap { range, sentence in
      guard seen.insert(String(side.reference.text[range])).inserted else { return nil }
      return Snippet(around: range, of: side.reference, sentence: sentence, words: words)
    }
  }

  /// How each article names those who take part, and how often.
  func participants() -> [ComparisonPage.Row] {
    plan.dossier.events[event].participants.prefix(8).map { id in
      let entity = plan.concordance.entityIndex[id]
      return row(.name(plan.reference(to: id)), limit: 5) { side in names(of: entity, in: side) }
    }
  }

  /// A form with its title, as often as it is printed; the first place of each.
  private func names(of entity: Int?, in side: Side) -> [Snippet] {
    guard let entity else { return [] }
    var order: [Substring] = []
    var found: [Substring: (count: Int, sentence: Int)] = [:]
    for (mention, meant) in zip(side.reference.mentions, side.reference.entities)
    where meant == entity && side.tells(mention.sentence) {
      let text = side.reference.text[mention.range]
      if found[text] == nil { order.append(text) }
      found[text, default: (0, mention.sentence)].count += 1
    }
    return order.map { text in
      let form = found[text] ?? (0, 0)
      return Snippet(
        [.plain(String(text))], of: side.reference, sentence: form.sentence, note: .times(form.count))
    }
  }

  /// What is printed of somebody beside the name: offices before it, descriptions instead of it, clauses behind it.
  func characterisations() -> [ComparisonPage.Row] {
    var entities: [Int: Int] = [:]
    let bySide = sides.map { side in characterisations(in: side) }
    for found in bySide { for entity in found.keys { entities[entity, default: 0] += 1 } }
    let shown = entities.filter { entity, count in
      count > 1 || plan.dossier.entities[entity].kind != .person
    }
    let sorted = shown.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(10)
    return sorted.map { entity, _ in
      var cells = bySide.makeIterator()
      return row(.name(plan.entityReferences[entity]), limit: 3) { _ in cells.next()?[entity] ?? [] }
    }
  }

  /// Bytes from a name to a quotation behind it: a comma, a blank and the mark.
  private static let toQuotation = 6

  /// Whether a name is followed by words that say what it is; what it is quoted with says something else.
  private func isExplained(_ mention: Mention, in side: Side) -> Bool {
    let end = side.reference.sentences[mention.sentence].range.upperBound
    guard mention.form == .name, mention.range.upperBound < end else { return false }
    let behind = mention.range.upperBound...(mention.range.upperBound + Self.toQuotation)
    guard !side.reference.quotations.contains(where: { behind.contains($0.range.lowerBound) }) else {
      return false
    }
    return ClauseWindow.isExplained(
      Array(side.reference.text[TextRange(mention.range.upperBound, end)].utf8.prefix(8))[...])
  }

  private func characterisations(in side: Side) -> [Int: [Snippet]] {
    var found: [Int: [Snippet]] = [:]
    var seen: Set<String> = []
    for (mention, meant) in zip(side.reference.mentions, side.reference.entities) {
      guard let meant, side.tells(mention.sentence) else { continue }
      let kind = plan.dossier.entities[meant].kind
      guard kind.isActor, kind != .country else { continue }
      var range = mention.range
      var words = (before: 0, after: 0)
      if mention.form == .description {
        words = (1, 0)
      } else if let title = mention.title, title.upperBound <= mention.range.lowerBound,
        side.reference.text[title].utf8.contains(0x20)
      {
        range = TextRange(title.lowerBound, mention.range.upperBound)
      } else if kind == .group || isExplained(mention, in: side),
        kind != .person || side.reference.text[mention.range].utf8.contains(0x20)
      {
        words = (6, 12)
      } else {
        continue
      }
      let key = "\(meant) \(side.reference.text[range])"
      guard seen.insert(key).inserted else { continue }
      found[meant, default: []].append(
        Snippet(around: range, of: side.reference, sentence: mention.sentence, words: words))
    }
    return found
  }
}
