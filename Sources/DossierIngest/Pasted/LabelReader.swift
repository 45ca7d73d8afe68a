import DossierModel

/// Labels the lines that say themselves what they are: by a label at their front, by the vocabulary, by their form.
///
/// Only lines that are no prose are looked at, but for the few words that nothing but a page says.
struct LabelReader: Sendable {
  let words: PageWords
  let dates: DateLineReader
  let bylines: BylineReader

  init(words: PageWords) {
    self.words = words
    dates = DateLineReader(words: words)
    bylines = BylineReader(words: words)
  }

  /// Whether a line that is a sentence may still be a page's, as far as its first words tell.
  func mayLabelSentence(_ text: String) -> Bool {
    guard let first = FoldedWords(text, limit: 1).words.first?.folded else { return false }
    guard
      words.labels.begins(with: first) || words.furniturePrefixes.begins(with: first)
        || words.furnitureLines.begins(with: first)
    else { return false }
    let front = FoldedWords(text, limit: 12)
    return words.labels.match(in: front) != nil || words.furniturePrefixes.match(in: front) != nil
      || words.furnitureLines.match(in: front) != nil
  }

  /// A paragraph parted from the credits at its end, "(Reporting by Jane Doe)".
  func partedCredits(of text: String) -> (text: String, credits: String)? {
    let bytes = Array(text.utf8)
    guard bytes.last == UInt8(ascii: ")"), let open = bytes.lastIndex(of: UInt8(ascii: "(")), open > 2,
      bytes[open - 1] == 0x20, let end = bytes[..<open].lastIndex(where: { $0 > 0x20 })
    else { return nil }
    let credits = String(decoding: bytes[open...], as: UTF8.self)
    guard let label = words.labels.match(in: FoldedWords(credits, limit: 6)), label.count > 1,
      label.value == .byline || label.value == .credits
    else { return nil }
    return (String(decoding: bytes[...end], as: UTF8.self), credits)
  }

  private func withPartedCredits(_ lines: [PastedLine]) -> [PastedLine] {
    guard let last = lines.lastIndex(where: { $0.text.utf8.last == UInt8(ascii: ")") && $0.mark == .none }),
      let parts = partedCredits(of: lines[last].text)
    else { return lines }
    var lines = lines
    let (gap, number) = (lines[last].gap, lines[last].number)
    lines[last] = PastedLine(
      text: parts.text, mark: .none, links: lines[last].links, gap: gap, number: number)
    lines.insert(PastedLine(text: parts.credits, mark: .none, gap: max(gap, 1), number: number), at: last + 1)
    return lines
  }

  /// "Published 5 March 2018 The harbour was closed": a label and its day in front of a text are a line of their own.
  private func withPartedDates(_ lines: [PastedLine]) -> [PastedLine] {
    var lines = lines
    for index in lines.indices.prefix(Self.headLines).reversed() {
      let line = lines[index]
      guard line.mark == .none, line.shape.wordCount >= 9, let end = labelledDateEnd(of: line) else {
        continue
      }
      let text = String(decoding: line.text.utf8.dropFirst(end).drop { $0 == 0x20 }, as: UTF8.self)
      let date = String(decoding: line.text.utf8.prefix(end), as: UTF8.self)
      lines[index] = PastedLine(text: date, mark: .none, gap: line.gap, number: line.number)
      lines.insert(
        PastedLine(text: text, mark: .none, links: line.links, gap: 1, number: line.number), at: index + 1)
    }
    return lines
  }

  /// Lines within which a date may stand in front of the text.
  static let headLines = 12

