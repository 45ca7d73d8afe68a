import DossierModel
import DossierSource

/// Puts quotations together that are the same words said once.
///
/// Long runs of words in common are enough by themselves. Short phrases, and two translations of one sentence, need
/// the same speaker on one occasion: people say "dear friend" at every meeting.
struct QuoteAligner: Sendable {
  /// Words in one run that nobody says twice by chance, where they are much of what is quoted: "the president of the
  /// United States should" is in many mouths.
  private static let certainRun = 6
  /// Words that are the whole of a quotation, which one speaker is not quoted with twice by chance.
  private static let wholeRun = 5
  /// Quotations under one shingle, or of one speaker at one event, that are compared.
  private static let blockLimit = 40

  let articles: [LinkedArticle]
  let entities: EntityLinks
  /// The events that each article tells of, by article number.
  let eventsOfArticle: [Set<Int>]
  let events: [Event]
  /// The quotations that are speech, by article and place.
  let found: [QuoteText]
  /// The editor's lines; nil where there are none.
  let rulings: AnnotationRulings?

  /// The families by id; a quotation that nobody else has is a family of its own.
  func families() -> [QuoteFamily] {
    let quotes = found.map(decided)
    var sets = UnionFind(count: quotes.count)
    keepApart(quotes, in: &sets)
    joinSharedRuns(quotes, into: &sets)
    let translations = joinOccasions(quotes, into: &sets)
    let certain = (0..<quotes.count).map { sets.root(of: $0) }
    for (left, right) in translations { sets.join(left, right) }
    joinDecided(quotes, into: &sets)
    var members: [Int: [Int]] = [:]
    for index in quotes.indices { members[sets.root(of: index), default: []].append(index) }
    var families = members.sorted { $0.key < $1.key }.map { _, indexes in
      family(of: indexes.map { (quotes[$0], certain[$0]) })
    }
    families.sort { ($0.id, $0.variants[0].citation) < ($1.id, $1.variants[0].citation) }
    return unique(families)
  }

  /// A quotation with the speaker that the editor says it has.
  private func decided(_ quote: QuoteText) -> QuoteText {
    guard let rulings, !rulings.speakers.isEmpty,
      let line = rulings.speakers[.init(article: quote.article, index: quote.quotation)]
    else { return quote }
    let numbers = entities.numbers[quote.article]
    let former = line.former.speaker?.mention.flatMap { numbers.indices.contains($0) ? numbers[$0] : nil }
    guard case .entity(let selector) = line.speaker else {
      return quote.decided(spokenBy: -1, not: former ?? -1)
    }
    return quote.decided(spokenBy: entities.settled.numbers[selector] ?? -1, not: former ?? -1)
  }

  /// Joins what the editor says is the same words said once.
  private func joinDecided(_ quotes: [QuoteText], into sets: inout UnionFind) {
    guard let rulings, !rulings.joinedQuotes.isEmpty else { return }
    let numbers = numbers(of: quotes)
    for (_, places) in rulings.joinedQuotes {
      let members = places.compactMap { numbers[$0] }
      for member in members.dropFirst() { sets.join(members[0], member) }
    }
  }

