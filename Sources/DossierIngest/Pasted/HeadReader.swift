import DossierModel

/// Finds the title and the deck, and what else stands above the body.
struct HeadReader: Sendable {
  let words: PageWords
  let bylines: BylineReader
  private let dates: DateLineReader
  private let datelines: StandingDatelineReader

  init(words: PageWords) {
    self.words = words
    dates = DateLineReader(words: words)
    datelines = StandingDatelineReader(words: words)
    bylines = BylineReader(words: words)
  }

  func labelled(_ lines: [PastedLine]) -> [PastedLine] {
    var lines = withWholeHeadlines(lines)
    guard let title = titleIndex(in: lines) ?? headlineBehindLabel(in: lines) else { return lines }
    if lines[title].labels == Self.link { lines[title].labels = [] }
    if lines[title].isOpen { labelTitle(at: title, in: &lines) }
    labelRepeatedTitle(of: title, in: &lines)
    for index in lines[..<title].indices where lines[index].isOpen {
      lines[index].labels = month(at: index, in: lines) ?? [.removed(.navigation)]
    }
    labelDeck(after: title, in: &lines)
    labelRest(after: title, in: &lines)
    return lines
  }

  /// No head has more lines than this.
  private static let limit = 100

  // MARK: Title

  /// The lines with headlines joined that were set in two: "Warnings ignored for years" and "at the old mill".
  private func withWholeHeadlines(_ lines: [PastedLine]) -> [PastedLine] {
    var whole: [PastedLine] = []
    let end = headEnd(of: lines)
    for (index, line) in lines.enumerated() {
      if index > 0, index < end, line.isOpen, line.gap == 0, line.mark == .none, line.shape.startsLowercase,
        line.shape.isHeadlineLike, line.shape.byteCount <= 100, let first = whole.last, first.isOpen,
        first.shape.isHeadlineLike, !first.shape.startsLowercase, first.shape.wordCount >= 2,
        first.mark == .none || first.mark == .heading(1)
      {
        whole[whole.count - 1].join(line, with: " ", isMended: false)
      } else {
        whole.append(line)
      }
    }
    return whole
  }

  private func titleIndex(in lines: [PastedLine]) -> Int? {
    if let labelled = lines.firstIndex(where: { if case .title? = $0.labels.first { true } else { false } }) {
      return labelled
    }
    let end = max(headEnd(of: lines), (lines.prefix(40).firstIndex { $0.mark == .heading(1) } ?? -1) + 1)
    var candidates: [(index: Int, score: Int)] = []
    for index in lines[..<end].indices where lines[index].isOpen {
      guard
        let score = titleScore(
          of: lines[index], at: candidates.count, repeated: isRepeated(index, in: lines, before: end))
      else { continue }
      candidates.append((index, score))
    }
    guard let first = Self.best(of: candidates) else { return nil }
    let isInBlock = first.index > 0 && lines[first.index].gap == 0
    let best =
      isInBlock ? ofMatter(first, among: candidates, told: bodyWords(from: end, in: lines), in: lines) : first
    // A full sentence is a title only where the rest of the head says so.
    return lines[best.index].shape.isProse && best.score < 0 ? nil : best.index
  }

  private static let link: [PastedLine.Label] = [.removed(.relatedLink)]

  /// The one line above the text that tells of its matter behind a label, as of a film, where nothing else is a headline:
  /// "Video: Barge closes the harbour".
  private func headlineBehindLabel(in lines: [PastedLine]) -> Int? {
    let end = headEnd(of: lines)
    let linked = lines[..<end].indices.filter {
      lines[$0].labels == Self.link && lines[$0].shape.isHeadlineLike && lines[$0].shape.wordCount >= 6
    }
    guard linked.count == 1, !lines[..<end].contains(where: { $0.isOpen && !$0.shape.isProse }) else {
      return nil
    }
    let told = bodyWords(from: end, in: lines, of: Self.shortWord)
    return tellsOf(told, lines[linked[0]], by: Self.shortWord) == true ? linked[0] : nil
  }

  private static func best(of candidates: [(index: Int, score: Int)]) -> (index: Int, score: Int)? {
    var best: (index: Int, score: Int)?
    for candidate in candidates where candidate.score > best?.score ?? Int.min { best = candidate }
    return best
  }

  /// The likeliest title, or the likeliest of those that tell of the body's matter where it is of another.
  ///
  /// A ticker stands so, in one block with the menus above it; a deck below a headline would look like that too.
  private func ofMatter(
    _ best: (index: Int, score: Int), among candidates: [(index: Int, score: Int)], told: Set<String>,
    in lines: [PastedLine]
  ) -> (index: Int, score: Int) {
    guard tellsOf(told, lines[best.index]) != true else { return best }
    let others = candidates.filter {
      $0.score + Self.otherMatter >= best.score && tellsOf(told, lines[$0.index]) == true
    }
    return Self.best(of: others) ?? best
  }

  /// How much likelier than others by its form a title may be that is of another matter than the body.
  private static let otherMatter = 25
  /// Bytes of the shortest word that tells of a matter, and of one that does so where several lines are not weighed.
  private static let shortWord = 4
  private static let shortestWord = 6

