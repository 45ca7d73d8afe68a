import DossierModel

/// Finds who published a text, by what the page says of itself.
///
/// In this order: what is printed as the outlet, the address, a notice, the copyright line, its own reporter, whom
/// people spoke to. Agencies lend their text to others, so a mention of one says nothing of who published it.
struct OutletRecognizer: Sendable {
  let words: PageWords
  private let datelines: DatelineReader

  init(words: PageWords) {
    self.words = words
    datelines = DatelineReader(words: words)
  }

  func outlet(of lines: [PastedLine], address: WebAddress?) -> String? {
    if let printed = labelledOutlet(in: lines) { return canonical(printed) }
    if let address, let known = words.outlet(at: address.host) { return known }
    if let declared = copyrightHolder(in: lines) ?? noticeSubject(in: lines) ?? sourceLine(in: lines)
      ?? ownByline(in: lines) ?? masthead(of: lines)
    {
      return declared
    }
    if let owner = reporterOwner(in: lines) ?? ownName(in: lines) { return owner }
    if let coined = coinedName(of: lines) { return coined }
    let isNamed = lines.first.map { namesItself($0, in: lines) } ?? false
    return (isNamed ? nil : spokenTo(in: lines)) ?? address.map(\.host)
  }

  /// An outlet's own name where the printed form is known, else the form as printed.
  func canonical(_ name: String) -> String { words.outlet(named: name)?.name ?? name }

  /// The outlet that the text says to have its report from: "…, Press TV reported Thursday".
  func relays(in lines: [PastedLine]) -> [String] {
    var relays: [String] = []
    for line in lines.filter(\.isBody).prefix(3) {
      let folded = FoldedWords(line.text, limit: 160)
      for index in folded.words.indices.dropFirst()
      where words.reportingVerbs.contains(folded.words[index].folded) {
        guard isFollowedByDay(folded, index),
          let name = name(endingAt: index, in: line.text, folded), !relays.contains(name)
        else { continue }
        relays.append(name)
      }
    }
    return relays
  }

  /// The dateline that the text begins with, where it names an agency.
  func dateline(in lines: [PastedLine]) -> Dateline? {
    lines.lazy.filter(\.isBody).prefix(2).compactMap { datelines.dateline(of: $0.text) }.first
  }

  /// The day that a release's text begins with, though no agency stands beside it.
  func day(in lines: [PastedLine]) -> CalendarDate? {
    lines.first(where: \.isBody).flatMap { datelines.day(of: $0.text) }
  }

  /// Whether a line that is none of the text names somebody, as "Our Standards: the Wire's Principles" does.
  func isNamedByPage(_ outlet: String, in lines: [PastedLine]) -> Bool {
    lines.contains { line in
      guard isOwnWords(line) else { return false }
      return line.words.words.indices.contains {
        words.outlets.match(in: line.words, at: $0)?.value.name == outlet
      }
    }
  }

  private func isFollowedByDay(_ folded: FoldedWords, _ index: Int) -> Bool {
    (index + 1...index + 2).contains { words.weekdays.match(in: folded, at: $0) != nil }
  }

  /// The outlet whose name ends right before a word: a known one, or capitalized words one of which only outlets have.
  private func name(endingAt end: Int, in text: String, _ folded: FoldedWords) -> String? {
    for start in max(0, end - 5)..<end {
      if let found = words.outlets.match(in: folded, at: start), start + found.count == end,
        folded.words[end - 1].isCapitalized(in: text)
      {
        return found.value.name
      }
    }
    var start = end
    while start > 0, end - start < 5, folded.words[start - 1].isCapitalized(in: text) { start -= 1 }
    guard start < end, folded.words[start..<end].contains(where: { words.outletWords.contains($0.folded) })
    else {
      return nil
    }
    return slice(text, folded.words[start].start, folded.words[end - 1].end)
  }

  // MARK: What says it

  private func labelledOutlet(in lines: [PastedLine]) -> String? {
    let foot = lines.lastIndex(where: \.isBody) ?? lines.count
    for (index, line) in lines.enumerated() {
      for case .outlet(let name) in line.labels {
        // Below the text the name of a section may be an outlet's too; the page tells its own at its top.
        guard index > foot, let first = lines.first, !first.isBody,
          let known = words.outlets.match(whole: first.words), !known.isAgency
        else { return name }
        return known.name
      }
    }
    return nil
  }

