import DossierModel

/// Finds the title and the deck, and what else stands above the body.
struct HeadReader: Sendable {
  let words: PageWords
  let bylines: BylineReader
  let dates: DateLineReader
  let datelines: StandingDatelineReader
  let players: PlayerLines

  init(words: PageWords) {
    self.words = words
    dates = DateLineReader(words: words)
    datelines = StandingDatelineReader(words: words)
    bylines = BylineReader(words: words)
    players = PlayerLines(words: words)
  }

  func labelled(_ lines: [PastedLine]) -> [PastedLine] {
    var lines = withWholeHeadlines(withHeadlineOfPicture(lines))
    guard let title = titleIndex(in: lines) ?? headlineBehindLabel(in: lines) else { return lines }
    if title > 1 { labelSiteName(in: &lines) }
    if lines[title].labels == Self.link { lines[title].labels = [] }
    if lines[title].isOpen { labelTitle(at: title, in: &lines) }
    labelRepeatedTitle(of: title, in: &lines)
    labelAuthorAbove(title, in: &lines)
    labelAbove(title, in: &lines)
    for index in ChronologyLines(words: words).entries(in: lines)
    where index > title && lines[index].isOpen && lines[index].mark == .none {
      lines[index].labels = [.paragraph]
    }
    labelBylineByBiography(below: title, in: &lines)
    labelPortraits(below: title, in: &lines)
    labelPictured(below: title, in: &lines)
    labelDeck(after: lastCopy(ofTitleAt: title, in: lines), in: &lines)
    labelBareAuthor(below: title, in: &lines)
    labelAuthorAboveOffice(below: title, in: &lines)
    labelRest(after: title, in: &lines)
    labelAuthorAboveBiography(below: title, in: &lines)
    return lines
  }

  // MARK: Title

  /// The lines with headlines joined that were set in two: "Warnings ignored for years" and "at the old mill".
  private func withWholeHeadlines(_ lines: [PastedLine]) -> [PastedLine] {
    var whole: [PastedLine] = []
    let end = headEnd(of: lines)
    for (index, line) in lines.enumerated() {
      if index > 0, index < end, line.isOpen, line.gap == 0, line.mark == .none, line.shape.startsLowercase,
        line.shape.isHeadlineLike, line.shape.byteCount <= 100, let first = whole.last, first.isOpen,
        first.shape.isHeadlineLike, !first.shape.startsLowercase, first.shape.wordCount >= 2,
        first.mark == .none || first.mark == .heading(1), !isAuthorAbovePlace(index, below: whole, in: lines)
      {
        whole[whole.count - 1].join(line, with: " ", isMended: false)
      } else {
        whole.append(line)
      }
    }
    return whole
  }

  /// The title, without the outlet behind it: "Leaders meet | The Herald".
  private func labelTitle(at index: Int, in lines: inout [PastedLine]) {
    let text = lines[index].text
    lines[index].labels =
      titleAndOutlet(in: text).map { [.title($0.title), .outlet($0.outlet)] } ?? [.title(text)]
  }

  /// The two parts of a line that is a title and the name of whose it is: "Leaders meet | The Herald".
  private func titleAndOutlet(in text: String) -> (title: String, outlet: String)? {
    for (mark, mustBeKnown) in [(" | ", false), (" – ", true), (" — ", true), (" - ", true)] {
      guard let range = lastRange(of: mark, in: text) else { continue }
      let tail = String(text[range.upperBound...])
      let shape = LineShape(tail)
      let isOutlet =
        words.outlet(named: tail) != nil
        || shape.wordCount <= 4 && shape.isCapitalizedThroughout
          && words.looksLikeOutlet(FoldedWords(tail))
        || (!mustBeKnown && shape.wordCount <= 5 && shape.capitalizedWords * 2 > shape.wordCount)
      let title = String(text[..<range.lowerBound])
      if isOutlet, LineShape(title).wordCount >= 3 { return (title, tail) }
    }
    return nil
  }

  private func lastRange(of mark: String, in text: String) -> Range<String.Index>? {
    var end = text.endIndex
    while end > text.startIndex {
      if text[..<end].hasSuffix(mark) { return text.index(end, offsetBy: -mark.count)..<end }
      end = text.index(before: end)
    }
    return nil
  }