  /// Where a label with its whole date ends that a line begins with, and a text goes on behind it.
  private func labelledDateEnd(of line: PastedLine) -> Int? {
    guard let label = words.dateLabels.match(in: line.words) else { return nil }
    let ends = (label.count..<label.count + 4).lazy.prefix { $0 < line.words.words.count }.map {
      line.words.words[$0].end
    }
    let end = ends.first { end in
      let front = String(decoding: line.text.utf8.prefix(end), as: UTF8.self)
      return dates.dates(of: front)?.dates.first?.otherWords == 0
    }
    guard let end else { return nil }
    let rest = LineShape(String(decoding: line.text.utf8.dropFirst(end), as: UTF8.self))
    let next = line.text.utf8.dropFirst(end).first
    return next == 0x20 && rest.wordCount >= 6 && !rest.startsLowercase ? end : nil
  }

  func labelled(_ lines: [PastedLine]) -> [PastedLine] {
    var lines = withPartedBylines(withPartedDates(withPartedCredits(withPartedStamp(lines))))
    let entries = ChronologyLines(words: words).entries(in: lines)
    let text = lines.firstIndex { $0.shape.isLongProse } ?? lines.count
    var index = 0
    while index < lines.count {
      let next = index + 1 < lines.count ? lines[index + 1] : nil
      if let pair = labelledPair(lines[index], next) ?? namePair(at: index, in: lines) {
        lines[index].labels = pair.first
        lines[index + 1].labels = pair.second
        index += 1
      } else if index < text, let next, !isOfBox(index, in: lines), let dated = datedPair(lines[index], next)
      {
        lines[index].labels = [.removed(.movedToMetadata)]
        lines[index + 1].labels = dated
        index += 1
        // A page may tell the day once for the eye and once for those who have it read to them.
        if index + 1 < lines.count, lines[index + 1].text == next.text {
          lines[index + 1].labels = [.removed(.movedToMetadata)]
          index += 1
        }
      } else if lines[index].isOpen {
        let masthead = index < Self.mastheadLines ? gluedMasthead(lines[index]) : nil
        lines[index].labels = masthead ?? gluedByline(lines[index]) ?? labels(of: lines[index])
        if let next, beginsSentence(lines[index], before: next) { lines[index].labels = [] }
        if index > text, listedSignature(in: lines[index].text) != nil { lines[index].labels = [] }
        if entries.contains(index), lines[index].tellsDate, !lines[index].tellsAuthor {
          lines[index].labels = []
        }
      }
      index += 1
    }
    return lines
  }

  /// Words beside its date with which a line may begin a sentence, at least.
  private static let wordsBesideDate = 4

  /// Whether a line that has a date is the beginning of a sentence: the next line goes on with it in small letters.
  private func beginsSentence(_ line: PastedLine, before next: PastedLine) -> Bool {
    guard next.gap == 0, next.shape.startsLowercase, !line.tellsAuthor, next.mark == .none,
      next.shape.isProse || words.labels.match(in: next.words)?.value != .byline
    else {
      return false
    }
    return line.labels.contains {
      if case .date(let date) = $0 {
        date.label == nil && date.otherWords >= Self.wordsBesideDate
      } else {
        false
      }
    }
  }

  func labels(of line: PastedLine) -> [PastedLine.Label] {
    if let found = ownLabels(of: line) { return found }
    if isTicker(line.text) { return [.removed(.relatedLink)] }
    guard !line.shape.isLongProse || isParted(line), line.shape.byteCount <= 240 else { return [] }
    return partsOfLine(line)
  }

  /// Whether dots or strokes part a line into three and more, and the first names the author: what ends as a sentence, in
  /// "9.40 p.m.", is none.
  private func isParted(_ line: PastedLine) -> Bool {
    line.shape.interiorSentenceEnds == 0 && words.labels.match(in: line.words)?.value == .byline
      && Self.splitParts(of: line.text).count > 2
  }

  /// Headlines of others in one line, with dots between them.
  private func isTicker(_ text: String) -> Bool {
    guard text.unicodeScalars.contains("•") else { return false }
    let parts = text.split(separator: "•").map { LineShape(String($0)) }.filter { $0.wordCount > 0 }
    let headlines = parts.count { $0.wordCount >= 4 && $0.wordCount <= 30 && !$0.endsSentence }
    return headlines >= 3 && headlines * 4 >= parts.count * 3
  }

