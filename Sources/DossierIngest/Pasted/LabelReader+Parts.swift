import DossierModel

/// Lines of several things beside each other: who wrote a text, when, and for whom.
extension LabelReader {
  /// A short line of several things: "By Jane Doe | 23 January 2019 | 4 min read".
  func partsOfLine(_ line: PastedLine) -> [PastedLine.Label] {
    if isReadingTime(line.words) || isMenu(line) || isPictureCount(line.words) {
      return [.removed(.navigation)]
    }
    if isPlayersTimes(line.text) { return [.removed(.pageFurniture)] }
    let parts = parts(of: line.text)
    guard parts.count > 1 else { return datesAndBylines(of: line.text, isPart: false) }
    var labels: [PastedLine.Label] = []
    for part in parts {
      let words = FoldedWords(part)
      if self.words.furnitureLines.match(whole: Self.withoutCount(words)) != nil || isReadingTime(words) {
        continue
      }
      labels += datesAndBylines(of: part, isPart: true)
    }
    guard !labels.isEmpty else { return [] }
    if isAgencyInAuthorsPlace(parts[0], before: labels) {
      return [.bylines([parts[0]])] + labels
        + (parts.dropFirst().lazy.compactMap(publisher(named:)).first.map { [$0] } ?? [])
    }
    let own = Array(parts.drop { isCounted(FoldedWords($0)) })
    return (author(in: own, beside: labels).map { [.bylines([$0])] } ?? []) + labels
      + (parts.lazy.compactMap(publisher(named:)).first.map { [$0] } ?? [])
  }

  /// Whether a part counts what readers did: "12 Comments".
  private func isCounted(_ part: FoldedWords) -> Bool {
    let bare = Self.withoutCount(part)
    return bare.words.count < part.words.count && words.furnitureLines.match(whole: bare) != nil
  }

  /// Who wrote the text, in front of the outlet or the day: "Ann Poe · Coast News · Posted: Sep 25, 2019".
  ///
  /// A topic stands so before a day too: without the outlet it takes a given name.
  private func author(in parts: [String], beside labels: [PastedLine.Label]) -> String? {
    guard parts.count > 1 else { return nil }
    let shape = LineShape(parts[0])
    guard (2...4).contains(shape.wordCount), shape.isCapitalizedThroughout, shape.digitCount == 0,
      !labels.contains(where: Self.isByline),
      labels.contains(where: { if case .date = $0 { true } else { false } }),
      bylines.isName(parts[0]), outlet(named: parts[0]) == nil, !words.isMenu(FoldedWords(parts[0])),
      words.sections.match(in: FoldedWords(parts[0])) == nil
    else { return nil }
    let isBeforeOutlet = outlet(named: parts[1]) != nil
    let given = parts[0].split(separator: " ").first.map(String.init) ?? ""
    return isBeforeOutlet || words.isGivenName(given) ? parts[0] : nil
  }

  /// Whether an agency stands where authors do, in front of a day that says it is the publication's: "Wire · Posted: Oct
  /// 07, 2016".
  private func isAgencyInAuthorsPlace(_ name: String, before labels: [PastedLine.Label]) -> Bool {
    (words.outlet(named: name)?.isAgency ?? false) && !labels.contains(where: Self.isByline)
      && labels.contains { if case .date(let date) = $0 { date.label == .published } else { false } }
  }

  private static func isByline(_ label: PastedLine.Label) -> Bool {
    if case .bylines = label { true } else { false }
  }

  /// The outlet that is named beside who wrote a text and when, or the agency that it is from.
  private func publisher(named name: String) -> PastedLine.Label? {
    if let known = words.outlet(named: name) {
      return known.isAgency ? .credits([known.name]) : .outlet(known.name)
    }
    return outlet(named: name).map { .outlet($0) }
  }

  /// Where a player of sound or pictures stands, and how long it plays: "0:00 / 2:59".
  private func isPlayersTimes(_ text: String) -> Bool {
    let times = text.split { $0 == " " || $0 == "/" }
    return times.count > 1
      && times.allSatisfy { time in
        time.contains(":") && time.utf8.allSatisfy { (0x30...0x3A).contains($0) }
      }
  }

