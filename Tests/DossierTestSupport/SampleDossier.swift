import DossierMarkdown
import DossierModel
import DossierSource

/// Builds small dossiers from marked text, as linking would hand them on.
///
/// Labels in an article's text are ids: `[Anna Berg|person-anna-berg]` is a mention of that entity, `["words"|q:ID]`
/// a quotation said by it (`q:` alone by nobody, `scare` for words that are no speech), `[12|figure]` a figure and
/// `[on 3 May|2019-05-03]` a time. Sentences end at a full stop and a blank, paragraphs at an empty line.
package struct SampleDossier {
  private var articles: [LinkedArticle] = []
  private var events: [Event] = []
  private var families: [QuoteFamily] = []
  private var figures: [FigureGroup] = []

  package init() {}

  /// Adds an article; its outlet is its id's words.
  package mutating func add(
    _ id: String, outlet: String? = nil, published: EDTF? = nil, _ marked: String,
    change: (inout ArticleMetadata) -> Void = { _ in }
  ) {
    let text = MarkedText(marked)
    let body = MarkdownDocument(text.text)
    var metadata = ArticleMetadata(title: "Article \(id)")
    metadata.outlet = outlet
    metadata.language = "en"
    change(&metadata)
    let article = Article(
      id: ArticleID(id), source: SourcePath("\(id).txt"), fingerprint: Fingerprint(of: marked),
      metadata: metadata, body: body,
      images: [ImageCaption(caption: "A caption", credit: "A photographer")],
      notices: id == "noticed" ? ["A notice."] : [],
      removed: [RemovedText("Read more", .relatedLink)], repairs: id == "mended" ? [0] : [])
    let sentences = Self.sentences(of: body.plainText)
    let marks = Marks(text.stretches.sorted { $0.range < $1.range }, in: sentences)
    let claim = published.map {
      Claim($0, basis: .stated, rule: Rule("published-in-text"), printed: "3 May 2019")
    }
    articles.append(
      LinkedArticle(
        annotated: AnnotatedArticle(
          article: article, language: "english", sentences: sentences, mentions: marks.mentions,
          times: marks.times, quotations: marks.quotations, figures: marks.figures, events: []),
        published: claim, updated: nil, retrieved: nil, mentionLinks: marks.links, times: marks.resolved))
    addGroups(article, marks)
  }

  /// Adds an event that the first sentences of articles tell of.
  package mutating func addEvent(
    _ id: String, on date: EDTF?, reportedBy reporting: [String] = [], mentionedBy mentioning: [String] = [],
    participants: [String] = [], place: String? = nil, status: EventMention.Status = .happened,
    titledBy words: TextRange = TextRange(0, 4), inSentence sentence: Int = 0
  ) {
    let all = reporting.map { ($0, Coverage.Role.reported) } + mentioning.map { ($0, .mentioned) }
    let coverage = all.sorted { $0.0 < $1.0 }.map {
      Coverage(article: ArticleID($0.0), role: $0.1, sentences: [sentence])
    }
    let source = Citation(article: coverage.first?.article ?? ArticleID("none"), range: words)
    events.append(
      Event(
        id: EventID(id), title: "Title of \(id)", titleSource: source,
        when: date.map { Claim($0, basis: .inferred, rule: Rule("weekday"), evidence: [source]) },
        status: status,
        place: place.map { Claim(EntityID($0), basis: .stated, rule: Rule("place"), evidence: [source]) },
        participants: participants.map { EntityID($0) }, coverage: coverage, signals: [Rule("same-day")],
        hasPage: !reporting.isEmpty))
  }

  /// The dossier, with an entity for each id that a text was marked with.
  package func dossier() -> Dossier {
    let sorted = articles.sorted { $0.id < $1.id }
    return Dossier(
      articles: sorted, entities: entities(sorted), events: events.sorted { $0.id < $1.id },
      quoteFamilies: families.sorted { $0.id < $1.id }, figureGroups: figures.sorted { $0.id < $1.id })
  }
}

extension SampleDossier {
  /// What the marks of one text stand for.
  private struct Marks {
    var mentions: [Mention] = []
    var links: [MentionLink] = []
    var times: [TimeExpression] = []
    var resolved: [ResolvedTime] = []
    var quotations: [Quotation] = []
    var figures: [Figure] = []
    var speakers: [String] = []