  /// What the words of a line say of themselves, whatever else stands in it.
  func ownLabels(of line: PastedLine) -> [PastedLine.Label]? {
    if line.mark == .picture {
      return line.shape.wordCount >= 4 ? [.caption(line.text, credit: nil)] : [.removed(.imageDescription)]
    }
    if let address = WebAddress(line.text) { return [.address(address.string)] }
    if isMessageSignature(line.text) { return [.paragraph] }
    if let signed = nameBesideMail(line) { return labels(of: signed) }
    // A letter alone is a button's: "f", "X".
    if line.mark == .none, line.words.words.count == 1, line.shape.digitCount == 0, line.shape.byteCount == 1
    {
      return [.removed(.navigation)]
    }
    if let reason = words.furnitureLines.match(whole: Self.withoutCount(line.words)),
      line.words.words.count <= 12
    {
      return [.removed(reason)]
    }
    if let found = behindLabel(line) { return found }
    if let found = furniture(line) { return found }
    if let names = contributors(of: line) { return [.credits(names)] }
    return nil
  }

  /// Who wrote a message that is shown within the text, and when: "— Ann Poe (@annpoe) April 5, 2018".
  private func isMessageSignature(_ text: String) -> Bool {
    guard text.utf8.first == 0xE2, text.hasPrefix("—"), let handle = text.range(of: "(@"),
      let close = text[handle.upperBound...].firstIndex(of: ")")
    else { return false }
    return text.utf8.count <= 160
      && text[handle.upperBound..<close].utf8.allSatisfy { $0 > 0x20 }
  }

  /// A count beside the words does not change what they are: "Comments 12", "12 comments".
  static func withoutCount(_ words: FoldedWords) -> FoldedWords {
    FoldedWords(words: words.words.filter { !isCount($0.folded) })
  }

  /// "12", and "3k" of "1.3k shares".
  private static func isCount(_ word: String) -> Bool {
    let digits = word.utf8.prefix { (0x30...0x39).contains($0) }.count
    return digits == word.utf8.count
      || digits > 0 && digits == word.utf8.count - 1 && [0x6B, 0x6D].contains(word.utf8.last)
  }

  /// "Source: …", "Original url: …", "With reporting by …".
  func behindLabel(_ line: PastedLine) -> [PastedLine.Label]? {
    guard let found = words.labels.match(in: line.words), found.count < line.words.words.count else {
      return nil
    }
    let rest = rest(of: line, behind: found.count)
    switch found.value {
    case .relay:
      guard line.shape.wordCount <= 40 else { return nil }
      return [.relays([BylineReader.trimmed(rest.text)])]
    case .credits:
      guard rest.hasSeparator || found.count > 1, line.shape.wordCount <= 45,
        line.shape.interiorSentenceEnds <= 2
      else { return nil }
      if found.count == 1, WebAddress(rest.text) == nil, line.shape.wordCount > 14 { return nil }
      if line.shape.endsSentence, goesOnAsSentence(rest.text) { return nil }
      let labels = labels(of: rest.text, behind: .credits)
      // "Source: Wire | 2018-03-05 14:05": the day is the page's own.
      let isParted = rest.text.utf8.contains(UInt8(ascii: "|"))
      let dated =
        isParted ? Self.splitParts(of: rest.text).compactMap { dates.dates(of: $0)?.dates.first } : []
      return labels.isEmpty ? nil : labels + dated.map { .date($0) }
    case .title, .deck, .address:
      guard rest.hasSeparator else { return nil }
      let labels = labels(of: rest.text, behind: found.value)
      return labels.isEmpty ? nil : labels
    case .byline:
      // "Author's profile".
      guard !hasApostrophe(line, in: found.count) else { return nil }
      guard rest.hasSeparator || found.count > 1 || !line.shape.isProse || endsInTime(rest.text) else {
        return nil
      }
      let labels = self.labels(of: rest.text, behind: .byline)
      return labels.isEmpty ? nil : labels
    }
  }

