import DossierModel
import DossierSource

/// Finds when an article was published: as the page prints it beside the headline, else as it declares it.
///
/// The printed date comes first, for it is what readers saw and what an editor can check; what machines are told is
/// often the day that a draft was begun or a page was moved.
struct PageDayFinder {
  /// A day that the page tells, with the words that tell it; a month where no more is told.
  struct Day {
    let date: CalendarDate
    let printed: String
    let label: PageWords.DateLabel?
    let rule: String
    let basis: Basis

    init(
      _ date: CalendarDate, printed: String, label: PageWords.DateLabel? = nil, rule: String,
      basis: Basis = .stated
    ) {
      self.date = date
      self.printed = printed
      self.label = label
      self.rule = rule
      self.basis = basis
    }
  }

  let structure: PageStructure
  let declared: PageMetadata
  let words: PageWords
  let reader: DateLineReader
  /// The block of the headline.
  private let headline: Int?
  /// The first block of the text.
  private let body: Int
  /// The dates printed beside the headline.
  private var printed: [Day] = []
  /// The day of the first publication, where the date beside the headline is a later one.
  private var first: Day?
  var tree: HTMLTree { structure.tree }

  init(structure: PageStructure, declared: PageMetadata, words: PageWords, headline: Int?) {
    self.structure = structure
    self.declared = declared
    self.words = words
    self.headline = headline
    reader = DateLineReader(words: words)
    let start = (headline ?? -1) + 1
    body =
      structure.blocks[start...].firstIndex { $0.node > structure.core && $0.isProse && $0.linkShare < 0.5 }
      ?? structure.blocks[start...].firstIndex { $0.isProse } ?? structure.blocks.count
    printed = printedDays()
    if !printed.contains(where: { $0.label == .published }) { first = shownDay.flatMap(firstPublication) }
  }

  func published() -> Day? {
    if let shown = printed.first(where: { $0.label == .published }) { return inDeclaredOrder(shown) }
    if let shown = shownDay { return first ?? shown }
    if let day = day(of: declared.publishedTimes, label: .published) { return day }
    if let day = labelledDay(.published) ?? dayInPageOrder() ?? scriptedDay() ?? addressDay() { return day }
    let update = printed.first ?? labelledDay(.updated)
    return update.map(Self.takenForPublished) ?? markedDay() ?? onlyDay() ?? printedMonth()
      ?? addressMonth() ?? day(of: declared.modifiedTimes, label: .updated).map(Self.takenForPublished)
  }

  func updated() -> Day? {
    if let day = printed.first(where: { $0.label == .updated }) { return day }
    if first != nil { return shownDay }
    return day(of: declared.modifiedTimes, label: .updated)
  }

  /// The day on which the page was saved.
  func retrieved() -> Day? {
    guard let time = declared.savingTime, let day = day(of: [time], label: .retrieved) else { return nil }
    return Day(day.date, printed: time, label: .retrieved, rule: "page-saving-note")
  }

  /// The date that stands beside the headline without a word of what it is of.
  private var shownDay: Day? {
    printed.first { $0.label == nil && !isDeclaredUpdate($0) }.map(inDeclaredOrder)
  }

  /// The day of an update, where the page tells no other.
  private static func takenForPublished(_ day: Day) -> Day {
    Day(
      day.date, printed: day.printed, label: day.label, rule: "update-time→published", basis: day.basis)
  }

  /// Whether a date without a label is the day that the page declares to be that of its last change, and no other.
  private func isDeclaredUpdate(_ day: Day) -> Bool {
    let published = declared.publishedTimes.compactMap { CalendarDay(isoPrefix: $0) }
    guard let shown = day.date.exactDay, !published.isEmpty, published.allSatisfy({ $0 < shown }) else {
      return false
    }
    return declared.modifiedTimes.contains { CalendarDay(isoPrefix: $0) == shown }
  }

  /// The date beside the headline that fits two calendars; nil where there is none.
  var dateInDoubt: String? {
    ambiguous?.date.text
  }

  var ambiguous: (date: AmbiguousDate, block: PageBlock)? {
    for index in printedRange {
      let block = structure.blocks[index]
      guard block.text.utf8.count <= 400, let line = line(at: index), let ambiguous = line.ambiguous,
        ambiguous.label != .retrieved, isDateline(line, of: block)
      else { continue }
      return (ambiguous, block)
    }
    return nil
  }

  /// A numeric date with month and day changed over, where that is the day that the page declares.
  private func inDeclaredOrder(_ day: Day) -> Day {
    guard let shown = day.date.exactDay,
      let other = CalendarDay(year: shown.year, month: shown.day, day: shown.month), other != shown,
      (declared.publishedTimes + declared.modifiedTimes).contains(where: {
        CalendarDay(isoPrefix: $0) == other
      })
    else { return day }
    return Day(CalendarDate(other), printed: day.printed, label: day.label, rule: day.rule)
  }

  /// Whether a block belongs to this article rather than to a teaser of another.
  func isOfArticle(_ block: PageBlock) -> Bool {
    guard structure.exclusion[block.node] == .relatedLink else { return true }
    guard let headline else { return false }
    return structure.excludedBox(of: block.node) == structure.excludedBox(of: structure.blocks[headline].node)
  }

