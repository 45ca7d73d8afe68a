/// Finds what a printed page has at its head and foot: the name of the paper with the number of the page, or the
/// number alone.
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
    pages = pages.filter { words, found in
      found.count > 1 && zip(found, found.dropFirst()).allSatisfy { $0.number < $1.number }
    }
    guard !pages.isEmpty, ParagraphJoiner.wrapWidth(of: lines) != nil else { return lines }
    var lines = lines
    for index in pages.values.joined().map(\.index) { lines[index].labels = [.removed(.pageFurniture)] }
    return lines
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
