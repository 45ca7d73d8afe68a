import DossierModel
import DossierSource

/// How many words two articles quote alike that were said for the report: two reports that print the same of one speaker
/// are hardly of two days.
struct QuotedTogether {
  private let articles: [AnnotatedArticle]
  private let entities: EntityLinks
  private let reader: QuoteReader
  private var read: [Int: [QuoteText]] = [:]

  init(articles: [AnnotatedArticle], entities: EntityLinks, reader: QuoteReader) {
    self.articles = articles
    self.entities = entities
    self.reader = reader
  }

  /// How many quotations of the first article the second prints too, of the same speaker.
  mutating func count(in first: Int, and second: Int) -> Int {
    let (own, others) = (quotes(of: first), quotes(of: second))
    return own.count { quote in
      others.contains { $0.speaker == quote.speaker && quote.isOnePhrase(with: $0) }
    }
  }

  /// The quotations of named speakers that an article tells under no time of their own: one that was said "last month"
  /// is told again.
  private mutating func quotes(of number: Int) -> [QuoteText] {
    if let found = read[number] { return found }
    let article = articles[number]
    let timed = Set(article.times.filter { !Self.isOfReport($0.meaning) }.map(\.sentence))
    let quotes = reader.texts(of: article, number: number, entities: entities.numbers[number]).filter {
      $0.speaker >= 0 && !timed.contains(article.quotations[$0.quotation].sentence)
    }
    read[number] = quotes
    return quotes
  }

  /// Whether a time is one at which a report's own words are said.
  private static func isOfReport(_ meaning: TimeMeaning) -> Bool {
    switch meaning {
    case .slot(.weekday, _): true
    default: ToldDay(meaning) == .besideReport
    }
  }
}