  /// The words of the lines from one on, as far as lines are folded.
  private func bodyWords(
    from start: Int, in lines: [PastedLine], of length: Int = shortestWord
  ) -> Set<String> {
    var words: Set<String> = []
    for line in lines[min(start, lines.count)...] where line.isOpen {
      for word in line.words.words where word.folded.utf8.count >= length {
        words.insert(word.folded)
      }
    }
    return words
  }

  /// Whether the body has two in five of a line's words; nil for a line that has too few.
  private func tellsOf(_ body: Set<String>, _ line: PastedLine, by length: Int = shortestWord) -> Bool? {
    let words = line.words.words.filter { $0.folded.utf8.count >= length }
    return words.count > 1 ? words.count { body.contains($0.folded) } * 5 >= words.count * 2 : nil
  }

  /// Index of the first line that only a body has.
  private func headEnd(of lines: [PastedLine]) -> Int {
    let isBody = { (line: PastedLine) in
      line.isOpen && line.mark != .heading(1) && (line.shape.isLongProse || self.startsWithDateline(line))
    }
    let end = lines.firstIndex(where: isBody) ?? lines.firstIndex { $0.isOpen && $0.shape.isProse }
    return min(end ?? lines.count, Self.limit)
  }

  private func titleScore(of line: PastedLine, at position: Int, repeated: Bool) -> Int? {
    switch line.mark {
    case .item, .quote, .tableRow, .picture: return nil
    case .none, .heading, .strong: break
    }
    let count = line.shape.wordCount
    guard count > 0, count <= 32, line.shape.byteCount <= 240, !line.shape.endsWithColon,
      !line.text.contains("://"),
      words.sections.match(whole: line.words) == nil
    else { return nil }
    var score = count >= 5 ? 20 : count >= 3 ? 8 : -8
    if case .heading(let level) = line.mark { score += level == 1 ? 100 : 30 }
    if line.mark == .strong { score += 8 }
    // What stands in columns is the head of a printed page.
    if line.isInColumns { score -= 30 }
    // A short line that comes again may be the page's own name.
    if repeated { score += count >= 5 ? 30 : 6 }
    if line.shape.isProse, !line.shape.endsWithQuestion { score -= 30 }
    if line.shape.startsLowercase { score -= 20 }
    return score - min(position, 10) * 2
  }

  private func isRepeated(_ index: Int, in lines: [PastedLine], before end: Int) -> Bool {
    guard lines[index].shape.wordCount >= 3, !namesPicture(index, in: lines, before: end) else {
      return false
    }
    let folded = lines[index].words.joined
    // Below a long deck the headline may stand once more, word for word.
    let copies = lines[end..<min(end + Self.copyDistance, lines.count)]
    if lines[index].shape.wordCount >= 5, copies.contains(where: { $0.words.joined == folded }) {
      return true
    }
    return lines[..<end].indices.contains {
      $0 != index && lines[$0].labels != [.removed(.relatedLink)] && isMost(of: lines[$0], folded)
    }
  }

  /// Whether some words are a line's first or last, and more than the rest of it: a headline of "Leaders meet in the
  /// harbour | The Herald", but not the name of the page.
  private func isMost(of line: PastedLine, _ folded: String) -> Bool {
    let whole = line.words.joined
    guard whole.utf8.count < folded.utf8.count * 2 else { return false }
    return whole == folded || whole.hasSuffix(" " + folded) || whole.hasPrefix(folded + " ")
  }

  /// Whether a line is printed twice in a row below a headline and its deck, as the name of a picture or film is.
  private func namesPicture(_ index: Int, in lines: [PastedLine], before end: Int) -> Bool {
    let copies = [index - 1, index, index + 1].filter {
      lines[..<end].indices.contains($0) && lines[$0].text == lines[index].text
    }
    guard copies.count > 1, let first = lines[..<index].firstIndex(where: { $0.isOpen }),
      first + 1 < copies[0],
      lines[first].shape.wordCount >= 5, lines[first].shape.isHeadlineLike,
      lines[first + 1].isOpen, lines[first + 1].shape.wordCount >= 5
    else { return false }
    return tellsOf(bodyWords(from: end, in: lines), lines[first]) == true
  }

  /// Lines below the head's end within which a headline is looked for once more.
  private static let copyDistance = 6

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
        || shape.wordCount <= 4 && shape.capitalizedWords == shape.wordCount
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

  // MARK: Deck

  private func labelDeck(after title: Int, in lines: inout [PastedLine]) {
    guard !lines.contains(where: { if case .deck? = $0.labels.first { true } else { false } }),
      let index = lines.indices[(title + 1)...].first(where: { mayBeDeck($0, in: lines) }), index <= title + 6
    else { return }
    let line = lines[index]
    if !line.shape.isProse && isBesideDate(index, in: lines) && isListOfNames(line)
      || isNamesBelowTitle(index, in: lines)
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
    let isBelowDate = lines[(title + 1)..<index].contains { $0.tellsDate || $0.tellsAuthor }
    if isDeck(line, followedBy: lines[(index + 1)...], hasMark: isSubheading, isBelowDate: isBelowDate) {
      lines[index].labels = [.deck(line.text)]
    }
  }

