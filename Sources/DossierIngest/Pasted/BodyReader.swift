import DossierModel

/// Tells the paragraphs and headings of the body from the teasers and repeats between them.
struct BodyReader: Sendable {
  let words: PageWords

  func labelled(_ lines: [PastedLine]) -> [PastedLine] {
    var lines = lines
    labelDatedHeadings(&lines)
    labelSummary(&lines)
    labelRetoldDeck(&lines)
    labelRepeats(&lines)
    let usualGap = usualGap(of: lines)
    if usualGap > 0 { labelWithinFurniture(&lines) }
    labelUnmarkedItems(&lines)
    for index in lines.indices where isQuotedSubheading(index, in: lines) && lines[index].isOpen {
      lines[index].labels = [.heading(level: 2)]
    }
    for index in lines.indices where lines[index].isOpen {
      lines[index].labels = [label(of: index, in: lines, usualGap: usualGap)]
    }
    return lines
  }

  private func label(of index: Int, in lines: [PastedLine], usualGap: Int) -> PastedLine.Label {
    let line = lines[index]
    switch line.mark {
    case .item, .quote, .tableRow: return line.isLink ? .removed(.relatedLink) : .paragraph
    case .heading(let level): return .heading(level: max(2, level))
    case .picture: return .removed(.imageDescription)
    case .none, .strong: break
    }
    let isQuestion = line.shape.endsWithQuestion && line.shape.wordCount <= 8 && !startsWithQuote(line)
    if isQuestion, !line.shape.startsLowercase,
      isBetweenProse(index, in: lines, usualGap) || headsAsOthers(index, in: lines)
    {
      return .heading(level: 2)
    }
    if isQuotedHeading(line), isBetweenProse(index, in: lines, usualGap) { return .heading(level: 2) }
    if line.shape.isProse { return .paragraph }
    if line.isLink { return .removed(.relatedLink) }
    guard line.shape.isHeadlineLike, !line.shape.startsLowercase, !startsWithQuote(line), !leadsOn(line)
    else {
      return .paragraph
    }
    if line.mark == .strong, line.shape.wordCount <= 16 { return .heading(level: 2) }
    // Sentences, of which the last was cut off.
    if line.shape.interiorSentenceEnds > 0, line.shape.wordCount >= 12, !isInTitleCase(line) {
      return .paragraph
    }
    if isBesideTeasers(index, in: lines) { return .removed(.relatedLink) }
    if isPromoted(index, in: lines) { return .removed(.advertisement) }
    if line.shape.wordCount <= 22, standsOnProse(index, in: lines) { return .heading(level: 2) }
    let isSetOff = line.gap > usualGap && (index + 1 == lines.count || lines[index + 1].gap > usualGap)
    if isSetOff, line.shape.wordCount >= 5 { return .removed(.relatedLink) }
    if line.shape.wordCount <= 8 {
      return isFollowedByProse(index, in: lines) ? .heading(level: 2) : .paragraph
    }
    let isLink = line.shape.wordCount <= 22 && line.gap > 0 && !isSentence(line)
    return isLink ? .removed(.relatedLink) : .paragraph
  }

  /// Whether a line is an address to those present, "Ann Poe: Ladies and gentlemen,", or stands in brackets,
  /// "(Applause)": neither heads what is below.
  private func leadsOn(_ line: PastedLine) -> Bool {
    line.text.hasSuffix(",") || line.text.hasPrefix("(") && line.text.hasSuffix(")")
  }

  /// Whether half of the words have a capital, as in headlines, where numbers and small words have none.
  private func isInTitleCase(_ line: PastedLine) -> Bool {
    line.shape.capitalizedWords * 2 >= line.shape.wordCount
  }

  /// Whether a long line without its full stop is a sentence all the same: it begins as none but sentences do, and
  /// hardly a word of it has a capital.
  private func isSentence(_ line: PastedLine) -> Bool {
    guard line.shape.wordCount >= 12, let first = line.words.words.first else { return false }
    return words.openWords.contains(first.folded) && line.shape.capitalizedWords * 4 <= line.shape.wordCount
  }

  private func startsWithQuote(_ line: PastedLine) -> Bool {
    guard let first = line.text.unicodeScalars.first else { return false }
    return first == "\"" || first == "“" || first == "«" || first == "„"
  }

  /// Whether a line is a few words in capitals between quotation marks: "A BIG DEAL".
  private func isQuotedHeading(_ line: PastedLine) -> Bool {
    guard line.shape.wordCount <= 8, !line.shape.endsSentence || line.shape.endsWithQuestion,
      startsWithQuote(line), let last = line.text.unicodeScalars.last, "\"”»“".unicodeScalars.contains(last)
    else { return false }
    let letters = line.text.unicodeScalars.filter { $0.properties.isAlphabetic }
    return letters.count > 2 && letters.allSatisfy { $0.properties.isUppercase }
  }

