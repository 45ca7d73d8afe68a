import DossierModel

/// Lines of a page's head that are neither its title nor its deck, and look as if they began the text or told its day only.
extension HeadReader {
  /// Words of a link to what explains a matter, at most.
  private static let questionWords = 12
  /// Lines below such a link within which the author or the day stands.
  private static let signatureReach = 2
  /// Lines below the title within which the day has its author before it.
  private static let dayReach = 3

  /// Words of a headline, at least.
  static let headlineWords = 5
  /// Words of what an outlet says of itself below its name, at least and at most, and sections of the row below it, at
  /// least.
  private static let slogan = (fewest: 3, words: 8, sections: 3)

  /// Whether a line stands right below the page's name at the top of it, and a row of sections between it and a headline,
  /// or in one block with them a row of whatever the site has: "Livonia's leading daily".
  ///
  /// No headline stands above the sections of its site.
  func isSlogan(_ index: Int, in lines: [PastedLine]) -> Bool {
    guard (1...2).contains(index), index < lines.count, lines[1...index].allSatisfy({ $0.gap == 0 }),
      lines[0].shape.wordCount <= 4, lines[index].shape.wordCount <= Self.slogan.words,
      let row = lines[(index + 1)...].firstIndex(where: isSections) ?? rowOfBlock(below: index, in: lines),
      !lines[..<row].contains(where: \.tellsAuthor),
      !lines[..<row].contains(where: \.tellsDate) || isBeforeDayOfVisit(index, above: row, in: lines)
    else { return false }
    return lines[(row + 1)...].contains(where: isHeadline)
  }

  /// Whether a line is as long as headlines are, and no row.
  private func isHeadline(_ line: PastedLine) -> Bool {
    line.isOpen && !line.isRow && line.shape.isHeadlineLike && line.shape.wordCount >= Self.headlineWords
  }

  /// Whether the day with its weekday right below a line is that on which somebody saw the page: below the row a headline
  /// has its own author or deck.
  private func isBeforeDayOfVisit(_ index: Int, above row: Int, in lines: [PastedLine]) -> Bool {
    guard index + 1 < row, lines[index + 1].gap == 0, lines[index + 1].tellsDate,
      words.weekdays.match(in: lines[index + 1].words) != nil, isSections(lines[row])
    else { return false }
    return lines[(row + 1)...].count(where: isHeadline) > 1
      || lines[(row + 1)...].contains(where: \.tellsAuthor)
  }

  /// A row of short things, none of which is known, in one block with what stands above it and below a button, where a
  /// section with its headline follows, or a headline with its deck.
  ///
  /// Below a headline that stands right under the page's name, a row of tags has only the deck under it.
  private func rowOfBlock(below index: Int, in lines: [PastedLine]) -> Int? {
    let block = lines[(index + 1)...].prefix { $0.gap == 0 }
    guard block.first?.labels == [.removed(.navigation)],
      let row = block.firstIndex(where: { $0.isRow && $0.isOpen && $0.shape.isCapitalizedThroughout })
    else { return nil }
    let below = lines[(row + 1)...].prefix { !$0.tellsDate && !$0.tellsAuthor }
    let headlines = below.count { $0.isOpen && !$0.isRow && $0.shape.wordCount >= Self.headlineWords }
    let isSection = below.first.map { words.sections.match(whole: $0.words) != nil } ?? false
    let isSigned = below.endIndex < lines.endIndex
    return isSection || isSigned && headlines > 1 ? row : nil
  }

  /// The name of a site, which is the line above its slogan.
  func labelSiteName(in lines: inout [PastedLine]) {
    guard lines.count > 2, lines[0].isOpen, lines[0].mark == .none, lines[0].shape.isCapitalizedThroughout,
      lines[0].shape.digitCount == 0, lines[1].isOpen, !lines[1].isRow,
      lines[1].shape.wordCount >= Self.slogan.fewest, isSlogan(1, in: lines), !isRow(lines[0].text),
      !words.isMenu(lines[0].words), words.sections.match(in: lines[0].words) == nil
    else { return }
    lines[0].labels = [.outlet(outletBehindButton(lines[0].text) ?? lines[0].text)]
  }

  /// The known outlet that stands with its article behind a word: "Support The Herald".
  private func outletBehindButton(_ text: String) -> String? {
    let pieces = text.split(separator: " ", maxSplits: 1)
    guard pieces.count == 2, let article = FoldedWords(String(pieces[1])).words.first,
      words.articles.contains(article.folded)
    else { return nil }
    return words.outlet(named: String(pieces[1]))?.name
  }

