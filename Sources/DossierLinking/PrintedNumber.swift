import DossierModel
import DossierSource

/// A number as it is printed: what it may stand for, given its qualifier and how far it is rounded.
struct PrintedNumber: Sendable {
  private let number: Double
  private let qualifier: Figure.Qualifier?
  private let range: ClosedRange<Double>

  init(_ figure: Figure) {
    number = figure.number
    qualifier = figure.qualifier
    let unit = Self.lastPlace(of: figure.number)
    range =
      switch figure.qualifier {
      case .moreThan, .atLeast: figure.number...(figure.number + unit)
      case .lessThan, .atMost, .nearly: (figure.number - unit)...figure.number
      case .about: (figure.number - unit)...(figure.number + unit)
      case nil: (figure.number - unit / 2)...(figure.number + unit / 2)
      }
  }

  /// The size of the last digit that is not zero: what a round number is rounded to.
  private static func lastPlace(of number: Double) -> Double {
    guard number.isFinite, abs(number) >= 1, abs(number) < 1e15 else { return abs(number) / 10 }
    var place = 1.0
    // 3.6 has a last place of a tenth; more decimals are no rounding that matters.
    if number.rounded() != number { return (number * 10).rounded() == number * 10 ? 0.1 : 0.01 }
    while (number / (place * 10)).rounded() == number / (place * 10) { place *= 10 }
    return place
  }

  /// Whether both may stand for one number; "more than 70" and "more than 80" only touch.
  func overlaps(_ other: PrintedNumber) -> Bool {
    number == other.number
      || range.lowerBound < other.range.upperBound && other.range.lowerBound < range.upperBound
  }

  /// How numbers stand to each other.
  static func agreement(of numbers: [PrintedNumber]) -> FigureGroup.Agreement {
    guard let first = numbers.first else { return .same }
    if numbers.allSatisfy({ $0.number == first.number }) {
      return numbers.allSatisfy { $0.qualifier == first.qualifier } ? .same : .qualifier
    }
    let low = numbers.map(\.range.lowerBound).max() ?? 0
    let high = numbers.map(\.range.upperBound).min() ?? 0
    return low <= high ? .precision : .numbers
  }
}

/// Reads what the sentence of a figure says of where, when and by whose account: the other parts of its key.
struct FigureClauses: Sendable {
  private let sourceCues: [[String]]
  private let reportingVerbs: Set<String>

  init(words: LinkingWords) {
    sourceCues = words.sourceCues.map { $0.split(separator: " ").map(String.init) }
    reportingVerbs = Set(words.reportingVerbs)
  }

  func value(of index: Int, in linked: LinkedArticle) -> FigureGroup.Value {
    let article = linked.annotated
    let figure = article.figures[index]
    let mentions = article.mentions.filter { $0.sentence == figure.sentence && $0.form == .name }
    // Whose they are is not where they are: "2,000 U.S. troops".
    let places = mentions.filter { mention in
      (mention.kind == .place || mention.kind == .country)
        && figure.counted.map { !$0.overlaps(mention.range) } ?? true
    }
    let context = TextContext(article.article.text)
    let source = mentions.first { $0.kind != .place && isSource($0, in: context) }
    return FigureGroup.Value(
      article: linked.id, figure: index,
      place: Self.nearest(places.map(\.range).filter { $0 != source?.range }, to: figure.range),
      time: Self.nearest(
        zip(article.times, linked.times).filter { time, resolved in
          time.sentence == figure.sentence && resolved.edtf != nil
        }.map(\.0.range), to: figure.range),
      source: source?.range)
  }

  /// Whether something is told by somebody's account: "according to the X", "the X said".
  private func isSource(_ mention: Mention, in context: TextContext) -> Bool {
    if reportingVerbs.contains(context.word(after: mention.range.upperBound)) { return true }
    var before: [String] = []
    var offset = mention.title?.lowerBound ?? mention.range.lowerBound
    for _ in 0..<4 {
      let word = context.word(before: offset)
      guard !word.isEmpty else { break }
      before.insert(word, at: 0)
      offset = context.startOfWord(before: offset)
    }
    // An article may stand between the cue and the name.
    return sourceCues.contains { cue in
      before.suffix(cue.count).elementsEqual(cue)
        || before.dropLast().suffix(cue.count).elementsEqual(cue)
    }
  }

  private static func nearest(_ ranges: [TextRange], to figure: TextRange) -> TextRange? {
    ranges.min { distance($0, figure) < distance($1, figure) }
  }

  private static func distance(_ range: TextRange, _ figure: TextRange) -> Int {
    max(0, max(figure.lowerBound - range.upperBound, range.lowerBound - figure.upperBound))
  }
}
