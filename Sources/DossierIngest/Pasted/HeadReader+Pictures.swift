import DossierModel

/// What stands under the picture above the text, where nothing but its place and the text below tell it.
extension HeadReader {
  /// Words of a caption, at least and at most, and pieces of the day that it may end in, at most.
  private static let caption = (fewest: 4, most: 40, day: 3)
  /// Letters of a word that two lines on one picture share, at least.
  private static let sharedWord = 6

  /// The captions between the headline and the text.
  func labelPictured(below title: Int, in lines: inout [PastedLine]) {
    labelDescribed(below: title, in: &lines)
    let open = lines.indices.filter { $0 > title && lines[$0].isOpen }
    for (index, next) in zip(open, open.dropFirst()).prefix(Self.caption.fewest) {
      let isBelowAuthor = lines[title..<index].contains(where: \.tellsDateOrAuthor)
      if isBelowAuthor, endsInDay(lines[index]), startsWithDateline(lines[next]), lines[next].gap > 0 {
        lines[index].labels = [.caption(lines[index].text, credit: nil)]
        return
      }
      if isDescribed(index, in: lines), next == index + 1 {
        lines[index].labels = [.removed(.imageDescription)]
        lines[next].labels = [.caption(lines[next].text, credit: nil)]
        return
      }
    }
  }

  /// The lines with a headline open again that was taken for the caption of the picture below it, which has the same words.
  ///
  /// Pages name their first picture after the article: where nothing else above the text is a headline, it is this.
  func withHeadlineOfPicture(_ lines: [PastedLine]) -> [PastedLine] {
    let end = headEnd(of: lines)
    let head = lines[..<end]
    guard let copy = head.firstIndex(where: { $0.labels == [.removed(.repeatedCaption)] }), copy > 0,
      case .caption(let text?, credit: nil)? = lines[copy - 1].labels.first, text == lines[copy].text,
      lines[copy].shape.isHeadlineLike || lines[copy].shape.endsWithQuestion, hasHeadlinesWords(lines[copy]),
      !head.contains(where: { $0.tellsTitle || $0.isOpen && !$0.shape.isProse && hasHeadlinesWords($0) })
    else { return lines }
    var lines = lines
    lines[copy - 1].labels = []
    return lines
  }

  /// Lines from what a picture shows, for those who do not see it, to its caption, at most.
  private static let captionReach = 3

  /// What a picture shows, for those who do not see it, right on top of whose it is and of its caption.
  private func labelDescribed(below title: Int, in lines: inout [PastedLine]) {
    for index in lines.indices[(title + 1)...].dropLast() where lines[index].isOpen {
      let line = lines[index]
      if line.shape.isLongProse { return }
      guard line.mark == .none, line.gap > 0, !line.shape.endsSentence,
        case .caption(nil, credit: .some)? = lines[index + 1].labels.first
      else { continue }
      let block = lines[(index + 1)...].prefix { $0.gap == 0 }.prefix(Self.captionReach)
      guard block.contains(where: { if case .caption(.some, _)? = $0.labels.first { true } else { false } })
      else { continue }
      lines[index].labels = [.removed(.imageDescription)]
      return
    }
  }

  /// Whether a line is one sentence that ends in a whole day, "… of Aldmouth, March 5, 2018", as an agency's captions do.
  private func endsInDay(_ line: PastedLine) -> Bool {
    guard line.mark == .none, line.gap > 0, line.shape.isProse, line.shape.interiorSentenceEnds == 0,
      line.shape.wordCount <= Self.caption.most
    else { return false }
    let tail = line.text.split(separator: " ").suffix(Self.caption.day).joined(separator: " ")
    return dates.dates(of: tail)?.dates.first?.otherWords == 0
  }

  /// Whether a line that is no sentence ends the block of a caption with its credit: a button's words, as no deck stands.
  func isBelowCaption(_ index: Int, in lines: [PastedLine]) -> Bool {
    guard case .caption(.some, credit: .some)? = lines[index - 1].labels.first else { return false }
    return lines[index].gap == 0 && !lines[index].shape.endsSentence && index + 1 < lines.count
      && lines[index + 1].gap > 0
  }

  /// Whether a line and the next are a block of their own, both without a full stop and with a word in common, between a
  /// deck and the report: what a picture shows, for those who do not see it, and what is printed below it.
  private func isDescribed(_ index: Int, in lines: [PastedLine]) -> Bool {
    guard index > 1, index + 2 < lines.count, lines[index].gap > 0, lines[index + 1].gap == 0,
      lines[index + 2].gap > 0, lines[index + 2].isOpen, lines[index + 2].shape.isLongProse
    else { return false }
    let (deck, pair) = (lines[index - 1], lines[index...(index + 1)])
    guard deck.isOpen, deck.shape.isProse, !isReport(deck), isReport(lines[index + 2]),
      pair.allSatisfy({ line in
        line.isOpen && line.mark == .none && line.shape.isHeadlineLike && !line.shape.startsLowercase
          && line.shape.wordCount >= Self.caption.fewest
          && line.shape.capitalizedWords * 2 < line.shape.wordCount
      })
    else { return false }
    let words = pair.map { line in
      Set(line.words.words.map(\.folded).filter { $0.utf8.count >= Self.sharedWord })
    }
    return !words[0].isDisjoint(with: words[1])
  }

  /// Whether a paragraph tells a weekday, or who says what it tells: a report's first one does, and a deck hardly ever.
  func isReport(_ line: PastedLine) -> Bool {
    let folded = FoldedWords(line.text, limit: 80)
    return words.weekdays.firstMatch(in: folded) != nil
      || folded.words.contains { words.reportingVerbs.contains($0.folded) }
  }
}
