import DossierModel
import DossierSource

/// A sentence as what it tells can be recognised in another article: by its words, its names and its numbers.
struct ToldSentence {
  struct Place: Hashable, Comparable {
    let article: Int
    let sentence: Int

    static func < (left: Self, right: Self) -> Bool {
      (left.article, left.sentence) < (right.article, right.sentence)
    }
  }

  let place: Place
  /// Content words but for those of names and times, rising.
  let words: [UInt32]
  /// Entity numbers, rising.
  let entities: [Int32]
  /// Those that hardly two happenings have.
  let numbers: Set<Double>
  /// The classes of its event triggers, but for those of no kind.
  let kinds: Set<String>

  /// Several sentences as one, which stands where the first of them does.
  init(merging sentences: some Collection<ToldSentence>) {
    place = sentences.first?.place ?? Place(article: 0, sentence: 0)
    words = Set(sentences.flatMap(\.words)).sorted()
    entities = Set(sentences.flatMap(\.entities)).sorted()
    numbers = sentences.reduce(into: []) { $0.formUnion($1.numbers) }
    kinds = sentences.reduce(into: []) { $0.formUnion($1.kinds) }
  }

  private init(
    place: Place, words: [UInt32], entities: [Int32], numbers: Set<Double>, kinds: Set<String>
  ) {
    (self.place, self.words, self.entities) = (place, words, entities)
    (self.numbers, self.kinds) = (numbers, kinds)
  }

  /// Reads the sentences of an article.
  struct Reader {
    let contentWords: ContentWords
    let speechClasses: Set<String>

    func sentences(of article: AnnotatedArticle, number: Int, _ entities: [Int32]) -> [ToldSentence] {
      let context = TextContext(article.article.text)
      var kinds = Array(repeating: Set<String>(), count: article.sentences.count)
      var cues = Array(repeating: [TextRange](), count: article.sentences.count)
      for event in article.events where kinds.indices.contains(event.sentence) {
        if event.triggerClass != EventMention.noClass { kinds[event.sentence].insert(event.triggerClass) }
        if let cue = cue(of: event, in: article) { cues[event.sentence].append(cue) }
      }
      var named = Array(repeating: Set<Int32>(), count: article.sentences.count)
      for (mention, entity) in zip(article.mentions, entities)
      where entity >= 0 && named.indices.contains(mention.sentence)
        && !cues[mention.sentence].contains(where: { $0.contains(mention.range) })
      {
        named[mention.sentence].insert(entity)
      }
      return article.sentences.indices.map { sentence in
        ToldSentence(
          place: Place(article: number, sentence: sentence),
          words: contentWords.words(
            of: article.sentences[sentence].range, in: context,
            leavingOut: article.namesAndTimes(ofSentence: sentence) + cues[sentence]),
          entities: named[sentence].sorted(),
          numbers: TellingNumbers(of: sentence, in: article, context).values, kinds: kinds[sentence])
      }
    }

    /// Who speaks, the verb and the time, "the envoy told reporters on Monday": one that speaks every day tells nothing.
    private func cue(of event: EventMention, in article: AnnotatedArticle) -> TextRange? {
      guard speechClasses.contains(event.triggerClass), let speaker = event.participants.first,
        article.mentions[speaker].sentence == event.sentence,
        event.trigger.lowerBound - article.mentions[speaker].range.upperBound <= Self.cueLength,
        article.mentions[speaker].range.lowerBound - event.trigger.upperBound <= Self.cueLength
      else { return nil }
      var ends = [event.trigger, article.mentions[speaker].range]
      if let time = event.ownTime, article.times[time].sentence == event.sentence,
        abs(article.times[time].range.lowerBound - event.trigger.upperBound) <= Self.cueLength
      {
        ends.append(article.times[time].range)
      }
      return TextRange(
        ends.map(\.lowerBound).min() ?? 0, ends.map(\.upperBound).max() ?? 0)
    }

    /// Bytes between a verb of speech and its speaker or time: "told reporters in the capital on".
    private static let cueLength = 40
  }

  /// The sentences of the articles that were read last: those on one matter are compared again and again.
  struct Shelf {
    /// Articles that are kept, at most: all of a large corpus would take more room than its texts.
    private static let size = 512

    let articles: [AnnotatedArticle]
    let entities: EntityLinks
    let reader: Reader
    private var read: [Int: [ToldSentence]] = [:]

    init(articles: [AnnotatedArticle], entities: EntityLinks, reader: Reader) {
      self.articles = articles
      self.entities = entities
      self.reader = reader
    }

    mutating func sentences(of number: Int) -> [ToldSentence] {
      if let found = read[number] { return found }
      if read.count >= Self.size { read.removeAll(keepingCapacity: true) }
      let sentences = reader.sentences(of: articles[number], number: number, entities.numbers[number])
      read[number] = sentences
      return sentences
    }
  }

  /// How much words and names tell, by how many sentences have them.
  struct Weights {
    /// What a number tells that hardly two happenings have.
    private static let number = 1.5

    private var words: [UInt32: Int] = [:]
    private var entities: [Int32: Int] = [:]
    private var count = 0

    mutating func add(_ sentence: ToldSentence) {
      count += 1
      for word in sentence.words { words[word, default: 0] += 1 }
      for entity in sentence.entities { entities[entity, default: 0] += 1 }
    }

    /// What two sentences have in common: 1 for a word that one sentence has, 0 for one that all have.
    ///
    /// Nothing where they share hardly more than names: who met on a Friday may have quarrelled on another.
    func closeness(of left: ToldSentence, to right: ToldSentence) -> Double {
      let shared = ContentWords.common(left.words, right.words)
      let numbers = left.numbers.intersection(right.numbers).count
      guard shared.count + numbers >= Self.fewestWords else { return 0 }
      return shared.reduce(0) { $0 + weight(words[$1]) }
        + ContentWords.common(left.entities, right.entities).reduce(0) { $0 + weight(entities[$1]) }
        + Self.number * Double(numbers)
    }

    /// Words and numbers that two sentences share, at least.
    private static let fewestWords = 2

    private func weight(_ holders: Int?) -> Double {
      let count = Double(max(count, 2))
      return 1 - Self.logarithm(Double(max(holders ?? 1, 1))) / Self.logarithm(count)
    }

    /// The logarithm to base two, with straight lines between the powers of two: the same on every machine.
    private static func logarithm(_ number: Double) -> Double {
      Double(number.exponent) + number.significand - 1
    }
  }
}