  private func labelRepeatedTitle(of title: Int, in lines: inout [PastedLine]) {
    guard case .title(let text)? = lines[title].labels.first else { return }
    let folded = FoldedWords(text).joined
    for index in lines.indices
    where index != title && lines[index].isOpen && lines[index].shape.wordCount <= 40 {
      if lines[index].words.joined == folded, !lines[index].shape.isProse || index < title + 4 {
        lines[index].labels = [.removed(.repeatedTitle)]
      } else if index < title, let named = titleAndOutlet(in: lines[index].text),
        FoldedWords(named.title).joined == folded
      {
        lines[index].labels = [.removed(.repeatedTitle), .outlet(named.outlet)]
      }
    }
  }

  /// What stands above the title is the page's, but for what lost to it as a letterhead: it may be the headline.
  private func labelAbove(_ title: Int, in lines: inout [PastedLine]) {
    let head = Array(lines[..<headEnd(of: lines)])
    for index in lines[..<title].indices where lines[index].isOpen {
      let isHeading =
        head.indices.contains(index) && isOfLetterhead(index, in: head) && !isOwner(lines[index], of: lines)
      lines[index].labels =
        month(at: index, in: lines) ?? [isHeading ? .heading(level: 2) : .removed(.navigation)]
    }
  }

  // MARK: What else stands in the head

  private func labelRest(after title: Int, in lines: inout [PastedLine]) {
    labelListedOutlet(after: title, in: &lines)
    labelLinkedQuestion(after: title, in: &lines)
    labelAuthorBesideDay(after: title, in: &lines)
    labelAuthorBehindDay(after: title, in: &lines)
    labelAuthorBeforeDay(after: title, in: &lines)
    labelBetweenOwn(after: title, in: &lines)
    let end =
      lines[(title + 1)...].firstIndex { $0.isOpen && ($0.shape.isProse || $0.mark != .none) } ?? title + 1
    guard end > title else { return }
    labelAuthorBelowPoints(from: end, in: &lines)
    for index in (title + 1)..<end where lines[index].isOpen {
      if index == end - 1, headsFirstOfSeveral(index, in: lines) || isAddress(index, in: lines) { continue }
      if isFirstQuestion(index, in: lines) {
        lines[index].labels = [.heading(level: 2)]
        continue
      }
      lines[index].labels =
        datelines.labels(of: lines[index]) ?? positionalByline(at: index, in: lines) ?? month(
          at: index, in: lines) ?? [isTextInRow(lines[index].text) ? .paragraph : .removed(.navigation)]
    }
  }

  /// Lines below the title that a reader's view lists its outlet and day in.
  private static let listedLines = 3

  /// An outlet that stands as an item below the title, as views for readers list it: "- The Guardian".
  private func labelListedOutlet(after title: Int, in lines: inout [PastedLine]) {
    for index in lines.indices[(title + 1)...].prefix(Self.listedLines) where lines[index].isOpen {
      guard case .item = lines[index].mark, let known = words.outlet(named: lines[index].text),
        !known.isAgency
      else { continue }
      lines[index].labels = [.outlet(known.name)]
    }
  }

  /// Words of an address to those present, at least.
  private static let addressWords = 3

  /// Whether a line above the text speaks to somebody, and the text goes on from it: "Mr Speaker, Members of the
  /// House:".
  func isAddress(_ index: Int, in lines: [PastedLine]) -> Bool {
    let line = lines[index]
    guard index + 1 < lines.count, lines[index + 1].isBodyLike else { return false }
    return line.mark == .none && line.gap > 0 && line.shape.wordCount >= Self.addressWords
      && line.shape.hasLowercase
      && line.shape.interiorSentenceEnds == 0
      && (line.shape.endsWithColon || line.text.hasSuffix(","))
  }