  /// Words of a sentence that belong to no name, at least, in one that only begins as credits do.
  private static let fewestPlainWords = 2

  /// Whether more than names and small words stand in front of the first mark that parts them from other credits.
  private func goesOnAsSentence(_ text: String) -> Bool {
    let first = String(text.prefix { $0 != ";" && $0 != "." })
    let bytes = Array(first.utf8)
    let plain = FoldedWords(first).words.count { word in
      (0x61...0x7A).contains(bytes[word.start]) && !words.openWords.contains(word.folded)
        && !words.conjunctions.contains(word.folded)
    }
    return plain >= Self.fewestPlainWords
  }

  /// The names before words such as "contributed to this report".
  private func contributors(of line: PastedLine) -> [String]? {
    guard line.shape.wordCount <= 60, line.shape.interiorSentenceEnds <= 2 else { return nil }
    guard let found = words.creditSuffixes.firstMatch(in: line.words), found.index > 0,
      endsWithPlace(line, from: found.index + found.count)
    else { return agencysContributors(of: line) }
    let before = line.text.utf8.prefix(line.words.words[found.index - 1].end)
    // Where the others reported from may stand in a sentence before.
    let sentence = Self.lastSentence(of: Array(before))
    guard !hasText(line, before: sentence) else { return nil }
    let names = bylines.creditedNames(in: String(decoding: sentence, as: UTF8.self))
    return names.isEmpty ? nil : names
  }

  /// The names of an agency's writers in a last sentence that ends in the verb: "Wire writer Jane Doe in Lund contributed".
  private func agencysContributors(of line: PastedLine) -> [String]? {
    guard let last = line.words.words.last, words.creditSuffixes.begins(with: last.folded) else { return nil }
    let bytes = Self.lastSentence(of: Array(line.text.utf8.prefix(last.start)))
    guard !hasText(line, before: bytes) else { return nil }
    let sentence = String(decoding: bytes, as: UTF8.self)
    let folded = FoldedWords(sentence)
    let helpers = bylines.creditedNames(in: sentence)
    if !helpers.isEmpty, folded.words.count <= Self.fewestTextWords,
      helpers.allSatisfy({ words.outlet(named: $0)?.isAgency ?? false })
    {
      return helpers
    }
    guard let agency = words.outlets.match(in: folded), agency.value.isAgency,
      words.bylineRoles.match(in: folded, at: agency.count) != nil
    else { return nil }
    let names = bylines.creditedNames(in: sentence)
    return names.isEmpty ? nil : names
  }

  /// Words of a sentence of the text before credits, at least.
  private static let fewestTextWords = 8

  /// Whether a sentence of the text stands before the last of a line, as one does that neither tells who reported from
  /// where nor speaks to readers.
  private func hasText(_ line: PastedLine, before sentence: ArraySlice<UInt8>) -> Bool {
    let before = FoldedWords(String(decoding: line.text.utf8.prefix(sentence.startIndex), as: UTF8.self))
    guard before.words.count >= Self.fewestTextWords else { return false }
    return !before.words.contains { words.reportingVerbs.contains($0.folded) }
      && words.readerWords.firstMatch(in: before) == nil && words.labels.match(in: before) == nil
  }

  private static func lastSentence(of bytes: [UInt8]) -> ArraySlice<UInt8> {
    let isEnd = { (index: Int) in
      index > 4 && bytes[index] == 0x20 && bytes[index - 1] == 0x2E && bytes[index - 3] > 0x2E
        && bytes[index - 4] > 0x2E
    }
    return bytes[(bytes.indices.last(where: isEnd) ?? 0)...]
  }