  // MARK: - Printed dates

  /// The dates between the headline and the text, and closely before the headline.
  private func printedDays() -> [Day] {
    var days: [Day] = []
    for index in printedRange { days += self.days(at: index) }
    if days.isEmpty {
      let anchor = printedRange.lowerBound
      for index in (max(0, anchor - 8)..<anchor).reversed() { days += self.days(at: index) }
    }
    return days
  }

  /// The blocks from the headline to the first of the text.
  var printedRange: Range<Int> {
    let anchor = headline ?? max(0, body - 12)
    return anchor..<max(anchor, min(structure.blocks.count, max(body + 3, anchor + 4), anchor + 60))
  }

  private func days(at index: Int) -> [Day] {
    let block = structure.blocks[index]
    guard block.text.utf8.count <= 400 else { return [] }
    var found: [Day] = []
    if let line = line(at: index), !line.dates.isEmpty, isDateline(line, of: block) {
      var previous = labelBefore(index)
      let marked = line.dates.count == 1 ? markedLabel(of: block) : nil
      for date in line.dates {
        guard date.date.exactDay != nil else { continue }
        let label = date.label ?? previous ?? marked
        previous = nil
        guard label != .retrieved else { continue }
        found.append(Day(date.date, printed: block.text, label: label, rule: "page-printed-date"))
      }
    }
    guard found.isEmpty else { return found }
    return
      (timeElement(in: block, labelledBy: labelBefore(index))
      ?? partDay(in: block, labelledBy: labelBefore(index)))
      .map { [$0] } ?? []
  }

  func line(at index: Int) -> DateLine? {
    let text = structure.blocks[index].text
    guard text.holdsYear || text.holdsShortDate else { return nil }
    return reader.dates(of: text)
  }

  /// Whether little else stands beside the date, or what stands there is marked as the date's place.
  func isDateline(_ line: DateLine, of block: PageBlock) -> Bool {
    let rest = FoldedWords(line.rest).words.count
    let isMarked = tree.nodes[block.node].names.roles.contains(.date)
    if case .heading(let level) = block.kind, level == 1 { return rest == 0 }
    return rest <= (isMarked || line.dates.first?.label != nil ? 14 : 10) && !line.rest.endsSentence
      || line.dates.first?.label == .published
  }

  /// What the block before says that the date is of, where it is a label only: "Last updated:".
  func labelBefore(_ index: Int) -> PageWords.DateLabel? {
    guard index > 0 else { return nil }
    let text = structure.blocks[index - 1].text
    return text.utf8.count < 40 ? words.dateLabels.match(whole: FoldedWords(text)) : nil
  }

  /// What the markup of a block says that its date is of, by schema.org's properties; classes say it less well, for
  /// `updated` is on every date of a page that keeps to hAtom.
  private func markedLabel(of block: PageBlock) -> PageWords.DateLabel? {
    for index in block.node..<min(tree.nodes[block.node].end, block.node + 40) {
      switch tree.nodes[index].attribute("itemprop")?.lowercased() {
      case "datepublished": return .published
      case "datemodified": return .updated
      default: continue
      }
    }
    return nil
  }

  /// The day of a `<time>` whose text tells no date: "3 hours ago".
  func timeElement(in block: PageBlock, labelledBy label: PageWords.DateLabel?) -> Day? {
    for index in block.node..<min(tree.nodes[block.node].end, block.node + 40) {
      guard tree.nodes[index].tag == "time", let value = tree.nodes[index].attribute("datetime"),
        let day = CalendarDay(isoPrefix: value)
      else { continue }
      let own = words.dateLabels.match(in: FoldedWords(block.text))?.value
      return Day(CalendarDate(day), printed: value, label: own ?? label, rule: "page-time-element")
    }
    return nil
  }
}

extension String {
  /// Whether a number of two digits stands behind two others, with the same mark between: "14.11.24", "3/14/19".
  var holdsShortDate: Bool {
    let bytes = utf8
    var groups: [Int] = []
    var mark: UInt8 = 0
    var digits = 0
    func isShort() -> Bool { groups.count >= 2 && digits == 2 && groups.suffix(2).allSatisfy { $0 <= 2 } }
    for byte in bytes {
      if (0x30...0x39).contains(byte) {
        digits += 1
      } else if digits > 0, byte == 0x2F || byte == 0x2E {
        groups = byte == mark ? groups + [digits] : [digits]
        (mark, digits) = (byte, 0)
      } else {
        if isShort() { return true }
        (groups, mark, digits) = ([], 0, 0)
      }
    }
    return isShort()
  }

  /// Whether four digits that begin as a year of these centuries stand in the text: the quick look before reading dates.
  var holdsYear: Bool {
    var digits = 0
    var lead: UInt8 = 0
    for byte in utf8 {
      if (0x30...0x39).contains(byte) {
        digits += 1
        if digits == 1 { lead = byte }
        if digits == 4, lead == 0x31 || lead == 0x32 { return true }
      } else {
        digits = 0
      }
    }
    return false
  }
}

extension CalendarDate {
  /// The day, where the date is exact to the day.
  var exactDay: CalendarDay? { day == nil ? nil : firstDay }
}
