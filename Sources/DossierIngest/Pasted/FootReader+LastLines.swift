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