  /// Which of how many pictures is shown, once or for each: "1 of 3", "1 of 2 2 of 2".
  private func isPictureCount(_ folded: FoldedWords) -> Bool {
    let isNumber = { (word: FoldedWords.Word) in word.folded.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard folded.words.count >= 3, folded.words.count.isMultiple(of: 3) else { return false }
    return folded.words.indices.allSatisfy { index in
      index % 3 == 1
        ? folded.words[index].folded == folded.words[1].folded
          && words.openWords.contains(folded.words[1].folded) : isNumber(folded.words[index])
    }
  }

  /// A line of nothing but sections and buttons, or of several with others between them: "News Opinion Sport",
  /// "Share Facebook Twitter", "Home News Sport Letters E-Paper", "News > World".
  private func isMenu(_ line: PastedLine) -> Bool {
    guard !line.shape.endsSentence else { return false }
    let items = words.menuItems(of: line.words)
    if items.words == line.words.words.count { return items.count >= 2 }
    if isTrail(line.text) { return true }
    let begins = words.menuItem(in: line.words, at: 0) != nil
    return begins && items.count >= Self.sureItems && items.words * 2 >= line.words.words.count
      && line.shape.isCapitalizedThroughout
  }

  /// Sections and buttons that no headline of capitals is made of.
  private static let sureItems = 5

  /// A trail of crumbs, which begins with a section or has several short steps; it may end in the article's own title.
  private func isTrail(_ text: String) -> Bool {
    let steps = text.split { ">›»".contains($0) }.map { FoldedWords(String($0)) }
    guard steps.count > 1 else { return isStrokedTrail(text) }
    if words.menuItem(in: steps[0], at: 0) != nil { return true }
    return steps.count > 2 && steps.dropFirst().dropLast().allSatisfy { $0.words.count <= 3 }
      && steps.dropFirst().contains { words.sections.match(whole: $0) != nil }
  }

  /// Whether strokes part a line into three steps and more, of which the first is a section and none tells a day: "News /
  /// City / Barge closes the harbour".
  private func isStrokedTrail(_ text: String) -> Bool {
    guard let end = text.range(of: " / ")?.lowerBound, text.components(separatedBy: " / ").count > 2 else {
      return false
    }
    return words.isSections(FoldedWords(String(text[..<end]))) && dates.dates(of: text) == nil
  }

  private func parts(of line: String) -> [String] {
    guard line.utf8.contains(where: { $0 == UInt8(ascii: "|") || $0 == 0xC2 || $0 == 0xE2 }) else {
      return strokedParts(of: line) ?? partsBehindDay(of: line) ?? [line]
    }
    return Self.splitParts(of: line)
  }

  /// What strokes part a line into that ends in a day and begins with no section: "Jane Doe / HNS / Mar 5, 2018, 15:12".
  private func strokedParts(of line: String) -> [String]? {
    let parts = line.components(separatedBy: " / ")
    guard parts.count > 1, let last = parts.last, dates.dates(of: last)?.dates.first?.otherWords == 0,
      !words.isSections(FoldedWords(parts[0])), words.dateLabels.match(whole: FoldedWords(parts[0])) == nil,
      !parts[0].utf8.contains(where: { (0x30...0x39).contains($0) })
    else { return nil }
    return parts
  }

  /// What strokes part a line into whose first part is a day and no more, with no blank behind it: "March 5, 2018/0
  /// Comments/in Harbours".
  private func partsBehindDay(of line: String) -> [String]? {
    guard let stroke = line.firstIndex(of: "/"), line[..<stroke].last?.isNumber ?? false,
      dates.dates(of: String(line[..<stroke]))?.dates.first?.otherWords == 0
    else { return nil }
    return line.split(separator: "/").map { BylineReader.trimmed(String($0)) }.filter { !$0.isEmpty }
  }

  static func splitParts(of line: String) -> [String] {
    line.split { $0 == "|" || $0 == "•" || $0 == "·" }.map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
  }

  private func datesAndBylines(of text: String, isPart: Bool) -> [PastedLine.Label] {
    if isPart, let found = words.labels.match(in: FoldedWords(text)), found.value == .byline {
      let folded = FoldedWords(text)
      guard found.count < folded.words.count else { return [] }
      let rest = String(decoding: text.utf8.dropFirst(folded.words[found.count - 1].end), as: UTF8.self)
      return bylines.byline(of: rest).map { labels(of: $0) } ?? []
    }
    // Neither a date nor an age is told without a digit.
    guard text.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return [] }
    guard let line = dates.dates(of: text) else { return [] }
    if line.tellsAge {
      let shape = LineShape(text)
      let isAge = shape.wordCount <= 6 && !shape.endsSentence && shape.digitCount > 0
      return isAge ? [.removed(.movedToMetadata)] : []
    }
    if let signed = signature(in: text) { return line.dates.map { .date($0) } + signed }
    if let signed = namesAndOutlet(line.rest) {
      return line.dates.map { .date($0) } + labels(of: signed)
    }
    if let signed = listedSignature(in: text) { return line.dates.map { .date($0) } + labels(of: signed) }
    let rest = FoldedWords(line.rest)
    // A line of prose that tells a date is no date line.
    // A day that is printed several times leaves no doubt: "2 weeks ago Mar 5, 2018 March 5, 2018 10:37 AM in News".
    let isRepeated = line.dates.count > 1 && Set(line.dates.map { EDTF.date($0.date) }).count == 1
    guard rest.words.count <= (isRepeated ? 12 : 6),
      !(rest.words.count > 3
        && (LineShape(text).endsSentence || holdsSentence(text) || hasAgencyBehind(text)))
    else { return [] }
    return line.dates.map { .date($0) } + (line.ambiguous.map { [.ambiguousDate($0)] } ?? [])
      + bylineBeside(text, line)
  }