  /// Whether a line stands right on its paragraph, as lines further down do: the first of several short reports, or
  /// the first entry of a log, has its heading like all others.
  private func headsFirstOfSeveral(_ index: Int, in lines: [PastedLine]) -> Bool {
    func heads(_ index: Int) -> Bool {
      guard index + 1 < lines.count, lines[index].isOpen, lines[index].gap > 0, lines[index + 1].gap == 0
      else { return false }
      return lines[index].shape.isHeadlineLike && !lines[index].shape.isProse
        && lines[index + 1].isOpen && lines[index + 1].shape.isProse
    }
    return heads(index) && lines[(index + 1)...].indices.contains(where: heads)
  }

  /// Whether a line is the first of several questions that head the paragraphs below them.
  private func isFirstQuestion(_ index: Int, in lines: [PastedLine]) -> Bool {
    func asks(_ index: Int) -> Bool {
      guard index + 1 < lines.count, lines[index].isOpen, lines[index].shape.endsWithQuestion else {
        return false
      }
      return lines[index].shape.wordCount <= 12 && lines[index + 1].isOpen && lines[index + 1].shape.isProse
        && !lines[index + 1].shape.endsWithQuestion
    }
    return asks(index) && lines[(index + 1)...].indices.contains(where: asks)
  }

  /// "April 2022": when a magazine came out, where no line of the page prints a day.
  private func month(at index: Int, in lines: [PastedLine]) -> [PastedLine.Label]? {
    let line = lines[index]
    guard line.shape.digitCount == 4, line.shape.wordCount <= 4, let month = dates.month(of: line.text),
      !lines.contains(where: \.tellsDate)
    else { return nil }
    return [.date(PrintedDate(date: month, label: nil, hasWeekday: false))]
  }

  /// A name alone below the title: beside the date, or an agency's.
  func positionalByline(at index: Int, in lines: [PastedLine]) -> [PastedLine.Label]? {
    let line = lines[index]
    guard line.shape.wordCount <= 8 && line.shape.byteCount <= 80 || isNamesAndPlaces(line),
      words.sections.match(whole: line.words) == nil, !isOfPage(line), !isRowOfSections(line.text)
    else {
      return nil
    }
    if let known = words.outlet(named: line.text), !isSizeButton(line.text) {
      return known.isAgency ? [.bylines([BylineReader.trimmed(line.text)])] : [.outlet(known.name)]
    }
    if let name = mastheadName(of: line.text) ?? outletBelowAuthor(at: index, in: lines) {
      return [.outlet(name)]
    }
    let isBelowDate = index > 1 && lines[index - 1].tellsTitle && lines[index - 2].tellsDate
    if let signed = nameAndOutlet(of: line.text) {
      if isSigned(byOthersThan: signed.name, lines) { return nil }
      if isBelowDate || isBesideDate(index, in: lines) {
        return [.bylines([signed.name]), .outlet(signed.outlet)]
      }
    }
    if isBesideDate(index, in: lines), let signed = labelsForPaper(line) { return signed }
    guard line.shape.wordCount >= 2,
      isBesideDate(index, in: lines) || index > 0 && isBelowAuthor(index, in: lines)
        || isNamesBelowTitle(index, in: lines),
      let byline = bylines.byline(of: line.text)
    else { return nil }
    if words.looksLikeOutlet(line.words), byline.names.count == 1, !line.text.utf8.contains(0x2C),
      line.shape.capitalizedWords * 2 > line.shape.wordCount
    {
      return [.outlet(line.text)]
    }
    if lines[index - 1].tellsAuthor, words.bylineRoles.firstMatch(in: line.words) != nil {
      return [outletBehindOffice(line.text).map { .outlet($0) } ?? .removed(.movedToMetadata)]
    }
    guard isListOfNames(line), !isShown(byline.names, in: lines) else { return nil }
    let outlet = byline.outlet ?? byline.names.lazy.compactMap(ownerOfDepartment).first
    return [.bylines(byline.names)] + (outlet.map { [.outlet($0)] } ?? [])
  }

  /// Whether a line begins with a button, or a label that the page's own lines have: "Share Send Facebook", "Keywords
  /// Livonia".
  private func isOfPage(_ line: PastedLine) -> Bool {
    words.furniturePrefixes.match(in: line.words) != nil || words.furnitureLines.match(in: line.words) != nil
  }

