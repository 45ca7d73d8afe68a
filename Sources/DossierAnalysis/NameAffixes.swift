/// Cuts from names what stands beside them and has its capital from elsewhere, or is a name of its own.
///
/// "Former Rivers Agency", "SEAL Max Stone", "Republican of California", "20,000 Rivers Agency letters", "Rivers
/// Agency's Harbour Office": what is cut is no part of the name by the lists, or by what the same text names.
struct NameAffixes {
  private let text: TokenizedText
  private let classes: WordClasses
  private let modifiers: Lexicon
  private let spans: [NameSpan]
  /// The last words of the full names of persons.
  private let familyNames: Set<UInt64>
  /// The hashes of the names of several words, as lexicons make them, and those of one.
  private let names: Set<UInt64>
  private let words: Set<UInt64>

  init(text: TokenizedText, classes: WordClasses, tables: NameTables, spans: [NameSpan]) {
    self.text = text
    self.classes = classes
    self.spans = spans
    modifiers = tables.modifiers
    familyNames = FullNames(among: spans, in: text, classes).familyNames
    names = Set(spans.filter { $0.tokens.count > 1 }.map { text.hash(of: $0.tokens) })
    words = Set(spans.filter { $0.tokens.count == 1 }.map { text.tokens[$0.tokens.lowerBound].hash })
  }

  func cut() -> [NameSpan] {
    spans.flatMap { span in
      if isRepresented(span) { return [NameSpan(span.tokens, .place, "represented")] }
      return span.tokens.count < 2 || isListed(span.tokens) ? [span] : parts(of: span)
    }
  }

  private func parts(of span: NameSpan) -> [NameSpan] {
    if let rest = withoutModifiers(span) { return [rest] }
    if let rest = withoutCountry(span) { return [rest] }
    guard span.kind != .person else { return [span] }
    return beforeCount(span) ?? bearerOfTitle(span) ?? officer(span) ?? member(span)
      ?? owner(span) ?? personBehind(span) ?? [span]
  }

  /// A name without the words and numbers before it: "Former Rivers Agency", "20,000 Rivers Agency letters".
  private func withoutModifiers(_ span: NameSpan) -> NameSpan? {
    var start = span.tokens.lowerBound
    let last = span.tokens.upperBound - 1
    while start < last,
      text.tokens[start].isNumber || modifiers.contains(text.tokens[start]) || isShortened(start)
    {
      start += 1
    }
    guard start > span.tokens.lowerBound else { return nil }
    let rest = start..<span.tokens.upperBound
    let isName =
      isListed(rest) || (rest.count > 1 ? names : words).contains(text.hash(of: rest))
      || span.kind == .person && classes.alone[start].contains(.givenName)
    return isName ? NameSpan(rest, span.kind, span.rule) : nil
  }

  /// A name with the adjective of its country before it, which the text has alone too: "Norwegian Bergen".
  ///
  /// Of a body the adjective may tell whose it is: "the Norwegian Red Cross".
  private func withoutCountry(_ span: NameSpan) -> NameSpan? {
    guard span.tokens.count == 2, classes.alone[span.tokens.lowerBound].contains(.demonym) else { return nil }
    let last = span.tokens.upperBound - 1
    let hash = text.tokens[last].hash
    let alone = spans.first { $0.tokens.count == 1 && text.tokens[$0.tokens.lowerBound].hash == hash }
    guard span.kind != .organization || alone?.kind == .place || classes.alone[last].contains(.seat) else {
      return nil
    }
    return alone.map { NameSpan(last..<last + 1, $0.kind, span.rule) }
  }

  /// A word that two are drawn together in: "I'm".
  private func isShortened(_ token: Int) -> Bool {
    classes.alone[token].contains(.never)
      && text.bytes[text.tokens[token].lower..<text.tokens[token].upper].contains { $0 == 0x27 || $0 >= 0x80 }
  }

  /// A person named in full behind the word for a body that he is of: "SEAL Max Stone", whose sister is a Stone too.
  private func bearerOfTitle(_ span: NameSpan) -> [NameSpan]? {
    let rest = span.tokens.dropFirst()
    guard rest.count == 2, let last = rest.last, classes.alone[rest.lowerBound].contains(.givenName),
      classes.alone[rest.lowerBound].isDisjoint(with: .particle),
      familyNames.contains(text.tokens[last].hash), text.tokens[last].kind == .word,
      classes.alone[last].isDisjoint(with: [.organizationLast, .placeLast])
        || classes.alone[span.tokens.lowerBound].contains(.rank)
    else { return nil }
    return [NameSpan(rest, .person, span.rule)]
  }

