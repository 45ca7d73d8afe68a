import DossierModel

/// What lines of a head and the text below them have in common: the words that tell what both are of.
extension HeadReader {
  /// Bytes of the shortest word that tells of a matter, and of one that does so where several lines are not weighed.
  static let shortWord = 4
  static let shortestWord = 6

  /// The words of the lines from one on, as far as lines are folded.
  func bodyWords(
    from start: Int, in lines: [PastedLine], of length: Int = shortestWord
  ) -> Set<String> {
    var words: Set<String> = []
    for line in lines[min(start, lines.count)...] where line.isOpen {
      for word in line.words.words where word.folded.utf8.count >= length {
        words.insert(word.folded)
      }
    }
    return words
  }

  /// Whether the body has two in five of a line's words; nil for a line that has too few.
  func tellsOf(_ body: Set<String>, _ line: PastedLine, by length: Int = shortestWord) -> Bool? {
    let words = line.words.words.filter { $0.folded.utf8.count >= length }
    return words.count > 1 ? words.count { body.contains($0.folded) } * 5 >= words.count * 2 : nil
  }

  func tellingWords(of line: PastedLine, _ told: Set<String>) -> Int {
    Set(line.words.words.map(\.folded)).count(where: told.contains)
  }

  /// Paragraphs that tell what a text is of.
  private static let tellingParagraphs = 30

  /// The words of the paragraphs from a line on that are more than the language's small ones.
  func matterWords(from start: Int, in lines: [PastedLine]) -> Set<String> {
    var told: Set<String> = []
    let prose = lines[min(start, lines.count)...].lazy.filter { $0.isOpen && $0.shape.isProse }
    for line in prose.prefix(Self.tellingParagraphs) { told.formUnion(matterWords(of: line)) }
    return told
  }

  private func matterWords(of line: PastedLine) -> [String] {
    line.words.words.lazy.map(\.folded).filter {
      $0.utf8.count >= Self.shortWord && !words.stopWords.contains($0)
    }
  }

  /// How much likelier a line is the headline for the words that the text below has of it, and for one of them, at most.
  private static let matterBonus = (most: 20, ofOne: 8)

  /// How much likelier a line is the headline for the words that the text below has of it: all of it for two in five.
  func matterBonus(of line: PastedLine, toldBelow told: Set<String>) -> Int {
    let words = matterWords(of: line)
    guard words.count > 1 else { return 0 }
    let shared = words.count(where: told.contains)
    let most = shared > 1 ? Self.matterBonus.most : Self.matterBonus.ofOne
    return min(shared * Self.matterBonus.most * 5 / (words.count * 2), most)
  }

  /// The same of a line and of the deck that stands in one block with it.
  func matterBonus(ofBlockAt index: Int, in lines: [PastedLine], toldBelow told: Set<String>) -> Int {
    let own = matterBonus(of: lines[index], toldBelow: told)
    guard index + 1 < lines.count, isDeckOf(index, index + 1, in: lines) else { return own }
    return max(own, matterBonus(of: lines[index + 1], toldBelow: told))
  }
}