  /// Whether a line is several names, each with where its bearer was: "Ann Poe in Lund and Carl Dahl in Oslo".
  private func isNamesAndPlaces(_ line: PastedLine) -> Bool {
    guard line.shape.wordCount <= 20, !line.shape.isProse, let names = listedNames(line), names.count > 1
    else { return false }
    return line.shape.wordCount - line.shape.capitalizedWords < names.count * 2
  }

  /// Whether a line is names of persons and nothing else.
  func isListOfNames(_ line: PastedLine) -> Bool { listedNames(line) != nil }

  /// The names of a line that is names of persons and nothing else.
  func listedNames(_ line: PastedLine) -> [String]? {
    guard let names = bylines.byline(of: line.text)?.names else { return nil }
    let areNames = names.allSatisfy { name in
      let isOneOfSeveral = names.count > 1 && words.outlet(named: name) != nil
      return isOneOfSeveral || ownerOfDepartment(name) != nil || (2...4).contains(LineShape(name).wordCount)
    }
    return areNames ? names : nil
  }

  /// The outlet of one of its departments: "Harbour Radio" of "Harbour Radio's Livnian Service".
  private func ownerOfDepartment(_ name: String) -> String? {
    guard let mark = ["'s ", "’s "].compactMap({ name.range(of: $0) }).first else { return nil }
    let owner = String(name[..<mark.lowerBound])
    let department = LineShape(String(name[mark.upperBound...]))
    guard (1...3).contains(department.wordCount), department.isCapitalizedThroughout,
      LineShape(owner).wordCount <= 4, LineShape(owner).isCapitalizedThroughout
    else { return nil }
    let folded = FoldedWords(owner)
    let isOutlet =
      words.outlet(named: owner) != nil
      || folded.words.count > 1 && folded.words.contains { words.outletWords.contains($0.folded) }
    return isOutlet ? owner : nil
  }

  /// Who wrote a text and for whom, parted by a dash: "Ann Poe - The Aldmouth Ledger".
  func nameAndOutlet(of text: String) -> (name: String, outlet: String)? {
    let dashes = [" — ", " – ", " - "].compactMap { text.range(of: $0) }
    guard let dash = dashes.first, dashes.count == 1 else { return nil }
    let (name, outlet) = (String(text[..<dash.lowerBound]), String(text[dash.upperBound...]))
    let shape = LineShape(name)
    guard (2...4).contains(shape.wordCount), shape.isCapitalizedThroughout, bylines.isName(name),
      !words.looksLikeOutlet(FoldedWords(name)), words.outlet(named: name) == nil,
      !FoldedWords(name).words.contains(where: { words.openWords.contains($0.folded) })
    else { return nil }
    let known = words.outlet(named: outlet)
    return known != nil || words.looksLikeOutlet(FoldedWords(outlet)) ? (name, known?.name ?? outlet) : nil
  }

  /// Whether a page tells its author elsewhere, "By Ann Poe", and it is somebody else.
  func isSigned(byOthersThan name: String, _ lines: [PastedLine]) -> Bool {
    let folded = FoldedWords(name).joined
    let bylines = lines.flatMap(\.labels).compactMap { label -> [String]? in
      if case .bylines(let names) = label { names } else { nil }
    }
    return !bylines.isEmpty && !bylines.joined().contains { FoldedWords($0).joined == folded }
  }

  /// Paragraphs at the end of a text of which one may tell of its author.
  private static let biographies = 3

  /// A name alone below the title, of whose bearer one of the last paragraphs tells, is the author's: "JANE DOE" where
  /// "Jane Doe is a former editor" ends the page and nothing else in it names her.
  ///
  /// What tells the author from somebody whom the text is of is that she writes, or that the name of an outlet is below.
  private func labelBylineByBiography(below title: Int, in lines: inout [PastedLine]) {
    guard !lines.contains(where: \.tellsAuthor) else { return }
    let prose = lines.filter { $0.isOpen && $0.shape.isProse }
    let last = prose.suffix(Self.biographies).map(\.words)
    let head = lines.indices[(title + 1)...].prefix(Self.headOfNames)
    for index in head where lines[index].isOpen && lines[index].mark == .none {
      let line = lines[index]
      guard (2...4).contains(line.shape.wordCount), line.shape.isCapitalizedThroughout,
        !line.shape.endsSentence, bylines.isName(line.text),
        last.contains(where: {
          isBiography($0, of: line.words)
            && (words.bylineRoles.firstMatch(in: $0) != nil || isAboveOutlet(index, in: lines))
        }),
        let family = line.words.words.last?.folded,
        prose.count(where: { FoldedWords($0.text, limit: .max).words.contains { $0.folded == family } }) == 1
      else { continue }
      lines[index].labels = [.bylines([line.text])]
      return
    }
  }

