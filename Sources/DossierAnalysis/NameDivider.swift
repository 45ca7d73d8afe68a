/// Parts what the tagger took for one name, though it is a person's with something else beside it.
///
/// Headlines run names together: "Keller Says Stone", "Keller White House", "Keller’s Senate". Whoever is named in
/// full in the same text is known by the family name there; what the lists have as one name stays whole.
struct NameDivider {
  private let text: TokenizedText
  private let classes: WordClasses
  private let spans: [NameSpan]
  /// The last words of the full names of persons.
  private let familyNames: Set<UInt64>

  init(text: TokenizedText, classes: WordClasses, spans: [NameSpan]) {
    self.text = text
    self.classes = classes
    self.spans = spans
    familyNames = FullNames(among: spans, in: text, classes).familyNames
  }

  func divided() -> [NameSpan] {
    spans.flatMap { span in
      let isWhole = span.tokens.count < 2 || Int(classes.length[span.tokens.lowerBound]) == span.tokens.count
      if isWhole { return [span] }
      return isPersonOnly(span) ? [NameSpan(span.tokens, .person, span.rule)] : parts(of: span)
    }
  }

  /// Whether what was taken for a place is a given name with a word that is neither a place's nor an ordinary one.
  private func isPersonOnly(_ span: NameSpan) -> Bool {
    let first = span.tokens.lowerBound
    guard span.kind == .place, span.tokens.count == 2, text.tokens[first + 1].kind == .word else {
      return false
    }
    return classes.alone[first].contains(.givenName)
      && classes.alone[first].isDisjoint(with: [.place, .country, .placeFirst, .vocabulary, .commonWord])
      && classes.alone[first + 1].isDisjoint(with: [
        .place, .country, .placeLast, .organizationLast, .vocabulary, .commonWord,
      ])
  }

  private func parts(of span: NameSpan) -> [NameSpan] {
    let inner = span.tokens.dropFirst().dropLast()
    if let mark = inner.first(where: { text.tokens[$0].flags.contains(.clitic) }),
      isPerson(span.tokens.lowerBound..<mark)
    {
      return [NameSpan(span.tokens.lowerBound..<mark, .person, span.rule)]
        + named(mark + 1..<span.tokens.upperBound, else: span.kind, span.rule)
    }
    if span.kind == .person {
      if let verb = inner.first(where: { isOnly(.speechCue, $0) }) {
        return [span.tokens.lowerBound..<verb, verb + 1..<span.tokens.upperBound].map {
          NameSpan($0, .person, span.rule)
        }
      }
      if let title = span.tokens.dropFirst().last(where: isCutTitle) {
        let bearer = title + 1..<span.tokens.upperBound
        return named(span.tokens.lowerBound..<title, else: nil, span.rule)
          + (bearer.isEmpty ? [] : [NameSpan(bearer, .person, span.rule)])
      }
    }
    return partsBehindFamilyName(of: span)
  }

  /// "Keller-Stone", "Keller Senate", "Keller Wades".
  private func partsBehindFamilyName(of span: NameSpan) -> [NameSpan] {
    let first = span.tokens.lowerBound
    guard isPerson(first..<first + 1), !classes.alone[first].contains(.givenName) else { return [span] }
    let name = NameSpan(first..<first + 1, .person, span.rule)
    let rest = span.tokens.dropFirst()
    let listed = named(rest, else: nil, span.rule)
    if !listed.isEmpty { return [name] + listed }
    if rest.count == 2, text.byte(first + 1) == UInt8(ascii: "-"), isPerson(first + 2..<first + 3) {
      return [name, NameSpan(first + 2..<first + 3, .person, span.rule)]
    }
    return span.kind == .person && rest.count == 1 && isOrdinary(rest.lowerBound) ? [name] : [span]
  }

  /// Whether a stretch ends in the family name of somebody whom the text names in full.
  private func isPerson(_ tokens: Range<Int>) -> Bool {
    tokens.last.map { familyNames.contains(text.tokens[$0].hash) } ?? false
  }

  /// A word of a class that is no part of a person's name.
  private func isOnly(_ known: NameClass, _ token: Int) -> Bool {
    !classes.alone[token].isDisjoint(with: known)
      && classes.alone[token].isDisjoint(with: .personParts)
  }

  /// A title that is cut short, which stands before the name of its bearer: "Sen.".
  private func isCutTitle(_ token: Int) -> Bool {
    text.tokens[token].flags.contains(.dotted)
      && !classes.alone[token].isDisjoint(with: [.office, .rank])
  }

  private func isOrdinary(_ token: Int) -> Bool {
    classes.alone[token].isDisjoint(with: .personParts) && classes.isOrdinary(token, in: text)
  }

  /// A part as the lists know it, or as a kind that is given.
  private func named(
    _ tokens: Range<Int>, else kind: NameSpan.Kind?, _ rule: StaticString
  ) -> [NameSpan] {
    if let listed = listedKind(tokens) { return [NameSpan(tokens, listed, "list")] }
    return kind.map { [NameSpan(tokens, $0, rule)] } ?? []
  }

  private func listedKind(_ tokens: Range<Int>) -> NameSpan.Kind? {
    let known = classes.listed(tokens)
    if !known.isDisjoint(with: [.organization, .group, .seat]) { return .organization }
    return known.isDisjoint(with: .places) ? nil : .place
  }
}
