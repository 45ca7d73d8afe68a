import DossierModel
import DossierSource

/// Finds in one article what it names, tells, quotes and counts.
///
/// It looks at no other article: what only the corpus can tell is Linking's.
package struct Analyzer: Sendable {
  private let detector: LanguageDetector
  private let languages: [(language: String, analyzer: Deferred<LanguageAnalyzer>)]
  private let plainSplitter = SentenceSplitter()

  package init(languages: [KnownLanguage]) {
    detector = LanguageDetector(languages: languages)
    self.languages = languages.map { known in
      (known.language, Deferred { LanguageAnalyzer(pack: known.pack()) })
    }
  }

  package func annotate(_ article: Article) -> AnnotatedArticle {
    let language = detector.language(of: article.text, declared: article.metadata.language)
    guard let analyzer = languages.first(where: { $0.language == language })?.analyzer.value else {
      let text = plainSplitter.split(article)
      return AnnotatedArticle(
        article: article, language: nil, sentences: text.sentences, mentions: [], times: [], quotations: [],
        figures: [], events: [])
    }
    return analyzer.annotate(article)
  }
}

/// The recognisers of one language, in the order in which they build on each other.
///
/// A class: it is at hand for every article, and its tables are many.
private final class LanguageAnalyzer: Sendable {
  let language: String
  private let splitter: SentenceSplitter
  private let names: EntityRecognizer
  private let times: TemporalTagger
  private let timeTables: TimeTables
  private let clauses: ClauseTables
  private let quotations: QuotationExtractor
  private let wordings: Lexicon
  private let figures: FigureExtractor
  private let events: EventExtractor
  private let eventClasses: [String]

  init(pack: LanguagePack) {
    language = pack.language
    splitter = SentenceSplitter(tables: pack.sentences)
    names = EntityRecognizer(tables: pack.names)
    times = TemporalTagger(tables: pack.times)
    timeTables = pack.times
    clauses = pack.clauses
    quotations = QuotationExtractor(tables: pack.quotations)
    wordings = pack.quotations.wordings
    figures = FigureExtractor(tables: pack.figures)
    events = EventExtractor(tables: pack.events)
    eventClasses = pack.events.classes
  }

  func annotate(_ article: Article) -> AnnotatedArticle {
    let text = splitter.split(article)
    let found = TimedNames(
      mentions: names.mentions(in: text), times: times.times(in: text), in: text, placing: timeTables)
    let mentions = found.mentions
    let clauses = clauses.read(text)
    let quotations = quotations.quotations(in: clauses, mentions: mentions)
    let spoken = SpokenTimes(
      clause: clauses, times: Chronology(text: text, times: found.times).marked(), quotations: quotations,
      wordings: wordings
    ).marked()
    let times = TimesFromEvents(
      clause: clauses, times: spoken, mentions: mentions, classes: eventClasses
    ).marked()
    let figures = figures.figures(in: clauses, mentions: mentions, times: times)
    let datelines = DatelineFinder(text: text, mentions: mentions, times: times).lengths()
    let events = events.events(
      in: clauses, mentions: mentions, times: times, quotations: quotations, datelines: datelines)
    return AnnotatedArticle(
      article: article, language: language,
      sentences: zip(text.sentences, datelines).map { $1 == 0 ? $0 : $0.with(dateline: $1) },
      mentions: mentions, times: times, quotations: quotations, figures: figures, events: events)
  }
}

extension Sentence {
  fileprivate func with(dateline: Int) -> Sentence {
    Sentence(id: id, range: range, block: block, dateline: dateline)
  }
}
