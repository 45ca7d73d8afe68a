import DossierModel

extension DecisionRecord {
  mutating func add(_ events: EventRulings.Outcome) {
    stale += events.stale
    eventLinks = events.links
    ofEvents = events.ofEvents
    titledEvents = events.titled
  }

  /// The lines that act on each quote family and group of figures.
  mutating func add(
    _ rulings: AnnotationRulings, families: [QuoteFamily], groups: [FigureGroup]
  ) {
    var quotes: [AnnotationRulings.Place: [DecisionID]] = rulings.speakers.mapValues { [$0.decision] }
    for (decision, places) in rulings.apartQuotes + rulings.joinedQuotes {
      for place in places { quotes[place, default: []].append(decision) }
    }
    if !quotes.isEmpty {
      for family in families {
        for variant in family.variants {
          guard let article = rulings.numbers[variant.citation.article] else { continue }
          for decision in quotes[.init(article: article, index: variant.quotation)] ?? [] {
            ofQuotes[family.id, default: []].append(decision)
          }
        }
      }
    }
    if !rulings.figureKeys.isEmpty {
      for group in groups {
        for value in group.values {
          guard let article = rulings.numbers[value.article],
            let key = rulings.figureKeys[.init(article: article, index: value.figure)]
          else { continue }
          ofFigures[group.id, default: []].append(key.decision)
        }
      }
    }
    ofQuotes = ofQuotes.mapValues { Set($0).sorted() }
    ofFigures = ofFigures.mapValues { Set($0).sorted() }
    for (place, decision) in rulings.notSpeech {
      ofArticles[rulings.articles[place.article].article.id, default: []].append(decision)
    }
  }
}
