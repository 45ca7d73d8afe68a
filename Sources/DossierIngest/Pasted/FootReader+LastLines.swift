import DossierModel

/// What stands in the last lines of a page: where an agency's authors wrote a report, and headlines of others.
extension FootReader {
  /// Words behind a reporting verb that tell where an author was, at most.
  private static let placeWords = 7

  /// A last paragraph that tells of an author where the report was written, and of nothing else: "Doe reported from Lund".
  ///
  /// An agency says things on a day, and so does somebody of the author's name whom the text tells of.
  func labelSignOff(_ lines: inout [PastedLine]) {
    guard let last = lines.lastIndex(where: { $0.isOpen && $0.shape.isProse }),
      lines[..<last].contains(where: \.isBodyLike), lines[last].mark == .none,
      let verb = lines[last].words.words.firstIndex(where: { words.reportingVerbs.contains($0.folded) })
    else { return }
    let line = lines[last]
    let behind = line.words.words[(verb + 1)...]
    let name = FoldedWords(words: Array(line.words.words[..<verb])).joined
    let isOfAuthor = Self.authors(in: lines).contains {
      let author = FoldedWords($0).joined
      return words.outlet(named: $0) == nil && (author == name || author.hasSuffix(" " + name))
    }
    guard verb > 0, isOfAuthor, !isNamed(line.words.words[verb - 1].folded, in: lines[..<last]),
      !behind.contains(where: isDayOrMonth), behind.count <= Self.placeWords,
      line.shape.interiorSentenceEnds == 0,
      let first = behind.first, words.openWords.contains(first.folded),
      behind.dropFirst().allSatisfy({ $0.isCapitalized(in: line.text) || words.openWords.contains($0.folded) }
      )
    else { return }
    lines[last].labels = [.removed(.movedToMetadata)]
  }

  /// Whether a paragraph of the text has a word in it.
  private func isNamed(_ word: String, in lines: ArraySlice<PastedLine>) -> Bool {
    lines.contains { line in
      line.isBodyLike && FoldedWords(line.text, limit: 400).words.contains { $0.folded == word }
    }
  }

  private func isDayOrMonth(_ word: FoldedWords.Word) -> Bool {
    let word = FoldedWords(words: [word])
    return words.weekdays.match(whole: word) != nil || words.months.match(whole: word) != nil
  }

  /// Letters of the initials of an editor, and lines of text below them, at most.
  private static let initials = (letters: 2...4, below: 2)

  /// The initials of who made a report of what agencies sent, in a line of its own at the end: "ab/cde (WIRE, LPR)", "AB/CD".
  func labelInitials(_ lines: inout [PastedLine]) {
    let open = lines.indices.filter { lines[$0].isOpen && lines[$0].shape.isProse }
    guard let last = open.suffix(Self.initials.below).first else { return }
    for index in lines.indices where index > last && lines[index].isOpen && lines[index].mark == .none {
      let parts = lines[index].text.split(separator: " ", maxSplits: 1).map(String.init)
      guard let front = parts.first, Self.areInitials(front) else { continue }
      let names = parts.count > 1 ? bylines.creditedNames(in: BylineReader.trimmed(parts[1])) : []
      guard
        parts.count == 1
          || isInBrackets(parts[1]) && names.contains(where: { words.outlet(named: $0) != nil })
      else { continue }
      lines[index].labels = names.isEmpty ? [.removed(.movedToMetadata)] : [.credits(names)]
    }
  }

  /// Whether a word is two or three times a few letters, all small or all capitals, with strokes between: "ab/cde".
  private static func areInitials(_ word: String) -> Bool {
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { return false }
    return parts.allSatisfy { initials.letters.contains($0.count) && $0.allSatisfy(\.isLetter) }
      && (word == word.lowercased() || word == word.uppercased())
  }

  /// Words of a headline of another article that asks something, at most.
  static let teaserQuestion = 14

  /// The last block of a page, below a label such as "More on rivers" in it, where it holds headlines and questions only.
  ///
  /// One line below the label may be the text's own, cut off.
  func labelLastTeasers(_ lines: inout [PastedLine]) {
    guard let first = lines.lastIndex(where: { $0.gap > 0 }), first > 0 else { return }
    let isHeading = isHeadingOfTeasers(first, in: lines)
    guard isHeading || lines[first].labels == [.removed(.relatedLink)] else { return }
    let open = lines.indices[(isHeading ? first : first + 1)...].filter { lines[$0].isOpen }
    guard open.count > 1, open.allSatisfy({ isTeaser(lines[$0]) }) else { return }
    for index in open { lines[index].labels = [.removed(.relatedLink)] }
  }

  /// The last line that may be of the text, but for the questions in the last block of a page that others' headlines are.
  func textEnd(of lines: [PastedLine]) -> Int {
    var end = lines.count
    if let first = lines.lastIndex(where: { $0.gap > 0 }), isTeaserHeading(lines[first]),
      lines[first...].count > 1, lines[first...].allSatisfy({ $0.isRemoved || $0.isOpen && isTeaser($0) })
    {
      end = first
    }
    return lines[..<end].lastIndex { $0.isBodyLike || $0.isBody } ?? lines.count
  }

  private func isTeaserHeading(_ line: PastedLine) -> Bool {
    line.isOpen && line.mark == .none && line.shape.isHeadlineLike
      && line.shape.wordCount >= Self.headingWords && line.shape.isCapitalizedThroughout
  }

  /// Words of an unknown heading of other articles, at least.
  private static let headingWords = 3

  /// Whether a heading with capitals heads others' headlines: what is the page's own stands between it and the text.
  private func isHeadingOfTeasers(_ index: Int, in lines: [PastedLine]) -> Bool {
    guard isTeaserHeading(lines[index]), let text = lines[..<index].lastIndex(where: \.isBodyLike)
    else { return false }
    return lines[text..<index].contains { $0.labels == [.removed(.pageFurniture)] }
  }
}
