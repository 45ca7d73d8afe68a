import DossierModel

/// Lines of their own that say what the next line is.
extension LabelReader {
  /// The labels of a line and of the one below it.
  typealias Pair = (first: [PastedLine.Label], second: [PastedLine.Label])

  /// A label on a line of its own says what the next line is: "Original url:", "Image caption".
  func labelledPair(_ line: PastedLine, _ next: PastedLine?) -> Pair? {
    guard let next, next.isOpen, line.words.words.count <= 4 else { return nil }
    if let label = words.labels.match(whole: line.words), line.shape.endsWithColon || label == .address {
      let labels = labels(of: next.text, behind: label)
      return labels.isEmpty ? nil : ([.removed(.movedToMetadata)], labels)
    }
    if words.captionLabels.match(whole: line.words) != nil, next.shape.wordCount >= 3,
      !line.shape.endsSentence
    {
      // A long sentence that an empty line parts from what may stand alone, "File photo", is the text's.
      if next.gap > 0, next.shape.isLongProse, next.shape.endsSentence,
        words.furnitureLines.match(whole: line.words) != nil
      {
        return nil
      }
      return ([.removed(.movedToMetadata)], [.caption(next.text, credit: nil)])
    }
    if words.photoCreditLabels.match(whole: line.words) != nil, line.words.words.count > 1,
      next.shape.wordCount <= 6, !next.shape.endsSentence
    {
      return ([.removed(.movedToMetadata)], [.caption(nil, credit: next.text)])
    }
    return nil
  }

  /// Words of a name in a line of its own, at most.
  private static let longestName = 4

  /// Who wrote a text, in the line below a label without its colon: "By", "Jane Doe".
  ///
  /// A page that has named its author has such labels for other texts.
  func namePair(at index: Int, in lines: [PastedLine]) -> Pair? {
    guard index + 1 < lines.count, lines[index].mark == .none,
      words.labels.match(whole: lines[index].words) == .byline,
      isName(lines[index + 1], below: lines[index]), !lines[..<index].contains(where: \.tellsAuthor)
    else { return nil }
    let labels = labels(of: lines[index + 1].text, behind: .byline)
    return labels.isEmpty ? nil : ([.removed(.movedToMetadata)], labels)
  }

  /// Whether a line is a name that a label may stand above: any behind a small word, as in "Written by", and behind others,
  /// "Author", which may be a button, one that begins with a given name.
  private func isName(_ line: PastedLine, below label: PastedLine) -> Bool {
    guard line.isOpen, line.mark == .none, (1...Self.longestName).contains(line.shape.wordCount),
      line.shape.isCapitalizedThroughout, line.shape.digitCount == 0, !line.shape.endsSentence,
      bylines.isName(line.text), !words.isMenu(line.words)
    else { return false }
    if label.words.words.last.map({ words.openWords.contains($0.folded) }) ?? false { return true }
    return line.shape.wordCount > 1 && words.beginsWithGivenName(line.text)
  }

  /// Whether an apostrophe stands within the words of a label, which then are no label.
  func hasApostrophe(_ line: PastedLine, in count: Int) -> Bool {
    let label = line.text.utf8.prefix(line.words.words[count - 1].end)
    return String(decoding: label, as: UTF8.self).contains { "'’".contains($0) }
  }
}
