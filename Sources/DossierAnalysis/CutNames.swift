/// Names of persons of which the tagger took only a part, as it has seldom read the other words.
///
/// "Low Taek Jho" and "Mohamad Nazlan Mohamad Ghazali" are whole: what stands right before or behind a person's name
/// within a sentence, with a capital, and is a name of persons by the lists, belongs to it.
struct CutNames {
  let text: TokenizedText
  let classes: WordClasses
  /// Family names that stand before two given ones.
  let familyNames: Lexicon

  /// Of the words of a sentence that has its capitals from a headline, how many have one at least.
  private static let headlineShare = 0.6

  func whole(_ spans: [NameSpan]) -> [NameSpan] {
    guard
      spans.contains(where: {
        isCut(at: $0.tokens.lowerBound - 1) || isCut(at: $0.tokens.upperBound)
          || isFamilyName(before: $0.tokens)
      })
    else { return spans }
    let taken = Set(spans.flatMap { Array($0.tokens) })
    let headlines = text.sentenceTokens.filter(isHeadline)
    return doubled(spans).map { span in
      guard span.kind == .person, !headlines.contains(where: { $0.contains(span.tokens.lowerBound) }) else {
        return span
      }
      return NameSpan(
        start(of: span.tokens, besides: taken)..<end(of: span.tokens, besides: taken), .person, span.rule)
    }
  }

  /// The spans with those joined that are one name of two halves: "Mohamad Selvan Mohamad Ratu".
  private func doubled(_ spans: [NameSpan]) -> [NameSpan] {
    var joined: [NameSpan] = []
    for span in spans {
      if let last = joined.last, last.kind == .person, span.kind == .person, last.tokens.count > 1,
        last.tokens.upperBound == span.tokens.lowerBound, !text.tokens[span.tokens.lowerBound].isJoined,
        text.tokens[last.tokens.lowerBound].hash == text.tokens[span.tokens.lowerBound].hash,
        classes.alone[span.tokens.lowerBound].contains(.givenName)
      {
        joined[joined.count - 1] = NameSpan(
          last.tokens.lowerBound..<span.tokens.upperBound, .person, last.rule)
      } else {
        joined.append(span)
      }
    }
    return joined
  }

  /// Where a name begins, with those of its words that stand before what was found.
  private func start(of name: Range<Int>, besides taken: Set<Int>) -> Int {
    var start = name.lowerBound
    if isFamilyName(before: name), !taken.contains(start - 1) { return start - 1 }
    while isCut(at: start - 1), !taken.contains(start - 1), !text.tokens[start].isJoined,
      !classes.alone[start].contains(.givenName) || classes.alone[start - 1].contains(.givenName)
    {
      start -= 1
    }
    return start
  }

  /// Whether a family name stands before what are its two given names: "Goh Teck Soon".
  private func isFamilyName(before name: Range<Int>) -> Bool {
    let first = name.lowerBound - 1
    return name.count == 2 && first >= 0 && isPlain(first) && !text.tokens[first + 1].isJoined
      && familyNames.contains(text.tokens[first])
      && name.allSatisfy {
        classes.alone[$0].isEmpty && text.tokens[$0].upper - text.tokens[$0].lower < Self.longSyllable
      }
  }

  /// Letters from which a word is no given name of one syllable.
  private static let longSyllable = 7

  /// Where a name ends, with those of its words that stand behind what was found: a given name, and what follows it.
  private func end(of name: Range<Int>, besides taken: Set<Int>) -> Int {
    var end = name.upperBound
    guard isCut(at: end), !taken.contains(end), !text.tokens[end].isJoined, isNameOnly(end) else {
      return end
    }
    end += 1
    while end < text.tokens.count, isPlain(end), !taken.contains(end), !text.tokens[end].isJoined,
      classes.alone[end].isSubset(of: .personParts), !text.printsSmall(text.tokens[end])
    {
      end += 1
    }
    return end
  }

  /// Whether a word is a name of persons within a sentence, and nothing that stands beside names: a title, a people.
  private func isCut(at index: Int) -> Bool {
    guard text.tokens.indices.contains(index), isPlain(index) else { return false }
    let known = classes.alone[index]
    return !known.isDisjoint(with: [.givenName, .surname]) && known.isDisjoint(with: Self.beside)
      && classes.place[index] != .middle && classes.place[index] != .last
  }

  /// What a word is that stands beside a name rather than in it.
  private static let beside = NameClass.titles.union(.bodiesAndPlaces).union([
    .demonym, .people, .never, .smallOffice, .descriptionHead, .organizationLast, .organizationFirst,
    .placeFirst, .placeLast, .roleCue, .speechCue, .otherName, .force, .determiner,
  ])

  private func isNameOnly(_ index: Int) -> Bool {
    classes.alone[index].isDisjoint(with: [.commonWord, .vocabulary])
  }

  /// Whether a word has a capital of its own, not from the sentence that it opens or from a heading.
  private func isPlain(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.isWord && token.isCapitalised && !token.isAllCaps && !token.flags.contains(.firstWord)
      && !token.flags.contains(.clitic) && !token.flags.contains(.dotted)
  }

  private func isHeadline(_ sentence: Range<Int>) -> Bool {
    let words = sentence.filter { text.tokens[$0].isWord }
    let capitals = words.count { text.tokens[$0].isCapitalised }
    return Double(capitals) >= Self.headlineShare * Double(words.count)
  }
}