  /// A place without the number behind it that counts what follows: "the Java Sea 13 minutes after".
  private func beforeCount(_ span: NameSpan) -> [NameSpan]? {
    let number = span.tokens.upperBound - 1
    let name = span.tokens.dropLast()
    guard name.count > 1, text.tokens[number].isNumber, number + 1 < text.tokens.count,
      text.tokens[number + 1].kind == .word, !text.tokens[number + 1].isCapitalised,
      classes.alone[number - 1].contains(.placeLast), !classes.alone[number - 1].contains(.organizationLast)
    else { return nil }
    return [NameSpan(name, .place, span.rule)]
  }

  /// What an office in short capitals was taken into the name of: "Harbour MP for Portsea", "Portsea South MP".
  private func officer(_ span: NameSpan) -> [NameSpan]? {
    guard
      let office = span.tokens.first(where: isShortOffice)
    else { return nil }
    let before = span.tokens.lowerBound..<office
    if office == span.tokens.upperBound - 1 { return [NameSpan(before, span.kind, span.rule)] }
    let joint = office + 1
    guard joint + 1 < span.tokens.upperBound, classes.alone[joint].contains(.connector),
      !text.tokens[joint].isCapitalised, text.isCapitalWord(joint + 1)
    else { return nil }
    let place = NameSpan(joint + 1..<span.tokens.upperBound, .place, span.rule)
    return before.isEmpty ? [place] : [NameSpan(before, .organization, span.rule), place]
  }

  /// Whether a name is what an office in short capitals beside it is for: "MP for Portsea", "the Portsea MP".
  private func isRepresented(_ span: NameSpan) -> Bool {
    let first = span.tokens.lowerBound
    let next = span.tokens.upperBound
    guard span.kind == .person, first > 0, !isListed(span.tokens) else { return false }
    if next < text.tokens.count, isShortOffice(next), classes.alone[first - 1].contains(.determiner) {
      return true
    }
    return first > 1 && isShortOffice(first - 2) && classes.alone[first - 1].contains(.connector)
      && !text.tokens[first - 1].isCapitalised && text.tokens[first - 1].kind == .word
  }

  /// "MP", "CEO".
  private func isShortOffice(_ token: Int) -> Bool {
    text.tokens[token].isAllCaps && classes.alone[token].contains(.office)
      && text.tokens[token].upper - text.tokens[token].lower < 5
  }

  /// A place with the adjective of a party or faith: "Republican of California", "Ohio Democratic".
  private func member(_ span: NameSpan) -> [NameSpan]? {
    let first = span.tokens.lowerBound
    let joint = first + 1
    if span.tokens.count > 2, first > 0, text.byte(first - 1) == UInt8(ascii: ","),
      classes.alone[first].contains(.demonym),
      classes.alone[joint].contains(.connector),
      !text.tokens[joint].isCapitalised, isPlace(joint + 1..<span.tokens.upperBound)
    {
      return [NameSpan(joint + 1..<span.tokens.upperBound, .place, "list")]
    }
    let last = span.tokens.upperBound - 1
    guard classes.alone[last].contains(.demonym), classes.length[last] == 0, isPlace(first..<last) else {
      return nil
    }
    return [NameSpan(first..<last, .place, "list")]
  }

  /// A name in the possessive with what it has: "Rivers Agency's Harbour Office".
  private func owner(_ span: NameSpan) -> [NameSpan]? {
    guard
      let mark = span.tokens.dropFirst().dropLast().first(where: { text.tokens[$0].flags.contains(.clitic) })
    else { return nil }
    let owner = span.tokens.lowerBound..<mark
    let isBody = isListed(owner) && !isPlace(owner)
    guard isBody || owner.count > 1 && names.contains(text.hash(of: owner)),
      text.tokens[mark + 1].isCapitalised
    else { return nil }
    return [
      NameSpan(owner, .organization, span.rule),
      NameSpan(mark + 1..<span.tokens.upperBound, span.kind, span.rule),
    ]
  }

  /// A body that the text names elsewhere with the family name of a person behind it: two of them.
  private func personBehind(_ span: NameSpan) -> [NameSpan]? {
    let last = span.tokens.upperBound - 1
    let name = span.tokens.dropLast()
    guard span.kind == .organization,
      name.contains(where: { !classes.alone[$0].isDisjoint(with: [.organizationFirst, .organizationLast]) }),
      familyNames.contains(text.tokens[last].hash),
      names.contains(text.hash(of: name))
    else { return nil }
    return [NameSpan(name, span.kind, span.rule), NameSpan(last..<last + 1, .person, span.rule)]
  }

  private func isListed(_ tokens: Range<Int>) -> Bool {
    !classes.listed(tokens).isDisjoint(with: .bodiesAndPlaces)
  }

  private func isPlace(_ tokens: Range<Int>) -> Bool {
    !classes.listed(tokens).isDisjoint(with: .places)
  }
}
