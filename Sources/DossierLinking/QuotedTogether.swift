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

  /// What two articles both print.
  struct Count {
    /// How many quotations of the first the second has too, of the same speaker.
    var quotations = 0
    /// Whether one of them has so many words in common that they are of one occasion by themselves.
    var hasLong = false
  }

  private static let longRun = 5
  private static let longContent = 3

  mutating func count(in first: Int, and second: Int) -> Count {
    let others = quotes(of: second)
    var count = Count()
    for quote in quotes(of: first) {
      let alike = others.filter { $0.speaker == quote.speaker }
      let isLong = alike.contains {
        quote.longestRun(with: $0) >= Self.longRun
          && ContentWords.shared(quote.content, $0.content) >= Self.longContent
      }
      guard isLong || alike.contains(where: quote.isOnePhrase) else { continue }
      count.quotations += 1
      count.hasLong = count.hasLong || isLong
    }
    return count
  }

  /// The quotations of named speakers that an article tells under no time of their own: one that was said "last month"
  /// is told again.
  private mutating func quotes(of number: Int) -> [QuoteText] {
    if let found = read[number] { return found }
    let article = articles[number]
    let quoted = article.quotations.map(\.range)
    let timed = Set(
      article.times.lazy.filter { time in
        !Self.isOfReport(time.meaning) && !quoted.contains { $0.contains(time.range) }
      }.map(\.sentence))
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
