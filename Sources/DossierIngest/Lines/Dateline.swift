import DossierModel

/// What the first paragraph of an agency's report begins with: "ALDMOUTH, March 3, 2018 (Wire) —", "LIVNA, March 3. /WIRE/."
struct Dateline: Sendable {
  let agency: PageWords.KnownOutlet
  /// Whether it tells the day of the report, as what an agency sends out does and what others print of it seldom.
  let tellsDay: Bool
  /// The day of the report where its year is told too.
  let date: CalendarDate?
}

/// Reads datelines that name an agency.
struct DatelineReader: Sendable {
  /// Bytes that a dateline has at most.
  private static let limit = 80

  private let words: PageWords
  private let dates: DateLineReader
  private let bylines: BylineReader

  init(words: PageWords) {
    self.words = words
    dates = DateLineReader(words: words)
    bylines = BylineReader(words: words)
  }

  func dateline(of paragraph: String) -> Dateline? {
    let head = Array(paragraph.utf8.prefix(Self.limit))
    if let plain = plain(in: head) { return plain }
    guard let name = bracketed(in: head) ?? slashed(in: head) else { return nil }
    let place = String(decoding: head[..<name.lowerBound].dropLast(), as: UTF8.self)
    guard let agency = agency(String(decoding: head[name], as: UTF8.self), behind: place) else { return nil }
    let date = dates.dates(of: place)?.dates.first?.date
    return Dateline(agency: agency, tellsDay: date != nil || tellsDay(place), date: date)
  }

  /// The whole day that a release begins with, behind its place in capitals and before a dash: "ALDMOUTH, Livonia – March 3,
  /// 2018 –".
  func day(of paragraph: String) -> CalendarDate? {
    let head = String(decoding: paragraph.utf8.prefix(Self.limit), as: UTF8.self)
    guard let first = head.split(whereSeparator: { " ,".contains($0) }).first, first.utf8.count > 1,
      first.allSatisfy({ $0.isLetter && $0.isUppercase })
    else { return nil }
    return [" – ", " — ", " -- ", " - "].lazy.compactMap { dash -> CalendarDate? in
      guard let end = head.range(of: dash, options: .backwards) else { return nil }
      let front = String(head[..<end.lowerBound])
      guard front.last?.isNumber ?? false,
        !FoldedWords(front).words.contains(where: { Self.isSmall($0, in: front) }),
        let line = self.dates.dates(of: front), line.dates.count == 1,
        EDTF.date(line.dates[0].date).day != nil,
        line.dates[0].otherWords <= Self.placeWords
      else { return nil }
      return line.dates[0].date
    }.first
  }

  private static func isSmall(_ word: FoldedWords.Word, in text: String) -> Bool {
    !word.isCapitalized(in: text) && !word.folded.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Words of a place and its country, at most.
  private static let placeWords = 5

  /// A name in brackets before a dash or a colon: "MOSCOW (AP) —".
  private func bracketed(in head: [UInt8]) -> Range<Int>? {
    guard let open = head.firstIndex(of: UInt8(ascii: "(")),
      let close = head.firstIndex(of: UInt8(ascii: ")")),
      open < close,
      head[(close + 1)...].first == UInt8(ascii: ":")
        || head[(close + 1)...].prefix(3).contains(where: { $0 == UInt8(ascii: "-") || $0 == 0xE2 })
    else { return nil }
    return open + 1..<close
  }

  /// A name between strokes, behind a full stop: "/TASS/".
  private func slashed(in head: [UInt8]) -> Range<Int>? {
    let slash = UInt8(ascii: "/")
    guard let open = head.indices.dropFirst().first(where: { head[$0] == slash && head[$0 - 1] == 0x20 }),
      let close = head[(open + 1)...].firstIndex(of: slash), close > open + 1, close + 1 < head.count,
      head[close + 1] == UInt8(ascii: ".") || head[close + 1] == 0x20
    else { return nil }
    return open + 1..<close
  }

  /// A place in capitals, a whole day and a name, with commas between them: "LIVNA, 3 March 2018, LPR".
  ///
  /// A full stop ends it.
  private func plain(in head: [UInt8]) -> Dateline? {
    guard let end = head.indices.dropLast().first(where: { head[$0] == 0x2E && head[$0 + 1] == 0x20 }),
      let comma = head[..<end].lastIndex(of: UInt8(ascii: ",")),
      let first = head.firstIndex(of: UInt8(ascii: ",")), first < comma
    else { return nil }
    let place = LineShape(String(decoding: head[..<first], as: UTF8.self))
    let name = BylineReader.trimmed(String(decoding: head[(comma + 1)..<end], as: UTF8.self))
    guard !place.hasLowercase, (1...4).contains(place.wordCount), place.digitCount == 0,
      words.outlet(named: name) != nil || !LineShape(name).hasLowercase && (2...6).contains(name.utf8.count),
      let date = dates.dates(of: String(decoding: head[first..<comma], as: UTF8.self))?.dates.first,
      EDTF.date(date.date).day != nil
    else { return nil }
    let agency = words.outlet(named: name) ?? PageWords.KnownOutlet(name: name, isAgency: true)
    return Dateline(agency: agency, tellsDay: true, date: date.date)
  }

  /// A known outlet, or behind a place in capitals what looks like the name of one.
  private func agency(_ name: String, behind place: String) -> PageWords.KnownOutlet? {
    if let known = words.outlet(named: name) { return known }
    guard !LineShape(place).hasLowercase, words.looksLikeOutlet(FoldedWords(name)), bylines.isName(name)
    else { return nil }
    return PageWords.KnownOutlet(name: name, isAgency: true)
  }

  /// Whether a month stands beside a number: "Sept 16", "16 September".
  private func tellsDay(_ place: String) -> Bool {
    let folded = FoldedWords(place)
    return folded.words.indices.contains { index in
      guard words.months.match(in: folded, at: index) != nil else { return false }
      return [index - 1, index + 1].contains {
        folded.words.indices.contains($0) && isNumber(folded.words[$0])
      }
    }
  }

  private func isNumber(_ word: FoldedWords.Word) -> Bool {
    word.folded.utf8.count <= 2 && word.folded.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}

extension ArticleMetadata {
  /// Takes an agency from a dateline: as the publisher, or as whom a text is from that another prints.
  mutating func add(_ dateline: Dateline, isPublishedByAgency: Bool) {
    if outlet == nil, isPublishedByAgency || !dateline.agency.isAgency {
      outlet = dateline.agency.name
    } else if dateline.agency.isAgency, !credits.contains(dateline.agency.name) {
      credits.append(dateline.agency.name)
    }
  }
}