  private func numbers(of quotes: [QuoteText]) -> [AnnotationRulings.Place: Int] {
    Dictionary(
      quotes.enumerated().map { (.init(article: $1.article, index: $1.quotation), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Keeps apart what the editor says is not the same words said once.
  private func keepApart(_ quotes: [QuoteText], in sets: inout UnionFind) {
    guard let rulings, !rulings.apartQuotes.isEmpty else { return }
    let numbers = numbers(of: quotes)
    var pair = 0
    for (_, places) in rulings.apartQuotes {
      for (index, left) in places.enumerated() {
        for right in places[(index + 1)...] where left.article != right.article {
          guard let left = numbers[left], let right = numbers[right] else { continue }
          sets.separate([left], [right], pair: pair)
          pair += 1
        }
      }
    }
  }

  private func joinSharedRuns(_ quotes: [QuoteText], into sets: inout UnionFind) {
    var blocks = BlockIndex(window: Self.blockLimit)
    for (number, quote) in quotes.enumerated() {
      for shingle in quote.shingles { blocks.add(shingle, of: number) }
    }
    let voices = quotes.map { quote in
      Voice(quote, of: quote.speaker < 0 ? nil : entities.drafts[Int(quote.speaker)].kind)
    }
    var refused: Set<UInt64> = []
    blocks.forEachPair { left, right, _ in
      guard voices[left].mayBeSame(as: voices[right]), sets.root(of: left) != sets.root(of: right)
      else { return }
      let pair = UInt64(left) << 32 | UInt64(right)
      guard !refused.contains(pair) else { return }
      let isSameSpeaker = voices[left].isSameSpeaker(as: voices[right])
      let isOfOnesBody = voices[left].isOfOnesBody(voices[right])
      if areSameWords(
        quotes[left], quotes[right], isSameSpeaker: isSameSpeaker, isOfOnesBody: isOfOnesBody)
      {
        sets.join(left, right)
      } else {
        refused.insert(pair)
      }
    }
  }

  /// Whose words a quotation is, as far as that alone may tell two apart.
  ///
  /// Stock phrases bring millions of pairs together; all but a few are told apart here, without a look at the words.
  private struct Voice {
    let article: Int32
    let speaker: Int32
    let foundSpeaker: Int32
    let isDecided: Bool
    /// Whether it has as many words as are enough by themselves, whoever says them.
    let isLong: Bool
    /// Whether it has as many words as are enough where one of the two is of a body and the other of a person.
    let isPhrase: Bool
    let kind: EntityKind?

    init(_ quote: QuoteText, of kind: EntityKind?) {
      (article, isDecided) = (Int32(quote.article), quote.isDecided)
      (speaker, foundSpeaker) = (quote.speaker, quote.foundSpeaker)
      isLong = quote.words.count >= 2 * certainRun
      isPhrase = quote.words.count >= wholeRun && quote.content.count > 1
      self.kind = kind
    }

    /// Whether one report gives words to a person and the other to a body, which speaks through persons.
    func isOfOnesBody(_ other: Voice) -> Bool {
      isPhrase && other.isPhrase
        && (kind == .person && other.kind == .organization || kind == .organization && other.kind == .person)
    }

    func mayBeSame(as other: Voice) -> Bool {
      article != other.article
        && (isLong && other.isLong || isSameSpeaker(as: other) || isOfOnesBody(other))
    }

    func isSameSpeaker(as other: Voice) -> Bool {
      speaker < 0 || other.speaker < 0 || speaker == other.speaker
        || (isDecided != other.isDecided && foundSpeaker == other.foundSpeaker)
    }
  }

  private func areSameWords(
    _ left: QuoteText, _ right: QuoteText, isSameSpeaker: Bool, isOfOnesBody: Bool
  ) -> Bool {
    let run = left.longestRun(with: right)
    if run >= 2 * Self.certainRun { return true }
    let shorter = min(left.words.count, right.words.count)
    guard isSameSpeaker else {
      return isOfOnesBody && run == shorter && shareEvent(left, right)
    }
    if run >= Self.certainRun, run * 3 >= shorter { return true }
    if left.speaker >= 0, left.speaker == right.speaker {
      return run == shorter && run >= Self.wholeRun && min(left.content.count, right.content.count) > 1
        || shorter >= Self.certainRun && left.isNearlyAll(of: right)
    }
    return shareEvent(left, right) && (QuoteText.isNearlyAll(run, of: shorter) || left.isNearlyAll(of: right))
  }

  private func shareEvent(_ left: QuoteText, _ right: QuoteText) -> Bool {
    !eventsOfArticle[left.article].isDisjoint(with: eventsOfArticle[right.article])
  }

  /// Joins short words of one speaker that are printed of one occasion, and says which others of it are two
  /// translations of the same.
  private func joinOccasions(
    _ quotes: [QuoteText], into sets: inout UnionFind
  ) -> [(left: Int, right: Int)] {
    var occasions = QuoteOccasions(of: quotes, joined: &sets, articles: articles, events: eventsOfArticle)
    var translations: [(left: Int, right: Int)] = []
    occasions.forEachPair { left, right, isCertain in
      if !isCertain {
        if quotes[left].isMostlyRetold(by: quotes[right]) { translations.append((left, right)) }
      } else if quotes[left].isOnePhrase(with: quotes[right]) {
        sets.join(left, right)
      } else if quotes[left].isTranslation(of: quotes[right]) || quotes[left].isRetold(by: quotes[right]) {
        translations.append((left, right))
      }
    }
    return translations
  }

  private func family(of members: [(quote: QuoteText, certain: Int)]) -> QuoteFamily {
    let first = members[0]
    let variants = members.map { quote, certain in
      let difference = first.quote.difference(to: quote, isTranslation: certain != first.certain)
      return QuoteFamily.Variant(
        citation: Citation(article: articles[quote.article].id, range: quote.range),
        quotation: quote.quotation, difference: difference.kind, edits: difference.edits)
    }
    // What the editor says of one printing of the words holds for all of them.
    let ruled = members.first(where: \.quote.isDecided)?.quote
    let told = ruled ?? likeliest(of: members.map(\.quote)) ?? first.quote
    let speaker = told.speaker
    let quotation = articles[told.article].annotated.quotations[told.quotation]
    let text = quotation.speaker.map { String(articles[told.article].article.text[$0.range]) } ?? ""
    return QuoteFamily(
      id: "quote-\(Fingerprint(of: first.quote.bare).description.prefix(12))",
      speaker: speaker < 0 ? nil : entities.drafts[Int(speaker)].id, speakerText: text,
      event: event(of: members.map(\.quote)),
      variants: variants)
  }

  /// What a name that a sentence gives to its words counts for, beside a pronoun or what is carried over.
  private static let weightOfName = 3

  /// The first of the printings that give the words to whom most do, those most that name whose they are; nil where none
  /// gives them to anybody.
  private func likeliest(of quotes: [QuoteText]) -> QuoteText? {
    var weights: [Int32: Int] = [:]
    for quote in quotes where quote.speaker >= 0 {
      let speaker = articles[quote.article].annotated.quotations[quote.quotation].speaker
      weights[quote.speaker, default: 0] += speaker?.attribution == .namedInSentence ? Self.weightOfName : 1
    }
    let most = weights.values.max()
    return quotes.first { $0.speaker >= 0 && weights[$0.speaker] == most }
  }

  /// The reported event that all variants' articles tell of, the one that most articles cover; nil where there is none.
  private func event(of quotes: [QuoteText]) -> EventID? {
    var shared = eventsOfArticle[quotes[0].article]
    for quote in quotes.dropFirst() { shared.formIntersection(eventsOfArticle[quote.article]) }
    let first = articles[quotes[0].article].id
    let reported = shared.filter { number in
      events[number].coverage.contains { $0.article == first && $0.role == .reported }
    }
    let best = reported.min { left, right in
      (events[right].coverage.count, events[left].id) < (events[left].coverage.count, events[right].id)
    }
    return best.map { events[$0].id }
  }

  /// Families with ids of their own: the same words said at two times differ by where they stand.
  private func unique(_ families: [QuoteFamily]) -> [QuoteFamily] {
    var taken: Set<String> = []
    return families.map { family in
      guard !taken.insert(family.id).inserted else { return family }
      let place = Fingerprint(
        of: "\(family.variants[0].citation.article) \(family.variants[0].citation.range)")
      let id = "\(family.id)-\(place.description.prefix(8))"
      taken.insert(id)
      return QuoteFamily(
        id: id, speaker: family.speaker, speakerText: family.speakerText, event: family.event,
        variants: family.variants)
    }.sorted { $0.id < $1.id }
  }
}
