/// Tells the titles before a person's name from the name.
struct TitleFinder {
  let text: TokenizedText
  let classes: WordClasses
  let tables: NameTables

  /// The longest title known, in tokens.
  private static let longest = 6

  /// The name without the titles it begins with.
  func withoutTitle(_ name: Range<Int>) -> Range<Int> {
    var start = name.lowerBound
    while start < name.upperBound - 1 {
      guard let length = titleLength(at: start, before: name.upperBound), start + length < name.upperBound
      else {
        break
      }
      start += length
    }
    return start..<name.upperBound
  }

  /// The name without what ends a title that begins before it: "Sri" of "Tan Sri Omar".
  func withoutEndOfTitle(_ name: Range<Int>) -> Range<Int> {
    let first = name.lowerBound
    guard first > 0, let length = titleLength(at: first - 1, before: name.upperBound), length > 1,
      first - 1 + length < name.upperBound
    else { return name }
    return first - 1 + length..<name.upperBound
  }

  /// The titles printed right before a name, with the adjective before them: "Turkish President".
  func title(before start: Int, from sentenceStart: Int) -> Range<Int>? {
    var first = start
    while let length = titleLength(endingAt: first, from: sentenceStart) {
      if first < start, isPart(first - length, ofTitleAt: first) { break }
      first -= length
    }
    guard first < start else { return nil }
    while first > sentenceStart, classes.alone[first - 1].contains(.demonym),
      text.tokens[first - 1].isCapitalised || tables.hasSmallAdjectives, !text.tokens[first].isJoined
    {
      first -= 1
    }
    // "North Korean leader": the adjective may be of several words.
    while first > sentenceStart, [.middle, .last].contains(classes.place[first]),
      classes.phrase[first].contains(.demonym)
    {
      first -= 1
    }
    return first..<start
  }

  /// Whether a word in small letters only says what part the holder of an office plays: "candidate Sen.".
  ///
  /// An office that one person of a country holds is told with the other: "foreign minister Gen.".
  private func isPart(_ start: Int, ofTitleAt next: Int) -> Bool {
    let known = NameClass(
      rawValue: tables.lexicon.longestMatch(at: start, before: next, in: text.tokens)?.value ?? 0)
    return !text.tokens[start].isCapitalised && known.contains(.smallOffice)
      && known.isDisjoint(with: .descriptionHead) && text.tokens[next].isCapitalised
      && !classes.alone[next].isDisjoint(with: [.office, .rank])
  }

  private func titleLength(endingAt end: Int, from sentenceStart: Int) -> Int? {
    let most = min(Self.longest, end - sentenceStart)
    guard most > 0 else { return nil }
    for length in stride(from: most, through: 1, by: -1) {
      guard titleLength(at: end - length, before: end) == length else { continue }
      return length
    }
    return nil
  }

  /// How many tokens the title has that begins here, where it ends before a token.
  private func titleLength(at start: Int, before end: Int) -> Int? {
    guard text.tokens[start].kind == .word else { return nil }
    guard let match = tables.lexicon.longestMatch(at: start, before: end, in: text.tokens) else { return nil }
    let known = NameClass(rawValue: match.value)
    if !known.isDisjoint(with: .titles), text.tokens[start].isCapitalised {
      // "Chief", "Major", "Grant" and such may be names; a given name is no title, unless it is cut short: "Sen."
      let isCut = text.tokens[start].flags.contains(.dotted)
      return known.contains(.givenName) && !known.contains(.honorific) && !isCut ? nil : match.length
    }
    return known.contains(.smallOffice) && !text.tokens[start].isCapitalised ? match.length : nil
  }
}
