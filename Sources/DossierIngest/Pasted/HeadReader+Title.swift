import DossierModel

/// Which line of a page's head is the headline: by its form, by where it stands, and by the matter of the text below.
extension HeadReader {
  /// No head has more lines than this: one whole page in five has a hundred menus and more above its headline.
  private static let limit = 400

  private typealias Candidate = (index: Int, score: Int)

  func titleIndex(in lines: [PastedLine]) -> Int? {
    if let labelled = lines.firstIndex(where: { if case .title? = $0.labels.first { true } else { false } }) {
      return labelled
    }
    let body = headEnd(of: lines)
    let end = max(body, (lines.prefix(40).firstIndex { $0.mark == .heading(1) } ?? -1) + 1)
    var candidates: [Candidate] = []
    let matter = matterWords(from: end, in: lines)
    let signed = signedBonus(in: lines, before: end, toldBelow: matter)
    for index in lines[..<end].indices where lines[index].isOpen {
      let isRepeated =
        isRepeated(index, in: lines, before: end) && !isBelowSigned(index, candidates, in: lines)
      guard !isSignature(at: index, candidates, in: lines),
        var score = titleScore(
          of: lines[index], at: candidates.count, repeated: isRepeated,
          isSigned: isSignedSentence(index, in: lines))
      else { continue }
      if hasHeadline(besides: index, in: lines[..<end]) { score -= malus(of: index, in: lines[..<end]) }
      score += matterBonus(ofBlockAt: index, in: lines, toldBelow: matter) + (signed[index] ?? 0)
      candidates.append((index, score))
    }
    guard let first = Self.best(of: candidates) else { return nil }
    let told = bodyWords(from: end, in: lines)
    let best = whole(
      ofMatter(
        belowSection(first, among: candidates, told: told, in: lines), among: candidates, told: told,
        from: body, in: lines),
      among: candidates, in: lines)
    // A full sentence is a title only where the rest of the head says so.
    return lines[best.index].shape.isProse && best.score < 0 ? nil : best.index
  }

  static let link: [PastedLine.Label] = [.removed(.relatedLink)]

