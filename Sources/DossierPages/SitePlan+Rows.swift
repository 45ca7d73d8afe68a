import DossierModel
import DossierSource

/// Rows of lists, as long as one row may be: what is told by hundreds of articles names the first, and its own page
/// has all.
extension SitePlan {
  /// Articles named, or cited, in one row.
  private static let shownSources = 6
  /// Variants of a quotation, or values of a figure, in one row elsewhere than in their index.
  static let shownElsewhere = 4
  /// Articles cited where a group of quotations or figures has its own place.
  static let shownVariants = 20

  /// Sentences that a row of a list proves an event with.
  private static let shownProofs = 3

  /// An event in a list.
  func row(ofEvent index: Int) -> EventRow {
    let event = dossier.events[index]
    let accounts = concordance.accounts[index]
    let when = date(event.when, citing: Self.shownProofs)
    return EventRow(
      id: event.id, title: eventReferences[index].text, path: eventReferences[index].path,
      when: when,
      status: event.status, isReported: event.isReported, place: event.place.map { reference(to: $0.value) },
      participants: event.participants.prefix(Self.shownSources * 2).map { reference(to: $0) },
      sources: sources(accounts), independence: independence(ofEvent: index),
      comparison: comparisonPath(ofEvent: index),
      source: sentence(of: event.titleSource),
      sentences: sentences(of: event, accounts, beyond: when?.why.sentences ?? []))
  }

  /// The sentence that an event's title is taken from, and the first of other articles; none that is shown already.
  private func sentences(
    of event: Event, _ accounts: [Concordance.Account], beyond shown: [CitedSentence]
  ) -> [CitedSentence] {
    var cited: [CitedSentence] = []
    func add(_ sentence: CitedSentence?) {
      guard let sentence, !shown.contains(where: sentence.isSame), !cited.contains(where: sentence.isSame)
      else {
        return
      }
      cited.append(sentence)
    }
    add(sentence(of: event.titleSource))
    for account in accounts {
      guard cited.count + shown.count < Self.shownProofs else { break }
      let coverage = event.coverage[account.coverage]
      guard coverage.article != event.titleSource.article, let first = coverage.sentences.first else {
        continue
      }
      add(sentence(first, of: account.article))
    }
    return cited
  }

  /// What an event may be filtered by that its row does not show.
  func keys(ofEvent index: Int) -> EventKeys {
    var outlets: [String] = []
    var titles: [String] = []
    for account in concordance.accounts[index] {
      let article = reference(toArticle: account.article)
      guard let outlet = article.outlet else {
        if titles.count < Self.shownSources { titles.append(article.title) }
        continue
      }
      if !outlets.contains(outlet) { outlets.append(outlet) }
    }
    return EventKeys(
      participants: dossier.events[index].participants.dropFirst(Self.shownSources * 2).map {
        reference(to: $0).text
      }, outlets: outlets.count > Self.shownSources - titles.count ? outlets : [], titles: titles)
  }

  private func sources(_ accounts: [Concordance.Account]) -> [Reference] {
    var found: [Reference] = []
    for account in accounts {
      guard found.count < Self.shownSources else { break }
      let article = reference(toArticle: account.article)
      let name = article.outlet ?? article.title
      if !found.contains(where: { $0.text == name }) { found.append(Reference(name, article.path)) }
    }
    return found
  }

  func row(ofEntity index: Int, mentions: Int, articles: Int) -> EntityRow {
    let entity = dossier.entities[index]
    return EntityRow(
      reference: entityReferences[index], kind: entity.kind, mentions: mentions, articles: articles,
      origins: originsOfEntity[index])
  }

  func independence(ofEvent index: Int) -> Independence {
    reachOfEvent[index]
  }

  /// A quote family; with all its variants only where it has its place.
  func row(ofQuote index: Int, isWhole: Bool = false) -> QuoteRow {
    let family = dossier.quoteFamilies[index]
    let isDescribed = !family.speakerText.isEmpty
    let shown = family.variants.prefix(isWhole ? Self.shownVariants : Self.shownElsewhere)
    return QuoteRow(
      id: family.id,
      speaker: family.speaker.map { reference(to: $0) }
        ?? (isDescribed ? Reference(family.speakerText, nil) : nil),
      isNamed: family.speaker != nil, event: family.event.flatMap { reference(to: $0) },
      variants: shown.compactMap { variant($0, of: family, isWhole: isWhole) },
      variantCount: family.variants.count,
      differs: family.variants.contains { $0.difference != .identical },
      independence: origins.independence(
        of: Set(family.variants.compactMap { concordance.articleIndex[$0.citation.article] })),
      path: quotePaths[index])
  }

  private func variant(
    _ variant: QuoteFamily.Variant, of family: QuoteFamily, isWhole: Bool
  ) -> QuoteVariant? {
    let first = family.variants[0]
    guard let article = concordance.articleIndex[variant.citation.article],
      let other = concordance.articleIndex[first.citation.article]
    else { return nil }
    let reference = references[article]
    guard reference.quotations.indices.contains(variant.quotation) else { return nil }
    let quotation = reference.quotations[variant.quotation]
    let marks = [variant.citation.range] + [quotation.speaker?.range].compactMap(\.self)
    guard let cited = sentence(quotation.sentence, of: article, marking: marks) else { return nil }
    return QuoteVariant(
      text: String(reference.text[variant.citation.range]), sentence: cited,
      naming: naming(of: quotation, in: article),
      difference: variant.difference,
      redline: Snippet(
        variant, of: reference, sentence: quotation.sentence, besides: references[other], note: nil),
      attribution: quotation.speaker?.attribution,
      cue: quotation.cue.map { String(reference.text[$0]) },
      settlement: settlement(of: variant, in: family, isChanged: isWhole))
  }

  /// The sentence that names whom a pronoun or a description in a quotation's own sentence stands for.
  private func naming(of quotation: Quotation, in article: Int) -> CitedSentence? {
    guard let mention = quotation.speaker?.mention, references[article].mentions.indices.contains(mention)
    else {
      return nil
    }
    let named = references[article].mentions[mention]
    guard named.sentence != quotation.sentence else { return nil }
    return sentence(named.sentence, of: article, marking: [named.range])
  }

  /// A group of figures; with all its values only where it has its place.
  func row(ofFigure index: Int, isWhole: Bool = false) -> FigureRow {
    let group = dossier.figureGroups[index]
    let shown = group.values.prefix(isWhole ? Self.shownVariants : Self.shownElsewhere)
    return FigureRow(
      id: group.id, what: group.what, agreement: group.agreement,
      values: shown.compactMap { value($0, of: group, isWhole: isWhole) },
      valueCount: group.values.count,
      path: figurePaths[index], differs: figuresDiffer[index])
  }

  private func value(_ value: FigureGroup.Value, of group: FigureGroup, isWhole: Bool) -> FigureRow.Value? {
    guard let article = concordance.articleIndex[value.article] else { return nil }
    let reference = references[article]
    guard reference.figures.indices.contains(value.figure) else { return nil }
    let figure = reference.figures[value.figure]
    let marks = [figure.range] + [figure.counted].compactMap(\.self)
    guard let cited = sentence(figure.sentence, of: article, marking: marks) else { return nil }
    let words = { (range: TextRange?) in range.map { String(reference.text[$0]) } }
    let text = String(reference.text[figure.range])
    return FigureRow.Value(
      text: text, sentence: cited,
      key: .key(place: words(value.place), time: words(value.time), source: words(value.source)),
      settlement: settlement(of: text, in: value.article, group, isChanged: isWhole))
  }
}