  /// "© 2019 The Herald. All rights reserved."
  private func copyrightHolder(in lines: [PastedLine]) -> String? {
    let text = lines.lastIndex(where: \.isBody) ?? 0
    for (index, line) in lines.enumerated()
    where line.isRemoved && (line.text.hasPrefix("©") || tellsCopyright(line)) {
      // Above the text the sign without a year says whose a picture is.
      if index < text, line.shape.digitCount == 0 { continue }
      let folded = line.words
      guard
        let start = folded.words.firstIndex(where: {
          !$0.folded.utf8.allSatisfy { (0x30...0x39).contains($0) } && !isCreditWord($0, in: line.text)
        })
      else { continue }
      if let known = words.outlets.match(in: folded, at: start)?.value {
        if known.isAgency { continue }
        return known.name
      }
      guard let end = capitalizedRun(from: start, in: line.text, folded, linked: true) else { continue }
      let name = slice(line.text, folded.words[start].start, folded.words[end].end)
      if isCompany(folded.words[start...end]), let masthead = masthead(of: lines, ownedBy: name) {
        return masthead
      }
      // "© Jane Doe/Press Service": whose the picture is.
      if name.utf8.contains(UInt8(ascii: "/")) || isFormula(folded.words[start...end], name) { continue }
      return masthead(of: lines, beginningWith: name)
        ?? magazine(of: lines, publishedBy: folded.words[start...end], name) ?? canonical(name)
    }
    return nil
  }

  /// Whether several words are all in capitals and none is an outlet's: "ALL RIGHTS RESERVED" in whatever language.
  private func isFormula(_ run: ArraySlice<FoldedWords.Word>, _ name: String) -> Bool {
    run.count > 1 && !LineShape(name).hasLowercase && !run.contains { words.outletWords.contains($0.folded) }
  }

