import DossierMarkdown
import DossierModel
import DossierSource
import Testing

@testable import DossierBuild

/// What is remembered of an article is all of it.
@Suite struct PackedArticleTests {
  private func expectSame(_ annotated: AnnotatedArticle) throws {
    var writer = PackedWriter()
    annotated.write(to: &writer)
    var reader = PackedReader(writer.bytes)
    #expect(described(try AnnotatedArticle(from: &reader)) == described(annotated))
    #expect(reader.isAtEnd)
    for length in stride(from: 0, to: writer.bytes.count, by: 3) {
      var cut = PackedReader(Array(writer.bytes[..<length]))
      #expect(throws: PackedTrouble.self) { try AnnotatedArticle(from: &cut) }
    }
  }

  /// All that a value holds.
  private func described(_ annotated: AnnotatedArticle) -> String {
    var text = ""
    dump(annotated, to: &text)
    return text
  }

  private func annotated(
    _ article: Article, mentions: [Mention] = [], times: [TimeExpression] = [], quotations: [Quotation] = [],
    figures: [Figure] = [], events: [EventMention] = []
  ) -> AnnotatedArticle {
    AnnotatedArticle(
      article: article, language: "english",
      sentences: [
        Sentence(id: SentenceID("s1a"), range: TextRange(0, 9), block: 0),
        Sentence(id: SentenceID("s2b"), range: TextRange(10, 30), block: 1, dateline: 7),
      ], mentions: mentions, times: times, quotations: quotations, figures: figures, events: events)
  }

  private func article(_ metadata: ArticleMetadata = ArticleMetadata(title: "")) -> Article {
    Article(
      id: ArticleID("harbour"), source: SourcePath("2021/hårbour.md"), fingerprint: Fingerprint(of: "x"),
      metadata: metadata,
      body: MarkdownDocument(
        "# A head\n\nA *para* with 1\\. escape\nand lines.\n\n> quote\n\n- item\n\n| a | b |\n|---|---|\n| c | d |\n\n    code\n"
      ),
      images: [ImageCaption(caption: "Cranes", credit: nil), ImageCaption(caption: nil, credit: "A. Berg")],
      notices: ["Old."], removed: RemovalReason.allCases.map { RemovedText("Gone", $0) }, repairs: [0, 300])
  }

  @Test func theArticleItself() throws {
    var metadata = ArticleMetadata(title: "Harbour “talks”")
    metadata.deck = "Deck"
    metadata.bylines = ["A", "A"]
    metadata.outlet = "Gazette"
    metadata.relays = ["B"]
    metadata.credits = ["C", "D"]
    metadata.language = "en"
    metadata.url = "https://example.org"
    metadata.published = Claim(
      .interval(from: CalendarDate(year: -3, month: 2), to: nil), basis: .inferred, rule: Rule("r"),
      evidence: [Citation(article: ArticleID("other"), range: TextRange(3, 3))])
    metadata.updated = Claim(.decade(1990), basis: .stated, rule: Rule("r"), printed: "the nineties")
    metadata.retrieved = Claim(
      .date(CalendarDate(year: nil, month: 1, day: 23, isApproximate: true)), basis: .decided, rule: Rule("q")
    )
    metadata.dateline = "PORT, 3 May"
    metadata.datelineDay = CalendarDate(year: nil, month: 5, day: 3)
    metadata.isDraft = true
    metadata.slug = "port"
    try expectSame(annotated(article(metadata)))
    try expectSame(annotated(article()))
  }

  @Test func mentionsQuotationsFiguresAndEvents() throws {
    let mentions = EntityKind.allCases.flatMap { kind in
      [Mention.Form.name, .demonym, .description].map {
        Mention(
          range: TextRange(4, 900), kind: kind, form: $0, title: $0 == .name ? TextRange(0, 3) : nil,
          sentence: 1, rule: Rule("capital-word"))
      }
    }
    let quotations = Quotation.Attribution.allCases.map {
      Quotation(
        range: TextRange(1, 2), use: .speech,
        speaker: .init(range: TextRange(5, 8), mention: $0 == .nested ? nil : 0, attribution: $0),
        cue: TextRange(9, 9), sentence: 0, within: 0, continues: 2)
    }
    let scare = Quotation(range: TextRange(0, 1), use: .notSpeech, speaker: nil, cue: nil, sentence: 130)
    let figures = (Figure.Qualifier.allCases.map(Optional.some) + [nil]).map {
      Figure(
        range: TextRange(0, 2), number: -0.1, qualifier: $0, unit: $0 == nil ? "km" : nil,
        counted: $0 == nil ? nil : TextRange(3, 4), sentence: 0)
    }
    let events = [EventMention.Status.happened, .planned].map {
      EventMention(
        sentence: 0, trigger: TextRange(1, 2), subject: $0 == .planned ? nil : TextRange(0, 1),
        triggerClass: "meeting", status: $0, time: 0, daysFromTime: $0 == .planned ? 3 : -300,
        participants: [0, 700],
        place: $0 == .planned ? nil : 0, isBackground: $0 == .planned)
    }
    try expectSame(
      annotated(
        article(), mentions: mentions, quotations: quotations + [scare], figures: figures, events: events))
  }

