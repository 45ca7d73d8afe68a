import DossierModel

/// Finds a list of days with what came to pass on each of them at the end of a text: "5 March: The bridge closes".
///
/// Its lines are no sentences and look like teasers, but a teaser's day stands behind it or in a line of its own.
struct ChronologyLines: Sendable {
  /// Lines of such a list, at least.
  private static let fewest = 3
  /// Words of a day, and of what heads the list, at most.
  private static let longestDay = 5, longestHeading = 12
  /// What parts a day from what came to pass.
  private static let separators: Set<Character> = [":", "–", "—", "|"]

  let words: PageWords

  /// The lines with such lists below the last paragraph, and the lines that head them.
  func labelled(_ lines: [PastedLine]) -> [PastedLine] {
    guard let last = lines.lastIndex(where: { ($0.isBodyLike || $0.isBody) && !tellsDay($0) }) else {
      return lines
    }
    var lines = lines
    var index = last + 1
    while index < lines.count {
      let run = lines[index...].prefix { ($0.isOpen || $0.isBody) && tellsDay($0) }
      if run.count >= Self.fewest {
        for place in run.indices { lines[place].labels = [.paragraph] }
        if isHeading(lines[index - 1]) { lines[index - 1].labels = [.heading(level: 2)] }
      }
      index = max(run.endIndex, index + 1)
    }
    return lines
  }

  /// Words of what came to pass that has no full stop, at least: less may name a section or an outlet.
  private static let shortestEntry = 4

  /// The lines that tell what came to pass on a day with its year, where there are several or one is below the text.
  ///
  /// A page prints its own day so once, above the text: "5 March 2018 – The Aldmouth Ledger".
  func entries(in lines: [PastedLine]) -> Set<Int> {
    let found = lines.indices.filter { tellsDay(lines[$0]) && tellsEvent(lines[$0]) }
    let text = lines.firstIndex { $0.shape.isLongProse } ?? lines.count
    return Set(found.count > 1 ? found : found.filter { $0 > text })
  }

  /// Letters of a word that is no part of a time of day, at least.
  private static let shortestWord = 3

  /// Whether words behind the day's mark begin and go on as a sentence does, and not as the name of somebody.
  ///
  /// The mark may be that of a time: "5 March, 7:14 - the bridge closes". What is left of the time tells nothing.
  private func tellsEvent(_ line: PastedLine) -> Bool {
    guard let mark = line.text.firstIndex(where: Self.separators.contains) else { return false }
    let told = String(line.text[line.text.index(after: mark)...])
    let shape = LineShape(told)
    return Self.tellingWords(of: told) >= Self.shortestEntry && shape.capitalizedWords * 2 <= shape.wordCount
      && words.labels.match(in: FoldedWords(told))?.value != .byline
  }

  /// The words that tell something; right behind the colon of a time these have some letters.
  private static func tellingWords(of told: String) -> Int {
    guard told.first?.isNumber ?? false else { return LineShape(told).wordCount }
    return FoldedWords(told).words.count {
      $0.folded.utf8.count >= shortestWord && $0.folded.contains(where: \.isLetter)
    }
  }

  private func isHeading(_ line: PastedLine) -> Bool {
    line.isOpen && line.shape.isHeadlineLike && line.shape.wordCount <= Self.longestHeading
  }

  /// Whether a line begins with a day, a month or a year and a mark, and goes on with words.
  private func tellsDay(_ line: PastedLine) -> Bool {
    guard let mark = line.text.firstIndex(where: Self.separators.contains) else { return false }
    let day = FoldedWords(String(line.text[..<mark]), limit: Self.longestDay + 1)
    guard (1...Self.longestDay).contains(day.words.count) else { return false }
    let isYear =
      day.words.count == 1 && day.words[0].folded.utf8.count == 4 && Int(day.words[0].folded) != nil
    let hasMonth = day.words.indices.contains { words.months.match(in: day, at: $0) != nil }
    let hasNumber = day.words.contains { Int($0.folded) != nil }
    return (isYear || hasMonth && hasNumber)
      && FoldedWords(String(line.text[mark...]), limit: 2).words.count > 1
  }
}
