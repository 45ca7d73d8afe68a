import DossierModel
import DossierSource

/// What was found in an article, as its own page shows it: its sentences stand there already, so that each row
/// leads to them. What other articles print of the same is one link away.
extension ArticlePage {
  /// A time told in the text that has its place on the calendar, with all the sentences that tell it.
  package struct OwnTime: Sendable {
    package let text: String
    package let value: EDTF
    package let basis: Basis
    package let rule: Rule
    package fileprivate(set) var sentences: [CitedSentence]
  }

  /// An event that the article tells of.
  package struct OwnEvent: Sendable {
    package let title: String
    /// Its own page, or the sentence that the title is taken from.
    package let path: PagePath?
    package let source: CitedSentence?
    package let lane: Lane
    package let when: DateClaim?
    package let place: Reference?
  }

  /// Words in quotation marks, with the speaker that this article gives them.
  package struct OwnQuote: Sendable {
    package let text: String
    /// Nil where the article neither names nor describes the speaker.
    package let speaker: Reference?
    package let isNamed: Bool
    /// How the speaker was found; nil where there is none.
    package let attribution: Quotation.Attribution?
    /// The reporting verb or other cue, as printed.
    package let cue: String?
    package let sentence: CitedSentence
    package let others: Others
    package let settlement: Settlement
  }

  /// A number of the article with what it counts.
  package struct OwnFigure: Sendable {
    package let text: String
    package let what: String
    package let sentence: CitedSentence
    package let others: Others
  }

  /// Where the index shows the same words, or figures of the same thing, in other articles.
  package struct Others: Sendable {
    package let path: PagePath
    package let anchor: String
    /// How many there are, this one among them.
    package let count: Int
    package let differs: Bool
  }
}

extension SitePlan {
  func ownEvents(of index: Int) -> [ArticlePage.OwnEvent] {
    concordance.coverage[index].map { covered in
      let event = dossier.events[covered.event]
      return ArticlePage.OwnEvent(
        title: eventReferences[covered.event].text, path: eventReferences[covered.event].path,
        source: sentence(of: event.titleSource),
        lane: lane(of: event), when: date(event.when, citing: 2),
        place: event.place.map { reference(to: $0.value) })
    }
  }

  func ownQuotes(of index: Int) -> [ArticlePage.OwnQuote] {
    let reference = references[index]
    return concordance.quotesOfArticle[index].compactMap { row in
      let family = dossier.quoteFamilies[row.group]
      let variant = family.variants[row.row]
      guard reference.quotations.indices.contains(variant.quotation) else { return nil }
      let quotation = reference.quotations[variant.quotation]
      guard let cited = sentence(quotation.sentence, of: index) else { return nil }
      let isDecided = quotation.speaker?.attribution == .decided
      let named =
        isDecided
        ? family.speaker.flatMap { concordance.entityIndex[$0] }
        : quotation.speaker?.mention.flatMap { reference.entities[$0] }
      let words = quotation.speaker.map { String(reference.text[$0.range]) }.flatMap { $0.isEmpty ? nil : $0 }
      return ArticlePage.OwnQuote(
        text: String(reference.text[variant.citation.range]),
        speaker: named.map { entityReferences[$0] } ?? words.map { Reference($0, nil) },
        isNamed: named != nil, attribution: quotation.speaker?.attribution,
        cue: quotation.cue.map { String(reference.text[$0]) }, sentence: cited,
        others: ArticlePage.Others(
          path: quotePaths[row.group], anchor: family.id, count: family.variants.count,
          differs: family.variants.contains { $0.difference != .identical }),
        settlement: settlement(of: variant, in: family, isChanged: true))
    }
  }

  func ownFigures(of index: Int) -> [ArticlePage.OwnFigure] {
    let reference = references[index]
    return concordance.figuresOfArticle[index].compactMap { row in
      let group = dossier.figureGroups[row.group]
      let number = group.values[row.row].figure
      guard reference.figures.indices.contains(number) else { return nil }
      let figure = reference.figures[number]
      guard let cited = sentence(figure.sentence, of: index) else { return nil }
      return ArticlePage.OwnFigure(
        text: String(reference.text[figure.range]), what: group.what, sentence: cited,
        others: ArticlePage.Others(
          path: figurePaths[row.group], anchor: group.id, count: group.values.count,
          differs: figuresDiffer[row.group]))
    }
  }

  /// The times of an article, each form and value once, in the order in which they are first told.
  func ownTimes(of index: Int) -> [ArticlePage.OwnTime] {
    let linked = dossier.articles[index]
    var found: [ArticlePage.OwnTime] = []
    for (expression, resolved) in zip(linked.annotated.times, linked.times) {
      guard let value = resolved.edtf, let cited = sentence(expression.sentence, of: index) else { continue }
      let text = String(linked.article.text[expression.range])
      if let known = found.firstIndex(where: { $0.value == value && $0.text == text }) {
        found[known].sentences.append(cited)
      } else {
        found.append(
          ArticlePage.OwnTime(
            text: text, value: value, basis: resolved.basis, rule: resolved.rule, sentences: [cited]))
      }
    }
    return found
  }
}
