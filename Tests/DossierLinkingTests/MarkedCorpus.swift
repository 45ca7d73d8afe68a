import DossierLinking
import DossierMarkdown
import DossierModel
import DossierSource
import DossierTestSupport
import Testing

/// Articles written as marked text, for tests of linking.
///
/// Each line is a sentence; a first line `2019-01-23` is the day of publication, and one after `# ` the headline. A label is a kind, a form if it is
/// not a name, and the entity that is meant: `[Ann Lee|person 1]`, `[Ruritanian|country demonym 2]`,
/// `[the Ruritanian king|person description 1]`; `-` is a mention that has to stay open. `[Mr|title] [Lee|person 1]`
/// gives a name its title.
///
/// `[on Monday|time 2019-01-21]` tells a time, `[May|time month 5]` and `[Friday|time weekday 5]` what the tense places
/// in the future, `[on Friday|time weekday 5 past]` and `[on 3 May|time day 5-3 past]` what it places in the past,
/// `[two days|time from 2 disaster]` before `[the flood|named]` a count from an event,
/// `[met|event meeting 1]` an event (`planned`, `background`, `days=-2` from its time may stand before what is meant) in which the names of its
/// sentence take part, or the last before it alone where it is `[said|event statement speaker 1]`, `[Enough|quote 1]` the words of the last name before it in its sentence, and
/// `[more than 500|figure 500 1]` a figure, with `[refugees|counted]` behind it and `unit=euros` before what is meant. `[ZENDA (Wire) – |dateline]` opens a
/// sentence; a time in it is that of no event.
struct MarkedCorpus {
  private(set) var articles: [AnnotatedArticle] = []
  /// What is meant, by article: the labels of mentions, events, quotations and figures.
  private(set) var mentions: [[String]] = []
  private(set) var events: [[String]] = []
  private(set) var quotations: [[String]] = []
  private(set) var figures: [[String]] = []

  init(_ marked: [String], outlet: String = "The Gazette") {
    for (number, text) in marked.enumerated() { add(text, number: number, outlet: outlet) }
  }

  private mutating func add(_ marked: String, number: Int, outlet: String) {
    var marked = marked
    var metadata = ArticleMetadata(title: "Article \(number)")
    metadata.outlet = outlet
    if marked.hasPrefix("20"), let day = Self.day(String(marked.prefix(10))) {
      metadata.published = Claim(EDTF(day), basis: .stated, rule: Rule("test"), printed: day.description)
      marked.removeFirst(11)
    }
    if marked.hasPrefix("# "), let end = marked.firstIndex(of: "\n") {
      metadata.title = String(marked[..<end].dropFirst(2))
      marked.removeSubrange(...end)
    }
    let read = MarkedText(marked)
    let stretches = read.stretches.sorted { $0.range < $1.range }.map { range, label in
      Stretch(range: range, words: label.split(separator: " ").map(String.init))
    }
    let sentences = Self.sentences(of: read.text).map { sentence in
      let dateline = stretches.first { $0.words[0] == "dateline" && sentence.range.contains($0.range) }
      return Sentence(
        id: sentence.id, range: sentence.range, block: 0, dateline: dateline?.range.count ?? 0)
    }
    func sentence(_ range: TextRange) -> Int { sentences.firstIndex { $0.range.contains(range) } ?? 0 }
    let mentions = Self.mentions(of: stretches, sentence: sentence)
    let article = Article(
      id: ArticleID("a\(number)"), source: SourcePath("a\(number).txt"),
      fingerprint: Fingerprint(of: read.text), metadata: metadata, body: MarkdownDocument(read.text))
    articles.append(
      AnnotatedArticle(
        article: article, language: "en", sentences: sentences, mentions: mentions,
        times: Self.times(of: stretches, sentence: sentence),
        quotations: Self.quotations(of: stretches, mentions: mentions, sentence: sentence),
        figures: Self.figures(of: stretches, sentence: sentence),
        events: Self.events(of: stretches, mentions: mentions, sentence: sentence)))
    self.mentions.append(labels(stretches) { EntityKind(rawValue: $0) != nil })
    events.append(labels(stretches) { $0 == "event" })
    quotations.append(labels(stretches) { $0 == "quote" })
    figures.append(labels(stretches) { $0 == "figure" })
  }

  private struct Stretch {
    let range: TextRange
    let words: [String]
  }

  private func labels(_ stretches: [Stretch], where isOfKind: (String) -> Bool) -> [String] {
    stretches.filter { isOfKind($0.words[0]) }.map { $0.words.last ?? "-" }
  }

