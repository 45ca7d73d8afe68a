import DossierModel

/// Which of the dates on a page is the day of publication, of an update, of the visit.
///
/// A date is the publication's where a label says so, or where it stands below the title. One in the page's header,
/// with other words on its line or far above the title, is the day somebody looked at the page; where there is no
/// other, that of an agency's dateline counts. A wrong
/// publication date would move every "last week" of the text, so in doubt there is none.
struct PageDates: Sendable {
  private let words: PageWords
  private var published: Claim<EDTF>?
  private var updated: Claim<EDTF>?
  private var retrieved: Claim<EDTF>?

  /// Sorts the dates of a page; the days that its captions and its first sentences tell say how a date in numbers is to
  /// be read.
  init(
    of lines: [PastedLine], address: WebAddress?, dateline: CalendarDate? = nil,
    words: PageWords
  ) {
    self.words = words
    let lines = Self.inKnownOrder(lines, CaptionDays(words: words), address)
    let title =
      lines.firstIndex { line in
        line.labels.contains { if case .title = $0 { true } else { false } }
      } ?? 0
    let body = lines[title...].firstIndex(where: \.isBody) ?? lines.count
    var unlabelled: [(index: Int, date: PrintedDate)] = []
    var labelled: (index: Int, date: PrintedDate)?
    for (index, line) in lines.enumerated() {
      for case .date(let date) in line.labels {
        switch date.label {
        case .published: labelled = labelled ?? (index, date)
        case .updated: updated = updated ?? claim(date, "updated-label", line)
        case .retrieved: retrieved = retrieved ?? claim(date, "retrieved-label", line)
        case nil: unlabelled.append((index, date))
        }
      }
    }
    let copy = Self.firstCopy(ofTitleAt: title, in: lines)
    let below =
      unlabelled.filter { $0.index >= title && $0.index < body }
      + unlabelled.filter { (copy..<title).contains($0.index) && $0.date.otherWords == 0 }
      + Self.withoutOthers(unlabelled.filter { $0.index > body }, in: lines)
    if let labelled, labelled.index < body || !Self.isTold(in: unlabelled, from: title, to: body, of: lines) {
      published = claim(labelled.date, "published-label", lines[labelled.index])
    }
    if published == nil, let first = below.first {
      published = claim(first.date, "date-line", lines[first.index])
    }
    if published == nil, let date = address?.published { published = Self.claim(of: date, address) }
    takeHeaderDates(unlabelled.filter { $0.index < copy }, above: title, in: lines)
    if published == nil, let dateline {
      published = Claim(
        .date(dateline), basis: .stated, rule: Rule("dateline"), printed: lines.first(where: \.isBody)?.text)
    }
    if published == nil, let updated {
      published = Claim(
        updated.value, basis: .stated, rule: Rule("published-from-update-line"), printed: updated.printed)
    }
  }

  /// Whether a day stands between title and text, alone on its line or with the author: it is the page's own, whatever the
  /// labels of other texts say below.
  private static func isTold(
    in dates: [(index: Int, date: PrintedDate)], from title: Int, to body: Int, of lines: [PastedLine]
  ) -> Bool {
    dates.contains {
      $0.index > title && $0.index < body && ($0.date.otherWords == 0 || lines[$0.index].tellsAuthor)
    }
  }

  /// The days below the beginning of a text: those with most of it below them, or that of its foot, where it is one.
  ///
  /// Several days in the foot are those of comments and other texts.
  private static func withoutOthers(
    _ dates: [(index: Int, date: PrintedDate)], in lines: [PastedLine]
  ) -> [(index: Int, date: PrintedDate)] {
    guard let first = dates.first else { return [] }
    let text = lines.indices.filter { lines[$0].isBody && lines[$0].shape.isLongProse }
    if text.count(where: { $0 > first.index }) * 2 > text.count { return [first] }
    return Set(dates.map { EDTF.date($0.date.date) }).count == 1 ? dates : []
  }

  /// Index of the first line that ends in the title's words, as where a headline stands above the day and below it.
  private static func firstCopy(ofTitleAt title: Int, in lines: [PastedLine]) -> Int {
    guard lines.indices.contains(title), lines[title].shape.wordCount >= 4 else { return title }
    let words = lines[title].words.joined
    return lines[..<title].firstIndex { $0.words.joined.hasSuffix(words) } ?? title
  }

