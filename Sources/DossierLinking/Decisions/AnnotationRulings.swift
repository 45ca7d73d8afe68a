import DossierModel
import DossierSource

/// Applies the editor's lines to what was found in single articles: words that name, speak, count or tell no time.
struct AnnotationRulings: Sendable {
  /// Mentions that a line says the meaning of.
  struct Naming: Sendable {
    let decision: Decision
    let article: Int
    /// Indexes into the article's mentions.
    let mentions: [Int]
    /// Whether other words were quoted to tell these from the same words elsewhere in the article.
    let isNarrow: Bool
  }

  struct Place: Hashable, Sendable {
    let article: Int
    /// Index into the article's quotations, figures or times.
    let index: Int
  }

  /// Who a line says has spoken, and the quotation as it was without the line.
  struct SetSpeaker: Sendable {
    let speaker: Decision.Speaker
    let decision: DecisionID
    let former: Quotation
  }

  private(set) var articles: [AnnotatedArticle]
  private(set) var namings: [Naming] = []
  private(set) var speakers: [Place: SetSpeaker] = [:]
  private(set) var notSpeech: [Place: DecisionID] = [:]
  private(set) var figureKeys: [Place: (key: String, decision: DecisionID)] = [:]
  /// Words that are no date, whatever they look like.
  private(set) var notTimes: [Place: DecisionID] = [:]
  /// Quotations that are not the same words said once, by line: in the articles that it names.
  private(set) var apartQuotes: [(decision: DecisionID, places: [Place])] = []
  /// Quotations that are the same words said once, by line.
  private(set) var joinedQuotes: [(decision: DecisionID, places: [Place])] = []
  private(set) var stale: [StaleDecision] = []
  private(set) var numbers: [ArticleID: Int] = [:]
  let decisions: Decisions

  /// Of articles that are sorted by id.
  init(_ decisions: Decisions, on articles: [AnnotatedArticle]) {
    self.decisions = decisions
    self.articles = articles
    guard !decisions.isEmpty else { return }
    numbers = Dictionary(
      articles.enumerated().map { ($1.article.id, $0) }, uniquingKeysWith: { first, _ in first })
    // Names first: they may renumber an article's mentions.
    var passages: [(Decision, Int, Decision.Passage, EntitySelector)] = []
    for decision in decisions.all {
      switch decision.action {
      case .means(let passage, let entity), .split(_, let passage, let entity):
        for number in self.numbers(of: passage.articles) {
          passages.append((decision, number, passage, entity))
        }
      default: break
      }
    }
    addMentions(passages)
    for decision in decisions.all { apply(decision) }
  }

  func number(of selector: ArticleSelector) -> Int? {
    decisions.articles[selector].flatMap { numbers[$0] }
  }

  func numbers(of selectors: [ArticleSelector]) -> [Int] {
    var found: [Int] = []
    for case let number? in selectors.map(number) where !found.contains(number) { found.append(number) }
    return found
  }

  private mutating func addMentions(_ passages: [(Decision, Int, Decision.Passage, EntitySelector)]) {
    var ranges: [(passage: Int, ranges: [TextRange])] = []
    for (index, (decision, number, passage, entity)) in passages.enumerated() {
      let article = articles[number]
      let found = PassageFinder(article.article.text)
        .ranges(of: passage.words, near: passage.near, in: article.sentences)
      guard !found.isEmpty else {
        stale.append(
          StaleDecision(decision.id, .noWords, "\"\(passage.near ?? passage.words)\""))
        continue
      }
      articles[number] = article.naming(found, as: entity.sort.kind).article
      ranges.append((index, found))
    }
    for (index, ranges) in ranges {
      let (decision, number, passage, _) = passages[index]
      let places = Dictionary(
        articles[number].mentions.enumerated().map { ($1.range, $0) }, uniquingKeysWith: { first, _ in first }
      )
      namings.append(
        Naming(
          decision: decision, article: number, mentions: ranges.compactMap { places[$0] },
          isNarrow: passage.near != nil))
    }
  }

  private mutating func apply(_ decision: Decision) {
    switch decision.action {
    case .speaker(let selector, let words, let speaker):
      for place in quotations(of: words, in: selector, for: decision) {
        guard let range = range(of: speaker, in: articles[place.article].article) else {
          if case .described(let words) = speaker {
            stale.append(StaleDecision(decision.id, .noWords, "\"\(words)\""))
          }
          break
        }
        let former = articles[place.article].quotations[place.index]
        speakers[place] = SetSpeaker(speaker: speaker, decision: decision.id, former: former)
        edit(place) { quotation in
          let empty = TextRange(quotation.range.lowerBound, quotation.range.lowerBound)
          return quotation.with(
            speaker: Quotation.Speaker(range: range ?? empty, mention: nil, attribution: .decided),
            use: .speech)
        }
      }
    case .notSpeech(let selector, let words):
      for place in quotations(of: words, in: selector, for: decision) {
        notSpeech[place] = decision.id
        edit(place) { $0.with(speaker: nil, use: .notSpeech) }
      }
    case .sameQuote(let words, let selectors):
      joinedQuotes.append(
        (decision.id, quotations(alike: words, in: selectors, for: decision)))
    case .notSameQuote(let words, let selectors):
      apartQuotes.append((decision.id, quotations(alike: words, in: selectors, for: decision)))
    case .figureKey(let selector, let words, let key):
      guard let number = number(of: selector) else { return }
      let text = articles[number].article.text
      let figures = articles[number].figures.indices.filter { index in
        let figure = articles[number].figures[index]
        let counted = figure.counted.map {
          TextRange(figure.range.lowerBound, max($0.upperBound, figure.range.upperBound))
        }
        return Self.stands(words, for: text[figure.range])
          || counted.map { Self.stands(words, for: text[$0]) } ?? false
      }
      if figures.isEmpty { stale.append(StaleDecision(decision.id, .noFigure, "\"\(words)\"")) }
      for index in figures { figureKeys[Place(article: number, index: index)] = (key, decision.id) }
    case .notDate(let selector, let words):
      guard let number = number(of: selector) else { return }
      let text = articles[number].article.text
      let times = articles[number].times.indices.filter {
        Self.stands(words, for: text[articles[number].times[$0].range])
      }
      if times.isEmpty, !decisions.applied.contains(decision.id) {
        stale.append(StaleDecision(decision.id, .noDate, "\"\(words)\""))
      }
      for index in times { notTimes[Place(article: number, index: index)] = decision.id }
    default: break
    }
  }

