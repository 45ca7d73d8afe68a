import DossierModel

/// The words and names that articles tell of one time and of hardly any other.
///
/// They weigh by how few days they are told of, as rare terms weigh in retrieval (Spärck Jones, "A Statistical
/// Interpretation of Term Specificity", 1972), with days, or months, in the place of documents: a word that a hundred
/// articles print of one day tells that day. Names weigh more than words, which agree by chance.
struct Telltales: Sendable {
  /// How fine the times are that are told apart.
  enum Fineness: Sendable {
    case day, month

    /// The day or month that a telling names, as a number; nil where it names none, or is only supposed to be of a day.
    func number(of candidate: EventCandidate) -> Int? {
      guard let when = candidate.when, let first = when.value.firstDay, let last = when.value.lastDay else {
        return nil
      }
      switch self {
      case .day: return first == last && !when.isSupposed ? first.serial : nil
      case .month:
        return first.year == last.year && first.month == last.month ? first.year * 12 + first.month : nil
      }
    }

    /// Times that the articles tell of, at least: where they tell of a few only, every word is of few.
    fileprivate var fewest: Int { self == .day ? 8 : 6 }
  }

  /// Days or months of which a word or name is told, at most, for two tellings to be compared for its sake.
  private static let mostTimes = 4
  /// What a word weighs beside a name that is told of as many.
  private static let weightOfWord = 0.5

  let fineness: Fineness
  /// Of a name, by its entity, and of a content word: of how many times it is told.
  private let timesOfName: TimeCounts<Int32>
  private let timesOfWord: TimeCounts<UInt32>

  /// Of how many days or months each of some words is told, which are added by rising times.
  private struct TimeCounts<Word: Hashable & Sendable>: Sendable {
    private var counts: [Word: (last: Int, count: Int)] = [:]

    mutating func add(_ word: Word, of time: Int) {
      let before = counts[word, default: (time - 1, 0)]
      if before.last != time || before.count == 0 { counts[word] = (time, before.count + 1) }
    }

    subscript(word: Word) -> Int? { counts[word]?.count }
  }

  /// Nil where the articles tell of too few days or months.
  init?(of candidates: [EventCandidate], by fineness: Fineness) {
    let told = candidates.indices.compactMap { index in
      fineness.number(of: candidates[index]).map { (time: $0, index) }
    }.sorted { ($0.time, $0.1) < ($1.time, $1.1) }
    let count = told.indices.count { $0 == 0 || told[$0 - 1].time != told[$0].time }
    guard count >= fineness.fewest else { return nil }
    var names = TimeCounts<Int32>()
    var words = TimeCounts<UInt32>()
    for (time, index) in told {
      for name in candidates[index].named { names.add(name, of: time) }
      for word in candidates[index].words { words.add(word, of: time) }
    }
    self.fineness = fineness
    timesOfName = names
    timesOfWord = words
  }

  /// How much of what two tellings have in common is told of their time alone: one for each name that no other time has.
  func weight(of left: EventCandidate, _ right: EventCandidate) -> Double {
    Self.weight(ContentWords.common(left.named, right.named), timesOfName)
      + Self.weightOfWord * Self.weight(ContentWords.common(left.words, right.words), timesOfWord)
  }

  private static func weight<Word>(_ words: [Word], _ times: TimeCounts<Word>) -> Double {
    words.reduce(0) { $0 + 1 / Double(times[$1] ?? .max) }
  }

  /// Whether two tellings share a name: of a month, one that is told of no other.
  func shareName(_ left: EventCandidate, _ right: EventCandidate) -> Bool {
    ContentWords.common(left.named, right.named).contains { fineness == .day || timesOfName[$0] == 1 }
  }

  /// The words and names of a telling that are told of few times, each as one number.
  func rare(in candidate: EventCandidate) -> [UInt64] {
    candidate.named.filter { timesOfName[$0].map { $0 <= Self.mostTimes } ?? false }
      .map { UInt64(UInt32(bitPattern: $0)) | 1 << 32 }
      + candidate.words.filter { timesOfWord[$0].map { $0 <= Self.mostTimes } ?? false }.map(UInt64.init)
  }
}
