import DossierModel

/// Finds what stands below the body: credits, notices, lines about the author, and what is left of the page.
struct FootReader: Sendable {
  let words: PageWords
  let bylines: BylineReader

  init(words: PageWords) {
    self.words = words
    bylines = BylineReader(words: words)
  }

  func labelled(_ lines: [PastedLine]) -> [PastedLine] {
    var lines = lines
    labelNotices(&lines)
    labelInitials(&lines)
    labelSignOff(&lines)
    labelSigned(&lines)
    labelBiographies(&lines)
    labelReachedAuthors(&lines)
    labelAuthorBoxes(&lines)
    labelNamedBiography(&lines)
    labelLastWords(&lines)
    labelBiographies(&lines)
    labelInvitations(&lines)
    labelLastTeasers(&lines)
    labelBrokenOff(&lines)
    labelSingleWords(&lines)
    lines = ChronologyLines(words: words).labelled(lines)
    labelRest(&lines)
    return lines
  }

  /// The lines with what the last of them say of the page: only what is sure, where others told the text from the rest.
  func belowText(_ lines: [PastedLine]) -> [PastedLine] {
    var lines = lines
    labelSigned(&lines)
    labelLastWords(&lines)
    return lines
  }

  // MARK: Last words

  /// Words of a paragraph that tells how to reach whom, at most.
  private static let longestContact = 60
  /// Words of one that speaks to readers, at most.
  static let longestInvitation = 45

  /// The last paragraphs that tell how to reach whoever wrote them, that ask readers for something, or that lead to what
  /// is not there any more.
  ///
  /// Tags below them have the page's label on top, "Topics"; a name right below a sentence signs it.
  private func labelLastWords(_ lines: inout [PastedLine]) {
    var last = textEnd(of: lines)
    var hasTags = false
    for index in lines.indices.dropFirst().reversed() {
      if lines[index].isRemoved || lines[index].isMetadata { continue }
      guard lines[index].isOpen, lines[index].mark == .none, !startsWithQuote(lines[index]),
        lines[..<index].contains(where: \.isBodyLike),
        tellsOfPage(lines[index], before: lines[(index + 1)...].first)
      else {
        guard isTag(lines[index]) || index > last else { return }
        hasTags = true
        continue
      }
      guard
        !hasTags || leadsToSite(lines[index]) || !isTag(lines[index + 1]) || lines[index + 1].isRow
          || isOfOthers(index + 1, in: lines)
      else { return }
      lines[index].labels = [.removed(.pageFurniture)]
      if index >= last { last = textEnd(of: lines) }
    }
  }

  /// Whether a few words are nobody's who signs what is above: an outlet's name is among them, "Support the Herald", or a
  /// headline of another article right below.
  private func isOfOthers(_ index: Int, in lines: [PastedLine]) -> Bool {
    if words.outlets.firstMatch(in: lines[index].words) != nil { return true }
    guard index + 1 < lines.count, lines[index + 1].isOpen else { return false }
    return lines[index + 1].shape.isHeadlineLike && lines[index + 1].shape.wordCount >= 5
  }

  /// Words of a tag or button below the text, at most.
  private static let tagWords = 4

  /// Whether an unlabelled line at the end is a few words and no sentence, as tags and buttons are.
  private func isTag(_ line: PastedLine) -> Bool {
    line.isOpen && line.mark == .none && line.shape.wordCount <= Self.tagWords && line.shape.isHeadlineLike
      && (!line.shape.startsLowercase || words.isSections(line.words))
  }

  static func authors(in lines: [PastedLine]) -> [String] {
    lines.flatMap(\.labels).flatMap { label -> [String] in
      if case .bylines(let names) = label { names } else { [] }
    }
  }

  /// Whether a paragraph tells readers what to do, or leads to what is not there, by its own words and the line below.
  func tellsOfPage(_ line: PastedLine, before next: PastedLine?) -> Bool {
    isContact(line) || invites(line) || leadsNowhere(line, before: next) || leadsToAppeal(line, before: next)
      || isPlea(line, before: next) || endsInButton(line)
  }