  @Test func timesOfEveryMeaning() throws {
    let slots: [CalendarSlot] = [
      .month(5), .monthDay(month: 5, day: 3), .dayOfMonth(27), .weekday(1),
      .weekdayMonthDay(weekday: 2, month: 3, day: 4), .season(4), .quarter(3), .half(2),
      .nthWeekday(-1, weekday: 4, month: 11), .easter(-2), .yearOfCentury(99), .decadeOfCentury(8),
    ]
    let anchors: [TimeMeaning.Anchor] = [
      .publication, .previous, .time(.slot(.easter(0), .nearest)),
      .event(class: "disaster", named: TextRange(3, 9)),
    ]
    var meanings: [TimeMeaning] = slots.map { .slot($0, .pointed(-1, from: .previous)) }
    meanings += anchors.map { .relative(.weekend, -2, from: $0) }
    meanings += anchors.map { .distance(.halfYear, nil, later: true, from: $0) }
    meanings += TimeMeaning.Unit.allCases.map { .duration($0, 2.5) }
    meanings += TimeMeaning.Part.allCases.map { .part($0, of: .approximate(.absolute(.century(1800)))) }
    meanings += TimeOfDay.Part.allCases.map { .timeOfDay(.part($0), on: nil) }
    meanings += [
      .timeOfDay(.clock(hour: 7, minute: 30, second: nil, zone: -120), on: .vague("PRESENT_REF")),
      .set("P1W"), .slot(.month(9), .within(.relative(.year, -1, from: .publication))), .duration(.day, nil),
    ]
    let kinds: [TimeExpression.Kind] = [.date, .time, .duration, .set]
    let directions: [TimeExpression.Direction] = [.past, .future, .unknown]
    let bounds: [TimeExpression.Bound?] = [nil, .from, .until]
    let times = meanings.enumerated().map { number, meaning in
      TimeExpression(
        range: TextRange(number, number + 1), kind: kinds[number % 4], meaning: meaning,
        direction: directions[number % 3], bound: bounds[number / 3 % 3],
        opensSentence: number % 2 == 0, isAdverbial: number % 5 == 0,
        mayBeOfOther: number % 3 == 0, isSpoken: number % 7 == 0,
        sentence: number,
        rule: Rule("rule-\(number % 3)"))
    }
    try expectSame(annotated(article(), times: times))
  }

  /// A property that is added to the model must be written and read too; then its number is changed here.
  @Test func noPropertyIsForgotten() {
    let whole = annotated(article())
    let properties: [(Any, Int)] = [
      (whole, 8), (whole.article, 9), (whole.article.metadata, 15), (whole.article.body, 3),
      (whole.article.body.plainText, 3), (whole.sentences[0], 4), (whole.article.images[0], 2),
      (whole.article.removed[0], 2),
      (
        Mention(range: TextRange(0, 1), kind: .place, form: .name, title: nil, sentence: 0, rule: Rule("")), 6
      ),
      (Quotation(range: TextRange(0, 1), use: .speech, speaker: nil, cue: nil, sentence: 0), 7),
      (Quotation.Speaker(range: TextRange(0, 1), mention: nil, attribution: .pronoun), 3),
      (Figure(range: TextRange(0, 1), number: 1, qualifier: nil, unit: nil, counted: nil, sentence: 0), 6),
      (
        EventMention(
          sentence: 0, trigger: TextRange(0, 1), triggerClass: "", status: .happened, time: nil,
          participants: [], place: nil, isBackground: false), 11
      ),
      (
        TimeExpression(
          range: TextRange(0, 1), kind: .date, meaning: .set(""), direction: .past, sentence: 0,
          rule: Rule("")),
        11
      ),
      // A claim's decision is not kept: what is remembered is what the source says, before any line of an editor.
      (Claim<EDTF>(.decade(0), basis: .stated, rule: Rule("")), 6), (CalendarDate(year: nil), 4),
    ]
    for (value, count) in properties {
      #expect(Mirror(reflecting: value).children.count == count, "\(type(of: value))")
    }
  }
}