  private static func day(_ text: String) -> CalendarDay? {
    let numbers = text.split(separator: "-").compactMap { Int($0) }
    return numbers.count == 3 ? CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2]) : nil
  }

  private static func mentions(of stretches: [Stretch], sentence: (TextRange) -> Int) -> [Mention] {
    var mentions: [Mention] = []
    var title: TextRange?
    for stretch in stretches {
      if stretch.words[0] == "title" { title = stretch.range }
      guard let kind = EntityKind(rawValue: stretch.words[0]) else { continue }
      mentions.append(
        Mention(
          range: stretch.range, kind: kind,
          form: stretch.words.count > 2 ? Mention.Form(rawValue: stretch.words[1]) ?? .name : .name,
          title: title, sentence: sentence(stretch.range), rule: Rule("test")))
      title = nil
    }
    return mentions
  }

  private static func times(of stretches: [Stretch], sentence: (TextRange) -> Int) -> [TimeExpression] {
    stretches.filter { $0.words[0] == "time" }.map { stretch in
      if let slot = slot(stretch.words) {
        return TimeExpression(
          range: stretch.range, kind: .date, meaning: .slot(slot, .nearest),
          direction: stretch.words.last == "past" ? .past : .future, sentence: sentence(stretch.range),
          rule: Rule("test"))
      }
      if stretch.words[1] == "set" {
        return TimeExpression(
          range: stretch.range, kind: .set, meaning: .set("P1Y"), direction: .unknown,
          sentence: sentence(stretch.range), rule: Rule("test"))
      }
      if stretch.words[1] == "from" { return count(stretch, among: stretches, sentence(stretch.range)) }
      let numbers = stretch.words[1].split(separator: "-").compactMap { Int($0) }
      let date = CalendarDate(
        year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
        day: numbers.count > 2 ? numbers[2] : nil)
      return TimeExpression(
        range: stretch.range, kind: .date, meaning: .absolute(.date(date)), direction: .unknown,
        sentence: sentence(stretch.range), rule: Rule("test"))
    }
  }

  /// So many days counted from what the next words that are marked as a name for it tell.
  private static func count(
    _ stretch: Stretch, among stretches: [Stretch], _ sentence: Int
  ) -> TimeExpression {
    let days = Double(stretch.words[2]) ?? 0
    let named = stretches.first { $0.words[0] == "named" && $0.range > stretch.range }?.range ?? stretch.range
    return TimeExpression(
      range: stretch.range, kind: .duration,
      meaning: .distance(
        stretch.words.contains("weeks") ? .week : .day, abs(days), later: days > 0,
        from: .event(class: stretch.words[3], named: named)),
      direction: .past, sentence: sentence, rule: Rule("test"))
  }

  private static func slot(_ words: [String]) -> CalendarSlot? {
    guard words.count > 2 else { return nil }
    let numbers = words[2].split(separator: "-").compactMap { Int($0) }
    return switch words[1] {
    case "month": .month(numbers[0])
    case "weekday": .weekday(numbers[0])
    case "day": .monthDay(month: numbers[0], day: numbers[1])
    default: nil
    }
  }

  private static func events(
    of stretches: [Stretch], mentions: [Mention], sentence: (TextRange) -> Int
  ) -> [EventMention] {
    let times = stretches.filter { $0.words[0] == "time" }
    func isTold(_ time: Stretch) -> Bool {
      !stretches.contains { $0.words[0] == "dateline" && $0.range.contains(time.range) }
    }
    return stretches.filter { $0.words[0] == "event" }.map { stretch in
      let place = sentence(stretch.range)
      let here = mentions.indices.filter { mentions[$0].sentence == place }
      return EventMention(
        sentence: place, trigger: stretch.range,
        subject: stretches.first { $0.words[0] == "subject" && sentence($0.range) == place }?.range,
        triggerClass: stretch.words[1],
        status: stretch.words.contains("planned") ? .planned : .happened,
        time: times.firstIndex { sentence($0.range) == place && isTold($0) },
        daysFromTime: stretch.words.lazy.compactMap {
          $0.hasPrefix("days=") ? Int($0.dropFirst("days=".count)) : nil
        }.first ?? 0,
        participants: stretch.words.contains("speaker")
          ? here.last { mentions[$0].range < stretch.range }.map { [$0] } ?? []
          : here.filter { mentions[$0].kind != .place },
        place: here.first { mentions[$0].kind == .place },
        isBackground: stretch.words.contains("background"))
    }
  }

  private static func quotations(
    of stretches: [Stretch], mentions: [Mention], sentence: (TextRange) -> Int
  ) -> [Quotation] {
    stretches.filter { $0.words[0] == "quote" }.map { stretch in
      let place = sentence(stretch.range)
      let mention = mentions.lastIndex { $0.sentence == place && $0.range < stretch.range }
      return Quotation(
        range: stretch.range, use: .speech,
        speaker: mention.map {
          Quotation.Speaker(range: mentions[$0].range, mention: $0, attribution: .namedInSentence)
        }, cue: nil, sentence: place)
    }
  }

  private static func figures(of stretches: [Stretch], sentence: (TextRange) -> Int) -> [Figure] {
    stretches.enumerated().filter { $0.element.words[0] == "figure" }.map { index, stretch in
      let next =
        index + 1 < stretches.count && stretches[index + 1].words[0] == "counted" ? stretches[index + 1] : nil
      return Figure(
        range: stretch.range, number: Double(stretch.words[1]) ?? 0, qualifier: nil,
        unit: stretch.words.lazy.compactMap {
          $0.hasPrefix("unit=") ? String($0.dropFirst("unit=".count)) : nil
        }.first,
        counted: next?.range, sentence: sentence(stretch.range))
    }
  }

  private static func sentences(of text: String) -> [Sentence] {
    var sentences: [Sentence] = []
    var start = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      sentences.append(
        Sentence(
          id: SentenceID("s\(sentences.count)"), range: TextRange(start, start + line.utf8.count), block: 0))
      start += line.utf8.count + 1
    }
    return sentences
  }

  /// A small world of its own for tests.
  static var knowledge: KnowledgeBase {
    var knowledge = KnowledgeBase(
      countries: [
        .init(
          name: "Ruritania", names: ["Kingdom of Ruritania", "R.K."],
          demonyms: ["Ruritanian", "Ruritanians"],
          capital: "Strelsau", seats: ["Winter Palace"]),
        .init(
          name: "Borduria", names: [], demonyms: ["Bordurian", "Bordurians"], capital: "Szohod", seats: []),
      ],
      organizations: [
        .init(name: "League of Lakes", names: ["LL", "Lakes League", "WL"], kind: .organization),
        .init(name: "League of Lakes Assembly", names: [], kind: .organization),
        .init(name: "Lakes Press", names: ["LPR"], kind: .organization),
        .init(name: "Hadley", names: [], kind: .organization),
      ],
      outlets: [
        .init(name: "Wire Press", names: ["WP"], kind: .organization),
        .init(name: "LPR", names: ["Lakes Press", "LPR Photo"], kind: .organization),
        .init(name: "WL", names: ["Western Line"], kind: .organization),
      ],
      spellings: [["harbour", "harbor"]])
    knowledge.words.nameParticles = ["al", "el", "sheikh"]
    knowledge.words.patronymics = ["bin"]
    knowledge.words.droppedNames = ["muhammad", "ahmad"]
    knowledge.words.nameAbbreviations = ["mt=mount", "is=island", "co=company"]
    knowledge.words.nameTransliterations = ["dzmitry=dmitry"]
    knowledge.words.letterTransliterations = ["h=g", "o=a", "e=a"]
    knowledge.words.abjadNames = ["ahmad=ahmed", "mohamed=mohammed", "ali=ali"]
    knowledge.words.abjadLetters = ["q=k", "ou=u", "o=u", "ei=i"]
    knowledge.words.romanizedLetters = ["ch=s", "sh=s", "kh=h", "q=k", "g=k"]
    knowledge.words.legalForms = ["inc", "plc", "technologies", "holdings"]
    knowledge.words.placeCodes = ["rn", "dc"]
    knowledge.words.possessiveEndings = ["'s", "’s"]
    knowledge.words.honorifics = ["mr", "ms"]
    (knowledge.words.menHonorifics, knowledge.words.womenHonorifics) = (["mr"], ["ms"])
    (knowledge.words.menNames, knowledge.words.womenNames) = (
      ["bob", "rudolf"], ["ann", "ivana", "ivanka"]
    )
    knowledge.words.otherWords = ["second"]
    knowledge.words.matterNouns = ["disaster", "flood"]
    knowledge.words.generalOffices = ["leader"]
    knowledge.words.sameCounts = ["wounded=injured", "killed=dead"]
    knowledge.words.fates = [
      "killed=dead", "killing=dead", "died=dead", "lost-their-lives=dead", "lives=dead", "wounded=injured",
      "wounding=injured", "injured=injured", "missing=missing", "toll=dead", "death-toll=dead",
    ]
    knowledge.words.tollWords = ["toll"]
    knowledge.words.countPartings = ["and", "or"]
    knowledge.words.anybodyWords = ["people"]
    knowledge.words.designators = ["front", "party", "province", "university", "city"]
    knowledge.words.ownPlaceWords = ["city"]
    knowledge.words.titleBreaks = ["because", "in", "when"]
    knowledge.words.titleComplements = ["to"]
    knowledge.homonyms = [.init(name: "Borduria", beside: ["Zenda", "Hentzau"], besideCountry: ["Klow"])]
    knowledge.words.institutions = ["ministry", "army", "government"]
    knowledge.words.ministryFillers = ["affairs"]
    knowledge.words.placePrepositions = ["in", "near"]
    knowledge.words.partyPrepositions = ["between", "with"]
    knowledge.words.motionWords = ["flying"]
    knowledge.words.listWords = ["and", "both"]
    knowledge.words.actingVerbs = ["has", "said"]
    knowledge.words.otherNamePhrases = ["alias", "also-known-as", "whose-real-name-is", "the-pen-name-of"]
    knowledge.words.rangeWords = ["to", "-"]
    knowledge.words.rangeOpeners = ["between=and"]
    (knowledge.words.relativeWords, knowledge.words.relativeAdverbs) = (["who"], ["where"])
    knowledge.words.restrictiveWords = ["that", "who", "that-had", "who-was"]
    knowledge.words.kinWords = ["wife", "son"]
    knowledge.words.givenNameForms = ["bob=robert", "rob=robert", "al=alan", "al=albert"]
    knowledge.words.outletArticles = ["the"]
    knowledge.words.indefiniteArticles = ["a"]
    knowledge.words.functionWords = [
      "the", "of", "a", "his", "her", "at", "which", "they", "where", "about", "times", "today",
    ]
    knowledge.words.speechClasses = ["statement"]
    knowledge.words.attendantClasses = ["statement"]
    knowledge.words.singleClasses = ["disaster"]
    knowledge.words.pollClasses = ["election"]
    knowledge.words.synonyms = ["pact=accord"]
    knowledge.words.harmClasses = ["attack", "death", "disaster"]
    knowledge.words.inflections = ["s", "es"]
    knowledge.words.familyEndings = ["s", "es"]
    knowledge.words.formerWords = ["former"]
    knowledge.words.reportingVerbs = ["said"]
    knowledge.words.sourceCues = ["according to"]
    return knowledge
  }
}