  /// Lines below the title within which the author's name stands.
  private static let headOfNames = 5

  /// Whether a paragraph begins with a name and, with no mark between, a word such as "is" or "was".
  func isBiography(_ paragraph: FoldedWords, of name: FoldedWords) -> Bool {
    let count = name.words.count
    guard paragraph.words.count > count + 3 else { return false }
    return zip(paragraph.words, name.words).allSatisfy { $0.folded == $1.folded }
      && paragraph.words[count].start == paragraph.words[count - 1].end + 1
      && words.openWords.contains(paragraph.words[count].folded)
  }

  /// Whether the next line is the name of an outlet: "The Coast Review".
  private func isAboveOutlet(_ index: Int, in lines: [PastedLine]) -> Bool {
    guard index + 1 < lines.count else { return false }
    let below = lines[index + 1]
    return words.outlet(named: below.text) != nil
      || below.shape.wordCount <= 5 && below.shape.isCapitalizedThroughout
        && words.looksLikeOutlet(below.words)
  }

  private func isTitleOrDeck(_ line: PastedLine) -> Bool {
    switch line.labels.first {
    case .title?, .deck?: true
    default: false
    }
  }

  /// Whether a line right below the title or deck is the names of several persons and not a word more.
  func isNamesBelowTitle(_ index: Int, in lines: [PastedLine]) -> Bool {
    let line = lines[index]
    guard index > 0, isTitleOrDeck(lines[index - 1]), let names = listedNames(line), names.count > 1
    else { return false }
    let isOfPersons = names.allSatisfy { words.beginsWithGivenName($0) }
    guard isOfPersons || !line.text.contains(";") else { return false }
    let count = names.reduce(0) { $0 + LineShape($1).wordCount }
    return line.shape.capitalizedWords >= count && line.shape.wordCount - count < names.count
  }

  func isBesideDate(_ index: Int, in lines: [PastedLine]) -> Bool {
    [index - 1, index + 1, index + 2].contains { lines.indices.contains($0) && lines[$0].tellsDate }
  }

  /// Whether a paragraph begins with a place and its country, and a dash: "Aldmouth, Livonia - The mayor".
  func startsWithPlace(_ line: PastedLine) -> Bool {
    guard let dash = [" - ", " – ", " — "].compactMap({ line.text.range(of: $0)?.lowerBound }).min() else {
      return false
    }
    let place = LineShape(String(line.text[..<dash]))
    return place.byteCount <= 40 && (2...5).contains(place.wordCount) && place.digitCount == 0
      && place.isCapitalizedThroughout && line.text[..<dash].contains(",")
  }

  /// Whether a paragraph begins with place and agency, and a dash: "MOSCOW (AP) —", "GENEVA –".
  func startsWithDateline(_ line: PastedLine) -> Bool {
    guard let first = line.words.words.first, line.shape.wordCount >= 8 else { return false }
    let head = Array(line.text.utf8.prefix(80))
    guard first.start == 0, first.end >= 3,
      head.prefix(first.end).allSatisfy({ (0x41...0x5A).contains($0) || $0 >= 0x80 })
    else { return false }
    for index in head.indices.dropLast(2) where index >= first.end {
      let isDash =
        head[index] == 0xE2 && head[index + 1] == 0x80 && (head[index + 2] == 0x93 || head[index + 2] == 0x94)
      if isDash || head[index] == 0x2D && (head[index + 1] == 0x2D || head[index - 1] == 0x20) { return true }
      if head[index] == 0x2E, head[index + 1] == 0x20, index > first.end + 12 { return false }
    }
    return false
  }
}
