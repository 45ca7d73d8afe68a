import DossierModel

/// Captions that are told by what stands round them: whose the picture is in front, the buttons of a picture below.
extension CaptionRecognizer {
  /// Words of a caption, at least and at most, and of the names in front of it, at most.
  private static let length = (fewest: 5, most: 60, names: 6)
  /// Lines between the button of a picture and its credit, at most.
  private static let buttonReach = 3

  /// The sign of copyright with names, and one stroke before what a picture shows: "© Jane Doe, WIRE | The mayor at the
  /// pier".
  ///
  /// Below the text the sign stands before the page's owner and buttons.
  func labelSigned(_ lines: inout [PastedLine]) {
    guard let last = lines.lastIndex(where: { $0.isOpen && $0.shape.isLongProse }) else { return }
    guard let headline = lines.firstIndex(where: isHeadline) else { return }
    for index in lines[..<last].indices where index > headline && lines[index].text.hasPrefix("©") {
      let parts = lines[index].text.dropFirst().split(separator: "|").map { Self.trimmed(String($0)) }
      guard parts.count == 2, lines[index].labels == [.removed(.pageFurniture)] else { continue }
      let (names, caption) = (LineShape(parts[0]), LineShape(parts[1]))
      guard (1...Self.length.names).contains(names.wordCount), names.digitCount == 0,
        names.isCapitalizedThroughout,
        (Self.length.fewest...Self.length.most).contains(caption.wordCount),
        words.menuItem(in: FoldedWords(parts[1]), at: 0) == nil
      else { continue }
      lines[index].labels = [.caption(parts[1], credit: parts[0])]
    }
  }

  private func isHeadline(_ line: PastedLine) -> Bool {
    line.isOpen && line.shape.isHeadlineLike && line.shape.wordCount >= Self.length.fewest && !line.isRow
  }

  /// A line on top of a credit, with the picture's own button right below both: "hide caption".
  ///
  /// The button tells that the lines are a picture's, however many sentences they are.
  func labelToggled(_ lines: inout [PastedLine]) {
    for button in lines.indices.dropFirst(2) where isCaptionButton(lines[button]) {
      let near = lines.indices[max(1, button - Self.buttonReach)..<button]
      guard let credit = near.first(where: { isCreditAlone(lines[$0]) && lines[$0].gap == 0 }) else {
        continue
      }
      let line = lines[credit - 1]
      guard line.isOpen, line.gap > 0, line.mark == .none, !line.isLink,
        (Self.length.fewest...Self.length.most).contains(line.shape.wordCount)
      else { continue }
      lines[credit - 1].labels = [.caption(line.text, credit: nil)]
    }
  }

  private func isCreditAlone(_ line: PastedLine) -> Bool {
    if case .caption(nil, credit: .some)? = line.labels.first { true } else { false }
  }

  /// Whether a line is a button that shows or hides what is told of a picture.
  private func isCaptionButton(_ line: PastedLine) -> Bool {
    guard line.labels == [.removed(.navigation)], line.words.words.count == 2 else { return false }
    return words.captionLabels.match(in: line.words, at: 1) != nil
  }

  /// "Credit: Jane Doe/Coast Press via WIRE", right below a line that stands apart in the head or between paragraphs: a
  /// stroke or the way that it came tells that it is a picture's.
  func labelLabelledCredits(_ lines: inout [PastedLine]) {
    for index in lines.indices.dropFirst() where lines[index].gap == 0 && lines[index].tellsCredits {
      let (line, above) = (lines[index], lines[index - 1])
      guard let label = words.photoCreditLabels.match(in: line.words), label.count < line.words.words.count,
        above.isOpen, above.gap > 0, above.mark == .none, above.shape.interiorSentenceEnds == 0,
        (Self.length.fewest...Self.length.most).contains(above.shape.wordCount),
        index + 1 < lines.count, lines[index + 1].gap > 0
      else { continue }
      let names = credit(line.text)
      let isOfPicture = FoldedWords(names).words.contains { words.photoCreditWords.contains($0.folded) }
      guard names.utf8.contains(0x2F) || isOfPicture else { continue }
      lines[index].labels = [.removed(.movedToMetadata)]
      lines[index - 1].labels = [.caption(above.text, credit: names)]
    }
  }

  /// Two lines in a block of their own with a credit below them, both without a full stop and with two words in common that
  /// have a capital: what a picture shows, for those who do not see it, and its caption.
  func labelDescribedTwice(above credit: Int, in lines: inout [PastedLine]) {
    guard credit > 2, credit + 1 < lines.count, lines[credit + 1].gap > 0, lines[credit - 2].gap > 0,
      lines[..<(credit - 2)].contains(where: { $0.isOpen && $0.shape.isLongProse })
    else { return }
    let pair = [lines[credit - 2], lines[credit - 1]]
    let names = pair.map { line in
      Set(line.words.words.filter { $0.isCapitalized(in: line.text) }.map(\.folded))
    }
    guard names[0].intersection(names[1]).count > 1,
      pair.allSatisfy({
        $0.isOpen && $0.mark == .none && $0.shape.isHeadlineLike
          && $0.shape.wordCount >= Self.length.fewest && $0.shape.capitalizedWords * 2 < $0.shape.wordCount
      })
    else { return }
    lines[credit - 2].labels = [.removed(.imageDescription)]
    lines[credit - 1].labels = [.caption(lines[credit - 1].text, credit: nil)]
  }

  /// A sentence right on top of a caption with its credit, above the text and below the author, the day or the number of
  /// comments, tells what the picture shows to those who do not see it.
  ///
  /// One that tells who says something, or on which day, may begin the text; one right below the headline is its deck.
  func labelDescribing(_ lines: inout [PastedLine]) {
    guard let text = lines.firstIndex(where: { $0.isOpen && $0.shape.isLongProse }), lines[text].gap > 0
    else { return }
    for index in lines.indices[..<text].dropFirst() where lines[index].gap == 0 {
      guard case .caption(.some, credit: .some)? = lines[index].labels.first else { continue }
      let line = lines[index - 1]
      let folded = FoldedWords(line.text)
      let isBelowNumber = index > 1 && line.gap == 0 && isNumber(lines[index - 2])
      guard line.isOpen, line.mark == .none, line.shape.isProse, line.shape.interiorSentenceEnds == 0,
        !line.text.contains(where: { "\"“„«".contains($0) }),
        words.weekdays.firstMatch(in: folded) == nil,
        !folded.words.contains(where: { words.reportingVerbs.contains($0.folded) }),
        isBelowNumber || lines[..<(index - 1)].contains(where: \.tellsDateOrAuthor)
      else { continue }
      lines[index - 1].labels = [.removed(.imageDescription)]
      if isBelowNumber { lines[index - 2].labels = [.removed(.pageFurniture)] }
    }
  }

  /// Words of a name behind a stroke that ends a caption, at most.
  private static let ownerWords = 4

  /// Whose a picture is, behind its only sentence and a stroke, though no list knows the name: "/ LPR".
  func strokedCredit(of text: String) -> (caption: String, credit: String)? {
    guard let stroke = text.range(of: ". / ", options: .backwards) else { return nil }
    let caption = String(text[..<stroke.lowerBound]) + "."
    let owner = String(text[stroke.upperBound...])
    let (shape, name) = (LineShape(caption), LineShape(owner))
    guard shape.wordCount >= Self.length.fewest, shape.interiorSentenceEnds == 0,
      (1...Self.ownerWords).contains(name.wordCount), name.isCapitalizedThroughout,
      !name.endsSentence, name.digitCount == 0
    else { return nil }
    return (caption, owner)
  }
}