/// Links marked articles and compares: same label, same entity, event, family or group; another label, another.
@discardableResult
func check(
  _ marked: String..., others: [String] = [], outlet: String = "The Gazette",
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) -> Dossier {
  let corpus = MarkedCorpus(marked + others, outlet: outlet)
  let dossier = DossierLinker(knowledge: MarkedCorpus.knowledge).dossier(of: corpus.articles)
  var entities = Pairing("entity", at: sourceLocation)
  var events = Pairing("event", at: sourceLocation)
  var families = Pairing("quote family", at: sourceLocation)
  var groups = Pairing("figure group", at: sourceLocation)
  for (number, linked) in dossier.articles.enumerated() {
    let text = linked.article.text
    for (index, label) in corpus.mentions[number].enumerated() {
      entities.pair(
        label, linked.mentionLinks[index].entity?.string, text: text[linked.annotated.mentions[index].range])
    }
    for (index, label) in corpus.events[number].enumerated() {
      let mention = linked.annotated.events[index]
      let event = dossier.events.first { event in
        event.status == mention.status
          && event.coverage.contains { $0.article == linked.id && $0.sentences.contains(mention.sentence) }
      }
      events.pair(label, event?.id.string, text: text[mention.trigger])
    }
    for (index, label) in corpus.quotations[number].enumerated() {
      let family = dossier.quoteFamilies.first { family in
        family.variants.contains { $0.citation.article == linked.id && $0.quotation == index }
      }
      families.pair(label, family?.id, text: text[linked.annotated.quotations[index].range])
    }
    for (index, label) in corpus.figures[number].enumerated() {
      let group = dossier.figureGroups.first { group in
        group.values.contains { $0.article == linked.id && $0.figure == index }
      }
      groups.pair(label, group?.id, text: text[linked.annotated.figures[index].range])
    }
  }
  return dossier
}

/// What labels and results are found to go together.
private struct Pairing {
  private let what: String
  private let sourceLocation: Testing.SourceLocation
  private var resultOfLabel: [String: String] = [:]
  private var labelOfResult: [String: String] = [:]

  init(_ what: String, at sourceLocation: Testing.SourceLocation) {
    self.what = what
    self.sourceLocation = sourceLocation
  }

  mutating func pair(_ label: String, _ result: String?, text: Substring) {
    if label == "-" {
      #expect(result == nil, "\(text) has no \(what)", sourceLocation: sourceLocation)
      return
    }
    guard let result else {
      Issue.record("\(text) has no \(what)", sourceLocation: sourceLocation)
      return
    }
    #expect(
      resultOfLabel[label, default: result] == result, "\(text): \(what) \(label)",
      sourceLocation: sourceLocation)
    #expect(
      labelOfResult[result, default: label] == label, "\(text) is not \(result)",
      sourceLocation: sourceLocation)
    resultOfLabel[label] = resultOfLabel[label] ?? result
    labelOfResult[result] = labelOfResult[result] ?? label
  }
}
