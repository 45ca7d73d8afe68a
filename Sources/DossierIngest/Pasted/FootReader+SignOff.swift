import DossierModel

/// What an agency's report ends in: where its authors wrote it.
extension FootReader {
  /// Words behind a reporting verb that tell where an author was, at most.
  private static let placeWords = 7

  /// A last paragraph that tells of an author where the report was written, and of nothing else: "Doe reported from Lund".
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
      return author == name || author.hasSuffix(" " + name)
    }
    guard verb > 0, isOfAuthor, behind.count <= Self.placeWords, line.shape.interiorSentenceEnds == 0,
      let first = behind.first, words.openWords.contains(first.folded),
      behind.dropFirst().allSatisfy({ $0.isCapitalized(in: line.text) || words.openWords.contains($0.folded) }
      )
    else { return }
    lines[last].labels = [.removed(.movedToMetadata)]
  }
}