    init(_ stretches: [(range: TextRange, label: String)], in sentences: [Sentence]) {
      for (range, label) in stretches {
        let sentence = sentences.lastIndex { $0.range.lowerBound <= range.lowerBound } ?? 0
        if label == "figure" {
          figures.append(
            Figure(range: range, number: 12, qualifier: nil, unit: nil, counted: nil, sentence: sentence))
        } else if label == "scare" {
          quotations.append(
            Quotation(range: range, use: .notSpeech, speaker: nil, cue: nil, sentence: sentence))
          speakers.append("")
        } else if label.hasPrefix("q:") {
          quotations.append(
            Quotation(range: range, use: .speech, speaker: nil, cue: nil, sentence: sentence))
          speakers.append(String(label.dropFirst(2)))
        } else if label.first?.isNumber == true {
          addTime(range, label, sentence)
        } else {
          mentions.append(
            Mention(
              range: range, kind: SampleDossier.kind(of: label), form: .name, title: nil, sentence: sentence,
              rule: Rule("test")))
          links.append(MentionLink(entity: EntityID(label), ground: .name))
        }
      }
    }

    private mutating func addTime(_ range: TextRange, _ label: String, _ sentence: Int) {
      let parts = label.split(separator: "-").compactMap { Int($0) }
      let date = CalendarDate(
        year: parts.first, month: parts.dropFirst().first, day: parts.dropFirst(2).first)
      times.append(
        TimeExpression(
          range: range, kind: .date, meaning: .absolute(.date(date)), direction: .past, sentence: sentence,
          rule: Rule("printed-date")))
      resolved.append(
        ResolvedTime(timex: label, edtf: .date(date), basis: .stated, rule: Rule("printed-date")))
    }
  }

  private mutating func addGroups(_ article: Article, _ marks: Marks) {
    for (index, quotation) in marks.quotations.enumerated() where quotation.use == .speech {
      let speaker = marks.speakers[index]
      let id = "q-\(article.id)-\(index)"
      families.append(
        QuoteFamily(
          id: id, speaker: speaker.isEmpty ? nil : EntityID(speaker), speakerText: "", event: nil,
          variants: [
            QuoteFamily.Variant(
              citation: Citation(article: article.id, range: quotation.range), quotation: index,
              difference: .identical)
          ]))
    }
    for index in marks.figures.indices {
      figures.append(
        FigureGroup(
          id: "f-\(article.id)-\(index)", what: "things",
          values: [FigureGroup.Value(article: article.id, figure: index)]))
    }
  }

  private func entities(_ articles: [LinkedArticle]) -> [Entity] {
    var found: [EntityID: [(ArticleID, Mention, String)]] = [:]
    for article in articles {
      for (mention, link) in zip(article.annotated.mentions, article.mentionLinks) {
        guard let id = link.entity else { continue }
        found[id, default: []].append((article.id, mention, String(article.article.text[mention.range])))
      }
    }
    return found.sorted { $0.key < $1.key }.map { id, mentions in
      let texts = Set(mentions.map(\.2)).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
      let aliases = texts.enumerated().map { index, text in
        let of = mentions.filter { $0.2 == text }
        return Alias(
          text: text, kind: index == 0 ? .full : .short, count: of.count, outlets: ["Outlet"],
          first: Citation(article: of[0].0, range: of[0].1.range))
      }
      return Entity(
        id: id, name: texts[0], kind: Self.kind(of: id.string), aliases: aliases,
        articles: Set(mentions.map(\.0)).sorted(), mentionCount: mentions.count,
        promotion: .namedInSeveralArticles)
    }
  }

  private static func kind(of id: String) -> EntityKind {
    EntityKind.allCases.first { id.hasPrefix($0.rawValue) } ?? .other
  }

  /// Each block split behind a full stop and a blank.
  private static func sentences(of text: PlainText) -> [Sentence] {
    var found: [Sentence] = []
    let bytes = Array(text.text.utf8)
    for (block, stretch) in text.blocks.enumerated() {
      var start = stretch.range.lowerBound
      for index in stretch.range.range {
        let isEnd = index + 1 == stretch.range.upperBound
        guard isEnd || bytes[index] == 0x2E && bytes[index + 1] == 0x20 else { continue }
        let id = SentenceID("s\(found.count)x")
        found.append(Sentence(id: id, range: TextRange(start, index + 1), block: block))
        start = index + 2
        if isEnd { break }
      }
    }
    return found
  }
}
