import DossierModel

/// The deck: the lines below a headline that say more of it, above the author, the day or the text.
extension HeadReader {
  func labelDeck(after title: Int, in lines: inout [PastedLine]) {
    guard !lines.contains(where: { if case .deck? = $0.labels.first { true } else { false } }),
      let index = lines.indices[(title + 1)...].first(where: {
        mayBeDeck($0, in: lines) && !isNameAboveDeck($0, in: lines)
      }), index <= title + 6
    else { return }
    let line = lines[index]
    if !line.shape.isProse && isBesideDate(index, in: lines) && isListOfNames(line)
      && line.shape.capitalizedWords * 2 >= line.shape.wordCount
      || isNamesBelowTitle(index, in: lines)
      || index == title + 1 && nameAndOutlet(of: line.text) != nil
    {
      return
    }
    switch line.mark {
    case .item, .quote, .tableRow, .picture, .heading(1): return
    case .none, .strong, .heading: break
    }
    guard line.shape.wordCount >= 5, line.shape.wordCount <= 45, !startsWithDateline(line), !line.isLink
    else { return }
    guard !line.shape.isProse || line.shape.interiorSentenceEnds <= 1 else { return }
    let isSubheading = line.mark != .none && line.mark != .strong
    let isBelowDate = lines[(title + 1)..<index].contains(where: \.tellsDateOrAuthor)
    if isDeck(line, followedBy: lines[(index + 1)...], hasMark: isSubheading, isBelowDate: isBelowDate) {
      lines[index].labels = [.deck(line.text)]
    }
  }

  /// Whether a line is neither a picture, nor an address, nor the office of the author who stands above it.
  private func mayBeDeck(_ index: Int, in lines: [PastedLine]) -> Bool {
    let line = lines[index]
    guard !isAddress(index, in: lines), !isBelowTeasers(index, in: lines),
      !lines[index - 1].text.hasPrefix("©"), !isBelowCaption(index, in: lines)
    else {
      return false
    }
    guard line.isOpen, line.mark != .picture, !line.text.contains("://"), !tellsTimeOfChange(line),
      !words.isSections(line.words),
      !line.isRow, withoutLength(line.text) == nil, !isRowOfSections(line.text), !namesAuthor(line),
      datelines.labels(of: line) == nil,
      words.labels.match(in: line.words).map({
        $0.value == .byline ? line.shape.digitCount == 0 : $0.value != .credits || $0.count < 2
      }) ?? true
    else {
      return false
    }
    return
      !(lines[index - 1].tellsAuthor && line.shape.wordCount <= 8 && !line.shape.endsSentence
      && words.bylineRoles.firstMatch(in: line.words) != nil)
  }

  /// Whether a line stands in one block with a label of other articles above it: "More on rivers:".
  private func isBelowTeasers(_ index: Int, in lines: [PastedLine]) -> Bool {
    var above = index
    while above > 0, lines[above].gap == 0, !lines[above].tellsTitle {
      above -= 1
      if lines[above].labels == Self.link { return true }
    }
    return false
  }

  /// "Updated at 18:05 LMT": a label of dates, and no more than a time of day.
  func tellsTimeOfChange(_ line: PastedLine) -> Bool {
    line.shape.digitCount > 0 && line.shape.wordCount <= 6 && words.dateLabels.match(in: line.words) != nil
  }

  /// A deck stands between the title and the byline, date or picture; right before the body only as a headline does.
  ///
  /// A sentence below the day and above a picture rather begins the text.
  private func isDeck(
    _ line: PastedLine, followedBy rest: ArraySlice<PastedLine>, hasMark: Bool, isBelowDate: Bool
  ) -> Bool {
    var sawByline = false
    var sawCaption = false
    for next in rest {
      if next.isOpen, next.shape.isProse || next.shape.wordCount >= 8 {
        if !line.shape.endsSentence { return true }
        if sawByline || startsWithDateline(next) || startsWithPlace(next) { return true }
        let isShort = line.shape.wordCount <= 28 && line.shape.byteCount <= 180
        return sawCaption && !isBelowDate && (isShort || !isReport(line) && isReport(next))
      }
      if next.isRemoved, players.isPlayer(next) { sawCaption = true }
      for label in next.labels {
        switch label {
        case .bylines, .date, .ambiguousDate: sawByline = true
        case .caption: sawCaption = true
        default: break
        }
      }
    }
    return hasMark
  }
}
