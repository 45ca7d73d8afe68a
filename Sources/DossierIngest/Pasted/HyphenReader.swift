/// Tells whether a hyphen at the end of a wrapped line parted a word or belongs to it.
///
/// No dictionary is asked: first the text itself, which most often prints the word or the compound once more, then a
/// short list of parts that only compounds have. What is left over was parted by a typesetter, as most are.
struct HyphenReader: Sendable {
  /// What stands between the two lines.
  enum Seam: Sendable, Equatable {
    /// One word: "ex-" and "pected".
    case word
    /// A compound: "well-" and "known".
    case compound
    /// The first of two compounds that share an end: "pre-" and "and post-war".
    case phrase
  }

  private let words: PageWords
  private var printedWords: Set<String> = []
  private var printedCompounds: Set<String> = []
  /// The words on both sides of the hyphens of those.
  private var printedParts: Set<String> = []

  /// Of a text, by its lines; nil where no line ends in a hyphen, for then there is nothing to tell.
  init?(_ lines: [PastedLine], words: PageWords) {
    self.words = words
    guard lines.contains(where: { Self.endsInHyphen($0.text) }) else { return nil }
    for line in lines { read(line.text) }
  }

  private mutating func read(_ text: String) {
    let folded = FoldedWords(text, limit: .max).words
    let bytes = Array(text.utf8)
    for (index, word) in folded.enumerated() {
      printedWords.insert(word.folded)
      guard index > 0, word.start - folded[index - 1].end == 1, bytes[word.start - 1] == UInt8(ascii: "-")
      else { continue }
      printedCompounds.insert(folded[index - 1].folded + "-" + word.folded)
      printedParts.formUnion([folded[index - 1].folded, word.folded])
    }
  }

  /// Whether a line ends in a hyphen, plain or soft, that stands behind a letter.
  static func endsInHyphen(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last, last == "-" || last == "\u{2010}" || last == "\u{AD}" else {
      return false
    }
    return text.unicodeScalars.dropLast().last.map(FoldedWords.isPartOfWord) ?? false
  }

  /// What a hyphen at the end of a line is, given the line that follows.
  func seam(between line: String, and next: String) -> Seam {
    guard let first = Self.lastWord(of: line), let second = FoldedWords(next, limit: 1).words.first?.folded
    else { return .compound }
    if line.unicodeScalars.last == "\u{AD}" { return .word }
    if words.openWords.contains(second) { return .phrase }
    if printedCompounds.contains(first + "-" + second) { return .compound }
    if printedWords.contains(first + second) { return .word }
    if words.compoundParts.contains(first) || words.compoundParts.contains(second) { return .compound }
    if first.utf8.contains(where: { (0x30...0x39).contains($0) }) { return .compound }
    let areBothPrinted = printedWords.contains(second) && Self.isLong(first) && Self.isLong(second)
    // The first part is always printed: at the end of this line.
    return areBothPrinted && printedParts.contains(first) ? .compound : .word
  }

  private static func isLong(_ word: String) -> Bool { word.utf8.count >= 4 }

  private static func lastWord(of line: String) -> String? {
    let tail = line.split(separator: " ").last ?? ""
    return FoldedWords(String(tail), limit: .max).words.last?.folded
  }
}
