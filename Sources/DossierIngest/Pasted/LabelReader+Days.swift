import DossierModel

/// Days in a line of their own, below the words that say what they are the days of.
extension LabelReader {
  /// The day in a line of its own, right below the words that say what it is the day of: "Published", "5 March 2018".
  ///
  /// "Saved" and the like alone may be a button. Within the text and below it, a box may tell the day of what it is of.
  func datedPair(_ line: PastedLine, _ next: PastedLine) -> [PastedLine.Label]? {
    guard let label = words.dateLabels.match(whole: line.words), label != .retrieved, next.gap == 0,
      let dated = dates.dates(of: line.text + " " + next.text), dated.dates.first?.label == label,
      dated.dates.allSatisfy({ $0.otherWords == 0 })
    else { return nil }
    return dated.dates.map { .date($0) }
  }

  /// Words of what a box tells, and of the label of another thing that it tells, at most.
  private static let longest = (told: 4, label: 2)

  /// Whether the line above, or below the day, is of a box that tells several things of what the text is about: "Harbour
  /// Press, 310 pages" above "Published"; "Venue" and where, below "Date" and when.
  func isOfBox(_ index: Int, in lines: [PastedLine]) -> Bool {
    if index > 1, lines[index].gap == 0, isTold(lines[index - 1], within: Self.longest.told) { return true }
    guard index + 3 < lines.count, lines[index + 2].gap == 0, lines[index + 3].gap == 0 else { return false }
    return isTold(lines[index + 2], within: Self.longest.label)
      && words.dateLabels.match(whole: lines[index + 2].words) == nil
  }

  /// Whether a few words are neither a page's nor an outlet's.
  private func isTold(_ line: PastedLine, within longest: Int) -> Bool {
    line.isOpen && line.shape.isHeadlineLike && line.shape.wordCount <= longest && labels(of: line).isEmpty
      && words.outlets.match(in: line.words) == nil
  }
}
