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
  private let daysOfName: [Int32: Int]
  private let daysOfWord: [UInt32: Int]

  /// Nil where the articles tell of too few days.
  init?(of candidates: [EventCandidate]) {
    var names: [Int32: Set<Int>] = [:]
    var words: [UInt32: Set<Int>] = [:]
    var days: Set<Int> = []
    for candidate in candidates {
      guard let day = Self.day(of: candidate) else { continue }
      days.insert(day)
      for name in candidate.named { names[name, default: []].insert(day) }
      for word in candidate.words { words[word, default: []].insert(day) }
    }
    guard days.count >= Self.fewestDays else { return nil }
    daysOfName = names.mapValues(\.count)
    daysOfWord = words.mapValues(\.count)
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

  private static func weight<Word: Hashable>(_ words: [Word], _ days: [Word: Int]) -> Double {
    words.reduce(0) { $0 + 1 / Double(days[$1] ?? .max) }
  }

  /// The few days' words and names of a telling, each as one number.
  func rare(in candidate: EventCandidate) -> [UInt64] {
    candidate.named.filter { daysOfName[$0].map { $0 <= Self.mostDays } ?? false }
      .map { UInt64(UInt32(bitPattern: $0)) | 1 << 32 }
      + candidate.words.filter { daysOfWord[$0].map { $0 <= Self.mostDays } ?? false }.map(UInt64.init)
  }
}