  /// Numeric dates that fit two calendars, read in the order that the page's other dates are printed in.
  ///
  /// Captions and text are gone through for pages with such dates only.
  private static func inKnownOrder(
    _ lines: [PastedLine], _ captionDays: CaptionDays, _ address: WebAddress?
  ) -> [PastedLine] {
    var orders: Set<PrintedDate.NumericOrder> = []
    var open: [AmbiguousDate] = []
    for label in lines.lazy.flatMap(\.labels) {
      if case .date(let date) = label, let order = date.order { orders.insert(order) }
      if case .ambiguousDate(let date) = label { open.append(date) }
    }
    guard !open.isEmpty else { return lines }
    let pictured = captionDays.days(in: lines)
    let paragraphs = captionDays.firstParagraphs(of: lines)
    func isTold(_ day: CalendarDay) -> Bool {
      pictured.contains(day) || captionDays.isToldFirst(day, in: paragraphs)
    }
    if open.contains(where: { isTold($0.dayFirst) }) { orders.insert(.dayFirst) }
    if open.contains(where: { isTold($0.monthFirst) }) { orders.insert(.monthFirst) }
    if orders.isEmpty, address?.published == nil {
      orders = Set(open.compactMap { captionDays.order(of: $0, in: paragraphs) })
    }
    guard let order = orders.first, orders.count == 1 else { return lines }
    var lines = lines
    for index in lines.indices {
      lines[index].labels = lines[index].labels.map {
        if case .ambiguousDate(let date) = $0 { .date(date.date(in: order)) } else { $0 }
      }
    }
    return lines
  }

  func apply(to metadata: inout ArticleMetadata) {
    metadata.published = published
    metadata.updated = updated
    metadata.retrieved = retrieved
  }

  private mutating func takeHeaderDates(
    _ dates: [(index: Int, date: PrintedDate)], above title: Int, in lines: [PastedLine]
  ) {
    for (index, date) in dates {
      let value = EDTF.date(date.date)
      let others = [published, updated].compactMap { $0?.value }
      let agrees = others.contains(value)
      let isAlone =
        (date.otherWords == 0 || isBehindPlaceOrSection(date, at: index, in: lines)
          || index == title - 1 && isBesideFewWords(date, on: lines[index]))
        && title - index <= (isLabelled(lines[title]) ? Self.printoutLines : Self.linesAboveTitle)
        && lines[index].labels.count == 1 || isOfIssue(date, on: lines[index])
      if others.isEmpty, !tellsAmbiguousDay(lines), isAlone, !isOfClock(lines[index]),
        !isAmongButtons(lines[index])
      {
        published = claim(date, "date-line", lines[index])
      } else if !agrees {
        retrieved = retrieved ?? claim(date, "page-header-date", lines[index])
      }
    }
  }

  /// Lines from a day to the title below it, at most, and where an archive's printout lists what else it knows of the text.
  private static let linesAboveTitle = 2
  private static let printoutLines = 6

  /// Whether a title stands behind its label: "HEADLINE: Barge closes the harbour".
  private func isLabelled(_ title: PastedLine) -> Bool {
    guard case .title(let text)? = title.labels.first, title.text.utf8.count > text.utf8.count else {
      return false
    }
    return words.labels.match(in: title.words)?.value == .title
  }

  /// Words beside a day right above the title, at most.
  private static let besideDay = 4

  /// Whether a few words stand beside a day, as its section or author, and no number, as of the weather, nor an outlet.
  ///
  /// A page's clock tells the weekday, or a place and a comma before the day.
  private func isBesideFewWords(_ date: PrintedDate, on line: PastedLine) -> Bool {
    guard !date.hasWeekday, date.otherWords <= Self.besideDay, !line.shape.endsSentence,
      let dated = DateLineReader(words: words).dates(of: line.text), !dated.front.contains(",")
    else { return false }
    let told = FoldedWords(dated.rest)
    return LineShape(dated.rest).digitCount == 0 && words.outlets.firstMatch(in: told) == nil
      && !words.looksLikeOutlet(told)
  }