  /// A question alone between paragraphs heads what answers it, as words of somebody head what is told of them.
  ///
  /// Where no empty lines part the paragraphs, none parts the question from them.
  private func isBetweenProse(_ index: Int, in lines: [PastedLine], _ usualGap: Int) -> Bool {
    guard index > 0, index + 1 < lines.count,
      usualGap == 0 || lines[index].gap > 0 && lines[index + 1].gap > 0,
      lines[..<index].last(where: { !$0.isRemoved && !$0.isMetadata })?.isBody ?? false
    else { return false }
    return lines[index + 1].shape.isLongProse
      && (!startsWithQuote(lines[index + 1]) || startsWithQuote(lines[index]))
  }

  /// Whether a question heads what is below it though that is short or begins with somebody's words, since the text has
  /// other headings; or heads a list whose marks were lost.
  private func headsAsOthers(_ index: Int, in lines: [PastedLine]) -> Bool {
    guard index > 0, index + 2 < lines.count, lines[index].gap > 0, lines[index + 1].gap > 0,
      lines[..<index].last(where: { !$0.isRemoved && !$0.isMetadata })?.isBody ?? false
    else { return false }
    let (next, behind) = (lines[index + 1], lines[index + 2])
    if next.isOpen, !next.shape.endsSentence, next.shape.wordCount >= 3, behind.isOpen, behind.gap == 0 {
      return behind.shape.isHeadlineLike && behind.mark == .none
    }
    return next.isOpen && next.shape.isProse && lines.indices.contains { isPlainHeading($0, in: lines) }
  }

  /// Words of the paragraphs round a heading, at least.
  private static let paragraphWords = 8

  /// Whether a line is a few words without a mark at their end between paragraphs, as most headings are.
  private func isPlainHeading(_ index: Int, in lines: [PastedLine]) -> Bool {
    let line = lines[index]
    guard index > 0, index + 1 < lines.count, line.isOpen || line.isBody, line.mark == .none, line.gap > 0,
      lines[index + 1].gap > 0, line.shape.isHeadlineLike, line.shape.wordCount <= 8,
      !line.shape.startsLowercase, !leadsOn(line)
    else { return false }
    return [index - 1, index + 1].allSatisfy {
      lines[$0].shape.isProse && lines[$0].shape.wordCount >= Self.paragraphWords && !lines[$0].isRemoved
    }
  }

  /// Set off from what is above and right on top of a paragraph: a heading, however long.
  private func standsOnProse(_ index: Int, in lines: [PastedLine]) -> Bool {
    guard index + 1 < lines.count, lines[index].gap > 0 else { return false }
    let next = lines[index + 1]
    return next.gap == 0 && next.mark == .none && next.shape.isProse && !next.isRemoved && !next.isMetadata
  }

  /// What stands in one block of lines with the page's own above and below it is the page's too: the words between
  /// "Sign up for our newsletter" and "Enter your email address".
  private func labelWithinFurniture(_ lines: inout [PastedLine]) {
    let ofPage: [[PastedLine.Label]] = [[.removed(.pageFurniture)], [.removed(.relatedLink)]]
    for index in lines.indices.dropFirst().dropLast() where lines[index].isOpen && lines[index].gap == 0 {
      let above = lines[index - 1].labels
      let isButton = lines[index].shape.wordCount <= Self.buttonWords && !lines[index].shape.endsSentence
      // "WATCH | Uproar in the harbour:", the film's name, "1 day ago".
      let isAnnounced =
        lines[index - 1].shape.endsWithColon && above == [.removed(.relatedLink)]
        && lines[index + 1].isRemoved
        && lines[index].shape.isHeadlineLike
      guard lines[index + 1].gap == 0, !lines[index].shape.isLongProse,
        ofPage.contains(above) && lines[index + 1].labels == above || isAnnounced
          || isButton && lines[index - 1].isRemoved && lines[index + 1].isRemoved
      else { continue }
      lines[index].labels = above
    }
  }

  /// Words of a button or of what a form says of its fields, at most.
  private static let buttonWords = 3

  /// Lines below a colon that are a list though no mark says so, at least.
  private static let fewestItems = 2

  /// Lines in one block below a line that ends in a colon are what it announces, where the text goes on below: their marks
  /// were lost when the page was copied.
  ///
  /// Headlines of others stand so too, at the end of a page or with capitals.
  private func labelUnmarkedItems(_ lines: inout [PastedLine]) {
    for index in lines.indices.dropLast() where lines[index].isOpen && lines[index].shape.endsWithColon {
      let rest = lines[(index + 1)...]
      let end = rest.dropFirst().firstIndex { !$0.isOpen || $0.gap > 0 } ?? lines.count
      let items = lines[(index + 1)..<end]
      guard items.count >= Self.fewestItems, lines[index].mark == .none, lines[index].shape.wordCount > 2,
        items.allSatisfy(isPlainItem), lines[..<index].contains(where: { $0.isOpen && $0.shape.isLongProse }),
        lines[end...].first(where: { $0.isOpen })?.shape.isProse ?? false
      else { continue }
      for item in items.indices { lines[item].labels = [.paragraph] }
    }
  }

