import DossierModel
import DossierSource

/// What is quoted, counted and told besides, as each article prints it.
extension Comparison {
  /// A group of quotations or figures with its rows in the articles that are compared.
  private typealias Rows = [(group: Int, bySide: [[Int]])]

  /// Groups in the order in which the articles print them, with the rows that each side has.
  private func rows(_ indexes: (Int) -> [Concordance.RowIndex]) -> Rows {
    var order: [Int] = []
    var found: [Int: [[Int]]] = [:]
    for (place, side) in sides.enumerated() {
      for index in indexes(side.article) {
        if found[index.group] == nil {
          order.append(index.group)
          found[index.group] = Array(repeating: [], count: sides.count)
        }
        found[index.group]?[place].append(index.row)
      }
    }
    return order.map { (group: $0, bySide: found[$0] ?? []) }
  }

  private func isShared(_ bySide: [[Int]]) -> Bool { bySide.count { !$0.isEmpty } > 1 }

  /// Quotations that several of the articles have.
  func sharedQuotes() -> [ComparisonPage.Row] {
    rows { plan.concordance.quotesOfArticle[$0] }.filter { isShared($0.bySide) }.prefix(20).map {
      group, bySide in
      let family = plan.dossier.quoteFamilies[group]
      let speaker = family.speaker.map { ComparisonPage.Label.name(plan.reference(to: $0)) }
      let isDescribed = !family.speakerText.isEmpty
      // The first that differs says it for the row; each variant says it for itself.
      let difference = family.variants.first { $0.difference != .identical }?.difference ?? .identical
      var cells = bySide.makeIterator()
      return row(
        speaker ?? (isDescribed ? .words(family.speakerText) : .key("compared.unnamed")),
        note: .difference(difference), limit: 2
      ) { side in
        (cells.next() ?? []).compactMap { quote(family, $0, in: side, beyond: difference) }
      }
    }
  }

  /// A variant, with its difference where the row has not said it.
  private func quote(
    _ family: QuoteFamily, _ number: Int, in side: Side, beyond said: QuoteFamily.Difference
  ) -> Snippet? {
    let variant = family.variants[number]
    guard side.reference.quotations.indices.contains(variant.quotation),
      let first = plan.concordance.articleIndex[family.variants[0].citation.article]
    else { return nil }
    let quotation = side.reference.quotations[variant.quotation]
    guard side.reference.sentences.indices.contains(quotation.sentence) else { return nil }
    return Snippet(
      variant, of: side.reference, sentence: quotation.sentence, besides: plan.references[first],
      note: number == 0 || variant.difference == said ? nil : .difference(variant.difference))
  }

  /// Figures that several of the articles have.
  func sharedFigures() -> [ComparisonPage.Row] {
    rows { plan.concordance.figuresOfArticle[$0] }.filter { isShared($0.bySide) }.prefix(16).map {
      group, bySide in
      let figures = plan.dossier.figureGroups[group]
      var cells = bySide.makeIterator()
      return row(.words(figures.what), note: .agreement(figures.agreement), limit: 2) { side in
        (cells.next() ?? []).compactMap { figure(figures.values[$0], in: side) }
      }
    }
  }

  private func figure(_ value: FigureGroup.Value, in side: Side) -> Snippet? {
    guard side.reference.figures.indices.contains(value.figure) else { return nil }
    let figure = side.reference.figures[value.figure]
    guard side.reference.sentences.indices.contains(figure.sentence) else { return nil }
    let text = { (range: TextRange?) in range.map { String(side.reference.text[$0]) } }
    let hasKey = value.place != nil || value.time != nil || value.source != nil
    return Snippet(
      around: figure.range, of: side.reference, sentence: figure.sentence, words: (4, 7),
      note: hasKey ? .key(place: text(value.place), time: text(value.time), source: text(value.source)) : nil)
  }

  /// Other events that several of the articles tell of.
  func background() -> [ComparisonPage.Row] {
    var found: [Int: [(side: Int, coverage: Int)]] = [:]
    for (place, side) in sides.enumerated() {
      for index in plan.concordance.coverage[side.article] where index.event != event {
        found[index.event, default: []].append((place, index.coverage))
      }
    }
    let shared = found.filter { $0.value.count > 1 }
    let sorted = shared.sorted {
      ($1.value.count, plan.eventRank[$0.key]) < ($0.value.count, plan.eventRank[$1.key])
    }
    return sorted.prefix(10).map { event, tellings in
      var place = -1
      let told = plan.dossier.events[event]
      let label = told.when.map { ComparisonPage.Label.date($0.value, plan.eventReferences[event].path) }
      return row(label ?? .name(plan.eventReferences[event]), limit: 2) { side in
        place += 1
        return tellings.filter { $0.side == place }.flatMap { telling in
          plan.dossier.events[event].coverage[telling.coverage].sentences.filter {
            side.reference.sentences.indices.contains($0)
          }.map { Snippet(sentence: $0, of: side.reference) }
        }
      }
    }
  }

