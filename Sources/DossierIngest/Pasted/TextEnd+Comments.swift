import DossierModel

/// Where readers' comments begin, which are paragraphs as those of the text are.
extension TextEnd {
  /// Lines below the heading of the comments of which one tells who wrote one, or when.
  private static let commentReach = 12
  /// Words of the heading of comments, at most.
  private static let commentHeading = 25

  /// Words of a comment, at most, where the text above has no more.
  private static let longestComment = 500

  /// Where readers' comments begin: below a label for them, with a comment's marks right below it.
  ///
  /// The label may be a button above a text: a long one, that nothing parts, is no comment.
  func commentsStart(in lines: [PastedLine], below first: Int) -> Int? {
    let start = lines.indices.first { index in
      index > first && headsComments(lines[index])
        && lines[(index + 1)...].prefix(Self.commentReach).contains(where: marksComment)
    }
    guard let start else { return nil }
    let below = lines[start...]
    let above = lines[first..<start].reduce(0) { $0 + ($1.isBodyLike ? $1.shape.wordCount : 0) }
    let marks = below.count(where: marksComment)
    guard marks > 1, marks * Self.paragraphsOfComment >= below.count(where: isParagraph),
      longestText(in: below) <= max(above, Self.longestComment)
    else { return nil }
    return start
  }

  /// Long paragraphs for each line that tells who wrote a comment or when, at most.
  private static let paragraphsOfComment = 4

  /// Whether a line is a label for comments, or counts those on a headline: "12 responses to “Barge closes the harbour”".
  private func headsComments(_ line: PastedLine) -> Bool {
    guard line.shape.wordCount <= Self.commentHeading, line.isRemoved || line.isOpen else { return false }
    let uncounted = LabelReader.withoutCount(line.words)
    if words.endMarkers.match(whole: uncounted) == .pageFurniture { return true }
    return line.shape.digitCount > 0 && line.words.words.first?.folded != uncounted.words.first?.folded
      && words.commentCounts.match(in: uncounted) != nil
      && line.text.contains { "\"“”«„".contains($0) }
  }

  /// Words of a line that tells who wrote a comment, or how long ago, at most.
  private static let commentMark = 8

  /// Whether a line tells who wrote a comment, or when: "Ann Poe says:", "2 days ago".
  func marksComment(_ line: PastedLine) -> Bool {
    guard !line.tellsDate else { return true }
    guard line.shape.wordCount <= Self.commentMark, let last = line.words.words.last else { return false }
    return line.shape.endsWithColon && words.reportingVerbs.contains(last.folded)
      || line.shape.digitCount > 0 && words.agePhrases.firstMatch(in: line.words) != nil
  }
}
