import DossierModel
import DossierSource

/// A figure with what it is compared by: what is counted, what befell them, and what its sentence is about.
struct FigureKey: Sendable {
  let article: Int
  let figure: Int
  let value: Figure
  /// When its article was published; nil where that is not known.
  let published: CalendarDay?
  /// The words of what is counted, rising.
  let counted: [UInt32]
  /// What befell those who are counted; nil where the words beside the number tell nothing of the kind.
  let fate: UInt32?
  /// Whether its article tells no other number of those whom the same befell.
  var isOnlyOfFate = false
  /// What its sentence tells of besides, rising: names, the number, what it counts and what befell them are left out.
  let context: [UInt32]
  /// Those whom its sentence names, rising.
  let entities: [Int32]
  /// The places among them.
  let places: [Int32]
  /// The years that the sentence tells; nil where it tells none.
  let years: ClosedRange<Int>?
  /// The days that the sentence tells, rising.
  let days: [CalendarDay]
  /// Those of them on which it tells that harm was done, which is not the day on which somebody speaks of it.
  let harmDays: [CalendarDay]
  /// What else its sentence counts of which it tells what befell them.
  let companions: [Companion]
  /// What the editor says it counts: then it stands with those of the same key, and with no others.
  let decided: String?

  /// Another figure of a sentence: with "40 wounded", of "12 killed".
  struct Companion: Sendable {
    let fate: UInt32
    let figure: Figure
  }
}

/// Reads what figures are compared by.
struct FigureKeyReader: Sendable {
  let articles: [LinkedArticle]
  let entities: EntityLinks
  /// Reads what is counted: "fighters" and "gunmen" are two.
  let countedWords: ContentWords
  /// Reads what a sentence is about, where writers have many words for one: "blast" and "explosion".
  let contextWords: ContentWords
  let synonyms: CountSynonyms
  let fates: CountedFates
  /// The editor's lines; nil where there are none.
  let rulings: AnnotationRulings?

  func keys() -> [FigureKey] { articles.indices.flatMap(keys(of:)) }

  private func keys(of number: Int) -> [FigureKey] {
    let linked = articles[number]
    let article = linked.annotated
    guard !article.figures.isEmpty else { return [] }
    let context = TextContext(article.article.text)
    var sentence: FigureSentence?
    let keys = article.figures.indices.compactMap { index -> FigureKey? in
      let figure = article.figures[index]
      let decided = rulings?.figureKeys[.init(article: number, index: index)]?.key
      guard abs(figure.number) >= 10 || figure.unit != nil || decided != nil,
        article.sentences.indices.contains(figure.sentence)
      else { return nil }
      let read =
        sentence.flatMap { $0.number == figure.sentence ? $0 : nil }
        ?? self.sentence(figure.sentence, of: number, context)
      sentence = read
      return key(of: index, in: read, of: number, context, decided: decided)
    }
    return keys.map { key in
      var key = key
      key.isOnlyOfFate = keys.allSatisfy {
        $0.fate != key.fate || PrintedNumber($0.value).overlaps(PrintedNumber(key.value))
      }
      return key
    }
  }

  /// What the figures of one sentence have in common.
  private struct FigureSentence {
    let number: Int
    let range: TextRange
    let names: [TextRange]
    let entities: [Int32]
    let places: [Int32]
    let years: ClosedRange<Int>?
    let days: [CalendarDay]
    let fates: CountedFates.Sentence
    let companions: [FigureKey.Companion]
  }

  private func sentence(_ number: Int, of article: Int, _ context: TextContext) -> FigureSentence {
    let linked = articles[article]
    let range = linked.annotated.sentences[number].range
    let mentions = linked.annotated.sentenceMentions(number)
    let named = mentions.indices.filter { entities.numbers[article][$0] >= 0 }
    func numbers(_ indices: [Int]) -> [Int32] { Set(indices.map { entities.numbers[article][$0] }).sorted() }
    let times = linked.annotated.sentenceTimes(number)
    let values = linked.times[times.startIndex..<times.endIndex].compactMap(\.edtf)
    let figures = linked.annotated.sentenceFigures(number)
    let read = fates.sentence(range, figures: Array(figures), in: context)
    return FigureSentence(
      number: number, range: range, names: mentions.map(\.range),
      entities: numbers(named),
      places: numbers(
        named.filter { [.place, .country].contains(mentions[$0].kind) && mentions[$0].form == .name }),
      years: Self.years(of: values),
      days: Set(values.compactMap(\.day)).sorted(),
      fates: read,
      companions: figures.compactMap { figure in
        read.fate(of: figure).map { FigureKey.Companion(fate: $0, figure: figure) }
      })
  }

  private func key(
    of index: Int, in sentence: FigureSentence, of article: Int, _ context: TextContext, decided: String?
  ) -> FigureKey {
    let figure = articles[article].annotated.figures[index]
    let fate = sentence.fates.fate(of: figure)
    // "260,000 lives", "157 wounded": what befell them, and not who they are.
    let told = figure.counted.map {
      countedWords.words(of: $0, in: context, leavingOut: sentence.fates.ranges)
    }
    let own = [figure.range] + (figure.counted.map { [$0] } ?? [])
    let left = sentence.names + own + (fate == nil ? [] : sentence.fates.ranges)
    return FigureKey(
      article: article, figure: index, value: figure, published: articles[article].published?.value.day,
      counted: synonyms.folded(told ?? []),
      fate: fate,
      context: synonyms.folded(contextWords.words(of: sentence.range, in: context, leavingOut: left)),
      entities: sentence.entities, places: sentence.places, years: sentence.years, days: sentence.days,
      harmDays: Self.harmDays(
        of: articles[article], sentence: figure.sentence, told: fate.map(sentence.fates.tellings) ?? []),
      companions: sentence.companions.filter { $0.figure != figure }, decided: decided)
  }

  /// The days of the events that are told by the words for what befell somebody.
  private static func harmDays(
    of linked: LinkedArticle, sentence: Int, told ranges: [TextRange]
  ) -> [CalendarDay] {
    let days = linked.annotated.sentenceEvents(sentence).compactMap { event -> CalendarDay? in
      guard ranges.contains(where: event.trigger.overlaps), let time = event.time else { return nil }
      return linked.times[time].edtf?.day?.adding(days: event.daysFromTime)
    }
    return Set(days).sorted()
  }

  /// The years that times lie in.
  private static func years(of values: [EDTF]) -> ClosedRange<Int>? {
    var years: ClosedRange<Int>?
    for value in values {
      guard let first = value.firstDay?.year, let last = value.lastDay?.year, first <= last else { continue }
      years = years.map { min($0.lowerBound, first)...max($0.upperBound, last) } ?? first...last
    }
    return years
  }
}