  private func isPlainItem(_ line: PastedLine) -> Bool {
    line.isOpen && line.mark == .none && !line.isLink && line.shape.wordCount >= 3
      && line.shape.capitalizedWords * 2 < line.shape.wordCount
  }

  private func isFollowedByProse(_ index: Int, in lines: [PastedLine]) -> Bool {
    guard let next = lines[(index + 1)...].first(where: { !$0.isRemoved && !$0.isMetadata }) else {
      return false
    }
    return next.isBody || next.shape.isProse || next.mark != .none || next.shape.endsWithColon
  }

  /// Right below a label such as "Read more", or below a teaser found so.
  private func isBesideTeasers(_ index: Int, in lines: [PastedLine]) -> Bool {
    guard index > 0, lines[index].shape.wordCount >= 4 else { return false }
    let before = lines[index - 1]
    // A headline that stands right below its label or button ends its box.
    let endsBox = before.gap == 0 && index > 1 && lines[index - 2].labels == before.labels
    if endsBox, lines[index].gap > 0 { return false }
    return before.labels == [.removed(.relatedLink)]
      && (before.shape.wordCount <= 4 || lines[index].gap == 0 && before.shape.isHeadlineLike)
  }

  /// Whether a headline right below the word for an advertisement has a heading of the text right below it, which needs no
  /// second one.
  private func isPromoted(_ index: Int, in lines: [PastedLine]) -> Bool {
    guard index > 0, index + 2 < lines.count, lines[index - 1].labels == [.removed(.advertisement)],
      lines[index...(index + 2)].allSatisfy({ $0.gap == 0 }), lines[index].shape.wordCount >= 5
    else { return false }
    let (heading, text) = (lines[index + 1], lines[index + 2])
    return heading.isOpen && heading.mark == .none && heading.shape.isHeadlineLike
      && !heading.shape.startsLowercase && heading.shape.wordCount <= 8 && text.isOpen
      && text.shape.isLongProse
  }