  /// Whether nothing follows but where somebody was: "contributed reporting from Port Ansel, and Ann Poe from Lund".
  private func endsWithPlace(_ line: PastedLine, from index: Int) -> Bool {
    let rest = line.words.words[index...]
    guard let first = rest.first else { return true }
    let places = rest.count { $0.folded == first.folded }
    return rest.count <= 7 * places && words.openWords.contains(first.folded)
      && !rest.contains {
        words.openWords.contains($0.folded) && $0.folded.utf8.count > 3 && $0.folded != first.folded
      }
  }

  func labels(of text: String, behind label: PageWords.LineLabel) -> [PastedLine.Label] {
    switch label {
    case .title: return [.title(text)]
    case .deck: return [.deck(text)]
    case .address: return WebAddress(text).map { [.address($0.string)] } ?? []
    case .relay: return [.relays([BylineReader.trimmed(text)])]
    case .credits:
      if let address = WebAddress(text) { return [.address(address.string)] }
      let names = bylines.creditedNames(in: text)
      return names.isEmpty ? [] : [.credits(names)]
    case .byline:
      guard let (authors, others) = withoutCredits(text) else {
        return bylines.byline(of: text).map { labels(of: $0) } ?? []
      }
      let names = bylines.creditedNames(in: others)
      return (bylines.byline(of: authors).map { labels(of: $0) } ?? [])
        + (names.isEmpty ? [] : [.credits(names)])
    }
  }

  /// "Jane Doe and Ann Poe; Editing by John Roe": those who wrote the text, and those whom it credits besides, whether
  /// a mark parts them or not.
  private func withoutCredits(_ text: String) -> (authors: String, others: String)? {
    if let parts = withoutAgencies(text) { return parts }
    guard let mark = text.utf8.firstIndex(of: UInt8(ascii: ";")) else {
      let folded = FoldedWords(text)
      let label = folded.words.indices.dropFirst(2).first {
        words.labels.match(in: folded, at: $0).map { $0.count > 1 && $0.value == .credits } ?? false
      }
      guard let label else { return nil }
      let others = text.utf8.index(text.startIndex, offsetBy: folded.words[label].start)
      return (BylineReader.trimmed(String(text[..<others])), String(text[others...]))
    }
    let rest = String(text[text.utf8.index(after: mark)...])
    guard words.labels.match(in: FoldedWords(rest, limit: 6)) != nil else { return nil }
    return (String(text[..<mark]), rest)
  }

  /// "Jane Doe | Wire", "Jane Doe (with Wire, Tass)", "Jane Doe with Wire": an author, and agencies behind a stroke, in
  /// brackets or behind the word for who helped.
  private func withoutAgencies(_ text: String) -> (authors: String, others: String)? {
    guard let mark = [" | ", " ("].compactMap({ text.range(of: $0) }).first ?? helpersMark(in: text) else {
      return nil
    }
    let others = String(text[mark.upperBound...].prefix { $0 != ")" })
    let names = bylines.creditedNames(in: others)
    guard !names.isEmpty, names.allSatisfy({ words.outlet(named: $0)?.isAgency ?? false }) else { return nil }
    return (String(text[..<mark.lowerBound]), others)
  }

  /// The word between names that other credits begin with too: "with".
  private func helpersMark(in text: String) -> Range<String.Index>? {
    let folded = FoldedWords(text)
    let word = folded.words.dropFirst().first {
      words.conjunctions.contains($0.folded) && words.labels.begins(with: $0.folded)
    }
    return word.map { word in
      text.utf8.index(
        text.startIndex, offsetBy: word.start)..<text.utf8.index(
          text.startIndex, offsetBy: word.end)
    }
  }

  func labels(of byline: BylineReader.Byline) -> [PastedLine.Label] {
    var labels: [PastedLine.Label] = [.bylines(byline.names)]
    if let outlet = byline.outlet { labels.append(.outlet(outlet)) }
    labels += byline.dates.map { .date($0) }
    if let date = byline.ambiguous { labels.append(.ambiguousDate(date)) }
    return labels
  }