  /// Whether a few words end in dots, and what is the page's goes on with dots below: "We have some news …", "… help us".
  private func leadsToAppeal(_ line: PastedLine, before next: PastedLine?) -> Bool {
    guard let next, line.shape.endsWithEllipsis || line.text.hasSuffix("..."),
      line.shape.wordCount <= Self.longestAppealHead
    else { return false }
    return next.labels == [.removed(.pageFurniture)]
      && (next.text.hasPrefix("…") || next.text.hasPrefix("..."))
  }

  /// Words above an appeal that lead to it, at most.
  private static let longestAppealHead = 8

  /// Words between one that asks for a message and the address that it is to go to, at most.
  private static let contactReach = 6

  /// Whether a paragraph tells an address of electronic mail, and to write there: "Reach her at ann@post.example".
  private func isContact(_ line: PastedLine) -> Bool {
    guard line.text.utf8.contains(UInt8(ascii: "@")), line.shape.wordCount <= Self.longestContact,
      !hasQuotedSpeech(line)
    else { return false }
    let parts = line.text.split(separator: " ")
    return parts.indices.contains { index in
      Self.isMailAddress(parts[index]) && Self.endsSoon(behind: index, in: parts)
        && parts[max(0, index - Self.contactReach)..<index].contains { word in
          FoldedWords(String(word)).words.first.map { words.contactWords.contains($0.folded) } ?? false
        }
    }
  }

  /// Words that may follow an address in its sentence, at most.
  private static let behindAddress = 8

  /// Whether the sentence of an address ends there or a few words on: one that goes on tells something.
  private static func endsSoon(behind index: Int, in parts: [Substring]) -> Bool {
    parts[index].hasSuffix(".") || parts.count - index - 1 <= behindAddress
      || parts[(index + 1)...].prefix(behindAddress).contains { $0.hasSuffix(".") }
  }

  /// Letters, an at sign, letters, a full stop and letters, whatever marks stand around them.
  private static func isMailAddress(_ word: Substring) -> Bool {
    let parts = word.drop { !$0.isLetter && !$0.isNumber }.split(
      separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return false }
    let labels = parts[1].split(separator: ".")
    return labels.count > 1 && labels.dropFirst().contains { $0.first?.isLetter ?? false }
  }

  /// Whether a paragraph ends in a colon though nothing of the text is below it, and speaks to readers or leads to the
  /// page's address.
  private func leadsNowhere(_ line: PastedLine, before next: PastedLine?) -> Bool {
    line.shape.endsWithColon && line.shape.wordCount <= Self.longestInvitation
      && (speaksToReaders(line) || next?.isAddress ?? false)
  }

  // MARK: Notices

  private func labelNotices(_ lines: inout [PastedLine]) {
    for run in [tailRun(of: lines), headRun(of: lines)] {
      let speaking = run.filter { speaksToReaders(lines[$0]) }
      guard run.contains(where: { hasNoticePhrase(lines[$0]) }), !speaking.isEmpty else { continue }
      for index in run { lines[index].labels = [.notice] }
    }
  }

  /// The last paragraphs, as far as each has a notice's words or speaks to readers.
  private func tailRun(of lines: [PastedLine]) -> [Int] {
    var run: [Int] = []
    for index in lines.indices.reversed() {
      if !lines[index].isOpen {
        guard lines[index].isBody || isCredits(lines[index]) && !run.isEmpty else { continue }
        break
      }
      // Teasers and tags below it that nothing is known of yet.
      if run.isEmpty, !lines[index].isBodyLike, lines[index].shape.isHeadlineLike { continue }
      guard isNoticeLike(lines[index]), run.count < 8 else { break }
      run.append(index)
    }
    // The run begins with a notice's own words: what stands before them is the article's.
    while let first = run.last, !hasNoticePhrase(lines[first]) { run.removeLast() }
    return run
  }

  /// The credits end the article: what stands before them is not of the outlet's notices.
  private func isCredits(_ line: PastedLine) -> Bool {
    line.labels.contains { if case .credits = $0 { true } else { false } }
  }

