import DossierSource

/// Takes for bodies and things what a noun beside them says they are: "the TV station Al Orla", "the nerve agent Torvik".
///
/// The tagger finds persons in them. Nobody of whom the text has the full name, or whose name the lists have as that of
/// persons, is meant: "the newspaper Berg owns". Nor is whoever may own or praise what the noun names, by the words behind
/// the name: "the vaccine Torvik praised".
struct NamesBesideNouns {
  let text: TokenizedText
  let classes: WordClasses
  let tables: NameTables

  /// The spans with bodies as such, and without the things, wherever the text names these.
  func settled(_ spans: [NameSpan]) -> [NameSpan] {
    let beside = spans.map(\.tokens).map { (isBody: isBeside($0, tables.bodyNouns), isThing: isThing($0)) }
    guard beside.contains(where: { $0.isBody || $0.isThing }) else { return spans }
    let others = zip(spans, beside).filter { !$1.isBody }.map(\.0)
    let families = FullNames(among: others, in: text, classes).familyNames
    func mayBe(_ span: NameSpan) -> Bool { isUnlisted(span, families) }
    var things: Set<UInt64> = []
    for (span, beside) in zip(spans, beside) where beside.isThing && mayBe(span) && !speaks(span) {
      things.insert(text.tokens[span.tokens.lowerBound].hash)
    }
    return zip(spans, beside).compactMap { span, beside in
      if span.tokens.count == 1, things.contains(text.tokens[span.tokens.lowerBound].hash) { return nil }
      return span.kind == .person && beside.isBody && mayBe(span)
        ? NameSpan(span.tokens, .organization, "beside-words") : span
    }
  }

  /// Whether a single word stands beside a noun for things that bear names.
  private func isThing(_ name: Range<Int>) -> Bool { name.count == 1 && isBeside(name, tables.thingNouns) }

  /// Whether somebody is told to say something by the name: "said Torvik".
  private func speaks(_ span: NameSpan) -> Bool {
    let name = text.tokens[span.tokens.lowerBound].hash
    return text.tokens.indices.contains { index in
      text.tokens[index].hash == name
        && [index - 1, index + 1].contains { text.tokens.indices.contains($0) && isOfSpeech($0) }
    }
  }

  private func isOfSpeech(_ token: Int) -> Bool {
    tables.speechVerbs.value(of: text.tokens[token].hash) != nil
  }

  /// Whether a name stands right behind one of some nouns, and no verb behind it, or right before one behind an article: "the Orla news agency".
  private func isBeside(_ name: Range<Int>, _ nouns: Lexicon) -> Bool {
    let (first, next) = (name.lowerBound, name.upperBound)
    let isBehind = (1...3).contains { length in
      first >= length
        && nouns.longestMatch(at: first - length, before: first, in: text.tokens)?.length == length
        && isSmall(first - length)
    }
    if isBehind, isFollowedByNoVerb(name) { return true }
    return first > 0 && next < text.tokens.count && classes.alone[first - 1].contains(.determiner)
      && isSmall(next) && nouns.longestMatch(at: next, before: text.tokens.count, in: text.tokens) != nil
  }

  /// Whether the clause ends behind a name or goes on with a preposition or conjunction, so that the name has no verb.
  private func isFollowedByNoVerb(_ name: Range<Int>) -> Bool {
    let next = name.upperBound
    return next >= text.tokens.count || text.tokens[next].kind == .punctuation
      || tables.linkWords.value(of: text.tokens[next].hash) != nil
  }

  /// Whether a word is printed in small letters; short forms such as "TV" may begin a noun.
  private func isSmall(_ token: Int) -> Bool {
    !text.tokens[token].isCapitalised || text.tokens[token].isAllCaps
  }

  private func isUnlisted(_ span: NameSpan, _ families: Set<UInt64>) -> Bool {
    classes.listed(span.tokens).isDisjoint(with: .bodiesAndPlaces)
      && span.tokens.allSatisfy { token in
        (classes.alone[token].isDisjoint(with: [.givenName, .surname])
          || classes.alone[token].contains(.particle))
          && !families.contains(text.tokens[token].hash)
      }
  }
}