  /// The number of empty lines that most paragraphs have before them.
  private func usualGap(of lines: [PastedLine]) -> Int {
    var counts: [Int: Int] = [:]
    for line in lines where line.isOpen && line.shape.isProse { counts[min(line.gap, 9), default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first?.key ?? 1
  }

  /// Entries of a chronology, at least, where an empty line parts the day of each from its text, and where none does.
  private static let fewestEntries = (apart: 3, together: 2)

  /// Days alone in their line, each above a paragraph of the text and below one, are the headings of a chronology.
  ///
  /// The day above the first entry may be the page's; a reader's comment has a name above its day.
  private func labelDatedHeadings(_ lines: inout [PastedLine]) {
    guard let first = lines.firstIndex(where: \.isBodyLike) else { return }
    let days = lines.indices.filter { $0 > first && isDayAlone(lines[$0]) && headsProse($0, in: lines) }
    let areTogether = days.allSatisfy { lines[$0 + 1].gap == 0 }
    guard days.count >= (areTogether ? Self.fewestEntries.together : Self.fewestEntries.apart),
      Set(days.map { lines[$0].text }).count == days.count
    else { return }
    for index in days { lines[index].labels = [.heading(level: 2)] }
  }

  /// Whether a line is a day in words and no more, neither its time of day nor what it is the day of.
  private func isDayAlone(_ line: PastedLine) -> Bool {
    guard case .date(let date)? = line.labels.first, line.labels.count == 1 else { return false }
    return date.label == nil && date.otherWords == 0 && line.shape.digitCount <= 6
      && line.text.utf8.contains { $0 > 0x40 }
  }

  private func headsProse(_ index: Int, in lines: [PastedLine]) -> Bool {
    guard index + 1 < lines.count, lines[index].gap > 0, lines[index + 1].isBodyLike else { return false }
    return lines[..<index].last { !$0.isRemoved }?.isBodyLike ?? false
  }

  /// Words of a heading that quotes what somebody says below, at most.
  private static let quotedWords = 10

  /// Whether a line between paragraphs is a few words of somebody, in quotation marks and without a full stop: it heads
  /// what is told of them, and no box repeats it.
  private func isQuotedSubheading(_ index: Int, in lines: [PastedLine]) -> Bool {
    let line = lines[index]
    guard line.mark == .none, line.shape.wordCount <= Self.quotedWords, !line.shape.endsSentence,
      let first = line.text.first, let last = line.text.last, "\"“‘'«„".contains(first),
      "\"”’'»“".contains(last), index > 0, index + 1 < lines.count
    else { return false }
    let next = lines[index + 1]
    return line.gap > 0 && next.gap > 0 && next.isOpen && next.shape.isLongProse
      && lines[index - 1].isBodyLike
  }

  // MARK: Repeats

  /// The beginning of the text printed above the headline once more, as a summary, is no paragraph of its own.
  private func labelSummary(_ lines: inout [PastedLine]) {
    guard let title = lines.firstIndex(where: { $0.labels == [.removed(.repeatedTitle)] }),
      let summary = lines[..<title].firstIndex(where: { $0.isOpen && $0.shape.isLongProse }),
      lines[summary].shape.byteCount < 4000,
      let first = lines[title...].first(where: { $0.isOpen && $0.shape.isLongProse })
    else { return }
    let folded = FoldedWords(lines[summary].text, limit: 400).joined
    guard Self.contains(folded, first.words.joined) else { return }
    lines[summary].labels = [.removed(.repeatedText)]
  }

  /// Words of a deck, at most, and of those that tell something, at least.
  private static let deckLength = (most: 60, fewest: 6)
  /// Paragraphs below a deck of which one tells it again.
  private static let deckReach = 6

  /// A first paragraph that one of the next tells once more, nearly in its words, is the deck.
  private func labelRetoldDeck(_ lines: inout [PastedLine]) {
    let open = lines.indices.filter { lines[$0].isOpen && lines[$0].mark == .none && lines[$0].shape.isProse }
    guard let first = open.first, lines[first].shape.wordCount <= Self.deckLength.most,
      !startsWithQuote(lines[first]), !isReport(lines[first]), !lines[..<first].contains(where: \.isBody),
      lines[..<first].contains(where: \.tellsTitle)
    else { return }
    let words = Self.stems(of: lines[first])
    guard words.count >= Self.deckLength.fewest else { return }
    let isRetold = open.dropFirst().prefix(Self.deckReach).contains { index in
      let told = Self.stems(of: lines[index])
      return words.count(where: told.contains) * 10 >= words.count * 7
    }
    guard isRetold else { return }
    let hasDeck = lines.contains { $0.labels.contains { if case .deck = $0 { true } else { false } } }
    lines[first].labels = [hasDeck ? .removed(.repeatedText) : .deck(lines[first].text)]
  }

  /// Whether a line tells a weekday, or who says so: a report's first sentence does, and its deck hardly ever.
  private func isReport(_ line: PastedLine) -> Bool {
    let folded = FoldedWords(line.text, limit: 80)
    return words.weekdays.firstMatch(in: folded) != nil
      || folded.words.contains { words.reportingVerbs.contains($0.folded) }
  }

  /// The first letters of the longer words of a line.
  private static func stems(of line: PastedLine) -> Set<String> {
    Set(
      FoldedWords(line.text, limit: 120).words.lazy.map(\.folded).filter { $0.utf8.count > 3 }
        .map { String($0.prefix(6)) })
  }

  private func labelRepeats(_ lines: inout [PastedLine]) {
    var seen: Set<String> = []
    let open = lines.indices.filter { lines[$0].isOpen }
    for (place, index) in open.enumerated()
    where lines[index].shape.wordCount >= 5 && !isQuotedSubheading(index, in: lines) {
      let line = lines[index]
      if !seen.insert(line.text).inserted {
        lines[index].labels = [.removed(.repeatedText)]
      } else if line.shape.wordCount <= 40, isPullQuote(line, among: open, at: place, in: lines) {
        lines[index].labels = [.removed(.repeatedText)]
      }
    }
  }

  /// Words of a paragraph close by, set once more as a box.
  private func isPullQuote(_ line: PastedLine, among open: [Int], at place: Int, in lines: [PastedLine])
    -> Bool
  {
    guard line.words.words.count >= 6, line.words.words.count < 48 else { return false }
    let folded = line.words.joined
    for other in max(0, place - 4)...min(open.count - 1, place + 4) where other != place {
      let neighbour = lines[open[other]]
      guard neighbour.shape.wordCount > line.shape.wordCount + 3, neighbour.shape.byteCount < 4000 else {
        continue
      }
      if Self.contains(FoldedWords(neighbour.text, limit: 400).joined, folded) { return true }
    }
    return false
  }

  private static func contains(_ text: String, _ part: String) -> Bool {
    let (text, part) = (Array(text.utf8), Array(part.utf8))
    guard let first = part.first, text.count >= part.count else { return false }
    var index = 0
    while index + part.count <= text.count {
      if text[index] == first, text[index..<(index + part.count)].elementsEqual(part) { return true }
      index += 1
    }
    return false
  }
}