  private func headRun(of lines: [PastedLine]) -> [Int] {
    guard let first = lines.firstIndex(where: { $0.isOpen }) else { return [] }
    return hasNoticePhrase(lines[first]) && speaksToReaders(lines[first]) && !startsWithQuote(lines[first])
      ? [first] : []
  }

  private func isNoticeLike(_ line: PastedLine) -> Bool {
    guard !startsWithQuote(line), line.shape.wordCount <= 120 else { return false }
    return hasNoticePhrase(line) || speaksToReaders(line)
  }

  func startsWithQuote(_ line: PastedLine) -> Bool {
    guard let first = line.text.unicodeScalars.first else { return false }
    return first == "\"" || first == "“" || first == "«" || first == "„" || first == "‘"
  }

  private func hasNoticePhrase(_ line: PastedLine) -> Bool {
    words.noticePhrases.firstMatch(in: FoldedWords(line.text, limit: 200)) != nil
  }

  func speaksToReaders(_ line: PastedLine) -> Bool {
    words.speaksToReaders(line.text) && !hasQuotedSpeech(line)
  }

  /// Straight quotation marks with more than a term between them: somebody else speaks.
  private func hasQuotedSpeech(_ line: PastedLine) -> Bool {
    let parts = line.text.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.indices.contains { $0 % 2 == 1 && parts[$0].utf8.count > 60 }
  }

  // MARK: Signatures

  /// The lines with an agency's name apart that closes the last paragraph behind a dash, "— Wire".
  ///
  /// A line that looks so, and is the only one or no paragraph, may be what stands under a picture.
  func withSignatureApart(_ lines: [PastedLine]) -> [PastedLine] {
    guard let last = lines.lastIndex(where: { $0.isOpen && $0.shape.wordCount >= Self.fewestWords }),
      lines[last].mark == .none,
      lines[..<last].count(where: { $0.isOpen && $0.shape.isLongProse }) > 1,
      let dash = Self.closingDash(of: lines[last].text)
    else { return lines }
    let bytes = Array(lines[last].text.utf8)
    let name = Self.undashed(String(decoding: bytes[dash...], as: UTF8.self))
    guard words.outlets.match(whole: FoldedWords(name))?.isAgency ?? false else { return lines }
    var lines = lines
    lines[last].shorten(to: dash - 1)
    lines.insert(PastedLine(text: name, mark: .none, number: lines[last].number), at: last + 1)
    return lines
  }

  /// Words of a paragraph that an agency may sign, at least.
  private static let fewestWords = 12
  /// Bytes of an agency's name behind a dash, at most.
  private static let longestSignature = 40

  /// Where a dash stands behind a blank and the end of a sentence, near the end of a text.
  private static func closingDash(of text: String) -> Int? {
    let bytes = Array(text.utf8)
    let first = max(3, bytes.count - longestSignature)
    return (first..<max(first, bytes.count)).last { index in
      let isDash =
        bytes[index...].starts(with: [0xE2, 0x80, 0x93]) || bytes[index...].starts(with: [0xE2, 0x80, 0x94])
        || bytes[index] == UInt8(ascii: "-")
      return isDash && bytes[index - 1] == 0x20
        && LineShape(String(decoding: bytes[..<(index - 1)], as: UTF8.self)).endsSentence
    }
  }

  /// Whether only the first of several words has a capital, as in a topic that an outlet is called by: "Foreign policy".
  private func isPhrase(_ folded: FoldedWords, in text: String) -> Bool {
    guard folded.words.count > 1, let first = folded.words.first else { return false }
    return first.isCapitalized(in: text) && !folded.words.dropFirst().contains { $0.isCapitalized(in: text) }
  }

