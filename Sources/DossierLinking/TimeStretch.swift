import DossierModel
import DossierSource

/// Reads two times as one stretch: "from 2002 to 2010", "17-23 September", "between 2002 and 2010".
///
/// The second must be as fine as the first and lie behind it; else the words mean something else.
struct TimeStretch: Sendable {
  /// What stands between the first time and the last: "to", a hyphen.
  private let words: Set<String>
  /// What stands between the two where another word opens the stretch, with that word: "and", "between".
  private let openers: [String: String]
  /// Bytes between the two times at most.
  private static let longestGap = 9

  init(words: LinkingWords) {
    self.words = Set(words.rangeWords)
    openers = Dictionary(
      LinkingWords.pairs(words.rangeOpeners).map { ($0.meaning, $0.word) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The stretch that begins with a time of an article, and where its last words end; nil where it is none.
  func value(from time: Int, in linked: LinkedArticle) -> (value: EDTF, end: Int)? {
    let times = linked.annotated.times
    guard times.indices.contains(time + 1), linked.times.indices.contains(time + 1),
      times[time].sentence == times[time + 1].sentence, times[time].bound == nil,
      case .date(let first)? = linked.times[time].edtf, case .date(let last)? = linked.times[time + 1].edtf,
      (first.month == nil) == (last.month == nil), (first.day == nil) == (last.day == nil),
      let start = first.firstDay, let end = last.firstDay, start < end
    else { return nil }
    let gap = times[time + 1].range.lowerBound - times[time].range.upperBound
    guard gap > 0, gap <= Self.longestGap else { return nil }
    let between = linked.article.text[
      TextRange(times[time].range.upperBound, times[time + 1].range.lowerBound)]
    let word = between.filter { $0 != " " }.lowercased()
    guard words.contains(word) || openers[word].map({ opens($0, times[time].range, in: linked) }) == true
    else { return nil }
    return (.interval(from: first, to: last), times[time + 1].range.upperBound)
  }

  /// Whether a word stands right before a time.
  private func opens(_ opener: String, _ time: TextRange, in linked: LinkedArticle) -> Bool {
    let start = time.lowerBound - opener.utf8.count - 1
    guard start >= 0 else { return false }
    return linked.article.text[TextRange(start, time.lowerBound)].lowercased() == opener + " "
  }
}