  /// Whether a line is neither a picture, nor an address, nor the office of the author who stands above it.
  private func mayBeDeck(_ index: Int, in lines: [PastedLine]) -> Bool {
    let line = lines[index]
    guard line.isOpen, line.mark != .picture, !line.text.contains("://") else { return false }
    return
      !(lines[index - 1].tellsAuthor && line.shape.wordCount <= 8 && !line.shape.endsSentence
      && words.bylineRoles.firstMatch(in: line.words) != nil)
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
        return sawCaption && !isBelowDate && line.shape.wordCount <= 28 && line.shape.byteCount <= 180
      }
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

  // MARK: What else stands in the head

  private func labelRest(after title: Int, in lines: inout [PastedLine]) {
    labelListedOutlet(after: title, in: &lines)
    let end =
      lines[(title + 1)...].firstIndex { $0.isOpen && ($0.shape.isProse || $0.mark != .none) } ?? title + 1
    guard end > title else { return }
    for index in (title + 1)..<end where lines[index].isOpen {
      if index == end - 1, headsFirstOfSeveral(index, in: lines) { continue }
      if isFirstQuestion(index, in: lines) {
        lines[index].labels = [.heading(level: 2)]
        continue
      }
      lines[index].labels =
        datelines.labels(of: lines[index]) ?? positionalByline(at: index, in: lines) ?? month(
          at: index, in: lines) ?? [.removed(.navigation)]
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
  private func positionalByline(at index: Int, in lines: [PastedLine]) -> [PastedLine.Label]? {
    let line = lines[index]
    guard line.shape.wordCount <= 8 && line.shape.byteCount <= 80 || isNamesAndPlaces(line),
      words.sections.match(whole: line.words) == nil
    else {
      return nil
    }
    if let known = words.outlet(named: line.text) {
      return known.isAgency ? [.bylines([BylineReader.trimmed(line.text)])] : [.outlet(known.name)]
    }
    guard line.shape.wordCount >= 2,
      isBesideDate(index, in: lines) || index > 0 && lines[index - 1].tellsAuthor
        || isNamesBelowTitle(index, in: lines),
      let byline = bylines.byline(of: line.text)
    else { return nil }
    if words.looksLikeOutlet(line.words), byline.names.count == 1, !line.text.utf8.contains(0x2C) {
      return [.outlet(line.text)]
    }
    if lines[index - 1].tellsAuthor, words.bylineRoles.firstMatch(in: line.words) != nil {
      return [.removed(.movedToMetadata)]
    }
    guard isListOfNames(line) else { return nil }
    return [.bylines(byline.names)] + (byline.outlet.map { [.outlet($0)] } ?? [])
  }

  /// Whether a line is several names, each with where its bearer was: "Ann Poe in Lund and Carl Dahl in Oslo".
  private func isNamesAndPlaces(_ line: PastedLine) -> Bool {
    guard line.shape.wordCount <= 20, !line.shape.isProse, isListOfNames(line),
      let names = bylines.byline(of: line.text)?.names, names.count > 1
    else { return false }
    return line.shape.wordCount - line.shape.capitalizedWords < names.count * 2
  }

  /// Whether a line is names of persons and nothing else.
  private func isListOfNames(_ line: PastedLine) -> Bool {
    guard let byline = bylines.byline(of: line.text) else { return false }
    return byline.names.allSatisfy { name in
      let isOneOfSeveral = byline.names.count > 1 && words.outlet(named: name) != nil
      return isOneOfSeveral || (2...4).contains(LineShape(name).wordCount)
    }
  }

  /// Whether a line right below the title is the names of several persons and not a word more.
  private func isNamesBelowTitle(_ index: Int, in lines: [PastedLine]) -> Bool {
    let line = lines[index]
    guard index > 0, case .title? = lines[index - 1].labels.first, isListOfNames(line),
      let names = bylines.byline(of: line.text)?.names, names.count > 1
    else { return false }
    let count = names.reduce(0) { $0 + LineShape($1).wordCount }
    return line.shape.capitalizedWords >= count && line.shape.wordCount - count < names.count
  }

  private func isBesideDate(_ index: Int, in lines: [PastedLine]) -> Bool {
    for neighbour in [index - 1, index + 1, index + 2] where lines.indices.contains(neighbour) {
      if lines[neighbour].tellsDate { return true }
    }
    return false
  }

  /// Whether a paragraph begins with a place and its country, and a dash: "Aldmouth, Livonia - The mayor".
  private func startsWithPlace(_ line: PastedLine) -> Bool {
    guard let dash = [" - ", " – ", " — "].compactMap({ line.text.range(of: $0)?.lowerBound }).min() else {
      return false
    }
    let place = LineShape(String(line.text[..<dash]))
    return place.byteCount <= 40 && (2...5).contains(place.wordCount) && place.digitCount == 0
      && place.capitalizedWords == place.wordCount && line.text[..<dash].contains(",")
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