  /// "Copyright 2019 The Herald".
  private func tellsCopyright(_ line: PastedLine) -> Bool {
    guard let first = line.words.words.first, line.words.words.count > 1, isCreditWord(first, in: line.text)
    else {
      return false
    }
    return line.words.words[1].folded.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// An outlet that signs the text as its author; an agency signs for others.
  private func ownByline(in lines: [PastedLine]) -> String? {
    for line in lines {
      for case .bylines(let names) in line.labels {
        for name in names {
          if let known = words.outlet(named: name), !known.isAgency { return known.name }
          if words.outlet(named: name) == nil, isMasthead(name, of: lines) { return name }
        }
      }
    }
    return nil
  }

  /// Whether a name has words of outlets' names and is the whole first line of a page.
  private func isMasthead(_ name: String, of lines: [PastedLine]) -> Bool {
    guard let first = lines.first, !first.isBody, first.words.joined == FoldedWords(name).joined else {
      return false
    }
    return words.looksLikeOutlet(first.words)
  }

  /// A known name that is the whole first line of a page, an agency's too: "TASS"; or one with the words of outlets'
  /// names that stands on a line of its own once more.
  private func masthead(of lines: [PastedLine]) -> String? {
    guard let first = lines.first, !first.isBody else { return nil }
    if let known = words.outlets.match(whole: first.words) ?? outletBeforeButton(first) { return known.name }
    let isRepeated = lines.dropFirst().contains { !$0.isBody && $0.words.joined == first.words.joined }
    guard first.shape.wordCount <= Self.longestName else { return nil }
    return words.looksLikeOutlet(first.words) && (isRepeated || namesItself(first, in: lines))
      ? first.text : nil
  }

  /// A known name with nothing but a button behind it: "The Herald Homepage".
  private func outletBeforeButton(_ line: PastedLine) -> PageWords.KnownOutlet? {
    guard let known = words.outlets.match(in: line.words), known.count < line.words.words.count else {
      return nil
    }
    let button = FoldedWords(words: Array(line.words.words[known.count...]))
    return words.furnitureLines.match(whole: button) == .navigation && !words.isSections(button)
      ? known.value : nil
  }

  /// Whether the first line has its article, and a line of the page's own says it amid other words: "The Anvil", "Write to
  /// the letters page of The Anvil".
  ///
  /// A series may be called so too, "Sign up to The Long View"; then whom people in the text spoke to is no sure outlet
  /// either.
  private func namesItself(_ first: PastedLine, in lines: [PastedLine]) -> Bool {
    guard let article = first.words.words.first, words.articles.contains(article.folded),
      first.words.words.count > 1, first.shape.isCapitalizedThroughout,
      first.labels == [.removed(.navigation)]
    else { return false }
    return lines.dropFirst().contains { line in
      guard isOwnWords(line), line.words.words.count > first.words.words.count else { return false }
      return line.text.contains(" " + first.text + " ") || line.text.hasSuffix(" " + first.text)
    }
  }

  /// Words of an outlet's name, at most.
  private static let longestName = 5

  /// "© 2019 Copyright The Herald": the sign and the word say the same.
  private func isCreditWord(_ word: FoldedWords.Word, in text: String) -> Bool {
    words.photoCreditLabels.match(whole: FoldedWords(slice(text, word.start, word.end))) != nil
  }

  /// The name that the page's own lines call themselves by, the most often printed first.
  ///
  /// Teasers and captions are not the page's own words: they name whom they like.
  private func ownName(in lines: [PastedLine]) -> String? {
    var counts: [String: Int] = [:]
    var order: [String] = []
    let authors = Self.authors(in: lines)
    // A row of sections is no name; the head of a printed page has its day in a row with the name.
    for line in lines where isOwnWords(line) && (!line.isRow || line.tellsDate) {
      let joined = line.words.joined
      let isBiography = authors.contains { joined.hasPrefix($0 + " ") }
      // Whom an author writes for, a biography tells first; then, whom else.
      let end = isBiography ? Self.firstSentenceEnd(of: line.text) : line.text.utf8.count
      for index in line.words.words.indices where line.words.words[index].end <= end {
        guard index == 0 || mayBeOwn(behind: line.words.words[index - 1], in: line.text),
          !isOfOffice(index, in: line.words), !isBeforeArticle(index, in: line.words),
          let name = outletName(at: index, in: line.text, line.words)
        else { continue }
        if counts[name] == nil { order.append(name) }
        counts[name, default: 0] += 1
      }
    }
    return order.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) }
  }

  /// Whether what stands at a word is what an office is for: "Ministry of Foreign Affairs".
  private func isOfOffice(_ index: Int, in folded: FoldedWords) -> Bool {
    index > 1 && words.letterheadWords.contains(folded.words[index - 2].folded)
      && words.openWords.contains(folded.words[index - 1].folded)
  }

  /// Whether a name's article follows a word, which then is a button's: "Follow The Herald".
  private func isBeforeArticle(_ index: Int, in folded: FoldedWords) -> Bool {
    index + 1 < folded.words.count && words.articles.contains(folded.words[index + 1].folded)
  }

  private static func firstSentenceEnd(of text: String) -> Int {
    let bytes = Array(text.utf8)
    return bytes.indices.dropLast().first { bytes[$0] == 0x2E && bytes[$0 + 1] == 0x20 } ?? bytes.count
  }

  private static func authors(in lines: [PastedLine]) -> Set<String> {
    Set(
      lines.flatMap { line in
        line.labels.flatMap { label -> [String] in if case .bylines(let names) = label { names } else { [] } }
      }.map { FoldedWords($0).joined })
  }

  /// Whether what stands behind a word may be the page's own name: "in partnership with the Herald" names another.
  private func mayBeOwn(behind word: FoldedWords.Word, in text: String) -> Bool {
    !word.isCapitalized(in: text) && !words.conjunctions.contains(word.folded)
  }

  private func isOwnWords(_ line: PastedLine) -> Bool {
    if line.labels == [.notice] { return true }
    for label in line.labels {
      switch label {
      case .removed(.navigation), .removed(.pageFurniture), .date, .ambiguousDate: return true
      default: continue
      }
    }
    return false
  }

  /// The name that a notice begins with: "RFE/RL has been declared …".
  private func noticeSubject(in lines: [PastedLine]) -> String? {
    for line in lines where line.labels == [.notice] {
      let folded = FoldedWords(line.text, limit: 24)
      guard let found = words.outlets.match(in: folded), !found.value.isAgency else { continue }
      return found.value.name
    }
    return nil
  }

  /// "Source: Al Jazeera, News Agencies": the first of several, where it is no agency; "Source: The Herald": the only one,
  /// where it has words of outlets' names.
  private func sourceLine(in lines: [PastedLine]) -> String? {
    for line in lines {
      for case .credits(let names) in line.labels {
        guard let first = names.first else { continue }
        if let known = words.outlet(named: first) {
          if !known.isAgency { return known.name }
        } else if names.count == 1, words.looksLikeOutlet(FoldedWords(first)) {
          return first
        }
      }
    }
    return nil
  }

  /// "The Herald's Jane Doe, reporting from Beirut".
  private func reporterOwner(in lines: [PastedLine]) -> String? {
    for line in lines where line.isBody {
      if let owner = possessiveOwner(in: line.text) { return owner }
    }
    return nil
  }

  /// A known outlet in the possessive before a person's name.
  private func possessiveOwner(in text: String) -> String? {
    let pieces = text.split(separator: " ")
    for (index, piece) in pieces.enumerated() where piece.hasSuffix("’s") || piece.hasSuffix("'s") {
      guard index + 2 < pieces.count, isUpper(pieces[index + 1]), isUpper(pieces[index + 2]) else { continue }
      for start in max(0, index - 3)...index {
        let name = (pieces[start..<index] + [piece.dropLast(2)]).joined(separator: " ")
        if let known = words.outlet(named: name), !known.isAgency, isUpper(pieces[start]) {
          return known.name
        }
      }
    }
    return nil
  }

  private func isUpper(_ word: Substring) -> Bool {
    word.unicodeScalars.first.map(LineShape.isUppercase) ?? false
  }

  /// "told KRTV": a station that no list knows may be whom people spoke to, and then the page is not sure to be the
  /// other's.
  private func initials(at index: Int, in text: String, _ folded: FoldedWords) -> String? {
    let word = folded.words[index]
    let bytes = text.utf8.dropFirst(word.start).prefix(word.end - word.start)
    guard (2...5).contains(bytes.count), bytes.allSatisfy({ (0x41...0x5A).contains($0) }) else { return nil }
    return String(decoding: Array(bytes), as: UTF8.self)
  }

  /// "told The Herald": the outlet that people spoke to, where it is one only and has its article.
  ///
  /// An agency's report tells whom others spoke to.
  private func spokenTo(in lines: [PastedLine]) -> String? {
    guard dateline(in: lines) == nil else { return nil }
    var found: [String] = []
    for line in lines where line.isBody {
      let folded = FoldedWords(line.text, limit: 400)
      for index in folded.words.indices.dropFirst()
      where words.tellingVerbs.contains(folded.words[index - 1].folded) {
        // "Told The Herald on Monday": an outlet names the day on which somebody spoke to another.
        if let name = outletName(at: index, in: line.text, folded)
          ?? initials(at: index, in: line.text, folded),
          !found.contains(name), !isFollowedByDay(folded, index + LineShape(name).wordCount - 1)
        {
          found.append(name)
        }
      }
    }
    guard let only = found.first, found.count == 1, only.utf8.contains(where: { $0 > 0x5A }) else {
      return nil
    }
    return only
  }

  private func outletName(at index: Int, in text: String, _ folded: FoldedWords) -> String? {
    guard folded.words[index].isCapitalized(in: text),
      let last = capitalizedRun(from: index, in: text, folded)
    else {
      return nil
    }
    // "The Herald Monday": the day of its issue.
    let day = (index...last).dropFirst().first { words.weekdays.match(in: folded, at: $0) != nil }
    let end = day.map { $0 - 1 } ?? last
    if let known = words.outlets.match(in: folded, at: index), index + known.count > end,
      folded.words[min(end + 1, folded.words.count)..<(index + known.count)].allSatisfy(Self.isNumber)
    {
      return known.value.isAgency ? nil : known.value.name
    }
    let run = folded.words[index...end]
    guard run.count >= 2, run.contains(where: { words.outletWords.contains($0.folded) }),
      // "Sign Up To Our Daily Newsletter".
      words.readerWords.firstMatch(in: FoldedWords(words: Array(run))) == nil,
      !words.isMenu(FoldedWords(words: Array(run))),
      !(index...end).contains(where: { words.months.match(in: folded, at: $0) != nil })
    else { return nil }
    let name = slice(text, folded.words[index].start, folded.words[end].end)
    // "News Code : 353188": a label.
    let mark = text.utf8.dropFirst(folded.words[end].end).first { $0 != 0x20 }
    return name.utf8.contains(UInt8(ascii: "/")) || mark == UInt8(ascii: ":") ? nil : name
  }

  /// Whether a word is a number, which has no capital: "24" of "France 24".
  private static func isNumber(_ word: FoldedWords.Word) -> Bool {
    word.folded.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Index of the last of the capitalized words that follow one another with single spaces between them.
  ///
  /// Where they are all of a name, "of" and the like may lead on to others: "Institute for Harbour Studies".
  private func capitalizedRun(
    from start: Int, in text: String, _ folded: FoldedWords, linked: Bool = false
  ) -> Int? {
    guard folded.words[start].isCapitalized(in: text) else { return nil }
    var end = start
    while end - start < 6 {
      guard let next = (end + 1..<end + (linked ? 3 : 2)).first(where: { isCapital($0, in: text, folded) }),
        (end + 1..<next).allSatisfy({ words.letterheadLinks.contains(folded.words[$0].folded) }),
        (end..<next).allSatisfy({ isBesideNext($0, in: text, folded, linked: linked) })
      else { break }
      end = next
    }
    return end
  }

  private func isCapital(_ index: Int, in text: String, _ folded: FoldedWords) -> Bool {
    folded.words.indices.contains(index) && folded.words[index].isCapitalized(in: text)
  }

  /// Whether a single blank stands between a word and the next, or the sign for "and" within a whole name.
  private func isBesideNext(_ index: Int, in text: String, _ folded: FoldedWords, linked: Bool) -> Bool {
    let between = slice(text, folded.words[index].end, folded.words[index + 1].start)
    return between.utf8.count == 1 && between != "|" || linked && between == " & "
  }

  func slice(_ text: String, _ start: Int, _ end: Int) -> String {
    String(decoding: text.utf8.dropFirst(start).prefix(end - start), as: UTF8.self)
  }
}