  /// "Jane Doe and Ann Poe – The Herald": who wrote the text and for whom, on the line of its date.
  private func signature(in text: String) -> [PastedLine.Label]? {
    let parts = text.split(whereSeparator: { "–—".contains($0) })
    guard parts.count == 2, let dated = dates.dates(of: String(parts[1])), !dated.dates.isEmpty,
      let outlet = outlet(named: BylineReader.trimmed(dated.rest)),
      let names = bylines.byline(of: BylineReader.trimmed(String(parts[0])))?.names,
      names.allSatisfy({ (2...4).contains(LineShape($0).wordCount) })
    else { return nil }
    return [.bylines(names), .outlet(outlet)]
  }

  /// Who wrote the text and where, for whom and when, with commas between: "Jane Doe in Port Ansel, The Herald, 5 March".
  ///
  /// Without the small word the first part may be a place. Below the beginning of a text such a line is a reference to
  /// another: "Fear Grows in Port Ansel, The Herald, 5 March".
  func listedSignature(in text: String) -> BylineReader.Byline? {
    let parts = text.split(separator: ",", maxSplits: 2).map { BylineReader.trimmed(String($0)) }
    guard parts.count == 3, dates.dates(of: parts[2])?.dates.first?.otherWords == 0,
      let byline = bylines.byline(of: parts[0]), let outlet = outlet(named: parts[1]),
      byline.names.allSatisfy({ (2...4).contains(LineShape($0).wordCount) }),
      let last = byline.names.last, !parts[0].hasSuffix(last),
      LineShape(parts[0]).wordCount - LineShape(parts[0]).capitalizedWords <= byline.names.count * 2
    else { return nil }
    return BylineReader.Byline(names: byline.names, outlet: outlet, dates: [])
  }

  /// Names with a known outlet behind them and nothing else but a count: "ANN POE and CARL DAHL Associated Press 0".
  private func namesAndOutlet(_ rest: String) -> BylineReader.Byline? {
    let text = rest.split(separator: " ").filter { !$0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
      .joined(separator: " ")
    let shape = LineShape(text)
    guard (4...14).contains(shape.wordCount), !shape.endsSentence, let byline = bylines.byline(of: text),
      byline.names.allSatisfy({ (2...4).contains(LineShape($0).wordCount) }),
      let last = byline.names.last, !text.hasSuffix(last),
      shape.wordCount - shape.capitalizedWords < byline.names.count
    else { return nil }
    return byline
  }

  private func outlet(named name: String) -> String? {
    words.outlet(named: name)?.name ?? (words.looksLikeOutlet(FoldedWords(name)) ? name : nil)
  }

  /// Words of a whole sentence with a date, at least.
  private static let datedSentence = 8

  /// Whether a sentence with its date ends within a line, and another begins.
  private func holdsSentence(_ text: String) -> Bool {
    guard let end = text.range(of: ". ")?.lowerBound, LineShape(text).interiorSentenceEnds > 0 else {
      return false
    }
    return LineShape(String(text[..<end])).wordCount >= Self.datedSentence
  }

  /// Whether an agency's name stands behind a sentence, as in a caption.
  private func hasAgencyBehind(_ text: String) -> Bool {
    guard let end = text.range(of: ". ", options: .backwards) else { return false }
    return words.outlet(named: String(text[end.upperBound...]))?.isAgency ?? false
  }

  /// "The Herald, 6 April 2022 — by Jane Doe": who wrote the text, on the line of its date.
  ///
  /// Or right behind it, with nothing between: "5 March 2018, 3:12 pm by Jane Doe".
  private func bylineBeside(_ text: String, _ line: DateLine) -> [PastedLine.Label] {
    let pieces = text.split(whereSeparator: { "—–,;".contains($0) }).dropFirst()
    for piece in pieces + [line.tail[...]] {
      let folded = FoldedWords(String(piece))
      guard let found = words.labels.match(in: folded), found.value == .byline,
        found.count < folded.words.count
      else { continue }
      let name = String(decoding: piece.utf8.dropFirst(folded.words[found.count - 1].end), as: UTF8.self)
      if let byline = bylines.byline(of: name) { return labels(of: byline) }
    }
    return []
  }

  /// "4 min read", "Reading time: 3 minutes".
  private func isReadingTime(_ folded: FoldedWords) -> Bool {
    guard folded.words.count <= 5, folded.words.count >= 2 else { return false }
    let numbers = folded.words.count { $0.folded.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard numbers == 1 else { return false }
    return words.readingTimes.match(whole: Self.withoutCount(folded)) != nil
  }
}