  /// "(Herald News Desk)", "— AFP", "Reuters": who sends the text, on a line of its own at its end.
  private func labelSigned(_ lines: inout [PastedLine]) {
    guard let last = lines.lastIndex(where: { $0.isOpen && $0.shape.isProse }) else { return }
    for index in lines.indices where index > last && lines[index].isOpen {
      let text = BylineReader.trimmed(Self.undashed(lines[index].text))
      let folded = FoldedWords(text)
      guard folded.words.count <= 8, !text.isEmpty else { continue }
      if let known = words.outlets.match(whole: folded), known.isAgency || !isPhrase(folded, in: text) {
        lines[index].labels = known.isAgency ? [.credits([text])] : [.outlet(known.name)]
      } else if let desk = deskStart(in: folded) {
        lines[index].labels = [.bylines([text])]
        if desk > 0 {
          let end = folded.words[desk - 1].end
          lines[index].labels.append(.outlet(String(decoding: text.utf8.prefix(end), as: UTF8.self)))
        }
      } else if isOfAgencies(text) {
        lines[index].labels = [.credits(bylines.creditedNames(in: text))]
      } else if isInBrackets(lines[index].text), lines[index].text.utf8.contains(0x2F) {
        lines[index].labels = [.credits(bylines.creditedNames(in: text))]
      }
    }
  }

  /// Whether a line names agencies and nothing else: "AFP/Reuters", "AP, Reuters".
  private func isOfAgencies(_ text: String) -> Bool {
    let names = text.split(whereSeparator: { "/,;".contains($0) })
    return names.count > 1
      && names.allSatisfy { words.outlets.match(whole: FoldedWords(String($0)))?.isAgency ?? false }
  }

  func isInBrackets(_ text: String) -> Bool {
    text.hasPrefix("(") && text.hasSuffix(")") || text.hasPrefix("[") && text.hasSuffix("]")
  }

  private static func undashed(_ text: String) -> String {
    String(text.drop { $0 == "—" || $0 == "–" || $0 == "-" || $0 == " " })
  }

  /// Where a line that ends in a department's name has it: "Herald | News Desk".
  private func deskStart(in folded: FoldedWords) -> Int? {
    folded.words.indices.first { index in
      words.deskWords.match(in: folded, at: index).map { index + $0.count == folded.words.count } ?? false
    }
  }

  // MARK: The author, and the rest

  /// The last paragraphs that begin with the name of who wrote the text tell of the author, not of the subject.
  private func labelBiographies(_ lines: inout [PastedLine]) {
    let names = Set(Self.authors(in: lines).flatMap(Self.forms).filter { $0.utf8.contains(0x20) })
    guard !names.isEmpty else { return }
    var seen = 0
    for index in lines.indices.reversed() where lines[index].isOpen {
      seen += 1
      guard seen <= 3, lines[index].shape.wordCount <= 70 else { return }
      let folded = lines[index].words.joined
      if names.contains(where: { folded == $0 || folded.hasPrefix($0 + " ") }) {
        lines[index].labels = [.removed(.pageFurniture)]
      } else if lines[index].shape.isProse {
        return
      }
    }
  }

  /// A name as it is printed, and of more than two words without the title that it may begin with: "Professor Jane Doe".
  private static func forms(of name: String) -> [String] {
    let words = FoldedWords(name).words.map(\.folded)
    return [words, words.count > 2 ? Array(words.dropFirst()) : words].map { $0.joined(separator: " ") }
  }

  /// A name on a line of its own, with a last paragraph below it that begins with the same words, tells of the desk or
  /// the author: "The Harbour Desk", "The Harbour Desk is a team of …".
  private func labelNamedBiography(_ lines: inout [PastedLine]) {
    guard let last = lines.lastIndex(where: { $0.isOpen && $0.shape.isProse }), last > 0,
      lines[..<last].contains(where: isCredits), lines[last].shape.wordCount <= 70
    else { return }
    let name = lines[last - 1]
    guard name.isOpen, !name.shape.isProse, (2...6).contains(name.words.words.count),
      lines[last].words.joined.hasPrefix(name.words.joined + " ")
    else { return }
    for index in [last - 1, last] { lines[index].labels = [.removed(.pageFurniture)] }
  }

  /// Below the page's own lines, a sentence that speaks to readers invites them to something.
  ///
  /// Where a name or a tag stands below it, only one that asks for money is not somebody's own words.
  private func labelInvitations(_ lines: inout [PastedLine]) {
    var hasTags = false
    for index in lines.indices.dropFirst().reversed()
    where !lines[index].isRemoved && !lines[index].isMetadata {
      if isTag(lines[index]) {
        hasTags = true
        continue
      }
      let asks = asksForMoney(lines[index])
      guard lines[index].isOpen, !lines[index - 1].isOpen, speaksToReaders(lines[index]),
        lines[index].shape.wordCount <= (asks ? Self.longestInvitation : 30), asks || !hasTags,
        !startsWithQuote(lines[index])
      else { return }
      lines[index].labels = [.removed(.pageFurniture)]
    }
  }

