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

  /// Whether names with a day behind them end in its time of day, which may have a full stop: "Jane Doe on Monday, March
  /// 5, 2018 at 9:03 a.m.".
  func endsInTime(_ text: String) -> Bool {
    guard let line = dates.dates(of: text), !line.dates.isEmpty else { return false }
    let tail = FoldedWords(line.tail)
    return !line.front.isEmpty && (tail.words.isEmpty || words.clockWords.contains(tail.joined))
  }

  /// Words of a headline behind the stamp of a printout, at least.
  private static let stampedWords = 3

  /// The lines with the day and time at which a browser printed a page parted from the headline that it set beside them:
  /// "3/5/18, 9:03 AM Barge closes the harbour".
  ///
  /// The day is that of the printing, and tells nothing of the text.
  func withPartedStamp(_ lines: [PastedLine]) -> [PastedLine] {
    guard let first = lines.first, first.isOpen, first.mark == .none,
      let end = Self.stampEnd(of: first.text),
      !lines.dropFirst().contains(where: { $0.text.hasPrefix(first.text[..<end]) })
    else { return lines }
    let title = BylineReader.trimmed(String(first.text[end...]))
    guard LineShape(title).wordCount >= Self.stampedWords else { return lines }
    var lines = lines
    lines[0] = PastedLine(
      text: String(first.text[..<end]), mark: .none, gap: first.gap, number: first.number)
    lines[0].labels = [.removed(.navigation)]
    lines.insert(PastedLine(text: title, mark: .none, gap: 1, number: first.number), at: 1)
    return lines
  }

  /// Where a day in numbers, a comma and a time of day end that a line begins with.
  private static func stampEnd(of text: String) -> String.Index? {
    let pieces = text.split(separator: " ", maxSplits: 3)
    guard pieces.count > 3, pieces[0].hasSuffix(",") else { return nil }
    let day = pieces[0].dropLast().split(omittingEmptySubsequences: false) { "/.".contains($0) }
    let time = pieces[1].split(separator: ":", omittingEmptySubsequences: false)
    guard day.count == 3, time.count == 2,
      (day + time).allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNumber) })
    else { return nil }
    return ["AM", "PM"].contains(pieces[2].uppercased()) ? pieces[2].endIndex : pieces[1].endIndex
  }

  /// Words of a line that tells whose a page is, at most, and of those that it ends in, at least.
  private static let owner = (words: 30, end: 3)

  /// Whether a line has the sign of who owns a page amid it, and ends in the words for it: "All contents © 2018 The Herald.
  /// All rights reserved."
  func tellsOwner(_ line: PastedLine) -> Bool {
    guard line.text.contains("©"), line.shape.wordCount <= Self.owner.words else { return false }
    let end = FoldedWords(words: Array(line.words.words.suffix(Self.owner.end)))
    return words.furnitureLines.match(whole: end) == .pageFurniture
  }
}
