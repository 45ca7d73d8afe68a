import DossierAnalysis
import DossierLanguages
import DossierModel
import DossierSource
import DossierTestSupport

/// A small article from marked text: `[Anna Berg|person]` is a mention, `[on Monday|time]` a time,
/// `[Mayor|title]` the title of the next mention.
///
/// Paragraphs are parted by a line break; one that begins with `>` is a block quote.
struct AnalysedText {
  let text: String
  let clause: ClauseText
  let mentions: [Mention]
  let times: [TimeExpression]
  /// The stretches with other labels.
  let expected: [(range: TextRange, label: String)]

  init(_ marked: String, pack: LanguagePack = .english) {
    let marks = MarkedText(marked)
    text = marks.text
    let split = SentenceSplitter(tables: pack.sentences).split(text, blocks: Self.blocks(of: text))
    clause = pack.clauses.read(split)
    var mentions: [Mention] = []
    var times: [TimeExpression] = []
    var title: TextRange?
    for (range, label) in marks.stretches.sorted(by: { $0.range < $1.range }) {
      let sentence = split.sentences.firstIndex { $0.range.overlaps(range) } ?? 0
      let words = label.split(separator: " ")
      if let kind = words.first.flatMap({ EntityKind(rawValue: String($0)) }) {
        mentions.append(
          Mention(
            range: range, kind: kind, form: .name, title: title, sentence: sentence, rule: Rule("marked")))
        title = nil
      } else if words.first == "title" {
        title = range
      } else if words.first == "time" {
        times.append(
          TimeExpression(
            range: range, kind: words.contains("hour") ? .time : .date,
            meaning: Self.meaning(words.dropFirst().first),
            direction: words.contains("future") ? .future : words.contains("unknown") ? .unknown : .past,
            bound: Self.bounds[words.last ?? ""], sentence: sentence, rule: Rule("marked")))
      }
    }
    self.mentions = mentions
    self.times = times
    expected = marks.stretches.sorted { $0.range < $1.range }
  }

  /// What English tells of happenings in it, where nobody speaks.
  var events: [EventMention] {
    EventExtractor(tables: LanguagePack.english.events).events(
      in: clause, mentions: mentions, times: times, quotations: [])
  }

  /// Who speaks each of its quotations in English: a name, "nobody", or "no speech".
  var speakers: [String] {
    QuotationExtractor(tables: LanguagePack.english.quotations).quotations(in: clause, mentions: mentions).map
    {
      quotation in
      guard quotation.use == .speech else { return "no speech" }
      let named = quotation.speaker?.mention.map { String(text[mentions[$0].range]) }
      return named ?? "nobody"
    }
  }

  /// Where a stretch of the text stands, in bytes.
  func range(_ stretch: Range<String.Index>) -> TextRange {
    TextRange(
      text.utf8.distance(from: text.startIndex, to: stretch.lowerBound),
      text.utf8.distance(from: text.startIndex, to: stretch.upperBound))
  }

  private static let bounds: [Substring: TimeExpression.Bound] = [
    "since": .from, "after": .after, "before": .before,
  ]

  private static func meaning(_ word: Substring?) -> TimeMeaning {
    switch word {
    case "month": .slot(.month(9), .nearest)
    case "year-ago": .distance(.year, 1, later: false, from: .publication)
    case "length": .duration(.day, 3)
    case "hours": .distance(.hour, 3, later: false, from: .previous)
    case "later": .distance(.day, 10, later: true, from: .previous)
    case "night": .timeOfDay(.part(.night), on: nil)
    default: .slot(.weekday(3), .nearest)
    }
  }

  private static func blocks(of text: String) -> [TokenizedText.Block] {
    var blocks: [TokenizedText.Block] = []
    var start = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let range = TextRange(start, start + line.count)
      let isQuote = line.first == UInt8(ascii: ">")
      let inner = isQuote ? TextRange(start + 2, start + line.count) : range
      blocks.append(TokenizedText.Block(kind: isQuote ? .quote : .paragraph, range: inner))
      start += line.count + 1
    }
    return blocks
  }
}