  /// Whether a line is a row of sections and hardly anything else.
  private func isSections(_ line: PastedLine) -> Bool {
    let folded = line.words
    var (index, sections, known) = (0, 0, 0)
    while index < folded.words.count {
      let count = words.sections.match(in: folded, at: index)?.count ?? 0
      sections += count > 0 ? 1 : 0
      known += count
      index += max(count, 1)
    }
    return sections >= Self.slogan.sections && known * 2 >= folded.words.count
  }

  /// Whether the page's own line at its end says whose it is by the very words of another: "© 2018 Harbour Institute".
  func isOwner(_ line: PastedLine, of lines: [PastedLine]) -> Bool {
    let name = " " + line.words.joined
    return lines.contains { $0.text.hasPrefix("©") && (" " + $0.words.joined).hasSuffix(name) }
  }

  /// The last line above the text that repeats the title, as where a page prints it above its menu and once more above
  /// the deck; the title's own where none does.
  func lastCopy(ofTitleAt title: Int, in lines: [PastedLine]) -> Int {
    let end = lines[title...].dropFirst().firstIndex { $0.isOpen && $0.shape.isLongProse } ?? lines.count
    return lines[title..<end].lastIndex { $0.labels == [.removed(.repeatedTitle)] } ?? title
  }

  /// A question between the deck and who wrote the text, or when, leads elsewhere: "Harbour closed: what is happening?".
  func labelLinkedQuestion(after title: Int, in lines: inout [PastedLine]) {
    guard let deck = lines.firstIndex(where: { if case .deck? = $0.labels.first { true } else { false } }),
      let index = lines.indices[(max(deck, title) + 1)...].first(where: { lines[$0].isOpen })
    else { return }
    let line = lines[index]
    // Who is asked something is spoken to.
    guard line.mark == .none, line.gap > 0, line.shape.endsWithQuestion,
      words.readerWords.firstMatch(in: line.words) == nil,
      line.shape.interiorSentenceEnds == 0, line.shape.wordCount <= Self.questionWords,
      lines[(index + 1)...].prefix(Self.signatureReach).contains(where: \.tellsDateOrAuthor)
    else { return }
    lines[index].labels = [.removed(.relatedLink)]
  }

  /// Who wrote the text, in front of a comma that stands between blanks on the line of its day: "Ann Poe , Monday 5 March
  /// 2018".
  ///
  /// Most places before their day have the comma right behind them. A place or a matter is told of in the text as well,
  /// which hardly has a word of its author's name.
  func labelAuthorBesideDay(after title: Int, in lines: inout [PastedLine]) {
    guard !lines.contains(where: \.tellsAuthor) else { return }
    for index in lines.indices[(title + 1)...].prefix(Self.dayReach) {
      guard case .date? = lines[index].labels.first, lines[index].labels.count == 1,
        let comma = lines[index].text.range(of: " , ")
      else { continue }
      let name = String(lines[index].text[..<comma.lowerBound])
      let shape = LineShape(name)
      let isOfPerson =
        (2...4).contains(shape.wordCount) && shape.isCapitalizedThroughout
        && bylines.isName(name) && !words.looksLikeOutlet(FoldedWords(name))
      switch words.outlet(named: name) {
      case let known? where !known.isAgency: lines[index].labels.append(.outlet(known.name))
      case .some: lines[index].labels.append(.bylines([name]))
      case nil:
        if isOfPerson, !isToldOf(name, in: lines[..<index] + lines[(index + 1)...]) {
          lines[index].labels.append(.bylines([name]))
        }
      }
      return
    }
  }

  /// Who wrote the text, right before its day and without a mark: "Ann Poe Jun 5, 2018".
  func labelAuthorBeforeDay(after title: Int, in lines: inout [PastedLine]) {
    guard !lines.contains(where: \.tellsAuthor) else { return }
    for index in lines.indices[(title + 1)...].prefix(Self.dayReach) {
      guard case .date(let date)? = lines[index].labels.first,
        lines[index].labels.allSatisfy({ if case .date = $0 { true } else { false } }),
        date.label == .published || date.label == nil && lines[index].labels.count == 1,
        let name = dates.dates(of: lines[index].text).map({ BylineReader.trimmed($0.rest) }),
        lines[index].text.hasPrefix(name + " ")
      else { continue }
      if words.outlet(named: name)?.isAgency ?? false {
        lines[index].labels.append(.bylines([name]))
        return
      }
      guard isPerson(named: name), words.outlet(named: name) == nil,
        !isToldOf(name, in: (lines[...title] + lines[(title + 1)...].filter(\.shape.isProse))[...])
      else { continue }
      lines[index].labels.append(.bylines([name]))
      return
    }
  }