  /// Whether a line with a day and its weekday tells which page or number of a newspaper it heads.
  ///
  /// What browsers print above a page, "Page 1 of 3", tells the day of the visit.
  private func isOfIssue(_ date: PrintedDate, on line: PastedLine) -> Bool {
    guard date.hasWeekday, line.shape.wordCount <= Self.longestMasthead else { return false }
    let folded = line.words.words
    return folded.indices.dropLast().contains { index in
      words.issueWords.contains(folded[index].folded) && Self.isCount(folded[index + 1], in: line)
        && !isOfSeveral(index + 1, in: line)
    }
  }

  /// Whether a word holds a digit or is a number in Roman capitals.
  private static func isCount(_ word: FoldedWords.Word, in line: PastedLine) -> Bool {
    word.folded.utf8.contains { (0x30...0x39).contains($0) }
      || line.text.utf8.dropFirst(word.start).prefix(word.end - word.start).allSatisfy(
        "IVXLCDM".utf8.contains)
  }

  /// Whether a number tells how many there are behind it: "1 of 3", "1/3".
  private func isOfSeveral(_ index: Int, in line: PastedLine) -> Bool {
    let behind = line.words.words[(index + 1)...].prefix(2)
    guard let first = behind.first, let last = behind.last else { return false }
    if line.text.utf8.dropFirst(line.words.words[index].end).first == UInt8(ascii: "/") { return true }
    return behind.count == 2 && Int(last.folded) != nil
      && (words.openWords.contains(first.folded) || words.letterheadLinks.contains(first.folded))
  }

  /// Words of the head of a newspaper's page, at most.
  private static let longestMasthead = 24

  /// Lines of a letter's head above its day, at most.
  private static let letterheadLines = 6

  /// Words of the place that a letter's day stands behind, at most.
  private static let longestPlace = 3

  /// Whether a day without its weekday stands behind a place and a comma, below the office at the head of a letter, or
  /// behind the name of a section: "Aldmouth, 5 March 2018", "News 5 March 2018".
  ///
  /// Below an outlet's name it is the day of a visit. A page's clock tells the weekday, and often the place of its
  /// weather.
  private func isBehindPlaceOrSection(_ date: PrintedDate, at index: Int, in lines: [PastedLine]) -> Bool {
    let line = lines[index]
    guard !date.hasWeekday else { return false }
    let told = FoldedWords(DateLineReader(words: words).splittingGlued(line.text)).words
    if words.isSections(FoldedWords(words: Array(told.prefix(date.otherWords))))
      || words.isSections(FoldedWords(words: Array(told.suffix(date.otherWords))))
    {
      return true
    }
    guard lines[..<index].suffix(Self.letterheadLines).contains(where: words.isOfficeName),
      let comma = line.text.utf8.firstIndex(of: UInt8(ascii: ","))
    else { return false }
    let place = LineShape(String(line.text[..<comma]))
    return (1...Self.longestPlace).contains(place.wordCount) && place.wordCount == date.otherWords
      && place.isCapitalizedThroughout && place.digitCount == 0
  }

  /// Whether a blank before the comma shows that a page's clock put the date together: "Monday , March 5 2018".
  private func isOfClock(_ line: PastedLine) -> Bool { line.text.contains(" , ") }

  /// Whether dots or strokes part a day from a button of the page, as from no headline's day: "Listen live · Monday, March
  /// 5, 2018".
  private func isAmongButtons(_ line: PastedLine) -> Bool {
    LabelReader.splitParts(of: line.text).map { LabelReader.withoutCount(FoldedWords($0)) }.contains {
      words.furnitureLines.match(whole: $0) == .navigation && !words.isSections($0)
    }
  }

  /// Whether the page says when it was published, in numbers that fit two calendars: then a date in its header is
  /// the visit's.
  private func tellsAmbiguousDay(_ lines: [PastedLine]) -> Bool {
    lines.contains { line in
      line.labels.contains {
        if case .ambiguousDate(let date) = $0 { date.label == .published } else { false }
      }
    }
  }

  private func claim(_ date: PrintedDate, _ rule: String, _ line: PastedLine) -> Claim<EDTF> {
    Claim(.date(date.date), basis: .stated, rule: Rule(rule), printed: line.text)
  }

  private static func claim(of date: CalendarDate, _ address: WebAddress?) -> Claim<EDTF> {
    Claim(.date(date), basis: .stated, rule: Rule("url-path"), printed: address?.string)
  }
}
