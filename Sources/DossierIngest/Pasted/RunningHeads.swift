/// Finds what a printed page has at its head and foot: the name of the paper with the number of the page, or the
/// number alone, also of one page only.
///
/// Only text that is wrapped at a column comes from printed pages; elsewhere "Day 1" and "Day 2" may be headings.
enum RunningHeads {
  /// No page has a higher number, and no year a lower one.
  private static let numbers = 1..<1000

  static func labelled(_ lines: [PastedLine]) -> [PastedLine] {
    var pages: [String: [(index: Int, number: Int)]] = [:]
    for (index, line) in lines.enumerated() where line.isOpen && line.mark == .none {
      guard let (words, number) = numbered(line) else { continue }
      pages[words, default: []].append((index, number))
    }
    // Elsewhere a number alone counts pictures or comments.
    let areMostlyWrapped = lines.count { $0.gap == 0 } * 2 > lines.count
    pages = pages.filter { words, found in
      found.count > 1 && zip(found, found.dropFirst()).allSatisfy { $0.number < $1.number }
        || words.isEmpty && found.count == 1 && areMostlyWrapped
          && isOnlyNumber(
            lines[found[0].index], found[0].number)
    }
    let found = pages.values.joined().map(\.index) + copies(in: lines)
    guard !found.isEmpty, ParagraphJoiner.wrapWidth(of: lines) != nil else { return lines }
    var lines = lines
    for index in found { lines[index].labels = [.removed(.pageFurniture)] }
    return lines
  }

  /// Words of a running head that comes again, at least, and lines of the page between the two.
  private static let copy = (words: 4, distance: 4)

  /// The lines in columns that say word for word what one a page above them says: the first may hold more than the page's
  /// name.
  ///
  /// Alone above its page each; the rows of tables and of transcripts stand below one another.
  private static func copies(in lines: [PastedLine]) -> [Int] {
    var seen: [String: Int] = [:]
    return lines.indices.filter { index in
      guard lines[index].isOpen, lines[index].isInColumns, !lines[index].shape.isProse,
        lines[index].words.words.count >= copy.words,
        ![index - 1, index + 1].contains(where: { lines.indices.contains($0) && lines[$0].isInColumns })
      else { return false }
      let above = seen.updateValue(index, forKey: lines[index].words.joined)
      return above.map { index - $0 >= copy.distance } ?? false
    }
  }

  /// Whether the one number that stands alone is a page's: a first section may have a "1" above it, but no dashes round
  /// it.
  private static func isOnlyNumber(_ line: PastedLine, _ number: Int) -> Bool {
    number > 1 || line.text.hasPrefix("-") || line.text.hasPrefix("–")
  }

  /// The words of a line but for the number that it begins or ends with.
  private static func numbered(_ line: PastedLine) -> (words: String, number: Int)? {
    let words = line.words.words.map(\.folded)
    guard words.count <= 9, !line.shape.isProse, let first = words.first, let last = words.last else {
      return nil
    }
    if let number = Int(last), numbers.contains(number), words.count == 1 || Int(first) == nil {
      return (words.dropLast().joined(separator: " "), number)
    }
    if let number = Int(first), numbers.contains(number) {
      return (words.dropFirst().joined(separator: " "), number)
    }
    return nil
  }
}