  /// Who wrote the text, behind its day, and a dash or nothing else between: "June 5, 2018 – Ann Poe", "June 5, 2018 Ann
  /// Poe".
  func labelAuthorBehindDay(after title: Int, in lines: inout [PastedLine]) {
    guard !lines.contains(where: \.tellsAuthor) else { return }
    for index in lines.indices[(title + 1)...].prefix(Self.dayReach) {
      let text = lines[index].text
      guard case .date? = lines[index].labels.first, lines[index].labels.count == 1,
        let name = nameBehindDay(text), isPerson(named: name),
        words.outlet(named: name) == nil,
        !isToldOf(name, in: lines[..<index] + lines[(index + 1)...])
      else { continue }
      lines[index].labels.append(.bylines([name]))
      return
    }
  }

  /// What follows the dash of a line, or its day where nothing stands before it.
  private func nameBehindDay(_ text: String) -> String? {
    let dashes = [" – ", " — ", " - ", " | "].lazy.compactMap { text.range(of: $0) }
    if let dash = dashes.first { return String(text[dash.upperBound...]) }
    guard let day = dates.dates(of: text), day.front.isEmpty, text.hasSuffix(day.tail) else { return nil }
    return BylineReader.trimmed(day.tail)
  }

  /// Letters that a part of a name has in many names, as "al" and "de", at most.
  private static let shortestName = 2

  /// Whether a line has a word of a name, in small letters or as it is.
  func isToldOf(_ name: String, in lines: ArraySlice<PastedLine>) -> Bool {
    let name = Set(FoldedWords(name).words.map(\.folded).filter { $0.utf8.count > Self.shortestName })
    return lines.contains { line in
      FoldedWords(line.text, limit: 400).words.contains { name.contains($0.folded) }
    }
  }

  /// Words of what a page has beside its own lines, at most.
  private static let ownWords = 8

  /// A section with a question behind a stroke, in one block with what is the page's or tells of the text above and below
  /// it: "Editorial | what is this?".
  private func isSectionWithQuestion(_ line: PastedLine) -> Bool {
    guard line.isOpen, line.mark == .none, line.shape.endsWithQuestion, line.shape.wordCount <= Self.ownWords
    else { return false }
    let parts = LabelReader.splitParts(of: line.text)
    return parts.count == 2 && words.isSections(FoldedWords(parts[0]))
  }

  /// The buttons between the page's own lines that end in a question, which would look like the text's first words.
  func labelBetweenOwn(after title: Int, in lines: inout [PastedLine]) {
    for index in lines.indices[(title + 1)...].dropLast() where isSectionWithQuestion(lines[index]) {
      if lines[title..<index].contains(where: { $0.isOpen && $0.shape.isLongProse }) { return }
      guard lines[index].gap == 0, lines[index + 1].gap == 0, !lines[index - 1].isOpen,
        !lines[index + 1].isOpen
      else { continue }
      lines[index].labels = [.removed(.navigation)]
    }
  }

  /// Whether a line is the same letter several times, as the button for the size of letters is: "AA".
  func isSizeButton(_ text: String) -> Bool { text.utf8.count > 1 && Set(text.lowercased().utf8).count == 1 }

  /// The outlet behind what the author above is: "Harbour reporter, BBC News".
  func outletBehindOffice(_ text: String) -> String? {
    guard let comma = text.lastIndex(of: ","),
      let known = words.outlet(named: BylineReader.trimmed(String(text[comma...])))
    else { return nil }
    return known.isAgency ? nil : known.name
  }

  /// The outlet right below the author, with where it reports from behind a comma: "Coast Broadcasting, Oxhaven".
  func outletBelowAuthor(at index: Int, in lines: [PastedLine]) -> String? {
    guard index > 0, lines[index].gap == 0, lines[index - 1].tellsAuthor else { return nil }
    let parts = lines[index].text.split(separator: ",", omittingEmptySubsequences: false)
      .map { BylineReader.trimmed(String($0)) }
    guard parts.count == 2, (1...3).contains(LineShape(parts[1]).wordCount),
      parts.allSatisfy({ LineShape($0).isCapitalizedThroughout }),
      words.bylineRoles.firstMatch(in: FoldedWords(parts[0])) == nil
    else { return nil }
    if let known = words.outlet(named: parts[0]) { return known.isAgency ? nil : known.name }
    return words.looksLikeOutlet(FoldedWords(parts[0])) ? parts[0] : nil
  }
}
