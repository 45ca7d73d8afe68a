import DossierModel
import DossierSource

/// What befell those whom a figure counts, by the words beside it: "killing 12 people and wounding 40".
///
/// It is what tells most of which count a number is: the dead of a place and its wounded have all other words in
/// common, and stand in one sentence.
struct CountedFates: Sendable {
  /// Words between a number and what it counts on the one hand, and what befell them on the other, at most.
  fileprivate static let reach = 8

  private struct Phrase: Sendable {
    let words: [UInt32]
    let fate: UInt32
  }

  /// By their first word, the longest first.
  private let phrases: [UInt32: [Phrase]]
  /// Words that part what one number counts from what the next does.
  private let partingWords: Set<UInt32>
  private let tollWords: Set<UInt32>

  init(words: LinkingWords) {
    var phrases: [UInt32: [Phrase]] = [:]
    for row in LinkingWords.pairs(words.fates) {
      let hashes = row.word.split(separator: "-").map { ContentWords.hash($0.utf8, upTo: .max) }
      guard let first = hashes.first else { continue }
      phrases[first, default: []].append(
        Phrase(words: hashes, fate: ContentWords.hash(row.meaning.utf8, upTo: .max)))
    }
    self.phrases = phrases.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    tollWords = Set(words.tollWords.map { ContentWords.hash($0.utf8, upTo: .max) })
    partingWords = Set(words.countPartings.map { ContentWords.hash($0.utf8, upTo: .max) })
  }

  /// The words of one sentence with figures, and what they say befell somebody.
  struct Sentence: Sendable {
    fileprivate struct Word: Sendable {
      let range: TextRange
      let hash: UInt32
      /// Whether a comma or the like stands before it.
      let isBehindMark: Bool
    }

    fileprivate struct Fate: Sendable {
      let words: Range<Int>
      let fate: UInt32
      let isToll: Bool
    }

    fileprivate var words: [Word] = []
    fileprivate var fates: [Fate] = []
    /// Of the words, those that part what one number counts from what the next does.
    fileprivate var partings: Set<Int> = []
    /// Each figure with what it counts, in the order of the text.
    fileprivate var figures: [TextRange] = []

    /// Where it tells what befell somebody.
    var ranges: [TextRange] { fates.map(range(of:)) }

    /// Where it tells that one thing befell somebody; a toll tells how many it has befallen by then.
    func tellings(of fate: UInt32) -> [TextRange] {
      fates.filter { $0.fate == fate && !$0.isToll }.map(range(of:))
    }

    private func range(of fate: Fate) -> TextRange {
      TextRange(
        words[fate.words.lowerBound].range.lowerBound, words[fate.words.upperBound - 1].range.upperBound)
    }

    /// What befell those whom a figure counts: what is told nearest to it, within what is told of it alone.
    func fate(of figure: Figure) -> UInt32? {
      guard !fates.isEmpty else { return nil }
      let phrase = CountedFates.phrase(of: figure)
      let first = words.firstIndex { $0.range.upperBound > phrase.lowerBound } ?? words.count
      let end = words.firstIndex { $0.range.lowerBound >= phrase.upperBound } ?? words.count
      let before = start(before: first, phrase)
      let behind = self.end(behind: end, phrase)
      let near = fates.filter { $0.words.lowerBound >= before && $0.words.upperBound <= behind }
      guard let nearest = near.min(by: { distance($0, first, end) < distance($1, first, end) }) else {
        return toll(before: first, phrase)
      }
      return nearest.fate ^ (near.first { isOneOfTwo(nearest, $0) }?.fate ?? 0)
    }

    /// What a toll that stands further before the first number of the sentence counts, whatever stands between.
    private func toll(before first: Int, _ phrase: TextRange) -> UInt32? {
      guard !figures.contains(where: { $0.upperBound <= phrase.lowerBound }) else { return nil }
      return fates.last { $0.isToll && $0.words.upperBound <= first }?.fate
    }

