import DossierModel

/// The words and names that articles tell of one time and of hardly any other.
///
/// They weigh by how few days they are told of, as rare terms weigh in retrieval (Spärck Jones, "A Statistical
/// Interpretation of Term Specificity", 1972), with days in the place of documents: a word that a hundred articles print
/// of one day tells that day. Names weigh more than words, which agree by chance.
struct Telltales: Sendable {
  /// Days of which a word or name is told, at most, for two tellings to be compared for its sake.
  static let mostDays = 4
  /// Days that the articles tell of, at least: where they tell of a few only, every word is of few days.
  private static let fewestDays = 8
  /// What a word weighs beside a name that is told of as many days.
  private static let weightOfWord = 0.5

  /// Of a name, by its entity, and of a content word: of how many days it is told.
  private let daysOfName: DayCounts<Int32>
  private let daysOfWord: DayCounts<UInt32>

  /// Of how many days each of some words is told, which are added by rising days.
  private struct DayCounts<Word: Hashable & Sendable>: Sendable {
    private var counts: [Word: (last: Int, count: Int)] = [:]

    mutating func add(_ word: Word, on day: Int) {
      let before = counts[word, default: (day - 1, 0)]
      if before.last != day || before.count == 0 { counts[word] = (day, before.count + 1) }
    }

    subscript(word: Word) -> Int? { counts[word]?.count }
  }

  /// Nil where the articles tell of too few days.
  init?(of candidates: [EventCandidate]) {
    let dated = candidates.indices.compactMap { index in
      Self.day(of: candidates[index]).map { (day: $0, index) }
    }
    .sorted { ($0.day, $0.1) < ($1.day, $1.1) }
    guard dated.indices.count(where: { $0 == 0 || dated[$0 - 1].day != dated[$0].day }) >= Self.fewestDays
    else {
      return nil
    }
    var names = DayCounts<Int32>()
    var words = DayCounts<UInt32>()
    for (day, index) in dated {
      for name in candidates[index].named { names.add(name, on: day) }
      for word in candidates[index].words { words.add(word, on: day) }
    }
    daysOfName = names
    daysOfWord = words
  }

  /// The day that a telling names, since 1970; nil where it names none, and is only supposed to be of one.
  static func day(of candidate: EventCandidate) -> Int? {
    guard let when = candidate.when, when.isDay, !when.isSupposed else { return nil }
    return when.first
  }

  /// How much of what two tellings have in common is told of their day alone: one for each name that no other day has.
  func weight(of left: EventCandidate, _ right: EventCandidate) -> Double {
    Self.weight(ContentWords.common(left.named, right.named), daysOfName)
      + Self.weightOfWord * Self.weight(ContentWords.common(left.words, right.words), daysOfWord)
  }

  private static func weight<Word>(_ words: [Word], _ days: DayCounts<Word>) -> Double {
    words.reduce(0) { $0 + 1 / Double(days[$1] ?? .max) }
  }

  /// The few days' words and names of a telling, each as one number.
  func rare(in candidate: EventCandidate) -> [UInt64] {
    candidate.named.filter { daysOfName[$0].map { $0 <= Self.mostDays } ?? false }
      .map { UInt64(UInt32(bitPattern: $0)) | 1 << 32 }
      + candidate.words.filter { daysOfWord[$0].map { $0 <= Self.mostDays } ?? false }.map(UInt64.init)
  }
}
