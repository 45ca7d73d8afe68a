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
  private static let teaserQuestion = 14

  /// The last block of a page, below a label such as "More on rivers" in it, where it holds headlines and questions only.
  ///
  /// One line below the label may be the text's own, cut off.
  func labelLastTeasers(_ lines: inout [PastedLine]) {
    guard let first = lines.lastIndex(where: { $0.gap > 0 }), first > 0,
      lines[first].labels == [.removed(.relatedLink)]
    else { return }
    let open = lines.indices[(first + 1)...].filter { lines[$0].isOpen }
    let areTeasers = open.allSatisfy { index in
      let shape = lines[index].shape
      return shape.isHeadlineLike
        || shape.endsWithQuestion && shape.interiorSentenceEnds == 0
          && shape.wordCount <= Self.teaserQuestion
    }
    guard open.count > 1, areTeasers else { return }
    for index in open { lines[index].labels = [.removed(.relatedLink)] }
  }
}