  /// Words of the lists that the articles print, with how often they do in their own voice.
  func terms() -> [ComparisonPage.Row] {
    var found: [Int: [[Int]]] = [:]
    for (place, side) in sides.enumerated() where side.role == .reported {
      for index in plan.terms.usesOfArticle[side.article] {
        let term = plan.dossier.termUses[index].term
        found[term, default: Array(repeating: [], count: sides.count)][place].append(index)
      }
    }
    return found.sorted { $0.key < $1.key }.prefix(30).map { term, bySide in
      var cells = bySide.makeIterator()
      let name = Reference(plan.dossier.terms[term].name, plan.terms.paths[term])
      return row(.name(name), limit: 1) { side in uses(cells.next() ?? [], in: side) }
    }
  }

  private func uses(_ uses: [Int], in side: Side) -> [Snippet] {
    guard let first = uses.first else { return [] }
    let quoted = uses.count { plan.dossier.termUses[$0].isQuoted }
    let note = Snippet.Note.termUses(outside: uses.count - quoted, quoted: quoted)
    let metadata = plan.dossier.articles[side.article].article.metadata
    let body = uses.first { index in
      if case .body = plan.dossier.termUses[index].place { true } else { false }
    }
    switch plan.dossier.termUses[body ?? first].place {
    case .body(let range, let sentence):
      guard side.reference.sentences.indices.contains(sentence) else { return [] }
      return [Snippet(around: range, of: side.reference, sentence: sentence, words: (3, 3), note: note)]
    case .headline:
      return [Snippet([.plain(metadata.title)], of: side.reference, sentence: nil, note: note)]
    case .deck:
      return [Snippet([.plain(metadata.deck ?? "")], of: side.reference, sentence: nil, note: note)]
    }
  }

  /// What only one of the articles has.
  func singles() -> [ComparisonPage.Row] {
    let quotes = rows { plan.concordance.quotesOfArticle[$0] }.filter { !isShared($0.bySide) }
    let figures = Set(
      rows { plan.concordance.figuresOfArticle[$0] }.filter { isShared($0.bySide) }.map(\.group))
    var place = -1
    let quoteRow = row(.key("compared.quotes"), limit: 8) { side in
      place += 1
      return quotes.flatMap { group, bySide in
        bySide[place].compactMap { number in
          let family = plan.dossier.quoteFamilies[group]
          return quote(family, number, in: side, beyond: .identical).map { snippet in
            let name = family.speaker.map { plan.reference(to: $0).text } ?? family.speakerText
            return Snippet(
              snippet.pieces, of: side.reference, sentence: snippet.sentence,
              note: name.isEmpty ? nil : .speaker(name), isQuotation: true)
          }
        }
      }
    }
    let figureRow = row(.key("compared.figures"), limit: 8) { side in singleFigures(of: side, but: figures) }
    return [quoteRow, figureRow, singleEvents()]
  }

  private func singleFigures(of side: Side, but shared: Set<Int>) -> [Snippet] {
    let taken = Set(
      plan.concordance.figuresOfArticle[side.article].filter { shared.contains($0.group) }.map {
        plan.dossier.figureGroups[$0.group].values[$0.row].figure
      })
    return side.reference.figures.indices.compactMap { index in
      let figure = side.reference.figures[index]
      guard !taken.contains(index), side.tells(figure.sentence),
        side.reference.sentences.indices.contains(figure.sentence)
      else { return nil }
      return Snippet(around: figure.range, of: side.reference, sentence: figure.sentence, words: (3, 4))
    }
  }

  /// Events with a date that no other of the articles tells of.
  private func singleEvents() -> ComparisonPage.Row {
    var counts: [Int: Int] = [:]
    for side in sides {
      for index in plan.concordance.coverage[side.article] { counts[index.event, default: 0] += 1 }
    }
    return row(.key("compared.events"), limit: 8) { side in
      plan.concordance.coverage[side.article].compactMap { index in
        let told = plan.dossier.events[index.event]
        guard counts[index.event] == 1, let when = told.when?.value,
          let sentence = told.coverage[index.coverage].sentences.first,
          side.reference.sentences.indices.contains(sentence)
        else { return nil }
        return Snippet(
          [.plain(plan.eventReferences[index.event].text)], of: side.reference, sentence: sentence,
          note: .date(when))
      }
    }
  }
}