  /// Whether quoted words are what is printed, its end or most of it, or the whole with words around it.
  private static func stands(_ words: String, for printed: Substring) -> Bool {
    printed == words || printed.hasSuffix(" " + words)
      || (printed.contains(words) && words.utf8.count * 2 >= printed.utf8.count) || words.contains(printed)
  }

  /// The quotations that are these words or, where none is, hold them.
  private mutating func quotations(
    of words: String, in selector: ArticleSelector, for decision: Decision
  ) -> [Place] {
    guard let number = number(of: selector) else { return [] }
    let text = articles[number].article.text
    let quotations = articles[number].quotations
    var found = quotations.indices.filter { text[quotations[$0].range] == words }
    if found.isEmpty { found = quotations.indices.filter { text[quotations[$0].range].contains(words) } }
    if found.isEmpty { stale.append(StaleDecision(decision.id, .noQuotation, "\"\(words)\"")) }
    return found.map { Place(article: number, index: $0) }
  }

  /// The quotations of several articles that are meant by the words of one: in the others, those that are most alike.
  private mutating func quotations(
    alike words: String, in selectors: [ArticleSelector], for decision: Decision
  ) -> [Place] {
    guard let first = selectors.first, let place = quotations(of: words, in: first, for: decision).first
    else { return [] }
    let wanted = wordSet(of: place)
    var places = [place]
    for selector in selectors.dropFirst() {
      guard let number = number(of: selector) else { continue }
      let ranked = articles[number].quotations.indices.map { index -> (shared: Int, index: Int) in
        let place = Place(article: number, index: index)
        let isSpeech = articles[number].quotations[index].use == .speech
        return (isSpeech ? wordSet(of: place).intersection(wanted).count : 0, index)
      }
      let best = ranked.max { ($0.shared, $1.index) < ($1.shared, $0.index) }
      if let best, best.shared > 0, best.shared * 3 >= wanted.count || best.shared >= 3 {
        places.append(Place(article: number, index: best.index))
      } else {
        stale.append(StaleDecision(decision.id, .noQuotation, "\"\(words)\""))
      }
    }
    return places
  }

  private func wordSet(of place: Place) -> Set<Substring> {
    let article = articles[place.article]
    let text = article.article.text[article.quotations[place.index].range].lowercased()
    return Set(text[...].split { !$0.isLetter && !$0.isNumber })
  }

  /// Where an article describes a speaker; empty for one who is named or unknown, and nil where the words do not
  /// stand in it.
  private func range(of speaker: Decision.Speaker, in article: Article) -> TextRange?? {
    guard case .described(let words) = speaker else { return .some(nil) }
    return PassageFinder(article.text).ranges(of: words).first.map { .some($0) }
  }

  /// The speakers as they were, of quotations that lines give to somebody whom no article names.
  mutating func takeBackSpeakers(notAmong known: some Collection<EntitySelector>) {
    for (place, line) in speakers {
      guard case .entity(let selector) = line.speaker, !known.contains(selector) else { continue }
      speakers[place] = nil
      edit(place) { _ in line.former }
    }
  }

  private mutating func edit(_ place: Place, _ change: (Quotation) -> Quotation) {
    var quotations = articles[place.article].quotations
    quotations[place.index] = change(quotations[place.index])
    articles[place.article] = articles[place.article].replacing(quotations: quotations)
  }
}

extension EntitySelector.Sort {
  /// The kind of a mention that the editor adds.
  var kind: EntityKind {
    switch self {
    case .person: .person
    case .org, .organization: .organization
    case .group: .group
    case .country: .country
    case .place: .place
    case .other: .other
    }
  }

  /// The kind of something that articles print as of one kind, and the editor calls one of this sort.
  func kind(of printed: EntityKind) -> EntityKind {
    switch (self, printed) {
    case (.org, .organization), (.org, .group), (.org, .country): printed
    default: kind
    }
  }

  /// Whether those it names act, so that a place's name only stands for them.
  var isActor: Bool {
    switch self {
    case .person, .org, .organization, .group, .country: true
    case .place, .other: false
    }
  }
}