  /// Whether a line right below the text is too long for a headline, though a damaged mark hides its full stop, or an
  /// agency's sign stands behind it.
  private func isLongerThanLinks(_ line: PastedLine) -> Bool {
    let isLong =
      line.shape.wordCount >= 20 || line.shape.wordCount >= 12 && line.shape.interiorSentenceEnds > 0
    return isLong && line.shape.capitalizedWords * 3 < line.shape.wordCount && !line.isLink
  }

  /// A text that was copied in part ends amid a sentence: the last line of all, right below a paragraph.
  private func labelBrokenOff(_ lines: inout [PastedLine]) {
    guard let last = lines.lastIndex(where: { !$0.isAddress }), last > 0, lines[last].isOpen,
      lines[last].mark == .none, !lines[last].isLink, !lines[last].shape.endsSentence
    else { return }
    let shape = lines[last].shape
    guard shape.wordCount >= 8 || isClause(lines[last]), shape.capitalizedWords * 2 < shape.wordCount,
      let above = lineAbove(last, in: lines), goesOn(lines[last], below: above)
    else { return }
    lines[last].labels = [.paragraph]
  }

  /// Small words of the beginning of a sentence, at least, and words of it.
  private static let clause = (small: 3, words: 6)

  /// Whether half of a few words are small ones, as in no headline: "The harbour master was said to".
  private func isClause(_ line: PastedLine) -> Bool {
    let small = line.words.words.count { words.openWords.contains($0.folded) }
    return line.shape.wordCount >= Self.clause.words && small >= Self.clause.small
      && line.shape.capitalizedWords == 1
  }

  /// What stands above a line; above several sentences a picture's words do not count.
  private func lineAbove(_ index: Int, in lines: [PastedLine]) -> PastedLine? {
    let isText = lines[index].shape.interiorSentenceEnds > 0
    return lines[..<index].last { line in
      !isText || !line.labels.contains { if case .caption = $0 { true } else { false } }
    }
  }

  /// Whether the line above leads to more text: a paragraph, a colon, or a heading right on top.
  private func goesOn(_ line: PastedLine, below above: PastedLine) -> Bool {
    if above.isBodyLike { return true }
    guard above.isOpen else { return false }
    return above.shape.endsWithColon || line.gap == 0 && above.gap > 0
      || line.gap == 0 && above.shape.wordCount <= 6
  }

  /// Several items of a word each, below the page's own lines at its end, are the page's: buttons, tags, names of
  /// layouts.
  private func labelSingleWords(_ lines: inout [PastedLine]) {
    guard let last = lines.lastIndex(where: { $0.isBodyLike || $0.isBody }) else { return }
    var first = last + 1
    while first > 0, lines[first - 1].isOpen, isSingleWord(lines[first - 1]) { first -= 1 }
    guard last - first >= 2, first > 1, let above = lines[..<first].last(where: { !$0.shape.isHeadlineLike }),
      !above.isOpen, !above.isBody
    else { return }
    for index in first...last { lines[index].labels = [.removed(.pageFurniture)] }
  }

  private func isSingleWord(_ line: PastedLine) -> Bool {
    guard case .item = line.mark else { return false }
    return !line.text.utf8.contains(0x20) && !line.shape.endsSentence
  }

  /// Below the last paragraph no heading has a text: such lines are the page's.
  private func labelRest(_ lines: inout [PastedLine]) {
    guard let last = lines.lastIndex(where: { $0.isBodyLike || $0.isBody }) else { return }
    for index in lines.indices where index > last && lines[index].isOpen {
      if index == last + 1, isLongerThanLinks(lines[index]) { continue }
      let reason: RemovalReason = lines[index].shape.wordCount >= 5 ? .relatedLink : .pageFurniture
      lines[index].labels = [.removed(reason)]
    }
  }
}