  /// The one line above the text that tells of its matter behind a label, as of a film, where nothing else is a headline:
  /// "Video: Barge closes the harbour".
  func headlineBehindLabel(in lines: [PastedLine]) -> Int? {
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

  private static func best(of candidates: [Candidate]) -> Candidate? {
    var best: Candidate?
    for candidate in candidates where candidate.score > best?.score ?? Int.min { best = candidate }
    return best
  }

  /// The likeliest title, or the likeliest of those that tell of the body's matter where it is of another.
  ///
  /// A ticker stands so, in one block with the menus above it or with menus below; a deck below a headline would look
  /// like that too.
  private func ofMatter(
    _ best: Candidate, among candidates: [Candidate], told: Set<String>, from body: Int,
    in lines: [PastedLine]
  ) -> Candidate {
    guard tellsOf(told, lines[best.index]) != true else { return best }
    let isInBlock = best.index > 0 && lines[best.index].gap == 0
    let shortWords = bodyWords(from: body, in: lines, of: Self.shortWord)
    let others = candidates.filter {
      $0.score + Self.otherMatter >= best.score
        // A headline may have hardly a long word: "Ferry pact falls flat in Aldmouth".
        && tellsOf(told, lines[$0.index]) ?? tellsOf(shortWords, lines[$0.index], by: Self.shortWord) == true
        && (hasHeadlinesWords(lines[$0.index]) || !hasHeadlinesWords(lines[best.index]))
        && !isSentence(lines[$0.index]) && !isDeckOf(best.index, $0.index, in: lines)
        && (isInBlock || areMenus(between: best.index, and: $0.index, in: lines))
    }
    return Self.best(of: others) ?? best
  }

  private func isSentence(_ line: PastedLine) -> Bool { line.shape.isProse && !line.shape.endsWithQuestion }

  /// Whether two lines of a headline's words stand in a block of their own: the second tells more of what the first is of.
  func isDeckOf(_ first: Int, _ second: Int, in lines: [PastedLine]) -> Bool {
    second == first + 1 && lines[second].gap == 0 && hasHeadlinesWords(lines[first])
      && (second + 1 == lines.count || lines[second + 1].gap > 0)
  }

  /// Whether several buttons or menus stand between two lines, and neither a day nor an author, as below a ticker.
  private func areMenus(between first: Int, and second: Int, in lines: [PastedLine]) -> Bool {
    guard first < second else { return false }
    let between = lines[(first + 1)..<second]
    return between.count {
      $0.labels == [.removed(.navigation)] || $0.isOpen && words.isSections($0.words)
    } > 1
      && !between.contains(where: \.tellsDateOrAuthor)
  }

  /// The likeliest title, or the line below it that has its section right above and its day or author right below, and
  /// tells more of the body's matter: "To readers in Livna", "Rivers", "Ministers sign accord in Aldmouth", "14 March 2018".
  private func belowSection(
    _ best: Candidate, among candidates: [Candidate], told: Set<String>, in lines: [PastedLine]
  ) -> Candidate {
    let section = best.index + 1
    guard let other = candidates.first(where: { $0.index == section + 1 }), lines[section].isOpen,
      lines[section].shape.wordCount == 1, words.outlet(named: lines[section].text) == nil,
      lines[(other.index + 1)...].prefix(2).contains(where: \.tellsDateOrAuthor),
      lines[other.index].shape.wordCount >= 5,
      tellingWords(of: lines[other.index], told) > tellingWords(of: lines[best.index], told) + 1
    else { return best }
    return other
  }

  /// The likeliest title, or the line that has all of what it has the beginning of: "Ministers sign accord in …".
  private func whole(_ best: Candidate, among candidates: [Candidate], in lines: [PastedLine]) -> Candidate {
    let text = lines[best.index].text
    guard text.hasSuffix("...") || text.hasSuffix("…"), lines[best.index].shape.wordCount >= 4 else {
      return best
    }
    let beginning = lines[best.index].words.joined + " "
    return candidates.first { lines[$0.index].words.joined.hasPrefix(beginning) } ?? best
  }

  /// Whether a line right below a headline names somebody and an outlet: "Ann Poe - The Aldmouth Ledger".
  private func isSignature(at index: Int, _ candidates: [Candidate], in lines: [PastedLine]) -> Bool {
    guard let above = candidates.last, above.index == index - 1, lines[above.index].shape.wordCount >= 5,
      let signed = nameAndOutlet(of: lines[index].text)
    else { return false }
    return !isSigned(byOthersThan: signed.name, lines)
  }

  /// Whether a line stands below a headline with its day or author, as what comes twice there is an entry of a log.
  private func isBelowSigned(_ index: Int, _ candidates: [Candidate], in lines: [PastedLine]) -> Bool {
    candidates.contains { above in
      lines[above.index].shape.wordCount >= 5
        && lines[above.index..<index].contains(where: \.tellsDateOrAuthor)
    }
  }

  /// How much likelier than others by its form a title may be that is of another matter than the body.
  private static let otherMatter = 25

  /// Index of the first line that only a body has.
  func headEnd(of lines: [PastedLine]) -> Int {
    let first = firstBodyLine(of: lines)
    return min(bodyStart(belowTeasersFrom: first, in: lines) ?? first, Self.limit)
  }

  private func firstBodyLine(of lines: [PastedLine]) -> Int {
    let isBody = { (index: Int) in
      let line = lines[index]
      return line.isOpen && line.mark != .heading(1)
        && (line.shape.isLongProse && !self.isSignedSentence(index, in: lines)
          || self.startsWithDateline(line))
    }
    let end = lines.indices.first(where: isBody) ?? lines.firstIndex { $0.isOpen && $0.shape.isProse }
    return end ?? lines.count
  }

  private func titleScore(of line: PastedLine, at position: Int, repeated: Bool, isSigned: Bool) -> Int? {
    switch line.mark {
    case .item, .quote, .tableRow, .picture: return nil
    case .none, .heading, .strong: break
    }
    // "BC-EU-Fish,2nd Ld" is an agency's slug.
    let pieces = line.text.split(separator: " ").count
    let count = pieces < Self.fewestPieces ? pieces : line.shape.wordCount
    guard count > 0, count <= 32, !tellsTimeOfChange(line), line.shape.byteCount <= 240,
      !line.shape.endsWithColon,
      !line.text.contains("://"),
      words.sections.match(whole: line.words) == nil
    else { return nil }
    var score = count >= 5 ? 20 : count >= 3 ? 8 : -8
    if case .heading(let level) = line.mark { score += level == 1 ? 100 : 30 }
    if line.mark == .strong { score += 8 }
    // What stands in columns is the head of a printed page.
    if line.isInColumns { score -= 30 }
    if isMasthead(line) { score -= 14 }
    // A short line that comes again may be the page's own name.
    if repeated { score += count >= 5 ? 30 : 6 }
    if line.shape.isProse, !isSigned, !mayEndAsSentence(line) {
      score -= 30
    }
    if line.shape.startsLowercase { score -= 20 }
    if isDeckOfSentences(line) { score -= Self.deckMalus }
    return score - min(position, 10) * 2
  }

  /// Whether a line may be a headline though it ends as sentences do: it asks, ends in a time of day or is in capitals.
  func mayEndAsSentence(_ line: PastedLine) -> Bool {
    line.shape.endsWithQuestion || endsInTime(line) || isInTitleCase(line)
  }

  /// How much less two sentences without a full stop behind them are a title than one is.
  private static let deckMalus = 12
  /// Words of a deck of two sentences, at least.
  private static let deckWords = 14

  /// Whether a line is a sentence and another without its full stop, as a deck may end.
  private func isDeckOfSentences(_ line: PastedLine) -> Bool {
    !line.shape.isProse && line.shape.interiorSentenceEnds > 0 && line.shape.wordCount >= Self.deckWords
      && !isInTitleCase(line)
  }

  /// Stretches between blanks of a line whose words all count, at least.
  private static let fewestPieces = 3

  /// Words of a headline in capitals, at least and at most.
  private static let titleCase = (fewest: 5, most: 20)

  /// Whether four in five words have a capital, as in a headline that is set so and ends in a full stop.
  ///
  /// "The Port Sued Its Dockers. It Called Them “Guests.”".
  private func isInTitleCase(_ line: PastedLine) -> Bool {
    (Self.titleCase.fewest...Self.titleCase.most).contains(line.shape.wordCount) && line.shape.hasLowercase
      && line.shape.capitalizedWords * 5 >= line.shape.wordCount * 4
  }

  /// Whether the full stop at a line's end is that of a time of day: "Council says yes at 3 a.m.".
  private func endsInTime(_ line: PastedLine) -> Bool {
    guard let last = line.text.split(separator: " ").last, last.utf8.dropLast().contains(UInt8(ascii: "."))
    else {
      return false
    }
    return words.clockWords.contains(FoldedWords(String(last)).joined)
  }

  /// Whether a line has the form of an outlet's name and nothing else: "The Aldmouth Ledger".
  func isMasthead(_ line: PastedLine) -> Bool {
    line.shape.wordCount <= 5 && line.shape.isCapitalizedThroughout
      && words.looksLikeOutlet(line.words)
  }

  /// How much less an outlet's name with what its page is behind it is a title, where another line may be one.
  private static let mastheadMalus = 24

  /// How much less a row of sections or buttons is a title than any line of words.
  private static let rowMalus = 60

  /// How much less a line is a title for being what stands above titles.
  private func malus(of index: Int, in head: ArraySlice<PastedLine>) -> Int {
    let (line, lines) = (head[index], Array(head))
    if line.isRow || isRow(line.text) || isUnpartedRow(line) || goesOnAsMenu(index, in: lines)
      || isOffice(index, in: lines) || isSlogan(index, in: lines)
    {
      return Self.rowMalus
    }
    let isAbove =
      mastheadName(of: line.text) != nil || isOfLetterhead(index, in: lines)
    return isAbove ? Self.mastheadMalus : 0
  }

  /// Whether a line is a letterhead, or goes on with one.
  ///
  /// A headline may have that form: what loses as a title for it is kept as text.
  func isOfLetterhead(_ index: Int, in lines: [PastedLine]) -> Bool {
    isLetterhead(index, in: lines) || goesOnAsLetterhead(index, in: lines)
  }

  /// Whether a line stands in one block with a letterhead above it, and the headline may be below the block.
  private func goesOnAsLetterhead(_ index: Int, in lines: [PastedLine]) -> Bool {
    guard let start = lines[...index].lastIndex(where: { $0.gap > 0 || $0.number == lines[0].number }),
      (start..<index).contains(where: { isLetterhead($0, in: lines) }),
      let end = lines[index...].dropFirst().firstIndex(where: { $0.gap > 0 })
    else { return false }
    return lines[end...].contains { $0.isOpen && $0.shape.wordCount >= 5 && $0.shape.isHeadlineLike }
  }

  /// Whether a line of capitals that begins with a section stands right below buttons or menus: a second row of them, of
  /// which not all are known.
  private func goesOnAsMenu(_ index: Int, in lines: [PastedLine]) -> Bool {
    guard index > 0, lines[index].gap == 0, lines[index - 1].labels == [.removed(.navigation)] else {
      return false
    }
    let line = lines[index]
    return line.shape.wordCount > Self.row.words && line.shape.isCapitalizedThroughout
      && words.menuItem(in: line.words, at: 0) != nil
  }

  /// Whether a line right below the author's, or somebody's name, is the office: "Ledger Coast Reporters".
  private func isOffice(_ index: Int, in lines: [PastedLine]) -> Bool {
    guard index > 0, lines[index].gap == 0, lines[index - 1].tellsAuthor || mayBePerson(lines[index - 1])
    else {
      return false
    }
    let line = lines[index]
    return line.shape.isCapitalizedThroughout
      && words.bylineRoles.firstMatch(in: line.words) != nil
  }

  /// Parts of a row of sections that need not be known, at least, and words of each, at most.
  private static let row = (parts: 4, words: 4)

  /// Whether strokes part a line into several short things that are many, or strokes or dots, and one is a section or
  /// button: "Main | Politics | Rivers | Culture".
  ///
  /// Bullets part the points of a deck too.
  func isRow(_ text: String) -> Bool {
    let parts = parts(of: text)
    let areShort = parts.allSatisfy {
      LineShape($0).wordCount <= Self.row.words && !LineShape($0).endsSentence
    }
    return areShort && parts.count >= Self.row.parts && !text.contains("•") || isRowOfSections(text)
  }

  /// Whether a line begins as a row of sections does, and as many of its words are such as make a row, and two thirds of
  /// them all: "Home Livonia Business Sports Opinion Multimedia".
  private func isUnpartedRow(_ line: PastedLine) -> Bool {
    guard line.shape.isCapitalizedThroughout, !line.shape.endsSentence,
      words.menuItem(in: line.words, at: 0) != nil
    else { return false }
    let items = words.menuItems(of: line.words)
    return items.count >= Self.row.parts && items.words * 3 >= line.words.words.count * 2
  }

  /// Whether strokes or dots part a line into several short things, of which one is a section or button.
  func isRowOfSections(_ text: String) -> Bool { parts(of: text).contains(where: isSectionOrButton) }

  /// Whether a row of sections has a headline among them: "News | Ferries to sail again | Sport".
  func isTextInRow(_ text: String) -> Bool {
    let parts = parts(of: text).filter { !isSectionOrButton($0) }
    return isRowOfSections(text)
      && parts.contains { LabelReader.withoutCount(FoldedWords($0)).words.count >= Self.row.words - 1 }
  }

  /// What strokes or dots part a line into, three and more.
  ///
  /// A headline may have its section before it and its outlet behind it: "Opinion | The harbour is ours | The Herald".
  private func parts(of text: String) -> [String] {
    let parts = LabelReader.splitParts(of: text)
    guard parts.count > 2, let first = parts.first, let last = parts.last,
      LineShape(first).wordCount < Self.row.words
    else { return [] }
    let endsInOutlet = words.outlet(named: last) != nil || words.looksLikeOutlet(FoldedWords(last))
    guard parts.count > Self.row.parts || !endsInOutlet else { return [] }
    return parts
  }

  private func isSectionOrButton(_ part: String) -> Bool {
    let folded = LabelReader.withoutCount(FoldedWords(part))
    return words.isSections(folded) || words.furnitureLines.match(whole: folded) != nil
  }

  /// Lines below a letterhead within which its paper tells the day.
  private static let letterheadReach = 2

  /// Whether a line is the name of an office with nothing but buttons above it, or with the day of its paper below it, or
  /// what the paper is: "PRESS RELEASE".
  private func isLetterhead(_ index: Int, in lines: [PastedLine]) -> Bool {
    words.isOfficeName(lines[index])
      && (!lines[..<index].contains(where: \.isOpen)
        || lines[(index + 1)...].prefix(Self.letterheadReach).contains {
          $0.tellsDate || $0.labels == [.removed(.navigation)]
        })
  }

  /// Whether another line of a head has a headline's words: five, or four of which one is small, as no name's are.
  private func hasHeadline(besides index: Int, in head: ArraySlice<PastedLine>) -> Bool {
    head.indices.contains { $0 != index && head[$0].isOpen && hasHeadlinesWords(head[$0]) }
  }

  func hasHeadlinesWords(_ line: PastedLine) -> Bool {
    line.shape.wordCount >= 5 || line.shape.wordCount == 4 && line.shape.capitalizedWords < 4
  }

  /// The outlet's name in front of a dash and a few words that say what its page is: "The Aldmouth Ledger — Live updates".
  ///
  /// A headline may begin with an outlet's name too: "The Aldmouth Ledger – what next?".
  func mastheadName(of text: String) -> String? {
    for dash in [" — ", " – ", " - ", " | "] {
      guard let range = text.range(of: dash) else { continue }
      let name = String(text[..<range.lowerBound])
      let front = FoldedWords(name)
      let isOutlet = words.outlets.match(whole: front) != nil || words.looksLikeOutlet(front)
      return isOutlet && tellsWhatPageIs(String(text[range.upperBound...])) ? name : nil
    }
    return nil
  }

  /// Whether up to three words are a section's or a button's, or a name's by their capitals: "Live updates", "Evening News".
  private func tellsWhatPageIs(_ text: String) -> Bool {
    let shape = LineShape(text)
    guard shape.wordCount <= 3, !shape.endsWithQuestion else { return false }
    let folded = FoldedWords(text)
    return shape.isCapitalizedThroughout || words.isSections(folded)
      || words.furnitureLines.match(whole: folded) != nil
  }

  private func isRepeated(_ index: Int, in lines: [PastedLine], before end: Int) -> Bool {
    guard lines[index].shape.wordCount >= 3, !lines[index].isInColumns,
      !namesPicture(index, in: lines, before: end)
    else {
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
}
