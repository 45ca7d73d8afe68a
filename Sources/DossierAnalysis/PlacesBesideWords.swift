/// Takes for places what the words beside it make one: "the Anna Berg bridge", "the town of Berg", a list of places.
///
/// The tagger finds persons in them, who have nothing to do with what happens there.
struct PlacesBesideWords {
  let text: TokenizedText
  let classes: WordClasses
  let tables: NameTables

  func asPlaces(_ spans: [NameSpan]) -> [NameSpan] {
    let found = spans.map {
      isNamesake($0) ? namesake($0) : isCalledPlace($0) || endsAsPlace($0) ? place($0) : $0
    }
    return withLists(found)
  }

  /// Whether an article stands before a full name, or before its adjective as in "the old Anna Berg bridge", and behind
  /// it, in small letters, what places' names end in.
  private func isNamesake(_ span: NameSpan) -> Bool {
    let (first, next) = (span.tokens.lowerBound, span.tokens.upperBound)
    return span.kind == .person && span.tokens.count > 1 && first > 0 && next < text.tokens.count
      && followsArticle(first) && isPlaceNoun(next)
      && classes.alone[next].isDisjoint(with: [.office, .smallOffice, .commonWord])
  }

  /// Whether an article or an owner stands before a token, with one small word between them perhaps that is none of the
  /// commonest.
  private func followsArticle(_ token: Int) -> Bool {
    if classes.alone[token - 1].contains(.determiner) || text.tokens[token - 1].flags.contains(.clitic) {
      return true
    }
    return token > 1 && text.tokens[token - 1].kind == .word && !text.tokens[token - 1].isCapitalised
      && classes.alone[token - 1].isDisjoint(with: [.commonWord, .connector, .smallOffice, .placeCue])
      && classes.alone[token - 2].contains(.determiner)
  }

  /// Whether a noun for places says what it is: "in the northern town of Berg".
  private func isCalledPlace(_ span: NameSpan) -> Bool {
    let first = span.tokens.lowerBound
    return span.kind == .person && first > 2 && tables.genitiveMarkers.contains(text.tokens[first - 1])
      && isPlaceNoun(first - 2) && classes.listed(span.tokens).isEmpty
  }

  /// Whether an article stands before a name that ends as only places' names do: "whose Don Valley seat".
  private func endsAsPlace(_ span: NameSpan) -> Bool {
    let (first, last) = (span.tokens.lowerBound, span.tokens.upperBound - 1)
    return span.kind == .person && span.tokens.count == 2 && first > 0
      && classes.alone[last].contains(.placeLast)
      && classes.alone[last].isDisjoint(with: [.surname, .givenName])
      && !classes.alone[first - 1].isDisjoint(with: [.determiner, .roleCue])
      && !text.tokens[first - 1].isCapitalised
  }

  private func isPlaceNoun(_ token: Int) -> Bool {
    classes.alone[token].contains(.placeLast) && text.tokens[token].kind == .word
      && !text.tokens[token].isCapitalised
  }

  // MARK: Lists

  /// Names of one word that stand in a list of places, and are nobody's whom the text names in full.
  private func withLists(_ spans: [NameSpan]) -> [NameSpan] {
    let doubtful = spans.indices.filter {
      let token = spans[$0].tokens.lowerBound
      return spans[$0].kind == .person && spans[$0].tokens.count == 1 && token > 0 && isJoint(token - 1)
    }
    guard !doubtful.isEmpty else { return spans }
    var owner: [Int: Int] = [:]
    for (index, span) in spans.enumerated() {
      for token in span.tokens { owner[token] = index }
    }
    let families = FullNames(among: spans, in: text, classes).familyNames
    var result = spans
    for index in doubtful.sorted(by: { spans[$0].tokens.lowerBound < spans[$1].tokens.lowerBound }) {
      let token = spans[index].tokens.lowerBound
      guard classes.alone[token].isDisjoint(with: [.givenName, .surname]),
        !families.contains(text.tokens[token].hash)
      else { continue }
      let before = kindsBefore(token, of: result, by: owner)
      let isListed = before.kinds.count > 1 || before.kinds.count == 1 && isLocated(before.first)
      if isListed, before.kinds.allSatisfy({ $0 == .place }) { result[index] = place(spans[index]) }
    }
    return result
  }

  /// Whether a list begins behind a word such as "in".
  private func isLocated(_ first: Int) -> Bool { first > 0 && classes.alone[first - 1].contains(.placeCue) }

  /// The kinds of the names before one in its list, the nearest first, and where the list begins: "Lund, Ghent and"
  /// before "Berg".
  private func kindsBefore(
    _ token: Int, of spans: [NameSpan], by owner: [Int: Int]
  ) -> (kinds: [NameSpan.Kind], first: Int) {
    var kinds: [NameSpan.Kind] = []
    var joint = token - 1
    while joint > 0, isJoint(joint), let name = owner[joint - 1] {
      kinds.append(spans[name].kind)
      joint = spans[name].tokens.lowerBound - 1
    }
    return (kinds, joint + 1)
  }

  /// Whether a list of names may go on behind a token.
  private func isJoint(_ token: Int) -> Bool { text.byte(token) == UInt8(ascii: ",") || joins(token) }

  /// A small word that may join names and is no "of".
  private func joins(_ token: Int) -> Bool {
    classes.alone[token].contains(.connector) && !tables.genitiveMarkers.contains(text.tokens[token])
      && text.tokens[token].kind == .word && !text.tokens[token].isCapitalised
  }

  private func place(_ span: NameSpan) -> NameSpan { NameSpan(span.tokens, .place, "beside-words") }

  private func namesake(_ span: NameSpan) -> NameSpan {
    NameSpan(span.tokens.lowerBound..<span.tokens.upperBound + 1, .place, "named-after")
  }
}
