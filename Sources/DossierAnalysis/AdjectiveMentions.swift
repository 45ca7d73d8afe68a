/// What is named by a people's adjective: "Syrian army", "Kurdish militants", "the Turkish president", "Kurds".
struct AdjectiveMentions {
  enum Sort { case institution, people, force, description }

  let text: TokenizedText
  let classes: WordClasses
  let tables: NameTables

  func found() -> [(tokens: Range<Int>, sort: Sort)] {
    var found: [(tokens: Range<Int>, sort: Sort)] = []
    for sentence in text.sentenceTokens {
      var index = sentence.lowerBound
      while index < sentence.upperBound {
        if let mention = mention(at: index, in: sentence) {
          found.append(mention)
          index = mention.tokens.upperBound
        } else {
          // "North Korean" is no Korean.
          index = classes.peoplePhrase(at: index)?.upperBound ?? index + 1
        }
      }
    }
    return found
  }

  private func mention(at start: Int, in sentence: Range<Int>) -> (tokens: Range<Int>, sort: Sort)? {
    let token = text.tokens[start]
    guard token.kind == .word, token.isCapitalised || tables.hasSmallAdjectives else { return nil }
    let several = classes.peoplePhrase(at: start)
    let isAdjective = several != nil || !classes.alone[start].isDisjoint(with: [.demonym, .people])
    let country = isAdjective ? nil : country(at: start, in: sentence)
    let isPossessive = country.map { text.tokens[$0.upperBound].flags.contains(.clitic) } ?? false
    if let country, !isPossessive { return holder(of: country, in: sentence) }
    guard isAdjective || isPossessive else { return nil }
    var next = several?.upperBound ?? country.map { $0.upperBound + 1 } ?? start + 1
    if let several, classes.phrase[start].contains(.people) { return (several, .people) }
    while isAdjective, next < sentence.upperBound,
      text.tokens[next].isCapitalised || tables.hasSmallAdjectives,
      classes.alone[next].contains(.demonym), !classes.alone[next].contains(.people)
    {
      next += 1
    }
    if isAdjective, token.isCapitalised, classes.alone[start].contains(.people) {
      return (start..<start + 1, .people)
    }
    guard next < sentence.upperBound else { return nil }
    if isAdjective, classes.alone[next].contains(.people), text.tokens[next].isCapitalised {
      return (start..<next + 1, .people)
    }
    if isAdjective, isListed(before: next, in: sentence) { return (start..<next, .force) }
    guard let match = tables.lexicon.longestMatch(at: next, before: sentence.upperBound, in: text.tokens)
    else {
      return nil
    }
    let end = next + match.length
    let known = NameClass(rawValue: match.value)
    if known.contains(.institution), isAdjective || text.tokens[next].isCapitalised {
      return (start..<end, .institution)
    }
    if known.contains(.descriptionHead), isDescription(start, end, isAdjective, sentence) {
      return (start..<end, .description)
    }
    return known.contains(.force) && isAdjective ? (start..<end, .force) : nil
  }

  /// Whether other peoples and then a force that is of each of them follow: "and Norwegian governments".
  private func isListed(before start: Int, in sentence: Range<Int>) -> Bool {
    var index = start
    while index + 1 < sentence.upperBound, isListMark(index),
      text.tokens[index + 1].isCapitalised || tables.hasSmallAdjectives,
      classes.alone[index + 1].contains(.demonym), !classes.alone[index + 1].contains(.people)
    {
      index += 2
    }
    guard index > start,
      let match = tables.lexicon.longestMatch(at: index, before: sentence.upperBound, in: text.tokens)
    else { return false }
    return NameClass(rawValue: match.value).contains(.force)
  }

  /// Whether a token stands between two of a list: a comma, "and".
  private func isListMark(_ index: Int) -> Bool {
    text.byte(index) == UInt8(ascii: ",")
      || classes.alone[index].contains(.connector) && !text.tokens[index].isCapitalised
  }

  /// A country's name with something behind it in its sentence.
  private func country(at start: Int, in sentence: Range<Int>) -> Range<Int>? {
    let end = start + max(1, Int(classes.length[start]))
    return classes.phrase[start].contains(.country) && end < sentence.upperBound ? start..<end : nil
  }

  /// An office with the name of its country before it, where an article makes one person of the two: "the UK premier".
  private func holder(
    of country: Range<Int>, in sentence: Range<Int>
  ) -> (tokens: Range<Int>, sort: Sort)? {
    guard country.lowerBound > sentence.lowerBound,
      classes.alone[country.lowerBound - 1].contains(.determiner),
      let match = tables.lexicon.longestMatch(
        at: country.upperBound, before: sentence.upperBound, in: text.tokens),
      NameClass(rawValue: match.value).contains(.descriptionHead)
    else { return nil }
    let end = country.upperBound + match.length
    return isDescription(country.lowerBound, end, true, sentence)
      ? (country.lowerBound..<end, .description) : nil
  }

  /// Whether an office with its country stands for its holder: no name follows, and one person is meant.
  private func isDescription(_ start: Int, _ end: Int, _ isAdjective: Bool, _ sentence: Range<Int>) -> Bool {
    let isDetermined = start > sentence.lowerBound && classes.alone[start - 1].contains(.determiner)
    guard isDetermined || !isAdjective else { return false }
    return end >= sentence.upperBound || !text.tokens[end].isCapitalised || text.tokens[end].kind != .word
  }
}
