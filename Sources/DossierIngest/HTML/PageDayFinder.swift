import DossierModel
import DossierSource

/// Finds when an article was published: as the page prints it beside the headline, else as it declares it.
///
/// The printed date comes first, for it is what readers saw and what an editor can check; what machines are told is
/// often the day that a draft was begun or a page was moved.
struct PageDayFinder {
  /// A day that the page tells, with the words that tell it.
  struct Day {
    let day: CalendarDay
    let printed: String
    let label: PageWords.DateLabel?
    let rule: String
  }

  private let structure: PageStructure
  private let declared: PageMetadata
  private let words: PageWords
  private let reader: DateLineReader
  /// The block of the headline.
  private let headline: Int?
  /// The first block of the text.
  private let body: Int
  /// The dates printed beside the headline.
  private var printed: [Day] = []
  private var tree: HTMLTree { structure.tree }

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
  }

  func published() -> Day? {
    let shown =
      printed.first { $0.label == .published } ?? printed.first { $0.label == nil && !isDeclaredUpdate($0) }
    return shown.map(inDeclaredOrder) ?? day(of: declared.publishedTimes, label: .published)
      ?? labelledDay(.published) ?? printed.first ?? addressDay() ?? labelledDay(.updated) ?? markedDay()
      ?? onlyDay()
      ?? day(of: declared.modifiedTimes, label: .updated)
  }

  func updated() -> Day? {
    printed.first { $0.label == .updated } ?? day(of: declared.modifiedTimes, label: .updated)
  }

  /// Whether a date without a label is the day that the page declares to be that of its last change, and no other.
  private func isDeclaredUpdate(_ day: Day) -> Bool {
    let published = declared.publishedTimes.compactMap { CalendarDay(isoPrefix: $0) }
    guard !published.isEmpty, published.allSatisfy({ $0 < day.day }) else { return false }
    return declared.modifiedTimes.contains { CalendarDay(isoPrefix: $0) == day.day }
  }

  /// The date beside the headline that fits two calendars; nil where there is none.
  var dateInDoubt: String? {
    for index in printedRange {
      let block = structure.blocks[index]
      guard block.text.utf8.count <= 400, let line = line(at: index), let ambiguous = line.ambiguous,
        isDateline(line, of: block)
      else { continue }
      return ambiguous.text
    }
    return nil
  }

  /// A numeric date with month and day changed over, where that is the day that the page declares.
  private func inDeclaredOrder(_ day: Day) -> Day {
    guard let other = CalendarDay(year: day.day.year, month: day.day.day, day: day.day.month),
      other != day.day,
      (declared.publishedTimes + declared.modifiedTimes).contains(where: {
        CalendarDay(isoPrefix: $0) == other
      })
    else { return day }
    return Day(day: other, printed: day.printed, label: day.label, rule: day.rule)
  }

  /// Whether a block belongs to this article rather than to a teaser of another.
  private func isOfArticle(_ block: PageBlock) -> Bool {
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
  private var printedRange: Range<Int> {
    let anchor = headline ?? max(0, body - 12)
    return anchor..<max(anchor, min(structure.blocks.count, max(body + 3, anchor + 4), anchor + 60))
  }

  private func days(at index: Int) -> [Day] {
    let block = structure.blocks[index]
    guard block.text.utf8.count <= 400 else { return [] }
    var found: [Day] = []
    if let line = line(at: index), !line.dates.isEmpty, isDateline(line, of: block) {
      var previous = labelBefore(index)
      for date in line.dates {
        guard let day = date.date.exactDay else { continue }
        let label = date.label ?? previous
        previous = nil
        guard label != .retrieved else { continue }
        found.append(Day(day: day, printed: block.text, label: label, rule: "page-printed-date"))
      }
    }
    return found.isEmpty ? timeElement(in: block, labelledBy: labelBefore(index)).map { [$0] } ?? [] : found
  }

  private func line(at index: Int) -> DateLine? {
    let text = structure.blocks[index].text
    guard text.holdsYear else { return nil }
    return reader.dates(of: text)
  }

  /// Whether little else stands beside the date, or what stands there is marked as the date's place.
  private func isDateline(_ line: DateLine, of block: PageBlock) -> Bool {
    let rest = FoldedWords(line.rest).words.count
    let isMarked = tree.nodes[block.node].names.roles.contains(.date)
    if case .heading(let level) = block.kind, level == 1 { return rest == 0 }
    return rest <= (isMarked || line.dates.first?.label != nil ? 14 : 10) && !line.rest.endsSentence
      || line.dates.first?.label == .published
  }

  /// What the block before says that the date is of, where it is a label only: "Last updated:".
  private func labelBefore(_ index: Int) -> PageWords.DateLabel? {
    guard index > 0 else { return nil }
    let text = structure.blocks[index - 1].text
    return text.utf8.count < 40 ? words.dateLabels.match(whole: FoldedWords(text)) : nil
  }

  /// The day of a `<time>` whose text tells no date: "3 hours ago".
  private func timeElement(in block: PageBlock, labelledBy label: PageWords.DateLabel?) -> Day? {
    for index in block.node..<min(tree.nodes[block.node].end, block.node + 40) {
      guard tree.nodes[index].tag == "time", let value = tree.nodes[index].attribute("datetime"),
        let day = CalendarDay(isoPrefix: value)
      else { continue }
      let own = words.dateLabels.match(in: FoldedWords(block.text))?.value
      return Day(day: day, printed: value, label: own ?? label, rule: "page-time-element")
    }
    return nil
  }

  // MARK: - Other places

  /// The first of the values that is a date, in the form of machines or in a printed one.
  private func day(of values: [String], label: PageWords.DateLabel) -> Day? {
    for value in values {
      let day = CalendarDay(isoPrefix: value) ?? reader.dates(of: value)?.dates.first?.date.exactDay
      if let day { return Day(day: day, printed: value, label: label, rule: "page-metadata") }
    }
    return nil
  }

  /// The day in the page's own address.
  private func addressDay() -> Day? {
    for address in declared.addresses {
      if let day = WebAddress(address)?.published?.exactDay {
        return Day(day: day, printed: address, label: nil, rule: "page-address")
      }
    }
    return nil
  }

  /// A date with a label, wherever the page has it: "Posted by … on …" at the foot.
  private func labelledDay(_ label: PageWords.DateLabel) -> Day? {
    for (index, block) in structure.blocks.enumerated() where isOfArticle(block) {
      guard block.text.utf8.count <= 240, let date = line(at: index)?.dates.first, date.label == label,
        let day = date.date.exactDay
      else { continue }
      return Day(day: day, printed: block.text, label: label, rule: "page-printed-date")
    }
    return nil
  }

  /// The one date that stands for itself on the page, where there is no other.
  private func onlyDay() -> Day? {
    var found: Day?
    for (index, block) in structure.blocks.enumerated() where isOfArticle(block) && block.text.utf8.count < 60
    {
      guard let line = line(at: index), line.rest.isEmpty, let day = line.dates.first?.date.exactDay else {
        continue
      }
      if let found, found.day != day { return nil }
      found = Day(day: day, printed: block.text, label: nil, rule: "page-printed-date")
    }
    return found
  }

  /// A date whose element is called so, outside of what leads elsewhere.
  private func markedDay() -> Day? {
    for block in structure.blocks where isOfArticle(block) {
      if let day = timeElement(in: block, labelledBy: nil) { return day }
      guard tree.nodes[block.node].names.roles.contains(.date), block.text.utf8.count < 80,
        block.text.holdsYear,
        let day = reader.dates(of: block.text)?.dates.first?.date.exactDay
      else { continue }
      return Day(day: day, printed: block.text, label: nil, rule: "page-printed-date")
    }
    return nil
  }
}

extension String {
  /// Whether four digits that begin as a year of these centuries stand in the text: the quick look before reading dates.
  fileprivate var holdsYear: Bool {
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
  fileprivate var exactDay: CalendarDay? { day == nil ? nil : firstDay }
}