  /// What of a line follows its first words, and whether a colon or stroke parts the two.
  private func rest(of line: PastedLine, behind count: Int) -> (text: String, hasSeparator: Bool) {
    let end = line.words.words[count - 1].end
    let rest = line.text.utf8.dropFirst(end)
    let separators: Set<UInt8> = [0x3A, 0x7C, 0x20, 0x2D, 0x2F, 0x3E]
    let head = rest.prefix {
      separators.contains($0) || $0 == 0xE2 || $0 == 0x80 || $0 == 0x93 || $0 == 0x94 || $0 == 0xC2
        || $0 == 0xBB
    }
    let separator = head.contains { $0 != 0x20 && $0 != 0x2D } || head.starts(with: [0x20, 0x2D, 0x20])
    return (String(decoding: rest.dropFirst(head.count), as: UTF8.self), separator)
  }

  private func furniture(_ line: PastedLine) -> [PastedLine.Label]? {
    if line.text.hasPrefix("©") || line.text.hasPrefix("(c) 2") || line.text.hasPrefix("(C) 2"),
      line.shape.wordCount <= 60
    {
      return [.removed(.pageFurniture)]
    }
    if tellsOwner(line) { return [.removed(.pageFurniture)] }
    // Somebody may say what a button does: "Register now," the mayor told them.
    if beginsWithButton(line) { return [.removed(.navigation)] }
    guard let found = words.furniturePrefixes.match(in: line.words),
      !(line.shape.isProse && line.text.first.map("\"“„«".contains) ?? false)
    else { return nil }
    let rest = rest(of: line, behind: found.count)
    guard !rest.text.isEmpty, found.value != .navigation || !endsOnButton(line) else {
      return [.removed(found.value)]
    }
    if rest.hasSeparator, line.shape.wordCount <= 40, line.shape.interiorSentenceEnds <= 1 {
      return [.removed(found.value)]
    }
    // "Copyright 2019 The Herald".
    let isOfYear = found.value == .pageFurniture && line.words.words.count > 1 && isYear(line.words.words[1])
    let behindYear = line.words.words.dropFirst(2).first
    if isOfYear, line.shape.wordCount <= 40, behindYear?.isCapitalized(in: line.text) ?? true {
      return [.removed(found.value)]
    }
    guard found.count > 1, !(line.shape.isProse && tellsWhoSpeaks(line, behind: found.count)) else {
      return nil
    }
    // So many words are a page's own, whatever follows: "A version of this article appears in print …".
    if found.count >= Self.plainCount { return [.removed(found.value)] }
    switch found.value {
    case .relatedLink, .advertisement:
      return line.shape.isProse ? nil : [.removed(found.value)]
    default:
      return line.shape.wordCount <= 35 && line.shape.interiorSentenceEnds <= 1
        ? [.removed(found.value)] : nil
    }
  }

  /// Whether somebody says something in a sentence that only begins as a page does: "Get the latest plans to us, she wrote".
  private func tellsWhoSpeaks(_ line: PastedLine, behind count: Int) -> Bool {
    line.words.words.dropFirst(count).contains {
      words.reportingVerbs.contains($0.folded) || words.tellingVerbs.contains($0.folded)
    }
  }

  /// Words of a line that asks readers to follow a page elsewhere, at most.
  private static let followWords = 10

  /// Whether a line that begins as a button does ends in another behind a small word: "Follow the Ledger on Twitter".
  private func endsOnButton(_ line: PastedLine) -> Bool {
    let folded = line.words.words
    guard (3...Self.followWords).contains(folded.count), !line.shape.endsSentence,
      folded[folded.count - 1].isCapitalized(in: line.text)
    else { return false }
    return words.openWords.contains(folded[folded.count - 2].folded)
      && words.furnitureLines.match(whole: FoldedWords(words: [folded[folded.count - 1]])) == .navigation
  }

  private func isYear(_ word: FoldedWords.Word) -> Bool {
    Int(word.folded).map { (1900...2100).contains($0) } ?? false
  }

  /// Labels of so many words begin no sentence of an article.
  static let plainCount = 6
}
