/// Words that stand beside the names of bodies, such as companies, and hardly beside others.
package struct BodyWords: Sendable {
  /// Where a word stands beside a name.
  package struct Place: OptionSet, Sendable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Ends a company's name: "Inc".
    package static let legal = Place(rawValue: 1)
    /// Behind the name's possessive: "shareholders".
    package static let owned = Place(rawValue: 2)
    /// Says what the body is: "airline".
    package static let head = Place(rawValue: 4)
    /// Right before a name that is no person's and no place's: "shares in".
    package static let before = Place(rawValue: 8)
    /// Right before a name that is no person's: "chairman of".
    package static let held = Place(rawValue: 16)
    /// Right before a name that is no person's where it has several words: "spokesman for".
    package static let spoken = Place(rawValue: 128)
    /// "its", before what something has.
    package static let possessive = Place(rawValue: 256)
    /// What a body may be to a thing: "owner", "auditor".
    package static let kin = Place(rawValue: 512)
    /// Behind a carrier's name and before a number: "flight".
    package static let journey = Place(rawValue: 1024)
    /// Begins what is said of a thing: "which".
    package static let relative = Place(rawValue: 32)
    /// Begins what is said of a person: "who".
    package static let personal = Place(rawValue: 64)
  }

  private let words: Lexicon

  package init(_ entries: [(phrase: String, place: Place)] = []) {
    words = Lexicon(entries.map { ($0.phrase, $0.place.rawValue) }, merging: |)
  }

  var isEmpty: Bool { words.count == 0 }

  /// The longest phrase of the places that begins at a token; its length, 0 where there is none.
  func length(_ places: Place, at start: Int, in text: TokenizedText) -> Int {
    guard start >= 0, start < text.tokens.count,
      let match = words.longestMatch(at: start, before: min(text.tokens.count, start + 6), in: text.tokens),
      !Place(rawValue: match.value).isDisjoint(with: places)
    else { return 0 }
    return match.length
  }

  /// The places of the phrase of up to four words that ends right before a token.
  func places(endingAt end: Int, in text: TokenizedText) -> Place {
    for length in 1...4 where end - length >= 0 {
      let start = end - length
      guard let match = words.longestMatch(at: start, before: end, in: text.tokens), match.length == length,
        length > 1 || !Place(rawValue: match.value).contains(.head)
      else { continue }
      return Place(rawValue: match.value)
    }
    return []
  }
}
