import DossierModel
import DossierSource

/// Dates that do not stand beside the headline, or need more than their own words to be read.
extension PageDayFinder {
  /// The first of the values that is a date, in the form of machines or in a printed one; the first day of the
  /// machines' reckoning is what they write where they know none.
  func day(of values: [String], label: PageWords.DateLabel) -> Day? {
    for value in values where !value.hasPrefix("1970-01-01") {
      let day =
        CalendarDay(isoPrefix: value).map { CalendarDate($0) } ?? reader.dates(of: value)?.dates.first?.date
      if let day, day.exactDay != nil { return Day(day, printed: value, label: label, rule: "page-metadata") }
    }
    return nil
  }

  /// The day in the page's own address.
  func addressDay() -> Day? { addressDates.first { $0.date.exactDay != nil } }

  /// The month in the page's own address, where it names no day.
  func addressMonth() -> Day? { addressDates.first }

  private var addressDates: [Day] {
    declared.addresses.compactMap { address in
      WebAddress(address, months: words.months)?.published.map {
        Day($0, printed: address, rule: "page-address")
      }
    }
  }

  /// A date with a label, wherever the page has it: "Posted by … on …" at the foot.
  func labelledDay(_ label: PageWords.DateLabel) -> Day? {
    for (index, block) in structure.blocks.enumerated() where isOfArticle(block) {
      guard block.text.utf8.count <= 240, let date = line(at: index)?.dates.first, date.label == label,
        date.date.exactDay != nil
      else { continue }
      return Day(date.date, printed: block.text, label: label, rule: "page-printed-date")
    }
    return nil
  }

  /// The day that the article names as that of its first publication, where what stands at the headline is later:
  /// "This article was originally published on …" at the foot of one that was renewed.
  func firstPublication(before shown: Day) -> Day? {
    guard let later = shown.date.exactDay else { return nil }
    for (index, block) in structure.blocks.enumerated() where isOfArticle(block) {
      // Few blocks have a year, and hardly one of them the words: only then is it read for dates.
      guard block.text.utf8.count <= 300, block.text.holdsYear,
        words.firstPublications.firstMatch(in: FoldedWords(block.text)) != nil,
        let date = line(at: index)?.dates.first(where: { $0.label == .published }),
        let day = date.date.exactDay, day < later
      else { continue }
      return Day(date.date, printed: block.text, label: .published, rule: "page-first-published")
    }
    return nil
  }

  /// The one date that stands for itself on the page, where there is no other.
  func onlyDay() -> Day? {
    var found: Day?
    for block in structure.blocks where isOfArticle(block) && block.text.utf8.count < 240 {
      guard let day = partDay(in: block, labelledBy: nil) else { continue }
      if let found, found.date != day.date { return nil }
      found = day
    }
    return found
  }

  /// The day that is all of a part of a block, its parts being told apart by elements or by strokes and dots:
  /// "by Ann Poe | March 11, 2019 | Canals, Locks and Weirs".
  func partDay(in block: PageBlock, labelledBy label: PageWords.DateLabel?) -> Day? {
    guard block.text.holdsYear || block.text.holdsShortDate else { return nil }
    for index in block.node..<min(tree.nodes[block.node].end, block.node + 60) where tree.nodes[index].isText
    {
      for part in tree.nodes[index].text.unicodeScalars.split(whereSeparator: Self.separators.contains) {
        let text = String(String.UnicodeScalarView(part)).folded
        guard (6...60).contains(text.utf8.count), let line = reader.dates(of: text), line.rest.isEmpty,
          line.dates.count == 1, let date = line.dates.first, date.date.exactDay != nil
        else { continue }
        let own = date.label ?? words.dateLabels.match(in: FoldedWords(block.text))?.value
        guard own != .retrieved else { return nil }
        return Day(date.date, printed: block.text, label: own ?? label, rule: "page-printed-date")
      }
    }
    return nil
  }

  private static let separators: Set<Unicode.Scalar> = ["|", "•", "·", "∙", "●"]

  /// A date whose element is called so, outside of what leads elsewhere.
  func markedDay() -> Day? {
    for block in structure.blocks where isOfArticle(block) {
      if let day = timeElement(in: block, labelledBy: nil) { return day }
      guard tree.nodes[block.node].names.roles.contains(.date), block.text.utf8.count < 80,
        block.text.holdsYear, let date = reader.dates(of: block.text)?.dates.first?.date, date.exactDay != nil
      else { continue }
      return Day(date, printed: block.text, rule: "page-printed-date")
    }
    return nil
  }

  /// A month with its year that stands alone beside the headline, or the one that stands below a label anywhere:
  /// all that some reports tell.
  func printedMonth() -> Day? {
    var labelled: Day?
    for (index, block) in structure.blocks.enumerated() where block.text.utf8.count <= 60 {
      guard block.linkShare < 0.5, block.text.holdsYear, let month = reader.month(of: block.text) else {
        continue
      }
      let day = Day(month, printed: block.text, rule: "page-printed-month")
      if printedRange.contains(index) { return day }
      guard labelBefore(index) == .published else { continue }
      if let labelled, labelled.date != month { return nil }
      labelled = day
    }
    return labelled
  }

  /// The one day that the data of the page's scripts tell as that of publication: a page that is put together by
  /// scripts shows its dates only when they have run.
  ///
  /// What else such data holds, teasers for one, has days of its own; where they tell several nothing is taken.
  func scriptedDay() -> Day? {
    var found: Day?
    for value in declared.scriptedTimes() {
      guard let day = self.day(of: [value], label: .published) else { continue }
      if let found, found.date != day.date { return nil }
      found = Day(day.date, printed: value, label: .published, rule: "page-script-data", basis: .inferred)
    }
    return found
  }

  // MARK: - Numeric dates

  /// The numeric date beside the headline that fits two calendars, read in the order in which the page prints its
  /// other dates, or else in that of the place whose language it declares.
  func dayInPageOrder() -> Day? {
    guard let (date, block) = ambiguous, date.label != .updated, let order = orderOfPage else { return nil }
    return Day(
      date.date(in: order).date, printed: block.text, label: date.label, rule: "page-numeric-order",
      basis: .inferred)
  }

  private var orderOfPage: PrintedDate.NumericOrder? {
    var orders: Set<PrintedDate.NumericOrder> = []
    for (index, block) in structure.blocks.enumerated() where block.text.utf8.count <= 400 {
      for date in line(at: index)?.dates ?? [] {
        if let order = date.order { orders.insert(order) }
      }
    }
    if orders.isEmpty { orders = Set(declared.languages.compactMap(words.numericOrder(ofLanguage:))) }
    return orders.count == 1 ? orders.first : nil
  }
}
