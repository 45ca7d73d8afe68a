import DossierModel

/// How often an entity is mentioned over time, to be drawn as bars: by the year of the articles, or by their month.
package struct MentionChart: Sendable {
  package struct Bar: Sendable, Hashable {
    package let x: Int
    package let width: Int
    package let height: Int
    package let year: Int
    /// Nil where a bar is a year.
    package let month: Int?
    package let count: Int
  }

  package let bars: [Bar]

  /// The drawing's own units.
  package static let length = 600
  package static let height = 80
  private static let mostMonths = 24
  private static let mostYears = 60

  /// Nil where all dated articles are of one month, or of more years than can be told apart.
  init?(of days: [TimelinePlace]) {
    let dated = days.compactMap { day in day.year.map { (year: $0, month: day.month) } }
    guard let first = dated.map(\.year).min(), let last = dated.map(\.year).max() else { return nil }
    let isByMonth = (last - first) < 2 && dated.allSatisfy { $0.month != nil }
    var counts: [Int: Int] = [:]
    for day in dated { counts[isByMonth ? day.year * 12 + (day.month ?? 1) - 1 : day.year, default: 0] += 1 }
    guard let low = counts.keys.min(), let high = counts.keys.max(), high > low,
      high - low < (isByMonth ? Self.mostMonths : Self.mostYears), let most = counts.values.max()
    else { return nil }
    let step = Self.length / (high - low + 1)
    bars = (low...high).map { key in
      let count = counts[key] ?? 0
      let drawn = count == 0 ? 0 : max(2, count * Self.height / most)
      return Bar(
        x: (key - low) * step, width: max(2, step - 3), height: drawn, year: isByMonth ? key / 12 : key,
        month: isByMonth ? key % 12 + 1 : nil, count: count)
    }
  }
}