    /// Whether a number is of those whom the one or the other befell: "300 killed or wounded".
    private func isOneOfTwo(_ fate: Fate, _ other: Fate) -> Bool {
      guard fate.fate != other.fate else { return false }
      let (first, second) = fate.words.lowerBound < other.words.lowerBound ? (fate, other) : (other, fate)
      return second.words.lowerBound == first.words.upperBound + 1
        && partings.contains(first.words.upperBound)
        && !words[first.words.upperBound + 1].isBehindMark
    }

    private func distance(_ fate: Fate, _ first: Int, _ end: Int) -> Int {
      max(0, first - fate.words.upperBound, fate.words.lowerBound - end)
    }

    /// Where what is told of a figure begins: behind the first word that parts it from the figure before it.
    private func start(before first: Int, _ phrase: TextRange) -> Int {
      let floor = max(0, first - CountedFates.reach)
      guard let previous = figures.last(where: { $0.upperBound <= phrase.lowerBound }) else {
        return words[floor..<first].lastIndex(where: \.isBehindMark) ?? floor
      }
      let begin = words.firstIndex { $0.range.lowerBound >= previous.upperBound } ?? first
      guard begin < first else { return first }
      return max(floor, parting(in: begin..<first + 1) ?? begin)
    }

    /// Where it ends: before the first word that parts it from the figure behind it, or before a mark.
    private func end(behind end: Int, _ phrase: TextRange) -> Int {
      let ceiling = min(words.count, end + CountedFates.reach)
      guard let next = figures.first(where: { $0.lowerBound >= phrase.upperBound }) else {
        return words[end..<ceiling].firstIndex(where: \.isBehindMark) ?? ceiling
      }
      let last = words.firstIndex { $0.range.lowerBound >= next.lowerBound } ?? words.count
      guard end < last else { return end }
      return min(ceiling, parting(in: end..<min(last + 1, words.count)) ?? last)
    }

    /// The first word that a mark or a word of its kind parts from those before it.
    private func parting(in range: Range<Int>) -> Int? {
      range.first { $0 < words.count && (words[$0].isBehindMark || partings.contains($0)) }
    }
  }

  func sentence(_ range: TextRange, figures: [Figure], in context: TextContext) -> Sentence {
    var sentence = Sentence()
    sentence.figures = figures.map(Self.phrase(of:))
    var last = range.lowerBound
    let bytes = context[range]
    bytes.withUnsafeBufferPointer { buffer in
      ContentWords.forEachWord(in: buffer) { start, end, hash in
        let word = TextRange(bytes.startIndex + start, bytes.startIndex + end)
        let isBehindMark = Self.hasMark(context.bytes[last..<word.lowerBound])
        sentence.words.append(.init(range: word, hash: hash, isBehindMark: isBehindMark))
        last = word.upperBound
      }
    }
    var index = 0
    while index < sentence.words.count {
      if partingWords.contains(sentence.words[index].hash) { sentence.partings.insert(index) }
      if let phrase = phrase(at: index, in: sentence.words) {
        sentence.fates.append(
          .init(
            words: index..<index + phrase.words.count, fate: phrase.fate,
            isToll: !tollWords.isDisjoint(with: phrase.words)))
        index += phrase.words.count
      } else {
        index += 1
      }
    }
    return sentence
  }

  /// Whether a comma or another mark that parts clauses stands between two words.
  private static func hasMark(_ between: ArraySlice<UInt8>) -> Bool {
    between.contains { [0x28, 0x29, 0x2C, 0x3A, 0x3B, 0x93, 0x94].contains($0) }
  }

  private func phrase(at index: Int, in words: [Sentence.Word]) -> Phrase? {
    phrases[words[index].hash]?.first { phrase in
      index + phrase.words.count <= words.count
        && phrase.words.indices.allSatisfy { phrase.words[$0] == words[index + $0].hash }
    }
  }

  /// A number and what it counts.
  fileprivate static func phrase(of figure: Figure) -> TextRange {
    guard let counted = figure.counted else { return figure.range }
    return TextRange(
      min(figure.range.lowerBound, counted.lowerBound), max(figure.range.upperBound, counted.upperBound))
  }
}
