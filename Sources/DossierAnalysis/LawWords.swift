/// Heads of the names of laws and treaties: nobody acts by such a name.
package struct LawWords: Sendable {
  /// Where in a name the word is its head.
  package struct Place: OptionSet, Sendable, Hashable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The name ends there: "Clean Rivers Act".
    package static let last = Place(rawValue: 1)
    /// It goes on behind a small word: "Treaty of Ghent".
    package static let first = Place(rawValue: 2)
    /// A number follows: "Section 12".
    package static let numbered = Place(rawValue: 4)
    /// No head, but the small word between one and the place that names it: "of".
    package static let joint = Place(rawValue: 8)
  }

  private let words: Lexicon
  /// Ends of words that are such heads in a language that writes nouns in one: "-gesetz".
  private let endings: [[UInt8]]

  package init(_ entries: [(word: String, place: Place)] = [], endings: [String] = []) {
    words = Lexicon(entries.map { ($0.word, $0.place.rawValue) }, merging: |)
    self.endings = endings.map { Array($0.utf8) }
  }

  func places(of token: Token, in text: TokenizedText) -> Place {
    if let value = words.value(of: token.hash) { return Place(rawValue: value) }
    guard !endings.isEmpty, token.kind == .word else { return [] }
    let bytes = text.bytes[token.lower..<token.upper]
    let isCompound = endings.contains {
      bytes.count > $0.count + 2 && bytes.suffix($0.count).elementsEqual($0)
    }
    return isCompound ? .last : []
  }
}
