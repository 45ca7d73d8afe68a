import DossierModel
import DossierSource

/// Reads two times as one stretch: "from 2002 to 2010", "17-23 September".
///
/// The second must be as fine as the first and lie behind it; else the words mean something else.
struct TimeStretch: Sendable {
  /// What stands between the first time and the last: "to", a hyphen.
  let words: Set<String>
  /// Bytes between the two times at most.
  private static let longestGap = 9

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
    guard words.contains(between.filter { $0 != " " }.lowercased()) else { return nil }
    return (.interval(from: first, to: last), times[time + 1].range.upperBound)
  }
}
